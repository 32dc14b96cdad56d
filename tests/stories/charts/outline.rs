//! The outline of a hovered or focused subject: lines as lines, the rest in one box.

use clefs::app::chart_view::outline;
use clefs::chart::scene::{RowPart, Shape};

use super::{curve, fates};

#[test]
fn a_line_of_the_curve_is_redrawn_and_only_its_labels_have_boxes() {
    let scene = curve::draw(&curve::ten(), 960.0, 540.0);
    for subject in scene.subjects() {
        let shown = outline(&scene, *subject);
        let marks = scene.marks.iter().filter(|mark| mark.subject == Some(*subject));
        let lines = marks.filter(|mark| matches!(mark.shape, Shape::Line { .. })).count();
        assert_eq!(shown.lines.len(), lines, "{subject:?}");
        let texts = scene.marks.iter().filter(|mark| mark.subject == Some(*subject));
        let texts = texts.filter(|mark| matches!(mark.shape, Shape::Text(_))).count();
        assert_eq!(shown.boxes.len(), texts, "{subject:?}: {:?}", shown.boxes);
        assert!(lines > 1, "{subject:?}");
    }
}

#[test]
fn a_bar_segment_and_its_number_share_one_box() {
    let scene = fates::draw(&fates::fourteen(), 960.0, 540.0);
    let of_stages = scene.subjects().iter().filter(|subject| matches!(subject.part, RowPart::Stage(_)));
    let mut several = 0;
    for subject in of_stages.filter(|subject| subject.landlord.is_some()) {
        let shown = outline(&scene, *subject);
        assert_eq!(shown.boxes.len(), 1, "{subject:?}: {:?}", shown.boxes);
        assert!(scene.areas(*subject).all(|area| shown.boxes[0].width() > area.width));
        several += usize::from(scene.areas(*subject).count() > 1);
    }
    assert!(several > 3, "{several} segments show their number");
}

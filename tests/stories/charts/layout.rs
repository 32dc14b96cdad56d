//! Layout for arbitrary figures, names and sizes.

use std::collections::HashSet;

use clefs::chart::layout::frame::Imprint;
use clefs::chart::layout::progress::{self, ProgressInput, ProgressRow};
use clefs::chart::scene::{Area, Scene, Weight};
use clefs::chart::text;
use clefs::domain::commitment::Axis;
use clefs::domain::id::RowId;
use clefs::words::{Lang, Words};
use proptest::prelude::*;

use super::{draw, imprint, input, seventeen, texts};

fn any_count() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 0..12_u32, 2 => 0..400_u32, 1 => 0..2_000_000_u32, 1 => Just(u32::MAX)]
}

/// Ordinary and awkward names.
pub fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[A-Z][a-z]{4}",
        "[A-Z][a-zé’-]{2,12}( [A-Za-zœ&<-]{1,12}){0,3}",
        "[W]{90}",
        "[a-z ]{90}",
        "\\PC{0,30}",
        Just("Écho\n\t\u{0} \u{301}房屋 🏠 \u{200f}".to_owned()),
    ]
}

fn any_row() -> impl Strategy<Value = ProgressRow> {
    (any::<u32>(), any_name(), prop::option::of(any_count()), any_count(), any_count(), 0..3_u32).prop_map(
        |(id, name, target, delivered, pipeline, suspended)| ProgressRow {
            recent: (0..u64::from(delivered.min(suspended + 1))).map(RowId::from_random).collect(),
            landlord: Some(RowId::from_random(id.into())),
            name,
            target,
            delivered,
            pipeline,
            suspended: suspended.min(pipeline),
            ..ProgressRow::default()
        },
    )
}

fn any_input() -> impl Strategy<Value = ProgressInput> {
    let axis = prop::sample::select(Axis::ALL.to_vec());
    let rows = prop::collection::vec(any_row(), 0..24);
    (axis, rows, any_count(), "\\PC{0,60}", any::<bool>()).prop_map(|(axis, rows, women, period, fictitious)| {
        let input = input(axis, rows);
        let since = (!fictitious).then(|| imprint().as_of);
        ProgressInput { platform_women: women, period, since, imprint: Imprint { fictitious, ..imprint() }, ..input }
    })
}

/// Fails if two texts overlap, something leaves the page, or a mark is not a keyboard stop.
pub fn check_layout(scene: &Scene) {
    let page = Area::new(0.0, 0.0, scene.width, scene.height);
    for mark in &scene.marks {
        let area = mark.area();
        let inside = area.x >= 0.0 && area.y >= 0.0 && area.right() <= page.width && area.bottom() <= page.height;
        assert!(inside, "{mark:?} leaves the page of {} × {}", page.width, page.height);
    }
    let stops: HashSet<_> = scene.subjects().iter().collect();
    for subject in scene.marks.iter().filter_map(|mark| mark.subject) {
        assert!(stops.contains(&subject), "{subject:?} has a mark but no keyboard stop");
    }
    let mut areas: Vec<(Area, &str)> = texts(scene).iter().map(|text| (text.area(), text.text.as_str())).collect();
    areas.sort_by(|(a, _), (b, _)| a.y.total_cmp(&b.y));
    for (index, (a, first)) in areas.iter().enumerate() {
        for (b, second) in areas.iter().skip(index + 1).take_while(|(b, _)| b.y < a.bottom()) {
            let apart = a.right() <= b.x + 0.1 || b.right() <= a.x + 0.1 || a.bottom() <= b.y + 0.1;
            assert!(apart, "“{first}” {a:?} and “{second}” {b:?} overlap");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_two_texts_overlap_and_none_leaves_the_page(
        input in any_input(),
        width in 200.0..2000.0_f32,
        height in 0.0..1200.0_f32,
        english in any::<bool>(),
    ) {
        let words = Words::new(if english { Lang::En } else { Lang::Fr });
        let scene = progress::scene(&input, &words, width, height);
        prop_assert!(scene.width >= width && scene.height >= height);
        check_layout(&scene);
    }

    #[test]
    fn a_fitted_text_fits(text in "\\PC{0,60}", room in 0.0..300.0_f32) {
        let fitted = text::fit(&text, 14.0, Weight::Regular, room);
        prop_assert!(text::width(&fitted, 14.0, Weight::Regular) <= room + 0.01);
        prop_assert!(fitted == text || fitted.is_empty() || fitted.ends_with('…'));
        for line in text::wrap(&text, 14.0, Weight::Regular, room) {
            prop_assert!(text::width(&line, 14.0, Weight::Regular) <= room + 0.01);
        }
    }
}

#[test]
fn labels_are_not_cut_in_any_usual_size() {
    for width in [480.0, 585.0, 800.0, 1600.0] {
        for axis in [Axis::Units, Axis::Relocations] {
            let scene = draw(&seventeen(axis), width, 300.0);
            assert!(texts(&scene).iter().all(|text| !text.text.contains('…')), "{width}");
        }
    }
}

#[test]
fn invalid_sizes_do_not_panic() {
    assert!(draw(&seventeen(Axis::Units), 585.0, f32::NAN).height < 700.0);
    for (width, height) in [(f32::NAN, f32::NAN), (f32::INFINITY, f32::INFINITY), (-1.0, -1.0), (0.0, 0.0)] {
        check_layout(&draw(&seventeen(Axis::Units), width, height));
    }
}

//! The subjects of a chart's marks: pointer, keyboard, screen reader, table.

use clefs::chart::layout::bar;
use clefs::chart::scene::{Area, ColourRole, Mark, RowPart, Shape, Subject, TableEntry};
use clefs::chart::wording::finding;
use clefs::domain::commitment::Axis;
use clefs::domain::id::RowId;
use clefs::words::{Lang, Words};

use super::{draw, input, row, seventeen, texts};

fn middle(area: Area) -> (f32, f32) {
    (area.x + area.width / 2.0, area.y + area.height / 2.0)
}

#[test]
fn hit_testing_finds_each_subject_where_it_is_drawn() {
    for axis in [Axis::Units, Axis::Relocations] {
        let scene = draw(&seventeen(axis), 585.0, 660.0);
        for mark in &scene.marks {
            let (x, y) = middle(mark.area());
            let Some(subject) = mark.subject else { continue };
            let found = scene.at(x, y).unwrap();
            // A tick may stand on the bar; then the tick is what is pointed at.
            let hidden = found.part == RowPart::Target && found.landlord == subject.landlord;
            assert!(found == subject || hidden, "{subject:?} at {x}, {y}: {found:?}");
        }
        assert_eq!(None, scene.at(2.0, 2.0));
    }
}

#[test]
fn the_keyboard_reaches_every_subject_once() {
    let input = seventeen(Axis::Units);
    let scene = draw(&input, 585.0, 660.0);
    let stops = scene.subjects();
    for subject in scene.marks.iter().filter_map(|mark| mark.subject) {
        assert_eq!(1, stops.iter().filter(|stop| **stop == subject).count(), "{subject:?}");
    }
    for stop in stops {
        assert!(scene.areas(*stop).next().is_some(), "{stop:?} is not drawn");
    }
    let order: Vec<_> = stops.iter().filter(|stop| stop.part == RowPart::Landlord).map(|stop| stop.landlord).collect();
    assert_eq!(input.rows.iter().map(|row| row.landlord).collect::<Vec<_>>(), order);
}

#[test]
fn a_subject_is_named_with_its_landlord() {
    let scene = draw(&seventeen(Axis::Relocations), 585.0, 660.0);
    let say = |part, value, lang| {
        let subject = Subject { landlord: Some(RowId::from_random(3)), axis: Axis::Relocations, part, value };
        finding::spoken(subject, scene.name(subject), &Words::new(lang)).replace('\u{a0}', " ")
    };
    assert_eq!("Bravo Habitat : 5 femmes relogées", say(RowPart::Delivered, 5, Lang::Fr));
    assert_eq!("Bravo Habitat : engagement de 4 relogements", say(RowPart::Target, 4, Lang::Fr));
    assert_eq!("Bravo Habitat: 1 relocation under way", say(RowPart::Pipeline, 1, Lang::En));
    assert_eq!("Bravo Habitat", say(RowPart::Landlord, 5, Lang::Fr));
}

#[test]
fn the_data_table_has_every_figure_and_ends_with_the_region() {
    let scene = draw(&seventeen(Axis::Units), 585.0, 660.0);
    assert_eq!(4, scene.table.columns.len());
    assert_eq!(18, scene.table.rows.len());
    assert_eq!([Some(4), Some(1), Some(3)].map(TableEntry::from).to_vec(), scene.table.rows[2].values);
    assert_eq!([Some(0), Some(0), None].map(TableEntry::from).to_vec(), scene.table.rows[13].values);
    let region = scene.table.rows.last().unwrap();
    assert_eq!(
        (None, [Some(21), Some(9), Some(27)].map(TableEntry::from).to_vec()),
        (region.landlord, region.values.clone())
    );
}

#[test]
fn bars_are_as_long_as_their_values_and_never_capped_c10() {
    let input = input(Axis::Units, vec![row(1, "Alpha", Some(3), 30, 4), row(2, "Bravo", Some(2), 1, 0)]);
    let scene = draw(&input, 900.0, 300.0);
    let width = |number: u64, part| -> f32 {
        let landlord = Some(RowId::from_random(2 * number + 1));
        let bar = |mark: &&Mark| {
            matches!(mark.shape, Shape::Rect(_))
                && mark.subject.is_some_and(|s| s.landlord == landlord && s.part == part)
        };
        scene.marks.iter().find(bar).unwrap().area().width
    };
    let unit = width(1, RowPart::Delivered) / 30.0;
    assert!((width(1, RowPart::Pipeline) - 4.0 * unit).abs() <= 1.0);
    assert!((width(2, RowPart::Delivered) - unit).abs() <= 1.0);
}

#[test]
fn landlords_without_commitment_and_figure_are_dimmed_in_place() {
    let scene = draw(&seventeen(Axis::Units), 585.0, 660.0);
    let role = |name: &str| {
        let named = |mark: &&Mark| matches!(&mark.shape, Shape::Text(text) if text.text == name);
        scene.marks.iter().find(named).unwrap().role
    };
    assert_eq!(
        (ColourRole::Ink, ColourRole::Muted, ColourRole::Ink),
        (role("Mike Nord"), role("November Habitat Est"), role("India"))
    );
    let y = |name: &str| texts(&scene).iter().find(|text| text.text == name).unwrap().y;
    assert!(y("Mike Nord") < y("November Habitat Est") && y("November Habitat Est") < y("Oscar Avesnes Immobilier"));
}

#[test]
fn the_card_bar_shows_the_tick_within_and_beyond_the_bar() {
    let words = Words::new(Lang::Fr);
    for (target, delivered, pipeline) in
        [(27, 21, 9), (75, 34, 22), (3, 30, 0), (5, 0, 0), (u32::MAX, u32::MAX, u32::MAX)]
    {
        let scene = bar::scene(&row(1, "Région", Some(target), delivered, pipeline), Axis::Units, &words, 200.0, 16.0);
        let tick = scene.marks.iter().find(|mark| mark.role == ColourRole::Tick).unwrap().area();
        assert!(tick.x >= 0.0 && tick.right() <= 200.0, "{target} {delivered} {pipeline}: {tick:?}");
        assert!(scene.marks.iter().all(|mark| mark.area().x >= -2.0 && mark.area().right() <= 200.0));
    }
    let none = bar::scene(&row(1, "Région", None, 0, 0), Axis::Units, &words, 200.0, 16.0);
    assert_eq!(vec![ColourRole::Track], none.marks.iter().map(|mark| mark.role).collect::<Vec<_>>());
}

//! The chart of what became of the units: its texts, and layout for arbitrary figures.

use std::sync::Arc;

use clefs::chart::input::{ChartSource, RowOrder, fates_input};
use clefs::chart::kind::Chart;
use clefs::chart::layout::fates::{self, FatesInput, FatesRow};
use clefs::chart::out::picture::Size;
use clefs::chart::scene::{RowPart, Scene, TableEntry};
use clefs::domain::id::RowId;
use clefs::domain::schema::{Audience, TableId};
use clefs::indicators::{self, Snapshot, Stage, UnitRuling};
use clefs::words::{Lang, Words};
use proptest::prelude::*;

use super::gallery::each;
use super::layout::check_layout;
use super::{day, imprint, texts};
use crate::build::Build;

fn row(number: usize, name: &str, at: [u32; 5]) -> FatesRow {
    let landlord = Some(RowId::from_random(2 * number as u64 + 1));
    let unit = |n: u32| RowId::from_random(u64::from(1000 + n));
    let days = [(0..at[0].min(3)).map(|n| (12, unit(n))).collect(), (1..at[0].min(3)).map(|n| (40, unit(n))).collect()];
    FatesRow { landlord, name: name.to_owned(), at, days }
}

fn input(rows: Vec<FatesRow>) -> FatesInput {
    let mut at = [0_u32; 5];
    for row in &rows {
        at.iter_mut().zip(row.at).for_each(|(sum, n)| *sum = sum.saturating_add(n));
    }
    let region = FatesRow { landlord: None, name: "Région".to_owned(), at, days: Default::default() };
    FatesInput { rows, region, imprint: imprint(), least: 1 }
}

/// Fourteen units of four landlords, with each fate.
pub fn fourteen() -> FatesInput {
    input(vec![
        row(1, "Bailleur Alpha", [3, 1, 1, 1, 0]),
        row(2, "Kilo-de-la-Plaine habitat", [2, 0, 2, 0, 1]),
        row(3, "GOLF", [0, 1, 0, 1, 0]),
        row(4, "Office public fictif de l’habitat et du logement accompagné des pays du Nord", [0, 0, 1, 0, 0]),
    ])
}

pub fn draw(input: &FatesInput, width: f32, height: f32) -> Scene {
    fates::scene(input, &Words::new(Lang::Fr), width, height)
}

#[test]
fn each_segment_of_a_bar_opens_its_units_and_is_labelled_with_their_number() {
    let scene = draw(&fourteen(), 960.0, 540.0);
    assert_eq!(scene.title, "14 logements publiés, dont 5 loués");
    let parts = scene.subjects().iter().filter(|subject| matches!(subject.part, RowPart::Stage(_)));
    assert_eq!(parts.map(|subject| subject.value).sum::<u32>(), 14);
    for subject in scene.subjects() {
        assert!(scene.areas(*subject).next().is_some(), "{subject:?} is drawn");
    }
    let numbers = texts(&scene).iter().filter(|text| text.text.parse::<u32>().is_ok()).count();
    assert_eq!(numbers, 10 + 4, "one a part, one a bar");
    assert_eq!(scene.table.rows.last().unwrap().values[5], TableEntry::Number(14));
}

#[test]
fn the_overall_duration_is_shown_where_each_landlord_has_too_few_units() {
    let mut b = Build::new();
    // Published on 1 April; five have a candidate after 10, 20, 30, 40 and 50 days, one is leased after 61.
    for (n, proposed) in ["2021-04-11", "2021-04-21", "2021-05-01", "2021-05-11", "2021-05-21"].into_iter().enumerate()
    {
        let landlord = if n < 3 { "Alpha" } else { "Bravo" };
        if n % 3 == 0 {
            b.landlord(landlord, &[]);
        }
        let unit = format!("U{n}");
        b.unit(&unit, landlord, &[("published", "2021-04-01")]);
        b.case(&format!("R{n}"), &[]);
        b.proposal(&unit, &format!("R{n}"), &[("proposed_on", proposed)]);
    }
    b.set(TableId::Units, "U0", "lease_signed", "2021-06-01");
    let note_and_rows = |audience: Audience| {
        let mut notes = Vec::new();
        each(b.dataset(), audience, |chart, size, scene| {
            if (chart, size) == (Chart::Fates, Size::FullPage) {
                let note = scene.description.replace(['\u{a0}', '\u{202f}'], " ");
                notes.push((note, scene.table.rows.clone()));
            }
        });
        notes.pop().unwrap()
    };
    let (note, rows) = note_and_rows(Audience::Committee);
    assert!(note.contains("30 j (n = 5) jusqu’à la première candidate ; dite à partir de 5 logements."), "{note}");
    let candidate = |name: &str| rows.iter().find(|row| row.name == name).unwrap().values[6].clone();
    assert_eq!((candidate("Alpha"), candidate("Bravo")), (TableEntry::from(None), TableEntry::from(None)));
    assert_eq!(candidate("Région"), TableEntry::Number(30));

    let (note, rows) = note_and_rows(Audience::Office);
    assert!(note.contains("30 j (n = 5) jusqu’à la première candidate, 61 j (n = 1) jusqu’au bail."), "{note}");
    let alpha = rows.iter().find(|row| row.name == "Alpha").unwrap();
    assert_eq!(alpha.values[6..], [TableEntry::Number(20), TableEntry::Number(61)]);
}

#[test]
fn the_figures_are_those_of_the_verdicts() {
    let dataset = clefs::sample::generate(60, 60, 3);
    let view = indicators::view(&dataset, None, None, day(2021, 7, 9));
    let of = Snapshot::of(Arc::new(dataset), view, Audience::Office);
    let (dataset, lens, words) = (of.dataset(), of.lens(), Words::new(Lang::Fr));
    let input = fates_input(&ChartSource { snapshot: &of, order: RowOrder::Listed, words: &words }, true);
    for stage in Stage::ALL {
        let counted = dataset.units.iter().filter(|unit| {
            let ruling = indicators::unit_verdict(&lens, unit).ruling;
            matches!(ruling, UnitRuling::Delivered { on, stage: of, .. } if of == *stage && view.span.holds(dataset, on))
        });
        assert_eq!(input.region.at[*stage as usize] as usize, counted.count(), "{}", stage.key());
    }
    let of_rows: u32 = input.rows.iter().map(FatesRow::total).sum();
    assert_eq!(of_rows, input.region.total());
    assert!(input.rows.windows(2).all(|pair| pair[0].total() >= pair[1].total()));
}

fn any_input() -> impl Strategy<Value = FatesInput> {
    let n = || prop_oneof![3 => Just(0_u32), 5 => 0..9_u32, 1 => 0..3_000_000_u32, 1 => Just(u32::MAX)];
    let name =
        prop_oneof![Just(String::new()), "[A-Z][a-zé’-]{2,12}( [A-Za-z&<-]{1,12}){0,3}", "[W]{90}", "\\PC{0,30}"];
    let row = (0..999_usize, name, [n(), n(), n(), n(), n()]).prop_map(|(id, name, at)| row(id, &name, at));
    prop::collection::vec(row, 0..60).prop_map(input)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_two_texts_overlap_and_none_leaves_the_page(
        input in any_input(),
        width in 200.0..2000.0_f32,
        height in 0.0..1200.0_f32,
    ) {
        check_layout(&draw(&input, width, height));
    }
}

#[test]
fn durations_of_few_units_appear_nowhere() {
    let days = |least: usize| {
        let scene = draw(&FatesInput { least, ..fourteen() }, 960.0, 540.0);
        let shown = texts(&scene).iter().filter(|text| text.text.contains(" j (n")).count();
        let copied = scene.table.rows.iter().filter(|row| row.values[6] != TableEntry::Nothing).count();
        (shown, copied, scene.counted.len())
    };
    // Two landlords have leased three and two units; all durations but one are known.
    assert_eq!(days(1), (4, 2, 4));
    assert_eq!(days(3), (1, 1, 1));
    assert_eq!(days(5), (0, 0, 0));
}

//! The curve: its texts, and layout for arbitrary curves.

use chrono::{Days, NaiveDate};
use clefs::chart::layout::curve::{self, CurveInput};
use clefs::chart::layout::frame::Imprint;
use clefs::chart::scene::{RowPart, Scene, TableEntry};
use clefs::domain::convention::CountBasis;
use clefs::domain::id::RowId;
use clefs::domain::relocation::Origin;
use clefs::indicators::{Curve, Forecast, Rise};
use clefs::words::{Lang, Words};
use proptest::prelude::*;

use super::layout::check_layout;
use super::{day, imprint, texts};

fn rises(days: &[(i32, u32, u32, u32)]) -> Vec<Rise> {
    days.iter().map(|(year, month, of, total)| Rise { on: day(*year, *month, *of), total: *total }).collect()
}

/// Ten women after a referral, twelve in all, 21 children; two committees.
pub fn ten() -> CurveInput {
    let curve = Curve {
        starts: day(2021, 3, 25),
        ends: day(2021, 12, 31),
        referral: rises(&[(2021, 4, 20, 2), (2021, 5, 3, 5), (2021, 6, 14, 8), (2021, 7, 1, 10)]),
        in_all: rises(&[(2021, 4, 20, 3), (2021, 5, 3, 6), (2021, 6, 14, 10), (2021, 7, 1, 12)]),
        children: Some(rises(&[(2021, 5, 3, 11), (2021, 7, 1, 21)])),
        women: Vec::new(),
        mothers: (0..10).map(|n| RowId::from_random(2 * n + 1)).collect(),
        group: 5,
        groups_as_of: Some(imprint().as_of),
        target: Some(25),
        committees: vec![day(2021, 4, 9), day(2021, 7, 9)],
        forecast: Some(Forecast { earliest: day(2021, 10, 8), latest: day(2022, 1, 17) }),
    };
    CurveInput { curve: Some(curve), imprint: imprint(), region: "Région".to_owned(), basis: CountBasis::Lease }
}

pub fn draw(input: &CurveInput, width: f32, height: f32) -> Scene {
    curve::scene(input, &Words::new(Lang::Fr), width, height)
}

#[test]
fn the_title_compares_with_the_target_and_the_note_gives_a_range() {
    let scene = draw(&ten(), 960.0, 540.0);
    assert_eq!(scene.title, "10 femmes relogées après interpellation sur 25 au 9 juillet 2021");
    let all = texts(&scene).iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join(" ");
    let all = all.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(all.contains("entre le 8 octobre 2021 et le 17 janvier 2022"), "{all}");
    for name in ["10 après interpellation", "12 en tout", "21 enfants", "25 : engagement", "comité du 9 avril"] {
        assert!(all.contains(name), "{name}: {all}");
    }
}

#[test]
fn each_line_and_its_label_open_the_total_and_the_table_ends_with_it() {
    let scene = draw(&ten(), 960.0, 540.0);
    let stops: Vec<_> = scene.subjects().iter().map(|subject| (subject.part, subject.value)).collect();
    assert_eq!(
        stops,
        [(RowPart::Delivered, 10), (RowPart::InAll, 12), (RowPart::Counted(0), 10), (RowPart::Target, 25)]
    );
    for subject in scene.subjects() {
        assert!(scene.areas(*subject).count() >= 2, "a line and a name");
        // Children open the women that they are of.
        let name = if subject.part == RowPart::Counted(0) { "21 enfants de 10 femmes" } else { "Région" };
        assert_eq!(scene.name(*subject).replace('\u{a0}', " "), name);
    }
    assert_eq!(scene.table.rows.len(), 4 + 1);
    assert_eq!(scene.table.rows[1].values, [Some(5), Some(6), Some(11)].map(TableEntry::from));
    assert_eq!(scene.table.rows[4].values, [Some(10), Some(12), Some(21)].map(TableEntry::from));
}

#[test]
fn children_of_few_women_are_neither_drawn_nor_described() {
    let mut input = ten();
    input.curve.as_mut().unwrap().children = None;
    let scene = draw(&input, 960.0, 540.0);
    assert_eq!(scene.counted, []);
    assert!(scene.table.rows.iter().all(|row| row.values[2] == TableEntry::Nothing));
    let said = texts(&scene).iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join(" ");
    assert!(said.replace(['\u{a0}', '\u{202f}'], " ").contains("Moins de 5 femmes"), "{said}");
    assert!(!said.contains("21 enfants"));
}

fn any_rises(starts: NaiveDate) -> impl Strategy<Value = Vec<Rise>> {
    prop::collection::vec((0..400_u64, 1..40_u32), 0..12).prop_map(move |mut steps| {
        steps.sort_unstable();
        steps.dedup_by_key(|(days, _)| *days);
        let mut total = 0;
        let mut rises = Vec::new();
        for (days, more) in steps {
            total += more;
            rises.push(Rise { on: starts.checked_add_days(Days::new(days)).unwrap(), total });
        }
        rises
    })
}

fn any_curve() -> impl Strategy<Value = CurveInput> {
    let starts = day(2021, 3, 25);
    let target = prop::option::of(prop_oneof![Just(1_u32), 1..90_u32, 1_000..2_000_000_u32]);
    let committees = prop::collection::btree_set(0..500_u64, 0..9);
    let rises = (any_rises(starts), any_rises(starts), prop::option::of(any_rises(starts)));
    (rises, target, committees, 0..900_u64, 0..500_u64, any::<bool>()).prop_map(
        move |((referral, in_all, children), target, committees, length, gone, fictitious)| {
            let after = |days| starts.checked_add_days(Days::new(days)).unwrap();
            let committees = committees.into_iter().map(after).filter(|held| *held <= after(length)).collect();
            let forecast = target.map(|_| Forecast { earliest: after(length), latest: after(length + gone) });
            let ends = after(length);
            let curve = Curve {
                starts,
                ends,
                referral,
                in_all,
                children,
                women: Vec::new(),
                mothers: (0..10).map(|n| RowId::from_random(2 * n + 1)).collect(),
                group: 5,
                groups_as_of: Some(after(gone)),
                target,
                committees,
                forecast,
            };
            CurveInput { curve: Some(curve), imprint: Imprint { as_of: after(gone), fictitious, ..imprint() }, ..ten() }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_two_texts_overlap_and_none_leaves_the_page(
        input in any_curve(),
        width in 200.0..2000.0_f32,
        height in 0.0..1200.0_f32,
    ) {
        check_layout(&draw(&input, width, height));
    }
}

#[test]
fn a_span_without_days_tells_the_user_what_to_enter() {
    let input = CurveInput { curve: None, ..ten() };
    let scene = draw(&input, 600.0, 300.0);
    check_layout(&scene);
    assert!(texts(&scene).iter().any(|text| text.text.contains("Saisissez-les dans Convention")));
}

#[test]
fn a_step_opens_the_women_of_its_day() {
    let mut input = ten();
    let woman = |n: u64, origin| (day(2021, 7, 1), origin, RowId::from_random(n));
    let curve = input.curve.as_mut().unwrap();
    curve.women = vec![woman(1, Origin::Referral), woman(2, Origin::Platform), woman(3, Origin::Referral)];
    let scene = draw(&input, 960.0, 540.0);
    let titles: Vec<(&str, usize)> = scene.counted.iter().map(|of| (&*of.title, of.rows.len())).collect();
    assert_eq!(
        titles,
        [
            ("21 enfants de 10 femmes", 10),
            ("1er juillet 2021\u{a0}: 3 femmes relogées, 12 depuis le début de la période", 3),
            ("1er juillet 2021\u{a0}: 2 femmes relogées, 10 depuis le début de la période", 2),
        ]
    );
    // The keyboard reaches them too, after the lines.
    assert_eq!(scene.subjects().iter().filter(|subject| scene.counted(**subject).is_some()).count(), 3);
    assert!(scene.counted(scene.subjects()[0]).is_none());
}

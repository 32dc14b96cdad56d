//! Publications: what was seen stays as it was, corrections of the past give nobody away, and they are told.

use std::collections::BTreeMap;

use clefs::domain::publication::TotalKey;
use clefs::domain::schema::{Audience, TableId};
use clefs::indicators::Span;
use proptest::prelude::*;

use super::disclosure::{
    DAYS, RELEASED, Table, Woman, any_woman, by_departement, convention, found_out, month, needs, times,
};
use crate::build::Build;

/// What is corrected of a woman, and after which committee.
type Correction = (usize, usize, Woman);

proptest! {
    #![proptest_config(ProptestConfig { cases: times(240), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nor_from_what_was_published_and_corrected_since(
        women in prop::collection::vec(any_woman(), 15..120),
        corrections in prop::collection::vec((0..120_usize, 0..4_usize, any_woman()), 0..12),
    ) {
        let found = found_out(&published_and_corrected(&women, &corrections));
        prop_assert!(found.is_empty(), "{found:#?}");
    }
}

/// The tables as read on the day of each committee, which was closed; between them the past is corrected, so that no
/// table only grows.
fn published_and_corrected(women: &[Woman], corrections: &[Correction]) -> BTreeMap<String, Table> {
    let mut b = convention(women);
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    let mut of_period: BTreeMap<String, Table> = BTreeMap::new();
    for (committee, as_of) in RELEASED.iter().enumerate() {
        let before = b.figures(Span::SinceStart, as_of, Audience::Committee).release().day;
        b.publish(Span::SinceStart, as_of);
        let read = b.figures(Span::SinceStart, as_of, Audience::Committee);
        // What an earlier committee read stays as it was.
        assert!(read.release().day >= before);
        if read.release().is_of_day {
            needs(&b, read.release().day, read.release(), &mut tables);
        }
        for name in ["2021", "2022"] {
            by_departement(&b, (b.period(name), name), as_of, &mut of_period);
        }
        for (woman, _, (dwelling, wanted, came, ..)) in corrections.iter().filter(|(_, after, _)| *after == committee) {
            let case = format!("C{}", woman % women.len());
            for (column, text) in [("dwellings", *dwelling), ("wanted", wanted), ("need_spotted", &month(*came))] {
                b.set(TableId::Relocations, &case, column, text);
            }
        }
    }
    for table in of_period.values_mut() {
        table.is_growing = false;
    }
    tables.extend(of_period);
    tables
}

#[test]
fn what_was_published_stays_as_it_was_seen_and_a_correction_is_told() {
    let mut b = convention(&vec![("T3", "d59", 0, None, None); 30]);
    b.landlord("Alpha", &[]);
    for n in 0..3 {
        b.unit(&format!("U{n}"), "Alpha", &[("published", "2021-04-09")]);
    }
    let span = b.period("2021");
    b.publish(span, DAYS[0]);
    let read = |b: &Build| b.figures(span, DAYS[0], Audience::Committee);
    let figures = |b: &Build| {
        let release = read(b).release().clone();
        release.wishes.iter().map(|wish| release.cell((Some(*wish), None)).map(|cell| cell.waiting)).collect::<Vec<_>>()
    };
    let seen = figures(&b);
    assert_eq!(seen.iter().flatten().sum::<u32>(), 30);
    assert!(read(&b).published_then().expect("it was published").corrections.is_empty());
    // Ten of them wanted another type, and one home was published later.
    for n in 0..10 {
        b.set(TableId::Relocations, &format!("C{n}"), "dwellings", "T5");
    }
    b.set(TableId::Units, "U1", "published", "2021-07-09");
    assert_eq!(figures(&b), seen);
    let now = read(&b);
    let then = now.published_then().expect("it was published");
    let told: Vec<_> =
        then.corrections.iter().map(|it| (it.total, it.landlord.is_some(), it.published, it.now)).collect();
    assert_eq!(told, [(TotalKey::Units, false, 3, 2), (TotalKey::Units, true, 3, 2)]);
}

#[test]
fn on_the_day_of_a_committee_no_figure_moves_before_it_is_closed() {
    let mut b = convention(&vec![("T3", "d59", 0, None, None); 30]);
    let types = |b: &Build| b.figures(Span::SinceStart, DAYS[0], Audience::Committee).release().wishes.len();
    assert_eq!(types(&b), 0, "none was released before");
    b.publish(Span::SinceStart, DAYS[0]);
    assert!(types(&b) > 0);
}

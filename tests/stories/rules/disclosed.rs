//! Files of the first version that gave small counts away, or nothing at all.

use clefs::domain::schema::{Audience, TableId};
use clefs::indicators::{By, Level, Span, Tally};

use super::disclosure::{found_out, published};
use crate::build::{Build, case_file};

/// Closes each committee of a file, and reads on its day and a week before.
fn closed(name: &str) -> (Build, Vec<String>) {
    let mut b = Build::of(case_file(name));
    let mut days: Vec<_> = b.dataset().committees.iter().filter_map(|committee| committee.held_on).collect();
    days.sort_unstable();
    let days: Vec<_> = days.into_iter().map(|day| day.to_string()).collect();
    for day in &days {
        b.publish(Span::SinceStart, day);
    }
    (b, days)
}

#[test]
fn two_spans_of_one_day_pin_nobody() {
    for name in ["leak-span-seed6-300.ron", "committees-planned-seed3.ron", "overmask-g1.ron"] {
        let (b, days) = closed(name);
        let days: Vec<_> = days.iter().map(String::as_str).collect();
        let tables = published(&b, &days);
        assert!(!tables.is_empty(), "{name} publishes nothing");
        assert_eq!(found_out(&tables), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_committee_left_planned_releases_nothing() {
    let b = Build::of(case_file("committees-planned-seed3.ron"));
    assert!(b.dataset().table(TableId::Committees).count() > 3);
    for day in ["2021-04-09", "2021-07-09", "2021-10-08", "2022-07-08", "2022-10-07"] {
        let read = b.figures(Span::SinceStart, day, Audience::Committee);
        assert_eq!(read.release().level, Level::Total, "{day}");
        let groups = &read.breakdown(By::Departement).groups;
        assert!(groups.iter().all(|(_, of)| of.published(Tally::Needs).is_none()), "{day}");
    }
}

#[test]
fn where_no_cell_is_small_territories_are_shown() {
    let (b, days) = closed("overmask-g1.ron");
    let shown = |day: &String| {
        let read = b.figures(Span::SinceStart, day, Audience::Committee);
        let groups = &read.breakdown(By::Departement).groups;
        groups.iter().filter(|(_, of)| of.published(Tally::Needs).is_some()).count() >= 3
    };
    // The first committee met two weeks after the start.
    let of: Vec<_> = days.iter().skip(1).map(shown).collect();
    assert!(of.len() > 4 && of.iter().all(|is_shown| *is_shown), "{of:?}");
}

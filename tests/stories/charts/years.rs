//! The chart of years: each period against its commitment, and everything since the start.

use clefs::chart::kind::Chart;
use clefs::chart::scene::TableEntry::{self, Number};
use clefs::domain::schema::Audience::{self, Committee, Office};
use clefs::indicators::Span;

use super::titles::{scene, two_years};
use crate::build::Build;

/// The rows: name and figures.
fn rows(b: &Build, as_of: &str, audience: Audience) -> Vec<(String, Vec<TableEntry>)> {
    let table = scene(b, Chart::Years, b.period("2021"), as_of, audience).table;
    table.rows.into_iter().map(|row| (row.name.replace('\u{a0}', " "), row.values)).collect()
}

fn convention() -> Build {
    let mut b = two_years();
    b.commitment("relocations", "2021", "*", "3");
    for (code, on, children) in [("R1", "2021-06-01", "2"), ("R2", "2021-07-01", "1"), ("R3", "2022-02-01", "0")] {
        b.case(code, &[("origin", "referral"), ("landlord", "Alpha"), ("lease_signed", on), ("children", children)]);
    }
    b
}

#[test]
fn each_year_stands_beside_its_commitment_and_the_running_one_says_its_day() {
    let b = convention();
    let none = || TableEntry::Text("–".to_owned());
    assert_eq!(
        rows(&b, "2022-06-30", Office),
        [
            ("2021".to_owned(), vec![Number(1), Number(2), Number(2), Number(3), Number(2), Number(3)]),
            ("2022, au 30/06/2022".to_owned(), vec![Number(2), Number(2), Number(1), none(), Number(1), Number(0)]),
            ("Depuis le début".to_owned(), vec![Number(3), Number(4), Number(3), Number(3), Number(3), Number(3)]),
        ]
    );
    // The span that is looked at changes nothing; a single year is no chart.
    let since = scene(&b, Chart::Years, Span::SinceStart, "2022-06-30", Office);
    assert_eq!(since.table, scene(&b, Chart::Years, b.period("2021"), "2022-06-30", Office).table);
    let offered = |as_of| Chart::offered(&b.figures(Span::SinceStart, as_of, Office)).contains(&Chart::Years);
    assert!(offered("2022-06-30") && !offered("2021-12-31"));
}

#[test]
fn its_title_is_what_the_last_whole_year_came_to() {
    let b = convention();
    let title =
        |as_of| scene(&b, Chart::Years, Span::SinceStart, as_of, Office).title.replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(title("2022-06-30"), "2021 : 1 logement sur 2, 2 femmes relogées après interpellation sur 3");
    assert_eq!(title("2022-12-31"), "2022 : 2 logements sur 2, 1 femme relogée après interpellation");
}

#[test]
fn children_are_those_that_the_audience_reads_and_add_up() {
    let b = convention();
    let children =
        |audience| rows(&b, "2022-06-30", audience).into_iter().map(|(_, row)| row[5].clone()).collect::<Vec<_>>();
    assert_eq!(children(Office), [3, 0, 3].map(Number));
    assert!(children(Committee).iter().all(|entry| matches!(entry, TableEntry::Text(_))));
}

//! The small made-up convention of `fixtures/counting`, built through edits: every figure matches
//! `expected.csv`, and undoing everything gives an empty dataset.

use clefs::domain::dataset::Dataset;
use clefs::domain::schema::TableId;
use clefs::indicators::{Figures, Progress, RegionProgress, Span, progress};

use crate::build::{Build, stamp};

const LANDLORDS: &str = include_str!("../fixtures/counting/landlords.csv");
const COMMITMENTS: &str = include_str!("../fixtures/counting/commitments.csv");
const UNITS: &str = include_str!("../fixtures/counting/units.csv");
const RELOCATIONS: &str = include_str!("../fixtures/counting/relocations.csv");
const EXPECTED: &str = include_str!("../fixtures/counting/expected.csv");

/// The lines of a file, each as (column, text) pairs.
fn lines(csv: &'static str) -> Vec<Vec<(&'static str, &'static str)>> {
    let mut lines = csv.lines();
    let heads: Vec<_> = lines.next().unwrap_or_default().split(';').collect();
    lines.map(|line| heads.iter().copied().zip(line.split(';')).collect()).collect()
}

fn text<'a>(line: &[(&'a str, &'a str)], column: &str) -> &'a str {
    line.iter().find(|(head, _)| *head == column).unwrap_or_else(|| panic!("no column {column}")).1
}

/// A record's cells; columns are pairs (schema, file).
fn cells<'a>(line: &[(&'a str, &'a str)], columns: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    columns.iter().map(|(key, head)| (*key, text(line, head))).collect()
}

/// The convention of the fixtures, built through edits.
pub fn convention() -> Build {
    let mut b = Build::new();
    for line in lines(LANDLORDS) {
        b.landlord(text(&line, "landlord"), &cells(&line, &[("joined", "joined"), ("left", "left")]));
    }
    for line in lines(COMMITMENTS) {
        let [axis, period, landlord, target] = ["axis", "period", "landlord", "target"].map(|head| text(&line, head));
        let row = b.commitment(axis, period, landlord, target);
        if text(&line, "counts") == "no" {
            b.set_row(TableId::Commitments, row, "counting", "beside");
        }
    }
    for line in lines(UNITS) {
        let columns = [
            ("channel", "channel"),
            ("promised", "promised"),
            ("identified", "identified"),
            ("published", "published"),
            ("presented", "presented"),
            ("allocated", "allocated"),
            ("lease_signed", "lease"),
            ("occupied", "occupied"),
            ("withdrawn", "withdrawn"),
            ("deadline_passed", "deadline_passed"),
            ("works", "works"),
            ("published_again", "published_again"),
        ];
        b.unit(text(&line, "unit"), text(&line, "landlord"), &cells(&line, &columns));
    }
    for line in lines(RELOCATIONS) {
        relocation(&mut b, &line);
    }
    b
}

fn relocation(b: &mut Build, line: &[(&'static str, &'static str)]) {
    let case = text(line, "case");
    let adults = text(line, "other_adults").parse::<u32>().expect("a number") + 1;
    let adults = adults.to_string();
    let columns = [
        ("origin", "origin"),
        ("landlord", "signed_with"),
        ("children", "children"),
        ("need_spotted", "need"),
        ("file_complete", "file_complete"),
        ("caleol", "caleol"),
        ("offer_received", "offer"),
        ("accepted", "accepted"),
        ("lease_signed", "lease"),
        ("moved_in", "keys"),
        ("suspended_from", "suspended"),
        ("suspended_to", "resumed"),
        ("exited", "exit"),
    ];
    let mut all = cells(line, &columns);
    all.push(("adults", &adults));
    all.push((
        "exit_kind",
        match text(line, "exit_kind") {
            "" => "",
            "other solution" => "other-solution",
            "no follow-up" => "no-follow-up",
            other => panic!("no exit of that kind: {other}"),
        },
    ));
    b.case(case, &all);
    let [asked, referred, acknowledged] = ["asked", "referred", "acknowledged"].map(|head| text(line, head));
    if asked.is_empty() {
        b.set(TableId::Relocations, case, "referred", referred);
    } else {
        let answer = if acknowledged.is_empty() { "" } else { "accepted" };
        b.referral(case, asked, &[("asked_on", referred), ("answered_on", acknowledged), ("answer", answer)]);
    }
}

fn shown<T: ToString>(number: Option<T>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// The cells of a line of `expected.csv`, from the first figure on.
fn row(figures: &Figures, region: Option<&RegionProgress>) -> String {
    let Figures { units, relocations, women, .. } = figures;
    let allocate = region.map(|region| region.to_allocate).unwrap_or_default();
    [
        shown(units.target.total),
        units.delivered.n().to_string(),
        units.pipeline.n().to_string(),
        shown(relocations.target.total),
        relocations.delivered.n().to_string(),
        relocations.pipeline.n().to_string(),
        relocations.suspended.n().to_string(),
        women.platform.n().to_string(),
        women.in_all.n().to_string(),
        women.children.total.to_string(),
        shown(units.rate()),
        shown(relocations.rate()),
        shown(allocate.units),
        shown(allocate.relocations),
    ]
    .join(";")
}

#[test]
fn every_figure_matches_the_expected_one() {
    let b = convention();
    let mut checked = 0;
    for line in EXPECTED.lines().skip(1) {
        let [period, as_of, landlord, figures] = *line.splitn(4, ';').collect::<Vec<_>>() else { panic!("{line}") };
        let counted = b.look(as_of, |lens| progress(lens, b.period(period)));
        let got = match landlord {
            "*" => row(&counted.region.figures, Some(&counted.region)),
            name => row(counted.of(b.row(name)).expect("every landlord is listed"), None),
        };
        assert_eq!(got, figures, "{period} as of {as_of}, {landlord}");
        checked += 1;
    }
    assert_eq!(checked, 60);
}

#[test]
fn what_is_outside_the_convention_is_counted_apart() {
    let b = convention();
    let counted = b.look("2021-12-31", |lens| progress(lens, b.period("2021")));
    assert_eq!(b.names(&counted.region.figures.women.outside.rows), ["R17"]);
    assert_eq!(counted.region.figures.women.children_outside.total, 2);
    let charlie = counted.of(b.row("Charlie")).expect("listed");
    assert_eq!(b.names(&charlie.women.outside.rows), ["R17"]);
}

#[test]
fn landlords_keep_the_dataset_order_and_since_the_start_sums_the_begun_periods() {
    let b = convention();
    let counted = b.look("2022-07-31", |lens| progress(lens, Span::SinceStart));
    let rows: Vec<_> = counted.landlords.iter().map(|found| found.landlord).collect();
    assert_eq!(b.names(&rows), ["Alpha", "Bravo", "Charlie", "Delta", "Echo"]);
    let region = &counted.region.figures;
    assert_eq!((region.units.target.total, region.relocations.target.total), (Some(24), Some(20)));
    // 9 of 2021 and 6 of 2022; 5 + 6 women after a referral, 1 + 1 by the platform.
    assert_eq!((region.units.delivered.n(), region.women.in_all.n(), region.women.children.total), (15, 13, 17));
}

#[test]
fn undoing_everything_gives_the_empty_dataset_back() {
    let mut b = convention();
    let built = b.dataset().clone();
    while b.document.undo(stamp()).expect("every step can be undone").is_some() {}
    assert!(b.dataset().same_records(&Dataset::default()));
    while b.document.redo(stamp()).expect("every step can be redone").is_some() {}
    assert!(b.dataset().same_records(&built));
}

/// Fictitious cases that add up to the totals published by the union: 38 women and 68 children in
/// 2021, 82 and 121 in 2022.
fn published_results() -> Build {
    let mut b = Build::new();
    for name in ["Alpha", "Bravo", "Charlie"] {
        b.landlord(name, &[]);
    }
    // 38 women: 30 with 2 children and 8 with 1 make 68. One in four comes through the platform.
    women(&mut b, "2021", 38, |n| if n < 30 { "2" } else { "1" });
    // 82 women: 40 with 2 children, 41 with 1 and 1 with none make 121.
    women(&mut b, "2022", 82, |n| match n {
        0..40 => "2",
        40..81 => "1",
        _ => "0",
    });
    b
}

fn women(b: &mut Build, year: &str, how_many: usize, children: impl Fn(usize) -> &'static str) {
    for n in 0..how_many {
        let landlord = ["Alpha", "Bravo", "Charlie"][n % 3];
        let origin = if n % 4 == 3 { "platform" } else { "referral" };
        let lease = format!("{year}-{:02}-{:02}", 4 + n % 9, 1 + n % 28);
        let cells = [("origin", origin), ("landlord", landlord), ("children", children(n)), ("lease_signed", &lease)];
        b.case(&format!("{year}-{n}"), &cells);
    }
}

fn women_and_children(counted: &Progress) -> (usize, u64) {
    let women = &counted.region.figures.women;
    (women.in_all.n(), women.children.total)
}

#[test]
fn the_published_totals_are_reproduced() {
    let b = published_results();
    let seen = |as_of: &str, span| b.look(as_of, |lens| women_and_children(&progress(lens, span)));
    assert_eq!(seen("2021-12-31", b.period("2021")), (38, 68));
    assert_eq!(seen("2022-12-31", b.period("2022")), (82, 121));
    assert_eq!(seen("2022-12-31", b.period("2021")), (38, 68));
    assert_eq!(seen("2022-12-31", Span::SinceStart), (120, 189));
    let by_origin = b.look("2021-12-31", |lens| progress(lens, b.period("2021")).region.figures.women);
    assert_eq!((by_origin.platform.n(), by_origin.referral.n()), (9, 29));
}

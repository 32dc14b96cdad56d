//! Tables as CSV: the office sees everything and is told so, the committee sees its projection.

use super::{Home, small};

fn export<'a>(table: &'a str, out: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["export", "x.ron", table, "--out", out], more].concat()
}

const COMMITTEE: [&str; 2] = ["--audience", "committee"];

#[test]
fn the_office_is_told_that_it_is_for_the_office() {
    let home = Home::with("x.ron", &small());
    let said = home.well(&export("units", "x.csv", &[]));
    assert_eq!(said, "wrote x.csv FOR THE OFFICE ONLY: it holds confidential data\n");
    let csv = home.text("x.csv");
    assert!(csv.contains("L-0001") && csv.contains("Bailleur Alpha") && csv.contains("CANARI"), "{csv}");
    home.well(&export("units", "english.csv", &["--lang", "en"]));
    assert_ne!(home.text("english.csv"), csv);
}

#[test]
fn the_committee_gets_its_projection() {
    let home = Home::with("x.ron", &small());
    assert_eq!(home.well(&export("units", "x.csv", &COMMITTEE)), "wrote x.csv for the committee\n");
    let csv = home.text("x.csv");
    assert!(csv.contains("L-0001") && !csv.contains("CANARI"), "{csv}");
}

#[test]
fn a_table_that_the_committee_may_not_see_is_refused_and_not_written() {
    let home = Home::with("x.ron", &small());
    for table in ["relocations", "referrals", "proposals"] {
        let said = home.refused(&export(table, "x.csv", &COMMITTEE));
        assert!(said.contains("the committee sees none of its rows"), "{said}");
        home.well(&export(table, &format!("{table}.csv"), &[]));
    }
}

#[test]
fn what_can_not_be_written_is_told_and_nothing_is() {
    let home = Home::with("x.ron", &small());
    let said = home.refused(&export("logements", "x.csv", &[]));
    assert!(said.starts_with("clefs: no table is called `logements`; there are: convention, "), "{said}");
    for out in ["x.xlsx", "x", "x.ron.txt"] {
        let said = home.refused(&export("units", out, &[]));
        assert_eq!(said, format!("clefs: {out}: tables are written as .csv\n"));
    }
    let said = home.refused(&export("units", "absent/plus/x.csv", &[]));
    assert_eq!(said, "clefs: absent/plus/x.csv: the folder “absent/plus” is not there\n");

    std::fs::write(home.path("pris.csv"), b"autre chose").unwrap();
    let said = home.refused(&export("units", "pris.csv", &[]));
    assert_eq!(said, "clefs: “pris.csv” exists already: nothing was written.\n");
    assert_eq!(home.read("pris.csv"), b"autre chose");
}

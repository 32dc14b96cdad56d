//! Tables as CSV: the office gets everything and a warning, the committee its projection.

use super::{Home, small};

fn export<'a>(table: &'a str, out: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["export", "x.ron", table, "--out", out], more].concat()
}

const COMMITTEE: [&str; 2] = ["--audience", "committee"];

#[test]
fn the_office_export_is_marked_confidential() {
    let home = Home::with("x.ron", &small());
    let out = home.succeed(&export("units", "x.csv", &[]));
    assert_eq!(out, "wrote x.csv FOR THE OFFICE ONLY: it holds confidential data\n");
    let csv = home.text("x.csv");
    assert!(csv.contains("L-0001") && csv.contains("Bailleur Alpha") && csv.contains("CANARI"), "{csv}");
    home.succeed(&export("units", "english.csv", &["--lang", "en"]));
    assert_ne!(home.text("english.csv"), csv);
}

#[test]
fn the_committee_gets_its_projection() {
    let home = Home::with("x.ron", &small());
    assert_eq!(home.succeed(&export("units", "x.csv", &COMMITTEE)), "wrote x.csv for the committee\n");
    let csv = home.text("x.csv");
    assert!(csv.contains("L-0001") && !csv.contains("CANARI"), "{csv}");
}

#[test]
fn a_table_that_the_committee_may_not_see_is_refused_and_not_written() {
    let home = Home::with("x.ron", &small());
    for table in ["relocations", "referrals", "proposals"] {
        let error = home.fail(&export(table, "x.csv", &COMMITTEE));
        assert!(error.contains("the committee sees none of its rows"), "{error}");
        home.succeed(&export(table, &format!("{table}.csv"), &[]));
    }
}

#[test]
fn an_impossible_output_is_reported_and_nothing_is_written() {
    let home = Home::with("x.ron", &small());
    let error = home.fail(&export("logements", "x.csv", &[]));
    assert!(error.starts_with("clefs: no table is called `logements`; there are: convention, "), "{error}");
    for out in ["x.xlsx", "x", "x.ron.txt"] {
        let error = home.fail(&export("units", out, &[]));
        assert_eq!(error, format!("clefs: {out}: tables are written as .csv\n"));
    }
    let error = home.fail(&export("units", "absent/plus/x.csv", &[]));
    assert_eq!(error, "clefs: There is no folder “absent/plus”: nothing was written. Choose a folder that exists.\n");

    std::fs::write(home.path("pris.csv"), b"autre chose").unwrap();
    let error = home.fail(&export("units", "pris.csv", &[]));
    assert_eq!(error, "clefs: “pris.csv” exists already: nothing was written.\n");
    assert_eq!(home.read("pris.csv"), b"autre chose");
}

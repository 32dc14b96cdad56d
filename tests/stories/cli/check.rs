//! `check`: what is wrong or doubtful in a file, one finding per line.

use super::{Home, bytes_of, small_with};
use crate::build::Build;

#[test]
fn a_valid_file_has_no_finding() {
    let mut b = Build::new();
    b.landlord("Bailleur Alpha", &[]);
    let home = Home::with("x.ron", &bytes_of(b.dataset()));
    assert_eq!(home.succeed(&["check", "x.ron"]), "0 findings, no error\n");
}

#[test]
fn each_finding_is_a_line_with_its_cell_and_an_error_fails() {
    let mut b = Build::new();
    b.landlord("Bailleur Alpha", &[("left", "2021-06-30")]);
    b.unit("L-0001", "Bailleur Alpha", &[("published", "2021-07-09")]);
    let doubtful = Home::with("x.ron", &bytes_of(b.dataset()));
    let out = doubtful.succeed(&["check", "x.ron"]);
    same_lines(&out, &["warning: units · L-0001 · published: "], "1 finding, no error");

    b.landlord("bailleur alpha", &[]);
    let wrong = Home::with("x.ron", &bytes_of(b.dataset()));
    let run = wrong.run(&["check", "x.ron"]);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""), "{run:?}");
    let expected = ["error: landlords · bailleur alpha · name: ", "warning: units · L-0001 · published: "];
    same_lines(&run.out, &expected, "2 findings, 1 of them an error");
}

#[test]
fn an_edited_file_is_one_more_finding() {
    let home = Home::with("x.ron", &small_with("Bailleur Alpha", "Bailleur Zoulou"));
    let run = home.run(&["check", "x.ron"]);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""), "{run:?}");
    same_lines(&run.out, &["error: x.ron: The file was edited outside Clefs"], "1 finding, 1 of them an error");
}

#[test]
fn a_newer_file_is_a_warning() {
    let home = Home::with("x.ron", &small_with("format: 1", "format: 2"));
    let out = home.succeed(&["check", "x.ron"]);
    same_lines(&out, &["warning: x.ron: The file comes from a newer version of Clefs"], "1 finding, no error");
}

/// Compares the beginnings of lines, and the last line whole.
fn same_lines(out: &str, starts: &[&str], last: &str) {
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), starts.len() + 1, "{out}");
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(start) && line.len() > start.len(), "{line}\nexpected: {start}");
    }
    assert_eq!(lines.last(), Some(&last));
}

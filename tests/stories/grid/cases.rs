//! Reads the case files, plays each case, and compares the drawings.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use clefs::domain::schema::TableId;

use super::bench::{Bench, records};

/// The columns shown at the start.
const ORDINARY: &[&str] = &["Code", "Bailleur", "Type", "m²", "Loyer HC", "Publié"];

/// One case of a file.
struct Case {
    title: String,
    start: String,
    keys: String,
    after: String,
}

/// The columns of a named start, and the keys that lead to it.
fn start(name: &str) -> (&'static [&'static str], &'static str) {
    match name {
        "ordinary" => (ORDINARY, ""),
        "sorted" => (ORDINARY, "sort:m² sort:m²"),
        "searched" => (ORDINARY, "search:alpha"),
        "filtered" => (ORDINARY, "filter:Type=T3|T4"),
        "hidden" => (&["Code", "Bailleur", "Type", "Loyer HC", "Publié"], ""),
        "computed" => (&["Code", "Statut", "Voie", "Commune", "EPCI"], ""),
        "dates" => (&["Code", "Publié", "Présenté en CALEOL", "Bail signé"], ""),
        "notes" => (&["Code", "Type", "Notes"], ""),
        other => panic!("unknown start {other}"),
    }
}

fn parse(text: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    for part in text.split("## ").skip(1) {
        let mut lines = part.trim_end().lines();
        let mut case = Case {
            title: lines.next().unwrap_or_default().to_owned(),
            start: "ordinary".to_owned(),
            keys: String::new(),
            after: String::new(),
        };
        let mut after = Vec::new();
        for line in lines {
            match line.split_once(' ') {
                Some(("from", name)) if after.is_empty() => name.clone_into(&mut case.start),
                Some(("keys", keys)) if after.is_empty() => keys.clone_into(&mut case.keys),
                _ => after.push(line),
            }
        }
        case.after = after.join("\n");
        cases.push(case);
    }
    cases
}

fn play(case: &Case) -> String {
    let (columns, keys) = start(&case.start);
    let mut bench = Bench::new(records(), TableId::Units, columns);
    bench.play(keys);
    bench.play(&case.keys);
    bench.draw()
}

/// Plays a file and returns its number of cases.
fn check(name: &str) -> usize {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/stories/grid/cases/{name}.txt"));
    let text = fs::read_to_string(&path).unwrap_or_default();
    let (intro, _) = text.split_once("## ").unwrap_or((text.as_str(), ""));
    let cases = parse(&text);
    let (mut written, mut wrong) = (intro.to_owned(), String::new());
    for case in &cases {
        let given = play(case);
        let _ = writeln!(written, "## {}", case.title);
        if case.start != "ordinary" {
            let _ = writeln!(written, "from {}", case.start);
        }
        let _ = write!(written, "keys {}\n{given}\n\n", case.keys);
        if given != case.after {
            let _ = write!(
                wrong,
                "\n{name}: {} ({})\n  keys {}\n{}",
                case.title,
                case.start,
                case.keys,
                diff(&case.after, &given)
            );
        }
    }
    if std::env::var("GRID_CASES").is_ok_and(|value| value == "write") {
        fs::write(&path, format!("{}\n", written.trim_end())).expect("the cases can be written");
    } else {
        assert!(wrong.is_empty(), "{wrong}");
    }
    cases.len()
}

/// A diff of two drawings: `-` expected, `+` actual.
fn diff(wanted: &str, given: &str) -> String {
    let (wanted, given): (Vec<_>, Vec<_>) = (wanted.lines().collect(), given.lines().collect());
    let mut out = String::new();
    for place in 0..wanted.len().max(given.len()) {
        match (wanted.get(place), given.get(place)) {
            (Some(a), Some(b)) if a == b => out.extend(["  ", a, "\n"]),
            (a, b) => {
                out.extend(a.map(|line| format!("- {line}\n")));
                out.extend(b.map(|line| format!("+ {line}\n")));
            }
        }
    }
    out
}

const FILES: [&str; 8] = ["cursor", "typing", "selection", "clipboard", "fill", "rows", "sort_filter", "columns"];

#[test]
fn each_case_ends_as_drawn() {
    let count: usize = FILES.iter().map(|file| check(file)).sum();
    assert!(count >= 150, "{count} cases");
}

//! How much personal data is found in notes as people write them, and how often harmless ones are taken for it.
//!
//! `aside.csv` was written once the search was made, to measure it by notes that had no part in it.

use clefs::domain::check::{self, Finding};
use clefs::domain::id::RowId;
use clefs::domain::relocation::Relocation;
use clefs::domain::schema::TableId::{Associations, Landlords, Relocations};

use super::{findings, valid};
use crate::build::{Build, case_file, look};

/// A note, and the kinds of personal data in it; none if it is harmless.
struct Note {
    text: String,
    kinds: Vec<String>,
    is_aside: bool,
}

fn notes(name: &str) -> Vec<Note> {
    let path = format!("{}/tests/fixtures/personal/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_path(path).unwrap();
    let note = |record: csv::StringRecord| Note {
        text: record[0].to_owned(),
        kinds: record[1].split('+').filter(|kind| !kind.is_empty()).map(ToOwned::to_owned).collect(),
        is_aside: name == "aside.csv",
    };
    reader.records().map(|record| note(record.unwrap())).collect()
}

/// Organisations of the file, which notes name.
fn with_organisations() -> Build {
    let mut b = valid();
    b.set(Landlords, "Alpha", "aliases", "Vilogia, Partenord, 3F Notre Logis, Norévie, SIA, Maisons & Cités");
    b.set(Associations, "Association Un", "aliases", "Louise Michel, Maison Rose, L’Escale, Solfa");
    b
}

/// The kinds found in a note.
fn kinds_in(b: &mut Build, text: &str) -> Vec<&'static str> {
    b.set(Relocations, "R01", "notes", text);
    let found = findings(b);
    // The note before is in the history now.
    let personal = found.iter().filter(|finding| finding.cell().is_some() && finding.is_personal());
    personal.filter_map(|finding: &Finding| finding.message.key.strip_prefix("finding-personal-")).collect()
}

/// How many notes are judged wrongly, of all and of those put aside; prints them.
fn judge(name: &str, notes: &[&Note], is_wrong: impl Fn(&Note, &[&str]) -> bool) -> usize {
    let mut b = with_organisations();
    let mut wrong: Vec<&Note> = Vec::new();
    for note in notes {
        let found = kinds_in(&mut b, &note.text);
        if is_wrong(note, &found) {
            println!("{name}: {} {:?}, found {found:?}", note.text, note.kinds);
            wrong.push(note);
        }
    }
    let aside = |notes: &[&Note]| notes.iter().filter(|note| note.is_aside).count();
    println!("{name}: {} of {}, of those put aside {} of {}", wrong.len(), notes.len(), aside(&wrong), aside(notes));
    wrong.len()
}

#[test]
fn most_personal_data_is_found_and_few_harmless_notes_are_suspected() {
    let all: Vec<Note> = [notes("notes.csv"), notes("aside.csv")].into_iter().flatten().collect();
    let (personal, harmless): (Vec<&Note>, Vec<&Note>) = all.iter().partition(|note| !note.kinds.is_empty());
    assert!(personal.len() >= 160 && harmless.len() >= 160);
    // A note is found if each kind in it is.
    let is_missed = |note: &Note, found: &[&str]| !note.kinds.iter().all(|kind| found.contains(&kind.as_str()));
    let missed = judge("missed", &personal, is_missed);
    let suspected = judge("suspected", &harmless, |_, found| !found.is_empty());
    assert!(missed * 100 <= personal.len() * 5, "found less than 95 of 100");
    assert!(suspected * 100 <= harmless.len() * 3, "suspected more than 3 of 100");
}

#[test]
fn a_long_text_takes_no_longer_for_being_odd() {
    use std::time::{Duration, Instant};
    for part in ["1 ", "06 ", "Nadia ", "zéro ", "la rue ", "A. ", "née à ", "(at) ", "12/03/2021 "] {
        let mut b = valid();
        b.set(Relocations, "R01", "notes", &part.repeat(20_000 / part.len()));
        let start = Instant::now();
        findings(&b);
        // Hundreds of times what it takes: only what grows with the square of the length is slower.
        assert!(start.elapsed() < Duration::from_secs(3), "{part}");
    }
}

#[test]
fn each_of_the_notes_that_passed_unseen_is_found() {
    let dataset = case_file("pers.ron");
    let noted: Vec<_> = dataset.relocations.iter().filter(|case| !case.notes.is_empty()).map(Relocation::id).collect();
    assert_eq!(noted.len(), 27);
    let found = look(&dataset, "2021-07-09", check::check);
    let is_found = |row: &RowId| {
        let of = |finding: &&Finding| finding.cell().is_some_and(|cell| cell.row == *row);
        found.iter().filter(of).any(Finding::is_personal)
    };
    let unseen: Vec<_> = noted.iter().filter(|row| !is_found(row)).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}

//! Journals that cannot be repeated: they stay where they are, which is said, and the file opens without them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clefs::domain::dataset::Dataset;
use clefs::domain::id::CellRef;
use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use clefs::domain::value::Value;
use clefs::edit::{Document, Edit, JournalEntry, Stamp};
use clefs::store::{self, Disk, FileIdentity, Journal, Recovered, Unfitting};
use sha2::{Digest, Sha256};

use super::{Home, at, in_french, row, small, table};

/// A change of a unit; the file has number 5 only.
fn change(unit: u64, notes: &str) -> JournalEntry {
    let units = table(unit, |unit: &mut Unit| unit.code = "L-0001".into());
    let mut document = Document::new(Dataset { units, ..Dataset::default() });
    let cell = CellRef { table: TableId::Units, row: row(unit), column: Unit::KEYS.notes };
    let edit = Edit::Set { cell, value: Value::Text(notes.to_owned()) };
    document.apply(&edit, Stamp { at: at(9, 14, 0), by: "Camille" }, None).unwrap();
    document.take_journal().remove(0)
}

/// The journal of a window that ended.
fn journal(home: &Home, file: &FileIdentity, entries: Vec<JournalEntry>, random: u64) -> PathBuf {
    let mut journal = Journal::new(&home.places, file.clone());
    journal.append(&Disk, entries, random).unwrap();
    home.places.journals_of(file.dataset_id()).join(format!("{random:016x}.journal"))
}

fn next_start(home: &Home) -> (Dataset, Recovered) {
    let opened = store::open(&Disk, &home.file()).unwrap();
    let mut recovered = store::recover(&Disk, &home.places, &opened.file).unwrap();
    let typed: store::Typed = Box::new(|_, _, value| format!("{value:?}"));
    (recovered.replayed(&opened.dataset, &typed).dataset().clone(), recovered)
}

fn notes(dataset: &Dataset) -> &str {
    &dataset.units.iter().next().unwrap().notes
}

#[test]
fn of_a_journal_with_a_change_that_the_records_refuse_nothing_is_made() {
    let home = Home::new();
    let file = home.create(&small());
    let path = journal(&home, &file, vec![change(5, "ici"), change(9, "ailleurs")], 1);
    let (found, recovered) = next_start(&home);
    assert_eq!(found, small(), "not half of it");
    assert_eq!(recovered.unfitting, [Unfitting { path: path.clone(), changes: Some(2) }]);
    assert_eq!(recovered.journals, [] as [PathBuf; 0]);
    assert!(path.exists());
}

#[test]
fn the_journal_of_another_window_does_not_take_those_that_fit_along() {
    let home = Home::new();
    let file = home.create(&small());
    let fits = journal(&home, &file, vec![change(5, "un"), change(5, "deux")], 1);
    let refused = journal(&home, &file, vec![change(9, "ailleurs")], 2);
    let (found, recovered) = next_start(&home);
    assert_eq!((notes(&found), &recovered.journals), ("deux", &vec![fits]));
    assert_eq!(recovered.unfitting, [Unfitting { path: refused, changes: Some(1) }]);
}

/// Adds a sound frame to a journal.
fn add_frame(path: &Path, content: &str) {
    let mut text = std::fs::read_to_string(path).unwrap();
    let before = text.lines().last().unwrap()[9..73].to_owned();
    let sum = Sha256::digest([before.as_bytes(), content.as_bytes()].concat());
    let digits = sum.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    let _ = writeln!(text, "{:08x} {digits} {content}", content.len());
    std::fs::write(path, text).unwrap();
}

#[test]
fn a_journal_that_another_version_wrote_stays_for_it() {
    let home = Home::new();
    let file = home.create(&small());
    let path = journal(&home, &file, vec![change(5, "ici")], 1);
    let known = std::fs::read_to_string(&path).unwrap().lines().last().unwrap()[74..].to_owned();
    add_frame(&path, &known);
    assert_eq!(next_start(&home).1.entries.len(), 2, "a frame that is understood");
    add_frame(&path, "Promised((unit: 5))");
    let (found, recovered) = next_start(&home);
    assert_eq!((found, recovered.entries.len(), recovered.journals.len()), (small(), 0, 0));
    let [unfitting] = recovered.unfitting.as_slice() else { panic!("{recovered:?}") };
    assert!(in_french(&unfitting.message()).contains("une autre version de Clefs les a écrites"));
    assert!(path.exists());
}

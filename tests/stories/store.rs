//! The store: what is saved is read back, nothing is lost, and errors are reported.
//!
//! Every test has its own folder; author, time and random numbers are fixed.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use clefs::domain::convention::Convention;
use clefs::domain::dataset::Dataset;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::landlord::Landlord;
use clefs::domain::message::Message;
use clefs::domain::relocation::Relocation;
use clefs::domain::schema::{Record, TableId};
use clefs::domain::table::Table;
use clefs::domain::unit::Unit;
use clefs::domain::value::{Money, Value};
use clefs::edit::{Document, Edit, Stamp};
use clefs::store::{self, Disk, Existing, FileIdentity, Lineage, Places, SaveContext, SaveOutcome};
use clefs::words::{Lang, Words};

mod bad_input;
mod disk;
mod editor;
mod failing;
mod faults;
mod formats;
mod identity;
mod journal;
mod memory;
mod orders;
mod outside;
mod room;
mod roundtrip;
mod schedules;
mod sealed;
mod seals;
mod settings;
mod striking;
pub mod template;
mod unfit;

/// A folder for the user's files, beside the app's own folders.
struct Home {
    folder: tempfile::TempDir,
    places: Places,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::under(&folder.path().join("home"));
        std::fs::create_dir(folder.path().join("files")).unwrap();
        Self { folder, places }
    }

    fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    fn file(&self) -> PathBuf {
        self.files().join("exemple-2021.ron")
    }

    fn context(&self, random: u64) -> SaveContext<'_> {
        SaveContext { places: &self.places, now: at(9, 14, 32), random }
    }

    fn names(&self) -> Vec<String> {
        names_in(&self.files())
    }

    /// Writes a dataset to the file.
    fn create(&self, dataset: &Dataset) -> FileIdentity {
        let outcome =
            store::create(&Disk, &self.file(), dataset, Lineage::New(7), Existing::Refuse, self.context(1)).unwrap();
        assert_eq!(outcome.warnings(), []);
        outcome.file().clone()
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A time in July 2021.
fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2021, 7, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

fn row(n: u64) -> RowId {
    RowId::from_random(n)
}

fn record<R: Record>(n: u64, fill: impl FnOnce(&mut R)) -> R {
    let mut record = R::default();
    record.set_id(row(n));
    fill(&mut record);
    record
}

fn table<R: Record>(n: u64, fill: impl FnOnce(&mut R)) -> Table<R> {
    Table::from_rows(vec![record(n, fill)]).unwrap()
}

/// A landlord, its unit and a case, all made up; ids 1 to 7.
fn small() -> Dataset {
    Dataset {
        convention: table(1, |convention: &mut Convention| {
            convention.name = "Convention fictive".into();
            convention.fictitious = true;
        }),
        landlords: table(3, |landlord: &mut Landlord| landlord.name = "Bailleur Alpha".into()),
        units: table(5, |unit: &mut Unit| {
            unit.code = "L-0001".into();
            unit.landlord = Some(row(3));
            unit.rent = Some(Money(41_250));
            unit.published = NaiveDate::from_ymd_opt(2021, 4, 9);
        }),
        relocations: table(7, |case: &mut Relocation| {
            case.code = "R-7KQ4M".into();
            case.unit = Some(row(5));
        }),
        ..Dataset::default()
    }
}

/// Writes a note to the unit.
fn note(text: &str) -> Edit {
    let cell = CellRef { table: TableId::Units, row: row(5), column: Unit::KEYS.notes };
    Edit::Set { cell, value: Value::Text(text.to_owned()) }
}

/// The same with one change, recorded in its history.
fn changed(dataset: &Dataset, notes: &str) -> Dataset {
    let mut document = Document::new(dataset.clone());
    document.apply(&note(notes), Stamp { at: at(9, 14, 0), by: "Camille" }, None).unwrap();
    document.dataset().clone()
}

fn bytes_of(dataset: &Dataset) -> Vec<u8> {
    let (id, save) = (store::DatasetId::from_random(7), store::SaveId::from_random(1));
    store::write(dataset, id, save, &[]).unwrap().0
}

/// A file of `fixtures/cases`.
fn case(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).unwrap()
}

fn in_french(message: &Message) -> String {
    Words::new(Lang::Fr).say(message).replace(['\u{a0}', '\u{202f}'], " ")
}

fn saved(outcome: &SaveOutcome) -> &FileIdentity {
    assert!(matches!(outcome, SaveOutcome::Saved { .. }), "{outcome:?}");
    assert_eq!(outcome.warnings(), []);
    outcome.file()
}

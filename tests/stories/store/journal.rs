//! The journal: what was flushed is there after any end of the app, and nothing is made twice.

use std::path::PathBuf;

use clefs::domain::dataset::Dataset;
use clefs::edit::{Document, Stamp};
use clefs::store::{self, Disk, FileIdentity, Fs, Journal, Recovered, SaveOutcome, Typed};
use fastrand::Rng;
use proptest::prelude::*;

use super::disk::{Failing, Fault, each_fault};
use super::{Home, at, changed, in_french, note, small};
use crate::edits::generate;

/// A document with its journal, as in an open window.
struct Desk<'a> {
    home: &'a Home,
    fs: &'a dyn Fs,
    file: FileIdentity,
    document: Document,
    journal: Journal,
    /// Changes journaled since the last save.
    handed: usize,
    random: u64,
}

impl<'a> Desk<'a> {
    fn open(home: &'a Home, fs: &'a dyn Fs) -> Self {
        let opened = store::open(&Disk, &home.file()).unwrap();
        let journal = Journal::new(&home.places, opened.file.clone());
        Self { home, fs, file: opened.file, document: Document::new(opened.dataset), journal, handed: 0, random: 100 }
    }

    fn random(&mut self) -> u64 {
        self.random += 1;
        self.random
    }

    /// Writes a note to the unit and journals it; whether the journal has it.
    fn note(&mut self, text: &str) -> bool {
        self.document.apply(&note(text), stamp(), None).unwrap();
        self.flush()
    }

    fn flush(&mut self) -> bool {
        let (entries, random) = (self.document.take_journal(), self.random());
        self.handed += entries.len();
        self.journal.append(self.fs, entries, random).is_ok()
    }

    /// Saves all changes so far; the journal is not yet told how it went.
    fn begin_save(&mut self) -> Option<FileIdentity> {
        let context = self.home.context(self.random());
        let _ = self.journal.saving(context.save_id(), self.handed);
        let outcome = store::save(self.fs, self.document.dataset(), &self.file, context).ok()?;
        matches!(outcome, SaveOutcome::Saved { .. }).then(|| outcome.file().clone())
    }

    fn save(&mut self) {
        let contains = self.handed;
        let file = self.begin_save().unwrap();
        self.end_save(file, contains);
    }

    fn end_save(&mut self, file: FileIdentity, contains: usize) {
        let random = self.random();
        self.file = file.clone();
        self.handed -= contains;
        let _ = self.journal.saved(self.fs, file, contains, random);
    }
}

fn typed() -> Typed {
    Box::new(|_, _, value| format!("{value:?}"))
}

fn stamp() -> Stamp<'static> {
    Stamp { at: at(9, 14, 0), by: "Camille" }
}

/// What the next start finds: the records of the file with the recovered changes, and the rest.
fn next_start(home: &Home) -> (Dataset, Recovered) {
    let opened = store::open(&Disk, &home.file()).unwrap();
    let mut recovered = store::recover(&Disk, &home.places, &opened.file).unwrap();
    (recovered.replayed(&opened.dataset, &typed()).dataset().clone(), recovered)
}

fn journals(home: &Home) -> Vec<PathBuf> {
    let folder = home.places.journals_of(store::DatasetId::from_random(7));
    super::names_in(&folder).into_iter().map(|name| folder.join(name)).collect()
}

#[test]
fn what_was_typed_is_there_after_a_sudden_end() {
    let home = Home::new();
    home.create(&small());
    let mut desk = Desk::open(&home, &Disk);
    assert!(journals(&home).is_empty(), "no journal before the first change");
    assert!(desk.note("promis en séance"));
    assert!(desk.note("promis pour mai"));
    let typed = desk.document.dataset().clone();
    drop(desk);
    let (found, recovered) = next_start(&home);
    assert_eq!(found, typed, "with its history");
    assert_eq!(recovered.unfitting, []);
    // The changes are journaled again before their first journal is removed.
    assert_eq!(recovered.journals, journals(&home));
}

#[test]
fn a_save_leaves_no_journal_and_the_next_change_begins_another() {
    let home = Home::new();
    home.create(&small());
    let mut desk = Desk::open(&home, &Disk);
    desk.note("un");
    desk.save();
    assert!(journals(&home).is_empty());
    desk.note("deux");
    let typed = desk.document.dataset().clone();
    drop(desk);
    let (found, recovered) = next_start(&home);
    assert_eq!(found, typed);
    assert_eq!(recovered.entries.len(), 1);
}

#[test]
fn a_change_made_during_a_save_stays_in_the_journal() {
    let home = Home::new();
    home.create(&small());
    let mut desk = Desk::open(&home, &Disk);
    desk.note("avant");
    let contains = desk.handed;
    let file = desk.begin_save().unwrap();
    desk.note("pendant");
    desk.end_save(file, contains);
    let typed = desk.document.dataset().clone();
    drop(desk);
    assert_eq!(next_start(&home).0, typed);
}

#[test]
fn a_change_is_never_made_twice_when_the_app_ends_just_after_a_save() {
    let home = Home::new();
    home.create(&small());
    let mut desk = Desk::open(&home, &Disk);
    desk.note("avant");
    desk.begin_save().unwrap();
    desk.note("pendant");
    let typed = desk.document.dataset().clone();
    drop(desk);
    let (found, recovered) = next_start(&home);
    assert_eq!(recovered.entries.len(), 1, "the file itself shows that it contains the first");
    assert_eq!(found, typed);
}

#[test]
fn a_save_that_failed_takes_nothing_away() {
    let home = Home::new();
    home.create(&small());
    let mut desk = Desk::open(&home, &Disk);
    desk.note("avant");
    let context = home.context(50);
    desk.journal.saving(context.save_id(), desk.handed).unwrap();
    desk.note("après");
    let typed = desk.document.dataset().clone();
    drop(desk);
    assert_eq!(next_start(&home).0, typed);
}

#[test]
fn the_journal_of_a_window_that_is_open_is_left_alone() {
    let home = Home::new();
    home.create(&small());
    let mut desk = Desk::open(&home, &Disk);
    desk.note("dans l’autre fenêtre");
    let (found, recovered) = next_start(&home);
    assert_eq!((found, recovered.entries.len(), recovered.journals.len()), (small(), 0, 0));
    assert_eq!(journals(&home).len(), 1);
}

#[test]
fn changes_that_no_longer_fit_the_file_are_kept_and_said() {
    let home = Home::new();
    let file = home.create(&small());
    let mut desk = Desk::open(&home, &Disk);
    desk.note("ici");
    drop(desk);
    let elsewhere = changed(&small(), "ailleurs");
    store::save(&Disk, &elsewhere, &file, home.context(9)).unwrap();
    let (found, recovered) = next_start(&home);
    assert_eq!(found, elsewhere);
    assert_eq!((recovered.entries.len(), recovered.journals.len()), (0, 0));
    let [unfitting] = recovered.unfitting.as_slice() else { panic!("{recovered:?}") };
    assert_eq!(in_french(&unfitting.message()).matches("Une modification faite sur ce poste").count(), 1);
    assert!(unfitting.path.exists());
}

#[test]
fn a_journal_written_again_is_not_taken_for_another() {
    let home = Home::new();
    home.create(&small());
    let mut first = Desk::open(&home, &Disk);
    first.note("un");
    let mut again = Desk::open(&home, &Disk);
    again.random = 200;
    again.note("un");
    again.note("deux");
    let typed = again.document.dataset().clone();
    drop((first, again));
    let (found, recovered) = next_start(&home);
    assert_eq!(found, typed);
    assert_eq!((recovered.journals.len(), recovered.unfitting.len()), (2, 0));
}

/// A journal of three flushes, and the records after each.
fn three_flushes(home: &Home) -> (PathBuf, Vec<Dataset>) {
    home.create(&small());
    let mut desk = Desk::open(home, &Disk);
    let mut states = vec![small()];
    for text in ["un", "deux", "trois\nlignes"] {
        desk.note(text);
        states.push(desk.document.dataset().clone());
    }
    (journals(home).remove(0), states)
}

#[test]
fn every_truncation_and_every_flipped_bit_leaves_the_changes_before_it() {
    let home = Home::new();
    let (path, states) = three_flushes(&home);
    let whole = std::fs::read(&path).unwrap();
    let cut = (0..whole.len()).map(|length| whole[..length].to_vec());
    let flipped = (0..whole.len() * 8).map(|bit| {
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        bytes
    });
    let mut met = [0; 4];
    for bytes in cut.chain(flipped) {
        std::fs::write(&path, &bytes).unwrap();
        let (found, _) = next_start(&home);
        let place = states.iter().position(|state| *state == found);
        met[place.expect("a state that was, never another")] += 1;
    }
    assert!(met[..3].iter().all(|times| *times > 100) && met[3] == 0, "{met:?}");
}

#[test]
fn on_a_failing_disk_every_change_that_was_acknowledged_is_found_again() {
    let operations = each_fault(|fs: &Failing, fault| {
        let home = Home::new();
        home.create(&small());
        let mut desk = Desk::open(&home, fs);
        let mut safe = small();
        for (place, text) in ["un", "deux", "trois", "quatre"].into_iter().enumerate() {
            if desk.note(text) {
                safe = desk.document.dataset().clone();
            }
            let contains = desk.handed;
            if place == 1
                && let Some(file) = desk.begin_save()
            {
                safe = desk.document.dataset().clone();
                desk.end_save(file, contains);
            }
        }
        drop(desk);
        if fault != Fault::Lies {
            let (found, _) = next_start(&home);
            // What was not acknowledged may be there as well.
            let (found, safe): (Vec<_>, Vec<_>) = (found.history.iter().collect(), safe.history.iter().collect());
            assert!(found.starts_with(&safe), "{fault:?}: {found:?} lacks some of {safe:?}");
        }
    });
    assert!(operations >= 30, "only {operations} operations failed");
}

proptest! {
    /// Every kind of edit, undo and redo goes through the file and is made again, history included.
    #[test]
    fn any_changes_are_made_again_exactly(seed: u64) {
        let mut dice = Rng::with_seed(seed);
        let home = Home::new();
        home.create(&generate::dataset(&mut dice));
        let mut desk = Desk::open(&home, &Disk);
        for _ in 0..12 {
            let outcome = match dice.u8(..10) {
                0..=6 => desk.document.apply(&generate::edit(&desk.document.snapshot(), &mut dice, 2), stamp(), None).is_ok(),
                7..=8 => desk.document.undo(stamp()).is_ok(),
                _ => desk.document.redo(stamp()).is_ok(),
            };
            if outcome && dice.bool() {
                prop_assert!(desk.flush());
            }
            if dice.u8(..8) == 0 {
                desk.flush();
                desk.save();
            }
        }
        desk.flush();
        let typed = desk.document.dataset().clone();
        drop(desk);
        prop_assert_eq!(next_start(&home).0, typed);
    }
}

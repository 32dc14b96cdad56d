//! Struck out of the file, then of its backups: by one window after the other, whatever cuts it short.

use std::path::{Path, PathBuf};

use clefs::domain::dataset::Dataset;
use clefs::edit::Strike;
use clefs::store::{self, DatasetId, Existing, Fs, Lineage, Places, SaveContext};

use super::editor::{Editor, file_in};
use super::memory::Memory;
use super::{at, bytes_of, changed, note, small};

const FOLDER: &str = "/bureau";

fn backups() -> PathBuf {
    Places::under(&Path::new(FOLDER).join("home")).backups_of(DatasetId::from_random(7))
}

/// A file whose note was a name before it was something else; and two backups from before, one of them with the name.
fn disk() -> (Memory, Editor) {
    let disk = Memory::new();
    let places = Places::under(&Path::new(FOLDER).join("home"));
    let context = SaveContext { places: &places, now: at(8, 9, 0), random: 1 };
    store::create(&disk, &file_in(FOLDER), &small(), Lineage::New(7), Existing::Refuse, context).unwrap();
    disk.put(&backups().join("2021-07-05.ron"), bytes_of(&small()));
    disk.put(&backups().join("2021-07-06.ron"), bytes_of(&changed(&small(), "Mme Canari, 3e étage")));
    let mut editor = Editor::open(&disk, FOLDER, "Camille", 1).unwrap();
    editor.edit(&note("Mme Canari"));
    editor.wait(3.0);
    editor.edit(&note("vu"));
    editor.wait(3.0);
    (disk, editor)
}

fn canari() -> Strike {
    Strike::Word("canari".to_owned())
}

/// The files that have the name.
fn named(disk: &Memory) -> Vec<PathBuf> {
    let has = |path: &PathBuf| {
        let bytes = disk.contents(path).unwrap();
        String::from_utf8_lossy(&bytes).to_lowercase().contains("canari")
    };
    disk.paths().into_iter().filter(has).collect()
}

fn notes(dataset: &Dataset) -> &str {
    &dataset.units.iter().next().unwrap().notes
}

#[test]
fn a_backup_loses_what_is_struck_out_and_gets_nothing_of_today() {
    let (disk, mut editor) = disk();
    let without = disk.contents(&backups().join("2021-07-05.ron"));
    // The file and its copy beside the journal have it in their history.
    assert_eq!(named(&disk).len(), 3);
    editor.strike(canari());
    assert_eq!(named(&disk), [] as [PathBuf; 0]);
    assert_eq!(disk.contents(&backups().join("2021-07-05.ron")), without, "nothing to strike out");
    let with = store::open(&disk, &backups().join("2021-07-06.ron")).unwrap().dataset;
    assert_eq!(notes(&with), "");
    assert_eq!(notes(editor.document.dataset()), "vu");
}

#[test]
fn what_was_cut_short_is_finished_at_the_next_start() {
    // Killed before the file was saved, before its backups were worked through, or when all was done.
    for done in 0..3 {
        let (disk, mut editor) = disk();
        editor.set_slow(true);
        editor.strike(canari());
        for _ in 0..done {
            editor.finish();
        }
        assert_eq!(named(&disk).is_empty(), done == 2, "{:?}", named(&disk));
        drop(editor);
        let mut editor = Editor::open(&disk, FOLDER, "Camille", 2).unwrap();
        editor.wait(3.0);
        editor.wait(3.0);
        assert_eq!(named(&disk), [] as [PathBuf; 0], "after {done}");
        assert_eq!(notes(editor.document.dataset()), "vu");
        let journals = Places::under(&Path::new(FOLDER).join("home")).journals_of(DatasetId::from_random(7));
        let left = disk.paths().into_iter().filter(|path| path.starts_with(&journals));
        assert!(left.map(|path| path.extension().map(|end| end == "base")).all(|is_base| is_base == Some(true)));
    }
}

#[test]
fn a_strike_while_another_one_is_at_the_backups_follows_it() {
    let (disk, mut editor) = disk();
    editor.set_slow(true);
    editor.strike(canari());
    editor.finish();
    editor.strike(Strike::Word("Bailleur".to_owned()));
    for _ in 0..4 {
        editor.finish();
    }
    assert_eq!(named(&disk), [] as [PathBuf; 0]);
    for backup in
        store::backups(&disk, &Places::under(&Path::new(FOLDER).join("home")), DatasetId::from_random(7)).unwrap()
    {
        assert_eq!(store::open(&disk, &backup.path).unwrap().dataset.landlords.iter().next().unwrap().name, "… Alpha");
    }
}

#[test]
fn a_window_waits_while_another_one_works_through_the_backups() {
    let (disk, mut editor) = disk();
    let turn = disk.create_locked(&backups().join("turn.lock")).unwrap();
    editor.strike(canari());
    editor.wait(5.0);
    assert!(named(&disk).contains(&backups().join("2021-07-06.ron")), "not yet");
    assert_eq!(editor.unstruck, None, "and not said");
    drop(turn);
    // The other one ended in its turn, and left the file behind.
    editor.wait(2.0);
    assert_eq!((named(&disk), editor.unstruck), (Vec::new(), Some(Vec::new())));
}

#[test]
fn a_backup_that_cannot_be_read_is_named() {
    let (disk, mut editor) = disk();
    let damaged = backups().join("2021-07-07.ron");
    disk.put(&damaged, b"(envelope".to_vec());
    editor.strike(canari());
    assert_eq!(editor.unstruck, Some(vec![damaged]));
}

#[test]
fn nothing_is_due_while_a_save_takes_its_time() {
    let (_disk, mut editor) = disk();
    editor.set_slow(true);
    editor.edit(&note("vue"));
    editor.wait(3.0);
    editor.wait(12.0);
    assert!(editor.due().is_some_and(|due| due > editor.now), "{:?}", editor.due());
}

//! Encryption at rest: what a passphrase protects is readable in no file, and opens with it alone.

use std::io::Read;
use std::path::{Path, PathBuf};

use clefs::store::{
    self, Cost, DatasetId, Existing, Key, Keys, Lineage, OpenError, Order, Places, SaveContext, Standing,
};

use super::editor::{Editor, file_in};
use super::memory::Memory;
use super::{at, bytes_of, note, small};

pub const FOLDER: &str = "/bureau";
const PASSPHRASE: &str = "cheval correct pile agrafe";

/// A file with a word in a note, open.
pub fn opened() -> (Memory, Editor) {
    let disk = Memory::new();
    let places = Places::under(&Path::new(FOLDER).join("home"));
    let context = SaveContext { places: &places, now: at(8, 9, 0), random: 1 };
    store::create(&disk, &file_in(FOLDER), &small(), Lineage::New(7), Existing::Refuse, context).unwrap();
    let mut editor = Editor::open(&disk, FOLDER, "Camille", 1).unwrap();
    editor.edit(&note("canari"));
    editor.wait(3.0);
    assert!(readable(&disk) > 0);
    (disk, editor)
}

pub fn key() -> Key {
    Key::new(PASSPHRASE, Cost::LOW).unwrap()
}

/// The keys that the passphrase gives.
pub fn keys(disk: &Memory) -> Keys {
    Keys::default().sealing(Some(store::unlock(disk, &file_in(FOLDER), PASSPHRASE).unwrap()))
}

/// In how many files something of a dataset can be read.
pub fn readable(disk: &Memory) -> usize {
    readable_files(disk).len()
}

pub fn readable_files(disk: &Memory) -> Vec<PathBuf> {
    let has = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    let is_readable =
        |bytes: Vec<u8>| ["canari", "Bailleur", "units", "Follows"].iter().any(|word| has(&bytes, word.as_bytes()));
    disk.paths().into_iter().filter(|path| disk.contents(path).is_some_and(is_readable)).collect()
}

pub fn notes(editor: &Editor) -> String {
    editor.document.dataset().units.iter().next().unwrap().notes.clone()
}

#[test]
fn file_journal_base_and_backups_can_be_read_with_the_passphrase_only() {
    let (disk, mut editor) = opened();
    let places = Places::under(&Path::new(FOLDER).join("home"));
    assert_eq!(store::backups(&disk, &places, DatasetId::from_random(7)).unwrap().len(), 1);
    editor.order(Order::Seal(Some(key())));
    assert_eq!(readable(&disk), 0);
    editor.edit(&note("canari, plus tard"));
    assert_eq!(readable(&disk), 0, "the journal");
    editor.wait(3.0);
    assert_eq!(readable(&disk), 0);
    let backup = &store::backups(&disk, &places, DatasetId::from_random(7)).unwrap()[0].path;

    assert_eq!(store::open(&disk, &file_in(FOLDER)), Err(OpenError::Sealed));
    assert_eq!(store::unlock(&disk, &file_in(FOLDER), "cheval").unwrap_err(), OpenError::WrongPassphrase);
    let keys = keys(&disk);
    for path in [&file_in(FOLDER), backup] {
        assert_eq!(store::open_sealed(&disk, path, &keys).unwrap().standing, Standing::Sound);
    }
    let after = Editor::open_sealed(&disk, &file_in(FOLDER), "Camille", 2, &keys).unwrap();
    assert_eq!(notes(&after), "canari, plus tard");
}

#[test]
fn a_sealed_journal_comes_back_with_the_passphrase() {
    let (disk, mut editor) = opened();
    editor.order(Order::Seal(Some(key())));
    editor.edit(&note("promis en séance"));
    drop(editor);
    let mut editor = Editor::open_sealed(&disk, &file_in(FOLDER), "Camille", 2, &keys(&disk)).unwrap();
    assert_eq!(notes(&editor), "promis en séance");
    editor.wait(3.0);
    assert_eq!(readable(&disk), 0);
}

#[test]
fn without_the_passphrase_all_is_readable_again() {
    let (disk, mut editor) = opened();
    editor.order(Order::Seal(Some(key())));
    editor.order(Order::Seal(None));
    assert_eq!(notes(&Editor::open(&disk, FOLDER, "Camille", 2).unwrap()), "canari");
    let places = Places::under(&Path::new(FOLDER).join("home"));
    let backup = &store::backups(&disk, &places, DatasetId::from_random(7)).unwrap()[0].path;
    assert!(store::open(&disk, backup).is_ok());
}

#[test]
fn what_others_saved_meanwhile_is_merged_and_sealed() {
    let (disk, mut mine) = opened();
    let mut theirs = Editor::open_at(&disk, &file_in(FOLDER), "Dominique", 5).unwrap();
    theirs.edit(&note("de Dominique"));
    theirs.order(Order::Save);
    mine.order(Order::Seal(Some(key())));
    mine.wait(3.0);
    assert_eq!(notes(&mine), "de Dominique");
    let saved = Editor::open_sealed(&disk, &file_in(FOLDER), "Camille", 9, &keys(&disk)).unwrap();
    assert_eq!(notes(&saved), "de Dominique");
}

#[test]
fn a_save_that_is_under_way_is_followed_by_a_sealed_one() {
    let (disk, mut editor) = opened();
    editor.set_slow(true);
    editor.edit(&note("canari, encore"));
    editor.order(Order::Save);
    editor.order(Order::Seal(Some(key())));
    editor.finish();
    editor.finish();
    editor.finish();
    assert_eq!(readable(&disk), 0);
    let saved = Editor::open_sealed(&disk, &file_in(FOLDER), "Camille", 9, &keys(&disk)).unwrap();
    assert_eq!(notes(&saved), "canari, encore");
}

#[test]
fn who_has_not_the_new_passphrase_is_shut_out_and_leaves_no_readable_copy() {
    let (disk, mut mine) = opened();
    let mut theirs = Editor::open_at(&disk, &file_in(FOLDER), "Dominique", 5).unwrap();
    mine.order(Order::Seal(Some(key())));
    theirs.edit(&note("canari de Dominique"));
    theirs.order(Order::Save);
    assert!(theirs.is_shut_out);
    assert_eq!(readable(&disk), 0, "beside the file, in journals, bases and backups");
    drop(theirs);
    // With the passphrase the change comes back from the journal.
    let mut theirs = Editor::open_sealed(&disk, &file_in(FOLDER), "Dominique", 6, &keys(&disk)).unwrap();
    theirs.wait(3.0);
    mine.wait(3.0);
    assert_eq!(notes(&mine), "canari de Dominique");
    assert_eq!(readable(&disk), 0);
}

#[test]
fn a_window_where_nobody_types_is_shut_out_too() {
    let (disk, mut mine) = opened();
    let mut theirs = Editor::open_at(&disk, &file_in(FOLDER), "Dominique", 5).unwrap();
    mine.order(Order::Seal(Some(key())));
    theirs.wait(3.0);
    assert!(theirs.is_shut_out);
    assert_eq!(readable(&disk), 0);
}

#[test]
fn another_window_is_waited_for_before_all_is_said_to_be_sealed() {
    let (disk, mut mine) = opened();
    let mut theirs = Editor::open_at(&disk, &file_in(FOLDER), "Dominique", 5).unwrap();
    mine.order(Order::Seal(Some(key())));
    mine.wait(3.0);
    assert_eq!(mine.unsealed, None, "not yet");
    theirs.wait(3.0);
    mine.wait(6.0);
    assert_eq!(mine.unsealed, Some(Vec::new()));
}

#[test]
fn a_window_that_does_not_answer_is_named() {
    let (disk, mut mine) = opened();
    let mut theirs = Editor::open_at(&disk, &file_in(FOLDER), "Dominique", 5).unwrap();
    theirs.edit(&note("canari de Dominique"));
    mine.order(Order::Seal(Some(key())));
    mine.wait(6.0);
    let named = mine.unsealed.unwrap();
    assert_eq!(named.len(), readable(&disk));
    assert!(named.iter().all(|path| path.starts_with(Path::new(FOLDER).join("home"))));
}

#[test]
fn a_changed_passphrase_shuts_out_who_has_the_earlier_one() {
    let (disk, mut mine) = opened();
    mine.order(Order::Seal(Some(key())));
    let earlier = keys(&disk);
    let mut theirs = Editor::open_sealed(&disk, &file_in(FOLDER), "Dominique", 5, &earlier).unwrap();
    theirs.edit(&note("de Dominique"));
    mine.order(Order::Seal(Some(Key::new("une autre phrase", Cost::LOW).unwrap())));
    theirs.order(Order::Save);
    assert!(theirs.is_shut_out);
    drop((mine, theirs));
    let later = Keys::default().sealing(Some(store::unlock(&disk, &file_in(FOLDER), "une autre phrase").unwrap()));
    let files = disk.paths().into_iter().filter(|path| path.extension().is_some_and(|end| end != "journal"));
    for path in files {
        assert_eq!(store::open_sealed(&disk, &path, &earlier), Err(OpenError::Sealed), "{}", path.display());
        assert!(store::open_sealed(&disk, &path, &later).is_ok(), "{}", path.display());
    }
    let theirs = Editor::open_sealed(&disk, &file_in(FOLDER), "Dominique", 6, &later).unwrap();
    assert_eq!(notes(&theirs), "de Dominique");
}

#[test]
fn a_machine_that_had_the_file_before_seals_its_backups_when_it_opens_it() {
    let (disk, mut mine) = opened();
    let earlier = disk.contents(&file_in(FOLDER)).unwrap();
    mine.order(Order::Seal(Some(key())));
    drop(mine);
    let places = Places::under(&Path::new(FOLDER).join("home"));
    disk.put(&places.backups_of(DatasetId::from_random(7)).join("2021-06-01.ron"), earlier);
    assert_eq!(readable(&disk), 1);
    let opened = Editor::open_sealed(&disk, &file_in(FOLDER), "Camille", 2, &keys(&disk)).unwrap();
    assert_eq!((readable(&disk), opened.unsealed), (0, None), "without a word");
}

#[test]
fn a_journal_of_an_earlier_passphrase_stays_and_is_said() {
    let (disk, mut editor) = opened();
    editor.order(Order::Seal(Some(key())));
    let sealed = disk.contents(&file_in(FOLDER)).unwrap();
    editor.edit(&note("promis en séance"));
    drop(editor);
    // As if others had changed it.
    let mut other = Editor::open_sealed(&disk, &file_in(FOLDER), "Dominique", 6, &keys(&disk)).unwrap();
    other.order(Order::Seal(Some(key())));
    drop(other);
    disk.put(Path::new("/ailleurs/convention.ron"), sealed);
    let places = Places::under(&Path::new(FOLDER).join("home"));
    let opened = store::open_sealed(&disk, &file_in(FOLDER), &keys(&disk)).unwrap();
    // The first journal was taken over by the other editor; one of a key that nobody has any more stays.
    let folder = places.journals_of(DatasetId::from_random(7));
    let kept = disk.contents(&file_in(FOLDER)).unwrap();
    disk.put(&folder.join("0000000000000009.journal"), frame_sealed_with(&key()));
    let recovered = store::recover(&disk, &places, &opened.file).unwrap();
    assert_eq!(recovered.unfitting.len(), 1);
    assert_eq!(disk.contents(&file_in(FOLDER)).unwrap(), kept);
    assert!(disk.contents(&folder.join("0000000000000009.journal")).is_some());
}

/// A journal whose first frame is sealed with a key.
fn frame_sealed_with(key: &Key) -> Vec<u8> {
    let disk = Memory::new();
    let places = Places::under(&Path::new(FOLDER).join("home"));
    let context = SaveContext { places: &places, now: at(8, 9, 0), random: 1 };
    store::create(&disk, &file_in(FOLDER), &small(), Lineage::New(7), Existing::Refuse, context).unwrap();
    let mut editor = Editor::open(&disk, FOLDER, "Camille", 1).unwrap();
    editor.order(Order::Seal(Some(key.clone())));
    editor.edit(&note("canari"));
    let is_journal = |path: &&std::path::PathBuf| path.extension().is_some_and(|end| end == "journal");
    disk.paths().iter().find(is_journal).and_then(|path| disk.contents(path)).unwrap()
}

#[test]
fn no_cut_and_no_flipped_bit_of_a_sealed_file_is_opened_as_something_else() {
    let disk = Memory::new();
    let places = Places::under(&Path::new(FOLDER).join("home"));
    let context = SaveContext { places: &places, now: at(8, 9, 0), random: 1 };
    store::create(&disk, &file_in(FOLDER), &small(), Lineage::New(7), Existing::Refuse, context).unwrap();
    Editor::open(&disk, FOLDER, "Camille", 1).unwrap().order(Order::Seal(Some(key())));
    let (bytes, keys) = (disk.contents(&file_in(FOLDER)).unwrap(), keys(&disk));
    let other = Path::new("/autre.ron");
    let open = |bytes: Vec<u8>| {
        disk.put(other, bytes);
        store::open_sealed(&disk, other, &keys)
    };
    assert_eq!(open(bytes.clone()).unwrap().dataset, small());
    for end in 0..bytes.len() {
        assert!(open(bytes[..end].to_vec()).is_err(), "cut at {end}");
    }
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[place] ^= 1 << bit;
            assert!(open(flipped).is_err(), "bit {bit} of byte {place}");
        }
    }
}

#[test]
fn any_age_program_opens_it_with_the_passphrase() {
    let (disk, mut editor) = opened();
    editor.order(Order::Seal(Some(key())));
    let bytes = disk.contents(&file_in(FOLDER)).unwrap();
    // The first line gives the length of the first age file, and the public key of the second.
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    let line = str::from_utf8(&bytes[..end]).unwrap();
    let (length, public) = line.strip_prefix("clefs-age-1 ").and_then(|line| line.split_once(' ')).unwrap();
    let length = usize::from_str_radix(length, 16).unwrap();
    let (key, content) = bytes[end + 1..].split_at(length);
    let opened = |identity: &dyn age::Identity, sealed: &[u8]| {
        let mut text = String::new();
        let decryptor = age::Decryptor::new_buffered(sealed).unwrap();
        decryptor.decrypt(std::iter::once(identity)).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let identity = opened(&age::scrypt::Identity::new(PASSPHRASE.into()), key);
    let identity: age::x25519::Identity = identity.parse().unwrap();
    assert_eq!(identity.to_public().to_string(), public);
    let text = opened(&identity, content);
    assert!(text.starts_with("(envelope: ") && text.contains("canari"));
    assert_ne!(text.as_bytes(), bytes_of(&small()));
}

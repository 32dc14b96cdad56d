//! What others put under the file's name: taken over if it is a sound state of the dataset, else left alone.

use std::path::Path;

use clefs::store::{self, DatasetId, Existing, Lineage, Places, SaveContext, SaveId};

use super::editor::{Editor, file_in};
use super::memory::Memory;
use super::{at, changed, note, small};

const FOLDER: &str = "/bureau";

/// A file that Camille has open, and what Dominique makes of it.
fn disk() -> (Memory, Editor, Vec<u8>) {
    let (disk, path) = (Memory::new(), file_in(FOLDER));
    let places = Places::under(Path::new("/ailleurs"));
    let context = |random| SaveContext { places: &places, now: at(9, 9, 0), random };
    let made = store::create(&disk, &path, &small(), Lineage::New(7), Existing::Refuse, context(1)).unwrap();
    let mine = disk.contents(&path).unwrap();
    store::save(&disk, &changed(&small(), "de Dominique"), made.file(), context(2)).unwrap();
    let theirs = disk.contents(&path).unwrap();
    disk.put(&path, mine);
    let editor = Editor::open(&disk, FOLDER, "Camille", 1).unwrap();
    (disk, editor, theirs)
}

fn notes(editor: &Editor) -> &str {
    &editor.document.dataset().units.iter().next().unwrap().notes
}

#[test]
fn a_state_that_is_only_half_there_is_looked_at_again() {
    let (disk, mut editor, theirs) = disk();
    disk.put(&file_in(FOLDER), theirs[..theirs.len() - 40].to_vec());
    editor.wait(3.0);
    assert_eq!(notes(&editor), "");
    disk.put(&file_in(FOLDER), theirs);
    editor.wait(3.0);
    assert_eq!(notes(&editor), "de Dominique");
}

/// What stands there is not taken over, and stays; the work goes on in a copy beside.
fn is_left_alone(bytes: Vec<u8>) {
    let (disk, mut editor, _) = disk();
    disk.put(&file_in(FOLDER), bytes.clone());
    editor.wait(3.0);
    assert_eq!(notes(&editor), "");
    editor.edit(&note("de Camille"));
    editor.wait(3.0);
    assert_eq!(disk.contents(&file_in(FOLDER)), Some(bytes));
    assert_ne!(editor.path, file_in(FOLDER));
    assert_eq!(store::open(&disk, &editor.path).unwrap().dataset, *editor.document.dataset());
}

#[test]
fn a_state_that_was_altered_after_it_was_saved_is_left_alone() {
    let text = String::from_utf8(disk().2).unwrap();
    is_left_alone(text.replace("de Dominique", "de personne").into_bytes());
}

#[test]
fn another_convention_under_the_files_name_is_left_alone() {
    let dataset = changed(&small(), "d’une autre région");
    is_left_alone(store::write(&dataset, DatasetId::from_random(8), SaveId::from_random(9), &[]).unwrap().0);
}

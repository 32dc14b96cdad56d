//! Every script of up to three actions on a disk that fails each single operation in turn, or loses its
//! power there: afterwards the file opens, and has every change that was acknowledged.
//!
//! A change is acknowledged once the journal has it or the file was saved with it; until then the window
//! says that it is at risk. `CLEFS_FAULTS=1` prints the number of points.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicUsize, Ordering};

use clefs::domain::dataset::Dataset;
use clefs::store::{self, Existing, Lineage, Order, Places, SaveContext, Standing};
use fastrand::Rng;

use super::editor::{Editor, file_in};
use super::memory::{Failure, Memory};
use super::{at, changed, note, small};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Action {
    Edit,
    /// Time passes, until the file was saved.
    Save,
    SaveAs,
    /// Somebody else saves the file.
    Others,
    Apart,
}

const ACTIONS: [Action; 5] = [Action::Edit, Action::Save, Action::SaveAs, Action::Others, Action::Apart];
const KINDS: [ErrorKind; 4] =
    [ErrorKind::StorageFull, ErrorKind::Other, ErrorKind::PermissionDenied, ErrorKind::ResourceBusy];
const FOLDER: &str = "/convention";

fn scripts() -> Vec<Vec<Action>> {
    let one: Vec<Vec<Action>> = ACTIONS.iter().map(|action| vec![*action]).collect();
    let longer = |scripts: &[Vec<Action>]| -> Vec<Vec<Action>> {
        let with = |script: &Vec<Action>| ACTIONS.map(|action| [script.as_slice(), &[action]].concat());
        scripts.iter().flat_map(with).collect()
    };
    let two = longer(&one);
    let three = longer(&two);
    [one, two, three].concat()
}

/// A disk with the file; others changed a copy of it.
fn disk() -> (Memory, Vec<u8>) {
    let disk = Memory::new();
    let places = Places::under(std::path::Path::new("/autre"));
    let context = |random| SaveContext { places: &places, now: at(9, 9, 0), random };
    let path = file_in(FOLDER);
    let made = store::create(&disk, &path, &small(), Lineage::New(7), Existing::Refuse, context(1)).unwrap();
    let mine = disk.contents(&path).unwrap();
    store::save(&disk, &changed(&small(), "d’un autre"), made.file(), context(2)).unwrap();
    let theirs = disk.contents(&path).unwrap();
    disk.put(&path, mine);
    (disk, theirs)
}

type Entries = BTreeMap<String, usize>;

fn entries(dataset: &Dataset) -> Entries {
    let mut entries = Entries::new();
    for entry in &dataset.history.iter().collect::<Vec<_>>() {
        *entries.entry(format!("{entry:?}")).or_default() += 1;
    }
    entries
}

/// Plays a script; returns the changes that were acknowledged.
fn play(disk: &Memory, theirs: &[u8], script: &[Action], failure: Option<Failure>) -> Entries {
    let mut editor = Editor::open(disk, FOLDER, "Aline", 11).unwrap();
    let mut acknowledged = Entries::new();
    disk.fail(failure);
    for (number, action) in script.iter().enumerate() {
        match action {
            Action::Edit => {
                editor.wait(0.5);
                editor.edit(&note(&format!("note {number}")));
            }
            Action::Save => {
                editor.wait(3.0);
                editor.wait(9.0);
            }
            Action::SaveAs => {
                let path = file_in(FOLDER).with_file_name(format!("copie {number}.ron"));
                editor.order(Order::SaveAs(path, Existing::Refuse));
            }
            Action::Others => {
                disk.put(&file_in(FOLDER), theirs.to_vec());
                editor.wait(3.0);
            }
            Action::Apart => editor.order(Order::Apart),
        }
        if !editor.is_at_risk {
            acknowledged = entries(editor.document.dataset());
        }
    }
    acknowledged
}

/// Every file of the dataset that is there, as the next start opens it.
fn next_start(disk: &Memory, what: &str) -> Entries {
    disk.fail(None);
    let mut found = Entries::new();
    for path in disk.paths() {
        let is_file = path.extension().is_some_and(|end| end == "ron") && !path.to_string_lossy().contains("home");
        if is_file {
            let opened =
                store::open(disk, &path).unwrap_or_else(|error| panic!("{what}: {}: {error:?}", path.display()));
            assert_eq!(opened.standing, Standing::Sound, "{what}");
            let editor = Editor::open_at(disk, &path, "Aline", 12).unwrap();
            for (entry, times) in entries(editor.document.dataset()) {
                let most = found.entry(entry).or_default();
                *most = times.max(*most);
            }
        }
    }
    found
}

fn assert_there(acknowledged: &Entries, found: &Entries, what: &str) {
    for (entry, times) in acknowledged {
        assert!(found.get(entry).is_some_and(|there| there >= times), "{what}: {entry} is lost");
    }
    for (entry, times) in found {
        assert_eq!(*times, 1, "{what}: {entry} was made twice");
    }
}

#[test]
fn whichever_operation_fails_every_acknowledged_change_is_there() {
    let points = AtomicUsize::new(0);
    for script in scripts() {
        for (kind, for_good) in KINDS.iter().flat_map(|kind| [(*kind, false), (*kind, true)]) {
            for number in 0.. {
                let (disk, theirs) = disk();
                let what = format!("{script:?}, operation {number} fails with {kind:?}, for good: {for_good}");
                let acknowledged = play(&disk, &theirs, &script, Some(Failure { at: number, for_good, kind }));
                let was_reached = disk.operations() > number;
                assert_there(&acknowledged, &next_start(&disk, &what), &what);
                points.fetch_add(1, Ordering::Relaxed);
                if !was_reached {
                    break;
                }
            }
        }
    }
    println!("{} points", points.load(Ordering::Relaxed));
}

#[test]
fn wherever_the_power_fails_every_acknowledged_change_is_there() {
    let mut points = 0;
    for (place, script) in scripts().into_iter().enumerate() {
        for number in 0.. {
            let mut was_reached = false;
            for seed in 0..8 {
                let (disk, theirs) = disk();
                let what = format!("{script:?}, no power from operation {number}, seed {seed}");
                let failure = Failure { at: number, for_good: true, kind: ErrorKind::Other };
                let acknowledged = play(&disk, &theirs, &script, Some(failure));
                was_reached = disk.operations() > number;
                disk.cut_power(&mut Rng::with_seed((place * 1000 + number) as u64 * 8 + seed));
                assert_there(&acknowledged, &next_start(&disk, &what), &what);
                points += 1;
            }
            if !was_reached {
                break;
            }
        }
    }
    println!("{points} points");
}

#[test]
fn a_script_meets_all_it_is_about() {
    let (disk, theirs) = disk();
    let script = [Action::Edit, Action::Others, Action::Save];
    let acknowledged = play(&disk, &theirs, &script, None);
    assert!(disk.operations() > 40, "{}", disk.operations());
    let saved = store::open(&disk, &file_in(FOLDER)).unwrap().dataset;
    assert_eq!((entries(&saved), acknowledged.len()), (acknowledged, 2));
}

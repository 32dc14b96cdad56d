//! Every script of up to three usual actions, or two of any, on a disk that fails each single operation in turn, or loses its
//! power there: afterwards the file opens, and has every change that was acknowledged.
//!
//! A change is acknowledged once the journal has it or the file was saved with it; until then the window
//! says that it is at risk. `CLEFS_FAULTS=1` prints the number of points.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use clefs::domain::dataset::Dataset;
use clefs::domain::message::Message;
use clefs::edit::{self, Strike};
use clefs::store::{self, Cost, Existing, Key, Keys, Lineage, Order, Places, SaveContext, Standing};
use fastrand::Rng;

use super::editor::{Editor, file_in};
use super::memory::{Failure, Memory};
use super::{at, changed, note, small};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Action {
    Edit,
    /// Time passes, until the file was saved.
    Save,
    /// Somebody else saves the file, which is merged.
    Others,
    /// The records become those of an earlier state.
    Restore,
    /// The word that every note has is struck out.
    Strike,
    SaveAs,
    Apart,
    /// A passphrase is set.
    Seal,
}

/// What happens in a week, in scripts of three; the rest, in scripts of two.
const OFTEN: [Action; 5] = [Action::Edit, Action::Save, Action::Others, Action::Restore, Action::Strike];
const SELDOM: [Action; 3] = [Action::SaveAs, Action::Apart, Action::Seal];
const KINDS: [ErrorKind; 4] =
    [ErrorKind::StorageFull, ErrorKind::Other, ErrorKind::PermissionDenied, ErrorKind::ResourceBusy];
const FOLDER: &str = "/convention";
const WORD: &str = "canari";

fn scripts() -> Vec<Vec<Action>> {
    let all = [&OFTEN[..], &SELDOM].concat();
    let longer = |scripts: &[Vec<Action>], actions: &[Action]| -> Vec<Vec<Action>> {
        let with = |script: &Vec<Action>| -> Vec<_> {
            actions.iter().map(|action| [script.as_slice(), &[*action]].concat()).collect()
        };
        scripts.iter().flat_map(with).collect()
    };
    let one = longer(&[Vec::new()], &all);
    let two = longer(&one, &all);
    let is_often = |script: &&Vec<Action>| script.iter().all(|action| OFTEN.contains(action));
    let often: Vec<_> = two.iter().filter(is_often).cloned().collect();
    [one, longer(&often, &OFTEN), two].concat()
}

/// A disk with the file; others changed a copy of it.
fn disk() -> (Memory, Vec<u8>) {
    let disk = Memory::new();
    let places = Places::under(Path::new("/autre"));
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

/// What was acknowledged while a script was played.
#[derive(Default)]
struct Acknowledged {
    /// Changes.
    entries: Entries,
    /// The file that is without the word.
    struck: Option<PathBuf>,
    /// That a backup still has it.
    is_left_said: bool,
}

static KEY: LazyLock<Key> = LazyLock::new(|| Key::new("cheval correct pile agrafe", Cost::LOW).unwrap());

fn keys() -> Keys {
    Keys::default().sealing(Some(KEY.clone()))
}

/// The files of the machine that have the word, and the file itself if it has; copies elsewhere are not searched.
fn with_word(disk: &Memory, path: &Path) -> Vec<PathBuf> {
    let is_of_file = |of: &PathBuf| of == path || of.starts_with(path.with_file_name("home"));
    let has = |of: &PathBuf| disk.contents(of).unwrap().windows(WORD.len()).any(|part| part == WORD.as_bytes());
    disk.paths().into_iter().filter(|of| is_of_file(of) && has(of)).collect()
}

fn has_word(dataset: &Dataset) -> bool {
    format!("{dataset:?}").contains(WORD)
}

/// Plays a script.
fn play(disk: &Memory, theirs: &[u8], script: &[Action], failure: Option<Failure>) -> Acknowledged {
    let mut editor = Editor::open(disk, FOLDER, "Aline", 11).unwrap();
    let mut acknowledged = Acknowledged::default();
    let mut has_struck = false;
    disk.fail(failure);
    for (number, action) in script.iter().enumerate() {
        match action {
            Action::Edit => {
                editor.wait(0.5);
                editor.edit(&note(&format!("{WORD} {number}")));
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
            Action::Restore => {
                let restore = edit::restore(editor.document.dataset(), &small(), Message::new("edit-restore"));
                editor.edit(&restore);
            }
            Action::Strike => {
                editor.strike(Strike::Word(WORD.to_owned()));
                has_struck = true;
            }
            Action::Seal => editor.order(Order::Seal(Some(KEY.clone()))),
        }
        let now = entries(editor.document.dataset());
        let is_struck = has_struck && !has_word(editor.document.dataset()) && !editor.is_at_risk;
        acknowledged.struck = is_struck.then(|| editor.path.clone());
        acknowledged.is_left_said = editor.unstruck.as_ref().is_some_and(|left| !left.is_empty());
        if !editor.is_at_risk {
            acknowledged.entries = now;
        }
    }
    acknowledged
}

/// Every file of the dataset that is there, as the next start opens it.
fn next_start(disk: &Memory, acknowledged: &Acknowledged, what: &str) -> Entries {
    disk.fail(None);
    let mut found = Entries::new();
    for path in disk.paths() {
        let is_file = path.extension().is_some_and(|end| end == "ron") && !path.to_string_lossy().contains("home");
        if is_file {
            let opened = store::open_sealed(disk, &path, &keys())
                .unwrap_or_else(|error| panic!("{what}: {}: {error:?}", path.display()));
            assert_eq!(opened.standing, Standing::Sound, "{what}");
            let mut editor = Editor::open_sealed(disk, &path, "Aline", 12, &keys()).unwrap();
            if acknowledged.struck.as_ref() == Some(&path) {
                assert!(!has_word(editor.document.dataset()), "{what}: struck out");
                editor.wait(3.0);
                editor.wait(3.0);
                let mut has_word = with_word(disk, &path);
                has_word.retain(|path| !editor.unfitting.contains(path));
                assert!(has_word.is_empty() || acknowledged.is_left_said, "{what}: {has_word:?}");
            }
            for (entry, times) in entries(editor.document.dataset()) {
                let most = found.entry(entry).or_default();
                *most = times.max(*most);
            }
        }
    }
    found
}

fn assert_there(acknowledged: &Entries, found: &Entries, what: &str) {
    // A strike takes the earlier history of the cell along, and may have taken place without being acknowledged.
    let has_strike = |entries: &Entries| entries.keys().any(|entry| entry.contains("Struck"));
    let is_struck = has_strike(found) && !has_strike(acknowledged);
    for (entry, times) in acknowledged.iter().filter(|(entry, _)| !(is_struck && entry.contains("Set"))) {
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
                assert_there(&acknowledged.entries, &next_start(&disk, &acknowledged, &what), &what);
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
                assert_there(&acknowledged.entries, &next_start(&disk, &acknowledged, &what), &what);
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
    assert_eq!((entries(&saved), acknowledged.entries.len()), (acknowledged.entries, 2));
}

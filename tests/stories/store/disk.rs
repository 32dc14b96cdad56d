//! A failing disk: whichever operation fails, either the old or the new file is there, complete.

use std::cell::RefCell;
use std::ffi::OsString;
use std::fs::Permissions;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use clefs::domain::dataset::Dataset;
use clefs::store::{self, Disk, Existing, Fs, Lineage, SaveError, SaveOutcome, Settings, Sink, Standing};

use super::{Home, changed, in_french, names_in, small};

/// How a disk fails.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// One operation fails.
    Once,
    /// It and every later one fail: the disk is gone.
    ForGood,
    /// It writes other bytes and reports success.
    Lies,
}

/// The real disk, on which one operation fails.
pub struct Failing {
    fault: Fault,
    at: usize,
    done: Arc<AtomicUsize>,
    /// The operations so far.
    asked: Arc<Mutex<Vec<&'static str>>>,
}

impl Failing {
    fn new(fault: Fault, at: usize) -> Self {
        Self { fault, at, done: Arc::default(), asked: Arc::default() }
    }

    /// Whether the failing operation was reached.
    fn was_reached(&self) -> bool {
        self.done.load(Ordering::Relaxed) > self.at
    }

    fn failing(&self, inner: Box<dyn Sink>) -> Box<dyn Sink> {
        let (done, asked) = (Arc::clone(&self.done), Arc::clone(&self.asked));
        Box::new(FailingSink { inner, fs: Self { fault: self.fault, at: self.at, done, asked } })
    }

    fn step(&self, name: &'static str) -> io::Result<()> {
        self.asked.lock().unwrap().push(name);
        let now = self.done.fetch_add(1, Ordering::Relaxed);
        match self.fault {
            Fault::Once if now == self.at => Err(io::Error::other("made to fail")),
            Fault::ForGood if now >= self.at => Err(io::Error::other("made to fail")),
            _ => Ok(()),
        }
    }
}

struct FailingSink {
    inner: Box<dyn Sink>,
    fs: Failing,
}

impl Sink for FailingSink {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let half = &bytes[..bytes.len() / 2];
        if self.fs.fault == Fault::Lies && self.fs.done.load(Ordering::Relaxed) == self.fs.at {
            self.fs.step("write_all")?;
            return self.inner.write_all(half);
        }
        if let Err(error) = self.fs.step("write_all") {
            self.inner.write_all(half)?;
            return Err(error);
        }
        self.inner.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.fs.step("sync")?;
        self.inner.sync()
    }
}

impl Fs for Failing {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.step("resolve").and_then(|()| Disk.resolve(path))
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.step("read").and_then(|()| Disk.read(path))
    }
    fn read_head(&self, path: &Path, bytes: usize) -> io::Result<Vec<u8>> {
        self.step("read_head").and_then(|()| Disk.read_head(path, bytes))
    }
    fn permissions(&self, path: &Path) -> io::Result<Permissions> {
        self.step("permissions").and_then(|()| Disk.permissions(path))
    }
    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        self.step("set_permissions").and_then(|()| Disk.set_permissions(path, permissions))
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        self.step("create_new").and_then(|()| Ok(self.failing(Disk.create_new(path)?)))
    }
    fn create_locked(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        self.step("create_locked").and_then(|()| Ok(self.failing(Disk.create_locked(path)?)))
    }
    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        self.step("is_locked").and_then(|()| Disk.is_locked(path))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("rename").and_then(|()| Disk.rename(from, to))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step("remove").and_then(|()| Disk.remove(path))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step("sync_folder").and_then(|()| Disk.sync_folder(folder))
    }
    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        self.step("create_folders").and_then(|()| Disk.create_folders(folder))
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.step("list").and_then(|()| Disk.list(folder))
    }
}

/// Reads the file, which must be valid.
fn on_disk(path: &Path) -> Dataset {
    let opened = store::open(&Disk, path).unwrap();
    assert_eq!(opened.standing, Standing::Sound);
    opened.dataset
}

/// Runs `story` with each operation failing in turn; returns their number.
pub fn each_fault(story: impl Fn(&Failing, Fault)) -> usize {
    let most = RefCell::new(0);
    for fault in [Fault::Once, Fault::ForGood, Fault::Lies] {
        for at in 0.. {
            assert!(at < 200, "endless loop");
            let fs = Failing::new(fault, at);
            story(&fs, fault);
            if !fs.was_reached() {
                break;
            }
            most.replace_with(|most| at.max(*most));
        }
    }
    most.into_inner()
}

#[test]
fn a_save_on_a_failing_disk_leaves_the_old_file_or_the_new() {
    let (old, new) = (small(), changed(&small(), "du nouveau"));
    let operations = each_fault(|fs, fault| {
        let home = Home::new();
        let file = home.create(&old);
        let outcome = store::save(fs, &new, &file, home.context(2));
        match &outcome {
            Ok(SaveOutcome::Saved { .. }) => assert_eq!(on_disk(&home.file()), new),
            Ok(SaveOutcome::Conflict { file, .. }) => {
                assert_eq!(on_disk(&home.file()), old);
                assert_eq!(on_disk(file.path()), new);
            }
            Err(error) => {
                assert_eq!(on_disk(&home.file()), old);
                assert!(in_french(&error.message()).contains(".ron"), "{error:?}");
            }
        }
        if fault != Fault::ForGood {
            assert!(home.names().iter().all(|name| name.starts_with("exemple")), "{:?}", home.names());
        }
        // Whatever a failure left behind, the next save cleans up and succeeds.
        let known = outcome.map_or(file, |outcome| outcome.file().clone());
        let after = store::save(&Disk, &new, &known, home.context(3)).unwrap();
        assert_eq!(on_disk(after.file().path()), new);
        assert!(home.names().iter().all(|name| name.starts_with("exemple")), "{:?}", home.names());
    });
    assert!(operations >= 18, "only {operations} operations failed");
}

#[test]
fn content_is_flushed_and_read_back_before_the_rename() {
    let home = Home::new();
    let file = home.create(&small());
    let fs = Failing::new(Fault::Once, usize::MAX);
    store::save(&fs, &small(), &file, home.context(2)).unwrap();
    let backup = ["permissions", "read", "permissions", "create_folders"];
    let replace = ["resolve", "permissions", "list", "create_new", "write_all", "sync"];
    let asked = fs.asked.lock().unwrap().clone();
    let expected = [
        // Whether others sealed it.
        &["read_head"],
        &replace[..],
        &["set_permissions", "read"],
        &backup,
        &replace,
        &["read", "rename", "sync_folder", "list"],
        // Again: the backup took its time.
        &["read", "rename", "sync_folder"],
    ];
    assert_eq!(asked, expected.concat());
}

#[test]
fn an_unflushed_folder_is_reported() {
    let home = Home::new();
    let file = home.create(&small());
    let file = store::save(&Disk, &small(), &file, home.context(2)).unwrap().file().clone();
    // The day's backup exists now, so both saves do the same operations, the folder last.
    let last = Failing::new(Fault::Once, usize::MAX);
    let file = store::save(&last, &small(), &file, home.context(3)).unwrap().file().clone();
    let failing = Failing::new(Fault::Once, last.done.load(Ordering::Relaxed) - 1);
    let outcome = store::save(&failing, &changed(&small(), "x"), &file, home.context(4)).unwrap();
    let [warning] = outcome.warnings() else { panic!("{outcome:?}") };
    assert!(in_french(&warning.message()).contains("le disque n’a pas confirmé"));
    assert_eq!(on_disk(&home.file()), changed(&small(), "x"));
}

#[test]
fn a_file_created_on_a_failing_disk_is_complete_or_absent() {
    each_fault(|fs, fault| {
        let home = Home::new();
        let dataset = small();
        let outcome = store::create(fs, &home.file(), &dataset, Lineage::New(7), Existing::Refuse, home.context(1));
        match outcome {
            Ok(_) => assert_eq!(on_disk(&home.file()), dataset),
            Err(_) => assert!(!home.file().exists()),
        }
        if fault != Fault::ForGood {
            assert!(home.names().iter().all(|name| name.starts_with("exemple")), "{:?}", home.names());
        }
    });
}

#[test]
fn settings_on_a_failing_disk_are_the_old_or_the_new() {
    let new = Settings { text_scale: 125, ..Settings::default() };
    each_fault(|fs, _| {
        let home = Home::new();
        store::save_settings(&Disk, &home.places, &Settings::default()).unwrap();
        let outcome = store::save_settings(fs, &home.places, &new);
        let found = store::load_settings(&Disk, &home.places);
        assert_eq!(found.trouble, None);
        match outcome {
            Ok(_) => assert_eq!(found.settings, new),
            Err(_) => assert!(found.settings == new || found.settings == Settings::default()),
        }
    });
}

#[test]
fn a_failed_backup_is_reported_and_does_not_stop_the_save() {
    let home = Home::new();
    let file = home.create(&small());
    std::fs::write(home.folder.path().join("home"), "a file where a folder should be").unwrap();
    let outcome = store::save(&Disk, &changed(&small(), "x"), &file, home.context(2)).unwrap();
    assert!(matches!(outcome, SaveOutcome::Saved { .. }));
    let [warning] = outcome.warnings() else { panic!("{outcome:?}") };
    assert!(in_french(&warning.message()).contains("sauvegarde du jour"));
}

#[test]
fn leftovers_of_a_crash_are_removed_by_the_next_save_and_nothing_else_is() {
    let home = Home::new();
    let file = home.create(&small());
    let ours = ".exemple-2021.ron.00000000000000aa.clefs-tmp";
    let others = [".exemple-2021.ron.notes.clefs-tmp", ".autre.ron.00000000000000aa.clefs-tmp"];
    for name in others.iter().chain([&ours]) {
        std::fs::write(home.files().join(name), "x").unwrap();
    }
    store::save(&Disk, &small(), &file, home.context(2)).unwrap();
    assert_eq!(names_in(&home.files()), [others[1], others[0], "exemple-2021.ron"]);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test's own folder")]
fn a_missing_folder_is_reported() {
    let home = Home::new();
    let file = home.create(&small());
    std::fs::remove_dir_all(home.files()).unwrap();
    let error = store::save(&Disk, &small(), &file, home.context(2)).unwrap_err();
    assert!(matches!(error, SaveError::Disk(_)));
    assert!(in_french(&error.message()).contains("introuvable"));
}

#[test]
fn exports_replace_what_is_there_only_if_they_may() {
    let home = Home::new();
    let names = ["a.csv".to_owned(), "b.csv".to_owned()];
    let write = |existing, text: &'static str| {
        let mut written = 0;
        let bytes = |_| Ok::<_, SaveError>(text.as_bytes().to_vec());
        let outcome = store::write_exports(&Disk, &home.files(), &names, existing, bytes, |_| written += 1);
        (outcome.is_ok(), written)
    };
    assert_eq!(write(Existing::Refuse, "un"), (true, 2));
    assert_eq!(write(Existing::Refuse, "deux"), (false, 0));
    assert_eq!(std::fs::read_to_string(home.files().join("b.csv")).unwrap(), "un");
    assert_eq!(write(Existing::Replace, "deux"), (true, 2));
    assert_eq!(std::fs::read_to_string(home.files().join("b.csv")).unwrap(), "deux");
}

#[test]
fn beside_a_file_only_other_states_of_its_dataset_are_copies() {
    let home = Home::new();
    let file = home.create(&small());
    let beside = |name: &str, bytes: Vec<u8>| std::fs::write(home.files().join(name), bytes).unwrap();
    beside("double.ron", std::fs::read(home.file()).unwrap());
    beside("autre.ron", super::bytes_of(&changed(&small(), "x")));
    beside("note.ron", b"rien".to_vec());
    let sealed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/1/encrypted.ron");
    beside("chiffre.ron", std::fs::read(sealed).unwrap());
    let names = |copies: Vec<store::CopyBeside>| -> Vec<String> {
        copies.iter().map(|copy| copy.path.file_name().unwrap().to_string_lossy().into_owned()).collect()
    };
    let found = names(store::copies_beside(&Disk, &file));
    assert!(!found.contains(&"double.ron".to_owned()), "the same state");
    assert!(!found.iter().any(|name| name == "note.ron" || name == "chiffre.ron"), "{found:?}");
}

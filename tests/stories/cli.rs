//! The command line: runs the real binary in a folder of its own, without a display.
//!
//! Only what it prints and writes is tested here; figures, charts and files have their own tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use clefs::domain::dataset::Dataset;
use clefs::domain::schema::TableId;
use clefs::store::{self, DatasetId, SaveId};

use crate::build::Build;
use crate::counting;

mod bad_input;
mod chart;
mod check;
mod demo;
mod export;
mod figures;
mod making;
mod report;

/// The file that has a passphrase.
const PASSPHRASE: &str = "phrase.txt";

/// A folder to run in, which also contains the app's own folders.
struct Home(tempfile::TempDir);

/// The exit code and output of a run.
#[derive(Debug)]
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        std::fs::create_dir(home.path("")).unwrap();
        home
    }

    /// A home with a file in it.
    fn with(name: &str, bytes: &[u8]) -> Self {
        let home = Self::new();
        std::fs::write(home.path(name), bytes).unwrap();
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("files").join(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.read(name)).unwrap()
    }

    /// The names of its files, sorted.
    fn names(&self) -> Vec<String> {
        names_in(&self.path(""))
    }

    fn run(&self, args: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_clefs"));
        command.args(args).current_dir(self.path("")).env("CLEFS_HOME", self.0.path().join("home"));
        // The passphrase of an encrypted file, where a test has one.
        if self.path(PASSPHRASE).exists() {
            command.env("CLEFS_PASSPHRASE_FILE", self.path(PASSPHRASE));
        }
        for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            command.env_remove(display);
        }
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
        let run = Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
        assert!(!run.err.contains("panicked"), "{args:?}: {run:?}");
        run
    }

    /// The standard output of a run that succeeds.
    fn succeed(&self, args: &[&str]) -> String {
        let run = self.run(args);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}: {run:?}");
        run.out
    }

    /// The standard error of a run that fails; it must print and write nothing else.
    fn fail(&self, args: &[&str]) -> String {
        let before = self.names();
        let run = self.run(args);
        assert!(run.code.is_some_and(|code| code != 0), "{args:?}: {run:?}");
        assert_eq!(run.out, "", "{args:?}");
        assert!(!run.err.trim().is_empty(), "{args:?} prints no error");
        assert_eq!(self.names(), before, "{args:?} wrote something");
        run.err
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A valid file's bytes.
fn bytes_of(dataset: &Dataset) -> Vec<u8> {
    store::write(dataset, DatasetId::from_random(7), SaveId::from_random(1), &[]).unwrap().0
}

/// The convention of `fixtures/counting`, whose figures are known.
fn counted() -> Vec<u8> {
    let mut b = counting::convention();
    b.set(TableId::Convention, "Convention fictive", "region", "Région fictive");
    bytes_of(b.dataset())
}

/// A landlord (record 11) and its unit (record 13) on lines of their own.
fn small() -> Vec<u8> {
    let mut b = Build::new();
    b.landlord("Bailleur Alpha", &[]);
    b.unit("L-0001", "Bailleur Alpha", &[("published", "2021-04-09"), ("rent", "41250"), ("notes", "CANARI")]);
    bytes_of(b.dataset())
}

/// The small file with a replacement, as if edited by hand.
fn small_with(from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(small()).unwrap();
    assert!(text.contains(from), "{from} is not in {text}");
    text.replacen(from, to, 1).into_bytes()
}

/// Compares whole texts.
fn same(out: &str, fixture: &str) {
    let fixture = fixture.replace("\r\n", "\n");
    assert!(out == fixture, "got:\n{out}\nexpected:\n{fixture}");
}

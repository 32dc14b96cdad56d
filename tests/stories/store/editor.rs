//! An editor at work: a document with its keeper, as in a window, on a disk in memory.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{NaiveDateTime, TimeDelta};
use clefs::edit::{Applied, Document, Edit, Merge, Revision, Stamp, Strike};
use clefs::store::{self, Fs, Keeper, Kept, Keys, Order, Places, Report, State, Tools, Typed, Work};

use super::at;
use super::memory::Memory;

pub struct Editor {
    pub document: Document,
    keeper: Keeper,
    name: String,
    /// What the editor's clock shows beside the true time.
    clock: TimeDelta,
    pub now: f64,
    /// Saves that go on, if they take their time.
    work: Vec<Work>,
    is_slow: bool,
    /// Fields that the editor was told that both changed.
    pub clashes: usize,
    /// The journal could not be written: what was changed since is in memory only.
    pub is_at_risk: bool,
    /// Others sealed the file with a key that the editor has not.
    pub is_shut_out: bool,
    /// Files that were not sealed as the file is, once that was tried.
    pub unsealed: Option<Vec<PathBuf>>,
    /// Backups of which something could not be struck out, once that was tried.
    pub unstruck: Option<Vec<PathBuf>>,
    /// Journals that did not fit: they stay, which is said.
    pub unfitting: Vec<PathBuf>,
    /// The file that is kept.
    pub path: PathBuf,
}

pub fn file_in(folder: &str) -> PathBuf {
    Path::new(folder).join("convention.ron")
}

impl Editor {
    /// Opens the file in a folder; with the changes that an earlier run did not save.
    pub fn open(disk: &Memory, folder: &str, name: &str, seed: u64) -> Result<Self, store::OpenError> {
        Self::open_at(disk, &file_in(folder), name, seed)
    }

    pub fn open_at(disk: &Memory, path: &Path, name: &str, seed: u64) -> Result<Self, store::OpenError> {
        Self::open_sealed(disk, path, name, seed, &Keys::default())
    }

    pub fn open_sealed(
        disk: &Memory,
        path: &Path,
        name: &str,
        seed: u64,
        keys: &Keys,
    ) -> Result<Self, store::OpenError> {
        let places = Places::under(&path.with_file_name("home"));
        let opened = store::open_sealed(disk, path, keys)?;
        let mut recovered = store::recover(disk, &places, &opened.file).unwrap_or_default();
        let saved = Arc::new(opened.dataset);
        let typed = || -> Typed { Box::new(|_: &_, _, value: &_| format!("{value:?}")) };
        let document = recovered.replayed(&saved, &typed());
        let mut dice = fastrand::Rng::with_seed(seed);
        let tools = Tools {
            fs: Arc::new(disk.clone()) as Arc<dyn Fs>,
            places,
            clock: || at(9, 14, 32),
            random: Box::new(move || dice.u64(..)),
        };
        let mut editor = Self {
            document,
            keeper: Keeper::new(tools),
            name: name.to_owned(),
            clock: TimeDelta::zero(),
            now: 0.0,
            work: Vec::new(),
            is_slow: false,
            clashes: 0,
            is_at_risk: false,
            is_shut_out: false,
            unsealed: None,
            unstruck: None,
            unfitting: recovered.unfitting.iter().map(|unfitting| unfitting.path.clone()).collect(),
            path: path.to_owned(),
        };
        let state = State { dataset: Arc::clone(&saved), revision: Revision::default() };
        let kept = Kept { file: opened.file, saved, state, recovered, typed: typed() };
        editor.order(Order::Keep(Box::new(kept)));
        editor.report_changes();
        Ok(editor)
    }

    pub fn with_clock(self, clock: TimeDelta) -> Self {
        Self { clock, ..self }
    }

    /// Whether saves take until [`finish`](Self::finish).
    pub const fn set_slow(&mut self, is_slow: bool) {
        self.is_slow = is_slow;
    }

    fn stamp(&self) -> NaiveDateTime {
        at(9, 14, 0) + self.clock + TimeDelta::seconds(self.now as i64)
    }

    /// Makes a change; whether there was one.
    pub fn edit(&mut self, edit: &Edit) -> bool {
        let stamp = Stamp { at: self.stamp(), by: &self.name };
        let applied = self.document.apply(edit, stamp, None);
        self.report_changes();
        applied == Ok(Applied::Changed)
    }

    /// Strikes something out, for good.
    pub fn strike(&mut self, strike: Strike) {
        let stamp = Stamp { at: self.stamp(), by: &self.name };
        if self.document.strike(&strike, stamp).expect("the strike fits") {
            let (entries, state) = (self.document.take_journal(), self.state());
            self.order(Order::Struck(strike, entries, state));
        }
    }

    pub fn undo(&mut self) {
        let stamp = Stamp { at: self.stamp(), by: &self.name };
        let _ = self.document.undo(stamp);
        self.report_changes();
    }

    fn state(&self) -> State {
        State { dataset: self.document.snapshot(), revision: self.document.revision() }
    }

    fn report_changes(&mut self) {
        let entries = self.document.take_journal();
        if !entries.is_empty() {
            let state = self.state();
            self.order(Order::Changed(entries, state));
        }
    }

    pub fn order(&mut self, order: Order) {
        self.keeper.take(order, self.now);
        self.follow();
    }

    /// Time passes.
    pub fn wait(&mut self, seconds: f64) {
        self.now += seconds;
        self.keeper.tick(self.now);
        self.follow();
    }

    /// When something is due.
    pub fn due(&self) -> Option<f64> {
        self.keeper.due()
    }

    /// Saves under way end.
    pub fn finish(&mut self) {
        for work in std::mem::take(&mut self.work) {
            self.order(work.run());
        }
    }

    fn follow(&mut self) {
        self.work.extend(self.keeper.work());
        if !self.is_slow {
            self.finish();
        }
        for report in self.keeper.reports() {
            match report {
                Report::Saved { revision, outcome, .. } => {
                    outcome.file().path().clone_into(&mut self.path);
                    self.document.mark_saved(revision);
                    self.is_at_risk &= self.document.is_unsaved();
                }
                Report::Journaled(outcome) => self.is_at_risk = outcome.is_err(),
                Report::Outside { save, merge, of } => self.merge(save, &merge, of),
                Report::SealedByOthers => self.is_shut_out = true,
                Report::Sealed(left) => self.unsealed = Some(left),
                Report::StruckOut(left) => self.unstruck = Some(left),
                Report::Saving
                | Report::FolderChanged
                | Report::NotSaved(_)
                | Report::NotSavedAs(..)
                | Report::Found => {}
            }
        }
    }

    fn merge(&mut self, save: store::SaveId, merge: &Merge, of: Revision) {
        if self.document.revision() != of {
            return;
        }
        let by = self.name.clone();
        let stamp = Stamp { at: self.stamp(), by: &by };
        self.document.merge(merge, stamp).expect("the merge fits");
        let on_mine = self.document.take_journal();
        if merge.is_saved() {
            self.document.mark_saved(self.document.revision());
        }
        self.clashes += merge.clashes.len();
        let state = self.state();
        self.order(Order::Merged { save, on_saved: merge.of_theirs(stamp), on_mine, state });
    }
}

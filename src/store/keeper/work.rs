//! The part of keeping a file that takes long: writing it. Runs beside the keeper, on a state of the document.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::edit::Strikes;
use crate::store::backup;
use crate::store::file::{self, Existing, FileIdentity, Lineage, SaveContext};
use crate::store::format::SaveId;
use crate::store::fs::{DiskError, Fs};
use crate::store::outcome::{SaveError, SaveOutcome};
use crate::store::places::Places;
use crate::store::recovery::{self, Base, Unprotected};
use crate::store::save;

use super::orders::{Order, State};

/// A save that is due.
pub struct Work {
    pub(super) fs: Arc<dyn Fs>,
    pub(super) places: Places,
    /// Local time.
    pub(super) now: NaiveDateTime,
    pub(super) random: u64,
    pub(super) file: FileIdentity,
    pub(super) state: State,
    /// How many journaled changes the state has.
    pub(super) contains: usize,
    /// The file it is for.
    pub(super) of: usize,
    pub(super) task: Task,
}

#[derive(Debug)]
pub(super) enum Task {
    Save,
    SaveAs(PathBuf, Existing),
    SaveApart,
    /// Copies the saved state beside the journal.
    Base,
    /// Strikes something out of the backups, and seals them as the file is.
    Protect(Vec<Strikes>, Occasion),
}

/// Why backups are protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Occasion {
    /// The file was opened, or others sealed it: nobody waits for it.
    Noticed,
    Asked,
    /// What another window held was waited for.
    Waited,
}

pub(super) enum WorkResult {
    /// With the copy of what was saved, if there is one.
    Saved(Task, Result<SaveOutcome, SaveError>, Option<Base>),
    Base(Result<Base, DiskError>),
    /// None if another window works through the backups.
    Protected(Vec<Strikes>, Occasion, Option<Unprotected>),
}

/// Work that was done.
pub struct Done {
    pub(super) result: WorkResult,
    pub(super) state: State,
    pub(super) contains: usize,
    pub(super) of: usize,
    pub(super) at: NaiveDateTime,
}

impl Work {
    fn context(&self) -> SaveContext<'_> {
        SaveContext { places: &self.places, now: self.now, random: self.random }
    }

    pub(super) const fn save_id(&self) -> SaveId {
        SaveId::from_random(self.random)
    }

    /// Does it; the keeper takes the result.
    pub fn run(self) -> Order {
        let (fs, dataset, context) = (&*self.fs, &*self.state.dataset, self.context());
        let saved = match &self.task {
            Task::Save => file::save(fs, dataset, &self.file, context),
            Task::SaveAs(path, existing) => {
                file::create(fs, path, dataset, Lineage::CopyOf(&self.file), *existing, context)
            }
            Task::SaveApart => file::save_beside(fs, dataset, &self.file, context),
            Task::Base => {
                save::remove_leftovers(fs, self.file.path());
                let base = Base::write(fs, &self.places, dataset, &self.file, self.random);
                return self.done(|_| WorkResult::Base(base));
            }
            Task::Protect(strikes, occasion) => {
                let turn = backup::Turn::take(fs, &self.places, self.file.dataset_id());
                let unprotected = turn.map(|_turn| {
                    let mut unprotected = recovery::protect_bases(fs, &self.places, &self.file, strikes);
                    unprotected.left.extend(backup::protect(fs, &self.places, &self.file, strikes));
                    unprotected
                });
                let result = WorkResult::Protected(strikes.clone(), *occasion, unprotected);
                return self.done(|_| result);
            }
        };
        // The journal may go only once there is this copy: others may replace the file without having seen it.
        let random = self.random.rotate_left(32);
        let copy = |outcome: &SaveOutcome| Base::write(fs, &self.places, dataset, outcome.file(), random).ok();
        let base = saved.as_ref().ok().and_then(copy);
        self.done(|task| WorkResult::Saved(task, saved, base))
    }

    fn done(self, result: impl FnOnce(Task) -> WorkResult) -> Order {
        let Self { task, state, contains, of, now: at, .. } = self;
        Order::Done(Box::new(Done { result: result(task), state, contains, of, at }))
    }
}

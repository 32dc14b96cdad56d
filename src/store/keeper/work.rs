//! The part of keeping a file that takes long: writing it. Runs beside the keeper, on a state of the document.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::store::file::{self, Existing, FileIdentity, Lineage, SaveContext};
use crate::store::format::SaveId;
use crate::store::fs::Fs;
use crate::store::outcome::{SaveError, SaveOutcome};
use crate::store::places::Places;

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
}

/// Work that was done.
#[derive(Debug)]
pub struct Done {
    pub(super) result: Result<SaveOutcome, SaveError>,
    pub(super) task: Task,
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
        let result = match &self.task {
            Task::Save => file::save(fs, dataset, &self.file, context),
            Task::SaveAs(path, existing) => {
                file::create(fs, path, dataset, Lineage::CopyOf(&self.file), *existing, context)
            }
            Task::SaveApart => file::save_beside(fs, dataset, &self.file, context),
        };
        let Self { task, state, contains, of, now: at, .. } = self;
        Order::Done(Box::new(Done { result, task, state, contains, of, at }))
    }
}

//! The file that is kept: its known state, journal and bases, and what is due.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::dataset::Dataset;
use crate::edit::{JournalEntry, Revision, Strikes};
use crate::store::file::FileIdentity;
use crate::store::fs::{DiskError, Fs};
use crate::store::journal::{Journal, TypedText};
use crate::store::opened::Opened;
use crate::store::recovery::Base;
use crate::store::seal::Keys;

use super::orders::{Report, State, Tools, Typed};
use super::work::{Occasion, Task, Work};

/// A file that is kept, and what is known of it.
pub(super) struct KeptFile {
    pub(super) file: FileIdentity,
    pub(super) journal: Journal,
    pub(super) journal_failed: bool,
    pub(super) recovered: Vec<PathBuf>,
    /// Copies of the state that the journal follows, and of earlier ones while it needs them.
    pub(super) bases: Vec<Base>,
    pub(super) typed: Typed,
    /// The last state that the file and the document had in common.
    pub(super) saved: Arc<Dataset>,
    pub(super) state: State,
    pub(super) typed_text: Option<TypedText>,
    /// When the journal gets it.
    pub(super) typed_due: Option<f64>,
    /// Journaled changes since the last save.
    pub(super) unsaved: usize,
    pub(super) first_change: Option<f64>,
    pub(super) due: Option<f64>,
    pub(super) next_look: f64,
    pub(super) next_look_beside: f64,
    /// The names of the files beside it.
    pub(super) beside: Vec<PathBuf>,
    pub(super) is_saving: bool,
    /// Looks in a row that found no file.
    pub(super) misses: usize,
    /// A save that was asked for while another is under way.
    pub(super) next: Option<Task>,
    /// What is to be struck out of the backups, once the file is saved without it; until that is done.
    pub(super) strikes: Vec<Strikes>,
    /// The keys to save it with, once it is sealed in another way.
    pub(super) sealing: Option<Keys>,
    /// Why the backups are to be protected, if they are.
    pub(super) protect: Option<Occasion>,
    /// When they are protected again, since another window had something in hand.
    pub(super) protect_due: Option<f64>,
    /// What others saved, and the revision of the last merge that was reported.
    pub(super) outside: Option<(Box<Opened>, Option<Revision>)>,
}

/// Work on the file as it is now.
pub(super) fn work(tools: &mut Tools, kept: &KeptFile, of: usize, task: Task) -> Work {
    let state = match task {
        Task::Base => State { dataset: Arc::clone(&kept.saved), revision: kept.state.revision },
        Task::Save | Task::SaveAs(..) | Task::SaveApart | Task::Protect(..) => kept.state.clone(),
    };
    Work {
        fs: Arc::clone(&tools.fs),
        places: tools.places.clone(),
        now: (tools.clock)(),
        random: (tools.random)(),
        file: kept.file.clone(),
        state,
        contains: kept.unsaved,
        of,
        task,
    }
}

impl KeptFile {
    /// The copy of an earlier state is needed until there is one of this state, which the journal follows.
    pub(super) fn remove_old_bases(&mut self, fs: &dyn Fs) {
        if self.journal.is_whole() && !self.bases.is_empty() {
            let last = self.bases.len() - 1;
            self.bases.drain(..last).for_each(|base| base.remove(fs));
        }
    }

    /// What changes struck out is to go from the backups, too.
    pub(super) fn add_strikes(&mut self, entries: &[JournalEntry]) {
        let before = self.strikes.len();
        self.strikes.extend(entries.iter().filter_map(JournalEntry::strikes));
        if self.strikes.len() > before {
            self.protect.get_or_insert(Occasion::Noticed);
        }
    }

    /// Whether the journal fails, or works again: said once.
    pub(super) fn journaled(&mut self, outcome: Result<(), DiskError>) -> Option<Report> {
        let had_failed = std::mem::replace(&mut self.journal_failed, outcome.is_err());
        (outcome.is_err() != had_failed).then_some(Report::Journaled(outcome))
    }

    /// As the file is sealed now, and without what it should no longer have.
    pub(super) fn write_journal_again(&mut self, tools: &mut Tools) -> Option<Report> {
        let random = (tools.random)();
        let outcome = self.journal.write_again(&*tools.fs, self.file.clone(), random);
        self.journaled(outcome)
    }

    pub(super) fn can_look(&self, now: f64) -> bool {
        self.outside.is_none() && !self.is_saving && now >= self.next_look
    }

    /// What was reported no longer fits.
    pub(super) const fn merge_again(&mut self) {
        if let Some((_, reported)) = &mut self.outside {
            *reported = None;
        }
    }
}

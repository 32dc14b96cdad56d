//! What the window knows of saving: what is under way, what failed, and what the user still has to decide.

use chrono::NaiveDateTime;

use crate::session::Notice;
use crate::store::TypedText;

/// How many records of the window what others saved removes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Removals {
    #[default]
    Few,
    /// The user has to agree first.
    Many(usize),
    Agreed,
}

#[derive(Default)]
pub(super) struct Saving {
    pub(super) under_way: bool,
    /// Local time.
    pub(super) saved_at: Option<NaiveDateTime>,
    pub(super) failure: Option<Failure>,
    /// The user asked for the save: questions are answered at once.
    pub(super) is_wanted: bool,
    pub(super) leaving: Leaving,
    pub(super) journal_failed: bool,
    pub(super) removals: Removals,
    /// What was said of the last failure.
    pub(super) said: Option<Notice>,
    /// What is being typed, as the keeper knows it.
    pub(super) typing: Option<TypedText>,
}

/// Why the last save failed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// The file is gone, which was said.
    Missing,
    Other,
}

/// Whether the window is about to close.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Leaving {
    #[default]
    No,
    /// It closes once the work is saved.
    OnceSafe,
    Now,
}

impl Saving {
    /// A file was just created.
    pub(super) const fn just_saved(&mut self, at: NaiveDateTime) {
        self.saved_at = Some(at);
    }
}

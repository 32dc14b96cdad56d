//! Autosave, and quitting without losing work.
//!
//! Decides when a save is due. `store` does the disk access, in the background.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDateTime, Timelike};

use crate::domain::dataset::Dataset;
use crate::domain::message::Message;
use crate::edit::Revision;
use crate::session::command::{Command, Request};
use crate::session::dialog::{Dialog, Question};
use crate::session::page::Page;
use crate::store::{self, DiskError, Existing, Fs, Lineage, Places, SaveContext, SaveError, SaveOutcome, SaveWarning};

use super::Host;
use super::files::absolute;
use super::job::Job;

/// Seconds from the last edit to the save.
const SAVE_AFTER: f64 = 2.0;
/// Seconds from the first unsaved edit to the save, while the user keeps typing.
const SAVE_WITHIN: f64 = 10.0;
/// Seconds from a failed save to the next attempt.
const TRY_AGAIN_AFTER: f64 = 30.0;

#[derive(Default)]
pub(super) struct Saving {
    under_way: bool,
    /// The last revision seen.
    seen: Revision,
    /// When it was first seen, in seconds of the window's time.
    edited_at: Option<f64>,
    /// The time of the first unsaved edit.
    unsaved_since: Option<f64>,
    /// Local time.
    saved_at: Option<NaiveDateTime>,
    failed: bool,
    leaving: Leaving,
}

/// Whether the window is about to close.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Leaving {
    #[default]
    No,
    /// It closes once the work is saved.
    OnceSafe,
    Now,
}

/// A [`SaveContext`] that can go to another thread.
pub(super) struct Context {
    places: Places,
    now: NaiveDateTime,
    random: u64,
}

impl Context {
    pub(super) const fn borrow(&self) -> SaveContext<'_> {
        SaveContext { places: &self.places, now: self.now, random: self.random }
    }
}

impl Host {
    /// Saves when due. Returns in how many seconds to call again.
    pub(super) fn save_when_due(&mut self, now: f64) -> Option<f64> {
        if !self.is_unsaved() || self.saving.under_way {
            (self.saving.edited_at, self.saving.unsaved_since) = (None, None);
            return None;
        }
        let revision = self.session.document().revision();
        if self.saving.seen != revision {
            (self.saving.seen, self.saving.edited_at, self.saving.failed) = (revision, None, false);
        }
        let after = if self.saving.failed { TRY_AGAIN_AFTER } else { SAVE_AFTER };
        let pause = *self.saving.edited_at.get_or_insert(now) + after;
        let due = pause.min(*self.saving.unsaved_since.get_or_insert(now) + SAVE_WITHIN.max(after));
        if now >= due {
            self.save();
            return None;
        }
        Some(due - now)
    }

    pub fn is_closing(&self) -> bool {
        self.saving.leaving == Leaving::Now
    }

    /// Whether there are unsaved edits.
    pub fn is_unsaved(&self) -> bool {
        self.file.is_some() && self.session.document().is_unsaved()
    }

    /// The save state, for the user.
    pub fn save_state(&self) -> Message {
        let saving = &self.saving;
        if self.is_loading {
            Message::new("loading")
        } else if self.session.is_read_only() {
            Message::new("save-read-only")
        } else if saving.under_way {
            Message::new("save-under-way")
        } else if self.session.document().is_unsaved() {
            Message::new(if saving.failed { "save-failed" } else { "save-pending" })
        } else if let Some(at) = saving.saved_at {
            let text = format!("{} h {:02}", at.hour(), at.minute());
            Message::new("save-done").text("time", text)
        } else {
            Message::new("save-unchanged")
        }
    }

    pub(super) fn save(&mut self) {
        let Some(file) = &self.file else { return };
        if self.saving.under_way || self.session.is_read_only() {
            return;
        }
        let identity = file.clone();
        self.saving.edited_at = None;
        self.start_save(None, move |fs, snapshot, context| store::save(fs, snapshot, &identity, context));
    }

    /// Saves under another name and keeps working there.
    pub(super) fn save_as(&mut self, path: PathBuf, existing: Existing) {
        let path = absolute(path);
        let Some(file) = &self.file else { return };
        if self.saving.under_way {
            return self.session.report_problem(Message::new("save-busy"));
        }
        let identity = file.clone();
        self.start_save(Some(Request::SaveAs(path.clone())), move |fs, snapshot, context| {
            store::create(fs, &path, snapshot, Lineage::CopyOf(&identity), existing, context)
        });
    }

    /// Saves the present state on a thread, and lets the journal know what the file then contains.
    fn start_save(
        &mut self,
        retry: Option<Request>,
        save: impl FnOnce(&dyn Fs, &Dataset, SaveContext) -> Result<SaveOutcome, SaveError> + Send + 'static,
    ) {
        self.journal_changes();
        let note = self.journaling.note(self.session.random());
        let (fs, context) = (Arc::clone(&self.fs), self.save_context());
        let (snapshot, revision) = (self.session.document().snapshot(), self.session.document().revision());
        self.saving.under_way = true;
        self.worker.start(move || {
            note.begin(&*fs, context.borrow().save_id());
            let result = save(&*fs, &snapshot, context.borrow());
            if let Ok(outcome) = &result {
                note.end(&*fs, outcome.file());
            }
            Job::Saved { revision, result, retry, contains: note.contains }
        });
    }

    /// Hands the changes made since the last call to the journal.
    pub(super) fn journal_changes(&mut self) {
        let entries = self.session.take_journal();
        if !entries.is_empty() {
            self.journaling.hand(entries, self.session.random(), &self.fs, &self.worker);
        }
    }

    pub(super) fn journaled(&mut self, outcome: Result<(), DiskError>) {
        if let Some(error) = self.journaling.flushed(outcome) {
            let detail = self.session.words().say(&error.message());
            self.session.report_problem(Message::new("journal-failed").text("detail", detail));
        }
    }

    /// Quits, unless drafts remain. The session has committed the open editor.
    pub(super) fn quit(&mut self) {
        let drafts = self.session.dataset().drafts.len();
        if drafts == 0 {
            return self.leave();
        }
        self.session.ask(Dialog::Question(Question {
            title: Message::new("quit-drafts-title").count("n", drafts),
            text: Message::new("quit-drafts-text"),
            answers: vec![
                ("quit-drafts-show", Command::Go(Page::Findings)),
                ("quit-drafts-go", Command::Host(Request::QuitWithDrafts)),
            ],
        }));
    }

    /// Quits, after saving if necessary.
    pub(super) fn leave(&mut self) {
        self.keep_settings();
        if self.is_unsaved() || self.saving.under_way {
            self.saving.leaving = Leaving::OnceSafe;
            self.save();
        } else {
            self.saving.leaving = Leaving::Now;
        }
    }

    pub(super) const fn quit_anyway(&mut self) {
        self.saving.leaving = Leaving::Now;
    }

    /// Whether work must be saved before another file is opened. If so, starts the save, and
    /// repeats the request when it is done.
    pub(super) fn keep_before_leaving_file(&mut self, again: Request) -> bool {
        if !self.is_unsaved() && !self.saving.under_way {
            return false;
        }
        self.waiting.push(again);
        self.save();
        true
    }

    pub(super) fn save_context(&mut self) -> Context {
        let random = self.session.random();
        Context { places: self.places.clone(), now: self.session.now(), random }
    }

    pub(super) fn saved(
        &mut self,
        (revision, contains): (Revision, usize),
        result: Result<SaveOutcome, SaveError>,
        retry: Option<Request>,
    ) {
        self.saving.under_way = false;
        match result {
            Ok(outcome) => {
                self.journaling.saved(contains);
                self.session.mark_saved(revision);
                self.saving.saved_at = Some(self.session.now());
                self.saving.failed = false;
                let path = outcome.file().path().to_owned();
                let is_new = self.file.as_ref().is_none_or(|file| file.path() != path);
                self.file = Some(outcome.file().clone());
                if let Some(message) =
                    outcome.message().or_else(|| outcome.warnings().first().map(SaveWarning::message))
                {
                    self.session.report_problem(message);
                }
                if is_new {
                    self.settings.remember(&path);
                    self.keep_settings();
                }
                self.after_save();
            }
            Err(SaveError::Exists(_)) => {
                if let Some(command) = retry {
                    self.ask_replace(command);
                }
            }
            Err(error) => self.save_failed(&error),
        }
    }

    /// Runs the requests that waited for the save.
    pub(super) fn after_save(&mut self) {
        if self.saving.leaving == Leaving::OnceSafe {
            // Edits made during the save are saved too.
            self.leave();
            return;
        }
        if !self.session.document().is_unsaved() {
            for request in std::mem::take(&mut self.waiting) {
                self.request(request, Existing::Refuse);
            }
        }
    }

    pub(super) fn save_failed(&mut self, error: &SaveError) {
        self.saving.failed = true;
        self.waiting.clear();
        let message = error.message();
        if std::mem::take(&mut self.saving.leaving) == Leaving::OnceSafe {
            self.session.ask(Dialog::Question(Question {
                title: Message::new("quit-unsaved-title"),
                text: message,
                answers: vec![
                    ("quit-retry", Command::Host(Request::Quit)),
                    ("quit-save-as", Command::Ask(self.session.save_as_dialog())),
                    ("quit-anyway", Command::Host(Request::QuitAnyway)),
                ],
            }));
        } else {
            self.session.report_problem(message);
        }
    }
}

impl Saving {
    /// A file was just created.
    pub(super) const fn just_saved(&mut self, at: NaiveDateTime) {
        self.saved_at = Some(at);
    }

    /// The state for another file; a save under way continues.
    pub(super) fn of_another_file(&self) -> Self {
        Self { under_way: self.under_way, ..Self::default() }
    }
}

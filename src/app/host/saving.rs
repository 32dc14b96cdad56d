//! Whether the work is safe: saving by itself, and leaving without losing anything.
//!
//! Owns when a save is due. The disk itself is `store`'s, and is never waited for here.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDateTime, Timelike};

use crate::domain::message::Message;
use crate::edit::Revision;
use crate::session::command::{Command, Request};
use crate::session::dialog::{Dialog, Question};
use crate::session::page::Page;
use crate::store::{self, Existing, Lineage, Places, SaveContext, SaveError, SaveOutcome, SaveWarning};

use super::Host;
use super::files::absolute;
use super::job::Job;

/// Seconds from the last edit to the save.
const SAVE_AFTER: f64 = 2.0;
/// Seconds from the first edit that no save holds to the save, however steadily one types.
const SAVE_WITHIN: f64 = 10.0;
/// Seconds from a save that did not work to the next try.
const TRY_AGAIN_AFTER: f64 = 30.0;

/// How far the work is safe.
#[derive(Default)]
pub(super) struct Saving {
    /// A save is under way.
    under_way: bool,
    /// The last edit that was seen.
    seen: Revision,
    /// When it was, in seconds of the window's time.
    edited_at: Option<f64>,
    /// When the first edit was that no save holds.
    unsaved_since: Option<f64>,
    /// When the file was last saved, local time.
    saved_at: Option<NaiveDateTime>,
    /// The last save did not work.
    failed: bool,
    leaving: Leaving,
}

/// Whether the window is about to close.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Leaving {
    /// It stays.
    #[default]
    No,
    /// It closes as soon as the work is safe.
    OnceSafe,
    /// It closes now.
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
    /// Saves when it is time. Gives in how many seconds to look again.
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

    /// Whether the window is to close now.
    pub fn is_closing(&self) -> bool {
        self.saving.leaving == Leaving::Now
    }

    /// Whether there is work that no file holds.
    pub fn is_unsaved(&self) -> bool {
        self.file.is_some() && self.session.document().is_unsaved()
    }

    /// How far the work is safe, in words.
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

    /// Saves now, where there is something to save.
    pub(super) fn save(&mut self) {
        let Some(file) = &self.file else { return };
        if self.saving.under_way || self.session.is_read_only() {
            return;
        }
        let identity = file.clone();
        let (fs, context) = (Arc::clone(&self.fs), self.save_context());
        let (snapshot, revision) = (self.session.document().snapshot(), self.session.document().revision());
        self.saving.under_way = true;
        self.saving.edited_at = None;
        self.worker.start(move || {
            let result = store::save(&*fs, &snapshot, &identity, context.borrow());
            Job::Saved { revision, result, retry: None }
        });
    }

    /// Saves under another name, and goes on there.
    pub(super) fn save_as(&mut self, path: PathBuf, existing: Existing) {
        let path = absolute(path);
        let Some(file) = &self.file else { return };
        if self.saving.under_way {
            return self.session.complain(Message::new("save-busy"));
        }
        let identity = file.clone();
        let (fs, context) = (Arc::clone(&self.fs), self.save_context());
        let (snapshot, revision) = (self.session.document().snapshot(), self.session.document().revision());
        let retry = Some(Request::SaveAs(path.clone()));
        self.saving.under_way = true;
        self.worker.start(move || {
            let result = store::create(&*fs, &path, &snapshot, Lineage::CopyOf(&identity), existing, context.borrow());
            Job::Saved { revision, result, retry }
        });
    }

    /// Leaves, unless something is to be asked first. What is typed was taken before.
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

    /// Leaves, or first makes the work safe.
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

    /// Whether work must be saved before another file takes its place; if so it is being saved,
    /// and the command comes again by itself when that is done.
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

    pub(super) fn saved(&mut self, revision: Revision, result: Result<SaveOutcome, SaveError>, retry: Option<Request>) {
        self.saving.under_way = false;
        match result {
            Ok(outcome) => {
                self.session.mark_saved(revision);
                self.saving.saved_at = Some(self.session.now());
                self.saving.failed = false;
                let path = outcome.file().path().to_owned();
                let is_new = self.file.as_ref().is_none_or(|file| file.path() != path);
                self.file = Some(outcome.file().clone());
                if let Some(message) =
                    outcome.message().or_else(|| outcome.warnings().first().map(SaveWarning::message))
                {
                    self.session.complain(message);
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

    /// What waited for the save goes on.
    pub(super) fn after_save(&mut self) {
        if self.saving.leaving == Leaving::OnceSafe {
            // What was edited while the save ran is saved as well before the window goes.
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
            self.session.complain(message);
        }
    }
}

impl Saving {
    /// A file was just made: it is on the disk.
    pub(super) const fn just_saved(&mut self, at: NaiveDateTime) {
        self.saved_at = Some(at);
    }

    /// Nothing is known of another file's saves, but one that is under way goes on.
    pub(super) fn of_another_file(&self) -> Self {
        Self { under_way: self.under_way, ..Self::default() }
    }
}

//! Saving, and quitting without losing work: the window's side of it.
//!
//! `store::Keeper` decides when a save is due and does it, beside the window.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDateTime, Timelike};

use crate::domain::dataset::Dataset;
use crate::domain::message::Message;
use crate::edit::Revision;
use crate::exchange::show;
use crate::session::command::{Command, Request};
use crate::session::dialog::{Dialog, Question};
use crate::session::page::Page;
use crate::store::{
    Existing, FileIdentity, Kept, Order, Places, Recovered, Report, SaveContext, SaveError, SaveOutcome, SaveWarning,
    State, TRY_AGAIN_AFTER, Typed, TypedText,
};
use crate::words::Words;

use super::files::absolute;
use super::save_state::{Failure, Leaving, Removals, Saving};
use super::{Coming, Host};

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
        if self.coming == Coming::Opened {
            Message::new("loading")
        } else if self.session.is_read_only() {
            Message::new("save-read-only")
        } else if saving.under_way {
            Message::new("save-under-way")
        } else if matches!(saving.removals, Removals::Many(_)) {
            Message::new("save-waits")
        } else if self.session.document().is_unsaved() || saving.failure == Some(Failure::Missing) {
            Message::new(if saving.failure.is_some() { "save-failed" } else { "save-pending" })
        } else if let Some(at) = saving.saved_at {
            let text = format!("{} h {:02}", at.hour(), at.minute());
            Message::new("save-done").text("time", text)
        } else {
            Message::new("save-unchanged")
        }
    }

    pub(super) fn save(&mut self) {
        self.report_changes();
        if let Removals::Many(removed) = self.saving.removals {
            return self.ask_about_removals(removed);
        }
        if let (Some(Failure::Missing), Some(file)) = (self.saving.failure, &self.file) {
            let path = file.path().to_owned();
            self.saving.is_wanted = true;
            if self.is_unsaved() {
                self.order(Order::Save);
            } else {
                self.save_failed(&SaveError::Missing(path));
            }
            return;
        }
        if self.is_unsaved() && !self.session.is_read_only() {
            self.saving.is_wanted = true;
            self.order(Order::Save);
        }
    }

    /// Saves under another name and keeps working there.
    pub(super) fn save_as(&mut self, path: PathBuf, existing: Existing) {
        self.report_changes();
        if self.session.is_read_only() {
            return self.copy_as(absolute(path), existing);
        }
        if self.file.is_some() {
            self.order(Order::SaveAs(absolute(path), existing));
        }
    }

    pub(super) fn order(&mut self, order: Order) {
        if matches!(order, Order::Save | Order::SaveAs(..) | Order::Apart) {
            self.saving.under_way = true;
        }
        self.keeping.order(order, self.now, &self.worker);
    }

    /// Lets the keeper know what changed since the last call.
    pub(super) fn report_changes(&mut self) {
        if self.file.is_none() || self.session.is_read_only() {
            return;
        }
        let entries = self.session.take_journal();
        if !entries.is_empty() {
            self.order(Order::Changed(entries, self.state()));
        }
        let known = self.saving.typing.as_ref().map(|typed| (typed.cell, typed.text.as_str()));
        if self.session.typing() != known {
            self.saving.typing = self.session.typing().map(|(cell, text)| TypedText { cell, text: text.to_owned() });
            self.order(Order::Typing(self.saving.typing.clone()));
        }
    }

    pub(super) fn state(&self) -> State {
        let document = self.session.document();
        State { dataset: document.snapshot(), revision: document.revision() }
    }

    /// How a value is typed, without the session.
    pub(super) fn typed(&self) -> Typed {
        let lang = self.session.words().lang();
        Box::new(move |data, cell, value| show::typed(data, cell, value, &Words::new(lang)))
    }

    /// Keeps another file; none if it is read only.
    pub(super) fn keep_file(&mut self, file: Option<FileIdentity>, saved: Arc<Dataset>, recovered: Recovered) {
        let Some(file) = file else { return self.order(Order::Leave) };
        let typed = self.typed();
        let state = State { dataset: Arc::clone(&saved), revision: Revision::default() };
        self.order(Order::Keep(Box::new(Kept { file, saved, state, recovered, typed })));
    }

    /// Handles what the keeper reports.
    pub(super) fn kept(&mut self, report: Report) {
        if self.file.is_none() {
            // Of a file that was left, or locked.
            return;
        }
        match report {
            Report::Saving => self.saving.under_way = true,
            Report::Journaled(Ok(())) => self.saving.journal_failed = false,
            Report::Journaled(Err(error)) => {
                self.saving.journal_failed = true;
                let detail = self.session.words().say(&error.message());
                self.session.report_problem(Message::new("journal-failed").text("detail", detail));
            }
            Report::Saved { revision, outcome, at } => self.saved(revision, &outcome, at),
            Report::Sealed(left) => self.sealed(&left),
            Report::SealedByOthers => self.sealed_by_others(),
            Report::Found => {
                self.saving.failure = None;
                self.forget_failure();
            }
            Report::NotSaved(error) => self.save_failed(&error),
            Report::NotSavedAs(path, error) => {
                self.saving.under_way = false;
                self.not_written(&error, Request::SaveAs(path));
            }
            Report::StruckOut(left) => self.struck_out(&left),
            Report::Outside { save, merge, of } => self.outside(save, &merge, of),
            Report::FolderChanged => self.look_for_copies(),
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

    /// No longer closes once the work is saved.
    pub(super) const fn stay(&mut self) {
        self.saving.leaving = Leaving::No;
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

    fn saved(&mut self, revision: Revision, outcome: &SaveOutcome, at: NaiveDateTime) {
        self.forget_failure();
        let Saving { leaving, typing, journal_failed, .. } = std::mem::take(&mut self.saving);
        self.saving = Saving { saved_at: Some(at), leaving, typing, journal_failed, ..Saving::default() };
        self.session.mark_saved(revision);
        let path = outcome.file().path().to_owned();
        let is_new = self.file.as_ref().is_none_or(|file| file.path() != path);
        self.file = Some(outcome.file().clone());
        if let Some(message) = outcome.message().or_else(|| outcome.warnings().first().map(SaveWarning::message)) {
            self.session.report_problem(message);
        }
        if is_new {
            self.settings.remember(&path, outcome.file().dataset_id());
            self.keep_settings();
        }
        self.after_save();
    }

    /// What was said of a failure no longer holds.
    fn forget_failure(&mut self) {
        let said = self.saving.said.take();
        if said.is_some() && self.session.notice() == said.as_ref() {
            self.session.clear_notice();
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

    fn save_failed(&mut self, error: &SaveError) {
        let is_missing = matches!(error, SaveError::Missing(_));
        let failure = if is_missing { Failure::Missing } else { Failure::Other };
        let before = self.saving.failure.replace(failure);
        self.saving.under_way = false;
        self.waiting.clear();
        let message = error.message();
        if std::mem::take(&mut self.saving.leaving) == Leaving::OnceSafe {
            // What the journal has comes back at the next start.
            let anyway = if self.saving.journal_failed { "quit-anyway" } else { "quit-kept" };
            self.session.ask(Dialog::Question(Question {
                title: Message::new("quit-unsaved-title"),
                text: message,
                answers: vec![
                    ("quit-retry", Command::Host(Request::Quit)),
                    ("quit-save-as", Command::Ask(self.session.save_as_dialog())),
                    (anyway, Command::Host(Request::QuitAnyway)),
                ],
            }));
        } else if let SaveError::Missing(path) = error {
            if std::mem::take(&mut self.saving.is_wanted) {
                self.session.ask(Dialog::Question(Question {
                    title: Message::new("missing-title"),
                    text: message,
                    answers: vec![
                        ("missing-again", Command::Host(Request::SaveAs(path.clone()))),
                        ("quit-save-as", Command::Ask(self.session.save_as_dialog())),
                    ],
                }));
            } else if before != Some(failure) {
                let detail = self.session.words().say(&message);
                self.session.report_problem(Message::new("missing-notice").text("detail", detail));
                self.saving.said = self.session.notice().cloned();
            }
        } else {
            let detail = self.session.words().say(&message);
            let key = if self.saving.journal_failed { "save-at-risk" } else { "save-kept" };
            let seconds = TRY_AGAIN_AFTER as usize;
            self.session.report_problem(Message::new(key).text("detail", detail).count("seconds", seconds));
            self.saving.said = self.session.notice().cloned();
        }
    }
}

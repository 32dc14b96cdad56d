//! Encryption of the open file: asking for its passphrase, setting one, and locking.
//!
//! Locking leaves the file, as closing does: what is not saved is in the journal, sealed, and comes back with the
//! passphrase. The keys are forgotten then. No passphrase is kept.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::domain::dataset::Dataset;
use crate::domain::message::Message;
use crate::edit::Document;
use crate::session::NoticeKind;
use crate::session::command::{Command, Request};
use crate::session::dialog::{Dialog, Question};
use crate::session::line::Line;
use crate::store::{self, Key, Keys, OpenError, Order, SealedBackup};

use super::job::{IfStrange, Job};
use super::save_state::Saving;
use super::{Coming, Host};

fn unlock_dialog(path: PathBuf, backup: Option<PathBuf>, why: Option<Message>) -> Dialog {
    Dialog::Unlock { path, backup, passphrase: Line::default(), why }
}

/// When the user last did something: by the window's time and by the local time, which goes on while the machine
/// sleeps.
#[derive(Default)]
pub(super) struct LastTouch {
    seconds: f64,
    at: NaiveDateTime,
}

impl Host {
    /// Asks for the passphrase of a file, or of its backup; `why` is what was wrong with the last one, or why it is
    /// locked.
    pub(super) fn ask_passphrase(&mut self, path: PathBuf, backup: Option<PathBuf>, why: Option<Message>) {
        self.session.ask(unlock_dialog(path, backup, why));
    }

    /// Opens a file once its passphrase, or that of its backup, is known to be right.
    pub(super) fn unlock(&mut self, path: PathBuf, backup: Option<PathBuf>, passphrase: String) {
        self.coming = Coming::Opened;
        let fs = Arc::clone(&self.fs);
        self.worker.start(move || {
            let key = store::unlock(&*fs, backup.as_ref().unwrap_or(&path), &passphrase);
            Job::Unlocked { path, backup, key }
        });
    }

    pub(super) fn unlocked(&mut self, path: PathBuf, backup: Option<PathBuf>, key: Result<Key, OpenError>) {
        self.coming = Coming::Nothing;
        match key {
            Ok(key) => {
                self.keys.know(key);
                self.open(path, if backup.is_some() { IfStrange::Seal } else { IfStrange::Ask });
            }
            // It was damaged, or is no longer sealed: the file itself tells.
            Err(OpenError::DamagedSeal) if backup.is_none() => self.open(path, IfStrange::Ask),
            Err(error) => self.ask_passphrase(path, backup, Some(error.message())),
        }
    }

    /// A file that was sealed is not: somebody took the passphrase away, or put an earlier copy in its place.
    pub(super) fn ask_why_unsealed(&mut self, path: PathBuf, sealed: &SealedBackup) {
        let seal = match sealed.key {
            Some(_) => Command::Host(Request::OpenSealing(path.clone())),
            None => Command::Ask(unlock_dialog(
                path.clone(),
                Some(sealed.path.clone()),
                Some(Message::new("unlock-earlier")),
            )),
        };
        self.session.ask(Dialog::Question(Question {
            title: Message::new("unsealed-title"),
            text: Message::new("unsealed-text"),
            answers: vec![("unsealed-seal", seal), ("unsealed-go", Command::Host(Request::OpenAnyway(path)))],
        }));
    }

    /// A file is damaged, and its last backup is sealed.
    pub(super) fn ask_for_backup(&mut self, path: PathBuf, backup: PathBuf, trouble: &Message) {
        let detail = self.session.words().say(trouble);
        let unlock = Command::Ask(unlock_dialog(path, Some(backup), Some(Message::new("unlock-earlier"))));
        self.session.ask(Dialog::Question(Question {
            title: Message::new("open-backup-title"),
            text: Message::new("open-backup-sealed").text("detail", detail),
            answers: vec![("open-backup-unlock", unlock)],
        }));
    }

    /// Seals a file that was just opened as its backups are.
    pub(super) fn seal_again(&mut self, key: Key) {
        if !self.session.is_read_only() {
            self.seal_with(Some(key));
            self.session.report_problem(Message::new("sealed-again"));
        }
    }

    /// Seals the open file with a passphrase.
    pub(super) fn seal(&mut self, passphrase: String) {
        let Some(path) = self.file.as_ref().map(|file| file.path().to_owned()) else { return };
        self.session.notify(Message::new("seal-under-way"));
        let cost = self.cost;
        self.worker.start(move || Job::KeyMade(path, Key::new(&passphrase, cost)));
    }

    pub(super) fn key_made(&mut self, path: &Path, key: std::io::Result<Key>) {
        if self.file.as_ref().is_none_or(|file| file.path() != path) {
            // It was locked meanwhile, or another one is open.
            return;
        }
        match key {
            Ok(key) => self.seal_with(Some(key)),
            Err(error) => {
                let message = Message::new("seal-failed").text("detail", error.to_string());
                self.session.report_problem(message);
            }
        }
    }

    /// Seals the open file with another key, or no longer.
    pub(super) fn seal_with(&mut self, key: Option<Key>) {
        if let Some(key) = &key {
            self.keys.know(key.clone());
        }
        self.report_changes();
        self.saving.under_way = true;
        self.order(Order::Seal(key));
    }

    /// The backups followed, but perhaps not these files.
    pub(super) fn sealed(&mut self, left: &[PathBuf]) {
        let key = if self.is_sealed() { "sealed" } else { "unsealed" };
        match left.first() {
            // A failure that was said is more.
            None if self.session.notice().is_some_and(|notice| notice.kind == NoticeKind::Failed) => {}
            None => self.session.notify(Message::new(key)),
            Some(path) => {
                let path = path.display().to_string();
                self.session.report_problem(Message::new("sealed-left").text("path", path).count("n", left.len()));
            }
        }
    }

    pub(super) fn is_sealed(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.keys().is_sealing())
    }

    /// Leaves a sealed file until its passphrase is given.
    pub(super) fn lock(&mut self, why: &'static str) {
        let Some(file) = self.file.clone() else { return };
        self.report_changes();
        if self.is_unsaved() && !self.session.is_read_only() {
            self.order(Order::Save);
        }
        self.order(Order::Leave);
        self.keep_settings();
        (self.file, self.saving, self.keys) = (None, Saving::default(), Keys::default());
        (self.copy, self.looked_at) = (None, None);
        self.waiting.clear();
        self.expire_clipboard();
        self.session.show_document(Document::read_only(Dataset::default()));
        self.ask_passphrase(file.path().to_owned(), None, Some(Message::new(why)));
        self.update_session();
    }

    /// Others sealed the file: what they protect must not stay on this screen either.
    pub(super) fn sealed_by_others(&mut self) {
        let keys = std::mem::take(&mut self.keys);
        self.lock("lock-by-others");
        // What was journaled here was sealed with these.
        self.keys = keys;
    }

    pub(super) fn lock_after(&mut self, minutes: u32) {
        self.settings.lock_after = minutes;
        self.keep_settings();
    }

    /// The user did something.
    pub fn touch(&mut self) {
        self.last_touch = LastTouch { seconds: self.now, at: self.session.now() };
    }

    /// Locks a sealed file that nobody has touched for a while. Returns in how many seconds to call again.
    pub(super) fn lock_when_idle(&mut self) -> Option<f64> {
        if !self.is_sealed() {
            return None;
        }
        let LastTouch { seconds, at } = self.last_touch;
        let slept = (self.session.now() - at).num_seconds() as f64;
        let idle = (self.now - seconds).max(slept);
        let left = f64::from(self.settings.lock_after) * 60.0 - idle;
        if left > 0.0 {
            return Some(left);
        }
        self.lock("lock-idle");
        None
    }
}

//! The open file: opening, making, saving by itself, and leaving without losing work.
//!
//! Owns when a save is due. The disk itself is `store`'s, and is never waited for here.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDateTime, Timelike};

use crate::app::command::{Command, Purpose, Start};
use crate::app::dialogs::{Dialog, Question};
use crate::app::pages::Page;
use crate::domain::dataset::Dataset;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::edit::{Document, Revision};
use crate::exchange::csv;
use crate::sample;
use crate::store::{
    self, Existing, FileIdentity, Lineage, OpenError, Opened, SaveContext, SaveError, SaveOutcome, Standing,
};

use super::{OpenFile, State};

/// Seconds from the last edit to the save.
const SAVE_AFTER: f64 = 2.0;

/// What came of a job beside the window.
pub(super) enum Job {
    /// A file was read.
    Opened { path: PathBuf, anyway: bool, result: Box<Result<Opened, OpenError>> },
    /// The work was saved; where the name was taken, what to do once that was asked.
    Saved { revision: Revision, result: Result<SaveOutcome, SaveError>, retry: Option<Command> },
    /// A new file was made.
    Created { dataset: Box<Dataset>, result: Result<SaveOutcome, SaveError>, retry: Command },
    /// A table was written.
    Exported { path: PathBuf, result: Result<(), SaveError>, retry: Command },
    /// A file was chosen, or none.
    Chosen { purpose: Purpose, path: Option<PathBuf> },
}

/// How far the work is safe.
#[derive(Default)]
pub(super) struct Saving {
    /// A save is under way.
    under_way: bool,
    /// A file is being read.
    loading: bool,
    /// When the last edit was, in seconds of the window's time.
    edited_at: Option<f64>,
    /// When the file was last saved, local time.
    saved_at: Option<NaiveDateTime>,
    /// The last save did not work.
    failed: bool,
    /// Leave as soon as the work is safe.
    quit_after: bool,
}

impl State {
    /// Whether a file is being read.
    pub const fn is_loading(&self) -> bool {
        self.saving.loading
    }

    /// Whether the window is to close now.
    pub const fn is_closing(&self) -> bool {
        self.closing
    }

    /// Whether there is work that no file holds.
    pub fn is_unsaved(&self) -> bool {
        self.file.is_some() && self.document.is_unsaved()
    }

    pub(super) const fn saving_is_under_way(&self) -> bool {
        self.saving.under_way
    }

    /// How far the work is safe, in words.
    pub fn save_state(&self) -> Message {
        let saving = &self.saving;
        if self.is_read_only() {
            Message::new("save-read-only")
        } else if saving.under_way {
            Message::new("save-under-way")
        } else if self.document.is_unsaved() {
            Message::new(if saving.failed { "save-failed" } else { "save-pending" })
        } else if let Some(at) = saving.saved_at {
            let text = format!("{} h {:02}", at.hour(), at.minute());
            Message::new("save-done").text("time", text)
        } else {
            Message::new("save-unchanged")
        }
    }

    /// Where a new file of that name is suggested.
    pub fn suggested_path(&self, name: &str) -> PathBuf {
        let beside = self.file.as_ref().and_then(|file| file.path().parent()).map(PathBuf::from);
        beside.unwrap_or_else(|| self.surroundings.documents.clone()).join(name)
    }

    /// Takes in what came of jobs, and saves when it is time. Gives in how many seconds to look again.
    pub fn tick(&mut self, ctx: &egui::Context) -> Option<f64> {
        self.worker.wake(ctx);
        for job in self.worker.ended() {
            self.job_ended(job);
        }
        let now = ctx.input(|input| input.time);
        if !self.is_unsaved() || self.saving.under_way {
            self.saving.edited_at = None;
            return None;
        }
        // After a failure nothing is tried again by itself until the next edit.
        if self.saving.failed && self.saving.edited_at.is_none() {
            return None;
        }
        let due = *self.saving.edited_at.get_or_insert(now) + SAVE_AFTER;
        if now >= due {
            self.save();
            return None;
        }
        Some(due - now)
    }

    /// Notes that something was just edited: the save waits for a pause.
    pub(super) fn note_edit(&mut self) {
        self.saving.edited_at = None;
        self.saving.failed = false;
    }

    /// Reads the file that the app was started with.
    pub fn open_at_start(&mut self, path: PathBuf) {
        self.open(path, false);
    }

    /// Reads a file beside the window.
    pub(super) fn open(&mut self, path: PathBuf, anyway: bool) {
        if self.keep_before_leaving_file(Command::Open(path.clone())) {
            return;
        }
        self.saving.loading = true;
        let fs = Arc::clone(&self.surroundings.fs);
        self.worker.start(move || {
            let result = Box::new(store::open(&*fs, &path));
            Job::Opened { path, anyway, result }
        });
    }

    /// Makes a new file and opens it.
    pub(super) fn create(&mut self, start: Start, path: PathBuf, existing: Existing) {
        if self.keep_before_leaving_file(Command::Create(start, path.clone(), existing)) {
            return;
        }
        let dataset = match start {
            Start::Template => store::template::hauts_de_france_2021(),
            Start::Sample => sample::generate(41, 60, 1),
        };
        let (fs, context, id) = (Arc::clone(&self.surroundings.fs), self.save_context(), self.random());
        let retry = Command::Create(start, path.clone(), Existing::Replace);
        self.worker.start(move || {
            let result = store::create(&*fs, &path, &dataset, Lineage::New(id), existing, context.borrow());
            Job::Created { dataset: Box::new(dataset), result, retry }
        });
    }

    /// Saves now, where there is something to save.
    pub(super) fn save(&mut self) {
        let Some(file) = &self.file else { return };
        if self.saving.under_way || self.is_read_only() {
            return;
        }
        let identity = file.identity.clone();
        let (fs, context) = (Arc::clone(&self.surroundings.fs), self.save_context());
        let (snapshot, revision) = (self.document.snapshot(), self.document.revision());
        self.saving.under_way = true;
        self.saving.edited_at = None;
        self.worker.start(move || {
            let result = store::save(&*fs, &snapshot, &identity, context.borrow());
            Job::Saved { revision, result, retry: None }
        });
    }

    /// Saves under another name, and goes on there.
    pub(super) fn save_as(&mut self, path: PathBuf, existing: Existing) {
        let Some(file) = &self.file else { return };
        if self.saving.under_way {
            return self.complain(Message::new("save-busy"));
        }
        let identity = file.identity.clone();
        let (fs, context) = (Arc::clone(&self.surroundings.fs), self.save_context());
        let (snapshot, revision) = (self.document.snapshot(), self.document.revision());
        let retry = Some(Command::SaveAs(path.clone(), Existing::Replace));
        self.saving.under_way = true;
        self.worker.start(move || {
            let result =
                store::create(&*fs, &path, &snapshot, Lineage::CopyOf(&identity), existing, context.borrow());
            Job::Saved { revision, result, retry }
        });
    }

    /// Writes a table as the office reads it.
    pub(super) fn export(&mut self, table: TableId, path: PathBuf, existing: Existing) {
        let lens: Lens = self.lens();
        let text = match csv::export(table, &lens, &self.words) {
            Ok(text) => text,
            Err(error) => return self.complain(error.message()),
        };
        let fs = Arc::clone(&self.surroundings.fs);
        let retry = Command::Export(table, path.clone(), Existing::Replace);
        self.worker.start(move || {
            let result = store::write_export(&*fs, &path, text.as_bytes(), existing);
            Job::Exported { path, result, retry }
        });
    }

    /// Lets the platform's dialog choose a file, beside the window.
    pub(super) fn browse(&mut self, purpose: Purpose) {
        let name = match &self.dialog {
            Some(Dialog::Path { path, .. }) => PathBuf::from(path),
            _ => PathBuf::new(),
        };
        let filter = self.words.text("path-filter").to_owned();
        let choose = move || Job::Chosen { purpose, path: super::super::platform::choose_file(purpose, &name, &filter) };
        if cfg!(target_os = "macos") {
            // There, dialogs belong to the main thread.
            let job = choose();
            self.worker.start(move || job);
        } else {
            self.worker.start(choose);
        }
    }

    /// Leaves, or first makes the work safe.
    pub fn quit(&mut self) {
        if self.commit_editor().is_err() {
            self.complain(Message::new("quit-entry"));
            return;
        }
        self.keep_settings();
        if self.is_unsaved() || self.saving.under_way {
            self.saving.quit_after = true;
            self.save();
        } else {
            self.closing = true;
        }
    }

    pub(super) const fn quit_anyway(&mut self) {
        self.closing = true;
    }

    /// Whether work must be saved before another file takes its place; if so it is being saved,
    /// and the command comes again by itself when that is done.
    fn keep_before_leaving_file(&mut self, again: Command) -> bool {
        if self.commit_editor().is_err() {
            self.complain(Message::new("quit-entry"));
            return true;
        }
        if !self.is_unsaved() && !self.saving.under_way {
            return false;
        }
        self.waiting.push(again);
        self.save();
        true
    }

    fn save_context(&mut self) -> Context {
        let random = self.random();
        Context { places: self.surroundings.places.clone(), now: (self.surroundings.clock)(), random }
    }

    fn job_ended(&mut self, job: Job) {
        match job {
            Job::Opened { path, anyway, result } => self.opened(path, anyway, *result),
            Job::Saved { revision, result, retry } => self.saved(revision, result, retry),
            Job::Created { dataset, result, retry } => match result {
                Ok(outcome) => {
                    self.show_document(Document::new(*dataset), outcome.file().clone());
                    self.saving.saved_at = Some((self.surroundings.clock)());
                }
                Err(SaveError::Exists(_)) => self.ask_replace(retry),
                Err(error) => self.complain(error.message()),
            },
            Job::Exported { path, result, retry } => match result {
                Ok(()) => self.tell(Message::new("export-done").text("path", path.display().to_string())),
                Err(SaveError::Exists(_)) => self.ask_replace(retry),
                Err(error) => self.complain(error.message()),
            },
            Job::Chosen { purpose, path } => {
                if let Some(path) = path {
                    self.dialog = Some(Dialog::Path { purpose, path: path.display().to_string() });
                }
            }
        }
    }

    fn opened(&mut self, path: PathBuf, anyway: bool, result: Result<Opened, OpenError>) {
        self.saving.loading = false;
        let opened = match result {
            Ok(opened) => opened,
            Err(error) => {
                self.settings.forget(&path);
                return self.complain(error.message());
            }
        };
        if opened.standing == Standing::Edited && !anyway {
            self.dialog = Some(Dialog::Question(Question {
                title: Message::new("open-edited-title"),
                text: Message::new("store-standing-edited"),
                answers: vec![("open-edited-go", Command::OpenAnyway(path))],
            }));
            return;
        }
        let document = match opened.standing {
            Standing::Newer { .. } => Document::read_only(opened.dataset),
            Standing::Sound | Standing::Edited => Document::new(opened.dataset),
        };
        self.show_document(document, opened.file);
        if let (Some(message), Standing::Newer { .. }) = (opened.standing.message(), opened.standing) {
            self.complain(message);
        }
    }

    /// Puts another document into the window.
    fn show_document(&mut self, document: Document, identity: FileIdentity) {
        self.document = document;
        self.reset();
        self.notice = None;
        self.settings.remember(identity.path());
        self.file = Some(OpenFile { identity });
        self.keep_settings();
    }

    fn saved(&mut self, revision: Revision, result: Result<SaveOutcome, SaveError>, retry: Option<Command>) {
        self.saving.under_way = false;
        match result {
            Ok(outcome) => {
                self.document.mark_saved(revision);
                self.saving.saved_at = Some((self.surroundings.clock)());
                self.saving.failed = false;
                let path = outcome.file().path().to_owned();
                let is_new = self.file.as_ref().is_none_or(|file| file.path() != path);
                self.file = Some(OpenFile { identity: outcome.file().clone() });
                if let Some(message) = outcome.message().or_else(|| outcome.warnings().first().map(|w| w.message())) {
                    self.complain(message);
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
            Err(error) => self.save_failed(error),
        }
    }

    /// What waited for the save goes on.
    fn after_save(&mut self) {
        if self.saving.quit_after {
            // What was edited while the save ran is saved as well before the window goes.
            self.saving.quit_after = false;
            self.quit();
            return;
        }
        if !self.document.is_unsaved() {
            for command in std::mem::take(&mut self.waiting) {
                self.handle(command);
            }
        }
    }

    fn save_failed(&mut self, error: SaveError) {
        self.saving.failed = true;
        self.waiting.clear();
        let message = error.message();
        if std::mem::take(&mut self.saving.quit_after) {
            self.dialog = Some(Dialog::Question(Question {
                title: Message::new("quit-unsaved-title"),
                text: message,
                answers: vec![
                    ("quit-retry", Command::Quit),
                    ("quit-save-as", Command::Ask(Dialog::save_as(self))),
                    ("quit-anyway", Command::QuitAnyway),
                ],
            }));
        } else {
            self.complain(message);
        }
    }

    fn ask_replace(&mut self, command: Command) {
        self.dialog = Some(Dialog::Question(Question {
            title: Message::new("replace-title"),
            text: Message::new("replace-text"),
            answers: vec![("replace-go", command)],
        }));
    }

    /// Forgets where the user was in the file before.
    fn reset(&mut self) {
        self.saving = Saving { under_way: self.saving.under_way, ..Saving::default() };
        self.grids = TableId::ALL.iter().map(|table| (*table, crate::app::grid::Grid::new(*table))).collect();
        (self.span, self.as_of) = (None, None);
        self.derived = super::Derived::default();
        if self.page == Page::Findings {
            self.page = Page::Dashboard;
        }
    }
}

/// A [`SaveContext`] that can go to another thread.
struct Context {
    places: store::Places,
    now: NaiveDateTime,
    random: u64,
}

impl Context {
    const fn borrow(&self) -> SaveContext<'_> {
        SaveContext { places: &self.places, now: self.now, random: self.random }
    }
}

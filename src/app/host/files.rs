//! The open file: opening, creating, exporting; and the results of jobs.
//!
//! `store` does the disk access. Only the first frame waits for it, and not for long.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::domain::dataset::Dataset;
use crate::domain::message::Message;
use crate::domain::schema::{Audience, TableId};
use crate::edit::Document;
use crate::sample;
use crate::session::command::{Command, Purpose, Request, Start};
use crate::session::dialog::{Dialog, Question};
use crate::session::line::Line;
use crate::store::{
    self, Backup, Existing, FileIdentity, Lineage, OpenError, Opened, Recovered, SaveError, SealedBackup, Standing,
    TypedText, Unfitting,
};

use super::job::{IfStrange, Job};
use super::save_state::Saving;
use super::{Coming, Host};

/// How long the first frame waits for its file: painting an empty one first would delay it, and
/// flicker.
const PATIENCE_AT_START: Duration = Duration::from_millis(250);

impl Host {
    /// Handles finished jobs and saves when due. Returns in how many seconds to call again.
    pub fn tick(&mut self, ctx: &egui::Context) -> Option<f64> {
        let is_first = self.worker.wake(ctx);
        if is_first
            && self.coming == Coming::Opened
            && let Some(job) = self.worker.wait(PATIENCE_AT_START)
        {
            self.job_ended(job);
        }
        for job in self.worker.ended() {
            self.job_ended(job);
        }
        // What jobs changed, such as a backup that was restored.
        self.report_changes();
        self.now = (self.seconds)(ctx);
        let waits = [
            self.keeping.tick(self.now, &self.worker),
            self.clear_clipboard_when_due(self.now),
            self.lock_when_idle(),
            self.session.seconds_shown(),
        ];
        waits.into_iter().flatten().reduce(f64::min)
    }

    /// Opens the file that the app was started with.
    pub fn open_at_start(&mut self, path: PathBuf) {
        self.open(path, IfStrange::Ask);
    }

    /// Loads a file in the background.
    pub(super) fn open(&mut self, path: PathBuf, if_strange: IfStrange) {
        let path = absolute(path);
        if self.keep_before_leaving_file(Request::Open(path.clone())) {
            return;
        }
        self.coming = Coming::Opened;
        let (fs, places, keys) = (Arc::clone(&self.fs), self.places.clone(), self.keys.clone());
        let known = self.settings.dataset_of(&path);
        self.worker.start(move || {
            let result = store::open_sealed(&*fs, &path, &keys).map(|opened| {
                let recovered = store::recover(&*fs, &places, &opened.file);
                // Journals that cannot be read stay for the next start; the file is sound.
                (opened, recovered.unwrap_or_default())
            });
            let (dataset, is_damaged) = match &result {
                Ok((opened, _)) if opened.file.keys().is_sealing() => (None, false),
                Ok((opened, _)) => (Some(opened.file.dataset_id()), false),
                Err(OpenError::Disk(_) | OpenError::Sealed) => (None, false),
                Err(_) => (store::peek(&*fs, &path, &keys).map(|envelope| envelope.dataset).ok().or(known), true),
            };
            let sealed = dataset.and_then(|dataset| store::sealed_backup(&*fs, &places, dataset, &keys));
            // A sound one is only of interest to who has nothing else.
            let backup = dataset.filter(|_| is_damaged);
            let backup = backup.and_then(|dataset| store::sound_backup(&*fs, &places, dataset, &keys));
            Job::Opened { path, if_strange, result: Box::new(result), backup, sealed }
        });
    }

    /// Creates a file and opens it.
    pub(super) fn create(&mut self, start: Start, path: PathBuf, existing: Existing) {
        let path = absolute(path);
        if self.keep_before_leaving_file(Request::Create(start, path.clone())) {
            return;
        }
        let dataset = match start {
            Start::Template => store::template::hauts_de_france_2021(),
            Start::Sample => sample::generate(41, 60, 1),
        };
        let (fs, context, id) = (Arc::clone(&self.fs), self.save_context(), self.session.random());
        let retry = Request::Create(start, path.clone());
        self.coming = Coming::Made;
        self.worker.start(move || {
            let result = store::create(&*fs, &path, &dataset, Lineage::New(id), existing, context.borrow());
            Job::Created { dataset: Box::new(dataset), result, retry }
        });
    }

    /// Writes a file that is read only to another one, in our format, and opens that.
    pub(super) fn copy_as(&mut self, path: PathBuf, existing: Existing) {
        let Some(file) = self.file.clone() else { return };
        if file.path() == path {
            return self.session.refuse(Message::new("copy-needs-name"));
        }
        let (fs, context) = (Arc::clone(&self.fs), self.save_context());
        let dataset = Dataset::clone(&self.session.document().snapshot());
        let retry = Request::SaveAs(path.clone());
        self.coming = Coming::Made;
        self.worker.start(move || {
            let result = store::create(&*fs, &path, &dataset, Lineage::CopyOf(&file), existing, context.borrow());
            Job::Created { dataset: Box::new(dataset), result, retry }
        });
    }

    /// Exports what an audience may read of a table as CSV.
    pub(super) fn export(&mut self, table: TableId, audience: Audience, path: PathBuf, existing: Existing) {
        let text = match self.session.exported(table, audience) {
            Ok(text) => text,
            Err(error) => return self.session.report_problem(error.message()),
        };
        let fs = Arc::clone(&self.fs);
        let retry = Request::Export(table, audience, path.clone());
        self.worker.start(move || {
            let result = store::write_export(&*fs, &path, text.as_bytes(), existing);
            Job::Exported { path, result, retry }
        });
    }

    /// Opens the platform's file dialog in the background.
    pub(super) fn browse(&mut self, purpose: Purpose, name: PathBuf) {
        let filter = self.session.words().text("path-filter").to_owned();
        let choose_file = self.choose_file;
        let choose = move || Job::Chosen { purpose, path: choose_file(purpose, &name, &filter) };
        if cfg!(target_os = "macos") {
            // Dialogs must run on the main thread.
            let job = choose();
            self.worker.start(move || job);
        } else {
            self.worker.start(choose);
        }
    }

    fn job_ended(&mut self, job: Job) {
        self.has_news = true;
        match job {
            Job::Opened { path, if_strange, result, backup, sealed } => match *result {
                Ok((opened, recovered)) => self.opened(path, if_strange, opened, recovered, sealed),
                Err(error) => self.not_opened(path, &error, backup, sealed),
            },
            Job::Kept(report) => self.kept(report),
            Job::Backups(Ok(list)) => self.backups_listed(list),
            Job::Backups(Err(error)) => self.session.report_problem(error.message()),
            Job::Restoring(day, opened) => match *opened {
                Ok(opened) => self.session.restore_backup(&opened.dataset, day),
                Err(error) => self.session.report_problem(error.message()),
            },
            Job::Created { dataset, result, retry } => match self.made(result) {
                Ok(outcome) => {
                    if self.keep_before_leaving_file(Request::Open(outcome.file().path().to_owned())) {
                        return;
                    }
                    let document = Document::new(*dataset);
                    self.show_document(document.snapshot(), document, outcome.file().clone(), Recovered::default());
                    self.saving.just_saved(self.session.now());
                }
                Err(error) => self.not_written(&error, retry),
            },
            Job::Exported { path, result, retry } => match result {
                Ok(()) => self.session.notify(Message::new("export-done").text("path", path.display().to_string())),
                Err(error) => self.not_written(&error, retry),
            },
            Job::ChartWritten { written, of } => self.chart_written(written, of),
            Job::Documented { path, result, retry } => self.documented(&path, result, retry),
            Job::ChartsWritten { path, written, of, result, retry } => {
                self.charts_written(&path, (&written, of), result, retry);
            }
            Job::Pictured(chart, result) => self.pictured(chart, result),
            Job::Pasted(text) => self.session.paste_from_menu(text),
            Job::ClipboardSeen { is_ours } => self.clipboard_seen(is_ours),
            Job::Checked(checked) => self.session.checked(checked),
            Job::Matched(overview) => self.session.matched(overview),
            Job::Recent(files) => self.recent.files = files,
            Job::Folded(texts) => self.session.folded(texts),
            Job::Shown => {
                self.is_shown = true;
                self.keep_settings();
                self.look_for_copies();
            }
            Job::Unlocked { path, backup, key } => self.unlocked(path, backup, key),
            Job::KeyMade(path, key) => self.key_made(&path, key),
            Job::Copies { with_more, without } => self.copies_looked_for(&with_more, without),
            Job::Copy(looked) => self.copy_looked_at(*looked),
            Job::Chosen { purpose, path } => {
                if let Some(path) = path {
                    let path = Line::new(path.display().to_string());
                    self.session.ask(Dialog::Path { purpose, path });
                }
            }
        }
    }

    /// Says why a new file was not written, and asks again where it should be.
    pub(super) fn not_written(&mut self, error: &SaveError, retry: Request) {
        if let SaveError::Exists(_) = error {
            return self.ask_replace(retry);
        }
        self.session.report_problem(error.message());
        if let (SaveError::NoFolder(_), Some((purpose, path))) = (error, Purpose::of(retry)) {
            let path = Line::new(path.display().to_string());
            self.session.ask(Dialog::Path { purpose, path });
        }
    }

    /// The file is there, or is not.
    fn made<T>(&mut self, result: T) -> T {
        self.coming = Coming::Nothing;
        result
    }

    fn not_opened(&mut self, path: PathBuf, error: &OpenError, backup: Option<Backup>, sealed: Option<SealedBackup>) {
        self.coming = Coming::Nothing;
        if *error == OpenError::Sealed {
            return self.ask_passphrase(path, None, None);
        }
        self.settings.forget(&path);
        self.recent.is_asked = false;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let detail = self.session.words().say(&error.message());
        let message = Message::new("open-failed").text("name", name).text("detail", detail);
        if let Some(SealedBackup { path: backup, key: None }) = sealed {
            return self.ask_for_backup(path, backup, &message);
        }
        let Some(Backup { path, day, .. }) = backup else { return self.session.report_problem(message) };
        let words = self.session.words();
        let (detail, day) = (words.say(&message), words.date(day));
        self.session.ask(Dialog::Question(Question {
            title: Message::new("open-backup-title"),
            text: Message::new("open-backup-text").text("detail", detail).text("day", day),
            answers: vec![("open-backup-go", Command::Host(Request::Open(path)))],
        }));
    }

    fn opened(
        &mut self,
        path: PathBuf,
        if_strange: IfStrange,
        opened: Opened,
        mut recovered: Recovered,
        sealed: Option<SealedBackup>,
    ) {
        self.coming = Coming::Nothing;
        let sealed = sealed.filter(|_| !self.is_backup(&path));
        if let Some(sealed) = sealed.as_ref().filter(|_| if_strange == IfStrange::Ask) {
            return self.ask_why_unsealed(path, sealed);
        }
        if opened.standing == Standing::Edited && if_strange == IfStrange::Ask {
            self.session.ask(Dialog::Question(Question {
                title: Message::new("open-edited-title"),
                text: Message::new("store-standing-edited"),
                answers: vec![("open-edited-go", Command::Host(Request::OpenAnyway(path)))],
            }));
            return;
        }
        // Edits made in the previous file during loading are saved first.
        if self.keep_before_leaving_file(Request::Open(path)) {
            return;
        }
        let saved = Arc::new(opened.dataset);
        let document = match opened.standing {
            Standing::Newer { .. } => Document::read_only(Dataset::clone(&saved)),
            // No work is done in a file that goes one day.
            _ if self.is_backup(opened.file.path()) => Document::read_only(Dataset::clone(&saved)),
            Standing::Sound | Standing::Edited => recovered.replayed(&saved, &self.typed()),
        };
        let typing = recovered.typing.take();
        let unfitting = recovered.unfitting.first().map(Unfitting::message);
        self.show_document(saved, document, opened.file, recovered);
        if let Some(TypedText { cell, text }) = typing {
            self.session.offer_typed(cell, text);
            self.report_changes();
        }
        if self.shows_backup {
            self.session.report_problem(Message::new("backup-open"));
        }
        if let Some(message) = unfitting {
            self.session.report_problem(message);
        }
        if let (Some(message), Standing::Newer { .. }) = (opened.standing.message(), opened.standing) {
            self.session.report_problem(message);
        }
        if let Some(key) = sealed.and_then(|sealed| sealed.key).filter(|_| if_strange == IfStrange::Seal) {
            self.seal_again(key);
        }
    }

    /// Switches to another document.
    fn show_document(&mut self, saved: Arc<Dataset>, document: Document, identity: FileIdentity, recovered: Recovered) {
        self.saving = Saving::default();
        (self.copy, self.looked_at) = (None, None);
        self.known_copies.clear();
        self.expire_clipboard();
        self.shows_backup = self.is_backup(identity.path());
        if !self.shows_backup {
            self.settings.remember(identity.path(), identity.dataset_id());
        }
        self.file = Some(identity.clone());
        self.is_shown = false;
        self.update_session();
        let is_read_only = document.is_read_only();
        self.session.show_document(document);
        self.keep_file((!is_read_only).then_some(identity), saved, recovered);
        self.report_changes();
        // Settings and checks come after the first frame, which the user is waiting for.
        self.worker.start(|| Job::Shown);
    }
}

pub(super) fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

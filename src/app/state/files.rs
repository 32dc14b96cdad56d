//! The open file: opening it, making a new one, exporting from it; and what comes back of jobs.
//!
//! The disk itself is `store`'s. Only the very first frame waits for it, and not for long.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::app::command::{Command, Purpose, Start};
use crate::app::dialogs::{Dialog, Question};
use crate::app::grid::Folded;
use crate::app::pages::Page;
use crate::chart::kind::Chart;
use crate::chart::out::png::{PngError, Raster};
use crate::domain::check::Finding;
use crate::domain::dataset::Dataset;
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::edit::{Document, Revision};
use crate::exchange::csv;
use crate::sample;
use crate::store::{self, Existing, FileIdentity, Lineage, OpenError, Opened, SaveError, SaveOutcome, Standing};

use super::charts::ChartTrouble;
use super::derived::{Derived, FoldedOf};
use super::{OpenFile, State};

/// How long the first frame waits for the file that it is to show: an empty one that is painted
/// first only delays it, and flickers.
const PATIENCE_AT_START: Duration = Duration::from_millis(250);

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
    /// So many charts were written of those that are to be.
    ChartWritten { written: usize, of: usize },
    /// Charts were written: the names of those that are in the folder, of how many.
    ChartsWritten { path: PathBuf, written: Vec<String>, of: usize, result: Result<(), ChartTrouble>, retry: Command },
    /// A chart was made a picture, for the clipboard.
    Pictured(Chart, Result<Raster, PngError>),
    /// The clipboard was looked at: whether it still holds our picture.
    ClipboardSeen { is_ours: bool },
    /// A document was checked.
    Checked { document: u64, findings: Vec<Finding>, at_cell: HashMap<CellRef, usize> },
    /// The texts of a table were folded for the search.
    Folded { of: FoldedOf, folded: Folded },
    /// A document that was just opened is on screen.
    Shown,
    /// A file was chosen, or none.
    Chosen { purpose: Purpose, path: Option<PathBuf> },
}

impl State {
    /// Whether a file is being read.
    pub const fn is_loading(&self) -> bool {
        self.loading
    }

    /// Where a new file of that name is suggested.
    pub fn suggested_path(&self, name: &str) -> PathBuf {
        let beside = self.file.as_ref().and_then(|file| file.path().parent()).map(PathBuf::from);
        beside.unwrap_or_else(|| self.surroundings.documents.clone()).join(name)
    }

    /// Takes in what came of jobs, and saves when it is time. Gives in how many seconds to look again.
    pub fn tick(&mut self, ctx: &egui::Context) -> Option<f64> {
        let is_first = self.worker.wake(ctx);
        if is_first
            && self.loading
            && let Some(job) = self.worker.wait(PATIENCE_AT_START)
        {
            self.job_ended(job);
        }
        for job in self.worker.ended() {
            self.job_ended(job);
        }
        let now = ctx.input(|input| input.time);
        let waits = [self.save_when_due(now), self.let_go_when_due(now)];
        waits.into_iter().flatten().reduce(f64::min)
    }

    /// Reads the file that the app was started with.
    pub fn open_at_start(&mut self, path: PathBuf) {
        self.open(path, false);
    }

    /// Reads a file beside the window.
    pub(super) fn open(&mut self, path: PathBuf, anyway: bool) {
        let path = absolute(path);
        if self.keep_before_leaving_file(Command::Open(path.clone())) {
            return;
        }
        self.loading = true;
        let fs = Arc::clone(&self.surroundings.fs);
        self.worker.start(move || {
            let result = Box::new(store::open(&*fs, &path));
            Job::Opened { path, anyway, result }
        });
    }

    /// Makes a new file and opens it.
    pub(super) fn create(&mut self, start: Start, path: PathBuf, existing: Existing) {
        let path = absolute(path);
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
        let choose =
            move || Job::Chosen { purpose, path: super::super::platform::choose_file(purpose, &name, &filter) };
        if cfg!(target_os = "macos") {
            // There, dialogs belong to the main thread.
            let job = choose();
            self.worker.start(move || job);
        } else {
            self.worker.start(choose);
        }
    }

    fn job_ended(&mut self, job: Job) {
        match job {
            Job::Opened { path, anyway, result } => self.opened(path, anyway, *result),
            Job::Saved { revision, result, retry } => self.saved(revision, result, retry),
            Job::Created { dataset, result, retry } => match result {
                Ok(outcome) => {
                    if self.keep_before_leaving_file(Command::Open(outcome.file().path().to_owned())) {
                        return;
                    }
                    self.show_document(Document::new(*dataset), outcome.file().clone());
                    self.saving.just_saved((self.surroundings.clock)());
                }
                Err(SaveError::Exists(_)) => self.ask_replace(retry),
                Err(error) => self.complain(error.message()),
            },
            Job::Exported { path, result, retry } => match result {
                Ok(()) => self.tell(Message::new("export-done").text("path", path.display().to_string())),
                Err(SaveError::Exists(_)) => self.ask_replace(retry),
                Err(error) => self.complain(error.message()),
            },
            Job::ChartWritten { written, of } => self.chart_written(written, of),
            Job::ChartsWritten { path, written, of, result, retry } => {
                self.charts_written(&path, (&written, of), result, retry);
            }
            Job::Pictured(chart, result) => self.pictured(chart, result),
            Job::ClipboardSeen { is_ours } => self.clipboard_seen(is_ours),
            Job::Checked { document, findings, at_cell } => self.checked(document, findings, at_cell),
            Job::Folded { of, folded } => self.folded(of, folded),
            Job::Shown => {
                self.shown();
                self.keep_settings();
            }
            Job::Chosen { purpose, path } => {
                if let Some(path) = path {
                    self.dialog = Some(Dialog::Path { purpose, path: path.display().to_string() });
                }
            }
        }
    }

    fn opened(&mut self, path: PathBuf, anyway: bool, result: Result<Opened, OpenError>) {
        self.loading = false;
        let opened = match result {
            Ok(opened) => opened,
            Err(error) => {
                self.settings.forget(&path);
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                let detail = self.words.say(&error.message());
                return self.complain(Message::new("open-failed").text("name", name).text("detail", detail));
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
        // What was edited in the other file while this one was read is made safe first.
        if self.keep_before_leaving_file(Command::Open(path)) {
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
        self.let_go_now();
        self.notice = None;
        self.settings.remember(identity.path());
        self.file = Some(OpenFile { identity });
        // The settings and the checks take as long as the frame that someone waits for: after it.
        self.worker.start(|| Job::Shown);
    }

    pub(super) fn ask_replace(&mut self, command: Command) {
        self.dialog = Some(Dialog::Question(Question {
            title: Message::new("replace-title"),
            text: Message::new("replace-text"),
            answers: vec![("replace-go", command)],
        }));
    }

    /// Forgets where the user was in the file before.
    fn reset(&mut self) {
        self.saving = self.saving.of_another_file();
        self.grids = TableId::ALL.iter().map(|table| (*table, crate::app::grid::Grid::new(*table))).collect();
        (self.span, self.as_of) = (None, None);
        self.derived = Derived::default();
        self.opened += 1;
        if self.page == Page::Findings {
            self.page = Page::Dashboard;
        }
    }
}

/// A path that means the same from every folder.
pub(super) fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

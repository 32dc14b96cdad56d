//! The host of the session: everything that needs the disk, the platform or a thread.
//!
//! Owns the session, the open file and its save state, the settings, background jobs and the
//! clipboard. The session sends requests; the host reports the resulting state. Pages and grids
//! never see it.

mod appearance;
mod backups;
mod charts;
mod clipboard;
mod copies;
mod files;
mod job;
pub mod keeping;
mod outside;
mod recent;
mod recent_files;
mod save_state;
mod saving;
mod sealing;
pub mod worker;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::domain::message::Message;
use crate::session::command::{Command, Purpose, Request};
use crate::session::dialog::{Dialog, Question};
use crate::session::key::{Input, Taken};
use crate::session::page::Page;
use crate::session::{self, Appearance, Outside, Session};
use crate::store::{
    self, CopyBeside, Cost, Existing, FileIdentity, Fs, Keeper, Keys, Language, Places, Settings, Theme, Tools,
};
use crate::words::Lang;

use clipboard::OnClipboard;
pub use clipboard::ReadClipboard;
use files::absolute;
use job::{IfStrange, Job, LookedAt};
use keeping::{KeeperRuns, Keeping};
use recent_files::Recent;
use save_state::Saving;
use sealing::LastTouch;
use worker::{Spawn, Worker};

/// Opens a file dialog for a purpose, at a path, with the name of the file type; none if cancelled.
pub type ChooseFile = fn(Purpose, &Path, &str) -> Option<PathBuf>;

/// The environment of the window, injected for tests.
pub struct Surroundings {
    pub fs: Arc<dyn Fs>,
    /// The folders of backups and settings.
    pub places: Places,
    /// The user's name on this machine: the operator's, until another is given.
    pub user: Option<String>,
    /// The folder suggested for new files.
    pub documents: PathBuf,
    pub clock: fn() -> NaiveDateTime,
    /// Seconds since the start. The window's own time stands still while the window is hidden.
    pub seconds: fn(&egui::Context) -> f64,
    /// Random numbers, for ids and codes.
    pub random: fastrand::Rng,
    /// How jobs are run.
    pub spawn: Spawn,
    pub keeper: KeeperRuns,
    pub choose_file: ChooseFile,
    pub open_folder: fn(&Path) -> Result<(), String>,
    /// Looks at the clipboard.
    pub read_clipboard: Arc<dyn ReadClipboard>,
    /// What guessing a passphrase costs.
    pub cost: Cost,
}

/// A file that is on its way into the window.
#[derive(Clone, Copy, PartialEq)]
enum Coming {
    Nothing,
    /// It is being read.
    Opened,
    /// It is being made, and shown then.
    Made,
}

pub struct Host {
    session: Session,
    file: Option<FileIdentity>,
    saving: Saving,
    keeping: Keeping,
    /// The window's time, in seconds.
    now: f64,
    coming: Coming,
    /// The open file is a backup.
    shows_backup: bool,
    /// The document has been on screen.
    is_shown: bool,
    /// A job finished since the window last asked.
    has_news: bool,
    worker: Worker<Job>,
    fs: Arc<dyn Fs>,
    places: Places,
    seconds: fn(&egui::Context) -> f64,
    documents: PathBuf,
    choose_file: ChooseFile,
    open_folder: fn(&Path) -> Result<(), String>,
    cost: Cost,
    /// Keys of files that were opened since the window was last locked.
    keys: Keys,
    last_touch: LastTouch,
    read_clipboard: Arc<dyn ReadClipboard>,
    settings: Settings,
    recent: Recent,
    /// A copy of the open file with changes that it does not have, and the one being looked at.
    copy: Option<PathBuf>,
    looked_at: Option<LookedAt>,
    /// Copies that were looked at and have nothing more, or another passphrase.
    known_copies: BTreeSet<CopyBeside>,
    /// Requests to run after the next save.
    waiting: Vec<Request>,
    copied_picture: Option<egui::ColorImage>,
    /// What is confidential and may still be on the clipboard.
    on_clipboard: Option<OnClipboard>,
}

impl Host {
    pub fn new(surroundings: Surroundings) -> Self {
        let Surroundings {
            fs,
            places,
            user,
            documents,
            clock,
            seconds,
            random,
            spawn,
            keeper,
            choose_file,
            open_folder,
            cost,
            read_clipboard,
        } = surroundings;
        let store::Loaded { settings, trouble } = store::load_settings(&*fs, &places);
        let lang = match settings.language {
            Language::French => Lang::Fr,
            Language::English => Lang::En,
        };
        let (mut dice, worker) = (random.clone(), Worker::new(spawn));
        // Not the session's numbers again.
        dice.seed(random.clone().u64(..).rotate_left(32));
        let tools =
            Tools { fs: Arc::clone(&fs), places: places.clone(), clock, random: Box::new(move || dice.u64(..)) };
        let keeping = Keeping::new(keeper, Keeper::new(tools), &worker);
        let mut session = Session::new(session::Environment { clock, random }, lang);
        session.restore(settings.operator.clone().or(user), settings.page.as_deref().and_then(Page::from_key));
        appearance::restore(&mut session, &settings);
        if settings.seance {
            session.restore_seance();
        }
        if let Some(message) = trouble {
            session.report_problem(message);
        }
        let mut host = Self {
            session,
            file: None,
            saving: Saving::default(),
            keeping,
            now: 0.0,
            coming: Coming::Nothing,
            shows_backup: false,
            is_shown: false,
            has_news: false,
            worker,
            fs,
            places,
            seconds,
            documents,
            choose_file,
            open_folder,
            cost,
            keys: Keys::default(),
            last_touch: LastTouch::default(),
            read_clipboard,
            recent: Recent::listed(&settings),
            settings,
            copy: None,
            looked_at: None,
            known_copies: BTreeSet::new(),
            waiting: Vec::new(),
            copied_picture: None,
            on_clipboard: None,
        };
        host.touch();
        host.update_session();
        host
    }

    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// For what only the window knows: an open menu, the visible rows.
    pub const fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// Passes an event to the session and serves its requests.
    pub fn take(&mut self, input: Input) -> Taken {
        self.touch();
        let taken = self.session.take(input);
        self.serve();
        taken
    }

    /// Passes a command to the session and serves its requests.
    pub fn handle(&mut self, command: Command) {
        self.touch();
        self.session.handle(command);
        self.serve();
    }

    /// Updates what views read, and starts background jobs.
    pub fn refresh(&mut self) {
        self.look_for_recent();
        self.session.refresh();
        if let Some(job) = self.session.take_fold_job() {
            self.worker.start(move || Job::Folded(job.run()));
        }
        if let Some(job) = self.session.take_match_job() {
            self.worker.start(move || Job::Matched(job.run()));
        }
        // A newly opened document is shown before it is checked.
        if self.is_shown
            && let Some(job) = self.session.take_check_job()
        {
            self.worker.start(move || Job::Checked(job.run()));
        }
        self.update_session();
    }

    /// Whether a new file is about to be shown: what is typed next is meant for that one. While another one is opened,
    /// which may take long, work goes on in the present one.
    pub const fn is_making_file(&self) -> bool {
        matches!(self.coming, Coming::Made)
    }

    /// Whether a job finished since the last call, so that the layout may change.
    pub const fn take_news(&mut self) -> bool {
        std::mem::replace(&mut self.has_news, false)
    }

    fn serve(&mut self) {
        for request in self.session.take_requests() {
            self.request(request, Existing::Refuse);
        }
        self.report_changes();
        self.update_session();
    }

    fn request(&mut self, request: Request, existing: Existing) {
        match request {
            Request::Open(path) => self.open(path, IfStrange::Ask),
            Request::OpenAnyway(path) => self.open(path, IfStrange::Open),
            Request::OpenSealing(path) => self.open(path, IfStrange::Seal),
            Request::Paste => self.read_for_paste(),
            Request::Create(start, path) => self.create(start, path, existing),
            Request::Browse(purpose, path) => self.browse(purpose, path),
            Request::Save => self.save(),
            Request::SaveAs(path) => self.save_as(path, existing),
            Request::Export(table, audience, path) => self.export(table, audience, path, existing),
            Request::ExportCharts(export, path) => self.export_charts(export, path, existing),
            Request::WriteReport(report, path) => self.write_report(report, path),
            Request::Overwrite(request) => self.request(*request, Existing::Replace),
            Request::CopyChart(chart, picture) => self.copy_chart(chart, picture),
            Request::Dark(dark) => self.set_dark(dark),
            Request::Scale(scale) => self.set_scale(scale),
            Request::ReducedMotion(reduced) => self.set_reduced_motion(reduced),
            Request::Seance(is_on) => self.set_seance(is_on),
            Request::Language(lang) => self.set_language(lang),
            Request::OpenFolder(folder) => self.open_folder(&folder),
            Request::Remember => self.keep_settings(),
            Request::LookAtCopy(path) => self.look_at_copy(absolute(path)),
            Request::TakeCopy => self.take_copy(),
            Request::ListBackups => self.list_backups(),
            Request::Restore(backed) => self.restore(backed),
            Request::Struck(strike) => self.struck(strike),
            Request::TakeRemovals => self.take_removals(),
            Request::SaveApart => self.save_apart(),
            Request::Unlock { path, backup, passphrase } => self.unlock(path, backup, passphrase),
            Request::Seal(passphrase) => self.seal(passphrase),
            Request::Unseal => self.seal_with(None),
            Request::Lock => self.lock("lock-asked"),
            Request::LockAfter(minutes) => self.lock_after(minutes),
            Request::Quit => self.quit(),
            Request::QuitWithDrafts => self.leave(),
            Request::QuitAnyway => self.quit_anyway(),
        }
    }

    /// Reports the outside state to the session, if it changed.
    fn update_session(&mut self) {
        let outside = Outside {
            file: self.file.as_ref().map(|file| file.path().to_owned()),
            backup_of: self.shows_backup.then(|| self.settings.recent.first().cloned().unwrap_or_default()),
            is_loading: self.coming == Coming::Opened,
            save_state: Some(self.save_state()),
            recent: self.recent.files.clone(),
            documents: self.documents.clone(),
            copy: self.copy.clone(),
            is_sealed: self.is_sealed(),
            lock_after: self.settings.lock_after,
            // Linux has no way; egui asks for it on the others.
            can_leave_out: cfg!(any(windows, target_os = "macos")),
            backups: match &self.file {
                Some(file) => self.places.backups_of(file.dataset_id()),
                None => self.places.data.clone(),
            },
            settings: self.places.settings_file(),
            appearance: Appearance {
                is_dark: self.settings.theme == Theme::Dark,
                scale: self.settings.text_scale,
                has_reduced_motion: self.settings.reduced_motion,
            },
        };
        if *self.session.outside() != outside {
            self.session.set_outside(outside);
        }
    }

    /// Asks whether to replace an existing file.
    fn ask_replace(&mut self, request: Request) {
        self.session.ask(Dialog::Question(Question {
            title: Message::new("replace-title"),
            text: Message::new("replace-text"),
            answers: vec![("replace-go", Command::Host(Request::Overwrite(Box::new(request))))],
        }));
    }

    fn open_folder(&mut self, folder: &Path) {
        // The folder may not exist yet: open the nearest parent that does.
        let is_there = |path: &&Path| self.fs.permissions(path).is_ok();
        let folder = folder.ancestors().find(is_there).unwrap_or(folder);
        if let Err(detail) = (self.open_folder)(folder) {
            let path = folder.display().to_string();
            self.session.report_problem(Message::new("folder-trouble").text("path", path).text("detail", detail));
        }
    }
}

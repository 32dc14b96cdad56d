//! The window's host: everything around the session that needs the disk, the platform or a thread.
//!
//! Owns the session, the open file and how far it is safe, the settings, jobs beside the window and
//! what the clipboard holds. The session asks by requests; the host answers by telling it what is so
//! now. Pages and grids never see it.

mod charts;
mod files;
mod held;
mod job;
mod looks;
mod saving;
pub mod worker;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::domain::message::Message;
use crate::session::command::{Command, Purpose, Request};
use crate::session::dialog::{Dialog, Question};
use crate::session::key::{Input, Taken};
use crate::session::page::Page;
use crate::session::{self, Looks, Outside, Session};
use crate::store::{self, Existing, FileIdentity, Fs, Language, Places, Settings, Theme};
use crate::words::Lang;

use held::Held;
pub use held::SeePicture;
use job::Job;
use saving::Saving;
use worker::{Spawn, Worker};

/// Chooses a file for a purpose, beginning at a path, by the name of the file type; none where the
/// dialog was closed.
pub type ChooseFile = fn(Purpose, &Path, &str) -> Option<PathBuf>;

/// What the window has around it: handed in, so that a test decides all of it.
pub struct Surroundings {
    /// The disk.
    pub fs: Arc<dyn Fs>,
    /// Where backups and settings lie.
    pub places: Places,
    /// Where new files are suggested.
    pub documents: PathBuf,
    /// Local time.
    pub clock: fn() -> NaiveDateTime,
    /// Random numbers, for ids and codes.
    pub random: fastrand::Rng,
    /// How jobs are run.
    pub spawn: Spawn,
    /// Lets the platform's dialog choose a file.
    pub choose_file: ChooseFile,
    /// Opens a folder in the platform's file manager.
    pub open_folder: fn(&Path) -> Result<(), String>,
    /// Looks at the picture on the clipboard.
    pub see_picture: SeePicture,
}

/// The session, and what it works with.
pub struct Host {
    session: Session,
    file: Option<FileIdentity>,
    saving: Saving,
    /// A file is being read.
    is_loading: bool,
    /// The document has been on screen.
    is_shown: bool,
    /// A job ended since the window asked.
    has_news: bool,
    worker: Worker<Job>,
    fs: Arc<dyn Fs>,
    places: Places,
    documents: PathBuf,
    choose_file: ChooseFile,
    open_folder: fn(&Path) -> Result<(), String>,
    see_picture: SeePicture,
    settings: Settings,
    /// Requests that wait for a save.
    waiting: Vec<Request>,
    copied_picture: Option<egui::ColorImage>,
    /// The confidential picture that the clipboard may still hold.
    held: Option<Held>,
}

impl Host {
    /// Nothing open.
    pub fn new(surroundings: Surroundings) -> Self {
        let Surroundings { fs, places, documents, clock, random, spawn, choose_file, open_folder, see_picture } =
            surroundings;
        let store::Loaded { settings, trouble } = store::load_settings(&*fs, &places);
        let lang = match settings.language {
            Language::French => Lang::Fr,
            Language::English => Lang::En,
        };
        let mut session = Session::new(session::Source { clock, random }, lang);
        session.restore(settings.operator.clone(), settings.page.as_deref().and_then(Page::from_key));
        if let Some(message) = trouble {
            session.complain(message);
        }
        let mut host = Self {
            session,
            file: None,
            saving: Saving::default(),
            is_loading: false,
            is_shown: false,
            has_news: false,
            worker: Worker::new(spawn),
            fs,
            places,
            documents,
            choose_file,
            open_folder,
            see_picture,
            settings,
            waiting: Vec::new(),
            copied_picture: None,
            held: None,
        };
        host.tell_session();
        host
    }

    /// The session, for views to read.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// The session, for what the window knows of itself: an open menu, the rows in sight.
    pub const fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// Gives the session an event, and does what it asks for.
    pub fn take(&mut self, input: Input) -> Taken {
        let taken = self.session.take(input);
        self.serve();
        taken
    }

    /// Gives the session a command, and does what it asks for.
    pub fn handle(&mut self, command: Command) {
        self.session.handle(command);
        self.serve();
    }

    /// Brings what views read up to date, and starts what runs beside the window.
    pub fn refresh(&mut self) {
        self.session.refresh();
        if let Some(job) = self.session.take_fold_job() {
            self.worker.start(move || Job::Folded(job.run()));
        }
        // A document that was just opened is shown before it is checked.
        if self.is_shown
            && let Some(job) = self.session.take_check_job()
        {
            self.worker.start(move || Job::Checked(job.run()));
        }
        self.tell_session();
    }

    /// Whether a job ended since this was asked: what is on screen may be laid out anew.
    pub const fn take_news(&mut self) -> bool {
        std::mem::replace(&mut self.has_news, false)
    }

    /// Does what the session asks for, in order.
    fn serve(&mut self) {
        for request in self.session.take_requests() {
            self.request(request, Existing::Refuse);
        }
        self.tell_session();
    }

    fn request(&mut self, request: Request, existing: Existing) {
        match request {
            Request::Open(path) => self.open(path, false),
            Request::OpenAnyway(path) => self.open(path, true),
            Request::Create(start, path) => self.create(start, path, existing),
            Request::Browse(purpose, path) => self.browse(purpose, path),
            Request::Save => self.save(),
            Request::SaveAs(path) => self.save_as(path, existing),
            Request::Export(table, path) => self.export(table, path, existing),
            Request::ExportCharts(export, path) => self.export_charts(export, path, existing),
            Request::Overwrite(request) => self.request(*request, Existing::Replace),
            Request::CopyChart(chart, picture) => self.copy_chart(chart, picture),
            Request::Dark(dark) => self.set_dark(dark),
            Request::Scale(scale) => self.set_scale(scale),
            Request::ReducedMotion(reduced) => self.set_reduced_motion(reduced),
            Request::Language(lang) => self.set_language(lang),
            Request::OpenFolder(folder) => self.open_folder(&folder),
            Request::Remember => self.keep_settings(),
            Request::Quit => self.quit(),
            Request::QuitWithDrafts => self.leave(),
            Request::QuitAnyway => self.quit_anyway(),
        }
    }

    /// Tells the session how things are outside, where that changed.
    fn tell_session(&mut self) {
        let outside = Outside {
            file: self.file.as_ref().map(|file| file.path().to_owned()),
            is_loading: self.is_loading,
            save_state: Some(self.save_state()),
            recent: self.settings.recent.clone(),
            documents: self.documents.clone(),
            backups: match &self.file {
                Some(file) => self.places.backups_of(file.dataset_id()),
                None => self.places.data.clone(),
            },
            settings: self.places.settings_file(),
            looks: Looks {
                is_dark: self.settings.theme == Theme::Dark,
                scale: self.settings.text_scale,
                has_reduced_motion: self.settings.reduced_motion,
            },
        };
        if *self.session.outside() != outside {
            self.session.set_outside(outside);
        }
    }

    /// Asks whether a file that has the name already may be replaced.
    fn ask_replace(&mut self, request: Request) {
        self.session.ask(Dialog::Question(Question {
            title: Message::new("replace-title"),
            text: Message::new("replace-text"),
            answers: vec![("replace-go", Command::Host(Request::Overwrite(Box::new(request))))],
        }));
    }

    fn open_folder(&mut self, folder: &Path) {
        // A folder that nothing was written to yet is not there: its parent is shown.
        let is_there = |path: &&Path| self.fs.permissions(path).is_ok();
        let folder = folder.ancestors().find(is_there).unwrap_or(folder);
        if let Err(detail) = (self.open_folder)(folder) {
            let path = folder.display().to_string();
            self.session.complain(Message::new("folder-trouble").text("path", path).text("detail", detail));
        }
    }
}

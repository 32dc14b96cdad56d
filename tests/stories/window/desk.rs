//! A computer: its disk, settings and documents, and starting the app on it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use chrono::{NaiveDate, NaiveDateTime};
use clefs::app::{App, Host, KeeperRuns, ReadClipboard, Spawn, Surroundings, at_once};
use clefs::domain::dataset::Dataset;
use clefs::domain::layout::TableLayout;
use clefs::domain::schema::TableId;
use clefs::store::{self, Cost, Existing, Lineage, Places, SaveContext, Settings};
use egui::{ColorImage, Theme};

use crate::raster::Raster;

use super::drive::{DOCUMENTS, Drive};
use super::screen::{FRAME, MOST_FRAMES, Window};

/// The sample's file name.
pub const SAMPLE: &str = "exemple-2021.ron";

/// A computer, whose settings and files outlive a window.
pub struct Desk {
    pub drive: Arc<Drive>,
    /// The clipboard, which other programs share.
    pub clipboard: Arc<Clipboard>,
    /// Queued jobs, while jobs are paused.
    paused: Arc<Mutex<Option<Jobs>>>,
    /// The seed of the next start: no two windows draw the same numbers.
    starts: AtomicU64,
    /// Threads of running jobs.
    beside: Arc<Mutex<Option<Vec<JoinHandle<()>>>>>,
}

/// What is on the clipboard: a picture, a text, or neither.
#[derive(Default)]
pub struct Clipboard {
    pub picture: Mutex<Option<ColorImage>>,
    pub text: Mutex<Option<String>>,
    /// A table; none if the clipboard takes texts only.
    pub html: Mutex<Option<String>>,
    pub takes_html: AtomicBool,
}

impl ReadClipboard for Clipboard {
    fn picture(&self) -> Option<ColorImage> {
        self.picture.lock().unwrap().clone()
    }

    fn text(&self) -> Option<String> {
        self.text.lock().unwrap().clone()
    }

    fn put_html(&self, html: &str, text: &str) -> bool {
        let takes_it = self.takes_html.load(Ordering::Relaxed);
        if takes_it {
            (*self.html.lock().unwrap(), *self.text.lock().unwrap()) = (Some(html.to_owned()), Some(text.to_owned()));
        }
        takes_it
    }
}

type Jobs = Vec<Box<dyn FnOnce() + Send>>;

impl Desk {
    pub fn new() -> Self {
        let drive = Arc::new(Drive::new());
        let starts = AtomicU64::new(11);
        Self { drive, clipboard: Arc::default(), paused: Arc::default(), starts, beside: Arc::default() }
    }

    /// Pauses jobs from now on, as on a slow disk.
    pub fn pause_jobs(&self) {
        self.paused.lock().unwrap().get_or_insert_default();
    }

    /// Runs the queued jobs and resumes.
    pub fn resume_jobs(&self) {
        let jobs = self.paused.lock().unwrap().take();
        jobs.into_iter().flatten().for_each(|job| job());
    }

    /// Runs jobs on threads from now on; the one about to write a file of that name signals that and
    /// waits.
    pub fn stop_at(&self, name: &'static str) -> (Receiver<()>, Sender<()>) {
        self.beside.lock().unwrap().get_or_insert_default();
        self.drive.gate(name)
    }

    /// Joins the threads, and runs jobs at once again.
    pub fn finish_jobs(&self) {
        let jobs = self.beside.lock().unwrap().take();
        jobs.into_iter().flatten().for_each(|job| job.join().unwrap());
    }

    pub fn path(name: &str) -> PathBuf {
        Path::new(DOCUMENTS).join(name)
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.drive.real(&Self::path(name))).unwrap()
    }

    pub fn read_bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.drive.real(&Self::path(name))).unwrap()
    }

    /// Writes a document as another program would.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.drive.real(&Self::path(name)), bytes).unwrap();
    }

    pub fn documents(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.drive.real(Path::new(DOCUMENTS))).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Saves a dataset as a document.
    pub fn keep(&self, name: &str, dataset: &Dataset) {
        let context = SaveContext { places: &places(), now: now(), random: 5 };
        let path = Self::path(name);
        store::create(&*self.drive, &path, dataset, Lineage::New(7), Existing::Refuse, context).unwrap();
    }

    /// A computer with the operator's name set and a document of the sample.
    pub fn with_sample() -> Self {
        let desk = Self::new();
        desk.keep(SAMPLE, &clefs::sample::generate(41, 60, 1));
        let settings = Settings { operator: Some("OD".to_owned()), columns: all_columns(), ..Settings::default() };
        store::save_settings(&*desk.drive, &places(), &settings).unwrap();
        desk
    }

    /// The same with a few records, open on a page.
    pub fn with_small_sample(page: &str) -> Self {
        let desk = Self::new();
        desk.keep(SAMPLE, &clefs::sample::generate(8, 8, 1));
        let (operator, page) = (Some("OD".to_owned()), Some(page.to_owned()));
        let settings = Settings { operator, page, columns: all_columns(), ..Settings::default() };
        store::save_settings(&*desk.drive, &places(), &settings).unwrap();
        desk
    }

    /// Starts the app with nothing to open.
    pub fn start(&self) -> Window {
        self.start_in([1440.0, 900.0], None)
    }

    /// Starts the app on a document.
    pub fn start_on(&self, name: &str) -> Window {
        self.start_in([1440.0, 900.0], Some(name))
    }

    /// Runs jobs at once, unless they are paused.
    fn spawn(&self) -> Spawn {
        let (paused, beside) = (Arc::clone(&self.paused), Arc::clone(&self.beside));
        Box::new(move |job| match (&mut *paused.lock().unwrap(), &mut *beside.lock().unwrap()) {
            (Some(jobs), _) => jobs.push(job),
            (None, Some(jobs)) => jobs.push(std::thread::spawn(job)),
            (None, None) => at_once()(job),
        })
    }

    /// The app's host without a window, with nothing open.
    pub fn host(&self) -> Host {
        Host::new(Surroundings {
            fs: Arc::clone(&self.drive) as _,
            places: places(),
            user: None,
            documents: PathBuf::from(DOCUMENTS),
            clock: now,
            seconds: |ctx| ctx.input(|input| input.time),
            random: fastrand::Rng::with_seed(self.starts.fetch_add(1, Ordering::Relaxed)),
            spawn: self.spawn(),
            keeper: KeeperRuns::WithWindow,
            choose_file: |_, _, _| None,
            open_folder: |_| Ok(()),
            read_clipboard: Arc::clone(&self.clipboard) as _,
            cost: Cost::LOW,
        })
    }

    /// Starts the app in a window of some size.
    pub fn start_in(&self, size: [f32; 2], name: Option<&str>) -> Window {
        let mut host = self.host();
        if let Some(name) = name {
            host.open_at_start(Self::path(name));
        }
        // The harness overrides the app's theme.
        let theme = if host.session().outside().appearance.is_dark { Theme::Dark } else { Theme::Light };
        let raster = Raster::default();
        let harness = raster
            .harness(size)
            .with_theme(theme)
            .with_step_dt(FRAME)
            .with_max_steps(MOST_FRAMES as u64)
            .build_eframe(|creation| App::new(&creation.egui_ctx, host, false));
        Window::new(harness, raster, Arc::clone(&self.clipboard))
    }
}

/// Every table shows all its columns, in the order of the schema.
pub fn all_columns() -> Vec<TableLayout> {
    let all = |table: &TableId| TableLayout {
        table: table.key().to_owned(),
        shown: "all".to_owned(),
        ..TableLayout::default()
    };
    TableId::ALL.iter().map(all).collect()
}

pub fn places() -> Places {
    Places::under(Path::new("/home/odile/.local/clefs"))
}

/// Friday 9 July 2021, 14 h 32.
pub fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2021, 7, 9).unwrap().and_hms_opt(14, 32, 0).unwrap()
}

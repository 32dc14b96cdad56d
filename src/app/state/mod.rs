//! The state of the window: the open document, what is derived from it, where the user is.
//!
//! Fields are private to this room; views read through the accessors below. All changes come
//! in by `handle`, which only dispatches, and by the results of jobs beside the window.

mod charts;
mod cursor;
mod derived;
mod editing;
mod files;
mod handle;
mod held;
mod looks;
mod rows;
mod saving;
pub mod worker;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use crate::chart::input::Order;
use crate::domain::check::{Finding, Severity};
use crate::domain::dataset::Dataset;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{Audience, ColumnKey, TableId};
use crate::edit::Document;
use crate::exchange::show;
use crate::indicators::{self, Span, View};
use crate::store::{self, FileIdentity, Fs, Language, Places, Settings};
use crate::words::{Lang, Words};

use super::command::Command;
use super::dialogs::Dialog;
use super::grid::{Arrangement, Grid};
use super::pages::{Page, Section};
use super::texts::Texts;

pub use charts::word as chart_word;
use cursor::AtCursor;

use derived::Derived;
use editing::Trail;
use files::Job;
use held::Held;
pub use held::SeePicture;
use saving::Saving;
use worker::{Spawn, Worker};

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
    /// Opens a folder in the platform's file manager.
    pub open_folder: fn(&Path) -> Result<(), String>,
    /// Looks at the picture on the clipboard.
    pub see_picture: SeePicture,
}

/// Something that the app has to say, until it is closed or replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What.
    pub message: Message,
    /// Whether something did not go as asked.
    pub is_problem: bool,
}

impl Notice {
    /// Whether it says what the clipboard was given of a chart, or why not.
    pub fn is_of_copying(&self) -> bool {
        self.is_problem || matches!(self.message.key, "chart-copied" | "figures-copied")
    }
}

/// A file that is open.
#[derive(Clone, Debug)]
pub struct OpenFile {
    identity: FileIdentity,
}

impl OpenFile {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.identity.path()
    }

    /// Its name, without its folder.
    pub fn name(&self) -> String {
        let path = self.path();
        path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }
}

/// Everything that the window shows.
pub struct State {
    document: Document,
    /// How many documents were shown so far: tells late results of an earlier one.
    opened: u64,
    file: Option<OpenFile>,
    saving: Saving,
    /// A file is being read.
    loading: bool,
    worker: Worker<Job>,
    surroundings: Surroundings,
    settings: Settings,
    words: Words,
    page: Page,
    tabs: HashMap<Section, TableId>,
    grids: HashMap<TableId, Grid>,
    span: Option<Span>,
    as_of: Option<NaiveDate>,
    derived: Derived,
    at_cursor: AtCursor,
    dialog: Option<Dialog>,
    /// Commands that wait: for the operator's name, or for a save.
    waiting: Vec<Command>,
    /// Where the user was at each step of undo.
    trail: Trail,
    chart_order: Order,
    chart_audience: Audience,
    /// What the clipboard is to hold, until the window takes it.
    copied: Option<String>,
    copied_picture: Option<egui::ColorImage>,
    /// The confidential picture that it may still hold.
    held: Option<Held>,
    /// An edit found no operator's name: set and taken within one command.
    operator_missing: bool,
    notice: Option<Notice>,
    wants_search: bool,
}

impl State {
    /// A window with nothing open.
    pub fn new(mut surroundings: Surroundings) -> Self {
        let loaded = store::load_settings(&*surroundings.fs, &surroundings.places);
        let settings = loaded.settings;
        let lang = match settings.language {
            Language::French => Lang::Fr,
            Language::English => Lang::En,
        };
        let page = settings.page.as_deref().and_then(Page::from_key).unwrap_or(Page::Dashboard);
        let spawn = std::mem::replace(&mut surroundings.spawn, worker::at_once());
        Self {
            document: Document::default(),
            opened: 0,
            file: None,
            saving: Saving::default(),
            loading: false,
            worker: Worker::new(spawn),
            surroundings,
            settings,
            words: Words::new(lang),
            page,
            tabs: HashMap::new(),
            grids: TableId::ALL.iter().map(|table| (*table, Grid::new(*table))).collect(),
            span: None,
            as_of: None,
            derived: Derived::default(),
            at_cursor: AtCursor::default(),
            dialog: None,
            waiting: Vec::new(),
            trail: Trail::default(),
            chart_order: Order::default(),
            // Charts go into reports and onto shared screens: exact ones are asked for.
            chart_audience: Audience::Committee,
            copied: None,
            copied_picture: None,
            held: None,
            operator_missing: false,
            notice: loaded.trouble.map(|message| Notice { message, is_problem: true }),
            wants_search: false,
        }
    }

    /// The records.
    pub fn dataset(&self) -> &Dataset {
        self.document.dataset()
    }

    /// The records as of today, for tables: statuses are those of today.
    pub fn lens(&self) -> Lens<'_> {
        Lens::new(self.dataset(), &self.derived.links, self.today())
    }

    /// Today, or the day from which a sample is looked at.
    pub fn today(&self) -> NaiveDate {
        self.dataset().sample_day().unwrap_or_else(|| (self.surroundings.clock)().date())
    }

    /// The words of the screen's language.
    pub const fn words(&self) -> &Words {
        &self.words
    }

    /// The file that is open.
    pub const fn file(&self) -> Option<&OpenFile> {
        self.file.as_ref()
    }

    /// Whether the file can not be changed.
    pub const fn is_read_only(&self) -> bool {
        self.document.is_read_only()
    }

    /// The page that is shown.
    pub const fn page(&self) -> Page {
        self.page
    }

    /// The table of a section that is shown.
    pub fn table_of(&self, section: Section) -> TableId {
        let first = section.tables().first().copied().unwrap_or(TableId::Convention);
        self.tabs.get(&section).copied().unwrap_or(first)
    }

    /// The grid of a table.
    pub fn grid(&self, table: TableId) -> &Grid {
        // Every table got its grid when the state was made.
        &self.grids[&table]
    }

    /// The rows of a table's grid as they are shown.
    pub fn arrangement(&self, table: TableId) -> &Arrangement {
        self.derived.arrangement(table)
    }

    /// Texts of cells, kept while nothing changes.
    pub const fn texts(&self) -> &Texts {
        &self.derived.texts
    }

    /// What is looked at on the dashboard: a period and a day.
    pub fn view(&self) -> View {
        indicators::view(self.dataset(), self.span, self.as_of, self.today())
    }

    /// What the checks found.
    pub fn findings(&self) -> &[Finding] {
        &self.derived.findings
    }

    /// How serious the finding at a cell is.
    pub fn finding_at(&self, cell: CellRef) -> Option<Severity> {
        self.derived.at_cell.get(&cell).map(|place| self.derived.findings[*place].severity)
    }

    /// The finding at a cell.
    pub fn finding_of(&self, table: TableId, row: RowId, column: ColumnKey) -> Option<&Finding> {
        self.derived.at_cell.get(&CellRef { table, row, column }).map(|place| &self.derived.findings[*place])
    }

    /// What a record is called where another one names it.
    pub fn label_of(&self, table: TableId, row: RowId) -> String {
        show::label(table, row, &self.lens(), &self.words)
    }

    /// The dialog that is open.
    pub const fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// What there is to say.
    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Whether the search was just asked for.
    pub const fn wants_search(&self) -> bool {
        self.wants_search
    }

    /// What would be undone.
    pub fn undo_label(&self) -> Option<&Message> {
        self.document.undo_labels().next()
    }

    /// All that would be undone, one after the other, the last change first.
    pub fn undo_labels(&self) -> impl Iterator<Item = &Message> {
        self.document.undo_labels()
    }

    /// What would be done again.
    pub fn redo_label(&self) -> Option<&Message> {
        self.document.redo_labels().next()
    }

    /// Files that were open lately, the last one first.
    pub fn recent_files(&self) -> &[PathBuf] {
        &self.settings.recent
    }

    /// Where backups of the open file lie.
    pub fn backups_folder(&self) -> PathBuf {
        match &self.file {
            Some(file) => self.surroundings.places.backups_of(file.identity.dataset_id()),
            None => self.surroundings.places.data.clone(),
        }
    }

    /// Where the settings lie.
    pub fn settings_file(&self) -> PathBuf {
        self.surroundings.places.settings_file()
    }

    /// Says something.
    fn tell(&mut self, message: Message) {
        self.notice = Some(Notice { message, is_problem: false });
    }

    /// Says that something did not go as asked.
    fn complain(&mut self, message: Message) {
        self.notice = Some(Notice { message, is_problem: true });
    }

    fn random(&mut self) -> u64 {
        self.surroundings.random.u64(..)
    }
}

//! The session: one user's work without a window. The open document, the focus, the text being
//! typed, derived data. The window and the tests drive the same session.
//!
//! Events come in one at a time through [`Session::take`], commands through [`Session::handle`];
//! views read the accessors. It uses neither the window's toolkit nor the disk: work that needs
//! them goes out as a [`Request`], and their state comes in as [`Outside`].

pub mod act;
pub mod action;
mod acts;
pub mod answers;
mod arranging;
mod back;
pub mod card;
mod carding;
mod chart_export;
mod charting;
pub mod command;
mod commitments;
mod consequences;
pub mod copied;
mod crossing;
mod derived;
pub mod dialog;
mod doubts;
mod editing;
mod exporting;
mod finding_list;
pub mod focus;
mod forms;
pub mod grid;
mod handle;
mod input;
pub mod key;
mod layouts;
pub mod line;
mod links;
mod list_cursor;
mod matches;
mod menu;
mod merging;
mod next;
mod noticing;
mod offers;
mod outside;
pub mod page;
mod publishing;
mod questions;
mod quick;
mod remarks;
mod removed;
pub mod row_menu;
mod rows;
mod seance;
mod sharing;
mod shown;
mod striking;
pub mod targets;
mod texts;
mod todo_list;
mod welcome;
mod wording;
pub mod year;

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::check::Finding;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::{Audience, TableId};
use crate::edit::{Clash, Document, JournalEntry, Revision};
use crate::exchange::show;
use crate::indicators::{self, Span, SpanAsOf};
use crate::words::{Lang, Words};

use chart_export::ChartChoices;
use command::{Command, Request};
use copied::Copied;
use derived::Derived;
use dialog::Dialog;
use focus::Focus;
use grid::{Arrangement, Grid};
use line::Line;
use page::{Page, Section};

pub use charting::{Drawing, word as chart_word};
pub use derived::{CheckJob, Checked, FoldJob, FoldedTexts};
pub use matches::{Fitting, MatchJob, Overview, Prospect, Side};
pub use outside::{Appearance, Division, Notice, NoticeKind, Outside};
pub use quick::{Move, Preview, PreviewRow};
pub use remarks::Remark;
pub use sharing::ViewKey;
pub use texts::Texts;
pub use welcome::{FileState, RecentFile};

/// Injected, so that tests are deterministic: the local time, and random numbers for ids and codes.
pub struct Environment {
    pub clock: fn() -> NaiveDateTime,
    pub random: fastrand::Rng,
}

pub struct Session {
    document: Document,
    /// Counts the documents shown, to recognise late results for an earlier one.
    opened: u64,
    environment: Environment,
    words: Words,
    operator: Option<String>,
    page: Page,
    tabs: HashMap<Section, TableId>,
    grids: HashMap<TableId, Grid>,
    /// The window shows what the committee may see.
    seance: Option<Box<seance::Seance>>,
    sharing: sharing::Sharing,
    crossing: crossing::Crossing,
    focus: Focus,
    /// The search of the page, while it has the keyboard.
    search: Line,
    /// A menu or list of the window is open and has the keyboard.
    has_popup: bool,
    /// The next text event belongs to a key that was already handled.
    drops_text: bool,
    /// How many rows Page Down moves.
    page_rows: isize,
    card: carding::OpenCard,
    summary: Option<derived::CachedSummary>,
    span: Option<Span>,
    as_of: Option<NaiveDate>,
    derived: Derived,
    dialog: Option<Dialog>,
    /// Commands to run once the operator's name is known.
    waiting: Vec<Command>,
    chart_choices: ChartChoices,
    chart_audience: Audience,
    /// Text for the clipboard, until the window takes it.
    copied: Option<Copied>,
    /// An edit found no operator's name; set and cleared within one command.
    operator_missing: bool,
    notice: Option<Notice>,
    /// Fields that others changed too, of this file.
    clashes: Vec<Clash>,
    requests: Vec<Request>,
    outside: Outside,
    /// Where links were followed from, the latest last.
    visited: Vec<back::Visited>,
    matching: matches::Matching,
    row_menu: row_menu::RowMenu,
    /// Of the pages that are lists.
    lists: list_cursor::ListCursors,
    /// The record that was just added, until the cursor leaves it.
    filling: Option<(TableId, RowId)>,
}

impl Session {
    pub fn new(environment: Environment, lang: Lang) -> Self {
        Self {
            document: Document::default(),
            opened: 0,
            environment,
            words: Words::new(lang),
            operator: None,
            page: Page::Dashboard,
            tabs: HashMap::new(),
            grids: TableId::ALL.iter().map(|table| (*table, Grid::new(*table))).collect(),
            seance: None,
            sharing: sharing::Sharing::default(),
            crossing: crossing::Crossing::default(),
            focus: Focus::Page,
            search: Line::default(),
            has_popup: false,
            drops_text: false,
            page_rows: 20,
            card: carding::OpenCard::default(),
            summary: None,
            span: None,
            as_of: None,
            derived: Derived::default(),
            dialog: None,
            waiting: Vec::new(),
            chart_choices: ChartChoices::default(),
            // Charts go into reports and onto shared screens: exact ones are opt-in.
            chart_audience: Audience::Committee,
            copied: None,
            operator_missing: false,
            notice: None,
            clashes: Vec::new(),
            requests: Vec::new(),
            outside: Outside::default(),
            visited: Vec::new(),
            matching: matches::Matching::default(),
            row_menu: row_menu::RowMenu::default(),
            lists: list_cursor::ListCursors::default(),
            filling: None,
        }
    }

    /// Switches to another document.
    pub fn show_document(&mut self, document: Document) {
        let is_in_seance = self.end_seance();
        self.document = document;
        self.renew_grids();
        self.crossing = crossing::Crossing::default();
        (self.span, self.as_of) = (None, None);
        self.derived = Derived::default();
        self.summary = None;
        self.opened += 1;
        self.chart_audience = Audience::Committee;
        self.notice = None;
        self.clashes.clear();
        self.visited.clear();
        self.matching = matches::Matching::default();
        self.lists = list_cursor::ListCursors::default();
        self.waiting.clear();
        (self.search, self.copied) = (Line::default(), None);
        self.focus = Focus::Page;
        if self.page == Page::Findings {
            self.page = Page::Dashboard;
        }
        if is_in_seance {
            self.begin_seance();
        }
        self.follow();
    }

    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// Records that a revision is saved.
    pub const fn mark_saved(&mut self, revision: Revision) {
        self.document.mark_saved(revision);
    }

    /// Today, or the fixed day of a sample dataset.
    pub fn today(&self) -> NaiveDate {
        self.document.dataset().sample_day().unwrap_or_else(|| self.now().date())
    }

    pub const fn words(&self) -> &Words {
        &self.words
    }

    pub fn operator(&self) -> Option<&str> {
        self.operator.as_deref()
    }

    pub const fn is_read_only(&self) -> bool {
        self.document.is_read_only()
    }

    pub const fn page(&self) -> Page {
        self.page
    }

    /// The selected table of a section.
    pub fn table_of(&self, section: Section) -> TableId {
        let chosen = self.tabs.get(&section).copied().filter(|table| table.is_for(self.audience()));
        chosen.or_else(|| self.tables(section).next()).unwrap_or(TableId::Convention)
    }

    /// The table of the page, if it has one and a document is open.
    pub fn shown_table(&self) -> Option<TableId> {
        match self.page {
            Page::Section(section) if self.is_open() => Some(self.table_of(section)),
            _ => None,
        }
    }

    pub fn grid(&self, table: TableId) -> &Grid {
        // `new` makes a grid for every table.
        &self.grids[&table]
    }

    /// The rows of a table, filtered and sorted.
    pub fn arrangement(&self, table: TableId) -> &Arrangement {
        self.derived.arrangement(table)
    }

    pub const fn texts(&self) -> &Texts {
        &self.derived.texts
    }

    /// The period and day of the dashboard.
    pub fn view(&self) -> SpanAsOf {
        indicators::view(self.document.dataset(), self.span, self.as_of, self.today())
    }

    pub fn findings(&self) -> &[Finding] {
        &self.derived.findings
    }

    /// The label of a record in references to it.
    pub fn label_of(&self, table: TableId, row: RowId) -> String {
        show::label(table, row, &self.lens(), &self.words)
    }

    pub const fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    pub const fn focus(&self) -> Focus {
        self.focus
    }

    /// The search of the page, while it has the keyboard.
    pub fn search_line(&self) -> Option<&Line> {
        (self.focus == Focus::Search).then_some(&self.search)
    }

    /// The undo steps, the latest first.
    pub fn undo_labels(&self) -> impl Iterator<Item = &Message> {
        self.document.undo_labels().take(self.steps().0)
    }

    /// The next redo step.
    pub fn redo_label(&self) -> Option<&Message> {
        self.document.redo_labels().take(self.steps().1).next()
    }

    /// Counts the documents shown: another number is another document.
    pub const fn document_number(&self) -> u64 {
        self.opened
    }

    /// Takes the changes made since the last call, for the journal.
    pub fn take_journal(&mut self) -> Vec<JournalEntry> {
        self.document.take_journal()
    }

    /// Takes the pending requests to the host.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    /// Local time.
    pub fn now(&self) -> NaiveDateTime {
        (self.environment.clock)()
    }

    pub fn random(&mut self) -> u64 {
        self.environment.random.u64(..)
    }
}

//! One person at work, without a window: the open document, where she is in it, what she types,
//! what is derived of it. The window and the tests drive the same session.
//!
//! Events come in one at a time by [`Session::take`], commands by [`Session::handle`]; views read
//! the accessors. Knows neither the window's toolkit nor the disk: what needs those goes out as a
//! [`Request`](command::Request), and what is known of them comes in as [`Outside`].

pub mod action;
mod answers;
mod arranging;
pub mod card;
mod carding;
mod charting;
pub mod command;
mod derived;
pub mod dialog;
mod editing;
pub mod focus;
pub mod grid;
mod handle;
mod input;
pub mod key;
pub mod line;
mod outside;
pub mod page;
mod questions;
mod rows;
mod texts;
mod wording;

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};

use crate::chart::input::RowOrder;
use crate::domain::check::{Finding, Severity};
use crate::domain::dataset::Dataset;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{Audience, ColumnKey, TableId};
use crate::edit::{Document, Revision};
use crate::exchange::show;
use crate::indicators::{self, Span, SpanAsOf};
use crate::words::{Lang, Words};

use command::{Command, Request};
use derived::Derived;
use dialog::Dialog;
use focus::Focus;
use grid::{Arrangement, Grid};
use line::Line;
use page::{Page, Section};

pub use charting::{Drawing, word as chart_word};
pub use derived::{CheckJob, Checked, FoldJob, FoldedTexts};
pub use outside::{Looks, Notice, Outside};
pub use texts::Texts;

/// What a session needs that it may not find out by itself.
pub struct Source {
    /// Local time.
    pub clock: fn() -> NaiveDateTime,
    /// Random numbers, for ids and codes.
    pub random: fastrand::Rng,
}

/// One person at work.
pub struct Session {
    document: Document,
    /// How many documents were shown so far, to know late results of an earlier one.
    opened: u64,
    source: Source,
    words: Words,
    operator: Option<String>,
    page: Page,
    tabs: HashMap<Section, TableId>,
    grids: HashMap<TableId, Grid>,
    focus: Focus,
    /// The search of the page, while it is typed in.
    search: Line,
    /// A menu or a list of the window is open and has the keyboard.
    has_popup: bool,
    /// The text that comes with the key before is part of that key's command.
    drops_text: bool,
    /// How many rows Page Down goes.
    page_rows: isize,
    card: carding::OpenCard,
    summary: Option<derived::KeptSummary>,
    span: Option<Span>,
    as_of: Option<NaiveDate>,
    derived: Derived,
    dialog: Option<Dialog>,
    /// Commands that wait for the operator's name.
    waiting: Vec<Command>,
    chart_order: RowOrder,
    chart_audience: Audience,
    /// What the clipboard is to hold, until the window takes it.
    copied: Option<String>,
    /// An edit found no operator's name: set and taken within one command.
    operator_missing: bool,
    notice: Option<Notice>,
    requests: Vec<Request>,
    outside: Outside,
}

impl Session {
    /// Nothing open.
    pub fn new(source: Source, lang: Lang) -> Self {
        Self {
            document: Document::default(),
            opened: 0,
            source,
            words: Words::new(lang),
            operator: None,
            page: Page::Dashboard,
            tabs: HashMap::new(),
            grids: TableId::ALL.iter().map(|table| (*table, Grid::new(*table))).collect(),
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
            chart_order: RowOrder::default(),
            // Charts go into reports and onto shared screens: exact ones are asked for.
            chart_audience: Audience::Committee,
            copied: None,
            operator_missing: false,
            notice: None,
            requests: Vec::new(),
            outside: Outside::default(),
        }
    }

    /// Works on another document.
    pub fn show_document(&mut self, document: Document) {
        self.document = document;
        self.grids = TableId::ALL.iter().map(|table| (*table, Grid::new(*table))).collect();
        (self.span, self.as_of) = (None, None);
        self.derived = Derived::default();
        self.summary = None;
        self.opened += 1;
        self.notice = None;
        self.focus = Focus::Page;
        if self.page == Page::Findings {
            self.page = Page::Dashboard;
        }
        self.follow();
    }

    /// The document, to be saved.
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// Notes that the state of a revision is safe on the disk.
    pub const fn mark_saved(&mut self, revision: Revision) {
        self.document.mark_saved(revision);
    }

    pub fn dataset(&self) -> &Dataset {
        self.document.dataset()
    }

    /// The records as of today, for tables: statuses are those of today.
    pub fn lens(&self) -> Lens<'_> {
        Lens::new(self.dataset(), &self.derived.links, self.today())
    }

    /// Today, or the day from which a sample is looked at.
    pub fn today(&self) -> NaiveDate {
        self.dataset().sample_day().unwrap_or_else(|| self.now().date())
    }

    pub const fn words(&self) -> &Words {
        &self.words
    }

    /// The operator's name, once it was given.
    pub fn operator(&self) -> Option<&str> {
        self.operator.as_deref()
    }

    /// Whether the document refuses every edit.
    pub const fn is_read_only(&self) -> bool {
        self.document.is_read_only()
    }

    pub const fn page(&self) -> Page {
        self.page
    }

    /// The table of a section that is shown.
    pub fn table_of(&self, section: Section) -> TableId {
        let first = section.tables().first().copied().unwrap_or(TableId::Convention);
        self.tabs.get(&section).copied().unwrap_or(first)
    }

    /// The table of the page, where it has one and a document is open.
    pub fn shown_table(&self) -> Option<TableId> {
        match self.page {
            Page::Section(section) if self.is_open() => Some(self.table_of(section)),
            _ => None,
        }
    }

    pub fn grid(&self, table: TableId) -> &Grid {
        // Every table got its grid when the session was made.
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
    pub fn view(&self) -> SpanAsOf {
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

    pub const fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Who has the keyboard.
    pub const fn focus(&self) -> Focus {
        self.focus
    }

    /// The search of the page as it is typed; none while the keyboard is elsewhere.
    pub fn search_line(&self) -> Option<&Line> {
        (self.focus == Focus::Search).then_some(&self.search)
    }

    /// Labels of what would be undone, the last change first.
    pub fn undo_labels(&self) -> impl Iterator<Item = &Message> {
        self.document.undo_labels()
    }

    /// What would be done again.
    pub fn redo_label(&self) -> Option<&Message> {
        self.document.redo_labels().next()
    }

    /// What the clipboard is to hold, once.
    pub const fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    /// Gives a text to the clipboard.
    pub fn copy(&mut self, text: String) {
        self.copied = Some(text);
    }

    /// Whether a text waits to be given to the clipboard.
    pub const fn has_copied(&self) -> bool {
        self.copied.is_some()
    }

    /// What the host is asked for, once.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    /// Local time.
    pub fn now(&self) -> NaiveDateTime {
        (self.source.clock)()
    }

    /// A random number.
    pub fn random(&mut self) -> u64 {
        self.source.random.u64(..)
    }
}

//! Carries out commands: dispatches to named functions, and does what is a line long.

use crate::domain::id::CellRef;
use crate::domain::schema::TableId;
use crate::edit::{self, Edit};

use super::Session;
use super::command::{Command, Request};
use super::dialog::Dialog;
use super::focus::Focus;
use super::grid::{GridCommand, Place, Selection, Subset};
use super::line::Line;
use super::page::{Page, Section};

impl Session {
    /// Carries out one command. What changes the dataset waits for the operator's name, once.
    pub fn handle(&mut self, command: Command) {
        let again = self.operator.is_none().then(|| command.clone());
        self.dispatch(command);
        if let (true, Some(again)) = (std::mem::take(&mut self.operator_missing), again) {
            self.waiting.push(again);
            self.ask(Dialog::Operator { name: Line::default() });
        }
        self.follow();
    }

    fn dispatch(&mut self, command: Command) {
        match command {
            Command::Go(page) => self.after_entry(|session| session.go(page)),
            Command::Tab(section, table) => self.after_entry(|session| session.show_table(section, table)),
            Command::Reveal(cell) => self.after_entry(|session| session.reveal(cell)),
            Command::ShowRows(table, subset) => self.after_entry(|session| session.show_rows(table, subset)),
            Command::Grid(table, command) => {
                if takes_keyboard(&command) {
                    self.focus = Focus::Page;
                }
                self.handle_grid(table, command);
            }
            Command::AddRow(table) => self.after_entry(|session| session.add_row(table)),
            Command::DuplicateRows(table) => self.after_entry(|session| session.duplicate_rows(table)),
            Command::RemoveRows(table) => self.after_entry(|session| session.remove_rows(table)),
            Command::Apply(edit) => {
                self.apply(&edit);
            }
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::NextFinding(table) => self.after_entry(|session| session.next_finding(table)),
            Command::KeepView(table, name) => {
                let view = self.grid(table).view(name);
                self.apply(&Edit::KeepView(view));
            }
            Command::DropView(table, name) => {
                self.apply(&Edit::DropView { table, name });
            }
            Command::Search => self.after_entry(Self::begin_search),
            Command::Focus(focus, selection) => self.give_keyboard(focus, selection),
            Command::Card(open) => self.open_card(open),
            Command::CardFields => self.after_entry(Self::change_sides),
            Command::CardField(table, row, column) => {
                self.after_entry(|session| session.go_to_field(table, row, column));
            }
            Command::EditCardField(table, row, column) => self.after_entry(|session| {
                session.go_to_field(table, row, column);
                session.handle_grid(table, GridCommand::Edit(row, column, Place::Card));
            }),
            Command::ScrollCard(pages) => self.card.pages += pages,
            Command::Span(span) => (self.span, self.as_of) = (Some(span), None),
            Command::AsOf(day) => self.as_of = Some(day),
            Command::ChartOrder(order) => self.chart_order = order,
            Command::ChartAudience(audience) => self.chart_audience = audience,
            Command::CopyFigures(chart) => self.copy_figures(chart),
            Command::Ask(dialog) => self.ask(dialog),
            Command::Dismiss => self.dismiss(),
            Command::DismissNotice => self.notice = None,
            Command::Operator(name) => self.set_operator(name),
            Command::HandOver { from, to } => {
                let edit = edit::hand_over_cases(&self.lens(), from, to);
                self.apply(&edit);
            }
            Command::Absorb { landlord, successor, on } => {
                self.apply(&edit::absorb_landlord(landlord, successor, on));
            }
            Command::Host(request) => self.request(request),
        }
    }

    /// Opens a dialog, or shows what was changed in the one that is open.
    pub fn ask(&mut self, dialog: Dialog) {
        let is_same =
            self.dialog.as_ref().is_some_and(|open| std::mem::discriminant(open) == std::mem::discriminant(&dialog));
        let fields = dialog.fields().len();
        if !is_same || matches!(self.focus, Focus::Field(place) if place >= fields) {
            self.focus = if fields > 0 { Focus::Field(0) } else { Focus::Page };
        }
        self.dialog = Some(dialog);
    }

    /// Closes the dialog. A name that was not given leaves undone what waited for it; what is typed
    /// stays typed.
    pub(super) fn dismiss(&mut self) {
        if let Some(Dialog::Operator { .. }) = self.dialog.take() {
            self.waiting.clear();
        }
        self.focus = Focus::Page;
    }

    /// Does something once what is typed was taken; where it cannot be, the editor stays.
    fn after_entry(&mut self, then: impl FnOnce(&mut Self)) {
        if self.commit_editor().is_ok() {
            then(self);
        }
    }

    fn go(&mut self, page: Page) {
        self.page = page;
        self.notice = None;
        self.focus = Focus::Page;
    }

    fn show_table(&mut self, section: Section, table: TableId) {
        self.page = Page::Section(section);
        self.tabs.insert(section, table);
        self.focus = Focus::Page;
    }

    /// Shows the page of a table.
    pub(super) fn show_page_of(&mut self, table: TableId) {
        if self.shown_table() != Some(table) {
            self.show_table(Section::of(table), table);
        }
    }

    fn reveal(&mut self, cell: CellRef) {
        self.show_table(Section::of(cell.table), cell.table);
        self.with_grid(cell.table, |grid| {
            grid.limit(None);
            grid.select(cell.row, cell.column);
        });
    }

    fn show_rows(&mut self, table: TableId, subset: Subset) {
        self.show_table(Section::of(table), table);
        self.with_grid(table, |grid| grid.limit(Some(subset)));
    }

    /// Puts the cursor on a row, wherever its column is.
    pub(super) fn go_to_row(&mut self, table: TableId, row: crate::domain::id::RowId) {
        self.with_grid(table, |grid| {
            if let Some((at, column)) = grid.cursor()
                && at != row
            {
                grid.set_selection(Selection::at((row, column)));
            }
        });
    }

    fn begin_search(&mut self) {
        if let Some(table) = self.shown_table() {
            self.search = Line::selected(self.grid(table).search());
            self.focus = Focus::Search;
        }
    }

    fn give_keyboard(&mut self, focus: Focus, selection: Option<(usize, usize)>) {
        if focus == Focus::Search && self.focus != Focus::Search {
            self.after_entry(Self::begin_search);
        } else {
            self.focus = focus;
        }
        let line = match focus {
            Focus::Search => Some(&mut self.search),
            Focus::Field(place) => self.dialog.as_mut().and_then(|dialog| dialog.field_mut(place)),
            Focus::Page | Focus::Card | Focus::Control => None,
        };
        if let (Some(line), Some((from, to))) = (line, selection) {
            line.select(from, to);
        }
    }

    /// Asks the host, once what is typed was taken where the request needs that.
    fn request(&mut self, request: Request) {
        let needs_entry = matches!(
            request,
            Request::Save
                | Request::SaveAs(_)
                | Request::Export(..)
                | Request::ExportCharts(..)
                | Request::Open(_)
                | Request::OpenAnyway(_)
                | Request::Create(..)
                | Request::Quit
        );
        if needs_entry && self.commit_editor().is_err() {
            if matches!(request, Request::Quit | Request::Open(_) | Request::OpenAnyway(_) | Request::Create(..)) {
                self.complain(crate::domain::message::Message::new("quit-entry"));
            }
            return;
        }
        // The name that an entry waits for comes first.
        if self.operator_missing {
            return;
        }
        self.requests.push(request);
    }
}

/// Whether a command of a grid means that someone works in it now.
const fn takes_keyboard(command: &GridCommand) -> bool {
    matches!(
        command,
        GridCommand::Select(..) | GridCommand::Extend(..) | GridCommand::Edit(.., Place::Grid) | GridCommand::Reach(_)
    )
}

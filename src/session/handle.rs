//! Executes commands: dispatches to named functions, or does the one-liners itself.

use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::edit::Edit;

use super::Session;
use super::action::{self, Action, Menu};
use super::command::{Command, Request};
use super::dialog::Dialog;
use super::focus::Focus;
use super::grid::{EditorPlace, GridCommand, Selection, Subset};
use super::line::Line;
use super::page::{Page, Section};

impl Session {
    /// Executes one command. If an edit needs the operator's name, asks for it and then runs again.
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
            Command::Go(page) => self.after_commit(|session| session.go(page)),
            Command::Tab(section, table) => self.after_commit(|session| session.show_table(section, table)),
            Command::Reveal(cell) => self.after_commit(|session| session.reveal(cell)),
            Command::ShowRows(table, subset) => self.after_commit(|session| session.show_rows(table, subset)),
            Command::Grid(table, command) => {
                if takes_keyboard(&command) {
                    self.focus = Focus::Page;
                }
                self.handle_grid(table, command);
            }
            Command::AddRow(table, before) => self.after_commit(|session| session.add_row(table, before)),
            Command::DuplicateRows(table) => self.after_commit(|session| session.duplicate_rows(table)),
            Command::RemoveRows(table) => self.after_commit(|session| session.remove_rows(table)),
            Command::Apply(edit) => {
                self.apply(&edit);
            }
            Command::RowMenu(is_asked) => self.ask_row_menu(is_asked),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::NextFinding(table) => self.after_commit(|session| session.next_finding(table)),
            Command::KeepView(table, name) => {
                let view = self.grid(table).view(name);
                self.apply(&Edit::KeepView(view));
            }
            Command::DropView(table, name) => {
                self.apply(&Edit::DropView { table, name });
            }
            Command::Search => self.after_commit(Self::begin_search),
            Command::Focus(focus, selection) => self.give_keyboard(focus, selection),
            Command::Card(open) => self.after_commit(|session| session.open_card(open)),
            Command::CardFields => self.after_commit(Self::change_sides),
            Command::CardField(table, row, column) => {
                self.after_commit(|session| session.go_to_field(table, row, column));
            }
            Command::EditCardField(table, row, column) => self.after_commit(|session| {
                session.go_to_field(table, row, column);
                session.handle_grid(table, GridCommand::Edit(row, column, EditorPlace::Card));
            }),
            Command::ListFindings(all) => self.card.lists_findings = all,
            Command::ScrollCard(pages) => self.card.pages += pages,
            Command::Span(span) => (self.span, self.as_of) = (Some(span), None),
            Command::AsOf(day) => self.as_of = Some(day),
            Command::ChartOrder(order) => self.chart_choices.order = order,
            Command::ChartAudience(audience) => self.chart_audience = audience,
            Command::CopyFigures(chart) => self.copy_figures(chart),
            Command::Ask(dialog) => self.ask(dialog),
            Command::Answer(place) => self.answer(place),
            Command::Dismiss => self.dismiss(),
            Command::DismissNotice => self.notice = None,
            Command::AskStrike(strike) => self.after_commit(|session| session.ask_strike(strike)),
            Command::AskStrikeFound(finding) => self.after_commit(|session| session.ask_strike_found(&finding)),
            Command::AskPurge => self.after_commit(Self::ask_purge),
            Command::Purge(cases) => self.after_commit(|session| session.purge(cases)),
            Command::Strike(strike) => self.after_commit(|session| session.strike(strike)),
            Command::Switch(criterion) => self.switch(criterion),
            Command::MatchFrom(side) => self.match_from(side),
            Command::LookAt(row) => self.look_at(row),
            Command::AskRenew => self.after_commit(Self::ask_renew),
            Command::Renew(edit) => self.renew(&edit),
            Command::Crossed(is_crossed) => self.after_commit(|session| session.show_crossed(is_crossed)),
            Command::Act(act) => self.after_commit(|session| {
                let form = session.form(act);
                session.ask(form);
            }),
            Command::Fill(form) => self.fill(&form),
            Command::AskExport(table, audience) => self.ask_export(table, audience),
            Command::AskQuick => self.after_commit(|session| session.ask(Dialog::Quick(Box::default()))),
            Command::QuickEntry(text) => self.enter_line(&text),
            Command::TakeOffer(place, at) => self.take_offer(place, at),
            Command::Seance(is_on) => self.after_commit(|session| session.show_seance(is_on)),
            Command::CommitteeWindow(is_open) => self.sharing.has_window = is_open,
            Command::Discuss(record) => self.discuss(record),
            Command::LeaveOut(is_wanted) => self.leave_out(is_wanted),
            Command::AskRemoved => self.after_commit(Self::ask_removed),
            Command::BringBack(removal) => self.bring_back(&removal),
            Command::Back => self.after_commit(Self::go_back),
            Command::Operator(name) => self.set_operator(name),
            Command::Host(request) => self.request(request),
        }
    }

    /// Does what an action is for, or says what it needs.
    pub(super) fn carry_out_action(&mut self, action: &Action) {
        if let Some(command) = action.command(self) {
            return self.handle(command);
        }
        let word = action::word(action);
        let needs = match action.menu {
            _ if !self.is_open() => self.words.text("action-no-file").to_owned(),
            _ if !action.is_offered(self) => self.words.text("action-not-in-seance").to_owned(),
            Menu::Edit | Menu::Follow if self.is_read_only() => self.words.text("action-read-only").to_owned(),
            _ => self.words.needs(&word).unwrap_or_else(|| self.words.text("action-elsewhere").to_owned()),
        };
        // Nothing went wrong.
        self.notify(Message::new("action-not-now").term("action", word).text("needs", needs));
    }

    /// Opens a dialog, or updates the open one of the same kind.
    pub fn ask(&mut self, dialog: Dialog) {
        let is_same =
            self.dialog.as_ref().is_some_and(|open| std::mem::discriminant(open) == std::mem::discriminant(&dialog));
        let fields = dialog.fields().len();
        self.card.asks |= self.focus == Focus::Card;
        if !is_same || matches!(self.focus, Focus::Field(place) if place >= fields) {
            self.focus = if fields > 0 { Focus::Field(0) } else { Focus::Page };
        }
        if let Dialog::Charts(export) = &dialog {
            self.chart_choices.export = Some(*export);
        }
        self.dialog = Some(dialog);
    }

    /// Closes the dialog. Without the operator's name the pending commands are dropped; an open
    /// editor keeps its text.
    pub(super) fn dismiss(&mut self) {
        if let Some(Dialog::Operator { .. }) = self.dialog.take() {
            self.waiting.clear();
        }
        self.focus = if std::mem::take(&mut self.card.asks) { Focus::Card } else { Focus::Page };
    }

    /// Commits the open editor, then runs `then`; does nothing if the text is invalid.
    fn after_commit(&mut self, then: impl FnOnce(&mut Self)) {
        if self.commit_editor().is_ok() {
            then(self);
        }
    }

    fn go(&mut self, page: Page) {
        if !self.shows(page) {
            return self.refuse(Message::new("seance-withheld"));
        }
        self.page = page;
        self.notice = None;
        self.focus = Focus::Page;
    }

    fn show_table(&mut self, section: Section, table: TableId) {
        self.page = Page::Section(section);
        self.tabs.insert(section, table);
        self.focus = Focus::Page;
    }

    pub(super) fn show_page_of(&mut self, table: TableId) {
        if self.shown_table() != Some(table) {
            self.show_table(Section::of(table), table);
        }
    }

    pub(super) fn reveal(&mut self, cell: CellRef) {
        self.note_place();
        self.show_list(cell.table);
        self.show_table(Section::of(cell.table), cell.table);
        self.with_grid(cell.table, |grid| {
            grid.limit(None);
            grid.show_column(cell.column);
            grid.select(cell.row, cell.column);
        });
    }

    fn show_rows(&mut self, table: TableId, subset: Subset) {
        self.note_place();
        self.show_list(table);
        self.show_table(Section::of(table), table);
        self.with_grid(table, |grid| grid.limit(Some(subset)));
    }

    /// Moves the cursor to a record, in the same column.
    pub(super) fn go_to_row(&mut self, table: TableId, row: crate::domain::id::RowId) {
        self.with_grid(table, |grid| {
            if let Some(cell) = grid.cell()
                && cell.row != row
                && let Some(at) = grid.sheet().place(CellRef { row, ..cell })
            {
                grid.set_selection(Selection::at(at));
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
        self.leave_field(focus);
        if focus == Focus::Search && self.focus != Focus::Search {
            self.after_commit(Self::begin_search);
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

    /// Passes a request to the host, committing the open editor first if the request needs it.
    fn request(&mut self, request: Request) {
        let needs_entry = matches!(
            request,
            Request::Save
                | Request::SaveAs(_)
                | Request::Export(..)
                | Request::ExportCharts(..)
                | Request::WriteReport(..)
                | Request::Open(_)
                | Request::OpenAnyway(_)
                | Request::OpenSealing(_)
                | Request::Create(..)
                | Request::Seal(_)
                | Request::Quit
        );
        if needs_entry && self.commit_editor().is_err() {
            if matches!(request, Request::Quit | Request::Open(_) | Request::OpenAnyway(_) | Request::Create(..)) {
                self.report_problem(crate::domain::message::Message::new("quit-entry"));
            }
            return;
        }
        // The operator's name is asked for first.
        if self.operator_missing {
            return;
        }
        if matches!(request, Request::Paste) {
            self.note_paste();
        }
        self.requests.push(request);
    }
}

/// Whether a grid command gives the keyboard to the grid.
const fn takes_keyboard(command: &GridCommand) -> bool {
    matches!(
        command,
        GridCommand::Select(..)
            | GridCommand::Extend(..)
            | GridCommand::Edit(.., EditorPlace::Grid)
            | GridCommand::Reach(_)
    )
}

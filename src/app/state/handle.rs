//! Carries out commands: only dispatches to named functions.

use crate::app::command::Command;
use crate::app::dialogs::Dialog;
use crate::app::pages::{Page, Section};
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::edit;

use super::State;

impl State {
    /// Carries out one command. What changes the dataset waits for the operator's name, once.
    pub fn handle(&mut self, command: Command) {
        let again = self.settings.operator.is_none().then(|| command.clone());
        self.dispatch(command);
        if let (true, Some(again)) = (std::mem::take(&mut self.operator_missing), again) {
            self.waiting.push(again);
            self.dialog = Some(Dialog::Operator { name: String::new() });
        }
    }

    fn dispatch(&mut self, command: Command) {
        match command {
            Command::Go(page) => self.go(page),
            Command::Tab(section, table) => self.show_table(section, table),
            Command::Reveal(cell) => self.reveal(cell),
            Command::ShowRows(table, subset) => self.show_rows(table, subset),
            Command::Grid(table, command) => self.handle_grid(table, command),
            Command::AddRow(table) => self.after_entry(|state| state.add_row(table)),
            Command::DuplicateRows(table) => self.after_entry(|state| state.duplicate_rows(table)),
            Command::RemoveRows(table) => self.after_entry(|state| state.remove_rows(table)),
            Command::Apply(edit) => {
                self.apply(&edit);
            }
            Command::Undo => self.undo(false),
            Command::Redo => self.undo(true),
            Command::NextFinding(table) => self.after_entry(|state| state.next_finding(table)),
            Command::KeepView(table, name) => {
                let view = self.grid(table).view(name);
                self.document_mut().keep_view(view);
                self.note_edit();
            }
            Command::DropView(table, name) => {
                self.document_mut().drop_view(table, &name);
                self.note_edit();
            }
            Command::Search => self.after_entry(|state| {
                state.wants_search = true;
                state.prepare_search();
            }),
            Command::Card(open) => self.at_cursor.is_card_open = open,
            Command::Span(span) => (self.span, self.as_of) = (Some(span), None),
            Command::AsOf(day) => self.as_of = Some(day),
            Command::Open(path) => self.open(path, false),
            Command::OpenAnyway(path) => self.open(path, true),
            Command::Create(start, path, existing) => self.create(start, path, existing),
            Command::Browse(purpose) => self.browse(purpose),
            Command::Save => self.after_entry(Self::save),
            Command::SaveAs(path, existing) => self.after_entry(|state| state.save_as(path, existing)),
            Command::Export(table, path, existing) => self.after_entry(|state| state.export(table, path, existing)),
            Command::ChartOrder(order) => self.chart_order = order,
            Command::ChartAudience(audience) => self.chart_audience = audience,
            Command::ExportCharts(export, path, existing) => {
                self.after_entry(|state| state.export_charts(export, path, existing));
            }
            Command::CopyChart(axis, picture) => self.copy_chart(axis, picture),
            Command::CopyFigures(axis) => self.copy_figures(axis),
            Command::Ask(dialog) => self.dialog = Some(dialog),
            Command::Dismiss => self.dialog = None,
            Command::DismissNotice => self.notice = None,
            Command::Operator(name) => self.set_operator(name),
            Command::Dark(dark) => self.set_dark(dark),
            Command::Scale(scale) => self.set_scale(scale),
            Command::ReducedMotion(reduced) => self.set_reduced_motion(reduced),
            Command::Language(lang) => self.set_language(lang),
            Command::OpenFolder(folder) => self.open_folder(&folder),
            Command::Quit => self.quit(),
            Command::QuitWithDrafts => self.leave(),
            Command::QuitAnyway => self.quit_anyway(),
            Command::HandOver { from, to } => {
                let edit = edit::hand_over_cases(&self.lens(), from, to);
                self.apply(&edit);
            }
            Command::Absorb { landlord, successor, on } => {
                self.apply(&edit::absorb_landlord(landlord, successor, on));
            }
        }
    }

    /// Forgets what was asked for in one frame only.
    pub fn end_frame(&mut self) {
        self.wants_search = false;
        // The name was not given: what waited for it does not happen, and what is typed stays typed.
        if self.dialog.is_none() && self.settings.operator.is_none() && !self.saving_is_under_way() {
            self.waiting.clear();
        }
    }

    /// Does something once what is typed was taken; where it can not be, the editor stays.
    fn after_entry(&mut self, then: impl FnOnce(&mut Self)) {
        if self.commit_editor().is_ok() {
            then(self);
        }
    }

    fn go(&mut self, page: Page) {
        self.after_entry(|state| {
            state.page = page;
            state.notice = None;
        });
    }

    fn show_table(&mut self, section: Section, table: TableId) {
        self.after_entry(|state| {
            state.page = Page::Section(section);
            state.tabs.insert(section, table);
        });
    }

    fn reveal(&mut self, cell: CellRef) {
        self.after_entry(|state| {
            state.show_table(Section::of(cell.table), cell.table);
            if let Some(grid) = state.grids.get_mut(&cell.table) {
                grid.limit(None);
                grid.select(cell.row, cell.column);
            }
        });
    }

    fn show_rows(&mut self, table: TableId, subset: crate::app::grid::Subset) {
        self.after_entry(|state| {
            state.show_table(Section::of(table), table);
            if let Some(grid) = state.grids.get_mut(&table) {
                grid.limit(Some(subset));
            }
        });
    }

    fn open_folder(&mut self, folder: &std::path::Path) {
        // A folder that nothing was written to yet is not there: its parent is shown.
        let is_there = |path: &&std::path::Path| self.surroundings.fs.permissions(path).is_ok();
        let folder = folder.ancestors().find(is_there).unwrap_or(folder);
        if let Err(detail) = (self.surroundings.open_folder)(folder) {
            let path = folder.display().to_string();
            self.complain(Message::new("folder-trouble").text("path", path).text("detail", detail));
        }
    }
}

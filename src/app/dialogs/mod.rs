//! Dialogs: one at a time, over the page. Esc closes the dialog and nothing else; closing one
//! never loses work.

mod about;
mod absorb;
mod ask;
mod charts;
mod figures;
mod filter;
mod hand_over;
mod help;
mod operator;
mod palette;
mod paste;
mod path;
mod replace;
mod view;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Id, Modal, TextEdit, Ui};

use crate::chart::kind::Chart;
use crate::chart::scene::Table;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};

use super::command::{ChartExport, Command, Outbox, Purpose, Start};
use super::grid::{Paste, Replace};
use super::state::State;
use super::style::strong;

/// What is asked.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// Where a file is, or is to be.
    Path {
        /// What for.
        purpose: Purpose,
        /// What is typed so far.
        path: String,
    },
    /// A question with buttons.
    Question(Question),
    /// The operator's name, before the first edit.
    Operator {
        /// What is typed so far.
        name: String,
    },
    /// To whom an association's open cases go.
    HandOver {
        /// The association that leaves.
        from: RowId,
        /// The one chosen.
        to: Option<RowId>,
    },
    /// Which landlord absorbed another one.
    Absorb {
        /// The landlord that is gone.
        landlord: RowId,
        /// The one chosen.
        successor: Option<RowId>,
        /// From which day.
        on: NaiveDate,
    },
    /// What does not fit of a paste.
    Paste {
        /// Into which table.
        table: TableId,
        /// The paste, worked out.
        paste: Arc<Paste>,
    },
    /// What a column is filtered by.
    Filter(filter::Draft),
    /// A text to replace by another.
    Replace(replace::Draft),
    /// The name of a view.
    View {
        /// Of which table.
        table: TableId,
        /// What is typed so far.
        name: String,
    },
    /// The actions, searched by name.
    Palette {
        /// What is typed so far.
        search: String,
        /// Which of those found the keyboard is on.
        at: usize,
    },
    /// Charts for a report.
    Charts(ChartExport),
    /// The figures behind a chart.
    Figures {
        /// Which chart.
        chart: Chart,
        /// Its figures, as they were when it was asked for.
        table: Arc<Table>,
    },
    /// The shortcuts.
    Help,
    /// Version, licences, sources, places.
    About,
}

/// A question, and what each answer does. Closing it does nothing.
#[derive(Clone, Debug)]
pub struct Question {
    /// What it is about.
    pub title: Message,
    /// What is asked.
    pub text: Message,
    /// Key of each answer's word, and its command; the first is the one to expect.
    pub answers: Vec<(&'static str, Command)>,
}

impl Dialog {
    /// Asks where to keep a new file.
    pub fn create(state: &State, start: Start) -> Self {
        let name = match start {
            Start::Template => "convention-hauts-de-france-2021.ron",
            Start::Sample => "exemple-2021.ron",
        };
        Self::Path { purpose: Purpose::Create(start), path: state.suggested_path(name).display().to_string() }
    }

    /// Asks which file to open.
    pub fn open(state: &State) -> Self {
        let path = state.recent_files().first().cloned().unwrap_or_else(PathBuf::new);
        Self::Path { purpose: Purpose::Open, path: path.display().to_string() }
    }

    /// Asks for another name.
    pub fn save_as(state: &State) -> Self {
        let path = state.file().map(|file| file.path().display().to_string()).unwrap_or_default();
        Self::Path { purpose: Purpose::SaveAs, path }
    }

    /// Asks where to write a table.
    pub fn export(state: &State, table: TableId) -> Self {
        let name = format!("{}.csv", state.words().text(&format!("table-{}", table.key())).to_lowercase());
        Self::Path { purpose: Purpose::Export(table), path: state.suggested_path(&name).display().to_string() }
    }

    /// Asks what a column is filtered by.
    pub fn filter(state: &State, table: TableId, column: ColumnKey) -> Option<Self> {
        table.column(column).map(|info| Self::Filter(filter::Draft::new(state, table, info)))
    }

    /// Shows the figures behind a chart.
    pub fn figures(state: &State, chart: Chart) -> Self {
        Self::Figures { chart, table: Arc::new(state.chart_figures(chart)) }
    }

    /// Asks what to replace.
    pub fn replace(table: TableId) -> Self {
        Self::Replace(replace::Draft { table, replace: Replace::default(), outcome: (0, 0) })
    }

    /// The palette, empty.
    pub const fn palette() -> Self {
        Self::Palette { search: String::new(), at: 0 }
    }

    /// Asks who takes over.
    pub const fn hand_over(from: RowId) -> Self {
        Self::HandOver { from, to: None }
    }

    /// Asks who absorbed a landlord.
    pub fn absorb(state: &State, landlord: RowId) -> Self {
        let known = state.dataset().landlords.find(landlord);
        Self::Absorb {
            landlord,
            successor: known.and_then(|landlord| landlord.absorbed_by),
            on: known.and_then(|landlord| landlord.absorbed_on).unwrap_or_else(|| state.today()),
        }
    }
}

/// Shows the dialog that is open, if any.
pub fn show(ui: &mut Ui, state: &State, out: &mut Outbox) {
    let Some(dialog) = state.dialog() else { return };
    let frame = egui::Frame::window(ui.style());
    // One of another kind does not take over the size of the one before.
    let id = Id::unique(("dialog", std::mem::discriminant(dialog)));
    let modal = Modal::new(id).frame(frame).show(ui.ctx(), |ui| {
        // With large text a window may be narrower than that.
        ui.set_width(width(dialog).min(ui.ctx().content_rect().width() - 64.0));
        match dialog {
            Dialog::Path { purpose, path } => path::show(ui, state, *purpose, path, out),
            Dialog::Question(question) => ask::show(ui, state, question, out),
            Dialog::Operator { name } => operator::show(ui, state, name, out),
            Dialog::HandOver { from, to } => hand_over::show(ui, state, *from, *to, out),
            Dialog::Absorb { landlord, successor, on } => absorb::show(ui, state, *landlord, *successor, *on, out),
            Dialog::Paste { table, paste } => paste::show(ui, state, *table, paste, out),
            Dialog::Filter(draft) => filter::show(ui, state, draft, out),
            Dialog::Replace(draft) => replace::show(ui, state, draft, out),
            Dialog::View { table, name } => view::show(ui, state, *table, name, out),
            Dialog::Palette { search, at } => palette::show(ui, state, search, *at, out),
            Dialog::Charts(export) => charts::show(ui, state, *export, out),
            Dialog::Figures { chart, table } => figures::show(ui, state, *chart, table, out),
            Dialog::Help => help::show(ui, state, out),
            Dialog::About => about::show(ui, state, out),
        }
    });
    if modal.should_close() {
        out.push(Command::Dismiss);
    }
}

const fn width(dialog: &Dialog) -> f32 {
    match dialog {
        Dialog::Charts(_) => 860.0,
        Dialog::Paste { .. } | Dialog::Figures { .. } => 760.0,
        Dialog::Palette { .. } | Dialog::Help | Dialog::About | Dialog::Path { .. } => 560.0,
        _ => 440.0,
    }
}

/// The title of a dialog.
fn title(ui: &mut Ui, text: &str) {
    ui.label(strong(text, crate::theme::size::CHART_TITLE));
    ui.add_space(4.0);
}

/// What came of a line of text in a frame.
struct Line {
    changed: bool,
    /// Enter was pressed in it.
    entered: bool,
}

/// The line of text of a dialog: it has the keyboard unless something else was given it.
fn line(ui: &mut Ui, text: &mut String, name: &str, hint: &str) -> Line {
    let field = TextEdit::singleline(text).hint_text(hint.to_owned()).desired_width(f32::INFINITY);
    let response = ui.add(field.margin(egui::Margin::symmetric(8, 6)));
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if !entered && ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    let line = Line { changed: response.changed(), entered };
    response.accessible_name(name);
    line
}

/// The answers of a dialog, at its right foot; the first is the one to expect, Enter gives it.
fn answers(ui: &mut Ui, state: &State, answers: Vec<(&str, Option<Command>)>, out: &mut Outbox) {
    let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
    ui.add_space(12.0);
    let close = if answers.is_empty() { "close" } else { "cancel" };
    let row = egui::vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        for (place, (word, command)) in answers.into_iter().enumerate() {
            let text = state.words().text(word);
            let button = if place == 0 { super::style::primary(ui, text) } else { egui::Button::new(text) };
            let clicked = ui.add_enabled(command.is_some(), button).clicked();
            let taken = place == 0 && enter && ui.memory(|memory| memory.focused().is_none()) && command.is_some();
            if clicked || taken {
                out.push(Command::Dismiss);
                out.extend(command);
            }
        }
        if ui.button(state.words().text(close)).clicked() {
            out.push(Command::Dismiss);
        }
    });
}

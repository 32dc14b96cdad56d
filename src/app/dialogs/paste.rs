//! The preview of a paste: values that do not fit, and names that no record has.

use std::sync::Arc;

use egui::{ComboBox, Grid, Label, RichText, ScrollArea, TextStyle, TextWrapMode, Ui, WidgetText};

use crate::app::style::{self, colour, muted, palette, strong};
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::domain::value::Value;
use crate::exchange::plan::{Misfit, NameChoice, Plan, UnknownName};
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::dialog::Dialog;
use crate::theme::size;

use super::{answers, title};

/// How many misfits and names are listed; the rest are counted.
const LISTED: usize = 200;
/// Height of the rest of the dialog: title, answers, margins.
const AROUND: f32 = 190.0;
/// The columns of what does not fit: line, column, text, problem, what becomes of it.
const COLUMNS: usize = 5;
const TYPED: usize = 2;
const PROBLEM: usize = 3;
const GAP: f32 = 16.0;
/// Share of the width that a column has at most, but the problem's.
const MOST: f32 = 0.2;

pub fn show(ui: &mut Ui, session: &Session, table: TableId, paste: &Arc<Plan>, out: &mut Outbox) {
    let words = session.words();
    let has_misfits = !paste.misfits.is_empty();
    title(ui, words.text(heading(paste)));
    // Title and answers stay visible, however long the list and however large the text.
    let room = (ui.ctx().content_rect().height() - AROUND).max(80.0);
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        if !paste.names.is_empty() {
            ui.label(words.say(&Message::new("paste-names").count("n", paste.names.len())));
            if let Some((at, answer)) = names(ui, session, &paste.names) {
                let mut paste = Arc::clone(paste);
                Arc::make_mut(&mut paste).names[at].answer = answer;
                out.push(Command::Ask(Dialog::Paste { table, paste }));
            }
            ui.add_space(16.0);
        }
        if paste.one_cell.is_some() {
            ui.label(words.text("paste-one-cell"));
            ui.add_space(8.0);
        }
        if paste.made() > 0 {
            let made = Message::new("paste-made").count("n", paste.made());
            ui.label(words.say(&made));
            ui.add_space(8.0);
        }
        if paste.noted() > 0 {
            ui.label(words.say(&Message::new("paste-noted").count("n", paste.noted())));
            ui.add_space(8.0);
        }
        if has_misfits {
            ui.label(words.say(&Message::new("paste-text").count("n", paste.misfits.len())));
            misfits(ui, session, table, &paste.misfits);
        }
    });
    answers(ui, session, out);
}

/// The title, by the most serious problem.
fn heading(paste: &Plan) -> &'static str {
    if !paste.misfits.is_empty() {
        "paste-title"
    } else if !paste.names.is_empty() {
        "paste-title-names"
    } else if paste.one_cell.is_some() {
        "paste-title-one-cell"
    } else {
        "paste-title-made"
    }
}

/// Every unknown name, and the choices. Returns the one that was changed.
fn names(ui: &mut Ui, session: &Session, names: &[UnknownName]) -> Option<(usize, NameChoice)> {
    let mut answered = None;
    for (at, of) in names.iter().enumerate().take(LISTED) {
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            ui.add(Label::new(strong(&of.text, size::BODY)).truncate());
            let count = Message::new("paste-name-cells").count("n", of.count());
            ui.label(muted(ui, session.words().say(&count)));
        });
        ui.push_id(at, |ui| {
            if let Some(answer) = name(ui, session, of) {
                answered = Some((at, answer));
            }
        });
    }
    more(ui, session, names.len());
    answered
}

fn name(ui: &mut Ui, session: &Session, of: &UnknownName) -> Option<NameChoice> {
    let words = session.words();
    let mut answered = None;
    // Screen readers need the name with each choice.
    let radio = |ui: &mut Ui, is_on: bool, text: &str| {
        let response = ui.radio(is_on, text);
        let is_clicked = response.clicked();
        response.accessible_name(format!("{} : {text}", of.text));
        is_clicked
    };
    ui.horizontal_wrapped(|ui| {
        style::plain_boxes(ui);
        if radio(ui, of.answer == NameChoice::Keep, words.text("paste-name-keep")) {
            answered = Some(NameChoice::Keep);
        }
        let create = words.say(&Message::new("paste-name-create").text("kind", of.table.key()));
        if radio(ui, of.answer == NameChoice::Create, &create) {
            answered = Some(NameChoice::Create);
        }
        let linked = match of.answer {
            NameChoice::Link(row) => Some(row),
            _ => None,
        };
        // The record is chosen from the list, unless only one is likely: no guessing.
        let can_link = linked.is_some() || of.likely.is_some();
        ui.add_enabled_ui(can_link, |ui| {
            if radio(ui, linked.is_some(), words.text("paste-name-link")) {
                answered = linked.or(of.likely).map(NameChoice::Link).or(answered);
            }
        });
        let shown =
            linked.map_or_else(|| words.text("paste-name-choose").to_owned(), |row| session.label_of(of.table, row));
        let list = ComboBox::from_id_salt("link").width(260.0).selected_text(shown).truncate();
        let list = list.show_ui(ui, |ui| {
            for offer in &of.offers {
                if let Value::Reference(row) = offer.value
                    && ui.selectable_label(linked == Some(row), offer.label.as_str()).clicked()
                {
                    answered = Some(NameChoice::Link(row));
                }
            }
        });
        list.response.accessible_name(format!("{} : {}", of.text, words.text("paste-name-choose")));
    });
    answered
}

fn misfits(ui: &mut Ui, session: &Session, table: TableId, misfits: &[Misfit]) {
    let words = session.words();
    let heads = ["paste-line", "paste-column", "paste-typed", "paste-problem", "paste-outcome"];
    let row = |misfit: &Misfit| {
        let column = misfit.column.map(|info| session.grid(table).sheet().header(info.key, words));
        let outcome = words.text(if misfit.is_kept() { "paste-kept" } else { "paste-left-out" });
        let (typed, problem) = (shortened(&misfit.text), words.say(&misfit.problem));
        [words.count(misfit.line), column.unwrap_or_default(), typed, problem, outcome.to_owned()]
    };
    let rows: Vec<_> = misfits.iter().take(LISTED).map(row).collect();
    let widths = widths(ui, &heads.map(|head| words.text(head)), &rows);
    Grid::new("misfits").num_columns(5).striped(true).spacing([GAP, 6.0]).show(ui, |ui| {
        let cell = |ui: &mut Ui, place: usize, text: RichText| {
            let shown = ui.vertical(|ui| {
                ui.set_width(widths[place]);
                ui.add(Label::new(text).wrap())
            });
            shown.inner
        };
        for (place, head) in heads.iter().enumerate() {
            cell(ui, place, strong(words.text(head), size::CAPTION));
        }
        ui.end_row();
        let wrong = colour(palette(ui).error);
        for (misfit, texts) in misfits.iter().zip(&rows) {
            for (place, text) in texts.iter().enumerate() {
                let text = RichText::new(text);
                let response = cell(ui, place, if place == PROBLEM { text.color(wrong) } else { text });
                if place == TYPED {
                    response.on_hover_text(&misfit.text);
                }
            }
            ui.end_row();
        }
    });
    more(ui, session, misfits.len());
}

/// As wide as its texts for each column, within its share; the problem, which is a sentence, has the rest.
fn widths(ui: &Ui, heads: &[&str; COLUMNS], rows: &[[String; COLUMNS]]) -> [f32; COLUMNS] {
    let room = ui.available_width() - GAP * COLUMNS as f32;
    let of = |text: &str| {
        let text = WidgetText::from(text);
        text.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body).size().x.ceil() + 1.0
    };
    let mut widths = [0.0; COLUMNS];
    for (place, width) in widths.iter_mut().enumerate() {
        let texts = rows.iter().map(|row| row[place].as_str()).chain([heads[place]]);
        *width = texts.map(of).fold(0.0, f32::max).min(MOST * room);
    }
    let others: f32 = widths.iter().sum::<f32>() - widths[PROBLEM];
    widths[PROBLEM] = (room - others).max(MOST * room);
    widths
}

/// A text truncated to one line.
fn shortened(text: &str) -> String {
    const LETTERS: usize = 32;
    let mut letters = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let start: String = letters.by_ref().take(LETTERS).collect();
    if letters.next().is_some() { format!("{start}…") } else { start }
}

fn more(ui: &mut Ui, session: &Session, count: usize) {
    if count > LISTED {
        ui.label(session.words().say(&Message::new("paste-more").count("n", count - LISTED)));
    }
}

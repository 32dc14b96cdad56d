//! Quick entry: the line, what is still to ask, and the record and the figures that it would make.
//!
//! Its height does not follow the text, so that nothing jumps while somebody types.

use egui::{Grid, Label, RichText, ScrollArea, Ui, vec2};

use crate::app::style::{self, colour, muted, palette, strong};
use crate::app::{heard, offers};
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::domain::value::Value;
use crate::exchange::entry::Suggestion;
use crate::exchange::phrase::Question;
use crate::indicators::Measure;
use crate::session::command::{Command, Outbox};
use crate::session::dialog::quick::Quick;
use crate::session::{Move, Preview, PreviewRow, Session};
use crate::theme::size;

use super::{answers, field_id, line, text, title};

/// Height of what is below the line.
const BELOW: f32 = 420.0;
/// Height of what is around that.
const AROUND: f32 = 240.0;
/// Height of the answers to a question.
const LIST: f32 = 210.0;
/// Whose figures stand side by side, at most.
const BESIDE: usize = 3;
/// Height of a row.
const ROW: f32 = 20.0;

pub fn show(ui: &mut Ui, session: &Session, quick: &Quick, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("quick-title"));
    let hint = muted(ui, words.text("quick-hint"));
    text(ui, hint);
    ui.add_space(4.0);
    line(ui, session, 0, words.text("quick-line"), words.text("quick-example"), out);
    ui.add_space(8.0);
    let room = (ui.ctx().content_rect().height() - AROUND).clamp(96.0, BELOW);
    ScrollArea::vertical().id_salt("quick").max_height(room).min_scrolled_height(room).auto_shrink([false, true]).show(
        ui,
        |ui| {
            ui.set_min_height(room);
            below(ui, session, quick, out);
        },
    );
    answers(ui, session, out);
}

fn below(ui: &mut Ui, session: &Session, quick: &Quick, out: &mut Outbox) {
    if quick.line.text().trim().is_empty() {
        return if quick.done.is_empty() { examples(ui, session) } else { done(ui, session, &quick.done) };
    }
    let preview = session.preview(quick.line.text());
    for (place, question) in preview.reading.questions.iter().enumerate() {
        ask(ui, session, question, (place == 0).then_some(quick), out);
    }
    record(ui, session, &preview);
}

fn examples(ui: &mut Ui, session: &Session) {
    for key in [
        "quick-example-unit",
        "quick-example-case",
        "quick-example-change",
        "quick-example-referral",
        "quick-example-minutes",
    ] {
        ui.label(muted(ui, session.words().text(key)));
    }
}

/// What the lines before made.
fn done(ui: &mut Ui, session: &Session, done: &[String]) {
    for (place, made) in done.iter().enumerate() {
        let made = format!("✓ {made}");
        if place == 0 {
            let said = ui.label(strong(made, size::BODY).color(colour(palette(ui).accent)));
            heard::announce(&said, egui::accesskit::Live::Polite);
            ui.label(muted(ui, session.words().text("quick-undo")));
            ui.add_space(4.0);
        } else {
            ui.label(muted(ui, made));
        }
    }
}

/// A question; of the first one the answers, which the arrow keys go through.
fn ask(ui: &mut Ui, session: &Session, question: &Question, first: Option<&Quick>, out: &mut Outbox) {
    let warning = colour(palette(ui).warning);
    let said = session.words().say(&question.message);
    let said = ui.add(Label::new(RichText::new(said).color(warning)).wrap());
    let Some(quick) = first else { return };
    heard::announce(&said, egui::accesskit::Live::Polite);
    if question.choices.is_empty() {
        return;
    }
    ui.label(muted(ui, session.words().text("quick-choose")));
    ScrollArea::vertical().id_salt("answers").max_height(LIST).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let (width, count) = (ui.available_width(), question.choices.len());
        heard::list(ui, session.words().text("heard-offers"), field_id(0), |ui| {
            let mut current = None;
            for (at, choice) in question.choices.iter().enumerate() {
                let offer = offer(&choice.label, &choice.detail);
                let response = offers::show(ui, &offer, quick.at == Some(at), (at, count), vec2(width, 30.0));
                if quick.at == Some(at) {
                    current = Some(response.id);
                }
                if response.clicked() {
                    out.push(Command::TakeOffer(0, at));
                }
            }
            current
        });
    });
    ui.add_space(8.0);
}

/// An answer as a list shows it: on one line, if it is short.
fn offer(label: &str, detail: &str) -> Suggestion {
    const SHORT: usize = 32;
    let is_short = detail.chars().count() < SHORT;
    let (label, detail) = match (detail.is_empty(), is_short) {
        (true, _) => (label.to_owned(), String::new()),
        (_, true) => (format!("{label} · {detail}"), String::new()),
        _ => (label.to_owned(), detail.to_owned()),
    };
    Suggestion { detail, ..Suggestion::new(Value::Empty, label) }
}

fn record(ui: &mut Ui, session: &Session, preview: &Preview) {
    let Some(title) = &preview.title else { return };
    let words = session.words();
    style::card(ui).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        // Lines of text, not of controls.
        ui.spacing_mut().interact_size.y = ROW;
        ui.label(strong(title, size::BODY));
        if preview.rows.is_empty() {
            ui.label(muted(ui, words.text("quick-nothing-yet")));
        }
        Grid::new("quick-record").num_columns(3).spacing([16.0, 3.0]).min_row_height(ROW).show(ui, |ui| {
            preview.rows.iter().for_each(|row| value(ui, session, row));
        });
        if let Some(why) = &preview.why {
            ui.add_space(6.0);
            ui.add(Label::new(muted(ui, why)).wrap());
        }
        for (is_wrong, said) in &preview.remarks {
            let ink = if *is_wrong { palette(ui).error } else { palette(ui).warning };
            ui.add(Label::new(RichText::new(said).size(size::CAPTION).color(colour(ink))).wrap());
        }
    });
    if let Some(moves) = &preview.moves {
        ui.add_space(8.0);
        figures(ui, session, moves);
    }
}

fn value(ui: &mut Ui, session: &Session, row: &PreviewRow) {
    let warning = colour(palette(ui).warning);
    ui.label(muted(ui, &row.column));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if let Some(before) = &row.before {
            // What is overwritten is worth a look.
            ui.label(RichText::new(format!("{before} →")).color(warning));
        }
        ui.label(strong(&row.value, size::BODY));
        if let Some(note) = row.note {
            ui.label(RichText::new(session.words().text(note)).size(size::CAPTION).color(warning));
        }
    });
    ui.add(Label::new(muted(ui, &row.words)).truncate());
    ui.end_row();
}

/// The figures that move: a row each, the region and the landlords side by side.
fn figures(ui: &mut Ui, session: &Session, moves: &[Move]) {
    let words = session.words();
    let period = session.running_period().unwrap_or_default();
    let key = if moves.is_empty() { "quick-no-moves" } else { "quick-moves" };
    let has_period = if period.is_empty() { "no" } else { "yes" };
    let heading = Message::new(key).text("period", period).text("has", has_period);
    ui.label(muted(ui, words.say(&heading)));
    let (mut whose, mut measures) = (Vec::new(), Vec::new());
    for found in moves {
        if !whose.contains(&found.landlord) && whose.len() < BESIDE {
            whose.push(found.landlord);
        }
        if !measures.contains(&found.measure) {
            measures.push(found.measure);
        }
    }
    ui.spacing_mut().interact_size.y = ROW;
    Grid::new("quick-moves").num_columns(whose.len() + 1).spacing([24.0, 2.0]).min_row_height(ROW).show(ui, |ui| {
        if !moves.is_empty() {
            ui.label("");
            for landlord in &whose {
                let name = landlord.map(|row| session.label_of(TableId::Landlords, row));
                ui.label(muted(ui, name.unwrap_or_else(|| words.text("region").to_owned())));
            }
            ui.end_row();
        }
        for measure in measures {
            ui.label(words.text(name(measure)));
            for landlord in &whose {
                let of = moves.iter().find(|found| (found.landlord, found.measure) == (*landlord, measure));
                ui.label(strong(of.map(|found| said(session, found)).unwrap_or_default(), size::BODY));
            }
            ui.end_row();
        }
    });
    let others: Vec<String> = moves
        .iter()
        .filter(|found| !whose.contains(&found.landlord))
        .filter_map(|found| Some((session.label_of(TableId::Landlords, found.landlord?), found)))
        .map(|(landlord, found)| format!("{landlord} {}", said(session, found)))
        .collect();
    if !others.is_empty() {
        ui.add(Label::new(muted(ui, others.join(" ; "))).wrap());
    }
}

fn said(session: &Session, found: &Move) -> String {
    let number = |n: u64| session.words().number(i64::try_from(n).unwrap_or(i64::MAX));
    let message = Message::new("quick-move").text("from", number(found.from)).text("to", number(found.to));
    let has_target = if found.target.is_some() { "yes" } else { "no" };
    let message = message.text("target", found.target.map(number).unwrap_or_default()).text("has", has_target);
    session.words().say(&message)
}

const fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::Units => "card-units",
        Measure::UnitsToPublish => "quick-to-publish",
        Measure::Relocations => "card-relocations",
        Measure::UnderWay => "quick-under-way",
        Measure::Women => "card-women",
        _ => "quick-children",
    }
}

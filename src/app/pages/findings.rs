//! The findings page; each finding links to its cell.

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::app::style::{self, colour, muted, palette, strong};
use crate::app::{explain, heard, striking};
use crate::domain::check::{Finding, FindingPlace, Severity};
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::session::Session;
use crate::session::command::Outbox;
use crate::session::page::Page;
use crate::theme::size;

use super::{empty, header, list};

/// Height of severity and place, and of the two texts below them if there is no room beside.
const HEAD: f32 = 34.0;
const SAID: f32 = 80.0;
/// Height of a line with the texts beside.
const WIDE: f32 = 48.0;
/// Width that the texts need beside, the longest on one line.
const ROOM: f32 = 1000.0;
/// Width of the button that opens a place, at most.
const PLACE: f32 = 260.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    header::alone(ui, session, words.text("page-findings"));
    let findings = session.findings();
    if findings.is_empty() {
        return empty::show(ui, session, words.text("findings-none"), &[Page::Todo], out);
    }
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let count = Message::new("findings-count").count("n", findings.len()).count("errors", errors);
    ui.label(style::muted(ui, words.say(&count)));
    style::card(ui).show(ui, |ui| {
        let is_wide = ui.available_width() >= ROOM;
        let line_height = if is_wide { WIDE } else { HEAD + SAID };
        let height = line_height - ui.spacing().item_spacing.y;
        let at_hand = session.finding_at_hand();
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, height, findings.len(), |ui, shown| {
            if let Some((at, finding)) = at_hand {
                let below = (at as f32 - shown.start as f32) * line_height;
                let said = heard::joined(&[place(session, &finding.place), words.advice(&finding.message)]);
                let rect = list::line(ui, below, line_height);
                list::cursor(ui, session, rect, (session.finding_moves(), line_height), &said);
            }
            for finding in findings.get(shown).unwrap_or(&[]) {
                line(ui, session, finding, is_wide, out);
            }
        });
    });
}

/// The label of a place.
fn place(session: &Session, place: &FindingPlace) -> String {
    let words = session.words();
    let table_name = |table: TableId| words.text(&format!("table-{}", table.key())).to_owned();
    match *place {
        FindingPlace::Cell(cell) => place_of(session, cell),
        FindingPlace::Past(cell) if session.dataset().table(cell.table).contains(cell.row) => place_of(session, cell),
        FindingPlace::Past(cell) => format!("{} · {}", table_name(cell.table), words.text("removed-record")),
        FindingPlace::View { table, number } => {
            let view = words.say(&Message::new("finding-view-number").count("n", number));
            format!("{} · {view}", table_name(table))
        }
    }
}

fn place_of(session: &Session, cell: CellRef) -> String {
    let column = session.words().text(&cell.table.column_word(cell.column)).to_owned();
    format!("{} · {column}", session.label_of(cell.table, cell.row))
}

/// Severity, place, what is wrong and what to do, and the button of what answers it.
fn line(ui: &mut Ui, session: &Session, finding: &Finding, is_wide: bool, out: &mut Outbox) {
    let place = place(session, &finding.place);
    let (words, height) = (session.words(), if is_wide { WIDE } else { HEAD });
    ui.horizontal(|ui| {
        ui.set_height(height - ui.spacing().item_spacing.y);
        ui.spacing_mut().interact_size.y = HEAD - 8.0;
        ui.spacing_mut().button_padding.y = 0.0;
        let p = palette(ui);
        let (word, ink) = match finding.severity {
            Severity::Error => ("severity-error", p.error),
            Severity::Warning => ("severity-warning", p.warning),
        };
        let severity = egui::Label::new(strong(words.text(word), size::CAPTION).color(colour(ink)));
        ui.add_sized([84.0, HEAD - 8.0], severity.halign(Align::LEFT));
        let width = PLACE.min(ui.available_width() * 0.6);
        let button = egui::Button::new(place.as_str()).truncate().min_size(vec2(width, HEAD - 8.0));
        let opens = ui.add_sized([width, HEAD - 8.0], button);
        heard::describe(&opens, heard::joined(&[words.text(word), &words.advice(&finding.message)]));
        explain::named(&opens, &words.say(&finding.message), words);
        if opens.clicked() {
            out.push(session.go_to_finding(&finding.place));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            striking::offer(ui, session, finding, &place, out);
            if is_wide {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| said(ui, session, finding));
            }
        });
    });
    if !is_wide {
        ui.allocate_ui(vec2(ui.available_width(), SAID - ui.spacing().item_spacing.y), |ui| {
            ui.set_min_height(SAID - ui.spacing().item_spacing.y);
            said(ui, session, finding);
        });
    }
}

/// What is wrong, and under it what to do.
fn said(ui: &mut Ui, session: &Session, finding: &Finding) {
    let words = session.words();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let text = words.say(&finding.message);
        explain::named(&ui.add(egui::Label::new(&text).wrap()), &text, words);
        if let Some(remedy) = words.remedy(&finding.message) {
            ui.add(egui::Label::new(muted(ui, remedy)).wrap());
        }
    });
}

//! The findings page; each finding links to its cell.

use egui::{Align, Layout, ScrollArea, Ui};

use crate::app::striking;
use crate::app::style::{self, colour, palette, strong};
use crate::domain::check::{Finding, FindingPlace, Severity};
use crate::domain::message::Message;
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::page::{Page, Section};
use crate::theme::size;

use super::header;

const LINE: f32 = 34.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    header::show(ui, session, words.text("page-findings"), |_| ());
    let findings = session.findings();
    if findings.is_empty() {
        ui.add_space(48.0);
        ui.vertical_centered(|ui| ui.label(words.text("findings-none")));
        return;
    }
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let count = Message::new("findings-count").count("n", findings.len()).count("errors", errors);
    ui.label(style::muted(ui, words.say(&count)));
    style::card(ui).show(ui, |ui| {
        let height = LINE - ui.spacing().item_spacing.y;
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, height, findings.len(), |ui, shown| {
            for finding in findings.get(shown).unwrap_or(&[]) {
                line(ui, session, finding, out);
            }
        });
    });
}

/// The label of a place, and the command that goes there.
fn place(session: &Session, place: &FindingPlace) -> (String, Command) {
    let words = session.words();
    match *place {
        FindingPlace::Cell(cell) => {
            let column = words.text(&cell.table.column_word(cell.column)).to_owned();
            (format!("{} · {column}", session.label_of(cell.table, cell.row)), Command::Reveal(cell))
        }
        FindingPlace::View { table, number } => {
            let view = words.say(&Message::new("finding-view-number").count("n", number));
            let table_name = words.text(&format!("table-{}", table.key())).to_owned();
            (format!("{table_name} · {view}"), Command::Go(Page::Section(Section::of(table))))
        }
    }
}

fn line(ui: &mut Ui, session: &Session, finding: &Finding, out: &mut Outbox) {
    let p = palette(ui);
    let words = session.words();
    ui.horizontal(|ui| {
        ui.set_height(LINE - ui.spacing().item_spacing.y);
        ui.spacing_mut().interact_size.y = LINE - 8.0;
        ui.spacing_mut().button_padding.y = 0.0;
        let (word, ink) = match finding.severity {
            Severity::Error => ("severity-error", p.error),
            Severity::Warning => ("severity-warning", p.warning),
        };
        let severity = egui::Label::new(strong(words.text(word), size::CAPTION).color(colour(ink)));
        ui.add_sized([84.0, LINE - 8.0], severity.halign(egui::Align::LEFT));
        let (place, go) = place(session, &finding.place);
        let button = egui::Button::new(place.as_str()).truncate().min_size(egui::vec2(260.0, LINE - 8.0));
        if ui.add_sized([260.0, LINE - 8.0], button).clicked() {
            out.push(go);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            striking::offer(ui, session, finding, &place, out);
            let text = egui::Label::new(words.say(&finding.message)).truncate();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(text));
        });
    });
}

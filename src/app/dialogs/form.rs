//! A form: the record that it is about, its fields, and under the field with the keyboard what its text may mean.

use egui::{ScrollArea, Ui, vec2};

use crate::app::style::muted;
use crate::domain::proposal::{Proposal, Reason};
use crate::domain::value::Value;
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::dialog::form::{Form, FormField};
use crate::session::focus::Focus;

use super::{answers, line, title};
use crate::app::offers;

/// Height of a list of offers.
const LIST: f32 = 216.0;

pub fn show(ui: &mut Ui, session: &Session, form: &Form, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text(form.act.words().0));
    let (table, row) = form.act.about();
    ui.label(muted(ui, session.label_of(table, row)));
    ui.add_space(6.0);
    for (place, field) in form.fields.iter().enumerate() {
        let word = field.table.column_word(field.column);
        let name = words.text(&word);
        ui.label(name);
        line(ui, session, place, name, "", out);
        if session.focus() == Focus::Field(place) && !field.offers.is_empty() {
            list(ui, field, place, out);
        }
        ui.add_space(4.0);
    }
    if form.fields.iter().any(may_not_hold) {
        ui.label(words.text("form-may-not-hold"));
    }
    if let Err(problem) = session.filled(form) {
        ui.label(muted(ui, words.say(&problem)));
    }
    answers(ui, session, out);
}

fn list(ui: &mut Ui, field: &FormField, place: usize, out: &mut Outbox) {
    ScrollArea::vertical().id_salt(("offers", place)).max_height(LIST).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let width = ui.available_width();
        for (at, offer) in field.offers.iter().enumerate() {
            let response = ui.add(offers::button(ui, offer, field.at == Some(at)).min_size(vec2(width, 30.0)));
            if field.at == Some(at) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                out.push(Command::TakeOffer(place, at));
            }
        }
    });
}

/// Whether a reason for a refusal may not hold against a victim of violence: her ties to the place, the couple's
/// income, the home that she had to leave.
fn may_not_hold(field: &FormField) -> bool {
    let chosen = field.at.and_then(|at| field.offers.get(at)).map(|offer| &offer.value);
    let Some(Value::Choice(key)) = field.taken.as_ref().or(chosen) else { return false };
    let reasons = [Reason::NoLocalTies, Reason::IncomeCeiling, Reason::IncomeTooLow, Reason::OwnsHome];
    field.column == Proposal::KEYS.reason && reasons.iter().any(|reason| reason.key() == key)
}

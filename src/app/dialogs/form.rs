//! A form: the record that it is about, its fields, and under the field with the keyboard what its text may mean.

use egui::{RichText, ScrollArea, Ui, vec2};

use crate::app::style::{colour, muted, palette};
use crate::domain::proposal::{Proposal, Reason};
use crate::domain::value::Value;
use crate::session::command::{Command, Outbox};
use crate::session::dialog::form::{Form, FormField};
use crate::session::focus::Focus;
use crate::session::{Remark, Session};
use crate::theme::size;

use super::{answers, field_id, line, text, title};
use crate::app::{heard, offers};

/// Height of a list of offers.
const LIST: f32 = 216.0;
/// Height of what is around the fields: title, problem, answers, margins.
const AROUND: f32 = 230.0;
/// Height that the fields have in any case.
const LEAST: f32 = 96.0;

pub fn show(ui: &mut Ui, session: &Session, form: &Form, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text(form.act.words().0));
    let about = muted(ui, session.about(form.act));
    text(ui, about);
    if let Some(follows) = form.act.follows() {
        text(ui, words.text(follows));
    }
    ui.add_space(6.0);
    // With large text a form may be taller than the window: its answers stay in sight.
    let room = (ui.ctx().content_rect().height() - AROUND).max(LEAST);
    ScrollArea::vertical().id_salt("form").max_height(room).show(ui, |ui| fields(ui, session, form, room, out));
    match session.filled(form) {
        Err(problem) => {
            ui.label(muted(ui, words.say(&problem)));
        }
        Ok(_) if is_only_doubtful(&session.remarks(form)) => {
            ui.label(muted(ui, words.text("form-doubtful")));
        }
        Ok(_) => {}
    }
    answers(ui, session, out);
}

fn is_only_doubtful(remarks: &[Remark]) -> bool {
    !remarks.is_empty() && remarks.iter().all(|remark| !remark.is_wrong)
}

fn fields(ui: &mut Ui, session: &Session, form: &Form, room: f32, out: &mut Outbox) {
    let words = session.words();
    let remarks = session.remarks(form);
    for (place, field) in form.fields.iter().enumerate().filter(|(place, _)| form.is_shown(*place)) {
        let word = field.word();
        let name = words.text(&word);
        let has_keyboard = session.focus() == Focus::Field(place);
        let whole = ui.scope(|ui| {
            ui.label(name);
            line(ui, session, place, name, "", out);
            if has_keyboard && !field.offers.is_empty() {
                list(ui, session, (field, place), LIST.min(0.6 * room), out);
            }
        });
        moved_to(ui, &whole.response, has_keyboard.then_some(place));
        if field.is_usual {
            ui.label(muted(ui, words.text("form-usual")));
        }
        for remark in remarks.iter().filter(|remark| remark.field == place) {
            let ink = if remark.is_wrong { palette(ui).error } else { palette(ui).warning };
            ui.add(egui::Label::new(RichText::new(&remark.text).size(size::CAPTION).color(colour(ink))).wrap());
        }
        ui.add_space(4.0);
    }
    if form.fields.iter().any(may_not_hold) {
        ui.label(words.text("form-may-not-hold"));
    }
}

/// Scrolls to the field that just got the keyboard, with its list.
fn moved_to(ui: &Ui, field: &egui::Response, place: Option<usize>) {
    let Some(place) = place else { return };
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(egui::Id::unique("form-field"), 0), place));
    if before != place {
        field.scroll_to_me(None);
    }
}

fn list(ui: &mut Ui, session: &Session, (field, place): (&FormField, usize), height: f32, out: &mut Outbox) {
    ScrollArea::vertical().id_salt(("offers", place)).max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let width = ui.available_width();
        heard::list(ui, session.words().text("heard-offers"), field_id(place), |ui| {
            let mut current = None;
            for (at, offer) in field.offers.iter().enumerate() {
                offers::heading(ui, &field.offers, at);
                let response =
                    offers::show(ui, offer, field.at == Some(at), (at, field.offers.len()), vec2(width, 30.0));
                if field.at == Some(at) {
                    current = Some(response.id);
                }
                if response.clicked() {
                    out.push(Command::TakeOffer(place, at));
                }
            }
            current
        });
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

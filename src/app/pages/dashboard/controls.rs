//! The controls of the dashboard: period and day.

use egui::{Popup, PopupCloseBehavior, Ui};

use crate::app::action;
use crate::app::calendar::{self, Picked};
use crate::app::style::muted;
use crate::domain::message::Message;
use crate::exchange::show;
use crate::indicators::Span;
use crate::session::Session;
use crate::session::command::{Command, Outbox};

/// From the right.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    action::button(ui, session, "charts", out);
    day(ui, session, out);
    period(ui, session, out);
}

fn day(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    let as_of = session.view().as_of;
    let button = ui.button(words.say(&Message::new("as-of").date("date", as_of)));
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        // The displayed month belongs to the popup, and is reset when it closes.
        let id = egui::Id::unique("as-of-month");
        let month = ui.data(|data| data.get_temp(id)).unwrap_or(as_of);
        match calendar::show(ui, words, month, Some(as_of), session.today()) {
            Some(Picked::Month(month)) => {
                ui.data_mut(|data| data.insert_temp(id, month));
            }
            Some(Picked::Day(day)) => {
                out.push(Command::AsOf(day));
                ui.data_mut(|data| data.remove::<chrono::NaiveDate>(id));
                ui.close();
            }
            None => {}
        }
        replay(ui, session, out);
    });
}

/// A slider over the committees, to see the convention as it was at each.
fn replay(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let (words, as_of) = (session.words(), session.view().as_of);
    let days = session.committee_days();
    let Some(last) = days.len().checked_sub(1) else { return };
    ui.add_space(6.0);
    ui.spacing_mut().slider_width = ui.available_width();
    let mut at = days.iter().rposition(|day| *day <= as_of).unwrap_or(0);
    let slider = ui.add_enabled(last > 0, egui::Slider::new(&mut at, 0..=last).show_value(false));
    slider.clone().accessible_name(words.text("replay"));
    if slider.changed()
        && let Some(day) = days.get(at)
    {
        out.push(Command::AsOf(*day));
    }
    let key = if days.get(at) == Some(&as_of) { "replay-at" } else { "replay-after" };
    ui.label(muted(ui, words.say(&Message::new(key).date("day", days.get(at).copied().unwrap_or(as_of)))));
}

fn period(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    let name = |span| show::span(span, session.dataset(), words);
    let current = session.view().span;
    let spans = session.dataset().periods.iter().map(|period| Span::Period(period.id())).chain([Span::SinceStart]);
    let choice = egui::ComboBox::from_id_salt("period").selected_text(name(current)).show_ui(ui, |ui| {
        for span in spans {
            if ui.selectable_label(span == current, name(span)).clicked() {
                out.push(Command::Span(span));
            }
        }
    });
    choice.response.accessible_name(words.text("period"));
}

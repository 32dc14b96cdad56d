//! The controls of the dashboard: period and day.

use egui::{Popup, PopupCloseBehavior, Ui};

use crate::app::action;
use crate::app::calendar::{self, Picked};
use crate::domain::message::Message;
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
    });
}

fn period(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    let name = |span| match span {
        Span::Period(row) => {
            let name = session.dataset().periods.find(row).map(|period| period.name.clone()).unwrap_or_default();
            words.say(&Message::new("period-of").text("name", name))
        }
        Span::SinceStart => words.text("since-start").to_owned(),
    };
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

//! The latest message to the user, until closed or replaced.
//!
//! It floats over the bottom of the page, so that nothing moves under the pointer.

use egui::accesskit::Live;
use egui::{Align2, Area, Frame, Id, Label, Order, RichText, Stroke, Ui, vec2};

use crate::app::heard;
use crate::app::style::{colour, palette};
use crate::session::command::{Command, Outbox};
use crate::session::dialog::Dialog;
use crate::session::{Notice, NoticeKind, Session};

pub fn show(ui: &Ui, session: &Session, out: &mut Outbox) {
    let Some(notice) = session.notice() else { return };
    // Those dialogs show it themselves.
    let copies = matches!(session.dialog(), Some(Dialog::Charts(_) | Dialog::Figures { .. }));
    if copies && notice.is_of_copying() {
        return;
    }
    let Notice { message, kind } = notice;
    let is_problem = *kind != NoticeKind::Done;
    let p = palette(ui);
    let (back, ink) = if is_problem { (p.error_back, p.error) } else { (p.surface, p.ink) };
    let width = (ui.max_rect().width() - 200.0).clamp(320.0, 720.0);
    Area::new(Id::unique("notice")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, vec2(104.0, -48.0)).show(
        ui.ctx(),
        |ui| {
            let frame = Frame::new()
                .fill(colour(back))
                .stroke(Stroke::new(1.0, colour(if is_problem { p.error } else { p.border })))
                .corner_radius(8)
                .shadow(ui.visuals().popup_shadow)
                .inner_margin(egui::Margin::symmetric(16, 8));
            frame.show(ui, |ui| {
                ui.set_max_width(width);
                ui.horizontal(|ui| {
                    let text = RichText::new(session.words().say(message)).color(colour(ink));
                    ui.scope(|ui| {
                        ui.set_max_width(width - 110.0);
                        let live = if is_problem { Live::Assertive } else { Live::Polite };
                        heard::announce(&ui.add(Label::new(text).wrap()), live);
                    });
                    if ui.button(session.words().text("close")).clicked() {
                        out.push(Command::DismissNotice);
                    }
                });
            });
        },
    );
}

//! The latest message to the user, until closed or replaced.
//!
//! It floats beside the menus, or below them where there is no room: over the title, never over rows, and nothing moves
//! under the pointer.

use egui::accesskit::Live;
use egui::{Align2, Area, Frame, Id, Label, Order, RichText, Stroke, Ui, pos2};

use crate::app::style::{colour, palette};
use crate::app::{heard, striking};
use crate::session::command::{Command, Outbox};
use crate::session::dialog::Dialog;
use crate::session::{Notice, NoticeKind, Session};

/// In less room beside the menus a notice goes below them.
const LEAST: f32 = 400.0;
/// A wider line is tiring to read.
const MOST: f32 = 620.0;

/// Shows it, from within the row of the menus.
pub fn show(ui: &Ui, session: &Session, out: &mut Outbox) {
    let Some(notice) = session.notice() else { return };
    // Those dialogs show it themselves.
    let copies = matches!(session.dialog(), Some(Dialog::Charts(_) | Dialog::Figures { .. }));
    if copies && notice.is_of_copying() {
        return;
    }
    let Notice { message, kind, personal } = notice;
    let is_problem = *kind != NoticeKind::Done;
    let p = palette(ui);
    let (back, ink) = if is_problem { (p.error_back, p.error) } else { (p.surface, p.ink) };
    let row = ui.min_rect();
    let room = row.with_min_x(ui.cursor().left().min(row.right()));
    let has_room = room.width() >= LEAST;
    let width = if has_room { room.width().min(MOST) } else { ui.max_rect().width().min(MOST) };
    let top = if has_room { room.top() } else { room.bottom() + 4.0 };
    let area = Area::new(Id::unique("notice")).order(Order::Foreground).pivot(Align2::RIGHT_TOP);
    area.fixed_pos(pos2(room.right(), top)).show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(colour(back))
            .stroke(Stroke::new(1.0, colour(if is_problem { p.error } else { p.border })))
            .corner_radius(8)
            .shadow(ui.visuals().popup_shadow)
            .inner_margin(egui::Margin { left: 14, right: 4, top: 2, bottom: 2 });
        frame.show(ui, |ui| {
            ui.set_max_width(width - 18.0);
            ui.spacing_mut().interact_size.y = 26.0;
            ui.spacing_mut().button_padding.y = 2.0;
            ui.horizontal(|ui| {
                let text = RichText::new(session.words().say(message)).color(colour(ink));
                ui.scope(|ui| {
                    ui.set_max_width(width - if personal.is_some() { 190.0 } else { 110.0 });
                    let live = if is_problem { Live::Assertive } else { Live::Polite };
                    heard::announce(&ui.add(Label::new(text).wrap()), live);
                });
                if let Some(finding) = personal {
                    striking::offer(ui, session, finding, session.words().text("personal-place"), out);
                }
                if ui.button(session.words().text("close")).clicked() {
                    out.push(Command::DismissNotice);
                }
            });
        });
    });
}

//! Striking out where the user is: the menu of a field of the card, and the button of a finding that it answers.
//! Owns neither the question nor what is struck out.

use egui::{Response, Ui};

use crate::app::style::muted;
use crate::domain::check::Finding;
use crate::domain::id::CellRef;
use crate::edit::Strike;
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::targets;

/// The menu of a cell, by the secondary button or the menu key.
pub fn menu(response: &Response, session: &Session, cell: CellRef, out: &mut Outbox) {
    response.context_menu(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 28.0;
        ui.spacing_mut().button_padding.y = 3.0;
        let strikes = [
            ("action-strike-cell", Strike::Cell(cell)),
            ("action-strike-record", Strike::Record(cell.table, cell.row)),
        ];
        for (name, strike) in strikes {
            let command = targets::strike(session, strike);
            if ui.add_enabled(command.is_some(), egui::Button::new(session.words().text(name))).clicked() {
                out.extend(command);
            }
        }
    });
}

/// The button that strikes out what a finding means: personal data, or closed cases past the retention period.
/// `place` tells it from those of other findings.
pub fn offer(ui: &mut Ui, session: &Session, finding: &Finding, place: &str, out: &mut Outbox) {
    let word = match () {
        () if session.is_read_only() => return,
        () if finding.is_personal() => "strike-offer",
        () if finding.is_of_retention() => "purge-offer",
        () => return,
    };
    let name = session.words().text(word);
    let button = ui.button(muted(ui, name));
    if button.clicked() {
        let is_personal = finding.is_personal();
        out.push(if is_personal { Command::AskStrikeFound(finding.clone()) } else { Command::AskPurge });
    }
    button.accessible_name(format!("{name} {place}"));
}

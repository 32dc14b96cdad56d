//! Charts for a report: which, how large, as what; copied or written.

use egui::{ScrollArea, Ui};

use crate::app::command::{ChartExport, Command, Outbox, Purpose};
use crate::app::state::{Notice, State, chart_word};
use crate::app::style::muted;
use crate::chart::kind::Chart;
use crate::chart::out::picture::{Format, Picture, Size};

use super::{Dialog, answers, title};

/// Height of what stands around the choices: title, buttons, what was copied, margins.
const AROUND: f32 = 250.0;

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, export: ChartExport, out: &mut Outbox) {
    let words = state.words();
    let mut next = export;
    title(ui, words.text("charts-title"));
    // With large text the window may be low: the buttons stay in sight.
    let room = (ui.ctx().content_rect().height() - AROUND).max(80.0);
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        choices(ui, words.text("charts-which"), |ui| {
            for chart in state.charts() {
                let name = words.text(&chart_word(chart)).to_owned();
                ui.radio_value(&mut next.chart, Some(chart), name);
            }
            ui.radio_value(&mut next.chart, None, words.text("charts-all"));
        });
        choices(ui, words.text("charts-size"), |ui| {
            for size in Size::ALL {
                ui.radio_value(&mut next.picture.size, size, words.text(&format!("picture-size-{}", size.key())));
            }
        });
        choices(ui, words.text("charts-format"), |ui| {
            ui.radio_value(&mut next.picture.format, Format::Png, words.text("picture-png"));
            ui.radio_value(&mut next.picture.format, Format::Svg, words.text("picture-svg"));
        });
        ui.add_space(6.0);
        ui.checkbox(&mut next.picture.transparent, words.text("charts-transparent"));
        if next.picture.format == Format::Png {
            choices(ui, words.text("charts-scale"), |ui| {
                for scale in 1..=3_u8 {
                    ui.radio_value(&mut next.picture.scale, scale, format!("{scale}\u{a0}×"));
                }
            });
        }
    });
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let copy = |word, command: fn(Chart, Picture) -> Command| {
            (egui::Button::new(words.text(word)), next.chart.map(|chart| command(chart, next.picture)))
        };
        for (button, command) in [
            copy("charts-copy", Command::CopyChart),
            copy("charts-copy-figures", |chart, _| Command::CopyFigures(chart)),
        ] {
            // The dialog stays: several charts are copied in a row.
            if ui.add_enabled(command.is_some(), button).clicked() {
                out.extend(command);
            }
        }
        let button = egui::Button::new(words.text("charts-show-figures"));
        if ui.add_enabled(next.chart.is_some(), button).clicked() {
            out.extend(next.chart.map(|chart| Command::Ask(Dialog::figures(state, chart))));
        }
    });
    copied(ui, state);
    if next != export {
        out.push(Command::Ask(Dialog::Charts(next)));
    }
    let name = match next.chart {
        Some(chart) => state.chart_file(chart, next.picture),
        None => words.text("charts-folder").to_owned(),
    };
    let path = state.suggested_path(&name).display().to_string();
    let save = Command::Ask(Dialog::Path { purpose: Purpose::Charts(next), path });
    answers(ui, state, vec![("charts-go", Some(save))], out);
}

/// What was copied: the page's own notice is under the dialog.
pub(super) fn copied(ui: &mut Ui, state: &State) {
    if let Some(Notice { message, .. }) = state.notice().filter(|notice| notice.is_of_copying()) {
        ui.label(muted(ui, state.words().say(message)));
    }
}

fn choices(ui: &mut Ui, heading: &str, content: impl FnOnce(&mut Ui)) {
    ui.add_space(6.0);
    ui.label(muted(ui, heading));
    ui.horizontal_wrapped(content);
}

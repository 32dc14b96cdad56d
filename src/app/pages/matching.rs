//! Which unit fits which case: who would be housed, and for the case that is looked at each unit with its doubts.

use egui::text::LayoutJob;
use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::app::heard;
use crate::app::style::{self, colour, muted, palette, regular};
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{Kind, TableId};
use crate::domain::value::{ColumnValue, Value};
use crate::exchange::{entry, show};
use crate::matching::{Criterion, Fit, Match};
use crate::session::act::Act;
use crate::session::command::{Command, Outbox};
use crate::session::page::{Page, Section};
use crate::session::{Fitting, Overview, Session};
use crate::theme::{Rgb, size};

use super::{empty, header};

/// Height of a case, and of a unit.
const LINE: f32 = 66.0;
/// Share of the width that the cases have.
const CASES: f32 = 0.36;
/// Height that the lists have in any case.
const LEAST: f32 = 240.0;
/// Width that both need side by side.
const ROOM: f32 = 900.0;
/// Between cases and units.
const GAP: f32 = 8.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    header::show(ui, session, words.text("page-matching"), |_| ());
    let Some(overview) = session.matches() else {
        ui.label(muted(ui, words.text("matching-working")));
        return;
    };
    let assignment = &overview.assignment;
    let (housed, all) = (assignment.pairs.len(), assignment.pairs.len() + assignment.left.len());
    if assignment.cases().next().is_none() {
        let needs = Page::Section(Section::Relocations);
        return empty::show(ui, session, words.text("matching-none"), &[needs], out);
    }
    let height = ui.available_height();
    ScrollArea::vertical().id_salt("matching").auto_shrink(false).show(ui, |ui| {
        let count = Message::new("matching-count").count("housed", housed).count("all", all);
        ui.label(words.say(&count.count("homes", assignment.homes)));
        // Before what comes and goes, so that it stays under the pointer.
        criteria(ui, session, out);
        for line in [missing(session, overview), under(session, overview)].into_iter().flatten() {
            ui.add(egui::Label::new(muted(ui, line)).wrap());
        }
        ui.add_space(4.0);
        let used = ui.min_rect().height();
        columns(ui, session, overview, (height - used).max(LEAST), out);
    });
}

/// The cases, and beside them, or below with little room, the units for the one that is looked at.
fn columns(ui: &mut Ui, session: &Session, overview: &Overview, height: f32, out: &mut Outbox) {
    let width = ui.available_width();
    let is_wide = width >= ROOM;
    let (cases_size, units_size) = if is_wide {
        (vec2(width * CASES, height), vec2(width * (1.0 - CASES) - GAP, height))
    } else {
        (vec2(width, LEAST), vec2(width, LEAST))
    };
    let content = |ui: &mut Ui| {
        let mut column = |size: egui::Vec2, content: &mut dyn FnMut(&mut Ui)| {
            ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                style::card(ui).show(ui, |ui| {
                    ui.set_min_size(ui.available_size());
                    content(ui);
                });
            });
        };
        column(cases_size, &mut |ui| cases(ui, session, overview, out));
        column(units_size, &mut |ui| match session.fitting() {
            Some((case, homes)) => units(ui, session, case, homes, out),
            None => {
                ui.label(session.words().text("matching-choose"));
            }
        });
    };
    if is_wide {
        ui.horizontal_top(content)
    } else {
        ui.vertical(content)
    };
}

/// The homes that are missing for those who are left.
fn missing(session: &Session, overview: &Overview) -> Option<String> {
    let words = session.words();
    let lens = session.lens();
    let one = |((dwelling, place), count): &((Option<_>, Option<_>), usize)| {
        let shown = |value: Value, column| {
            let kind = TableId::Relocations.column(column).map_or(Kind::Text, |info| info.kind);
            show::value(&value, kind, &lens, words)
        };
        let keys = Relocation::KEYS;
        let kinds: Vec<_> = dwelling.iter().copied().collect();
        let places: Vec<_> = place.iter().cloned().collect();
        let what = [shown(kinds.to_value(), keys.dwellings), shown(places.to_value(), keys.wanted)];
        let what: Vec<_> = what.into_iter().filter(|text| !text.is_empty()).collect();
        let what = if what.is_empty() { words.text("matching-any").to_owned() } else { what.join(" · ") };
        format!("{} × {what}", words.count(*count))
    };
    let mut list: Vec<_> = overview.missing.iter().map(one).collect();
    let listed: usize = overview.missing.iter().map(|(_, count)| count).sum();
    let others = overview.assignment.left.len().saturating_sub(listed);
    if others > 0 {
        list.push(words.say(&Message::new("matching-others").count("n", others)));
    }
    (!list.is_empty()).then(|| words.say(&Message::new("matching-missing").text("list", list.join("\u{a0}; "))))
}

/// Landlords that still owe units.
fn under(session: &Session, overview: &Overview) -> Option<String> {
    let names: Vec<_> = overview.under.iter().map(|row| session.label_of(TableId::Landlords, *row)).collect();
    let message = || Message::new("matching-under").text("list", names.join(", "));
    (!names.is_empty()).then(|| session.words().say(&message()))
}

fn criteria(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    ui.horizontal_wrapped(|ui| {
        ui.label(words.text("matching-criteria"));
        style::plain_boxes(ui);
        for criterion in Criterion::ALL.iter().copied() {
            let mut is_on = !session.is_switched_off(criterion);
            let name = words.text(&format!("choice-criterion-{}", criterion.key())).to_owned();
            if ui.checkbox(&mut is_on, name).changed() {
                out.push(Command::Switch(criterion));
            }
        }
    });
}

/// Who would be housed, to whom a home is proposed, then who is left, the longest waits first in each.
fn cases(ui: &mut Ui, session: &Session, overview: &Overview, out: &mut Outbox) {
    let assignment = &overview.assignment;
    let pairs = assignment.pairs.iter().map(|(case, unit)| (*case, CaseHome::Assigned(*unit)));
    let under_way = assignment.under_way.iter().map(|(case, unit)| (*case, CaseHome::Proposed(*unit)));
    let left = assignment.left.iter().map(|case| (*case, CaseHome::None));
    let all: Vec<_> = pairs.chain(under_way).chain(left).collect();
    let current = session.fitting().map(|(case, _)| case);
    ScrollArea::vertical().id_salt("cases").auto_shrink(false).show_rows(
        ui,
        LINE - ui.spacing().item_spacing.y,
        all.len(),
        |ui, shown| {
            for (case, home) in all.get(shown).unwrap_or(&[]) {
                self::case(ui, session, (*case, *home), current == Some(*case), out);
            }
        },
    );
}

/// The home of a case that waits.
#[derive(Clone, Copy)]
enum CaseHome {
    Assigned(RowId),
    Proposed(RowId),
    None,
}

fn case(ui: &mut Ui, session: &Session, (case, home): (RowId, CaseHome), is_current: bool, out: &mut Outbox) {
    let words = session.words();
    let label = |unit| session.label_of(TableId::Units, unit);
    let home = match home {
        CaseHome::Assigned(unit) => format!("→ {}", label(unit)),
        CaseHome::Proposed(unit) => words.say(&Message::new("matching-proposed").text("unit", label(unit))),
        CaseHome::None => words.text("matching-left").to_owned(),
    };
    let label = format!("{} {home}", session.label_of(TableId::Relocations, case));
    let detail = entry::detail(TableId::Relocations, case, &session.lens(), words);
    let size = vec2(ui.available_width(), LINE - ui.spacing().item_spacing.y);
    let response = ui.add_sized(size, egui::Button::selectable(is_current, ""));
    let inner = response.rect.shrink2(vec2(10.0, 1.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| two_lines(ui, &label, &detail, palette(ui).ink));
    if response.clicked() {
        out.push(Command::LookAt(case));
    }
    response.accessible_name(format!("{label}, {detail}"));
}

fn units(ui: &mut Ui, session: &Session, case: RowId, homes: &[Fitting], out: &mut Outbox) {
    let words = session.words();
    if homes.is_empty() {
        return empty::show(ui, session, words.text("matching-no-home"), &[Page::Section(Section::Units)], out);
    }
    ScrollArea::vertical().id_salt("homes").auto_shrink(false).show_rows(
        ui,
        LINE - ui.spacing().item_spacing.y,
        homes.len(),
        |ui, shown| {
            for home in homes.get(shown).unwrap_or(&[]) {
                unit(ui, session, case, home, out);
            }
        },
    );
}

/// A unit, what speaks against it, and the button that proposes it.
fn unit(ui: &mut Ui, session: &Session, case: RowId, home: &Fitting, out: &mut Outbox) {
    let words = session.words();
    let p = palette(ui);
    let label = session.label_of(TableId::Units, home.unit);
    let detail = entry::detail(TableId::Units, home.unit, &session.lens(), words);
    ui.horizontal(|ui| {
        ui.set_height(LINE - ui.spacing().item_spacing.y);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !session.is_read_only() {
                let button = ui.button(words.text("act-propose-go"));
                if button.clicked() {
                    out.push(Command::Act(Act::ProposePair(case, home.unit)));
                }
                heard::describe(&button, heard::joined(&[&detail, &spoken_doubts(session, &home.fit)]));
                button.accessible_name(format!("{} {}", words.text("act-propose-go"), label));
            }
            let ink = if home.is_possible { p.ink } else { p.muted };
            let fits = ui.label(egui::RichText::new(session.doubts(&home.fit)).size(size::CAPTION).color(colour(ink)));
            fits.on_hover_text(words.text("matching-signs"));
            two_lines(ui, &label, &detail, ink);
        });
    });
}

/// What speaks against a unit, for who does not see its signs.
fn spoken_doubts(session: &Session, fit: &Match) -> String {
    let words = session.words();
    let doubts = fit.doubts().map(|(criterion, fit)| {
        let key = if fit == Fit::No { "heard-fits-not" } else { "heard-fits-unknown" };
        words.say(&Message::new(key).term("criterion", format!("choice-criterion-{}", criterion.key())))
    });
    let doubts: Vec<_> = doubts.collect();
    if doubts.is_empty() { words.text("heard-fits").to_owned() } else { doubts.join(", ") }
}

/// A label, and on up to two lines what tells the record from others.
fn two_lines(ui: &mut Ui, label: &str, detail: &str, ink: Rgb) {
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let label = egui::RichText::new(label).color(colour(ink));
        ui.add(egui::Label::new(label).truncate().selectable(false));
        let mut detail = LayoutJob::simple(detail.to_owned(), regular(size::CAPTION), colour(palette(ui).muted), 0.0);
        detail.wrap.max_rows = 2;
        ui.add(egui::Label::new(detail).wrap().selectable(false));
    });
}

//! Which unit fits which case: who would be housed, and for the case that is looked at each unit with its doubts; or
//! for a free unit each case.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Layout, Rect, Response, ScrollArea, TextStyle, Ui, WidgetText, pos2, vec2};

use crate::app::style::{self, colour, muted, palette, regular};
use crate::app::{explain, heard};
use crate::domain::id::RowId;
use crate::domain::message::{Arg, Message};
use crate::domain::relocation::Relocation;
use crate::domain::schema::{Kind, TableId};
use crate::domain::value::{ColumnValue, Value};
use crate::exchange::{entry, show};
use crate::matching::{Criterion, Fit, Match};
use crate::session::act::Act;
use crate::session::command::{Command, Outbox};
use crate::session::page::{Page, Section};
use crate::session::{Fitting, Overview, Prospect, Session, Side};
use crate::theme::{Rgb, size};

use super::{empty, header, list};

/// Height of a case or a unit, with the gap below.
const LINE: f32 = 66.0;
/// Share of the width that the list to choose from has.
const LISTED: f32 = 0.36;
/// Height that the lists have in any case.
const LEAST: f32 = 240.0;
/// Width that both need side by side.
const ROOM: f32 = 900.0;
/// Between the two lists.
const GAP: f32 = 8.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    header::show(ui, session, words.text("page-matching"), |ui| sides(ui, session, out));
    let Some(overview) = session.matches() else {
        ui.label(muted(ui, words.text("matching-working")));
        return;
    };
    let assignment = &overview.assignment;
    let (housed, all) = (assignment.pairs.len(), assignment.pairs.len() + assignment.left.len());
    if overview.listed(Side::Cases).is_empty() {
        let needs = Page::Section(Section::Relocations);
        return empty::show(ui, session, words.text("matching-none"), &[needs], out);
    }
    let height = ui.available_height();
    ScrollArea::vertical().id_salt("matching").auto_shrink(false).show(ui, |ui| {
        let count = Message::new("matching-count").count("housed", housed).count("all", all);
        ui.label(words.say(&count.count("homes", assignment.homes.len())));
        // Before what comes and goes, so that it stays under the pointer.
        criteria(ui, session, out);
        let lines = [missing(session, overview), under(session, overview), suspended(session, overview)];
        for line in lines.into_iter().flatten() {
            let label = ui.add(egui::Label::new(muted(ui, line.as_str())).wrap());
            explain::named(&label, &line, words);
        }
        ui.add_space(4.0);
        let used = ui.min_rect().height();
        columns(ui, session, overview, (height - used).max(LEAST), out);
    });
}

/// From which side to look, the first one at the left.
fn sides(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let mut sides = Side::ALL;
    if ui.layout().prefer_right_to_left() {
        sides.reverse();
    }
    for side in sides {
        let word = match side {
            Side::Cases => "matching-from-cases",
            Side::Homes => "matching-from-homes",
        };
        if ui.selectable_label(session.match_side() == side, session.words().text(word)).clicked() {
            out.push(Command::MatchFrom(side));
        }
    }
}

/// What can be looked at, and beside it, or below with little room, what fits.
fn columns(ui: &mut Ui, session: &Session, overview: &Overview, height: f32, out: &mut Outbox) {
    let width = ui.available_width();
    let is_wide = width >= ROOM;
    let (listed_size, fitting_size) = if is_wide {
        (vec2(width * LISTED, height), vec2(width * (1.0 - LISTED) - GAP, height))
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
        column(listed_size, &mut |ui| listed(ui, session, overview, out));
        column(fitting_size, &mut |ui| match session.fitting() {
            Some((row, found)) => fitting(ui, session, row, found, out),
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
        let known = match (kinds.is_empty(), places.is_empty()) {
            (true, true) => "nothing",
            (false, true) => "type",
            (true, false) => "place",
            (false, false) => "both",
        };
        let homes = Message::new("matching-missing-homes").count("n", *count).text("known", known);
        let homes = homes.text("type", shown(kinds.to_value(), keys.dwellings));
        words.say(&homes.text("place", shown(places.to_value(), keys.wanted)))
    };
    let mut list: Vec<_> = overview.missing.iter().map(one).collect();
    let listed: usize = overview.missing.iter().map(|(_, count)| count).sum();
    let others = overview.assignment.left.len().saturating_sub(listed);
    if others > 0 {
        list.push(words.say(&Message::new("matching-others").count("n", others)));
    }
    let last = list.pop()?;
    let list = match list.as_slice() {
        [] => last,
        before => words.say(&Message::new("list-last").text("before", before.join(", ")).text("last", last)),
    };
    Some(words.say(&Message::new("matching-missing").text("list", list)))
}

/// Landlords that still owe units.
fn under(session: &Session, overview: &Overview) -> Option<String> {
    let names: Vec<_> = overview.under.iter().map(|row| session.label_of(TableId::Landlords, *row)).collect();
    let message = || Message::new("matching-under").text("list", names.join(", "));
    (!names.is_empty()).then(|| session.words().say(&message()))
}

/// Who does not wait at present.
fn suspended(session: &Session, overview: &Overview) -> Option<String> {
    let message = || Message::new("matching-suspended").count("n", overview.suspended);
    (overview.suspended > 0).then(|| session.words().say(&message()))
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
        ui.label(muted(ui, words.text("matching-signs")));
    });
}

/// What can be looked at: who gets something, to whom something is proposed, then the others.
fn listed(ui: &mut Ui, session: &Session, overview: &Overview, out: &mut Outbox) {
    let listed = overview.listed(session.match_side());
    if listed.is_empty() {
        ui.label(session.words().text("matching-no-free"));
        return;
    }
    let current = session.fitting().map(|(row, _)| row);
    let at = listed.iter().position(|(row, _)| current == Some(*row));
    let height = LINE - ui.spacing().item_spacing.y;
    ScrollArea::vertical().id_salt("listed").auto_shrink(false).show_rows(ui, height, listed.len(), |ui, shown| {
        if let Some(at) = at {
            let top = ui.max_rect().top() + (at as f32 - shown.start as f32) * LINE;
            let rect = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(ui.available_width(), height));
            let (row, prospect) = listed[at];
            let said = said(session, row, prospect);
            list::cursor(ui, session, rect.expand(2.0), (session.match_moves(), LINE), &heard::joined(&said));
        }
        for (row, prospect) in listed.get(shown).unwrap_or(&[]) {
            choice(ui, session, *row, *prospect, current == Some(*row), out);
        }
    });
}

fn choice(ui: &mut Ui, session: &Session, row: RowId, prospect: Prospect, is_current: bool, out: &mut Outbox) {
    let said = said(session, row, prospect);
    let [label, detail] = &said;
    let size = vec2(ui.available_width(), LINE - ui.spacing().item_spacing.y);
    let response = ui.add_sized(size, egui::Button::selectable(is_current, ""));
    let inner = response.rect.shrink2(vec2(10.0, 1.0));
    // Over the button, and not below it.
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    lines(&mut inside, &plain(ui, label, palette(ui).ink).into(), detail);
    if response.clicked() {
        out.push(Command::LookAt(row));
    }
    response.accessible_name(said.join(", "));
}

/// A case or a unit with what is in prospect for it, and what tells it from others.
fn said(session: &Session, row: RowId, prospect: Prospect) -> [String; 2] {
    let (words, side) = (session.words(), session.match_side());
    let label = |row| session.label_of(side.matched(), row);
    let prospect = match (prospect, side) {
        (Prospect::Assigned(other), _) => format!("→ {}", label(other)),
        (Prospect::Proposed(unit), Side::Cases) => {
            words.say(&Message::new("matching-proposed").text("unit", label(unit)))
        }
        (Prospect::Proposed(case), Side::Homes) => {
            words.say(&Message::new("matching-proposed-to").text("case", label(case)))
        }
        (Prospect::None, Side::Cases) => words.text("matching-left").to_owned(),
        (Prospect::None, Side::Homes) => words.text("matching-free").to_owned(),
    };
    let label = format!("{} {prospect}", session.label_of(side.table(), row));
    [label, entry::detail(side.table(), row, &session.lens(), words)]
}

/// The units for the case that is looked at, or the cases for the unit.
fn fitting(ui: &mut Ui, session: &Session, at: RowId, fitting: &[Fitting], out: &mut Outbox) {
    if fitting.is_empty() {
        let (word, section) = match session.match_side() {
            Side::Cases => ("matching-no-home", Section::Units),
            Side::Homes => ("matching-no-case", Section::Relocations),
        };
        return empty::show(ui, session, session.words().text(word), &[Page::Section(section)], out);
    }
    let height = LINE - ui.spacing().item_spacing.y;
    ScrollArea::vertical().id_salt("fitting").auto_shrink(false).show_rows(ui, height, fitting.len(), |ui, shown| {
        for found in fitting.get(shown).unwrap_or(&[]) {
            self::found(ui, session, at, found, out);
        }
    });
}

/// What may be matched, what speaks against it, and the button that proposes it.
fn found(ui: &mut Ui, session: &Session, at: RowId, found: &Fitting, out: &mut Outbox) {
    let (words, side, p) = (session.words(), session.match_side(), palette(ui));
    let label = session.label_of(side.matched(), found.row);
    let detail = entry::detail(side.matched(), found.row, &session.lens(), words);
    let waits = found.waits.map(|days| Message::new("matching-waits").with("days", Arg::Count(days)));
    let detail = waits.map_or(String::new(), |waits| format!("{} · ", words.say(&waits))) + &detail;
    let (case, unit) = side.pair(at, found.row);
    let before = session.proposed_again((case, unit)).map_or(String::new(), |before| format!(" · {before}"));
    // Where all fits that is said already.
    let merits = found.fit.doubts().next().map_or(String::new(), |_| format!("{} · ", session.merits(&found.fit)));
    let told = detail + &before;
    let detail = merits + &told;
    ui.horizontal(|ui| {
        ui.set_height(LINE - ui.spacing().item_spacing.y);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !session.is_read_only() {
                let button = ui.button(words.text("act-propose-go"));
                if button.clicked() {
                    out.push(Command::Act(Act::ProposePair(case, unit)));
                }
                heard::describe(&button, heard::joined(&[&told, &spoken_doubts(session, (case, unit), found.fit)]));
                explain::more(&button, |ui| signs(ui, session, (case, unit), found));
                button.accessible_name(format!("{} {}", words.text("act-propose-go"), label));
            }
            let ink = if found.is_possible { p.ink } else { p.muted };
            let mut text = plain(ui, &label, ink);
            let format = TextFormat {
                font_id: regular(size::CAPTION),
                color: colour(ink),
                valign: Align::BOTTOM,
                ..TextFormat::default()
            };
            text.append(&format!("  {}", session.doubts((case, unit), &found.fit)), 4.0, format);
            lines(ui, &text.into(), &detail).on_hover_ui(|ui| signs(ui, session, (case, unit), found));
        });
    });
}

/// What speaks against it, for who does not see its signs.
fn spoken_doubts(session: &Session, pair: (RowId, RowId), fit: Match) -> String {
    let words = session.words();
    let doubts = fit.doubts().map(|(criterion, fit)| {
        let key = if fit == Fit::No { "heard-fits-not" } else { "heard-fits-unknown" };
        let said = Message::new(key).term("criterion", format!("choice-criterion-{}", criterion.key()));
        let why = session.why(pair, criterion, fit).map(|why| format!(" ({why})")).unwrap_or_default();
        words.say(&said) + &why
    });
    let doubts: Vec<_> = doubts.collect();
    if doubts.is_empty() { words.text("heard-fits").to_owned() } else { doubts.join(", ") }
}

/// Each criterion, its sign and the reason.
fn signs(ui: &mut Ui, session: &Session, pair: (RowId, RowId), found: &Fitting) {
    let words = session.words();
    for criterion in Criterion::ALL.iter().copied() {
        ui.label(session.doubt(pair, criterion, found.fit.of(criterion)));
    }
    ui.label(muted(ui, words.text("matching-signs")));
}

fn plain(ui: &Ui, text: &str, ink: Rgb) -> LayoutJob {
    let format =
        TextFormat { font_id: TextStyle::Body.resolve(ui.style()), color: colour(ink), ..TextFormat::default() };
    LayoutJob::single_section(text.to_owned(), format)
}

/// A line, cut where it does not fit, and on up to two more what tells the record from others. Returns the first.
fn lines(ui: &mut Ui, first: &WidgetText, second: &str) -> Response {
    let layout = ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let response = ui.add(egui::Label::new(first.clone()).truncate().selectable(false));
        let mut detail = LayoutJob::simple(second.to_owned(), regular(size::CAPTION), colour(palette(ui).muted), 0.0);
        detail.wrap.max_rows = 2;
        ui.add(egui::Label::new(detail).wrap().selectable(false));
        response
    });
    layout.inner
}

//! A page of tables, the same for every section: toolbar, grid, footer.

use egui::accesskit::Live;
use egui::{Align, Layout, TextEdit, Ui, vec2};

use crate::app::action;
use crate::app::card;
use crate::app::grid::{self, GridView};
use crate::app::heard;
use crate::app::style::{colour, muted, palette, strong};
use crate::app::{explain, field, focus, shell};
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::indicators::Rule;
use crate::session::Session;
use crate::session::action::find;
use crate::session::command::{Command, Outbox};
use crate::session::focus::Focus;
use crate::session::grid::GridCommand;
use crate::session::line::Line;
use crate::session::page::{Page, Section};
use crate::theme::size;

use super::{empty, header, row_menu};

/// Height of a page, in points, that leaves five rows below all its controls when they take several lines.
const LOW: f32 = 420.0;

/// What is done with the rows of a table.
const EDITS: [&str; 4] = ["add-row", "duplicate-row", "remove-row", "undo"];

pub fn show(ui: &mut Ui, session: &Session, section: Section, out: &mut Outbox) {
    let table = session.table_of(section);
    let words = session.words();
    let title = words.text(Page::Section(section).key());
    // With large text in a low window the rows have priority: the controls go into a menu.
    let is_cramped = header::is_narrow(ui, session) && ui.available_height() < LOW;
    let more: &[&str] = match table {
        TableId::Commitments => &["confirm", "renew"],
        TableId::Periods => &["renew"],
        _ => &[],
    };
    let spacing = ui.spacing().item_spacing;
    if is_cramped {
        ui.spacing_mut().item_spacing.y *= 0.5;
        header::folded(ui, session, title, |ui| {
            shell::begin_menu(ui, 0.0);
            let actions = EDITS.iter().chain(more).filter_map(|key| find(key));
            for action in actions.filter(|action| action.is_offered(session)) {
                shell::menu_entry(ui, session, action, out);
            }
            column_sets(ui, session, table, out);
        });
    } else {
        let beside = if table == TableId::Commitments { &[] } else { more };
        let buttons = EDITS.iter().chain(beside);
        header::show(ui, session, title, |ui| buttons.for_each(|key| action::button(ui, session, key, out)));
    }
    if session.tables(section).nth(1).is_some() {
        tabs(ui, session, section, table, out);
    }
    if table == TableId::Commitments {
        layouts(ui, session, if is_cramped { &[] } else { more }, out);
    }
    toolbar(ui, session, table, is_cramped, out);
    limited(ui, session, table, out);
    ui.spacing_mut().item_spacing = spacing;
    let rest = card::show(ui, session, table, out);
    ui.scope_builder(egui::UiBuilder::new().max_rect(rest), |ui| {
        let footer_height = 28.0;
        let space = (ui.available_size() - vec2(0.0, footer_height + 4.0)).max(egui::Vec2::ZERO);
        ui.allocate_ui(space, |ui| {
            ui.set_min_size(space);
            body(ui, session, table, out);
        });
        footer(ui, session, table);
    });
}

fn tabs(ui: &mut Ui, session: &Session, section: Section, current: TableId, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        for table in session.tables(section) {
            let text = format!(
                "{}  {}",
                session.words().text(&table_word(table)),
                session.words().count(session.dataset().table(table).count())
            );
            let tab = ui.add(egui::Button::selectable(table == current, text));
            heard::tab(&tab, table == current);
            if tab.clicked() {
                out.push(Command::Tab(section, table));
            }
        }
    });
}

/// The two ways to see the commitments, the present one ticked, and what is done with them.
fn layouts(ui: &mut Ui, session: &Session, acts: &[&str], out: &mut Outbox) {
    let key = find("columns-next").and_then(|action| action.shortcut);
    let shortcut = key.map(|key| action::shortcut_name(key, session.words()));
    ui.horizontal_wrapped(|ui| {
        for (word, is_crossed) in [("layout-list", false), ("layout-crossed", true)] {
            let is_shown = session.shows_crossed() == is_crossed;
            let tick = if is_shown { "✓ " } else { "" };
            let text = format!("{tick}{}", session.words().text(word));
            let mut button = egui::Button::selectable(is_shown, text);
            if let Some(key) = shortcut.as_ref().filter(|_| !is_shown) {
                button = button.shortcut_text(muted(ui, key));
            }
            if ui.add(button).clicked() {
                out.push(Command::Crossed(is_crossed));
            }
        }
        for key in acts {
            action::button(ui, session, key, out);
        }
    });
}

fn toolbar(ui: &mut Ui, session: &Session, table: TableId, is_cramped: bool, out: &mut Outbox) {
    let grid = session.grid(table);
    ui.horizontal_wrapped(|ui| {
        let hint = session.words().text("search-hint").to_owned();
        let line = session.search_line().cloned().unwrap_or_else(|| Line::new(grid.search()));
        let keyboard = (Focus::Search, session.focus());
        let field = field::show_focusable(ui, focus::search_id(), &line, keyboard, out, |text| {
            TextEdit::singleline(text)
                .hint_text(hint.clone())
                .desired_width(260.0)
                .margin(egui::Margin::symmetric(10, 6))
        });
        field.accessible_name(hint);
        action::button(ui, session, "card", out);
        if !is_cramped {
            column_sets(ui, session, table, out);
        }
        views(ui, session, table, out);
        chips(ui, session, table, out);
        if !grid.search().is_empty() && ui.button(session.words().text("search-clear")).clicked() {
            out.push(Command::Grid(table, GridCommand::Search(String::new())));
        }
    });
}

/// The saved views of the table; a click shows one.
fn views(ui: &mut Ui, session: &Session, table: TableId, out: &mut Outbox) {
    let mut views = session.dataset().views.iter().filter(|view| view.table == table).peekable();
    // A view is one of the list.
    if views.peek().is_none() || session.grid(table).sheet().crossed().is_some() {
        return;
    }
    let (grid, words) = (session.grid(table), session.words());
    ui.label(muted(ui, words.text("views")));
    if ui.selectable_label(grid.shows_all() && grid.sort().is_empty(), words.text("view-all")).clicked() {
        out.push(Command::Grid(table, GridCommand::ShowView(None)));
    }
    for view in views {
        if ui.selectable_label(grid.is_on(view), view.name.as_str()).clicked() {
            out.push(Command::Grid(table, GridCommand::ShowView(Some(view.clone()))));
        }
    }
}

/// The active filters; a click removes one.
fn chips(ui: &mut Ui, session: &Session, table: TableId, out: &mut Outbox) {
    let (grid, words) = (session.grid(table), session.words());
    for filter in grid.filters() {
        let text = format!("{} ×", session.filter_text(table, filter));
        let chip = egui::Button::new(egui::RichText::new(text).color(colour(palette(ui).accent)))
            .fill(colour(palette(ui).selected));
        if ui.add(chip.truncate()).clicked() {
            out.push(Command::Grid(table, GridCommand::Filter(filter.column, None)));
        }
    }
    if (!grid.filters().is_empty() || !grid.sort().is_empty()) && ui.button(words.text("filter-reapply")).clicked() {
        out.push(Command::Grid(table, GridCommand::Reapply));
    }
    if !grid.filters().is_empty() && ui.button(words.text("filter-clear")).clicked() {
        out.push(Command::Grid(table, GridCommand::ClearFilters));
    }
}

/// The banner of a table limited to the rows that a figure counts.
fn limited(ui: &mut Ui, session: &Session, table: TableId, out: &mut Outbox) {
    let grid = session.grid(table);
    let Some(subset) = grid.subset() else { return };
    let p = palette(ui);
    egui::Frame::new().fill(colour(p.selected)).corner_radius(6).inner_margin(egui::Margin::symmetric(12, 6)).show(
        ui,
        |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(strong(session.words().say(&subset.title), size::BODY));
                if let Some((other, beside)) = subset.beside.as_deref()
                    && ui.button(session.words().say(&beside.title)).clicked()
                {
                    out.push(Command::ShowRows(*other, beside.clone()));
                }
                if ui.button(session.words().text("subset-leave")).clicked() {
                    out.push(Command::Grid(table, GridCommand::Limit(None)));
                }
            });
        },
    );
}

fn body(ui: &mut Ui, session: &Session, table: TableId, out: &mut Outbox) {
    if session.arrangement(table).is_empty() {
        empty::table(ui, session, table, out);
        return;
    }
    let mut commands = Vec::new();
    let cells = grid::show(ui, &GridView::of(session, table), &mut commands);
    out.extend(commands.into_iter().map(|command| Command::Grid(table, command)));
    if let Some((response, cursor)) = cells {
        row_menu::show(&response, cursor, session, out);
    }
}

/// The sets of columns to choose from.
fn column_sets(ui: &mut Ui, session: &Session, table: TableId, out: &mut Outbox) {
    let columns = session.grid(table).columns();
    if columns.sets().nth(1).is_none() {
        return;
    }
    ui.label(muted(ui, session.words().text("columns")));
    for (place, set) in columns.sets().enumerate() {
        let key = format!("columns-{set}");
        if ui.selectable_label(columns.chosen() == Some(place), session.words().text(&key)).clicked() {
            out.push(Command::Grid(table, GridCommand::Columns(place)));
        }
    }
}

fn footer(ui: &mut Ui, session: &Session, table: TableId) {
    let shown = session.arrangement(table).len();
    let crossed = session.grid(table).sheet().crossed();
    let total = crossed.map_or_else(|| session.dataset().table(table).count(), |crossed| crossed.rows.len());
    ui.horizontal(|ui| {
        ui.set_height(24.0);
        let count = Message::new("footer-count").count("shown", shown).count("total", total).text("kind", table.key());
        let left_out = crossed.filter(|crossed| crossed.left_out > 0);
        if crossed.is_none() {
            ui.label(muted(ui, session.words().say(&count)));
        } else if let Some(crossed) = left_out {
            ui.label(muted(ui, session.words().say(&Message::new("crossed-left-out").count("n", crossed.left_out))));
        }
        if total > shown {
            ui.label(muted(ui, session.words().say(&Message::new("footer-left-out").count("n", total - shown))));
        }
        if let Some(remark) = session.remark(table) {
            ui.label(muted(ui, remark));
        }
        if let Some(summary) = session.summary() {
            ui.add_space(12.0);
            let summary = egui::Label::new(muted(ui, summary.text(session.words()))).truncate();
            heard::announce(&ui.add(summary), Live::Polite);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let Some(at) = session.grid(table).cursor() else { return };
            let (text, ink) = if let Some(finding) = session.finding_of(table, at) {
                (session.words().advice(&finding.message), palette(ui).warning)
            } else if let Some(reason) = session.grid(table).reason(at.0) {
                (explain::all(&Rule::named_in(&session.words().say(reason)), session.words()), palette(ui).muted)
            } else {
                return;
            };
            let shown = egui::RichText::new(&text).size(size::CAPTION).color(colour(ink));
            let label = ui.add(egui::Label::new(shown).truncate().show_tooltip_when_elided(false));
            explain::whole(&label, &text, session.words());
        });
    });
}

fn table_word(table: TableId) -> String {
    format!("table-{}", table.key())
}

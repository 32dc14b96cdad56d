//! A page of tables: toolbar, grid, footer. The same for every section.

use egui::{Align, Layout, TextEdit, Ui, vec2};

use crate::app::action;
use crate::app::card;
use crate::app::command::{Command, Outbox};
use crate::app::grid::{self, GridCommand};
use crate::app::state::State;
use crate::app::style::{colour, muted, palette, strong};
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::theme::size;

use super::{Section, header};

/// Shows a section.
pub fn show(ui: &mut Ui, state: &State, section: Section, out: &mut Outbox) {
    let table = state.table_of(section);
    let words = state.words();
    header::show(ui, state, words.text(super::Page::Section(section).key()), |ui| {
        for key in ["add-row", "duplicate-row", "remove-row", "undo"] {
            action::button(ui, state, key, out);
        }
    });
    if section.tables().len() > 1 {
        tabs(ui, state, section, table, out);
    }
    toolbar(ui, state, table, out);
    limited(ui, state, table, out);
    let rest = card::show(ui, state, table, out);
    ui.scope_builder(egui::UiBuilder::new().max_rect(rest), |ui| {
        let footer_height = 28.0;
        let space = ui.available_size() - vec2(0.0, footer_height + 4.0);
        ui.allocate_ui(space, |ui| body(ui, state, table, out));
        footer(ui, state, table);
    });
}

fn tabs(ui: &mut Ui, state: &State, section: Section, current: TableId, out: &mut Outbox) {
    ui.horizontal(|ui| {
        for table in section.tables() {
            let text = format!(
                "{}  {}",
                state.words().text(&table_word(*table)),
                state.words().count(state.dataset().table(*table).count())
            );
            if ui.add(egui::Button::selectable(*table == current, text)).clicked() {
                out.push(Command::Tab(section, *table));
            }
        }
    });
}

fn toolbar(ui: &mut Ui, state: &State, table: TableId, out: &mut Outbox) {
    let grid = state.grid(table);
    ui.horizontal_wrapped(|ui| {
        let mut search = grid.search().to_owned();
        let hint = state.words().text("search-hint").to_owned();
        let field = ui.add(
            TextEdit::singleline(&mut search)
                .id(action::search_id())
                .hint_text(hint.clone())
                .desired_width(260.0)
                .margin(egui::Margin::symmetric(10, 6)),
        );
        if state.wants_search() {
            field.request_focus();
        }
        if field.gained_focus() {
            out.push(Command::Search);
        }
        let leaves =
            field.has_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter) || i.key_pressed(egui::Key::ArrowDown));
        if leaves {
            field.surrender_focus();
        }
        if field.changed() {
            out.push(Command::Grid(table, GridCommand::Search(search)));
        }
        field.accessible_name(hint);
        action::button(ui, state, "card", out);
        views(ui, state, table, out);
        chips(ui, state, table, out);
        if !grid.search().is_empty() && ui.button(state.words().text("search-clear")).clicked() {
            out.push(Command::Grid(table, GridCommand::Search(String::new())));
        }
    });
}

/// The views of the table, each a click from shown.
fn views(ui: &mut Ui, state: &State, table: TableId, out: &mut Outbox) {
    let mut views = state.dataset().views.iter().filter(|view| view.table == table).peekable();
    if views.peek().is_none() {
        return;
    }
    let (grid, words) = (state.grid(table), state.words());
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

/// The filters that are on, each a click from gone.
fn chips(ui: &mut Ui, state: &State, table: TableId, out: &mut Outbox) {
    let (grid, words) = (state.grid(table), state.words());
    for filter in grid.filters() {
        let text = format!("{} ×", state.filter_text(table, filter));
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

/// The line that says that the table shows just the rows that a figure counts.
fn limited(ui: &mut Ui, state: &State, table: TableId, out: &mut Outbox) {
    let grid = state.grid(table);
    let Some(subset) = grid.subset() else { return };
    let p = palette(ui);
    egui::Frame::new().fill(colour(p.selected)).corner_radius(6).inner_margin(egui::Margin::symmetric(12, 6)).show(
        ui,
        |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(strong(state.words().say(&subset.title), size::BODY));
                if let Some((other, beside)) = subset.beside.as_deref()
                    && ui.button(state.words().say(&beside.title)).clicked()
                {
                    out.push(Command::ShowRows(*other, beside.clone()));
                }
                if ui.button(state.words().text("subset-leave")).clicked() {
                    out.push(Command::Grid(table, GridCommand::Limit(None)));
                }
            });
        },
    );
}

fn body(ui: &mut Ui, state: &State, table: TableId, out: &mut Outbox) {
    let arrangement = state.arrangement(table);
    if arrangement.is_empty() {
        empty(ui, state, table);
        return;
    }
    let finding = |cell| state.finding_at(cell);
    let stray = |row| state.is_stray(table, row);
    let view = grid::GridView {
        grid: state.grid(table),
        arrangement,
        lens: state.lens(),
        words: state.words(),
        texts: state.texts(),
        finding: &finding,
        stray: &stray,
        takes_keys: state.dialog().is_none() && !egui::Popup::is_any_open(ui.ctx()),
    };
    let mut commands = Vec::new();
    grid::show(ui, &view, &mut commands);
    out.extend(commands.into_iter().map(|command| Command::Grid(table, command)));
}

/// What to do next where there is nothing.
fn empty(ui: &mut Ui, state: &State, table: TableId) {
    let total = state.dataset().table(table).count();
    let text = if total == 0 {
        Message::new("empty-table").text("kind", table.key())
    } else {
        Message::new("empty-search").count("total", total)
    };
    ui.vertical_centered(|ui| {
        ui.add_space(48.0);
        ui.label(state.words().say(&text));
    });
}

fn footer(ui: &mut Ui, state: &State, table: TableId) {
    let (shown, total) = (state.arrangement(table).len(), state.dataset().table(table).count());
    ui.horizontal(|ui| {
        ui.set_height(24.0);
        let count = Message::new("footer-count").count("shown", shown).count("total", total).text("kind", table.key());
        ui.label(muted(ui, state.words().say(&count)));
        if total > shown {
            ui.label(muted(ui, state.words().say(&Message::new("footer-left-out").count("n", total - shown))));
        }
        if let Some(summary) = state.summary() {
            ui.add_space(12.0);
            ui.label(muted(ui, summary.text(state.words())));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some((row, column)) = state.grid(table).cursor()
                && let Some(finding) = state.finding_of(table, row, column)
            {
                let ink = colour(palette(ui).warning);
                let text = egui::RichText::new(state.words().say(&finding.message)).size(size::CAPTION).color(ink);
                ui.add(egui::Label::new(text).truncate());
            }
        });
    });
}

fn table_word(table: TableId) -> String {
    format!("table-{}", table.key())
}

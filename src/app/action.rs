//! The one table of actions: menus, shortcuts, palette, buttons and help all read it.
//!
//! An action says when it can run by giving its command, or none. Views never test that
//! elsewhere.

use egui::{Id, Key, KeyboardShortcut, Modifiers, Ui};

use crate::chart::input::Order;
use crate::chart::kind::Chart;
use crate::domain::schema::{Audience, TableId};
use crate::words::Words;

use super::card;
use super::command::{ChartExport, Command, Outbox, Start};
use super::dialogs::Dialog;
use super::grid::{GridCommand, ON_COLUMN};
use super::pages::{Page, Section};
use super::state::State;
use super::style::palette;

/// The menu in which an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Files.
    File,
    /// Changes.
    Edit,
    /// The column of the cursor.
    Column,
    /// Charts.
    Charts,
    /// Pages and looks.
    View,
    /// Help.
    Help,
}

impl Menu {
    /// Every menu, in order.
    pub const ALL: [Self; 6] = [Self::File, Self::Edit, Self::Column, Self::Charts, Self::View, Self::Help];

    /// Key of its name in the word files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::Column => "menu-column",
            Self::Charts => "menu-charts",
            Self::View => "menu-view",
            Self::Help => "menu-help",
        }
    }
}

/// Something that a person can do by name.
pub struct Action {
    /// Its key; `action-<key>` in the word files.
    pub key: &'static str,
    /// Where it stands.
    pub menu: Menu,
    /// Keys that do it.
    pub shortcut: Option<KeyboardShortcut>,
    /// The command, where it can run now.
    pub target: fn(&State) -> Option<Command>,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn action(
    menu: Menu,
    key: &'static str,
    shortcut: Option<(Modifiers, Key)>,
    target: fn(&State) -> Option<Command>,
) -> Action {
    let shortcut = match shortcut {
        Some((modifiers, key)) => Some(KeyboardShortcut::new(modifiers, key)),
        None => None,
    };
    Action { key, menu, shortcut, target }
}

/// Every action.
pub static ACTIONS: &[Action] = &[
    action(Menu::File, "new-template", None, |s| Some(Command::Ask(Dialog::create(s, Start::Template)))),
    action(Menu::File, "new-sample", None, |s| Some(Command::Ask(Dialog::create(s, Start::Sample)))),
    action(Menu::File, "open", Some((CTRL, Key::O)), |s| Some(Command::Ask(Dialog::open(s)))),
    action(Menu::File, "save", Some((CTRL, Key::S)), |s| s.file().is_some().then_some(Command::Save)),
    action(Menu::File, "save-as", Some((CTRL_SHIFT, Key::S)), |s| {
        s.file().is_some().then(|| Command::Ask(Dialog::save_as(s)))
    }),
    action(Menu::File, "export-table", None, |s| table(s).map(|table| Command::Ask(Dialog::export(s, table)))),
    action(Menu::Charts, "charts", Some((CTRL, Key::E)), |s| {
        s.file()
            .is_some()
            .then(|| Command::Ask(Dialog::Charts(ChartExport { chart: Some(Chart::Units), ..ChartExport::default() })))
    }),
    action(Menu::Charts, "chart-figures", Some((CTRL_SHIFT, Key::E)), |s| {
        s.file().is_some().then(|| Command::Ask(Dialog::figures(s, Chart::Units)))
    }),
    action(Menu::File, "quit", Some((CTRL, Key::Q)), |_| Some(Command::Quit)),
    action(Menu::Edit, "undo", Some((CTRL, Key::Z)), |s| s.undo_label().map(|_| Command::Undo)),
    action(Menu::Edit, "redo", Some((CTRL, Key::Y)), |s| s.redo_label().map(|_| Command::Redo)),
    action(Menu::Edit, "add-row", Some((CTRL, Key::N)), |s| writable(s).map(Command::AddRow)),
    action(Menu::Edit, "duplicate-row", Some((CTRL_SHIFT, Key::D)), |s| row(s).map(|(t, _)| Command::DuplicateRows(t))),
    action(Menu::Edit, "remove-row", Some((CTRL, Key::Delete)), |s| row(s).map(|(t, _)| Command::RemoveRows(t))),
    action(Menu::Edit, "copy-headers", None, |s| {
        table(s)
            .filter(|table| s.grid(*table).cursor().is_some())
            .map(|table| Command::Grid(table, GridCommand::Copy(true)))
    }),
    action(Menu::Edit, "search", Some((CTRL, Key::F)), |s| table(s).map(|_| Command::Search)),
    action(Menu::Edit, "replace", Some((CTRL, Key::H)), |s| writable(s).map(|t| Command::Ask(Dialog::replace(t)))),
    action(Menu::Edit, "next-finding", Some((Modifiers::NONE, Key::F8)), |s| {
        table(s).filter(|_| !s.findings().is_empty()).map(Command::NextFinding)
    }),
    action(Menu::Edit, "hand-over", None, |s| {
        row(s).filter(|(t, _)| *t == TableId::Associations).map(|(_, row)| Command::Ask(Dialog::hand_over(row)))
    }),
    action(Menu::Edit, "absorb", None, |s| {
        row(s).filter(|(t, _)| *t == TableId::Landlords).map(|(_, row)| Command::Ask(Dialog::absorb(s, row)))
    }),
    action(Menu::Column, "column-sort", None, |s| on_column(s, "column-sort")),
    action(Menu::Column, "column-sort-also", None, |s| on_column(s, "column-sort-also")),
    action(Menu::Column, "column-filter", None, |s| on_column(s, "column-filter")),
    action(Menu::Column, "column-fit", None, |s| on_column(s, "column-fit")),
    action(Menu::Column, "column-fit-all", None, |s| on_column(s, "column-fit-all")),
    action(Menu::Column, "column-left", None, |s| on_column(s, "column-left")),
    action(Menu::Column, "column-right", None, |s| on_column(s, "column-right")),
    action(Menu::Column, "column-freeze", None, |s| on_column(s, "column-freeze")),
    action(Menu::Column, "column-hide", None, |s| on_column(s, "column-hide")),
    action(Menu::Column, "column-show-all", None, |s| on_column(s, "column-show-all")),
    action(Menu::View, "keep-view", None, |s| {
        table(s).map(|table| Command::Ask(Dialog::View { table, name: String::new() }))
    }),
    action(Menu::View, "drop-view", None, |s| {
        let table = table(s)?;
        let view = s.dataset().views.iter().find(|view| view.table == table && s.grid(table).is_on(view))?;
        Some(Command::DropView(table, view.name.clone()))
    }),
    action(Menu::View, "card", Some((Modifiers::NONE, Key::Space)), |s| {
        table(s).map(|_| Command::Card(!s.shows_card()))
    }),
    action(Menu::View, "page-previous", Some((CTRL, Key::PageUp)), |s| neighbour(s, -1).map(Command::Go)),
    action(Menu::View, "page-next", Some((CTRL, Key::PageDown)), |s| neighbour(s, 1).map(Command::Go)),
    action(Menu::View, "go-dashboard", None, |s| go(s, Page::Dashboard)),
    action(Menu::View, "go-units", None, |s| go(s, Page::Section(Section::Units))),
    action(Menu::View, "go-relocations", None, |s| go(s, Page::Section(Section::Relocations))),
    action(Menu::View, "go-referrals", None, |s| go(s, Page::Section(Section::Referrals))),
    action(Menu::View, "go-proposals", None, |s| go(s, Page::Section(Section::Proposals))),
    action(Menu::View, "go-landlords", None, |s| go(s, Page::Section(Section::Landlords))),
    action(Menu::View, "go-associations", None, |s| go(s, Page::Section(Section::Associations))),
    action(Menu::View, "go-commitments", None, |s| go(s, Page::Section(Section::Commitments))),
    action(Menu::View, "go-committees", None, |s| go(s, Page::Section(Section::Committees))),
    action(Menu::View, "go-trainings", None, |s| go(s, Page::Section(Section::Trainings))),
    action(Menu::View, "go-context", None, |s| go(s, Page::Section(Section::Context))),
    action(Menu::View, "go-convention", None, |s| go(s, Page::Section(Section::Convention))),
    action(Menu::View, "go-findings", None, |s| go(s, Page::Findings)),
    action(Menu::Charts, "order-listed", None, |s| order(s, Order::Listed)),
    action(Menu::Charts, "order-name", None, |s| order(s, Order::Name)),
    action(Menu::Charts, "order-target", None, |s| order(s, Order::Target)),
    action(Menu::Charts, "order-rate", None, |s| order(s, Order::Rate)),
    action(Menu::Charts, "order-gap", None, |s| order(s, Order::Gap)),
    action(Menu::Charts, "charts-exact", None, |s| audience(s, Audience::Office)),
    action(Menu::Charts, "charts-masked", None, |s| audience(s, Audience::Committee)),
    action(Menu::View, "theme-dark", None, |s| (!s.is_dark()).then_some(Command::Dark(true))),
    action(Menu::View, "theme-light", None, |s| s.is_dark().then_some(Command::Dark(false))),
    action(Menu::View, "text-larger", Some((CTRL, Key::Plus)), |s| scale(s, 10)),
    action(Menu::View, "text-smaller", Some((CTRL, Key::Minus)), |s| scale(s, -10)),
    action(Menu::View, "text-normal", Some((CTRL, Key::Num0)), |s| (s.scale() != 100).then_some(Command::Scale(100))),
    action(Menu::View, "motion", None, |s| Some(Command::ReducedMotion(!s.has_reduced_motion()))),
    action(Menu::View, "language", None, |s| Some(Command::Language(s.other_language()))),
    action(Menu::Help, "palette", Some((CTRL_SHIFT, Key::P)), |_| Some(Command::Ask(Dialog::palette()))),
    action(Menu::Help, "help", Some((Modifiers::NONE, Key::F1)), |_| Some(Command::Ask(Dialog::Help))),
    action(Menu::Help, "about", None, |_| Some(Command::Ask(Dialog::About))),
];

fn table(state: &State) -> Option<TableId> {
    match (state.file(), state.page()) {
        (Some(_), Page::Section(section)) => Some(state.table_of(section)),
        _ => None,
    }
}

/// The table of the page, where it takes rows: the convention is one record and stays one.
fn writable(state: &State) -> Option<TableId> {
    let is_full = |table: TableId| table == TableId::Convention && !state.dataset().convention.is_empty();
    table(state).filter(|table| !is_full(*table) && !state.is_read_only())
}

fn row(state: &State) -> Option<(TableId, crate::domain::id::RowId)> {
    let table = writable(state)?;
    let (row, _) = state.grid(table).cursor()?;
    Some((table, row))
}

/// What is done by that name to the column of the cursor.
fn on_column(state: &State, key: &str) -> Option<Command> {
    let table = table(state)?;
    let (_, column) = state.grid(table).cursor()?;
    let (_, command) = ON_COLUMN.iter().find(|(known, _)| *known == key)?;
    Some(Command::Grid(table, command(column, state.grid(table).columns())?))
}

/// Orders the landlords of the charts anew, where a chart shows them.
fn order(state: &State, order: Order) -> Option<Command> {
    let is_shown = state.file().is_some() && state.page() == Page::Dashboard;
    (is_shown && state.chart_order() != order).then_some(Command::ChartOrder(order))
}

/// Shows charts to someone else: exact figures to the office alone.
fn audience(state: &State, audience: Audience) -> Option<Command> {
    let is_shown = state.file().is_some() && state.page() == Page::Dashboard;
    (is_shown && state.chart_audience() != audience).then_some(Command::ChartAudience(audience))
}

fn go(state: &State, page: Page) -> Option<Command> {
    (state.file().is_some() && state.page() != page).then_some(Command::Go(page))
}

fn neighbour(state: &State, step: isize) -> Option<Page> {
    state.file()?;
    let pages: Vec<_> = Page::all().collect();
    let at = pages.iter().position(|page| *page == state.page())?;
    pages.get(at.checked_add_signed(step)?).copied()
}

fn scale(state: &State, step: i32) -> Option<Command> {
    let scale = state.scale().saturating_add_signed(step).clamp(80, 200);
    (scale != state.scale()).then_some(Command::Scale(scale))
}

/// The action of a key.
pub fn find(key: &str) -> Option<&'static Action> {
    ACTIONS.iter().find(|action| action.key == key)
}

/// Key of an action's name in the word files.
pub fn word(action: &Action) -> String {
    format!("action-{}", action.key)
}

/// Takes this frame's shortcuts out of the input, and pushes what they ask for.
///
/// While a text is typed in, undo and redo are the text's own.
pub fn take_shortcuts(ctx: &egui::Context, state: &State, out: &mut Outbox) {
    if state.dialog().is_some() {
        return;
    }
    let typing = ctx.text_edit_focused();
    for action in ACTIONS {
        let Some(shortcut) = action.shortcut else { continue };
        if typing && matches!(action.key, "undo" | "redo" | "remove-row") {
            continue;
        }
        if action.key == "card" && !card::takes_space(ctx, state) {
            continue;
        }
        if ctx.input_mut(|input| takes(input, shortcut)) {
            out.extend((action.target)(state));
        }
    }
    card::take_escape(ctx, state, out);
}

/// Takes a shortcut's keys out of the input. Shift tells letters apart (Ctrl+S and Ctrl+Maj+S);
/// other signs may need it or not, as the keyboard is laid out.
fn takes(input: &mut egui::InputState, shortcut: KeyboardShortcut) -> bool {
    let wanted = shortcut.modifiers.shift;
    let is_letter = (Key::A..=Key::Z).contains(&shortcut.logical_key);
    let is_other = |event: &egui::Event| {
        matches!(event, egui::Event::Key { key, pressed: true, modifiers, .. }
            if *key == shortcut.logical_key && modifiers.shift != wanted)
    };
    !(is_letter && input.events.iter().any(is_other)) && input.consume_shortcut(&shortcut)
}

/// Least width of a window in which buttons say their shortcuts: with less, they would cover the
/// page's title.
const ROOM_FOR_SHORTCUTS: f32 = 1180.0;

/// A button that does an action; greyed where it can not run.
pub fn button(ui: &mut Ui, state: &State, key: &str, out: &mut Outbox) {
    let Some(action) = find(key) else { return };
    let command = (action.target)(state);
    let mut text = state.words().text(&word(action)).to_owned();
    if key == "undo"
        && let Some(label) = state.undo_label()
    {
        text = format!("{text} : {}", state.words().say(label));
    }
    let mut button = egui::Button::new(text).truncate();
    if let Some(shortcut) = action.shortcut
        && ui.ctx().content_rect().width() >= ROOM_FOR_SHORTCUTS
    {
        button = button.shortcut_text(shortcut_text(ui, shortcut, state.words()));
    }
    if ui.add_enabled(command.is_some(), button).clicked() {
        out.extend(command);
    }
}

/// A shortcut, in the muted colour.
fn shortcut_text(ui: &Ui, shortcut: KeyboardShortcut, words: &Words) -> egui::RichText {
    let muted = super::style::colour(palette(ui).muted);
    egui::RichText::new(shortcut_name(ui.ctx(), shortcut, words)).color(muted).size(crate::theme::size::CAPTION)
}

/// A shortcut as the keys are named in the language of the screen.
pub fn shortcut_name(ctx: &egui::Context, shortcut: KeyboardShortcut, words: &Words) -> String {
    let names = [
        ("Shift", "key-shift"),
        ("Delete", "key-delete"),
        ("PageUp", "key-page-up"),
        ("PageDown", "key-page-down"),
        ("Minus", "key-minus"),
        ("Space", "key-space"),
    ];
    let name = ctx.format_shortcut(&shortcut);
    names.into_iter().fold(name, |name, (key, word)| name.replace(key, words.text(word)))
}

/// Where the page's search is.
pub fn search_id() -> Id {
    Id::unique("page-search")
}

//! The one table of actions, read by menus, shortcuts, the palette, buttons and help.
//!
//! An action is enabled when it returns a command. Views never test that anywhere else.

use crate::chart::input::RowOrder;
use crate::chart::kind::Chart;
use crate::domain::schema::{Audience, TableId};
use crate::edit::Strike;

pub use super::menu::Menu;

use super::Session;
use super::act::{Act, Next};
use super::command::{Command, Request, Start};
use super::dialog::{self, Dialog, HelpPage};
use super::focus::Owner;
use super::grid::GridCommand;
use super::key::{Key, Modifiers, Stroke};
use super::line::Line;
use super::page::{Page, Section};
use super::targets::{
    act, audience, can_seal, column_action, committee, go, is_at, leave_out, list, lock_after, locks_after, neighbour,
    next_columns, on_cells, order, other_language, row, scale, seal_dialog, strike, table, writable,
};

pub struct Action {
    /// `action-<key>` in the word files.
    pub key: &'static str,
    pub menu: Menu,
    pub shortcut: Option<Stroke>,
    /// The command, or none while the action is disabled.
    target: fn(&Session) -> Option<Command>,
    /// Whether it is ticked: the present choice of several, or what is switched on.
    pub is_on: fn(&Session) -> bool,
    /// Whether it is there while the window shows what the committee may see.
    is_shared: bool,
    /// Whether its shortcut works over an open dialog.
    is_over_dialogs: bool,
}

const CTRL: Modifiers = Modifiers::CTRL;
const CTRL_SHIFT: Modifiers = Modifiers::CTRL_SHIFT;

const fn action(
    menu: Menu,
    key: &'static str,
    shortcut: Option<(Modifiers, Key)>,
    target: fn(&Session) -> Option<Command>,
) -> Action {
    let shortcut = match shortcut {
        Some((modifiers, key)) => Some(Stroke::new(modifiers, key)),
        None => None,
    };
    Action { key, menu, shortcut, target, is_on: |_| false, is_shared: false, is_over_dialogs: false }
}

/// An action that is there in a séance too.
const fn shared(
    menu: Menu,
    key: &'static str,
    shortcut: Option<(Modifiers, Key)>,
    target: fn(&Session) -> Option<Command>,
) -> Action {
    Action { is_shared: true, ..action(menu, key, shortcut, target) }
}

impl Action {
    const fn ticked(self, is_on: fn(&Session) -> bool) -> Self {
        Self { is_on, ..self }
    }

    /// Works over an open dialog too.
    const fn over_dialogs(self) -> Self {
        Self { is_over_dialogs: true, ..self }
    }

    /// Whether it is there at all. Without a file there is nothing to keep from anyone.
    pub const fn is_offered(&self, session: &Session) -> bool {
        self.is_shared || !session.is_in_seance() || !session.is_open()
    }

    /// Its command; none while it is disabled.
    pub fn command(&self, session: &Session) -> Option<Command> {
        if self.is_offered(session) { (self.target)(session) } else { None }
    }
}

pub static ACTIONS: &[Action] = &[
    action(Menu::File, "new-template", None, |s| Some(Command::Ask(s.create_dialog(Start::Template)))),
    action(Menu::File, "new-sample", None, |s| Some(Command::Ask(s.create_dialog(Start::Sample)))),
    action(Menu::File, "open", Some((CTRL, Key::Letter('O'))), |s| Some(Command::Ask(s.open_dialog()))),
    shared(Menu::File, "save", Some((CTRL, Key::Letter('S'))), |s| s.is_open().then_some(Command::Host(Request::Save))),
    action(Menu::File, "save-as", Some((CTRL_SHIFT, Key::Letter('S'))), |s| {
        s.is_open().then(|| Command::Ask(s.save_as_dialog()))
    }),
    action(Menu::File, "merge-copy", None, |s| {
        (s.is_open() && !s.is_read_only()).then(|| Command::Ask(s.copy_dialog()))
    }),
    action(Menu::File, "reopen", None, |s| {
        let own = s.outside().backup_of.as_ref().filter(|own| own.is_absolute())?;
        Some(Command::Host(Request::Open(own.clone())))
    }),
    action(Menu::File, "backups", None, |s| s.is_open().then_some(Command::Host(Request::ListBackups))),
    action(Menu::File, "seal", None, |s| (can_seal(s) && !s.outside().is_sealed).then(seal_dialog)),
    action(Menu::File, "reseal", None, |s| (can_seal(s) && s.outside().is_sealed).then(seal_dialog)),
    action(Menu::File, "unseal", None, |s| {
        (can_seal(s) && s.outside().is_sealed).then(|| Command::Ask(s.unseal_question()))
    }),
    shared(Menu::File, "lock", Some((CTRL, Key::Letter('L'))), |s| {
        // Without a passphrase there is nothing to lock with: one is offered.
        s.outside().is_sealed.then_some(Command::Host(Request::Lock)).or_else(|| can_seal(s).then(seal_dialog))
    }),
    action(Menu::File, "lock-5", None, |s| lock_after(s, 5)).ticked(|s| locks_after(s, 5)),
    action(Menu::File, "lock-10", None, |s| lock_after(s, 10)).ticked(|s| locks_after(s, 10)),
    action(Menu::File, "lock-30", None, |s| lock_after(s, 30)).ticked(|s| locks_after(s, 30)),
    action(Menu::File, "export-table", None, |s| table(s).map(|table| Command::Ask(s.export_question(table)))),
    shared(Menu::Charts, "charts", Some((CTRL, Key::Letter('E'))), |s| {
        s.is_open().then(|| Command::Ask(Dialog::Charts(s.last_export())))
    }),
    shared(Menu::Charts, "chart-figures", Some((CTRL_SHIFT, Key::Letter('E'))), |s| {
        s.is_open().then(|| Command::Ask(s.figures_dialog(Chart::Units)))
    }),
    action(Menu::Charts, "report-minutes", None, Session::minutes),
    action(Menu::Charts, "report-annual", None, Session::annual_report),
    action(Menu::Charts, "report-sheet", None, Session::sheet_of),
    action(Menu::File, "operator", None, |s| {
        s.is_open().then(|| Command::Ask(Dialog::Operator { name: Line::selected(s.operator().unwrap_or_default()) }))
    }),
    shared(Menu::File, "quit", Some((CTRL, Key::Letter('Q'))), |_| Some(Command::Host(Request::Quit))),
    shared(Menu::Edit, "undo", Some((CTRL, Key::Letter('Z'))), |s| s.undo_labels().next().map(|_| Command::Undo)),
    shared(Menu::Edit, "redo", Some((CTRL, Key::Letter('Y'))), |s| s.redo_label().map(|_| Command::Redo)),
    shared(Menu::Edit, "cut", Some((CTRL, Key::Letter('X'))), |s| on_cells(s, GridCommand::Cut)),
    shared(Menu::Edit, "copy", Some((CTRL, Key::Letter('C'))), |s| on_cells(s, GridCommand::Copy)),
    shared(Menu::Edit, "copy-headers", None, |s| on_cells(s, GridCommand::CopyWithHeaders)),
    shared(Menu::Edit, "paste", Some((CTRL, Key::Letter('V'))), |s| {
        writable(s).filter(|t| s.grid(*t).cursor().is_some()).map(|_| Command::Host(Request::Paste))
    }),
    shared(Menu::Edit, "add-row", Some((CTRL, Key::Letter('N'))), |s| {
        list(s).and(writable(s)).map(|t| Command::AddRow(t, None))
    }),
    shared(Menu::Edit, "insert-row", None, |s| {
        let (table, row) = list(s).and(row(s))?;
        (s.grid(table).sort().is_empty() && s.grid(table).shows_all()).then_some(Command::AddRow(table, Some(row)))
    }),
    shared(Menu::Edit, "duplicate-row", Some((CTRL_SHIFT, Key::Letter('D'))), |s| {
        list(s).and(row(s)).map(|(t, _)| Command::DuplicateRows(t))
    }),
    shared(Menu::Edit, "remove-row", Some((CTRL, Key::Delete)), |s| {
        list(s).and(row(s)).map(|(t, _)| Command::RemoveRows(t))
    }),
    action(Menu::Follow, "quick", Some((CTRL, Key::Letter('K'))), |s| {
        (s.is_open() && !s.is_read_only()).then_some(Command::AskQuick)
    }),
    action(Menu::Follow, "refer", Some((CTRL, Key::Letter('I'))), |s| act(s, TableId::Relocations, Act::Refer)),
    action(Menu::Follow, "propose", Some((CTRL, Key::Letter('P'))), |s| {
        act(s, TableId::Relocations, Act::Propose).or_else(|| act(s, TableId::Units, Act::ProposeUnit))
    }),
    action(Menu::Follow, "answer", Some((CTRL_SHIFT, Key::Letter('R'))), |s| s.next_act(Next::Answer)),
    action(Menu::Follow, "decide", Some((CTRL_SHIFT, Key::Letter('C'))), |s| s.next_act(Next::Decision)),
    action(Menu::Follow, "sign", Some((CTRL, Key::Letter('B'))), |s| act(s, TableId::Relocations, Act::Sign)),
    action(Menu::Follow, "move-in", Some((CTRL_SHIFT, Key::Letter('B'))), |s| {
        act(s, TableId::Relocations, Act::MoveIn)
    }),
    shared(Menu::Follow, "close-committee", Some((CTRL_SHIFT, Key::Letter('K'))), |s| {
        act(s, TableId::Committees, Act::Close)
    }),
    action(Menu::Follow, "put-off", Some((CTRL, Key::Letter('J'))), Session::put_off),
    shared(Menu::Follow, "confirm", Some((CTRL_SHIFT, Key::Letter('O'))), |s| {
        (table(s) == Some(TableId::Commitments)).then_some(())?;
        s.to_confirm().map(|row| Command::Act(Act::Confirm(row)))
    }),
    action(Menu::Edit, "clashes", None, |s| s.clashes().next().map(|_| Command::Ask(Dialog::Clashes))),
    shared(Menu::Edit, "search", Some((CTRL, Key::Letter('F'))), |s| table(s).map(|_| Command::Search)),
    shared(Menu::Edit, "replace", Some((CTRL, Key::Letter('H'))), |s| {
        writable(s).map(|t| Command::Ask(Dialog::Replace(Box::new(dialog::replace::ReplaceForm::new(t)))))
    }),
    // Always enabled on a table: the checks may still be running, and are not waited for here.
    action(Menu::Edit, "next-finding", Some((Modifiers::NONE, Key::Function(8))), |s| {
        table(s).map(Command::NextFinding)
    }),
    shared(Menu::Edit, "strike-found", Some((Modifiers::SHIFT, Key::Function(9))), Session::strike_noticed),
    action(Menu::Follow, "renew", Some((CTRL_SHIFT, Key::Letter('N'))), |s| {
        (s.is_open() && !s.is_read_only()).then_some(Command::AskRenew)
    }),
    action(Menu::Follow, "hand-over", None, |s| act(s, TableId::Associations, Act::HandOver)),
    action(Menu::Follow, "absorb", None, |s| act(s, TableId::Landlords, Act::Absorb)),
    shared(Menu::Column, "column-sort", None, |s| column_action(s, "column-sort")),
    shared(Menu::Column, "column-sort-also", None, |s| column_action(s, "column-sort-also")),
    shared(Menu::Column, "column-filter", None, |s| column_action(s, "column-filter")),
    shared(Menu::Column, "column-fit", None, |s| column_action(s, "column-fit")),
    shared(Menu::Column, "column-fit-all", None, |s| column_action(s, "column-fit-all")),
    shared(Menu::Column, "column-left", None, |s| column_action(s, "column-left")),
    shared(Menu::Column, "column-right", None, |s| column_action(s, "column-right")),
    shared(Menu::Column, "column-freeze", None, |s| column_action(s, "column-freeze")),
    shared(Menu::Column, "column-hide", None, |s| column_action(s, "column-hide")),
    shared(Menu::Column, "column-show-all", None, |s| column_action(s, "column-show-all")),
    shared(Menu::Column, "column-reset", None, |s| column_action(s, "column-reset")),
    shared(Menu::Column, "columns-next", Some((Modifiers::NONE, Key::Function(7))), next_columns),
    action(Menu::View, "keep-view", None, |s| {
        list(s).map(|table| Command::Ask(Dialog::View { table, name: Line::default() }))
    }),
    action(Menu::View, "drop-view", None, |s| {
        let table = list(s)?;
        let view = s.dataset().views.iter().find(|view| view.table == table && s.grid(table).is_on(view))?;
        Some(Command::DropView(table, view.name.clone()))
    }),
    shared(Menu::View, "crossed", None, |s| {
        (table(s) == Some(TableId::Commitments)).then(|| Command::Crossed(!s.shows_crossed()))
    })
    .ticked(|s| table(s) == Some(TableId::Commitments) && s.shows_crossed()),
    shared(Menu::View, "card", Some((Modifiers::NONE, Key::Space)), |s| {
        table(s).map(|_| Command::Card(!s.shows_card()))
    })
    .ticked(|s| table(s).is_some() && s.shows_card()),
    shared(Menu::View, "row-menu", Some((Modifiers::SHIFT, Key::Function(10))), |s| {
        row(s).map(|_| Command::RowMenu(true))
    }),
    shared(Menu::View, "card-fields", Some((Modifiers::NONE, Key::Function(6))), |s| {
        row(s).map(|_| Command::CardFields)
    }),
    shared(Menu::Go, "committee-before", None, |s| committee(s, true)),
    shared(Menu::Go, "committee-after", None, |s| committee(s, false)),
    shared(Menu::Go, "back", Some((Modifiers::ALT, Key::Left)), |s| s.can_go_back().then_some(Command::Back)),
    shared(Menu::Go, "page-previous", Some((CTRL, Key::PageUp)), |s| neighbour(s, -1).map(Command::Go)),
    shared(Menu::Go, "page-next", Some((CTRL, Key::PageDown)), |s| neighbour(s, 1).map(Command::Go)),
    shared(Menu::Go, "go-dashboard", None, |s| go(s, Page::Dashboard)).ticked(|s| is_at(s, Page::Dashboard)),
    action(Menu::Go, "go-todo", None, |s| go(s, Page::Todo)).ticked(|s| is_at(s, Page::Todo)),
    action(Menu::Go, "go-matching", None, |s| go(s, Page::Matching)).ticked(|s| is_at(s, Page::Matching)),
    shared(Menu::Go, "go-units", None, |s| go(s, Page::Section(Section::Units)))
        .ticked(|s| is_at(s, Page::Section(Section::Units))),
    action(Menu::Go, "go-relocations", None, |s| go(s, Page::Section(Section::Relocations)))
        .ticked(|s| is_at(s, Page::Section(Section::Relocations))),
    action(Menu::Go, "go-referrals", None, |s| go(s, Page::Section(Section::Referrals)))
        .ticked(|s| is_at(s, Page::Section(Section::Referrals))),
    action(Menu::Go, "go-proposals", None, |s| go(s, Page::Section(Section::Proposals)))
        .ticked(|s| is_at(s, Page::Section(Section::Proposals))),
    shared(Menu::Go, "go-landlords", None, |s| go(s, Page::Section(Section::Landlords)))
        .ticked(|s| is_at(s, Page::Section(Section::Landlords))),
    shared(Menu::Go, "go-associations", None, |s| go(s, Page::Section(Section::Associations)))
        .ticked(|s| is_at(s, Page::Section(Section::Associations))),
    shared(Menu::Go, "go-commitments", None, |s| go(s, Page::Section(Section::Commitments)))
        .ticked(|s| is_at(s, Page::Section(Section::Commitments))),
    shared(Menu::Go, "go-committees", None, |s| go(s, Page::Section(Section::Committees)))
        .ticked(|s| is_at(s, Page::Section(Section::Committees))),
    shared(Menu::Go, "go-trainings", None, |s| go(s, Page::Section(Section::Trainings)))
        .ticked(|s| is_at(s, Page::Section(Section::Trainings))),
    shared(Menu::Go, "go-context", None, |s| go(s, Page::Section(Section::Context)))
        .ticked(|s| is_at(s, Page::Section(Section::Context))),
    shared(Menu::Go, "go-convention", None, |s| go(s, Page::Section(Section::Convention)))
        .ticked(|s| is_at(s, Page::Section(Section::Convention))),
    action(Menu::Go, "go-findings", None, |s| go(s, Page::Findings)).ticked(|s| is_at(s, Page::Findings)),
    shared(Menu::Charts, "order-listed", None, |s| order(s, RowOrder::Listed))
        .ticked(|s| s.chart_order() == RowOrder::Listed),
    shared(Menu::Charts, "order-name", None, |s| order(s, RowOrder::Name))
        .ticked(|s| s.chart_order() == RowOrder::Name),
    shared(Menu::Charts, "order-target", None, |s| order(s, RowOrder::Target))
        .ticked(|s| s.chart_order() == RowOrder::Target),
    shared(Menu::Charts, "order-rate", None, |s| order(s, RowOrder::Rate))
        .ticked(|s| s.chart_order() == RowOrder::Rate),
    shared(Menu::Charts, "order-gap", None, |s| order(s, RowOrder::Gap)).ticked(|s| s.chart_order() == RowOrder::Gap),
    action(Menu::Charts, "charts-exact", None, |s| audience(s, Audience::Office))
        .ticked(|s| s.chart_audience() == Audience::Office),
    action(Menu::Charts, "charts-masked", None, |s| audience(s, Audience::Committee))
        .ticked(|s| s.chart_audience() == Audience::Committee),
    action(Menu::Charts, "charts-public", None, |s| audience(s, Audience::Public))
        .ticked(|s| s.chart_audience() == Audience::Public),
    shared(Menu::View, "seance", Some((Modifiers::NONE, Key::Function(9))), |s| {
        Some(Command::Seance(!s.is_in_seance()))
    })
    .ticked(Session::is_in_seance)
    .over_dialogs(),
    shared(Menu::View, "committee-window", None, |s| {
        s.is_open().then(|| Command::CommitteeWindow(!s.has_committee_window()))
    })
    .ticked(Session::has_committee_window),
    shared(Menu::View, "discuss", Some((Modifiers::NONE, Key::Function(4))), Session::discussion)
        .ticked(Session::has_discussion),
    shared(Menu::View, "leave-out", None, leave_out).ticked(Session::is_left_out),
    shared(Menu::View, "theme-dark", None, |_| Some(Command::Host(Request::Dark(true))))
        .ticked(|s| s.outside().appearance.is_dark),
    shared(Menu::View, "theme-light", None, |_| Some(Command::Host(Request::Dark(false))))
        .ticked(|s| !s.outside().appearance.is_dark),
    shared(Menu::View, "text-larger", Some((CTRL, Key::Sign('+'))), |s| scale(s, 10)),
    shared(Menu::View, "text-smaller", Some((CTRL, Key::Sign('-'))), |s| scale(s, -10)),
    shared(Menu::View, "text-normal", Some((CTRL, Key::Sign('0'))), |_| Some(Command::Host(Request::Scale(100))))
        .ticked(|s| s.outside().appearance.scale == 100),
    shared(Menu::View, "motion", None, |s| {
        Some(Command::Host(Request::ReducedMotion(!s.outside().appearance.has_reduced_motion)))
    })
    .ticked(|s| s.outside().appearance.has_reduced_motion),
    shared(Menu::View, "language", None, |s| Some(Command::Host(Request::Language(other_language(s))))),
    shared(Menu::Help, "palette", Some((CTRL_SHIFT, Key::Letter('P'))), |_| Some(Command::Ask(Dialog::palette()))),
    shared(Menu::Help, "help", Some((Modifiers::NONE, Key::Function(1))), |_| Some(help(HelpPage::Start))),
    shared(Menu::Help, "rules", None, |_| Some(help(HelpPage::Rules))),
    shared(Menu::Help, "about", None, |_| Some(Command::Ask(Dialog::About))),
    // Last, so that a search for something else does not find them first.
    action(Menu::Edit, "bring-back", None, |s| (s.is_open() && !s.is_read_only()).then_some(Command::AskRemoved)),
    action(Menu::Edit, "strike-cell", None, |s| {
        row(s).and(s.cell_at_hand()).and_then(|cell| strike(s, Strike::Cell(cell)))
    }),
    action(Menu::Edit, "strike-record", None, |s| {
        row(s).and_then(|(table, row)| strike(s, Strike::Record(table, row)))
    }),
    action(Menu::Edit, "strike-word", None, |s| {
        (s.is_open() && !s.is_read_only()).then(|| Command::Ask(Dialog::Strike { word: Line::default() }))
    }),
    // Which cases those are is worked out when it is asked for.
    action(Menu::Edit, "purge", None, |s| (s.is_open() && !s.is_read_only()).then_some(Command::AskPurge)),
];

const fn help(page: HelpPage) -> Command {
    Command::Ask(Dialog::Help(page))
}

pub fn find(key: &str) -> Option<&'static Action> {
    ACTIONS.iter().find(|action| action.key == key)
}

/// Its key in the word files.
pub fn word(action: &Action) -> String {
    format!("action-{}", action.key)
}

/// The action of a shortcut, unless the key edits the text that has the keyboard, or a dialog is open.
pub(super) fn pressed(stroke: Stroke, owner: Owner, has_dialog: bool) -> Option<&'static Action> {
    let action = ACTIONS.iter().find(|action| action.shortcut.is_some_and(|shortcut| stroke.is(shortcut)))?;
    let is_of_text = matches!(action.key, "undo" | "redo" | "remove-row") && owner.is_text();
    let is_of_control = action.key == "card" && !matches!(owner, Owner::Grid | Owner::Card);
    let is_barred = has_dialog && !action.is_over_dialogs;
    (!is_of_text && !is_of_control && !is_barred).then_some(action)
}

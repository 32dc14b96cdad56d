//! The one queue of input: each event goes, in its order, to whoever has the keyboard at that moment.
//!
//! Nothing here depends on how events were cut into frames. What is the window's own (a button that
//! has the keyboard, an open menu) is left to it.

use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{ColumnKey, Kind, TableId};
use crate::exchange::harmless::original_parts;

use super::Session;
use super::action;
use super::command::Command;
use super::copied::Copied;
use super::dialog::Dialog;
use super::focus::{Focus, Owner};
use super::grid::{Editor, EditorPlace, GridCommand, keys};
use super::key::{Input, Key, Modifiers, Stroke, Taken};
use super::line::{Effect, Line};

impl Session {
    /// Takes one event, unless one of the window's own controls has the keyboard.
    pub fn take(&mut self, input: Input) -> Taken {
        let drops_text = std::mem::take(&mut self.drops_text);
        match input {
            Input::Press(stroke) => self.press(stroke),
            Input::Release => Taken::BySession,
            Input::Text(_) if drops_text => Taken::BySession,
            Input::Text(text) => self.text(&text),
            Input::Preedit(text) => self.compose(&text),
            Input::Copy => self.copy_or_cut(GridCommand::CopyText, GridCommand::Copy),
            Input::Cut => self.copy_or_cut(GridCommand::CutText, GridCommand::Cut),
            // What was copied a moment ago may not have reached the clipboard yet.
            Input::Paste(text) => self.paste(&self.copied.clone().map_or(text, |copied| copied.text)),
        }
    }

    /// Whether one of the window's menus or lists is open: it has the keyboard.
    pub const fn set_popup(&mut self, is_open: bool) {
        self.has_popup = is_open;
    }

    /// Gives the keyboard to one of the window's own controls, or takes it back.
    pub const fn set_focus(&mut self, focus: Focus) {
        self.focus = focus;
    }

    /// How many rows the grid of the page shows: as many as Page Down goes.
    pub fn set_page_rows(&mut self, rows: usize) {
        self.page_rows = isize::try_from(rows).unwrap_or(isize::MAX).saturating_sub(1).max(1);
    }

    /// Whether the grid of the page, or the editor in it, has the keyboard.
    pub fn is_in_grid(&self) -> bool {
        matches!(self.owner(), Owner::Grid | Owner::Editor)
    }

    /// Whether the open editor has the keyboard.
    pub fn is_in_editor(&self) -> bool {
        self.owner() == Owner::Editor
    }

    /// Whether a field of the card has the keyboard.
    pub fn is_in_card(&self) -> bool {
        self.owner() == Owner::Card
    }

    pub(super) fn owner(&self) -> Owner {
        if self.has_popup {
            return Owner::Control;
        }
        if let Some(dialog) = &self.dialog {
            return match self.focus {
                Focus::Field(place) if place < dialog.fields().len() => Owner::Field(place),
                Focus::Control => Owner::Control,
                _ => Owner::Dialog,
            };
        }
        let Some(table) = self.shown_table() else { return self.owner_without_grid() };
        match self.focus {
            Focus::Control => Owner::Control,
            Focus::Search => Owner::Search,
            _ if self.grid(table).editor().is_some() => Owner::Editor,
            Focus::Card => Owner::Card,
            Focus::Page | Focus::Field(_) => Owner::Grid,
        }
    }

    fn press(&mut self, stroke: Stroke) -> Taken {
        let owner = self.owner();
        let Modifiers { ctrl, alt, .. } = stroke.modifiers;
        // Alt and a letter is no letter; Ctrl+Alt is AltGr, which types.
        self.drops_text = alt && !ctrl;
        if let Some(action) = action::pressed(stroke, owner, self.dialog.is_some()) {
            self.drops_text = true;
            self.carry_out_action(action);
            return Taken::BySession;
        }
        match owner {
            Owner::Editor => self.press_in_editor(stroke),
            Owner::Grid => self.press_in_grid(stroke),
            Owner::Card => self.press_in_card(stroke),
            Owner::List if stroke.key != Key::Tab => self.press_in_list(stroke),
            Owner::Welcome if stroke.key == Key::Enter => self.press_in_welcome(),
            Owner::Search => return self.press_in_search(stroke),
            Owner::Field(_) => return self.press_in_field(stroke),
            Owner::Dialog => match stroke.key {
                Key::Enter if stroke.modifiers == Modifiers::NONE => self.answer(0),
                Key::Escape => self.dismiss(),
                key => return to_control(key),
            },
            Owner::Control if stroke.key == Key::Escape && self.dialog.is_some() && !self.has_popup => self.dismiss(),
            Owner::Control | Owner::List | Owner::Welcome => return to_control(stroke.key),
        }
        Taken::BySession
    }

    fn press_in_editor(&mut self, stroke: Stroke) {
        let Some(table) = self.shown_table() else { return };
        let Some(editor) = self.grid(table).editor() else { return };
        let command = keys::in_editor(stroke, editor).unwrap_or(GridCommand::Press(stroke));
        self.handle(Command::Grid(table, command));
    }

    fn press_in_grid(&mut self, stroke: Stroke) {
        let Some(table) = self.shown_table() else { return };
        if let Some(pages) = card_pages(stroke).filter(|_| self.shows_card()) {
            return self.handle(Command::ScrollCard(pages));
        }
        if stroke.key == Key::Escape && self.shows_card() && self.grid(table).cut().is_none() {
            return self.handle(Command::Card(false));
        }
        if let Some(command) = keys::in_grid(stroke, self.page_rows) {
            self.handle(Command::Grid(table, command));
        }
    }

    fn press_in_card(&mut self, stroke: Stroke) {
        match (stroke.key, stroke.modifiers) {
            _ if let Some(pages) = card_pages(stroke) => self.handle(Command::ScrollCard(pages)),
            (Key::Up, Modifiers::NONE) | (Key::Tab, Modifiers::SHIFT) => self.step_in_card(-1),
            (Key::Down | Key::Tab, Modifiers::NONE) => self.step_in_card(1),
            (Key::Enter, Modifiers::NONE) if let Some(command) = self.at_stop() => self.handle(command),
            (Key::Enter | Key::Function(2), Modifiers::NONE) => self.edit_field(None),
            (Key::Backspace, Modifiers::NONE) if let Some((table, row, column)) = self.refused_field() => {
                self.handle(Command::EditCardField(table, row, column));
            }
            (Key::Delete | Key::Backspace, Modifiers::NONE) => {
                if let Some((table, row, column)) = self.current_field() {
                    self.handle(Command::Grid(table, GridCommand::ClearCell(CellRef { table, row, column })));
                }
            }
            (Key::Escape, Modifiers::NONE) => self.focus = Focus::Page,
            _ => {}
        }
    }

    /// Opens the editor on the field of the card that has the keyboard.
    fn edit_field(&mut self, text: Option<&str>) {
        if let Some((table, row, column)) = self.current_field() {
            let command = match text {
                Some(text) => GridCommand::TypeOver(row, column, EditorPlace::Card, text.to_owned()),
                None => GridCommand::Edit(row, column, EditorPlace::Card),
            };
            self.handle(Command::Grid(table, command));
        }
    }

    /// The field of the card that has the keyboard, and its record.
    fn current_field(&self) -> Option<(TableId, RowId, ColumnKey)> {
        let table = self.shown_table()?;
        Some((table, self.cursor_row(table)?, self.card_field()?))
    }

    /// The field that was just left with a text to be corrected.
    fn refused_field(&self) -> Option<(TableId, RowId, ColumnKey)> {
        let table = self.shown_table()?;
        let cell = self.grid(table).refused()?;
        Some((table, cell.row, cell.column))
    }

    fn press_in_search(&mut self, stroke: Stroke) -> Taken {
        match stroke.key {
            Key::Tab => return Taken::ByWindow,
            Key::Enter | Key::Down | Key::Escape => self.focus = Focus::Page,
            _ => self.type_in_line(|line| line.press(stroke, false)),
        }
        Taken::BySession
    }

    fn press_in_field(&mut self, stroke: Stroke) -> Taken {
        let owner = self.owner();
        let by = match stroke.key {
            Key::Tab if self.tab_in_form(stroke.modifiers.shift) => return Taken::BySession,
            Key::Tab => return Taken::ByWindow,
            Key::Enter => {
                self.enter_field();
                return Taken::BySession;
            }
            Key::Escape => {
                self.dismiss();
                return Taken::BySession;
            }
            Key::Down => 1,
            Key::Up => -1,
            _ => 0,
        };
        if let (Some(Dialog::Form(form)), Owner::Field(place), true) = (&mut self.dialog, owner, by != 0) {
            form.step(place, by);
            return Taken::BySession;
        }
        if by != 0 && self.step_answer(by) {
            return Taken::BySession;
        }
        let last = self.found_actions().len().saturating_sub(1);
        if let (Some(Dialog::Palette { at, .. }), true) = (&mut self.dialog, by != 0) {
            *at = at.saturating_add_signed(by).min(last);
        } else {
            self.type_in_line(|line| line.press(stroke, false));
        }
        Taken::BySession
    }

    fn text(&mut self, text: &str) -> Taken {
        let owner = self.owner();
        match owner {
            Owner::Grid if text.trim().is_empty() => {}
            Owner::Editor | Owner::Grid => self.on_shown_grid(GridCommand::Input(text.to_owned())),
            Owner::Card => self.edit_field(Some(text)),
            Owner::Search | Owner::Field(_) => self.type_in_line(|line| inserted(line, text)),
            // Lists and the window's own controls take keys and no text.
            Owner::Dialog | Owner::Control | Owner::List | Owner::Welcome => {}
        }
        Taken::BySession
    }

    fn compose(&mut self, text: &str) -> Taken {
        match self.owner() {
            Owner::Grid if !text.is_empty() => {
                self.on_shown_grid(GridCommand::Input(String::new()));
                self.on_shown_grid(GridCommand::Compose(text.to_owned()));
            }
            Owner::Editor => self.on_shown_grid(GridCommand::Compose(text.to_owned())),
            Owner::Search | Owner::Field(_) => self.type_in_line(|line| composed(line, text)),
            _ => {}
        }
        Taken::BySession
    }

    fn copy_or_cut(&mut self, in_text: GridCommand, in_grid: GridCommand) -> Taken {
        let is_cut = matches!(in_grid, GridCommand::Cut);
        match self.owner() {
            Owner::Editor => self.on_shown_grid(in_text),
            Owner::Grid => self.on_shown_grid(in_grid),
            Owner::Search | Owner::Field(_) if !self.is_secret() => {
                let mut chosen = None;
                self.type_in_line(|line| taken_out(line, is_cut, &mut chosen));
                self.copied = chosen.map(|text| Copied::typed(&text, None)).or_else(|| self.copied.take());
            }
            Owner::Card => {
                // The card has no cut: what it would leave behind is not seen.
                if let Some((table, row, column)) = self.current_field().filter(|_| !is_cut) {
                    let cell = CellRef { table, row, column };
                    self.copied = Some(Copied::typed(&self.shown_text(cell), Some(cell)));
                }
            }
            _ => {}
        }
        Taken::BySession
    }

    fn paste(&mut self, text: &str) -> Taken {
        match self.owner() {
            Owner::Editor => {
                let table = self.shown_table();
                let has_lines = table.and_then(|table| self.grid(table).editor()).is_some_and(Editor::has_lines);
                self.on_shown_grid(GridCommand::Input(as_typed(text, has_lines)));
            }
            Owner::Grid => self.on_shown_grid(GridCommand::Paste(text.to_owned())),
            Owner::Card => {
                let info = self.current_field().and_then(|(table, _, column)| table.column(column));
                self.edit_field(Some(&as_typed(text, info.is_some_and(|info| info.kind == Kind::Notes))));
            }
            _ => return self.text(&as_typed(text, false)),
        }
        Taken::BySession
    }

    fn on_shown_grid(&mut self, command: GridCommand) {
        if let Some(table) = self.shown_table() {
            self.handle(Command::Grid(table, command));
        }
    }

    /// Changes the search, or the field of the dialog, that has the keyboard.
    fn type_in_line(&mut self, change: impl FnOnce(&mut Line) -> Effect) {
        let owner = self.owner();
        let line = match owner {
            Owner::Search => Some(&mut self.search),
            Owner::Field(place) => self.dialog.as_mut().and_then(|dialog| dialog.field_mut(place)),
            _ => None,
        };
        if line.is_none_or(|line| change(line) != Effect::Changed) {
            return;
        }
        if owner == Owner::Search {
            let text = self.search.text().to_owned();
            self.on_shown_grid(GridCommand::Search(text));
        } else {
            self.field_changed();
        }
    }
}

/// Leaves a key to the window's own controls, where they have a use for it.
const fn to_control(key: Key) -> Taken {
    if matches!(key, Key::Letter(_) | Key::Sign(_) | Key::Function(_)) { Taken::BySession } else { Taken::ByWindow }
}

/// By how many pages a key scrolls the card.
fn card_pages(stroke: Stroke) -> Option<i32> {
    match (stroke.modifiers, stroke.key) {
        (Modifiers::ALT, Key::PageDown) => Some(1),
        (Modifiers::ALT, Key::PageUp) => Some(-1),
        _ => None,
    }
}

fn inserted(line: &mut Line, text: &str) -> Effect {
    line.insert(text);
    Effect::Changed
}

fn composed(line: &mut Line, text: &str) -> Effect {
    line.compose(text);
    Effect::Changed
}

fn taken_out(line: &mut Line, is_cut: bool, chosen: &mut Option<String>) -> Effect {
    *chosen = if is_cut { line.cut() } else { Some(line.chosen().to_owned()).filter(|text| !text.is_empty()) };
    if is_cut && chosen.is_some() { Effect::Changed } else { Effect::Moved }
}

/// A pasted text as it was copied, without the line break that spreadsheets add; a field of one line has none.
fn as_typed(text: &str, has_lines: bool) -> String {
    let text = text.strip_suffix('\n').map_or(text, |text| text.strip_suffix('\r').unwrap_or(text));
    let text = original_parts(&text.replace("\r\n", "\n"));
    if has_lines { text } else { text.replace(['\n', '\r', '\t'], " ") }
}

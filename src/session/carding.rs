//! The record card: whether it is open, its content, which of its fields has the keyboard.

use chrono::NaiveDate;

use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{ColumnKey, TableId};
use crate::edit::Revision;
use crate::words::Lang;

use super::Session;
use super::action;
use super::card::{self, RecordCard, Stop};
use super::command::Command;
use super::focus::Focus;
use super::links;

#[derive(Default)]
pub(super) struct OpenCard {
    pub(super) is_open: bool,
    /// What has, or last had, the keyboard.
    pub(super) stop: Option<Stop>,
    /// The field had the keyboard when the dialog was opened.
    pub(super) asks: bool,
    /// All findings are listed, not only how many.
    pub(super) lists_findings: bool,
    /// Pages scrolled with the keyboard, in total; the view applies the difference.
    pub(super) pages: i32,
    /// Incremented when another field must be scrolled into view.
    pub(super) moves: u64,
    made: Option<(CardKey, RecordCard)>,
}

#[derive(Clone, Copy, PartialEq)]
struct CardKey {
    table: TableId,
    row: RowId,
    document: u64,
    revision: Revision,
    today: NaiveDate,
    lang: Lang,
}

impl Session {
    pub const fn shows_card(&self) -> bool {
        self.card.is_open
    }

    /// The record under the cursor and its card, if open.
    pub fn card(&self) -> Option<(RowId, &RecordCard)> {
        self.card.made.as_ref().map(|(of, card)| (of.row, card))
    }

    /// What of the card has the keyboard.
    pub fn card_stop(&self) -> Option<Stop> {
        self.card.stop.filter(|_| self.focus == Focus::Card)
    }

    /// The field of the card that has the keyboard.
    pub fn card_field(&self) -> Option<ColumnKey> {
        match self.card_stop()? {
            Stop::Field(column) => Some(column),
            Stop::Figure(_) | Stop::Link(_) | Stop::Act(_) => None,
        }
    }

    /// The cell that actions are about: the field of the card that has the keyboard, or had it before the dialog;
    /// otherwise that of the grid's cursor.
    pub fn cell_at_hand(&self) -> Option<CellRef> {
        let cell = self.grid(self.shown_table()?).cell()?;
        match self.card.stop.filter(|_| self.focus == Focus::Card || self.card.asks) {
            Some(Stop::Field(column)) => Some(CellRef { column, ..cell }),
            _ => Some(cell),
        }
    }

    /// Both only ever change by commands; the view applies the difference.
    pub const fn card_scroll(&self) -> (i32, u64) {
        (self.card.pages, self.card.moves)
    }

    /// Whether the card lists the record's findings, where there are many.
    pub const fn lists_findings(&self) -> bool {
        self.card.lists_findings
    }

    pub(super) fn open_card(&mut self, is_open: bool) {
        self.card.is_open = is_open;
        if !is_open && self.focus == Focus::Card {
            self.focus = Focus::Page;
        }
    }

    /// Gives the keyboard to a field of the card of a record.
    pub(super) fn go_to_field(&mut self, table: TableId, row: RowId, column: ColumnKey) {
        self.go_to_row(table, row);
        self.go_to_stop(Stop::Field(column));
    }

    fn go_to_stop(&mut self, stop: Stop) {
        self.focus = Focus::Card;
        self.card.stop = Some(stop);
        self.card.moves += 1;
    }

    /// Where the keyboard stops in the card of the record under the cursor.
    fn stops(&self) -> Vec<Stop> {
        let record = self.shown_table().and_then(|table| Some((table, self.cursor_row(table)?)));
        let Some((table, row)) = record else { return Vec::new() };
        let links = links::links(table, row, &self.lens(), &self.words).len();
        let is_on = |stop: &Stop| !matches!(stop, Stop::Act(place) if self.act_of_card(table, *place).is_none());
        let year = self.card().and_then(|(of, card)| card.year.as_ref().filter(|_| of == row));
        let figures = year.map_or(0, |year| year.lines.len());
        card::stops((table, row), &self.lens(), (figures, links)).into_iter().filter(is_on).collect()
    }

    fn act_of_card(&self, table: TableId, place: usize) -> Option<Command> {
        action::find(card::acts(table).get(place)?).and_then(|action| action.command(self))
    }

    /// What Enter does where the card has the keyboard, unless that is a field.
    pub(super) fn at_stop(&self) -> Option<Command> {
        let table = self.shown_table()?;
        match self.card_stop()? {
            Stop::Field(_) => None,
            Stop::Figure(place) => self.open_year_line(place),
            Stop::Link(place) => {
                let links = links::links(table, self.cursor_row(table)?, &self.lens(), &self.words);
                links.get(place).map(|link| Command::Reveal(link.cell))
            }
            Stop::Act(place) => self.act_of_card(table, place),
        }
    }

    /// Moves the keyboard from the grid to the card, opening it, or back.
    pub(super) fn change_sides(&mut self) {
        if self.focus == Focus::Card {
            self.focus = Focus::Page;
            return;
        }
        let cursor = self.shown_table().and_then(|table| Some((table, self.cursor_row(table)?)));
        if let Some((table, row)) = cursor {
            let column = self.grid(table).cell().map(|cell| cell.column);
            self.card.is_open = true;
            let stops = self.stops();
            let stop = stops.iter().find(|stop| column.map(Stop::Field) == Some(**stop)).or(stops.first()).copied();
            if let Some(stop) = stop {
                self.go_to_row(table, row);
                self.go_to_stop(stop);
            }
        }
    }

    /// Moves the keyboard down the card by a number of stops.
    pub(super) fn step_in_card(&mut self, by: isize) {
        let stops = self.stops();
        let at = self.card.stop.and_then(|at| stops.iter().position(|stop| *stop == at));
        let last = stops.len().saturating_sub(1);
        let to = at.map_or(0, |at| at.saturating_add_signed(by).min(last));
        if let Some(stop) = stops.get(to).copied() {
            self.go_to_stop(stop);
        }
    }

    /// Returns the keyboard to the page if the card is gone.
    pub(super) fn follow_card(&mut self) {
        let has_row = self.shown_table().and_then(|table| self.cursor_row(table)).is_some();
        if self.focus == Focus::Card && !(self.card.is_open && has_row) {
            self.focus = Focus::Page;
        }
    }

    /// Rebuilds the card if its record, the cursor or the language changed.
    pub(super) fn refresh_card(&mut self) {
        let table = self.shown_table().filter(|_| self.card.is_open);
        let cursor = table.and_then(|table| Some((table, self.cursor_row(table)?)));
        let Some((table, row)) = cursor.filter(|(table, row)| self.dataset().table(*table).contains(*row)) else {
            self.card.made = None;
            return;
        };
        let of = CardKey {
            table,
            row,
            document: self.opened,
            revision: self.document.revision(),
            today: self.today(),
            lang: self.words.lang(),
        };
        if self.card.made.as_ref().is_none_or(|(kept, _)| *kept != of) {
            self.card.made = Some((of, RecordCard::of(table, row, &self.lens(), &self.words)));
        }
    }
}

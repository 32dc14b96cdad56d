//! The editor of one cell, as data: its text, what could be meant, why it was not taken.

use chrono::NaiveDate;

use crate::domain::fold::fold;
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::exchange::entry::Suggestion;
use crate::session::line::Line;

/// Where an editor is shown, and where one goes from there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EditorPlace {
    /// Over its cell: on to the next row or column.
    #[default]
    Grid,
    /// In the record card: on to the next field of the same record.
    Card,
}

/// A cell being typed in.
#[derive(Clone, Debug)]
pub struct Editor {
    /// Which cell.
    pub cell: CellRef,
    /// Where it is shown.
    pub place: EditorPlace,
    /// What is typed so far.
    pub line: Line,
    /// Something was typed: it is not just what the cell holds.
    pub is_typed: bool,
    /// Why it was not taken.
    pub problem: Option<Message>,
    /// What could be meant.
    pub offers: Vec<Suggestion>,
    /// The entry that the keyboard is on: an offer, or after them making a record.
    pub offer: Option<usize>,
    /// The month that the calendar shows, as its first day.
    pub month: Option<NaiveDate>,
}

impl Editor {
    /// What is typed so far.
    pub fn text(&self) -> &str {
        self.line.text()
    }

    /// Whether its text may have several lines.
    pub fn has_lines(&self) -> bool {
        self.cell.table.column(self.cell.column).is_some_and(|info| info.kind == Kind::Notes)
    }

    /// The table in which what is typed could become a record: a name that no record has.
    pub fn creates(&self) -> Option<TableId> {
        let Kind::Reference(table) = self.cell.table.column(self.cell.column)?.kind else { return None };
        let typed = fold(self.text());
        let is_known = self.offers.iter().any(|offer| fold(&offer.label) == typed);
        (self.is_typed && table.made_by_name().is_some() && !typed.is_empty() && !is_known).then_some(table)
    }

    /// How many entries stand under it: the offers, and making a record.
    pub fn entries(&self) -> usize {
        self.offers.len() + usize::from(self.creates().is_some())
    }
}

//! The editor of one cell, as data: its text, suggestions, why the text was rejected.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};

use crate::domain::fold::fold;
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::exchange::entry::Suggestion;
use crate::session::line::Line;

use super::selection::CellPos;

/// Where an editor is shown; decides where the cursor goes next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EditorPlace {
    /// Over its cell: next is another row or column.
    #[default]
    Grid,
    /// In the record card: next is another field of the same record.
    Card,
}

#[derive(Clone, Debug)]
pub struct Editor {
    pub cell: CellRef,
    /// Where the cell, or its record, stands in the grid.
    pub at: CellPos,
    pub place: EditorPlace,
    pub line: Line,
    /// The text was edited since the editor opened.
    pub is_typed: bool,
    /// Why the text was rejected.
    pub problem: Option<Message>,
    /// Suggestions.
    pub offers: Vec<Suggestion>,
    /// The highlighted entry, which Enter and Tab take: a suggestion or, after them, "create a record". The only one that
    /// a typed text clearly means is highlighted at once.
    pub offer: Option<usize>,
    /// The day that the text says, marked in the calendar.
    pub day: Option<NaiveDate>,
    /// The first day of the month in the calendar.
    pub month: Option<NaiveDate>,
}

/// A step in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarStep {
    Days(i64),
    Months(i32),
}

impl CalendarStep {
    /// The day that is reached; none out of all calendars.
    pub fn from(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_add_signed(TimeDelta::try_days(days)?),
            Self::Months(months) if months < 0 => day.checked_sub_months(Months::new(months.unsigned_abs())),
            Self::Months(months) => day.checked_add_months(Months::new(months.unsigned_abs())),
        }
    }
}

impl Editor {
    pub fn text(&self) -> &str {
        self.line.text()
    }

    /// Whether a calendar is under it.
    pub fn is_date(&self) -> bool {
        self.cell.table.column(self.cell.column).is_some_and(|info| info.kind.is_date())
    }

    /// Whether Left and Right choose days: there is no text in which the caret could move, or it was
    /// chosen in the calendar.
    pub fn is_in_calendar(&self) -> bool {
        self.is_date() && self.line.chosen() == self.text()
    }

    /// The day from which the calendar goes on: that of the text, if its month is in sight.
    pub(super) fn day_from(&self, today: NaiveDate) -> NaiveDate {
        let Some(month) = self.month else { return today };
        let is_shown = |day: &NaiveDate| (day.year(), day.month()) == (month.year(), month.month());
        self.day.into_iter().chain([today]).find(is_shown).unwrap_or(month)
    }

    /// Whether its text may span several lines.
    pub fn has_lines(&self) -> bool {
        self.cell.table.column(self.cell.column).is_some_and(|info| info.kind == Kind::Notes)
    }

    /// Whether it is one line of text or a number, without a list or a calendar below.
    pub fn is_plain_line(&self) -> bool {
        self.place == EditorPlace::Grid && !self.has_lines() && !self.is_date() && self.entries() == 0
    }

    /// The table in which the typed text could become a record, if none has that name.
    pub fn creates(&self) -> Option<TableId> {
        let Kind::Reference(table) = self.cell.table.column(self.cell.column)?.kind else { return None };
        let typed = fold(self.text());
        let is_known = self.offers.iter().any(|offer| fold(&offer.label) == typed);
        (self.is_typed && table.made_by_name().is_some() && !typed.is_empty() && !is_known).then_some(table)
    }

    /// The number of entries under it: suggestions, and "create a record".
    pub fn entries(&self) -> usize {
        self.offers.len() + usize::from(self.creates().is_some())
    }
}

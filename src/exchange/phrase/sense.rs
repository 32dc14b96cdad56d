//! What each group of words of a line is taken for, given the kind of record.
//!
//! Owns the order: the longest group first; of one length, what is exactly called so, then the names of columns, then
//! names that only begin so.

use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnInfo, ColumnKey, Kind, TableId};
use crate::domain::value::Value;
use crate::exchange::entry::{self, Entry, EntryContext};
use crate::exchange::show;

use super::lexicon::{self, LINKS};
use super::token::{Typed, is_number};

/// What a line is read on.
pub(super) struct Ground<'a> {
    pub typed: &'a Typed<'a>,
    pub table: TableId,
    /// The record that is changed.
    pub row: Option<RowId>,
    pub context: &'a EntryContext<'a>,
    /// The words that are codes.
    pub codes: &'a [(usize, Coded)],
    /// The first word says the kind of record.
    pub kind_word: bool,
}

/// A word that is the code of a record, or looks like one of a table that has no such record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Coded {
    pub table: TableId,
    pub row: Option<RowId>,
}

/// What a group of words is taken for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sense {
    /// It says nothing of its own.
    Link,
    Note(String),
    Cells(Vec<Cell>),
    /// A day, and not of what.
    Day(NaiveDate),
    Ask(Message, Vec<Offer>),
    Unknown,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub column: ColumnKey,
    pub value: Value,
    /// Named without a day.
    pub is_undated: bool,
}

/// An answer: the words that say it in place of those asked about.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    pub label: String,
    pub detail: String,
    pub words: String,
}

impl Cell {
    pub(super) const fn new(column: ColumnKey, value: Value) -> Self {
        Self { column, value, is_undated: false }
    }
}

impl Sense {
    pub(super) fn cell(column: ColumnKey, value: Value) -> Self {
        Self::Cells(vec![Cell::new(column, value)])
    }

    /// Whether it says something about the record.
    pub(super) const fn is_telling(&self) -> bool {
        matches!(self, Self::Cells(_) | Self::Ask(..))
    }
}

pub(super) type Senses = Vec<(Range<usize>, Sense)>;

impl Ground<'_> {
    /// The whole line, group by group.
    pub(super) fn senses(&self) -> Senses {
        let mut senses: Senses = Vec::new();
        let mut at = 0;
        while at < self.typed.len() {
            let (group, sense) = self.at(at);
            at = group.end;
            match senses.last_mut() {
                // Words side by side that are not understood are asked about together.
                Some((last, Sense::Unknown)) if sense == Sense::Unknown => last.end = group.end,
                // A form of address belongs to whoever is named, and tells that it is somebody.
                Some((last, kept @ Sense::Link)) if sense == Sense::Unknown && self.is_address(last) => {
                    (last.end, *kept) = (group.end, sense);
                }
                _ => senses.push((group, sense)),
            }
        }
        senses
    }

    fn is_address(&self, group: &Range<usize>) -> bool {
        group.len() == 1 && ["madame", "mme"].contains(&self.typed.folded(group).as_str())
    }

    fn at(&self, start: usize) -> (Range<usize>, Sense) {
        let one = start..start + 1;
        if self.typed.tokens[start].is_quoted {
            let text = self.typed.words(&one).trim_matches(['"', '«', '»', '“', '”', ' ', '\u{a0}', '\u{202f}']);
            return (one, Sense::Note(text.to_owned()));
        }
        if start == 0 && self.kind_word {
            return (one, Sense::Link);
        }
        if let Some((_, coded)) = self.codes.iter().find(|(at, _)| *at == start) {
            return (one, self.coded(*coded));
        }
        if let Some(rest) = self.rest_as_note(start) {
            return rest;
        }
        for group in self.typed.groups(start) {
            let found = self.exactly(&group);
            if !found.is_empty() {
                let sense = self.one_of(&group, found);
                return self.with_day(group, sense);
            }
            if let Some(day) = self.day(&group) {
                return (group, Sense::Day(day));
            }
            if let Some(found) = self.labelled(&group) {
                return found;
            }
            let found = self.nearly(&group);
            if !found.is_empty() {
                let sense = self.one_of(&group, found);
                return (group, sense);
            }
        }
        let sense =
            if LINKS.contains(&self.typed.tokens[start].folded.as_str()) { Sense::Link } else { Sense::Unknown };
        (one, sense)
    }

    /// A code is a reference where the table has a column for it, and else the record itself.
    fn coded(&self, coded: Coded) -> Sense {
        let Some(row) = coded.row else {
            let table = format!("table-{}-one", coded.table.key());
            return Sense::Ask(Message::new("phrase-no-such-code").term("table", table), Vec::new());
        };
        let refers = |info: &&ColumnInfo| info.kind == Kind::Reference(coded.table) && !self.is_earlier(info.key);
        match self.columns().find(refers) {
            Some(info) => Sense::cell(info.key, Value::Reference(row)),
            None if self.row == Some(row) => Sense::Link,
            None => Sense::Unknown,
        }
    }

    /// "note : …": all that follows.
    fn rest_as_note(&self, start: usize) -> Option<(Range<usize>, Sense)> {
        const NOTES: [&str; 6] = ["note", "notes", "nb", "remarque", "remarques", "commentaire"];
        NOTES.contains(&self.typed.tokens[start].folded.as_str()).then_some(())?;
        let rest = start + 1..self.typed.len();
        (!rest.is_empty()).then(|| {
            let words = self.typed.words(&rest).trim_matches(['"', '«', '»', '“', '”', ' ', '\u{a0}', '\u{202f}']);
            (start..self.typed.len(), Sense::Note(words.to_owned()))
        })
    }

    /// The only sense, or the question which.
    fn one_of(&self, group: &Range<usize>, mut found: Vec<Sense>) -> Sense {
        found.dedup();
        if let [only] = found.as_slice() {
            return only.clone();
        }
        let offers = found.into_iter().flat_map(|sense| match sense {
            Sense::Cells(cells) => cells.iter().take(1).map(|cell| self.offer(cell)).collect(),
            Sense::Ask(_, offers) => offers,
            _ => Vec::new(),
        });
        let message = Message::new("phrase-several").text("words", self.typed.words(group));
        Sense::Ask(message, offers.collect())
    }

    /// A value as an answer. Names stand for themselves; what has none is written behind the name of its column.
    pub(super) fn offer(&self, cell: &Cell) -> Offer {
        let kind = self.table.column(cell.column).map_or(Kind::Text, |info| info.kind);
        let shown = show::value(&cell.value, kind, self.context.reader, self.context.words);
        let column = self.column_word(cell.column);
        let stands_alone = matches!(kind, Kind::Reference(_) | Kind::Territories);
        if stands_alone {
            return Offer { words: shown.clone(), label: shown, detail: column };
        }
        let words = format!("{} {shown}", self.name(cell.column));
        let label = Message::new("phrase-as").text("column", column).text("value", shown);
        Offer { label: self.context.words.say(&label), detail: String::new(), words }
    }

    pub(super) fn column_word(&self, column: ColumnKey) -> String {
        self.context.words.text(&self.table.column_word(column)).to_owned()
    }

    /// What an answer calls a column: by its header, where that can be typed.
    pub(super) fn name(&self, column: ColumnKey) -> String {
        let header = self.column_word(column).to_lowercase();
        if header.chars().all(|c| c.is_alphabetic() || c.is_whitespace()) {
            return header;
        }
        let known = lexicon::names(self.table).iter().find(|(key, _)| *key == column);
        known.and_then(|(_, names)| names.first()).map_or(header, |name| (*name).to_owned())
    }

    /// The columns that a line can fill.
    pub(super) fn columns(&self) -> impl Iterator<Item = &'static ColumnInfo> + use<> {
        self.table.columns().iter().copied().filter(|info| !info.is_derived() && info.code().is_none())
    }

    /// The column of an earlier case: a code alone is not that.
    pub(super) fn is_earlier(&self, column: ColumnKey) -> bool {
        self.table == TableId::Relocations && column == Relocation::KEYS.earlier_case
    }

    pub(super) fn parse(&self, kind: Kind, text: &str) -> Entry {
        entry::parse(kind, text, self.context)
    }

    /// A day that is written as one: a number alone may be anything.
    pub(super) fn day(&self, group: &Range<usize>) -> Option<NaiveDate> {
        let text = self.typed.words(group);
        let has_mark = text.contains(['/', '.', '-']) || text.contains(|c: char| c.is_alphabetic());
        if !has_mark || is_number(text) {
            return None;
        }
        match self.parse(Kind::DATE, text) {
            Entry::Value(Value::Date(day)) => Some(day),
            _ => None,
        }
    }
}

//! The content of a record card: title, fields by group, steps, history.
//!
//! Plain data, built from the schema alone, so a new column appears without a change here. Only the office's card
//! has a history, since that holds old values.

use chrono::NaiveDate;

use crate::domain::dataset::{Change, HistoryEntry};
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::{Lens, Reader};
use crate::domain::message::Message;
use crate::domain::schema::{Audience, ColumnInfo, ColumnKey, Group, Kind, TableId};
use crate::domain::value::Value;
use crate::exchange::show;
use crate::indicators::{CaseRuling, case_verdict};
use crate::words::Words;

use super::links::{self, CardLink};
use super::year::{self, Year};

/// How many history entries are listed.
const MOST: usize = 50;
/// How many characters of a value are shown in a history entry.
const LONGEST: usize = 80;

/// The content of a record card: title, fields by group, steps, history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordCard {
    /// The record's label, and its landlord.
    pub title: String,
    /// Why its rehousing does not count.
    pub uncounted: Option<String>,
    /// The fields that are not in the title, by group. Empty ones are included, so that none moves
    /// while the user types.
    pub groups: Vec<(Group, Vec<Field>)>,
    /// The steps in order, then the exits.
    pub steps: Vec<CardStep>,
    /// Of a landlord or an association: the running period's name, and what it counts.
    pub year: Option<Year>,
    /// What belongs to it, in the order of time.
    pub links: Vec<CardLink>,
    /// None if the audience may not see it.
    pub history: Option<History>,
}

/// Where the keyboard can be in a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Field(ColumnKey),
    /// The nth figure of the record's year.
    Figure(usize),
    /// The nth of what belongs to the record.
    Link(usize),
    /// The nth of its acts.
    Act(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub column: ColumnKey,
    pub label: String,
    /// The value, amounts with their unit; or the entry to be corrected.
    pub text: String,
}

/// A step or an exit: a date column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardStep {
    pub column: ColumnKey,
    pub label: String,
    pub state: StepState,
    /// A text that is no date, to be corrected.
    pub draft: Option<String>,
}

/// The state of a step as of the lens's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// No date yet.
    ToCome,
    /// The date is in the future.
    Planned(NaiveDate),
    Taken(NaiveDate),
    /// An exit: the case ended, but not with its last step.
    Ended(NaiveDate),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Newest first, at most 50.
    pub entries: Vec<HistoryLine>,
    /// How many older entries are not listed.
    pub older: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    /// When, and by whom.
    pub stamp: String,
    pub change: String,
}

impl RecordCard {
    /// The card of a record as of the lens's day.
    pub fn of(table: TableId, row: RowId, lens: &Lens, words: &Words) -> Self {
        let reader = RecordReader { table, row, lens, words };
        let owner = owner(table);
        let label = show::label(table, row, lens, words);
        let owned = owner.map(|info| reader.text(info, &reader.value(info))).filter(|text| !text.is_empty());
        let group = |group: Group| {
            let fields: Vec<_> = fields_of((table, row), lens, group).map(|info| reader.field(info)).collect();
            (!fields.is_empty()).then_some((group, fields))
        };
        Self {
            title: [Some(label), owned].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            uncounted: uncounted(table, row, lens).map(|message| words.say(&message)),
            groups: Group::ALL.into_iter().filter_map(group).collect(),
            steps: steps_of((table, row), lens).map(|info| reader.step(info)).collect(),
            // It counts cases: of those, others see the region's figures.
            year: year::year(table, row, lens, words).filter(|_| lens.audience() == Audience::Office),
            links: links::links(table, row, lens, words),
            history: (lens.audience() == Audience::Office).then(|| reader.history()),
        }
    }
}

/// Where the keyboard stops in the card of a record with so many links, from top to bottom.
pub fn stops((table, row): (TableId, RowId), lens: &Lens, (figures, links): (usize, usize)) -> Vec<Stop> {
    let group = |group: Group| {
        let steps = (group == Group::Steps).then(|| steps_of((table, row), lens)).into_iter().flatten();
        let fields = steps.chain(fields_of((table, row), lens, group)).map(|info| Stop::Field(info.key));
        let (figures, links, acts) = if group == Group::Main { (figures, links, acts(table).len()) } else { (0, 0, 0) };
        let figures = (0..figures).map(Stop::Figure);
        fields.chain(figures).chain((0..links).map(Stop::Link)).chain((0..acts).map(Stop::Act))
    };
    Group::ALL.into_iter().flat_map(group).collect()
}

/// The keys of the actions that come next about a record of a table.
pub const fn acts(table: TableId) -> &'static [&'static str] {
    match table {
        TableId::Relocations => &["refer", "propose", "decide", "answer", "sign", "move-in"],
        TableId::Units => &["propose", "decide", "answer"],
        TableId::Proposals => &["decide", "answer"],
        TableId::Referrals => &["answer"],
        TableId::Committees => &["close-committee"],
        _ => &[],
    }
}

/// The columns that are shown of a record.
fn shown_of((table, row): (TableId, RowId), lens: &Lens) -> impl Iterator<Item = &'static ColumnInfo> {
    lens.columns(table).into_iter().filter(move |info| !lens.hides(CellRef { table, row, column: info.key }))
}

/// The fields of a group, without those of the title and without steps.
fn fields_of(of: (TableId, RowId), lens: &Lens, group: Group) -> impl Iterator<Item = &'static ColumnInfo> {
    let is_of = move |info: &&ColumnInfo| info.group == group && !of.0.label().contains(&info.key) && !is_step(info);
    shown_of(of, lens).filter(is_of)
}

fn steps_of(of: (TableId, RowId), lens: &Lens) -> impl Iterator<Item = &'static ColumnInfo> {
    shown_of(of, lens).filter(|info| is_step(info))
}

/// Why a completed rehousing counts for nobody (rules C6, C11).
fn uncounted(table: TableId, row: RowId, lens: &Lens) -> Option<Message> {
    let case = lens.dataset.relocations.find(row).filter(|_| table == TableId::Relocations)?;
    let verdict = case_verdict(lens, case);
    let is_uncounted = matches!(verdict.ruling, CaseRuling::NoLandlord { .. } | CaseRuling::BeforeJoining { .. });
    is_uncounted.then(|| verdict.message(lens))
}

/// The column of the record's landlord, unless the label has it already.
fn owner(table: TableId) -> Option<&'static ColumnInfo> {
    let names_landlord = |info: &&ColumnInfo| info.kind == Kind::Reference(TableId::Landlords);
    let columns = table.columns().iter().copied().filter(|_| table != TableId::Landlords);
    columns.filter(|info| !table.label().contains(&info.key)).find(names_landlord)
}

/// Whether a column is a step or an exit: a date that users enter.
fn is_step(info: &ColumnInfo) -> bool {
    matches!(info.group, Group::Steps | Group::Exits) && info.kind.is_date() && !info.is_derived()
}

struct RecordReader<'a> {
    table: TableId,
    row: RowId,
    lens: &'a Lens<'a>,
    words: &'a Words,
}

impl RecordReader<'_> {
    fn value(&self, info: &ColumnInfo) -> Value {
        self.lens.value(CellRef { table: self.table, row: self.row, column: info.key })
    }

    fn text(&self, info: &ColumnInfo, value: &Value) -> String {
        let text = show::value(value, info.kind, self.lens, self.words);
        if matches!(info.kind, Kind::Money(_)) && !value.is_empty() { format!("{text}\u{a0}€") } else { text }
    }

    fn label(&self, column: ColumnKey) -> String {
        self.words.text(&self.table.column_word(column)).to_owned()
    }

    /// The text typed for a column that rejected it.
    fn draft(&self, info: &ColumnInfo) -> Option<&str> {
        self.lens.dataset.draft(CellRef { table: self.table, row: self.row, column: info.key })
    }

    fn field(&self, info: &ColumnInfo) -> Field {
        let mut text = self.draft(info).map_or_else(|| self.text(info, &self.value(info)), ToOwned::to_owned);
        if let Some(meaning) = info.when_empty.filter(|_| text.is_empty()) {
            text = self.words.text(meaning).to_owned();
        }
        Field { column: info.key, label: self.label(info.key), text }
    }

    fn step(&self, info: &ColumnInfo) -> CardStep {
        let state = match self.value(info).as_date() {
            Some(day) if day > self.lens.as_of => StepState::Planned(day),
            Some(day) if info.group == Group::Exits => StepState::Ended(day),
            Some(day) => StepState::Taken(day),
            None => StepState::ToCome,
        };
        CardStep {
            column: info.key,
            label: self.label(info.key),
            state,
            draft: self.draft(info).map(ToOwned::to_owned),
        }
    }

    fn history(&self) -> History {
        let mut history = History::default();
        let its = self.lens.dataset.history.iter().filter(|entry| entry.row == self.row && entry.table == self.table);
        // What it had when it was removed is nothing that anybody did.
        let mut is_gone = false;
        let its: Vec<_> = its
            .filter(|entry| {
                is_gone = entry.change == Change::Removed || is_gone && entry.change != Change::Created;
                !is_gone || entry.change == Change::Removed
            })
            .collect();
        for entry in its.into_iter().rev() {
            if history.entries.len() < MOST {
                history.entries.push(self.past(entry));
            } else {
                history.older += 1;
            }
        }
        history
    }

    fn past(&self, entry: &HistoryEntry) -> HistoryLine {
        let change = match &entry.change {
            Change::Created => self.words.text("card-created").to_owned(),
            Change::Removed => self.words.text("card-removed").to_owned(),
            Change::Struck { column: None } => self.words.text("card-struck").to_owned(),
            Change::Struck { column: Some(column) } => {
                let what = self.label(*column);
                self.words.say(&Message::new("card-struck-value").text("column", what))
            }
            Change::Set { column, from, to } => {
                let colon = if self.words.lang() == crate::words::Lang::Fr { "\u{a0}: " } else { ": " };
                format!(
                    "{}{colon}{} →\u{a0}{}",
                    self.label(*column),
                    self.brief(*column, from),
                    self.brief(*column, to)
                )
            }
        };
        HistoryLine { stamp: format!("{}, {}", self.words.date(entry.at.date()), entry.by), change }
    }

    /// A value of a history entry, on one line, truncated.
    fn brief(&self, column: ColumnKey, value: &Value) -> String {
        let text = self.table.column(column).map(|info| self.text(info, value)).unwrap_or_default();
        if text.is_empty() {
            return self.words.text("card-empty").to_owned();
        }
        let line = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
            None => line,
        }
    }
}

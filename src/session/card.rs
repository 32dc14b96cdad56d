//! What a card says of one record: title, fields by group, steps, history.
//!
//! Plain data, read through the schema alone: a column that is added shows up here by itself.
//! For the office only, since a history holds old values.

use chrono::NaiveDate;

use crate::domain::dataset::{Change, HistoryEntry};
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, Group, Kind, TableId};
use crate::domain::value::Value;
use crate::exchange::show;
use crate::indicators::{CaseRuling, case_verdict};
use crate::words::Words;

/// How many entries of a history are listed.
const MOST: usize = 50;
/// How many letters of a value are listed in a history.
const LONGEST: usize = 80;

/// What a card says of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordCard {
    /// What the record is called, and whose it is.
    pub title: String,
    /// That its rehousing does not count yet, and why.
    pub uncounted: Option<String>,
    /// The fields besides those of the title, by group: empty ones too, so that none moves while one
    /// types.
    pub groups: Vec<(Group, Vec<Field>)>,
    /// The steps in their order, then the exits.
    pub steps: Vec<CardStep>,
    /// What happened to it.
    pub history: History,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its column.
    pub column: ColumnKey,
    /// The column's name.
    pub label: String,
    /// What it holds, amounts with their unit.
    pub text: String,
}

/// A step or an exit: a column that holds a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardStep {
    /// Its column.
    pub column: ColumnKey,
    /// The column's name.
    pub label: String,
    /// How far it is.
    pub state: StepState,
}

/// How far a step is on the day that the records are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// No day is known.
    ToCome,
    /// A day to come: a plan.
    Planned(NaiveDate),
    /// It was taken that day.
    Taken(NaiveDate),
    /// It ended that day, and not by its last step.
    Ended(NaiveDate),
}

/// The history of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Its entries, the newest first, at most 50.
    pub entries: Vec<HistoryLine>,
    /// How many older ones there are.
    pub older: usize,
}

/// Something that happened to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    /// When and by whom.
    pub stamp: String,
    /// What.
    pub change: String,
}

impl RecordCard {
    /// What there is to say of a record as of the lens's day.
    pub fn of(table: TableId, row: RowId, lens: &Lens, words: &Words) -> Self {
        let reader = RecordReader { table, row, lens, words };
        let owner = owner(table);
        let label = show::label(table, row, lens, words);
        let owned = owner.map(|info| reader.text(info, &reader.value(info))).filter(|text| !text.is_empty());
        let group = |group: Group| {
            let fields: Vec<_> = fields_of(table, group).map(|info| reader.field(info)).collect();
            (!fields.is_empty()).then_some((group, fields))
        };
        Self {
            title: [Some(label), owned].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            uncounted: uncounted(table, row, lens).map(|message| words.say(&message)),
            groups: Group::ALL.into_iter().filter_map(group).collect(),
            steps: steps_of(table).map(|info| reader.step(info)).collect(),
            history: reader.history(),
        }
    }
}

/// The columns of a card from top to bottom: the way of the keyboard.
pub fn columns(table: TableId) -> Vec<ColumnKey> {
    let group = |group: Group| {
        let steps = (group == Group::Steps).then(|| steps_of(table)).into_iter().flatten();
        steps.chain(fields_of(table, group)).map(|info| info.key)
    };
    Group::ALL.into_iter().flat_map(group).collect()
}

/// The fields of a group: neither the name of the record nor its steps.
fn fields_of(table: TableId, group: Group) -> impl Iterator<Item = &'static ColumnInfo> {
    let columns = table.columns().iter().copied();
    columns.filter(move |info| info.group == group && !table.label().contains(&info.key) && !is_step(info))
}

fn steps_of(table: TableId) -> impl Iterator<Item = &'static ColumnInfo> {
    table.columns().iter().copied().filter(|info| is_step(info))
}

/// Why a rehousing that took place counts for nobody (rules C6, C11); none where it counts.
fn uncounted(table: TableId, row: RowId, lens: &Lens) -> Option<Message> {
    let case = lens.dataset.relocations.find(row).filter(|_| table == TableId::Relocations)?;
    let verdict = case_verdict(lens, case);
    let is_uncounted = matches!(verdict.ruling, CaseRuling::NoLandlord { .. } | CaseRuling::BeforeJoining { .. });
    is_uncounted.then(|| verdict.message(lens))
}

/// The column that says whose the record is, where its name does not.
fn owner(table: TableId) -> Option<&'static ColumnInfo> {
    let names_landlord = |info: &&ColumnInfo| info.kind == Kind::Reference(TableId::Landlords);
    let columns = table.columns().iter().copied().filter(|_| table != TableId::Landlords);
    columns.filter(|info| !table.label().contains(&info.key)).find(names_landlord)
}

/// Whether a column is a step or an exit: a day that someone enters.
fn is_step(info: &ColumnInfo) -> bool {
    matches!(info.group, Group::Steps | Group::Exits) && info.kind == Kind::Date && !info.derived
}

/// One record, being read.
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
        if info.kind == Kind::Money && !value.is_empty() { format!("{text}\u{a0}€") } else { text }
    }

    fn label(&self, column: ColumnKey) -> String {
        self.words.text(&self.table.column_word(column)).to_owned()
    }

    fn field(&self, info: &ColumnInfo) -> Field {
        let text = self.text(info, &self.value(info));
        Field { column: info.key, label: self.label(info.key), text }
    }

    fn step(&self, info: &ColumnInfo) -> CardStep {
        let state = match self.value(info).as_date() {
            Some(day) if day > self.lens.as_of => StepState::Planned(day),
            Some(day) if info.group == Group::Exits => StepState::Ended(day),
            Some(day) => StepState::Taken(day),
            None => StepState::ToCome,
        };
        CardStep { column: info.key, label: self.label(info.key), state }
    }

    fn history(&self) -> History {
        let mut history = History::default();
        let newest = self.lens.dataset.history.iter().rev();
        for entry in newest.filter(|entry| entry.row == self.row && entry.table == self.table) {
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

    /// A value of a history: on one line, cut where it is long.
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

//! Quick entry: from the line of its dialog to the one edit that it makes, and what is said before it is made.
//!
//! The line is read by `exchange::phrase`; here it meets the records. Worked out once for each change of the text.

mod moves;

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::check::Severity;
use crate::domain::code::Code;
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::proposal::{Proposal, Reason};
use crate::domain::referral::Referral;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnKey, Kind, TableId};
use crate::domain::value::{ColumnValue, Value};
use crate::edit::{self, Edit, Fresh, Revision};
use crate::exchange::entry::EntryContext;
use crate::exchange::phrase::{self, Given, Reading, Said};
use crate::exchange::show;
use crate::words::Lang;

pub use moves::Move;

use super::Session;
use super::act::Act;
use super::command::Command;
use super::dialog::Dialog;
use super::dialog::quick::Quick;
use super::line::Line;

/// What a line would make.
#[derive(Debug, Default)]
pub struct Preview {
    pub reading: Reading,
    /// The kind of record, or the one that is changed.
    pub title: Option<String>,
    pub rows: Vec<PreviewRow>,
    /// What the checks say of it; `true` for what is wrong, and not taken.
    pub remarks: Vec<(bool, String)>,
    /// How the record counts, or why not.
    pub why: Option<String>,
    /// The figures that move; none unless the line is complete.
    pub moves: Option<Vec<Move>>,
}

/// A value of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    pub column: String,
    /// What stood there.
    pub before: Option<String>,
    pub value: String,
    /// The words that it was taken from.
    pub words: String,
    /// What is to be said about it: that today is meant, that the day is still to come.
    pub note: Option<&'static str>,
}

impl Preview {
    /// Whether Enter makes it.
    pub fn is_ready(&self) -> bool {
        self.moves.is_some() && !self.remarks.iter().any(|(is_wrong, _)| *is_wrong)
    }
}

/// The preview of the open dialog, and what it was made of.
pub(super) type Previewed = RefCell<Option<(PreviewKey, Rc<Preview>)>>;

#[derive(PartialEq)]
pub(super) struct PreviewKey {
    document: u64,
    revision: Revision,
    today: NaiveDate,
    lang: Lang,
    text: String,
}

impl Session {
    /// What the line of the dialog would make.
    pub fn preview(&self, text: &str) -> Rc<Preview> {
        let of = PreviewKey {
            document: self.opened,
            revision: self.document.revision(),
            today: self.today(),
            lang: self.words.lang(),
            text: text.to_owned(),
        };
        if let Some((kept, preview)) = &*self.derived.previewed.borrow()
            && *kept == of
        {
            return Rc::clone(preview);
        }
        let preview = Rc::new(self.previewed_anew(text));
        *self.derived.previewed.borrow_mut() = Some((of, Rc::clone(&preview)));
        preview
    }

    fn previewed_anew(&self, text: &str) -> Preview {
        let reading = self.read_line(text);
        let Some(said) = reading.record.clone() else { return Preview { reading, ..Preview::default() } };
        let title = Some(self.title_of(&said));
        let mut rows = self.rows_of(&said);
        for referral in &reading.referrals {
            let named = self.words.text(&format!("table-{}-one", referral.table.key())).to_owned();
            let row =
                |row: PreviewRow| PreviewRow { column: format!("{named} · {}", row.column.to_lowercase()), ..row };
            rows.extend(self.rows_of(referral).into_iter().map(row));
        }
        let mut preview = Preview { reading, title, rows, ..Preview::default() };
        if !preview.reading.is_complete() {
            return preview;
        }
        let mut number = 0;
        let mut numbers = || {
            number += 1;
            number
        };
        let edit = self.edit_of_line(&preview.reading, &mut numbers);
        preview.rows.splice(0..0, self.code_in(&edit));
        preview.remarks = self.remarks_on(&said, &edit);
        let (moves, why) = self.moves(&edit, row_in(&said, &edit).map(|row| (said.table, row)));
        (preview.moves, preview.why) = (Some(moves), why);
        preview
    }

    fn read_line(&self, text: &str) -> Reading {
        let lens = self.lens();
        phrase::read(text, &EntryContext { today: self.today(), reader: &lens, words: &self.words })
    }

    fn title_of(&self, said: &Said) -> String {
        let message = match said.row {
            Some(row) => Message::new("quick-changed").text("record", self.label_of(said.table, row)),
            None => Message::new("quick-new"),
        };
        self.words.say(&message.text("kind", said.table.key()))
    }

    fn rows_of(&self, said: &Said) -> Vec<PreviewRow> {
        said.values.iter().map(|given| self.row_of(said, given)).collect()
    }

    fn row_of(&self, said: &Said, given: &Given) -> PreviewRow {
        let lens = self.lens();
        let kind = said.table.column(given.column).map_or(Kind::Text, |info| info.kind);
        let shown = |value: &Value| show::value(value, kind, &lens, &self.words);
        let before = said.row.map(|row| lens.value(CellRef { table: said.table, row, column: given.column }));
        let before = before.filter(|before| !before.is_empty() && *before != given.value);
        let is_to_come = kind == Kind::DATE && given.value.as_date().is_some_and(|day| day > self.today());
        let note = match (given.is_today, is_to_come) {
            (true, _) => Some("quick-today"),
            (_, true) => Some("quick-to-come"),
            _ => None,
        };
        PreviewRow {
            column: self.words.text(&said.table.column_word(given.column)).to_owned(),
            before: before.map(|before| shown(&before)),
            value: shown(&given.value),
            words: given.words.clone(),
            note,
        }
    }

    /// The number that a new unit gets. A case's code is drawn when it is made.
    fn code_in(&self, edit: &Edit) -> Option<PreviewRow> {
        let Some(Edit::Insert { table, values, .. }) = first(edit) else { return None };
        let info = table.columns().iter().find(|info| info.code() == Some(Code::Numbered))?;
        let (_, Value::Text(code)) = values.iter().find(|(key, _)| *key == info.key)? else { return None };
        let column = self.words.text(&table.column_word(info.key)).to_owned();
        Some(PreviewRow { column, before: None, value: code.clone(), words: String::new(), note: None })
    }

    /// The one edit that a line makes.
    fn edit_of_line(&self, reading: &Reading, random: &mut dyn FnMut() -> u64) -> Edit {
        let Some(said) = &reading.record else { return Edit::batch(Vec::new()) };
        let mut values = said.plain();
        refused_by(&mut values);
        let mut edits = Vec::new();
        let mut fresh = Fresh::new(self.document.dataset(), random);
        if let Some(row) = said.row {
            let lens = self.lens();
            let cell = |column| CellRef { table: said.table, row, column };
            edits.extend(values.iter().map(|(column, value)| edit::set_cell(&lens, cell(*column), value.clone())));
            match said.table {
                TableId::Proposals => edits.extend(self.after_answer(row, &values)),
                TableId::Relocations if said.value(Relocation::KEYS.lease_signed).is_some() => {
                    let unit = lens.dataset.relocations.find(row).and_then(|case| case.unit);
                    if said.value(Relocation::KEYS.unit).is_none() {
                        values.push((Relocation::KEYS.unit, unit.to_value()));
                    }
                    edits.extend(self.accepting(row, &values));
                }
                _ => {}
            }
        } else {
            let (row, values) = fresh.record(said.table, values);
            edits.push(Edit::Insert { table: said.table, row, values, before: None });
            for referral in &reading.referrals {
                let mut values = referral.plain();
                values.insert(0, (Referral::KEYS.relocation, Value::Reference(row)));
                let (row, values) = fresh.record(referral.table, values);
                edits.push(Edit::Insert { table: referral.table, row, values, before: None });
            }
        }
        Edit::batch(edits)
    }

    /// What the checks find anew: what is wrong, and what is doubtful about a day or a value that was typed.
    fn remarks_on(&self, said: &Said, edit: &Edit) -> Vec<(bool, String)> {
        let lens = self.lens();
        let mut remarks: Vec<(bool, String)> = Vec::new();
        for finding in edit::trial(&lens, edit) {
            let Some(cell) = finding.cell() else { continue };
            let is_wrong = finding.severity == Severity::Error;
            let is_date = cell.table.column(cell.column).is_some_and(|info| info.kind.is_date());
            let is_said = cell.table == said.table && said.value(cell.column).is_some();
            let remark = (is_wrong, self.words.say(&finding.message));
            if (is_wrong || is_date || is_said) && !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
        remarks.extend(self.before(said));
        // A day that another record would hide is not typed here.
        let hides = said.row.is_some_and(|row| {
            said.values.iter().any(|given| {
                let cell = CellRef { table: said.table, row, column: given.column };
                !edit::would_show(&lens, edit, cell, &given.value)
            })
        });
        if hides {
            remarks.push((true, self.words.text("entry-several-sources").to_owned()));
        }
        remarks.sort_by_key(|(is_wrong, _)| !is_wrong);
        remarks
    }

    /// How a landlord answered about a case before, or what became of a unit that was proposed to it.
    fn before(&self, said: &Said) -> Option<(bool, String)> {
        let row = |column| said.value(column).and_then(|value| value.references().next());
        let (refers, proposes) = (Referral::KEYS, Proposal::KEYS);
        let again = match said.table {
            _ if said.row.is_some() => None,
            TableId::Referrals => self.again(Act::Refer(row(refers.relocation)?), row(refers.landlord)?),
            TableId::Proposals => self.again(Act::Propose(row(proposes.relocation)?), row(proposes.unit)?),
            _ => None,
        };
        again.map(|again| (false, self.words.say(&again)))
    }

    /// Makes what a line says, and empties the dialog for the next one.
    pub(super) fn enter_line(&mut self, text: &str) {
        let preview = self.preview(text);
        if !preview.is_ready() {
            return self.ask(Dialog::Quick(Box::new(Quick { line: Line::new(text), ..Quick::default() })));
        }
        let mut random = self.environment.random.clone();
        let edit = self.edit_of_line(&preview.reading, &mut || random.u64(..));
        self.environment.random = random;
        if self.apply(&edit) {
            let made = self.made(&preview, &edit);
            self.notify_unless_personal(made.clone());
            let before = if let Some(Dialog::Quick(quick)) = &self.dialog { quick.done.clone() } else { Vec::new() };
            let quick = Quick::after(self.words.say(&made), before);
            self.ask(Dialog::Quick(Box::new(quick)));
        }
    }

    fn made(&self, preview: &Preview, edit: &Edit) -> Message {
        let Some(said) = &preview.reading.record else { return Message::new("edit-nothing") };
        let record = row_in(said, edit).map(|row| self.label_of(said.table, row)).unwrap_or_default();
        let key = if said.row.is_some() { "quick-done-changed" } else { "quick-done-new" };
        Message::new(key).text("kind", said.table.key()).text("record", record)
    }

    /// Enter in the line: takes the highlighted answer, or makes what is read if nothing is left to ask.
    pub(super) fn enter_in_quick(&mut self) {
        let Some(Dialog::Quick(quick)) = &self.dialog else { return };
        if let Some(at) = quick.at {
            return self.take_answer(at);
        }
        let text = quick.line.text().to_owned();
        if self.preview(&text).is_ready() {
            self.handle(Command::QuickEntry(text));
        }
    }

    /// Takes an answer to the first question.
    pub(super) fn take_answer(&mut self, at: usize) {
        let Some(Dialog::Quick(quick)) = &self.dialog else { return };
        let preview = self.preview(quick.line.text());
        let answer = preview.reading.questions.first().and_then(|question| question.choices.get(at));
        if let (Some(answer), Some(Dialog::Quick(quick))) = (answer, &mut self.dialog) {
            quick.answer(&answer.text);
        }
    }

    /// Moves the highlight among the answers to the first question of an open quick entry.
    pub(super) fn step_answer(&mut self, by: isize) -> bool {
        let Some(Dialog::Quick(quick)) = &self.dialog else { return false };
        let answers = self.preview(quick.line.text()).reading.questions.first().map_or(0, |first| first.choices.len());
        if let Some(Dialog::Quick(quick)) = &mut self.dialog {
            quick.step(by, answers);
        }
        true
    }
}

/// The record that an edit makes first, or the one that is changed.
fn row_in(said: &Said, edit: &Edit) -> Option<RowId> {
    match first(edit) {
        Some(Edit::Insert { row, .. }) => Some(*row),
        _ => said.row,
    }
}

fn first(edit: &Edit) -> Option<&Edit> {
    if let Edit::Batch { edits, .. } = edit { edits.first() } else { Some(edit) }
}

/// A reason says whose refusal it is.
fn refused_by(values: &mut Vec<(ColumnKey, Value)>) {
    let keys = Proposal::KEYS;
    let reason = values.iter().find(|(column, _)| *column == keys.reason).map(|(_, value)| value.clone());
    if let Some(Value::Choice(key)) = reason
        && let Some(reason) = Reason::from_key(&key)
        && !values.iter().any(|(column, _)| *column == keys.refused_by)
    {
        values.push((keys.refused_by, Some(reason.author()).to_value()));
    }
}

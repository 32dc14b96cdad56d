//! Puts what the groups of a line mean together: the record, its values, and what is still to ask.
//!
//! Owns what becomes of a day that belongs to nothing, of two values for one column, and of what a record lacks.

use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::proposal::Proposal;
use crate::domain::referral::Referral;
use crate::domain::schema::{ColumnInfo, ColumnKey, Group, Kind, TableId};
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::exchange::entry;
use crate::exchange::leftover;
use crate::exchange::show;

use super::lexicon::MAIN_DAY;
use super::reading::{Choice, Given, Question, Reading, Said};
use super::role;
use super::sense::{Ground, Offer, Sense, Senses};

/// How many records are offered for what is missing.
const OFFERED: usize = 60;

/// A value and the groups that say it.
pub(super) struct Piece {
    pub group: Range<usize>,
    pub column: ColumnKey,
    pub value: Value,
    pub is_undated: bool,
}

pub(super) fn gather(ground: &Ground, senses: Senses) -> Reading {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut days, mut notes, mut questions) = (Vec::new(), Vec::new(), Vec::new());
    for (group, sense) in senses {
        match sense {
            Sense::Link => {}
            Sense::Note(text) => notes.push((group, text)),
            Sense::Day(day) => days.push((group, day)),
            Sense::Ask(message, offers) => {
                let mut question = ground.question(&group, message, offers);
                if question.choices.is_empty() {
                    question.choices = ground.put_away(&group, ground.typed.words(&group));
                }
                questions.push(question);
            }
            Sense::Unknown => questions.push(ground.unknown(&group)),
            Sense::Cells(cells) => pieces.extend(cells.into_iter().map(|cell| Piece {
                group: group.clone(),
                column: cell.column,
                value: cell.value,
                is_undated: cell.is_undated,
            })),
        }
    }
    place_days(ground, &days, &mut pieces, &mut questions);
    // A step named again without a day says nothing more.
    let dated: Vec<_> = pieces.iter().filter(|piece| !piece.is_undated).map(|piece| piece.column).collect();
    pieces.retain(|piece| !piece.is_undated || !dated.contains(&piece.column));

    let roles = role::sort(ground, &mut pieces, &mut questions);
    let mut said = Said { table: ground.table, row: ground.row, values: Vec::new() };
    for info in ground.columns() {
        let of_column: Vec<&Piece> = pieces.iter().filter(|piece| piece.column == info.key).collect();
        if let Some(given) = one_value(ground, info, &of_column, &mut questions) {
            said.values.push(given);
        }
    }
    if let Some(given) = noted(ground, &notes) {
        said.values.push(given);
    }
    existing(ground, &mut said);
    if let Some((table, column)) = MAIN_DAY.iter().find(|(table, _)| *table == ground.table)
        && said.row.is_none()
        && said.value(*column).is_none()
        && table.column(*column).is_some()
    {
        let value = Value::Date(ground.context.today);
        said.values.push(Given { column: *column, value, words: String::new(), is_today: true });
    }
    published_before(ground, &pieces, &mut questions);
    missing(ground, &said, &mut questions);
    Reading { record: Some(said), referrals: roles, questions }
}

/// A day alone belongs to the one step that has none, or is the day of the record; else it is asked.
fn place_days(
    ground: &Ground,
    days: &[(Range<usize>, NaiveDate)],
    pieces: &mut Vec<Piece>,
    questions: &mut Vec<Question>,
) {
    let undated: Vec<usize> = (0..pieces.len()).filter(|at| pieces[*at].is_undated).collect();
    let main = MAIN_DAY.iter().find(|(table, _)| *table == ground.table).map(|(_, column)| *column);
    let is_free = main.filter(|main| !pieces.iter().any(|piece| piece.column == *main));
    match (days, undated.as_slice(), is_free) {
        ([(_, day)], [only], _) => {
            pieces[*only].value = Value::Date(*day);
            pieces[*only].is_undated = false;
        }
        ([(group, day)], [], Some(column)) => {
            pieces.push(Piece { group: group.clone(), column, value: Value::Date(*day), is_undated: false });
        }
        _ => questions.extend(days.iter().map(|(group, day)| which_step(ground, group, *day, pieces))),
    }
}

fn which_step(ground: &Ground, group: &Range<usize>, day: NaiveDate, pieces: &[Piece]) -> Question {
    let is_open = |info: &&ColumnInfo| {
        let is_said = pieces.iter().any(|piece| piece.column == info.key && !piece.is_undated);
        matches!(info.group, Group::Steps | Group::Exits) && info.kind.is_date() && !is_said
    };
    let text = ground.typed.words(group);
    let offer = |info: &ColumnInfo| Offer {
        label: ground.column_word(info.key),
        detail: String::new(),
        words: format!("{} {text}", ground.name(info.key)),
    };
    let message = Message::new("phrase-which-day").date("day", day);
    let offers = ground.columns().filter(is_open).map(offer).collect();
    let mut question = ground.question(group, message, offers);
    question.choices.extend(ground.put_away(group, text));
    question
}

/// The value of a column; lists are put together, and of two values one is asked for.
fn one_value(ground: &Ground, info: &ColumnInfo, of: &[&Piece], questions: &mut Vec<Question>) -> Option<Given> {
    let first = of.first()?;
    let words: Vec<_> = of.iter().map(|piece| ground.typed.words(&piece.group)).collect();
    let mut given = Given {
        column: info.key,
        value: first.value.clone(),
        words: words.join(", "),
        is_today: of.iter().all(|piece| piece.is_undated),
    };
    match info.kind {
        Kind::Choices(_) | Kind::Territories => {
            for piece in &of[1..] {
                given.value = together(given.value, &piece.value);
            }
        }
        _ if of.iter().any(|piece| piece.value != first.value) => {
            questions.push(one_of_two(ground, info, of));
            return None;
        }
        _ => given.words = first_words(ground, first),
    }
    Some(given)
}

fn first_words(ground: &Ground, piece: &Piece) -> String {
    ground.typed.words(&piece.group).to_owned()
}

fn one_of_two(ground: &Ground, info: &ColumnInfo, of: &[&Piece]) -> Question {
    let mut choices: Vec<Choice> = Vec::new();
    for piece in of {
        let others: Vec<_> =
            of.iter().filter(|other| other.value != piece.value).map(|other| other.group.clone()).collect();
        let choice = Choice {
            label: show::value(&piece.value, info.kind, ground.context.reader, ground.context.words),
            detail: String::new(),
            text: ground.typed.without(&others),
        };
        if !choices.contains(&choice) {
            choices.push(choice);
        }
    }
    Question { message: Message::new("phrase-two").term("column", ground.table.column_word(info.key)), choices }
}

fn together(one: Value, other: &Value) -> Value {
    match (one, other) {
        (Value::Choices(mut keys), Value::Choices(more)) => {
            keys.extend(more.iter().filter(|key| !keys.contains(key)).cloned().collect::<Vec<_>>());
            Value::Choices(keys)
        }
        (Value::Territories(mut places), Value::Territories(more)) => {
            places.extend(more.iter().filter(|place| !places.contains(place)).cloned().collect::<Vec<_>>());
            Value::Territories(places)
        }
        (one, _) => one,
    }
}

/// The notes: added to those that are there.
fn noted(ground: &Ground, notes: &[(Range<usize>, String)]) -> Option<Given> {
    let column = leftover::notes(ground.table)?;
    let mut lines: Vec<String> = notes.iter().map(|(_, text)| text.clone()).filter(|text| !text.is_empty()).collect();
    if lines.is_empty() {
        return None;
    }
    let words = lines.join(" ; ");
    if let Some(Value::Text(before)) = ground.stored(column) {
        lines.insert(0, before);
    }
    Some(Given { column, value: Value::Text(lines.join("\n")), words, is_today: false })
}

/// A referral or a proposal of the same pair that is there and waits for what is said of it, is changed.
fn existing(ground: &Ground, said: &mut Said) {
    let (pair, answers): (_, &[ColumnKey]) = match ground.table {
        TableId::Referrals => ([Referral::KEYS.relocation, Referral::KEYS.landlord], &[Referral::KEYS.asked_on]),
        TableId::Proposals => ([Proposal::KEYS.unit, Proposal::KEYS.relocation], &[Proposal::KEYS.proposed_on]),
        _ => return,
    };
    let answer = if ground.table == TableId::Referrals { Referral::KEYS.answer } else { Proposal::KEYS.answer };
    let is_more = said.values.iter().any(|given| !pair.contains(&given.column) && !answers.contains(&given.column));
    let asks_again = said.values.iter().any(|given| answers.contains(&given.column) && !given.is_today);
    let (Some(one), Some(other)) = (said.value(pair[0]).cloned(), said.value(pair[1]).cloned()) else { return };
    if !is_more || asks_again {
        return;
    }
    let reader = ground.context.reader;
    let read = |row, column| reader.read(CellRef { table: ground.table, row, column }).unwrap_or_default();
    let mut rows = reader.rows(ground.table).into_iter().filter(|row: &RowId| {
        read(*row, pair[0]) == one && read(*row, pair[1]) == other && read(*row, answer).is_empty()
    });
    if let (Some(row), None) = (rows.next(), rows.next()) {
        said.row = Some(row);
        // What is noted there stays.
        let noted = leftover::notes(ground.table).map(|column| (column, read(row, column)));
        if let Some((column, Value::Text(before))) = noted
            && let Some(given) = said.values.iter_mut().find(|given| given.column == column)
            && let Value::Text(more) = &given.value
        {
            given.value = Value::Text(format!("{before}\n{more}"));
        }
        said.values.retain(|given| !pair.contains(&given.column) && !answers.contains(&given.column));
    }
}

/// A first publication is never overwritten unasked: it may be the second one.
fn published_before(ground: &Ground, pieces: &[Piece], questions: &mut Vec<Question>) {
    let published = Unit::KEYS.published;
    if ground.table != TableId::Units {
        return;
    }
    let Some(Value::Date(before)) = ground.stored(published) else { return };
    for piece in pieces.iter().filter(|piece| piece.column == published && piece.value != Value::Date(before)) {
        if ground.typed.folded(&piece.group).starts_with("premiere publication") {
            continue;
        }
        let Value::Date(day) = piece.value else { continue };
        let offer = |column: ColumnKey, label: &str, words: &str| Offer {
            label: ground.context.words.text(label).to_owned(),
            detail: ground.column_word(column),
            words: format!("{words} {}", ground.context.words.date(day)),
        };
        let offers = vec![
            offer(Unit::KEYS.published_again, "phrase-published-again", "republie"),
            offer(published, "phrase-first-publication", "premiere publication"),
        ];
        let message = Message::new("phrase-published-before").date("day", before);
        questions.push(ground.question(&piece.group, message, offers));
    }
}

/// What a new record cannot be without.
fn missing(ground: &Ground, said: &Said, questions: &mut Vec<Question>) {
    if said.row.is_some() || said.values.is_empty() || !questions.is_empty() {
        return;
    }
    for info in ground.columns().filter(|info| info.required && said.value(info.key).is_none()) {
        let Kind::Reference(_) = info.kind else { continue };
        let offers = entry::suggest(info.kind, "", ground.context, OFFERED);
        let choice = |offer: entry::Suggestion| Choice {
            text: ground.typed.and(&offer.label),
            label: offer.label,
            detail: offer.detail,
        };
        let message = Message::new("phrase-missing").term("column", ground.table.column_word(info.key));
        questions.push(Question { message, choices: offers.into_iter().map(choice).collect() });
    }
}

impl Ground<'_> {
    /// What the record that is changed has in a column.
    pub(super) fn stored(&self, column: ColumnKey) -> Option<Value> {
        let row = self.row?;
        let cell = CellRef { table: self.table, row, column };
        self.context.reader.read(cell).filter(|value| !value.is_empty())
    }
}

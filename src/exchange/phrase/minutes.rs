//! What a committee decides and asks for, taken down while people speak: "décision publier avant l’été", "action Vilogia
//! publier trois logements avant le 30/6".
//!
//! The text stays as it was typed, whatever is in it: these are people's words. What is beside it is only what the text
//! says of itself: an organisation that it calls by its whole name, and a day that it calls a limit.

use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::association::Association;
use crate::domain::committee::{Committee, CommitteeAction, CommitteeDecision};
use crate::domain::fold::fold;
use crate::domain::id::{CellRef, RowId};
use crate::domain::landlord::Landlord;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, Kind, TableId};
use crate::domain::value::Value;
use crate::exchange::entry::{self, Entry, EntryContext};

use super::reading::{Given, Question, Reading, Said};
use super::token::Typed;

/// The first words that say it.
const KINDS: [(TableId, &[&str]); 2] =
    [(TableId::Decisions, &["decision", "decisions"]), (TableId::Actions, &["action", "actions"])];

/// Words after which a day is a limit.
const LIMITS: &[&str] = &["avant", "ici", "d ici", "pour", "tard", "jusqu au", "by", "until", "before"];

/// Words of a day, at most: "mercredi 30 juin 2021".
const DAY: usize = 4;

/// The kind of a line that is one.
pub(super) fn kind(typed: &Typed) -> Option<TableId> {
    let first = typed.tokens.first().filter(|token| !token.is_quoted)?;
    KINDS.iter().find(|(_, words)| words.contains(&first.folded.as_str())).map(|(table, _)| *table)
}

pub(super) fn read(table: TableId, typed: &Typed, context: &EntryContext) -> Reading {
    let text = typed.words(&(1..typed.len())).trim();
    let given = |column: ColumnKey, value: Value, words: &str| Given {
        column,
        value,
        words: words.to_owned(),
        is_today: false,
    };
    let is_decision = table == TableId::Decisions;
    let (of_decision, of_action) = (CommitteeDecision::KEYS, CommitteeAction::KEYS);
    let column = |decision, action| if is_decision { decision } else { action };
    let mut said = Said { table, row: None, values: Vec::new() };
    let Some(committee) = committee(context) else {
        let question = Question { message: Message::new("phrase-no-committee"), choices: Vec::new() };
        return Reading { questions: vec![question], ..Reading::default() };
    };
    if !text.is_empty() {
        let of = column(of_decision.committee, of_action.committee);
        said.values.push(given(of, Value::Reference(committee), ""));
        let words = Value::Text(text.to_owned());
        said.values.push(given(column(of_decision.text, of_action.text), words, ""));
    }
    let names = [Landlord::KEYS.name, Landlord::KEYS.short_name, Landlord::KEYS.aliases];
    let landlord = column(of_decision.landlord, of_action.landlord);
    let association = column(of_decision.association, of_action.association);
    for (to, columns, column) in [
        (TableId::Landlords, &names[..], landlord),
        (TableId::Associations, &[Association::KEYS.name][..], association),
    ] {
        if let Some((group, row)) = only_named(to, columns, typed, context) {
            said.values.push(given(column, Value::Reference(row), typed.words(&group)));
        }
    }
    if !is_decision && let Some((group, day)) = limit(typed, context) {
        said.values.push(given(of_action.due, Value::Date(day), typed.words(&group)));
    }
    Reading { record: Some(said), ..Reading::default() }
}

/// The committee of today, otherwise the last one, otherwise the next.
fn committee(context: &EntryContext) -> Option<RowId> {
    let day = |row: RowId| {
        let cell = CellRef { table: TableId::Committees, row, column: Committee::KEYS.held_on };
        context.reader.read(cell)?.as_date()
    };
    let mut days: Vec<_> =
        context.reader.rows(TableId::Committees).into_iter().filter_map(|row| Some((day(row)?, row))).collect();
    days.sort_by_key(|(day, _)| *day);
    let last = days.iter().rfind(|(day, _)| *day <= context.today);
    last.or(days.first()).map(|(_, row)| *row)
}

/// The one record that is called by its whole name.
fn only_named(
    table: TableId,
    columns: &[ColumnKey],
    typed: &Typed,
    context: &EntryContext,
) -> Option<(Range<usize>, RowId)> {
    let names = |row: RowId| {
        let read = move |column: &ColumnKey| context.reader.read(CellRef { table, row, column: *column });
        let texts = columns.iter().filter_map(read).flat_map(|value| match value {
            Value::Text(name) => vec![name],
            Value::Texts(names) => names,
            _ => Vec::new(),
        });
        texts.map(|name| fold(&name)).filter(|name| !name.is_empty()).collect::<Vec<_>>()
    };
    let mut found: Vec<(Range<usize>, RowId)> = Vec::new();
    for row in context.reader.rows(table) {
        let names = names(row);
        let groups = (1..typed.len()).flat_map(|start| typed.groups(start));
        let called = groups.filter(|group| names.contains(&typed.folded(group))).max_by_key(ExactSizeIterator::len);
        found.extend(called.map(|group| (group, row)));
    }
    // "Logis" within "Logis Métropole" calls nobody else.
    let within = |(group, _): &(Range<usize>, RowId), other: &Range<usize>| {
        group.len() < other.len() && other.start <= group.start && group.end <= other.end
    };
    let groups: Vec<_> = found.iter().map(|(group, _)| group.clone()).collect();
    found.retain(|called| !groups.iter().any(|other| within(called, other)));
    match found.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// The day after a word that makes it a limit; the last one.
fn limit(typed: &Typed, context: &EntryContext) -> Option<(Range<usize>, NaiveDate)> {
    let is_limit = |at: usize| {
        let word = typed.tokens[at].folded.as_str();
        LIMITS.contains(&word) || word.ends_with(" ici")
    };
    let links = ["le", "l", "au", "du", "fin"];
    (1..typed.len())
        .filter(|at| is_limit(*at))
        .filter_map(|at| {
            let start = (at + 1..typed.len()).find(|next| !links.contains(&typed.tokens[*next].folded.as_str()))?;
            (1..=DAY.min(typed.len() - start)).rev().map(|words| start..start + words).find_map(|group| {
                match entry::parse(Kind::DATE_NEXT, typed.words(&group), context) {
                    Entry::Value(Value::Date(day)) => Some((group, day)),
                    _ => None,
                }
            })
        })
        .last()
}

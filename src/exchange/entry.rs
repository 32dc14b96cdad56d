//! Typed entry: parses the text of a cell into a value, and completes it.
//!
//! Never guesses: ambiguous text prompts a question, and invalid text is an error that explains what to
//! type. Never drops anything: what is left over of a text goes along with the value. Chooses the parser of a kind; each kind has its own file.

use crate::domain::fold::fold_place;
use crate::domain::id::RowId;
use crate::domain::lens::Reader;
use crate::domain::message::Message;
use crate::domain::schema::{Kind, NumberUnit, TableId};
use crate::domain::value::Value;
use crate::words::Words;

use super::{amount, choice, date, floor, number, place, reference};

use super::parsed::last_part;
pub use super::parsed::{Entry, EntryContext, EntryError, Suggestion};

/// Characters of a text: ten pages. The history keeps every version of it.
pub const LONGEST: usize = 20_000;

/// Parses a text as a value of the kind.
pub fn parse(kind: Kind, text: &str, context: &EntryContext) -> Entry {
    let text = text.trim();
    if text.is_empty() {
        return Entry::Value(Value::Empty);
    }
    if text.chars().nth(LONGEST).is_some() {
        return Entry::Error(EntryError::TooLong(LONGEST));
    }
    match kind {
        Kind::Text => Entry::Value(Value::Text(text.split_whitespace().collect::<Vec<_>>().join(" "))),
        Kind::Notes => Entry::Value(Value::Text(text.to_owned())),
        Kind::Texts => Entry::Value(texts(text)),
        Kind::Integer(NumberUnit::Floor) => floor::parse(text, context.words.lang()),
        Kind::Integer(measure) => number::integer(text, measure, context.words.lang()).into(),
        Kind::Money(covers) => amount::parse(text, covers),
        Kind::Date(tense) => date::parse(text, tense, context),
        Kind::Flag => choice::flag(text, context.words).into(),
        Kind::Choice(set) => choice::one(text, set, context.words),
        Kind::Choices(set) => choice::several(text, set, context.words),
        Kind::Reference(table) => reference::parse(text, table, context),
        Kind::Commune => place::commune(text),
        Kind::Territories => place::territories(text, context),
    }
}

/// Completes a partial text, likeliest first; empty if the kind is not chosen from a list. In a list,
/// the part after the last separator is completed.
pub fn suggest(kind: Kind, text: &str, context: &EntryContext, limit: usize) -> Vec<Suggestion> {
    let mut offers = match kind {
        Kind::Flag => choice::flags(text, context.words),
        Kind::Choice(set) => choice::suggest_one(text, set, context.words),
        Kind::Choices(set) => choice::suggest_next(text, set, context.words),
        Kind::Reference(table) => reference::suggest(text, table, context, limit),
        Kind::Commune => place::suggest_communes(text, limit),
        Kind::Territories => place::suggest_next(text, context),
        Kind::Text | Kind::Notes | Kind::Texts | Kind::Integer(_) | Kind::Money(_) | Kind::Date(_) => Vec::new(),
    };
    offers.truncate(limit);
    offers
}

/// What became of a text that stands in a cell under another name: the commune of today.
pub fn renamed(kind: Kind, text: &str) -> Option<String> {
    (kind == Kind::Commune).then(|| place::renamed(text))?
}

/// The place of the only suggestion for a text that is no value, if the text clearly means it: it begins what the
/// suggestion is called and breaks off within a word. Whole words may be another name (Metz is not Metz-en-Couture).
pub fn only_meant(kind: Kind, text: &str, offers: &[Suggestion], context: &EntryContext) -> Option<usize> {
    let [only] = offers else { return None };
    match parse(kind, text, context) {
        Entry::Value(_) | Entry::Part(..) => return None,
        Entry::Ask(asked) if asked.iter().any(|other| other.value != only.value) => return None,
        Entry::Ask(_) | Entry::Error(_) => {}
    }
    let (settled, typed) = match kind {
        Kind::Choices(_) => last_part(text, &choice::SEPARATORS),
        Kind::Territories => last_part(text, &place::SEPARATORS),
        _ => ("", text),
    };
    let is_settled = matches!(parse(kind, settled, context), Entry::Value(_));
    let (name, typed) = (fold_place(&only.label), fold_place(typed));
    let is_begun = name.strip_prefix(&typed).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    (is_settled && is_begun).then_some(0)
}

/// The part of a list that may mean several things, if the list has others.
pub fn unclear<'a>(kind: Kind, text: &'a str, context: &EntryContext) -> Option<&'a str> {
    let part = if kind == Kind::Territories { place::unclear(text, context) } else { None };
    part.filter(|part| *part != text.trim())
}

/// What to ask about a text that is not understood for sure; `several` is asked where more than one thing may be meant.
pub fn ask(offers: &[Suggestion], several: &'static str) -> Message {
    match offers {
        [only] => Message::new("entry-ask-one").text("name", only.label.clone()),
        _ => Message::new(several),
    }
}

/// Offers some records of a table that a partial text may mean, in the order given.
pub fn choose(table: TableId, rows: Vec<RowId>, text: &str, context: &EntryContext, limit: usize) -> Vec<Suggestion> {
    reference::among(rows, text, table, context).take(limit).collect()
}

/// What tells a record from others of its kind, as far as the audience may see it.
pub fn detail(table: TableId, row: RowId, reader: &dyn Reader, words: &Words) -> String {
    reference::detail(table, row, reader, words)
}

fn texts(text: &str) -> Value {
    let list: Vec<String> = text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    if list.is_empty() { Value::Empty } else { Value::Texts(list) }
}

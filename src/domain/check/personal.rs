//! Texts that seem to contain personal data (a name, an address, a home) or invisible characters.
//!
//! Runs locally and on the schema: every text of every table whatever its visibility, rejected entries,
//! the texts of named views, and the earlier values that the history keeps. Codes of cases and units are only looked for in columns that every
//! audience sees. A message names the kind of data, never the text.

mod address;
mod numbers;
mod people;
mod text;

use std::collections::HashSet;

use super::{Finding, FindingPlace, Findings, Severity};
use crate::domain::code;
use crate::domain::dataset::{Change, Dataset};
use crate::domain::hidden::is_hidden;
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::domain::value::Value;
use crate::domain::view::{NamedView, Test};

use text::{Word, words};

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    tables(lens, found);
    drafts(lens, found);
    views(lens, found);
    history(lens.dataset, found);
}

/// What the checks need to know about the column of a text.
#[derive(Clone, Copy)]
struct TextContext {
    /// Every audience sees it, so it must not contain codes.
    is_for_everyone: bool,
    /// Free text: a name in it is not that of an organisation.
    is_free: bool,
}

/// A text that belongs to no organisation: a rejected entry, a view.
const FREE: TextContext = TextContext { is_for_everyone: false, is_free: true };

fn tables(lens: &Lens, found: &mut Findings) {
    for id in TableId::ALL.iter().copied() {
        let table = lens.dataset.table(id);
        for column in id.columns().iter().filter(|column| !column.derived && column.kind.is_text()) {
            let of = TextContext { is_for_everyone: id.is_for_everyone(column), is_free: column.kind == Kind::Notes };
            let word = id.column_word(column.key);
            table.scan(&[column.key], &mut |row, column, value| {
                let texts = texts_in(&value);
                let place = FindingPlace::Cell(CellRef { table: id, row, column });
                report(texts, of, &place, &word, found);
            });
        }
    }
}

/// Rejected entries, in any column.
fn drafts(lens: &Lens, found: &mut Findings) {
    for draft in lens.dataset.drafts.iter().filter(|draft| lens.dataset.table(draft.table).contains(draft.row)) {
        let column = draft.table.column_word(draft.column);
        report(std::slice::from_ref(&draft.text), FREE, &FindingPlace::Cell(draft.cell()), &column, found);
    }
}

fn views(lens: &Lens, found: &mut Findings) {
    for (place, view) in lens.dataset.views.iter().enumerate() {
        let number = lens.dataset.views.iter().take(place + 1).filter(|other| other.table == view.table).count();
        let place = FindingPlace::View { table: view.table, number };
        report(&texts_of(view), FREE, &place, "finding-view", found);
    }
}

/// Earlier values: what was undone, changed or removed is still in the history.
fn history(dataset: &Dataset, found: &mut Findings) {
    let mut seen = HashSet::new();
    for entry in dataset.history.iter().rev() {
        let Change::Set { column, from, to } = &entry.change else { continue };
        let cell = CellRef { table: entry.table, row: entry.row, column: *column };
        let Some(of) = past(cell) else { continue };
        let is_told = |value: &&Value| texts_in(value).is_empty() || dataset.stored(cell) == **value;
        let mut texts = [from, to].into_iter().filter(|value| !is_told(value)).flat_map(texts_in);
        if !seen.contains(&cell) && texts.any(|text| looks_personal(text, of).is_some()) {
            seen.insert(cell);
            let message = Message::new("finding-personal-past").term("column", cell.table.column_word(cell.column));
            found.at(Severity::Warning, FindingPlace::Past(cell), message);
        }
    }
}

/// What to know about the earlier values of a cell; none if they are no texts.
fn past(cell: CellRef) -> Option<TextContext> {
    let info = cell.table.column(cell.column).filter(|info| !info.derived && info.kind.is_text())?;
    Some(TextContext { is_for_everyone: false, is_free: info.kind == Kind::Notes })
}

/// The first kind of personal data detected in a text.
fn looks_personal(text: &str, of: TextContext) -> Option<&'static str> {
    looks_like(&[text.to_owned()], of).into_iter().find(|key| key.starts_with("finding-personal-"))
}

fn texts_in(value: &Value) -> &[String] {
    match value {
        Value::Text(text) => std::slice::from_ref(text),
        Value::Texts(texts) => texts,
        _ => &[],
    }
}

/// The passage that a finding about personal data means, to strike it out: a few words, as they are written.
/// None if the finding is about something else, or the text has changed.
pub(super) fn passage(dataset: &Dataset, finding: &Finding) -> Option<String> {
    let texts: Vec<(String, TextContext)> = match &finding.place {
        FindingPlace::Cell(cell) => {
            let is_free = cell.table.column(cell.column)?.kind == Kind::Notes;
            let of = TextContext { is_for_everyone: false, is_free };
            let stored: Vec<_> = texts_in(&dataset.stored(*cell)).iter().map(|text| (text.clone(), of)).collect();
            stored.into_iter().chain(dataset.draft(*cell).map(|draft| (draft.to_owned(), FREE))).collect()
        }
        FindingPlace::View { table, number } => {
            let view = dataset.views.iter().filter(|view| view.table == *table).nth(number.checked_sub(1)?)?;
            texts_of(view).into_iter().map(|text| (text, FREE)).collect()
        }
        FindingPlace::Past(cell) => return passage_of_past(dataset, *cell),
    };
    let key = Some(finding.message.key).filter(|_| finding.is_personal())?;
    texts.iter().find_map(|(text, of)| shortest(text, *of, key)).map(ToOwned::to_owned)
}

fn passage_of_past(dataset: &Dataset, cell: CellRef) -> Option<String> {
    let of = past(cell)?;
    let its = dataset.history.iter().rev().filter(|entry| (entry.table, entry.row) == (cell.table, cell.row));
    let values = its.filter_map(|entry| match &entry.change {
        Change::Set { column, from, to } if *column == cell.column => Some([from, to]),
        _ => None,
    });
    let mut texts = values.flatten().flat_map(texts_in);
    texts.find_map(|text| shortest(text, of, looks_personal(text, of)?)).map(ToOwned::to_owned)
}

/// The words up to the first that makes a text look like it, from the last that does so with them: what
/// comes before may explain a name ("centre Pierre Curie").
fn shortest<'a>(text: &'a str, of: TextContext, key: &str) -> Option<&'a str> {
    let looks = |part: Option<&str>| part.is_some_and(|part| looks_like(&[part.to_owned()], of).contains(&key));
    let mut bounds = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        if !word.trim().is_empty() {
            bounds.push((at, at + word.trim_end().len()));
        }
        at += word.len();
    }
    let last = bounds.partition_point(|(_, end)| !looks(text.get(..*end)));
    let (_, end) = *bounds.get(last)?;
    let after = bounds[..=last].partition_point(|(start, _)| looks(text.get(*start..end)));
    let (start, _) = *bounds.get(after.checked_sub(1)?)?;
    // What gave it away may be its beginning only: "12 rue", "Mme Nadia".
    let rest = bounds[last..].windows(2).take_while(|pair| goes_on(text.get(pair[0].0..pair[1].1), key));
    let passage = text.get(start..rest.last().map_or(end, |pair| pair[1].1))?;
    Some(passage.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '+'))
}

/// Whether personal data of a kind goes on from one word to the next: an address to the end of its clause, a
/// name with capitals, a number with digits.
fn goes_on(pair: Option<&str>, key: &str) -> bool {
    let pair = words(pair.unwrap_or_default());
    let [word, next] = &pair[..] else { return false };
    match key {
        "finding-personal-address" | "finding-personal-birth" | "finding-personal-school" => !word.ends,
        "finding-personal-name" => !word.ends && next.is_capital(),
        "finding-personal-number" | "finding-personal-phone" => next.is_number(),
        _ => false,
    }
}

/// The texts of a view: its name, its search, and the values of its filters.
fn texts_of(view: &NamedView) -> Vec<String> {
    let text_of = |value: &Value| if let Value::Text(text) = value { vec![text.clone()] } else { Vec::new() };
    let of_filters = view.filters.iter().flat_map(|filter| match &filter.test {
        Test::Contains(text) => vec![text.clone()],
        Test::OneOf(texts) => texts.iter().cloned().collect(),
        Test::Between(from, to) => [text_of(from), text_of(to)].concat(),
        Test::Empty | Test::Filled => Vec::new(),
    });
    [view.name.clone(), view.search.clone()].into_iter().chain(of_filters).collect()
}

/// Adds one finding for each kind of personal data detected.
fn report(texts: &[String], of: TextContext, place: &FindingPlace, column: &str, found: &mut Findings) {
    for key in looks_like(texts, of) {
        let message = Message::new(key).term("column", column);
        found.at(Severity::Warning, place.clone(), message);
    }
}

/// Kinds of personal data detected, as message keys.
fn looks_like(texts: &[String], of: TextContext) -> Vec<&'static str> {
    let any = |holds: fn(&str) -> bool| texts.iter().any(|text| holds(text));
    let split: Vec<_> = texts.iter().map(|text| words(text)).collect();
    let any_words = |holds: fn(&[Word]) -> bool| split.iter().any(|words| holds(words));
    let is_named = any_words(people::has_titled_name)
        || any_words(people::has_kin_name)
        || of.is_free && any_words(people::has_full_name);
    let tests: [(&str, bool); 10] = [
        ("finding-personal-email", any_words(address::has_email)),
        ("finding-personal-phone", any(numbers::has_phone)),
        ("finding-personal-address", any_words(address::has_address) || any_words(address::has_refuge)),
        ("finding-personal-name", is_named),
        ("finding-personal-number", any(numbers::has_registered_number)),
        ("finding-personal-birth", any_words(numbers::has_birth)),
        ("finding-personal-school", of.is_free && any_words(address::has_school)),
        ("finding-case-code", of.is_for_everyone && any(code::has_case_code)),
        ("finding-unit-code", of.is_for_everyone && any(code::has_unit_code)),
        ("finding-hidden-characters", any(|text| text.chars().any(is_hidden))),
    ];
    tests.into_iter().filter(|(_, is_there)| *is_there).map(|(key, _)| key).collect()
}

//! Texts that seem to contain personal data (a name, an address, a home) or invisible characters.
//!
//! Runs locally and on the schema: every text of every table whatever its visibility, rejected entries,
//! and the texts of named views. Codes of cases and units are only looked for in columns that every
//! audience sees. A message names the kind of data, never the text.

mod address;
mod numbers;
mod people;
mod text;

use super::{FindingPlace, Findings, Severity};
use crate::domain::code;
use crate::domain::hidden::is_hidden;
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId, Visibility};
use crate::domain::value::Value;
use crate::domain::view::{NamedView, Test};

use text::{Word, words};

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    tables(lens, found);
    drafts(lens, found);
    views(lens, found);
}

/// What the checks need to know about the column of a text.
#[derive(Clone, Copy)]
struct TextContext {
    /// Every audience sees it, so it must not contain codes.
    is_for_everyone: bool,
    /// Free text: a name in it is not that of an organisation.
    is_free: bool,
}

fn tables(lens: &Lens, found: &mut Findings) {
    for id in TableId::ALL.iter().copied() {
        let table = lens.dataset.table(id);
        for column in id.columns().iter().filter(|column| !column.derived && column.kind.is_text()) {
            let is_for_everyone = [table.visibility(), column.visibility] == [Visibility::Everyone; 2];
            let of = TextContext { is_for_everyone, is_free: column.kind == Kind::Notes };
            let word = id.column_word(column.key);
            table.scan(&[column.key], &mut |row, column, value| {
                let texts = match &value {
                    Value::Text(text) => std::slice::from_ref(text),
                    Value::Texts(texts) => texts,
                    _ => &[],
                };
                let place = FindingPlace::Cell(CellRef { table: id, row, column });
                report(texts, of, &place, &word, found);
            });
        }
    }
}

/// Rejected entries, in any column.
fn drafts(lens: &Lens, found: &mut Findings) {
    for draft in lens.dataset.drafts.iter().filter(|draft| lens.dataset.table(draft.table).contains(draft.row)) {
        let of = TextContext { is_for_everyone: false, is_free: true };
        let column = draft.table.column_word(draft.column);
        report(std::slice::from_ref(&draft.text), of, &FindingPlace::Cell(draft.cell()), &column, found);
    }
}

fn views(lens: &Lens, found: &mut Findings) {
    for (place, view) in lens.dataset.views.iter().enumerate() {
        let number = lens.dataset.views.iter().take(place + 1).filter(|other| other.table == view.table).count();
        let of = TextContext { is_for_everyone: false, is_free: true };
        let place = FindingPlace::View { table: view.table, number };
        report(&texts_of(view), of, &place, "finding-view", found);
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

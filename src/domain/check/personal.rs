//! Texts that seem to contain personal data (a name, an address, a home) or invisible characters.
//!
//! Runs locally and on the schema: every text of every table whatever its visibility, rejected entries,
//! the texts of named views, and the earlier values that the history keeps. Codes of cases and units are only looked for in columns that every
//! audience sees. A message names the kind of data, never the text.

mod address;
mod birth;
mod known;
mod numbers;
mod online;
mod people;
mod places;
mod relations;
mod text;

use std::cell::LazyCell;
use std::collections::HashSet;
use std::ops::Range;

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

use known::Organisations;
use people::Found;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    let organisations = Organisations::of(lens.dataset);
    tables(lens, &organisations, found);
    drafts(lens, &organisations, found);
    views(lens, &organisations, found);
    history(lens.dataset, &organisations, found);
}

/// The findings about personal data in what some cells have now: their values, and the entries rejected there.
pub(super) fn in_cells(dataset: &Dataset, cells: &[CellRef]) -> Vec<Finding> {
    // Most edits write no text.
    let organisations = LazyCell::new(|| Organisations::of(dataset));
    let mut found = Findings::default();
    for cell in cells {
        let place = FindingPlace::Cell(*cell);
        let word = cell.table.column_word(cell.column);
        if let Some(of) = past(*cell).filter(|_| !is_cleared(dataset, *cell)) {
            report(texts_in(&dataset.stored(*cell)), of, &place, &word, &organisations, &mut found);
        }
        if let Some(draft) = dataset.draft(*cell) {
            report(&[draft.to_owned()], FREE, &place, &word, &organisations, &mut found);
        }
    }
    found.0.retain(Finding::is_personal);
    found.0
}

/// The texts that others may not read yet: something was found in them, and nobody said that it is nothing.
pub(super) fn held_back(dataset: &Dataset) -> HashSet<CellRef> {
    let organisations = LazyCell::new(|| Organisations::of(dataset));
    let mut found = Findings::default();
    for table in TableId::ALL.iter().copied() {
        for column in table.columns().iter().filter(|column| column.screened.is_some()) {
            for row in dataset.table(table).ids() {
                let cell = CellRef { table, row, column: column.key };
                if !is_cleared(dataset, cell) {
                    let of = TextContext { is_for_everyone: true, is_free: true };
                    report(
                        texts_in(&dataset.stored(cell)),
                        of,
                        &FindingPlace::Cell(cell),
                        "",
                        &organisations,
                        &mut found,
                    );
                }
            }
        }
    }
    found.0.iter().filter_map(Finding::cell).collect()
}

/// Whether somebody read a text and found no person in it.
fn is_cleared(dataset: &Dataset, cell: CellRef) -> bool {
    let cleared = cell.table.column(cell.column).and_then(|column| column.screened);
    cleared.is_some_and(|column| dataset.stored(CellRef { column, ..cell }) == Value::Flag(true))
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

fn tables(lens: &Lens, organisations: &Organisations, found: &mut Findings) {
    for id in TableId::ALL.iter().copied() {
        let table = lens.dataset.table(id);
        for column in id.columns().iter().filter(|column| column.is_typed_text()) {
            let of = TextContext { is_for_everyone: id.is_for_everyone(column), is_free: column.kind == Kind::Notes };
            let word = id.column_word(column.key);
            table.scan(&[column.key], &mut |row, column, value| {
                let cell = CellRef { table: id, row, column };
                if !is_cleared(lens.dataset, cell) {
                    report(texts_in(&value), of, &FindingPlace::Cell(cell), &word, organisations, found);
                }
            });
        }
    }
}

/// Rejected entries, in any column.
fn drafts(lens: &Lens, organisations: &Organisations, found: &mut Findings) {
    for draft in lens.dataset.drafts.iter().filter(|draft| lens.dataset.table(draft.table).contains(draft.row)) {
        let column = draft.table.column_word(draft.column);
        report(
            std::slice::from_ref(&draft.text),
            FREE,
            &FindingPlace::Cell(draft.cell()),
            &column,
            organisations,
            found,
        );
    }
}

fn views(lens: &Lens, organisations: &Organisations, found: &mut Findings) {
    for (place, view) in lens.dataset.views.iter().enumerate() {
        let number = lens.dataset.views.iter().take(place + 1).filter(|other| other.table == view.table).count();
        let place = FindingPlace::View { table: view.table, number };
        report(&texts_of(view), FREE, &place, "finding-view", organisations, found);
    }
}

/// Earlier values: what was undone, changed or removed is still in the history.
fn history(dataset: &Dataset, organisations: &Organisations, found: &mut Findings) {
    let mut seen = HashSet::new();
    for entry in dataset.history.iter().rev() {
        let Change::Set { column, from, to } = &entry.change else { continue };
        let cell = CellRef { table: entry.table, row: entry.row, column: *column };
        let Some(of) = past(cell) else { continue };
        let is_told = |value: &&Value| texts_in(value).is_empty() || dataset.stored(cell) == **value;
        let mut texts = [from, to].into_iter().filter(|value| !is_told(value)).flat_map(texts_in);
        if !seen.contains(&cell) && texts.any(|text| !hits(text, of, organisations).is_empty()) {
            seen.insert(cell);
            let message = Message::new("finding-personal-past").term("column", cell.table.column_word(cell.column));
            found.at(Severity::Warning, FindingPlace::Past(cell), message);
        }
    }
}

/// What to know about the earlier values of a cell; none if they are no texts.
fn past(cell: CellRef) -> Option<TextContext> {
    let info = cell.table.column(cell.column).filter(|info| info.is_typed_text())?;
    Some(TextContext { is_for_everyone: false, is_free: info.kind == Kind::Notes })
}

/// The texts that a value is made of.
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
    let organisations = Organisations::of(dataset);
    texts.iter().find_map(|(text, of)| {
        let hits = hits(text, *of, &organisations);
        let hit = hits.iter().find(|hit| hit.key == key)?;
        text.get(hit.at.clone()).map(ToOwned::to_owned)
    })
}

fn passage_of_past(dataset: &Dataset, cell: CellRef) -> Option<String> {
    let of = past(cell)?;
    let its = dataset.history.iter().rev().filter(|entry| (entry.table, entry.row) == (cell.table, cell.row));
    let values = its.filter_map(|entry| match &entry.change {
        Change::Set { column, from, to } if *column == cell.column => Some([from, to]),
        _ => None,
    });
    let mut texts = values.flatten().flat_map(texts_in);
    let organisations = Organisations::of(dataset);
    texts.find_map(|text| text.get(hits(text, of, &organisations).first()?.at.clone()).map(ToOwned::to_owned))
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
fn report(
    texts: &[String],
    of: TextContext,
    place: &FindingPlace,
    column: &str,
    organisations: &Organisations,
    found: &mut Findings,
) {
    let hits: Vec<Hit> = texts.iter().flat_map(|text| hits(text, of, organisations)).collect();
    let personal = KINDS.iter().filter(|key| hits.iter().any(|hit| hit.key == **key));
    let any = |holds: fn(&str) -> bool| texts.iter().any(|text| holds(text));
    let names_case = of.is_for_everyone && of.is_free && texts.iter().any(|text| organisations.names_case(text));
    let others = [
        ("finding-case-code", of.is_for_everyone && (any(code::has_case_code) || names_case)),
        ("finding-unit-code", of.is_for_everyone && any(code::has_unit_code)),
        ("finding-hidden-characters", any(|text| text.chars().any(is_hidden))),
    ];
    let others = others.iter().filter(|(_, is_there)| *is_there).map(|(key, _)| key);
    for key in personal.chain(others) {
        found.at(Severity::Warning, place.clone(), Message::new(key).term("column", column));
    }
}

/// Kinds of personal data, as message keys.
const KINDS: [&str; 7] = [
    "finding-personal-email",
    "finding-personal-phone",
    "finding-personal-address",
    "finding-personal-name",
    "finding-personal-number",
    "finding-personal-birth",
    "finding-personal-school",
];

/// Personal data found in a text: of which kind, and where it stands.
struct Hit {
    key: &'static str,
    at: Range<usize>,
}

/// Personal data in a text, each kind in the order in which it is written.
fn hits(text: &str, of: TextContext, organisations: &Organisations) -> Vec<Hit> {
    let words = organisations.read(text);
    let of_words =
        |found: Vec<Found>| found.into_iter().map(|(from, to)| words[from].at.start..words[to].at.end).collect();
    let emails = online::emails(text);
    let numbers = numbers::numbers(text, &words);
    let addresses: Vec<Range<usize>> = of_words(address::addresses(&words));
    let schools = if of.is_free { of_words(address::schools(&words)) } else { Vec::new() };
    let births = birth::births(&words).into_iter().chain(birth::alone(text, &words)).collect();
    let mut names: Vec<Range<usize>> = of_words(people::names(&words, of.is_free));
    // What an address or a school is called after is no person.
    names.retain(|name| {
        let is_within = |other: &Range<usize>| other.start <= name.start && name.end <= other.end;
        !emails.iter().chain(&addresses).chain(&schools).any(is_within)
    });
    let kinds = [emails, numbers.phones, addresses, names, numbers.registered, of_words(births), schools];
    let found = KINDS.iter().zip(kinds).flat_map(|(key, found)| {
        let mut found = found;
        found.sort_by_key(|at| at.start);
        found.into_iter().map(|at| Hit { key, at })
    });
    found.collect()
}

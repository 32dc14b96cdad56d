//! References to records: their display, and the lookup of a typed name.
//!
//! A record goes by its label columns, and by its aliases if its table has any. Matches only what the
//! reader may see.

use crate::domain::fold::{MatchRank, fold, rank};
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Reader;
use crate::domain::schema::{ColumnKey, Covers, Kind, Naming, TableId};
use crate::domain::value::{Money, Value};
use crate::words::Words;

use super::parsed::{Entry, EntryContext, EntryError, Suggestion, of_offers};
use super::{date, place, show};

/// The label of a referenced record; `None` if the audience may not see it.
pub(super) fn label(table: TableId, row: RowId, reader: &dyn Reader, words: &Words) -> Option<String> {
    let mut parts = Vec::new();
    for key in table.label() {
        let value = reader.read(CellRef { table, row, column: *key })?;
        if let Some(column) = table.column(*key).filter(|_| !value.is_empty()) {
            parts.push(show::value(&value, column.kind, reader, words));
        }
    }
    Some(if parts.is_empty() { words.text("unnamed").to_owned() } else { parts.join(" · ") })
}

/// What tells a record from others of its kind, as far as the audience may see it: for a case her association,
/// household and wishes; for a unit its landlord, type, commune and rent.
pub(super) fn detail(table: TableId, row: RowId, reader: &dyn Reader, words: &Words) -> String {
    let told = |key: &ColumnKey| {
        let value = reader.read(CellRef { table, row, column: *key }).filter(|value| !value.is_empty())?;
        let kind = table.column(*key)?.kind;
        let text = show::value(&value, kind, reader, words);
        Some(match kind {
            // A rent counts with its charges, as far as they are known.
            Kind::Money(Covers::Rent) => words.say(&show::rent(value.as_money()?, charges(table, row, reader))),
            Kind::Money(_) => format!("{text}\u{a0}€"),
            // A number or a day says nothing without its name.
            Kind::Integer(_) | Kind::Date(_) => {
                format!("{}\u{a0}{text}", words.text(&table.column_word(*key)).to_lowercase())
            }
            _ => text,
        })
    };
    table.described().iter().filter_map(told).collect::<Vec<_>>().join(" · ")
}

/// The charges of a unit, if they are known and may be seen.
fn charges(table: TableId, row: RowId, reader: &dyn Reader) -> Option<Money> {
    let column = table.columns().iter().find(|column| column.kind == Kind::Money(Covers::Charges))?;
    reader.read(CellRef { table, row, column: column.key })?.as_money()
}

/// Parses a name. Records with unique names also match an unambiguous prefix; others only their whole
/// label.
pub(super) fn parse(text: &str, table: TableId, context: &EntryContext) -> Entry {
    let found = search(text, table, context);
    let exact: Vec<_> =
        found.iter().filter(|(rank, _)| *rank == MatchRank::Exact).map(|(_, offer)| offer.clone()).collect();
    if !exact.is_empty() {
        return of_offers(exact, true, EntryError::NoSuchRecord(table));
    }
    let takes_only_one = table.columns().iter().any(|column| column.naming == Some(Naming::Name));
    let offers = found.into_iter().map(|(_, offer)| offer).collect();
    of_offers(offers, takes_only_one, EntryError::NoSuchRecord(table))
}

/// Records whose labels match a partial text; if there is none, those whose detail has all its words.
pub(super) fn suggest(text: &str, table: TableId, context: &EntryContext, limit: usize) -> Vec<Suggestion> {
    let found = search(text, table, context);
    if found.is_empty() && !table.described().is_empty() {
        return among(context.reader.rows(table), text, table, context).take(limit).collect();
    }
    let detailed = |(_, offer): (MatchRank, Suggestion)| match offer.value {
        Value::Reference(row) => Suggestion { detail: detail(table, row, context.reader, context.words), ..offer },
        _ => offer,
    };
    found.into_iter().take(limit).map(detailed).collect()
}

/// Those of some records of which each word of the text starts a word of the label or the detail, in their order. A
/// commune is also found by the names that it had.
pub(super) fn among<'a>(
    rows: Vec<RowId>,
    text: &str,
    table: TableId,
    context: &'a EntryContext,
) -> impl Iterator<Item = Suggestion> + use<'a> {
    let query: Vec<String> = fold(text).split(' ').filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect();
    rows.into_iter().filter_map(move |row| {
        let label = label(table, row, context.reader, context.words)?;
        let detail = detail(table, row, context.reader, context.words);
        let folded = fold(&format!("{label} {detail} {}", other_names(table, row, context.reader)));
        let is_found = |word: &String| {
            let short = short(word);
            folded
                .split(' ')
                .any(|part| part.starts_with(word.as_str()) || short.is_some() && self::short(part) == short)
        };
        query.iter().all(is_found).then_some(Suggestion { detail, ..Suggestion::new(Value::Reference(row), label) })
    })
}

/// Other names of the communes in the detail.
fn other_names(table: TableId, row: RowId, reader: &dyn Reader) -> String {
    let told = table.described().iter().filter_map(|key| reader.read(CellRef { table, row, column: *key }));
    told.flat_map(|value| place::other_names(&value)).copied().collect::<Vec<_>>().join(" ")
}

/// A code as people shorten it, `L-0014`, `l14` or `14`: its number, if that is all but a letter.
fn short(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(word);
    let number = rest.trim_start_matches('-');
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| number.trim_start_matches('0'))
}

/// The records that a text may mean, and how well it does.
pub(super) fn search(text: &str, table: TableId, context: &EntryContext) -> Vec<(MatchRank, Suggestion)> {
    let query = fold(text);
    let day = day_column(table).and_then(|column| Some((column, date::certain(text, context)?)));
    let aliases = aliases(table);
    let mut found = Vec::new();
    for row in context.reader.rows(table) {
        let Some(label) = label(table, row, context.reader, context.words) else { continue };
        let folded = fold(&label);
        let is_of_day = day
            .is_some_and(|(column, day)| context.reader.read(CellRef { table, row, column }) == Some(Value::Date(day)));
        let names =
            aliases.iter().flat_map(|column| texts(context.reader.read(CellRef { table, row, column: *column })));
        let of_other_names = names.filter_map(|name| rank(&fold(&name), &query)).min();
        let best = if is_of_day {
            Some(MatchRank::Exact)
        } else {
            rank(&folded, &query).into_iter().chain(of_other_names).min()
        };
        if let Some(best) = best {
            found.push((folded, best, Suggestion::new(Value::Reference(row), label)));
        }
    }
    found.sort_by(|(a, ..), (b, ..)| a.cmp(b));
    found.into_iter().map(|(_, rank, offer)| (rank, offer)).collect()
}

/// The label column that is a date, if any: a committee also goes by its date in any format.
fn day_column(table: TableId) -> Option<ColumnKey> {
    table.label().first().copied().filter(|key| table.column(*key).is_some_and(|column| column.kind.is_date()))
}

/// Columns with alternative names.
fn aliases(table: TableId) -> Vec<ColumnKey> {
    table.columns().iter().filter(|column| column.naming == Some(Naming::Alias)).map(|column| column.key).collect()
}

fn texts(value: Option<Value>) -> Vec<String> {
    match value {
        Some(Value::Text(text)) => vec![text],
        Some(Value::Texts(texts)) => texts,
        _ => Vec::new(),
    }
}

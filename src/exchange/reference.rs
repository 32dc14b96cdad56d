//! Records named by other records: how they read, and how a typed name finds them.
//!
//! A record is called by its label columns, and also by its short name and aliases where its
//! table has them. Only what the reader may see names anything.

use crate::domain::fold::{Rank, fold, rank};
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Reader;
use crate::domain::schema::{ColumnKey, Kind, TableId};
use crate::domain::value::Value;
use crate::words::Words;

use super::entry::{Entry, EntryContext, EntryError, Suggestion, of_offers};
use super::{date, show};

/// How a record reads where another names it; none where the audience may not know.
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

/// Reads a name. A landlord or another organisation is also taken on the only name that begins
/// so; a unit or a case only on its whole code, since a slip there would mix up two homes.
pub(super) fn parse(text: &str, table: TableId, context: &EntryContext) -> Entry {
    let found = search(text, table, context);
    let exact: Vec<_> = found.iter().filter(|(rank, _)| *rank == Rank::Exact).map(|(_, offer)| offer.clone()).collect();
    if !exact.is_empty() {
        return of_offers(exact, true, EntryError::NoSuchRecord(table));
    }
    let takes_only_one =
        matches!(table, TableId::Landlords | TableId::Associations | TableId::Periods | TableId::Sectors);
    let offers = found.into_iter().map(|(_, offer)| offer).collect();
    of_offers(offers, takes_only_one, EntryError::NoSuchRecord(table))
}

/// Records that answer a text typed so far, by their labels.
pub(super) fn suggest(text: &str, table: TableId, context: &EntryContext, limit: usize) -> Vec<Suggestion> {
    search(text, table, context).into_iter().map(|(_, offer)| offer).take(limit).collect()
}

fn search(text: &str, table: TableId, context: &EntryContext) -> Vec<(Rank, Suggestion)> {
    let query = fold(text);
    let day = day_column(table).and_then(|column| Some((column, date::certain(text, context)?)));
    let mut found = Vec::new();
    for row in context.reader.rows(table) {
        let Some(label) = label(table, row, context.reader, context.words) else { continue };
        let folded = fold(&label);
        let is_of_day = day
            .is_some_and(|(column, day)| context.reader.read(CellRef { table, row, column }) == Some(Value::Date(day)));
        let of_other_names =
            other_names(table, row, context.reader).filter_map(|name| rank(&fold(&name), &query)).min();
        let best =
            if is_of_day { Some(Rank::Exact) } else { rank(&folded, &query).into_iter().chain(of_other_names).min() };
        if let Some(best) = best {
            found.push((folded, best, Suggestion { value: Value::Reference(row), label }));
        }
    }
    found.sort_by(|(a, ..), (b, ..)| a.cmp(b));
    found.into_iter().map(|(_, rank, offer)| (rank, offer)).collect()
}

/// The label column that is a day: a committee is also called by its date, however it is typed.
fn day_column(table: TableId) -> Option<ColumnKey> {
    table.label().first().copied().filter(|key| table.column(*key).is_some_and(|column| column.kind == Kind::Date))
}

fn other_names(table: TableId, row: RowId, reader: &dyn Reader) -> impl Iterator<Item = String> + '_ {
    const OTHERS: [ColumnKey; 2] = [ColumnKey::new("short_name"), ColumnKey::new("aliases")];
    OTHERS.into_iter().filter_map(move |column| reader.read(CellRef { table, row, column })).flat_map(|value| {
        match value {
            Value::Text(name) => vec![name],
            Value::Texts(names) => names,
            _ => Vec::new(),
        }
    })
}

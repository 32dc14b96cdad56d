//! Displays cells: any value as text, through an audience's reader; and the name of a span.
//!
//! Typing the text shown gives the same value, as long as names are unique. What the audience may not
//! see reads "masqué": never a number and never empty, so that nothing sums it.

use chrono::NaiveDate;

use crate::domain::commune::{self, DEPARTEMENTS};
use crate::domain::dataset::Dataset;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::{Lens, Links, Reader};
use crate::domain::message::{Arg, Message};
use crate::domain::schema::{ColumnInfo, Kind, TableId};
use crate::domain::sector::Sector;
use crate::domain::value::{Money, Territory, Value};
use crate::indicators::Span;
use crate::words::{Lang, Words, choice_key};

use super::{place, reference};

/// A cell as shown on screen.
pub fn cell(table: TableId, row: RowId, column: &ColumnInfo, reader: &dyn Reader, words: &Words) -> String {
    match reader.read(CellRef { table, row, column: column.key }) {
        Some(found) => value(&found, column.kind, reader, words),
        None => masked(words),
    }
}

/// A cell as another program reads it: as on screen, but numbers have no spaces, so that they stay
/// numbers.
pub fn plain(table: TableId, row: RowId, column: &ColumnInfo, reader: &dyn Reader, words: &Words) -> String {
    let found = reader.read(CellRef { table, row, column: column.key });
    found.map_or_else(|| masked(words), |found| plain_value(&found, column.kind, reader, words))
}

/// What a home costs a month: with its charges, if they are known.
pub fn rent(Money(rent): Money, charges: Option<Money>) -> Message {
    let said = |key, amount| Message::new(key).with("amount", Arg::Money(Money(amount)));
    match charges {
        Some(Money(charges)) => said("matching-rent-in-all", rent.saturating_add(charges)),
        None => said("matching-rent-alone", rent),
    }
}

/// A value as another program reads it.
pub fn plain_value(found: &Value, kind: Kind, reader: &dyn Reader, words: &Words) -> String {
    match found {
        Value::Integer(n) => n.to_string(),
        Value::Money(Money(cents)) => {
            let decimal = if words.lang() == Lang::Fr { ',' } else { '.' };
            let sign = if *cents < 0 { "-" } else { "" };
            let cents = cents.unsigned_abs();
            format!("{sign}{}{decimal}{:02}", cents / 100, cents % 100)
        }
        found => value(found, kind, reader, words),
    }
}

/// A stored value of a cell as it would be typed.
pub fn typed(dataset: &Dataset, cell: CellRef, stored: &Value, words: &Words) -> String {
    let links = Links::of(dataset);
    let lens = Lens::new(dataset, &links, NaiveDate::default());
    let kind = cell.table.column(cell.column).map_or(Kind::Text, |column| column.kind);
    value(stored, kind, &lens, words)
}

/// The label of a referenced record; "masqué" if the audience may not see it.
pub fn label(table: TableId, row: RowId, reader: &dyn Reader, words: &Words) -> String {
    reference::label(table, row, reader, words).unwrap_or_else(|| masked(words))
}

/// The name of a span.
pub fn span(span: Span, dataset: &Dataset, words: &Words) -> String {
    match span {
        Span::Period(row) => {
            let name = dataset.periods.find(row).map(|period| period.name.clone()).unwrap_or_default();
            words.say(&Message::new("period-of").text("name", name))
        }
        Span::SinceStart => words.text("since-start").to_owned(),
    }
}

/// A value as text; empty for no value. The unit is in the column's header.
pub fn value(value: &Value, kind: Kind, reader: &dyn Reader, words: &Words) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Texts(texts) => texts.join(" ; "),
        Value::Integer(n) => words.number(*n),
        Value::Money(money) => words.money(*money),
        Value::Date(date) => words.date(*date),
        Value::Flag(true) => words.text("yes").to_owned(),
        Value::Flag(false) => words.text("no").to_owned(),
        Value::Choice(key) => choice(key, kind, words),
        Value::Choices(keys) => keys.iter().map(|key| choice(key, kind, words)).collect::<Vec<_>>().join(", "),
        Value::Reference(row) => match kind {
            Kind::Reference(table) => label(table, *row, reader, words),
            _ => masked(words),
        },
        Value::Commune(insee) => commune::find(insee).map_or_else(|| insee.0.clone(), commune::Commune::label),
        Value::Territories(places) => {
            places.iter().map(|place| territory(place, reader, words)).collect::<Vec<_>>().join(" ; ")
        }
    }
}

/// A territory in a list.
pub(super) fn territory(place: &Territory, reader: &dyn Reader, words: &Words) -> String {
    match place {
        Territory::Anywhere => place::anywhere(words),
        Territory::Departement(code) => match DEPARTEMENTS.iter().find(|(known, _)| known == code) {
            Some((_, name)) => format!("{name} ({code})"),
            None => code.clone(),
        },
        Territory::Epci(code) => commune::epci_name(code).map_or_else(|| code.clone(), str::to_owned),
        Territory::Sector(row) => {
            let cell = CellRef { table: TableId::Sectors, row: *row, column: Sector::KEYS.name };
            match reader.read(cell) {
                Some(Value::Text(name)) => name,
                _ => masked(words),
            }
        }
        Territory::Commune(insee) => commune::find(insee).map_or_else(|| insee.0.clone(), commune::Commune::label),
    }
}

/// The placeholder for a cell that the audience may not see.
pub fn masked(words: &Words) -> String {
    words.text("masked").to_owned()
}

fn choice(key: &str, kind: Kind, words: &Words) -> String {
    match kind {
        Kind::Choice(set) | Kind::Choices(set) => words.text(&choice_key(set.name, key)).to_owned(),
        _ => key.to_owned(),
    }
}

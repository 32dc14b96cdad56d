//! Random records and edits of every table, derived from the schema: new columns are covered.
//!
//! All randomness comes from the generator passed in, so a seed reproduces a failure.

use chrono::{Days, NaiveDate};
use clefs::domain::dataset::{Dataset, Draft};
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::schema::{Kind, TableId};
use clefs::domain::value::{ChoiceKey, Insee, Money, Territory, Value};
use clefs::domain::view::NamedView;
use clefs::edit::{Document, Edit, remove_rows};
use fastrand::Rng;

use super::stamp;

/// Awkward texts.
const NASTY: [&str; 10] = [
    "Bailleur Alpha",
    "",
    " ",
    "œuvre d’Église",
    "\"),(\n\r\t\\",
    "=1+1;\"a\"",
    "\u{feff}\u{202e}\u{0}",
    "👩‍👧 e\u{301}",
    "Some(None)",
    "NaN",
];

/// A value that a column of that kind accepts, rarely empty; none if there is no record to refer to.
pub fn fitting(kind: Kind, dataset: &Dataset, dice: &mut Rng) -> Option<Value> {
    let text = |dice: &mut Rng| format!("{}{}", NASTY[dice.usize(..NASTY.len())], dice.u8(..));
    Some(match kind {
        Kind::Text | Kind::Notes => Value::Text(text(dice)),
        Kind::Texts => Value::Texts((0..dice.usize(1..4)).map(|_| text(dice)).collect()),
        Kind::Integer(_) => Value::Integer(dice.u32(..).into()),
        Kind::Money(_) => Value::Money(Money(dice.i64(..))),
        Kind::Date(_) => {
            Value::Date(NaiveDate::from_ymd_opt(2021, 1, 1)?.checked_add_days(Days::new(dice.u64(..1000)))?)
        }
        Kind::Flag => Value::Flag(dice.bool()),
        Kind::Choice(set) => Value::Choice(ChoiceKey::Borrowed(dice.choice(set.keys)?)),
        Kind::Choices(set) => {
            let keys = dice.choose_multiple(set.keys.iter(), 2);
            Value::Choices(keys.into_iter().map(|key| ChoiceKey::Borrowed(*key)).collect())
        }
        Kind::Reference(table) => Value::Reference(dice.choice(dataset.table(table).ids())?),
        Kind::Commune => Value::Commune(Insee("59350".to_owned())),
        Kind::Territories => {
            let mut places = vec![
                Territory::Anywhere,
                Territory::Departement("59".to_owned()),
                Territory::Epci("200093201".to_owned()),
                Territory::Commune(Insee("62041".to_owned())),
            ];
            places.extend(dataset.table(TableId::Sectors).ids().into_iter().map(Territory::Sector));
            Value::Territories(dice.choose_multiple(places, 3))
        }
    })
}

/// A dataset with rows in every table, most columns filled, drafts and views beside them.
pub fn dataset(dice: &mut Rng) -> Dataset {
    let mut document = Document::default();
    for table in TableId::ALL {
        let rows = (0..dice.usize(1..4)).map(|_| insert(*table, document.dataset(), dice)).collect();
        document.apply(&Edit::batch(rows), stamp(), None).unwrap_or_else(|error| panic!("{error:?}"));
    }
    for _ in 0..dice.usize(..6) {
        for edit in [draft(document.dataset(), dice), keep_view(dice)] {
            document.apply(&edit, stamp(), None).unwrap_or_else(|error| panic!("{error:?}"));
        }
    }
    document.dataset().clone()
}

/// Sets or clears the draft of some cell.
fn draft(dataset: &Dataset, dice: &mut Rng) -> Edit {
    let drafts: Vec<CellRef> = dataset.drafts.iter().map(Draft::cell).collect();
    if let (Some(cell), true) = (dice.choice(drafts), dice.bool()) {
        return Edit::Draft { cell, text: dice.bool().then(|| NASTY[dice.usize(..NASTY.len())].to_owned()) };
    }
    let table = TableId::ALL[dice.usize(..TableId::ALL.len())];
    let column = table.columns()[dice.usize(..table.columns().len())].key;
    let Some(row) = dice.choice(dataset.table(table).ids()) else { return Edit::batch(Vec::new()) };
    Edit::Draft { cell: CellRef { table, row, column }, text: Some(NASTY[dice.usize(..NASTY.len())].to_owned()) }
}

/// A view under one of a few names.
fn keep_view(dice: &mut Rng) -> Edit {
    let (table, name) = view_name(dice);
    let search = NASTY[dice.usize(..NASTY.len())].to_owned();
    Edit::KeepView(NamedView { name, table, search, filters: Vec::new(), sort: Vec::new(), hidden: Vec::new() })
}

fn view_name(dice: &mut Rng) -> (TableId, String) {
    (TableId::ALL[dice.usize(..3)], NASTY[dice.usize(..3)].to_owned())
}

/// Removes a record that has a draft, if there is one.
fn remove_with_draft(dataset: &Dataset, dice: &mut Rng) -> Edit {
    let drafts = dataset.drafts.iter().map(Draft::cell).filter(|cell| cell.table != TableId::Publications);
    let drafts: Vec<CellRef> = drafts.collect();
    dice.choice(drafts).map_or_else(|| Edit::batch(Vec::new()), |cell| remove_rows(dataset, cell.table, &[cell.row]))
}

/// A new row at any position, with most of its columns filled.
pub fn insert(table: TableId, dataset: &Dataset, dice: &mut Rng) -> Edit {
    let mut values = Vec::new();
    for column in table.columns().iter().filter(|column| !column.is_derived()) {
        if column.required || dice.u8(..4) > 0 {
            values.extend(fitting(column.kind, dataset, dice).map(|value| (column.key, value)));
        }
    }
    let row = dataset.fresh_id(&mut || dice.u64(..));
    let before = if dice.bool() { dice.choice(dataset.table(table).ids()) } else { None };
    Edit::Insert { table, row, values, before }
}

/// Any edit: most are valid; some refer to missing records or have the wrong kind.
pub fn edit(dataset: &Dataset, dice: &mut Rng, depth: u8) -> Edit {
    // What was published stays, whatever is undone: `published.rs`.
    let tables = TableId::ALL.iter().copied().filter(|table| *table != TableId::Publications);
    let Some(table) = dice.choice(tables.collect::<Vec<_>>()) else { return Edit::batch(Vec::new()) };
    let row = dice.choice(dataset.table(table).ids()).unwrap_or_default();
    let rows = [row];
    match dice.u8(..if depth == 0 { 17 } else { 19 }) {
        0 | 1 => insert(table, dataset, dice),
        2 => Edit::Insert { table, row, values: Vec::new(), before: None },
        3 => Edit::Insert { table, row: dataset.fresh_id(&mut || dice.u64(..)), values: Vec::new(), before: None },
        4 => Edit::Remove { table, row },
        5 => remove_rows(dataset, table, &rows),
        6 | 7 => draft(dataset, dice),
        8 => keep_view(dice),
        9 => {
            let (table, name) = view_name(dice);
            Edit::DropView { table, name }
        }
        10 => remove_with_draft(dataset, dice),
        17 | 18 => Edit::batch((0..dice.u8(..5)).map(|_| edit(dataset, dice, depth - 1)).collect()),
        _ => set(table, row, dataset, dice),
    }
}

fn set(table: TableId, row: RowId, dataset: &Dataset, dice: &mut Rng) -> Edit {
    let columns = table.columns();
    let column = columns[dice.usize(..columns.len())];
    let cell = CellRef { table, row, column: column.key };
    let value = match dice.u8(..10) {
        0 => Value::Empty,
        1 => Value::Integer(-1),
        2 => Value::Reference(RowId::from_random(dice.u64(..))),
        3 => dataset.stored(cell),
        _ => fitting(column.kind, dataset, dice).unwrap_or_default(),
    };
    Edit::Set { cell, value }
}

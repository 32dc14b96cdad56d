//! The schema held to its own law: what a column says of itself is what it does.

use std::collections::HashSet;

use clefs::domain::dataset::Dataset;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::schema::{ColumnInfo, Kind, TableId};
use clefs::domain::table::TableError;
use clefs::domain::value::{Refusal, Value};
use clefs::edit::{Document, Edit, EditError};
use fastrand::Rng;

use super::{generate, stamp};

/// Every column of every table, with a row that has it filled.
fn cells(dataset: &Dataset) -> Vec<(CellRef, &'static ColumnInfo)> {
    let row = |table: TableId| dataset.table(table).ids().first().copied().unwrap_or_default();
    TableId::ALL
        .iter()
        .flat_map(|table| table.columns().iter().map(move |column| (*table, *column)))
        .map(|(table, column)| (CellRef { table, row: row(table), column: column.key }, column))
        .collect()
}

/// Why a cell refuses a value.
fn refusal(document: &mut Document, cell: CellRef, value: Value) -> Option<Refusal> {
    match document.apply(&Edit::Set { cell, value }, stamp(), None) {
        Err(EditError::Table(TableError::Refused(refused, why))) if refused == cell => Some(why),
        _ => None,
    }
}

fn sample() -> Document {
    Document::new(generate::dataset(&mut Rng::with_seed(27)))
}

#[test]
fn column_keys_are_unique_in_their_table_and_labels_are_columns() {
    let empty = Dataset::default();
    for table in TableId::ALL {
        let keys: HashSet<_> = table.columns().iter().map(|column| column.key).collect();
        assert_eq!(keys.len(), table.columns().len(), "{table:?}");
        assert!(!empty.table(*table).label().is_empty(), "{table:?}");
        for label in empty.table(*table).label() {
            assert!(keys.contains(label), "{table:?} is named by {label:?}, which is no column of it");
        }
    }
}

#[test]
fn every_column_gives_back_what_it_was_given() {
    let mut document = sample();
    let mut dice = Rng::with_seed(75);
    for (cell, column) in cells(document.dataset()).into_iter().filter(|(_, column)| !column.derived) {
        for _ in 0..20 {
            let value = generate::fitting(column.kind, document.dataset(), &mut dice).unwrap_or_default();
            let done = document.apply(&Edit::Set { cell, value: value.clone() }, stamp(), None);
            assert!(done.is_ok(), "{cell:?} does not take {value:?}: {done:?}");
            assert_eq!(document.dataset().stored(cell), value, "{cell:?}");
        }
    }
}

#[test]
fn a_column_refuses_every_value_of_another_kind() {
    let mut document = sample();
    let mut dice = Rng::with_seed(102);
    let columns = cells(document.dataset());
    let values: Vec<_> =
        columns.iter().filter_map(|(_, c)| generate::fitting(c.kind, document.dataset(), &mut dice)).collect();
    for (cell, column) in columns {
        for value in values.iter().filter(|value| !column.kind.accepts(value)) {
            assert_eq!(refusal(&mut document, cell, value.clone()), Some(Refusal::WrongKind), "{cell:?} {value:?}");
        }
    }
}

#[test]
fn a_choice_that_is_not_on_the_list_is_refused() {
    let mut document = sample();
    for (cell, column) in cells(document.dataset()) {
        let value = match column.kind {
            Kind::Choice(_) => Value::Choice("ailleurs".into()),
            Kind::Choices(_) => Value::Choices(vec!["ailleurs".into()]),
            _ => continue,
        };
        assert_eq!(refusal(&mut document, cell, value), Some(Refusal::WrongKind), "{cell:?}");
    }
}

#[test]
fn required_columns_refuse_to_be_emptied_and_the_others_do_not() {
    let mut document = sample();
    let columns = cells(document.dataset());
    assert!(columns.iter().any(|(_, column)| column.required));
    for (cell, column) in columns.into_iter().filter(|(_, column)| !column.derived) {
        let wanted = column.required.then_some(Refusal::Required);
        assert_eq!(refusal(&mut document, cell, Value::Empty), wanted, "{cell:?}");
    }
}

#[test]
fn derived_columns_are_not_written() {
    let mut document = sample();
    let mut dice = Rng::with_seed(38);
    let derived: Vec<_> = cells(document.dataset()).into_iter().filter(|(_, column)| column.derived).collect();
    assert!(!derived.is_empty());
    for (cell, column) in derived {
        assert!(!column.required, "{cell:?} is computed: it can not be required");
        for value in [Some(Value::Empty), generate::fitting(column.kind, document.dataset(), &mut dice)] {
            let refused = refusal(&mut document, cell, value.unwrap_or_default());
            assert_eq!(refused, Some(Refusal::ReadOnly), "{cell:?}");
        }
    }
}

#[test]
fn counts_are_whole_and_never_below_zero() {
    let mut document = sample();
    let counts: Vec<_> =
        cells(document.dataset()).into_iter().filter(|(_, c)| matches!(c.kind, Kind::Integer(_))).collect();
    assert!(!counts.is_empty());
    for (cell, _) in counts {
        for beyond in [-1, i64::MIN, i64::from(u32::MAX) + 1] {
            assert_eq!(refusal(&mut document, cell, Value::Integer(beyond)), Some(Refusal::OutOfRange), "{cell:?}");
        }
    }
}

#[test]
fn records_and_their_history_survive_the_format_of_the_file() {
    for seed in 0..20 {
        let mut dice = Rng::with_seed(seed);
        let mut document = Document::new(generate::dataset(&mut dice));
        for _ in 0..20 {
            let edit = generate::edit(&document.snapshot(), &mut dice, 1);
            // Refused edits are as good as any here.
            let _ = document.apply(&edit, stamp(), None);
        }
        let written = ron::to_string(document.dataset()).unwrap_or_default();
        let read: Result<Dataset, _> = ron::from_str(&written);
        assert_eq!(read.as_ref(), Ok(document.dataset()), "seed {seed}");
    }
}

#[test]
fn a_file_with_a_field_that_no_column_has_or_two_records_of_one_id_is_no_dataset() {
    let id = ron::to_string(&RowId::from_random(3)).unwrap_or_default();
    let read = |units: String| ron::from_str::<Dataset>(&format!("(units:[{units}])"));
    let says = |units: String, what: &str| read(units).is_err_and(|error| error.to_string().contains(what));
    assert!(says(format!("(id:{id},prenom:\"Canari\")"), "prenom"));
    assert!(says(format!("(id:{id}),(id:{id})"), "duplicate id 3"));
    assert!(read(format!("(id:{id})")).is_ok_and(|dataset| dataset.contains(RowId::from_random(3))));
}

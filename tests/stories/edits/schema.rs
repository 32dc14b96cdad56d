//! The schema is consistent: columns behave as they are declared.

use std::collections::HashSet;

use clefs::domain::check::{Severity, check};
use clefs::domain::dataset::Dataset;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::lens::{Lens, Links};
use clefs::domain::relocation::CaseStep;
use clefs::domain::schema::{ColumnInfo, Kind, Naming, Record, TableId};
use clefs::domain::steps::Step;
use clefs::domain::table::TableError;
use clefs::domain::unit::UnitStep;
use clefs::domain::value::{Refusal, Value};
use clefs::edit::{Document, Edit, EditError, Fresh};
use fastrand::Rng;

use super::{generate, stamp};

/// Every column, with a row in which it is filled.
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
            assert!(keys.contains(label), "{label:?}, a label of {table:?}, is not a column");
        }
    }
}

#[test]
fn a_unique_name_is_the_only_label_of_its_table() {
    for table in TableId::ALL {
        let naming = |naming: fn(Naming) -> bool| {
            let columns = table.columns().iter().filter(move |column| column.naming.is_some_and(naming));
            columns.map(|column| column.key).collect::<Vec<_>>()
        };
        let unique = naming(Naming::is_unique);
        assert!(unique.is_empty() || unique == table.label(), "{table:?}: one code or name at most, its label");
        let has_aliases = !naming(|naming| naming == Naming::Alias).is_empty();
        assert!(
            !has_aliases || naming(|naming| naming == Naming::Name).len() == 1,
            "{table:?}: aliases without a name"
        );
        for column in table.columns().iter().filter(|column| column.naming.is_some()) {
            assert!(column.kind.is_text() && !column.is_derived(), "{table:?} {:?}", column.key);
        }
    }
}

#[test]
fn codes_are_generated_where_declared_and_never_twice() {
    let dataset = generate::dataset(&mut Rng::with_seed(4));
    let mut dice = Rng::with_seed(5);
    let mut random = || dice.u64(..);
    let mut fresh = Fresh::new(&dataset, &mut random);
    for table in TableId::ALL {
        let key = table.columns().iter().find(|column| column.code().is_some()).map(|column| column.key);
        let mut seen = HashSet::new();
        dataset.table(*table).scan(key.as_slice(), &mut |_, _, value| {
            seen.insert(format!("{value:?}"));
        });
        for _ in 0..50 {
            let (_, values) = fresh.record(*table, Vec::new());
            assert_eq!(values.first().map(|(column, _)| *column), key, "{table:?}");
            assert!(values.iter().all(|(_, code)| seen.insert(format!("{code:?}"))), "{table:?} {values:?}");
        }
    }
}

#[test]
fn a_record_created_by_name_is_complete() {
    let made: Vec<_> = TableId::ALL.iter().filter_map(|table| Some((*table, table.made_by_name()?))).collect();
    assert!(made.iter().any(|(table, _)| *table == TableId::Landlords));
    for (table, column) in made {
        let mut document = Document::default();
        let values = vec![(column, Value::Text("Bailleur Alpha".to_owned()))];
        let insert = Edit::Insert { table, row: RowId::from_random(3), values, before: None };
        assert!(document.apply(&insert, stamp(), None).is_ok(), "{table:?}");
        let links = Links::of(document.dataset());
        let found = check(&Lens::new(document.dataset(), &links, stamp().at.date()));
        assert!(found.iter().all(|finding| finding.severity == Severity::Warning), "{table:?}: {found:?}");
    }
}

#[test]
fn a_step_is_dated_in_the_column_of_its_key() {
    fn check<S: Step + std::fmt::Debug>(key: fn(S) -> &'static str) {
        for step in S::ALL {
            let column = S::Of::columns().iter().find(|column| column.info.key == step.column());
            assert!(column.is_some_and(|column| column.info.kind.is_date()), "{step:?}");
            assert_eq!(step.column().as_str(), key(*step), "{step:?}: texts and files use one key");
            let mut record = S::Of::default();
            let day = stamp().at.date();
            assert!(column.is_some_and(|column| column.set(&mut record, Value::Date(day)).is_ok()));
            let dated: Vec<_> = S::ALL.iter().filter(|other| other.own_date(&record) == Some(day)).collect();
            assert!(dated == [step], "{step:?} is read from {dated:?}");
        }
    }
    check::<UnitStep>(UnitStep::key);
    check::<CaseStep>(CaseStep::key);
}

#[test]
fn a_value_stored_elsewhere_has_the_same_kind_and_no_wider_visibility_there() {
    let mut known = 0;
    for seed in 0..20 {
        let dataset = generate::dataset(&mut Rng::with_seed(seed));
        let links = Links::of(&dataset);
        let lens = Lens::new(&dataset, &links, stamp().at.date());
        for table in TableId::ALL {
            for (row, info) in
                dataset.table(*table).ids().iter().flat_map(|row| table.columns().iter().map(move |c| (*row, c)))
            {
                let Some(home) = dataset.table(*table).home(row, info.key, &lens) else { continue };
                let there = home.table.column(home.column).expect("a column");
                assert_eq!((there.kind, there.visibility), (info.kind, info.visibility), "{table:?} {:?}", info.key);
                known += 1;
            }
        }
    }
    assert!(known > 0);
}

#[test]
fn a_column_is_found_by_name_in_its_own_table_only() {
    for table in TableId::ALL {
        for column in table.columns() {
            let found = table.column_named(column.key.as_str()).map(|found| found.key);
            assert_eq!(found, Some(column.key), "{table:?}");
        }
        assert!(table.column_named("nothing of that name").is_none());
    }
    assert!(TableId::Landlords.column_named("surface").is_none());
}

#[test]
fn every_column_returns_what_was_written() {
    let mut document = sample();
    let mut dice = Rng::with_seed(75);
    for (cell, column) in cells(document.dataset()).into_iter().filter(|(_, column)| !column.is_derived()) {
        for _ in 0..20 {
            let value = generate::fitting(column.kind, document.dataset(), &mut dice).unwrap_or_default();
            let done = document.apply(&Edit::Set { cell, value: value.clone() }, stamp(), None);
            assert!(done.is_ok(), "{cell:?} refuses {value:?}: {done:?}");
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
    for (cell, column) in columns.into_iter().filter(|(_, column)| !column.is_derived()) {
        let wanted = column.required.then_some(Refusal::Required);
        assert_eq!(refusal(&mut document, cell, Value::Empty), wanted, "{cell:?}");
    }
}

#[test]
fn derived_columns_are_not_writable() {
    let mut document = sample();
    let mut dice = Rng::with_seed(38);
    let derived: Vec<_> = cells(document.dataset()).into_iter().filter(|(_, column)| column.is_derived()).collect();
    assert!(!derived.is_empty());
    for (cell, column) in derived {
        assert!(!column.required, "{cell:?} is computed: it cannot be required");
        for value in [Some(Value::Empty), generate::fitting(column.kind, document.dataset(), &mut dice)] {
            let refused = refusal(&mut document, cell, value.unwrap_or_default());
            assert_eq!(refused, Some(Refusal::ReadOnly), "{cell:?}");
        }
    }
}

#[test]
fn counts_are_whole_and_never_below_zero() {
    let mut document = sample();
    let counts: Vec<_> = cells(document.dataset())
        .into_iter()
        .filter(|(_, c)| matches!(c.kind, Kind::Integer(_)) && !c.is_derived())
        .collect();
    assert!(!counts.is_empty());
    for (cell, _) in counts {
        for beyond in [-1, i64::MIN, i64::from(u32::MAX) + 1] {
            assert_eq!(refusal(&mut document, cell, Value::Integer(beyond)), Some(Refusal::OutOfRange), "{cell:?}");
        }
    }
}

#[test]
fn records_and_history_round_trip_through_the_file_format() {
    for seed in 0..20 {
        let mut dice = Rng::with_seed(seed);
        let mut document = Document::new(generate::dataset(&mut dice));
        for _ in 0..20 {
            let edit = generate::edit(&document.snapshot(), &mut dice, 1);
            // Refused edits do no harm here.
            let _ = document.apply(&edit, stamp(), None);
        }
        let written = ron::to_string(document.dataset()).unwrap_or_default();
        let read: Result<Dataset, _> = ron::from_str(&written);
        assert_eq!(read.as_ref(), Ok(document.dataset()), "seed {seed}");
    }
}

#[test]
fn an_unknown_field_or_a_duplicate_id_is_refused() {
    let id = ron::to_string(&RowId::from_random(3)).unwrap_or_default();
    let read = |units: String| ron::from_str::<Dataset>(&format!("(units:[{units}])"));
    let is_refused_with = |units: String, what: &str| read(units).is_err_and(|error| error.to_string().contains(what));
    assert!(is_refused_with(format!("(id:{id},prenom:\"Canari\")"), "prenom"));
    assert!(is_refused_with(format!("(id:{id}),(id:{id})"), "duplicate id 3"));
    assert!(read(format!("(id:{id})")).is_ok_and(|dataset| dataset.contains(RowId::from_random(3))));
}

//! Where undo takes the user: the place of the step, and what it changed.

use clefs::domain::id::RowId;
use clefs::domain::relocation::Relocation;
use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use clefs::domain::value::Value;
use clefs::edit::{ChangedAt, Document, Edit, Place, Selection, Stepped, remove_rows};

use super::{ALPHA, BETA, CASE, UNIT, cell, set, small, stamp, text};

fn at(table: TableId, row: RowId, column: &'static str) -> Place {
    Place { table, selection: Some(Selection::at((row, crate::build::key(table, column)))) }
}

fn apply(document: &mut Document, edit: &Edit, place: Option<Place>) {
    assert!(document.apply(edit, stamp(), place).is_ok());
}

fn undo(document: &mut Document) -> Stepped {
    document.undo(stamp()).ok().flatten().expect("there is a step to undo")
}

fn redo(document: &mut Document) -> Stepped {
    document.redo(stamp()).ok().flatten().expect("there is a step to redo")
}

#[test]
fn a_step_keeps_its_place_through_undo_and_redo() {
    let mut document = small();
    let places = [Some(at(TableId::Units, UNIT, "notes")), None, Some(at(TableId::Landlords, BETA, "name"))];
    apply(&mut document, &set(TableId::Units, UNIT, "notes", text("a")), places[0]);
    let typed = Edit::Draft { cell: cell(TableId::Units, UNIT, "surface"), text: Some("x".to_owned()) };
    apply(&mut document, &typed, places[1]);
    apply(&mut document, &set(TableId::Landlords, BETA, "name", text("b")), places[2]);
    for _ in 0..2 {
        assert_eq!([(); 3].map(|()| undo(&mut document).place), [places[2], places[1], places[0]]);
        assert_eq!([(); 3].map(|()| redo(&mut document).place), places);
    }
}

#[test]
fn the_first_cell_of_a_step_is_what_it_changed() {
    let mut document = small();
    let edit = Edit::batch(vec![
        set(TableId::Units, UNIT, "notes", text("a")),
        set(TableId::Units, UNIT, "surface", Value::Integer(62)),
    ]);
    apply(&mut document, &edit, None);
    let notes = ChangedAt { table: TableId::Units, row: UNIT, column: Some(Unit::KEYS.notes) };
    assert_eq!(undo(&mut document).changed, Some(notes));
    assert_eq!(redo(&mut document).changed, Some(notes));
}

#[test]
fn a_change_in_the_users_table_comes_first() {
    let mut document = small();
    let edit = Edit::batch(vec![
        set(TableId::Relocations, CASE, "lease_signed", Value::Empty),
        set(TableId::Relocations, CASE, "notes", text("a")),
        set(TableId::Units, UNIT, "notes", text("a")),
    ]);
    apply(&mut document, &edit, Some(at(TableId::Units, UNIT, "notes")));
    let notes = |table, row| Some(ChangedAt { table, row, column: Some(Unit::KEYS.notes) });
    assert_eq!(undo(&mut document).changed, notes(TableId::Units, UNIT));
    apply(&mut document, &edit, None);
    assert_eq!(undo(&mut document).changed, notes(TableId::Relocations, CASE));
}

#[test]
fn a_restored_record_counts_as_changed_and_a_removed_one_does_not() {
    let mut document = small();
    let removal = remove_rows(document.dataset(), TableId::Landlords, &[ALPHA]);
    apply(&mut document, &removal, Some(at(TableId::Landlords, ALPHA, "name")));
    let landlord = ChangedAt { table: TableId::Landlords, row: ALPHA, column: None };
    assert_eq!(undo(&mut document).changed, Some(landlord));
    // Removed again with its dependants; the case that referred to the unit remains.
    let case = ChangedAt { table: TableId::Relocations, row: CASE, column: Some(Relocation::KEYS.unit) };
    assert_eq!(redo(&mut document).changed, Some(case));
}

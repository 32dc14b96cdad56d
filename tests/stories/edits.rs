//! Edits: the entry point, inverses, refusals, cascades; and the schema they rely on.

mod beside;
mod corners;
pub mod generate;
mod merge;
mod place;
mod properties;
mod published;
mod purge;
mod removed;
mod renew;
mod schema;
mod sharing;
mod strike;

use chrono::{NaiveDate, NaiveDateTime};
use clefs::domain::dataset::{Change, Dataset};
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::lens::{Lens, Links};
use clefs::domain::log::Log;
use clefs::domain::schema::TableId;
use clefs::domain::table::TableError;
use clefs::domain::unit::Unit;
use clefs::domain::value::{Refusal, Value};
use clefs::edit::{Applied, Document, Edit, EditError, Stamp};
use clefs::edit::{absorb_landlord, hand_over_cases, remove_rows, set_cell};
use clefs::store;

use crate::build::key;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, month, day).unwrap_or_default()
}

fn stamp() -> Stamp<'static> {
    Stamp { at: NaiveDateTime::new(day(4, 9), chrono::NaiveTime::MIN), by: "Opératrice" }
}

const fn row(n: u64) -> RowId {
    RowId::from_random(2 * n)
}

fn cell(table: TableId, row: RowId, column: &str) -> CellRef {
    CellRef { table, row, column: key(table, column) }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn insert<const N: usize>(table: TableId, row: RowId, values: [(&'static str, Value); N]) -> Edit {
    let values = values.into_iter().map(|(column, value)| (key(table, column), value)).collect();
    Edit::Insert { table, row, values, before: None }
}

fn set(table: TableId, row: RowId, column: &'static str, value: Value) -> Edit {
    Edit::Set { cell: cell(table, row, column), value }
}

const ALPHA: RowId = row(1);
const BETA: RowId = row(2);
const UN: RowId = row(3);
const UNIT: RowId = row(4);
const CASE: RowId = row(5);
const PROPOSAL: RowId = row(6);

/// Two landlords, one association, one unit of Alpha's proposed to one case and accepted.
fn small() -> Document {
    let mut document = Document::default();
    let reference = Value::Reference;
    let edit = Edit::batch(vec![
        // The proposal comes first on purpose: order within one edit does not matter.
        insert(
            TableId::Proposals,
            PROPOSAL,
            [
                ("unit", reference(UNIT)),
                ("relocation", reference(CASE)),
                ("answer", Value::Choice("accepted".into())),
                ("answered_on", Value::Date(day(5, 20))),
            ],
        ),
        insert(TableId::Landlords, ALPHA, [("name", text("Bailleur Alpha"))]),
        insert(TableId::Landlords, BETA, [("name", text("Bailleur Bêta"))]),
        insert(TableId::Associations, UN, [("name", text("Association Un"))]),
        insert(TableId::Units, UNIT, [("code", text("L-0001")), ("landlord", reference(ALPHA))]),
        insert(
            TableId::Relocations,
            CASE,
            [("code", text("R-CANARI")), ("association", reference(UN)), ("unit", reference(UNIT))],
        ),
    ]);
    assert_eq!(document.apply(&edit, stamp(), None), Ok(Applied::Changed));
    Document::new(document.dataset().clone())
}

#[track_caller]
fn change(document: &mut Document, edit: &Edit) {
    assert_eq!(document.apply(edit, stamp(), None), Ok(Applied::Changed));
}

/// The file's text, without the history.
fn written(dataset: &Dataset) -> String {
    let dataset = Dataset { history: Log::default(), ..dataset.clone() };
    let (id, save) = (store::DatasetId::from_random(7), store::SaveId::from_random(1));
    let (bytes, _) = store::write(&dataset, id, save, &[]).expect("it can be written");
    String::from_utf8(bytes).expect("it is text")
}

fn with_lens<T>(dataset: &Dataset, look: impl FnOnce(&Lens) -> T) -> T {
    let links = Links::of(dataset);
    look(&Lens::new(dataset, &links, day(12, 31)))
}

#[test]
fn a_landlord_with_units_is_not_removed_and_the_units_are_listed() {
    let mut document = small();
    let refused = document.apply(&Edit::Remove { table: TableId::Landlords, row: ALPHA }, stamp(), None);
    assert_eq!(refused, Err(EditError::StillNamed(vec![(cell(TableId::Units, UNIT, "landlord"), ALPHA)])));
    change(&mut document, &Edit::Remove { table: TableId::Landlords, row: BETA });
}

#[test]
fn removing_a_landlord_removes_its_commitment_rather_than_making_it_regional() {
    let mut document = small();
    let commitment = row(7);
    let values = [("landlord", Value::Reference(BETA)), ("target", Value::Integer(5))];
    change(&mut document, &insert(TableId::Commitments, commitment, values));
    let cascade = remove_rows(document.dataset(), TableId::Landlords, &[BETA]);
    change(&mut document, &cascade);
    assert!(document.dataset().commitments.is_empty());
}

#[test]
fn a_cascading_removal_is_one_undo_step() {
    let mut document = small();
    let before = document.snapshot();
    change(&mut document, &remove_rows(&before, TableId::Landlords, &[ALPHA, ALPHA]));

    let after = document.dataset();
    // A unit needs its landlord and a proposal its unit: both are removed.
    assert_eq!([after.landlords.len(), after.units.len(), after.proposals.len()], [1, 0, 0]);
    // A case does not need its unit: only the reference is cleared.
    assert_eq!(after.relocations.find(CASE).map(|case| (case.unit, case.association)), Some((None, Some(UN))));
    let label = document.undo_labels().next().cloned();
    assert_eq!(
        label,
        Some(clefs::domain::message::Message::new("edit-remove").count("count", 1).text("kind", "landlords"))
    );

    assert!(document.undo(stamp()).is_ok());
    assert!(document.dataset().same_records(&before));
    assert_eq!(document.undo_labels().count(), 0);
}

#[test]
fn a_dangling_reference_is_refused_unless_the_same_edit_inserts_the_record() {
    let mut document = small();
    let new = row(9);
    let name_it = set(TableId::Units, UNIT, "landlord", Value::Reference(new));
    let landlord = cell(TableId::Units, UNIT, "landlord");
    assert_eq!(document.apply(&name_it, stamp(), None), Err(EditError::Dangling(landlord, new)));
    // An association is not a landlord.
    let wrong_table = set(TableId::Units, UNIT, "landlord", Value::Reference(UN));
    assert_eq!(document.apply(&wrong_table, stamp(), None), Err(EditError::Dangling(landlord, UN)));
    let make_it = insert(TableId::Landlords, new, [("name", text("Bailleur Gamma"))]);
    change(&mut document, &Edit::batch(vec![name_it.clone(), make_it]));
    // A reference overwritten by the same edit no longer counts.
    let elsewhere = set(TableId::Units, UNIT, "landlord", Value::Reference(ALPHA));
    change(&mut document, &Edit::batch(vec![name_it, wrong_table, elsewhere]));
}

#[test]
fn an_edit_that_fails_halfway_leaves_no_trace() {
    let mut document = small();
    change(&mut document, &set(TableId::Units, UNIT, "notes", text("à revoir")));
    assert!(document.undo(stamp()).is_ok());
    let before = document.snapshot();
    let half = Edit::batch(vec![
        set(TableId::Units, UNIT, "code", text("L-0002")),
        Edit::Remove { table: TableId::Landlords, row: BETA },
        Edit::Remove { table: TableId::Units, row: row(99) },
    ]);
    assert_eq!(document.apply(&half, stamp(), None), Err(EditError::Table(TableError::NoRow(row(99)))));
    assert_eq!(document.dataset(), &*before);
    assert_eq!([document.undo_labels().count(), document.redo_labels().count()], [0, 1]);
}

#[test]
fn writing_a_value_and_restoring_it_in_one_edit_changes_nothing() {
    let mut document = small();
    let code = |code| set(TableId::Units, UNIT, "code", text(code));
    let there_and_back = Edit::batch(vec![code("L-0002"), code("L-0003"), code("L-0001")]);
    assert_eq!(document.apply(&there_and_back, stamp(), None), Ok(Applied::Nothing));
    assert!(!document.is_unsaved());
}

#[test]
fn filling_the_required_cell_of_a_new_row_can_be_undone() {
    let mut document = small();
    let new = row(9);
    change(&mut document, &insert(TableId::Units, new, []));
    change(&mut document, &set(TableId::Units, new, "landlord", Value::Reference(BETA)));
    let clear = set(TableId::Units, new, "landlord", Value::Empty);
    let refused = TableError::Refused(cell(TableId::Units, new, "landlord"), Refusal::Required);
    assert_eq!(document.apply(&clear, stamp(), None), Err(EditError::Table(refused)));
    assert!(document.undo(stamp()).is_ok_and(|label| label.is_some()));
    assert_eq!(document.dataset().units.find(new).map(|unit| unit.landlord), Some(None));
}

#[test]
fn history_has_author_time_and_both_values_and_an_undo_is_its_own_entry() {
    let mut document = small();
    let earlier = document.dataset().history.len();
    change(&mut document, &set(TableId::Units, UNIT, "surface", Value::Integer(62)));
    let later = Stamp { at: NaiveDateTime::new(day(4, 10), chrono::NaiveTime::MIN), by: "Collègue" };
    assert!(document.undo(later).is_ok());

    let entries: Vec<_> = document.dataset().history.iter().skip(earlier).collect();
    let [done, undone] = entries[..] else { panic!("two entries") };
    assert_eq!((done.at, done.by.as_str(), done.row), (stamp().at, "Opératrice", UNIT));
    assert_eq!((undone.at, undone.by.as_str(), undone.row), (later.at, "Collègue", UNIT));
    let surface = |from, to| Change::Set { column: Unit::KEYS.surface, from, to };
    assert_eq!(done.change, surface(Value::Empty, Value::Integer(62)));
    assert_eq!(undone.change, surface(Value::Integer(62), Value::Empty));
}

#[test]
fn a_units_lease_is_written_to_its_case_and_no_copy_is_left() {
    let mut document = small();
    let [shown, home] = [cell(TableId::Units, UNIT, "lease_signed"), cell(TableId::Relocations, CASE, "lease_signed")];
    change(&mut document, &Edit::Set { cell: shown, value: Value::Date(day(6, 1)) });

    let edit = with_lens(document.dataset(), |lens| set_cell(lens, shown, Value::Date(day(6, 15))));
    change(&mut document, &edit);
    assert_eq!(document.dataset().stored(home), Value::Date(day(6, 15)));
    assert_eq!(document.dataset().stored(shown), Value::Empty);
    assert_eq!(with_lens(document.dataset(), |lens| lens.value(shown)), Value::Date(day(6, 15)));
    assert!(document.undo(stamp()).is_ok());
    assert_eq!(with_lens(document.dataset(), |lens| lens.value(shown)), Value::Date(day(6, 1)));
}

#[test]
fn a_unit_whose_case_is_unknown_keeps_its_own_lease() {
    let mut document = small();
    let proposal = remove_rows(document.dataset(), TableId::Relocations, &[CASE]);
    change(&mut document, &proposal);
    let shown = cell(TableId::Units, UNIT, "lease_signed");
    let edit = with_lens(document.dataset(), |lens| set_cell(lens, shown, Value::Date(day(6, 15))));
    assert_eq!(edit, Edit::Set { cell: shown, value: Value::Date(day(6, 15)) });
}

#[test]
fn labels_count_records_and_contain_no_value() {
    let mut document = small();
    let canary = "CANARI";
    for edit in [
        set(TableId::Relocations, CASE, "notes", text(canary)),
        set(TableId::Relocations, CASE, "notes", text("autre")),
        Edit::batch(vec![
            set(TableId::Units, UNIT, "notes", text(canary)),
            set(TableId::Units, UNIT, "landlord_ref", text(canary)),
        ]),
        insert(TableId::Relocations, row(9), [("code", text("R-CANARI2"))]),
        Edit::Remove { table: TableId::Relocations, row: row(9) },
        remove_rows(document.dataset(), TableId::Relocations, &[CASE]),
    ] {
        change(&mut document, &edit);
    }
    while document.undo_labels().count() > 3 {
        assert!(document.undo(stamp()).is_ok());
    }
    let labels: Vec<_> = document.undo_labels().chain(document.redo_labels()).collect();
    assert_eq!(labels.len(), 6);
    assert!(labels.iter().all(|label| !format!("{label:?}").contains(canary)), "{labels:?}");
}

#[test]
fn a_read_only_document_refuses_every_edit() {
    let mut document = Document::read_only(small().dataset().clone());
    let before = document.snapshot();
    let edit = set(TableId::Units, UNIT, "surface", Value::Integer(62));
    assert_eq!(document.apply(&edit, stamp(), None), Err(EditError::ReadOnly));
    assert!(document.is_read_only() && !document.is_unsaved());
    assert_eq!(document.dataset(), &*before);
}

#[test]
fn unsaved_is_derived_from_revisions() {
    let mut document = small();
    assert!(!document.is_unsaved());
    change(&mut document, &set(TableId::Units, UNIT, "surface", Value::Integer(62)));
    assert!(document.is_unsaved());
    let saving = document.revision();
    change(&mut document, &set(TableId::Units, UNIT, "surface", Value::Integer(63)));
    document.mark_saved(saving);
    assert!(document.is_unsaved(), "an edit made during the save is unsaved");
    document.mark_saved(document.revision());
    assert!(!document.is_unsaved());
    assert!(document.undo(stamp()).is_ok());
    assert!(document.is_unsaved(), "an undo is a change");
}

#[test]
fn c11_an_association_that_leaves_hands_over_its_open_cases_and_no_other() {
    let mut document = small();
    let (deux, closed) = (row(7), row(8));
    change(&mut document, &insert(TableId::Associations, deux, [("name", text("Association Deux"))]));
    let lease = ("lease_signed", Value::Date(day(5, 1)));
    change(&mut document, &insert(TableId::Relocations, closed, [("association", Value::Reference(UN)), lease]));
    let edit = with_lens(document.dataset(), |lens| hand_over_cases(lens, UN, deux));
    change(&mut document, &edit);
    let association = |row| document.dataset().relocations.find(row).and_then(|case| case.association);
    assert_eq!([association(CASE), association(closed)], [Some(deux), Some(UN)]);
}

#[test]
fn c11_an_absorption_is_one_edit() {
    let mut document = small();
    change(&mut document, &absorb_landlord(ALPHA, BETA, day(7, 1)));
    let alpha = document.dataset().landlords.find(ALPHA);
    let absorption = alpha.map(|alpha| (alpha.absorbed_by, alpha.absorbed_on, alpha.absorption_confirmed));
    assert_eq!(absorption, Some((Some(BETA), Some(day(7, 1)), true)));
    assert_eq!(document.undo_labels().count(), 1);
}

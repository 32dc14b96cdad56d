//! Drafts and named views, kept beside the records, are edits like others.

use clefs::domain::message::Message;
use clefs::domain::schema::TableId;
use clefs::domain::table::TableError;
use clefs::domain::value::Value;
use clefs::domain::view::{NamedView, SortOrder, ViewKey};
use clefs::edit::{Applied, Document, Edit, EditError, remove_rows};
use proptest::prelude::*;

use super::{ALPHA, CASE, UNIT, cell, change, row, set, small, stamp, text, written};

/// A draft of the unit's surface.
fn draft(text: &str) -> Edit {
    Edit::Draft { cell: cell(TableId::Units, UNIT, "surface"), text: Some(text.to_owned()) }
}

fn no_draft() -> Edit {
    Edit::Draft { cell: cell(TableId::Units, UNIT, "surface"), text: None }
}

/// The drafts of the unit's surface and of the case's notes.
fn drafts(document: &Document) -> [Option<&str>; 2] {
    let cells = [cell(TableId::Units, UNIT, "surface"), cell(TableId::Relocations, CASE, "notes")];
    cells.map(|cell| document.dataset().draft(cell))
}

fn view(name: &str, search: &str) -> NamedView {
    let sort = vec![(clefs::domain::unit::Unit::KEYS.code, SortOrder::Descending)];
    let name = name.to_owned();
    NamedView { name, table: TableId::Units, search: search.to_owned(), filters: Vec::new(), sort, hidden: Vec::new() }
}

fn views(document: &Document) -> Vec<(&str, &str)> {
    document.dataset().views.iter().map(|view| (view.name.as_str(), view.search.as_str())).collect()
}

fn undo(document: &mut Document) {
    assert!(document.undo(stamp()).expect("the step can be undone").is_some());
}

#[test]
fn removing_a_record_removes_its_drafts_and_undo_restores_them() {
    let mut document = small();
    change(&mut document, &draft("environ 60"));
    let notes = cell(TableId::Relocations, CASE, "notes");
    change(&mut document, &Edit::Draft { cell: notes, text: Some("autre".to_owned()) });
    let before = written(document.dataset());

    // The landlord's unit is removed too, the case stays.
    let removal = remove_rows(document.dataset(), TableId::Landlords, &[ALPHA]);
    change(&mut document, &removal);
    assert_eq!(drafts(&document), [None, Some("autre")]);
    undo(&mut document);
    assert_eq!(drafts(&document), [Some("environ 60"), Some("autre")]);
    assert_eq!(written(document.dataset()), before);
    assert!(document.redo(stamp()).is_ok());
    assert_eq!(drafts(&document), [None, Some("autre")]);
}

#[test]
fn writing_a_cell_removes_its_draft_and_undo_restores_it() {
    let mut document = small();
    change(&mut document, &draft("environ 60"));
    change(&mut document, &set(TableId::Units, UNIT, "surface", Value::Integer(60)));
    assert_eq!(drafts(&document)[0], None);
    undo(&mut document);
    assert_eq!(drafts(&document)[0], Some("environ 60"));
    assert_eq!(document.dataset().stored(cell(TableId::Units, UNIT, "surface")), Value::Empty);
}

#[test]
fn rewriting_the_same_value_still_removes_the_draft() {
    let mut document = small();
    change(&mut document, &draft("environ 60"));
    change(&mut document, &set(TableId::Units, UNIT, "surface", Value::Empty));
    assert_eq!(drafts(&document)[0], None);
    undo(&mut document);
    assert_eq!(drafts(&document)[0], Some("environ 60"));
}

#[test]
fn drafts_and_changes_are_undone_in_reverse_order() {
    let mut document = small();
    change(&mut document, &draft("environ 60"));
    change(&mut document, &set(TableId::Units, UNIT, "notes", text("à revoir")));
    change(&mut document, &draft("60 ou 62"));
    undo(&mut document);
    assert_eq!(drafts(&document)[0], Some("environ 60"));
    undo(&mut document);
    assert_eq!(document.dataset().stored(cell(TableId::Units, UNIT, "notes")), Value::Empty);
    assert_eq!(drafts(&document)[0], Some("environ 60"));
    undo(&mut document);
    assert_eq!(drafts(&document)[0], None);
    assert_eq!(document.redo_labels().count(), 3);
}

#[test]
fn saving_replacing_and_removing_a_view_can_be_undone() {
    let mut document = small();
    change(&mut document, &Edit::KeepView(view("À publier", "")));
    change(&mut document, &Edit::KeepView(view("Alpha", "alpha")));
    change(&mut document, &Edit::KeepView(view("Bravo", "bravo")));
    // Sorted by name, ignoring accents and case.
    assert_eq!(views(&document), [("À publier", ""), ("Alpha", "alpha"), ("Bravo", "bravo")]);
    change(&mut document, &Edit::KeepView(view("Alpha", "t3")));
    assert_eq!(views(&document), [("À publier", ""), ("Alpha", "t3"), ("Bravo", "bravo")]);
    undo(&mut document);
    assert_eq!(views(&document), [("À publier", ""), ("Alpha", "alpha"), ("Bravo", "bravo")]);

    let before = written(document.dataset());
    change(&mut document, &Edit::DropView { table: TableId::Units, name: "Alpha".to_owned() });
    assert_eq!(views(&document), [("À publier", ""), ("Bravo", "bravo")]);
    undo(&mut document);
    assert_eq!(written(document.dataset()), before);
    undo(&mut document);
    assert!(document.dataset().views.get(&ViewKey::new(TableId::Units, "Bravo")).is_none());
}

#[test]
fn an_edit_without_effect_leaves_no_trace() {
    let mut document = small();
    change(&mut document, &draft("environ 60"));
    change(&mut document, &Edit::KeepView(view("Alpha", "alpha")));
    undo(&mut document);
    let (before, revision) = (document.snapshot(), document.revision());
    for nothing in [
        draft("environ 60"),
        Edit::DropView { table: TableId::Units, name: "Alpha".to_owned() },
        Edit::batch(vec![draft("60 ou 62"), no_draft(), draft("environ 60")]),
        Edit::batch(vec![
            Edit::KeepView(view("Alpha", "alpha")),
            Edit::DropView { table: TableId::Units, name: "Alpha".to_owned() },
            Edit::KeepView(view("Alpha", "t3")),
            Edit::DropView { table: TableId::Units, name: "Alpha".to_owned() },
        ]),
    ] {
        assert_eq!(document.apply(&nothing, stamp(), None), Ok(Applied::Nothing), "{nothing:?}");
    }
    assert_eq!((document.dataset(), document.revision()), (&*before, revision));
    assert_eq!([document.undo_labels().count(), document.redo_labels().count()], [1, 1]);
}

#[test]
fn drafts_and_views_are_unsaved_work_and_write_no_history() {
    for edit in [draft("environ 60"), Edit::KeepView(view("Alpha", "alpha"))] {
        let mut document = small();
        let entries = document.dataset().history.len();
        change(&mut document, &edit);
        assert!(document.is_unsaved());
        undo(&mut document);
        assert_eq!(document.dataset().history.len(), entries);
    }
}

#[test]
fn a_draft_of_a_missing_cell_is_refused() {
    let mut document = small();
    let typed = Some("x".to_owned());
    let elsewhere = Edit::Draft { cell: cell(TableId::Units, row(99), "surface"), text: typed.clone() };
    let refused = document.apply(&elsewhere, stamp(), None);
    assert_eq!(refused, Err(EditError::Table(TableError::NoRow(row(99)))));
    let column = clefs::domain::id::CellRef {
        table: TableId::Units,
        row: UNIT,
        column: clefs::domain::committee::Committee::KEYS.held_on,
    };
    let refused = document.apply(&Edit::Draft { cell: column, text: typed }, stamp(), None);
    assert_eq!(refused, Err(EditError::Table(TableError::NoColumn(column.column))));
    let mut read_only = Document::read_only(document.dataset().clone());
    assert_eq!(read_only.apply(&draft("x"), stamp(), None), Err(EditError::ReadOnly));
}

#[test]
fn labels_name_column_and_table_but_never_the_typed_text() {
    let mut document = small();
    change(&mut document, &draft("CANARI"));
    change(&mut document, &no_draft());
    change(&mut document, &Edit::KeepView(view("CANARI", "CANARI")));
    change(&mut document, &Edit::DropView { table: TableId::Units, name: "CANARI".to_owned() });
    let of_cell = |key| Message::new(key).term("column", "col-units-surface").term("table", "table-units-one");
    let of_view = |key| Message::new(key).term("table", "table-units");
    let labels: Vec<_> = document.undo_labels().cloned().collect();
    let expected =
        [of_view("edit-view-drop"), of_view("edit-view-keep"), of_cell("edit-draft-remove"), of_cell("edit-draft")];
    assert_eq!(labels, expected);
}

proptest! {
    #[test]
    fn drafts_and_views_are_sorted_whatever_the_order_of_edits(order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
        let draft = |column| Edit::Draft { cell: cell(TableId::Units, UNIT, column), text: Some("x".to_owned()) };
        let edits = [
            draft("surface"),
            draft("rent"),
            draft("published"),
            Edit::KeepView(view("Été", "")),
            Edit::KeepView(view("zone", "")),
            Edit::KeepView(view("École", "")),
        ];
        let (mut document, mut in_order) = (small(), small());
        for (edit, at) in edits.iter().zip(order) {
            change(&mut in_order, edit);
            change(&mut document, &edits[at]);
        }
        prop_assert_eq!(views(&document), [("École", ""), ("Été", ""), ("zone", "")]);
        prop_assert_eq!(written(document.dataset()), written(in_order.dataset()));
    }
}

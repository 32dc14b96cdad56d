//! What was published was seen: no edit, no undo and no backup takes it away.

use clefs::domain::id::RowId;
use clefs::domain::message::Message;
use clefs::domain::schema::TableId::{Committees, Publications};
use clefs::domain::value::Value;
use clefs::edit::{Document, Edit, EditError, remove_rows, restore};

use super::{cell, change, row, small, stamp};

const MEETING: u64 = 40;
const PUBLICATION: u64 = 41;

fn insert(table: clefs::domain::schema::TableId, n: u64, values: &[(&str, Value)]) -> Edit {
    let row = row(n);
    let values = values.iter().map(|(key, value)| (cell(table, row, key).column, value.clone())).collect();
    Edit::Insert { table, row, values, before: None }
}

/// A committee, and in one edit what closing it writes.
fn closed() -> Document {
    let mut document = small();
    let held_on = ("held_on", Value::Date(super::day(4, 9)));
    change(&mut document, &insert(Committees, MEETING, &[held_on]));
    let held = Edit::Set { cell: cell(Committees, row(MEETING), "state"), value: Value::Choice("held".into()) };
    let seen = [
        ("day", Value::Date(super::day(4, 9))),
        ("committee", Value::Reference(row(MEETING))),
        ("figures", Value::Texts(vec!["units/region 3".to_owned()])),
    ];
    change(&mut document, &Edit::batch(vec![held, insert(Publications, PUBLICATION, &seen)]));
    document
}

fn published(document: &Document) -> Vec<(Vec<String>, Option<RowId>)> {
    document.dataset().publications.iter().map(|it| (it.figures.clone(), it.committee)).collect()
}

#[test]
fn undoing_a_closing_opens_the_committee_and_leaves_what_was_published() {
    let mut document = closed();
    let seen = published(&document);
    let states: Vec<_> = (0..4)
        .map(|n| {
            let stepped = if n % 2 == 0 { document.undo(stamp()) } else { document.redo(stamp()) };
            assert!(stepped.expect("it can be undone").is_some());
            assert_eq!(published(&document), seen);
            document.dataset().stored(cell(Committees, row(MEETING), "state"))
        })
        .collect();
    assert_eq!(states, ["planned", "held", "planned", "held"].map(|key| Value::Choice(key.into())));
}

#[test]
fn a_committee_that_goes_leaves_its_publication_and_comes_back_with_it() {
    let mut document = closed();
    document.undo(stamp()).expect("the closing");
    document.undo(stamp()).expect("the committee itself");
    assert_eq!(document.dataset().committees.len(), 0);
    assert_eq!(published(&document), [(vec!["units/region 3".to_owned()], None)]);
    document.redo(stamp()).expect("the committee");
    assert_eq!(published(&document)[0].1, Some(row(MEETING)));
    let edit = remove_rows(document.dataset(), Committees, &[row(MEETING)]);
    change(&mut document, &edit);
    assert_eq!(published(&document).len(), 1);
}

#[test]
fn nobody_removes_a_publication_and_an_earlier_backup_keeps_it() {
    let mut document = closed();
    let seen = published(&document);
    let remove = Edit::Remove { table: Publications, row: row(PUBLICATION) };
    assert_eq!(document.apply(&remove, stamp(), None), Err(EditError::Published));
    assert_eq!(published(&document), seen);

    let earlier = small();
    let edit = restore(document.dataset(), earlier.dataset(), Message::new("edit-restore").text("day", "1"));
    change(&mut document, &edit);
    assert_eq!(document.dataset().committees.len(), 0);
    assert_eq!(published(&document), [(seen[0].0.clone(), None)]);
    document.undo(stamp()).expect("the restoration");
    assert_eq!(published(&document), seen);
}

//! What was removed is known from the history, also after a restart, and comes back with what belonged to it.

use clefs::domain::schema::TableId;
use clefs::domain::value::Value;
use clefs::edit::{Document, Edit, Strike, removals, remove_rows};

use super::{ALPHA, CASE, PROPOSAL, UNIT, cell, change, row, set, small, stamp, text};

/// The records as a later start has them: without steps to undo.
fn reopened(document: &Document) -> Document {
    Document::new(document.dataset().clone())
}

#[test]
fn a_landlord_comes_back_with_its_homes_their_proposals_and_what_referred_to_them() {
    let mut document = small();
    let before = document.snapshot();
    change(&mut document, &remove_rows(&before, TableId::Landlords, &[ALPHA]));
    let mut later = reopened(&document);
    let removed = removals(later.dataset());
    assert_eq!(removed.len(), 1);
    let rows: Vec<_> = removed[0].records.iter().map(|(table, row, _)| (*table, *row)).collect();
    assert_eq!(rows, [(TableId::Landlords, ALPHA), (TableId::Units, UNIT), (TableId::Proposals, PROPOSAL)]);
    assert_eq!((removed[0].at, removed[0].by.as_str()), (stamp().at, stamp().by));
    let edit = removed[0].undoing(later.dataset());
    change(&mut later, &edit);
    // The landlord is last in its table now.
    let of_all = |document: &Document| {
        let all = TableId::ALL.iter().copied().map(|id| {
            let (table, mut ids) = (document.dataset().table(id), document.dataset().table(id).ids());
            ids.sort();
            ids.into_iter().map(|row| table.values(row)).collect::<Vec<_>>()
        });
        all.collect::<Vec<_>>()
    };
    assert_eq!(of_all(&later), of_all(&Document::new((*before).clone())));
    assert!(removals(later.dataset()).is_empty(), "nothing is gone any more");
    assert!(later.undo(stamp()).is_ok());
    assert_eq!(removals(later.dataset()).len(), 1, "it is gone again");
}

#[test]
fn a_reference_to_what_is_still_gone_stays_away_and_what_was_changed_since_stays() {
    let mut document = small();
    let base = document.snapshot();
    change(&mut document, &remove_rows(&base, TableId::Units, &[UNIT]));
    let mut document = reopened(&document);
    // Another home was noted meanwhile.
    let other = row(20);
    let values = vec![(cell(TableId::Units, other, "landlord").column, Value::Reference(ALPHA))];
    change(&mut document, &Edit::Insert { table: TableId::Units, row: other, values, before: None });
    change(&mut document, &set(TableId::Relocations, CASE, "unit", Value::Reference(other)));
    let edit = removals(document.dataset())[0].undoing(document.dataset());
    change(&mut document, &edit);
    assert_eq!(document.dataset().relocations.find(CASE).unwrap().unit, Some(other));
    assert!(document.dataset().proposals.find(PROPOSAL).is_some());
}

#[test]
fn of_a_record_removed_twice_the_last_state_comes_back() {
    let mut document = small();
    change(&mut document, &set(TableId::Units, UNIT, "notes", text("avant")));
    for _ in 0..2 {
        let base = document.snapshot();
        change(&mut document, &remove_rows(&base, TableId::Units, &[UNIT]));
        document = reopened(&document);
        let edit = removals(document.dataset())[0].undoing(document.dataset());
        change(&mut document, &edit);
        assert_eq!(document.dataset().stored(cell(TableId::Units, UNIT, "notes")), text("avant"));
        change(&mut document, &set(TableId::Units, UNIT, "notes", text("après")));
        change(&mut document, &set(TableId::Units, UNIT, "notes", text("avant")));
    }
}

#[test]
fn what_was_struck_out_does_not_come_back() {
    let mut document = small();
    change(&mut document, &set(TableId::Units, UNIT, "notes", text("CANARI")));
    let base = document.snapshot();
    change(&mut document, &remove_rows(&base, TableId::Units, &[UNIT]));
    assert_eq!(document.strike(&Strike::Word("canari".to_owned()), stamp()), Ok(true));
    let edit = removals(document.dataset())[0].undoing(document.dataset());
    change(&mut document, &edit);
    assert!(document.dataset().stored(cell(TableId::Units, UNIT, "notes")).is_empty());
    let base = document.snapshot();
    change(&mut document, &remove_rows(&base, TableId::Units, &[UNIT]));
    assert_eq!(document.strike(&Strike::Record(TableId::Units, UNIT), stamp()), Ok(true));
    assert!(removals(document.dataset()).iter().all(|removal| removal.records.iter().all(|(_, row, _)| *row != UNIT)));
}

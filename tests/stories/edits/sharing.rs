//! Copies of a dataset share records, but a change in one never shows in the other.

use clefs::domain::id::RowId;
use clefs::domain::log::Log;
use clefs::domain::schema::TableId;
use clefs::domain::table::Table;
use clefs::domain::unit::Unit;
use clefs::domain::value::Value;
use clefs::edit::Edit;

use super::{UNIT, change, insert, row, set, small, text};

fn unit(units: &Table<Unit>, row: RowId) -> *const Unit {
    units.find(row).map_or(std::ptr::null(), std::ptr::from_ref)
}

#[test]
fn a_snapshot_is_unaffected_by_later_edits_and_shares_unchanged_records() {
    let mut document = small();
    let other = row(9);
    change(&mut document, &insert(TableId::Units, other, [("notes", text("a"))]));
    let (snapshot, copy) = (document.snapshot(), document.dataset().clone());
    change(&mut document, &set(TableId::Units, UNIT, "surface", Value::Integer(62)));
    assert_eq!(*snapshot, copy);
    assert_eq!(unit(&document.dataset().units, other), unit(&snapshot.units, other), "the record is shared");
    assert_ne!(unit(&document.dataset().units, UNIT), unit(&snapshot.units, UNIT));

    change(&mut document, &Edit::Remove { table: TableId::Units, row: other });
    change(&mut document, &insert(TableId::Units, row(10), []));
    assert_eq!(*snapshot, copy);
}

#[test]
fn a_log_keeps_its_order_across_chunks_and_copies_diverge() {
    for n in [0, 1, 511, 512, 513, 1024, 1300] {
        let mut log: Log<u32> = (0..n).collect();
        assert_eq!((log.len(), log.is_empty()), (n as usize, n == 0));
        let copy = log.clone();
        log.extend([n, n + 1]);
        assert!(log.iter().copied().eq(0..n + 2) && copy.iter().copied().eq(0..n));
        assert!(log.iter().rev().copied().eq((0..n + 2).rev()));
    }
}

//! A large dataset. Timings are printed by the benches.

use clefs::domain::dataset::{Change, Dataset, HistoryEntry};
use clefs::domain::relocation::Relocation;
use clefs::domain::schema::TableId;
use clefs::domain::table::Table;
use clefs::domain::unit::{Dwelling, Energy, Unit};
use clefs::domain::value::{Insee, Money, Territory};
use clefs::store::{self, Disk};

use super::{Home, at, record, row, small};

/// As many units and cases each, with one history entry per record: enough for the history to be
/// read in parallel with the tables.
fn large(count: u64) -> Dataset {
    let mut dataset = small();
    let ids = |from: u64| (0..count).map(move |n| from + 2 * n);
    let units = ids(100_001).map(|n| {
        record(n, |unit: &mut Unit| {
            unit.code = format!("L-{n}");
            unit.landlord = Some(row(3));
            unit.commune = Some(Insee("59350".into()));
            (unit.rent, unit.charges, unit.surface) = (Some(Money(41_250)), Some(Money(4_000)), Some(58));
            (unit.dwelling, unit.energy, unit.lift) = (Some(Dwelling::T3), Some(Energy::D), Some(true));
            (unit.identified, unit.published) = (Some(at(1, 0, 0).date()), Some(at(9, 0, 0).date()));
        })
    });
    let cases = ids(900_001).map(|n| {
        record(n, |case: &mut Relocation| {
            case.code = format!("R-{n}");
            case.landlord = Some(row(3));
            (case.adults, case.children) = (Some(1), Some(2));
            case.wanted = vec![Territory::Epci("200093201".into())];
            (case.need_spotted, case.lease_signed) = (Some(at(1, 0, 0).date()), Some(at(20, 0, 0).date()));
        })
    });
    dataset.history = ids(100_001)
        .map(|n| (TableId::Units, n))
        .chain(ids(900_001).map(|n| (TableId::Relocations, n)))
        .map(|(table, n)| HistoryEntry {
            at: at(9, 10, 0),
            by: "Camille".into(),
            table,
            row: row(n),
            change: Change::Created,
        })
        .collect();
    dataset.units = Table::from_rows(units.collect()).unwrap();
    dataset.relocations = Table::from_rows(cases.collect()).unwrap();
    dataset
}

#[test]
fn a_large_dataset_is_read_back() {
    let home = Home::new();
    let dataset = large(500);
    home.create(&dataset);
    assert!(store::open(&Disk, &home.file()).unwrap().dataset == dataset);
}

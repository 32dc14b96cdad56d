//! What a landlord, an association and everyone else read: their own rows, and nothing that leads to a woman.

use clefs::chart::input::{ChartSource, RowOrder, fates_input};
use clefs::domain::dataset::Dataset;
use clefs::domain::id::RowId;
use clefs::domain::projection::Projection;
use clefs::domain::relocation::Relocation;
use clefs::domain::schema::{Audience, Kind, TableId};
use clefs::domain::unit::Unit;
use clefs::exchange::csv;
use clefs::sample::generate;
use clefs::words::{Lang, Words};

use crate::build::{Build, look};

const TODAY: &str = "2021-07-09";
/// The tables about single homes and persons.
const SINGLE: [TableId; 4] = [TableId::Units, TableId::Relocations, TableId::Referrals, TableId::Proposals];

/// All tables as an audience gets them.
fn files(dataset: &Dataset, audience: Audience) -> String {
    let words = Words::new(Lang::Fr);
    look(dataset, TODAY, |lens| {
        let copy = Projection::of(lens, audience);
        TableId::ALL.iter().map(|table| csv::export(*table, &copy, &words).unwrap_or_default()).collect()
    })
}

fn rows(dataset: &Dataset, audience: Audience, table: TableId) -> Vec<RowId> {
    look(dataset, TODAY, |lens| {
        let mut rows = Projection::of(lens, audience).lens().dataset.table(table).ids();
        rows.sort();
        rows
    })
}

fn codes<'a>(of: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    of.map(String::as_str).collect()
}

#[test]
fn a_landlord_reads_its_own_rows_and_no_code_of_a_case() {
    let dataset = generate(41, 60, 1);
    let cases = codes(dataset.relocations.iter().map(|case: &Relocation| &case.code));
    let mut seen = 0;
    for landlord in &dataset.landlords {
        let audience = Audience::Landlord(landlord.id());
        let is_own = |unit: &&Unit| unit.landlord == Some(landlord.id());
        let text = files(&dataset, audience);
        for case in &cases {
            assert!(!text.contains(case), "{} reads {case}", landlord.name);
        }
        let foreign = codes(dataset.units.iter().filter(|unit| !is_own(unit)).map(|unit| &unit.code));
        for unit in foreign {
            assert!(!text.contains(unit), "{} reads {unit}", landlord.name);
        }
        let own: Vec<_> = dataset.units.iter().filter(is_own).collect();
        let mut ids: Vec<_> = own.iter().map(|unit| unit.id()).collect();
        ids.sort();
        assert_eq!(rows(&dataset, audience, TableId::Units), ids, "{}", landlord.name);
        // With what is noted of them, up to its own reference.
        seen += own.iter().filter(|unit| text.contains(&unit.code) && text.contains(&unit.landlord_ref)).count();
        let asked = rows(&dataset, audience, TableId::Referrals);
        let of = |row: &RowId| dataset.referrals.find(*row).and_then(|referral| referral.landlord);
        assert!(asked.iter().all(|row| of(row) == Some(landlord.id())));
        let of = |row: &RowId| dataset.relocations.find(*row).and_then(|case| case.landlord);
        assert!(rows(&dataset, audience, TableId::Relocations).iter().all(|row| of(row) == Some(landlord.id())));
    }
    assert_eq!(seen, 41);
}

#[test]
fn an_association_reads_its_own_cases_and_no_home() {
    let dataset = generate(41, 60, 1);
    for association in &dataset.associations {
        let audience = Audience::Association(association.id());
        let text = files(&dataset, audience);
        for case in &dataset.relocations {
            let is_own = case.association == Some(association.id());
            assert_eq!(text.contains(&case.code), is_own, "{} and {}", association.name, case.code);
        }
        assert_eq!(rows(&dataset, audience, TableId::Units), []);
        for unit in &dataset.units {
            assert!(!text.contains(&unit.code), "{} reads {}", association.name, unit.code);
        }
    }
}

#[test]
fn nobody_but_the_office_reads_places_to_avoid_and_notes_and_the_public_no_single_row() {
    let dataset = generate(41, 60, 1);
    let landlord = Audience::Landlord(dataset.landlords.iter().next().expect("one").id());
    let association = Audience::Association(dataset.associations.iter().next().expect("one").id());
    for audience in [Audience::Committee, landlord, association, Audience::Public] {
        for table in SINGLE {
            let columns = table.columns_for(audience);
            assert!(columns.iter().all(|column| column.kind != Kind::Notes && column.key != Relocation::KEYS.avoid));
            if audience == Audience::Public {
                assert_eq!(rows(&dataset, audience, table), []);
            }
        }
        assert_eq!(rows(&dataset, audience, TableId::Publications), []);
    }
    // Organisations are for everyone.
    assert_eq!(rows(&dataset, Audience::Public, TableId::Landlords).len(), dataset.landlords.len());
}

#[test]
fn who_takes_a_landlord_over_reads_its_homes() {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b.landlord("Bravo", &[]);
    b.unit("L-0001", "Alpha", &[("published", "2021-04-01")]);
    let bravo = Audience::Landlord(b.row("Bravo"));
    assert_eq!(rows(b.dataset(), bravo, TableId::Units), []);
    for (key, value) in [("absorbed_by", "Bravo"), ("absorbed_on", "2021-06-01"), ("absorption_confirmed", "yes")] {
        b.set(TableId::Landlords, "Alpha", key, value);
    }
    assert_eq!(rows(b.dataset(), bravo, TableId::Units), [b.row("L-0001")]);
}

#[test]
fn what_became_of_the_homes_is_public_for_the_region_alone() {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    for (unit, day) in [("L-0001", "2021-04-01"), ("L-0002", "2021-05-01")] {
        b.unit(unit, "Alpha", &[("published", day)]);
    }
    let words = Words::new(Lang::Fr);
    let landlords = |audience| {
        let snapshot = b.figures(b.period("2021"), TODAY, audience);
        let input = fates_input(&ChartSource { snapshot: &snapshot, order: RowOrder::default(), words: &words }, false);
        input.rows.iter().map(|row| (row.landlord.is_some(), row.total())).collect::<Vec<_>>()
    };
    assert_eq!(landlords(Audience::Committee), [(true, 2)]);
    assert_eq!(landlords(Audience::Public), [(false, 2)]);
}

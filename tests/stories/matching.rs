//! Which unit fits which case, and the best assignment over all.

use clefs::domain::id::{CellRef, RowId};
use clefs::domain::schema::TableId::{Relocations, Units};
use clefs::edit::Edit;
use clefs::matching::{Criterion, Home, Off, assign, matched};
use fastrand::Rng;

use crate::build::{Build, key};

const TODAY: &str = "2021-07-09";
const ALL: Off = [false; Criterion::ALL.len()];

/// Case A wants a T3 in Lille's EPCI for at most 550 €; unit U is one at 450 € and 60 € of charges.
fn pair() -> Build {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    let wishes = [("origin", "platform"), ("dwellings", "T3"), ("wanted", "e200093201"), ("max_rent", "55000")];
    b.case("A", &[&wishes[..], &[("need_spotted", "2021-06-01")]].concat());
    let home = [("dwelling", "T3"), ("commune", "59350"), ("rent", "45000"), ("charges", "6000")];
    b.unit("U", "Alpha", &[&home[..], &[("published", "2021-07-01"), ("available_from", "2021-07-01")]].concat());
    b
}

/// The signs of the criteria that are not met, `none` where the unit is not shown.
fn signs(b: &Build) -> String {
    b.look(TODAY, |lens| {
        let case = lens.dataset.relocations.find(b.row("A")).expect("the case");
        let home = Home::of(lens, lens.dataset.units.find(b.row("U")).expect("the unit"));
        matched(lens, case, &home).map_or("none".to_owned(), |found| {
            let doubts = found.doubts().map(|(criterion, fit)| format!("{}{}", fit.sign(), criterion.key()));
            doubts.collect::<Vec<_>>().join(" ")
        })
    })
}

#[test]
fn a_home_that_she_refused_is_not_matched_with_her_again() {
    let mut b = pair();
    b.proposal("U", "A", &[("proposed_on", "2021-07-02")]);
    assert_eq!(signs(&b), "");
    let mut b = pair();
    let refused = [("proposed_on", "2021-07-02"), ("answer", "refused"), ("answered_on", "2021-07-05")];
    b.proposal("U", "A", &refused);
    assert_eq!(signs(&b), "✗free");
    b.proposal("U", "A", &[("proposed_on", "2021-07-08")]);
    assert_eq!(signs(&b), "", "people may propose it once more");
}

#[test]
fn while_a_place_to_avoid_is_not_understood_no_place_is_known_to_be_safe() {
    let mut b = pair();
    let cell = CellRef { table: Relocations, row: b.row("A"), column: key(Relocations, "avoid") };
    b.apply(&Edit::Draft { cell, text: Some("près de chez lui".to_owned()) }).expect("kept");
    assert_eq!(signs(&b), "?territory");
}

#[test]
fn each_criterion_says_yes_no_or_not_known() {
    // The table and column that change, the new value, and what is no longer met.
    let table = [
        (Units, "U", "dwelling", "T3", ""),
        (Units, "U", "dwelling", "T2", "✗dwelling"),
        (Units, "U", "dwelling", "", "?dwelling"),
        (Relocations, "A", "dwellings", "", "?dwelling"),
        (Relocations, "A", "dwellings", "T2,T3", ""),
        (Units, "U", "commune", "62041", "✗territory"),
        (Units, "U", "commune", "", "?territory"),
        (Relocations, "A", "wanted", "anywhere", ""),
        (Relocations, "A", "wanted", "d59", ""),
        (Relocations, "A", "wanted", "d62", "✗territory"),
        (Relocations, "A", "wanted", "", "?territory"),
        (Relocations, "A", "step_free", "yes", "?step-free"),
        (Relocations, "A", "step_free", "no", ""),
        (Relocations, "A", "max_rent", "51000", ""),
        (Relocations, "A", "max_rent", "50999", "✗rent"),
        (Relocations, "A", "max_rent", "", "?rent"),
        (Units, "U", "charges", "", "?rent"),
        (Units, "U", "rent", "", "?rent"),
        (Units, "U", "available_from", "2021-07-09", ""),
        (Units, "U", "available_from", "2021-10-07", "?day"),
        (Units, "U", "available_from", "2021-10-08", "✗day"),
        (Units, "U", "available_from", "", "?day"),
        (Units, "U", "withdrawn", "2021-07-02", "✗free"),
        (Units, "U", "lease_signed", "2021-07-02", "✗free"),
        // Where she may not be found a unit is not shown, and no reason is given.
        (Relocations, "A", "avoid", "d59", "none"),
        (Relocations, "A", "avoid", "d62", ""),
    ];
    for (table, name, column, value, expected) in table {
        let mut b = pair();
        b.set(table, name, column, value);
        assert_eq!(signs(&b), expected, "{column} = {value}");
    }
}

#[test]
fn a_rent_that_is_too_high_without_its_charges_is_too_high() {
    let mut b = pair();
    b.set(Units, "U", "charges", "");
    b.set(Units, "U", "rent", "55001");
    assert_eq!(signs(&b), "✗rent");
}

#[test]
fn a_unit_with_a_candidate_is_in_doubt_and_one_that_was_accepted_is_taken() {
    let mut b = pair();
    b.case("B", &[("need_spotted", "2021-06-02")]);
    let proposal = b.proposal("U", "B", &[("proposed_on", "2021-07-02")]);
    assert_eq!(signs(&b), "?free");
    b.set_row(clefs::domain::schema::TableId::Proposals, proposal, "answer", "accepted");
    assert_eq!(signs(&b), "✗free");
    b.set_row(clefs::domain::schema::TableId::Proposals, proposal, "answer", "refused");
    assert_eq!(signs(&b), "");
}

#[test]
fn a_unit_presented_for_nobody_knows_whom_is_in_doubt_and_not_assigned() {
    let mut b = pair();
    let assigned = |b: &Build| b.look(TODAY, |lens| assign(lens, ALL).pairs.len());
    assert_eq!(assigned(&b), 1);
    b.set(Units, "U", "presented", "2021-07-05");
    assert_eq!((signs(&b).as_str(), assigned(&b)), ("?free", 0));
}

#[test]
fn a_sector_is_where_its_communes_are() {
    let mut b = pair();
    b.add(clefs::domain::schema::TableId::Sectors, "Secteur fictif", &[("communes", "c59350,e200042190")]);
    b.set(Relocations, "A", "wanted", "Secteur fictif");
    assert_eq!(signs(&b), "");
    b.set(Units, "U", "commune", "62041");
    assert_eq!(signs(&b), "✗territory");
}

#[test]
fn one_criterion_switched_off_shows_where_it_acts() {
    let mut b = pair();
    b.set(Units, "U", "rent", "90000");
    let housed = |off| b.look(TODAY, |lens| assign(lens, off).pairs.len());
    let mut off = ALL;
    assert_eq!(housed(off), 0);
    off[Criterion::Rent as usize] = true;
    assert_eq!(housed(off), 1);
}

/// A few cases and units of random types: who fits whom is a small graph.
fn random(dice: &mut Rng) -> Build {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    let types = ["T2", "T3", "T4", "T5"];
    for n in 0..dice.usize(0..6) {
        let wanted: Vec<&str> = types.iter().copied().filter(|_| dice.bool()).collect();
        let day = format!("2021-06-{:02}", dice.u8(1..29));
        let wishes = [("dwellings", wanted.join(",")), ("wanted", "anywhere".to_owned()), ("need_spotted", day)];
        let wishes: Vec<_> = wishes.iter().map(|(key, text)| (*key, text.as_str())).collect();
        // An empty wish fits nothing for certain; it is left to the unknown.
        b.case(&format!("C{n}"), &wishes);
    }
    for n in 0..dice.usize(0..6) {
        b.unit(&format!("U{n}"), "Alpha", &[("dwelling", types[dice.usize(0..4)]), ("published", "2021-07-01")]);
    }
    b
}

/// The most women, then the most days of waiting, by trying every assignment.
fn brute_force(possible: &[Vec<bool>], days: &[i64], from: usize, taken: &mut Vec<bool>) -> (usize, i64) {
    let Some(row) = possible.get(from) else { return (0, 0) };
    let mut best = brute_force(possible, days, from + 1, taken);
    for unit in 0..row.len() {
        if row[unit] && !taken[unit] {
            taken[unit] = true;
            let (women, waited) = brute_force(possible, days, from + 1, taken);
            best = best.max((women + 1, waited + days[from]));
            taken[unit] = false;
        }
    }
    best
}

#[test]
fn no_assignment_houses_more_women_or_longer_waits() {
    let mut dice = Rng::with_seed(7);
    for _ in 0..1_000 {
        let b = random(&mut dice);
        b.look(TODAY, |lens| {
            let cases: Vec<_> = lens.dataset.relocations.iter().collect();
            let homes: Vec<_> = lens.dataset.units.iter().map(|unit| Home::of(lens, unit)).collect();
            let fits = |case, home| matched(lens, case, home).is_some_and(|found| found.is_possible(ALL));
            let possible: Vec<Vec<bool>> =
                cases.iter().map(|case| homes.iter().map(|home| fits(case, home)).collect()).collect();
            let waited = |row: RowId| {
                let case = lens.dataset.relocations.find(row).expect("a case");
                (lens.as_of - case.need_spotted.expect("a day")).num_days()
            };
            let days: Vec<i64> = cases.iter().map(|case| waited(case.id())).collect();
            let best = brute_force(&possible, &days, 0, &mut vec![false; homes.len()]);
            let found = assign(lens, ALL);
            assert_eq!((found.pairs.len(), found.pairs.iter().map(|(case, _)| waited(*case)).sum()), best);
            assert_eq!(found.pairs.len() + found.left.len(), cases.len());
            assert_eq!(found.homes.len(), homes.len());
            for (case, unit) in &found.pairs {
                let case = lens.dataset.relocations.find(*case).expect("a case");
                let home = homes.iter().find(|home| home.unit.id() == *unit).expect("a home");
                assert!(fits(case, home));
            }
        });
    }
}

#[test]
fn who_does_not_wait_is_not_assigned() {
    let assigned = |change: &dyn Fn(&mut Build)| {
        let mut b = pair();
        change(&mut b);
        b.look(TODAY, |lens| assign(lens, ALL).pairs.len())
    };
    assert_eq!(assigned(&|_| ()), 1);
    assert_eq!(assigned(&|b| b.set(Relocations, "A", "exited", "2021-07-01")), 0);
    assert_eq!(assigned(&|b| b.set(Relocations, "A", "suspended_from", "2021-07-01")), 0);
    assert_eq!(assigned(&|b| b.set(Relocations, "A", "lease_signed", "2021-07-01")), 0);
}

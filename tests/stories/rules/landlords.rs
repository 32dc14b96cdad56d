//! Parties (C11): joining, leaving, absorption, and handing over cases.

use clefs::domain::schema::TableId;
use clefs::edit::{absorb_landlord, hand_over_cases};
use clefs::indicators::Figures;

use super::{count, of, two, units};
use crate::build::{Build, day, stamp};

#[test]
fn c11_a_landlord_counts_from_the_day_it_joined_to_the_day_it_left() {
    let mut b = Build::new();
    b.landlord("Alpha", &[("joined", "2021-05-01"), ("left", "2021-06-30")]);
    for (name, published) in
        [("before", "2021-04-30"), ("first", "2021-05-01"), ("last", "2021-06-30"), ("after", "2021-07-01")]
    {
        b.unit(name, "Alpha", &[("published", published)]);
    }
    b.unit("to come", "Alpha", &[("identified", "2021-06-01")]);
    b.case("asked", &[]);
    b.referral("asked", "Alpha", &[("asked_on", "2021-06-01")]);
    b.case("early", &[("landlord", "Alpha"), ("lease_signed", "2021-04-30")]);
    b.case("late", &[("landlord", "Alpha"), ("lease_signed", "2021-07-01")]);

    assert_eq!(units(&b, "2021", "2021-12-31"), ["first", "last"]);
    let there = of(&b, "Alpha", "2021", "2021-06-30");
    assert_eq!((there.units.pipeline.n(), there.relocations.pipeline.n()), (1, 1));
    let gone = count(&b, "2021", "2021-07-01");
    let alpha = gone.of(b.row("Alpha")).expect("listed");
    assert_eq!((alpha.units.pipeline.n(), alpha.relocations.pipeline.n()), (0, 0));
    let region = &gone.region.figures;
    assert_eq!((region.units.pipeline.n(), b.names(&region.relocations.pipeline.rows)), (0, vec!["asked".to_owned()]));
    assert_eq!(
        b.names(&alpha.women.in_all.rows),
        ["late"],
        "a lease after leaving counts, one before joining does not"
    );
}

#[test]
fn c11_an_absorbed_landlords_commitments_pass_to_its_successor_once_confirmed() {
    let mut b = two();
    b.commitment("units", "2021", "Alpha", "4");
    b.commitment("units", "2022", "Alpha", "5");
    b.commitment("units", "2022", "Bravo", "1");
    b.unit("past", "Alpha", &[("published", "2021-05-01")]);
    b.unit("to come", "Alpha", &[("identified", "2021-06-01")]);
    b.unit("came since", "Alpha", &[("identified", "2022-01-10"), ("published", "2022-08-01")]);
    b.case("asked", &[]);
    b.referral("asked", "Alpha", &[("asked_on", "2021-06-01")]);
    b.referral("asked", "Bravo", &[("asked_on", "2021-06-01")]);
    b.set(TableId::Landlords, "Alpha", "absorbed_by", "Bravo");
    b.set(TableId::Landlords, "Alpha", "absorbed_on", "2022-07-01");
    b.set(TableId::Landlords, "Alpha", "left", "2022-06-30");

    let seen = |b: &Build, name: &str, as_of: &str| {
        let figures = of(b, name, "2022", as_of);
        let Figures { units, relocations, .. } = figures;
        (units.target.total, units.delivered.n(), units.pipeline.n(), relocations.pipeline.n())
    };
    // Not confirmed: it left, and nobody takes over its commitments.
    assert_eq!(seen(&b, "Alpha", "2022-09-01"), (Some(5), 0, 0, 0));
    assert_eq!(seen(&b, "Bravo", "2022-09-01"), (Some(1), 0, 0, 1));

    let edit = absorb_landlord(b.row("Alpha"), b.row("Bravo"), day("2022-07-01"));
    b.apply(&edit).expect("one edit");
    assert_eq!(seen(&b, "Alpha", "2022-09-01"), (None, 0, 0, 0));
    assert_eq!(seen(&b, "Bravo", "2022-09-01"), (Some(6), 1, 1, 1), "referred to both, counted once");
    // As of the day before, nothing had changed.
    assert_eq!(seen(&b, "Alpha", "2022-06-30"), (Some(5), 0, 2, 1));
    assert_eq!(seen(&b, "Bravo", "2022-06-30"), (Some(1), 0, 0, 1));
    // Past results and past targets stay.
    let alpha = of(&b, "Alpha", "2021", "2022-09-01").units;
    assert_eq!((alpha.target.total, b.names(&alpha.delivered.rows)), (Some(4), vec!["past".to_owned()]));
    // A cycle of absorptions is a finding, and terminates.
    let back = absorb_landlord(b.row("Bravo"), b.row("Alpha"), day("2022-07-01"));
    b.apply(&back).expect("edits do not forbid it");
    count(&b, "2022", "2022-09-01");
}

#[test]
fn c11_an_association_that_leaves_hands_over_its_open_cases() {
    let mut b = two();
    b.add(TableId::Associations, "Association Un", &[]);
    b.add(TableId::Associations, "Association Deux", &[]);
    let by = ("association", "Association Un");
    b.case("open", &[by, ("need_spotted", "2021-04-01")]);
    b.case("housed", &[by, ("landlord", "Alpha"), ("lease_signed", "2021-05-01")]);
    let before = b.dataset().clone();
    let edit = b.look("2021-06-01", |lens| hand_over_cases(lens, b.row("Association Un"), b.row("Association Deux")));
    b.apply(&edit).expect("sound");
    let whose = |b: &Build, case: &str| b.dataset().relocations.find(b.row(case)).expect("there").association;
    assert_eq!(whose(&b, "open"), Some(b.row("Association Deux")));
    assert_eq!(whose(&b, "housed"), Some(b.row("Association Un")));
    b.document.undo(stamp()).expect("an undo");
    assert!(b.dataset().same_records(&before));
}

//! Women (C4 to C8, C13, C14): which landlord they count for, by which channel, and until when.

use clefs::domain::schema::TableId;

use super::{count, of, region, since_start, two};
use crate::build::Build;

#[test]
fn c4_a_relocation_is_one_woman_and_her_children_are_a_second_measure() {
    let mut b = two();
    let lease = ("lease_signed", "2021-12-31");
    b.case("R01", &[("landlord", "Alpha"), ("adults", "3"), ("children", "2"), lease, ("moved_in", "2022-01-10")]);
    b.case("R02", &[("landlord", "Alpha"), lease]);
    let women = region(&b, "2021", "2021-12-31").women;
    assert_eq!((women.in_all.n(), women.children.total), (2, 2));
    assert_eq!(b.names(&women.children.rows), ["R01", "R02"]);
    assert_eq!(region(&b, "2022", "2022-12-31").women.in_all.n(), 0);
}

#[test]
fn c4_the_basis_may_be_the_keys() {
    let mut b = two();
    b.set(TableId::Convention, "Convention fictive", "basis", "keys");
    b.case("R01", &[("landlord", "Bravo"), ("lease_signed", "2021-12-31"), ("moved_in", "2022-01-10")]);
    b.referral("R01", "Alpha", &[("asked_on", "2021-06-01")]);
    assert_eq!(region(&b, "2021", "2022-12-31").women.in_all.n(), 0);
    assert_eq!(region(&b, "2022", "2022-12-31").women.in_all.n(), 1);
    // Without keys it is under way, with the landlord that signed the lease.
    let counted = count(&b, "2022", "2022-01-09");
    assert_eq!(counted.region.figures.relocations.pipeline.n(), 1);
    assert_eq!(counted.of(b.row("Alpha")).expect("listed").relocations.pipeline.n(), 0);
    assert_eq!(counted.of(b.row("Bravo")).expect("listed").relocations.pipeline.n(), 1);
    // An exit between lease and keys comes before the counting date.
    b.set(TableId::Relocations, "R01", "exited", "2022-01-05");
    assert_eq!(region(&b, "2022", "2022-12-31").women.in_all.n(), 0);
}

#[test]
fn c5_the_platform_and_the_referrals_are_two_targets_never_counted_twice() {
    let mut b = two();
    let lease = ("lease_signed", "2021-06-01");
    b.case("R01", &[("origin", "referral"), ("landlord", "Alpha"), ("children", "1"), lease]);
    b.case("R02", &[("origin", "platform"), ("landlord", "Alpha"), ("children", "2"), lease]);
    b.case("R03", &[("origin", "platform"), ("proposed", "2021-06-01")]);
    let figures = region(&b, "2021", "2021-12-31");
    assert_eq!(b.names(&figures.relocations.delivered.rows), ["R01"]);
    assert_eq!(b.names(&figures.women.platform.rows), ["R02"]);
    assert_eq!(b.names(&figures.women.in_all.rows), ["R01", "R02"]);
    assert_eq!((figures.women.children_referral.total, figures.women.children_platform.total), (1, 2));
    assert_eq!(figures.relocations.pipeline.n(), 0);
}

#[test]
fn c6_a_case_counts_for_the_signing_landlord_and_before_that_for_each_referral() {
    let mut b = two();
    b.landlord("Charlie", &[]);
    b.case("R01", &[("need_spotted", "2021-04-01")]);
    b.referral("R01", "Alpha", &[("asked_on", "2021-05-01")]);
    b.referral("R01", "Alpha", &[("asked_on", "2021-05-02")]);
    b.referral("R01", "Bravo", &[("asked_on", "2021-05-03"), ("answered_on", "2021-06-01"), ("answer", "refused")]);
    let pipeline = |b: &Build, as_of: &str| {
        let counted = count(b, "2021", as_of);
        let of = |name: &str| counted.of(b.row(name)).expect("listed").relocations.pipeline.n();
        (counted.region.figures.relocations.pipeline.n(), of("Alpha"), of("Bravo"), of("Charlie"))
    };
    assert_eq!(pipeline(&b, "2021-04-30"), (0, 0, 0, 0));
    assert_eq!(pipeline(&b, "2021-05-02"), (1, 1, 0, 0));
    assert_eq!(pipeline(&b, "2021-05-31"), (1, 1, 1, 0), "once for the region, despite two referrals");
    assert_eq!(pipeline(&b, "2021-06-01"), (1, 1, 0, 0), "Bravo refused");
    b.set(TableId::Relocations, "R01", "landlord", "Charlie");
    b.set(TableId::Relocations, "R01", "lease_signed", "2021-07-01");
    assert_eq!(pipeline(&b, "2021-07-01"), (0, 0, 0, 0));
    assert_eq!(of(&b, "Charlie", "2021", "2021-07-01").relocations.delivered.n(), 1);
    assert_eq!(of(&b, "Alpha", "2021", "2021-07-01").women.in_all.n(), 0);
    // Counts for nobody without the signing landlord.
    b.set(TableId::Relocations, "R01", "landlord", "");
    assert_eq!(region(&b, "2021", "2021-07-01").women.in_all.n(), 0);
}

#[test]
fn c6_a_referral_without_a_landlord_counts_for_the_region_only() {
    let mut b = two();
    b.case("R01", &[("referred", "2021-05-01")]);
    assert_eq!(region(&b, "2021", "2021-05-01").relocations.pipeline.n(), 1);
    assert_eq!(of(&b, "Alpha", "2021", "2021-05-01").relocations.pipeline.n(), 0);
}

#[test]
fn c7_what_is_in_the_pipeline() {
    let mut b = two();
    b.unit("promised", "Alpha", &[("promised", "2021-04-01")]);
    b.unit("identified", "Alpha", &[("identified", "2021-04-01")]);
    b.unit("planned", "Alpha", &[("identified", "2021-08-01")]);
    b.unit("published", "Alpha", &[("identified", "2021-04-01"), ("published", "2021-05-01")]);
    b.unit("allocated", "Alpha", &[("identified", "2021-04-01"), ("allocated", "2021-05-01")]);
    b.unit("leased", "Alpha", &[("identified", "2021-04-01"), ("lease_signed", "2021-05-01")]);
    b.unit("withdrawn", "Alpha", &[("identified", "2021-04-01"), ("withdrawn", "2021-05-01")]);
    b.unit("works", "Alpha", &[("identified", "2021-04-01"), ("works", "2021-05-01")]);
    b.unit("referral", "Alpha", &[("channel", "referral"), ("identified", "2021-04-01")]);
    let pipeline = |as_of: &str| b.names(&region(&b, "2021", as_of).units.pipeline.rows);
    assert_eq!(pipeline("2021-05-01"), ["promised", "identified"]);
    assert_eq!(pipeline("2021-04-30").len(), 7);

    let mut b = two();
    b.case("spotted", &[("need_spotted", "2021-04-01")]);
    b.case("under way", &[("referred", "2021-04-01")]);
    b.case("paused", &[("referred", "2021-04-01"), ("suspended_from", "2021-05-01"), ("suspended_to", "2021-06-01")]);
    b.case("left", &[("referred", "2021-04-01"), ("exited", "2021-05-01")]);
    let seen = |as_of: &str| {
        let figures = region(&b, "2021", as_of).relocations;
        (b.names(&figures.pipeline.rows), b.names(&figures.suspended.rows))
    };
    assert_eq!(seen("2021-04-30").0, ["under way", "paused", "left"]);
    assert_eq!(seen("2021-05-01"), (vec!["under way".to_owned(), "paused".to_owned()], vec!["paused".to_owned()]));
    assert_eq!(seen("2021-06-01").1, [""; 0], "no longer paused on the day it resumes");
    assert_eq!(b.names(&region(&b, "2021", "2021-06-01").relocations.exits.rows), ["left"]);
}

#[test]
fn c8_an_exit_after_the_lease_takes_nothing_back() {
    let mut b = two();
    for (name, exit) in [("before", "2021-05-27"), ("same day", "2021-05-28"), ("after", "2021-05-29")] {
        b.case(name, &[("landlord", "Alpha"), ("lease_signed", "2021-05-28"), ("exited", exit)]);
    }
    assert_eq!(b.names(&region(&b, "2021", "2021-12-31").women.in_all.rows), ["after"]);
}

#[test]
fn c13_a_returning_woman_counts_at_each_rehousing() {
    let mut b = two();
    b.case("R01", &[("landlord", "Alpha"), ("lease_signed", "2021-05-28"), ("children", "1")]);
    b.case("R02", &[("earlier_case", "R01"), ("landlord", "Bravo"), ("lease_signed", "2022-03-01"), ("children", "1")]);
    assert_eq!(region(&b, "2021", "2022-12-31").women.in_all.n(), 1);
    assert_eq!(region(&b, "2022", "2022-12-31").women.in_all.n(), 1);
    assert_eq!(since_start(&b, "2022-12-31").region.figures.women.children.total, 2);
}

#[test]
fn c14_a_rehousing_outside_the_convention_is_counted_apart() {
    let mut b = two();
    b.commitment("relocations", "2021", "Alpha", "3");
    b.case("R01", &[("origin", "outside"), ("landlord", "Alpha"), ("lease_signed", "2021-05-28"), ("children", "2")]);
    b.case("R02", &[("origin", "outside"), ("lease_signed", "2021-05-28")]);
    let alpha = of(&b, "Alpha", "2021", "2021-12-31");
    assert_eq!((alpha.women.in_all.n(), alpha.relocations.rate()), (0, Some(0)));
    assert_eq!((b.names(&alpha.women.outside.rows), alpha.women.children_outside.total), (vec!["R01".to_owned()], 2));
    assert_eq!(region(&b, "2021", "2021-12-31").women.outside.n(), 2);
    assert_eq!(region(&b, "2021", "2021-12-31").women.children.total, 0);
}

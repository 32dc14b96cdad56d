//! The counting rules, a test each, on fixtures that can be counted by hand.

use clefs::domain::commitment::Axis;
use clefs::domain::schema::TableId;
use clefs::edit::{absorb_landlord, hand_over_cases};
use clefs::indicators::{
    CaseRuling, Count, Figures, Progress, Span, Stage, Targets, UnitRuling, View, last_committee, pace, progress, rate,
    since, view, why,
};
use clefs::words::{Lang, Words};

use crate::build::{Build, day};

/// Alpha and Bravo, parties since the signature.
fn two() -> Build {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b.landlord("Bravo", &[]);
    b
}

fn count(b: &Build, period: &str, as_of: &str) -> Progress {
    b.look(as_of, |lens| progress(lens, b.period(period)))
}

fn since_start(b: &Build, as_of: &str) -> Progress {
    b.look(as_of, |lens| progress(lens, Span::SinceStart))
}

fn region(b: &Build, period: &str, as_of: &str) -> Figures {
    count(b, period, as_of).region.figures
}

fn of(b: &Build, landlord: &str, period: &str, as_of: &str) -> Figures {
    count(b, period, as_of).of(b.row(landlord)).expect("listed").clone()
}

/// Which units count in a period, by name.
fn units(b: &Build, period: &str, as_of: &str) -> Vec<String> {
    b.names(&region(b, period, as_of).units.delivered.rows)
}

fn said(b: &Build, table: TableId, name: &str, as_of: &str) -> String {
    let message = b.look(as_of, |lens| why(lens, table, b.row(name))).expect("a counted table");
    Words::new(Lang::Fr).say(&message)
}

#[test]
fn c1_only_steps_up_to_the_day_exist_and_bounds_belong_to_the_period() {
    let mut b = two();
    b.unit("first", "Alpha", &[("published", "2021-03-25")]);
    b.unit("last", "Alpha", &[("published", "2021-12-31")]);
    b.unit("next", "Alpha", &[("published", "2022-01-01")]);
    assert_eq!(units(&b, "2021", "2021-03-24"), [""; 0]);
    assert_eq!(units(&b, "2021", "2021-03-25"), ["first"]);
    assert_eq!(units(&b, "2021", "2021-12-30"), ["first"]);
    assert_eq!(units(&b, "2021", "2022-12-31"), ["first", "last"]);
    assert_eq!(units(&b, "2022", "2022-12-31"), ["next"]);
}

#[test]
fn c2_a_unit_counts_once_from_its_first_publication_whatever_follows() {
    let mut b = two();
    let published = ("published", "2021-05-01");
    b.unit("no candidate", "Alpha", &[published]);
    b.unit("under way", "Alpha", &[published, ("presented", "2021-05-20")]);
    b.unit("leased", "Alpha", &[published, ("allocated", "2021-05-20"), ("lease_signed", "2021-06-01")]);
    b.unit("too late", "Alpha", &[published, ("deadline_passed", "2021-06-01")]);
    b.unit("withdrawn", "Alpha", &[published, ("allocated", "2021-05-20"), ("withdrawn", "2021-06-01")]);
    b.unit("again", "Alpha", &[published, ("allocated", "2021-05-20"), ("published_again", "2022-02-01")]);
    b.unit("referral", "Alpha", &[("channel", "referral"), published]);

    let then = region(&b, "2021", "2021-12-31").units;
    assert_eq!(then.delivered.n(), 6);
    let at = |stage| b.names(&then.at(stage).rows);
    assert_eq!(at(Stage::NoCandidate), ["no candidate"]);
    assert_eq!(at(Stage::UnderWay), ["under way", "again"]);
    assert_eq!(at(Stage::Leased), ["leased"]);
    assert_eq!(at(Stage::DeadlinePassed), ["too late"]);
    assert_eq!(at(Stage::WithdrawnAfterAllocation), ["withdrawn"]);

    let later = region(&b, "2021", "2022-12-31").units;
    assert_eq!(b.names(&later.at(Stage::NoCandidate).rows), ["no candidate", "again"]);
    assert_eq!(later.delivered.n(), 6);
    assert_eq!(units(&b, "2022", "2022-12-31"), [""; 0]);
}

#[test]
fn c2_the_breakdown_adds_up_to_the_units_delivered() {
    let mut b = two();
    b.unit("candidate", "Alpha", &[("published", "2021-05-01")]);
    b.unit("refused", "Alpha", &[("published", "2021-05-01")]);
    b.case("R01", &[("origin", "platform")]);
    b.proposal("candidate", "R01", &[("proposed_on", "2021-05-10")]);
    b.proposal(
        "refused",
        "R01",
        &[("proposed_on", "2021-05-10"), ("answer", "refused"), ("answered_on", "2021-05-20")],
    );
    let at = |as_of: &str, stage| b.names(&region(&b, "2021", as_of).units.at(stage).rows);
    assert_eq!(at("2021-05-09", Stage::NoCandidate), ["candidate", "refused"]);
    assert_eq!(at("2021-05-19", Stage::UnderWay), ["candidate", "refused"]);
    assert_eq!(at("2021-05-20", Stage::NoCandidate), ["refused"]);
    let figures = region(&b, "2021", "2021-05-20").units;
    assert_eq!(Stage::ALL.iter().map(|stage| figures.at(*stage).n()).sum::<usize>(), figures.delivered.n());
}

#[test]
fn c3_a_promise_taken_back_before_allocation_stops_counting() {
    let mut b = two();
    b.unit("withdrawn", "Alpha", &[("published", "2021-04-10"), ("withdrawn", "2021-06-01")]);
    b.unit("works", "Alpha", &[("published", "2021-04-10"), ("works", "2021-06-01")]);
    b.unit(
        "same day",
        "Alpha",
        &[("published", "2021-04-10"), ("allocated", "2021-06-01"), ("withdrawn", "2021-06-01")],
    );
    b.unit("leased", "Alpha", &[("published", "2021-04-10"), ("lease_signed", "2021-05-01"), ("works", "2021-06-01")]);
    b.unit(
        "too late",
        "Alpha",
        &[("published", "2021-04-10"), ("withdrawn", "2021-06-01"), ("allocated", "2021-06-02")],
    );
    assert_eq!(units(&b, "2021", "2021-05-31").len(), 5);
    assert_eq!(units(&b, "2021", "2021-12-31"), ["same day", "leased"]);
    assert_eq!(b.names(&of(&b, "Alpha", "2021", "2021-12-31").units.exits.rows), ["withdrawn", "works", "too late"]);
    assert_eq!(of(&b, "Alpha", "2022", "2022-12-31").units.exits, Count::default());
}

#[test]
fn c3_a_later_publication_undoes_works_and_allocations() {
    let mut b = two();
    let first = ("published", "2021-04-10");
    b.unit("back", "Alpha", &[first, ("works", "2021-06-01"), ("published_again", "2022-02-01")]);
    b.unit("same day", "Alpha", &[first, ("withdrawn", "2021-06-01"), ("published_again", "2021-06-01")]);
    let undone = [first, ("allocated", "2021-05-01"), ("published_again", "2021-05-20"), ("withdrawn", "2021-06-01")];
    b.unit("undone", "Alpha", &undone);
    b.unit("before", "Alpha", &[first, ("published_again", "2021-05-20"), ("works", "2021-06-01")]);
    assert_eq!(units(&b, "2021", "2021-05-31").len(), 4);
    assert_eq!(units(&b, "2021", "2021-12-31"), ["same day"]);
    // Back in the period of its first publication.
    assert_eq!(units(&b, "2021", "2022-02-01"), ["back", "same day"]);
    assert_eq!(units(&b, "2022", "2022-12-31"), [""; 0]);
}

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
    // Without keys it is under way; the lease says with whom.
    let counted = count(&b, "2022", "2022-01-09");
    assert_eq!(counted.region.figures.relocations.pipeline.n(), 1);
    assert_eq!(counted.of(b.row("Alpha")).expect("listed").relocations.pipeline.n(), 0);
    assert_eq!(counted.of(b.row("Bravo")).expect("listed").relocations.pipeline.n(), 1);
    // An exit between lease and keys is before what counts.
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
fn c6_the_landlord_that_signed_counts_and_before_that_each_that_was_asked() {
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
    assert_eq!(pipeline(&b, "2021-05-31"), (1, 1, 1, 0), "the region once, though two were asked");
    assert_eq!(pipeline(&b, "2021-06-01"), (1, 1, 0, 0), "Bravo said no");
    b.set(TableId::Relocations, "R01", "landlord", "Charlie");
    b.set(TableId::Relocations, "R01", "lease_signed", "2021-07-01");
    assert_eq!(pipeline(&b, "2021-07-01"), (0, 0, 0, 0));
    assert_eq!(of(&b, "Charlie", "2021", "2021-07-01").relocations.delivered.n(), 1);
    assert_eq!(of(&b, "Alpha", "2021", "2021-07-01").women.in_all.n(), 0);
    // Nobody's without the landlord that signed.
    b.set(TableId::Relocations, "R01", "landlord", "");
    assert_eq!(region(&b, "2021", "2021-07-01").women.in_all.n(), 0);
}

#[test]
fn c6_asked_without_knowing_whom_is_the_regions() {
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
    assert_eq!(seen("2021-06-01").1, [""; 0], "on the day it resumes it is not paused");
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
fn c9_counted_commitments_add_up_and_the_others_stand_beside() {
    let mut b = two();
    b.commitment("units", "2021", "*", "12");
    b.commitment("units", "2021", "Alpha", "4");
    b.commitment("units", "2021", "Alpha", "1");
    b.commitment("units", "2022", "Alpha", "9");
    b.commitment("relocations", "2021", "*", "3");
    b.commitment("relocations", "2021", "Bravo", "5");
    let beside = b.commitment("units", "2021", "*", "18");
    b.set_row(TableId::Commitments, beside, "counting", "beside");
    let no_period = b.commitment("training", "", "*", "945");
    b.set_row(TableId::Commitments, no_period, "counting", "beside");
    b.set_row(TableId::Commitments, no_period, "dated", "2022-03-01");

    let counted = count(&b, "2021", "2021-04-09");
    let alpha = &counted.of(b.row("Alpha")).expect("listed").units.target;
    assert_eq!((alpha.total, alpha.rows.len()), (Some(5), 2));
    let region = &counted.region;
    assert_eq!((region.figures.units.target.total, &region.figures.units.target.beside[..]), (Some(12), &[beside][..]));
    assert_eq!(
        (region.figures.training.target.total, &region.figures.training.target.beside[..]),
        (None, &[no_period][..])
    );
    assert_eq!(region.to_allocate.units, Some(7));
    assert_eq!(region.to_allocate.relocations, Some(-2), "the landlords promise two more");
    assert_eq!(region.to_allocate.training, None);
    // It does not depend on the day.
    assert_eq!(count(&b, "2021", "2023-01-01").region.to_allocate, region.to_allocate);
}

#[test]
fn c10_rates_are_never_capped_and_never_100_while_the_target_is_missed() {
    assert_eq!(rate(199, Some(200)), Some(99));
    assert_eq!(rate(200, Some(200)), Some(100));
    assert_eq!(rate(1, Some(8)), Some(13), "12.5 is rounded up");
    assert_eq!(rate(3, Some(2)), Some(150));
    assert_eq!(rate(0, Some(3)), Some(0));
    assert_eq!((rate(2, None), rate(2, Some(0))), (None, None));
    assert!(rate(u64::MAX, Some(u32::MAX)).is_some());

    let mut b = two();
    b.commitment("units", "2021", "Alpha", "1");
    b.commitment("units", "2021", "Bravo", "0");
    for name in ["U01", "U02"] {
        b.unit(name, "Alpha", &[("published", "2021-05-01")]);
    }
    let alpha = of(&b, "Alpha", "2021", "2021-12-31").units;
    assert_eq!((alpha.delivered.n(), alpha.rate()), (2, Some(200)));
    let bravo = of(&b, "Bravo", "2021", "2021-12-31").units;
    assert_eq!((bravo.target.total, bravo.rate()), (Some(0), None));
}

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
fn c11_what_an_absorbed_landlord_promised_goes_to_its_successor_once_confirmed() {
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
    // Not confirmed: it left, and nobody has what it promised.
    assert_eq!(seen(&b, "Alpha", "2022-09-01"), (Some(5), 0, 0, 0));
    assert_eq!(seen(&b, "Bravo", "2022-09-01"), (Some(1), 0, 0, 1));

    let edit = absorb_landlord(b.row("Alpha"), b.row("Bravo"), day("2022-07-01"));
    b.apply(&edit).expect("one undoable change");
    assert_eq!(seen(&b, "Alpha", "2022-09-01"), (None, 0, 0, 0));
    assert_eq!(seen(&b, "Bravo", "2022-09-01"), (Some(6), 1, 1, 1), "asked of both, there once");
    // As of the day before, nothing had changed.
    assert_eq!(seen(&b, "Alpha", "2022-06-30"), (Some(5), 0, 2, 1));
    assert_eq!(seen(&b, "Bravo", "2022-06-30"), (Some(1), 0, 0, 1));
    // Past results and past targets stay.
    let alpha = of(&b, "Alpha", "2021", "2022-09-01").units;
    assert_eq!((alpha.target.total, b.names(&alpha.delivered.rows)), (Some(4), vec!["past".to_owned()]));
    // A circle of absorptions is a finding, and ends.
    let back = absorb_landlord(b.row("Bravo"), b.row("Alpha"), day("2022-07-01"));
    b.apply(&back).expect("no edit forbids it");
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
    b.document.undo(crate::build::stamp()).expect("an undo");
    assert!(b.dataset().same_records(&before));
}

#[test]
fn c12_every_number_opens_its_rows_and_each_row_says_why() {
    let mut b = two();
    b.landlord("Charlie", &[("left", "2021-04-30")]);
    b.unit("delivered", "Alpha", &[("published", "2021-04-09")]);
    b.unit("elsewhere", "Alpha", &[("published", "2024-02-01")]);
    b.unit("withdrawn", "Alpha", &[("published", "2021-04-09"), ("withdrawn", "2021-05-01")]);
    b.unit("works", "Alpha", &[("published", "2021-04-09"), ("works", "2021-05-02")]);
    b.unit("to publish", "Bravo", &[("promised", "2021-04-09")]);
    b.unit("outside", "Charlie", &[("published", "2021-05-01")]);
    b.unit("gone", "Charlie", &[("promised", "2021-04-09")]);
    b.unit("never", "Alpha", &[("allocated", "2021-05-01")]);
    b.unit("referral", "Alpha", &[("channel", "referral")]);
    b.unit("nothing", "Alpha", &[]);

    // Every counted row has a verdict that counts it, every other one a verdict that does not.
    let counted = since_start(&b, "2024-12-31");
    let figures = &counted.region.figures.units;
    for verdict in &counted.units {
        let is_delivered = matches!(verdict.ruling, UnitRuling::Delivered { .. });
        assert_eq!(figures.delivered.rows.contains(&verdict.unit), is_delivered);
        assert_eq!(figures.pipeline.rows.contains(&verdict.unit), verdict.ruling == UnitRuling::ToPublish);
    }
    assert_eq!(counted.units.len(), 10);

    let why = |name| said(&b, TableId::Units, name, "2024-12-31");
    assert_eq!(
        why("delivered"),
        "Publié le 09/04/2021, compte dans l’exercice 2021 (C2)\u{202f}; sans candidate pour l’instant"
    );
    for (name, rule) in [
        ("elsewhere", "C16"),
        ("withdrawn", "01/05/2021 avant attribution"),
        ("works", "C3"),
        ("to publish", "C7"),
        ("outside", "01/05/2021"),
        ("gone", "C11"),
        ("never", "C7"),
        ("referral", "C2"),
        ("nothing", "C1"),
    ] {
        assert!(why(name).contains(rule), "{name}: {}", why(name));
    }
}

#[test]
fn c12_each_case_commitment_and_session_says_why() {
    let mut b = two();
    b.landlord("Delta", &[("joined", "2022-04-29")]);
    let lease = ("lease_signed", "2021-05-28");
    b.case("referral", &[("landlord", "Alpha"), lease]);
    b.case("platform", &[("origin", "platform"), ("landlord", "Alpha"), lease]);
    b.landlord("Echo", &[("joined", "2021-01-01")]);
    b.case("elsewhere", &[("landlord", "Echo"), ("lease_signed", "2021-03-01")]);
    b.case("outside", &[("origin", "outside"), lease]);
    b.case("nobody", &[lease]);
    b.case("early", &[("landlord", "Delta"), lease]);
    b.case("asked", &[]);
    b.referral("asked", "Alpha", &[("asked_on", "2021-05-01")]);
    b.case("region", &[("referred", "2021-05-01")]);
    b.case("paused", &[("referred", "2021-05-01"), ("suspended_from", "2021-05-02")]);
    b.case("left", &[("referred", "2021-05-01"), ("exited", "2021-05-02")]);
    b.case("spotted", &[("need_spotted", "2021-05-01")]);
    b.case("by platform", &[("origin", "platform"), ("need_spotted", "2021-05-01")]);
    b.case("by others", &[("origin", "outside"), ("need_spotted", "2021-05-01")]);
    b.case("nothing", &[]);
    let counted = since_start(&b, "2021-12-31");
    for verdict in &counted.relocations {
        let is_rehoused = matches!(verdict.ruling, CaseRuling::Rehoused { .. });
        assert_eq!(counted.region.figures.women.in_all.rows.contains(&verdict.case), is_rehoused);
        let is_under_way = matches!(verdict.ruling, CaseRuling::UnderWay { .. });
        assert_eq!(counted.region.figures.relocations.pipeline.rows.contains(&verdict.case), is_under_way);
    }
    let why = |name| said(&b, TableId::Relocations, name, "2021-12-31");
    assert_eq!(why("referral"), "Relogée le 28/05/2021 après interpellation, compte dans l’exercice 2021 (C4)");
    for (name, rule) in [
        ("platform", "C5"),
        ("elsewhere", "C16"),
        ("outside", "C14"),
        ("nobody", "pour personne (C6)"),
        ("early", "C11"),
        ("asked", "C7"),
        ("region", "C11"),
        ("paused", "suspendue"),
        ("left", "C8"),
        ("spotted", "C7"),
        ("by platform", "C5"),
        ("by others", "C14"),
        ("nothing", "C1"),
    ] {
        assert!(why(name).contains(rule), "{name}: {}", why(name));
    }

    let counts = b.commitment("units", "2021", "*", "27");
    b.name(counts, "27");
    let beside = b.commitment("units", "2021", "*", "18");
    b.set_row(TableId::Commitments, beside, "counting", "beside");
    b.name(beside, "18");
    assert_eq!(said(&b, TableId::Commitments, "27", "2021-12-31"), "S’ajoute à l’objectif (C9)");
    assert!(said(&b, TableId::Commitments, "18", "2021-12-31").contains("jamais ajouté (C9)"));
    // Nothing is said of what no figure counts.
    assert_eq!(b.look("2021-12-31", |lens| clefs::indicators::why(lens, TableId::Landlords, b.row("Alpha"))), None);
    assert_eq!(b.look("2021-12-31", |lens| clefs::indicators::why(lens, TableId::Units, b.row("Alpha"))), None);
}

#[test]
fn c13_a_woman_who_comes_back_counts_at_each_rehousing() {
    let mut b = two();
    b.case("R01", &[("landlord", "Alpha"), ("lease_signed", "2021-05-28"), ("children", "1")]);
    b.case("R02", &[("earlier_case", "R01"), ("landlord", "Bravo"), ("lease_signed", "2022-03-01"), ("children", "1")]);
    assert_eq!(region(&b, "2021", "2022-12-31").women.in_all.n(), 1);
    assert_eq!(region(&b, "2022", "2022-12-31").women.in_all.n(), 1);
    assert_eq!(since_start(&b, "2022-12-31").region.figures.women.children.total, 2);
}

#[test]
fn c14_a_rehousing_outside_the_convention_stands_beside() {
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

#[test]
fn c15_a_person_trained_counts_once_at_part_1() {
    let mut b = two();
    b.commitment("training", "2021", "Alpha", "20");
    let session = |b: &mut Build, name: &str, on: &str, part: &str| {
        let row = b.add(TableId::Trainings, "", &[("held_on", on), ("part", part)]);
        b.name(row, name);
    };
    let people = |b: &mut Build, training: &str, landlord: &str, people: &str| {
        b.add(TableId::Attendances, "", &[("training", training), ("landlord", landlord), ("people", people)]);
    };
    session(&mut b, "part 1", "2021-06-01", "first");
    session(&mut b, "part 2", "2021-12-01", "second");
    session(&mut b, "next year", "2022-02-01", "first");
    people(&mut b, "part 1", "Alpha", "6");
    people(&mut b, "part 1", "Alpha", "4");
    people(&mut b, "part 1", "Bravo", "3");
    people(&mut b, "part 2", "Alpha", "9");
    people(&mut b, "next year", "Alpha", "5");

    let alpha = of(&b, "Alpha", "2021", "2021-12-31").training;
    assert_eq!((alpha.trained.total, alpha.trained.rows.len(), alpha.second_part.total), (10, 2, 9));
    assert_eq!((alpha.sessions.n(), alpha.planned.n(), alpha.rate()), (2, 0, Some(50)));
    let early = of(&b, "Alpha", "2021", "2021-06-01").training;
    assert_eq!((early.sessions.n(), early.planned.n(), early.expected.total), (1, 1, 9));
    let bravo = of(&b, "Bravo", "2021", "2021-06-01").training;
    assert_eq!((bravo.trained.total, bravo.sessions.n(), bravo.planned.n()), (3, 1, 0));
    let all = region(&b, "2021", "2021-12-31").training;
    assert_eq!((all.trained.total, b.names(&all.sessions.rows)), (13, vec!["part 1".to_owned(), "part 2".to_owned()]));
    assert_eq!(since_start(&b, "2022-12-31").region.figures.training.trained.total, 18);
    assert!(said(&b, TableId::Trainings, "part 1", "2021-12-31").contains("2021 (C15)"));
}

#[test]
fn c16_a_step_outside_every_period_counts_only_since_the_start() {
    let mut b = two();
    b.unit("before", "Alpha", &[("published", "2021-03-25")]);
    b.unit("after", "Alpha", &[("published", "2024-01-01")]);
    b.case("early", &[("landlord", "Alpha"), ("lease_signed", "2021-03-25")]);
    b.case("late", &[("landlord", "Alpha"), ("lease_signed", "2024-01-01")]);
    let of_periods: usize = ["2021", "2022", "2023"].iter().map(|period| units(&b, period, "2024-12-31").len()).sum();
    assert_eq!(of_periods, 1);
    let all = since_start(&b, "2024-12-31").region.figures;
    assert_eq!((all.units.delivered.n(), all.women.in_all.n()), (2, 2));
    assert!(said(&b, TableId::Units, "after", "2024-12-31").contains("C16"));
}

#[test]
fn c16_the_reference_pace_starts_on_the_periods_first_day() {
    let b = Build::new();
    let period = b.dataset().periods.find(b.row("2021")).expect("there");
    // 282 days from 25 March to 31 December.
    assert_eq!(pace(period, 282, day("2021-03-24")), Some(0));
    assert_eq!(pace(period, 282, day("2021-03-25")), Some(1));
    assert_eq!(pace(period, 282, day("2021-12-30")), Some(281));
    assert_eq!(pace(period, 27, day("2021-12-31")), Some(27));
    assert_eq!(pace(period, 27, day("2023-01-01")), Some(27));
}

#[test]
fn targets_since_the_start_are_those_of_the_periods_begun() {
    let mut b = two();
    for (period, target) in [("2021", "27"), ("2022", "28"), ("2023", "29")] {
        b.commitment("units", period, "*", target);
    }
    let total = |as_of: &str| b.look(as_of, |lens| Targets::of(lens, Span::SinceStart).get(None, Axis::Units).total);
    assert_eq!(total("2021-03-24"), None);
    assert_eq!(total("2021-12-31"), Some(27));
    assert_eq!(total("2022-01-01"), Some(55));
    assert_eq!(total("2030-01-01"), Some(84));
}

#[test]
fn dates_that_live_on_proposals_and_cases_count_for_the_unit() {
    let mut b = two();
    b.unit("U01", "Alpha", &[("published", "2021-05-01"), ("withdrawn", "2021-06-20")]);
    b.case("R01", &[("origin", "platform"), ("landlord", "Alpha"), ("children", "2")]);
    assert_eq!(units(&b, "2021", "2021-12-31"), [""; 0]);
    // Awarded on 10 June and accepted: the withdrawal comes after an allocation.
    let cells = [("proposed_on", "2021-06-01"), ("caleol_on", "2021-06-10"), ("decision", "awarded")];
    let proposal = b.proposal("U01", "R01", &cells);
    let stage = |b: &Build, stage, as_of: &str| region(b, "2021", as_of).units.at(stage).n();
    assert_eq!(stage(&b, Stage::WithdrawnAfterAllocation, "2021-12-31"), 1);
    b.set_row(TableId::Proposals, proposal, "answer", "accepted");
    b.set_row(TableId::Proposals, proposal, "answered_on", "2021-06-15");
    b.set(TableId::Relocations, "R01", "lease_signed", "2021-07-01");
    assert_eq!(stage(&b, Stage::WithdrawnAfterAllocation, "2021-06-30"), 1);
    assert_eq!(stage(&b, Stage::Leased, "2021-07-01"), 1);
    assert_eq!(region(&b, "2021", "2021-07-01").women.platform.n(), 1);
}

#[test]
fn what_moved_since_the_last_committee_held() {
    let mut b = two();
    b.add(TableId::Committees, "", &[("held_on", "2021-04-09"), ("state", "held")]);
    b.add(TableId::Committees, "", &[("held_on", "2021-07-09"), ("state", "held")]);
    b.add(TableId::Committees, "", &[("held_on", "2021-10-08"), ("state", "planned")]);
    assert_eq!(last_committee(b.dataset(), day("2021-12-31")), Some(day("2021-07-09")));
    assert_eq!(last_committee(b.dataset(), day("2021-07-09")), Some(day("2021-04-09")), "a committee looks back");
    assert_eq!(last_committee(b.dataset(), day("2021-04-09")), None);

    b.unit("before", "Alpha", &[("published", "2021-07-09")]);
    b.unit("new", "Alpha", &[("published", "2021-07-10")]);
    b.unit("lost", "Bravo", &[("published", "2021-06-01"), ("withdrawn", "2021-08-01")]);
    b.case("R01", &[("landlord", "Bravo"), ("children", "2"), ("lease_signed", "2021-07-10")]);
    let moved = b.look("2021-12-31", |lens| since(lens, day("2021-07-09")));
    assert_eq!(b.names(&moved.region.units.rows), ["new"]);
    assert_eq!(b.names(&moved.region.units_lost.rows), ["lost"]);
    assert_eq!((b.names(&moved.region.women.rows), moved.region.children.total), (vec!["R01".to_owned()], 2));
    let [(alpha, of_alpha), (bravo, of_bravo)] = &moved.landlords[..] else { panic!("two landlords") };
    assert_eq!((*alpha, *bravo), (b.row("Alpha"), b.row("Bravo")));
    assert_eq!((of_alpha.units.n(), of_alpha.women.n(), of_bravo.units_lost.n(), of_bravo.women.n()), (1, 0, 1, 1));
}

#[test]
fn the_view_opens_on_the_last_period_begun() {
    let mut b = Build::new();
    let seen = |b: &Build, span, as_of: Option<&str>, today: &str| view(b.dataset(), span, as_of.map(day), day(today));
    let at = |span, as_of: &str| View { span, as_of: day(as_of) };
    let (first, second, third) = (b.period("2021"), b.period("2022"), b.period("2023"));
    assert_eq!(seen(&b, None, None, "2022-05-09"), at(second, "2022-05-09"));
    assert_eq!(seen(&b, None, None, "2026-01-01"), at(third, "2023-12-31"), "that period is over");
    assert_eq!(seen(&b, None, Some("2021-12-31"), "2026-01-01"), at(first, "2021-12-31"));
    assert_eq!(seen(&b, None, None, "2021-03-24"), at(Span::SinceStart, "2021-03-24"), "none has begun");
    assert_eq!(seen(&b, Some(first), None, "2022-05-09"), at(first, "2021-12-31"));
    assert_eq!(seen(&b, Some(Span::SinceStart), None, "2022-05-09"), at(Span::SinceStart, "2022-05-09"));
    // A sample does not age, unless a day is asked for.
    b.set(TableId::Convention, "Convention fictive", "as_of", "2021-07-09");
    assert_eq!(seen(&b, None, None, "2026-01-01"), at(first, "2021-07-09"));
    assert_eq!(seen(&b, None, Some("2022-02-01"), "2026-01-01"), at(second, "2022-02-01"));
}

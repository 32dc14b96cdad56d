//! Needs and offers, delays, case flow, breakdowns and rounds, on a small convention.

use clefs::domain::dwelling::Dwelling;
use clefs::domain::id::RowId;
use clefs::domain::proposal::Author;
use clefs::domain::relocation::{CaseStep, ExitKind};
use clefs::domain::schema::{Audience, TableId};
use clefs::domain::value::Halves;
use clefs::indicators::{
    self, Age, By, Count, Delays, GroupKey, Leg, Location, PlaceKey, Snapshot, Span, SpanAsOf, Tally, Wish,
};

use super::two;
use crate::build::{Build, day};

/// Six cases of two associations, four units, committees on 9 April and 9 July.
pub fn fixture() -> Build {
    let mut b = two();
    b.add(TableId::Associations, "Solidaire", &[]);
    b.add(TableId::Associations, "Refuge", &[]);
    for held_on in ["2021-04-09", "2021-07-09"] {
        b.add(TableId::Committees, "", &[("held_on", held_on), ("state", "held")]);
    }
    let lille = [("commune", "59350"), ("published", "2021-04-20")];
    b.unit("U1", "Alpha", &[&lille[..], &[("dwelling", "T2")]].concat());
    b.unit("U2", "Alpha", &[&lille[..], &[("dwelling", "T3")]].concat());
    b.unit("U3", "Bravo", &[("commune", "62498"), ("dwelling", "T3"), ("published", "2021-04-02")]);
    b.unit("U4", "Bravo", &[("dwelling", "T3"), ("identified", "2021-04-02")]);
    let solidaire = ("association", "Solidaire");
    let refuge = ("association", "Refuge");
    b.case("R1", &[solidaire, ("dwellings", "T2"), ("wanted", "e200093201"), ("need_spotted", "2021-04-01")]);
    b.case("R2", &[solidaire, ("dwellings", "T3,T4"), ("wanted", "d62"), ("need_spotted", "2021-04-05")]);
    b.case("R3", &[refuge, ("dwellings", "T3"), ("wanted", "c62498"), ("need_spotted", "2021-05-01")]);
    b.case("R4", &[refuge, ("need_spotted", "2021-05-02"), ("exited", "2021-06-01"), ("exit_kind", "unreachable")]);
    let leased = [("landlord", "Alpha"), ("lease_signed", "2021-06-20"), ("moved_in", "2021-06-30")];
    b.case(
        "R5",
        &[&[solidaire, ("need_spotted", "2021-04-02"), ("file_complete", "2021-05-01")], &leased[..]].concat(),
    );
    b.case("R6", &[refuge, ("origin", "outside"), ("need_spotted", "2021-04-02")]);
    // Alpha agrees to R1 after 4 days, Bravo to R2 after 2; R5 took 9 days.
    for (case, landlord, asked, answered) in [
        ("R1", "Alpha", "2021-04-02", "2021-04-06"),
        ("R2", "Bravo", "2021-06-25", "2021-06-27"),
        ("R5", "Alpha", "2021-04-03", "2021-04-12"),
    ] {
        b.referral(case, landlord, &[("asked_on", asked), ("answered_on", answered), ("answer", "accepted")]);
    }
    b.referral("R3", "Bravo", &[("asked_on", "2021-05-03")]);
    let refused = [("answer", "refused"), ("answered_on", "2021-05-20"), ("refused_by", "household")];
    b.proposal("U1", "R1", &[&[("proposed_on", "2021-05-10")], &refused[..]].concat());
    b.proposal("U2", "R5", &[("proposed_on", "2021-05-12"), ("answer", "accepted"), ("answered_on", "2021-06-01")]);
    b
}

fn figures(b: &Build, audience: Audience) -> Snapshot {
    b.figures(b.period("2021"), "2021-07-09", audience)
}

fn of<K: Copy + PartialEq>(counts: &[(K, Count)], key: K) -> Vec<RowId> {
    counts.iter().find(|(of, _)| *of == key).map(|(_, count)| count.rows.clone()).expect("listed")
}

fn rows(b: &Build, names: &[&str]) -> Vec<RowId> {
    names.iter().map(|name| b.row(name)).collect()
}

#[test]
fn each_woman_is_counted_once_at_her_first_wish_and_each_free_unit_at_its_location() {
    let b = fixture();
    let release = figures(&b, Audience::Office).release().clone();
    let cell = |wish, place| release.cell((wish, place)).cloned().unwrap_or_default();
    let t2 = Some(Wish::One(Dwelling::T2));
    let t3 = Some(Wish::One(Dwelling::T3));
    assert_eq!(cell(None, None).needs.rows, rows(&b, &["R1", "R2", "R3"]));
    // U2 has a candidate, U4 is not published.
    assert_eq!(cell(None, None).offers.rows, rows(&b, &["U1", "U3"]));
    assert_eq!((cell(t2, None).needs.rows, cell(t2, None).gap()), (rows(&b, &["R1"]), 0));
    assert_eq!((cell(t3, None).needs.rows, cell(t3, None).gap()), (rows(&b, &["R2", "R3"]), -1));
    let lens = PlaceKey::Location(Location { departement: Some("62"), epci: Some("246200364") });
    let whole = PlaceKey::Location(Location { departement: Some("62"), epci: None });
    assert_eq!(cell(t3, Some(lens)).needs.rows, rows(&b, &["R3"]));
    assert_eq!(cell(t3, Some(whole)).needs.rows, rows(&b, &["R2"]));
    assert_eq!(cell(None, Some(lens)).offers.rows, rows(&b, &["U3"]));
}

#[test]
fn a_breakdown_counts_what_was_done_in_the_span() {
    let b = fixture();
    let by = |by| figures(&b, Audience::Office).breakdown(by).clone();
    let associations = by(By::Association);
    let of = |name: &str| {
        let of = GroupKey::Association(Some(b.row(name)));
        associations.groups.iter().find(|(group, _)| *group == of).map(|(_, tallies)| tallies.clone()).expect("listed")
    };
    let counts = |name: &str| Tally::ALL.iter().map(|tally| of(name).of(*tally).n()).collect::<Vec<_>>();
    // Needs, referrals, files, proposals, refusals, rehoused.
    assert_eq!(counts("Solidaire"), [3, 3, 1, 2, 1, 1]);
    assert_eq!(counts("Refuge"), [2, 1, 0, 0, 0, 0]);
    // R1 has waited 99 days, R2 95, R3 69.
    assert_eq!(
        (of("Solidaire").wait, of("Refuge").wait, associations.all.wait),
        (Some(97.into()), Some(69.into()), Some(95.into()))
    );
    let departements = by(By::Departement);
    let nord = departements.groups.iter().find(|(of, _)| *of == GroupKey::Departement(Some("59"))).expect("listed");
    assert_eq!(nord.1.of(Tally::Needs).records.rows, rows(&b, &["R1"]));
    let committee = figures(&b, Audience::Committee).breakdown(By::Departement).clone();
    assert!(committee.groups.iter().all(|(_, tallies)| tallies.is_wait_suppressed && tallies.wait.is_none()));
}

#[test]
fn a_delay_runs_from_a_step_to_the_next_and_open_ones_are_separate() {
    let b = fixture();
    let delays = figures(&b, Audience::Office).delays().to_vec();
    let of = |leg: Leg| delays[leg as usize].clone();
    let days = |delays: &[(u32, RowId)]| delays.iter().map(|(days, _)| *days).collect::<Vec<_>>();
    assert_eq!(days(&of(Leg::Answer).closed), [2, 4, 9]);
    // Referred on 3 May; today is 9 July.
    assert_eq!(of(Leg::Answer).open, [(67, b.row("R3"))]);
    assert_eq!(of(Leg::Answer).quartiles(), Some([2, 4, 9].map(Halves::from)));
    assert_eq!(of(Leg::Proposal).closed, [(30, b.row("R5")), (34, b.row("R1"))]);
    assert_eq!(of(Leg::Proposal).open, [(12, b.row("R2"))]);
    assert_eq!(of(Leg::Keys).closed, [(10, b.row("R5"))]);
    assert_eq!(of(Leg::Caleol).closed, []);
}

#[test]
fn quartiles_are_observed_delays_and_the_median_lies_between() {
    let row = RowId::from_random(1);
    let of = |days: &[u32]| Delays { closed: days.iter().map(|days| (*days, row)).collect(), open: Vec::new() };
    assert_eq!(of(&[]).quartiles(), None);
    assert_eq!(of(&[7]).quartiles(), Some([7, 7, 7].map(Halves::from)));
    assert_eq!(of(&[1, 2, 3, 4]).quartiles(), Some([1.into(), Halves::between(2, 3), 3.into()]));
    assert_eq!(of(&[1, 2, 3, 4, 90]).quartiles(), Some([2, 3, 4].map(Halves::from)));
}

#[test]
fn case_flow_counts_current_steps_and_exits() {
    let b = fixture();
    let ways = figures(&b, Audience::Office).case_flow().clone();
    // R1 waits again since the refusal.
    assert_eq!(of(&ways.steps, CaseStep::Proposed), []);
    assert_eq!(of(&ways.steps, CaseStep::Acknowledged), rows(&b, &["R1", "R2"]));
    assert_eq!(of(&ways.steps, CaseStep::Referred), rows(&b, &["R3"]));
    assert_eq!(ways.steps.iter().map(|(_, count)| count.n()).sum::<usize>(), 3);
    assert_eq!(of(&ways.exits, Some(ExitKind::Unreachable)), rows(&b, &["R4"]));
    assert_eq!(of(&ways.refusals, Some(Author::Household)).len(), 1);
    assert_eq!(of(&ways.refusals, Some(Author::Landlord)).len(), 0);
    let ages: Vec<usize> = ways.ages.iter().map(|(_, count)| count.n()).collect();
    // R2 since 25 June, R3 since 3 May, R1 since 2 April.
    assert_eq!(ages, [1, 1, 1, 0]);
}

#[test]
fn ages_are_whole_months() {
    let of = |asked: &str| Age::of(day(asked), day("2021-07-31"));
    assert_eq!(
        (of("2021-07-01"), of("2021-06-30"), of("2021-05-01")),
        (Age::UnderOne, Age::OneToThree, Age::OneToThree)
    );
    assert_eq!(
        (of("2021-04-30"), of("2021-01-31"), of("2021-02-01")),
        (Age::ThreeToSix, Age::OverSix, Age::ThreeToSix)
    );
}

#[test]
fn a_round_runs_from_the_day_after_a_committee_to_the_next() {
    let b = fixture();
    let rounds = figures(&b, Audience::Committee).rounds().to_vec();
    let shown: Vec<_> = rounds.iter().map(|round| (round.after, round.until)).collect();
    assert_eq!(shown, [(None, day("2021-04-09")), (Some(day("2021-04-09")), day("2021-07-09"))]);
    assert_eq!(rounds[0].units.rows, rows(&b, &["U3"]));
    assert_eq!(rounds[1].units.rows, rows(&b, &["U1", "U2"]));
    assert_eq!(rounds[0].of(Tally::Needs).records.rows, rows(&b, &["R1", "R2", "R5"]));
    assert_eq!((rounds[0].of(Tally::Rehoused).n(), rounds[1].of(Tally::Rehoused).n()), (0, 1));
    assert_eq!((rounds[0].of(Tally::Referrals).n(), rounds[1].of(Tally::Referrals).n()), (2, 2));
}

#[test]
fn a_large_sample_matches_an_independent_count() {
    // Counted here without the code of `indicators`.
    let dataset = clefs::sample::generate(41, 60, 7);
    let view = SpanAsOf { span: Span::SinceStart, as_of: day("2021-07-09") };
    let of = Snapshot::of(std::sync::Arc::new(dataset), view, Audience::Office);
    let (dataset, lens) = (of.dataset(), of.lens());
    let breakdown = of.breakdown(By::Departement);
    let asked = dataset.referrals.iter().filter(|referral| referral.asked_on.is_some_and(|on| on <= lens.as_of));
    let asked: Vec<_> = asked.filter_map(|referral| referral.relocation).collect();
    let women: std::collections::HashSet<_> = asked.iter().collect();
    assert!(women.len() < asked.len(), "some women were referred twice");
    assert_eq!(breakdown.all.of(Tally::Referrals).n(), women.len());
    assert_eq!(of.breakdown(By::Association).all.of(Tally::Referrals).n(), asked.len());
    let rows = |count: &Count| count.rows.iter().copied().collect::<std::collections::HashSet<_>>();
    assert_eq!(rows(&breakdown.all.of(Tally::Rehoused).records), rows(&of.progress().region.figures.women.in_all));
    let open = dataset.relocations.iter().filter(|case| {
        use clefs::indicators::CaseRuling::{NotReferred, PlatformUnderWay, UnderWay};
        matches!(indicators::case_verdict(&lens, case).ruling, UnderWay { .. } | PlatformUnderWay | NotReferred)
    });
    assert_eq!(of.release().cell((None, None)).map(|cell| cell.needs.n()), Some(open.count()));
    for tally in Tally::ALL {
        let groups: usize = breakdown.groups.iter().map(|(_, tallies)| tallies.of(*tally).n()).sum();
        assert_eq!(groups, breakdown.all.of(*tally).n());
    }
}

#[test]
fn a_unit_waits_for_its_candidate_and_for_its_lease() {
    let mut b = fixture();
    b.unit(
        "U5",
        "Alpha",
        &[("dwelling", "T2"), ("published", "2021-04-01"), ("presented", "2021-04-04"), ("lease_signed", "2021-05-01")],
    );
    let units = rows(&b, &["U1", "U2", "U3", "U4", "U5"]);
    let [candidate, lease] = b.look("2021-07-09", |lens| indicators::unit_delays(lens, &units));
    // U5 after 3 days, U1 and U2 after 20 and 22; U4 is not published, U3 has nobody.
    let days = |of: &[(u32, RowId)]| of.iter().map(|(days, _)| *days).collect::<Vec<_>>();
    assert_eq!(days(&candidate), [3, 20, 22]);
    // U2 is leased with the case that accepted it.
    assert_eq!(days(&lease), [30, 61]);
    assert_eq!(
        (indicators::median(&candidate), indicators::median(&[]), indicators::median(&lease)),
        (Some(20.into()), None, Some(Halves::between(30, 61)))
    );
}

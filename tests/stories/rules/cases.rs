//! Regression tests: datasets that were once counted wrongly.

use std::sync::Arc;

use clefs::domain::dataset::Dataset;
use clefs::domain::id::RowId;
use clefs::domain::schema::{Audience, TableId};
use clefs::indicators::{Because, By, Snapshot, Span, SpanAsOf, Tally, progress, unit_delays};
use clefs::words::{Lang, Words};

use super::two;
use crate::build::{case_file, day, look};

/// The figures since the start, for the office, as of 9 July 2021.
fn figures(dataset: &Dataset) -> Snapshot {
    let view = SpanAsOf { span: Span::SinceStart, as_of: day("2021-07-09") };
    Snapshot::of(Arc::new(dataset.clone()), view, Audience::Office)
}

#[test]
fn c15_people_of_a_planned_second_part_are_not_in_the_pipeline() {
    let dataset = case_file("training-part2.ron");
    let training = look(&dataset, "2021-07-09", |lens| progress(lens, Span::SinceStart)).region.figures.training;
    // Five attended part 1 in May; the same five are planned for part 2 in November.
    assert_eq!((training.trained.total, training.expected.total), (5, 0));
    assert_eq!((training.sessions.n(), training.planned.n()), (1, 1));
}

/// A tally's count by association, by département, and from committee to committee.
fn tallied(dataset: &Dataset, tally: Tally) -> [usize; 3] {
    let figures = figures(dataset);
    let by = |by| figures.breakdown(by).all.of(tally).n();
    let rounds = figures.rounds().iter().map(|round| round.of(tally).n()).sum();
    [by(By::Association), by(By::Departement), rounds]
}

#[test]
fn a_date_of_the_case_itself_counts_if_no_record_has_one() {
    for (name, tally) in [("proposed-on-case.ron", Tally::Proposals), ("referred-on-case.ron", Tally::Referrals)] {
        let dataset = case_file(name);
        assert_eq!(tallied(&dataset, tally), [6; 3], "{name}");
        assert_eq!(tallied(&dataset, Tally::Rehoused), [6; 3], "{name}");
        // The number opens its cases, each with its reason.
        let cases = figures(&dataset).breakdown(By::Association).all.of(tally).clone();
        assert_eq!((cases.records.n(), cases.cases.n()), (0, 6));
        let because = Because::Tally(tally);
        let why = look(&dataset, "2021-07-09", |lens| because.why(lens, TableId::Relocations, cases.cases.rows[0]));
        let reason = Words::new(Lang::Fr).say(&why.expect("counted"));
        assert!(reason.ends_with("notée dans le relogement lui-même"), "{reason}");
    }
}

#[test]
fn the_date_of_a_case_replaces_that_of_an_undated_record_and_is_not_counted_twice() {
    let mut b = two();
    b.unit("U1", "Alpha", &[("published", "2021-04-09")]);
    b.unit("U2", "Alpha", &[("published", "2021-04-09")]);
    b.case("R1", &[("referred", "2021-04-20"), ("proposed", "2021-05-10")]);
    let asked = b.referral("R1", "Alpha", &[]);
    let proposed = b.proposal("U1", "R1", &[]);
    // U2 was proposed to R2 on the 3rd by its record; the date of the case adds nothing.
    b.case("R2", &[("referred", "2021-04-02"), ("proposed", "2021-05-04")]);
    let other = b.referral("R2", "Bravo", &[("asked_on", "2021-04-01")]);
    let second = b.proposal("U2", "R2", &[("proposed_on", "2021-05-03")]);
    let rows = |tally| {
        let mut rows = figures(b.dataset()).breakdown(By::Association).all.of(tally).clone();
        assert_eq!(rows.cases.rows, []);
        rows.records.rows.sort_unstable();
        rows.records.rows
    };
    let sorted = |mut rows: Vec<RowId>| {
        rows.sort_unstable();
        rows
    };
    assert_eq!(rows(Tally::Referrals), sorted(vec![asked, other]));
    assert_eq!(rows(Tally::Proposals), sorted(vec![proposed, second]));
    let why = b.look("2021-07-09", |lens| {
        Because::Tally(Tally::Proposals).why(lens, TableId::Proposals, proposed).expect("counted")
    });
    assert_eq!(Words::new(Lang::Fr).say(&why), "Proposition du 10/05/2021");
    // A unit has its candidate from that day on.
    let units = [b.row("U1"), b.row("U2")];
    let [candidate, _] = b.look("2021-07-09", |lens| unit_delays(lens, &units));
    assert_eq!(candidate, [(24, b.row("U2")), (31, b.row("U1"))]);
}

#[test]
fn a_unit_referenced_without_a_proposal_has_a_candidate_from_the_cases_date() {
    use clefs::indicators::Stage;
    let mut b = two();
    b.unit("U1", "Alpha", &[("published", "2021-04-09")]);
    b.case("R1", &[("unit", "U1"), ("proposed", "2021-05-10"), ("exited", "2021-06-10")]);
    let stage = |as_of| {
        let units = super::region(&b, "2021", as_of).units;
        Stage::ALL.iter().copied().find(|stage| units.at(*stage).n() == 1)
    };
    assert_eq!(stage("2021-05-09"), Some(Stage::NoCandidate));
    assert_eq!(stage("2021-05-10"), Some(Stage::UnderWay));
    assert_eq!(stage("2021-06-10"), Some(Stage::NoCandidate));
    let [candidate, _] = b.look("2021-07-09", |lens| unit_delays(lens, &[b.row("U1")]));
    assert_eq!(candidate, [((day("2021-05-10") - day("2021-04-09")).num_days() as u32, b.row("U1"))]);
}

#[test]
fn the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
    // Two women have waited for 27 and 105 days.
    let wait = |dataset: &Dataset| figures(dataset).breakdown(By::Association).all.wait.expect("two wait");
    assert_eq!(wait(&case_file("median-two.ron")), 66.into());
    // A day more for one of them is half a day more for both.
    let mut b = two();
    b.case("R1", &[("need_spotted", "2021-06-11")]);
    b.case("R2", &[("need_spotted", "2021-03-26")]);
    let words = [Lang::Fr, Lang::En].map(|lang| Words::new(lang).halves(wait(b.dataset())));
    assert_eq!(words, ["66,5", "66.5"]);
}

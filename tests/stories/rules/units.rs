//! Units (C1 to C3): the as-of day, the first publication, units taken back.

use clefs::indicators::{Count, Stage};

use super::{of, region, two, units};

#[test]
fn c1_only_steps_up_to_the_as_of_day_count_and_periods_include_their_bounds() {
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
fn c3_a_unit_taken_back_before_allocation_stops_counting() {
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
    // It counts again in the period of its first publication.
    assert_eq!(units(&b, "2021", "2022-02-01"), ["back", "same day"]);
    assert_eq!(units(&b, "2022", "2022-12-31"), [""; 0]);
}

//! The as-of day, movements since the last committee, and dates stored in another record.

use clefs::domain::schema::TableId;
use clefs::indicators::{Span, SpanAsOf, Stage, changes_since, last_committee, view};

use super::{region, two, units};
use crate::build::{Build, day};

#[test]
fn dates_stored_on_proposals_and_cases_count_for_the_unit() {
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
fn movements_since_the_last_committee() {
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
    let moved = b.look("2021-12-31", |lens| {
        changes_since(lens, day("2021-07-09"), &clefs::indicators::progress(lens, Span::SinceStart))
    });
    assert_eq!(b.names(&moved.region.units.rows), ["new"]);
    assert_eq!(b.names(&moved.region.units_lost.rows), ["lost"]);
    assert_eq!((b.names(&moved.region.women.rows), moved.region.children.total), (vec!["R01".to_owned()], 2));
    let [(alpha, of_alpha), (bravo, of_bravo)] = &moved.landlords[..] else { panic!("two landlords") };
    assert_eq!((*alpha, *bravo), (b.row("Alpha"), b.row("Bravo")));
    assert_eq!((of_alpha.units.n(), of_alpha.women.n(), of_bravo.units_lost.n(), of_bravo.women.n()), (1, 0, 1, 1));
}

#[test]
fn the_view_opens_on_the_latest_period() {
    let mut b = Build::new();
    let seen = |b: &Build, span, as_of: Option<&str>, today: &str| view(b.dataset(), span, as_of.map(day), day(today));
    let at = |span, as_of: &str| SpanAsOf { span, as_of: day(as_of) };
    let (first, second, third) = (b.period("2021"), b.period("2022"), b.period("2023"));
    assert_eq!(seen(&b, None, None, "2022-05-09"), at(second, "2022-05-09"));
    assert_eq!(seen(&b, None, None, "2026-01-01"), at(third, "2023-12-31"), "the latest period is over");
    assert_eq!(seen(&b, None, Some("2021-12-31"), "2026-01-01"), at(first, "2021-12-31"));
    assert_eq!(seen(&b, None, None, "2021-03-24"), at(Span::SinceStart, "2021-03-24"), "none has begun");
    assert_eq!(seen(&b, Some(first), None, "2022-05-09"), at(first, "2021-12-31"));
    assert_eq!(seen(&b, Some(Span::SinceStart), None, "2022-05-09"), at(Span::SinceStart, "2022-05-09"));
    // A sample keeps its day, unless another is chosen.
    b.set(TableId::Convention, "Convention fictive", "as_of", "2021-07-09");
    assert_eq!(seen(&b, None, None, "2026-01-01"), at(first, "2021-07-09"));
    assert_eq!(seen(&b, None, Some("2022-02-01"), "2026-01-01"), at(second, "2022-02-01"));
}

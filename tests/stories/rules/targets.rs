//! Targets (C9, C10, C15, C16): sums, rates, trainings, periods and pace.

use clefs::domain::commitment::Axis;
use clefs::domain::schema::TableId;
use clefs::indicators::{Span, Targets, pace, rate};

use super::{count, of, reason_of, region, since_start, two, units};
use crate::build::{Build, day};

#[test]
fn c9_counted_commitments_add_up_and_others_are_kept_apart() {
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
    assert_eq!(region.to_allocate.relocations, Some(-2), "the landlords committed to two more");
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
    assert_eq!((early.sessions.n(), early.planned.n(), early.expected.total), (1, 1, 0));
    let bravo = of(&b, "Bravo", "2021", "2021-06-01").training;
    assert_eq!((bravo.trained.total, bravo.sessions.n(), bravo.planned.n()), (3, 1, 0));
    let all = region(&b, "2021", "2021-12-31").training;
    assert_eq!((all.trained.total, b.names(&all.sessions.rows)), (13, vec!["part 1".to_owned(), "part 2".to_owned()]));
    assert_eq!(since_start(&b, "2022-12-31").region.figures.training.trained.total, 18);
    assert!(reason_of(&b, TableId::Trainings, "part 1", "2021-12-31").contains("2021 (C15)"));
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
    assert!(reason_of(&b, TableId::Units, "after", "2024-12-31").contains("C16"));
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

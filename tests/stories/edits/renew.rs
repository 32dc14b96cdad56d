//! The next period takes over the commitments of the last one.

use clefs::domain::commitment::Axis;
use clefs::domain::schema::TableId::{Landlords, Periods};
use clefs::edit::{Fresh, renew_period};
use clefs::indicators::{Span, Targets};

use crate::build::{Build, day};

/// Renews at the end of 2023.
fn renewed(b: &mut Build) -> Span {
    let mut next = 1_000;
    let mut random = || {
        next += 2;
        next
    };
    let edit = b.look("2023-12-20", |lens| renew_period(lens, &mut Fresh::new(lens.dataset, &mut random)));
    b.apply(&edit.expect("a period to renew")).expect("applied");
    let period = b.dataset().periods.iter().next_back().expect("a period");
    assert_eq!(
        (period.name.as_str(), period.starts, period.ends),
        ("2024", Some(day("2024-01-01")), Some(day("2024-12-31")))
    );
    Span::Period(period.id())
}

#[test]
fn what_counts_is_taken_over_and_one_undo_takes_it_back() {
    let mut b = Build::new();
    for landlord in ["Alpha", "Bravo", "Charlie", "Delta"] {
        b.landlord(landlord, &[]);
    }
    b.commitment("units", "2023", "*", "27");
    b.commitment("units", "2023", "Alpha", "9");
    b.commitment("relocations", "2023", "Alpha", "4");
    b.commitment("units", "2022", "Bravo", "7");
    // Charlie leaves; Delta is absorbed by Alpha.
    b.commitment("units", "2023", "Charlie", "2");
    b.set(Landlords, "Charlie", "left", "2023-12-31");
    b.commitment("units", "2023", "Delta", "3");
    for (column, value) in [("absorbed_by", "Alpha"), ("absorbed_on", "2024-01-01"), ("absorption_confirmed", "yes")] {
        b.set(Landlords, "Delta", column, value);
    }
    let before = b.dataset().commitments.len();
    let span = renewed(&mut b);
    let targets = b.look("2024-02-01", |lens| Targets::of(lens, span));
    let of = |landlord: Option<&str>, axis| targets.get(landlord.map(|name| b.row(name)), axis).total;
    assert_eq!(of(None, Axis::Units), Some(27));
    assert_eq!(of(Some("Alpha"), Axis::Units), Some(9 + 3));
    assert_eq!(of(Some("Alpha"), Axis::Relocations), Some(4));
    assert_eq!([of(Some("Bravo"), Axis::Units), of(Some("Charlie"), Axis::Units)], [None, None]);
    assert_eq!(b.dataset().commitments.len(), before + 4);

    b.document.undo(crate::build::stamp()).expect("undone");
    assert_eq!((b.dataset().commitments.len(), b.dataset().periods.len()), (before, 3));
}

#[test]
fn a_period_from_autumn_to_autumn_is_named_by_both_years() {
    let mut b = Build::empty();
    b.add(Periods, "2022-2023", &[("starts", "2022-09-01"), ("ends", "2023-08-31")]);
    b.commitment("units", "2022-2023", "*", "27");
    let open = b.commitment("units", "2022-2023", "*", "1");
    b.set_row(clefs::domain::schema::TableId::Commitments, open, "target", "");
    let mut next = 50;
    let mut random = || {
        next += 2;
        next
    };
    let edit = b.look("2023-08-20", |lens| renew_period(lens, &mut Fresh::new(lens.dataset, &mut random)));
    b.apply(&edit.expect("a period to renew")).expect("applied");
    assert_eq!(b.dataset().periods.iter().next_back().map(|period| period.name.as_str()), Some("2023-2024"));
    assert_eq!(b.dataset().commitments.len(), 3, "without a number there is nothing to take over");
}

#[test]
fn without_a_last_day_there_is_nothing_to_renew() {
    let mut b = Build::empty();
    b.add(Periods, "2021", &[("starts", "2021-03-25")]);
    let mut random = || 7;
    assert!(b.look("2021-12-20", |lens| renew_period(lens, &mut Fresh::new(lens.dataset, &mut random))).is_none());
}

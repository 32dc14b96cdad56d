//! The curve of women rehoused, and the forecast of when the target is met.

use clefs::domain::relocation::Origin;
use clefs::indicators::{self, CaseRuling, Curve, Forecast, Rise, Span};

use super::two;
use crate::build::{Build, day};

fn curve(b: &Build, span: Span, as_of: &str) -> Curve {
    b.look(as_of, |lens| indicators::curve(lens, span, &indicators::progress(lens, span), Some(lens.as_of)))
        .expect("the span has days")
}

fn rise(iso: &str, total: u32) -> Rise {
    Rise { on: day(iso), total }
}

fn leased(b: &mut Build, name: &str, origin: &str, on: &str, children: &str) {
    let cells = [("origin", origin), ("landlord", "Alpha"), ("children", children), ("lease_signed", on)];
    b.case(name, &cells);
}

#[test]
fn each_line_rises_on_the_dates_of_its_leases() {
    let mut b = two();
    leased(&mut b, "R01", "referral", "2021-05-03", "2");
    leased(&mut b, "R02", "platform", "2021-05-03", "1");
    leased(&mut b, "R03", "referral", "2021-04-20", "0");
    leased(&mut b, "R04", "outside", "2021-04-21", "5");
    leased(&mut b, "R05", "referral", "2021-08-01", "1");
    leased(&mut b, "R06", "referral", "2022-01-10", "1");
    let drawn = curve(&b, b.period("2021"), "2021-07-09");
    assert_eq!(drawn.referral, [rise("2021-04-20", 1), rise("2021-05-03", 2)]);
    assert_eq!(drawn.in_all, [rise("2021-04-20", 1), rise("2021-05-03", 3)]);
    assert_eq!(drawn.children, None, "three women are fewer than a group");
    let later = curve(&b, Span::SinceStart, "2022-02-01");
    assert_eq!(later.referral.last(), Some(&rise("2022-01-10", 4)));
    assert_eq!(later.children, None, "five women of two years");
    assert!(later.ends >= day("2022-02-01"));
}

#[test]
fn a_curve_ends_at_the_regional_figure() {
    let dataset = clefs::sample::generate(41, 60, 7);
    let links = clefs::domain::lens::Links::of(&dataset);
    let view = indicators::view(&dataset, None, None, day("2021-07-09"));
    let lens = clefs::domain::lens::Lens::new(&dataset, &links, view.as_of);
    let progress = indicators::progress(&lens, view.span);
    let drawn = indicators::curve(&lens, view.span, &progress, Some(lens.as_of)).expect("the span has days");
    // Counted independently, from the verdicts.
    let rehoused = |origin: Option<Origin>| {
        let verdicts = dataset.relocations.iter().map(|case| indicators::case_verdict(&lens, case));
        let counts = verdicts.filter(|verdict| {
            let is_of = origin.map_or(verdict.origin != Origin::Outside, |origin| verdict.origin == origin);
            matches!(verdict.ruling, CaseRuling::Rehoused { on, .. } if is_of && view.span.holds(&dataset, on))
        });
        counts.collect::<Vec<_>>()
    };
    let last = |rises: &[Rise]| rises.last().map_or(0, |rise| rise.total as usize);
    assert_eq!(last(&drawn.referral), rehoused(Some(Origin::Referral)).len());
    assert_eq!(last(&drawn.in_all), rehoused(None).len());
    let children: u32 = rehoused(None).iter().map(|verdict| verdict.children).sum();
    let groups = drawn.children.expect("there are whole groups");
    // An incomplete group waits for a later day.
    let women = rehoused(None).len();
    assert!(last(&groups) <= children as usize && women - drawn.mothers.len() < drawn.group as usize);
    for rises in [&drawn.referral, &drawn.in_all, &groups] {
        assert!(rises.windows(2).all(|pair| pair[0].on < pair[1].on && pair[0].total < pair[1].total));
    }
}

#[test]
fn children_rise_in_groups_of_women_so_that_no_household_is_revealed() {
    let mut b = two();
    let days = ["2021-04-20", "2021-04-20", "2021-04-21", "2021-05-03", "2021-05-03", "2021-05-03"];
    for (n, on) in days.into_iter().enumerate() {
        leased(&mut b, &format!("R0{n}"), "referral", on, "1");
    }
    let drawn = |b: &Build| curve(b, b.period("2021"), "2021-12-31").children;
    // Five, never six: otherwise a late entry for 3 May would reveal one household.
    assert_eq!(drawn(&b), Some(vec![rise("2021-05-03", 5)]));
    for n in 6..9 {
        leased(&mut b, &format!("R0{n}"), "platform", "2021-06-01", "2");
    }
    // The sixth woman and three more are not a group: their children wait for a later day.
    assert_eq!(drawn(&b), Some(vec![rise("2021-05-03", 5)]));
    leased(&mut b, "R09", "referral", "2021-07-01", "2");
    assert_eq!(drawn(&b), Some(vec![rise("2021-05-03", 5), rise("2021-07-01", 14)]));
    leased(&mut b, "R10", "referral", "2021-07-01", "0");
    b.set(clefs::domain::schema::TableId::Convention, "Convention fictive", "threshold", "11");
    assert_eq!(drawn(&b), Some(vec![rise("2021-07-01", 14)]), "group size set by the convention");
}

#[test]
fn the_forecast_is_a_range_and_is_given_from_five_women_on() {
    let mut b = two();
    b.commitment("relocations", "2021", "", "13");
    for n in 0..4 {
        leased(&mut b, &format!("R0{n}"), "referral", "2021-05-03", "0");
    }
    let span = b.period("2021");
    let starts = curve(&b, span, "2021-12-31").starts;
    // Nine women within ten days.
    let tenth = starts.checked_add_days(chrono::Days::new(9)).expect("a day").to_string();
    for n in 0..4 {
        b.set(clefs::domain::schema::TableId::Relocations, &format!("R0{n}"), "lease_signed", &tenth);
    }
    assert_eq!(curve(&b, span, &tenth).forecast, None, "four women say nothing");
    for n in 4..9 {
        leased(&mut b, &format!("R0{n}"), "referral", &tenth, "0");
    }
    // Four remain; nine in ten days, plus or minus three: 4 × 10 / 12 and 4 × 10 / 6 days.
    let from = day(&tenth);
    let after = |days| from.checked_add_days(chrono::Days::new(days)).expect("a day");
    let expected = Forecast { earliest: after(4), latest: after(7) };
    assert_eq!(curve(&b, span, &tenth).forecast, Some(expected));
    for n in 10..14 {
        leased(&mut b, &format!("R{n}"), "referral", &tenth, "0");
    }
    assert_eq!(curve(&b, span, &tenth).forecast, None, "it is met");
}

//! Figures published in whole groups never differ by fewer women than a group has, neither between
//! two days nor between a period and the whole.

use clefs::domain::schema::Audience;
use clefs::indicators::Span;
use proptest::prelude::*;

use crate::build::Build;

/// A woman rehoused: days after 25 March 2021, days since her commission, and number of
/// children.
type Woman = (u16, u8, u8);

const THRESHOLD: usize = 5;
/// The days of the publications.
const PUBLISHED: [&str; 5] = ["2021-06-15", "2021-09-15", "2021-12-31", "2022-01-20", "2022-07-01"];

fn day(after: u16) -> String {
    let start = crate::build::day("2021-03-25");
    (start + chrono::Days::new(u64::from(after))).to_string()
}

fn convention(women: &[Woman]) -> Build {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    for (n, (on, waited, children)) in women.iter().enumerate() {
        let on = 30 + *on;
        let (signed, caleol) = (day(on), day(on - u16::from(*waited)));
        let dates = [("origin", "referral"), ("landlord", "Alpha"), ("lease_signed", &*signed), ("caleol", &*caleol)];
        b.case(&format!("C{n}"), &[&dates[..], &[("children", &*children.to_string())]].concat());
    }
    for on in PUBLISHED {
        b.publish(Span::SinceStart, on);
    }
    b
}

/// What is published for a day and span: women whose children are counted, their children, and
/// the delays from commission to lease.
fn published(b: &Build, as_of: &str, span: Span) -> (usize, u32, Vec<u32>) {
    let of = b.figures(span, as_of, Audience::Committee);
    let curve = of.curve().expect("the span has days");
    let children = curve.children.as_ref().and_then(|rises| rises.last()).map_or(0, |rise| rise.total);
    (curve.mothers.len(), children, of.delays()[3].closed.iter().map(|(days, _)| *days).collect())
}

fn is_few(n: usize) -> bool {
    (1..THRESHOLD).contains(&n)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_small_group_lies_between_two_days_or_a_period_and_the_whole(
        women in prop::collection::vec((0..400_u16, 0..30_u8, 0..6_u8), 0..40),
    ) {
        let b = convention(&women);
        let whole: Vec<_> = ["2021-06-15", "2021-09-15", "2022-01-20", "2022-07-01"]
            .iter()
            .map(|day| published(&b, day, Span::SinceStart))
            .collect();
        for (earlier, was) in whole.iter().enumerate() {
            prop_assert!(!is_few(was.0) && !is_few(was.2.len()));
            for is in &whole[earlier + 1..] {
                prop_assert!(!is_few(is.0 - was.0) && !is_few(is.2.len() - was.2.len()));
            }
        }
        let periods = [published(&b, "2021-12-31", b.period("2021")), published(&b, "2022-07-01", b.period("2022"))];
        let all = &whole[3];
        // One figure: the periods add up to what is read since the start.
        prop_assert_eq!(all.0, periods[0].0 + periods[1].0);
        prop_assert_eq!(all.1, periods[0].1 + periods[1].1);
        prop_assert_eq!(all.2.len(), periods[0].2.len() + periods[1].2.len());
    }
}

#[test]
fn the_last_woman_of_a_year_waits_for_her_group() {
    // Six in 2021, six in 2022: the sixth is in a group with four of 2022, and in neither year.
    let women: Vec<Woman> = (0..6).map(|n| (n, 5, 1)).chain((0..6).map(|n| (300 + n, 5, 2))).collect();
    let b = convention(&women);
    let of = |as_of, span| {
        let (women, children, delays) = published(&b, as_of, span);
        (women, children, delays.len())
    };
    assert_eq!(of("2021-12-31", b.period("2021")), (5, 5, 5));
    assert_eq!(of("2022-07-01", b.period("2022")), (0, 0, 0));
    assert_eq!(of("2022-07-01", Span::SinceStart), (5, 5, 5), "the sum of both years");
}

#[test]
fn a_late_entry_on_the_last_day_of_a_group_reveals_nothing() {
    let five: Vec<Woman> = (0..5).map(|n| (n, 5, 1)).collect();
    let late = [five.clone(), vec![(4, 20, 6)]].concat();
    let of = |women: &[Woman]| published(&convention(women), "2021-09-15", Span::SinceStart);
    assert_eq!(of(&five), (5, 5, vec![5; 5]));
    assert_eq!(of(&late), of(&five));
}

#[test]
fn groups_are_of_the_last_publication_and_before_the_first_there_are_none() {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    for n in 0..5 {
        let dates = [("origin", "referral"), ("landlord", "Alpha"), ("lease_signed", "2021-05-10")];
        b.case(&format!("C{n}"), &[&dates[..], &[("caleol", "2021-05-01"), ("children", "2")]].concat());
    }
    let of = |b: &Build, as_of| {
        let (women, children, delays) = published(b, as_of, Span::SinceStart);
        (women, children, delays.len())
    };
    assert_eq!(of(&b, "2021-06-15"), (0, 0, 0));
    b.publish(Span::SinceStart, "2021-06-15");
    assert_eq!(of(&b, "2021-06-15"), (5, 10, 5));
    assert_eq!(of(&b, "2021-06-14"), (0, 0, 0), "it shows no earlier day");
    for n in 5..10 {
        let dates = [("origin", "referral"), ("landlord", "Alpha"), ("lease_signed", "2021-07-10")];
        b.case(&format!("C{n}"), &[&dates[..], &[("caleol", "2021-07-01"), ("children", "1")]].concat());
    }
    assert_eq!(of(&b, "2021-09-01"), (5, 10, 5), "what came since waits for the next one");
    b.publish(Span::SinceStart, "2021-09-15");
    assert_eq!(of(&b, "2021-09-15"), (10, 15, 10));
    let office = b.figures(Span::SinceStart, "2021-09-01", Audience::Office);
    assert_eq!(office.delays()[3].closed.len(), 10, "the office reads all");
}

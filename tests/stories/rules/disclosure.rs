//! Disclosure control: no small number of persons, and no change of one, can be inferred from all that is published; and
//! what is published is of use.

use std::collections::BTreeMap;

use clefs::domain::schema::{Audience, TableId};
use clefs::indicators::{By, Level, NeedsCell, PlaceKey, Span, Tally, Wish};
use proptest::prelude::*;

use super::attacker::{Seen, attack};
use crate::build::{Build, day};

/// A woman: dwelling type, territory, and when she was referred, completed her file and left, in
/// months since March 2021.
pub type Woman = (&'static str, &'static str, usize, Option<usize>, Option<usize>);

/// The default base.
const BASE: i64 = 5;
pub const DAYS: [&str; 4] = ["2021-06-15", "2021-09-15", "2021-12-15", "2022-01-20"];
/// The days on which figures are published: those of the committees, and the end of a period.
pub const RELEASED: [&str; 5] = ["2021-06-15", "2021-09-15", "2021-12-15", "2021-12-31", "2022-01-20"];

pub fn any_woman() -> impl Strategy<Value = Woman> {
    let dwelling = prop::sample::select(vec!["", "T2", "T3", "T3", "T4"]);
    // Lille, Dunkerque and Valenciennes (59), Lens (62), Amiens (80), and wider areas.
    let places = ["", "d59", "e200093201", "e245900428", "e200042190", "e246200364", "e248000531"];
    let place = prop::sample::select(places.to_vec());
    (dwelling, place, 0..11_usize, prop::option::of(1..6_usize), prop::option::of(1..9_usize))
}

pub fn month(index: usize) -> String {
    let index = index.min(10) + 3;
    format!("{}-{:02}-02", 2021 + (index - 1) / 12, (index - 1) % 12 + 1)
}

/// A convention with committees in June, September, December and January, before any publication.
pub fn convention(women: &[Woman]) -> Build {
    let mut b = Build::new();
    for (place, held_on) in DAYS.iter().enumerate() {
        let state = if place % 2 == 0 { "held" } else { "planned" };
        b.add(TableId::Committees, "", &[("held_on", held_on), ("state", state)]);
    }
    for (place, (dwelling, wanted, came, file, left)) in women.iter().enumerate() {
        let later = |after: &Option<usize>| after.map(|after| month(came + after)).unwrap_or_default();
        let (came, file, left) = (month(*came), later(file), later(left));
        let cells = [("need_spotted", &*came), ("dwellings", *dwelling), ("wanted", *wanted)];
        let dates = [("origin", "referral"), ("file_complete", &*file), ("exited", &*left)];
        b.case(&format!("C{place}"), &[&cells[..], &dates].concat());
    }
    b
}

/// One table over time: as published, with the exact counts.
#[derive(Default)]
pub struct Table {
    days: BTreeMap<chrono::NaiveDate, (Seen, Vec<i64>)>,
    pub is_growing: bool,
}

fn number(n: impl TryInto<i64>) -> i64 {
    n.try_into().unwrap_or_else(|_| panic!("a small number"))
}

/// All that others than the office ever read, by table.
pub fn published(b: &Build, days: &[&str]) -> BTreeMap<String, Table> {
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    for as_of in days {
        for span in [Span::SinceStart, b.period("2021"), b.period("2022")] {
            let of = b.figures(span, as_of, Audience::Committee);
            needs(b, of.release().day, of.release(), &mut tables);
        }
    }
    let released: std::collections::BTreeSet<_> = b.dataset().publications.iter().filter_map(|it| it.day).collect();
    for as_of in released {
        for name in ["2021", "2022"] {
            by_departement(b, (b.period(name), name), &as_of.to_string(), &mut tables);
        }
    }
    tables
}

/// The tables of those who wait: by type, and by département.
pub fn needs(
    b: &Build,
    on: chrono::NaiveDate,
    release: &clefs::indicators::Release,
    tables: &mut BTreeMap<String, Table>,
) {
    let exact = b.figures(Span::SinceStart, &on.to_string(), Audience::Office).release().clone();
    let total = exact.cell((None, None)).map_or(0, |cell| number(cell.waiting));
    let class = |wish: Wish| match wish {
        Wish::One(dwelling) if dwelling.key() < "T3" => Wish::Small,
        Wish::One(dwelling) if dwelling.key() > "T3" => Wish::Large,
        other => other,
    };
    let sum = |holds: &dyn Fn(Wish, PlaceKey) -> bool| -> i64 {
        let pairs = exact.wishes.iter().flat_map(|wish| exact.places.iter().map(move |place| (*wish, *place)));
        let here = pairs.filter(|(wish, place)| holds(*wish, *place));
        here.filter_map(|(wish, place)| exact.cell((Some(wish), Some(place)))).map(|cell| number(cell.waiting)).sum()
    };
    let figure = |cell: Option<&NeedsCell>| number(cell.expect("a cell").waiting);
    if !release.wishes.is_empty() {
        let figures = release.wishes.iter().map(|wish| figure(release.cell((Some(*wish), None)))).collect();
        let counts = release.wishes.iter().map(|of| sum(&|wish, _| class(wish) == *of)).collect();
        let table = tables.entry("types".to_owned()).or_default();
        table.days.insert(on, (Seen { figures, total }, counts));
    }
    if !release.places.is_empty() {
        let figures = release.places.iter().map(|place| figure(release.cell((None, Some(*place))))).collect();
        let counts = release.places.iter().map(|of| sum(&|_, place| place.departement() == of.departement())).collect();
        let table = tables.entry("places".to_owned()).or_default();
        table.days.insert(on, (Seen { figures, total }, counts));
    }
}

pub fn by_departement(b: &Build, (span, name): (Span, &str), as_of: &str, tables: &mut BTreeMap<String, Table>) {
    let read = |audience| b.figures(span, as_of, audience).breakdown(By::Departement).clone();
    let (others, exact) = (read(Audience::Committee), read(Audience::Office));
    for tally in [Tally::Needs, Tally::Files] {
        let figures: Option<Vec<_>> = others.groups.iter().map(|(_, of)| of.published(tally).map(number)).collect();
        let Some(figures) = figures else { continue };
        let counts: Vec<i64> = exact.groups.iter().map(|(_, of)| number(of.of(tally).n())).collect();
        let table = tables.entry(format!("{} {name}", tally.key())).or_default();
        table.is_growing = true;
        // The figures are those of the first day on which they stood.
        if table.days.values().next_back().is_none_or(|(seen, _)| seen.figures != figures) {
            table.days.insert(day(as_of), (Seen { figures, total: counts.iter().sum() }, counts));
        }
    }
}

/// Small counts, and changes of one, that the attacker finds out.
pub fn found_out(tables: &BTreeMap<String, Table>) -> Vec<String> {
    let mut out = Vec::new();
    for (name, table) in tables {
        let seen: Vec<Seen> = table.days.values().map(|(seen, _)| seen.clone()).collect();
        let found = attack(BASE, &seen, table.is_growing);
        let counts: Vec<&Vec<i64>> = table.days.values().map(|(_, counts)| counts).collect();
        for (ranges, counts) in found.counts.iter().zip(&counts) {
            for (range, count) in ranges.iter().zip(*counts) {
                assert!(range.contains(count), "{name}: the attacker is wrong: {count} is not in {range:?}");
                if range.start() == range.end() && (1..BASE).contains(count) {
                    out.push(format!("{name}: {count} in {seen:?}"));
                }
            }
        }
        for (ranges, pair) in found.changes.iter().zip(counts.windows(2)) {
            for (at, range) in ranges.iter().enumerate() {
                let change = pair[1][at] - pair[0][at];
                if range.start() == range.end() && change.abs() == 1 {
                    out.push(format!("{name}: a change of {change} in {seen:?}"));
                }
            }
        }
    }
    out
}

/// So many conventions, or by hand (`CLEFS_ATTACKS=10`) so many times as many.
pub fn times(conventions: u32) -> u32 {
    conventions * by_hand().unwrap_or(1)
}

fn by_hand() -> Option<u32> {
    std::env::var("CLEFS_ATTACKS").ok()?.parse().ok()
}

/// Women in the largest convention.
fn largest() -> usize {
    if by_hand().is_some() { 1200 } else { 400 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: times(700), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_small_number_and_no_single_woman_can_be_inferred(women in prop::collection::vec(any_woman(), 0..120)) {
        let mut b = convention(&women);
        for day in RELEASED {
            b.publish(Span::SinceStart, day);
        }
        let found = found_out(&published(&b, &RELEASED));
        prop_assert!(found.is_empty(), "{found:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: times(60), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nor_in_a_large_convention_asked_for_many_days(women in prop::collection::vec(any_woman(), 120..largest())) {
        let days: Vec<String> = (0..11).flat_map(|at| [month(at), month(at).replace("-02", "-17")]).collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        let mut b = convention(&women);
        // A publication every other time, and one more that comes late.
        days.iter().step_by(2).for_each(|day| b.publish(Span::SinceStart, day));
        b.publish(Span::SinceStart, days[5]);
        let found = found_out(&published(&b, &days));
        prop_assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn another_day_shows_the_last_release_and_says_of_which_day() {
    let women = vec![("T3", "d59", 1, None, None); 30];
    let mut b = convention(&women);
    b.publish(Span::SinceStart, DAYS[0]);
    let release = |as_of| b.figures(Span::SinceStart, as_of, Audience::Committee).release().clone();
    assert_eq!((release("2021-08-01").day, release("2021-08-01").is_of_day), (day(DAYS[0]), false));
    assert!(release(DAYS[0]).is_of_day);
    // Before the first one there is only the total.
    let before = release("2021-05-01");
    assert_eq!((before.level, before.cell((None, None)).map(|cell| cell.waiting)), (Level::Total, Some(30)));
    assert!(before.wishes.is_empty() && before.places.is_empty());
}

#[test]
fn five_referrals_of_one_woman_are_one_woman() {
    let mut b = convention(&[("T3", "d59", 0, None, None); 1]);
    for n in 0..5 {
        b.landlord(&format!("Bailleur {n}"), &[]);
        b.referral("C0", &format!("Bailleur {n}"), &[("asked_on", "2021-04-10")]);
    }
    let breakdown = b.figures(Span::SinceStart, DAYS[0], Audience::Office).breakdown(By::Departement).clone();
    assert_eq!(breakdown.all.of(Tally::Referrals).n(), 1);
}

/// Numbers that look random, without randomness.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }
}

#[test]
fn at_the_size_of_the_region_committees_read_types_or_territories_close_to_the_counts() {
    let (mut shown, mut all, mut errors, mut figures) = (0, 0, 0.0, 0);
    for seed in 0..24 {
        let mut dice = Dice(seed);
        let mut b = Build::new();
        for held_on in DAYS {
            b.add(TableId::Committees, "", &[("held_on", held_on), ("state", "held")]);
        }
        // 60 to 120 needs a year, half of them in the Nord.
        for n in 0..60 + dice.roll(61) {
            let place = dice.pick(&["d59", "d59", "d59", "d59", "d59", "d62", "d62", "d62", "d80", "d60", "d02"]);
            let dwelling = dice.pick(&["T1", "T2", "T2", "T3", "T3", "T3", "T4", "T4", "T5"]);
            let came = day("2021-03-25") + chrono::Days::new(dice.roll(300) as u64);
            let left = came + chrono::Days::new(60 + dice.roll(240) as u64);
            let (came, left) = (came.to_string(), left.to_string());
            let cells = [("need_spotted", &*came), ("dwellings", dwelling), ("wanted", place)];
            b.case(&format!("C{n}"), &[&cells[..], &[("origin", "referral"), ("exited", &*left)]].concat());
        }
        for as_of in &DAYS[1..] {
            all += 1;
            b.publish(Span::SinceStart, as_of);
            let tables = published(&b, &[as_of]);
            let of = |name: &str| tables.get(name).and_then(|table| table.days.values().next_back());
            shown += usize::from(of("types").is_some() || of("places").is_some());
            for (seen, counts) in ["types", "places"].into_iter().filter_map(of) {
                for (figure, count) in seen.figures.iter().zip(counts) {
                    errors += (figure - count).abs() as f64;
                    figures += 1;
                }
            }
        }
    }
    println!("{shown} of {all} committees; {figures} figures, mean error {:.2}", errors / f64::from(figures));
    assert!(shown * 10 >= all * 9, "{shown} of {all}");
    assert!(errors / f64::from(figures) <= 2.5);
}

#[test]
fn a_table_that_stayed_behind_is_not_shown_beside_the_total_of_another_day() {
    // In December the types may move, the territories may not: too few are elsewhere than in the Nord.
    let waits = |dwelling, wanted, came, times| vec![(dwelling, wanted, came, None, None); times];
    let women = [
        waits("", "d59", 0, 11),
        waits("", "", 0, 4),
        waits("T3", "d59", 0, 2),
        waits("", "", 4, 2),
        waits("", "d59", 4, 2),
        waits("", "d59", 7, 3),
        waits("", "", 7, 1),
        waits("T3", "d59", 7, 3),
    ];
    let mut b = convention(&women.concat());
    for day in RELEASED {
        b.publish(Span::SinceStart, day);
    }
    let release = |as_of| b.figures(Span::SinceStart, as_of, Audience::Committee).release().clone();
    let shown = |as_of| (release(as_of).day, !release(as_of).wishes.is_empty(), !release(as_of).places.is_empty());
    assert_eq!(shown("2021-06-15"), (day("2021-06-15"), true, true));
    assert_eq!(shown("2021-12-15"), (day("2021-12-15"), true, false));
    assert_eq!(found_out(&published(&b, &RELEASED)), Vec::<String>::new());
}

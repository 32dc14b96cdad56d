//! Disclosure control: no small number of persons can be inferred from what is published, neither
//! by addition and subtraction nor by differencing with earlier committees.

mod by_hand;

use std::collections::BTreeMap;

use clefs::domain::schema::{Audience, TableId};
use clefs::indicators::{Breakdown, By, CellKey, GroupKey, Level, NeedsCell, PlaceKey, Release, Span, Tally, Wish};
use proptest::prelude::*;

use super::attacker::Attacker;
use crate::build::Build;

/// A woman: dwelling type, territory, and when she was referred, completed her file and left, in
/// months since March 2021.
type Woman = (&'static str, &'static str, usize, Option<usize>, Option<usize>);

/// The default threshold.
const THRESHOLD: i64 = 5;
const DAYS: [&str; 4] = ["2021-06-15", "2021-09-15", "2021-12-15", "2022-01-20"];
const MOST: i64 = 200;

fn any_woman() -> impl Strategy<Value = Woman> {
    let dwelling = prop::sample::select(vec!["", "T2", "T3", "T3", "T4"]);
    // Lille, Dunkerque and Valenciennes (59), Lens (62), Amiens (80), and wider areas.
    let places = ["", "d59", "e200093201", "e245900428", "e200042190", "e246200364", "e248000531"];
    let place = prop::sample::select(places.to_vec());
    (dwelling, place, 0..11_usize, prop::option::of(1..6_usize), prop::option::of(1..9_usize))
}

fn month(index: usize) -> String {
    let index = index.min(10) + 3;
    format!("{}-{:02}-02", 2021 + (index - 1) / 12, (index - 1) % 12 + 1)
}

/// A convention with committees in June, September and December.
fn convention(women: &[Woman]) -> Build {
    let mut b = Build::new();
    for held_on in &DAYS[..3] {
        b.add(TableId::Committees, "", &[("held_on", held_on), ("state", "held")]);
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

fn released(b: &Build, as_of: &str, audience: Audience) -> Release {
    b.figures(Span::SinceStart, as_of, audience).release().clone()
}

/// What the committee sees by département.
fn by_departement_on(b: &Build, as_of: &str, span: Span) -> Breakdown {
    b.figures(span, as_of, Audience::Committee).breakdown(By::Departement).clone()
}

/// A release as the attacker models it: one number per figure.
struct Puzzle {
    attacker: Attacker,
    numbers: BTreeMap<CellKey, usize>,
}

impl Puzzle {
    fn of(release: &Release) -> Self {
        let mut puzzle = Self { attacker: Attacker::default(), numbers: BTreeMap::new() };
        let published = |key| release.cell(key).map_or(Some(0), |cell| cell.published().map(i64::from));
        let wishes = || release.wishes.iter().map(|wish| Some(*wish));
        let places = || release.places.iter().map(|place| Some(*place));
        let has = |level: Level| release.level <= level;
        let mut keys: Vec<CellKey> = vec![(None, None)];
        if has(Level::Types) {
            keys.extend(wishes().map(|wish| (wish, None)));
        }
        if has(Level::Apart) {
            keys.extend(places().map(|place| (None, place)));
        }
        if has(Level::Departement) {
            keys.extend(wishes().flat_map(|wish| places().map(move |place| (wish, place))));
        }
        for key in keys {
            let number = puzzle.attacker.number(published(key), MOST);
            puzzle.numbers.insert(key, number);
        }
        let at = |key: CellKey| puzzle.numbers[&key];
        let mut sums: Vec<(Vec<usize>, usize)> = Vec::new();
        if has(Level::Types) {
            sums.push((wishes().map(|wish| at((wish, None))).collect(), at((None, None))));
        }
        if has(Level::Apart) {
            sums.push((places().map(|place| at((None, place))).collect(), at((None, None))));
        }
        if has(Level::Departement) {
            sums.extend(wishes().map(|wish| (places().map(|place| at((wish, place))).collect(), at((wish, None)))));
            sums.extend(places().map(|place| (wishes().map(|wish| at((wish, place))).collect(), at((None, place)))));
        }
        for (parts, total) in sums {
            puzzle.attacker.adds_up(parts, total);
        }
        puzzle
    }

    /// Whether a figure can be zero as well as large enough.
    fn hides(&self, number: usize) -> bool {
        self.attacker.can_be(number, (THRESHOLD, MOST)) || self.attacker.can_be(number, (0, 0))
    }
}

/// What one who reads a release knows of each type and département, where the places are closer.
fn by_departement(release: &Release) -> BTreeMap<(Option<Wish>, PlaceKey), i64> {
    let mut known = BTreeMap::new();
    for wish in release.wishes.iter().map(|wish| Some(*wish)).chain([None]) {
        let mut of: BTreeMap<PlaceKey, Option<i64>> = BTreeMap::new();
        for place in &release.places {
            let whole = match place {
                PlaceKey::Location(location) => PlaceKey::Departement(location.departement),
                PlaceKey::Departement(_) => *place,
            };
            if release.level == Level::Apart && wish.is_some() {
                continue;
            }
            let published = release.cell((wish, Some(*place))).map_or(Some(0), NeedsCell::published);
            let sum = of.entry(whole).or_insert(Some(0));
            *sum = sum.zip(published).map(|(sum, published)| sum + i64::from(published));
        }
        known.extend(of.into_iter().filter_map(|(place, sum)| Some(((wish, place), sum?))));
    }
    known
}

fn how_many(n: usize) -> i64 {
    i64::try_from(n).expect("a small number")
}

fn is_small(n: i64) -> bool {
    (1..THRESHOLD).contains(&n.abs())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_small_number_of_women_waiting_can_be_inferred(women in prop::collection::vec(any_woman(), 0..90)) {
        let b = convention(&women);
        let releases: Vec<Release> = DAYS.iter().map(|day| released(&b, day, Audience::Committee)).collect();
        let puzzles: Vec<Puzzle> = releases.iter().map(Puzzle::of).collect();
        for (release, puzzle) in releases.iter().zip(&puzzles) {
            for (key, number) in puzzle.numbers.iter().filter(|(key, _)| **key != (None, None)) {
                let cell = release.cell(*key);
                let value = cell.map_or(0, |cell| how_many(cell.needs.n()));
                prop_assert!(!is_small(value) || cell.is_some_and(|cell| cell.is_suppressed), "{key:?} is said");
                if is_small(value) {
                    prop_assert!(puzzle.hides(*number), "{key:?} of {value} is inferred from {release:?}");
                    // A type or territory is listed because someone is there: zero is not a plausible value.
                    let is_whole = key.0.is_none() || key.1.is_none();
                    let may_be_many = puzzle.attacker.can_be(*number, (THRESHOLD, MOST));
                    prop_assert!(!is_whole || may_be_many, "{key:?} of {value} is known to be small");
                }
            }
        }
        // Differencing of two committees: how many came or left between them.
        for (later, release) in releases.iter().enumerate() {
            for (earlier, before) in releases[..later].iter().enumerate() {
                for (key, number) in puzzles[later].numbers.iter().filter(|(key, _)| **key != (None, None)) {
                    if !puzzles[earlier].numbers.contains_key(key) {
                        continue;
                    }
                    let said = |release: &Release| release.cell(*key).map_or(Some(0), NeedsCell::published);
                    match (said(before), said(release)) {
                        (Some(was), Some(is)) => {
                            prop_assert!(!is_small(i64::from(is) - i64::from(was)), "{key:?}: {was}, then {is}");
                        }
                        (Some(was), None) => {
                            let was = i64::from(was);
                            let puzzle = &puzzles[later].attacker;
                            let hides = puzzle.can_be(*number, (was, was))
                                || puzzle.can_be(*number, (was + THRESHOLD, MOST))
                                || puzzle.can_be(*number, (0, was - THRESHOLD));
                            prop_assert!(hides, "{key:?} was {was}");
                        }
                        _ => {}
                    }
                }
                let (was, is) = (by_departement(before), by_departement(release));
                for (key, is) in is {
                    if let Some(was) = was.get(&key) {
                        prop_assert!(!is_small(is - was), "{key:?}: {was}, then {is}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_small_number_in_a_departement_can_be_inferred(women in prop::collection::vec(any_woman(), 0..90)) {
        let b = convention(&women);
        let breakdowns: Vec<Breakdown> = DAYS.iter().map(|day| by_departement_on(&b, day, Span::SinceStart)).collect();
        for tally in [Tally::Needs, Tally::Files] {
            let figures = |breakdown: &Breakdown| -> BTreeMap<GroupKey, (i64, bool)> {
                let groups = breakdown.groups.iter();
                groups.map(|(of, t)| (*of, (how_many(t.of(tally).n()), t.is_suppressed(tally)))).collect()
            };
            let last = figures(&breakdowns[3]);
            for earlier in 0..3 {
                let was = figures(&breakdowns[earlier]);
                let mut attacker = Attacker::default();
                let total = |at: usize, attacker: &mut Attacker| {
                    attacker.number(Some(how_many(breakdowns[at].all.of(tally).n())), MOST)
                };
                let totals = [total(earlier, &mut attacker), total(3, &mut attacker)];
                let mut columns = Vec::new();
                for (of, (is, is_suppressed)) in &last {
                    // A département without any at the time is a zero that everyone reads.
                    let (was, was_held) = was.get(of).copied().unwrap_or((0, false));
                    let before = attacker.number((!was_held).then_some(was), MOST);
                    let now = attacker.number((!is_suppressed).then_some(*is), MOST);
                    let came = attacker.number(None, MOST);
                    attacker.adds_up([before, came], now);
                    columns.push((of, [(before, was), (now, *is), (came, is - was)]));
                }
                for (at, total) in totals.into_iter().enumerate() {
                    attacker.adds_up(columns.iter().map(|(_, numbers)| numbers[at].0), total);
                }
                for (of, numbers) in columns {
                    for (number, value) in numbers.into_iter().filter(|(_, value)| is_small(*value)) {
                        let hides = attacker.can_be(number, (0, 0)) || attacker.can_be(number, (THRESHOLD, MOST));
                        prop_assert!(hides, "{value} of {of:?} is inferred at {}", DAYS[earlier]);
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_small_number_can_be_inferred_from_a_period_and_the_whole(women in prop::collection::vec(any_woman(), 0..90)) {
        let b = convention(&women);
        let at = |day: &str, span: Span| by_departement_on(&b, day, span);
        let spans = [at("2021-12-31", b.period("2021")), at(DAYS[3], b.period("2022")), at(DAYS[3], Span::SinceStart)];
        for tally in [Tally::Needs, Tally::Files] {
            let mut attacker = Attacker::default();
            let totals = spans.each_ref().map(|of| attacker.number(Some(how_many(of.all.of(tally).n())), MOST));
            let (mut numbers, mut hidden) = (Vec::new(), Vec::new());
            for place in 0..spans[0].groups.len() {
                let column = spans.each_ref().map(|span| {
                    let tallies = &span.groups[place].1;
                    let value = how_many(tallies.of(tally).n());
                    (attacker.number((!tallies.is_suppressed(tally)).then_some(value), MOST), value)
                });
                // What came before the first period is only in the whole.
                let outside = attacker.number(None, MOST);
                attacker.adds_up([column[0].0, column[1].0, outside], column[2].0);
                hidden.push((outside, column[2].1 - column[0].1 - column[1].1));
                numbers.push(column);
            }
            for (span, total) in totals.into_iter().enumerate() {
                attacker.adds_up(numbers.iter().map(|column| column[span].0), total);
            }
            let all = numbers.into_iter().flatten().chain(hidden);
            for (number, value) in all.filter(|(_, value)| is_small(*value)) {
                let hides = attacker.can_be(number, (0, 0)) || attacker.can_be(number, (THRESHOLD, MOST));
                prop_assert!(hides, "{value} is inferred");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_small_difference_of_two_columns_can_be_inferred(women in prop::collection::vec(any_woman(), 0..90)) {
        let b = convention(&women);
        for day in &DAYS[1..] {
            let breakdown = by_departement_on(&b, day, Span::SinceStart);
            let mut attacker = Attacker::default();
            let columns = [Tally::Needs, Tally::Files];
            let totals = columns.map(|tally| attacker.number(Some(how_many(breakdown.all.of(tally).n())), MOST));
            let mut rows = Vec::new();
            for (_, tallies) in &breakdown.groups {
                let [needs, files] = columns.map(|tally| {
                    let value = how_many(tallies.of(tally).n());
                    (attacker.number((!tallies.is_suppressed(tally)).then_some(value), MOST), value)
                });
                // A file can be complete only after the need was identified.
                let without = attacker.number(None, MOST);
                attacker.adds_up([files.0, without], needs.0);
                rows.push([needs, files, (without, needs.1 - files.1)]);
            }
            for (column, total) in totals.into_iter().enumerate() {
                attacker.adds_up(rows.iter().map(|row| row[column].0), total);
            }
            for (number, value) in rows.into_iter().flatten().filter(|(_, value)| is_small(*value)) {
                let hides = attacker.can_be(number, (0, 0)) || attacker.can_be(number, (THRESHOLD, MOST));
                prop_assert!(hides, "{value} is inferred on {day}");
            }
        }
    }
}

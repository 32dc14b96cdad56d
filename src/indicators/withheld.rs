//! Which figures of départements are held back, of those that only grow within a span.
//!
//! Owns what they are held against: what was said at the committees before, the periods of the whole,
//! and each other. Solves nothing itself (`disclosure`).

use chrono::NaiveDate;

use crate::domain::convention::Period;
use crate::domain::lens::Lens;

use super::breakdown::Of;
use super::disclosure::{Figure, Secret, Shown, Want, protect};
use super::events::{Event, Tally, firsts};
use super::movement::published_days;
use super::span::Span;

/// What is held back of each tally, of each of these départements, on the lens's day: given what was
/// said at each committee before, and given the other tallies. Figures of a span only grow, so that
/// what came since is a figure as well; so is how many women are not as far as others.
/// `waiting` is how many wait in each.
pub(super) fn held(
    lens: &Lens,
    span: Span,
    of: &[Of],
    (events, waiting): (&[Vec<Event>], &[u32]),
    rule: Rule,
) -> Vec<Vec<bool>> {
    let each = days(events, of, |_| true);
    let periods = lens.dataset.periods.iter().filter(|_| span == Span::SinceStart);
    // The last part is what is in no period.
    let parts = periods.map(Some).chain((span == Span::SinceStart).then_some(None));
    let is_in = |part: Option<&Period>, on| match part {
        Some(period) => period.contains(on),
        None => !lens.dataset.periods.iter().any(|period| period.contains(on)),
    };
    let parts: Vec<Part> =
        parts.map(|period| Part { period, each: days(events, of, |on| is_in(period, on)) }).collect();
    let mut held = held_of(lens, (&each, &parts), rule);
    exits(lens, &each, waiting, rule, &mut held);
    held
}

/// How few are too few, and what chooses among partners.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    pub threshold: u32,
    pub secret: Secret,
}

/// Who was spotted, does not wait any more and was not rehoused has left: how many did follows where
/// the number of those who wait is known, and how many left in all is said elsewhere.
fn exits(lens: &Lens, each: &[Days], waiting: &[u32], rule: Rule, held: &mut [Vec<bool>]) {
    let (needs, rehoused) = (Tally::Needs as usize, Tally::Rehoused as usize);
    let counts = |tally: usize| each[tally].iter().map(|days| by(days, lens.as_of));
    let without = counts(needs).zip(waiting).map(|(needs, waiting)| needs.saturating_sub(*waiting));
    let mut now = [
        Said { counts: without.collect(), held: held[needs].clone() },
        Said { counts: counts(rehoused).collect(), held: held[rehoused].clone() },
    ];
    nest(&mut now, (0, 1), rule);
    let [without, some] = now;
    (held[needs], held[rehoused]) = (without.held, some.held);
    for (held, days) in held.iter_mut().zip(each) {
        hold_nobody(held, days.iter().map(|days| by(days, lens.as_of)));
    }
}

/// Where something is held back, that there is nobody is held back as well: what is left would be
/// somebody.
fn hold_nobody(held: &mut [bool], counts: impl Iterator<Item = u32>) {
    if held.contains(&true) {
        held.iter_mut().zip(counts).for_each(|(held, count)| *held |= count == 0);
    }
}

/// The days on which women first counted, in their order, of each département.
type Days = Vec<Vec<NaiveDate>>;

/// A part of the whole: a period, or what is in none.
struct Part<'a> {
    period: Option<&'a Period>,
    each: Vec<Days>,
}

/// The days of each tally, of the events of some days.
fn days(events: &[Vec<Event>], of: &[Of], is_in: impl Fn(NaiveDate) -> bool) -> Vec<Days> {
    let of_tally = |events: &Vec<Event>| {
        let mut days: Days = of.iter().map(|_| Vec::new()).collect();
        for event in firsts(events.iter().filter(|event| is_in(event.on))) {
            if let Some(place) = of.iter().position(|of| *of == event.of) {
                days[place].push(event.on);
            }
        }
        days
    };
    events.iter().map(of_tally).collect()
}

/// How many counted by a day.
fn by(days: &[NaiveDate], day: NaiveDate) -> u32 {
    u32::try_from(days.partition_point(|on| *on <= day)).unwrap_or(u32::MAX)
}

fn held_of(lens: &Lens, (each, parts): (&[Days], &[Part]), rule: Rule) -> Vec<Vec<bool>> {
    let mut said: Vec<Vec<Said>> = each.iter().map(|_| Vec::new()).collect();
    for day in published_days(lens).into_iter().chain([lens.as_of]) {
        let mut forced: Vec<Vec<bool>> = each.iter().map(|days| vec![false; days.len()]).collect();
        force_parts(&lens.at(day), (each, parts), rule, &mut forced);
        let mut now: Vec<Said> = Vec::new();
        for ((days, before), forced) in each.iter().zip(&said).zip(forced) {
            let counts = days.iter().map(|days| by(days, day)).collect();
            now.push(Said { counts, held: forced }.given(before, rule));
        }
        for (whole, part) in NESTED {
            nest(&mut now, (whole as usize, part as usize), rule);
        }
        for (said, mut now) in said.iter_mut().zip(now) {
            hold_nobody(&mut now.held, now.counts.iter().copied());
            said.push(now);
        }
    }
    said.into_iter().map(|mut said| said.pop().map(|last| last.held).unwrap_or_default()).collect()
}

/// Tallies of women of whom those of the second are among those of the first.
const NESTED: [(Tally, Tally); 8] = [
    (Tally::Needs, Tally::Referrals),
    (Tally::Needs, Tally::Files),
    (Tally::Needs, Tally::Proposals),
    (Tally::Needs, Tally::Rehoused),
    (Tally::Referrals, Tally::Proposals),
    (Tally::Files, Tally::Rehoused),
    (Tally::Proposals, Tally::Refusals),
    (Tally::Proposals, Tally::Rehoused),
];

/// What is held back of a period, or of what is in none, is held back since the start: the other
/// parts would give it. Where a woman counts in two of them, their sum is more than the whole: where
/// a few women do, the whole is held back.
fn force_parts(lens: &Lens, (each, parts): (&[Days], &[Part]), rule: Rule, forced: &mut [Vec<bool>]) {
    let is_begun =
        |part: &&Part| part.period.is_none_or(|period| period.starts.is_some_and(|starts| starts <= lens.as_of));
    for part in parts.iter().filter(is_begun) {
        let ends = part.period.and_then(|period| period.ends).unwrap_or(lens.as_of);
        let held = held_of(&lens.at(ends.min(lens.as_of)), (&part.each, &[]), rule);
        for (forced, held) in forced.iter_mut().zip(held) {
            for (forced, held) in forced.iter_mut().zip(held) {
                *forced |= held;
            }
        }
    }
    for (tally, (whole, forced)) in each.iter().zip(forced).enumerate() {
        let is_few = |(place, days): (usize, &Vec<NaiveDate>)| {
            let sum: u32 = parts.iter().map(|part| by(&part.each[tally][place], lens.as_of)).sum();
            (1..rule.threshold).contains(&sum.saturating_sub(by(days, lens.as_of)))
        };
        if whole.iter().enumerate().any(is_few) {
            forced.fill(true);
        }
    }
}

/// Holds back what would say how many women of a tally are not among those of another. Where the
/// second is no part of the first (in a period they may be others), there is nothing to compare.
fn nest(now: &mut [Said], (whole, part): (usize, usize), rule: Rule) {
    let pairs = || now[whole].counts.iter().zip(&now[part].counts);
    if pairs().any(|(whole, part)| part > whole) {
        return;
    }
    let rows: Vec<Row> = (0..now[whole].counts.len())
        .map(|place| {
            let shown = |of: &Said| if of.held[place] { Shown::Held } else { Shown::Said };
            let (all, some) = (&now[whole], &now[part]);
            let left = all.counts[place] - some.counts[place];
            [(some.counts[place], shown(some)), (left, Shown::Held), (all.counts[place], shown(all))]
        })
        .collect();
    let Some(held) = hold_back(&rows, rule, true) else {
        // Without anything of the part there is nothing to compare; but what is small stays small.
        now[part].held.fill(true);
        let is_small_said = |(n, held): (&u32, &bool)| (1..rule.threshold).contains(n) && !held;
        if now[whole].counts.iter().zip(&now[whole].held).any(is_small_said) {
            now[whole].held.fill(true);
        }
        return;
    };
    for (place, [is_part_held, _, is_whole_held]) in held.into_iter().enumerate() {
        now[part].held[place] |= is_part_held;
        now[whole].held[place] |= is_whole_held;
    }
}

/// What is said of each département on a day, in their order.
#[derive(Default)]
struct Said {
    counts: Vec<u32>,
    held: Vec<bool>,
}

/// Two figures and what they add up to, of one département.
type Row = [(u32, Shown); 3];

impl Said {
    /// What may be said given what was: with each day before, the two of them make a table of what
    /// there was, what came since, and what there is.
    fn given(mut self, before: &[Self], rule: Rule) -> Self {
        let nothing = Self { counts: vec![0; self.counts.len()], held: vec![false; self.counts.len()] };
        let days = if before.is_empty() { std::slice::from_ref(&nothing) } else { before };
        for day in days {
            let rows: Vec<Row> = (0..self.counts.len())
                .map(|place| {
                    let (now, was) = (self.counts[place], day.counts[place]);
                    let said = |is_held, otherwise| if is_held { Shown::Held } else { otherwise };
                    [
                        (was, said(day.held[place], Shown::Always)),
                        (now - was, Shown::Held),
                        (now, said(self.held[place], Shown::Said)),
                    ]
                })
                .collect();
            match hold_back(&rows, rule, false) {
                Some(held) => self.held = held.iter().map(|row| row[2]).collect(),
                None => self.held.fill(true),
            }
        }
        self
    }
}

/// What is held back of rows whose columns add up to totals that are said; none where nothing would
/// be enough. Where they stay held, what is held back already and is not small must not be found
/// either: it is held back for another's sake.
fn hold_back(rows: &[Row], rule: Rule, stay_held: bool) -> Option<Vec<[bool; 3]>> {
    let (mut figures, mut wants) = (Vec::new(), Vec::new());
    for (place, row) in rows.iter().enumerate() {
        let node = 3 + place;
        for (part, (value, shown)) in row.iter().enumerate() {
            let (from, to) = if part == 2 { (node, 2) } else { (part, node) };
            if (1..rule.threshold).contains(value) && *shown != Shown::Always {
                // What came may be none; a figure has to be one that would not be masked, and leave one
                // beside it that would.
                let less = (part == 1).then_some(*value);
                wants.push(Want { figure: figures.len(), more: Some(rule.threshold - value + 1), less });
            }
            if stay_held && part != 1 && *shown == Shown::Held && *value >= rule.threshold {
                wants.push(Want { figure: figures.len(), more: Some(rule.threshold), less: Some(rule.threshold) });
            }
            figures.push(Figure { from, to, value: *value, shown: *shown });
        }
    }
    let is_protected = protect(&mut figures, &wants, rule.secret);
    let held = figures.chunks(3).map(|row| [0, 1, 2].map(|part| row[part].shown == Shown::Held));
    is_protected.then(|| held.collect())
}

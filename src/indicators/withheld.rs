//! Which figures of départements are held back, of those that only grow within a span.
//!
//! Owns what they are held against: what was said at the committees before, the periods of the whole,
//! and each other. Solves nothing itself (`disclosure`).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::convention::Period;
use crate::domain::lens::Lens;

use super::breakdown::{Event, Of, Tally};
use super::disclosure::{Figure, Shown, Want, protect};
use super::movement::committee_days;
use super::span::Span;

/// What is held back of each tally, of each of these départements, on the lens's day: given what was
/// said at each committee before, and given the other tallies. Figures of a span only grow, so that
/// what came since is a figure as well; so is how many women are not as far as others.
pub(super) fn held(lens: &Lens, span: Span, of: &[Of], events: &[Vec<Event>], threshold: u32) -> Vec<Vec<bool>> {
    let days_of = |events: &Vec<Event>| {
        let mut days: Days = of.iter().map(|_| Vec::new()).collect();
        for (on, group, _) in events {
            if let Some(place) = of.iter().position(|of| of == group) {
                days[place].push(*on);
            }
        }
        for days in &mut days {
            days.sort_unstable();
        }
        days
    };
    let days: Vec<Days> = events.iter().map(days_of).collect();
    held_of(lens, span, &days, threshold)
}

/// The days of what counts, in their order, of each département.
type Days = Vec<Vec<NaiveDate>>;

fn held_of(lens: &Lens, span: Span, each: &[Days], threshold: u32) -> Vec<Vec<bool>> {
    let days: BTreeSet<NaiveDate> = committee_days(lens.dataset).filter(|day| *day < lens.as_of).collect();
    let mut said: Vec<Vec<Said>> = each.iter().map(|_| Vec::new()).collect();
    for day in days.into_iter().chain([lens.as_of]) {
        let mut forced: Vec<Vec<bool>> = each.iter().map(|days| vec![false; days.len()]).collect();
        if span == Span::SinceStart {
            force_parts(&lens.at(day), each, threshold, &mut forced);
        }
        let mut now: Vec<Said> = Vec::new();
        for ((days, before), forced) in each.iter().zip(&said).zip(forced) {
            let count = |days: &Vec<NaiveDate>| days.partition_point(|on| *on <= day);
            let counts = days.iter().map(|days| u32::try_from(count(days)).unwrap_or(u32::MAX)).collect();
            now.push(Said { counts, held: forced }.given(before, threshold));
        }
        for (whole, part) in NESTED {
            nest(&mut now, (whole as usize, part as usize), threshold);
        }
        for (said, now) in said.iter_mut().zip(now) {
            said.push(now);
        }
    }
    said.into_iter().map(|mut said| said.pop().map(|last| last.held).unwrap_or_default()).collect()
}

/// Tallies of women of whom those of the second are among those of the first.
const NESTED: [(Tally, Tally); 3] =
    [(Tally::Needs, Tally::Files), (Tally::Needs, Tally::Rehoused), (Tally::Files, Tally::Rehoused)];

/// What is held back of a period, or of what is in none, is held back since the start: the other
/// parts would give it.
fn force_parts(lens: &Lens, each: &[Days], threshold: u32, forced: &mut [Vec<bool>]) {
    let periods = &lens.dataset.periods;
    let begun = periods.iter().filter(|period| period.starts.is_some_and(|starts| starts <= lens.as_of));
    // The last part is what is in no period.
    for part in begun.map(Some).chain([None]) {
        let is_in = |on: NaiveDate| match part {
            Some(period) => period.contains(on),
            None => !periods.iter().any(|period| period.contains(on)),
        };
        let of_part = |days: &Vec<NaiveDate>| days.iter().copied().filter(|on| is_in(*on)).collect::<Vec<_>>();
        let each: Vec<Days> = each.iter().map(|days| days.iter().map(of_part).collect()).collect();
        let ends = part.and_then(|period| period.ends).unwrap_or(lens.as_of);
        let span = Span::Period(part.map(Period::id).unwrap_or_default());
        for (forced, held) in forced.iter_mut().zip(held_of(&lens.at(ends.min(lens.as_of)), span, &each, threshold)) {
            for (forced, held) in forced.iter_mut().zip(held) {
                *forced |= held;
            }
        }
    }
}

/// Holds back what would say how many women of a tally are not among those of another. Where the
/// second is no part of the first (in a period they may be others), there is nothing to compare.
fn nest(now: &mut [Said], (whole, part): (usize, usize), threshold: u32) {
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
    let held = hold_back(&rows, threshold);
    for place in 0..rows.len() {
        let is_held = |at: usize| held.as_ref().is_none_or(|held| held[place][at]);
        now[part].held[place] |= is_held(0);
        now[whole].held[place] |= is_held(2);
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
    fn given(mut self, before: &[Self], threshold: u32) -> Self {
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
            match hold_back(&rows, threshold) {
                Some(held) => self.held = held.iter().map(|row| row[2]).collect(),
                None => self.held.fill(true),
            }
        }
        self
    }
}

/// What is held back of rows whose columns add up to totals that are said; none where nothing would
/// be enough.
fn hold_back(rows: &[Row], threshold: u32) -> Option<Vec<[bool; 3]>> {
    let (mut figures, mut wants) = (Vec::new(), Vec::new());
    for (place, row) in rows.iter().enumerate() {
        let node = 3 + place;
        for (part, (value, shown)) in row.iter().enumerate() {
            let (from, to) = if part == 2 { (node, 2) } else { (part, node) };
            if (1..threshold).contains(value) && *shown != Shown::Always {
                wants.push(Want { figure: figures.len(), more: Some(threshold - value), less: Some(*value) });
            }
            figures.push(Figure { from, to, value: *value, shown: *shown });
        }
    }
    let is_protected = protect(&mut figures, &wants);
    let held = figures.chunks(3).map(|row| [0, 1, 2].map(|part| row[part].shown == Shown::Held));
    is_protected.then(|| held.collect())
}

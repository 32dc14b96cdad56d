//! The breakdown: needs, files, proposals and rehousings of a span, by association or by département.
//!
//! By département women are counted, each once per column (five referrals of one woman are one), and rounded for others than
//! the office: it is an attribute of persons. What an association did is a fact about an organisation and is published as
//! it is.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::commune;
use crate::domain::convention::Period;
use crate::domain::id::RowMap;
use crate::domain::lens::Lens;
use crate::domain::value::Halves;

use super::basis::Basis;
use super::count::Count;
use super::events::{Event, Tallied, Tally, events, firsts};
use super::group_key::GroupKey;
use super::median::median_of;
use super::needs::Waiting;
use super::progress::Progress;
use super::release::{PlaceKey, PublishedTable, places_published};
use super::rounding::{DayCounts, Rounding};
use super::span::Span;

/// A median wait is published where so many times the threshold wait.
const ENOUGH: u32 = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// The association that accompanies the woman.
    Association,
    /// The first place noted for her.
    Departement,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    counts: [Tallied; Tally::ALL.len()],
    /// As published, where that is not what was counted.
    rounded: Option<[Option<u32>; Tally::ALL.len()]>,
    pub open: Count,
    /// Their median wait in days. `None` where nobody waits, or where so few do that it would be the wait of
    /// one of them.
    pub wait: Option<Halves>,
    /// `wait` is `None` because so few wait.
    pub is_wait_suppressed: bool,
}

impl Tallies {
    /// What was counted; nothing where only a rounded number is published.
    pub const fn of(&self, tally: Tally) -> &Tallied {
        &self.counts[tally as usize]
    }

    /// Whether its numbers are rounded.
    pub const fn is_rounded(&self) -> bool {
        self.rounded.is_some()
    }

    /// The number as published; `None` where none is.
    pub fn published(&self, tally: Tally) -> Option<usize> {
        match &self.rounded {
            Some(rounded) => rounded[tally as usize].map(|n| n as usize),
            None => Some(self.of(tally).n()),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breakdown {
    /// Sorted by name or code, with what is not noted last.
    pub groups: Vec<(GroupKey, Tallies)>,
    pub all: Tallies,
}

impl Breakdown {
    /// Whether no figure of a group is published, so that only the total is worth showing.
    pub fn is_only_total(&self) -> bool {
        let is_published =
            |(_, tallies): &(GroupKey, Tallies)| Tally::ALL.iter().any(|tally| tallies.published(*tally).is_some());
        !self.groups.is_empty() && !self.groups.iter().any(is_published)
    }
}

pub(super) fn breakdown(basis: &Basis, by: By, (progress, waiting): (&Progress, &[Waiting])) -> Breakdown {
    let (lens, span) = (&basis.lens(), basis.view.span);
    let of = groups(lens, waiting, by);
    let mut groups: BTreeMap<(bool, GroupKey), Tallies> = BTreeMap::new();
    if by == By::Departement {
        // All are listed: otherwise a missing one would be known to be zero.
        let codes = commune::DEPARTEMENTS.iter().map(|(code, _)| Some(*code)).chain([None]);
        groups.extend(codes.map(|code| (place(GroupKey::Departement(code)), Tallies::default())));
    }
    let mut all = Tallies::default();
    let is_rounded = by == By::Departement && !basis.is_exact();
    let each: Vec<Vec<Event>> = Tally::ALL
        .iter()
        .map(|tally| events(lens, *tally, waiting, progress, &of, |day| span.holds(lens.dataset, day)))
        .collect();
    for (tally, events) in Tally::ALL.iter().zip(&each) {
        let counted = if by == By::Departement { firsts(events.iter()) } else { events.iter().collect() };
        for event in counted {
            all.counts[*tally as usize].add(event);
            if !is_rounded {
                groups.entry(place(event.of)).or_default().counts[*tally as usize].add(event);
            }
        }
    }
    if is_rounded {
        let rounding = Rounding::of(lens);
        let rounded: Vec<_> = Tally::ALL
            .iter()
            .zip(&each)
            .map(|(tally, events)| rounded(lens, &rounding, span, *tally, events))
            .collect();
        for ((_, of), tallies) in &mut groups {
            let figure = |of_tally: &Option<BTreeMap<GroupKey, u32>>| of_tally.as_ref()?.get(of).copied();
            // Of nobody at all there is nothing to hide.
            let is_nobody = |tally: usize| all.counts[tally].n() == 0;
            let mut figures =
                rounded.iter().enumerate().map(|(tally, of)| figure(of).or(is_nobody(tally).then_some(0)));
            tallies.rounded = Some(std::array::from_fn(|_| figures.next().flatten()));
        }
    }
    let mut waits: BTreeMap<(bool, GroupKey), Vec<u32>> = BTreeMap::new();
    // A median of so few would be the wait of one of them; where their number is rounded, it must be large enough.
    let published = is_rounded.then(|| places_published(&Rounding::of(lens), waiting).1).flatten();
    let then = if is_rounded { published.as_ref().map(|published| published.day) } else { Some(lens.as_of) };
    let mut every = Vec::new();
    for open in waiting.iter().filter(|waiting| waiting.is_on(lens.as_of)) {
        all.open.add(open.case);
        every.push(days_since(open.from, lens.as_of));
        let Some(of) = of.get(&open.case).filter(|_| !is_rounded) else { continue };
        groups.entry(place(*of)).or_default().open.add(open.case);
    }
    for open in waiting.iter().filter(|waiting| then.is_some_and(|then| waiting.is_on(then))) {
        if let (Some(of), Some(then)) = (of.get(&open.case), then) {
            waits.entry(place(*of)).or_default().push(days_since(open.from, then));
        }
    }
    let least = basis.least();
    for (place, tallies) in &mut groups {
        tallies.settle(waits.get_mut(place).map_or(&mut [][..], Vec::as_mut_slice), least);
        if is_rounded {
            let figures = published.iter().flat_map(|published| PlaceKey::departements().zip(&published.figures));
            let figure = figures.filter(|(of, _)| place.1 == GroupKey::Departement(of.departement())).map(|(_, n)| *n);
            tallies.is_wait_suppressed = figure.sum::<u32>() < ENOUGH * u32::try_from(least).unwrap_or(u32::MAX);
            tallies.wait = tallies.wait.filter(|_| !tallies.is_wait_suppressed);
        }
    }
    all.settle(&mut every, least);
    Breakdown { groups: groups.into_iter().map(|((_, of), tallies)| (of, tallies)).collect(), all }
}

fn days_since(from: NaiveDate, day: NaiveDate) -> u32 {
    u32::try_from((day - from).num_days()).unwrap_or(0)
}

/// The rounded counts of a tally by département: the sums of its tables, so that a span says nothing that its parts do not
/// say. `None` if none of them is published.
fn rounded(
    lens: &Lens,
    rounding: &Rounding,
    span: Span,
    tally: Tally,
    events: &[Event],
) -> Option<BTreeMap<GroupKey, u32>> {
    let mut sums: Option<BTreeMap<GroupKey, u32>> = None;
    for published in tables(lens, rounding, span, tally, events).into_iter().filter_map(|(_, published)| published) {
        let sums = sums.get_or_insert_default();
        for (place, figure) in PlaceKey::departements().zip(published.figures) {
            *sums.entry(GroupKey::Departement(place.departement())).or_default() += figure;
        }
    }
    sums
}

/// The tables of a tally by département: of each period of the span, and of what lies in none.
fn tables(lens: &Lens, rounding: &Rounding, span: Span, tally: Tally, events: &[Event]) -> Vec<PublishedTable> {
    let is_in = |period: Option<&Period>, on: NaiveDate| match period {
        Some(period) => period.contains(on),
        None => !lens.dataset.periods.iter().any(|period| period.contains(on)),
    };
    let keys: Vec<_> = PlaceKey::departements().collect();
    let places: Vec<_> = keys.iter().map(|place| GroupKey::Departement(place.departement())).collect();
    let table = |period: Option<&Period>| {
        let part = period.map_or_else(|| "-".to_owned(), |period| period.id().value().to_string());
        let cells: Vec<String> = keys.iter().map(|place| format!("{}/{part}/{}", tally.key(), place.name())).collect();
        let of_part = firsts(events.iter().filter(|event| is_in(period, event.on)));
        let mut before = 0;
        let days: Vec<DayCounts> = rounding
            .days()
            .into_iter()
            .map(|day| {
                let here =
                    |place: &GroupKey| of_part.iter().filter(|event| event.on <= day && event.of == *place).count();
                let counts: Vec<u32> =
                    places.iter().map(|place| u32::try_from(here(place)).unwrap_or(u32::MAX)).collect();
                let total: u32 = counts.iter().sum();
                DayCounts { day, counts, moved: total - std::mem::replace(&mut before, total) }
            })
            .collect();
        let published = rounding.published(&cells, &days);
        (cells, published)
    };
    let periods = lens.dataset.periods.iter().map(Some).chain([None]);
    let is_in_span = |period: Option<&Period>| match span {
        Span::Period(row) => period.is_some_and(|period| period.id() == row),
        Span::SinceStart => true,
    };
    periods.filter(|period| is_in_span(*period)).map(table).collect()
}

/// Every table by département, whatever the span.
pub(super) fn all_tables(
    lens: &Lens,
    rounding: &Rounding,
    (progress, waiting): (&Progress, &[Waiting]),
) -> Vec<PublishedTable> {
    let of = groups(lens, waiting, By::Departement);
    let tables = |tally: &Tally| {
        let events = events(lens, *tally, waiting, progress, &of, |_| true);
        tables(lens, rounding, Span::SinceStart, *tally, &events)
    };
    Tally::ALL.iter().flat_map(tables).collect()
}

const fn place(of: GroupKey) -> (bool, GroupKey) {
    (matches!(of, GroupKey::Association(None) | GroupKey::Departement(None)), of)
}

impl Tallies {
    fn settle(&mut self, days: &mut [u32], least: usize) {
        self.is_wait_suppressed = !days.is_empty() && days.len() < least;
        days.sort_unstable();
        self.wait = median_of(days, |days| *days).filter(|_| !self.is_wait_suppressed);
    }
}

fn groups(lens: &Lens, waiting: &[Waiting], by: By) -> RowMap<GroupKey> {
    let of = |waiting: &Waiting| match by {
        By::Departement => GroupKey::Departement(waiting.location.departement),
        By::Association => {
            GroupKey::Association(lens.dataset.relocations.find(waiting.case).and_then(|case| case.association))
        }
    };
    waiting.iter().map(|waiting| (waiting.case, of(waiting))).collect()
}

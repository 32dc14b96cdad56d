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
use super::needs::Waiting;
use super::progress::Progress;
use super::release::{PlaceKey, PublishedTable};
use super::rounding::{DayCounts, Rounding};
use super::span::Span;
use super::waits;

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
    /// Their median wait in days. `None` where nobody waits, or none is published (`waits`).
    pub wait: Option<Halves>,
    /// `wait` is `None` because none is published.
    pub is_wait_suppressed: bool,
}

/// How the figures of a breakdown are rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundedTo {
    /// What they are multiples of: the least and the most, since the threshold may have changed meanwhile.
    pub bases: (u32, u32),
    /// By how much a figure may differ from its count, at most.
    pub within: u32,
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
    /// None if all are exact.
    pub rounded: Option<RoundedTo>,
    /// Whether the median waits are those of a publication, in multiples of ten days.
    pub are_waits_rounded: bool,
    /// Whether others than the office read figures of a publication. True for the office.
    pub is_published: bool,
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
    let rounding = Rounding::of(lens);
    let mut rounded_to = None;
    if is_rounded {
        let summed = Tally::ALL.iter().zip(&each).map(|(tally, events)| summed(lens, &rounding, span, *tally, events));
        let summed: Vec<_> = summed.collect();
        rounded_to = summed.iter().flatten().map(|summed| summed.to).reduce(RoundedTo::or);
        for ((_, of), tallies) in &mut groups {
            // Of nobody at all there is nothing to hide.
            let is_nobody = |tally: usize| all.counts[tally].n() == 0;
            let figure = |summed: &Option<Summed>| summed.as_ref()?.figures.get(of).copied();
            let mut figures = summed.iter().enumerate().map(|(tally, of)| figure(of).or(is_nobody(tally).then_some(0)));
            tallies.rounded = Some(std::array::from_fn(|_| figures.next().flatten()));
        }
    }
    for open in waiting.iter().filter(|waiting| waiting.is_on(lens.as_of)) {
        all.open.add(open.case);
        if let Some(of) = of.get(&open.case).filter(|_| !is_rounded) {
            groups.entry(place(*of)).or_default().open.add(open.case);
        }
    }
    let last = basis.published_as_of();
    if basis.is_exact() {
        let medians = waits::medians(lens.as_of, waiting, &of);
        all.wait = medians.get(&None).map(|(_, wait)| *wait);
        for (place, tallies) in &mut groups {
            tallies.wait = medians.get(&Some(place.1)).map(|(_, wait)| *wait);
        }
    } else {
        let wait = |of: Option<GroupKey>| rounding.kept(last?, &waits::name(of));
        all.take_wait(wait(None), false);
        for (place, tallies) in &mut groups {
            tallies.take_wait(wait(Some(place.1)), is_rounded);
        }
    }
    Breakdown {
        groups: groups.into_iter().map(|((_, of), tallies)| (of, tallies)).collect(),
        all,
        rounded: rounded_to,
        are_waits_rounded: !basis.is_exact(),
        is_published: basis.is_exact() || last.is_some(),
    }
}

/// The sums of tables, and how far they may be from what was counted.
struct Summed {
    figures: BTreeMap<GroupKey, u32>,
    to: RoundedTo,
}

impl RoundedTo {
    fn or(self, other: Self) -> Self {
        let bases = (self.bases.0.min(other.bases.0), self.bases.1.max(other.bases.1));
        Self { bases, within: self.within.max(other.within) }
    }
}

/// The rounded counts of a tally by département: the sums of its tables, so that a span says nothing that its parts do not
/// say. `None` if none of them is published.
fn summed(lens: &Lens, rounding: &Rounding, span: Span, tally: Tally, events: &[Event]) -> Option<Summed> {
    let mut sums: Option<Summed> = None;
    for published in tables(lens, rounding, span, tally, events).into_iter().filter_map(|(_, published)| published) {
        let to = RoundedTo { bases: (published.base, published.base), within: published.base - 1 };
        let sums = match &mut sums {
            Some(sums) => {
                sums.to = RoundedTo { within: sums.to.within + to.within, ..sums.to.or(to) };
                sums
            }
            None => sums.insert(Summed { figures: BTreeMap::new(), to }),
        };
        for (place, figure) in PlaceKey::departements().zip(published.figures) {
            *sums.figures.entry(GroupKey::Departement(place.departement())).or_default() += figure;
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
    /// The median that is published; where none is, somebody may wait all the same if their number is rounded.
    fn take_wait(&mut self, published: Option<u32>, is_rounded: bool) {
        self.wait = published.map(Halves::from);
        self.is_wait_suppressed = published.is_none() && (is_rounded || self.open.n() > 0);
    }
}

pub(super) fn groups(lens: &Lens, waiting: &[Waiting], by: By) -> RowMap<GroupKey> {
    let of = |waiting: &Waiting| match by {
        By::Departement => GroupKey::Departement(waiting.location.departement),
        By::Association => {
            GroupKey::Association(lens.dataset.relocations.find(waiting.case).and_then(|case| case.association))
        }
    };
    waiting.iter().map(|waiting| (waiting.case, of(waiting))).collect()
}

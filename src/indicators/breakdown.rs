//! Needs, files, proposals and rehousings of a span, by association or by département.
//!
//! Owns what is counted of a group, and what is held back of départements: an attribute of
//! persons. There women are counted, each once a column: five referrals of one woman are one. What
//! an association did is a fact about an organisation and is said.

use std::collections::BTreeMap;

use crate::domain::commune;
use crate::domain::id::{RowId, RowMap};
use crate::domain::lens::Lens;
use crate::domain::value::Halves;

use super::count::Count;
use super::events::{Event, Tallied, Tally, events, firsts};
use super::median::median_of;
use super::needs::Waiting;
use super::released::secret;
use super::snapshot::Snapshot;
use super::withheld::{Rule, held};

/// What groups are made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// The association that accompanies.
    Association,
    /// The first place noted.
    Departement,
}

/// Which group; none where nothing is noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Of {
    /// An association.
    Association(Option<RowId>),
    /// A département, by its code.
    Departement(Option<&'static str>),
}

/// The figures of a group, or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    counts: [Tallied; Tally::ALL.len()],
    held: [bool; Tally::ALL.len()],
    /// Women who wait on the day of the figures.
    pub open: Count,
    /// For how many days they have been waiting, in the median; none where nobody is, or where so
    /// few are that it would be the wait of one of them.
    pub wait: Option<Halves>,
    /// The wait is held back for that.
    pub is_wait_held: bool,
}

impl Tallies {
    /// The rows of a figure.
    pub const fn of(&self, tally: Tally) -> &Tallied {
        &self.counts[tally as usize]
    }

    /// Whether a figure is held back.
    pub const fn is_held(&self, tally: Tally) -> bool {
        self.held[tally as usize]
    }
}

/// Groups, and all of them together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breakdown {
    /// Each group, in the order of its name or code; what is noted of none last.
    pub groups: Vec<(Of, Tallies)>,
    /// All together.
    pub all: Tallies,
}

impl Breakdown {
    /// Whether most of its figures are held back: then it is said of all together alone.
    pub fn is_too_close(&self) -> bool {
        let held = |(_, tallies): &(Of, Tallies)| tallies.held.iter().filter(|held| **held).count();
        2 * self.groups.iter().map(held).sum::<usize>() > self.groups.len() * Tally::ALL.len()
    }
}

/// The figures of a snapshot, group by group.
pub(super) fn breakdown(snapshot: &Snapshot, by: By) -> Breakdown {
    let (lens, span) = (&snapshot.lens(), snapshot.view().span);
    let (progress, waiting, release) = (snapshot.progress(), snapshot.waiting(), snapshot.release());
    let of = groups(lens, waiting, by);
    let mut groups: BTreeMap<(bool, Of), Tallies> = BTreeMap::new();
    if by == By::Departement {
        // Each is listed: that one is not would say that it has none.
        let codes = commune::DEPARTEMENTS.iter().map(|(code, _)| Some(*code)).chain([None]);
        groups.extend(codes.map(|code| (place(Of::Departement(code)), Tallies::default())));
    }
    let mut all = Tallies::default();
    let threshold = lens.dataset.the_convention().small_number_threshold();
    let is_open = snapshot.is_exact();
    let each: Vec<Vec<Event>> = Tally::ALL
        .iter()
        .map(|tally| events(lens, *tally, waiting, progress, &of, |day| span.holds(lens.dataset, day)))
        .collect();
    for (tally, events) in Tally::ALL.iter().zip(&each) {
        let counted = if by == By::Departement { firsts(events.iter()) } else { events.iter().collect() };
        for event in counted {
            groups.entry(place(event.of)).or_default().counts[*tally as usize].add(event);
            all.counts[*tally as usize].add(event);
        }
    }
    if by == By::Departement && !is_open {
        let listed: Vec<Of> = groups.keys().map(|(_, of)| *of).collect();
        let wait = |of: &Of| {
            let here = waiting.iter().filter(|w| w.is_on(lens.as_of) && Of::Departement(w.spot.departement) == *of);
            u32::try_from(here.count()).unwrap_or(u32::MAX)
        };
        let wait: Vec<u32> = listed.iter().map(wait).collect();
        let rule = Rule { threshold, secret: secret(lens) };
        for (tally, held) in held(lens, span, &listed, (&each, &wait), rule).into_iter().enumerate() {
            for (of, held) in listed.iter().zip(held) {
                groups.entry(place(*of)).or_default().held[tally] = held;
            }
        }
    }
    let mut waits: BTreeMap<(bool, Of), Vec<u32>> = BTreeMap::new();
    for open in waiting.iter().filter(|waiting| waiting.is_on(lens.as_of)) {
        let Some(of) = of.get(&open.case) else { continue };
        groups.entry(place(*of)).or_default().open.add(open.case);
        all.open.add(open.case);
        waits.entry(place(*of)).or_default().push(u32::try_from((lens.as_of - open.from).num_days()).unwrap_or(0));
    }
    let least = snapshot.least();
    let mut every: Vec<u32> = waits.values().flatten().copied().collect();
    for (place, tallies) in &mut groups {
        tallies.settle(waits.get_mut(place).map_or(&mut [][..], Vec::as_mut_slice), least);
        // That a median is masked says that few wait: so it is wherever their number is.
        if let (Of::Departement(code), false) = (place.1, is_open) {
            tallies.is_wait_held |= !release.says(code);
            tallies.wait = tallies.wait.filter(|_| !tallies.is_wait_held);
        }
    }
    all.settle(&mut every, least);
    Breakdown { groups: groups.into_iter().map(|((_, of), tallies)| (of, tallies)).collect(), all }
}

/// Where a group stands: those of which nothing is noted come last.
const fn place(of: Of) -> (bool, Of) {
    (matches!(of, Of::Association(None) | Of::Departement(None)), of)
}

impl Tallies {
    fn settle(&mut self, days: &mut [u32], least: usize) {
        self.is_wait_held = !days.is_empty() && days.len() < least;
        days.sort_unstable();
        self.wait = median_of(days, |days| *days).filter(|_| !self.is_wait_held);
    }
}

/// The group of each case of the convention.
fn groups(lens: &Lens, waiting: &[Waiting], by: By) -> RowMap<Of> {
    let of = |waiting: &Waiting| match by {
        By::Departement => Of::Departement(waiting.spot.departement),
        By::Association => {
            Of::Association(lens.dataset.relocations.find(waiting.case).and_then(|case| case.association))
        }
    };
    waiting.iter().map(|waiting| (waiting.case, of(waiting))).collect()
}

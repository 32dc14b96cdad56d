//! The breakdown: needs, files, proposals and rehousings of a span, by association or by département.
//!
//! By département women are counted, each once per column (five referrals of one woman are one), and small
//! cells are suppressed: it is an attribute of persons. What an association did is a fact about an organisation
//! and is published as it is.

use std::collections::BTreeMap;

use crate::domain::commune;
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
use super::release::{Release, secret};
use super::suppression::{Rule, suppressed};

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
    suppressed: [bool; Tally::ALL.len()],
    pub open: Count,
    /// Their median wait in days. `None` where nobody waits, or where so few do that it would be the wait of
    /// one of them.
    pub wait: Option<Halves>,
    /// `wait` is `None` because so few wait.
    pub is_wait_suppressed: bool,
}

impl Tallies {
    pub const fn of(&self, tally: Tally) -> &Tallied {
        &self.counts[tally as usize]
    }

    pub const fn is_suppressed(&self, tally: Tally) -> bool {
        self.suppressed[tally as usize]
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breakdown {
    /// Sorted by name or code, with what is not noted last.
    pub groups: Vec<(GroupKey, Tallies)>,
    pub all: Tallies,
}

impl Breakdown {
    /// Whether most figures are suppressed, so that only the total is worth showing.
    pub fn is_too_close(&self) -> bool {
        let suppressed =
            |(_, tallies): &(GroupKey, Tallies)| tallies.suppressed.iter().filter(|suppressed| **suppressed).count();
        2 * self.groups.iter().map(suppressed).sum::<usize>() > self.groups.len() * Tally::ALL.len()
    }
}

pub(super) fn breakdown(
    basis: &Basis,
    by: By,
    (progress, waiting, release): (&Progress, &[Waiting], &Release),
) -> Breakdown {
    let (lens, span) = (&basis.lens(), basis.view.span);
    let of = groups(lens, waiting, by);
    let mut groups: BTreeMap<(bool, GroupKey), Tallies> = BTreeMap::new();
    if by == By::Departement {
        // All are listed: otherwise a missing one would be known to be zero.
        let codes = commune::DEPARTEMENTS.iter().map(|(code, _)| Some(*code)).chain([None]);
        groups.extend(codes.map(|code| (place(GroupKey::Departement(code)), Tallies::default())));
    }
    let mut all = Tallies::default();
    let threshold = lens.dataset.the_convention().small_number_threshold();
    let is_open = basis.is_exact();
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
        let listed: Vec<GroupKey> = groups.keys().map(|(_, of)| *of).collect();
        let wait = |of: &GroupKey| {
            let here =
                waiting.iter().filter(|w| w.is_on(lens.as_of) && GroupKey::Departement(w.location.departement) == *of);
            u32::try_from(here.count()).unwrap_or(u32::MAX)
        };
        let wait: Vec<u32> = listed.iter().map(wait).collect();
        let rule = Rule { threshold, secret: secret(lens) };
        for (tally, suppressed) in suppressed(lens, span, &listed, (&each, &wait), rule).into_iter().enumerate() {
            for (of, suppressed) in listed.iter().zip(suppressed) {
                groups.entry(place(*of)).or_default().suppressed[tally] = suppressed;
            }
        }
    }
    let mut waits: BTreeMap<(bool, GroupKey), Vec<u32>> = BTreeMap::new();
    for open in waiting.iter().filter(|waiting| waiting.is_on(lens.as_of)) {
        let Some(of) = of.get(&open.case) else { continue };
        groups.entry(place(*of)).or_default().open.add(open.case);
        all.open.add(open.case);
        waits.entry(place(*of)).or_default().push(u32::try_from((lens.as_of - open.from).num_days()).unwrap_or(0));
    }
    let least = basis.least();
    let mut every: Vec<u32> = waits.values().flatten().copied().collect();
    for (place, tallies) in &mut groups {
        tallies.settle(waits.get_mut(place).map_or(&mut [][..], Vec::as_mut_slice), least);
        // A suppressed median discloses that few wait, so it is suppressed wherever their number is.
        if let (GroupKey::Departement(code), false) = (place.1, is_open) {
            tallies.is_wait_suppressed |= !release.publishes(code);
            tallies.wait = tallies.wait.filter(|_| !tallies.is_wait_suppressed);
        }
    }
    all.settle(&mut every, least);
    Breakdown { groups: groups.into_iter().map(|((_, of), tallies)| (of, tallies)).collect(), all }
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

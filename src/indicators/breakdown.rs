//! Needs, files, proposals and rehousings of a span, by association or by département.
//!
//! Owns what is counted of a group, and what is held back of départements: an attribute of
//! persons. There women are counted, each once a column: five referrals of one woman are one. What
//! an association did is a fact about an organisation and is said.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use crate::domain::commune;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::proposal::Answer;
use crate::domain::relocation::{CaseStep, Origin};
use crate::domain::schema::{Audience, TableId};
use crate::domain::value::choices;

use super::count::Count;
use super::needs::Waiting;
use super::progress::Progress;
use super::released::{Release, secret};
use super::relocations::rehoused_on;
use super::span::Span;
use super::withheld::{Rule, held};

choices! {
    /// What is counted of a group, in the span.
    pub enum Tally as "tally" {
        /// Women whose need was spotted.
        Needs = "needs",
        /// Landlords asked.
        Referrals = "referrals",
        /// Files that became complete.
        Files = "files",
        /// Units proposed.
        Proposals = "proposals",
        /// Proposals refused, by whomever.
        Refusals = "refusals",
        /// Women rehoused, both origins.
        Rehoused = "rehoused",
    }
}

impl Tally {
    /// The table of the rows that it counts.
    pub const fn table(self) -> TableId {
        match self {
            Self::Needs | Self::Files | Self::Rehoused => TableId::Relocations,
            Self::Referrals => TableId::Referrals,
            Self::Proposals | Self::Refusals => TableId::Proposals,
        }
    }
}

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
    counts: [Count; Tally::ALL.len()],
    held: [bool; Tally::ALL.len()],
    /// Women who wait on the day of the figures.
    pub open: Count,
    /// For how many days the one in the middle has been waiting; none where nobody is, or where so
    /// few are that it would be the wait of one of them.
    pub wait: Option<u32>,
    /// The wait is held back for that.
    pub is_wait_held: bool,
}

impl Tallies {
    /// The rows of a figure.
    pub const fn of(&self, tally: Tally) -> &Count {
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

/// Something that counts.
pub(super) struct Event {
    /// Its day.
    pub on: NaiveDate,
    /// Of which group.
    pub of: Of,
    /// The row that says so.
    pub row: RowId,
    /// The case of the woman.
    pub woman: RowId,
}

/// The first of each woman, in the order of their days.
pub(super) fn firsts<'a>(events: impl Iterator<Item = &'a Event>) -> Vec<&'a Event> {
    let mut events: Vec<&Event> = events.collect();
    events.sort_by_key(|event| (event.on, event.row));
    let mut seen = HashSet::new();
    events.retain(|event| seen.insert(event.woman));
    events
}

/// The figures of a span, group by group, for an audience.
pub fn breakdown(
    lens: &Lens,
    span: Span,
    progress: &Progress,
    (waiting, release): (&[Waiting], &Release),
    by: By,
    audience: Audience,
) -> Breakdown {
    let of = groups(lens, waiting, by);
    let mut groups: BTreeMap<(bool, Of), Tallies> = BTreeMap::new();
    if by == By::Departement {
        // Each is listed: that one is not would say that it has none.
        let codes = commune::DEPARTEMENTS.iter().map(|(code, _)| Some(*code)).chain([None]);
        groups.extend(codes.map(|code| (place(Of::Departement(code)), Tallies::default())));
    }
    let mut all = Tallies::default();
    let threshold = lens.dataset.the_convention().small_number_threshold();
    let is_open = audience == Audience::Office;
    let each: Vec<Vec<Event>> = Tally::ALL
        .iter()
        .map(|tally| events(lens, *tally, waiting, progress, &of, |day| span.holds(lens.dataset, day)))
        .collect();
    for (tally, events) in Tally::ALL.iter().zip(&each) {
        let counted = if by == By::Departement { firsts(events.iter()) } else { events.iter().collect() };
        for Event { of, row, .. } in counted {
            groups.entry(place(*of)).or_default().counts[*tally as usize].add(*row);
            all.counts[*tally as usize].add(*row);
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
    let mut waits: BTreeMap<(bool, Of), Vec<i64>> = BTreeMap::new();
    for open in waiting.iter().filter(|waiting| waiting.is_on(lens.as_of)) {
        let Some(of) = of.get(&open.case) else { continue };
        groups.entry(place(*of)).or_default().open.add(open.case);
        all.open.add(open.case);
        waits.entry(place(*of)).or_default().push((lens.as_of - open.from).num_days());
    }
    let least = if is_open { 1 } else { threshold as usize };
    let mut every: Vec<i64> = waits.values().flatten().copied().collect();
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
    fn settle(&mut self, days: &mut [i64], least: usize) {
        self.is_wait_held = !days.is_empty() && days.len() < least;
        days.sort_unstable();
        let middle = days.get(days.len().div_ceil(2).saturating_sub(1)).filter(|_| !self.is_wait_held);
        self.wait = middle.and_then(|days| u32::try_from(*days).ok());
    }
}

/// The group of each case of the convention.
fn groups(lens: &Lens, waiting: &[Waiting], by: By) -> HashMap<RowId, Of> {
    let of = |waiting: &Waiting| match by {
        By::Departement => Of::Departement(waiting.spot.departement),
        By::Association => {
            Of::Association(lens.dataset.relocations.find(waiting.case).and_then(|case| case.association))
        }
    };
    waiting.iter().map(|waiting| (waiting.case, of(waiting))).collect()
}

/// What counts in a span, plans aside, each with its day and its group.
pub(super) fn events(
    lens: &Lens,
    tally: Tally,
    waiting: &[Waiting],
    progress: &Progress,
    of: &HashMap<RowId, Of>,
    holds: impl Fn(NaiveDate) -> bool,
) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut add = |on: Option<NaiveDate>, case: Option<RowId>, row: RowId| {
        let of = case.and_then(|case| Some((case, of.get(&case)?)));
        if let (Some(on), Some((woman, of))) = (on.filter(|on| *on <= lens.as_of && holds(*on)), of) {
            events.push(Event { on, of: *of, row, woman });
        }
    };
    match tally {
        Tally::Needs => waiting.iter().for_each(|w| add(Some(w.from), Some(w.case), w.case)),
        Tally::Files => {
            for case in lens.dataset.relocations.iter().filter(|case| case.origin != Origin::Outside) {
                add(case.dates(lens).date(CaseStep::FileComplete), Some(case.id()), case.id());
            }
        }
        Tally::Referrals => {
            for referral in &lens.dataset.referrals {
                add(referral.asked_on, referral.relocation, referral.id());
            }
        }
        Tally::Proposals => {
            for proposal in &lens.dataset.proposals {
                add(proposal.proposed_on, proposal.relocation, proposal.id());
            }
        }
        Tally::Refusals => {
            let refused = lens.dataset.proposals.iter().filter(|p| p.answer == Some(Answer::Refused));
            refused.for_each(|proposal| add(proposal.answered_on, proposal.relocation, proposal.id()));
        }
        Tally::Rehoused => {
            let women = &progress.region.figures.women.in_all;
            for case in women.rows.iter().filter_map(|row| lens.dataset.relocations.find(*row)) {
                add(rehoused_on(lens, case), Some(case.id()), case.id());
            }
        }
    }
    events
}

//! Dated events of the women of the convention: what the breakdown and the rounds count.
//!
//! Owns which records are events. Where a case holds the day of a referral or of a proposal itself, because no
//! record of it exists or the record has no day, that is an event as well.

use chrono::NaiveDate;

use crate::domain::id::{RowId, RowMap, RowSet};
use crate::domain::lens::Lens;
use crate::domain::proposal::Answer;
use crate::domain::relocation::{CaseStep, Origin};
use crate::domain::schema::TableId;
use crate::domain::value::choices;

use super::count::Count;
use super::group_key::GroupKey;
use super::needs::Waiting;
use super::progress::Progress;
use super::relocations::rehoused_on;

choices! {
    /// What is counted per group in a span.
    pub enum Tally as "tally" {
        /// Women whose need was spotted.
        Needs = "needs",
        /// Landlords asked.
        Referrals = "referrals",
        /// Files that became complete.
        Files = "files",
        /// Units proposed.
        Proposals = "proposals",
        /// Proposals refused, by either side.
        Refusals = "refusals",
        /// Women rehoused, both origins.
        Rehoused = "rehoused",
    }
}

impl Tally {
    pub const fn table(self) -> TableId {
        match self {
            Self::Needs | Self::Files | Self::Rehoused => TableId::Relocations,
            Self::Referrals => TableId::Referrals,
            Self::Proposals | Self::Refusals => TableId::Proposals,
        }
    }
}

/// Events counted, each by the record that it opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallied {
    /// Records of the tally's table.
    pub records: Count,
    /// Cases that hold the day themselves, where `records` are of another table.
    pub cases: Count,
}

impl Tallied {
    pub const fn n(&self) -> usize {
        self.records.n() + self.cases.n()
    }

    pub(super) fn add(&mut self, event: &Event) {
        match event.record {
            Some(record) => self.records.add(record),
            None => self.cases.add(event.woman),
        }
    }
}

pub(super) struct Event {
    pub on: NaiveDate,
    pub of: GroupKey,
    /// The record of the tally's table; `None` where only the case holds the day.
    pub record: Option<RowId>,
    /// Her case.
    pub woman: RowId,
}

/// Each woman's first event, by date.
pub(super) fn firsts<'a>(events: impl Iterator<Item = &'a Event>) -> Vec<&'a Event> {
    let mut events: Vec<&Event> = events.collect();
    events.sort_by_key(|event| (event.on, event.record, event.woman));
    let mut seen = RowSet::default();
    events.retain(|event| seen.insert(event.woman));
    events
}

/// The events up to the lens's day for whose day `holds` is true.
pub(super) fn events(
    lens: &Lens,
    tally: Tally,
    waiting: &[Waiting],
    progress: &Progress,
    of: &RowMap<GroupKey>,
    holds: impl Fn(NaiveDate) -> bool,
) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut add = |on: Option<NaiveDate>, case: Option<RowId>, record: Option<RowId>| {
        let of = case.and_then(|case| Some((case, of.get(&case)?)));
        if let (Some(on), Some((woman, of))) = (on.filter(|on| *on <= lens.as_of && holds(*on)), of) {
            events.push(Event { on, of: *of, record, woman });
        }
    };
    match tally {
        Tally::Needs => waiting.iter().for_each(|w| add(Some(w.from), Some(w.case), Some(w.case))),
        Tally::Files => {
            for case in lens.dataset.relocations.iter().filter(|case| case.origin != Origin::Outside) {
                add(case.dates(lens).date(CaseStep::FileComplete), Some(case.id()), Some(case.id()));
            }
        }
        Tally::Referrals => {
            for referral in &lens.dataset.referrals {
                add(referral.asked_on, referral.relocation, Some(referral.id()));
            }
            stand_ins(lens, CaseStep::Referred, &mut add);
        }
        Tally::Proposals => {
            for proposal in &lens.dataset.proposals {
                add(proposal.proposed_on, proposal.relocation, Some(proposal.id()));
            }
            stand_ins(lens, CaseStep::Proposed, &mut add);
        }
        Tally::Refusals => {
            let refused = lens.dataset.proposals.iter().filter(|p| p.answer == Some(Answer::Refused));
            refused.for_each(|proposal| add(proposal.answered_on, proposal.relocation, Some(proposal.id())));
        }
        Tally::Rehoused => {
            let women = &progress.region.figures.women.in_all;
            for case in women.rows.iter().filter_map(|row| lens.dataset.relocations.find(*row)) {
                add(rehoused_on(lens, case), Some(case.id()), Some(case.id()));
            }
        }
    }
    events
}

/// Days held by the cases themselves.
fn stand_ins(lens: &Lens, step: CaseStep, add: &mut impl FnMut(Option<NaiveDate>, Option<RowId>, Option<RowId>)) {
    for case in &lens.dataset.relocations {
        if let Some((on, record)) = case.stand_in(step, lens) {
            add(Some(on), Some(case.id()), record);
        }
    }
}

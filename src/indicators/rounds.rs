//! Rounds: what was added from one committee to the next, and since the last one.
//!
//! Totals of the region only. Nothing here is broken down by an attribute of persons.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::id::RowMap;
use crate::domain::lens::Lens;

use super::changes::committee_days;
use super::count::Count;
use super::events::{Tallied, Tally, events};
use super::group_key::GroupKey;
use super::needs::Waiting;
use super::progress::Progress;
use super::span::Span;
use super::units::UnitRuling;

/// What was added between two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The committee before it; `None` for the first round of the span.
    pub after: Option<NaiveDate>,
    /// The committee that ends it, or the day of the figures.
    pub until: NaiveDate,
    pub units: Count,
    tallies: [Tallied; Tally::ALL.len()],
}

impl Round {
    pub const fn of(&self, tally: Tally) -> &Tallied {
        &self.tallies[tally as usize]
    }
}

/// The rounds of a span up to the lens's day, by date.
pub(super) fn rounds(lens: &Lens, span: Span, progress: &Progress, waiting: &[Waiting]) -> Vec<Round> {
    let holds = |day: NaiveDate| day <= lens.as_of && span.holds(lens.dataset, day);
    let mut ends: BTreeSet<NaiveDate> = committee_days(lens.dataset).filter(|day| holds(*day)).collect();
    ends.insert(lens.as_of);
    let mut after = None;
    let mut rounds: Vec<Round> = ends
        .into_iter()
        .map(|until| Round { after: after.replace(until), until, units: Count::default(), tallies: Default::default() })
        .collect();
    let round = |rounds: &mut Vec<Round>, on: NaiveDate, add: &dyn Fn(&mut Round)| {
        if let Some(round) = rounds.iter_mut().find(|round| on <= round.until) {
            add(round);
        }
    };
    for verdict in &progress.units {
        if let UnitRuling::Delivered { on, .. } = verdict.ruling
            && holds(on)
        {
            round(&mut rounds, on, &|round| round.units.add(verdict.unit));
        }
    }
    let all: RowMap<GroupKey> = waiting.iter().map(|waiting| (waiting.case, GroupKey::Association(None))).collect();
    for tally in Tally::ALL {
        for event in events(lens, *tally, waiting, progress, &all, holds) {
            round(&mut rounds, event.on, &|round| round.tallies[*tally as usize].add(&event));
        }
    }
    rounds
}

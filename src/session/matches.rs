//! The page of matching: the case or the unit that is looked at, the criteria that are switched off, and what follows
//! from them.
//!
//! The assignment over all is worked out in the background, once for each change while the page is shown.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::dataset::Dataset;
use crate::domain::dwelling::Dwelling;
use crate::domain::id::{CellRef, RowId};
use crate::domain::landlord::Landlord;
use crate::domain::lens::{Lens, Links};
use crate::domain::relocation::Relocation;
use crate::domain::schema::{Record, TableId};
use crate::domain::unit::Unit;
use crate::domain::value::Territory;
use crate::edit::Revision;
use crate::indicators::{Span, period_of, progress};
use crate::matching::{Assignment, Criterion, Home, Match, Off, assign, matched, waits_since};

use super::Session;
use super::command::Command;
use super::focus::Focus;
use super::key::{Key, Modifiers, Stroke};
use super::page::Page;

/// How many kinds of missing homes are told.
const MISSING: usize = 5;

/// From which side the matching is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// A case, and the units for it.
    #[default]
    Cases,
    /// A free unit, and the cases for it.
    Homes,
}

impl Side {
    pub const ALL: [Self; 2] = [Self::Cases, Self::Homes];

    /// The table of what is looked at.
    pub const fn table(self) -> TableId {
        match self {
            Self::Cases => TableId::Relocations,
            Self::Homes => TableId::Units,
        }
    }

    /// The table of what is matched with it.
    pub const fn matched(self) -> TableId {
        match self {
            Self::Cases => Self::Homes.table(),
            Self::Homes => Self::Cases.table(),
        }
    }

    /// The case and the unit of a match.
    pub const fn pair(self, at: RowId, matched: RowId) -> (RowId, RowId) {
        match self {
            Self::Cases => (at, matched),
            Self::Homes => (matched, at),
        }
    }
}

#[derive(Default)]
pub(super) struct Matching {
    off: Off,
    side: Side,
    /// What was chosen on each side.
    chosen: [Option<RowId>; Side::ALL.len()],
    /// What is being worked out, or was.
    asked: Option<MatchKey>,
    overview: Option<Overview>,
    fitting: Option<((MatchKey, Side, RowId), Vec<Fitting>)>,
    /// Incremented when another one must be scrolled into view.
    moves: u64,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) struct MatchKey {
    document: u64,
    revision: Revision,
    today: NaiveDate,
    off: Off,
}

/// The first type and place that someone wants, if any is noted.
pub type Wanted = (Option<Dwelling>, Option<Territory>);

/// The unit of a case, or the case of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prospect {
    /// By the best assignment.
    Assigned(RowId),
    /// By a proposal that is under way.
    Proposed(RowId),
    None,
}

/// The best assignment, and what is missing for the others.
pub struct Overview {
    key: MatchKey,
    pub assignment: Assignment,
    /// The cases that wait and the units that are free: who gets one, to whom one is proposed, then the others.
    listed: [Vec<(RowId, Prospect)>; Side::ALL.len()],
    /// First type and place wanted by those who are left, and by how many, the most first.
    pub missing: Vec<(Wanted, usize)>,
    /// Landlords that made fewer units available than they committed to, in the running period.
    pub under: Vec<RowId>,
    /// How many cases would wait, were they not suspended (rule C12).
    pub suspended: usize,
}

impl Overview {
    /// What can be looked at on a side.
    pub fn listed(&self, side: Side) -> &[(RowId, Prospect)] {
        &self.listed[side as usize]
    }
}

/// A unit that may be shown for a case, or a case for a unit, and how well they fit.
#[derive(Clone, Copy)]
pub struct Fitting {
    pub row: RowId,
    pub fit: Match,
    pub is_possible: bool,
    /// Of a case: the days since it waits.
    pub waits: Option<i64>,
}

/// Works out the overview in the background.
pub struct MatchJob {
    key: MatchKey,
    dataset: Arc<Dataset>,
}

impl MatchJob {
    /// Takes longer than a frame on large datasets.
    pub fn run(self) -> Overview {
        let links = Links::of(&self.dataset);
        let lens = Lens::new(&self.dataset, &links, self.key.today);
        let assignment = assign(&lens, self.key.off);
        let is_suspended = |case: &&Relocation| case.is_open_on(lens.as_of) && case.is_suspended_on(lens.as_of);
        let suspended = self.dataset.relocations.iter().filter(is_suspended).count();
        let (missing, under) = (missing(&lens, &assignment.left), under(&lens));
        let listed = [cases(&assignment), homes(&lens, &assignment)];
        Overview { key: self.key, listed, missing, under, suspended, assignment }
    }
}

fn cases(assignment: &Assignment) -> Vec<(RowId, Prospect)> {
    let pairs = assignment.pairs.iter().map(|(case, unit)| (*case, Prospect::Assigned(*unit)));
    let under_way = assignment.under_way.iter().map(|(case, unit)| (*case, Prospect::Proposed(*unit)));
    pairs.chain(under_way).chain(assignment.left.iter().map(|case| (*case, Prospect::None))).collect()
}

/// The free units, those on offer for longest first in each part.
fn homes(lens: &Lens, assignment: &Assignment) -> Vec<(RowId, Prospect)> {
    let to: HashMap<RowId, RowId> = assignment.pairs.iter().map(|(case, unit)| (*unit, *case)).collect();
    let free = lens.dataset.units.iter().map(|unit| Home::of(lens, unit)).filter(Home::is_free);
    let listed = free.map(|home| {
        let row = home.unit.id();
        let (part, prospect) = match (to.get(&row), home.candidates().first()) {
            (Some(case), _) => (0, Prospect::Assigned(*case)),
            (None, Some(case)) => (1, Prospect::Proposed(*case)),
            (None, None) => (2, Prospect::None),
        };
        ((part, home.unit.published.is_none(), home.unit.published), (row, prospect))
    });
    let mut listed: Vec<_> = listed.collect();
    listed.sort_by_key(|(order, _)| *order);
    listed.into_iter().map(|(_, home)| home).collect()
}

fn missing(lens: &Lens, left: &[RowId]) -> Vec<(Wanted, usize)> {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for case in left.iter().filter_map(|row| lens.dataset.relocations.find(*row)) {
        // Who goes anywhere wants no place.
        let place = case.wanted.first().filter(|place| **place != Territory::Anywhere);
        *counts.entry((case.dwellings.first().copied(), place.cloned())).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts.truncate(MISSING);
    counts
}

fn under(lens: &Lens) -> Vec<RowId> {
    let Some(period) = period_of(lens.dataset, lens.as_of) else { return Vec::new() };
    let progress = progress(lens, Span::Period(period.id()));
    let is_under = |landlord: &&Landlord| {
        let units = progress.of(landlord.id()).map(|figures| &figures.units);
        units.is_some_and(|units| units.target.total.is_some_and(|target| units.delivered.n() < target as usize))
    };
    let parties = lens.dataset.landlords.iter().filter(|landlord| landlord.is_answering_on(lens.as_of));
    parties.filter(is_under).map(Record::id).collect()
}

impl Session {
    pub const fn is_switched_off(&self, criterion: Criterion) -> bool {
        self.matching.off[criterion as usize]
    }

    pub(super) fn switch(&mut self, criterion: Criterion) {
        let off = &mut self.matching.off[criterion as usize];
        *off = !*off;
    }

    /// The assignment, once it is worked out; the last one while a new one is.
    pub fn matches(&self) -> Option<&Overview> {
        self.matching.overview.as_ref().filter(|overview| overview.key.document == self.opened)
    }

    pub const fn match_side(&self) -> Side {
        self.matching.side
    }

    pub(super) const fn match_from(&mut self, side: Side) {
        self.matching.side = side;
    }

    /// The case or the unit that is looked at, and what may be shown for it, the best first.
    pub fn fitting(&self) -> Option<(RowId, &[Fitting])> {
        let ((_, side, row), fitting) = self.matching.fitting.as_ref()?;
        (*side == self.matching.side).then_some((*row, fitting))
    }

    /// Looks at a case or a unit; the keys go on from there.
    pub(super) const fn look_at(&mut self, row: RowId) {
        self.matching.chosen[self.matching.side as usize] = Some(row);
        self.focus = Focus::Page;
    }

    /// Changes when the keys went to another case or unit; the view then scrolls to it.
    pub const fn match_moves(&self) -> u64 {
        self.matching.moves
    }

    /// Enter opens what is looked at.
    pub(super) fn press_in_matches(&mut self, stroke: Stroke) {
        let (side, listed) = (self.matching.side, self.matches_listed());
        let Some(row) = self.looked_at() else { return };
        if let Some(by) = stroke.step_in_list(listed.len()) {
            let at = listed.iter().position(|(it, _)| *it == row).unwrap_or(0);
            let to = listed.get(at.saturating_add_signed(by).min(listed.len().saturating_sub(1)));
            if let Some((row, _)) = to.copied() {
                self.look_at(row);
                self.matching.moves += 1;
            }
        } else if stroke == Stroke::new(Modifiers::NONE, Key::Enter)
            && let Some(column) = side.table().label().first()
        {
            self.handle(Command::Reveal(CellRef { table: side.table(), row, column: *column }));
        }
    }

    /// What can be looked at.
    fn matches_listed(&self) -> &[(RowId, Prospect)] {
        self.matches().map_or(&[], |overview| overview.listed(self.matching.side))
    }

    /// The one chosen, otherwise the first for which nothing is under way.
    fn looked_at(&self) -> Option<RowId> {
        let listed = self.matches_listed();
        let is_listed = |row: &RowId| listed.iter().any(|(it, _)| it == row);
        let first = listed.iter().find(|(_, prospect)| !matches!(prospect, Prospect::Proposed(_))).or(listed.first());
        let chosen = self.matching.chosen[self.matching.side as usize].filter(is_listed);
        chosen.or(first.map(|(row, _)| *row))
    }

    fn match_key(&self) -> MatchKey {
        let (document, revision) = (self.opened, self.document.revision());
        MatchKey { document, revision, today: self.today(), off: self.matching.off }
    }

    /// A background job that works out the assignment, once for each change while the page is shown.
    pub fn take_match_job(&mut self) -> Option<MatchJob> {
        let key = self.match_key();
        if self.page != Page::Matching || !self.is_open() || self.matching.asked == Some(key) {
            return None;
        }
        self.matching.asked = Some(key);
        Some(MatchJob { key, dataset: self.document.snapshot() })
    }

    /// Accepts an overview, unless it is of an earlier state.
    pub fn matched(&mut self, overview: Overview) {
        if self.matching.asked == Some(overview.key) {
            self.matching.overview = Some(overview);
        }
    }

    /// Finds what fits the case or the unit that is looked at.
    pub(super) fn refresh_matching(&mut self) {
        if self.page != Page::Matching {
            return;
        }
        let side = self.matching.side;
        let Some(row) = self.looked_at() else {
            self.matching.fitting = None;
            return;
        };
        let of = (self.match_key(), side, row);
        if self.matching.fitting.as_ref().is_none_or(|(kept, _)| *kept != of) {
            self.matching.fitting = Some((of, self.fitting_for(side, row)));
        }
    }

    /// What is gone, or where she may not be found, is no question; nor is who does not wait.
    fn fitting_for(&self, side: Side, at: RowId) -> Vec<Fitting> {
        let lens = self.lens();
        let fitting = |row: RowId, case: &Relocation, home: &Home, waits| {
            let fit = matched(&lens, case, home).filter(|_| home.is_left_for(case.id()))?;
            Some(Fitting { row, fit, is_possible: fit.is_possible(self.matching.off), waits })
        };
        let mut found: Vec<_> = match side {
            Side::Cases => {
                let Some(case) = lens.dataset.relocations.find(at) else { return Vec::new() };
                let of = |unit: &Unit| fitting(unit.id(), case, &Home::of(&lens, unit), None);
                lens.dataset.units.iter().filter_map(of).collect()
            }
            Side::Homes => {
                let Some(unit) = lens.dataset.units.find(at) else { return Vec::new() };
                let home = Home::of(&lens, unit);
                let of = |case: &Relocation| {
                    let waits = (lens.as_of - waits_since(&lens, case)?).num_days();
                    fitting(case.id(), case, &home, Some(waits))
                };
                lens.dataset.relocations.iter().filter_map(of).collect()
            }
        };
        found.sort_by_key(|found| Reverse((found.is_possible, found.fit.rank(), found.waits)));
        found
    }
}

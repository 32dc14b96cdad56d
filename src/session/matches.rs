//! The page of matching: the case that is looked at, the criteria that are switched off, and what follows from them.
//!
//! The assignment over all is worked out in the background, once for each change while the page is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::dataset::Dataset;
use crate::domain::dwelling::Dwelling;
use crate::domain::id::RowId;
use crate::domain::landlord::Landlord;
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::Record;
use crate::domain::unit::Unit;
use crate::domain::value::Territory;
use crate::edit::Revision;
use crate::indicators::{Span, period_of, progress};
use crate::matching::{Assignment, Criterion, Fit, Home, Match, Off, assign, matched};

use super::Session;
use super::page::Page;

/// How many kinds of missing homes are told.
const MISSING: usize = 5;

#[derive(Default)]
pub(super) struct Matching {
    off: Off,
    case: Option<RowId>,
    /// What is being worked out, or was.
    asked: Option<MatchKey>,
    overview: Option<Overview>,
    homes: Option<((MatchKey, RowId), Vec<Fitting>)>,
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

/// The best assignment, and what is missing for the others.
pub struct Overview {
    key: MatchKey,
    pub assignment: Assignment,
    /// First type and place wanted by those who are left, and by how many, the most first.
    pub missing: Vec<(Wanted, usize)>,
    /// Landlords that made fewer units available than they committed to, in the running period.
    pub under: Vec<RowId>,
}

/// A unit that may be shown for a case, and how well it fits.
#[derive(Clone, Copy)]
pub struct Fitting {
    pub unit: RowId,
    pub fit: Match,
    pub is_possible: bool,
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
        Overview { key: self.key, missing: missing(&lens, &assignment.left), under: under(&lens), assignment }
    }
}

fn missing(lens: &Lens, left: &[RowId]) -> Vec<(Wanted, usize)> {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for case in left.iter().filter_map(|row| lens.dataset.relocations.find(*row)) {
        *counts.entry((case.dwellings.first().copied(), case.wanted.first().cloned())).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
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

    /// The case that is looked at, and the units that may be shown for it, the best first.
    pub fn fitting(&self) -> Option<(RowId, &[Fitting])> {
        let ((_, case), homes) = self.matching.homes.as_ref()?;
        Some((*case, homes))
    }

    pub(super) fn look_at(&mut self, case: RowId) {
        self.matching.case = Some(case);
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

    /// Finds the units for the case that is looked at: the one chosen, otherwise the one that waits longest.
    pub(super) fn refresh_matching(&mut self) {
        if self.page != Page::Matching {
            return;
        }
        let first = self.matches().and_then(|overview| {
            let Assignment { pairs, left, under_way, .. } = &overview.assignment;
            let of = |pairs: &[(RowId, RowId)]| pairs.first().map(|(case, _)| *case);
            // Who has a home proposed needs none looked for.
            of(pairs).or(left.first().copied()).or(of(under_way))
        });
        let is_listed =
            |case: &RowId| self.matches().is_some_and(|overview| overview.assignment.cases().any(|it| it == *case));
        let chosen = self.matching.case.filter(is_listed);
        let Some(case) = chosen.or(first) else {
            self.matching.homes = None;
            return;
        };
        let of = (self.match_key(), case);
        if self.matching.homes.as_ref().is_none_or(|(kept, _)| *kept != of) {
            self.matching.homes = Some((of, self.homes_for(case)));
        }
    }

    fn homes_for(&self, case: RowId) -> Vec<Fitting> {
        let lens = self.lens();
        let Some(case) = lens.dataset.relocations.find(case) else { return Vec::new() };
        let fitting = |unit: &Unit| {
            let fit = matched(&lens, case, &Home::of(&lens, unit))?;
            let is_possible = fit.is_possible(self.matching.off);
            // What is gone is no question.
            (fit.of(Criterion::Free) != Fit::No).then_some(Fitting { unit: unit.id(), fit, is_possible })
        };
        let mut homes: Vec<_> = lens.dataset.units.iter().filter_map(fitting).collect();
        homes.sort_by_key(|home| std::cmp::Reverse((home.is_possible, home.fit.rank())));
        homes
    }

    /// What speaks against a match, or is not known, in words.
    pub fn doubts(&self, fit: &Match) -> String {
        let doubts = fit.doubts().map(|(criterion, fit)| {
            format!("{}\u{a0}{}", fit.sign(), self.words.text(&format!("choice-criterion-{}", criterion.key())))
        });
        let doubts: Vec<_> = doubts.collect();
        if doubts.is_empty() { self.words.text("fits-all").to_owned() } else { doubts.join(", ") }
    }
}

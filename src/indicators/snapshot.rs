//! The figures of one dataset, span, day and audience, memoised on first use.
//!
//! A snapshot is immutable and owns what its figures are counted from, so a figure is never read for another
//! audience, day or revision. The audience alone decides what is suppressed. Clones share the memoised figures,
//! also between threads.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::domain::convention::Period;
use crate::domain::dataset::Dataset;
use crate::domain::id::RowMap;
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::Audience;

use super::basis::Basis;
use super::breakdown::{Breakdown, By, breakdown};
use super::case_flow::{CaseFlow, case_flow};
use super::changes::{SinceCommittee, since_committee};
use super::count::Total;
use super::curve::{Curve, curve};
use super::delays::{Delays, Leg, UnitDays, delays, unit_days};
use super::groups::group_size;
use super::needs::{Waiting, waiting};
use super::progress::{Progress, progress};
use super::publication::{PublishedThen, published_then};
use super::release::{Release, release};
use super::rounds::{Round, rounds};
use super::span::{Span, SpanAsOf};

#[derive(Clone, Debug)]
pub struct Snapshot(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    basis: Basis,
    memo: Memo,
}

#[derive(Debug, Default)]
struct Memo {
    progress: OnceLock<Progress>,
    since: OnceLock<Option<SinceCommittee>>,
    curve: OnceLock<Option<Curve>>,
    children: OnceLock<Option<Total>>,
    waiting: OnceLock<Vec<Waiting>>,
    release: OnceLock<Release>,
    associations: OnceLock<Breakdown>,
    departements: OnceLock<Breakdown>,
    delays: OnceLock<[Delays; Leg::ALL.len()]>,
    unit_days: OnceLock<RowMap<UnitDays>>,
    case_flow: OnceLock<CaseFlow>,
    rounds: OnceLock<Vec<Round>>,
    published: OnceLock<Option<PublishedThen>>,
    years: OnceLock<Vec<Snapshot>>,
}

impl Snapshot {
    /// For records whose links are already built.
    pub fn new(dataset: Arc<Dataset>, links: Arc<Links>, view: SpanAsOf, audience: Audience) -> Self {
        Self(Arc::new(Inner { basis: Basis { dataset, links, view, audience }, memo: Memo::default() }))
    }

    /// Builds the links of the records first.
    pub fn of(dataset: Arc<Dataset>, view: SpanAsOf, audience: Audience) -> Self {
        let links = Arc::new(Links::of(&dataset));
        Self::new(dataset, links, view, audience)
    }

    pub fn dataset(&self) -> &Dataset {
        &self.0.basis.dataset
    }

    /// The records as of the day of the figures.
    pub fn lens(&self) -> Lens<'_> {
        self.0.basis.lens()
    }

    pub fn view(&self) -> SpanAsOf {
        self.0.basis.view
    }

    pub fn audience(&self) -> Audience {
        self.0.basis.audience
    }

    /// Whether figures broken down by an attribute of persons are exact.
    pub fn is_exact(&self) -> bool {
        self.0.basis.is_exact()
    }

    /// The smallest number of persons or homes of which a figure is published.
    pub fn least(&self) -> usize {
        self.0.basis.least()
    }

    /// How many make a group of delays or of children; one for the office.
    pub fn group_size(&self) -> usize {
        if self.is_exact() { 1 } else { group_size(self.dataset()) as usize }
    }

    /// Progress of each landlord and of the region. Only the office gets the children: they may be those of one
    /// woman.
    pub fn progress(&self) -> &Progress {
        self.0.memo.progress.get_or_init(|| {
            let exact = progress(&self.lens(), self.0.basis.view.span);
            if self.is_exact() { exact } else { exact.without_children() }
        })
    }

    /// `None` where the span has no days.
    pub fn curve(&self) -> Option<&Curve> {
        // Drawn alike for the office, so that its picture is no other one.
        let drawn = || curve(&self.lens(), self.view().span, self.progress(), self.0.basis.published_as_of());
        self.0.memo.curve.get_or_init(drawn).as_ref()
    }

    /// Children of the women rehoused, with these women: exact for the office, otherwise those of full groups
    /// (`groups`). `None` where no group is full.
    pub fn children(&self) -> Option<&Total> {
        let exact = || Some(self.progress().region.figures.women.children.clone());
        let in_groups = || self.curve().and_then(Curve::children_in_groups);
        self.0.memo.children.get_or_init(|| if self.is_exact() { exact() } else { in_groups() }).as_ref()
    }

    /// `None` where no committee was held.
    pub fn since(&self) -> Option<&SinceCommittee> {
        let since = || {
            let exact = since_committee(&self.lens(), self.progress())?;
            Some(if self.is_exact() { exact } else { exact.without_children() })
        };
        self.0.memo.since.get_or_init(since).as_ref()
    }

    pub(super) fn waiting(&self) -> &[Waiting] {
        self.0.memo.waiting.get_or_init(|| waiting(&self.lens()))
    }

    pub fn release(&self) -> &Release {
        self.0.memo.release.get_or_init(|| release(&self.0.basis, self.progress(), self.waiting()))
    }

    pub fn breakdown(&self, by: By) -> &Breakdown {
        let memo = match by {
            By::Association => &self.0.memo.associations,
            By::Departement => &self.0.memo.departements,
        };
        memo.get_or_init(|| breakdown(&self.0.basis, by, (self.progress(), self.waiting())))
    }

    /// The day as of which groups of women are read; none before the first publication.
    pub fn groups_as_of(&self) -> Option<NaiveDate> {
        self.0.basis.groups_as_of()
    }

    pub fn delays(&self) -> &[Delays] {
        self.0.memo.delays.get_or_init(|| delays(&self.0.basis))
    }

    pub fn unit_days(&self) -> &RowMap<UnitDays> {
        self.0.memo.unit_days.get_or_init(|| unit_days(&self.lens(), self.progress()))
    }

    /// For the office; others read nothing of it.
    pub fn case_flow(&self) -> &CaseFlow {
        let exact = || case_flow(&self.lens(), self.0.basis.view.span, self.progress());
        self.0.memo.case_flow.get_or_init(|| if self.is_exact() { exact() } else { CaseFlow::default() })
    }

    /// What was published as of its day for its span, if anything was.
    pub fn published_then(&self) -> Option<&PublishedThen> {
        self.0.memo.published.get_or_init(|| published_then(self)).as_ref()
    }

    /// The figures of each period begun by its day, by date: of one that is over, as of its last day.
    pub fn years(&self) -> &[Self] {
        self.0.memo.years.get_or_init(|| {
            let as_of = self.view().as_of;
            let mut begun: Vec<&Period> = self.dataset().periods.iter().collect();
            begun.retain(|period| period.starts.is_some_and(|starts| starts <= as_of));
            begun.sort_by_key(|period| period.starts);
            let year = |period: &Period| {
                let as_of = period.ends.map_or(as_of, |ends| ends.min(as_of));
                self.other(SpanAsOf { span: Span::Period(period.id()), as_of })
            };
            begun.into_iter().map(year).collect()
        })
    }

    /// The figures of the same records for another span and day.
    #[must_use]
    pub fn other(&self, view: SpanAsOf) -> Self {
        let Basis { dataset, links, audience, .. } = &self.0.basis;
        Self::new(Arc::clone(dataset), Arc::clone(links), view, *audience)
    }

    pub fn rounds(&self) -> &[Round] {
        self.0.memo.rounds.get_or_init(|| rounds(&self.lens(), self.0.basis.view.span, self.progress(), self.waiting()))
    }
}

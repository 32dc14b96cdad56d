//! The figures of one dataset, view and audience: counted when first asked for, then kept.
//!
//! A snapshot owns what its figures are counted from and nothing can change it, so that no figure is
//! ever read for another audience, day or revision. Its audience alone decides what is masked. Clones
//! share what was counted, between threads as well.

use std::sync::{Arc, OnceLock};

use crate::domain::dataset::Dataset;
use crate::domain::id::RowMap;
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::Audience;

use super::breakdown::{Breakdown, By, breakdown};
use super::count::Total;
use super::curve::{Curve, curve};
use super::delays::{Delays, Leg, UnitDays, delays, unit_days};
use super::movement::{Since, since_committee};
use super::needs::{Waiting, waiting};
use super::progress::{Progress, progress};
use super::released::{Release, release};
use super::rounds::{Round, rounds};
use super::span::View;
use super::ways::{Ways, ways};

/// The figures of a dataset, a view and an audience.
#[derive(Clone, Debug)]
pub struct Snapshot(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    dataset: Arc<Dataset>,
    links: Arc<Links>,
    view: View,
    audience: Audience,
    kept: Kept,
}

/// What was counted so far.
#[derive(Debug, Default)]
struct Kept {
    progress: OnceLock<Progress>,
    since: OnceLock<Option<Since>>,
    curve: OnceLock<Option<Curve>>,
    children: OnceLock<Option<Total>>,
    waiting: OnceLock<Vec<Waiting>>,
    release: OnceLock<Release>,
    associations: OnceLock<Breakdown>,
    departements: OnceLock<Breakdown>,
    delays: OnceLock<[Delays; Leg::ALL.len()]>,
    unit_days: OnceLock<RowMap<UnitDays>>,
    ways: OnceLock<Ways>,
    rounds: OnceLock<Vec<Round>>,
}

impl Snapshot {
    /// A snapshot of records whose links are known.
    pub fn new(dataset: Arc<Dataset>, links: Arc<Links>, view: View, audience: Audience) -> Self {
        Self(Arc::new(Inner { dataset, links, view, audience, kept: Kept::default() }))
    }

    /// A snapshot of records.
    pub fn of(dataset: Arc<Dataset>, view: View, audience: Audience) -> Self {
        let links = Arc::new(Links::of(&dataset));
        Self::new(dataset, links, view, audience)
    }

    /// The records.
    pub fn dataset(&self) -> &Dataset {
        &self.0.dataset
    }

    /// The records as of the day of the figures.
    pub fn lens(&self) -> Lens<'_> {
        Lens::new(&self.0.dataset, &self.0.links, self.0.view.as_of)
    }

    /// The span and the day.
    pub fn view(&self) -> View {
        self.0.view
    }

    /// For whom.
    pub fn audience(&self) -> Audience {
        self.0.audience
    }

    /// Whether figures that cross an attribute of persons are exact.
    pub fn is_exact(&self) -> bool {
        self.0.audience == Audience::Office
    }

    /// From how many persons or homes on a figure of them is published.
    pub fn least(&self) -> usize {
        if self.is_exact() { 1 } else { self.dataset().the_convention().small_number_threshold() as usize }
    }

    /// The progress of each landlord and of the region; children are counted for the office alone, for they
    /// may be those of one woman.
    pub fn progress(&self) -> &Progress {
        self.0.kept.progress.get_or_init(|| {
            let exact = progress(&self.lens(), self.0.view.span);
            if self.is_exact() { exact } else { exact.without_children() }
        })
    }

    /// The women rehoused, day by day; none where the span has no days.
    pub fn curve(&self) -> Option<&Curve> {
        self.0.kept.curve.get_or_init(|| curve(&self.lens(), self.0.view.span, self.progress())).as_ref()
    }

    /// The children of the women rehoused, with these women: exact for the office, else those of whole
    /// groups of women; none where no group is whole.
    pub fn children(&self) -> Option<&Total> {
        let exact = || Some(self.progress().region.figures.women.children.clone());
        let in_groups = || self.curve().and_then(Curve::children_in_groups);
        self.0.kept.children.get_or_init(|| if self.is_exact() { exact() } else { in_groups() }).as_ref()
    }

    /// What moved since the last committee, if one was held.
    pub fn since(&self) -> Option<&Since> {
        let since = || {
            let exact = since_committee(&self.lens(), self.progress())?;
            Some(if self.is_exact() { exact } else { exact.without_children() })
        };
        self.0.kept.since.get_or_init(since).as_ref()
    }

    pub(super) fn waiting(&self) -> &[Waiting] {
        self.0.kept.waiting.get_or_init(|| waiting(&self.lens()))
    }

    /// Needs against opportunities.
    pub fn release(&self) -> &Release {
        self.0.kept.release.get_or_init(|| release(self))
    }

    /// By association, or by département.
    pub fn breakdown(&self, by: By) -> &Breakdown {
        let kept = match by {
            By::Association => &self.0.kept.associations,
            By::Departement => &self.0.kept.departements,
        };
        kept.get_or_init(|| breakdown(self, by))
    }

    /// From step to step.
    pub fn delays(&self) -> &[Delays] {
        self.0.kept.delays.get_or_init(|| delays(self))
    }

    /// How long the units of each landlord waited.
    pub fn unit_days(&self) -> &RowMap<UnitDays> {
        self.0.kept.unit_days.get_or_init(|| unit_days(&self.lens(), self.progress()))
    }

    /// The way of the cases.
    pub fn ways(&self) -> &Ways {
        self.0.kept.ways.get_or_init(|| ways(&self.lens(), self.0.view.span, self.progress()))
    }

    /// From committee to committee.
    pub fn rounds(&self) -> &[Round] {
        self.0.kept.rounds.get_or_init(|| rounds(&self.lens(), self.0.view.span, self.progress(), self.waiting()))
    }
}

//! What charts are drawn from besides the progress: each counted when a chart first asks for it.
//!
//! Owns no figure. One analysis is of one dataset, span, day and audience; whoever keeps it makes
//! a new one when one of them changes.

use std::cell::OnceCell;

use crate::domain::id::RowMap;
use crate::domain::lens::Lens;
use crate::domain::schema::Audience;

use super::breakdown::{Breakdown, By, breakdown};
use super::count::Total;
use super::curve::{Curve, curve};
use super::delays::{Delays, Leg, UnitDays, delays, unit_days};
use super::movement::{Since, since_committee};
use super::needs::{Waiting, offers, waiting};
use super::progress::Progress;
use super::released::{Release, release};
use super::rounds::{Round, rounds};
use super::span::Span;
use super::ways::{Ways, ways};

/// What an analysis is of.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// The records, as of the day of the figures.
    pub lens: Lens<'a>,
    /// The span.
    pub span: Span,
    /// Its figures.
    pub progress: &'a Progress,
    /// For whom.
    pub audience: Audience,
}

/// Figures that are there once they were asked for.
#[derive(Debug, Default)]
pub struct Analysis {
    since: OnceCell<Option<Since>>,
    curve: OnceCell<Option<Curve>>,
    children: OnceCell<Option<Total>>,
    waiting: OnceCell<Vec<Waiting>>,
    release: OnceCell<Release>,
    associations: OnceCell<Breakdown>,
    departements: OnceCell<Breakdown>,
    delays: OnceCell<[Delays; Leg::ALL.len()]>,
    unit_days: OnceCell<RowMap<UnitDays>>,
    ways: OnceCell<Ways>,
    rounds: OnceCell<Vec<Round>>,
}

impl Analysis {
    /// The women rehoused, day by day; none where the span has no days.
    pub fn curve(&self, of: &Basis) -> Option<&Curve> {
        self.curve.get_or_init(|| curve(&of.lens, of.span, of.progress)).as_ref()
    }

    /// The children of the women rehoused, exact for the office, else those of whole groups of women;
    /// none where no group is whole.
    pub fn children(&self, of: &Basis) -> Option<&Total> {
        let exact = || Some(of.progress.region.figures.women.children.clone());
        let in_groups = || self.curve(of).and_then(Curve::children_in_groups);
        let is_exact = of.audience == Audience::Office;
        self.children.get_or_init(|| if is_exact { exact() } else { in_groups() }).as_ref()
    }

    /// What moved since the last committee.
    pub fn since(&self, of: &Basis) -> Option<&Since> {
        self.since.get_or_init(|| since_committee(&of.lens)).as_ref()
    }

    fn waiting(&self, of: &Basis) -> &[Waiting] {
        self.waiting.get_or_init(|| waiting(&of.lens))
    }

    /// Needs against opportunities.
    pub fn release(&self, of: &Basis) -> &Release {
        self.release.get_or_init(|| release(&of.lens, self.waiting(of), &offers(&of.lens, of.progress), of.audience))
    }

    /// By association, or by département.
    pub fn breakdown(&self, of: &Basis, by: By) -> &Breakdown {
        let kept = match by {
            By::Association => &self.associations,
            By::Departement => &self.departements,
        };
        kept.get_or_init(|| {
            let needs = (self.waiting(of), self.release(of));
            breakdown(&of.lens, of.span, of.progress, needs, by, of.audience)
        })
    }

    /// From step to step.
    pub fn delays(&self, of: &Basis) -> &[Delays] {
        self.delays.get_or_init(|| delays(&of.lens, of.span, of.audience))
    }

    /// How long the units of each landlord waited.
    pub fn unit_days(&self, of: &Basis) -> &RowMap<UnitDays> {
        self.unit_days.get_or_init(|| unit_days(&of.lens, of.progress))
    }

    /// The way of the cases.
    pub fn ways(&self, of: &Basis) -> &Ways {
        self.ways.get_or_init(|| ways(&of.lens, of.span, of.progress))
    }

    /// From committee to committee.
    pub fn rounds(&self, of: &Basis) -> &[Round] {
        self.rounds.get_or_init(|| rounds(&of.lens, of.span, of.progress, self.waiting(of)))
    }
}

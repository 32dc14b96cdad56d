//! The charts that there are: window, command line and exports walk this one list.

use crate::domain::commitment::Axis;
use crate::domain::dataset::Dataset;
use crate::domain::lens::Lens;
use crate::domain::schema::Audience;
use crate::indicators::{Analysis, Basis, By, Progress, Span, View};
use crate::words::Words;

use super::input::{Order, curve_input, fates_input, imprint, progress_input};
use super::layout::curve;
use super::layout::fates::{self, FatesInput};
use super::layout::page::Page;
use super::layout::progress;
use super::said::cases;
use super::said::{supply, tables};
use super::scene::Scene;

/// A chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chart {
    /// Units made available, per landlord.
    Units,
    /// Women rehoused after a referral, per landlord.
    Relocations,
    /// What became of the units, per landlord.
    Fates,
    /// The women rehoused, day by day.
    Curve,
    /// Needs against opportunities, by dwelling type.
    Needs,
    /// The gap between them, by type and place.
    Matrix,
    /// Both, a tile a place.
    Map,
    /// Days from step to step.
    Delays,
    /// Where cases are, and how they left.
    Ways,
    /// Needs to rehousings, by association.
    Associations,
    /// The same, by département.
    Departements,
    /// From committee to committee.
    Rounds,
    /// People trained, per landlord.
    Training,
    /// Sessions and people, per landlord.
    Sessions,
    /// What others publish about the region, beside the convention's figures.
    Context,
}

/// What charts are drawn from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The records, as of the day of the figures.
    pub lens: Lens<'a>,
    /// The span.
    pub span: Span,
    /// Their figures.
    pub progress: &'a Progress,
    /// What is counted once a chart asks for it.
    pub analysis: &'a Analysis,
    /// In which order landlords stand.
    pub order: Order,
    /// For whom: what crosses an attribute of persons is exact for the office alone.
    pub audience: Audience,
    /// The words.
    pub words: &'a Words,
}

impl Chart {
    /// Every chart, in the order in which they are offered.
    pub const ALL: [Self; 15] = [
        Self::Units,
        Self::Relocations,
        Self::Fates,
        Self::Curve,
        Self::Needs,
        Self::Matrix,
        Self::Map,
        Self::Delays,
        Self::Ways,
        Self::Associations,
        Self::Departements,
        Self::Rounds,
        Self::Training,
        Self::Sessions,
        Self::Context,
    ];

    /// Key in the word files (`charts-<key>`, `chart-file-<key>`) and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::Relocations => "relocations",
            Self::Fates => "fates",
            Self::Curve => "curve",
            Self::Needs => "needs",
            Self::Matrix => "matrix",
            Self::Map => "map",
            Self::Delays => "delays",
            Self::Ways => "ways",
            Self::Associations => "associations",
            Self::Departements => "departements",
            Self::Rounds => "rounds",
            Self::Training => "training",
            Self::Sessions => "sessions",
            Self::Context => "context",
        }
    }

    /// The charts that have something to show: trainings may not be followed, nor context figures.
    pub fn offered(dataset: &Dataset, progress: &Progress) -> Vec<Self> {
        let figures = &progress.region.figures.training;
        let has_trainings = figures.target.total.is_some() || figures.sessions.n() + figures.planned.n() > 0;
        let is_offered = |chart: &Self| match chart {
            Self::Training | Self::Sessions => has_trainings,
            Self::Context => dataset.context.iter().next().is_some(),
            _ => true,
        };
        Self::ALL.into_iter().filter(is_offered).collect()
    }

    /// Whether it crosses an attribute of persons, and so differs for the office.
    pub const fn is_of_persons(self) -> bool {
        matches!(
            self,
            Self::Needs
                | Self::Matrix
                | Self::Map
                | Self::Associations
                | Self::Departements
                | Self::Delays
                | Self::Fates
        )
    }

    /// Whether it is for the office alone when drawn for that audience.
    pub const fn is_internal(self, audience: Audience) -> bool {
        matches!(audience, Audience::Office) && self.is_of_persons()
    }

    /// The chart, `width` wide and at least `height` high.
    pub fn scene(self, source: &Source, width: f32, height: f32) -> Scene {
        let Source { lens, span, progress, analysis, order, audience, words } = *source;
        let (dataset, size) = (lens.dataset, (width, height));
        let view = View { span, as_of: lens.as_of };
        let of = Basis { lens, span, progress, audience };
        let imprint = imprint(dataset, lens.as_of);
        let page = Page { words, imprint: &imprint, is_internal: self.is_internal(audience) };
        let threshold = dataset.the_convention().small_number_threshold() as usize;
        let least = if audience == Audience::Office { 1 } else { threshold };
        let of_axis = |axis| {
            let input = progress_input(dataset, progress, view, (axis, order), analysis.since(&of), words);
            progress::scene(&input, words, width, height)
        };
        match self {
            Self::Units => of_axis(Axis::Units),
            Self::Relocations => of_axis(Axis::Relocations),
            Self::Training => of_axis(Axis::Training),
            Self::Fates => {
                let input = fates_input(dataset, progress, (analysis.unit_days(&of), least), lens.as_of, words);
                fates::scene(&FatesInput { is_internal: page.is_internal, ..input }, words, width, height)
            }
            Self::Curve => curve::scene(&curve_input(dataset, analysis.curve(&of), view, words), words, width, height),
            Self::Needs => supply::needs(&page, analysis.release(&of), size),
            Self::Matrix => supply::matrix(&page, analysis.release(&of), size),
            Self::Map => supply::map(&page, analysis.release(&of), size),
            Self::Delays => cases::delays(&page, analysis.delays(&of), least, size),
            Self::Ways => cases::ways(&page, analysis.ways(&of), size),
            Self::Associations => {
                tables::breakdown(&page, dataset, analysis.breakdown(&of, By::Association), By::Association, size)
            }
            Self::Departements => {
                tables::breakdown(&page, dataset, analysis.breakdown(&of, By::Departement), By::Departement, size)
            }
            Self::Rounds => tables::rounds(&page, analysis.rounds(&of), size),
            Self::Sessions => tables::sessions(&page, dataset, progress, size),
            Self::Context => tables::context(&page, dataset, size),
        }
    }
}

//! The charts that there are: window, command line and exports walk this one list.

use crate::domain::commitment::Axis;
use crate::domain::dataset::Dataset;
use crate::domain::lens::Lens;
use crate::indicators::{self, Progress, View};
use crate::words::Words;

use super::curve::{self, CurveInput};
use super::fates;
use super::input::{Order, fates_input, progress_input};
use super::progress;
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
    /// People trained, per landlord.
    Training,
}

/// What charts are drawn from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The records, as of the day of the figures.
    pub lens: Lens<'a>,
    /// Their figures.
    pub progress: &'a Progress,
    /// The span and the day.
    pub view: View,
    /// In which order landlords stand.
    pub order: Order,
    /// The words.
    pub words: &'a Words,
}

impl Chart {
    /// Every chart, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Units, Self::Relocations, Self::Fates, Self::Curve, Self::Training];

    /// Key in the word files (`charts-<key>`, `chart-file-<key>`) and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::Relocations => "relocations",
            Self::Fates => "fates",
            Self::Curve => "curve",
            Self::Training => "training",
        }
    }

    /// The axis whose progress it shows, if it shows one.
    const fn axis(self) -> Option<Axis> {
        match self {
            Self::Units => Some(Axis::Units),
            Self::Relocations => Some(Axis::Relocations),
            Self::Training => Some(Axis::Training),
            Self::Fates | Self::Curve => None,
        }
    }

    /// The chart, `width` wide and at least `height` high.
    pub fn scene(self, source: &Source, width: f32, height: f32) -> Scene {
        let Source { lens, progress, view, order, words } = *source;
        let dataset: &Dataset = lens.dataset;
        if let Some(axis) = self.axis() {
            let input = progress_input(dataset, progress, view, axis, order, words);
            return progress::scene(&input, words, width, height);
        }
        let convention = dataset.the_convention();
        if self == Self::Fates {
            let input = fates_input(dataset, progress, view);
            return fates::scene(&input, words, width, height);
        }
        let input = CurveInput {
            curve: indicators::curve(&lens, view.span, progress),
            as_of: view.as_of,
            region: convention.region.clone(),
            fictitious: dataset.is_fictitious(),
            basis: convention.count_basis(),
        };
        curve::scene(&input, words, width, height)
    }
}

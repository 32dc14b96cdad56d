//! The charts that there are: window, command line and exports walk this one list.

use crate::domain::commitment::Axis;
use crate::domain::dataset::Dataset;
use crate::indicators::{Curve, Progress, View};
use crate::words::Words;

use super::curve;
use super::fates;
use super::input::{Order, curve_input, fates_input, progress_input};
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
    /// The records.
    pub dataset: &'a Dataset,
    /// Their figures.
    pub progress: &'a Progress,
    /// The women rehoused, day by day; none where the span has no days.
    pub curve: Option<&'a Curve>,
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

    /// The chart, `width` wide and at least `height` high.
    pub fn scene(self, source: &Source, width: f32, height: f32) -> Scene {
        let Source { dataset, progress, curve, view, order, words } = *source;
        let of_axis = |axis| {
            let input = progress_input(dataset, progress, view, axis, order, words);
            progress::scene(&input, words, width, height)
        };
        match self {
            Self::Units => of_axis(Axis::Units),
            Self::Relocations => of_axis(Axis::Relocations),
            Self::Training => of_axis(Axis::Training),
            Self::Fates => fates::scene(&fates_input(dataset, progress, view), words, width, height),
            Self::Curve => curve::scene(&curve_input(dataset, curve, view), words, width, height),
        }
    }
}

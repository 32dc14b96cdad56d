//! The table of charts, from which window, command line and exports are derived.
//!
//! A new chart is an entry here, its layout, and its words.

use crate::domain::commitment::Axis;
use crate::domain::schema::Audience;
use crate::indicators::{By, Snapshot};

use super::input::{ChartSource, curve_input, fates_input, imprint, progress_input};
use super::layout::page::ChartPage;
use super::layout::{curve, fates, progress};
use super::scene::Scene;
use super::wording::{cases, supply, tables, years};

/// What an exact chart would disclose about persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sensitivity {
    /// Nothing: totals of organisations and of the region, the same for every audience.
    Organisations,
    /// An attribute of persons: small cells are suppressed, except for the office.
    Persons,
    /// For the office alone.
    Inside,
}

/// One chart of the table.
struct ChartEntry {
    /// Used in the word files (`charts-<key>`, `chart-file-<key>`), in snapshots, on the command line.
    key: &'static str,
    sensitivity: Sensitivity,
    is_offered: fn(&Snapshot) -> bool,
    scene: fn(&ChartSource, &ChartPage, (f32, f32)) -> Scene,
}

/// Declares the charts in the order in which they are offered: sensitivity, key, when offered, how drawn.
macro_rules! charts {
    ($($(#[$meta:meta])* $chart:ident: $sensitivity:ident, $key:literal, $is_offered:expr, $scene:expr;)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Chart {
            $($(#[$meta])* $chart,)+
        }

        impl Chart {
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$chart),+];

            const fn entry(self) -> &'static ChartEntry {
                match self {
                    $(Self::$chart => const {
                        let sensitivity = Sensitivity::$sensitivity;
                        &ChartEntry { key: $key, sensitivity, is_offered: $is_offered, scene: $scene }
                    },)+
                }
            }
        }
    };
}

charts! {
    /// Units made available, per landlord.
    Units: Organisations, "units", always, |source, _, size| landlords(source, Axis::Units, size);
    /// Women rehoused after a referral, per landlord.
    Relocations: Organisations, "relocations", always, |source, _, size| landlords(source, Axis::Relocations, size);
    /// Each period, against what was promised for it.
    Years: Persons, "years", has_years, |source, page, size| years::years(page, source.snapshot, size);
    /// What happened to the units, per landlord.
    Fates: Persons, "fates", always, |source, page, (width, height)| {
        fates::scene(&fates_input(source, page.imprint.internal), page.words, width, height)
    };
    /// The women rehoused, day by day.
    Curve: Organisations, "curve", always, |source, page, (width, height)| {
        curve::scene(&curve_input(source), page.words, width, height)
    };
    /// Needs against opportunities, by dwelling type.
    Needs: Persons, "needs", always, |source, page, size| supply::needs(page, source.snapshot.release(), size);
    /// Offers less needs, by type and place.
    Matrix: Persons, "matrix", has_gaps, |source, page, size| supply::matrix(page, source.snapshot.release(), size);
    /// Needs and offers, one tile per place.
    Map: Persons, "map", has_places, |source, page, size| supply::map(page, source.snapshot.release(), size);
    /// Days from one step to the next.
    Delays: Persons, "delays", always, |source, page, size| {
        cases::delays(page, source.snapshot, size)
    };
    /// Where cases are, and how they left; it stays inside.
    Ways: Inside, "ways", always, |source, page, size| cases::ways(page, source.snapshot.case_flow(), size);
    /// From needs to rehousings, by association.
    Associations: Persons, "associations", always, |source, page, size| groups(source, page, By::Association, size);
    /// From needs to rehousings, by département.
    Departements: Persons, "departements", always, |source, page, size| groups(source, page, By::Departement, size);
    /// What was added between committees.
    Rounds: Organisations, "rounds", always, |source, page, size| tables::rounds(page, source.snapshot.rounds(), size);
    /// People trained, per landlord.
    Training: Organisations, "training", has_trainings, |source, _, size| landlords(source, Axis::Training, size);
    /// Sessions and people, per landlord.
    Sessions: Organisations, "sessions", has_trainings, |source, page, size| {
        tables::sessions(page, source.snapshot.dataset(), source.snapshot.progress(), size)
    };
    /// What others publish about the region, never added to the convention's figures.
    Context: Organisations, "context", |of| !of.dataset().context.is_empty(), |source, page, size| {
        tables::context(page, source.snapshot.dataset(), size)
    };
}

const fn always(_: &Snapshot) -> bool {
    true
}

/// Of one year the other charts say as much.
fn has_years(of: &Snapshot) -> bool {
    of.years().len() > 1
}

/// Where types are not published within places, the table would say once more what bars and map say.
fn has_gaps(of: &Snapshot) -> bool {
    of.release().is_exact()
}

/// A map of one figure is none.
fn has_places(of: &Snapshot) -> bool {
    !of.release().places.is_empty()
}

/// Not every convention follows trainings.
fn has_trainings(of: &Snapshot) -> bool {
    let training = &of.progress().region.figures.training;
    training.target.total.is_some() || training.sessions.n() + training.planned.n() > 0
}

fn landlords(source: &ChartSource, axis: Axis, (width, height): (f32, f32)) -> Scene {
    progress::scene(&progress_input(source, axis), source.words, width, height)
}

fn groups(source: &ChartSource, page: &ChartPage, by: By, size: (f32, f32)) -> Scene {
    tables::breakdown(page, source.snapshot.dataset(), source.snapshot.breakdown(by), by, size)
}

impl Chart {
    pub fn offered(of: &Snapshot) -> Vec<Self> {
        let is_offered = |chart: &Self| chart.is_for(of.audience()) && (chart.entry().is_offered)(of);
        Self::ALL.into_iter().filter(is_offered).collect()
    }

    /// In the word files (`charts-<key>`, `chart-file-<key>`) and on the command line.
    pub const fn key(self) -> &'static str {
        self.entry().key
    }

    pub const fn sensitivity(self) -> Sensitivity {
        self.entry().sensitivity
    }

    /// Whether it is for the office only when drawn for that audience.
    pub const fn is_internal(self, audience: Audience) -> bool {
        matches!((audience, self.sensitivity()), (Audience::Office, Sensitivity::Persons | Sensitivity::Inside))
    }

    /// Whether an audience may read it at all.
    pub const fn is_for(self, audience: Audience) -> bool {
        matches!(
            (audience, self.sensitivity()),
            (Audience::Office, _) | (_, Sensitivity::Organisations | Sensitivity::Persons)
        )
    }

    /// Draws the chart, `width` wide and at least `height` high.
    pub fn scene(self, source: &ChartSource, width: f32, height: f32) -> Scene {
        let imprint = imprint(source.snapshot, self.is_internal(source.snapshot.audience()));
        let page = ChartPage { words: source.words, imprint: &imprint };
        (self.entry().scene)(source, &page, (width, height))
    }
}

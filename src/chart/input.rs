//! Turns a snapshot into what the layouts draw: names, numbers, the day.

use std::cmp::Reverse;

use crate::domain::commitment::Axis;
use crate::domain::dataset::Dataset;
use crate::domain::fold::fold;
use crate::domain::id::{RowId, RowSet};
use crate::domain::landlord::{Landlord, answering};
use crate::domain::schema::Audience;
use crate::indicators::{Figures, LandlordProgress, SinceCommittee, Snapshot, Span, Stage, UnitDays, unshared};
use crate::words::Words;

use super::layout::curve::CurveInput;
use super::layout::fates::{FatesInput, FatesRow};
use super::layout::frame::Imprint;
use super::layout::progress::{Expected, ProgressInput, ProgressRow};

/// The order of landlords. Those without a commitment always come last: they cannot be compared with the
/// others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RowOrder {
    /// In the order of the table.
    #[default]
    Listed,
    Name,
    /// The largest commitment first.
    Target,
    /// The highest share of the commitment first.
    Rate,
    /// The largest gap first.
    Gap,
}

impl RowOrder {
    pub const ALL: [Self; 5] = [Self::Listed, Self::Name, Self::Target, Self::Rate, Self::Gap];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Name => "name",
            Self::Target => "target",
            Self::Rate => "rate",
            Self::Gap => "gap",
        }
    }

    /// Stable: equal rows stay in the order of the table.
    pub fn sort(self, rows: &mut [ProgressRow]) {
        let target = |row: &ProgressRow| row.target.unwrap_or(0);
        match self {
            Self::Listed => {}
            Self::Name => rows.sort_by_key(|row| fold(&row.name)),
            Self::Target => rows.sort_by_key(|row| Reverse(target(row))),
            Self::Rate => {
                let rate = |row: &ProgressRow| f64::from(row.delivered) / f64::from(target(row).max(1));
                rows.sort_by(|a, b| rate(b).total_cmp(&rate(a)));
            }
            Self::Gap => rows.sort_by_key(|row| Reverse(i64::from(target(row)) - i64::from(row.delivered))),
        }
        rows.sort_by_key(|row| !row.is_committed());
    }
}

/// Everything that charts are drawn from.
#[derive(Clone, Copy)]
pub struct ChartSource<'a> {
    /// The figures, with their audience and day.
    pub snapshot: &'a Snapshot,
    pub order: RowOrder,
    pub words: &'a Words,
}

/// Where the figures come from: the name of the convention.
pub fn imprint(of: &Snapshot, internal: bool) -> Imprint {
    let (dataset, as_of) = (of.dataset(), of.view().as_of);
    Imprint { source: dataset.the_convention().name.clone(), as_of, fictitious: dataset.is_fictitious(), internal }
}

/// The rows of an axis: every landlord in an order, then the region.
pub fn progress_input(source: &ChartSource, axis: Axis) -> ProgressInput {
    let ChartSource { snapshot, order, words } = *source;
    let (dataset, progress, view, since) = (snapshot.dataset(), snapshot.progress(), snapshot.view(), snapshot.since());
    let unshared = unshared(&snapshot.lens(), view.span, axis).into_iter();
    let unshared: Vec<String> = unshared.filter_map(|row| Some(dataset.periods.find(row)?.name.clone())).collect();
    let rows = progress.landlords.iter().filter_map(|of| {
        let landlord = dataset.landlords.find(of.landlord)?;
        let recent = since.map(|since| recent(since, of, axis)).unwrap_or_default();
        let expected = expected(snapshot, landlord);
        let mut row =
            ProgressRow { recent, expected, ..row(Some(of.landlord), landlord.name.clone(), &of.figures, axis) };
        row.target = row.target.filter(|_| unshared.is_empty());
        // A landlord that left or was absorbed needs no row unless it has something to show.
        (landlord.is_answering_on(view.as_of) || !row.is_empty()).then_some(row)
    });
    let mut rows: Vec<ProgressRow> = rows.collect();
    order.sort(&mut rows);
    let convention = dataset.the_convention();
    let period = match view.span {
        Span::Period(row) => dataset.periods.find(row).map(|period| period.name.clone()).unwrap_or_default(),
        Span::SinceStart => String::new(),
    };
    ProgressInput {
        axis,
        region: ProgressRow {
            recent: rows.iter().flat_map(|row| row.recent.iter().copied()).collect(),
            ..region_row(snapshot, axis, words)
        },
        rows,
        platform_women: small(progress.region.figures.women.platform.n()),
        imprint: imprint(snapshot, false),
        period,
        unshared,
        since: since.map(|since| since.day),
        basis: convention.count_basis(),
    }
}

/// From whom the commitment of a landlord is expected in the span: as with what was entered (`Targets`), that is who
/// answers for it on its last day.
fn expected(snapshot: &Snapshot, landlord: &Landlord) -> Expected {
    let (dataset, view) = (snapshot.dataset(), snapshot.view());
    let ends = match view.span {
        Span::Period(row) => dataset.periods.find(row).and_then(|period| period.ends),
        Span::SinceStart => None,
    };
    let day = ends.map_or(view.as_of, |ends| ends.min(view.as_of));
    match answering(dataset, landlord.id(), day).filter(|successor| successor.id() != landlord.id()) {
        Some(successor) => Expected::Successor(successor.name.clone()),
        None if landlord.is_answering_on(day) => Expected::Itself,
        None => Expected::Nobody,
    }
}

/// Rows that count for a landlord now and did not at the last committee.
fn recent(since: &SinceCommittee, of: &LandlordProgress, axis: Axis) -> Vec<RowId> {
    let Some(moved) = since.changes.of(of.landlord) else { return Vec::new() };
    let (came, counts) = match axis {
        Axis::Units => (&moved.units.rows, &of.figures.units.delivered.rows),
        Axis::Relocations => (&moved.referral.rows, &of.figures.relocations.delivered.rows),
        Axis::Training => return Vec::new(),
    };
    let counts: RowSet = counts.iter().copied().collect();
    came.iter().filter(|row| counts.contains(*row)).copied().collect()
}

pub fn region_row(of: &Snapshot, axis: Axis, words: &Words) -> ProgressRow {
    row(None, region_name(of.dataset(), words), &of.progress().region.figures, axis)
}

/// The region's name, or the word for "region" where none was entered.
fn region_name(dataset: &Dataset, words: &Words) -> String {
    let name = dataset.the_convention().region.trim();
    if name.is_empty() { words.text("region").to_owned() } else { name.to_owned() }
}

fn row(landlord: Option<RowId>, name: String, figures: &Figures, axis: Axis) -> ProgressRow {
    let (target, delivered, pipeline, suspended) = match axis {
        Axis::Units => (&figures.units.target, figures.units.delivered.n(), figures.units.pipeline.n(), 0),
        Axis::Relocations => {
            let cases = &figures.relocations;
            (&cases.target, cases.delivered.n(), cases.pipeline.n(), cases.suspended.n())
        }
        Axis::Training => {
            let training = &figures.training;
            let (trained, expected) = (training.trained.total, training.expected.total);
            (
                &training.target,
                usize::try_from(trained).unwrap_or(usize::MAX),
                usize::try_from(expected).unwrap_or(usize::MAX),
                0,
            )
        }
    };
    ProgressRow {
        landlord,
        name,
        target: target.total,
        delivered: small(delivered),
        pipeline: small(pipeline),
        suspended: small(suspended),
        recent: Vec::new(),
        expected: Expected::Itself,
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

pub fn curve_input(ChartSource { snapshot, words, .. }: &ChartSource) -> CurveInput {
    CurveInput {
        curve: snapshot.curve().cloned(),
        imprint: imprint(snapshot, false),
        region: region_name(snapshot.dataset(), words),
        basis: snapshot.dataset().the_convention().count_basis(),
    }
}

/// The delays of all landlords, sorted.
fn together<'a>(landlords: impl Iterator<Item = &'a UnitDays>) -> UnitDays {
    let mut all = UnitDays::default();
    for days in landlords {
        for (all, days) in all.iter_mut().zip(days) {
            all.extend(days);
        }
    }
    for days in &mut all {
        days.sort_unstable();
    }
    all
}

/// The landlords that made units available, those with the most first.
pub fn fates_input(ChartSource { snapshot, words, .. }: &ChartSource, is_internal: bool) -> FatesInput {
    let (dataset, progress, days) = (snapshot.dataset(), snapshot.progress(), snapshot.unit_days());
    let row = |landlord: Option<RowId>, name: String, figures: &Figures, days: UnitDays| {
        let mut at = [0; Stage::ALL.len()];
        for (n, stage) in at.iter_mut().zip(Stage::ALL) {
            *n = small(figures.units.at(*stage).n());
        }
        FatesRow { landlord, name, at, days }
    };
    let rows = progress.landlords.iter().filter_map(|of| {
        let landlord = dataset.landlords.find(of.landlord)?;
        let days = days.get(&of.landlord).cloned().unwrap_or_default();
        Some(row(Some(of.landlord), landlord.name.clone(), &of.figures, days)).filter(|row| row.total() > 0)
    });
    let mut rows: Vec<FatesRow> = rows.collect();
    rows.sort_by_key(|row| Reverse(row.total()));
    let region = || row(None, region_name(dataset, words), &progress.region.figures, together(days.values()));
    if snapshot.audience() == Audience::Public {
        // Beside a list of homes, what became of one landlord's would tell which home was let.
        rows = vec![region()].into_iter().filter(|row| row.total() > 0).collect();
    }
    FatesInput { rows, region: region(), imprint: imprint(snapshot, is_internal), least: snapshot.least() }
}

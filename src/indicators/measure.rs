//! The figures that open: each with its number and the rows that it counts (rule C12).
//!
//! Owns which rows belong to which figure, for window and charts alike. Counts nothing.

use crate::domain::commitment::Axis;
use crate::domain::id::RowId;
use crate::domain::schema::TableId;

use super::changes::SinceCommittee;
use super::count::{Count, Total};
use super::figures::Figures;
use super::units::Stage;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Units made available.
    Units,
    /// Units made available that are at a stage (rule C2).
    UnitsAt(Stage),
    /// Units to be published.
    UnitsToPublish,
    /// The region's units that count since the last committee.
    UnitsSince,
    /// The region's women rehoused after a referral since the last committee.
    RelocationsSince,
    /// Women rehoused, both origins.
    Women,
    /// Children of the region's women rehoused: opens the women whose children are in the number.
    Children,
    /// Women rehoused through the platform.
    Platform,
    /// Women rehoused after a referral.
    Relocations,
    /// Cases under way.
    UnderWay,
    /// Suspended cases among those under way.
    Suspended,
    /// Women rehoused outside the convention.
    Outside,
    /// Commitments of an axis.
    Targets(Axis),
    /// People trained: opens the attendances.
    Trained,
    /// People expected at part 1: opens the attendances.
    Expected,
}

/// A figure with what it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured<'a> {
    /// `None` for a target that was not entered, or a suppressed figure.
    pub number: Option<u64>,
    pub table: TableId,
    /// Each row once.
    pub rows: &'a [RowId],
}

impl Measure {
    pub fn all() -> impl Iterator<Item = Self> {
        let others = [
            Self::Units,
            Self::UnitsToPublish,
            Self::UnitsSince,
            Self::RelocationsSince,
            Self::Women,
            Self::Children,
            Self::Platform,
            Self::Relocations,
            Self::UnderWay,
            Self::Suspended,
            Self::Outside,
            Self::Trained,
            Self::Expected,
        ];
        let targets = Axis::ALL.iter().copied().map(Self::Targets);
        others.into_iter().chain(Stage::ALL.iter().copied().map(Self::UnitsAt)).chain(targets)
    }

    /// Reads the figure from those of a landlord or of the region. `since` and `children` are the region's.
    pub fn of<'a>(
        self,
        figures: &'a Figures,
        since: Option<&'a SinceCommittee>,
        children: Option<&'a Total>,
    ) -> Measured<'a> {
        let Figures { units, relocations: cases, women, training } = figures;
        let changes = since.map(|since| &since.changes.region);
        match self {
            Self::Units => count(TableId::Units, Some(&units.delivered)),
            Self::UnitsAt(stage) => count(TableId::Units, Some(units.at(stage))),
            Self::UnitsToPublish => count(TableId::Units, Some(&units.pipeline)),
            Self::UnitsSince => count(TableId::Units, changes.map(|changes| &changes.units)),
            Self::RelocationsSince => count(TableId::Relocations, changes.map(|changes| &changes.referral)),
            Self::Women => count(TableId::Relocations, Some(&women.in_all)),
            Self::Children => total(TableId::Relocations, children),
            Self::Platform => count(TableId::Relocations, Some(&women.platform)),
            Self::Relocations => count(TableId::Relocations, Some(&cases.delivered)),
            Self::UnderWay => count(TableId::Relocations, Some(&cases.pipeline)),
            Self::Suspended => count(TableId::Relocations, Some(&cases.suspended)),
            Self::Outside => count(TableId::Relocations, Some(&women.outside)),
            Self::Targets(axis) => {
                let target = match axis {
                    Axis::Units => &units.target,
                    Axis::Relocations => &cases.target,
                    Axis::Training => &training.target,
                };
                let number = target.total.map(u64::from);
                Measured { number, table: TableId::Commitments, rows: &target.rows }
            }
            Self::Trained => total(TableId::Attendances, Some(&training.trained)),
            Self::Expected => total(TableId::Attendances, Some(&training.expected)),
        }
    }
}

fn count(table: TableId, count: Option<&Count>) -> Measured<'_> {
    Measured { number: count.map(|count| count.n() as u64), table, rows: count.map_or(&[], |count| &count.rows) }
}

fn total(table: TableId, total: Option<&Total>) -> Measured<'_> {
    Measured { number: total.map(|total| total.total), table, rows: total.map_or(&[], |total| &total.rows) }
}

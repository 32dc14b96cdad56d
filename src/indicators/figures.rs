//! The figures themselves, of one landlord or of the region: what is counted on each axis.
//!
//! Only shapes and the rates that follow from them; `progress` fills them in.

use crate::domain::id::RowId;

use super::commitments::Target;
use super::count::{Count, Total};
use super::rate::rate;
use super::units::Stage;

/// Units made available, and to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitFigures {
    /// The target.
    pub target: Target,
    /// First published in the span (rule C2).
    pub delivered: Count,
    /// The same units by what became of them, in the order of [`Stage::ALL`].
    pub(super) by_stage: [Count; Stage::ALL.len()],
    /// To be published, as of the day whatever the span (rule C7).
    pub pipeline: Count,
    /// Taken back before being allocated, on a day of the span (rule C3).
    pub exits: Count,
}

impl UnitFigures {
    /// The units delivered that are at a stage (rule C2).
    pub const fn at(&self, stage: Stage) -> &Count {
        &self.by_stage[stage as usize]
    }

    /// Per cent of the target (rule C10).
    pub fn rate(&self) -> Option<u64> {
        rate(self.delivered.n() as u64, self.target.total)
    }
}

/// Women rehoused after a referral, and under way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RelocationFigures {
    /// The target.
    pub target: Target,
    /// Rehoused in the span after a referral (rules C4, C5).
    pub delivered: Count,
    /// Under way, as of the day whatever the span; the suspended are among them (rule C7).
    pub pipeline: Count,
    /// Of which suspended.
    pub suspended: Count,
    /// Left without a rehousing on a day of the span (rules C7, C8).
    pub exits: Count,
}

impl RelocationFigures {
    /// Per cent of the target (rule C10).
    pub fn rate(&self) -> Option<u64> {
        rate(self.delivered.n() as u64, self.target.total)
    }
}

/// Women rehoused in the span, by how they came; their children are a second measure (rule C4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WomenFigures {
    /// After a referral.
    pub referral: Count,
    /// Through the platform.
    pub platform: Count,
    /// Both: the figure that the union publishes (rule C5).
    pub in_all: Count,
    /// Outside the convention: beside, never added (rule C14).
    pub outside: Count,
    /// Children of the women after a referral.
    pub children_referral: Total,
    /// Children of the women through the platform.
    pub children_platform: Total,
    /// Children of both.
    pub children: Total,
    /// Children of the women outside: beside, never added.
    pub children_outside: Total,
}

/// People trained (rule C15).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainingFigures {
    /// The target, in people trained.
    pub target: Target,
    /// People at part 1; rows are attendances.
    pub trained: Total,
    /// People at part 2; rows are attendances.
    pub second_part: Total,
    /// Sessions held in the span; a landlord's are those where it has an attendance.
    pub sessions: Count,
    /// Sessions planned later in the span.
    pub planned: Count,
    /// People expected at part 1 later in the span; rows are attendances.
    pub expected: Total,
}

impl TrainingFigures {
    /// Per cent of the target (rule C10).
    pub fn rate(&self) -> Option<u64> {
        rate(self.trained.total, self.target.total)
    }
}

/// The figures of one landlord, or of the region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Units made available.
    pub units: UnitFigures,
    /// Women rehoused after a referral.
    pub relocations: RelocationFigures,
    /// Women rehoused in all, and beside.
    pub women: WomenFigures,
    /// People trained.
    pub training: TrainingFigures,
}

/// One landlord's figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LandlordProgress {
    /// The landlord.
    pub landlord: RowId,
    /// Its figures.
    pub figures: Figures,
}

/// The region's target less the landlords', for each axis (rule C9); `None` without a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StillToAllocate {
    /// Units.
    pub units: Option<i64>,
    /// Relocations.
    pub relocations: Option<i64>,
    /// People trained.
    pub training: Option<i64>,
}

/// The region's figures: each record once, whoever was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionProgress {
    /// Its figures; the targets are the region-wide commitments.
    pub figures: Figures,
    /// What no landlord has taken on yet.
    pub to_allocate: StillToAllocate,
}

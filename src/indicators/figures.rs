//! The figures of one landlord or of the region, and the rates that follow from them.
//!
//! Only data: `progress` fills it in.

use crate::domain::id::RowId;

use super::commitments::Target;
use super::count::{Count, Total};
use super::rate::rate;
use super::units::Stage;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitFigures {
    pub target: Target,
    /// First published in the span (rule C2).
    pub delivered: Count,
    /// The same units by stage, in the order of [`Stage::ALL`].
    pub(super) by_stage: [Count; Stage::ALL.len()],
    /// To be published, as of the day, whatever the span (rule C7).
    pub pipeline: Count,
    /// Withdrawn before being allocated, on a day of the span (rule C3).
    pub exits: Count,
}

impl UnitFigures {
    /// Delivered units at a stage (rule C2).
    pub const fn at(&self, stage: Stage) -> &Count {
        &self.by_stage[stage as usize]
    }

    /// Per cent of the target (rule C10).
    pub fn rate(&self) -> Option<u64> {
        rate(self.delivered.n() as u64, self.target.total)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RelocationFigures {
    pub target: Target,
    /// Rehoused in the span after a referral (rules C4, C5).
    pub delivered: Count,
    /// Under way, as of the day, whatever the span, suspended cases included (rule C7).
    pub pipeline: Count,
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

/// Women rehoused in the span, by origin; their children are a second measure (rule C4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WomenFigures {
    /// After a referral.
    pub referral: Count,
    /// Through the platform.
    pub platform: Count,
    /// Both origins: the figure that the union publishes (rule C5).
    pub in_all: Count,
    /// Outside the convention: shown beside, never added (rule C14).
    pub outside: Count,
    pub children_referral: Total,
    pub children_platform: Total,
    pub children: Total,
    /// Shown beside, never added.
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
    /// Held in the span; a landlord's are those it attended.
    pub sessions: Count,
    /// Planned later in the span.
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

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub units: UnitFigures,
    pub relocations: RelocationFigures,
    /// Women rehoused through any channel.
    pub women: WomenFigures,
    pub training: TrainingFigures,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LandlordProgress {
    pub landlord: RowId,
    pub figures: Figures,
}

/// The region's target less the landlords', for each axis (rule C9); `None` without a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StillToAllocate {
    pub units: Option<i64>,
    pub relocations: Option<i64>,
    pub training: Option<i64>,
}

/// The region's figures: each record once, whoever was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionProgress {
    /// Targets are the region-wide commitments.
    pub figures: Figures,
    /// What no landlord has committed to yet.
    pub to_allocate: StillToAllocate,
}

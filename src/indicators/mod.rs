//! What the records mean: each landlord's progress, by the counting rules C1 to C16.
//!
//! Pure functions of (dataset, span, as-of day). Each record gets one *verdict*, which says by
//! which rule it counts or not; figures only add verdicts up, so that every number opens its
//! rows and every row says why. Owns no words, no chart, and never changes a record.

mod breakdown;
mod candidates;
mod commitments;
mod count;
mod curve;
mod delays;
mod disclosure;
mod events;
mod figures;
mod groups;
mod levels;
mod measure;
mod median;
mod movement;
mod needs;
mod progress;
mod rate;
mod released;
mod relocations;
mod rounds;
mod snapshot;
mod span;
mod trainings;
mod units;
mod ways;
mod why;
mod withheld;

pub use breakdown::{Breakdown, By, Of, Tallies};
pub use commitments::{CommitmentRuling, Target, Targets, commitment_ruling};
pub use count::{Count, Total};
pub use curve::{Curve, Projection, Rise, curve};
pub use delays::{Delays, Leg, UnitDays, unit_delays};
pub use disclosure::{Figure, Secret, Shown, Want, can_be, protect};
pub use events::{Tallied, Tally};
pub use figures::{
    Figures, LandlordProgress, RegionProgress, RelocationFigures, StillToAllocate, TrainingFigures, UnitFigures,
    WomenFigures,
};
pub use levels::{Key, Level, Place};
pub use measure::{Measure, Measured};
pub use median::median;
pub use movement::{Moved, Movement, Since, last_committee, since};
pub use needs::{Cell, Spot, Wish};
pub use progress::{Progress, progress};
pub use rate::rate;
pub use released::Release;
pub use relocations::{CaseRuling, CaseVerdict, case_verdict};
pub use rounds::Round;
pub use snapshot::Snapshot;
pub use span::{Span, View, pace, period_of, view};
pub use trainings::{AttendanceRuling, AttendanceVerdict, attendance_verdict};
pub use units::{Back, Stage, UnitRuling, UnitVerdict, unit_verdict};
pub use ways::{Age, Ways};
pub use why::{Because, why};

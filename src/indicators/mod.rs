//! Indicators: each landlord's progress, by the counting rules C1 to C16.
//!
//! Pure functions of (dataset, span, as-of day). Each record gets one *verdict*, which states by which rule it
//! counts or not. Figures only add verdicts up, so that every number opens its rows and every row explains
//! itself.
//!
//! Statistical disclosure control has six modules: `rounding` (the place to start), `audit` (what others could infer),
//! `publication` (what was released, and when), `release` (recoding, and the table of needs and offers), `groups` (microaggregation),
//! `waits` (median waits).
//!
//! Owns no wording and no chart, and never changes a record.

mod audit;
mod basis;
mod breakdown;
mod candidates;
mod case_flow;
mod changes;
mod commitments;
mod count;
mod counted;
mod curve;
mod delays;
mod events;
mod figures;
mod group_key;
mod groups;
mod measure;
mod median;
mod needs;
mod progress;
mod publication;
mod rate;
mod release;
mod relocations;
mod rounding;
mod rounds;
mod rule;
mod snapshot;
mod span;
mod trainings;
mod units;
mod waits;
mod why;

pub use audit::{Seen, is_safe};
pub use breakdown::{Breakdown, By, RoundedTo, Tallies};
pub use case_flow::{Age, CaseFlow};
pub use changes::{Changes, ChangesSince, SinceCommittee, changes_since, last_committee};
pub use commitments::{CommitmentRuling, Target, Targets, commitment_ruling, unshared};
pub use count::{Count, Total};
pub use curve::{Curve, Forecast, Rise, curve};
pub use delays::{Delays, Leg, UnitDays, unit_delays};
pub use events::{Tallied, Tally};
pub use figures::{
    Figures, LandlordProgress, RegionProgress, RelocationFigures, StillToAllocate, TrainingFigures, UnitFigures,
    WomenFigures,
};
pub use group_key::GroupKey;
pub use measure::{Measure, Measured};
pub use median::median;
pub use needs::{Location, NeedsCell, Wish};
pub use progress::{Progress, progress};
pub use publication::{Correction, PublishedThen};
pub use rate::rate;
pub use release::{CellKey, Level, PlaceKey, Release};
pub use relocations::{CaseRuling, CaseVerdict, case_verdict};
pub use rounding::{DayCounts, Published, Rounding};
pub use rounds::Round;
pub use rule::Rule;
pub use snapshot::Snapshot;
pub use span::{Span, SpanAsOf, pace, period_of, view};
pub use trainings::{AttendanceRuling, AttendanceVerdict, attendance_verdict};
pub use units::{Back, Stage, UnitRuling, UnitVerdict, unit_verdict};
pub use why::{Because, why};

//! What progress is drawn from: the landlords' figures, the region's, and what the texts around them need.

use chrono::NaiveDate;

use crate::domain::commitment::Axis;
use crate::domain::convention::CountBasis;
use crate::domain::id::RowId;

use super::frame::Imprint;
use crate::chart::scene::{RowPart, Subject, TableEntry, TableRow};
use crate::chart::text;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressInput {
    pub axis: Axis,
    /// The landlords, in display order.
    pub rows: Vec<ProgressRow>,
    pub region: ProgressRow,
    /// Women rehoused through the platform, who do not count here again (rule C5).
    pub platform_women: u32,
    pub imprint: Imprint,
    /// Such as "2021"; empty since the start.
    pub period: String,
    /// Periods of the span whose target is not shared between the landlords: then none of them is held against one.
    pub unshared: Vec<String>,
    /// The day of the last committee; `None` where none was held.
    pub since: Option<NaiveDate>,
    /// The step that counts as a rehousing (rule C4).
    pub basis: CountBasis,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgressRow {
    /// `None` for the region.
    pub landlord: Option<RowId>,
    pub name: String,
    /// The commitment; `None` where nothing was entered.
    pub target: Option<u32>,
    pub delivered: u32,
    /// In the pipeline (rule C7).
    pub pipeline: u32,
    /// The suspended part of the pipeline.
    pub suspended: u32,
    /// Delivered since the last committee.
    pub recent: Vec<RowId>,
    /// Who is expected to commit itself.
    pub expected: Expected,
}

/// From whom a row's commitment is expected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Expected {
    #[default]
    Itself,
    /// The landlord that took it over (rule C11).
    Successor(String),
    /// It left.
    Nobody,
}

impl ProgressRow {
    /// A target of zero counts as none (rule C10).
    pub fn is_committed(&self) -> bool {
        self.target.is_some_and(|target| target > 0)
    }

    pub fn is_kept(&self) -> bool {
        self.is_committed() && Some(self.delivered) >= self.target
    }

    pub(super) const fn is_region(&self) -> bool {
        self.landlord.is_none()
    }

    pub fn is_empty(&self) -> bool {
        !self.is_committed() && self.delivered == 0 && self.pipeline == 0
    }

    /// The largest value of its bar and tick.
    pub fn reach(&self) -> u64 {
        (u64::from(self.delivered) + u64::from(self.pipeline)).max(u64::from(self.target.unwrap_or(0)))
    }

    pub(in crate::chart) fn shown_name(&self) -> String {
        text::one_line(&self.name).into_owned()
    }

    pub(in crate::chart) fn table_row(&self) -> TableRow {
        let values = [Some(self.delivered), Some(self.pipeline), self.target].map(TableEntry::from).to_vec();
        TableRow { landlord: self.landlord, name: self.shown_name(), values }
    }

    /// `None` for a target that was not entered.
    pub(in crate::chart) fn subject(&self, axis: Axis, part: RowPart) -> Option<Subject> {
        let value = match part {
            RowPart::Landlord | RowPart::Delivered => self.delivered,
            RowPart::Target => self.target?,
            RowPart::Pipeline => self.pipeline,
            RowPart::Suspended => self.suspended,
            RowPart::InAll | RowPart::Stage(_) | RowPart::Counted(_) => return None,
        };
        Some(Subject { landlord: self.landlord, axis, part, value })
    }
}

//! Steps: a date each, in an order; the status is the step with the latest date.
//!
//! Shared by units and relocations. Which steps there are, in which column the record itself holds
//! each date (`steps!`), and where a date lives otherwise is theirs.

use chrono::NaiveDate;

use super::id::CellRef;
use super::schema::{ColumnKey, Record};

/// The steps of a kind of record, in their order.
pub trait Step: Copy + Eq + 'static {
    /// Every step, in order: of two on one day, the later here is the status.
    const ALL: &'static [Self];
    /// The records that take them.
    type Of: Record;

    /// The column that holds its date.
    fn column(self) -> ColumnKey;

    /// The date that the record itself holds: it stands in where the date lives in another record.
    fn own_date(self, record: &Self::Of) -> Option<NaiveDate>;
}

/// The column of each step.
macro_rules! steps {
    ($step:ident of $record:ident { $($variant:ident in $column:ident,)+ }) => {
        impl $crate::domain::steps::Step for $step {
            const ALL: &'static [Self] = Self::ALL;
            type Of = $record;

            fn column(self) -> $crate::domain::schema::ColumnKey {
                match self {
                    $(Self::$variant => $record::KEYS.$column,)+
                }
            }

            fn own_date(self, record: &$record) -> Option<chrono::NaiveDate> {
                match self {
                    $(Self::$variant => record.$column,)+
                }
            }
        }
    };
}
pub(super) use steps;

/// The dates of one record's steps, wherever they live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDates<S> {
    taken: Vec<(S, NaiveDate)>,
}

impl<S: Step> StepDates<S> {
    /// Reads each step's date.
    pub fn read(mut date: impl FnMut(S) -> Option<NaiveDate>) -> Self {
        Self { taken: S::ALL.iter().filter_map(|step| Some((*step, date(*step)?))).collect() }
    }

    /// The date of a step, plans included.
    pub fn date(&self, step: S) -> Option<NaiveDate> {
        self.taken.iter().find(|(taken, _)| *taken == step).map(|(_, date)| *date)
    }

    /// The date of a step that was taken on or before `day` (rule C1).
    pub fn taken(&self, step: S, day: NaiveDate) -> Option<NaiveDate> {
        self.date(step).filter(|date| *date <= day)
    }

    /// The first of these steps that was taken on or before `day`.
    pub fn first_taken(&self, steps: &[S], day: NaiveDate) -> Option<NaiveDate> {
        steps.iter().filter_map(|step| self.taken(*step, day)).min()
    }

    /// The status on `day`: the step with the latest date on or before it; on one day, the later
    /// in the list.
    pub fn status(&self, day: NaiveDate) -> Option<S> {
        self.taken.iter().filter(|(_, date)| *date <= day).max_by_key(|(_, date)| *date).map(|(step, _)| *step)
    }

    /// Every step that has a date, plans included, in the order of the list.
    pub fn all(&self) -> &[(S, NaiveDate)] {
        &self.taken
    }
}

/// A cell of another record in which a step's date lives, and the date that it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct DateHome {
    pub(super) cell: CellRef,
    pub(super) date: Option<NaiveDate>,
}

impl DateHome {
    pub(super) fn new(record: &impl Record, column: ColumnKey, date: Option<NaiveDate>) -> Self {
        Self { cell: record.cell(column), date }
    }
}

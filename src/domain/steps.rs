//! Steps: dated and ordered; the status is the step with the latest date.
//!
//! Shared by units and relocations. They define the steps, the column that stores each date (`steps!`),
//! and where a date is stored otherwise.

use chrono::NaiveDate;

use super::id::CellRef;
use super::schema::{ColumnKey, Record};

/// The steps of a record type, in order.
pub trait Step: Copy + Eq + 'static {
    /// Every step in order: of two on the same day, the later in the list is the status.
    const ALL: &'static [Self];
    /// The record type that has these steps.
    type Of: Record;

    fn column(self) -> ColumnKey;

    /// The record's own date, used if the record that would store it has none.
    fn own_date(self, record: &Self::Of) -> Option<NaiveDate>;
}

/// Declares the column of each step.
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

/// The dates of a record's steps, wherever they are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDates<S> {
    taken: Vec<(S, NaiveDate)>,
}

impl<S: Step> StepDates<S> {
    pub fn read(mut date: impl FnMut(S) -> Option<NaiveDate>) -> Self {
        Self { taken: S::ALL.iter().filter_map(|step| Some((*step, date(*step)?))).collect() }
    }

    /// Includes plans.
    pub fn date(&self, step: S) -> Option<NaiveDate> {
        self.taken.iter().find(|(taken, _)| *taken == step).map(|(_, date)| *date)
    }

    /// The date of a step reached by `day` (rule C1).
    pub fn taken(&self, step: S, day: NaiveDate) -> Option<NaiveDate> {
        self.date(step).filter(|date| *date <= day)
    }

    /// The first of these steps reached by `day`, in the given order.
    pub fn first_taken(&self, steps: &[S], day: NaiveDate) -> Option<NaiveDate> {
        steps.iter().filter_map(|step| self.taken(*step, day)).min()
    }

    /// The status on `day`: the step with the latest date up to then; on the same day, the later in the
    /// list.
    pub fn status(&self, day: NaiveDate) -> Option<S> {
        self.status_without(&[], day)
    }

    /// The status on `day` if some steps had not been taken: they were overtaken.
    pub fn status_without(&self, overtaken: &[S], day: NaiveDate) -> Option<S> {
        let taken = self.taken.iter().filter(|(step, date)| *date <= day && !overtaken.contains(step));
        taken.max_by_key(|(_, date)| *date).map(|(step, _)| *step)
    }

    /// Every step with a date, plans included, in list order.
    pub fn all(&self) -> &[(S, NaiveDate)] {
        &self.taken
    }
}

/// A cell of another record that stores a step's date, and the date.
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

//! The records that the session shows, to be read on another thread: all of them, or the committee's copy.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::dataset::Dataset;
use crate::domain::lens::{Lens, Links};
use crate::domain::projection::Projection;

/// The records that are shown, for another thread.
#[derive(Clone)]
pub(super) enum ShownRecords {
    Office(Arc<Dataset>),
    Copy(Arc<Projection>),
}

impl ShownRecords {
    /// Reads them as of a day.
    pub(super) fn read<T>(&self, day: NaiveDate, read: impl FnOnce(&Lens) -> T) -> T {
        match self {
            Self::Office(dataset) => read(&Lens::new(dataset, &Links::of(dataset), day)),
            Self::Copy(copy) => read(&copy.lens()),
        }
    }
}

//! Documents that leave: the minutes of a committee, the report of a year, the sheet of a landlord or an association;
//! and what the committee reads in its window.
//!
//! Owns which figures, charts and texts a document has, in which order, and for whom. Figures are those of a
//! snapshot of its audience, charts those of `chart`, records those of the audience's projection: nothing is counted
//! or hidden here. Writes no file.

mod annual;
pub mod committee_view;
pub mod document;
pub mod docx;
mod minutes;
mod parts;
mod sheet;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;
use crate::domain::schema::{Audience, Record};
use crate::indicators::{Snapshot, Span, SpanAsOf, period_of};
use crate::words::Words;

use document::Document;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// The minutes of a committee, as of its day, for its members.
    Minutes(RowId),
    /// The report of the span that is looked at, for everyone.
    Annual,
    /// What one landlord may read, for itself.
    Landlord(RowId),
    /// What one association may read, for itself.
    Association(RowId),
}

impl Report {
    pub const fn audience(self) -> Audience {
        match self {
            Self::Minutes(_) => Audience::Committee,
            Self::Annual => Audience::Public,
            Self::Landlord(row) => Audience::Landlord(row),
            Self::Association(row) => Audience::Association(row),
        }
    }

    /// In the word files (`report-<key>`) and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Minutes(_) => "minutes",
            Self::Annual => "annual",
            Self::Landlord(_) => "landlord",
            Self::Association(_) => "association",
        }
    }

    /// Of minutes, the day of the committee and its period; otherwise what is looked at.
    fn view(self, dataset: &Dataset, view: SpanAsOf) -> SpanAsOf {
        let Self::Minutes(row) = self else { return view };
        let held_on: Option<NaiveDate> = dataset.committees.find(row).and_then(|committee| committee.held_on);
        held_on.map_or(view, |as_of| {
            let period = period_of(dataset, as_of).map(Record::id);
            SpanAsOf { span: period.map_or(Span::SinceStart, Span::Period), as_of }
        })
    }

    /// The document.
    pub fn document(self, dataset: &Arc<Dataset>, view: SpanAsOf, words: &Words) -> Document {
        let snapshot = Snapshot::of(Arc::clone(dataset), self.view(dataset, view), self.audience());
        match self {
            Self::Minutes(committee) => minutes::minutes(&snapshot, committee, words),
            Self::Annual => annual::annual(&snapshot, words),
            Self::Landlord(row) => sheet::of_landlord(&snapshot, row, words),
            Self::Association(row) => sheet::of_association(&snapshot, row, words),
        }
    }
}

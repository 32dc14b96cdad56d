//! What figures are counted from: the records, the span, the day and the audience.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::dataset::Dataset;
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::Audience;

use super::span::SpanAsOf;

#[derive(Debug)]
pub(super) struct Basis {
    pub(super) dataset: Arc<Dataset>,
    pub(super) links: Arc<Links>,
    pub(super) view: SpanAsOf,
    pub(super) audience: Audience,
}

impl Basis {
    /// The records as of the day of the figures.
    pub(super) fn lens(&self) -> Lens<'_> {
        Lens::new(&self.dataset, &self.links, self.view.as_of)
    }

    /// Whether figures broken down by an attribute of persons are exact.
    pub(super) fn is_exact(&self) -> bool {
        self.audience == Audience::Office
    }

    /// The day of the last publication; none before the first.
    pub(super) fn published_as_of(&self) -> Option<NaiveDate> {
        let published = self.dataset.publications.iter().filter_map(|publication| publication.day);
        published.filter(|day| *day <= self.view.as_of).max()
    }

    /// The day as of which groups of women are read: others than the office read those of the last publication.
    pub(super) fn groups_as_of(&self) -> Option<NaiveDate> {
        if self.is_exact() { Some(self.view.as_of) } else { self.published_as_of() }
    }

    /// The smallest number of persons or homes of which a figure is published.
    pub(super) fn least(&self) -> usize {
        if self.is_exact() { 1 } else { self.dataset.the_convention().small_number_threshold() as usize }
    }
}

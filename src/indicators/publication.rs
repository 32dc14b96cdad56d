//! The pack of a committee: what is published as of a day, and what was corrected since.
//!
//! Owns which figures a publication keeps: totals of organisations, which are exact, the
//! rounded tables with what they are multiples of, and the median waits. How a figure is
//! rounded is in `rounding`; how it is written down, in `domain::publication`.

use chrono::NaiveDate;

use crate::domain::id::RowId;
use crate::domain::landlord::Landlord;
use crate::domain::publication::{Publication, TotalKey};

use super::breakdown;
use super::figures::Figures;
use super::release::{PublishedTable, places_published, types_published};
use super::rounding::{BASE, Rounding, total_name};
use super::snapshot::Snapshot;
use super::span::{Span, SpanAsOf};
use super::waits;

/// A total that reads otherwise today than when it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Correction {
    pub total: TotalKey,
    /// None for the region.
    pub landlord: Option<RowId>,
    pub published: u64,
    pub now: u64,
}

/// A publication as of the snapshot's day, and what was corrected of its totals since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedThen {
    pub day: NaiveDate,
    /// The region's first.
    pub corrections: Vec<Correction>,
}

const fn total_of(total: TotalKey, figures: &Figures) -> u64 {
    let count = match total {
        TotalKey::Units => &figures.units.delivered,
        TotalKey::Relocations => &figures.relocations.delivered,
        TotalKey::Women => &figures.women.in_all,
    };
    count.n() as u64
}

/// The region's figures, then those of each landlord.
fn all_figures(of: &Snapshot) -> impl Iterator<Item = (Option<RowId>, &Figures)> {
    let progress = of.progress();
    let landlords = of.dataset().landlords.iter().map(Landlord::id);
    let landlords = landlords.filter_map(|row| Some((Some(row), progress.of(row)?)));
    std::iter::once((None, &progress.region.figures)).chain(landlords)
}

impl Snapshot {
    /// What is published as of its day: the totals of its span, and the tables that are of that day.
    pub fn pack(&self) -> Vec<String> {
        let totals = all_figures(self).flat_map(|(landlord, figures)| {
            TotalKey::ALL.map(|total| Publication::written(&total.name(landlord), total_of(total, figures)))
        });
        let (lens, day) = (self.lens(), self.view().as_of);
        let base = Publication::written(BASE, Rounding::of(&lens).base().into());
        if self.dataset().publications.iter().any(|other| other.day > Some(day)) {
            // What is of a later day was seen without it: tables published between others would give counts away.
            return std::iter::once(base).chain(totals).collect();
        }
        // The day is released with this publication.
        let rounding = Rounding::of(&lens).releasing(day);
        let waiting = self.waiting();
        let mut tables: Vec<PublishedTable> =
            vec![types_published(&rounding, waiting), places_published(&rounding, waiting)];
        tables.extend(breakdown::all_tables(&lens, &rounding, (self.progress(), waiting)));
        let rounded =
            tables.into_iter().filter_map(|(cells, published)| Some((cells, published.filter(|of| of.day == day)?)));
        let rounded = rounded.flat_map(|(cells, published)| {
            let total = Publication::written(total_name(&cells), published.total.into());
            let written = cells.iter().zip(published.figures).map(|(cell, n)| Publication::written(cell, n.into()));
            written.chain([total]).collect::<Vec<_>>()
        });
        let waits = waits::published(&lens, &rounding, waiting);
        let waits = waits.iter().map(|(name, days)| Publication::written(name, (*days).into()));
        std::iter::once(base).chain(totals).chain(rounded).chain(waits).collect()
    }
}

/// The last publication as of the snapshot's day, of its span.
pub(super) fn published_then(of: &Snapshot) -> Option<PublishedThen> {
    let SpanAsOf { span, as_of } = of.view();
    let is_of = |publication: &&Publication| {
        let published = publication.period.map_or(Span::SinceStart, Span::Period);
        publication.day == Some(as_of) && published == span
    };
    let publication = of.dataset().publications.iter().rfind(is_of)?;
    let figures = publication.figures();
    let corrections = all_figures(of).flat_map(|(landlord, now)| {
        TotalKey::ALL.map(|total| {
            let published = *figures.get(total.name(landlord).as_str())?;
            let now = total_of(total, now);
            (now != published).then_some(Correction { total, landlord, published, now })
        })
    });
    Some(PublishedThen { day: as_of, corrections: corrections.flatten().collect() })
}

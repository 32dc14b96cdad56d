//! What was published of the invented year: the pack of the first committee, and that of the next one.

use std::sync::Arc;

use crate::domain::committee::MeetingState;
use crate::domain::convention::Period;
use crate::domain::dataset::Dataset;
use crate::domain::publication::Publication;
use crate::domain::schema::Audience;
use crate::indicators::{Snapshot, Span, SpanAsOf, period_of};

use super::Making;

/// One for each committee, by date.
pub fn make(dataset: &Dataset, making: &mut Making) -> Vec<Publication> {
    let mut so_far = dataset.clone();
    let mut publications: Vec<Publication> = Vec::new();
    for committee in &dataset.committees {
        let Some(day) = committee.held_on else { continue };
        let period = period_of(dataset, day).map(Period::id);
        let view = SpanAsOf { span: period.map_or(Span::SinceStart, Span::Period), as_of: day };
        let figures = Snapshot::of(Arc::new(so_far.clone()), view, Audience::Committee).pack();
        publications.push(making.record(|publication: &mut Publication| {
            (publication.day, publication.period, publication.figures) = (Some(day), period, figures);
            // That of the next one is ready; it is still to be closed.
            publication.committee = (committee.state == MeetingState::Held).then(|| committee.id());
        }));
        so_far.publications = super::table(publications.clone());
    }
    publications
}

//! Publishing: what closing a committee leaves for others, and the days on which figures were published.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::committee::{Committee, MeetingState};
use crate::domain::convention::Period;
use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;
use crate::domain::publication::Publication;
use crate::domain::schema::{Audience, ColumnKey, TableId};
use crate::domain::value::{ColumnValue, Value};
use crate::edit::{self, ChangedAt, Edit, Fresh};
use crate::indicators::{Snapshot, Span, SpanAsOf, period_of};

use super::Session;

impl Session {
    /// Whether a committee is still to be closed: nothing was published at it, or its closing was undone.
    pub(super) fn is_to_close(&self, committee: RowId) -> bool {
        let records = self.document.dataset();
        let Some(meeting) = records.committees.find(committee) else { return false };
        let is_over = meeting.held_on.is_some_and(|day| day <= self.today());
        let is_published = records.publications.iter().any(|it| it.committee == Some(committee));
        is_over && !(is_published && meeting.state == MeetingState::Held)
    }

    /// Whether a step opened a committee again at which figures were published.
    pub(super) fn is_open_again(&self, changed: Option<ChangedAt>) -> bool {
        let records = self.document.dataset();
        changed.is_some_and(|at| {
            let meeting = records.committees.find(at.row);
            meeting.is_some_and(|meeting| meeting.state == MeetingState::Planned)
                && records.publications.iter().any(|it| it.committee == Some(at.row))
        })
    }

    /// The edits that note that a committee was held on a day, and publish its pack as of that day. A period that ended
    /// since the last publication has figures of its own, as of its last day: they are published before.
    pub(super) fn closing(
        &self,
        committee: RowId,
        values: &[(ColumnKey, Value)],
        random: &mut dyn FnMut() -> u64,
    ) -> Vec<Edit> {
        let keys = Committee::KEYS;
        let noted = values.iter().find(|(column, _)| *column == keys.held_on).and_then(|(_, value)| value.as_date());
        let Some(day) = noted else { return Vec::new() };
        let state = (keys.state, MeetingState::Held.to_value());
        let mut edits = super::acts::set_all(TableId::Committees, committee, values);
        edits.extend(super::acts::set_all(TableId::Committees, committee, &[state]));
        let ends = self.ends_to_publish(day).into_iter().map(|end| (end, None));
        // What one publication shows depends on those before.
        let mut records = self.document.snapshot();
        for (day, committee) in ends.chain([(day, Some(committee))]) {
            let edit = publication(&records, day, committee, random);
            records = edit::outcome(&records, &edit).map_or(records, Arc::new);
            edits.push(edit);
        }
        edits
    }

    /// The last days of periods that ended before a day and after what was published so far, by date.
    fn ends_to_publish(&self, before: NaiveDate) -> Vec<NaiveDate> {
        let records = self.document.dataset();
        let last = records.publications.iter().filter_map(|it| it.day).max();
        let ends = records.periods.iter().filter_map(|period| period.ends);
        let mut ends: Vec<_> = ends.filter(|end| *end < before && last.is_none_or(|last| last < *end)).collect();
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    /// The days of the committees, by date: figures can be read as of each.
    pub fn committee_days(&self) -> Vec<NaiveDate> {
        let mut days: Vec<_> = self.dataset().committees.iter().filter_map(|committee| committee.held_on).collect();
        days.retain(|day| *day <= self.today());
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The day of the committee before or after the day of the figures; after the last one, today.
    pub(super) fn other_committee(&self, is_before: bool) -> Option<NaiveDate> {
        let as_of = self.view().as_of;
        let days = self.committee_days();
        if is_before {
            days.into_iter().rfind(|day| *day < as_of)
        } else {
            days.into_iter().chain([self.today()]).find(|day| *day > as_of)
        }
    }
}

/// Adds what is published as of a day, at a committee if there is one.
fn publication(
    records: &Arc<Dataset>,
    day: NaiveDate,
    committee: Option<RowId>,
    random: &mut dyn FnMut() -> u64,
) -> Edit {
    let period = period_of(records, day).map(Period::id);
    let view = SpanAsOf { span: period.map_or(Span::SinceStart, Span::Period), as_of: day };
    let pack = Snapshot::of(Arc::clone(records), view, Audience::Committee).pack();
    let keys = Publication::KEYS;
    let values = vec![
        (keys.day, Value::Date(day)),
        (keys.committee, committee.to_value()),
        (keys.period, period.to_value()),
        (keys.figures, Value::Texts(pack)),
    ];
    let (row, values) = Fresh::new(records, random).record(TableId::Publications, values);
    Edit::Insert { table: TableId::Publications, row, values, before: None }
}

//! Why one record counts or not, for whoever opens a figure's rows (rule C12).

use chrono::NaiveDate;

use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::TableId;

use super::commitments::commitment_ruling;
use super::relocations::case_verdict;
use super::span::period_of;
use super::trainings::attendance_verdict;
use super::units::unit_verdict;

/// Why a record counts or not as of the lens's day, naming the rule. `None` for tables that no
/// figure counts and for records that are not there. For the office where the table is.
pub fn why(lens: &Lens, table: TableId, row: RowId) -> Option<Message> {
    let dataset = lens.dataset;
    match table {
        TableId::Units => dataset.units.find(row).map(|unit| unit_verdict(lens, unit).message(lens)),
        TableId::Relocations => dataset.relocations.find(row).map(|case| case_verdict(lens, case).message(lens)),
        TableId::Commitments => dataset.commitments.find(row).map(|found| commitment_ruling(found).message()),
        TableId::Attendances => {
            dataset.attendances.find(row).map(|found| attendance_verdict(lens, found).message(lens))
        }
        TableId::Trainings => dataset.trainings.find(row).map(|session| match session.held_on {
            Some(on) if on <= lens.as_of => counted_in(dataset, on, "why-session-held", "why-session-held-outside"),
            Some(on) => Message::new("why-training-planned").date("date", on),
            None => Message::new("why-training-undated"),
        }),
        _ => None,
    }
}

/// A reason with its date and the period in which that date counts, or the reason `outside`
/// where it falls in none (rule C16).
pub(super) fn counted_in(dataset: &Dataset, on: NaiveDate, within: &'static str, outside: &'static str) -> Message {
    match period_of(dataset, on) {
        Some(period) => Message::new(within).date("date", on).text("period", period.name.clone()),
        None => Message::new(outside).date("date", on),
    }
}

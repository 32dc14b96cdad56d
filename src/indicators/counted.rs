//! The reason of a step that counts by its date alone.

use chrono::NaiveDate;

use crate::domain::dataset::Dataset;
use crate::domain::message::Message;

use super::span::period_of;

/// The reason `within`, with its date and the period in which that date counts, or the reason `outside` where
/// it is in none (rule C16).
pub(super) fn counted_in(dataset: &Dataset, on: NaiveDate, within: &'static str, outside: &'static str) -> Message {
    match period_of(dataset, on) {
        Some(period) => Message::new(within).date("date", on).text("period", period.name.clone()),
        None => Message::new(outside).date("date", on),
    }
}

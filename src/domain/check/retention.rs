//! Closed cases whose detail is past the retention period.

use super::{Findings, Severity};
use crate::domain::convention::Convention;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::retention;
use crate::domain::schema::Record;

/// One finding for all of them, at the period: it is the purge that answers it, not an entry.
pub(super) fn check(lens: &Lens, found: &mut Findings) {
    let due = retention::due(lens).len();
    if let Some(convention) = lens.dataset.convention.iter().next().filter(|_| due > 0) {
        let message = Message::new("finding-retention").count("n", due);
        found.add(Severity::Warning, convention.cell(Convention::KEYS.retention_years), message);
    }
}

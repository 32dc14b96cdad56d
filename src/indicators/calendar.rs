//! The release calendar: as of which days figures that cross an attribute of persons are released to others than the
//! office, as official statistics do. Asked for another day, the last released ones are shown.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::lens::Lens;

/// The days of the committees and the last days of periods, up to the lens's day. A committee whose day is over counts
/// even if nobody noted that it was held.
pub(super) fn release_days(lens: &Lens) -> BTreeSet<NaiveDate> {
    let committees = lens.dataset.committees.iter().filter_map(|committee| committee.held_on);
    let ends = lens.dataset.periods.iter().filter_map(|period| period.ends);
    committees.chain(ends).filter(|day| *day <= lens.as_of).collect()
}

//! Days so far from the convention's time that they are likely slips: 2099 for 1999.
//!
//! Runs on the schema and enumerates no columns.

use chrono::Datelike;

use super::{Findings, Severity};
use crate::domain::calendar::is_plausible;
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, Kind, TableId};

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    let (first, last) = years(lens);
    let is_day = |column: &&&ColumnInfo| column.kind == Kind::Date && !column.derived;
    for table in TableId::ALL.iter().copied() {
        let days: Vec<_> = table.columns().iter().filter(is_day).map(|column| column.key).collect();
        lens.dataset.table(table).scan(&days, &mut |row, column, value| {
            if value.as_date().is_some_and(|day| !is_plausible(day.year(), first, last)) {
                let message = Message::new("finding-far-day").term("column", table.column_word(column));
                found.add(Severity::Warning, CellRef { table, row, column }, message);
            }
        });
    }
}

/// The first and the last year of the convention's time: of its signature, of its periods, of today. A
/// period that is itself a slip would vouch for others, so the periods count by their starts.
fn years(lens: &Lens) -> (i32, i32) {
    let today = lens.as_of.year();
    let signed = lens.dataset.the_convention().signed_on;
    let begun = lens.dataset.periods.iter().filter_map(|period| period.starts).chain(signed).map(|day| day.year());
    let sound = begun.filter(|year| is_plausible(*year, today, today));
    sound.fold((today, today), |(first, last), year| (first.min(year), last.max(year)))
}

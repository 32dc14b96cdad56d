//! Dates so far from the convention that they are probably typing errors: 2099 for 1999.
//!
//! Runs on the schema and lists no columns of its own.

use chrono::Datelike;

use super::{Findings, Severity};
use crate::domain::calendar::is_plausible;
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, TableId};

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    let (first, last) = years(lens);
    let is_day = |column: &&&ColumnInfo| column.kind.is_date() && !column.is_derived();
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

/// First and last year of the convention, from its signature, its periods and the as-of day. Only the
/// start of a period counts: a mistyped end would make other wrong dates look plausible.
fn years(lens: &Lens) -> (i32, i32) {
    let today = lens.as_of.year();
    let signed = lens.dataset.the_convention().signed_on;
    let begun = lens.dataset.periods.iter().filter_map(|period| period.starts).chain(signed).map(|day| day.year());
    let sound = begun.filter(|year| is_plausible(*year, today, today));
    sound.fold((today, today), |(first, last), year| (first.min(year), last.max(year)))
}

//! Operations on several records, each a single undoable edit.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::commitment::{Commitment, Counting};
use crate::domain::convention::Period;
use crate::domain::id::{CellRef, RowId};
use crate::domain::landlord::{Landlord, answering};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::relocation::{CaseStep, Relocation};
use crate::domain::schema::{Record, TableId};
use crate::domain::value::{ColumnValue, Value};

use super::edit::Edit;
use super::fresh::Fresh;

/// Transfers the open cases of a departing association to another (rule C11).
///
/// A case is open if it has no lease and no exit on the lens's day.
pub fn hand_over_cases(lens: &Lens, from: RowId, to: RowId) -> Edit {
    let edits: Vec<Edit> = lens
        .dataset
        .relocations
        .iter()
        .filter(|case| case.association == Some(from))
        .filter(|case| {
            let dates = case.dates(lens);
            dates.first_taken(&[CaseStep::LeaseSigned, CaseStep::MovedIn, CaseStep::Exited], lens.as_of).is_none()
        })
        .map(|case| Edit::Set { cell: case.cell(Relocation::KEYS.association), value: Value::Reference(to) })
        .collect();
    Edit::named(Message::new("edit-hand-over").count("count", edits.len()), edits)
}

/// The commitments of the running period, or of the last one, for the period that follows it: those that count and that
/// it does not have yet, of landlords that are parties on its first day. The period is added, a year long, if there is
/// none. The commitments have no source, which is a finding until someone confirms them. `None` if there is no period
/// with an end, or the next one would end beyond the calendar.
pub fn renew_period(lens: &Lens, fresh: &mut Fresh) -> Option<Edit> {
    let periods = || lens.dataset.periods.iter().filter(|period| period.ends.is_some());
    let running = periods().find(|period| period.contains(lens.as_of));
    let from = running.or_else(|| periods().max_by_key(|period| period.ends))?;
    let starts = from.ends?.succ_opt()?;
    let mut edits = Vec::new();
    let (period, name) = match periods().find(|period| period.starts == Some(starts)) {
        Some(next) => (next.id(), next.name.clone()),
        None => new_period(starts, fresh, &mut edits)?,
    };
    // A successor takes over (rule C11); who has left promises nothing.
    let party = |row| answering(lens.dataset, row, starts).filter(|landlord| landlord.is_party_on(starts));
    let of = |period: RowId| lens.dataset.commitments.iter().filter(move |it| it.period == Some(period));
    let is_known = |landlord: Option<RowId>, axis| of(period).any(|it| it.landlord == landlord && it.axis == axis);
    let mut taken = 0;
    for commitment in of(from.id()).filter(|it| it.counting == Counting::Counts && it.target.is_some()) {
        let landlord = commitment.landlord.map(party);
        if landlord == Some(None) {
            continue;
        }
        let landlord = landlord.flatten().map(Landlord::id);
        if !is_known(landlord, commitment.axis) {
            edits.push(renewed(commitment, landlord, period, fresh));
            taken += 1;
        }
    }
    let label = Message::new("edit-renew").text("from", from.name.clone()).text("period", name);
    Some(Edit::named(label.count("count", taken), edits))
}

/// Adds a period of a year.
fn new_period(starts: NaiveDate, fresh: &mut Fresh, edits: &mut Vec<Edit>) -> Option<(RowId, String)> {
    let ends = starts.checked_add_months(Months::new(12))?.pred_opt()?;
    let (first, last) = (starts.year(), ends.year());
    let name = if first == last { first.to_string() } else { format!("{first}-{last}") };
    let keys = Period::KEYS;
    let values = vec![
        (keys.name, Value::Text(name.clone())),
        (keys.starts, Value::Date(starts)),
        (keys.ends, Value::Date(ends)),
    ];
    let (row, values) = fresh.record(TableId::Periods, values);
    edits.push(Edit::Insert { table: TableId::Periods, row, values, before: None });
    Some((row, name))
}

/// A commitment for another period, without a source.
fn renewed(commitment: &Commitment, landlord: Option<RowId>, period: RowId, fresh: &mut Fresh) -> Edit {
    let keys = Commitment::KEYS;
    let mut values = vec![
        (keys.axis, commitment.axis.to_value()),
        (keys.period, Value::Reference(period)),
        (keys.target, commitment.target.to_value()),
        (keys.counting, commitment.counting.to_value()),
    ];
    values.extend(landlord.map(|row| (keys.landlord, Value::Reference(row))));
    let (row, values) = fresh.record(TableId::Commitments, values);
    Edit::Insert { table: TableId::Commitments, row, values, before: None }
}

/// Records that a landlord was absorbed, and that its commitment and pipeline pass to the successor
/// (rule C11). Past results stay under its own name.
pub fn absorb_landlord(landlord: RowId, successor: RowId, on: NaiveDate) -> Edit {
    let keys = Landlord::KEYS;
    let set = |column, value| Edit::Set { cell: CellRef { table: TableId::Landlords, row: landlord, column }, value };
    Edit::named(
        Message::new("edit-absorb"),
        vec![
            set(keys.absorbed_by, Value::Reference(successor)),
            set(keys.absorbed_on, Value::Date(on)),
            set(keys.absorption_confirmed, Value::Flag(true)),
        ],
    )
}

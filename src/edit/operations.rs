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

/// The period after the last one, as long as a year, and its commitments: those of the last one that count, of
/// landlords that are parties on its first day. They have no source yet, which is a finding until someone confirms
/// them. `None` if there is no period with an end, or the next one would end beyond the calendar.
pub fn renew_period(lens: &Lens, fresh: &mut Fresh) -> Option<Edit> {
    let last = lens.dataset.periods.iter().filter(|period| period.ends.is_some()).max_by_key(|period| period.ends)?;
    let starts = last.ends?.succ_opt()?;
    let ends = starts.checked_add_months(Months::new(12))?.pred_opt()?;
    let name = if starts.year() == ends.year() {
        starts.year().to_string()
    } else {
        format!("{}-{}", starts.year(), ends.year())
    };
    let keys = Period::KEYS;
    let values = vec![
        (keys.name, Value::Text(name.clone())),
        (keys.starts, Value::Date(starts)),
        (keys.ends, Value::Date(ends)),
    ];
    let (period, values) = fresh.record(TableId::Periods, values);
    let mut edits = vec![Edit::Insert { table: TableId::Periods, row: period, values, before: None }];
    // A successor takes over (rule C11); who has left promises nothing.
    let party = |row| answering(lens.dataset, row, starts).filter(|landlord| landlord.is_party_on(starts));
    let counts = |commitment: &&Commitment| {
        let is_of_last = commitment.period == Some(last.id());
        is_of_last && commitment.counting == Counting::Counts && commitment.target.is_some()
    };
    let keys = Commitment::KEYS;
    for commitment in lens.dataset.commitments.iter().filter(counts) {
        let landlord = commitment.landlord.map(party);
        if landlord == Some(None) {
            continue;
        }
        let mut values = vec![
            (keys.axis, commitment.axis.to_value()),
            (keys.period, Value::Reference(period)),
            (keys.target, commitment.target.to_value()),
            (keys.counting, commitment.counting.to_value()),
        ];
        values.extend(landlord.flatten().map(|landlord| (keys.landlord, Value::Reference(landlord.id()))));
        let (row, values) = fresh.record(TableId::Commitments, values);
        edits.push(Edit::Insert { table: TableId::Commitments, row, values, before: None });
    }
    let label = Message::new("edit-renew").text("period", name).count("count", edits.len() - 1);
    Some(Edit::named(label, edits))
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

//! The retention period: which closed cases are past it, and what of their detail goes then.
//!
//! Owns when a case is closed, when it was last in contact, and what is left of each value: what figures need,
//! of any day and for any audience, so that none of them changes. Which columns are detail is stated in the
//! schema. Never takes anything away (see `edit`).

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

use super::dataset::{Change, Dataset, HistoryEntry};
use super::id::{CellRef, RowId, RowMap, RowSet};
use super::lens::Lens;
use super::postponement::Postponement;
use super::proposal::Proposal;
use super::referral::Referral;
use super::relocation::{CaseStep, Origin, Relocation};
use super::schema::{Detail, Record, TableId};
use super::value::Value;

/// The tables of persons' records that a case has.
pub const TABLES: [TableId; 4] = [TableId::Relocations, TableId::Referrals, TableId::Proposals, TableId::Postponements];

/// The closed cases past the retention period on the lens's day, which still have detail, in table order; then the
/// records that were removed longer ago than that, whose case is not known and of which the history has detail.
pub fn due(lens: &Lens) -> Vec<RowId> {
    let mut past = past(lens);
    let removed = removed(lens);
    past.extend(removed.iter().copied());
    let records = records(lens.dataset, &past);
    let cells = detail_of(lens.dataset, &records);
    let mut due: RowSet = cells.keys().filter_map(|cell| records.get(&cell.row).copied()).collect();
    let cases = lens.dataset.relocations.iter().map(Record::id).chain(removed);
    cases.filter(|case| due.remove(case)).collect()
}

/// The closed cases whose last contact is longer ago than the retention period, whether or not their detail
/// has gone.
pub fn past(lens: &Lens) -> RowSet {
    let cases = lens.dataset.relocations.iter().filter(|case| is_closed(case, lens));
    cases.filter(|case| last_contact(case, lens).is_some_and(|last| is_past(lens, last))).map(Record::id).collect()
}

fn is_past(lens: &Lens, last: NaiveDate) -> bool {
    let months = Months::new(12 * lens.dataset.the_convention().retention());
    last.checked_add_months(months).is_some_and(|end| end <= lens.as_of)
}

/// The records that were removed longer ago than the retention period: of a case that is gone, or whose history does
/// not say of which.
fn removed(lens: &Lens) -> Vec<RowId> {
    let dataset = lens.dataset;
    let of_cases = cases_of_removed(dataset).filter(|(_, case)| dataset.relocations.find(*case).is_some());
    let of_cases: RowSet = of_cases.map(|(row, _)| row).collect();
    let entries = dataset.history.iter().filter(|entry| TABLES.contains(&entry.table));
    let removed = entries.filter(|entry| entry.change == Change::Removed && is_past(lens, entry.at.date()));
    removed.map(|entry| entry.row).filter(|row| !dataset.contains(*row) && !of_cases.contains(row)).collect()
}

/// The detail of some cases: each cell that has some, or had, and what is left of its value. Their referrals and
/// proposals have detail too, rejected entries are detail, and so is what the history knows, also of records
/// that were removed.
pub fn detail(dataset: &Dataset, cases: &[RowId]) -> BTreeMap<CellRef, Value> {
    detail_of(dataset, &records(dataset, &cases.iter().copied().collect()))
}

/// By its latest step: rehoused or gone, and nothing since.
fn is_closed(case: &Relocation, lens: &Lens) -> bool {
    let status = case.status(lens);
    matches!(status, Some(CaseStep::LeaseSigned | CaseStep::MovedIn | CaseStep::Exited))
}

/// The latest date of the case, its referrals and its proposals; plans too. When something was typed does not
/// matter.
fn last_contact(case: &Relocation, lens: &Lens) -> Option<NaiveDate> {
    fn latest<R: Record>(record: &R) -> Option<NaiveDate> {
        let dates = R::columns().iter().filter(|column| column.info.kind.is_date() && !column.info.is_derived());
        dates.filter_map(|column| column.get(record).as_date()).max()
    }
    let referrals = lens.referrals_of_case(case.id()).filter_map(latest);
    let proposals = lens.proposals_of_case(case.id()).filter_map(latest);
    latest(case).into_iter().chain(referrals).chain(proposals).max()
}

/// The records of some cases, each with its case.
fn records(dataset: &Dataset, cases: &RowSet) -> RowMap<RowId> {
    let mut records: RowMap<RowId> = cases.iter().map(|case| (*case, *case)).collect();
    if cases.is_empty() {
        return records;
    }
    let of_case = |case: Option<RowId>| case.filter(|case| cases.contains(case));
    let referrals = dataset.referrals.iter().map(|referral| (referral.id(), referral.relocation));
    let proposals = dataset.proposals.iter().map(|proposal| (proposal.id(), proposal.relocation));
    let of_referral = |row| dataset.referrals.find(row).and_then(|referral| referral.relocation);
    let of_proposal = |row| dataset.proposals.find(row).and_then(|proposal| proposal.relocation);
    let postponements = dataset.postponements.iter().map(|it| {
        let case = it.relocation.or_else(|| it.referral.and_then(of_referral));
        (it.id(), case.or_else(|| it.proposal.and_then(of_proposal)))
    });
    records
        .extend(referrals.chain(proposals).chain(postponements).filter_map(|(row, case)| Some((row, of_case(case)?))));
    records.extend(cases_of_removed(dataset).filter_map(|(row, case)| Some((row, of_case(Some(case))?))));
    records
}

/// The cases of referrals and proposals that were removed since, as far as the history tells.
fn cases_of_removed(dataset: &Dataset) -> impl Iterator<Item = (RowId, RowId)> {
    let names_case = [
        (TableId::Referrals, Referral::KEYS.relocation),
        (TableId::Proposals, Proposal::KEYS.relocation),
        (TableId::Postponements, Postponement::KEYS.relocation),
    ];
    let is_of_removed = move |entry: &&HistoryEntry| {
        let column = entry.cell().map(|cell| (cell.table, cell.column));
        column.is_some_and(|column| names_case.contains(&column)) && !dataset.table(entry.table).contains(entry.row)
    };
    dataset.history.iter().filter(is_of_removed).flat_map(|entry| {
        let values = if let Change::Set { from, to, .. } = &entry.change { vec![from, to] } else { Vec::new() };
        values.into_iter().flat_map(Value::references).map(|case| (entry.row, case))
    })
}

fn detail_of(dataset: &Dataset, records: &RowMap<RowId>) -> BTreeMap<CellRef, Value> {
    let mut cells = BTreeMap::new();
    if records.is_empty() {
        return cells;
    }
    for table in TABLES {
        for row in records.keys().copied().filter(|row| dataset.table(table).contains(*row)) {
            for info in table.columns().iter().filter(|info| info.detail.is_some()) {
                let cell = CellRef { table, row, column: info.key };
                let left = left(dataset, cell);
                if dataset.stored(cell) != left {
                    cells.insert(cell, left);
                }
            }
        }
    }
    for entry in dataset.history.iter().filter(|entry| records.contains_key(&entry.row)) {
        if let Change::Set { column, from, to } = &entry.change
            && entry.table.column(*column).is_some_and(|info| info.detail.is_some())
        {
            let cell = CellRef { table: entry.table, row: entry.row, column: *column };
            let left = left(dataset, cell);
            if [from, to].into_iter().any(|value| !value.is_empty() && *value != left) {
                cells.insert(cell, left);
            }
        }
    }
    for draft in dataset.drafts.iter().filter(|draft| records.contains_key(&draft.row)) {
        cells.insert(draft.cell(), left(dataset, draft.cell()));
    }
    cells
}

/// What is left of a cell's value.
pub fn left(dataset: &Dataset, cell: CellRef) -> Value {
    let stored = dataset.stored(cell);
    let Some(detail) = cell.table.column(cell.column).and_then(|info| info.detail) else { return stored };
    let case = dataset.relocations.find(cell.row);
    match detail {
        Detail::Whole => Value::Empty,
        Detail::UnlessRehoused => {
            let is_rehoused = |case: &Relocation| case.lease_signed.or(case.moved_in).is_some();
            if case.is_some_and(is_rehoused) { stored } else { Value::Empty }
        }
        // Outside the convention her wish counts nowhere.
        Detail::ButFirst if case.is_none_or(|case| case.origin == Origin::Outside) => Value::Empty,
        Detail::ButFirst => match stored {
            Value::Choices(mut all) => {
                all.truncate(1);
                Value::Choices(all)
            }
            Value::Territories(mut all) => {
                all.truncate(1);
                Value::Territories(all)
            }
            other => other,
        },
    }
}

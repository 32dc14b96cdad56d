//! What an edit would make wrong or doubtful, before it is made.
//!
//! The checks of the file are the only truth: they run on the few records that the edit concerns, without it and
//! with it. Never changes the dataset.

use chrono::{NaiveDateTime, NaiveTime};

use crate::domain::check::{Finding, check};
use crate::domain::dataset::Dataset;
use crate::domain::id::{RowId, RowSet};
use crate::domain::lens::{Lens, Links};
use crate::domain::proposal::Proposal;
use crate::domain::schema::Record;
use crate::domain::table::Table;
use crate::domain::value::Value;

use super::document::{Document, Stamp};
use super::edit::Edit;
use super::step::ChangedAt;

/// How far links are followed: where a proposal stands depends on those of its unit and its case, and those on others.
const LINKS: usize = 3;

/// The findings that an edit would bring about, on the records that it changes or refers to.
pub fn trial(lens: &Lens, edit: &Edit) -> Vec<Finding> {
    let rows = concerned(lens, edit);
    let before = near(lens, &rows);
    let mut after = Document::new(before.clone());
    let stamp = Stamp { at: lens.as_of.and_time(NaiveTime::MIN), by: "" };
    if after.apply(edit, stamp, None).is_err() {
        return Vec::new();
    }
    let known = found(lens, &before);
    let mut new = found(lens, after.dataset());
    new.retain(|finding| finding.cell().is_some_and(|cell| rows.contains(&cell.row)) && !known.contains(finding));
    new
}

/// The records as an edit would leave them; none if it is refused.
pub fn outcome(dataset: &Dataset, edit: &Edit) -> Option<Dataset> {
    let mut trial = Document::new(dataset.clone());
    trial.apply(edit, Stamp { at: NaiveDateTime::default(), by: "" }, None).ok()?;
    Some(trial.dataset().clone())
}

fn found(lens: &Lens, dataset: &Dataset) -> Vec<Finding> {
    let links = Links::of(dataset);
    check(&Lens::new(dataset, &links, lens.as_of))
}

/// The records that an edit changes or refers to, and the case and the unit of each referral and proposal.
fn concerned(lens: &Lens, edit: &Edit) -> RowSet {
    let mut rows: RowSet = ChangedAt::all(edit).iter().map(|at| at.row).collect();
    references(edit, &mut rows);
    let ends = |row: &RowId| {
        let proposal = lens.dataset.proposals.find(*row);
        let referral = lens.dataset.referrals.find(*row).and_then(|referral| referral.relocation);
        let case = proposal.and_then(|proposal| proposal.relocation);
        [case, proposal.and_then(|proposal| proposal.unit), referral]
    };
    let ends: Vec<_> = rows.iter().flat_map(ends).flatten().collect();
    rows.extend(ends);
    rows
}

fn references(edit: &Edit, rows: &mut RowSet) {
    match edit {
        Edit::Set { value, .. } => rows.extend(value.references()),
        Edit::Insert { values, .. } => rows.extend(values.iter().flat_map(|(_, value)| Value::references(value))),
        Edit::Batch { edits, .. } => edits.iter().for_each(|edit| references(edit, rows)),
        _ => {}
    }
}

/// The cases, units, proposals and referrals that are linked to some records, with all organisations, periods and meetings.
fn near(lens: &Lens, rows: &RowSet) -> Dataset {
    let data = lens.dataset;
    let (mut cases, mut units) = (rows.clone(), rows.clone());
    let mut proposals: Vec<&Proposal> = Vec::new();
    for _ in 0..LINKS {
        let of_cases = cases.iter().flat_map(|case| lens.proposals_of_case(*case));
        proposals = of_cases.chain(units.iter().flat_map(|unit| lens.proposals_of_unit(*unit))).collect();
        let named: Vec<_> = cases.iter().filter_map(|case| data.relocations.find(*case)?.unit).collect();
        units.extend(proposals.iter().filter_map(|proposal| proposal.unit).chain(named));
        let naming: Vec<_> = units.iter().flat_map(|unit| lens.cases_naming(*unit)).map(Record::id).collect();
        cases.extend(proposals.iter().filter_map(|proposal| proposal.relocation).chain(naming));
    }
    let proposals: RowSet = proposals.into_iter().map(Record::id).collect();
    let referrals = cases.iter().flat_map(|case| lens.referrals_of_case(*case)).map(Record::id).collect();
    Dataset {
        convention: data.convention.clone(),
        periods: data.periods.clone(),
        landlords: data.landlords.clone(),
        associations: data.associations.clone(),
        committees: data.committees.clone(),
        trainings: data.trainings.clone(),
        sectors: data.sectors.clone(),
        units: only(&data.units, &units),
        relocations: only(&data.relocations, &cases),
        proposals: only(&data.proposals, &proposals),
        referrals: only(&data.referrals, &referrals),
        ..Dataset::default()
    }
}

fn only<R: Record + Clone>(table: &Table<R>, rows: &RowSet) -> Table<R> {
    let kept = table.iter().filter(|record| rows.contains(&record.id())).cloned();
    Table::from_rows(kept.collect()).unwrap_or_default()
}

//! The lens: a dataset read as of a day, with what its records are linked by.
//!
//! Owns how a date that lives in another record is found (one date in one place). Links are
//! derived: built anew only where a record names another one than before, shared, never stored.

use std::iter::once;
use std::sync::Arc;

use chrono::NaiveDate;

use super::dataset::Dataset;
use super::id::{CellRef, RowId, RowMap};
use super::proposal::{Answer, Proposal};
use super::referral::Referral;
use super::relocation::Relocation;
use super::schema::{Audience, ColumnInfo, TableId};
use super::value::Value;

/// Which proposals, referrals and cases belong together, in the tables' order.
#[derive(Debug, Default)]
pub struct Links {
    /// What they were read from.
    references: Vec<References>,
    proposals_of_unit: RowMap<Vec<RowId>>,
    proposals_of_case: RowMap<Vec<RowId>>,
    referrals_of_case: RowMap<Vec<RowId>>,
    cases_of_unit: RowMap<Vec<RowId>>,
}

/// A record and those that it names.
type References = (RowId, Option<RowId>, Option<RowId>);

/// The records that name others, table by table, in their order.
fn references(dataset: &Dataset) -> impl Iterator<Item = References> {
    let proposals = dataset.proposals.iter().map(|proposal| (proposal.id(), proposal.unit, proposal.relocation));
    let referrals = dataset.referrals.iter().map(|referral| (referral.id(), None, referral.relocation));
    let cases = dataset.relocations.iter().map(|case| (case.id(), case.unit, None));
    let names = |(_, one, other): &References| one.is_some() || other.is_some();
    // An empty one stands between two tables.
    let (proposals, referrals) = (proposals.filter(names), referrals.filter(names));
    proposals
        .chain(once(References::default()))
        .chain(referrals)
        .chain(once(References::default()))
        .chain(cases.filter(names))
}

impl Links {
    /// Reads the links of a dataset.
    pub fn of(dataset: &Dataset) -> Self {
        fn add(map: &mut RowMap<Vec<RowId>>, to: Option<RowId>, row: RowId) {
            if let Some(to) = to {
                map.entry(to).or_default().push(row);
            }
        }
        let mut links = Self { references: references(dataset).collect(), ..Self::default() };
        for proposal in &dataset.proposals {
            add(&mut links.proposals_of_unit, proposal.unit, proposal.id());
            add(&mut links.proposals_of_case, proposal.relocation, proposal.id());
        }
        for referral in &dataset.referrals {
            add(&mut links.referrals_of_case, referral.relocation, referral.id());
        }
        for case in &dataset.relocations {
            add(&mut links.cases_of_unit, case.unit, case.id());
        }
        links
    }

    /// The links of a dataset after changes: those before, where each record names what it named.
    pub fn updated(before: &Arc<Self>, dataset: &Dataset) -> Arc<Self> {
        let is_same = before.references.iter().copied().eq(references(dataset));
        if is_same { Arc::clone(before) } else { Arc::new(Self::of(dataset)) }
    }
}

/// A dataset seen as of a day.
#[derive(Clone, Copy)]
pub struct Lens<'a> {
    pub dataset: &'a Dataset,
    links: &'a Links,
    /// Steps after this day are plans.
    pub as_of: NaiveDate,
}

impl<'a> Lens<'a> {
    /// Looks at `dataset`, whose links are `links`, as of a day.
    pub const fn new(dataset: &'a Dataset, links: &'a Links, as_of: NaiveDate) -> Self {
        Self { dataset, links, as_of }
    }

    /// The same dataset as of another day.
    #[must_use]
    pub const fn at(&self, day: NaiveDate) -> Self {
        Self { as_of: day, ..*self }
    }

    /// What a record itself holds.
    pub fn stored(&self, cell: CellRef) -> Value {
        self.dataset.stored(cell)
    }

    /// What is shown in a cell: derived, or from where it lives, or the record's own.
    pub fn value(&self, cell: CellRef) -> Value {
        self.dataset.table(cell.table).read(cell.row, cell.column, self).unwrap_or_default()
    }

    /// The proposals of a unit, in the table's order.
    pub fn proposals_of_unit(&self, unit: RowId) -> impl Iterator<Item = &'a Proposal> {
        rows(&self.links.proposals_of_unit, unit).filter_map(|row| self.dataset.proposals.find(row))
    }

    /// The proposals of a case, in the table's order.
    pub fn proposals_of_case(&self, case: RowId) -> impl Iterator<Item = &'a Proposal> {
        rows(&self.links.proposals_of_case, case).filter_map(|row| self.dataset.proposals.find(row))
    }

    /// The landlords asked for a case, in the table's order.
    pub fn referrals_of_case(&self, case: RowId) -> impl Iterator<Item = &'a Referral> {
        rows(&self.links.referrals_of_case, case).filter_map(|row| self.dataset.referrals.find(row))
    }

    /// The proposal whose dates a unit shows: the accepted one, or else the latest.
    pub fn proposal_of_unit(&self, unit: RowId) -> Option<&'a Proposal> {
        telling(self.proposals_of_unit(unit))
    }

    /// The proposal whose dates a case shows: the accepted one, or else the latest.
    pub fn proposal_of_case(&self, case: RowId) -> Option<&'a Proposal> {
        telling(self.proposals_of_case(case))
    }

    /// The case that took a unit: named by its accepted proposal, or itself naming the unit.
    pub fn case_of_unit(&self, unit: RowId) -> Option<&'a Relocation> {
        self.proposal_of_unit(unit)
            .filter(|proposal| proposal.answer == Some(Answer::Accepted))
            .and_then(|proposal| proposal.relocation)
            .or_else(|| rows(&self.links.cases_of_unit, unit).last())
            .and_then(|case| self.dataset.relocations.find(case))
    }
}

fn rows(map: &RowMap<Vec<RowId>>, row: RowId) -> impl Iterator<Item = RowId> + use<'_> {
    map.get(&row).into_iter().flatten().copied()
}

/// The accepted proposal, or else the latest; of two alike, the later in the table.
fn telling<'a>(proposals: impl Iterator<Item = &'a Proposal>) -> Option<&'a Proposal> {
    proposals.max_by_key(|proposal| {
        let accepted = proposal.answer == Some(Answer::Accepted);
        (accepted, if accepted { proposal.answered_on } else { proposal.proposed_on })
    })
}

/// Rows, columns and values as one audience reads them: the one filter between the records
/// and anything that is seen, copied or written out.
pub trait Reader {
    /// Columns that the audience may see for at least some rows.
    fn columns(&self, table: TableId) -> Vec<&'static ColumnInfo>;
    /// Rows that the audience may see, in order.
    fn rows(&self, table: TableId) -> Vec<RowId>;
    /// A cell; `None` where the audience may not see it.
    fn read(&self, cell: CellRef) -> Option<Value>;
    fn audience(&self) -> Audience;
}

/// The office reads everything.
impl Reader for Lens<'_> {
    fn columns(&self, table: TableId) -> Vec<&'static ColumnInfo> {
        table.columns().to_vec()
    }

    fn rows(&self, table: TableId) -> Vec<RowId> {
        self.dataset.table(table).ids()
    }

    fn read(&self, cell: CellRef) -> Option<Value> {
        self.dataset.table(cell.table).read(cell.row, cell.column, self)
    }

    fn audience(&self) -> Audience {
        Audience::Office
    }
}

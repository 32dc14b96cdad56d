//! The lens: a dataset read as of a day, with the links between its records.
//!
//! Owns the lookup of a date stored in another record (each date is stored once). Links are derived and
//! shared, never stored, and rebuilt only when a reference changed. What another audience than the office reads
//! through is the same lens over a projection: over a copy that does not contain the rest.

use std::iter::once;
use std::sync::Arc;

use chrono::NaiveDate;

use super::dataset::Dataset;
use super::id::{CellRef, RowId, RowMap};
use super::proposal::{Answer, Proposal};
use super::referral::Referral;
use super::relocation::Relocation;
use super::schema::{Audience, ColumnInfo, ColumnKey, TableId};
use super::value::Value;

/// The proposals, referrals and cases that belong together, in table order.
#[derive(Debug, Default)]
pub struct Links {
    /// The references they were built from.
    references: Vec<References>,
    proposals_of_unit: RowMap<Vec<RowId>>,
    proposals_of_case: RowMap<Vec<RowId>>,
    referrals_of_case: RowMap<Vec<RowId>>,
    cases_of_unit: RowMap<Vec<RowId>>,
}

/// A record and the records it references.
type References = (RowId, Option<RowId>, Option<RowId>);

/// The records that reference others, table by table.
fn references(dataset: &Dataset) -> impl Iterator<Item = References> {
    let proposals = dataset.proposals.iter().map(|proposal| (proposal.id(), proposal.unit, proposal.relocation));
    let referrals = dataset.referrals.iter().map(|referral| (referral.id(), None, referral.relocation));
    let cases = dataset.relocations.iter().map(|case| (case.id(), case.unit, None));
    let names = |(_, one, other): &References| one.is_some() || other.is_some();
    // An empty entry separates two tables.
    let (proposals, referrals) = (proposals.filter(names), referrals.filter(names));
    proposals
        .chain(once(References::default()))
        .chain(referrals)
        .chain(once(References::default()))
        .chain(cases.filter(names))
}

impl Links {
    /// Builds the links of a dataset.
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

    /// The links after a change; the earlier ones if no reference changed.
    pub fn updated(before: &Arc<Self>, dataset: &Dataset) -> Arc<Self> {
        let is_same = before.references.iter().copied().eq(references(dataset));
        if is_same { Arc::clone(before) } else { Arc::new(Self::of(dataset)) }
    }
}

/// A dataset as of a day.
#[derive(Clone, Copy)]
pub struct Lens<'a> {
    pub dataset: &'a Dataset,
    links: &'a Links,
    /// Steps after this day are plans.
    pub as_of: NaiveDate,
    /// Who made the dataset, if it is a copy for an audience: it knows the values that the copy cannot compute.
    copy: Option<&'a (dyn Reader + Sync)>,
}

impl<'a> Lens<'a> {
    /// Reads `dataset`, linked by `links`, as of a day.
    pub const fn new(dataset: &'a Dataset, links: &'a Links, as_of: NaiveDate) -> Self {
        Self { dataset, links, as_of, copy: None }
    }

    /// The same, of a copy for an audience.
    #[must_use]
    pub(super) const fn of_copy(self, copy: &'a (dyn Reader + Sync)) -> Self {
        Self { copy: Some(copy), ..self }
    }

    /// The same dataset as of another day.
    #[must_use]
    pub const fn at(&self, day: NaiveDate) -> Self {
        Self { as_of: day, ..*self }
    }

    /// The value stored in the record itself.
    pub fn stored(&self, cell: CellRef) -> Value {
        self.dataset.stored(cell)
    }

    /// The value shown: derived, stored in another record, or the record's own.
    pub fn value(&self, cell: CellRef) -> Value {
        self.read(cell).unwrap_or_default()
    }

    /// Whether the cell of a record is one that the audience may not see.
    pub fn hides(&self, cell: CellRef) -> bool {
        self.copy.is_some_and(|copy| self.dataset.table(cell.table).contains(cell.row) && copy.read(cell).is_none())
    }

    /// Visits the values of these columns, with the positions of the row and of the column in the list.
    pub fn look(&self, table: TableId, columns: &[ColumnKey], visit: &mut dyn FnMut(usize, usize, Value)) {
        let Some(copy) = self.copy else { return self.dataset.table(table).look(columns, self, visit) };
        for (place, row) in copy.rows(table).into_iter().enumerate() {
            for (at, column) in columns.iter().copied().enumerate() {
                visit(place, at, copy.read(CellRef { table, row, column }).unwrap_or_default());
            }
        }
    }

    /// In table order.
    pub fn proposals_of_unit(&self, unit: RowId) -> impl Iterator<Item = &'a Proposal> {
        rows(&self.links.proposals_of_unit, unit).filter_map(|row| self.dataset.proposals.find(row))
    }

    /// In table order.
    pub fn proposals_of_case(&self, case: RowId) -> impl Iterator<Item = &'a Proposal> {
        rows(&self.links.proposals_of_case, case).filter_map(|row| self.dataset.proposals.find(row))
    }

    /// In table order.
    pub fn referrals_of_case(&self, case: RowId) -> impl Iterator<Item = &'a Referral> {
        rows(&self.links.referrals_of_case, case).filter_map(|row| self.dataset.referrals.find(row))
    }

    /// The cases that name a unit, in table order, whatever became of it.
    pub fn cases_naming(&self, unit: RowId) -> impl Iterator<Item = &'a Relocation> {
        rows(&self.links.cases_of_unit, unit).filter_map(|row| self.dataset.relocations.find(row))
    }

    /// The proposal whose dates a unit shows.
    pub fn proposal_of_unit(&self, unit: RowId) -> Option<&'a Proposal> {
        self.prevailing(self.proposals_of_unit(unit))
    }

    /// The proposal whose dates a case shows.
    pub fn proposal_of_case(&self, case: RowId) -> Option<&'a Proposal> {
        self.prevailing(self.proposals_of_case(case))
    }

    /// The accepted proposal, otherwise one that may still be accepted, the allocated before the others; otherwise
    /// the latest. Of two alike, the later in the table.
    fn prevailing(&self, proposals: impl Iterator<Item = &'a Proposal>) -> Option<&'a Proposal> {
        proposals.max_by_key(|proposal| {
            let live = proposal.standing(self).is_live();
            let accepted = live && proposal.answer == Some(Answer::Accepted);
            let date = if accepted { proposal.answered_on } else { proposal.proposed_on };
            (accepted, live, live && proposal.allocates(self), date)
        })
    }

    /// The case that took a unit: the one of its accepted proposal, or one that names the unit and did not have to
    /// let it go.
    pub fn case_of_unit(&self, unit: RowId) -> Option<&'a Relocation> {
        self.proposal_of_unit(unit)
            .filter(|proposal| proposal.answer == Some(Answer::Accepted) && proposal.standing(self).is_live())
            .and_then(|proposal| self.dataset.relocations.find(proposal.relocation?))
            .or_else(|| self.cases_naming(unit).filter(|case| !case.let_go(unit, self)).last())
    }
}

fn rows(map: &RowMap<Vec<RowId>>, row: RowId) -> impl Iterator<Item = RowId> + use<'_> {
    map.get(&row).into_iter().flatten().copied()
}

/// Rows, columns and values as one audience may read them: the only filter between the records and
/// anything shown, copied or exported.
pub trait Reader {
    /// Columns that the audience may see in at least some rows.
    fn columns(&self, table: TableId) -> Vec<&'static ColumnInfo>;
    /// Rows that the audience may see, in order.
    fn rows(&self, table: TableId) -> Vec<RowId>;
    /// The value of a cell; `None` if the audience may not see it.
    fn read(&self, cell: CellRef) -> Option<Value>;
    fn audience(&self) -> Audience;
}

/// The office reads everything, others their copy.
impl Reader for Lens<'_> {
    fn columns(&self, table: TableId) -> Vec<&'static ColumnInfo> {
        table.columns_for(self.audience())
    }

    fn rows(&self, table: TableId) -> Vec<RowId> {
        self.dataset.table(table).ids()
    }

    fn read(&self, cell: CellRef) -> Option<Value> {
        match self.copy {
            Some(copy) => copy.read(cell),
            None => self.dataset.table(cell.table).read(cell.row, cell.column, self),
        }
    }

    fn audience(&self) -> Audience {
        self.copy.map_or(Audience::Office, Reader::audience)
    }
}

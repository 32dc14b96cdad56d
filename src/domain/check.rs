//! Findings: what is wrong or doubtful in a dataset, each at its place.
//!
//! Owns what is looked for; each file below looks for one kind of thing. Changes nothing, and a
//! message never repeats a value of a person's record: the cell says where to look.

mod cases;
mod counting;
mod days;
mod landlords;
mod order;
mod periods;
mod personal;
mod proposals;
mod quantities;
mod references;
mod sectors;

use super::id::CellRef;
use super::lens::Lens;
use super::message::Message;
use super::schema::TableId;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Doubtful: a person should look.
    Warning,
    /// Wrong: figures or files cannot be trusted.
    Error,
}

/// Something to look at, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    /// Where to look.
    pub place: FindingPlace,
    pub message: Message,
}

/// Where a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingPlace {
    /// A cell to go to.
    Cell(CellRef),
    /// A named view. Its name may be what is wrong with it, so it goes by its number.
    View {
        table: TableId,
        /// Which of the table's views, from 1 on.
        number: usize,
    },
}

impl Finding {
    /// The cell, where it is at one.
    pub const fn cell(&self) -> Option<CellRef> {
        match self.place {
            FindingPlace::Cell(cell) => Some(cell),
            FindingPlace::View { .. } => None,
        }
    }

    pub const fn table(&self) -> TableId {
        match self.place {
            FindingPlace::Cell(CellRef { table, .. }) | FindingPlace::View { table, .. } => table,
        }
    }
}

/// Everything to look at as of the lens's day, the errors first, then in the order of the tables.
pub fn check(lens: &Lens) -> Vec<Finding> {
    let mut found = Findings::default();
    for draft in &lens.dataset.drafts {
        found.error(draft.cell(), "finding-draft");
    }
    for look in [
        references::check,
        order::check,
        days::check,
        quantities::check,
        periods::check,
        landlords::check,
        counting::check,
        cases::check,
        proposals::check,
        sectors::check,
        personal::check,
    ] {
        look(lens, &mut found);
    }
    found.0.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), finding.table()));
    found.0
}

/// The findings so far.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, severity: Severity, cell: CellRef, message: Message) {
        self.at(severity, FindingPlace::Cell(cell), message);
    }

    fn at(&mut self, severity: Severity, place: FindingPlace, message: Message) {
        self.0.push(Finding { severity, place, message });
    }

    fn error(&mut self, cell: CellRef, key: &'static str) {
        self.add(Severity::Error, cell, Message::new(key));
    }

    fn warn(&mut self, cell: CellRef, key: &'static str) {
        self.add(Severity::Warning, cell, Message::new(key));
    }
}

//! Findings: errors and doubtful entries in a dataset, each with its location.
//!
//! Owns the list of checks; each file below holds one kind. Never changes the dataset, and a message
//! never repeats a value from a person's record: the location is enough to find it.

mod cases;
mod committees;
mod counting;
mod days;
mod doubles;
mod landlords;
mod order;
mod periods;
mod personal;
mod proposals;
mod quantities;
mod references;
mod retention;
mod sectors;

use std::collections::HashSet;

use super::dataset::Dataset;
use super::id::CellRef;
use super::lens::Lens;
use super::message::Message;
use super::schema::TableId;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Doubtful: someone should look.
    Warning,
    /// Wrong: figures or files cannot be relied on.
    Error,
}

/// A problem and its location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    pub place: FindingPlace,
    /// What is wrong; its words have an attribute that says what to do about it.
    pub message: Message,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingPlace {
    /// A cell the user can go to.
    Cell(CellRef),
    /// A named view, identified by its position because its name may be the problem.
    View {
        table: TableId,
        /// Position among the table's views, from 1.
        number: usize,
    },
    /// An earlier value of a cell, of a record that may be gone.
    Past(CellRef),
}

impl Finding {
    /// The cell, if the finding is about one.
    pub const fn cell(&self) -> Option<CellRef> {
        match self.place {
            FindingPlace::Cell(cell) => Some(cell),
            FindingPlace::View { .. } | FindingPlace::Past(_) => None,
        }
    }

    /// Whether a text seems to contain personal data, which [`passage`] finds.
    pub fn is_personal(&self) -> bool {
        self.message.key.starts_with("finding-personal-")
    }

    /// Whether it is an entry that was kept to be corrected.
    pub fn is_draft(&self) -> bool {
        self.message.key == "finding-draft"
    }

    /// Whether a required cell is empty.
    pub fn is_missing(&self) -> bool {
        self.message.key == "finding-missing"
    }

    /// Whether a step lies outside every period, so that it counts since the start only (rule C16).
    pub fn is_outside_periods(&self) -> bool {
        self.message.key == "finding-outside-periods"
    }

    /// Whether closed cases are past the retention period, so that their detail is to be purged.
    pub fn is_of_retention(&self) -> bool {
        self.message.key == "finding-retention"
    }

    pub const fn table(&self) -> TableId {
        match self.place {
            FindingPlace::Cell(CellRef { table, .. })
            | FindingPlace::View { table, .. }
            | FindingPlace::Past(CellRef { table, .. }) => table,
        }
    }
}

/// The few words that a finding about personal data means, as they are written: to strike them out, never to
/// show them. None if the finding is about something else, or no longer holds.
pub fn passage(dataset: &Dataset, finding: &Finding) -> Option<String> {
    personal::passage(dataset, finding)
}

/// The findings about personal data in some cells as they are now: to say so at once, before all checks have run.
pub fn personal_in(dataset: &Dataset, cells: &[CellRef]) -> Vec<Finding> {
    personal::in_cells(dataset, cells)
}

/// The texts that others may not read yet: they seem to name a person or hold a code, and nobody said that it is nothing.
pub fn held_back(dataset: &Dataset) -> HashSet<CellRef> {
    personal::held_back(dataset)
}

/// All findings as of the lens's day: errors first, then in table order. Why an entry was not taken is for its parser to
/// say, which this room does not know (`exchange::leftover::explain`).
pub fn check(lens: &Lens) -> Vec<Finding> {
    let mut found = Findings::default();
    for draft in &lens.dataset.drafts {
        let column = draft.table.column_word(draft.column);
        found.add(
            Severity::Error,
            draft.cell(),
            Message::new("finding-draft").term("column", column).text("problem", ""),
        );
    }
    steps(lens, &mut found);
    for look in [
        references::check,
        order::check,
        days::check,
        quantities::check,
        periods::check,
        landlords::check,
        counting::check,
        doubles::check,
        cases::check,
        committees::check,
        proposals::check,
        sectors::check,
        retention::check,
        personal::check,
    ] {
        look(lens, &mut found);
    }
    // What is doubtful starts once a record says something: until then it is about to be typed.
    found.0.retain(|finding| match finding.cell() {
        Some(cell) => finding.severity == Severity::Error || !lens.dataset.table(cell.table).is_blank(cell.row),
        None => true,
    });
    found.0.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), finding.table()));
    found.0
}

/// The checks of steps: the dates of a record are looked up once for all of them.
fn steps(lens: &Lens, found: &mut Findings) {
    for unit in &lens.dataset.units {
        let dates = unit.dates(lens);
        order::check_unit(unit, &dates, found);
        counting::check_unit(lens, unit, &dates, found);
    }
    for case in &lens.dataset.relocations {
        let dates = case.dates(lens);
        order::check_case(case, &dates, found);
        counting::check_case(lens, case, &dates, found);
    }
}

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

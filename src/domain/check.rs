//! Findings: what is wrong or doubtful in a dataset, each at its cell. To be written.

use super::id::CellRef;
use super::message::Message;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Doubtful: a person should look.
    Warning,
    /// Wrong: figures or files can not be trusted.
    Error,
}

/// Something to look at, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How serious.
    pub severity: Severity,
    /// Where: the cell to go to.
    pub cell: CellRef,
    /// What.
    pub message: Message,
}

//! What follows from an answer: whose refusal it is, what becomes of the case, and what an earlier answer had done.

use crate::domain::id::{CellRef, RowId};
use crate::domain::proposal::{Answer, Consequence, Proposal, Reason};
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnKey, Record, TableId};
use crate::domain::value::{ColumnValue, Value};
use crate::edit::Edit;

use super::Session;

impl Session {
    /// What follows from the answer to a proposal: whose refusal it is, and what becomes of the case.
    pub(super) fn after_answer(&self, proposal: RowId, values: &[(ColumnKey, Value)]) -> Vec<Edit> {
        let keys = Proposal::KEYS;
        let value = |column: ColumnKey| values.iter().find(|(key, _)| *key == column).map(|(_, value)| value.clone());
        let key = |column| match value(column) {
            Some(Value::Choice(key)) => key.into_owned(),
            _ => String::new(),
        };
        let mut edits = Vec::new();
        let Some(found) = self.dataset().proposals.find(proposal) else { return edits };
        let is_refused = Answer::from_key(&key(keys.answer)) == Some(Answer::Refused);
        edits.extend(self.taken_back(found, Consequence::from_key(&key(keys.consequence)).filter(|_| is_refused)));
        if !is_refused {
            let of_refusal = [keys.refused_by, keys.reason, keys.consequence, keys.paused_until];
            edits.extend(of_refusal.map(|column| Edit::Set { cell: found.cell(column), value: Value::Empty }));
            return edits;
        }
        if let Some(reason) = Reason::from_key(&key(keys.reason)) {
            let cell = CellRef { table: TableId::Proposals, row: proposal, column: keys.refused_by };
            edits.push(Edit::Set { cell, value: Some(reason.author()).to_value() });
        }
        let case = found.relocation.and_then(|row| self.dataset().relocations.find(row));
        let Some(case) = case else { return edits };
        let of_case = Relocation::KEYS;
        let mut set = |column, value: Option<Value>| {
            edits.extend(
                value.filter(|value| !value.is_empty()).map(|value| Edit::Set { cell: case.cell(column), value }),
            );
        };
        match Consequence::from_key(&key(keys.consequence)) {
            Some(Consequence::Pauses) => {
                set(of_case.suspended_from, value(keys.answered_on));
                set(of_case.suspended_to, value(keys.paused_until));
            }
            Some(Consequence::Leaves) => {
                set(of_case.exited, value(keys.answered_on));
                let kind = Reason::from_key(&key(keys.reason)).and_then(Reason::exit);
                set(of_case.exit_kind, kind.filter(|_| case.exit_kind.is_none()).map(|kind| Some(kind).to_value()));
            }
            Some(Consequence::GoesOn) | None => {}
        }
        // The home that she let go is free.
        if case.unit.is_some() && case.unit == found.unit {
            edits.push(Edit::Set { cell: case.cell(of_case.unit), value: Value::Empty });
        }
        edits
    }

    /// What an earlier answer to a proposal did to its case, where the new one does not say so again.
    fn taken_back(&self, proposal: &Proposal, now: Option<Consequence>) -> Vec<Edit> {
        let case = proposal.relocation.and_then(|row| self.dataset().relocations.find(row));
        let (Some(case), Some(on)) = (case, proposal.answered_on) else { return Vec::new() };
        let keys = Relocation::KEYS;
        let columns = match proposal.consequence.filter(|before| Some(*before) != now) {
            Some(Consequence::Pauses) if case.suspended_from == Some(on) => [keys.suspended_from, keys.suspended_to],
            Some(Consequence::Leaves) if case.exited == Some(on) => [keys.exited, keys.exit_kind],
            _ => return Vec::new(),
        };
        let mut edits: Vec<_> = columns.map(|column| Edit::Set { cell: case.cell(column), value: Value::Empty }).into();
        if now.is_some_and(|now| now != Consequence::Pauses) && proposal.paused_until.is_some() {
            edits.push(Edit::Set { cell: proposal.cell(Proposal::KEYS.paused_until), value: Value::Empty });
        }
        edits
    }

    /// A lease is an acceptance: that of the home's proposal, if it was not noted.
    pub(super) fn accepting(&self, case: RowId, values: &[(ColumnKey, Value)]) -> Vec<Edit> {
        let value = |column: ColumnKey| values.iter().find(|(key, _)| *key == column).map(|(_, value)| value);
        let Some(Value::Reference(unit)) = value(Relocation::KEYS.unit) else { return Vec::new() };
        let lens = self.lens();
        let mut proposals = lens.proposals_of_case(case).filter(|proposal| proposal.unit == Some(*unit));
        let Some(open) = proposals.find(|proposal| proposal.answer.is_none()) else { return Vec::new() };
        let day = value(Relocation::KEYS.lease_signed).cloned().unwrap_or_default();
        let set = |column, value| Edit::Set { cell: open.cell(column), value };
        vec![set(Proposal::KEYS.answer, Some(Answer::Accepted).to_value()), set(Proposal::KEYS.answered_on, day)]
    }
}

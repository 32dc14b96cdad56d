//! Which record a line is about: one that is named by its code, or a new one of some kind.
//!
//! Owns what tells a unit from a case: the first word, a code, or words that only one of them has. Where both are
//! possible it is asked.

use std::ops::Range;

use crate::domain::code::unit_number;
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::referral::Referral;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::unit::Unit;
use crate::domain::value::Value;
use crate::exchange::entry::EntryContext;

use super::lexicon::KINDS;
use super::reading::{Choice, Question};
use super::sense::{Coded, Ground, Sense};
use super::token::{Typed, is_number};

/// The record: none is named for a new one.
pub(super) struct Subject {
    pub table: TableId,
    pub row: Option<RowId>,
}

/// What a line says about the kind of its record.
pub(super) struct Kinds<'a> {
    typed: &'a Typed<'a>,
    context: &'a EntryContext<'a>,
    pub codes: Vec<(usize, Coded)>,
    named: Option<TableId>,
}

impl<'a> Kinds<'a> {
    pub(super) fn of(typed: &'a Typed<'a>, context: &'a EntryContext<'a>) -> Self {
        let first = typed.tokens.first().filter(|token| !token.is_quoted).map(|token| token.folded.as_str());
        let named =
            first.and_then(|first| KINDS.iter().find(|(_, words)| words.contains(&first))).map(|(table, _)| *table);
        let coded = |at: usize| Some((at, coded(typed.words(&(at..at + 1)), context)?));
        let codes = (0..typed.len()).filter(|at| !typed.tokens[*at].is_quoted).filter_map(coded).collect();
        Self { typed, context, codes, named }
    }

    /// Whether the first word says the kind.
    pub(super) const fn word(&self) -> bool {
        self.named.is_some()
    }

    pub(super) fn subject(&self) -> Result<Subject, Question> {
        let of = |table: TableId| self.codes.iter().filter(move |(_, coded)| coded.table == table);
        let (unit, case) = (of(TableId::Units).next(), of(TableId::Relocations).next());
        let row = |code: Option<&(usize, Coded)>| code.and_then(|(_, coded)| coded.row);
        if let Some(table @ (TableId::Referrals | TableId::Proposals)) = self.named {
            return Ok(Subject { table, row: None });
        }
        let subject = |table, code: Option<&(usize, Coded)>| Subject { table, row: row(code) };
        match (self.named, unit, case) {
            (Some(table @ TableId::Units), code, _) | (Some(table @ TableId::Relocations), _, code) => {
                Ok(subject(table, code))
            }
            (_, Some(_), Some(_)) => self.of_pair(row(case)),
            (_, None, Some(code)) if self.is_referral(row(Some(code))) => {
                Ok(Subject { table: TableId::Referrals, row: None })
            }
            (_, None, code @ Some(_)) => Ok(subject(TableId::Relocations, code)),
            (_, code @ Some(_), None) => Ok(subject(TableId::Units, code)),
            (_, None, None) => self.of_new(),
        }
    }

    /// A unit and a case: a proposal, or the home that she took.
    fn of_pair(&self, case: Option<RowId>) -> Result<Subject, Question> {
        let senses = self.senses(TableId::Relocations, case);
        if says(&senses, &[Relocation::KEYS.lease_signed, Relocation::KEYS.moved_in]) {
            return Ok(Subject { table: TableId::Relocations, row: case });
        }
        let of_proposal = self.senses(TableId::Proposals, None);
        let tells = |(_, sense): &&(Range<usize>, Sense)| sense.is_telling();
        // The two codes, and something about the proposal.
        if of_proposal.iter().filter(tells).count() > 2 {
            return Ok(Subject { table: TableId::Proposals, row: None });
        }
        Err(self.which(&[(TableId::Proposals, "phrase-is-proposal"), (TableId::Relocations, "phrase-is-her-home")]))
    }

    /// A landlord that is asked for a case that is there, or that answers.
    fn is_referral(&self, case: Option<RowId>) -> bool {
        let (as_case, as_referral) = (self.senses(TableId::Relocations, case), self.senses(TableId::Referrals, None));
        let keys = Relocation::KEYS;
        let has_landlord = says(&as_case, &[keys.landlord]) || asks(&as_case);
        let signs = says(&as_case, &[keys.lease_signed, keys.moved_in]);
        let refers = Referral::KEYS;
        has_landlord && !signs && says(&as_referral, &[refers.asked_on, refers.answered_on, refers.answer])
    }

    /// A new record: what only a case or only a unit has tells which.
    fn of_new(&self) -> Result<Subject, Question> {
        let (as_unit, as_case) = (self.senses(TableId::Units, None), self.senses(TableId::Relocations, None));
        let tells = |senses: &[(Range<usize>, Sense)], at: usize| {
            senses.iter().any(|(group, sense)| group.contains(&at) && (sense.is_telling()))
        };
        let only = |one: &[(Range<usize>, Sense)], other: &[(Range<usize>, Sense)]| {
            (0..self.typed.len()).any(|at| tells(one, at) && !tells(other, at))
        };
        let keys = Unit::KEYS;
        let has_landlord = says(&as_unit, &[keys.landlord]) || asks(&as_unit);
        let steps = [keys.lease_signed, keys.occupied, keys.presented, keys.offer_received];
        let has_home = says(&as_unit, &[keys.dwelling, keys.commune]) || says(&as_unit, &steps);
        match (only(&as_unit, &as_case), only(&as_case, &as_unit)) {
            (true, false) => Ok(Subject { table: TableId::Units, row: None }),
            (false, true) => Ok(Subject { table: TableId::Relocations, row: None }),
            (false, false) if has_landlord && has_home => Ok(Subject { table: TableId::Units, row: None }),
            _ => Err(self.which(&[(TableId::Units, "phrase-is-unit"), (TableId::Relocations, "phrase-is-case")])),
        }
    }

    fn senses(&self, table: TableId, row: Option<RowId>) -> Vec<(Range<usize>, Sense)> {
        let (typed, context, codes) = (self.typed, self.context, self.codes.as_slice());
        Ground { typed, table, row, context, codes, kind_word: self.word() }.senses()
    }

    fn which(&self, kinds: &[(TableId, &'static str)]) -> Question {
        let choice = |(table, label): &(TableId, &'static str)| {
            let words = KINDS.iter().find(|(kind, _)| kind == table).and_then(|(_, words)| words.first());
            let text = format!("{} {}", words.copied().unwrap_or_default(), self.typed.text.trim_start());
            Choice { label: self.context.words.text(label).to_owned(), detail: String::new(), text }
        };
        Question { message: Message::new("phrase-which-kind"), choices: kinds.iter().map(choice).collect() }
    }
}

fn says(senses: &[(Range<usize>, Sense)], columns: &[ColumnKey]) -> bool {
    senses.iter().any(|(_, sense)| match sense {
        Sense::Cells(cells) => cells.iter().any(|cell| columns.contains(&cell.column)),
        _ => false,
    })
}

/// Whether a name may be one of several.
fn asks(senses: &[(Range<usize>, Sense)]) -> bool {
    senses.iter().any(|(_, sense)| matches!(sense, Sense::Ask(message, _) if message.key == "phrase-several"))
}

/// The record of a word that is a code, or looks like one: "L-0012", "l12", "R-AB3CD".
fn coded(word: &str, context: &EntryContext) -> Option<Coded> {
    let word = word.trim_end_matches(['.', ')']).to_uppercase();
    let number = word.strip_prefix('L').map(|rest| rest.trim_start_matches('-')).filter(|rest| is_number(rest));
    let letters =
        word.strip_prefix("R-").filter(|rest| rest.len() == 5 && rest.bytes().all(|b| b.is_ascii_alphanumeric()));
    let (table, column) = match (number, letters) {
        (Some(_), _) => (TableId::Units, Unit::KEYS.code),
        (_, Some(_)) => (TableId::Relocations, Relocation::KEYS.code),
        _ => return None,
    };
    let number = number.and_then(|number| number.parse::<u32>().ok());
    let is_called = |code: &str| code.to_uppercase() == word || (number.is_some() && unit_number(code) == number);
    let of = |row: &RowId| match context.reader.read(CellRef { table, row: *row, column }) {
        Some(Value::Text(code)) => is_called(&code),
        _ => false,
    };
    Some(Coded { table, row: context.reader.rows(table).into_iter().find(of) })
}

//! What is wrong or doubtful about a form as it is filled: dates that contradict others, a landlord or a unit that was
//! asked or refused before.
//!
//! Dates are judged by the checks of the file, on what the form would make. What is wrong is not taken; what is only
//! doubtful is said, and people decide.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::check::{Finding, Severity};
use crate::domain::committee::Committee;
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::postponement::Postponement;
use crate::domain::proposal::{Answer, Author, Proposal, Standing};
use crate::domain::referral::Referral;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{Kind, TableId};
use crate::domain::value::Value;
use crate::edit::{self, Revision};
use crate::words::Lang;

use super::Session;
use super::act::Act;
use super::dialog::form::{Form, FormField};

/// Something to say at a field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The place of the field.
    pub field: usize,
    /// It is not taken like that; otherwise it is doubtful.
    pub is_wrong: bool,
    pub text: String,
}

/// The remarks on a form, and what they were made of.
pub(super) type Remarked = RefCell<Option<(RemarkKey, Rc<[Remark]>)>>;

#[derive(PartialEq)]
pub(super) struct RemarkKey {
    document: u64,
    revision: Revision,
    today: NaiveDate,
    lang: Lang,
    act: Act,
    /// Of the fields that are asked for; none while one is not understood.
    values: Vec<Option<Value>>,
}

impl Session {
    /// What is to be said about a form. Worked out once for each change of it.
    pub fn remarks(&self, form: &Form) -> Rc<[Remark]> {
        let shown = |(place, field): (usize, &FormField)| {
            if form.is_shown(place) { self.value_of(field).ok() } else { Some(Value::Empty) }
        };
        let of = RemarkKey {
            document: self.opened,
            revision: self.document.revision(),
            today: self.today(),
            lang: self.words.lang(),
            act: form.act,
            values: form.fields.iter().enumerate().map(shown).collect(),
        };
        if let Some((kept, remarks)) = &*self.derived.remarks.borrow()
            && *kept == of
        {
            return Rc::clone(remarks);
        }
        let repeated = form.fields.iter().enumerate().zip(&of.values).filter_map(|((field, _), value)| {
            let again = self.again(form.act, value.as_ref()?.references().next()?)?;
            Some(Remark { field, is_wrong: false, text: self.words.say(&again) })
        });
        let mut remarks: Vec<_> = repeated.collect();
        remarks.extend(self.unfit(form, &of.values));
        remarks.extend(self.wrong_day(form, &of.values));
        for remark in self.contradictions(form) {
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
        let remarks: Rc<[Remark]> = remarks.into();
        *self.derived.remarks.borrow_mut() = Some((of, Rc::clone(&remarks)));
        remarks
    }

    /// A home that cannot be proposed is not taken; a woman who waits for none is for people to decide.
    fn unfit(&self, form: &Form, values: &[Option<Value>]) -> Option<Remark> {
        let chosen = |to: TableId| {
            let field = form.fields.iter().position(|field| field.kind() == Kind::Reference(to))?;
            Some((field, values.get(field)?.as_ref()?.references().next()?))
        };
        let (field, pair) = match form.act {
            Act::Propose(case) | Act::ProposePair(case, _) => {
                chosen(TableId::Units).map(|(field, unit)| (field, (case, unit)))?
            }
            Act::ProposeUnit(unit) => chosen(TableId::Relocations).map(|(field, case)| (field, (case, unit)))?,
            _ => return None,
        };
        let barred = self.barred(pair).map(|status| Message::new("form-barred").text("status", status));
        let is_wrong = barred.is_some();
        let text = self.words.say(&barred.or_else(|| self.engaged(pair))?);
        Some(Remark { field, is_wrong, text })
    }

    /// What is put off to a day that is over stays to be done; what is to come has no figures to publish, and a lease to come does
    /// not count yet.
    fn wrong_day(&self, form: &Form, values: &[Option<Value>]) -> Option<Remark> {
        let column = match form.act {
            Act::PutOff(..) => Postponement::KEYS.until,
            Act::Close(_) => Committee::KEYS.held_on,
            Act::Sign(_) => Relocation::KEYS.lease_signed,
            Act::MoveIn(_) => Relocation::KEYS.moved_in,
            _ => return None,
        };
        let field = form.fields.iter().position(|field| field.column == column)?;
        let day = values.get(field)?.as_ref()?.as_date()?;
        let is_to_come = day > self.today();
        let (is_said, is_wrong, text) = match form.act {
            Act::PutOff(..) => (!is_to_come, true, "form-day-past"),
            Act::Close(_) => (is_to_come, true, "form-day-to-come"),
            _ => (is_to_come, false, "form-day-planned"),
        };
        is_said.then(|| Remark { field, is_wrong, text: self.words.text(text).to_owned() })
    }

    /// Whether a form is complete and nothing about it is wrong.
    pub(super) fn can_fill(&self, form: &Form) -> bool {
        self.filled(form).is_ok() && !self.remarks(form).iter().any(|remark| remark.is_wrong)
    }

    /// What the form would make wrong, and which dates would be doubtful.
    fn contradictions(&self, form: &Form) -> Vec<Remark> {
        let Ok(values) = self.filled(form) else { return Vec::new() };
        let mut number = 0;
        let mut numbers = || {
            number += 1;
            number
        };
        let edit = self.edit_of(form.act, values, &mut numbers);
        let found = edit::trial(&self.lens(), &edit);
        found.iter().filter_map(|finding| self.contradiction(form, finding)).collect()
    }

    fn contradiction(&self, form: &Form, finding: &Finding) -> Option<Remark> {
        let cell = finding.cell()?;
        let is_wrong = finding.severity == Severity::Error;
        let is_date = cell.table.column(cell.column).is_some_and(|info| info.kind.is_date());
        let is_asked = |field: &FormField| (field.table, field.column) == (cell.table, cell.column);
        if !is_wrong && !is_date && !form.fields.iter().any(is_asked) {
            return None;
        }
        let mut shown = form.fields.iter().enumerate().filter(|(place, _)| form.is_shown(*place));
        // The finding may stand in another record that shows the date as its own.
        let (field, _) = shown
            .clone()
            .find(|(_, field)| (field.table, field.column) == (cell.table, cell.column))
            .or_else(|| shown.find(|(_, field)| field.kind().is_date()))?;
        Some(Remark { field, is_wrong, text: self.said_of(form, cell, &finding.message) })
    }

    /// A finding, with the record that it is about, if that is another one than the form's.
    fn said_of(&self, form: &Form, CellRef { table, row, .. }: CellRef, message: &Message) -> String {
        let said = self.words.say(message);
        let (_, about) = form.act.about();
        if row == about || !self.dataset().table(table).contains(row) {
            return said;
        }
        let record = self.label_of(table, row);
        self.words.say(&Message::new("form-elsewhere").text("record", record).text("said", said))
    }

    /// What speaks against another record for an act: how the landlord answered about the case before, or that it is no
    /// party; what became of the unit's proposal to the case.
    pub(super) fn again(&self, act: Act, other: RowId) -> Option<Message> {
        let (word, day) = match act {
            Act::Refer(case) => self.asked_before(case, other).or_else(|| Some((self.out_of_reach(other)?, None)))?,
            Act::Propose(case) => self.proposed_before(case, other)?,
            Act::ProposePair(case, unit) if unit == other => self.proposed_before(case, other)?,
            Act::ProposeUnit(unit) => self.proposed_before(other, unit)?,
            _ => return None,
        };
        Some(match day {
            Some(day) => Message::new("form-again-on").term("what", word).date("day", day),
            None => Message::new("form-again").term("what", word),
        })
    }

    fn asked_before(&self, case: RowId, landlord: RowId) -> Option<(&'static str, Option<NaiveDate>)> {
        let lens = self.lens();
        let of = lens.referrals_of_case(case).filter(|referral| referral.landlord == Some(landlord));
        let last = of.max_by_key(|referral: &&Referral| referral.asked_on)?;
        let answered = last.answered_on.or(last.asked_on);
        Some(match last.answer {
            None => ("form-again-unanswered", last.asked_on),
            Some(Answer::Refused) => ("form-again-refused", answered),
            Some(Answer::Accepted) => ("form-again-accepted", answered),
        })
    }

    /// Why a landlord can be asked for nothing on this day.
    fn out_of_reach(&self, landlord: RowId) -> Option<&'static str> {
        let landlord = self.dataset().landlords.find(landlord)?;
        let day = self.lens().as_of;
        match (landlord.is_party_on(day), landlord.is_answering_on(day)) {
            (false, _) => Some("offer-not-a-party"),
            (true, false) => Some("offer-absorbed"),
            (true, true) => None,
        }
    }

    fn proposed_before(&self, case: RowId, unit: RowId) -> Option<(&'static str, Option<NaiveDate>)> {
        let lens = self.lens();
        let of = lens.proposals_of_case(case).filter(|proposal| proposal.unit == Some(unit));
        let last = of.max_by_key(|proposal: &&Proposal| proposal.proposed_on)?;
        let answered = last.answered_on.or(last.caleol_on).or(last.proposed_on);
        Some(match (last.standing(&lens), last.refused_by) {
            (Standing::Refused, Some(Author::Household)) => ("form-again-by-household", answered),
            (Standing::Refused, Some(Author::Landlord)) => ("form-again-by-landlord", answered),
            (Standing::Refused, None) => ("form-again-by-someone", answered),
            (Standing::TurnedDown, _) => ("form-again-turned-down", last.caleol_on.or(answered)),
            _ => ("form-again-proposed", last.proposed_on),
        })
    }
}

//! The forms of acts, each taking what the records already know.
//!
//! Owns which fields a form has, what stands in them at first, and the one edit that it makes. An act writes nothing that could not be typed in the tables.

use chrono::Days;

use crate::domain::commitment::Commitment;
use crate::domain::committee::Committee;
use crate::domain::id::{CellRef, RowId};
use crate::domain::landlord::Landlord;
use crate::domain::message::Message;
use crate::domain::postponement::Postponement;
use crate::domain::proposal::Proposal;
use crate::domain::referral::Referral;
use crate::domain::relocation::{Origin, Relocation};
use crate::domain::schema::{ColumnKey, Kind, TableId};
use crate::domain::unit::{Channel, Unit};
use crate::domain::value::{ColumnValue, Value};
use crate::edit::{self, Edit, Fresh};
use crate::exchange::show;
use crate::matching::Home;

use super::Session;
use super::act::Act;
use super::dialog::Dialog;
use super::dialog::form::{Form, FormField};

impl Session {
    /// Whether an act makes sense: the case waits, the unit is free, the keys of a let home are still to be handed over.
    pub fn can_act(&self, act: Act) -> bool {
        let lens = self.lens();
        let (table, row) = act.about();
        if let Act::MoveIn(case) = act {
            let case = lens.dataset.relocations.find(case);
            return case.is_some_and(|case| case.lease_signed.is_some() && case.moved_in.is_none());
        }
        // Keys that were handed over before the lease was noted.
        if let Act::Sign(case) = act
            && lens
                .dataset
                .relocations
                .find(case)
                .is_some_and(|case| case.moved_in.is_some() && case.lease_signed.is_none())
        {
            return true;
        }
        match table {
            TableId::Relocations => lens.dataset.relocations.find(row).is_some_and(|case| case.is_open_on(lens.as_of)),
            TableId::Committees => !matches!(act, Act::Close(_)) || self.is_to_close(row),
            TableId::Units => lens.dataset.units.find(row).is_some_and(|unit| Home::of(&lens, unit).is_free()),
            TableId::Associations => {
                let is_its = |case: &Relocation| case.association == Some(row) && case.is_open_on(lens.as_of);
                lens.dataset.relocations.iter().any(is_its)
            }
            _ => true,
        }
    }

    /// What an act is about, in words.
    pub fn about(&self, act: Act) -> String {
        let (table, row) = act.about();
        match self.unconfirmed().len() {
            n @ 2.. if matches!(act, Act::Confirm(_)) => {
                self.words.say(&Message::new("act-confirm-several").count("n", n))
            }
            _ => self.label_of(table, row),
        }
    }

    /// The form of an act.
    pub fn form(&self, act: Act) -> Dialog {
        let today = || self.words.date(self.today());
        let field = FormField::new;
        let (proposal, referral) = (Proposal::KEYS, Referral::KEYS);
        let (about, at) = act.about();
        // What was noted before stands there, and typing replaces it.
        let noted = |column: ColumnKey| {
            let cell = CellRef { table: about, row: at, column };
            let value = Some(self.lens().stored(cell)).filter(|value| !value.is_empty());
            let field = FormField::new(about, column);
            match value {
                Some(value) => field.taking(value, self.shown_text(cell)),
                None => field,
            }
        };
        let noted_on = |column| {
            let field = noted(column).required();
            if field.taken.is_some() { field } else { field.with(today()) }
        };
        let proposed_on = || field(TableId::Proposals, proposal.proposed_on).required().with(today());
        let fields = match act {
            Act::Refer(_) => vec![
                field(TableId::Referrals, referral.landlord).required(),
                field(TableId::Referrals, referral.asked_on).required().with(today()),
            ],
            Act::Propose(_) => vec![field(TableId::Proposals, proposal.unit).required(), proposed_on()],
            Act::ProposePair(_, unit) => {
                let label = self.label_of(TableId::Units, unit);
                let unit = field(TableId::Proposals, proposal.unit).required().taking(Value::Reference(unit), label);
                vec![unit, proposed_on()]
            }
            Act::ProposeUnit(_) => vec![field(TableId::Proposals, proposal.relocation).required(), proposed_on()],
            Act::Decide(_) => {
                vec![noted(proposal.decision).required(), noted(proposal.rank).required(), noted_on(proposal.caleol_on)]
            }
            Act::Choose(..) => {
                vec![field(TableId::Postponements, Postponement::KEYS.proposal).named("form-which").required()]
            }
            Act::AnswerReferral(_) => vec![noted(referral.answer).required(), noted_on(referral.answered_on)],
            Act::AnswerProposal(_) => vec![
                noted(proposal.answer).required(),
                noted_on(proposal.answered_on),
                noted(proposal.reason).required(),
                noted(proposal.consequence),
                noted(proposal.paused_until),
            ],
            Act::Sign(case) => self.signing(case),
            Act::MoveIn(_) => {
                vec![field(TableId::Relocations, Relocation::KEYS.moved_in).required().with(today())]
            }
            Act::Confirm(_) => vec![
                field(TableId::Commitments, Commitment::KEYS.source).required(),
                field(TableId::Commitments, Commitment::KEYS.dated).with(today()),
            ],
            Act::Close(_) => vec![noted_on(Committee::KEYS.held_on)],
            Act::Absorb(_) => {
                vec![noted(Landlord::KEYS.absorbed_by).required(), noted_on(Landlord::KEYS.absorbed_on)]
            }
            Act::HandOver(_) => vec![field(TableId::Relocations, Relocation::KEYS.association).required()],
            Act::PutOff(..) => {
                let week = self.today().checked_add_days(Days::new(7)).unwrap_or_else(|| self.today());
                vec![
                    field(TableId::Postponements, Postponement::KEYS.until).required().with(self.words.date(week)),
                    field(TableId::Postponements, Postponement::KEYS.reason).required(),
                ]
            }
        };
        let mut form = Form { act, fields };
        for place in 0..form.fields.len() {
            self.offer(&mut form, place);
        }
        Dialog::Form(Box::new(form))
    }

    /// The lease, the home and the landlord, as far as they are known.
    fn signing(&self, case: RowId) -> Vec<FormField> {
        let keys = Relocation::KEYS;
        let lens = self.lens();
        let found = lens.dataset.relocations.find(case);
        let unit = found.and_then(|case| case.taken_unit(&lens)).map(Unit::id);
        let landlord = found.and_then(|case| case.landlord.or_else(|| case.proposed_landlord(&lens)));
        let field = |column: ColumnKey, table: TableId, row: Option<RowId>| {
            let label = row.map(|row| show::label(table, row, &lens, &self.words)).unwrap_or_default();
            FormField::new(TableId::Relocations, column).taking(row.to_value(), label)
        };
        // A home of the platform is one, whatever was noted before.
        let is_published = unit.and_then(|unit| lens.dataset.units.find(unit)).map(|unit| unit.channel);
        let origin = match (found.map(|case| case.origin), is_published) {
            (Some(Origin::Referral), Some(Channel::Platform)) => Some(Origin::Platform),
            (origin, _) => origin,
        };
        let origin_text = origin.map(|it| show::value(&it.to_value(), Kind::Choice(Origin::SET), &lens, &self.words));
        vec![
            FormField::new(TableId::Relocations, keys.lease_signed).required().with(self.words.date(self.today())),
            field(keys.unit, TableId::Units, unit),
            field(keys.landlord, TableId::Landlords, landlord).required(),
            FormField::new(TableId::Relocations, keys.origin)
                .required()
                .taking(origin.to_value(), origin_text.unwrap_or_default()),
        ]
    }

    /// The values of a form, or what is still wrong with it.
    pub fn filled(&self, form: &Form) -> Result<Vec<(ColumnKey, Value)>, Message> {
        let shown = form.fields.iter().enumerate().filter(|(place, _)| form.is_shown(*place));
        shown.map(|(_, field)| Ok((field.column, self.value_of(field)?))).collect()
    }

    pub(super) fn value_of(&self, field: &FormField) -> Result<Value, Message> {
        let chosen = field.at.and_then(|at| field.offers.get(at)).map(|offer| offer.value.clone());
        let value = match field.taken.clone().or(chosen) {
            Some(value) => value,
            // What the list leaves out has a reason: it is not taken by its name either.
            None if matches!(field.kind(), Kind::Reference(_)) && !field.line.text().trim().is_empty() => {
                return Err(Message::new("form-no-match").term("column", field.word()));
            }
            None => self.value_typed(field.kind(), field.line.text())?,
        };
        if field.is_required && value.is_empty() {
            return Err(Message::new("form-missing").term("column", field.word()));
        }
        Ok(value)
    }

    /// Makes the edit of a filled form.
    pub(super) fn fill(&mut self, form: &Form) {
        let values = match self.filled(form) {
            Ok(values) => values,
            Err(message) => return self.refuse(message),
        };
        if let Act::Choose(next, table, row) = form.act {
            let chosen = values.iter().find_map(|(_, value)| value.references().next());
            return self.note_chosen(next, (table, row), chosen);
        }
        let mut random = self.environment.random.clone();
        let edit = self.edit_of(form.act, values, &mut || random.u64(..));
        self.environment.random = random;
        let record = self.about(form.act).trim_end_matches('.').to_owned();
        if self.operator.is_some() {
            self.pass_todo(form.act);
        }
        if self.apply(&edit) {
            self.notify_unless_personal(Message::new("act-done").text("record", record).term("done", form.act.done()));
        }
    }

    /// The edit that a form makes, with random numbers for new records.
    pub(super) fn edit_of(&self, act: Act, values: Vec<(ColumnKey, Value)>, random: &mut dyn FnMut() -> u64) -> Edit {
        let (about, row) = act.about();
        let mut edits = Vec::new();
        match act {
            Act::Refer(_) => {
                edits.push(self.inserted(TableId::Referrals, Referral::KEYS.relocation, row, values, random));
            }
            Act::Propose(_) | Act::ProposePair(..) => {
                edits.push(self.inserted(TableId::Proposals, Proposal::KEYS.relocation, row, values, random));
            }
            Act::ProposeUnit(_) => {
                edits.push(self.inserted(TableId::Proposals, Proposal::KEYS.unit, row, values, random));
            }
            Act::PutOff(duty, table, _) => {
                if let Some(column) = Postponement::column_of(table) {
                    let values = [vec![(Postponement::KEYS.duty, Some(duty).to_value())], values].concat();
                    edits.push(self.inserted(TableId::Postponements, column, row, values, random));
                }
            }
            Act::Close(committee) => edits.extend(self.closing(committee, &values, random)),
            // Which one is meant changes nothing.
            Act::Choose(..) => {}
            Act::AnswerReferral(_) | Act::MoveIn(_) | Act::Decide(_) => edits.extend(set_all(about, row, &values)),
            Act::Absorb(_) => {
                let successor = values.iter().find_map(|(_, value)| value.references().next());
                let on = values.iter().find_map(|(_, value)| value.as_date());
                edits.extend(successor.zip(on).map(|(successor, on)| edit::absorb_landlord(row, successor, on)));
            }
            Act::HandOver(from) => {
                let to = values.iter().find_map(|(_, value)| value.references().next());
                edits.extend(to.map(|to| edit::hand_over_cases(&self.lens(), from, to)));
            }
            Act::Confirm(_) => edits.extend(self.unconfirmed().iter().flat_map(|row| set_all(about, *row, &values))),
            Act::AnswerProposal(_) => {
                edits.extend(set_all(about, row, &values));
                edits.extend(self.after_answer(row, &values));
            }
            Act::Sign(_) => {
                edits.extend(set_all(about, row, &values));
                edits.extend(self.accepting(row, &values));
            }
        }
        let (word, _) = act.words();
        Edit::named(Message::new("edit-act").term("act", word), edits)
    }

    /// A new record that references the one at hand.
    fn inserted(
        &self,
        table: TableId,
        to: ColumnKey,
        row: RowId,
        mut values: Vec<(ColumnKey, Value)>,
        random: &mut dyn FnMut() -> u64,
    ) -> Edit {
        values.retain(|(_, value)| !value.is_empty());
        values.insert(0, (to, Value::Reference(row)));
        let (row, values) = Fresh::new(self.document.dataset(), random).record(table, values);
        Edit::Insert { table, row, values, before: None }
    }
}

pub(super) fn set_all(table: TableId, row: RowId, values: &[(ColumnKey, Value)]) -> Vec<Edit> {
    let set = |(column, value): &(ColumnKey, Value)| {
        (!value.is_empty()).then(|| Edit::Set { cell: CellRef { table, row, column: *column }, value: value.clone() })
    };
    values.iter().filter_map(set).collect()
}

//! The fields of the open dialog: what depends on their texts, and what the keys of a form do.

use crate::domain::landlord::answering;
use crate::domain::proposal::{Proposal, Reason};
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnKey, Record, TableId};
use crate::domain::value::{ColumnValue, Value};

use super::Session;
use super::act::Act;
use super::dialog::Dialog;
use super::dialog::form::FormField;
use super::focus::Focus;

impl Session {
    /// Enter in a field of a dialog: takes what is highlighted, then gives the answer or goes to what is missing.
    pub(super) fn enter_field(&mut self) {
        if let Some(Dialog::Quick(_)) = &self.dialog {
            return self.enter_in_quick();
        }
        if let (Some(Dialog::Form(form)), Focus::Field(place)) = (&mut self.dialog, self.focus) {
            form.settle(place);
            if let Some(followed) = self.follow_field(place) {
                // To be seen before it is taken.
                self.focus = Focus::Field(followed);
                return;
            }
            let Some(Dialog::Form(form)) = self.dialog.clone() else { return };
            let is_open = |place: &usize| form.is_shown(*place) && self.value_of(&form.fields[*place]).is_err();
            if let Some(open) = (0..form.fields.len()).find(is_open) {
                self.focus = Focus::Field(open);
                self.offer_again(open);
                return;
            }
            if let Some(wrong) = self.remarks(&form).iter().find(|remark| remark.is_wrong) {
                self.focus = Focus::Field(wrong.field);
                return;
            }
        }
        self.answer(0);
    }

    /// Tab in a field of a form: takes what is highlighted and goes on to the next field, if there is one.
    pub(super) fn tab_in_form(&mut self, is_back: bool) -> bool {
        let (Some(Dialog::Form(form)), Focus::Field(place)) = (&mut self.dialog, self.focus) else { return false };
        form.settle(place);
        self.follow_field(place);
        let Some(Dialog::Form(form)) = &self.dialog else { return false };
        let mut shown = (0..form.fields.len()).filter(|place| form.is_shown(*place));
        let next = if is_back { shown.rfind(|other| *other < place) } else { shown.find(|other| *other > place) };
        if let Some(next) = next {
            self.focus = Focus::Field(next);
            self.offer_again(next);
        }
        next.is_some()
    }

    /// Takes what is highlighted in the field that loses the keyboard to a click.
    pub(super) fn leave_field(&mut self, to: Focus) {
        let (Some(Dialog::Form(form)), Focus::Field(place)) = (&mut self.dialog, self.focus) else { return };
        if to != self.focus {
            form.settle(place);
            self.follow_field(place);
        }
    }

    pub(super) fn take_offer(&mut self, place: usize, at: usize) {
        if let Some(Dialog::Quick(_)) = &self.dialog {
            return self.take_answer(at);
        }
        let Some(Dialog::Form(form)) = &mut self.dialog else { return };
        if let Some(field) = form.fields.get_mut(place)
            && let Some(offer) = field.offers.get(at).cloned()
        {
            field.take(&offer);
        }
        self.follow_field(place);
        for other in 0..self.dialog.as_ref().map_or(0, |dialog| dialog.fields().len()) {
            self.offer_again(other);
        }
    }

    /// Works out again what depends on the fields of the dialog.
    pub(super) fn field_changed(&mut self) {
        let outcome = match &self.dialog {
            Some(Dialog::Replace(draft)) => Some(self.replacements(draft.table, &draft.replace())),
            _ => None,
        };
        match (&mut self.dialog, outcome) {
            (Some(Dialog::Replace(draft)), Some(outcome)) => draft.outcome = outcome,
            (Some(Dialog::Palette { at, .. }), _) => *at = 0,
            (Some(Dialog::Quick(quick)), _) => quick.at = None,
            _ => self.form_changed(),
        }
    }

    /// Works out what the field that was typed into may mean.
    fn form_changed(&mut self) {
        let Focus::Field(place) = self.focus else { return };
        if let Some(Dialog::Form(form)) = &mut self.dialog
            && let Some(field) = form.fields.get_mut(place)
        {
            field.taken = None;
            field.is_usual = false;
        }
        self.offer_again(place);
    }

    /// Fills in what follows from a field: the landlord that signs is that of the home; after a reason goes what usually
    /// does, until somebody says otherwise. Returns the place of what is new there to decide about.
    fn follow_field(&mut self, place: usize) -> Option<usize> {
        let Some(Dialog::Form(form)) = &self.dialog else { return None };
        let column = form.fields.get(place)?.column;
        match form.act {
            Act::Sign(_) if column == Relocation::KEYS.unit => self.follow_home(place),
            Act::AnswerProposal(_) if column == Proposal::KEYS.reason => return self.follow_reason(),
            _ => {}
        }
        None
    }

    fn follow_home(&mut self, place: usize) {
        let Some(Dialog::Form(form)) = &self.dialog else { return };
        let Some(unit) = form.fields.get(place).and_then(|field| field.taken.as_ref()?.references().next()) else {
            return;
        };
        let lens = self.lens();
        let landlord = lens.dataset.units.find(unit).and_then(|unit| unit.landlord);
        let landlord = landlord.and_then(|row| answering(lens.dataset, row, lens.as_of)).map(Record::id);
        let Some(landlord) = landlord else { return };
        let label = self.label_of(TableId::Landlords, landlord);
        if let Some(field) = self.form_field(Relocation::KEYS.landlord) {
            *field = FormField::new(field.table, field.column).required().taking(Value::Reference(landlord), label);
        }
    }

    fn follow_reason(&mut self) -> Option<usize> {
        let Some(Dialog::Form(form)) = &self.dialog else { return None };
        let usual = form.choice(Proposal::KEYS.reason).and_then(Reason::from_key)?.usually();
        let place = form.fields.iter().position(|field| field.column == Proposal::KEYS.consequence)?;
        let label = self.words.text(&format!("choice-consequence-{}", usual.key())).to_owned();
        let value = Some(usual).to_value();
        let field = self.form_field(Proposal::KEYS.consequence)?;
        let is_open = field.is_usual || field.line.text().trim().is_empty();
        if !is_open || field.taken.as_ref() == Some(&value) {
            return None;
        }
        *field = FormField::new(field.table, field.column).taking(value, label);
        field.is_usual = true;
        Some(place)
    }

    /// The field of the open form for a column.
    fn form_field(&mut self, column: ColumnKey) -> Option<&mut FormField> {
        let Some(Dialog::Form(form)) = &mut self.dialog else { return None };
        form.fields.iter_mut().find(|field| field.column == column)
    }

    /// Works out again what a field offers, which may depend on the others.
    fn offer_again(&mut self, place: usize) {
        if let Some(Dialog::Form(mut form)) = self.dialog.take_if(|dialog| matches!(dialog, Dialog::Form(_))) {
            self.offer(&mut form, place);
            self.dialog = Some(Dialog::Form(form));
        }
    }
}

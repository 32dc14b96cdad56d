//! The fields of the open dialog: what depends on their texts, and what the keys of a form do.

use super::Session;
use super::dialog::Dialog;
use super::focus::Focus;

impl Session {
    /// Enter in a field of a dialog: takes what is highlighted, then gives the answer or goes to what is missing.
    pub(super) fn enter_field(&mut self) {
        if let Some(Dialog::Quick(_)) = &self.dialog {
            return self.enter_in_quick();
        }
        if let (Some(Dialog::Form(form)), Focus::Field(place)) = (&mut self.dialog, self.focus) {
            form.settle(place);
            let form = form.clone();
            if self.filled(&form).is_err() {
                let is_missing = |place: &usize| {
                    let field = &form.fields[*place];
                    form.is_shown(*place) && field.is_required && field.line.text().trim().is_empty()
                };
                let missing = (0..form.fields.len()).find(is_missing);
                let missing = missing.unwrap_or(place);
                self.focus = Focus::Field(missing);
                self.offer_again(missing);
                return;
            }
            if let Some(wrong) = self.remarks(&form).iter().find(|remark| remark.is_wrong) {
                self.focus = Focus::Field(wrong.field);
                return;
            }
        }
        self.answer();
    }

    /// Tab in a field of a form: takes what is highlighted and goes on to the next field, if there is one.
    pub(super) fn tab_in_form(&mut self, is_back: bool) -> bool {
        let (Some(Dialog::Form(form)), Focus::Field(place)) = (&mut self.dialog, self.focus) else { return false };
        form.settle(place);
        let mut shown = (0..form.fields.len()).filter(|place| form.is_shown(*place));
        let next = if is_back { shown.rfind(|other| *other < place) } else { shown.find(|other| *other > place) };
        if let Some(next) = next {
            self.focus = Focus::Field(next);
            self.offer_again(next);
        }
        next.is_some()
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
        }
        self.offer_again(place);
    }

    /// Works out again what a field offers, which may depend on the others.
    fn offer_again(&mut self, place: usize) {
        if let Some(Dialog::Form(mut form)) = self.dialog.take_if(|dialog| matches!(dialog, Dialog::Form(_))) {
            self.offer(&mut form, place);
            self.dialog = Some(Dialog::Form(form));
        }
    }
}

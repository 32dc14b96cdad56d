//! What the lists under a text offer, in forms and in cells: in which order, and what is told of each record.

use std::cmp::Reverse;

use crate::domain::fold::fold;
use crate::domain::id::{CellRef, RowId, RowMap};
use crate::domain::lens::Lens;
use crate::domain::message::{Arg, Message};
use crate::domain::proposal::{Proposal, Reason};
use crate::domain::referral::Referral;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnInfo, Kind, TableId};
use crate::domain::unit::Unit;
use crate::domain::value::ColumnValue;
use crate::exchange::entry::{self, EntryContext, Suggestion};
use crate::indicators::{Span, period_of, progress};
use crate::matching::{self, Home, Match};

use super::Session;
use super::act::Act;
use super::dialog::form::Form;

/// How many offers a list has.
const OFFERS: usize = 60;

impl Session {
    /// Works out again what a field's text may mean.
    pub(super) fn offer(&self, form: &mut Form, place: usize) {
        let act = form.act;
        let usual = form.choice(Proposal::KEYS.reason).and_then(Reason::from_key).map(Reason::usually);
        let Some(field) = form.fields.get_mut(place).filter(|field| field.is_chosen()) else { return };
        if field.taken.is_some() {
            return;
        }
        let lens = self.lens();
        let context = EntryContext { today: self.today(), reader: &lens, words: &self.words };
        let text = field.line.text().trim();
        field.offers = match (act, field.kind()) {
            (Act::Choose(next, table, row), _) => self.notable_offers(next, table, row, text),
            (
                Act::Propose(case) | Act::ProposePair(case, _) | Act::Sign(case),
                Kind::Reference(table @ TableId::Units),
            ) => self.fitting_offers(table, text, &context, |unit| (case, unit)),
            (Act::ProposeUnit(unit), Kind::Reference(table @ TableId::Relocations)) => {
                self.fitting_offers(table, text, &context, |case| (case, unit))
            }
            (Act::Refer(_), kind @ Kind::Reference(_)) => {
                self.with_commitments(entry::suggest(kind, text, &context, usize::MAX))
            }
            (_, kind) => {
                let mut offers = entry::suggest(kind, text, &context, OFFERS);
                // A record is not linked to itself.
                offers.retain(|offer| row_of(offer).is_none_or(|row| row != act.about().1));
                offers
            }
        };
        self.tell_again(act, text, None, &mut field.offers);
        if field.column == Proposal::KEYS.consequence
            && let Some(usual) = usual
        {
            let is_usual = |offer: &Suggestion| offer.value == Some(usual).to_value();
            field.offers.sort_by_key(|offer| !is_usual(offer));
            field.offers.iter_mut().filter(|offer| is_usual(offer)).for_each(|offer| {
                offer.tell(self.words.text("form-usual"));
            });
        }
        // What was typed chooses the first; an empty field chooses nothing, unless the most pressing comes first.
        let is_meant = !text.is_empty() || matches!(act, Act::Choose(..));
        field.at = (is_meant && !field.offers.is_empty()).then_some(0);
    }

    /// What the list under a cell offers. A table also holds what is over: who cannot be meant any more comes last,
    /// with the reason.
    pub(super) fn offers_of_cell(&self, cell: CellRef, info: &ColumnInfo, text: &str, limit: usize) -> Vec<Suggestion> {
        let lens = self.lens();
        let context = EntryContext { today: self.today(), reader: &lens, words: &self.words };
        let text = text.trim();
        let plain = |limit| entry::suggest(info.kind, text, &context, limit);
        let is_open = |case| lens.dataset.relocations.find(case).is_some_and(|case| case.is_open_on(lens.as_of));
        let mut offers = match (info.kind, self.act_of_cell(cell)) {
            (Kind::Reference(table), Some(Act::Propose(case))) if is_open(case) => {
                self.fitting_offers(table, text, &context, |unit| (case, unit))
            }
            (Kind::Reference(table), Some(Act::ProposeUnit(unit))) => {
                self.fitting_offers(table, text, &context, |case| (case, unit))
            }
            (_, Some(Act::Refer(_))) => self.with_commitments(plain(usize::MAX)),
            (Kind::Reference(table @ (TableId::Units | TableId::Relocations)), None)
                if matches!(cell.table, TableId::Proposals | TableId::Referrals) =>
            {
                self.possible_first(table, plain(usize::MAX))
            }
            _ => {
                // A record is not linked to itself.
                let is_itself =
                    |offer: &Suggestion| info.kind == Kind::Reference(cell.table) && row_of(offer) == Some(cell.row);
                let mut offers = plain(limit);
                offers.retain(|offer| !is_itself(offer));
                return offers;
            }
        };
        // Which home is hers was proposed to her before, as a rule.
        if let Some(act) = self.act_of_cell(cell).filter(|_| cell.table != TableId::Relocations) {
            self.tell_again(act, text, lens.value(cell).references().next(), &mut offers);
        }
        offers.truncate(limit);
        offers
    }

    /// Homes that are free and women who wait first, the longest wait before, the others with their status.
    fn possible_first(&self, table: TableId, mut offers: Vec<Suggestion>) -> Vec<Suggestion> {
        let lens = self.lens();
        let is_possible = |offer: &Suggestion| {
            row_of(offer).is_none_or(|row| match table {
                TableId::Units => lens.dataset.units.find(row).is_some_and(|unit| Home::of(&lens, unit).is_free()),
                _ => lens.dataset.relocations.find(row).is_some_and(|case| case.is_open_on(lens.as_of)),
            })
        };
        let waits = |offer: &Suggestion| row_of(offer).and_then(|row| days_waiting(&lens, row));
        offers.sort_by_cached_key(|offer| (!is_possible(offer), Reverse(waits(offer))));
        for offer in &mut offers {
            let Some(row) = row_of(offer) else { continue };
            if is_possible(offer) {
                self.tell_wait(row, offer);
            } else {
                offer.tell(&format!("✗\u{a0}{}", self.status_of(table, row)));
            }
        }
        offers
    }

    /// Says first for how long a case has waited; nothing of a unit.
    fn tell_wait(&self, row: RowId, offer: &mut Suggestion) {
        if let Some(days) = days_waiting(&self.lens(), row) {
            let detail = std::mem::take(&mut offer.detail);
            offer.tell(&self.words.say(&Message::new("matching-waits").with("days", Arg::Count(days))));
            offer.tell(&detail);
        }
    }

    /// Landlords, each with what it did of what it committed to in the running period.
    fn with_commitments(&self, mut offers: Vec<Suggestion>) -> Vec<Suggestion> {
        let lens = self.lens();
        let Some(period) = period_of(lens.dataset, lens.as_of) else { return offers };
        let progress = progress(&lens, Span::Period(period.id()));
        for offer in &mut offers {
            let figures = row_of(offer).and_then(|row| progress.of(row)).map(|figures| &figures.relocations);
            if let Some((figures, target)) = figures.and_then(|figures| Some((figures, figures.target.total?))) {
                let done = Message::new("offer-commitment").count("done", figures.delivered.n());
                offer.tell(&self.words.say(&done.count("target", target as usize)));
            }
        }
        offers
    }

    /// What choosing in a cell amounts to.
    fn act_of_cell(&self, CellRef { table, row, column }: CellRef) -> Option<Act> {
        let data = self.dataset();
        match table {
            TableId::Relocations if column == Relocation::KEYS.unit => Some(Act::Propose(row)),
            TableId::Referrals if column == Referral::KEYS.landlord => {
                data.referrals.find(row)?.relocation.map(Act::Refer)
            }
            TableId::Proposals if column == Proposal::KEYS.unit => {
                data.proposals.find(row)?.relocation.map(Act::Propose)
            }
            TableId::Proposals if column == Proposal::KEYS.relocation => {
                data.proposals.find(row)?.unit.map(Act::ProposeUnit)
            }
            _ => None,
        }
    }

    /// Says what was asked or refused before, and puts it last; but a name that is typed whole is meant, and what stands
    /// there already is not said of itself.
    fn tell_again(&self, act: Act, text: &str, present: Option<RowId>, offers: &mut [Suggestion]) {
        let again = |offer: &Suggestion| -> Option<Message> {
            row_of(offer).filter(|row| present != Some(*row)).and_then(|row| self.again(act, row))
        };
        for offer in offers.iter_mut() {
            if let Some(again) = again(offer) {
                offer.tell(&self.words.say(&again));
            }
        }
        let folded = fold(text);
        let is_named = |offer: &Suggestion| !folded.is_empty() && fold(&offer.label) == folded;
        offers.sort_by_cached_key(|offer| (!is_named(offer), again(offer).is_some()));
    }

    /// The units of a case, or the cases of a unit, that a text may mean: those that fit first, of cases the longest wait
    /// before, each with what speaks against it; last what cannot be proposed. Who may not be found where the unit lies
    /// is left out. A code that is typed is meant, however well another one fits.
    fn fitting_offers(
        &self,
        table: TableId,
        text: &str,
        context: &EntryContext,
        pair: impl Fn(RowId) -> (RowId, RowId),
    ) -> Vec<Suggestion> {
        let lens = self.lens();
        let matched = |row: RowId| {
            let (case, unit) = pair(row);
            let case = lens.dataset.relocations.find(case)?;
            let home = Home::of(&lens, lens.dataset.units.find(unit)?);
            let fit = matching::matched(&lens, case, &home)?;
            Some((row, (is_possible(&lens, case, &home), fit)))
        };
        let mut ranked: Vec<_> = lens.dataset.table(table).ids().into_iter().filter_map(matched).collect();
        let folded = fold(text);
        // A code that is typed is meant before anything else that has these letters.
        let named = |row: RowId| {
            let label = fold(&self.label_of(table, row));
            let is_begun = || label.split(' ').any(|part| part.starts_with(&folded));
            (!folded.is_empty()).then(|| (label == folded, is_begun()))
        };
        ranked.sort_by_cached_key(|(row, (is_possible, fit))| {
            let (fitting, known) = fit.rank();
            let is_free = self.engaged(pair(*row)).is_none();
            Reverse((named(*row), *is_possible, is_free, fitting, days_waiting(&lens, *row), known))
        });
        let fits: RowMap<(bool, Match)> = ranked.iter().copied().collect();
        let rows = ranked.into_iter().map(|(row, _)| row).collect();
        let mut offers = entry::choose(table, rows, text, context, OFFERS);
        for offer in &mut offers {
            let Some(row) = row_of(offer) else { continue };
            match fits.get(&row) {
                Some((true, fit)) => {
                    self.tell_wait(row, offer);
                    if let Some(engaged) = self.engaged(pair(row)) {
                        offer.tell(&self.words.say(&engaged));
                    }
                    offer.tell(&self.doubts(pair(row), fit));
                    if fit.doubts().next().is_some() && fit.merits().next().is_some() {
                        offer.tell(&self.merits(fit));
                    }
                }
                Some((false, _)) => offer.tell(&format!("✗\u{a0}{}", self.status_of(table, row))),
                None => {}
            }
        }
        offers
    }

    /// Why a case does not wait for this unit: it is suspended, or another one was accepted.
    pub(super) fn engaged(&self, (case, unit): (RowId, RowId)) -> Option<Message> {
        let lens = self.lens();
        let case = lens.dataset.relocations.find(case)?;
        if case.is_suspended_on(lens.as_of) {
            return Some(match case.suspended_to {
                Some(until) => Message::new("offer-suspended-until").date("day", until),
                None => Message::new("offer-suspended"),
            });
        }
        let home = case.taken_unit(&lens).filter(|home| home.id() != unit)?;
        Some(Message::new("offer-has-home").text("unit", home.code.clone()))
    }

    /// Why a unit cannot be proposed to a case at all.
    pub(super) fn barred(&self, (case, unit): (RowId, RowId)) -> Option<String> {
        let lens = self.lens();
        let case = lens.dataset.relocations.find(case)?;
        let home = Home::of(&lens, lens.dataset.units.find(unit)?);
        let (table, row) =
            if case.is_open_on(lens.as_of) { (TableId::Units, unit) } else { (TableId::Relocations, case.id()) };
        (!is_possible(&lens, case, &home)).then(|| self.status_of(table, row))
    }

    /// The status of a case or a unit, in words.
    fn status_of(&self, table: TableId, row: RowId) -> String {
        let column = if table == TableId::Units { Unit::KEYS.status } else { Relocation::KEYS.status };
        self.shown_text(CellRef { table, row, column })
    }
}

/// Whether a home may be proposed to a case: a home that is let, or a case that is closed, is no question.
fn is_possible(lens: &Lens, case: &Relocation, home: &Home) -> bool {
    case.is_open_on(lens.as_of) && home.is_left_for(case.id())
}

/// How many days a case has waited; none if it does not, or is a unit.
fn days_waiting(lens: &Lens, row: RowId) -> Option<i64> {
    let case = lens.dataset.relocations.find(row)?;
    Some((lens.as_of - matching::waits_since(lens, case)?).num_days())
}

fn row_of(offer: &Suggestion) -> Option<RowId> {
    offer.value.references().next()
}

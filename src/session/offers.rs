//! What the fields of a form offer: in which order, and what is told of each record.

use std::cmp::Reverse;

use crate::domain::fold::fold;
use crate::domain::id::{RowId, RowMap};
use crate::domain::schema::{Kind, TableId};
use crate::exchange::entry::{self, EntryContext, Suggestion};
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
        let Some(field) = form.fields.get_mut(place).filter(|field| field.is_chosen()) else { return };
        if field.taken.is_some() {
            return;
        }
        let lens = self.lens();
        let context = EntryContext { today: self.today(), reader: &lens, words: &self.words };
        let text = field.line.text().trim();
        field.offers = match (act, field.kind()) {
            (Act::Propose(case) | Act::ProposePair(case, _), Kind::Reference(table @ TableId::Units)) => {
                self.fitting_offers(table, text, &context, |unit| (case, unit))
            }
            (Act::ProposeUnit(unit), Kind::Reference(table @ TableId::Relocations)) => {
                self.fitting_offers(table, text, &context, |case| (case, unit))
            }
            (Act::Refer(_), kind @ Kind::Reference(_)) => {
                let mut offers = entry::suggest(kind, text, &context, usize::MAX);
                offers.retain(|offer| {
                    let landlord = row_of(offer).and_then(|row| lens.dataset.landlords.find(row));
                    landlord.is_some_and(|landlord| landlord.is_party_on(lens.as_of))
                });
                offers
            }
            (_, kind) => entry::suggest(kind, text, &context, OFFERS),
        };
        self.tell_again(act, text, &mut field.offers);
        // What was typed chooses the first; an empty field chooses nothing.
        field.at = (!text.is_empty() && !field.offers.is_empty()).then_some(0);
    }

    /// Says what was asked or refused before, and puts it last; but a name that is typed whole is meant.
    fn tell_again(&self, act: Act, text: &str, offers: &mut [Suggestion]) {
        let again = |offer: &Suggestion| row_of(offer).and_then(|row| self.again(act, row));
        for offer in offers.iter_mut() {
            if let Some(again) = again(offer) {
                let gap = if offer.detail.is_empty() { "" } else { " · " };
                offer.detail = format!("{}{gap}{}", offer.detail, self.words.say(&again));
            }
        }
        let folded = fold(text);
        let is_named = |offer: &Suggestion| !folded.is_empty() && fold(&offer.label) == folded;
        offers.sort_by_cached_key(|offer| (!is_named(offer), again(offer).is_some()));
    }

    /// The units of a case, or the cases of a unit, that a text may mean: those that fit first, each with what speaks
    /// against it. Who may not be found where the unit lies is left out. A name that is typed whole is meant, however
    /// well another one fits.
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
            let case = lens.dataset.relocations.find(case).filter(|case| case.is_open_on(lens.as_of))?;
            let home = Home::of(&lens, lens.dataset.units.find(unit)?);
            let fit = matching::matched(&lens, case, &home)?;
            // A home that is let is no question.
            home.is_left_for(case.id()).then_some((row, fit))
        };
        let mut ranked: Vec<_> = lens.dataset.table(table).ids().into_iter().filter_map(matched).collect();
        let folded = fold(text);
        let is_named = |row: RowId| !folded.is_empty() && fold(&self.label_of(table, row)) == folded;
        ranked.sort_by_cached_key(|(row, fit)| Reverse((is_named(*row), fit.rank())));
        let fits: RowMap<Match> = ranked.iter().copied().collect();
        let rows = ranked.into_iter().map(|(row, _)| row).collect();
        let mut offers = entry::choose(table, rows, text, context, OFFERS);
        for offer in &mut offers {
            if let Some((row, fit)) = row_of(offer).and_then(|row| Some((row, fits.get(&row)?))) {
                offer.detail = format!("{} · {}", offer.detail, self.doubts(pair(row), fit));
            }
        }
        offers
    }
}

fn row_of(offer: &Suggestion) -> Option<RowId> {
    offer.value.references().next()
}

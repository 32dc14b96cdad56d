//! What to ask about words that are not understood: what they may have been meant for, keeping them as a note, leaving
//! them out.

use std::ops::Range;

use crate::domain::commune;
use crate::domain::fold::{fold, is_near};
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnInfo, ColumnKey, Group, Kind, TableId};
use crate::domain::unit::Dwelling;
use crate::domain::value::Value;
use crate::exchange::entry::{self, Entry};
use crate::exchange::{leftover, reference, show};

use super::free::plain;
use super::lexicon;
use super::reading::{Choice, Question};
use super::sense::{Cell, Ground, Offer};
use super::token::is_number;

/// How many things a word may be offered as.
const LIKELY: usize = 6;

impl Ground<'_> {
    pub(super) fn question(&self, group: &Range<usize>, message: Message, offers: Vec<Offer>) -> Question {
        let choice = |offer: Offer| Choice {
            text: self.typed.with(group, &offer.words),
            label: offer.label,
            detail: offer.detail,
        };
        Question { message, choices: offers.into_iter().map(choice).collect() }
    }

    pub(super) fn unknown(&self, group: &Range<usize>) -> Question {
        let text = self.typed.words(group);
        let is_bare = group.len() == 1 && is_number(text);
        let key = if is_bare { "phrase-which-number" } else { "phrase-unknown" };
        let offers = if is_bare { self.of_number(text) } else { self.likely(group, text) };
        let mut question = self.question(group, Message::new(key).text("words", text), offers);
        question.choices.extend(self.put_away(group, text));
        question
    }

    /// To keep it as a note, or to leave it out.
    pub(super) fn put_away(&self, group: &Range<usize>, text: &str) -> Vec<Choice> {
        let words = self.context.words;
        let choice = |key, text| Choice { label: words.text(key).to_owned(), detail: String::new(), text };
        let noted = || choice("phrase-note", self.typed.with(group, &format!("\"{text}\"")));
        let has_notes = leftover::notes(self.table).is_some();
        let left_out = choice("phrase-leave-out", self.typed.without(std::slice::from_ref(group)));
        has_notes.then(noted).into_iter().chain([left_out]).collect()
    }

    /// What a number alone may be, behind the name of its column.
    fn of_number(&self, text: &str) -> Vec<Offer> {
        let of = |info: &&ColumnInfo| {
            let is_number = matches!(info.kind, Kind::Integer(_) | Kind::Money(_));
            let is_type = matches!(info.kind, Kind::Choice(set) if set == Dwelling::SET);
            is_number || is_type
        };
        let offer = |info: &ColumnInfo| match self.parse(info.kind, text) {
            Entry::Value(value) => {
                let offer = self.offer(&Cell::new(info.key, value));
                Some(Offer { words: format!("{} {text}", self.name(info.key)), ..offer })
            }
            _ => None,
        };
        self.columns().filter(of).filter_map(offer).collect()
    }

    /// What words are nearly called: records, places, steps. A word that is still being typed is completed so.
    fn likely(&self, group: &Range<usize>, text: &str) -> Vec<Offer> {
        let folded = fold(text);
        // One letter begins too many names, and two too many communes.
        let is_long = folded.len() > 2;
        if folded.len() < 2 {
            return Vec::new();
        }
        let mut offers: Vec<Offer> = Vec::new();
        for info in self.columns() {
            match info.kind {
                Kind::Reference(table @ (TableId::Landlords | TableId::Associations)) => {
                    offers.extend(self.of_names(info.key, table, text, &folded));
                }
                Kind::Commune if is_long => {
                    let offer = |found: commune::Found| Offer {
                        label: found.commune.label(),
                        detail: found.former.map_or_else(|| self.column_word(info.key), ToOwned::to_owned),
                        words: found.commune.label(),
                    };
                    offers.extend(commune::search(text, LIKELY).into_iter().map(offer));
                }
                Kind::Territories if is_long && info.key == Relocation::KEYS.wanted => {
                    let offered = entry::suggest(info.kind, text, self.context, LIKELY);
                    offers.extend(offered.into_iter().map(|offer| plain(offer, &self.column_word(info.key))));
                }
                _ => {}
            }
        }
        if group.len() == 1 && is_long {
            offers.extend(self.of_steps(&folded));
        }
        offers.truncate(LIKELY);
        offers
    }

    fn of_names(&self, column: ColumnKey, table: TableId, text: &str, folded: &str) -> Vec<Offer> {
        let mut rows: Vec<_> =
            reference::search(text, table, self.context).into_iter().map(|(_, offer)| offer.value).collect();
        if rows.is_empty() {
            let called = |row: &RowId| {
                let label = fold(&show::label(table, *row, self.context.reader, self.context.words));
                is_near(folded, &label) || label.split(' ').any(|word| word.len() > 3 && is_near(folded, word))
            };
            rows = self.context.reader.rows(table).into_iter().filter(called).map(Value::Reference).collect();
        }
        rows.into_iter().map(|value| self.offer(&Cell::new(column, value))).collect()
    }

    /// Names of columns within a typing error, or that begin so.
    fn of_steps(&self, folded: &str) -> Vec<Offer> {
        let steps = self.columns().filter(|info| matches!(info.group, Group::Steps | Group::Exits));
        let is_meant = |names: &&[&str]| {
            names.iter().any(|name| is_near(folded, name) || (folded.len() > 2 && name.starts_with(folded)))
        };
        let named = steps.filter_map(|info| {
            let mut known =
                lexicon::names(self.table).iter().filter(|(key, _)| *key == info.key).map(|(_, names)| *names);
            known.find(|names| is_meant(names))?;
            let words = self.name(info.key);
            Some(Offer { label: self.column_word(info.key), detail: String::new(), words })
        });
        named.collect()
    }
}

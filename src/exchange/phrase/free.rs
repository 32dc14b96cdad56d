//! What a group of words means by itself, without the name of a column: "T3", "62 m²", "450 € HC", a landlord's name, a
//! commune.
//!
//! Owns what is told from anything else by its form alone. A bare number never is.

use std::ops::Range;

use crate::domain::commune;
use crate::domain::fold::{MatchRank, fold};
use crate::domain::message::Message;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnInfo, ColumnKey, Covers, Kind, NumberUnit, TableId};
use crate::domain::value::{ChoiceSet, Value};
use crate::exchange::entry::{Entry, EntryError, Suggestion};
use crate::exchange::{amount, choice, reference};

use super::lexicon::{BEFORE_VALUE, LINKS, NEED_A_NAME, NEGATIONS};
use super::sense::{Cell, Ground, Offer, Sense};
use super::token::{Token, is_number};

/// Letters of a name that is not written out.
const FEWEST: usize = 3;

impl Ground<'_> {
    /// What is exactly called so, or told by its form.
    pub(super) fn exactly(&self, group: &Range<usize>) -> Vec<Sense> {
        let text = self.typed.words(group);
        let mut found: Vec<Sense> = Vec::new();
        let mut refused: Vec<Message> = Vec::new();
        for info in self.columns() {
            match info.kind {
                Kind::Choice(set) => found.extend(self.choice(group, info.key, set)),
                Kind::Choices(_) if !self.is_bare(group) => found.extend(self.value(info, text)),
                Kind::Integer(NumberUnit::SquareMetres) if is_surface(text) => found.extend(self.value(info, text)),
                Kind::Integer(NumberUnit::Floor) if is_floor(&self.typed.folded(group)) => {
                    found.extend(self.value(info, text));
                }
                Kind::Integer(NumberUnit::Plain | NumberUnit::Adults | NumberUnit::Children | NumberUnit::People) => {
                    found.extend(self.counted(group, info));
                }
                Kind::Money(covers) if self.is_amount(group) => match self.parse(info.kind, text) {
                    Entry::Value(value) => found.push(Sense::cell(info.key, value)),
                    Entry::Error(error) if is_telling(covers, &error) => refused.push(self.problem(info, &error)),
                    _ => {}
                },
                Kind::Reference(table) if is_named(table) && !self.is_earlier(info.key) => {
                    let exact = self.named(table, group, |rank| rank == MatchRank::Exact);
                    found.extend(self.referring(info, group, &exact));
                }
                Kind::Commune => found.extend(self.commune(info, group)),
                Kind::Territories if !self.is_avoided(info.key) => found.extend(self.territory(info, group)),
                _ => {}
            }
        }
        // "450 CC" is no rent without charges: that is said, and not asked.
        if found.is_empty() {
            found.extend(refused.into_iter().map(|problem| Sense::Ask(problem, Vec::new())));
        }
        found
    }

    /// Records whose names only begin so, or have a word that does.
    pub(super) fn nearly(&self, group: &Range<usize>) -> Vec<Sense> {
        let tokens = &self.typed.tokens[group.clone()];
        let letters = |token: &str| token.chars().filter(|c| c.is_alphabetic()).count();
        let is_small = |word: &str| [LINKS, NEGATIONS, BEFORE_VALUE].iter().any(|words| words.contains(&word));
        let says_little = |token: &Token| letters(&token.folded) < FEWEST || is_small(&token.folded);
        if tokens.iter().all(says_little) || is_number(&tokens[0].folded) {
            return Vec::new();
        }
        // "nord" may be the département, whoever has it in its name.
        let folded = self.typed.folded(group);
        if commune::DEPARTEMENTS.iter().any(|(_, name)| fold(name) == folded) {
            return Vec::new();
        }
        // In "bail alpha" the first word says something of its own.
        let is_loose = tokens.len() == 1 || !(group.start..group.end).any(|at| self.is_label(&(at..at + 1)));
        let is_near = |rank: MatchRank| rank < MatchRank::Words || is_loose;
        let mut found: Vec<Sense> = Vec::new();
        for info in self.columns() {
            match info.kind {
                Kind::Reference(table) if is_named(table) => {
                    found.extend(self.referring(info, group, &self.named(table, group, is_near)));
                }
                Kind::Choice(set) => found.extend(self.begun(group, info.key, set)),
                _ => {}
            }
        }
        found
    }

    /// The only choice that begins so: "trop loin" of "Trop loin (travail, école)".
    fn begun(&self, group: &Range<usize>, column: ColumnKey, set: ChoiceSet) -> Option<Sense> {
        const LETTERS: usize = 5;
        let folded = self.typed.folded(group);
        if folded.len() < LETTERS || NEED_A_NAME.contains(&folded.as_str()) || self.is_bare(group) {
            return None;
        }
        let mut begun = choice::suggest_one(&folded, set, self.context.words);
        begun.retain(|offer| fold(&offer.label).starts_with(&folded));
        match begun.as_slice() {
            [only] => Some(Sense::cell(column, only.value.clone())),
            _ => None,
        }
    }

    fn named(&self, table: TableId, group: &Range<usize>, is_meant: impl Fn(MatchRank) -> bool) -> Vec<Suggestion> {
        let found = reference::search(self.typed.words(group), table, self.context);
        found.into_iter().filter(|(rank, _)| is_meant(*rank)).map(|(_, offer)| offer).collect()
    }

    fn referring(&self, info: &ColumnInfo, group: &Range<usize>, found: &[Suggestion]) -> Option<Sense> {
        match found {
            [] => None,
            [only] => Some(Sense::cell(info.key, only.value.clone())),
            _ => {
                let offers = found.iter().map(|offer| self.offer(&Cell::new(info.key, offer.value.clone())));
                let message = Message::new("phrase-several").text("words", self.typed.words(group));
                Some(Sense::Ask(message, offers.collect()))
            }
        }
    }

    fn value(&self, info: &ColumnInfo, text: &str) -> Option<Sense> {
        match self.parse(info.kind, text) {
            Entry::Value(value) if !value.is_empty() => Some(Sense::cell(info.key, value)),
            _ => None,
        }
    }

    fn choice(&self, group: &Range<usize>, column: ColumnKey, set: ChoiceSet) -> Option<Sense> {
        let folded = self.typed.folded(group);
        if self.is_bare(group) || folded.len() < 2 || NEED_A_NAME.contains(&folded.as_str()) {
            return None;
        }
        let key = choice::named(self.typed.words(group), set, self.context.words)?;
        Some(Sense::cell(column, Value::Choice(key.into())))
    }

    /// Whether a group has a number that nothing around it explains: "3 pièces" and "type 3" do, "3/4" may be a day.
    fn is_bare(&self, group: &Range<usize>) -> bool {
        const EXPLAIN: [&str; 6] = ["type", "piece", "pieces", "pces", "pcs", "p"];
        let word = |at: usize| self.typed.tokens[at].folded.as_str();
        let explains = |at: usize| group.contains(&at) && EXPLAIN.contains(&word(at));
        let has_only_digits =
            |word: &str| word.contains(|c: char| c.is_ascii_digit()) && !word.contains(|c: char| c.is_alphabetic());
        group
            .clone()
            .any(|at| has_only_digits(word(at)) && !explains(at + 1) && !at.checked_sub(1).is_some_and(explains))
    }

    /// "2 enfants", "sans enfant".
    fn counted(&self, group: &Range<usize>, info: &ColumnInfo) -> Option<Sense> {
        const IN_WORDS: [&str; 10] = ["zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];
        let (first, rest) = (group.start..group.start + 1, group.start + 1..group.end);
        if !self.labels(&rest, info.key) {
            return None;
        }
        let word = self.typed.folded(&first);
        let number = if is_number(&word) {
            word.parse().ok()?
        } else if NEGATIONS.contains(&word.as_str()) {
            0
        } else {
            let word = if word == "une" { "un" } else { &word };
            i64::try_from(IN_WORDS.iter().position(|known| *known == word)?).ok()?
        };
        Some(Sense::cell(info.key, Value::Integer(number)))
    }

    /// A number with a sign or a word that says that it is an amount: "450 €", "450 HC".
    fn is_amount(&self, group: &Range<usize>) -> bool {
        const SIGNS: [&str; 15] = [
            "euros",
            "euro",
            "eur",
            "hc",
            "cc",
            "tcc",
            "charges",
            "charge",
            "loyer",
            "max",
            "maxi",
            "maximum",
            "plafond",
            "comprises",
            "mensuel",
        ];
        let (tokens, text) = (&self.typed.tokens[group.clone()], self.typed.words(group));
        let has_sign = |word: &str| {
            let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
            // "450e" is an amount, "2e" a storey.
            SIGNS.contains(&unit) || word.contains('€') || (unit == "e" && word.len() > 3)
        };
        let numbers = tokens.iter().filter(|token| token.folded.starts_with(|c: char| c.is_ascii_digit()));
        // "1 250 €" is one number.
        let is_of_thousands = |word: &str| word.bytes().take_while(u8::is_ascii_digit).count() == 3;
        let is_one = numbers.enumerate().all(|(at, token)| at == 0 || is_of_thousands(&token.folded));
        // "loyer 450 charges 60" is two amounts, each behind its name.
        let is_first = text.starts_with(|c: char| c.is_ascii_digit());
        is_first && is_one && tokens.iter().any(|token| has_sign(&token.folded)) && amount::is_amount(text)
    }

    pub(super) fn problem(&self, info: &ColumnInfo, error: &EntryError) -> Message {
        let said = self.context.words.say(&error.message());
        Message::new("phrase-problem").term("column", self.table.column_word(info.key)).text("problem", said)
    }

    fn commune(&self, info: &ColumnInfo, group: &Range<usize>) -> Option<Sense> {
        let text = self.typed.words(group);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        if letters < 2 && !(is_number(text) && text.len() == 5) {
            return None;
        }
        let meant = self.typed.communes(group);
        // A postcode that another commune has is no part of the name.
        if !meant.is_certain && group.len() > 1 {
            return None;
        }
        let value = |found: &commune::Found| Value::Commune(found.commune.insee.clone());
        match meant.communes.as_slice() {
            [] => None,
            [only] if meant.is_certain => Some(Sense::cell(info.key, value(only))),
            several => {
                let offer = |found: &commune::Found| Offer {
                    label: found.commune.label(),
                    detail: found.former.unwrap_or_default().to_owned(),
                    words: found.commune.label(),
                };
                let message = Message::new("phrase-several").text("words", text);
                Some(Sense::Ask(message, several.iter().map(offer).collect()))
            }
        }
    }

    /// A territory by its name, or what may be meant by a commune: what is around it first.
    fn territory(&self, info: &ColumnInfo, group: &Range<usize>) -> Option<Sense> {
        let text = self.typed.words(group);
        if text.chars().filter(|c| c.is_alphabetic()).count() < 2 {
            return None;
        }
        match self.parse(info.kind, text) {
            Entry::Value(value) => Some(Sense::cell(info.key, value)),
            Entry::Ask(offers) if !self.typed.communes(group).communes.is_empty() => {
                let message = Message::new("phrase-which-place").text("words", text);
                Some(Sense::Ask(
                    message,
                    offers.into_iter().map(|offer| plain(offer, &self.column_word(info.key))).collect(),
                ))
            }
            _ => None,
        }
    }

    fn is_avoided(&self, column: ColumnKey) -> bool {
        self.table == TableId::Relocations && column == Relocation::KEYS.avoid
    }
}

/// An offer of a cell's list: its label says it.
pub(super) fn plain(offer: Suggestion, column: &str) -> Offer {
    let detail = if offer.detail.is_empty() { column.to_owned() } else { offer.detail };
    Offer { words: offer.label.clone(), label: offer.label, detail }
}

fn is_surface(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.to_lowercase().contains('m')
}

fn is_floor(folded: &str) -> bool {
    ["etage", "rdc", "rez", "r+", "floor"].iter().any(|word| folded.contains(word))
}

/// Whether the reason says more than that it is another amount's column.
const fn is_telling(covers: Covers, error: &EntryError) -> bool {
    match error {
        EntryError::WithCharges => matches!(covers, Covers::Rent),
        EntryError::WithoutCharges => matches!(covers, Covers::RentAndCharges),
        EntryError::NotMonthly
        | EntryError::Ambiguous
        | EntryError::BadGrouping
        | EntryError::TooPrecise
        | EntryError::Negative => !matches!(covers, Covers::Charges),
        _ => false,
    }
}

/// Whether records of a table go by a name, which may be shortened.
const fn is_named(table: TableId) -> bool {
    matches!(table, TableId::Landlords | TableId::Associations)
}

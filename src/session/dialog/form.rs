//! A form: a few typed fields that make one edit, such as a new proposal for the case at hand.
//!
//! Owns the typed texts and the record chosen in each field. What a form is for, and the edit that it makes, is in
//! `session::acts`.

use crate::domain::proposal::{Answer, CaleolDecision, Consequence, Proposal};
use crate::domain::schema::{ColumnKey, Kind, TableId};
use crate::domain::value::Value;
use crate::exchange::entry::Suggestion;
use crate::session::act::Act;
use crate::session::line::Line;

#[derive(Clone, Debug)]
pub struct Form {
    pub act: Act,
    pub fields: Vec<FormField>,
}

/// A field for the value of a column.
#[derive(Clone, Debug)]
pub struct FormField {
    pub table: TableId,
    pub column: ColumnKey,
    /// Its name in the word files, if that is not the column's.
    name: Option<&'static str>,
    pub is_required: bool,
    /// As typed.
    pub line: Line,
    /// What the text may mean, where it is one of a list.
    pub offers: Vec<Suggestion>,
    /// The highlighted offer.
    pub at: Option<usize>,
    /// What was taken from the list; typing lets it go.
    pub taken: Option<Value>,
    /// What stands there was not chosen by anyone: it is what is usual.
    pub is_usual: bool,
}

impl FormField {
    pub fn new(table: TableId, column: ColumnKey) -> Self {
        let (line, offers) = (Line::default(), Vec::new());
        Self { table, column, name: None, is_required: false, line, offers, at: None, taken: None, is_usual: false }
    }

    #[must_use]
    pub fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// Starts with a text, selected, so that typing replaces it.
    #[must_use]
    pub fn with(mut self, text: impl Into<String>) -> Self {
        self.line = Line::selected(text);
        self
    }

    /// Starts with a value, shown as a text.
    #[must_use]
    pub fn taking(mut self, value: Value, text: impl Into<String>) -> Self {
        self.taken = (!value.is_empty()).then_some(value);
        self.with(text)
    }

    /// Calls it something else than its column.
    #[must_use]
    pub fn named(mut self, word: &'static str) -> Self {
        self.name = Some(word);
        self
    }

    /// Its name in the word files.
    pub fn word(&self) -> String {
        self.name.map_or_else(|| self.table.column_word(self.column), ToOwned::to_owned)
    }

    pub fn kind(&self) -> Kind {
        self.table.column(self.column).map_or(Kind::Text, |info| info.kind)
    }

    /// Whether its value is one of a list.
    pub fn is_chosen(&self) -> bool {
        matches!(self.kind(), Kind::Reference(_) | Kind::Choice(_))
    }

    /// Takes an offer: its text is in the field, and the list closes.
    pub fn take(&mut self, offer: &Suggestion) {
        self.line = Line::new(offer.label.as_str());
        self.taken = Some(offer.value.clone());
        self.is_usual = false;
        (self.offers, self.at) = (Vec::new(), None);
    }
}

impl Form {
    /// Takes what is highlighted in a field, so that its text says what it is.
    pub fn settle(&mut self, place: usize) {
        if let Some(field) = self.fields.get_mut(place)
            && let Some(offer) = field.at.and_then(|at| field.offers.get(at)).cloned()
        {
            field.take(&offer);
        }
    }

    /// Whether a field is asked for: why, and what follows, only of a refusal; until when, only of a pause; the rank, only
    /// if there is one.
    pub fn is_shown(&self, place: usize) -> bool {
        let keys = Proposal::KEYS;
        let is = |column, choice: &str| self.choice(column) == Some(choice);
        match self.fields.get(place).map(|field| field.column) {
            _ if !matches!(self.act, Act::AnswerProposal(_) | Act::Decide(_)) => true,
            Some(column) if column == keys.rank => is(keys.decision, CaleolDecision::Ranked.key()),
            Some(column) if column == keys.reason || column == keys.consequence => {
                is(keys.answer, Answer::Refused.key())
            }
            Some(column) if column == keys.paused_until => {
                is(keys.answer, Answer::Refused.key()) && is(keys.consequence, Consequence::Pauses.key())
            }
            _ => true,
        }
    }

    /// The choice taken or highlighted in the field of a column.
    pub fn choice(&self, column: ColumnKey) -> Option<&str> {
        let field = self.fields.iter().find(|field| field.column == column)?;
        let highlighted = field.at.and_then(|at| field.offers.get(at)).map(|offer| &offer.value);
        match field.taken.as_ref().or(highlighted)? {
            Value::Choice(key) => Some(key),
            _ => None,
        }
    }

    /// Moves the highlight of a field's list.
    pub fn step(&mut self, place: usize, by: isize) {
        let Some(field) = self.fields.get_mut(place) else { return };
        let Some(last) = field.offers.len().checked_sub(1) else { return };
        field.at = Some(match (field.at, by) {
            (None, by) if by < 0 => last,
            (None, _) => 0,
            (Some(at), by) => at.saturating_add_signed(by).min(last),
        });
    }
}

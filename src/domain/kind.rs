//! What a column holds: its kind, which determines how it is entered, shown and sorted.

use super::schema::TableId;
use super::value::{ChoiceSet, Value};

/// The type of a column, which determines how it is entered, shown and sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text that is a name or label.
    Text,
    /// Free text, checked for personal data.
    Notes,
    /// Several short texts.
    Texts,
    /// A non-negative whole number of a unit.
    Integer(NumberUnit),
    /// An amount in cents, for a month.
    Money(Covers),
    Date(Tense),
    /// Yes, no, or not known.
    Flag,
    /// One of a list.
    Choice(ChoiceSet),
    /// Several of a list.
    Choices(ChoiceSet),
    /// A reference to a record of another table.
    Reference(TableId),
    Commune,
    /// A list of places.
    Territories,
}

/// What an amount covers: a rent must not be compared with one of the other kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covers {
    /// The rent without charges.
    Rent,
    Charges,
    /// The most that can be paid, charges included.
    RentAndCharges,
}

/// Which days are meant where no year is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// Those of this year.
    Any,
    /// A day to come, as a rule: the nearest one.
    Near,
    /// The next one.
    Next,
}

/// Whether the search looks into a column: what it finds stands on the screen, whatever columns are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    Covers,
    LeavesOut,
}

/// Who writes into a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    ByPeople,
    /// Only the app: nobody types into it.
    ByApp,
    /// It is computed.
    Never,
}

/// The unit of a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberUnit {
    Plain,
    SquareMetres,
    Days,
    Adults,
    Children,
    People,
    /// A storey; the ground floor is 0.
    Floor,
}

impl Kind {
    pub const DATE: Self = Self::Date(Tense::Any);
    pub const DATE_NEAR: Self = Self::Date(Tense::Near);
    pub const DATE_NEXT: Self = Self::Date(Tense::Next);

    pub const fn is_date(self) -> bool {
        matches!(self, Self::Date(_))
    }

    /// The table referenced by a column of this kind.
    pub const fn refers_to(self) -> Option<TableId> {
        match self {
            Self::Reference(table) => Some(table),
            Self::Territories => Some(TableId::Sectors),
            _ => None,
        }
    }

    /// Whether numbers of both kinds can be added up: a rent and its charges, not metres and days.
    pub fn is_measured_as(self, other: Self) -> bool {
        self == other || matches!((self, other), (Self::Money(_), Self::Money(_)))
    }

    /// Whether it holds free text, which may contain personal data.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Notes | Self::Texts)
    }

    /// Whether a column of this kind can hold the value.
    pub fn accepts(self, value: &Value) -> bool {
        match (self, value) {
            (_, Value::Empty)
            | (Self::Text | Self::Notes, Value::Text(_))
            | (Self::Texts, Value::Texts(_))
            | (Self::Integer(_), Value::Integer(_))
            | (Self::Money(_), Value::Money(_))
            | (Self::Date(_), Value::Date(_))
            | (Self::Flag, Value::Flag(_))
            | (Self::Reference(_), Value::Reference(_))
            | (Self::Commune, Value::Commune(_))
            | (Self::Territories, Value::Territories(_)) => true,
            (Self::Choice(set), Value::Choice(key)) => set.keys.contains(&key.as_ref()),
            (Self::Choices(set), Value::Choices(keys)) => keys.iter().all(|key| set.keys.contains(&key.as_ref())),
            _ => false,
        }
    }
}

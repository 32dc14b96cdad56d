//! The values a cell can hold, and their conversion from and to a record's typed fields.
//!
//! Generic code (grid, history, export) works on `Value`; records keep their own types. Parsing of
//! typed text is in `exchange::entry`.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::RowId;

/// Key of a choice, as used in code and word files.
pub type ChoiceKey = Cow<'static, str>;

/// An amount in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub i64);

/// A multiple of one half: the mean of two whole numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Halves(u64);

impl Halves {
    /// The mean of two numbers.
    pub fn between(a: u32, b: u32) -> Self {
        Self(u64::from(a) + u64::from(b))
    }

    /// The nearest multiple of a number, the greater of two.
    pub fn to_multiple_of(self, step: u32) -> u32 {
        let step = u64::from(step.max(1));
        u32::try_from((self.0 + step) / (2 * step) * step).unwrap_or(u32::MAX)
    }

    /// The number, if it is whole.
    pub fn whole(self) -> Option<u32> {
        self.0.is_multiple_of(2).then(|| u32::try_from(self.0 / 2).ok()).flatten()
    }
}

impl From<u32> for Halves {
    fn from(n: u32) -> Self {
        Self::between(n, n)
    }
}

impl From<Halves> for f64 {
    fn from(halves: Halves) -> Self {
        // A sum of two 32-bit numbers is exact in 53 bits.
        halves.0 as Self / 2.0
    }
}

/// INSEE code of a commune: five characters, not a postcode.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Insee(pub String);

/// A place wanted or avoided, from the widest to the narrowest.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Territory {
    /// The whole region.
    Anywhere,
    /// A département, by its code.
    Departement(String),
    /// An EPCI, by its SIREN code.
    Epci(String),
    /// A sector that the union defined.
    Sector(RowId),
    /// A commune (only in the definition of a sector).
    Commune(Insee),
}

/// The content of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Value {
    /// Nothing entered.
    #[default]
    Empty,
    Text(String),
    /// Several short texts, such as aliases.
    Texts(Vec<String>),
    /// A whole number, whose unit is the column's.
    Integer(i64),
    Money(Money),
    Date(NaiveDate),
    /// Yes or no.
    Flag(bool),
    /// One of the column's choices.
    Choice(ChoiceKey),
    /// Several of the column's choices.
    Choices(Vec<ChoiceKey>),
    /// A reference to a record of another table.
    Reference(RowId),
    Commune(Insee),
    /// A list of places.
    Territories(Vec<Territory>),
}

impl Value {
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The day, if the value is one.
    pub const fn as_date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The amount, if the value is one.
    pub const fn as_money(&self) -> Option<Money> {
        match self {
            Self::Money(amount) => Some(*amount),
            _ => None,
        }
    }

    /// The records this value references.
    pub fn references(&self) -> impl Iterator<Item = RowId> {
        let (one, places) = match self {
            Self::Reference(row) => (Some(*row), [].as_slice()),
            Self::Territories(places) => (None, places.as_slice()),
            _ => (None, [].as_slice()),
        };
        let sectors =
            places.iter().filter_map(|place| if let Territory::Sector(row) = place { Some(*row) } else { None });
        one.into_iter().chain(sectors)
    }

    /// The value without its reference to a removed record.
    #[must_use]
    pub fn without_reference(&self, gone: RowId) -> Self {
        match self {
            Self::Reference(row) if *row == gone => Self::Empty,
            Self::Territories(places) => {
                let left: Vec<_> = places.iter().filter(|p| **p != Territory::Sector(gone)).cloned().collect();
                if left.is_empty() { Self::Empty } else { Self::Territories(left) }
            }
            other => other.clone(),
        }
    }
}

/// Why a column rejected a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The value's type does not match the column.
    WrongKind,
    /// The column cannot be empty.
    Required,
    /// The number is out of range for the column.
    OutOfRange,
    /// The column is derived and cannot be written.
    ReadOnly,
}

/// A typed field of a record, convertible to and from a [`Value`].
pub trait ColumnValue: Sized {
    fn to_value(&self) -> Value;

    /// Converts a value to the field's type.
    ///
    /// # Errors
    /// If the field cannot hold the value.
    fn from_value(value: Value) -> Result<Self, Refusal>;
}

impl ColumnValue for String {
    fn to_value(&self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Text(self.clone()) }
    }

    fn from_value(value: Value) -> Result<Self, Refusal> {
        match value {
            Value::Empty => Ok(Self::new()),
            Value::Text(text) => Ok(text),
            _ => Err(Refusal::WrongKind),
        }
    }
}

impl ColumnValue for bool {
    fn to_value(&self) -> Value {
        Value::Flag(*self)
    }

    fn from_value(value: Value) -> Result<Self, Refusal> {
        match value {
            Value::Empty => Ok(false),
            Value::Flag(flag) => Ok(flag),
            _ => Err(Refusal::WrongKind),
        }
    }
}

/// Counts, days and surfaces: whole and non-negative.
impl ColumnValue for Option<u32> {
    fn to_value(&self) -> Value {
        self.map_or(Value::Empty, |n| Value::Integer(n.into()))
    }

    fn from_value(value: Value) -> Result<Self, Refusal> {
        match value {
            Value::Empty => Ok(None),
            Value::Integer(n) => u32::try_from(n).map(Some).map_err(|_| Refusal::OutOfRange),
            _ => Err(Refusal::WrongKind),
        }
    }
}

/// Fields that are empty or hold the content of one kind of value.
macro_rules! optional_field {
    ($($type:ty => $variant:ident),+ $(,)?) => {$(
        impl ColumnValue for Option<$type> {
            fn to_value(&self) -> Value {
                self.clone().map_or(Value::Empty, Value::$variant)
            }

            fn from_value(value: Value) -> Result<Self, Refusal> {
                match value {
                    Value::Empty => Ok(None),
                    Value::$variant(inner) => Ok(Some(inner)),
                    _ => Err(Refusal::WrongKind),
                }
            }
        }
    )+};
}
optional_field! { bool => Flag, Money => Money, NaiveDate => Date, RowId => Reference, Insee => Commune }

/// Lists, empty or not.
macro_rules! list_field {
    ($($type:ty => $variant:ident),+ $(,)?) => {$(
        impl ColumnValue for Vec<$type> {
            fn to_value(&self) -> Value {
                if self.is_empty() { Value::Empty } else { Value::$variant(self.clone()) }
            }

            fn from_value(value: Value) -> Result<Self, Refusal> {
                match value {
                    Value::Empty => Ok(Vec::new()),
                    Value::$variant(list) => Ok(list),
                    _ => Err(Refusal::WrongKind),
                }
            }
        }
    )+};
}
list_field! { String => Texts, Territory => Territories }

/// The choices a column offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChoiceSet {
    /// Name of the set in the word files (`choice-<name>-<key>`).
    pub name: &'static str,
    /// Keys, in the order they are offered and sorted.
    pub keys: &'static [&'static str],
}

/// Declares an enum whose variants users choose from a list.
///
/// Keys go into history and exports, variants into the file, so neither may be renamed.
macro_rules! choices {
    (
        $(#[$meta:meta])*
        pub enum $name:ident as $set:literal {
            $($(#[$vmeta:meta])* $variant:ident = $key:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* $variant,)+
        }

        impl $name {
            /// Every choice, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The set, as columns refer to it.
            pub const SET: $crate::domain::value::ChoiceSet =
                $crate::domain::value::ChoiceSet { name: $set, keys: &[$($key),+] };

            /// Stable key of the choice.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::domain::value::ColumnValue for Option<$name> {
            fn to_value(&self) -> $crate::domain::value::Value {
                self.map_or($crate::domain::value::Value::Empty, |choice| {
                    $crate::domain::value::Value::Choice(choice.key().into())
                })
            }

            fn from_value(value: $crate::domain::value::Value) -> Result<Self, $crate::domain::value::Refusal> {
                match value {
                    $crate::domain::value::Value::Empty => Ok(None),
                    $crate::domain::value::Value::Choice(key) => $name::from_key(&key)
                        .map(Some)
                        .ok_or($crate::domain::value::Refusal::WrongKind),
                    _ => Err($crate::domain::value::Refusal::WrongKind),
                }
            }
        }

        impl $crate::domain::value::ColumnValue for $name {
            fn to_value(&self) -> $crate::domain::value::Value {
                Some(*self).to_value()
            }

            fn from_value(value: $crate::domain::value::Value) -> Result<Self, $crate::domain::value::Refusal> {
                Option::<Self>::from_value(value)?.ok_or($crate::domain::value::Refusal::Required)
            }
        }

        impl $crate::domain::value::ColumnValue for Vec<$name> {
            fn to_value(&self) -> $crate::domain::value::Value {
                if self.is_empty() {
                    $crate::domain::value::Value::Empty
                } else {
                    $crate::domain::value::Value::Choices(self.iter().map(|choice| choice.key().into()).collect())
                }
            }

            fn from_value(value: $crate::domain::value::Value) -> Result<Self, $crate::domain::value::Refusal> {
                match value {
                    $crate::domain::value::Value::Empty => Ok(Vec::new()),
                    $crate::domain::value::Value::Choices(keys) => keys
                        .iter()
                        .map(|key| $name::from_key(key).ok_or($crate::domain::value::Refusal::WrongKind))
                        .collect(),
                    _ => Err($crate::domain::value::Refusal::WrongKind),
                }
            }
        }
    };
}
pub(crate) use choices;

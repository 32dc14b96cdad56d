//! The schema: what tables there are, what a column is, who may see it.
//!
//! Each record type lists its columns once, in one slice, next to its struct. Grid, export,
//! history, integrity, search and the audience filter run on these slices and enumerate no
//! fields of their own. Adding a column is one field and one entry (and its words).

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::{CellRef, RowId};
use super::lens::Lens;
use super::value::{ChoiceSet, Refusal, Value, choices};

choices! {
    /// The tables of a dataset, in the order of the file.
    pub enum TableId as "table" {
        /// The convention itself: one record.
        Convention = "convention",
        /// Years of the convention.
        Periods = "periods",
        /// Social landlords.
        Landlords = "landlords",
        /// Associations that refer and accompany.
        Associations = "associations",
        /// Targets, by landlord or region-wide.
        Commitments = "commitments",
        /// Dwellings made available.
        Units = "units",
        /// Households' ways to their keys.
        Relocations = "relocations",
        /// Landlords asked for a case.
        Referrals = "referrals",
        /// Units proposed to households.
        Proposals = "proposals",
        /// Quarterly meetings.
        Committees = "committees",
        /// What a committee decided.
        Decisions = "decisions",
        /// What a committee asked someone to do.
        Actions = "actions",
        /// Training sessions.
        Trainings = "trainings",
        /// People present at a session, per landlord and trade.
        Attendances = "attendances",
        /// Groups of communes.
        Sectors = "sectors",
    }
}

/// For whom something is read: on screen, copied, exported or drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The union's staff: everything.
    Office,
    /// The quarterly committee: landlords and associations together.
    Committee,
}

/// Who may see a column. A column without it does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// The office alone.
    Office,
    /// The committee too, but only while the record is openly on offer (see [`Record::on_offer`]).
    WhileOnOffer,
    /// Every audience: a fact about organisations, never about a person or her home.
    Everyone,
}

impl Visibility {
    /// Whether `audience` may see it, for a record that is openly on offer or not.
    pub const fn allows(self, audience: Audience, on_offer: bool) -> bool {
        match (audience, self) {
            (Audience::Office, _) | (Audience::Committee, Self::Everyone) => true,
            (Audience::Committee, Self::WhileOnOffer) => on_offer,
            (Audience::Committee, Self::Office) => false,
        }
    }
}

/// What a column holds, and so how it is typed, shown and sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text that names something.
    Text,
    /// Free text, checked for personal data.
    Notes,
    /// Several short texts.
    Texts,
    /// A whole number, never below zero, of what the key says.
    Integer(Measure),
    /// An amount in cents.
    Money,
    /// A day.
    Date,
    /// Yes, no, or not known.
    Flag,
    /// One of a list.
    Choice(ChoiceSet),
    /// Several of a list.
    Choices(ChoiceSet),
    /// A record of another table.
    Reference(TableId),
    /// A commune.
    Commune,
    /// A list of places.
    Territories,
}

/// What a whole number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A plain count.
    Plain,
    /// Square metres.
    SquareMetres,
    /// Days.
    Days,
}

impl Kind {
    /// Whether a column of this kind can hold the value.
    pub fn accepts(self, value: &Value) -> bool {
        match (self, value) {
            (_, Value::Empty)
            | (Self::Text | Self::Notes, Value::Text(_))
            | (Self::Texts, Value::Texts(_))
            | (Self::Integer(_), Value::Integer(_))
            | (Self::Money, Value::Money(_))
            | (Self::Date, Value::Date(_))
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

/// Name of a column: stable, unique in its table, the same in code, file, history and export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnKey(&'static str);

impl ColumnKey {
    /// A key of the schema. Only slices of columns and the steps that name them make one.
    pub const fn new(key: &'static str) -> Self {
        Self(key)
    }

    /// The key as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The key of that text, if any table has such a column.
    pub fn find(text: &str) -> Option<Self> {
        static KEYS: OnceLock<HashSet<&'static str>> = OnceLock::new();
        KEYS.get_or_init(|| TableId::ALL.iter().flat_map(|table| table.columns()).map(|column| column.key.0).collect())
            .get(text)
            .map(|key| Self(key))
    }
}

impl Serialize for ColumnKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for ColumnKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::find(&text).ok_or_else(|| serde::de::Error::custom(format_args!("unknown column `{text}`")))
    }
}

/// Columns that stand under one header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What the record is.
    Main,
    /// The dwelling.
    Dwelling,
    /// The household.
    Household,
    /// What the household needs.
    Wishes,
    /// The steps, each a date.
    Steps,
    /// How it ended.
    Exits,
    /// The rest.
    More,
}

impl Group {
    /// Every group, in the order of the headers.
    pub const ALL: [Self; 7] =
        [Self::Main, Self::Dwelling, Self::Household, Self::Wishes, Self::Steps, Self::Exits, Self::More];

    /// Key in the word files (`group-<key>`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Dwelling => "dwelling",
            Self::Household => "household",
            Self::Wishes => "wishes",
            Self::Steps => "steps",
            Self::Exits => "exits",
            Self::More => "more",
        }
    }
}

/// What is known of a column whatever the record type.
#[derive(Clone, Copy, Debug)]
pub struct ColumnInfo {
    /// Its name.
    pub key: ColumnKey,
    /// What it holds.
    pub kind: Kind,
    /// Who may see it.
    pub visibility: Visibility,
    /// Under which header it stands.
    pub group: Group,
    /// A record without it makes no sense: it is not cleared, and what it names is not removed alone.
    pub required: bool,
    /// Computed from others, never written.
    pub derived: bool,
}

/// One column of a record type: its facts, and how to read and write it.
pub struct Column<R> {
    /// Facts.
    pub info: ColumnInfo,
    get: fn(&R) -> Value,
    set: fn(&mut R, Value) -> Result<(), Refusal>,
    derive: Option<fn(&R, &Lens) -> Value>,
    home: Option<fn(&R, &Lens) -> Option<CellRef>>,
}

impl<R> Column<R> {
    /// A column kept in the record. The macro [`stored`] writes the two functions.
    pub const fn stored(
        key: &'static str,
        kind: Kind,
        visibility: Visibility,
        get: fn(&R) -> Value,
        set: fn(&mut R, Value) -> Result<(), Refusal>,
    ) -> Self {
        let info =
            ColumnInfo { key: ColumnKey(key), kind, visibility, group: Group::Main, required: false, derived: false };
        Self { info, get, set, derive: None, home: None }
    }

    /// A column computed from the record and what it is linked with.
    pub const fn derived(
        key: &'static str,
        kind: Kind,
        visibility: Visibility,
        derive: fn(&R, &Lens) -> Value,
    ) -> Self {
        let info =
            ColumnInfo { key: ColumnKey(key), kind, visibility, group: Group::Main, required: false, derived: true };
        Self { info, get: |_| Value::Empty, set: |_, _| Err(Refusal::ReadOnly), derive: Some(derive), home: None }
    }

    /// Puts the column under a header.
    #[must_use]
    pub const fn under(mut self, group: Group) -> Self {
        self.info.group = group;
        self
    }

    /// The record makes no sense without it.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.info.required = true;
        self
    }

    /// The value lives in another record when that is known (one date in one place); what the
    /// record itself holds stands in otherwise.
    #[must_use]
    pub const fn living_in(mut self, home: fn(&R, &Lens) -> Option<CellRef>) -> Self {
        self.home = Some(home);
        self
    }

    /// What the record itself holds.
    pub fn get(&self, record: &R) -> Value {
        (self.get)(record)
    }

    /// Writes into the record itself.
    pub fn set(&self, record: &mut R, value: Value) -> Result<(), Refusal> {
        if self.info.required && value.is_empty() {
            return Err(Refusal::Required);
        }
        if !self.info.kind.accepts(&value) {
            return Err(Refusal::WrongKind);
        }
        (self.set)(record, value)
    }

    /// The cell of another record in which the value lives, if it does.
    pub fn home(&self, record: &R, lens: &Lens) -> Option<CellRef> {
        self.home.and_then(|home| home(record, lens))
    }

    /// What is shown: derived, or from the home, or the record's own.
    pub fn read(&self, record: &R, lens: &Lens) -> Value {
        if let Some(derive) = self.derive {
            return derive(record, lens);
        }
        match self.home(record, lens).map(|home| lens.stored(home)) {
            Some(value) if !value.is_empty() => value,
            _ => self.get(record),
        }
    }
}

/// A stored column whose key is the name of its field; only within [`schema`], which names `Row`.
macro_rules! stored {
    ($field:ident: $kind:expr, $visibility:ident) => {
        $crate::domain::schema::Column::stored(
            stringify!($field),
            $kind,
            $crate::domain::schema::Visibility::$visibility,
            |record: &Row| $crate::domain::value::Field::to_value(&record.$field),
            |record: &mut Row, value| {
                record.$field = $crate::domain::value::Field::from_value(value)?;
                Ok(())
            },
        )
    };
}
pub(crate) use stored;

/// A type of record: its table and its columns.
pub trait Record: Clone + Default + PartialEq + Send + Sync + 'static {
    /// Its table.
    const TABLE: TableId;
    /// Who may see rows of it at all.
    const ROWS: Visibility;
    /// Columns that name a record where another one refers to it.
    const LABEL: &'static [ColumnKey];

    /// Every column, once.
    fn columns() -> &'static [Column<Self>];

    /// Its identity.
    fn id(&self) -> RowId;

    /// Gives it its identity, when it enters a table.
    fn set_id(&mut self, id: RowId);

    /// Whether it is openly on offer, so that a committee may see more of it than its owner.
    fn on_offer(&self, _lens: &Lens) -> bool {
        false
    }
}

/// Whether a field is empty, and so not written to the file.
pub(crate) fn is_default<T: Default + PartialEq>(field: &T) -> bool {
    *field == T::default()
}

/// A record's struct: an id and fields that are written only when they are not empty.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$fmeta:meta])* pub $field:ident: $type:ty,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            id: $crate::domain::id::RowId,
            $(
                $(#[$fmeta])*
                #[serde(skip_serializing_if = "crate::domain::schema::is_default")]
                pub $field: $type,
            )+
        }

        impl $name {
            /// Its identity.
            pub const fn id(&self) -> $crate::domain::id::RowId {
                self.id
            }
        }
    };
}
pub(crate) use record;

/// What every record type says of itself in the same words.
macro_rules! schema {
    ($name:ident in $table:ident, rows $rows:ident, label [$($label:literal),+], $columns:expr $(, on_offer $on_offer:expr)?) => {
        impl $crate::domain::schema::Record for $name {
            const TABLE: $crate::domain::schema::TableId = $crate::domain::schema::TableId::$table;
            const ROWS: $crate::domain::schema::Visibility = $crate::domain::schema::Visibility::$rows;
            const LABEL: &'static [$crate::domain::schema::ColumnKey] =
                &[$($crate::domain::schema::ColumnKey::new($label)),+];

            fn columns() -> &'static [$crate::domain::schema::Column<Self>] {
                // The name that `stored` knows the record type by.
                type Row = $name;
                static COLUMNS: &[$crate::domain::schema::Column<Row>] = $columns;
                COLUMNS
            }

            fn id(&self) -> $crate::domain::id::RowId {
                self.id
            }

            fn set_id(&mut self, id: $crate::domain::id::RowId) {
                self.id = id;
            }

            $(
                fn on_offer(&self, lens: &$crate::domain::lens::Lens) -> bool {
                    let on_offer: fn(&$name, &$crate::domain::lens::Lens) -> bool = $on_offer;
                    on_offer(self, lens)
                }
            )?
        }
    };
}
pub(crate) use schema;

//! The schema: what tables there are, what a column is, who may see it.
//!
//! Each record type lists its columns once, in one slice, next to its struct. Grid, export,
//! history, integrity, search and the audience filter run on these slices and enumerate no
//! fields of their own. Adding a column is one field and one entry (and its words).

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use super::code::Code;
pub use super::column::Column;
use super::id::{CellRef, RowId};
use super::lens::Lens;
pub(crate) use super::record::{record, schema};
use super::value::{ChoiceSet, Value, choices};

choices! {
    /// The tables of a dataset, in the order of the file.
    pub enum TableId as "table" {
        /// The convention itself: one record.
        Convention = "convention",
        Periods = "periods",
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
        /// Figures that others published about the region.
        ContextFigures = "context",
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
    Integer(NumberUnit),
    /// An amount in cents.
    Money,
    Date,
    /// Yes, no, or not known.
    Flag,
    /// One of a list.
    Choice(ChoiceSet),
    /// Several of a list.
    Choices(ChoiceSet),
    /// A record of another table.
    Reference(TableId),
    Commune,
    /// A list of places.
    Territories,
}

/// What a whole number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberUnit {
    Plain,
    SquareMetres,
    Days,
}

impl Kind {
    /// The table whose records a column of this kind names.
    pub const fn refers_to(self) -> Option<TableId> {
        match self {
            Self::Reference(table) => Some(table),
            Self::Territories => Some(TableId::Sectors),
            _ => None,
        }
    }

    /// Whether it holds what people write freely, which may name a person.
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

/// How a column names its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// A code that the app makes and that no other record of the table has. It finds its record
    /// only as a whole: a slip would mix up two homes.
    Code(Code),
    /// A name that no other record of the table has. Its beginning is enough where only one
    /// begins so.
    Name,
    /// Another name that people type.
    Alias,
    /// A phrase that describes the record.
    Title,
}

impl Naming {
    /// Whether no two records of a table have the same.
    pub const fn is_unique(self) -> bool {
        matches!(self, Self::Code(_) | Self::Name)
    }
}

/// Name of a column: stable, unique in its table, the same in code, file, history and export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnKey(&'static str);

impl ColumnKey {
    /// A key of the schema: only the macro `schema` makes one.
    pub(super) const fn new(key: &'static str) -> Self {
        Self(key)
    }

    /// The key as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The key of that text, if any table has such a column.
    fn find(text: &str) -> Option<Self> {
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
    Dwelling,
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
    pub key: ColumnKey,
    pub kind: Kind,
    /// Who may see it.
    pub visibility: Visibility,
    /// How it names its record, where it does.
    pub naming: Option<Naming>,
    /// Under which header it stands.
    pub group: Group,
    /// A record without it makes no sense: it is not cleared, and what it names is not removed alone.
    pub required: bool,
    /// A record that names a removed one here goes with it, though the cell may be empty: empty
    /// means something else.
    pub belongs: bool,
    /// Computed from others, never written.
    pub derived: bool,
    /// Key of the meaning of an empty cell, where it has one: a default, the whole region.
    pub when_empty: Option<&'static str>,
}

impl ColumnInfo {
    /// A column under the first header, that may be empty, and then means nothing.
    pub(super) const fn new(key: ColumnKey, kind: Kind, visibility: Visibility, derived: bool) -> Self {
        Self {
            key,
            kind,
            visibility,
            naming: None,
            group: Group::Main,
            required: false,
            belongs: false,
            derived,
            when_empty: None,
        }
    }

    /// How the app makes the codes of the column, where it holds codes.
    pub const fn code(&self) -> Option<Code> {
        match self.naming {
            Some(Naming::Code(code)) => Some(code),
            _ => None,
        }
    }
}

/// A type of record: its table and its columns.
pub trait Record: Clone + Default + PartialEq + Send + Sync + 'static {
    const TABLE: TableId;
    /// Who may see rows of it at all.
    const ROWS: Visibility;
    /// Columns that name a record where another one refers to it.
    const LABEL: &'static [ColumnKey];

    /// Every column, once.
    fn columns() -> &'static [Column<Self>];

    fn id(&self) -> RowId;

    /// Gives it its identity, when it enters a table.
    fn set_id(&mut self, id: RowId);

    fn cell(&self, column: ColumnKey) -> CellRef {
        CellRef { table: Self::TABLE, row: self.id(), column }
    }

    /// Whether it is openly on offer, so that a committee may see more of it than its owner.
    fn on_offer(&self, _lens: &Lens) -> bool {
        false
    }
}

//! The schema: the tables, what a column is, and who may see it.
//!
//! Each record type lists its columns once, in one slice, next to its struct. Grid, export, history,
//! integrity checks, search and the audience filter run on these slices and list no fields of their
//! own. A new column takes one field and one entry (and its words).

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use super::code::Code;
pub use super::column::{Column, ColumnSet, Record};
use super::id::RowId;
pub use super::kind::{Covers, Kind, NumberUnit, Search, Tense, Written};

pub(crate) use super::record::{record, schema};
use super::value::choices;

choices! {
    /// The tables of a dataset, in file order.
    pub enum TableId as "table" {
        /// The convention: a single record.
        Convention = "convention",
        Periods = "periods",
        Landlords = "landlords",
        /// Associations that refer and support women.
        Associations = "associations",
        /// Targets, per landlord or for the region.
        Commitments = "commitments",
        Units = "units",
        /// Cases of rehousing.
        Relocations = "relocations",
        /// Landlords asked to house a case.
        Referrals = "referrals",
        /// Units proposed to households.
        Proposals = "proposals",
        /// Quarterly meetings.
        Committees = "committees",
        /// Decisions of the committees.
        Decisions = "decisions",
        /// Actions the committees asked for.
        Actions = "actions",
        /// Training sessions.
        Trainings = "trainings",
        /// People trained at a session, per landlord and trade.
        Attendances = "attendances",
        /// Groups of communes.
        Sectors = "sectors",
        /// Regional figures published by others.
        ContextFigures = "context",
        /// Things to do that were put off.
        Postponements = "postponements",
        /// What left for others, as it was shown.
        Publications = "publications",
    }
}

/// The audience of anything shown, copied, exported or drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The union's staff, who may see everything.
    Office,
    /// The quarterly committee of landlords and associations.
    Committee,
    /// One landlord: its own homes, and what it was asked and answered; no codes of cases.
    Landlord(RowId),
    /// One association: its own cases.
    Association(RowId),
    /// Whoever reads a report: nothing of single homes and persons.
    Public,
}

/// Who may see a column, or the rows of a table. Mandatory: a column without it does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// The office only.
    Office,
    /// The office, and the association whose record it is.
    Association,
    /// The office, and the landlord or the association whose record it is.
    Owner,
    /// The same, and the committee while the record is openly on offer (see [`Record::on_offer`]).
    WhileOnOffer,
    /// The same, and the committee at any time.
    Members,
    /// Every audience: a fact about organisations, never about a person or her home.
    Everyone,
}

/// What a record is to an audience.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stake {
    /// It is openly on offer.
    pub on_offer: bool,
    /// It is the landlord's or the association's own.
    pub own: bool,
}

impl Stake {
    pub const ALL: Self = Self { on_offer: true, own: true };
}

impl Visibility {
    /// Whether `audience` may see it of a record.
    pub const fn allows(self, audience: Audience, stake: Stake) -> bool {
        match (audience, self) {
            (Audience::Office, _) | (_, Self::Everyone) | (Audience::Committee, Self::Members) => true,
            (Audience::Committee, Self::WhileOnOffer) => stake.on_offer,
            (Audience::Landlord(_) | Audience::Association(_), Self::Owner | Self::WhileOnOffer | Self::Members)
            | (Audience::Association(_), Self::Association) => stake.own,
            (Audience::Committee | Audience::Landlord(_) | Audience::Association(_) | Audience::Public, _) => false,
        }
    }
}

/// How a column identifies its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// A generated code, unique in the table. It matches as a whole only: a typing error would mix up
    /// two homes.
    Code(Code),
    /// A name, unique in the table. Its start is enough if only one name starts that way.
    Name,
    /// Another name that users type.
    Alias,
    /// A description of the record.
    Title,
}

impl Naming {
    /// Whether it is unique in its table.
    pub const fn is_unique(self) -> bool {
        matches!(self, Self::Code(_) | Self::Name)
    }
}

/// Key of a column: stable, unique in its table, and the same in code, file, history and export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnKey(&'static str);

impl ColumnKey {
    /// Only the `schema` macro creates keys.
    pub(super) const fn new(key: &'static str) -> Self {
        Self(key)
    }

    /// The key as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The key with that text, if any table has such a column.
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

/// A group of columns under one header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Main,
    Dwelling,
    Household,
    Wishes,
    Steps,
    Exits,
    Delays,
    More,
}

impl Group {
    pub const ALL: [Self; 8] =
        [Self::Main, Self::Dwelling, Self::Household, Self::Wishes, Self::Steps, Self::Exits, Self::Delays, Self::More];

    /// Key in the word files (`group-<key>`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Dwelling => "dwelling",
            Self::Household => "household",
            Self::Wishes => "wishes",
            Self::Steps => "steps",
            Self::Exits => "exits",
            Self::Delays => "delays",
            Self::More => "more",
        }
    }
}

/// What of a column goes once a closed case is past the retention period (see `retention`). What figures need
/// stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// All of it: no figure needs it.
    Whole,
    /// All but the first: each woman counts at the first type and the first place noted for her.
    ButFirst,
    /// All of it, unless she was rehoused: children count with their mother.
    UnlessRehoused,
}

/// The facts about a column that do not depend on the record type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnInfo {
    pub key: ColumnKey,
    pub kind: Kind,
    /// Who may see it.
    pub visibility: Visibility,
    /// How it identifies its record, if it does.
    pub naming: Option<Naming>,
    /// The header it is shown under.
    pub group: Group,
    /// Cannot be cleared, and the record it references cannot be removed alone.
    pub required: bool,
    /// The record is removed with the one referenced here, though the cell may be empty: empty has a
    /// meaning of its own.
    pub belongs: bool,
    /// What of it goes with the detail of a closed case; nothing if `None`.
    pub detail: Option<Detail>,
    pub written: Written,
    /// Word file key for the meaning of an empty cell, if it has one: a default, the whole region.
    pub when_empty: Option<&'static str>,
    pub search: Search,
    /// Others than the office read a text in which personal data or codes are found only once this column says that
    /// somebody read it and found none.
    pub screened: Option<ColumnKey>,
}

impl ColumnInfo {
    /// An optional stored column under the first header, without a meaning for empty.
    pub(super) const fn new(key: ColumnKey, kind: Kind, visibility: Visibility) -> Self {
        Self {
            key,
            kind,
            visibility,
            naming: None,
            group: Group::Main,
            required: false,
            belongs: false,
            detail: None,
            written: Written::ByPeople,
            when_empty: None,
            search: Search::Covers,
            screened: None,
        }
    }

    /// Whether it is computed, never written.
    pub const fn is_derived(&self) -> bool {
        matches!(self.written, Written::Never)
    }

    /// Whether people type text into it.
    pub fn is_typed_text(&self) -> bool {
        self.written == Written::ByPeople && self.kind.is_text()
    }

    /// How the column's codes are generated, if it holds codes.
    pub const fn code(&self) -> Option<Code> {
        match self.naming {
            Some(Naming::Code(code)) => Some(code),
            _ => None,
        }
    }
}

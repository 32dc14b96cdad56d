//! The pages, and the tables of each.

use crate::domain::schema::{Audience, TableId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    Dashboard,
    /// What is to do.
    Todo,
    /// Which unit fits which case.
    Matching,
    Section(Section),
    Findings,
}

/// A page of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    Units,
    Relocations,
    Referrals,
    Proposals,
    Landlords,
    Associations,
    Commitments,
    /// Committees, their decisions and actions.
    Committees,
    /// Trainings and attendance.
    Trainings,
    /// Regional figures published by others.
    Context,
    /// The convention, its periods and sectors.
    Convention,
}

impl Section {
    /// Every section, in the order of the side bar.
    pub const ALL: [Self; 11] = [
        Self::Units,
        Self::Relocations,
        Self::Referrals,
        Self::Proposals,
        Self::Landlords,
        Self::Associations,
        Self::Commitments,
        Self::Committees,
        Self::Trainings,
        Self::Context,
        Self::Convention,
    ];

    /// Its tables; the first is shown first.
    pub const fn tables(self) -> &'static [TableId] {
        match self {
            Self::Units => &[TableId::Units],
            Self::Relocations => &[TableId::Relocations],
            Self::Referrals => &[TableId::Referrals],
            Self::Proposals => &[TableId::Proposals],
            Self::Landlords => &[TableId::Landlords],
            Self::Associations => &[TableId::Associations],
            Self::Commitments => &[TableId::Commitments],
            Self::Committees => &[TableId::Committees, TableId::Decisions, TableId::Actions],
            Self::Trainings => &[TableId::Trainings, TableId::Attendances],
            Self::Context => &[TableId::ContextFigures],
            Self::Convention => &[TableId::Convention, TableId::Periods, TableId::Sectors, TableId::Postponements],
        }
    }

    /// Those of which an audience may see rows.
    pub fn tables_for(self, audience: Audience) -> impl Iterator<Item = TableId> {
        self.tables().iter().copied().filter(move |table| table.is_for(audience))
    }

    pub fn of(table: TableId) -> Self {
        Self::ALL.into_iter().find(|section| section.tables().contains(&table)).unwrap_or(Self::Convention)
    }
}

impl Page {
    /// Every page, in the order of the side bar.
    pub fn all() -> impl Iterator<Item = Self> {
        let first = [Self::Dashboard, Self::Todo, Self::Matching].into_iter();
        first.chain(Section::ALL.map(Self::Section)).chain([Self::Findings])
    }

    /// Whether an audience may see the page: of a page of tables, at least one.
    pub fn is_for(self, audience: Audience) -> bool {
        match self {
            Self::Dashboard => true,
            Self::Todo | Self::Matching | Self::Findings => audience == Audience::Office,
            Self::Section(section) => section.tables_for(audience).next().is_some(),
        }
    }

    /// Key of its title in the word files; also its name in the settings.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Dashboard => "page-dashboard",
            Self::Todo => "page-todo",
            Self::Matching => "page-matching",
            Self::Findings => "page-findings",
            Self::Section(section) => match section {
                Section::Units => "page-units",
                Section::Relocations => "page-relocations",
                Section::Referrals => "page-referrals",
                Section::Proposals => "page-proposals",
                Section::Landlords => "page-landlords",
                Section::Associations => "page-associations",
                Section::Commitments => "page-commitments",
                Section::Committees => "page-committees",
                Section::Trainings => "page-trainings",
                Section::Context => "page-context",
                Section::Convention => "page-convention",
            },
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().find(|page| page.key() == key)
    }
}

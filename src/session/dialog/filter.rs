//! The form of a column filter: its values with their counts, a text, bounds, empty or not.

use std::collections::BTreeSet;

use crate::domain::fold::fold;
use crate::domain::schema::{ColumnInfo, ColumnKey, Kind, TableId};
use crate::domain::value::Value;
use crate::domain::view::Test;
use crate::session::line::Line;

#[derive(Clone, Debug, PartialEq)]
pub struct FilterForm {
    pub table: TableId,
    pub column: ColumnKey,
    /// Every text that the column displays, with its count.
    pub values: Vec<(String, usize)>,
    pub sort: FilterKind,
    pub chosen: BTreeSet<String>,
    /// The search in the list of values.
    pub search: Line,
    pub contains: Line,
    /// As typed.
    pub bounds: [Line; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterKind {
    OneOf,
    Contains,
    Between,
    Empty,
    Filled,
}

impl FilterKind {
    pub const fn key(self) -> &'static str {
        match self {
            Self::OneOf => "filter-values",
            Self::Contains => "filter-contains",
            Self::Between => "filter-between",
            Self::Empty => "filter-empty",
            Self::Filled => "filter-filled",
        }
    }

    /// The tests that apply to a kind of column.
    pub fn of(kind: Kind) -> impl Iterator<Item = Self> {
        let is_ordered = matches!(kind, Kind::Integer(_) | Kind::Money(_) | Kind::Date(_));
        let all = [Self::OneOf, Self::Contains, Self::Between, Self::Empty, Self::Filled];
        all.into_iter().filter(move |sort| is_ordered || *sort != Self::Between)
    }
}

impl FilterForm {
    /// Starts from the column's current filter.
    pub fn new(
        table: TableId,
        info: &ColumnInfo,
        values: Vec<(String, usize)>,
        now: Option<&Test>,
        shown: impl Fn(&Value) -> String,
    ) -> Self {
        let chosen = values.iter().map(|(text, _)| text.clone()).collect();
        let mut draft = Self {
            table,
            column: info.key,
            values,
            sort: FilterKind::OneOf,
            chosen,
            search: Line::default(),
            contains: Line::default(),
            bounds: [Line::default(), Line::default()],
        };
        match now {
            None => {}
            Some(Test::OneOf(texts)) => draft.chosen.clone_from(texts),
            Some(Test::Contains(text)) => {
                (draft.sort, draft.contains) = (FilterKind::Contains, Line::new(text.as_str()));
            }
            Some(Test::Between(from, to)) => {
                (draft.sort, draft.bounds) = (FilterKind::Between, [from, to].map(|value| Line::new(shown(value))));
            }
            Some(Test::Empty) => draft.sort = FilterKind::Empty,
            Some(Test::Filled) => draft.sort = FilterKind::Filled,
        }
        draft
    }

    /// The values that match the search in the list.
    pub fn listed(&self) -> Vec<&(String, usize)> {
        let wanted = fold(self.search.text());
        self.values.iter().filter(|(text, _)| fold(text).contains(&wanted)).collect()
    }

    /// Whether every value passes.
    pub fn is_all(&self, test: &Test) -> bool {
        matches!(test, Test::OneOf(chosen) if chosen.len() == self.values.len())
    }

    /// The text fields of the selected kind of test.
    pub(super) fn fields(&self) -> Vec<&Line> {
        match self.sort {
            FilterKind::OneOf => vec![&self.search],
            FilterKind::Contains => vec![&self.contains],
            FilterKind::Between => self.bounds.iter().collect(),
            FilterKind::Empty | FilterKind::Filled => Vec::new(),
        }
    }

    pub(super) fn field_mut(&mut self, place: usize) -> Option<&mut Line> {
        match (self.sort, place) {
            (FilterKind::OneOf, 0) => Some(&mut self.search),
            (FilterKind::Contains, 0) => Some(&mut self.contains),
            (FilterKind::Between, place) => self.bounds.get_mut(place),
            _ => None,
        }
    }
}

//! The figures behind a chart, as a table: what is copied, and what is read out.

use crate::domain::id::RowId;
use crate::domain::value::Halves;
use crate::words::Words;

/// The figures behind a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartTable {
    /// Headings; the first is that of the names.
    pub columns: Vec<String>,
    /// A line a row of the chart, the region last.
    pub rows: Vec<TableRow>,
}

/// One line of a [`ChartTable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Whose; none is the region as a whole.
    pub landlord: Option<RowId>,
    /// The whole name.
    pub name: String,
    /// One entry a column after the first.
    pub values: Vec<TableEntry>,
}

/// What a cell of a [`ChartTable`] holds. What is held back is a text, never a number that someone
/// would add up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableEntry {
    /// Nothing was entered.
    Nothing,
    /// A number.
    Number(i64),
    /// Words, such as those for what is held back.
    Text(String),
}

impl TableEntry {
    /// A number in halves: a whole one is a number, another is written with its half, as a
    /// spreadsheet of the language reads it.
    pub fn halves(number: Halves, words: &Words) -> Self {
        number.whole().map_or_else(|| Self::Text(words.halves(number)), |whole| Self::Number(whole.into()))
    }

    /// As it is read: numbers in groups of three.
    pub fn shown(&self, words: &Words) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Number(number) => words.number(*number),
            Self::Text(text) => text.clone(),
        }
    }
}

impl From<Option<u32>> for TableEntry {
    fn from(value: Option<u32>) -> Self {
        value.map_or(Self::Nothing, |value| Self::Number(value.into()))
    }
}

impl std::fmt::Display for TableEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

//! The figures behind a chart as a table, to be copied and read by a screen reader.

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::value::Halves;
use crate::words::Words;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartTable {
    /// The first heading is that of the names.
    pub columns: Vec<String>,
    /// One line per row of the chart, the region last.
    pub rows: Vec<TableRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// `None` for the region.
    pub landlord: Option<RowId>,
    /// Never shortened.
    pub name: String,
    /// One entry per column after the first.
    pub values: Vec<TableEntry>,
}

/// A cell of a [`ChartTable`]. A suppressed figure is a text, never a number that someone would add up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableEntry {
    Nothing,
    Number(i64),
    /// Words, such as those that replace a suppressed figure.
    Text(String),
}

/// How many rows a description reads out; of more, only the last, which is the total.
const MOST: usize = 20;

impl ChartTable {
    /// A sentence for each row, for who does not see the chart.
    pub(super) fn read(&self, words: &Words) -> String {
        let rows = if self.rows.len() > MOST { self.rows.get(self.rows.len() - 1..) } else { self.rows.get(..) };
        let read = |row: &TableRow| {
            let heads = self.columns.iter().skip(1).zip(&row.values);
            let values = heads.filter(|(_, value)| **value != TableEntry::Nothing);
            let values: Vec<_> = values.map(|(head, value)| format!("{head} {}", value.shown(words))).collect();
            let message = Message::new("chart-row").text("name", row.name.clone()).text("label", values.join(", "));
            (!values.is_empty()).then(|| words.say(&message) + " ")
        };
        rows.unwrap_or_default().iter().filter_map(read).collect()
    }
}

impl TableEntry {
    /// A number in halves. One with a half is text, with the decimal separator of the language.
    pub fn halves(number: Halves, words: &Words) -> Self {
        number.whole().map_or_else(|| Self::Text(words.halves(number)), |whole| Self::Number(whole.into()))
    }

    /// As displayed, with digits grouped in threes.
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

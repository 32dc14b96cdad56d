//! A document before it is written in a format: headings, sentences, tables and charts, in their order.

use chrono::NaiveDate;

use crate::chart::scene::Scene;
use crate::words::Lang;

#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub title: String,
    /// Whose figures, of which day, for whom.
    pub about: Vec<String>,
    pub lang: Lang,
    /// The day of its figures.
    pub day: NaiveDate,
    pub blocks: Vec<Block>,
    /// At the foot of each page, beside its number.
    pub foot: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Heading(String),
    Text(String),
    /// A point of a list.
    Item(String),
    Table(Table),
    /// Drawn as wide as the text.
    Chart(Box<Scene>),
}

/// Texts in rows. The first column names the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// The last row is the sum of the others.
    pub has_total: bool,
    /// Its columns after the first are numbers, to be read from the right.
    pub is_of_numbers: bool,
}

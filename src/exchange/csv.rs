//! CSV of any table, as French Excel opens it: UTF-8 with its mark, `;`, headers in words.
//!
//! Reads through a `Reader`: a committee's file is made of the committee's projection. Cells
//! read as on screen, except that numbers stand without spaces so that they stay numbers, and that
//! characters nobody sees are left out.
//!
//! A fictitious dataset, and a file for the office, say so in a first row of one cell, above
//! the headers. It is the least harmful place: it is seen at once and stays with the file when
//! the file is renamed, where a last row is sorted in among the others and a column repeats
//! itself in every pivot table. A committee's file of real data has no such row. Whoever reads
//! such a file back skips a first row of a single cell.

use crate::domain::convention::Convention;
use crate::domain::hidden::is_hidden;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Reader;
use crate::domain::message::Message;
use crate::domain::schema::{Audience, ColumnInfo, Kind, TableId};
use crate::domain::value::Value;
use crate::words::Words;

use super::show;

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The audience may see no row of the table.
    NotForAudience(TableId),
    /// The table could not be written down.
    Unwritable(String),
}

impl ExportError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::NotForAudience(table) => {
                Message::new("export-not-for-audience").term("table", format!("table-{}", table.key()))
            }
            Self::Unwritable(detail) => Message::new("export-unwritable").text("detail", detail),
        }
    }
}

/// The whole table, every column that the audience may see, rows in the reader's order.
///
/// # Errors
/// Where the audience may see no row of the table, or it could not be written.
pub fn export(table: TableId, reader: &dyn Reader, words: &Words) -> Result<String, ExportError> {
    let columns = reader.columns(table);
    if columns.is_empty() {
        return Err(ExportError::NotForAudience(table));
    }
    let headers = columns.iter().map(|column| words.text(&table.column_word(column.key)).to_owned());
    let head = note(reader, words).map(|note| vec![note]).into_iter().chain([headers.collect()]);
    let rows = reader.rows(table).into_iter();
    let rows = rows.map(|row| columns.iter().map(|column| cell(table, row, column, reader, words)).collect());
    written(head.chain(rows)).map_err(|error| ExportError::Unwritable(error.to_string()))
}

/// Records as French Excel opens them: a byte order mark, semicolons, CRLF.
fn written(records: impl Iterator<Item = Vec<String>>) -> Result<String, Box<dyn std::error::Error>> {
    let mut file = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::from("\u{feff}"));
    for record in records {
        file.write_record(record)?;
    }
    Ok(String::from_utf8(file.into_inner()?)?)
}

/// What the file says of itself.
fn note(reader: &dyn Reader, words: &Words) -> Option<String> {
    let is_fictitious = reader.rows(TableId::Convention).into_iter().any(|row| {
        let column = Convention::KEYS.fictitious;
        reader.read(CellRef { table: TableId::Convention, row, column }) == Some(Value::Flag(true))
    });
    let mut notes = Vec::new();
    if is_fictitious {
        notes.push(words.text("export-fictitious"));
    }
    if reader.audience() == Audience::Office {
        notes.push(words.text("export-office"));
    }
    (!notes.is_empty()).then(|| notes.join(" · "))
}

fn cell(table: TableId, row: RowId, column: &ColumnInfo, reader: &dyn Reader, words: &Words) -> String {
    let text = show::plain(table, row, column, reader, words);
    match column.kind {
        Kind::Integer(_) | Kind::Money | Kind::Date => text,
        // What nobody sees goes first: it could stand before what a spreadsheet would run.
        _ => harmless(text.chars().filter(|letter| !is_hidden(*letter)).collect()),
    }
}

/// A text that a spreadsheet would run as a formula gets an apostrophe before it, which shows
/// that it is a text; whoever reads the file back takes it away.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text
    }
}

//! CSV export of any table, in the form French Excel opens: UTF-8 with a BOM, `;`, translated headers.
//!
//! Reads through a `Reader`: a committee's file comes from the committee's projection. Cells read as on
//! screen, except that numbers have no spaces, so that they stay numbers, that invisible characters are
//! left out, and that no text is a formula (`harmless`; code that reads the file back must undo that).
//!
//! A fictitious dataset or an office export is marked in a first row of a single cell above the
//! headers. There it is seen at once and stays with a renamed file; a last row would get sorted among
//! the others, and a column would repeat in every pivot table. A committee's file of real data has no
//! such row. Code that reads such a file back must skip a first row of a single cell.

use crate::domain::convention::Convention;
use crate::domain::hidden::is_hidden;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Reader;
use crate::domain::message::Message;
use crate::domain::schema::{Audience, ColumnInfo, TableId};
use crate::domain::value::Value;
use crate::words::Words;

use super::harmless::harmless;
use super::show;

/// Why an export failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The audience may not see any row of the table.
    NotForAudience(TableId),
    /// The table could not be serialised.
    Unwritable(String),
}

impl ExportError {
    pub fn message(&self) -> Message {
        match self {
            Self::NotForAudience(table) => {
                Message::new("export-not-for-audience").term("table", format!("table-{}", table.key()))
            }
            Self::Unwritable(detail) => Message::new("export-unwritable").text("detail", detail),
        }
    }
}

/// Exports the rows and columns that the audience may see, in the reader's order.
///
/// # Errors
/// If the audience may not see any row of the table, or it cannot be serialised.
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

/// Serialises records for French Excel: BOM, semicolons, CRLF.
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

/// The note in the first row, if any.
fn note(reader: &dyn Reader, words: &Words) -> Option<String> {
    let is_fictitious = reader.rows(TableId::Convention).into_iter().any(|row| {
        let column = Convention::KEYS.fictitious;
        reader.read(CellRef { table: TableId::Convention, row, column }) == Some(Value::Flag(true))
    });
    let mut notes = Vec::new();
    if is_fictitious {
        notes.push(words.text("export-fictitious").to_owned());
    }
    let of = |table, row| words.say(&Message::new("export-of").text("name", show::label(table, row, reader, words)));
    notes.extend(match reader.audience() {
        Audience::Office => Some(words.text("export-office").to_owned()),
        Audience::Landlord(row) => Some(of(TableId::Landlords, row)),
        Audience::Association(row) => Some(of(TableId::Associations, row)),
        Audience::Committee | Audience::Public => None,
    });
    (!notes.is_empty()).then(|| notes.join(" · "))
}

fn cell(table: TableId, row: RowId, column: &ColumnInfo, reader: &dyn Reader, words: &Words) -> String {
    let text = show::plain(table, row, column, reader, words);
    let text: String = text.chars().filter(|letter| !is_hidden(*letter)).collect();
    harmless(&text).into_owned()
}

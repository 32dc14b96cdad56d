//! Clipboard text in the format of spreadsheets: tabs between cells, a line per row, and quotes around
//! a cell that contains a tab, a line break or a quote.
//!
//! And a table as HTML, for word processors and mails.
//!
//! Owns the formats only: parsing values is in `entry`, formatting them in `show`.

use super::harmless::{harmless, original};
use crate::chart::out::svg::escape;

/// Splits a clipboard text into cells. An empty line is a row with one empty cell; the line break at
/// the end, which Excel adds, is not a row. What was made harmless is what it was.
pub fn parse(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.strip_suffix('\n').map_or(text, |t| t.strip_suffix('\r').unwrap_or(t)).chars().peekable();
    let mut is_start = true;
    let mut is_quoted = false;
    while let Some(c) = chars.next() {
        let at_start = std::mem::take(&mut is_start);
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                push(&mut rows, '"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if at_start && closes(chars.clone()) => is_quoted = true,
            '\t' if !is_quoted => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
                is_start = true;
            }
            '\r' if !is_quoted && chars.peek() == Some(&'\n') => is_start = at_start,
            '\n' | '\r' if !is_quoted => {
                rows.push(vec![String::new()]);
                is_start = true;
            }
            '\r' if chars.peek() == Some(&'\n') => {}
            other => push(&mut rows, other),
        }
    }
    let as_it_was = |cell: &String| original(cell).to_owned();
    rows.iter().map(|row| row.iter().map(as_it_was).collect()).collect()
}

/// Joins cells into a text that no spreadsheet runs. Ends with a line break only if the last line would be lost without it.
pub fn write<R: AsRef<[String]>>(rows: impl IntoIterator<Item = R>) -> String {
    let lines = rows
        .into_iter()
        .map(|row| row.as_ref().iter().map(|cell| quoted(&harmless(cell))).collect::<Vec<_>>().join("\t"));
    let mut text = lines.collect::<Vec<_>>().join("\r\n");
    if text.ends_with('\n') {
        text.push_str("\r\n");
    }
    text
}

/// A table as HTML in a language (`fr`), which no spreadsheet runs either: its caption, its head, its rows and what is said below.
pub fn html(lang: &str, caption: &str, head: &[String], rows: &[Vec<String>], notes: &[String]) -> String {
    let cells = |tag: &str, cells: &[String]| {
        let cells = cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", escape(&harmless(cell))));
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    let body: String = rows.iter().map(|row| cells("td", row)).collect();
    let notes: Vec<String> = notes.iter().map(|note| format!("<p>{}</p>", escape(note))).collect();
    let notes = notes.concat();
    let head = cells("th", head);
    let caption = escape(caption);
    format!(
        "<div lang=\"{lang}\"><table><caption>{caption}</caption><thead>{head}</thead><tbody>{body}</tbody></table>{notes}</div>"
    )
}

fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn push(rows: &mut [Vec<String>], c: char) {
    if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
        cell.push(c);
    }
}

/// Whether a quote at the start of a cell opens a quoted cell: one that ends with a quote and contains
/// something that requires quoting. Spreadsheets quote nothing else, so text that is itself in quotes
/// keeps them, and a lone quote is an ordinary character ("24).
fn closes(mut rest: std::iter::Peekable<std::str::Chars>) -> bool {
    let mut had_to_be = false;
    while let Some(c) = rest.next() {
        had_to_be |= matches!(c, '\t' | '\n' | '\r');
        if c == '"' {
            match rest.peek() {
                Some('"') => {
                    had_to_be = true;
                    rest.next();
                }
                None | Some('\t' | '\n' | '\r') => return had_to_be,
                Some(_) => return false,
            }
        }
    }
    false
}

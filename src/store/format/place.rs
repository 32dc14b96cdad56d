//! Positions in a file: line, table, record, field.
//!
//! Owns a small parser for the outline of RON (brackets, keys and strings), used only to locate errors.
//! Validates nothing.

/// A position in a file; unknown parts are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilePlace {
    /// Line, from 1; 0 if unknown.
    pub line: usize,
    /// Name in the file.
    pub table: Option<String>,
    /// Id of the record.
    pub row: Option<u64>,
    /// Name in the file.
    pub field: Option<String>,
}

/// Depth of each kind of key: `(records: (units: [(id: 1`.
const TABLE_DEPTH: usize = 2;
const FIELD_DEPTH: usize = 4;

impl FilePlace {
    /// The position of a parse error at a line and column, both from 1.
    pub(super) fn of_error(text: &str, line: usize, column: usize) -> Self {
        let mut place = Self { line, ..Self::default() };
        let end = offset_of(text, line, column);
        for part in RonOutline::of(text).take_while(|part| part.at() < end) {
            match part {
                OutlinePart::Open { depth, .. } if depth <= FIELD_DEPTH => (place.row, place.field) = (None, None),
                OutlinePart::Key { depth: TABLE_DEPTH, name, .. } => {
                    place = Self { line, table: Some(name.to_owned()), ..Self::default() };
                }
                OutlinePart::Key { depth: FIELD_DEPTH, name, value_at, .. } => {
                    if names_the_row(place.table.as_deref(), name) {
                        place.row = number_at(text, value_at);
                    }
                    place.field = Some(name.to_owned());
                }
                OutlinePart::Open { .. } | OutlinePart::Key { .. } => {}
            }
        }
        place
    }

    /// The last record with that table and id.
    pub(super) fn of_row(text: &str, table: &str, row: u64) -> Self {
        let (mut in_table, mut last) = (false, None);
        for part in RonOutline::of(text) {
            match part {
                OutlinePart::Key { depth: TABLE_DEPTH, name, .. } => in_table = name == table,
                OutlinePart::Key { depth: FIELD_DEPTH, name: "id", value_at, .. }
                    if in_table && number_at(text, value_at) == Some(row) =>
                {
                    last = Some(value_at);
                }
                OutlinePart::Key { .. } | OutlinePart::Open { .. } => {}
            }
        }
        let line = last.map_or(0, |at| 1 + text[..at].matches('\n').count());
        Self { line, table: Some(table.to_owned()), row: Some(row), field: None }
    }
}

/// A history entry has no id of its own: it is identified by its record.
fn names_the_row(table: Option<&str>, field: &str) -> bool {
    field == if table == Some("history") { "row" } else { "id" }
}

fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let rest = text.get(start..).unwrap_or_default();
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

fn number_at(text: &str, at: usize) -> Option<u64> {
    let rest = text.get(at..)?.trim_start();
    rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())].parse().ok()
}

/// A token of the outline.
enum OutlinePart<'a> {
    /// An opening bracket, and the depth of its content.
    Open { at: usize, depth: usize },
    /// A key, its depth, and the start of its value.
    Key { at: usize, depth: usize, name: &'a str, value_at: usize },
}

impl OutlinePart<'_> {
    const fn at(&self) -> usize {
        match self {
            Self::Open { at, .. } | Self::Key { at, .. } => *at,
        }
    }
}

/// The brackets and keys of a RON text, in order; skips the content of strings and comments.
struct RonOutline<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> RonOutline<'a> {
    const fn of(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Skips past the next `end`, or to the end of the text.
    fn skip_past(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.text.len(), |found| self.at + found + end.len());
    }

    /// Skips a string that starts at the cursor, up to the next unescaped quote.
    fn skip_string(&mut self) {
        let mut escaped = false;
        let inside = self.rest().bytes().skip(1);
        let end = inside.take_while(|byte| {
            let goes_on = escaped || *byte != b'"';
            escaped = !escaped && *byte == b'\\';
            goes_on
        });
        self.at = (self.at + 2 + end.count()).min(self.text.len());
    }

    /// Consumes a word at the cursor; it is a key if a colon follows.
    fn word(&mut self) -> Option<OutlinePart<'a>> {
        let rest = self.rest();
        let name = &rest[..rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len())];
        let at = self.at;
        self.at += name.len();
        let after = self.rest();
        let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
        if name == "r" && after[hashes..].starts_with('"') {
            self.at += hashes + 1;
            self.skip_past(&format!("\"{}", "#".repeat(hashes)));
            return None;
        }
        let spaces = after.len() - after.trim_start().len();
        after[spaces..].starts_with(':').then(|| OutlinePart::Key {
            at,
            depth: self.depth,
            name,
            value_at: self.at + spaces + 1,
        })
    }
}

impl<'a> Iterator for RonOutline<'a> {
    type Item = OutlinePart<'a>;

    fn next(&mut self) -> Option<OutlinePart<'a>> {
        loop {
            let rest = self.rest();
            let first = rest.chars().next()?;
            match first {
                '"' => self.skip_string(),
                '/' if rest.starts_with("//") => self.skip_past("\n"),
                '/' if rest.starts_with("/*") => self.skip_past("*/"),
                '(' | '[' | '{' => {
                    self.depth += 1;
                    self.at += 1;
                    return Some(OutlinePart::Open { at: self.at - 1, depth: self.depth });
                }
                ')' | ']' | '}' => {
                    self.depth = self.depth.saturating_sub(1);
                    self.at += 1;
                }
                c if c == '_' || c.is_alphanumeric() => {
                    if let Some(key) = self.word() {
                        return Some(key);
                    }
                }
                other => self.at += other.len_utf8(),
            }
        }
    }
}

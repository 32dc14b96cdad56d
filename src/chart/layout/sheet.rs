//! The layout of a table as a chart: names, columns of figures, a total; cells may be shaded.
//!
//! Columns that do not fit continue below, with the names repeated, so that no figure is truncated on a narrow
//! page.

use crate::domain::value::Halves;
use crate::theme::size;
use crate::words::Words;

use super::frame::{MARGIN, line};
use super::page::{Captions, ChartPage, LABEL_LINE, label, lines_height, stroke, widest, wrapped};
use crate::chart::scene::{Anchor, Area, ChartTable, ColourRole, Counted, Scene, TableEntry, TableRow, Text, Weight};
use crate::chart::text;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The first heading is that of the names.
    pub heads: Vec<String>,
    pub rows: Vec<SheetRow>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    pub name: String,
    /// One cell per column.
    pub cells: Vec<SheetCell>,
    /// The sum of the other rows.
    pub is_total: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCell {
    /// The value to copy.
    pub entry: TableEntry,
    /// The text to display.
    pub text: String,
    pub counted: Option<Counted>,
    /// Background colour.
    pub shade: Option<ColourRole>,
}

impl SheetCell {
    pub fn number(number: i64, words: &Words) -> Self {
        Self { entry: TableEntry::Number(number), text: words.number(number), counted: None, shade: None }
    }

    /// See [`TableEntry::halves`].
    pub fn halves(number: Halves, words: &Words) -> Self {
        let text = words.halves(number);
        Self { entry: TableEntry::halves(number, words), text, counted: None, shade: None }
    }

    /// Words, such as those that replace a suppressed figure.
    pub fn words(words: &str) -> Self {
        Self { entry: TableEntry::Text(words.to_owned()), text: words.to_owned(), counted: None, shade: None }
    }

    /// Adds the rows counted, if there are any.
    #[must_use]
    pub fn counting(self, counted: Counted) -> Self {
        Self { counted: Some(counted).filter(|counted| !counted.rows.is_empty()), ..self }
    }

    fn role(&self) -> ColourRole {
        match &self.entry {
            TableEntry::Number(number) if *number != 0 => ColourRole::Ink,
            TableEntry::Text(_) if self.counted.is_some() => ColourRole::Ink,
            _ => ColourRole::Muted,
        }
    }
}

impl Sheet {
    fn table(&self) -> ChartTable {
        let row = |row: &SheetRow| TableRow {
            landlord: None,
            name: text::one_line(&row.name).into_owned(),
            values: row.cells.iter().map(|cell| cell.entry.clone()).collect(),
        };
        ChartTable { columns: self.heads.clone(), rows: self.rows.iter().map(row).collect() }
    }
}

/// Space beside a figure.
const PAD: f32 = 8.0;
/// Minimum height of a row, and maximum width of a column.
const ROW: f32 = 27.0;
const WIDEST_COLUMN: f32 = 130.0;
const WIDEST_WORDS: f32 = 180.0;

pub fn scene(page: &ChartPage, sheet: &Sheet, (captions, empty): (&Captions, &str), size: (f32, f32)) -> Scene {
    let (mut scene, begun) = page.begin(size, captions, sheet.table());
    if sheet.rows.is_empty() {
        let bottom = page.empty(&mut scene, begun.top, empty);
        return page.end(scene, &begun, bottom);
    }
    let inner = scene.width - 2.0 * MARGIN;
    let names = sheet.rows.iter().map(|row| row.name.as_str()).chain(sheet.heads.first().map(String::as_str));
    let names = (widest(names, Weight::SemiBold).ceil() + PAD + 1.0).min(inner * 0.42);
    let columns: Vec<f32> = (1..sheet.heads.len()).map(|at| needed(sheet, at)).collect();
    let mut top = begun.top;
    let mut from = 0;
    while from < columns.len() {
        let mut used = names;
        let fitting = columns[from..].iter().take_while(|width| {
            used += **width;
            used <= inner
        });
        let until = from + fitting.count().max(1);
        let needed: f32 = columns[from..until].iter().sum();
        let spare = ((inner - names - needed) / (until - from) as f32).max(0.0);
        let widths: Vec<f32> =
            columns[from..until].iter().map(|width| (width + spare).min(WIDEST_COLUMN.max(*width))).collect();
        top = band(&mut scene, sheet, (names, &widths, from), top) + 14.0;
        from = until;
    }
    page.end(scene, &begun, top - 14.0)
}

/// The minimum width of a column: that of its figures and of the longest word in its heading. Texts longer than
/// any figure are wrapped.
fn needed(sheet: &Sheet, column: usize) -> f32 {
    let head = sheet.heads.get(column).map(String::as_str).unwrap_or_default();
    let head = head.split(' ').map(|word| text::width(word, size::CAPTION, Weight::Regular)).fold(0.0, f32::max);
    let cells = sheet.rows.iter().filter_map(|row| row.cells.get(column - 1));
    let cells = widest(cells.map(|cell| cell.text.as_str()), Weight::SemiBold).min(WIDEST_WORDS);
    cells.max(head.min(WIDEST_WORDS)).ceil() + 2.0 * PAD
}

/// Draws some of the columns; returns their bottom.
fn band(scene: &mut Scene, sheet: &Sheet, (names, widths, from): (f32, &[f32], usize), top: f32) -> f32 {
    const HEAD_LINE: f32 = 18.0;
    let right = |at: usize| MARGIN + names + widths.iter().take(at + 1).sum::<f32>();
    let heads: Vec<Vec<String>> = widths
        .iter()
        .zip(sheet.heads.iter().skip(1 + from))
        .map(|(width, head)| text::wrap(head, size::CAPTION, Weight::Regular, width - 2.0 * PAD + 0.5))
        .collect();
    let lines = heads.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let bottom = top + lines as f32 * HEAD_LINE + 4.0;
    for (at, head) in heads.iter().enumerate() {
        for (place, words) in head.iter().rev().enumerate() {
            let y = text::centred(bottom - 4.0 - HEAD_LINE * (place as f32 + 0.5), size::CAPTION);
            let head = Text { anchor: Anchor::End, ..line(right(at) - PAD, y, size::CAPTION, words) };
            scene.text(head, ColourRole::Muted, None);
        }
    }
    let end = right(widths.len().saturating_sub(1));
    stroke(scene, (MARGIN, bottom + 0.5), (end, bottom + 0.5), ColourRole::Border);
    let mut y = bottom + 1.0;
    for row in &sheet.rows {
        let weight = if row.is_total { Weight::SemiBold } else { Weight::Regular };
        let name = wrapped(&row.name, weight, names - PAD);
        let shown = row.cells.iter().skip(from).zip(widths);
        let cells: Vec<Vec<String>> =
            shown.map(|(cell, width)| wrapped(&cell.text, weight, width - 2.0 * PAD + 0.5)).collect();
        let lines = cells.iter().map(Vec::len).max().unwrap_or(0).max(name.len());
        let height = (lines_height(lines) + ROW - LABEL_LINE).max(ROW);
        let middle = y + height / 2.0;
        if row.is_total {
            stroke(scene, (MARGIN, y + 0.5), (end, y + 0.5), ColourRole::Border);
        }
        label(scene, &name, (MARGIN, middle), Anchor::Start, (ColourRole::Ink, weight), None);
        for (at, cell) in row.cells.iter().skip(from).take(widths.len()).enumerate() {
            let subject = cell.counted.clone().map(|counted| scene.count(counted));
            if let Some(shade) = cell.shade {
                let area = Area::new(right(at) - widths[at] + 1.0, y + 1.0, widths[at] - 2.0, height - 2.0);
                scene.rect(area, shade, subject);
            }
            label(scene, &cells[at], (right(at) - PAD, middle), Anchor::End, (cell.role(), weight), subject);
        }
        y += height;
        stroke(scene, (MARGIN, y - 0.5), (end, y - 0.5), ColourRole::Hairline);
    }
    y
}

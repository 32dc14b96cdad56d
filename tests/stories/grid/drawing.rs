//! A grid as text: `[x]` cursor, `(x)` selected, `[x|]` being typed, `x!` a draft.

use std::collections::HashSet;

use clefs::domain::id::RowId;
use clefs::domain::schema::{ColumnInfo, ColumnKey};
use clefs::domain::view::SortOrder;
use clefs::exchange::show;
use clefs::session::grid::CellBlock;

use super::bench::Bench;

impl Bench {
    /// The whole grid, with its output below.
    pub fn draw(&self) -> String {
        let shown = self.grid().columns().shown();
        let block = self.grid().block(self.arrangement(), &shown);
        let selected: HashSet<(RowId, ColumnKey)> =
            block.iter().flat_map(CellBlock::cells).map(|(row, info)| (row, info.key)).collect();
        let mut lines = vec![shown.iter().map(|info| self.header(info)).collect::<Vec<_>>()];
        for row in self.arrangement().rows() {
            lines.push(shown.iter().map(|info| self.cell(*row, info, &selected)).collect());
        }
        let mut out = Vec::new();
        let width = |place: usize| lines.iter().map(|line| line[place].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..shown.len()).map(width).collect();
        let rows = std::iter::once(None).chain(self.arrangement().rows().iter().map(Some));
        for (line, row) in lines.iter().zip(rows) {
            let is_stray = row.is_some_and(|row| self.session.is_stray(self.table(), *row));
            let cells = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
            let mark = if is_stray { "~" } else { "|" };
            out.push(format!("{mark}{}", cells.collect::<String>()));
        }
        out.extend(self.below());
        out.iter().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }

    fn below(&self) -> Vec<String> {
        let mut out = Vec::new();
        if let Some(editor) = self.grid().editor() {
            let labels: Vec<_> = editor.offers.iter().take(4).map(|offer| offer.label.as_str()).collect();
            if let Some(problem) = &editor.problem {
                out.push(format!("! {}", self.words().say(problem)));
            }
            if let Some(at) = editor.offer {
                let label = editor.offers.get(at).map_or("créer", |offer| offer.label.as_str());
                out.push(format!("> {label}"));
            } else if editor.problem.is_some() && !labels.is_empty() {
                out.push(format!("? {}", labels.join(", ")));
            }
        }
        if let Some(paste) = self.preview() {
            out.extend(paste.misfits.iter().map(|misfit| {
                let column = misfit.column.map_or_else(|| "?".to_owned(), |info| self.name(info));
                format!("misfit {} {column} « {} » {}", misfit.line, misfit.text, self.words().say(&misfit.problem))
            }));
        }
        if let Some(paste) = self.preview() {
            out.extend(paste.names.iter().map(|name| {
                let likely: Vec<_> = name.offers.iter().take(2).map(|offer| offer.label.as_str()).collect();
                format!("name « {} » in {}, likely {}", name.text, name.count(), likely.join(", "))
            }));
        }
        if let Some(paste) = self.preview() {
            out.extend(paste.one_cell.iter().map(|_| "one cell?".to_owned()));
            out.extend((paste.made() > 0).then(|| format!("new rows: {}", paste.made())));
        }
        out.extend(self.grid().cut().map(|_| "cut, to be moved".to_owned()));
        out.extend(self.clipboard.as_ref().map(|text| format!("clipboard {text:?}")));
        out.extend(self.problems.iter().map(|text| format!("said {text}")));
        out
    }

    fn header(&self, info: &ColumnInfo) -> String {
        let sort = self.grid().sort();
        let sign = sort.iter().position(|(column, _)| *column == info.key).map_or_else(String::new, |place| {
            let sign = if sort[place].1 == SortOrder::Ascending { "▲" } else { "▼" };
            if sort.len() > 1 { format!("{sign}{}", place + 1) } else { sign.to_owned() }
        });
        format!(" {}{sign} ", self.name(info))
    }

    fn cell(&self, row: RowId, info: &ColumnInfo, selected: &HashSet<(RowId, ColumnKey)>) -> String {
        let spot = (row, info.key);
        if let Some(editor) = self.grid().editor().filter(|editor| (editor.cell.row, editor.cell.column) == spot) {
            return format!("[{}|]", visible(editor.text()));
        }
        let text = visible(&self.text(row, info));
        if self.grid().cursor() == Some(spot) {
            format!("[{text}]")
        } else if selected.contains(&spot) {
            format!("({text})")
        } else {
            format!(" {text} ")
        }
    }

    /// The text of a cell.
    pub fn text(&self, row: RowId, info: &ColumnInfo) -> String {
        let (sheet, at) = (self.grid().sheet(), (row, info.key));
        if let Some(draft) = self.session.dataset().draft(sheet.cell(at)) {
            return format!("{draft}!");
        }
        self.look(|lens| show::value(&sheet.value(at, lens), info.kind, lens, self.words()))
    }

    /// A column's header.
    pub fn name(&self, info: &ColumnInfo) -> String {
        self.grid().sheet().header(info.key, self.words())
    }
}

/// On one line, with ordinary spaces.
fn visible(text: &str) -> String {
    text.replace('\n', "⏎").replace('\t', "⇥").replace(['\u{202f}', '\u{a0}'], " ")
}

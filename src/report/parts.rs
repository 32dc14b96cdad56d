//! What several documents have: charts, key figures, lists of records.

use crate::chart::input::{ChartSource, RowOrder};
use crate::chart::kind::Chart;
use crate::chart::out::picture::Size;
use crate::domain::commitment::Axis;
use crate::domain::id::RowId;
use crate::domain::lens::{Lens, Reader};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};
use crate::exchange::show;
use crate::indicators::{Figures, Snapshot, unshared};
use crate::words::Words;

use super::document::{Block, Table};

/// The charts that are offered, each under its name, and before them their findings: who reads no further has read them.
pub fn charts(charts: &[Chart], snapshot: &Snapshot, words: &Words) -> (Vec<Block>, Vec<Block>) {
    let offered = Chart::offered(snapshot);
    let (mut findings, mut all) = (Vec::new(), Vec::new());
    for chart in charts.iter().filter(|chart| offered.contains(chart)) {
        let [name, drawn] = self::chart(*chart, snapshot, words);
        if let Block::Chart(scene) = &drawn
            && !matches!(chart, Chart::Curve | Chart::Associations | Chart::Context)
        {
            findings.push(Block::Item(format!("{}.", scene.title.trim_end_matches('.'))));
        }
        all.extend([name, drawn]);
    }
    (findings, all)
}

/// A chart under its name.
fn chart(chart: Chart, snapshot: &Snapshot, words: &Words) -> [Block; 2] {
    let source = ChartSource { snapshot, order: RowOrder::default(), words };
    let scene = Size::FullPage.draw(|width, height| chart.scene(&source, width, height));
    let name = words.text(&format!("charts-{}", chart.key())).to_owned();
    [Block::Heading(name), Block::Chart(Box::new(scene))]
}

/// The convention; the span and the day; for whom; and that it is made up, if it is.
pub fn about(snapshot: &Snapshot, for_whom: String, words: &Words) -> Vec<String> {
    let (dataset, view) = (snapshot.dataset(), snapshot.view());
    let span = show::span(view.span, dataset, words);
    let day = words.long_date(view.as_of);
    let figures = words.say(&Message::new("report-figures").text("span", span).text("day", day));
    let mut about = vec![dataset.the_convention().name.clone(), figures, for_whom];
    if dataset.is_fictitious() {
        about.push(words.text("badge-fictitious").to_owned());
    }
    about
}

/// A commitment, or that there is none.
pub fn promised(target: Option<u32>, words: &Words) -> String {
    target.map_or_else(|| "–".to_owned(), |target| words.number(target.into()))
}

/// Whether landlords can be held against commitments of the whole span, for homes and for women: not where that of a year
/// is not shared between them.
pub fn are_shared(snapshot: &Snapshot) -> [bool; 2] {
    let lens = snapshot.lens();
    [Axis::Units, Axis::Relocations].map(|axis| unshared(&lens, snapshot.view().span, axis).is_empty())
}

/// What was done of what was promised: homes, women after a referral, women in all; commitments where they can be
/// compared.
pub fn key_figures(figures: &Figures, [units_promised, women_promised]: [bool; 2], words: &Words) -> Table {
    let row = |key: &str, n: usize, target: String| vec![words.text(key).to_owned(), words.count(n), target];
    let target = |target: Option<u32>, is_promised: bool| promised(target.filter(|_| is_promised), words);
    let (units, referral) = (&figures.units, &figures.relocations);
    Table {
        heads: ["report-figure", "report-achieved", "report-target"].map(|key| words.text(key).to_owned()).to_vec(),
        rows: vec![
            row("card-units", units.delivered.n(), target(units.target.total, units_promised)),
            row("card-relocations", referral.delivered.n(), target(referral.target.total, women_promised)),
            row("card-women", figures.women.in_all.n(), String::new()),
        ],
        has_total: false,
        is_of_numbers: true,
    }
}

/// Some columns of some records, as an audience reads them. Columns without any value are left out.
pub fn records(copy: &Lens, table: TableId, columns: &[ColumnKey], rows: &[RowId], words: &Words) -> Table {
    let read = copy.columns(table);
    let columns: Vec<_> = columns.iter().filter_map(|key| read.iter().find(|info| info.key == *key)).collect();
    let cells = |row: RowId| columns.iter().map(|info| show::cell(table, row, info, copy, words)).collect::<Vec<_>>();
    let all: Vec<Vec<String>> = rows.iter().map(|row| cells(*row)).collect();
    let has_value = |at: &usize| *at == 0 || all.iter().any(|row| !row[*at].is_empty());
    let shown: Vec<usize> = (0..columns.len()).filter(has_value).collect();
    Table {
        heads: shown.iter().map(|at| words.text(&table.column_word(columns[*at].key)).to_owned()).collect(),
        rows: all.into_iter().map(|row| shown.iter().map(|at| row[*at].clone()).collect()).collect(),
        ..Table::default()
    }
}

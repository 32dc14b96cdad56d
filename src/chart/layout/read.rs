//! Progress as text: the table of its figures, and one sentence per landlord for screen readers.

use super::label::Label;
use super::progress::{ProgressInput, ProgressRow};
use crate::chart::scene::{ChartTable, TableEntry};
use crate::chart::wording::finding::LegendItem;
use crate::domain::message::Message;
use crate::words::Words;

/// The figures behind the chart, the region last.
pub fn table(input: &ProgressInput, words: &Words) -> ChartTable {
    let keys = [LegendItem::Delivered, LegendItem::Pipeline, LegendItem::Target].map(|key| key.words(input, words));
    let columns = std::iter::once(words.text("chart-column-landlord").to_owned()).chain(keys).collect();
    let rows = input.rows.iter().chain([&input.region]).map(ProgressRow::table_row).collect();
    let mut table = ChartTable { columns, rows };
    if input.since.is_some() {
        // Next to the delivered, of which it is a part.
        table.columns.insert(2, LegendItem::Recent.words(input, words));
        let all = input.rows.iter().map(|row| row.recent.len()).sum();
        let recent = input.rows.iter().map(|row| row.recent.len()).chain([all]);
        for (row, recent) in table.rows.iter_mut().zip(recent) {
            row.values.insert(1, TableEntry::from(u32::try_from(recent).ok()));
        }
    }
    table
}

/// The description for screen readers: one sentence for the region and each landlord, then the rule.
pub fn describe(input: &ProgressInput, (region, labels): (&Label, &[Label]), caption: &str, words: &Words) -> String {
    let mut out = String::new();
    let rows = std::iter::once((&input.region, region)).chain(input.rows.iter().zip(labels));
    for (row, label) in rows.filter(|_| !input.rows.is_empty()) {
        let message = Message::new("chart-row").text("name", row.shown_name()).text("label", label.words());
        out.push_str(&words.say(&message));
        out.push(' ');
    }
    out.push_str(caption);
    if input.imprint.fictitious {
        out.push(' ');
        out.push_str(words.text("chart-fictitious"));
        out.push('.');
    }
    out
}

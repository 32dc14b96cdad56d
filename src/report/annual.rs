//! The report of a year, or of everything since the start, for everyone.

use crate::chart::kind::Chart;
use crate::domain::landlord::Landlord;
use crate::indicators::{Figures, Snapshot};
use crate::words::Words;

use super::document::{Block, Document, Table};
use super::parts;

/// In their order; those that are offered.
const CHARTS: [Chart; 11] = [
    Chart::Years,
    Chart::Units,
    Chart::Fates,
    Chart::Relocations,
    Chart::Curve,
    Chart::Needs,
    Chart::Departements,
    Chart::Associations,
    Chart::Delays,
    Chart::Training,
    Chart::Context,
];

pub fn annual(snapshot: &Snapshot, words: &Words) -> Document {
    let text = |key: &str| words.text(key).to_owned();
    let (findings, charts) = parts::charts(&CHARTS, snapshot, words);
    let mut blocks = vec![
        Block::Heading(text("report-essential")),
        Block::Table(parts::key_figures(&snapshot.progress().region.figures, [true, true], words)),
    ];
    blocks.extend(findings);
    blocks.extend(charts);
    blocks.push(Block::Heading(text("table-landlords")));
    blocks.push(Block::Table(landlords(snapshot, words)));
    let about = parts::about(snapshot, text("report-for-public"), words);
    Document {
        title: text("report-annual"),
        foot: about.join(" · "),
        about,
        lang: words.lang(),
        day: snapshot.view().as_of,
        blocks,
    }
}

/// What each landlord did of what it promised, and the region.
fn landlords(snapshot: &Snapshot, words: &Words) -> Table {
    let progress = snapshot.progress();
    let heads =
        ["chart-column-landlord", "years-units", "years-units-target", "years-referral", "years-referral-target"];
    let [units_promised, women_promised] = parts::are_shared(snapshot);
    let target = |target: Option<u32>, is_promised: bool| parts::promised(target.filter(|_| is_promised), words);
    let row = |name: &str, figures: &Figures, [units, women]: [bool; 2]| {
        vec![
            name.to_owned(),
            words.count(figures.units.delivered.n()),
            target(figures.units.target.total, units),
            words.count(figures.relocations.delivered.n()),
            target(figures.relocations.target.total, women),
        ]
    };
    let landlords = snapshot.dataset().landlords.iter().filter_map(|landlord: &Landlord| {
        let figures = &progress.of(landlord.id())?;
        Some(row(&landlord.name, figures, [units_promised, women_promised]))
    });
    let rows = landlords.chain([row(words.text("matrix-all"), &progress.region.figures, [true, true])]).collect();
    Table { heads: heads.map(|key| words.text(key).to_owned()).to_vec(), rows, has_total: true, is_of_numbers: true }
}

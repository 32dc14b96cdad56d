//! The minutes of a committee: what it was shown, what it decided, what it asked for.

use crate::chart::kind::Chart;
use crate::domain::id::RowId;
use crate::domain::projection::Projection;
use crate::domain::schema::Audience;
use crate::indicators::Snapshot;
use crate::todo;
use crate::words::Words;

use super::committee_view::{CommitteeView, Focus, Line};
use super::document::{Block, Document, Table};
use super::parts;

/// In their order; those that are offered.
const CHARTS: [Chart; 5] = [Chart::Units, Chart::Relocations, Chart::Needs, Chart::Departements, Chart::Associations];

pub fn minutes(snapshot: &Snapshot, committee: RowId, words: &Words) -> Document {
    let lens = snapshot.lens();
    let copy = Projection::of(&lens, Audience::Committee);
    let focus = Focus { meeting: Some(committee), discussed: None };
    let view = CommitteeView::of(snapshot.clone(), &copy.lens(), (&todo::agenda(&lens), focus), words);
    let text = |key: &str| words.text(key).to_owned();
    let mut blocks = vec![Block::Heading(text("report-essential"))];
    blocks.push(Block::Table(parts::key_figures(&snapshot.progress().region.figures, [true, true], words)));
    let (findings, charts) = parts::charts(&CHARTS, snapshot, words);
    blocks.extend(findings);
    if let Some(since) = &view.since {
        blocks.push(Block::Heading(since.title.clone()));
        if since.landlords.is_empty() {
            blocks.push(Block::Text(text("committee-nothing-moved")));
        } else {
            let rows = since.landlords.iter().map(|(name, moved)| vec![name.clone(), moved.clone()]).collect();
            let heads = vec![text("chart-column-landlord"), since.caption.clone()];
            blocks.push(Block::Table(Table { heads, rows, is_of_numbers: true, ..Table::default() }));
        }
    }
    let meeting = view.meeting.as_ref();
    let (decisions, actions) = (meeting.map(|it| &it.decisions), meeting.map(|it| &it.actions));
    blocks.push(Block::Heading(text("table-decisions")));
    blocks.extend(lines(decisions, words));
    blocks.push(Block::Heading(text("table-actions")));
    blocks.extend(lines(actions, words));
    blocks.extend(charts);
    blocks.push(Block::Heading(text("report-next")));
    blocks.extend(lines(Some(&view.agenda), words));
    let title = meeting.map(|it| it.title.clone()).unwrap_or_default();
    let about = parts::about(snapshot, text("report-for-committee"), words);
    Document {
        foot: about.join(" · "),
        about,
        title: format!("{} – {title}", text("report-minutes")),
        lang: words.lang(),
        day: snapshot.view().as_of,
        blocks,
    }
}

fn lines(lines: Option<&Vec<Line>>, words: &Words) -> Vec<Block> {
    let lines = lines.map_or(&[][..], Vec::as_slice);
    if lines.is_empty() {
        return vec![Block::Text(words.text("committee-no-line").to_owned())];
    }
    let said = |line: &Line| match line.more.as_str() {
        "" => line.text.clone(),
        more => format!("{} – {more}", line.text),
    };
    lines.iter().map(|line| Block::Item(said(line))).collect()
}

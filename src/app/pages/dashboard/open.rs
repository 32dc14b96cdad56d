//! The rows that a figure opens, with the reason why each counts (rule C12).

use std::collections::HashMap;

use crate::chart::kind::Chart;
use crate::chart::scene::{Counted, Scene, Subject};
use crate::domain::commitment::Axis;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::indicators::{Because, Measure, Measured, Stage};
use crate::session::Session;
use crate::session::command::Command;
use crate::session::grid::Subset;

/// The key of the subset's title.
const fn key(measure: Measure) -> &'static str {
    match measure {
        Measure::Units => "subset-units",
        Measure::UnitsAt(stage) => stage_key(stage),
        Measure::UnitsToPublish => "subset-units-to-publish",
        Measure::UnitsSince => "subset-units-since",
        Measure::RelocationsSince => "subset-relocations-since",
        Measure::Women => "subset-women",
        Measure::Children => "subset-mothers",
        Measure::Platform => "subset-platform",
        Measure::Relocations => "subset-relocations",
        Measure::UnderWay => "subset-under-way",
        Measure::Suspended => "subset-suspended",
        Measure::Outside => "subset-outside",
        Measure::Targets(Axis::Units) => "subset-targets-units",
        Measure::Targets(Axis::Relocations) => "subset-targets-relocations",
        Measure::Targets(Axis::Training) => "subset-targets-training",
        Measure::Trained => "subset-trained",
        Measure::Expected => "subset-expected",
    }
}

const fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Leased => "subset-stage-leased",
        Stage::UnderWay => "subset-stage-under-way",
        Stage::NoCandidate => "subset-stage-no-candidate",
        Stage::DeadlinePassed => "subset-stage-deadline-passed",
        Stage::WithdrawnAfterAllocation => "subset-stage-withdrawn",
    }
}

/// Each row, with the reason why it counts.
fn reasons(session: &Session, table: TableId, rows: &[RowId], because: Because) -> HashMap<RowId, Message> {
    let lens = session.lens().at(session.view().as_of);
    let why = |row| because.why(&lens, table, row).unwrap_or_else(|| Message::new("why-unknown"));
    rows.iter().map(|row| (*row, why(*row))).collect()
}

/// What opens where the rows are not for the audience: the rule, and the totals.
fn totals(session: &Session, table: TableId) -> Option<Command> {
    let chart = if table == TableId::Units { Chart::Units } else { Chart::Relocations };
    (!session.sees_whole(table)).then(|| Command::Ask(session.figures_dialog(chart)))
}

pub fn measure(session: &Session, measure: Measure, landlord: Option<RowId>) -> Command {
    let snapshot = session.snapshot();
    let progress = snapshot.progress();
    let figures = landlord
        .and_then(|row| progress.landlords.iter().find(|of| of.landlord == row))
        .map_or(&progress.region.figures, |of| &of.figures);
    let Measured { table, rows, .. } = measure.of(figures, snapshot.since(), snapshot.children());
    if let Some(totals) = totals(session, table) {
        return totals;
    }
    let rows = reasons(session, table, rows, Because::Rules);
    let whose = match landlord {
        Some(row) => session.label_of(TableId::Landlords, row),
        None => session.words().text("region").to_owned(),
    };
    let title = Message::new(key(measure)).count("n", rows.len()).text("whose", whose);
    Command::ShowRows(table, Subset { title, rows, beside: None })
}

/// The rows of a mark, and those of a second table.
fn subset(session: &Session, Counted { title, table, rows, because, beside }: &Counted) -> Subset {
    Subset {
        title: Message::new("subset-counted").text("title", title.clone()),
        rows: reasons(session, *table, rows, *because),
        beside: beside.as_ref().map(|beside| Box::new((beside.table, subset(session, beside)))),
    }
}

/// Opens the rows of a chart's mark.
pub fn subject(session: &Session, scene: &Scene, subject: Subject) -> Option<Command> {
    match (scene.counted(subject), subject.measure()) {
        (None, Some(opened)) => Some(measure(session, opened, subject.landlord)),
        (Some(counted), _) => {
            totals(session, counted.table).or_else(|| Some(Command::ShowRows(counted.table, subset(session, counted))))
        }
        (None, None) => None,
    }
}

/// Landlords that answer for a commitment and have none for units, or none for relocations.
pub fn without_target(session: &Session) -> Vec<RowId> {
    let snapshot = session.snapshot();
    let is_answering = |row| {
        let landlord = session.dataset().landlords.find(row);
        landlord.is_some_and(|landlord| landlord.is_answering_on(session.view().as_of))
    };
    let landlords = snapshot.progress().landlords.iter().filter(|of| {
        let figures = &of.figures;
        figures.units.target.total.is_none() || figures.relocations.target.total.is_none()
    });
    landlords.map(|of| of.landlord).filter(|row| is_answering(*row)).collect()
}

pub fn landlords_without_target(rows: &[RowId]) -> Command {
    let title = Message::new("subset-without-target").count("n", rows.len());
    let rows = rows.iter().map(|row| (*row, Message::new("why-without-target"))).collect();
    Command::ShowRows(TableId::Landlords, Subset { title, rows, beside: None })
}

//! Which rows a figure opens, and why each of them counts (rule C12).

use std::collections::HashMap;

use crate::chart::scene::{Counted, Part, Scene, Subject};
use crate::domain::commitment::Axis;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::indicators::{Because, Figures, Since, Stage};
use crate::session::Session;
use crate::session::command::Command;
use crate::session::grid::Subset;

/// A figure that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Units made available.
    Units,
    /// Those of them at a stage (rule C2).
    UnitsAt(Stage),
    /// Units to be published.
    UnitsToPublish,
    /// Units that count since the last committee.
    UnitsSince,
    /// Women rehoused after a referral since the last committee.
    RelocationsSince,
    /// Women rehoused, both origins.
    Women,
    /// The same women, opened for their children.
    Mothers,
    /// Women rehoused through the platform.
    Platform,
    /// Women rehoused after a referral.
    Relocations,
    /// Cases under way.
    UnderWay,
    /// Women rehoused outside the convention.
    Outside,
    /// Commitments of an axis.
    Targets(Axis),
    /// People trained: the attendances.
    Trained,
}

impl Measure {
    /// The table, the rows, and the key of what they are.
    fn rows<'a>(self, figures: &'a Figures, since: Option<&'a Since>) -> (TableId, &'a [RowId], &'static str) {
        let (units, cases) = (&figures.units, &figures.relocations);
        match self {
            Self::UnitsSince => {
                (TableId::Units, since.map_or(&[], |since| &since.movement.region.units.rows), "subset-units-since")
            }
            Self::RelocationsSince => (
                TableId::Relocations,
                since.map_or(&[], |since| &since.movement.region.referral.rows),
                "subset-relocations-since",
            ),
            Self::Units => (TableId::Units, &units.delivered.rows, "subset-units"),
            Self::UnitsAt(stage) => (TableId::Units, &units.at(stage).rows, stage_key(stage)),
            Self::UnitsToPublish => (TableId::Units, &units.pipeline.rows, "subset-units-to-publish"),
            Self::Women => (TableId::Relocations, &figures.women.in_all.rows, "subset-women"),
            Self::Mothers => (TableId::Relocations, &figures.women.in_all.rows, "subset-mothers"),
            Self::Platform => (TableId::Relocations, &figures.women.platform.rows, "subset-platform"),
            Self::Relocations => (TableId::Relocations, &cases.delivered.rows, "subset-relocations"),
            Self::UnderWay => (TableId::Relocations, &cases.pipeline.rows, "subset-under-way"),
            Self::Outside => (TableId::Relocations, &figures.women.outside.rows, "subset-outside"),
            Self::Targets(Axis::Units) => (TableId::Commitments, &units.target.rows, "subset-targets-units"),
            Self::Targets(Axis::Relocations) => {
                (TableId::Commitments, &cases.target.rows, "subset-targets-relocations")
            }
            Self::Targets(Axis::Training) => {
                (TableId::Commitments, &figures.training.target.rows, "subset-targets-training")
            }
            Self::Trained => (TableId::Attendances, &figures.training.trained.rows, "subset-trained"),
        }
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

/// Rows with why each of them counts.
fn reasons(session: &Session, table: TableId, rows: &[RowId], because: Because) -> HashMap<RowId, Message> {
    let lens = session.lens().at(session.view().as_of);
    let why = |row| because.why(&lens, table, row).unwrap_or_else(|| Message::new("why-unknown"));
    rows.iter().map(|row| (*row, why(*row))).collect()
}

/// Opens the rows of a measure, for one landlord or for the region.
pub fn measure(session: &Session, measure: Measure, landlord: Option<RowId>) -> Command {
    let snapshot = session.snapshot();
    let progress = snapshot.progress();
    let figures = landlord
        .and_then(|row| progress.landlords.iter().find(|of| of.landlord == row))
        .map_or(&progress.region.figures, |of| &of.figures);
    let (table, rows, key) = measure.rows(figures, snapshot.since());
    let rows = reasons(session, table, rows, Because::Rules);
    let whose = match landlord {
        Some(row) => session.label_of(TableId::Landlords, row),
        None => session.words().text("region").to_owned(),
    };
    let title = Message::new(key).count("n", rows.len()).text("whose", whose);
    Command::ShowRows(table, Subset { title, rows, beside: None })
}

/// The rows that a mark holds, and those beside them.
fn subset(session: &Session, Counted { title, table, rows, because, beside }: &Counted) -> Subset {
    Subset {
        title: Message::new("subset-counted").text("title", title.clone()),
        rows: reasons(session, *table, rows, *because),
        beside: beside.as_ref().map(|beside| Box::new((beside.table, subset(session, beside)))),
    }
}

/// Opens what a mark of a chart stands for.
pub fn subject(session: &Session, scene: &Scene, subject: Subject) -> Command {
    if let Some(counted) = scene.counted(subject) {
        return Command::ShowRows(counted.table, subset(session, counted));
    }
    let opened = match (subject.axis, subject.part) {
        (axis, Part::Target) => Measure::Targets(axis),
        (Axis::Units, Part::Pipeline) => Measure::UnitsToPublish,
        (Axis::Units, Part::Stage(stage)) => Measure::UnitsAt(stage),
        (Axis::Units, _) => Measure::Units,
        (Axis::Relocations, Part::Pipeline) => Measure::UnderWay,
        (Axis::Relocations, Part::InAll) => Measure::Women,
        (Axis::Relocations, Part::Children) => Measure::Mothers,
        (Axis::Relocations, _) => Measure::Relocations,
        (Axis::Training, _) => Measure::Trained,
    };
    measure(session, opened, subject.landlord)
}

//! Subjects: what the marks of a chart stand for, and which rows each of them opens (rule C12).

use crate::domain::commitment::Axis;
use crate::domain::id::RowId;
use crate::domain::schema::TableId;
use crate::indicators::{Because, Measure, Stage};

/// What a mark stands for: enough to open the rows that it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// `None` for the region.
    pub landlord: Option<RowId>,
    pub axis: Axis,
    pub part: RowPart,
    pub value: u32,
}

/// The part of a landlord's row that a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowPart {
    /// The name of the landlord; its value is what it delivered.
    Landlord,
    Delivered,
    /// The commitment.
    Target,
    Pipeline,
    /// The suspended part of the pipeline.
    Suspended,
    /// All women rehoused, through the platform as well.
    InAll,
    /// Units made available, by stage.
    Stage(Stage),
    /// Rows of the scene: an index into [`Scene::counted`](super::scene::Scene::counted).
    Counted(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Names them with their number, in the tooltip and above the list of rows.
    pub title: String,
    pub table: TableId,
    pub rows: Vec<RowId>,
    /// Why each of them is in this figure.
    pub because: Because,
    /// Rows of another table that count too: units beside women in a gap; cases that hold a day themselves,
    /// beside the records that hold one.
    pub beside: Option<Box<Self>>,
}

/// A number, and the rows that it opens: none where it is rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub n: usize,
    pub rows: Option<Counted>,
}

impl Subject {
    /// The figure that it stands for; `None` where the scene holds its rows.
    pub fn measure(self) -> Option<Measure> {
        Some(match (self.axis, self.part) {
            (_, RowPart::Counted(_)) => return None,
            (axis, RowPart::Target) => Measure::Targets(axis),
            (_, RowPart::Stage(stage)) => Measure::UnitsAt(stage),
            (_, RowPart::InAll) => Measure::Women,
            (_, RowPart::Suspended) => Measure::Suspended,
            (Axis::Units, RowPart::Pipeline) => Measure::UnitsToPublish,
            (Axis::Relocations, RowPart::Pipeline) => Measure::UnderWay,
            (Axis::Training, RowPart::Pipeline) => Measure::Expected,
            (Axis::Units, RowPart::Landlord | RowPart::Delivered) => Measure::Units,
            (Axis::Relocations, RowPart::Landlord | RowPart::Delivered) => Measure::Relocations,
            (Axis::Training, RowPart::Landlord | RowPart::Delivered) => Measure::Trained,
        })
    }
}

impl Counted {
    /// Adds rows of another table; an empty set gives way to the other.
    #[must_use]
    pub fn with(self, beside: Self) -> Self {
        match (self.rows.is_empty(), beside.rows.is_empty()) {
            (_, true) => self,
            (true, false) => beside,
            (false, false) => Self { beside: Some(Box::new(beside)), ..self },
        }
    }

    /// Rows opened, those of the other table included.
    pub fn n(&self) -> usize {
        self.rows.len() + self.beside.as_ref().map_or(0, |beside| beside.n())
    }
}

//! What the marks of a chart stand for, and which rows each of them opens (rule C12).

use crate::domain::commitment::Axis;
use crate::domain::id::RowId;
use crate::domain::schema::TableId;
use crate::indicators::{Because, Measure, Stage};

/// What a mark stands for: enough to open the rows that it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// Whose; none is the region as a whole.
    pub landlord: Option<RowId>,
    /// About what.
    pub axis: Axis,
    /// Which part of the row.
    pub part: RowPart,
    /// How many.
    pub value: u32,
}

/// A part of a row of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowPart {
    /// The landlord itself; its value is what it delivered.
    Landlord,
    /// What counts as delivered.
    Delivered,
    /// What was committed to.
    Target,
    /// What is in the pipeline.
    Pipeline,
    /// Of that, what is suspended.
    Suspended,
    /// All women rehoused, the platform's too.
    InAll,
    /// Units made available that are at a stage.
    Stage(Stage),
    /// A set of rows of the scene, by its place in the scene's `counted`.
    Counted(usize),
}

/// Rows that a mark counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What they are, with their number: said at the mark and above the rows.
    pub title: String,
    /// Their table.
    pub table: TableId,
    /// Which ones.
    pub rows: Vec<RowId>,
    /// Why each of them is in this number.
    pub because: Because,
    /// Rows of another table that are in the number too: units beside women, in a gap; cases that
    /// hold a day themselves, beside the records that hold one.
    pub beside: Option<Box<Self>>,
}

impl Subject {
    /// The figure that it stands for, where the scene does not hold its rows.
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
    /// Together with rows of another table; whichever there are come first.
    #[must_use]
    pub fn with(self, beside: Self) -> Self {
        match (self.rows.is_empty(), beside.rows.is_empty()) {
            (_, true) => self,
            (true, false) => beside,
            (false, false) => Self { beside: Some(Box::new(beside)), ..self },
        }
    }

    /// How many rows it opens, those of the other table too.
    pub fn n(&self) -> usize {
        self.rows.len() + self.beside.as_ref().map_or(0, |beside| beside.n())
    }
}

//! The scene: a chart as a display list.
//!
//! Owns the types shared by layouts and painters: shapes, colour roles, marks. Decides no layout and no colour:
//! the palette is the painter's. Units are logical points, y downwards.

use crate::domain::commitment::Axis;
use crate::domain::schema::TableId;
use crate::indicators::Rule;
use crate::theme::{Palette, Rgb};
use crate::words::{Lang, Words};

pub use super::area::Area;
use super::stops::Stops;
pub use super::subject::{Counted, RowPart, Shown, Subject};
pub use super::table::{ChartTable, TableEntry, TableRow};
use super::text;

/// One chart, ready to be painted, written or rasterised.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub width: f32,
    /// At least the height asked for, more where the content needs it.
    pub height: f32,
    /// The finding, in one sentence.
    pub title: String,
    /// The counting rule, notes and source.
    pub caption: String,
    /// The whole chart as text, for screen readers: its main figures, then the caption.
    pub description: String,
    /// Of all its texts.
    pub lang: Lang,
    /// From back to front.
    pub marks: Vec<Mark>,
    pub(super) stops: Stops,
    pub table: ChartTable,
    /// Sets of rows that marks count, indexed by [`RowPart::Counted`].
    pub counted: Vec<Counted>,
    /// Where the counting rule is said under the title, and the rules that it names.
    pub rules: Option<(Area, Vec<Rule>)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub shape: Shape,
    pub role: ColourRole,
    /// What it stands for; `None` for decoration.
    pub subject: Option<Subject>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect(Area),
    Line { from: (f32, f32), to: (f32, f32), thickness: f32 },
    Text(Text),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Position of the anchor.
    pub x: f32,
    /// Position of the baseline.
    pub y: f32,
    pub anchor: Anchor,
    pub size: f32,
    pub weight: Weight,
    pub text: String,
}

/// Which part of a text is at its `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// The two bundled weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

/// What a colour is for; the palette decides which colour it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColourRole {
    Surface,
    Ink,
    Muted,
    Hairline,
    /// Axes, and lines that lead to a label.
    Border,
    Delivered,
    Pipeline,
    /// The edge of a bar in `Pipeline`.
    PipelineEdge,
    /// The part of a bar that is missing to the commitment.
    Track,
    /// The mark of a commitment.
    Tick,
    /// The light edge of a commitment.
    TickEdge,
    Warning,
    WarningBack,
    /// The other side of a diverging chart.
    Opposite,
    /// A paler `Opposite`.
    OppositePale,
}

impl ColourRole {
    pub const fn colour(self, palette: &Palette) -> Rgb {
        match self {
            Self::Surface => palette.surface,
            Self::Ink => palette.ink,
            Self::Muted => palette.muted,
            Self::Hairline => palette.hairline,
            Self::Border => palette.border,
            Self::Delivered => palette.delivered,
            Self::Pipeline => palette.pipeline,
            Self::PipelineEdge => palette.pipeline_edge,
            Self::Track => palette.track,
            Self::Tick => palette.tick,
            Self::TickEdge => palette.tick_edge,
            Self::Warning => palette.warning,
            Self::WarningBack => palette.warning_back,
            Self::Opposite => palette.opposite,
            Self::OppositePale => palette.opposite_pale,
        }
    }
}

impl Text {
    /// From ascender to descender.
    pub fn area(&self) -> Area {
        let width = text::width(&self.text, self.size, self.weight);
        let x = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        Area::new(x, self.y - text::ascent(self.size), width, text::line_height(self.size))
    }
}

impl Mark {
    pub fn area(&self) -> Area {
        match &self.shape {
            Shape::Rect(area) => *area,
            Shape::Text(text) => text.area(),
            Shape::Line { from, to, thickness } => {
                let (x, y) = (from.0.min(to.0), from.1.min(to.1));
                let (width, height) = ((from.0 - to.0).abs(), (from.1 - to.1).abs());
                let half = thickness / 2.0;
                Area::new(x - half, y - half, width + thickness, height + thickness)
            }
        }
    }
}

/// How far from a mark the pointer still hits it: a tick is only two points wide.
const REACH: f32 = 4.0;

/// Below this width nothing could be read: a chart is never narrower.
const MIN_WIDTH: f32 = 360.0;

/// Clamps a size; NaN becomes the lower bound.
pub(super) fn within(size: f32, least: f32, most: f32) -> f32 {
    if size.is_nan() { least } else { size.clamp(least, most) }
}

/// The width of a chart for which `width` was asked.
pub(super) fn drawn_width(width: f32) -> f32 {
    within(width, MIN_WIDTH, 16_384.0)
}

impl Scene {
    /// An empty chart, with its size clamped to what can be drawn.
    pub(super) fn new((width, height): (f32, f32), caption: String, table: ChartTable, words: &Words) -> Self {
        Self {
            width: drawn_width(width),
            height: within(height, 0.0, 65_536.0),
            title: String::new(),
            description: table.read(words) + &caption,
            caption,
            lang: words.lang(),
            marks: Vec::new(),
            stops: Stops::default(),
            table,
            counted: Vec::new(),
            rules: None,
        }
    }

    /// The nearest subject within reach of a point; the topmost of equally near ones.
    pub fn at(&self, x: f32, y: f32) -> Option<Subject> {
        let near = |mark: &Mark| Some((mark.area().distance(x, y), mark.subject?));
        let reached = self.marks.iter().rev().filter_map(near).filter(|(distance, _)| *distance <= REACH);
        reached.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, subject)| subject)
    }

    /// The areas of a subject's marks, to highlight it on hover or focus.
    pub fn areas(&self, subject: Subject) -> impl Iterator<Item = Area> {
        self.marks.iter().filter(move |mark| mark.subject == Some(subject)).map(Mark::area)
    }

    /// The area around all marks of each stop of the keyboard, in reading order.
    pub fn stops(&self) -> &[(Subject, Area)] {
        self.stops.areas(&self.marks)
    }

    /// Tab stops, in reading order, each subject once.
    pub fn subjects(&self) -> &[Subject] {
        &self.stops.subjects
    }

    /// The full name of a subject's landlord or of the region, or the title of the rows that it counts.
    pub fn name(&self, subject: Subject) -> &str {
        if let Some(counted) = self.counted(subject) {
            return &counted.title;
        }
        let row = self.table.rows.iter().rfind(|row| row.landlord == subject.landlord);
        row.map_or("", |row| row.name.as_str())
    }

    /// The rows that a subject counts; `None` where the figures have them.
    pub fn counted(&self, subject: Subject) -> Option<&Counted> {
        let RowPart::Counted(place) = subject.part else { return None };
        self.counted.get(place)
    }

    /// Stores rows and returns the subject that stands for them, as a tab stop.
    pub(super) fn count(&mut self, counted: Counted) -> Subject {
        let axis = match counted.table {
            TableId::Units => Axis::Units,
            TableId::Trainings | TableId::Attendances => Axis::Training,
            _ => Axis::Relocations,
        };
        let value = u32::try_from(counted.n()).unwrap_or(u32::MAX);
        let subject = Subject { landlord: None, axis, part: RowPart::Counted(self.counted.len()), value };
        self.counted.push(counted);
        self.stops.subjects.push(subject);
        subject
    }

    pub(super) fn rect(&mut self, area: Area, role: ColourRole, subject: Option<Subject>) {
        if area.width > 0.0 && area.height > 0.0 {
            self.marks.push(Mark { shape: Shape::Rect(area), role, subject });
        }
    }

    pub(super) fn text(&mut self, text: Text, role: ColourRole, subject: Option<Subject>) {
        if !text.text.is_empty() {
            self.marks.push(Mark { shape: Shape::Text(text), role, subject });
        }
    }
}

//! The scene: a chart as a display list.
//!
//! Owns the vocabulary between layout and painters: shapes, roles of colours, where marks are. Decides no
//! layout and no colour; the palette is the painter's. Units are logical points, y downwards.

use crate::domain::commitment::Axis;
use crate::domain::schema::TableId;
use crate::theme::{Palette, Rgb};

pub use super::area::Area;
pub use super::subject::{Counted, RowPart, Subject};
pub use super::table::{ChartTable, TableEntry, TableRow};
use super::text;

/// One chart, ready to be painted, written or rasterised.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width, as asked for.
    pub width: f32,
    /// Height: at least what was asked for, more where the content needs it.
    pub height: f32,
    /// What the chart says, in a sentence.
    pub title: String,
    /// The whole chart as text, for those who do not see it.
    pub description: String,
    /// What to paint, from back to front.
    pub marks: Vec<Mark>,
    /// What the keyboard stops at, in reading order.
    pub(super) stops: Vec<Subject>,
    /// The figures behind the chart.
    pub table: ChartTable,
    /// Sets of rows that marks count, found by [`RowPart::Counted`].
    pub counted: Vec<Counted>,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What.
    pub shape: Shape,
    /// In which colour.
    pub role: ColourRole,
    /// What it stands for, if anything.
    pub subject: Option<Subject>,
}

/// The shape of a [`Mark`].
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect(Area),
    /// A straight line.
    Line {
        /// One end.
        from: (f32, f32),
        /// The other end.
        to: (f32, f32),
        /// How thick.
        thickness: f32,
    },
    /// One line of text.
    Text(Text),
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where the anchor is.
    pub x: f32,
    /// Where the baseline is.
    pub y: f32,
    /// Which part of the text is at `x`.
    pub anchor: Anchor,
    /// Size in points.
    pub size: f32,
    /// How bold.
    pub weight: Weight,
    /// The text.
    pub text: String,
}

/// Which part of a text is at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// How bold a text is: the two bundled weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

/// What a colour is for; the palette says which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColourRole {
    /// Behind the chart.
    Surface,
    /// Text.
    Ink,
    /// Secondary text.
    Muted,
    /// Grid lines.
    Hairline,
    /// The line at zero.
    Border,
    /// Delivered.
    Delivered,
    /// In the pipeline.
    Pipeline,
    /// The rest of a bar.
    Track,
    /// Commitment.
    Tick,
    /// The light edge of a commitment.
    TickEdge,
    /// Text of warnings.
    Warning,
    /// Behind warnings.
    WarningBack,
    /// The other side of a diverging chart.
    Opposite,
    /// The same, paler.
    OppositePale,
}

impl ColourRole {
    /// The colour in a palette.
    pub const fn colour(self, palette: &Palette) -> Rgb {
        match self {
            Self::Surface => palette.surface,
            Self::Ink => palette.ink,
            Self::Muted => palette.muted,
            Self::Hairline => palette.hairline,
            Self::Border => palette.border,
            Self::Delivered => palette.delivered,
            Self::Pipeline => palette.pipeline,
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
    /// The area it takes, from ascender to descender.
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
    /// The area it takes.
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

/// How far from a mark a pointer still means it: a tick is two points wide.
const REACH: f32 = 4.0;

/// Below this width nothing could be read; a chart is then wider than asked.
const MIN_WIDTH: f32 = 360.0;

/// A size kept between bounds, the lower one where it is no number.
pub(super) fn within(size: f32, least: f32, most: f32) -> f32 {
    if size.is_nan() { least } else { size.clamp(least, most) }
}

/// How wide a chart is that was asked to be that wide.
pub(super) fn drawn_width(width: f32) -> f32 {
    within(width, MIN_WIDTH, 16_384.0)
}

impl Scene {
    /// A chart of which nothing is drawn yet, of a size that it can have.
    pub(super) fn new((width, height): (f32, f32), description: String, table: ChartTable) -> Self {
        Self {
            width: drawn_width(width),
            height: within(height, 0.0, 65_536.0),
            title: String::new(),
            description,
            marks: Vec::new(),
            stops: Vec::new(),
            table,
            counted: Vec::new(),
        }
    }

    /// What is at a point: the nearest subject within reach, the one on top among equals.
    pub fn at(&self, x: f32, y: f32) -> Option<Subject> {
        let near = |mark: &Mark| Some((mark.area().distance(x, y), mark.subject?));
        let reached = self.marks.iter().rev().filter_map(near).filter(|(distance, _)| *distance <= REACH);
        reached.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, subject)| subject)
    }

    /// The areas of the marks that stand for a subject, to show that it is hovered or focused.
    pub fn areas(&self, subject: Subject) -> impl Iterator<Item = Area> {
        self.marks.iter().filter(move |mark| mark.subject == Some(subject)).map(Mark::area)
    }

    /// What the keyboard stops at, in reading order: each subject once.
    pub fn subjects(&self) -> &[Subject] {
        &self.stops
    }

    /// The whole name of a subject's landlord, of the region, or of the rows that it counts.
    pub fn name(&self, subject: Subject) -> &str {
        if let Some(counted) = self.counted(subject) {
            return &counted.title;
        }
        let row = self.table.rows.iter().rfind(|row| row.landlord == subject.landlord);
        row.map_or("", |row| row.name.as_str())
    }

    /// The rows that a subject counts, where the scene holds them.
    pub fn counted(&self, subject: Subject) -> Option<&Counted> {
        let RowPart::Counted(place) = subject.part else { return None };
        self.counted.get(place)
    }

    /// Keeps rows and gives the subject that stands for them: a stop of the keyboard.
    pub(super) fn count(&mut self, counted: Counted) -> Subject {
        let axis = match counted.table {
            TableId::Units => Axis::Units,
            TableId::Trainings | TableId::Attendances => Axis::Training,
            _ => Axis::Relocations,
        };
        let value = u32::try_from(counted.n()).unwrap_or(u32::MAX);
        let subject = Subject { landlord: None, axis, part: RowPart::Counted(self.counted.len()), value };
        self.counted.push(counted);
        self.stops.push(subject);
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

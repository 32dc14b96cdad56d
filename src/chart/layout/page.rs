//! What charts that are not about landlords' progress share: their title, rule and notes.
//!
//! Owns where a chart begins and ends. What is between is the chart's.

use crate::theme::size;
use crate::words::Words;

use super::frame::{self, Foot, GAP, Imprint, MARGIN, line};
use crate::chart::scene::{Anchor, ChartTable, ColourRole, Mark, Scene, Shape, Subject, Text, Weight, drawn_width};
use crate::chart::text;

/// Title and notes of a chart.
#[derive(Clone, Copy)]
pub struct ChartPage<'a> {
    /// The words.
    pub words: &'a Words,
    /// Where the figures come from.
    pub imprint: &'a Imprint,
    /// For the office: exact figures that are not to be passed on.
    pub is_internal: bool,
}

/// What a chart says around its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captions {
    /// What it found.
    pub title: String,
    /// The counting rule.
    pub rule: String,
    /// What is to be known of its figures: how close they are, what is held back, how many there
    /// are.
    pub notes: Vec<String>,
}

/// A chart that was begun: what is to be said under it.
pub struct Begun {
    /// Where what is drawn begins.
    pub top: f32,
    foot: Foot,
}

impl ChartPage<'_> {
    /// Begins a chart.
    pub fn begin(&self, size: (f32, f32), said: &Captions, table: ChartTable) -> (Scene, Begun) {
        let internal = if self.is_internal { self.words.text("chart-internal") } else { "" };
        let notes: Vec<&str> = said.notes.iter().map(String::as_str).chain([internal]).collect();
        let foot = Foot::new(self.words, self.imprint, &notes, drawn_width(size.0));
        let mut scene = Scene::new(size, format!("{} {}", said.rule, foot.words), table);
        let top = frame::heading(&mut scene, std::slice::from_ref(&said.title), &said.rule, None);
        (scene, Begun { top: top + GAP, foot })
    }

    /// Ends it under what was drawn.
    pub fn end(&self, mut scene: Scene, begun: &Begun, bottom: f32) -> Scene {
        begun.foot.draw(&mut scene, bottom + GAP, self.words);
        scene.height = (bottom + GAP + begun.foot.height() + MARGIN).max(scene.height).ceil();
        scene
    }

    /// Says that there is nothing to draw; gives where that ends.
    pub fn nothing(&self, scene: &mut Scene, top: f32, key: &str) -> f32 {
        frame::paragraph(scene, self.words.text(key), top)
    }
}

/// How high `lines` lines of labels are.
pub fn lines_height(lines: usize) -> f32 {
    lines as f32 * LABEL_LINE
}

/// Between two lines of a label.
pub const LABEL_LINE: f32 = 19.5;

/// Lines of a label around a middle.
pub fn label(
    scene: &mut Scene,
    lines: &[String],
    (x, middle): (f32, f32),
    anchor: Anchor,
    (role, weight): (ColourRole, Weight),
    subject: Option<Subject>,
) {
    let mut y = middle - lines_height(lines.len()) / 2.0 + LABEL_LINE / 2.0;
    for words in lines {
        let at = line(x, text::centred(y, size::CHART_LABEL), size::CHART_LABEL, words);
        scene.text(Text { anchor, weight, ..at }, role, subject);
        y += LABEL_LINE;
    }
}

/// A straight line.
pub fn stroke(scene: &mut Scene, from: (f32, f32), to: (f32, f32), role: ColourRole) {
    scene.marks.push(Mark { shape: Shape::Line { from, to, thickness: 1.0 }, role, subject: None });
}

/// A text in lines for a room.
pub fn wrapped(words: &str, weight: Weight, room: f32) -> Vec<String> {
    text::wrap(&text::one_line(words), size::CHART_LABEL, weight, room)
}

/// How wide the widest of these is.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, weight: Weight) -> f32 {
    texts.into_iter().map(|words| text::width(&text::one_line(words), size::CHART_LABEL, weight)).fold(0.0, f32::max)
}

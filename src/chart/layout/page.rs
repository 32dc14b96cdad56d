//! The page around charts that are not about progress: title, rule and notes.
//!
//! Owns where a chart begins and ends. The chart draws what is between.

use crate::theme::size;
use crate::words::Words;

use super::frame::{self, Foot, GAP, Imprint, MARGIN, line};
use crate::chart::scene::{Anchor, ChartTable, ColourRole, Mark, Scene, Shape, Subject, Text, Weight, drawn_width};
use crate::chart::text;

/// What all charts of a page share.
#[derive(Clone, Copy)]
pub struct ChartPage<'a> {
    pub words: &'a Words,
    pub imprint: &'a Imprint,
}

/// The texts around a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captions {
    pub title: String,
    pub rule: String,
    /// Level of detail, suppressed figures, number of records.
    pub notes: Vec<String>,
}

/// A chart whose heading is drawn, with the foot still to come.
pub struct Begun {
    /// Top of the drawing.
    pub top: f32,
    foot: Foot,
}

impl ChartPage<'_> {
    /// Creates the scene and draws its heading.
    pub fn begin(&self, size: (f32, f32), captions: &Captions, table: ChartTable) -> (Scene, Begun) {
        let notes: Vec<&str> = captions.notes.iter().map(String::as_str).collect();
        let foot = Foot::new(self.words, self.imprint, &notes, drawn_width(size.0));
        let mut scene = Scene::new(size, format!("{} {}", captions.rule, foot.words), table, self.words);
        let top = frame::heading(&mut scene, std::slice::from_ref(&captions.title), &captions.rule, None);
        (scene, Begun { top: top + GAP, foot })
    }

    /// Draws the foot below the drawing and sets the final height.
    pub fn end(&self, mut scene: Scene, begun: &Begun, bottom: f32) -> Scene {
        begun.foot.draw(&mut scene, bottom + GAP);
        scene.height = (bottom + GAP + begun.foot.height() + MARGIN).max(scene.height).ceil();
        scene
    }

    /// Draws a text in place of an empty chart; returns its bottom.
    pub fn empty(&self, scene: &mut Scene, top: f32, key: &str) -> f32 {
        frame::paragraph(scene, self.words.text(key), top)
    }
}

/// Height of that many lines of a label.
pub fn lines_height(lines: usize) -> f32 {
    lines as f32 * LABEL_LINE
}

/// Height of one line of a label.
pub const LABEL_LINE: f32 = 19.5;

/// Draws the lines of a label, centred vertically.
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

pub fn stroke(scene: &mut Scene, from: (f32, f32), to: (f32, f32), role: ColourRole) {
    scene.marks.push(Mark { shape: Shape::Line { from, to, thickness: 1.0 }, role, subject: None });
}

/// A text wrapped to a width.
pub fn wrapped(words: &str, weight: Weight, room: f32) -> Vec<String> {
    text::wrap(&text::one_line(words), size::CHART_LABEL, weight, room)
}

pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, weight: Weight) -> f32 {
    texts.into_iter().map(|words| text::width(&text::one_line(words), size::CHART_LABEL, weight)).fold(0.0, f32::max)
}

//! What charts that are not about landlords' progress share: their title, rule and notes.
//!
//! Owns where a chart begins and ends. What is between is the chart's.

use chrono::NaiveDate;

use crate::domain::message::Message;
use crate::theme::size;
use crate::words::Words;

use super::frame::{self, GAP, MARGIN, Note, line};
use super::scene::{Anchor, Mark, Role, Scene, Shape, Subject, Table, Text, Weight};
use super::text;

/// Title and notes of a chart.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The words.
    pub words: &'a Words,
    /// The day of the figures (rule C1).
    pub as_of: NaiveDate,
    /// The data is made up, and the chart says so.
    pub fictitious: bool,
    /// For the office: exact figures that are not to be passed on.
    pub is_internal: bool,
}

/// A chart that was begun: what is to be said under it.
pub struct Begun {
    /// Where what is drawn begins.
    pub top: f32,
    note: Note,
}

impl Page<'_> {
    /// Begins a chart: what it found, then the counting rule and what is held back.
    pub fn begin(&self, size: (f32, f32), title: String, rules: &[String], table: Table) -> (Scene, Begun) {
        let mut rules: Vec<String> = rules.iter().filter(|rule| !rule.is_empty()).cloned().collect();
        rules.push(self.words.say(&Message::new("curve-as-of").text("date", self.words.long_date(self.as_of))));
        if self.is_internal {
            rules.push(self.words.text("chart-internal").to_owned());
        }
        let caption = rules.join(" ");
        let mut scene = Scene::new(size, caption.clone(), table);
        let top = frame::heading(&mut scene, &[title], None);
        let note = Note::new(self.words, &caption, self.fictitious, scene.width);
        (scene, Begun { top: top + GAP, note })
    }

    /// Ends it under what was drawn.
    pub fn end(&self, mut scene: Scene, begun: &Begun, bottom: f32) -> Scene {
        begun.note.draw(&mut scene, bottom + GAP, self.words);
        scene.height = (bottom + GAP + begun.note.height() + MARGIN).max(scene.height).ceil();
        scene
    }

    /// Says that there is nothing to draw; gives where that ends.
    pub fn nothing(&self, scene: &mut Scene, top: f32, key: &str) -> f32 {
        let mut y = top + 20.0;
        for words in text::wrap(self.words.text(key), size::BODY, Weight::Regular, scene.width - 2.0 * MARGIN) {
            scene.text(line(MARGIN, y, size::BODY, &words), Role::Muted, None);
            y += 20.0;
        }
        y
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
    (role, weight): (Role, Weight),
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
pub fn stroke(scene: &mut Scene, from: (f32, f32), to: (f32, f32), role: Role) {
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

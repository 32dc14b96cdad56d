//! What stands around a chart: finding, legend, counting rule.
//!
//! Owns where these go and how they wrap. The sentences are chosen in `finding`.

use crate::domain::message::Message;
use crate::theme::size;
use crate::words::Words;

use super::progress::ProgressInput;
use super::scene::{Anchor, Area, Role, Scene, Subject, Text, Weight};
use super::text;

/// White space around the chart.
pub const MARGIN: f32 = 20.0;
/// Between things that belong together.
pub const GAP: f32 = 8.0;
const TITLE_LINE: f32 = 26.0;
const CAPTION_LINE: f32 = 18.0;
/// Between the key of a colour and its words, and between one and the next.
const LEGEND_GAPS: (f32, f32) = (6.0, 16.0);

/// Draws the finding, in lines that are broken where they are too long, and gives the scene its
/// title; returns where it ends.
pub fn heading(scene: &mut Scene, lines: &[String], subject: Option<Subject>) -> f32 {
    let room = scene.width - 2.0 * MARGIN;
    scene.title = lines.join(" ");
    let mut y = MARGIN;
    for words in lines.iter().flat_map(|words| text::wrap(words, size::CHART_TITLE, Weight::SemiBold, room)) {
        let baseline = text::centred(y + TITLE_LINE / 2.0, size::CHART_TITLE);
        let text = Text { weight: Weight::SemiBold, ..line(MARGIN, baseline, size::CHART_TITLE, &words) };
        scene.text(text, Role::Ink, subject);
        y += TITLE_LINE;
    }
    y
}

/// Draws what the colours mean; returns where it ends.
pub fn legend(scene: &mut Scene, input: &ProgressInput, words: &Words, top: f32) -> f32 {
    let (mut x, mut y) = (MARGIN, top + 14.0);
    for (role, words) in legend_words(input, words) {
        let key = if role == Role::Tick { 2.0 } else { 11.0 };
        let room = scene.width - 2.0 * MARGIN - key - LEGEND_GAPS.0;
        let shown = text::fit(&words, size::CAPTION, Weight::Regular, room);
        let width = key + LEGEND_GAPS.0 + text::width(&shown, size::CAPTION, Weight::Regular);
        if x > MARGIN && x + width > scene.width - MARGIN {
            (x, y) = (MARGIN, y + CAPTION_LINE);
        }
        let height = if role == Role::Tick { 14.0 } else { 11.0 };
        scene.rect(Area::new(x.round(), (y - height / 2.0).round(), key, height), role, None);
        let baseline = text::centred(y, size::CAPTION);
        scene.text(line(x.round() + key + LEGEND_GAPS.0, baseline, size::CAPTION, &shown), Role::Muted, None);
        x += width + LEGEND_GAPS.1;
    }
    y + CAPTION_LINE / 2.0
}

/// What each colour means.
pub fn legend_words(input: &ProgressInput, words: &Words) -> [(Role, String); 3] {
    let say = |key| words.say(&Message::new(key).text("axis", input.axis.key()).text("basis", input.basis.key()));
    let period = text::one_line(&input.period).into_owned();
    let target = words.say(&Message::new("chart-legend-target").text("period", period));
    [
        (Role::Delivered, say("chart-legend-delivered")),
        (Role::Pipeline, say("chart-legend-pipeline")),
        (Role::Tick, target),
    ]
}

/// The counting rule, and that the data is made up.
pub struct Note {
    lines: Vec<String>,
    badge: Option<f32>,
}

impl Note {
    /// Measures it.
    pub fn new(words: &Words, caption: &str, fictitious: bool, width: f32) -> Self {
        let badge = fictitious
            .then(|| text::width(words.text("chart-fictitious"), size::CAPTION, Weight::SemiBold) + 2.0 * GAP);
        let room = width - 2.0 * MARGIN - badge.map_or(0.0, |badge| badge + 2.0 * GAP);
        Self { lines: text::wrap(caption, size::CAPTION, Weight::Regular, room), badge }
    }

    /// How much room it takes.
    pub fn height(&self) -> f32 {
        self.lines.len().max(1) as f32 * CAPTION_LINE + GAP
    }

    /// Draws it.
    pub fn draw(&self, scene: &mut Scene, top: f32, words: &Words) {
        let mut middle = top + GAP + CAPTION_LINE / 2.0;
        if let Some(width) = self.badge {
            let x = (scene.width - MARGIN - width).floor();
            scene.rect(Area::new(x, middle - 11.0, width, 22.0), Role::WarningBack, None);
            let baseline = text::centred(middle, size::CAPTION);
            let text = line(x + GAP, baseline, size::CAPTION, words.text("chart-fictitious"));
            scene.text(Text { weight: Weight::SemiBold, ..text }, Role::Warning, None);
        }
        for words in &self.lines {
            scene.text(line(MARGIN, text::centred(middle, size::CAPTION), size::CAPTION, words), Role::Muted, None);
            middle += CAPTION_LINE;
        }
    }
}

/// A commitment: two points wide around `x`, with a light edge so that it also shows on a dark bar.
pub fn tick(scene: &mut Scene, x: f32, y: f32, height: f32, subject: Option<Subject>) {
    scene.rect(Area::new(x - 2.0, y, 4.0, height), Role::TickEdge, None);
    scene.rect(Area::new(x - 1.0, y, 2.0, height), Role::Tick, subject);
}

/// A line of text in regular weight, from `x` on.
pub fn line(x: f32, y: f32, size: f32, words: &str) -> Text {
    Text { x, y, anchor: Anchor::Start, size, weight: Weight::Regular, text: words.to_owned() }
}

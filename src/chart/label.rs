//! The label beside a bar: "**3** / 5 · 2 en cours", each piece standing for what it counts.
//!
//! Owns its words, its weights and how it is cut. Where it goes is the chart's matter.

use crate::domain::message::Message;
use crate::theme::size;
use crate::words::Words;

use super::progress::{ProgressInput, ProgressRow};
use super::scene::{Anchor, Part, Role, Scene, Text, Weight};
use super::text;

/// A label, measured.
pub struct Label {
    pieces: Vec<Piece>,
    /// Its width in points.
    pub width: f32,
}

struct Piece {
    text: String,
    weight: Weight,
    part: Part,
    width: f32,
}

impl Label {
    /// The label of a row.
    pub fn new(input: &ProgressInput, row: &ProgressRow, words: &Words) -> Self {
        let mut label = Self { pieces: Vec::with_capacity(4), width: 0.0 };
        label.push(words.number(i64::from(row.delivered)), Weight::SemiBold, Part::Delivered);
        if let Some(target) = row.target {
            label.say(&Message::new("chart-label-target").count("count", target as usize), Part::Target, words);
        }
        if row.pipeline > 0 {
            let axis = input.axis.key();
            let message = Message::new("chart-label-pipeline").text("axis", axis);
            label.say(&message.count("count", row.pipeline as usize), Part::Pipeline, words);
        }
        if row.suspended > 0 {
            let message = Message::new("chart-label-suspended").count("count", row.suspended as usize);
            label.say(&message, Part::Pipeline, words);
        }
        if row.target.is_none() {
            label.push(words.text("chart-label-no-target").to_owned(), Weight::Regular, Part::Target);
        }
        label
    }

    fn say(&mut self, message: &Message, part: Part, words: &Words) {
        self.push(words.say(message), Weight::Regular, part);
    }

    fn push(&mut self, text: String, weight: Weight, part: Part) {
        let width = text::width(&text, size::CHART_LABEL, weight);
        self.width += width + if self.pieces.is_empty() { 0.0 } else { space() };
        self.pieces.push(Piece { text, weight, part, width });
    }

    /// The label as one text.
    pub fn words(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Draws it from `x` on; what does not fit `room` is cut with an ellipsis.
    pub fn draw(&self, scene: &mut Scene, at: (f32, f32), room: f32, row: &ProgressRow, input: &ProgressInput) {
        let (mut x, y) = at;
        let end = x + room;
        for piece in &self.pieces {
            let shown = text::fit(&piece.text, size::CHART_LABEL, piece.weight, end - x);
            let cut = shown != piece.text;
            let role =
                if row.idle() || row.subject(input.axis, piece.part).is_none() { Role::Muted } else { Role::Ink };
            let text = Text {
                x,
                y,
                anchor: Anchor::Start,
                size: size::CHART_LABEL,
                weight: piece.weight,
                text: shown.into_owned(),
            };
            scene.text(text, role, row.subject(input.axis, piece.part));
            if cut {
                return;
            }
            x += piece.width + space();
        }
    }
}

fn space() -> f32 {
    text::width(" ", size::CHART_LABEL, Weight::Regular)
}

//! The label beside a bar, such as "**3** / 5 · 2 en cours", each piece with its own subject.
//!
//! Owns the label's words, weights and line breaks. The chart decides where it goes.

use crate::domain::message::Message;
use crate::theme::size;
use crate::words::Words;

use super::page::{LABEL_LINE, lines_height};
use super::progress::{Expected, ProgressInput, ProgressRow};
use crate::chart::scene::{Anchor, ColourRole, RowPart, Scene, Text, Weight};
use crate::chart::text;

pub struct Label {
    pieces: Vec<Piece>,
    /// Width on one line.
    pub width: f32,
    /// Minimum width, with a line break between pieces.
    pub least: f32,
}

struct Piece {
    text: String,
    weight: Weight,
    part: RowPart,
    width: f32,
}

impl Label {
    pub fn new(input: &ProgressInput, row: &ProgressRow, words: &Words) -> Self {
        let mut label = Self { pieces: Vec::with_capacity(4), width: 0.0, least: 0.0 };
        label.push(words.number(i64::from(row.delivered)), Weight::SemiBold, RowPart::Delivered);
        if let Some(target) = row.target {
            label.say(&Message::new("chart-label-target").count("count", target as usize), RowPart::Target, words);
        }
        if row.pipeline > 0 {
            let axis = input.axis.key();
            let message = Message::new("chart-label-pipeline").text("axis", axis);
            label.say(&message.count("count", row.pipeline as usize), RowPart::Pipeline, words);
        }
        if row.suspended > 0 {
            let message = Message::new("chart-label-suspended").count("count", row.suspended as usize);
            label.say(&message, RowPart::Suspended, words);
        }
        // Where no landlord has a commitment, the title already says so.
        if row.target.is_none() && row.landlord.is_some() && input.rows.iter().any(ProgressRow::is_committed) {
            match &row.expected {
                Expected::Itself => label.say(&Message::new("chart-label-no-target"), RowPart::Target, words),
                Expected::Successor(name) => {
                    label.say(&Message::new("chart-label-taken-over").text("name", name), RowPart::Target, words);
                }
                Expected::Nobody => {}
            }
        }
        label
    }

    fn say(&mut self, message: &Message, part: RowPart, words: &Words) {
        self.push(words.say(message), Weight::Regular, part);
    }

    fn push(&mut self, text: String, weight: Weight, part: RowPart) {
        let width = text::width(&text, size::CHART_LABEL, weight);
        self.width += width + if self.pieces.is_empty() { 0.0 } else { space() };
        self.least = self.least.max(width);
        self.pieces.push(Piece { text, weight, part, width });
    }

    pub fn words(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The pieces in lines no wider than `room`: line, x and piece.
    fn lines(&self, room: f32) -> Vec<(usize, f32, &Piece)> {
        let (mut line, mut x) = (0, 0.0);
        let mut placed = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            if x > 0.0 && x + piece.width > room {
                (line, x) = (line + 1, 0.0);
            }
            placed.push((line, x, piece));
            x += piece.width + space();
        }
        placed
    }

    /// Height and width in lines no wider than `room`.
    pub fn size(&self, room: f32) -> (f32, f32) {
        let lines = self.lines(room);
        let last = lines.last().map_or(0, |(line, ..)| *line);
        let width = lines.iter().map(|(_, x, piece)| x + piece.width).fold(0.0, f32::max);
        (lines_height(last + 1), width)
    }

    /// Draws the label from `x` on, centred on `middle`. A single piece wider than `room` is truncated with an
    /// ellipsis.
    pub fn draw(
        &self,
        scene: &mut Scene,
        (x, middle): (f32, f32),
        room: f32,
        row: &ProgressRow,
        input: &ProgressInput,
    ) {
        let top = middle - self.size(room).0 / 2.0;
        for (line, from, piece) in self.lines(room) {
            let shown = text::fit(&piece.text, size::CHART_LABEL, piece.weight, room - from + 0.01);
            let subject = row.subject(input.axis, piece.part);
            let role = if row.is_empty() || subject.is_none() { ColourRole::Muted } else { ColourRole::Ink };
            let text = Text {
                x: x + from,
                y: text::centred(top + (line as f32 + 0.5) * LABEL_LINE, size::CHART_LABEL),
                anchor: Anchor::Start,
                size: size::CHART_LABEL,
                weight: piece.weight,
                text: shown.into_owned(),
            };
            scene.text(text, role, subject);
        }
    }
}

fn space() -> f32 {
    text::width(" ", size::CHART_LABEL, Weight::Regular)
}

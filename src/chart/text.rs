//! Text metrics in the bundled fonts, and how to make a text fit.
//!
//! Owns the measures that layouts rely on. Draws nothing. Kerning is ignored: a measured text is slightly wider
//! than the painted one, and never noticeably narrower.

use std::borrow::Cow;
use std::sync::LazyLock;

use ttf_parser::{Face, GlyphId};

use crate::theme::font;

use super::scene::Weight;

/// A face with cached widths of the most common characters.
struct MeasuredFace {
    face: Option<Face<'static>>,
    /// Widths of the first [`LATIN`] characters of Unicode, in ems.
    latin: Vec<f32>,
}

/// How many characters have a cached width.
const LATIN: u32 = 0x180;

static REGULAR: LazyLock<MeasuredFace> = LazyLock::new(|| MeasuredFace::new(font::REGULAR));
static SEMIBOLD: LazyLock<MeasuredFace> = LazyLock::new(|| MeasuredFace::new(font::SEMIBOLD));

impl MeasuredFace {
    fn new(data: &'static [u8]) -> Self {
        let mut measured = Self { face: Face::parse(data, 0).ok(), latin: Vec::new() };
        measured.latin = (0..LATIN).map(|code| measured.look_up(char::from_u32(code).unwrap_or(' '))).collect();
        measured
    }

    /// Width in ems; that of the replacement box where the font lacks the character.
    fn look_up(&self, character: char) -> f32 {
        let Some(face) = &self.face else { return 0.6 };
        let glyph = face.glyph_index(character).unwrap_or(GlyphId(0));
        f32::from(face.glyph_hor_advance(glyph).unwrap_or(0)) / f32::from(face.units_per_em())
    }

    fn width(&self, character: char) -> f32 {
        self.latin.get(character as usize).copied().unwrap_or_else(|| self.look_up(character))
    }

    fn vertical(&self, measure: fn(&Face<'static>) -> i16, otherwise: f32) -> f32 {
        self.face.as_ref().map_or(otherwise, |face| f32::from(measure(face)) / f32::from(face.units_per_em()))
    }
}

fn measured(weight: Weight) -> &'static MeasuredFace {
    match weight {
        Weight::Regular => &REGULAR,
        Weight::SemiBold => &SEMIBOLD,
    }
}

pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let font = measured(weight);
    text.chars().map(|character| font.width(character)).sum::<f32>() * size
}

/// From the baseline to the top of the line.
pub fn ascent(size: f32) -> f32 {
    size * REGULAR.vertical(Face::ascender, 1.0)
}

/// From the top of a line to its bottom.
pub fn line_height(size: f32) -> f32 {
    size * REGULAR.vertical(Face::height, 1.4)
}

/// The baseline at which capitals and digits are centred on `y`.
pub fn centred(y: f32, size: f32) -> f32 {
    y + size * REGULAR.vertical(|face| face.capital_height().unwrap_or(660), 0.66) / 2.0
}

/// The text, truncated with an ellipsis where it is wider than `room`; empty where not even that fits.
pub fn fit(text: &str, size: f32, weight: Weight, room: f32) -> Cow<'_, str> {
    if width(text, size, weight) <= room {
        return Cow::Borrowed(text);
    }
    let font = measured(weight);
    let mut left = room / size - font.width('…');
    if left < 0.0 {
        return Cow::Borrowed("");
    }
    let mut end = 0;
    for (at, character) in text.char_indices() {
        left -= font.width(character);
        if left < 0.0 {
            break;
        }
        end = at + character.len_utf8();
    }
    Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default().trim_end()))
}

/// Wraps at spaces into lines no wider than `room`; a wider word is broken between letters.
pub fn wrap(text: &str, size: f32, weight: Weight, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0.0;
    let space = width(" ", size, weight);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word, size, weight);
        match lines.last_mut() {
            Some(line) if used + space + wide <= room => {
                line.push(' ');
                line.push_str(word);
                used += space + wide;
            }
            _ if wide <= room => {
                lines.push(word.to_owned());
                used = wide;
            }
            _ => {
                let pieces = broken(word, size, weight, room);
                used = pieces.last().map_or(0.0, |piece| width(piece, size, weight));
                lines.extend(pieces);
            }
        }
    }
    lines
}

/// Breaks a word into pieces no wider than `room`. Letters wider than that are dropped.
fn broken(word: &str, size: f32, weight: Weight, room: f32) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let (font, mut used) = (measured(weight), f32::INFINITY);
    for character in word.chars() {
        let wide = font.width(character) * size;
        if wide > room {
            continue;
        }
        // Tolerance for the rounding of many sums.
        if used + wide > room - 0.01 {
            pieces.push(String::new());
            used = 0.0;
        }
        used += wide;
        if let Some(piece) = pieces.last_mut() {
            piece.push(character);
        }
    }
    pieces
}

/// Replaces control characters, which no painter shows, with spaces.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) {
        Cow::Owned(text.replace(char::is_control, " "))
    } else {
        Cow::Borrowed(text)
    }
}

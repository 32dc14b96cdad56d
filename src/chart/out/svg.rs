//! A scene as SVG text.
//!
//! Text stays text, so that a report can still be edited and searched. The file holds no author, place or time,
//! and the same scene always gives the same bytes.

use std::borrow::Cow;
use std::fmt::Write;

use crate::theme::{Palette, font};

use super::background;
use crate::chart::scene::{Anchor, ColourRole, Mark, Scene, Shape, Text, Weight};

/// The scene in the colours of a palette, with its background.
pub fn svg(scene: &Scene, palette: &Palette) -> String {
    document(scene, palette, Background::Opaque, (Fonts::Unknown, None))
}

/// What is behind a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// The surface of the palette.
    Opaque,
    /// Nothing: the chart is placed on a coloured slide.
    Transparent,
}

/// As [`svg`], so many millimetres wide, as its picture is.
pub fn printed(scene: &Scene, palette: &Palette, background: Background, millimetres: f32) -> String {
    document(scene, palette, background, (Fonts::Unknown, Some(millimetres)))
}

/// For the rasteriser, which has the bundled fonts.
pub(in crate::chart) fn for_raster(scene: &Scene, palette: &Palette, background: Background) -> String {
    document(scene, palette, background, (Fonts::Bundled, None))
}

/// The fonts of the program that will draw the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fonts {
    Bundled,
    /// The family may be missing. Texts then state their measured width, so that a substitute font is squeezed
    /// into it and nothing overlaps.
    Unknown,
}

fn document(
    scene: &Scene,
    palette: &Palette,
    background: Background,
    (fonts, printed): (Fonts, Option<f32>),
) -> String {
    let scene = match background {
        Background::Opaque => Cow::Borrowed(scene),
        Background::Transparent => Cow::Owned(background::without_background(scene)),
    };
    let mut out = String::with_capacity(256 + scene.marks.len() * 120);
    let (width, height) = (number(scene.width), number(scene.height));
    out.push_str(&head(&scene, printed));
    let surface = ColourRole::Surface.colour(palette).css();
    if background == Background::Opaque {
        let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"{surface}\"/>");
    }
    for mark in &scene.marks {
        write_mark(&mut out, mark, palette, fonts);
    }
    out.push_str("</svg>\n");
    out
}

/// The beginning of a drawing: its size, language, title and description. `printed` is its width in millimetres.
pub(super) fn head(scene: &Scene, printed: Option<f32>) -> String {
    let mut out = String::new();
    let (width, height) = (number(scene.width), number(scene.height));
    let (wide, high) = match printed {
        Some(across) => (format!("{}mm", number(across)), format!("{}mm", number(across * scene.height / scene.width))),
        None => (width.clone(), height.clone()),
    };
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"{}\" font-family=\"'{}', Arial, sans-serif\">",
        scene.lang.code(),
        font::FAMILY
    );
    let _ = writeln!(out, "<title>{}</title>", escape(&scene.title));
    let _ = writeln!(out, "<desc>{}</desc>", escape(&scene.description));
    out
}

fn write_mark(out: &mut String, mark: &Mark, palette: &Palette, fonts: Fonts) {
    let colour = mark.role.colour(palette).css();
    match &mark.shape {
        Shape::Rect(area) => {
            let (x, y, width, height) = (number(area.x), number(area.y), number(area.width), number(area.height));
            let _ =
                writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>");
        }
        Shape::Line { from, to, thickness } => {
            let (x1, y1, x2, y2) = (number(from.0), number(from.1), number(to.0), number(to.1));
            let thickness = number(*thickness);
            let _ = writeln!(
                out,
                "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{colour}\" \
                 stroke-width=\"{thickness}\"/>"
            );
        }
        Shape::Text(text) => write_text(out, text, &colour, fonts),
    }
}

fn write_text(out: &mut String, text: &Text, colour: &str, fonts: Fonts) {
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = match text.weight {
        Weight::Regular => "",
        Weight::SemiBold => " font-weight=\"600\"",
    };
    let (x, y, size) = (number(text.x), number(text.y), number(text.size));
    let (words, width) = (escape(&text.text), number(text.area().width));
    let length = match fonts {
        Fonts::Bundled => String::new(),
        Fonts::Unknown => format!(" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\""),
    };
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor}{length} fill=\"{colour}\">{words}</text>"
    );
}

/// At most two decimals, the same on every machine.
fn number(value: f32) -> String {
    let hundredths = (f64::from(value) * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match rest {
        0 => format!("{sign}{whole}"),
        tenths if tenths % 10 == 0 => format!("{sign}{whole}.{}", tenths / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

/// A character, or what stands for one that XML 1.0 does not allow; a line break is a blank.
pub const fn allowed(character: char) -> char {
    match character {
        '\t' | '\n' | '\r' => ' ',
        '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        _ => character,
    }
}

/// Escapes markup, also of HTML, and replaces characters that XML 1.0 does not allow.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(allowed(character)),
        }
    }
    out
}

//! A scene as SVG text.
//!
//! Text stays text, so that a report can still be edited and searched. Nothing in the file says
//! who made it, where or when, and the same scene always gives the same bytes.

use std::fmt::Write;

use crate::theme::{Palette, font};

use super::ground;
use crate::chart::scene::{Anchor, ColourRole, Scene, Shape, Text, Weight};

/// The scene as an SVG document in the colours of a palette.
pub fn svg(scene: &Scene, palette: &Palette) -> String {
    sized(scene, palette, true, scene.width)
}

/// The same shown so many points wide, on its ground or without it, to be laid on a coloured slide.
pub fn sized(scene: &Scene, palette: &Palette, has_ground: bool, width: f32) -> String {
    if has_ground {
        document(scene, palette, true, (Fonts::Unknown, width))
    } else {
        document(&ground::lifted(scene), palette, false, (Fonts::Unknown, width))
    }
}

/// What the rasteriser draws, which has the bundled fonts: each letter is as it was designed.
pub(in crate::chart) fn for_raster(scene: &Scene, palette: &Palette, has_ground: bool) -> String {
    if has_ground {
        document(scene, palette, true, (Fonts::Bundled, scene.width))
    } else {
        document(&ground::lifted(scene), palette, false, (Fonts::Bundled, scene.width))
    }
}

/// What is known of the fonts of whoever draws.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fonts {
    /// The bundled ones.
    Bundled,
    /// They may lack the family. Another one is squeezed into the room that was measured, so that
    /// what was laid out side by side does not overlap.
    Unknown,
}

fn document(scene: &Scene, palette: &Palette, has_ground: bool, (fonts, shown): (Fonts, f32)) -> String {
    let mut out = String::with_capacity(256 + scene.marks.len() * 120);
    let (width, height) = (number(scene.width), number(scene.height));
    let (wide, high) = (number(shown), number(scene.height * shown / scene.width));
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"'{}', Arial, sans-serif\">",
        font::FAMILY
    );
    let _ = writeln!(out, "<title>{}</title>", escape(&scene.title));
    let _ = writeln!(out, "<desc>{}</desc>", escape(&scene.description));
    let surface = ColourRole::Surface.colour(palette).css();
    if has_ground {
        let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"{surface}\"/>");
    }
    for mark in &scene.marks {
        let colour = mark.role.colour(palette).css();
        match &mark.shape {
            Shape::Rect(area) => {
                let (x, y, width, height) = (number(area.x), number(area.y), number(area.width), number(area.height));
                let _ = writeln!(
                    out,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>"
                );
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
            Shape::Text(text) => write_text(&mut out, text, &colour, fonts),
        }
    }
    out.push_str("</svg>\n");
    out
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

/// Two decimals at most, the same on every machine.
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

/// Text as XML allows it: markup escaped, what XML 1.0 can not hold replaced.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
    out
}

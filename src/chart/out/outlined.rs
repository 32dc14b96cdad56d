//! A scene as SVG whose texts are outlines: for programs that have none of its fonts, and printers that want none.
//!
//! Nothing in it can be edited or searched; title, description and language stay. Writes no file.

use resvg::usvg::WriteOptions;

use crate::theme::Palette;

use super::png::{self, PngError};
use super::svg::{self, Background};
use crate::chart::scene::Scene;

/// Of coordinates, in decimals of a point.
const PRECISION: u8 = 2;

/// As [`svg::printed`], with outlines instead of texts.
///
/// # Errors
/// If the drawing cannot be laid out.
pub fn outlined(
    scene: &Scene,
    palette: &Palette,
    background: Background,
    millimetres: f32,
) -> Result<String, PngError> {
    let tree = png::tree(&svg::for_raster(scene, palette, background))?;
    let options =
        WriteOptions { coordinates_precision: PRECISION, transforms_precision: PRECISION, ..WriteOptions::default() };
    let drawn = tree.to_string(&options);
    let inner = drawn.split_once("<svg").and_then(|(_, rest)| rest.split_once('>')).map_or("", |(_, inner)| inner);
    Ok(format!("{}{}\n", svg::head(scene, Some(millimetres)), inner.trim_start().trim_end()))
}

//! A scene as a PNG picture.
//!
//! Rasterises the SVG (without the widths that other fonts need) with the bundled fonts only, so that every machine gives the same picture.
//! Writes no file.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::domain::message::Message;
use crate::theme::{Palette, Rgb, font};

use super::svg;
use crate::chart::scene::{ColourRole, Scene, within};

/// Why a picture could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    /// More pixels than a picture should have.
    #[error("the picture would have {width} × {height} pixels")]
    TooLarge {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The drawing was refused by the rasteriser.
    #[error("the drawing could not be rasterised: {0}")]
    Drawing(String),
    /// The picture could not be compressed.
    #[error("the picture could not be written: {0}")]
    Encoding(String),
}

impl PngError {
    /// What to say of it.
    pub fn message(&self) -> Message {
        match self {
            Self::TooLarge { width, height } => {
                Message::new("chart-png-too-large").count("width", *width as usize).count("height", *height as usize)
            }
            Self::Drawing(_) | Self::Encoding(_) => Message::new("chart-png-failed"),
        }
    }
}

/// A picture of 64 million pixels takes 256 MB while it is made: no report needs more.
const MOST_PIXELS: u64 = 64_000_000;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(font::REGULAR.to_vec());
    fonts.load_font_data(font::SEMIBOLD.to_vec());
    // Whatever a viewer without the font would fall back to, here it is the bundled one.
    fonts.set_sans_serif_family(font::FAMILY);
    Arc::new(fonts)
});

/// A chart as pixels: red, green, blue and alpha each, row by row.
pub struct Raster {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Four bytes a pixel; colours are not multiplied by their alpha.
    pub pixels: Vec<u8>,
    /// Whether there is no ground: every alpha is full otherwise.
    pub is_transparent: bool,
}

/// The scene as pixels, `scale` of them a point (kept from 0.5 to 4).
///
/// # Errors
/// Where the picture would be too large, or the rasteriser refuses it.
pub fn raster(scene: &Scene, palette: &Palette, scale: f32) -> Result<Raster, PngError> {
    drawn(scene, &svg::for_raster(scene, palette, true), Some(ColourRole::Surface.colour(palette)), scale)
}

/// The same without a ground, to be laid on a coloured slide.
///
/// # Errors
/// As [`raster`].
pub fn transparent(scene: &Scene, palette: &Palette, scale: f32) -> Result<Raster, PngError> {
    drawn(scene, &svg::for_raster(scene, palette, false), None, scale)
}

fn drawn(scene: &Scene, drawing: &str, ground: Option<Rgb>, scale: f32) -> Result<Raster, PngError> {
    let scale = within(scale, 0.5, 4.0);
    let (width, height) = ((scene.width * scale).ceil() as u32, (scene.height * scale).ceil() as u32);
    let too_large = PngError::TooLarge { width, height };
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(too_large);
    }
    let options = Options { font_family: font::FAMILY.to_owned(), fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(drawing, &options).map_err(|error| PngError::Drawing(error.to_string()))?;
    let mut pixmap = Pixmap::new(width, height).ok_or(too_large)?;
    if let Some(ground) = ground {
        pixmap.fill(Color::from_rgba8(ground.0, ground.1, ground.2, 255));
    }
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let is_transparent = ground.is_none();
    let pixels = if is_transparent { pixmap.take_demultiplied() } else { pixmap.take() };
    Ok(Raster { width, height, pixels, is_transparent })
}

/// The scene as PNG bytes, `scale` pixels a point, 96 points an inch.
///
/// # Errors
/// As [`raster`], and where the picture could not be compressed.
pub fn png(scene: &Scene, palette: &Palette, scale: f32) -> Result<Vec<u8>, PngError> {
    raster(scene, palette, scale)?.png(within(scale, 0.5, 4.0) * 96.0 / 0.0254)
}

impl Raster {
    /// Its PNG, so many pixels a metre: a picture opens in a report at the size that it was made for.
    ///
    /// It has no alpha channel where it has a ground, and is packed fast: a chart is large areas of
    /// few colours, so that packing harder gains little and costs most of the time.
    pub fn png(&self, pixels_a_metre: f32) -> Result<Vec<u8>, PngError> {
        let opaque = || self.pixels.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        let (colours, pixels) = if self.is_transparent {
            (png::ColorType::Rgba, Cow::Borrowed(&self.pixels))
        } else {
            (png::ColorType::Rgb, Cow::Owned(opaque()))
        };
        let density = pixels_a_metre.round() as u32;
        let encode = || {
            let mut bytes = Vec::new();
            let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
            encoder.set_color(colours);
            encoder.set_depth(png::BitDepth::Eight);
            encoder.set_compression(png::Compression::Fast);
            encoder.set_filter(png::Filter::Up);
            encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: density, yppu: density, unit: png::Unit::Meter }));
            let mut writer = encoder.write_header()?;
            writer.write_image_data(&pixels)?;
            writer.finish()?;
            Ok(bytes)
        };
        encode().map_err(|error: png::EncodingError| PngError::Encoding(error.to_string()))
    }
}

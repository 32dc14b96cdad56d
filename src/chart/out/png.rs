//! A scene as a PNG picture.
//!
//! Rasterises the SVG with the bundled fonts only, so that every machine produces the same picture. Writes no
//! file.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::domain::message::Message;
use crate::theme::{Palette, Rgb, font};

use super::svg::{self, Background};
use crate::chart::scene::{ColourRole, Scene, within};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    #[error("the picture would have {width} × {height} pixels")]
    TooLarge { width: u32, height: u32 },
    /// The rasteriser rejected the SVG.
    #[error("the drawing could not be rasterised: {0}")]
    Drawing(String),
    #[error("the picture could not be written: {0}")]
    Encoding(String),
}

impl PngError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::TooLarge { width, height } => {
                Message::new("chart-png-too-large").count("width", *width as usize).count("height", *height as usize)
            }
            Self::Drawing(_) | Self::Encoding(_) => Message::new("chart-png-failed"),
        }
    }
}

/// 64 million pixels take 256 MB while the picture is made; no report needs more.
const MOST_PIXELS: u64 = 64_000_000;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(font::REGULAR.to_vec());
    fonts.load_font_data(font::SEMIBOLD.to_vec());
    // The fallback is the bundled font too.
    fonts.set_sans_serif_family(font::FAMILY);
    Arc::new(fonts)
});

/// A chart as RGBA pixels, row by row.
pub struct Raster {
    pub width: u32,
    pub height: u32,
    /// Four bytes per pixel, alpha not premultiplied.
    pub pixels: Vec<u8>,
    /// Without a background; otherwise every pixel is opaque.
    pub is_transparent: bool,
}

/// The scene at `scale` pixels per point (clamped to 0.5 to 4).
///
/// # Errors
/// Where the picture would be too large, or the rasteriser fails.
pub fn raster(scene: &Scene, palette: &Palette, scale: f32) -> Result<Raster, PngError> {
    drawn(scene, &svg::for_raster(scene, palette, Background::Opaque), Some(ColourRole::Surface.colour(palette)), scale)
}

/// As [`raster`], without a background.
///
/// # Errors
/// As [`raster`].
pub fn transparent(scene: &Scene, palette: &Palette, scale: f32) -> Result<Raster, PngError> {
    drawn(scene, &svg::for_raster(scene, palette, Background::Transparent), None, scale)
}

/// A drawing, its texts laid out in the bundled fonts.
pub(super) fn tree(drawing: &str) -> Result<Tree, PngError> {
    let options = Options { font_family: font::FAMILY.to_owned(), fontdb: Arc::clone(&FONTS), ..Options::default() };
    Tree::from_str(drawing, &options).map_err(|error| PngError::Drawing(error.to_string()))
}

fn drawn(scene: &Scene, drawing: &str, background: Option<Rgb>, scale: f32) -> Result<Raster, PngError> {
    let scale = within(scale, 0.5, 4.0);
    let (width, height) = ((scene.width * scale).ceil() as u32, (scene.height * scale).ceil() as u32);
    let too_large = PngError::TooLarge { width, height };
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(too_large);
    }
    let tree = tree(drawing)?;
    let mut pixmap = Pixmap::new(width, height).ok_or(too_large)?;
    if let Some(colour) = background {
        pixmap.fill(Color::from_rgba8(colour.0, colour.1, colour.2, 255));
    }
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let is_transparent = background.is_none();
    let pixels = if is_transparent { pixmap.take_demultiplied() } else { pixmap.take() };
    Ok(Raster { width, height, pixels, is_transparent })
}

/// The scene as PNG bytes at `scale` pixels per point, 96 points per inch.
///
/// # Errors
/// As [`raster`], and where the picture cannot be compressed.
pub fn png(scene: &Scene, palette: &Palette, scale: f32) -> Result<Vec<u8>, PngError> {
    raster(scene, palette, scale)?.png(within(scale, 0.5, 4.0) * 96.0 / 0.0254)
}

impl Raster {
    /// PNG bytes. The resolution makes a picture open in a report at the size it was made for.
    ///
    /// Without alpha where the background is opaque, and with fast compression: charts are large areas of few
    /// colours, so a higher level gains little and takes most of the time.
    ///
    /// # Errors
    /// Where the picture cannot be compressed.
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

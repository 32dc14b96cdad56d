//! Pictures: in which size, format and resolution a chart is exported.
//!
//! Window and command line export through here. Always in the light palette: reports are printed on white.

use crate::domain::schema::Audience;
use crate::theme::LIGHT;
use crate::words::Words;

use super::outlined::outlined;
use super::png::{self, PngError, Raster};
use super::svg::{self, Background};
use crate::chart::kind::Chart;
use crate::chart::scene::Scene;

/// The size of a chart. Texts keep their size as long as the chart fits: a smaller chart is laid out again, not
/// shrunk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// A 16:9 slide.
    #[default]
    Slide,
    /// As wide as the text of an A4 page, 17 cm.
    FullPage,
    /// Half as wide.
    HalfPage,
    Square,
}

impl Size {
    pub const ALL: [Self; 4] = [Self::Slide, Self::FullPage, Self::HalfPage, Self::Square];

    /// In the word files (`picture-size-<key>`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Slide => "slide",
            Self::FullPage => "page",
            Self::HalfPage => "half",
            Self::Square => "square",
        }
    }

    /// Width and minimum height, in points. On a page a chart is as high as it needs to be.
    pub const fn points(self) -> (f32, f32) {
        match self {
            Self::Slide => (960.0, 540.0),
            Self::FullPage => (720.0, 0.0),
            // Its smallest text, 12.5 points, is printed at 7.6.
            Self::HalfPage => (384.0, 0.0),
            Self::Square => (600.0, 600.0),
        }
    }

    /// Whether the height is fixed.
    const fn has_height(self) -> bool {
        matches!(self, Self::Slide | Self::Square)
    }

    /// Draws a chart in this size. A chart too high for a slide or a square is laid out on a larger one, to be
    /// shrunk, as far as it stays legible; beyond that it is higher.
    pub fn draw(self, draw: impl Fn(f32, f32) -> Scene) -> Scene {
        const LARGEST: f32 = 1.7;
        let (width, height) = self.points();
        let mut scene = draw(width, height);
        let mut by: f32 = 1.0;
        while self.has_height() && scene.height > (height * by).floor() + 0.5 && by < LARGEST {
            by = (by + 0.05).max((scene.height / height).sqrt()).min(LARGEST);
            scene = draw((width * by).round(), (height * by).floor());
        }
        if self.has_height() {
            // Restores the aspect ratio lost to rounding.
            scene.height = scene.height.max(scene.width * height / width);
        }
        scene
    }

    /// The factor by which a scene drawn in this size is shrunk.
    fn shrink_factor(self, scene: &Scene) -> f32 {
        let width = self.points().0;
        // Slightly less, or rounding up would add a pixel.
        if scene.width > width { (width - 0.01) / scene.width } else { 1.0 }
    }

    /// Width in a report.
    pub const fn millimetres(self) -> f32 {
        match self {
            Self::Slide => 254.0,
            Self::FullPage => 170.0,
            Self::HalfPage => 82.0,
            Self::Square => 120.0,
        }
    }
}

/// A file format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Pixels, readable by every program.
    #[default]
    Png,
    /// Vector graphics, sharp at every size.
    Svg,
}

impl Format {
    pub const ALL: [Self; 2] = [Self::Png, Self::Svg];

    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// The settings of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    pub size: Size,
    pub format: Format,
    /// Pixels per point: 1, 2 or 3.
    pub scale: u8,
    /// Without the white background, to be placed on a coloured slide.
    pub transparent: bool,
    /// Of an SVG, its texts as outlines.
    pub outlined: bool,
}

impl Default for Picture {
    fn default() -> Self {
        Self { size: Size::default(), format: Format::default(), scale: 2, transparent: false, outlined: false }
    }
}

impl Picture {
    /// The bytes of the file.
    ///
    /// # Errors
    /// Where the picture would be too large, or the rasteriser fails.
    pub fn bytes(self, scene: &Scene) -> Result<Vec<u8>, PngError> {
        self.bytes_at(scene, f32::from(self.scale))
    }

    /// As [`Self::bytes`], at any number of pixels per point.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub fn bytes_at(self, scene: &Scene, scale: f32) -> Result<Vec<u8>, PngError> {
        match self.format {
            Format::Svg => {
                let background = if self.transparent { Background::Transparent } else { Background::Opaque };
                let millimetres = self.size.millimetres();
                let drawn = if self.outlined {
                    outlined(scene, &LIGHT, background, millimetres)?
                } else {
                    svg::printed(scene, &LIGHT, background, millimetres)
                };
                Ok(drawn.into_bytes())
            }
            Format::Png => {
                let raster = self.raster(scene, scale)?;
                raster.png(raster.width as f32 / self.size.millimetres() * 1000.0)
            }
        }
    }

    /// The pixels, whatever the format.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub fn raster(self, scene: &Scene, scale: f32) -> Result<Raster, PngError> {
        let draw = if self.transparent { png::transparent } else { png::raster };
        draw(scene, &LIGHT, scale * self.size.shrink_factor(scene))
    }

    /// The name of a chart's file in the language of `words`. A chart with exact figures of persons is marked
    /// as internal.
    pub fn file_name(self, chart: Chart, audience: Audience, words: &Words) -> String {
        let name = words.text(&format!("chart-file-{}", chart.key())).to_owned();
        let suffix = if chart.is_internal(audience) { words.text("chart-file-internal") } else { "" };
        format!("{name}{suffix}.{}", self.format.extension())
    }
}

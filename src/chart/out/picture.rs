//! A chart as it leaves the app: how large, in which format, how sharp.
//!
//! Window and command line write through here. Always in the light palette: reports are printed on white.

use crate::domain::schema::Audience;
use crate::theme::LIGHT;
use crate::words::Words;

use super::png::{self, PngError, Raster};
use super::svg;
use crate::chart::kind::Chart;
use crate::chart::scene::Scene;

/// How large a chart is drawn. Its texts keep their size as long as it fits: a smaller chart is not
/// a shrunk one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// A slide of 16:9.
    #[default]
    Slide,
    /// As wide as the text of an A4 page, 17 cm.
    FullPage,
    /// As wide as half of it.
    HalfPage,
    /// As high as wide.
    Square,
}

impl Size {
    /// Every size, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Slide, Self::FullPage, Self::HalfPage, Self::Square];

    /// Key in the word files (`picture-size-<key>`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Slide => "slide",
            Self::FullPage => "page",
            Self::HalfPage => "half",
            Self::Square => "square",
        }
    }

    /// Width and least height, in points; on a page a chart is as high as it has to be.
    pub const fn points(self) -> (f32, f32) {
        match self {
            Self::Slide => (960.0, 540.0),
            Self::FullPage => (720.0, 0.0),
            Self::HalfPage => (400.0, 0.0),
            Self::Square => (600.0, 600.0),
        }
    }

    /// Whether it has a height as well: a slide and a square do.
    const fn has_height(self) -> bool {
        matches!(self, Self::Slide | Self::Square)
    }

    /// Draws a chart in this size. Where it is higher than a slide or a square, it is drawn on a
    /// larger one and shrunk, as far as it can still be read; beyond that it is higher.
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
            // Rounded on the way: the shape is kept to the pixel.
            scene.height = scene.height.max(scene.width * height / width);
        }
        scene
    }

    /// By how much a scene that was drawn in this size is to be shrunk.
    fn shrunk(self, scene: &Scene) -> f32 {
        let width = self.points().0;
        // A hair less, or rounding up would add a pixel.
        if scene.width > width { (width - 0.01) / scene.width } else { 1.0 }
    }

    /// How wide it is in a report, in millimetres.
    pub const fn millimetres(self) -> f32 {
        match self {
            Self::Slide => 254.0,
            Self::FullPage => 170.0,
            Self::HalfPage => 82.0,
            Self::Square => 120.0,
        }
    }
}

/// What a chart is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Pixels, which every program takes.
    #[default]
    Png,
    /// Lines and texts, sharp at every size.
    Svg,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Png, Self::Svg];

    /// The ending of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// How a chart leaves the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How large.
    pub size: Size,
    /// As what.
    pub format: Format,
    /// Pixels a point: 1, 2 or 3.
    pub scale: u8,
    /// Without its white ground, to be laid on a coloured slide.
    pub transparent: bool,
}

impl Default for Picture {
    fn default() -> Self {
        Self { size: Size::default(), format: Format::default(), scale: 2, transparent: false }
    }
}

impl Picture {
    /// The bytes of its file.
    ///
    /// # Errors
    /// Where the picture would be too large, or the rasteriser refuses it.
    pub fn bytes(self, scene: &Scene) -> Result<Vec<u8>, PngError> {
        self.bytes_at(scene, f32::from(self.scale))
    }

    /// The same at any scale, of pixels a point.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub fn bytes_at(self, scene: &Scene, scale: f32) -> Result<Vec<u8>, PngError> {
        match self.format {
            Format::Svg => {
                let shown = scene.width * self.size.shrunk(scene);
                Ok(svg::sized(scene, &LIGHT, !self.transparent, shown).into_bytes())
            }
            Format::Png => {
                let raster = self.raster(scene, scale)?;
                raster.png(raster.width as f32 / self.size.millimetres() * 1000.0)
            }
        }
    }

    /// Its pixels, whatever its format.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub fn raster(self, scene: &Scene, scale: f32) -> Result<Raster, PngError> {
        let draw = if self.transparent { png::transparent } else { png::raster };
        draw(scene, &LIGHT, scale * self.size.shrunk(scene))
    }

    /// The name of a chart's file, in the language of the words: one with exact figures of persons
    /// says that it is internal.
    pub fn file_name(self, chart: Chart, audience: Audience, words: &Words) -> String {
        let name = words.text(&format!("chart-file-{}", chart.key())).to_owned();
        let suffix = if chart.is_internal(audience) { words.text("chart-file-internal") } else { "" };
        format!("{name}{suffix}.{}", self.format.extension())
    }
}

//! A chart as it leaves the app: how large, in which format, how sharp.
//!
//! Always in the light palette: reports are printed on white.

use crate::theme::LIGHT;

use super::png::{self, PngError};
use super::scene::Scene;
use super::svg;

/// How large a chart is drawn. Its texts keep their size: a smaller chart is not a shrunk one.
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

    /// Width and least height, in points: a chart of many rows is higher.
    pub const fn points(self) -> (f32, f32) {
        match self {
            Self::Slide => (960.0, 540.0),
            Self::FullPage => (720.0, 440.0),
            Self::HalfPage => (400.0, 360.0),
            Self::Square => (600.0, 600.0),
        }
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
}

impl Default for Picture {
    fn default() -> Self {
        Self { size: Size::default(), format: Format::default(), scale: 2 }
    }
}

impl Picture {
    /// The bytes of its file.
    ///
    /// # Errors
    /// Where the picture would be too large, or the rasteriser refuses it.
    pub fn bytes(self, scene: &Scene) -> Result<Vec<u8>, PngError> {
        match self.format {
            Format::Svg => Ok(svg::svg(scene, &LIGHT).into_bytes()),
            Format::Png => {
                let raster = png::raster(scene, &LIGHT, f32::from(self.scale))?;
                raster.png(raster.width as f32 / self.size.millimetres() * 1000.0)
            }
        }
    }
}

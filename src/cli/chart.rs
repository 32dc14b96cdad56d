//! Charts as SVG and PNG.

use std::path::Path;
use std::process::ExitCode;

use crate::chart::input::progress_input;
use crate::chart::scene::Scene;
use crate::chart::{png, progress, svg};
use crate::domain::commitment::Axis;
use crate::domain::dataset::Dataset;
use crate::domain::lens::{Lens, Links};
use crate::indicators::{self, View};
use crate::store::{self, Disk, Existing};
use crate::theme::LIGHT;
use crate::words::{Lang, Words};

use super::args::{ChartKind, ViewArgs};
use super::{CliError, Outcome, english, figures, files, print};

/// Size of a chart in points: at two pixels a point it fills the width of a page or a slide.
const SIZE: (f32, f32) = (960.0, 540.0);

impl ChartKind {
    /// The axis that it shows.
    pub const fn axis(self) -> Axis {
        match self {
            Self::Units => Axis::Units,
            Self::Relocations => Axis::Relocations,
            Self::Training => Axis::Training,
        }
    }
}

/// Writes a chart of a file.
pub fn run(file: &Path, kind: ChartKind, out: &Path, args: &ViewArgs, scale: f32, lang: Lang) -> Outcome {
    let (dataset, links) = files::open_sound(file)?;
    let view = figures::view(&dataset, args)?;
    let scene = scene(&dataset, &links, view, kind.axis(), &Words::new(lang));
    write(&scene, out, scale, Existing::Refuse)?;
    Ok(ExitCode::SUCCESS)
}

/// The chart of an axis.
pub fn scene(dataset: &Dataset, links: &Links, view: View, axis: Axis, words: &Words) -> Scene {
    let figures = indicators::progress(&Lens::new(dataset, links, view.as_of), view.span);
    let input = progress_input(dataset, &figures, view, axis, words);
    progress::scene(&input, words, SIZE.0, SIZE.1)
}

/// Writes a scene in the format that the name asks for.
pub fn write(scene: &Scene, out: &Path, scale: f32, existing: Existing) -> Result<(), CliError> {
    let extension = out.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    let bytes = match extension.as_deref().and_then(|extension| extension.to_str()) {
        Some("svg") => svg::svg(scene, &LIGHT).into_bytes(),
        Some("png") => {
            png::png(scene, &LIGHT, scale).map_err(|error| CliError::new(english().say(&error.message())))?
        }
        _ => return Err(CliError::new(format!("{}: charts are written as .svg or .png", out.display()))),
    };
    store::write_export(&Disk, out, &bytes, existing).map_err(|error| files::unwritten(out, &error))?;
    print(&format!("wrote {}", out.display()))
}

//! Charts as SVG and PNG.

use std::path::Path;
use std::process::ExitCode;

use crate::chart::input::Order;
use crate::chart::kind::{Chart, Source};
use crate::chart::scene::Scene;
use crate::chart::{png, svg};
use crate::domain::dataset::Dataset;
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::Audience;
use crate::indicators::{self, Analysis, View};
use crate::store::{self, Disk, Existing};
use crate::theme::LIGHT;
use crate::words::{Lang, Words};

use super::args::ViewArgs;
use super::{CliError, Outcome, english, figures, files, print};

/// Size of a chart in points: at two pixels a point it fills the width of a page or a slide.
const SIZE: (f32, f32) = (960.0, 540.0);

/// Writes a chart of a file.
pub fn run(file: &Path, chart: Chart, out: &Path, args: &ViewArgs, scale: f32, lang: Lang) -> Outcome {
    let (dataset, links) = files::open_sound(file)?;
    let view = figures::view(&dataset, args)?;
    let scene = scene(&dataset, &links, view, chart, &Words::new(lang));
    write(&scene, out, scale, Existing::Refuse)?;
    Ok(ExitCode::SUCCESS)
}

/// A chart of a dataset.
pub fn scene(dataset: &Dataset, links: &Links, view: View, chart: Chart, words: &Words) -> Scene {
    let lens = Lens::new(dataset, links, view.as_of);
    let progress = indicators::progress(&lens, view.span);
    let (analysis, order) = (Analysis::default(), Order::default());
    let source = Source {
        lens,
        span: view.span,
        progress: &progress,
        analysis: &analysis,
        order,
        audience: Audience::Committee,
        words,
    };
    chart.scene(&source, SIZE.0, SIZE.1)
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

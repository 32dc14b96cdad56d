//! Charts as SVG and PNG: one of them, or all into a folder.

use std::path::Path;
use std::process::ExitCode;

use crate::chart::input::Order;
use crate::chart::kind::{Chart, Source};
use crate::chart::out::picture::{Format, Picture, Size};
use crate::chart::scene::Scene;
use crate::domain::dataset::Dataset;
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::Audience;
use crate::indicators::{self, Analysis, Progress, View};
use crate::store::{self, Disk, Existing};
use crate::words::Words;

use super::args::{Looks, ViewArgs};
use super::{CliError, Outcome, figures, files, print};

impl From<Looks> for Picture {
    fn from(looks: Looks) -> Self {
        Self { size: looks.size, transparent: looks.transparent, ..Self::default() }
    }
}

/// Writes a chart of a file.
pub fn one(file: &Path, chart: Chart, out: &Path, args: &ViewArgs, looks: Looks, scale: f32) -> Outcome {
    let (dataset, links) = files::open_sound(file)?;
    let gallery = Gallery::new(&dataset, &links, figures::view(&dataset, args)?, looks);
    gallery.write(chart, out, looks.into(), scale, Existing::Refuse)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes all charts of a file into a folder.
pub fn all(file: &Path, folder: &Path, args: &ViewArgs, picture: Picture, looks: Looks) -> Outcome {
    let (dataset, links) = files::open_sound(file)?;
    let gallery = Gallery::new(&dataset, &links, figures::view(&dataset, args)?, looks);
    let charts = Chart::offered(&dataset, &gallery.progress);
    let names: Vec<String> =
        charts.iter().map(|chart| picture.file_name(*chart, gallery.audience, &gallery.words)).collect();
    // Each is told as it is written: where one fails, these are there. Nobody may be reading.
    let mut told = Ok(());
    store::write_exports(
        &Disk,
        folder,
        &names,
        Existing::Refuse,
        |place| Ok::<_, CliError>(picture.bytes(&gallery.scene(charts[place], picture.size))?),
        |path| told = print(&format!("wrote {}", path.display())),
    )?;
    told?;
    Ok(ExitCode::SUCCESS)
}

/// What charts are drawn from, counted once.
pub struct Gallery<'a> {
    lens: Lens<'a>,
    view: View,
    progress: Progress,
    analysis: Analysis,
    order: Order,
    audience: Audience,
    words: Words,
}

impl<'a> Gallery<'a> {
    /// The charts of a dataset.
    pub fn new(dataset: &'a Dataset, links: &'a Links, view: View, looks: Looks) -> Self {
        let lens = Lens::new(dataset, links, view.as_of);
        let progress = indicators::progress(&lens, view.span);
        let (analysis, words) = (Analysis::default(), Words::new(looks.lang.into()));
        Self { lens, view, progress, analysis, order: looks.order, audience: looks.audience.into(), words }
    }

    fn scene(&self, chart: Chart, size: Size) -> Scene {
        let Self { lens, view, progress, analysis, order, audience, words } = self;
        let (span, order, audience) = (view.span, *order, *audience);
        let source = Source { lens: *lens, span, progress, analysis, order, audience, words };
        size.draw(|width, height| chart.scene(&source, width, height))
    }

    /// Writes a chart in the format that the name asks for.
    pub fn write(
        &self,
        chart: Chart,
        out: &Path,
        picture: Picture,
        scale: f32,
        existing: Existing,
    ) -> Result<(), CliError> {
        let extension = out.extension().map(std::ffi::OsStr::to_ascii_lowercase);
        let format = match extension.as_deref().and_then(|extension| extension.to_str()) {
            Some("svg") => Format::Svg,
            Some("png") => Format::Png,
            _ => return Err(CliError::new(format!("{}: charts are written as .svg or .png", out.display()))),
        };
        let picture = Picture { format, ..picture };
        let bytes = picture.bytes_at(&self.scene(chart, picture.size), scale)?;
        store::write_export(&Disk, out, &bytes, existing).map_err(|error| files::unwritten(out, &error))?;
        print(&format!("wrote {}", out.display()))
    }
}

//! Charts as SVG and PNG: a single one, or all of them to a folder.

use std::path::Path;
use std::process::ExitCode;

use crate::chart::input::{ChartSource, RowOrder};
use crate::chart::kind::Chart;
use crate::chart::out::picture::{Format, Picture, Size};
use crate::chart::scene::Scene;
use crate::indicators::Snapshot;
use crate::store::{self, Disk, Existing};
use crate::words::Words;

use super::args::{LookArgs, ViewArgs};
use super::{CliError, Outcome, figures, files, print};

impl From<LookArgs> for Picture {
    fn from(looks: LookArgs) -> Self {
        Self { size: looks.size, transparent: looks.transparent, outlined: looks.outlined, ..Self::default() }
    }
}

pub fn one(file: &Path, chart: Chart, out: &Path, args: &ViewArgs, looks: LookArgs, scale: f32) -> Outcome {
    Gallery::open(file, args, looks)?.write(chart, out, looks.into(), scale, Existing::Refuse)?;
    Ok(ExitCode::SUCCESS)
}

pub fn all(file: &Path, folder: &Path, args: &ViewArgs, picture: Picture, looks: LookArgs) -> Outcome {
    let gallery = Gallery::open(file, args, looks)?;
    let charts = Chart::offered(&gallery.snapshot);
    let names: Vec<String> =
        charts.iter().map(|chart| picture.file_name(*chart, gallery.snapshot.audience(), &gallery.words)).collect();
    // Each file is reported as it is written, so that a later failure does not hide it. Output may be
    // closed, so a failed report does not stop the export.
    let mut reported = Ok(());
    store::write_exports(
        &Disk,
        folder,
        &names,
        Existing::Refuse,
        |place| Ok::<_, CliError>(picture.bytes(&gallery.scene(charts[place], picture.size))?),
        |path| reported = print(&format!("wrote {}", path.display())),
    )?;
    reported?;
    Ok(ExitCode::SUCCESS)
}

pub struct Gallery {
    snapshot: Snapshot,
    order: RowOrder,
    words: Words,
}

impl Gallery {
    /// Opens a file to draw its charts.
    pub fn open(file: &Path, args: &ViewArgs, looks: LookArgs) -> Result<Self, CliError> {
        let snapshot = figures::snapshot(file, args, looks.audience.into())?;
        Ok(Self { snapshot, order: looks.order, words: Words::new(looks.lang.into()) })
    }

    fn scene(&self, chart: Chart, size: Size) -> Scene {
        let source = ChartSource { snapshot: &self.snapshot, order: self.order, words: &self.words };
        size.draw(|width, height| chart.scene(&source, width, height))
    }

    /// Writes a chart in the format given by the extension.
    pub fn write(
        &self,
        chart: Chart,
        out: &Path,
        picture: Picture,
        scale: f32,
        existing: Existing,
    ) -> Result<(), CliError> {
        if !chart.is_for(self.snapshot.audience()) {
            return Err(CliError::new(format!("`{}` is for the office alone", chart.key())));
        }
        let extension = out.extension().map(std::ffi::OsStr::to_ascii_lowercase);
        let format = match extension.as_deref().and_then(|extension| extension.to_str()) {
            Some("svg") => Format::Svg,
            Some("png") => Format::Png,
            _ => return Err(CliError::new(format!("{}: charts are written as .svg or .png", out.display()))),
        };
        let picture = Picture { format, ..picture };
        let bytes = picture.bytes_at(&self.scene(chart, picture.size), scale)?;
        store::write_export(&Disk, out, &bytes, existing).map_err(|error| files::unwritten(&error))?;
        print(&format!("wrote {}", out.display()))
    }
}

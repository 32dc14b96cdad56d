//! Charts as SVG and PNG: one of them, or all into a folder.

use std::path::Path;
use std::process::ExitCode;

use crate::chart::input::Order;
use crate::chart::kind::{Chart, Source};
use crate::chart::picture::{Format, Picture, Size, offered};
use crate::chart::scene::Scene;
use crate::domain::dataset::Dataset;
use crate::domain::lens::{Lens, Links};
use crate::indicators::{self, Curve, Progress, View};
use crate::store::{self, Disk, Existing};
use crate::words::{Lang, Words};

use super::args::{ChartKind, FormatArg, Looks, OrderArg, SizeArg, ViewArgs};
use super::{CliError, Outcome, figures, files, print};

impl From<ChartKind> for Chart {
    fn from(kind: ChartKind) -> Self {
        match kind {
            ChartKind::Units => Self::Units,
            ChartKind::Relocations => Self::Relocations,
            ChartKind::Fates => Self::Fates,
            ChartKind::Curve => Self::Curve,
            ChartKind::Training => Self::Training,
        }
    }
}

impl From<SizeArg> for Size {
    fn from(size: SizeArg) -> Self {
        match size {
            SizeArg::Slide => Self::Slide,
            SizeArg::Page => Self::FullPage,
            SizeArg::Half => Self::HalfPage,
            SizeArg::Square => Self::Square,
        }
    }
}

impl From<OrderArg> for Order {
    fn from(order: OrderArg) -> Self {
        match order {
            OrderArg::Listed => Self::Listed,
            OrderArg::Name => Self::Name,
            OrderArg::Target => Self::Target,
            OrderArg::Rate => Self::Rate,
            OrderArg::Gap => Self::Gap,
        }
    }
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Png => Self::Png,
            FormatArg::Svg => Self::Svg,
        }
    }
}

impl From<Looks> for Picture {
    fn from(looks: Looks) -> Self {
        Self { size: looks.size.into(), transparent: looks.transparent, ..Self::default() }
    }
}

/// Writes a chart of a file.
pub fn one(file: &Path, kind: ChartKind, out: &Path, args: &ViewArgs, looks: Looks, scale: f32) -> Outcome {
    let (dataset, links) = files::open_sound(file)?;
    let gallery = Gallery::new(&dataset, &links, figures::view(&dataset, args)?, looks.order.into(), looks.lang.into());
    gallery.write(kind.into(), out, looks.into(), scale, Existing::Refuse)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes all charts of a file into a folder.
pub fn all(file: &Path, folder: &Path, args: &ViewArgs, picture: Picture, looks: Looks) -> Outcome {
    let (dataset, links) = files::open_sound(file)?;
    let gallery = Gallery::new(&dataset, &links, figures::view(&dataset, args)?, looks.order.into(), looks.lang.into());
    let charts = offered(&gallery.progress);
    let names: Vec<String> = charts.iter().map(|chart| picture.file_name(*chart, &gallery.words)).collect();
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
    dataset: &'a Dataset,
    progress: Progress,
    curve: Option<Curve>,
    view: View,
    order: Order,
    words: Words,
}

impl<'a> Gallery<'a> {
    /// The charts of a dataset.
    pub fn new(dataset: &'a Dataset, links: &Links, view: View, order: Order, lang: Lang) -> Self {
        let lens = Lens::new(dataset, links, view.as_of);
        let progress = indicators::progress(&lens, view.span);
        let curve = indicators::curve(&lens, view.span, &progress);
        Self { dataset, progress, curve, view, order, words: Words::new(lang) }
    }

    fn scene(&self, chart: Chart, size: Size) -> Scene {
        let Self { dataset, progress, curve, view, order, words } = self;
        let (view, order) = (*view, *order);
        let source = Source { dataset, progress, curve: curve.as_ref(), view, order, words };
        let (width, height) = size.points();
        chart.scene(&source, width, height)
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

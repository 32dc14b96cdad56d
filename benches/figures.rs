//! Benchmarks: figures with a limit, and some for information.
//!
//! `cargo bench` measures at full size, several runs each, and prints for every figure the
//! minimum, median and maximum beside its limit; `cargo bench -- grid charts` takes
//! those groups only (file, window, beneath, charts, grid). `cargo test` runs each once at
//! size 1, so that none of them rots. Owns what is measured; `common` owns how.

mod common;

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use clefs::chart::input::{ChartSource, RowOrder, progress_input};
use clefs::chart::kind::Chart;
use clefs::chart::layout::progress::{ProgressInput, scene};
use clefs::chart::out::picture::Picture;
use clefs::chart::out::{png, svg};
use clefs::domain::check;
use clefs::domain::commitment::Axis;
use clefs::domain::dataset::Dataset;
use clefs::domain::lens::{Lens, Links};
use clefs::domain::projection::Projection;
use clefs::domain::schema::{Audience, TableId};
use clefs::exchange::csv;
use clefs::indicators::Snapshot;
use clefs::store::{Disk, Existing, FileIdentity, Lineage, Places, SaveContext};
use clefs::todo::todos;
use clefs::words::{Lang, Words};
use clefs::{indicators, sample, store, theme};

use common::meter::{Meter, timed};
use common::{day, file, grid, many, matching, noon, process, window};

fn main() -> Result<(), Box<dyn Error>> {
    let mut meter = Meter::from_args();
    let size = meter.size(10_000);
    let folder = tempfile::tempdir()?;
    let dataset = sample::generate(size, size, 1);
    let places = Places::under(&folder.path().join("home"));
    let path = folder.path().join("exemple.ron");
    let opened = create(&dataset, &path, &places)?;
    println!("{size} units, {size} relocations, one history entry a record");

    if meter.wants("file") {
        meter.heading("the file");
        file::figures(&mut meter, &dataset, &opened, &places)?;
    }
    if meter.wants("window") {
        meter.heading("the window");
        process::start(&mut meter, &path, folder.path())?;
        window::frames(&mut meter, &path, folder.path())?;
        window::frames_while_saving(&mut meter, &path, folder.path(), &dataset)?;
        window::edits(&mut meter, &path, folder.path())?;
    }
    if meter.wants("beneath") {
        meter.heading("beneath the window");
        derived(&mut meter, &dataset)?;
    }
    if meter.wants("matching") {
        meter.heading("matching");
        matching::figures(&mut meter)?;
    }
    if meter.wants("charts") {
        meter.heading("charts");
        charts(&mut meter)?;
        all_charts(&mut meter, &dataset)?;
    }
    if meter.wants("grid") {
        many_rows(&mut meter, folder.path(), &places)?;
    }
    Ok(())
}

/// A hundred thousand units, the grid's design size.
fn many_rows(meter: &mut Meter, folder: &Path, places: &Places) -> Result<(), Box<dyn Error>> {
    let size = meter.size(100_000);
    let dataset = sample::generate(size, 1, 1);
    let path = folder.join("cent-mille.ron");
    create(&dataset, &path, places)?;
    meter.heading(&format!("{size} rows, 15 columns"));
    grid::frames(meter, &dataset)?;
    meter.heading(&format!("{size} rows in the app"));
    many::rows(meter, &path, folder, meter.size(10_000))
}

fn create(dataset: &Dataset, path: &Path, places: &Places) -> Result<FileIdentity, Box<dyn Error>> {
    let context = SaveContext { places, now: noon(day()), random: 1 };
    let outcome = store::create(&Disk, path, dataset, Lineage::New(7), Existing::Refuse, context);
    Ok(outcome.map_err(|error| format!("{error:?}"))?.file().clone())
}

fn derived(meter: &mut Meter, dataset: &Dataset) -> Result<(), Box<dyn Error>> {
    let words = Words::new(Lang::Fr);
    let links = Links::of(dataset);
    let view = indicators::view(dataset, None, None, day());
    let lens = Lens::new(dataset, &links, view.as_of);
    meter.figure("words of a language read", None, 11, || Ok(timed(|| Words::new(Lang::Fr)).1))?;
    meter.figure("links", None, 11, || Ok(timed(|| Links::of(dataset)).1))?;
    let kept = Arc::new(Links::of(dataset));
    meter.figure("links found unchanged", None, 11, || Ok(timed(|| Links::updated(&kept, dataset)).1))?;
    meter.figure("progress", None, 11, || Ok(timed(|| indicators::progress(&lens, view.span)).1))?;
    let now = indicators::progress(&lens, view.span);
    meter
        .figure("moved since a day", None, 11, || Ok(timed(|| indicators::changes_since(&lens, view.as_of, &now)).1))?;
    meter.figure("checks (beside the window)", None, 11, || Ok(timed(|| check::check(&lens)).1))?;
    meter.figure("what is to do (beside the window)", None, 11, || Ok(timed(|| todos(&lens)).1))?;
    meter.figure("committee's projection", None, 11, || Ok(timed(|| Projection::of(&lens, Audience::Committee)).1))?;
    meter.figure("CSV of the units", None, 11, || {
        let (text, time) = timed(|| csv::export(TableId::Units, &lens, &words));
        text.map_err(|error| format!("{error:?}"))?;
        Ok(time)
    })?;
    meter.figure("copy of the dataset", None, 11, || Ok(timed(|| dataset.clone()).1))
}

fn charts(meter: &mut Meter) -> Result<(), Box<dyn Error>> {
    let words = Words::new(Lang::Fr);
    let input = sixty_landlords(&words);
    let drawn = scene(&input, &words, 960.0, 540.0);
    meter.figure("chart of 60 landlords laid out", None, 11, || Ok(timed(|| scene(&input, &words, 960.0, 540.0)).1))?;
    meter.figure("  as SVG", None, 11, || Ok(timed(|| svg::svg(&drawn, &theme::LIGHT)).1))?;
    meter.figure("  as PNG, 2 pixels a point", Some(60.0), 11, || {
        let start = Instant::now();
        png::png(&drawn, &theme::LIGHT, 2.0)?;
        Ok(start.elapsed())
    })
}

/// Every chart of the large dataset: laid out, and written at report size.
fn all_charts(meter: &mut Meter, dataset: &Dataset) -> Result<(), Box<dyn Error>> {
    let words = Words::new(Lang::Fr);
    let (dataset, view) = (Arc::new(dataset.clone()), indicators::view(dataset, None, None, day()));
    let links = Arc::new(Links::of(&dataset));
    let snapshot = || Snapshot::new(Arc::clone(&dataset), Arc::clone(&links), view, Audience::Committee);
    let drawn = |chart: Chart, snapshot: &Snapshot| {
        chart.scene(&ChartSource { snapshot, order: RowOrder::Listed, words: &words }, 960.0, 540.0)
    };
    for chart in Chart::ALL {
        // Figures first, then the scene alone.
        let name = format!("counting for {}", chart.key());
        meter.figure(&name, None, 5, || {
            let snapshot = snapshot();
            snapshot.progress();
            Ok(timed(|| drawn(chart, &snapshot)).1)
        })?;
    }
    let snapshot = snapshot();
    for chart in Chart::ALL {
        drawn(chart, &snapshot);
        let name = format!("scene of {}, 20 000 records", chart.key());
        meter.figure(&name, Some(2.0), 11, || Ok(timed(|| drawn(chart, &snapshot)).1))?;
    }
    meter.figure("all charts as PNG, 2 pixels a point", Some(1500.0), 5, || {
        let start = Instant::now();
        for chart in Chart::ALL {
            Picture::default().bytes(&drawn(chart, &snapshot))?;
        }
        Ok(start.elapsed())
    })
}

/// The sample's rows, repeated.
fn sixty_landlords(words: &Words) -> ProgressInput {
    let dataset = sample::generate(41, 60, 1);
    let view = indicators::view(&dataset, None, None, day());
    let snapshot = Snapshot::of(Arc::new(dataset), view, Audience::Committee);
    let mut input = progress_input(&ChartSource { snapshot: &snapshot, order: RowOrder::Listed, words }, Axis::Units);
    input.rows = input.rows.iter().cycle().take(60).cloned().collect();
    input
}

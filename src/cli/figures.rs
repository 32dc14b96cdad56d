//! The progress per landlord: an aligned table, or JSON.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use serde::Serialize;

use crate::app;
use crate::domain::dataset::Dataset;
use crate::domain::message::{Arg, Message};
use crate::domain::schema::Audience;
use crate::exchange::show;
use crate::indicators::{self, Figures, Snapshot, Span, SpanAsOf, Stage, StillToAllocate};
use crate::words::{Lang, Words};

use super::args::ViewArgs;
use super::{CliError, Outcome, files, print};

pub fn run(file: &Path, args: &ViewArgs, json: bool, lang: Lang) -> Outcome {
    // Includes the children housed by each landlord, so for the office only.
    let snapshot = snapshot(file, args, Audience::Office)?;
    if json {
        let text = serde_json::to_string_pretty(&report(&snapshot)).map_err(|e| CliError::new(e.to_string()))?;
        print(&text)?;
    } else {
        print(&table(&snapshot, &Words::new(lang)))?;
    }
    Ok(ExitCode::SUCCESS)
}

pub fn snapshot(file: &Path, args: &ViewArgs, audience: Audience) -> Result<Snapshot, CliError> {
    let dataset = files::open_sound(file)?;
    let view = view(&dataset, args)?;
    Ok(Snapshot::of(Arc::new(dataset), view, audience))
}

/// The requested span and day, with the same defaults as the window.
pub fn view(dataset: &Dataset, args: &ViewArgs) -> Result<SpanAsOf, CliError> {
    let span = match args.period.as_deref() {
        None => None,
        Some("all") => Some(Span::SinceStart),
        Some(name) => {
            let found = dataset.periods.iter().find(|period| period.name == name);
            let names = || dataset.periods.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ");
            let unknown = || CliError::new(format!("no period is called `{name}`; there are: {}, all", names()));
            Some(Span::Period(found.ok_or_else(unknown)?.id()))
        }
    };
    Ok(indicators::view(dataset, span, args.as_of, app::now().date()))
}

#[derive(Serialize)]
struct Report<'a> {
    convention: &'a str,
    /// For whom they are.
    audience: &'static str,
    fictitious: bool,
    period: Option<&'a str>,
    as_of: chrono::NaiveDate,
    landlords: Vec<LandlordFigures<'a>>,
    region: LandlordFigures<'a>,
    still_to_allocate: Left,
    units_by_stage: Vec<(&'static str, usize)>,
}

#[derive(Serialize)]
struct Left {
    units: Option<i64>,
    relocations: Option<i64>,
    training: Option<i64>,
}

#[derive(Serialize)]
struct LandlordFigures<'a> {
    name: &'a str,
    units: AxisFigures,
    relocations: AxisFigures,
    suspended: usize,
    training: AxisFigures,
    women: Women,
}

#[derive(Serialize)]
struct AxisFigures {
    target: Option<u32>,
    delivered: u64,
    pipeline: u64,
    rate_per_cent: Option<u64>,
}

#[derive(Serialize)]
struct Women {
    in_all: usize,
    referral: usize,
    platform: usize,
    outside: usize,
    children: u64,
}

fn report(of: &Snapshot) -> Report<'_> {
    let (dataset, progress, view) = (of.dataset(), of.progress(), of.view());
    let convention = dataset.the_convention();
    let left = progress.region.to_allocate;
    let region = &progress.region.figures;
    Report {
        convention: &convention.name,
        audience: "office",
        fictitious: convention.fictitious,
        period: match view.span {
            Span::Period(row) => dataset.periods.find(row).map(|period| period.name.as_str()),
            Span::SinceStart => None,
        },
        as_of: view.as_of,
        landlords: lines(of).map(|(name, figures)| line(name, figures)).collect(),
        region: line(&convention.region, region),
        still_to_allocate: Left { units: left.units, relocations: left.relocations, training: left.training },
        units_by_stage: Stage::ALL.iter().map(|stage| (stage.key(), region.units.at(*stage).n())).collect(),
    }
}

fn lines(snapshot: &Snapshot) -> impl Iterator<Item = (&str, &Figures)> {
    snapshot.progress().landlords.iter().map(|of| {
        let name = snapshot.dataset().landlords.find(of.landlord).map_or("", |landlord| landlord.name.as_str());
        (name, &of.figures)
    })
}

fn line<'a>(name: &'a str, figures: &Figures) -> LandlordFigures<'a> {
    let Figures { units, relocations, women, training } = figures;
    let axis = |target, delivered, pipeline, rate_per_cent| AxisFigures { target, delivered, pipeline, rate_per_cent };
    LandlordFigures {
        name,
        units: axis(units.target.total, units.delivered.n() as u64, units.pipeline.n() as u64, units.rate()),
        relocations: axis(
            relocations.target.total,
            relocations.delivered.n() as u64,
            relocations.pipeline.n() as u64,
            relocations.rate(),
        ),
        suspended: relocations.suspended.n(),
        training: axis(training.target.total, training.trained.total, training.expected.total, training.rate()),
        women: Women {
            in_all: women.in_all.n(),
            referral: women.referral.n(),
            platform: women.platform.n(),
            outside: women.outside.n(),
            children: women.children.total,
        },
    }
}

/// The table as text: names on the left, numbers right-aligned.
fn table(snapshot: &Snapshot, words: &Words) -> String {
    let (dataset, progress, view) = (snapshot.dataset(), snapshot.progress(), snapshot.view());
    let heads = [
        "figures-units",
        "figures-pipeline",
        "figures-relocations",
        "figures-pipeline",
        "figures-women",
        "figures-children",
    ];
    let mut rows = vec![
        std::iter::once(words.text("figures-landlord").to_owned())
            .chain(heads.map(|head| words.text(head).to_owned()))
            .collect(),
    ];
    rows.extend(lines(snapshot).map(|(name, figures)| cells(name, figures)));
    rows.push(cells(words.text("region"), &progress.region.figures));

    let mut text = format!(
        "{} · {}",
        show::span(view.span, dataset, words),
        words.say(&Message::new("as-of").date("date", view.as_of))
    );
    if dataset.the_convention().fictitious {
        text = format!("{text} · {}", words.text("badge-fictitious"));
    }
    text = format!("{text} · {}", words.text("export-office"));
    text.push('\n');
    for row in align(&rows) {
        text.push('\n');
        text.push_str(row.trim_end());
    }
    let since = snapshot.since().map(|since| {
        let moved = &since.changes.region;
        let (units, women) = (moved.units.n(), moved.women.n());
        Message::new("figures-since").date("date", since.day).count("units", units).count("women", women)
    });
    text.push('\n');
    for message in to_allocate(progress.region.to_allocate).into_iter().chain(since) {
        text.push('\n');
        text.push_str(&words.say(&message));
    }
    text
}

/// What remains to be allocated, or by how much the landlords exceed the target (rule C9).
fn to_allocate(left: StillToAllocate) -> [Message; 2] {
    let axes = [
        (left.units, "figures-left-units", "figures-above-units", "figures-no-target-units"),
        (left.relocations, "figures-left-relocations", "figures-above-relocations", "figures-no-target-relocations"),
    ];
    axes.map(|(left, to_allocate, above, no_target)| match left {
        Some(n) if n < 0 => Message::new(above).with("n", Arg::Count(n.saturating_neg())),
        Some(n) => Message::new(to_allocate).with("n", Arg::Count(n)),
        None => Message::new(no_target),
    })
}

fn cells(name: &str, figures: &Figures) -> Vec<String> {
    let of = |delivered: usize, target: Option<u32>, rate: Option<u64>| match (target, rate) {
        (Some(target), Some(rate)) => format!("{delivered} / {target} ({rate} %)"),
        (Some(target), None) => format!("{delivered} / {target}"),
        _ => delivered.to_string(),
    };
    let (units, cases) = (&figures.units, &figures.relocations);
    vec![
        name.to_owned(),
        of(units.delivered.n(), units.target.total, units.rate()),
        units.pipeline.n().to_string(),
        of(cases.delivered.n(), cases.target.total, cases.rate()),
        cases.pipeline.n().to_string(),
        figures.women.in_all.n().to_string(),
        figures.women.children.total.to_string(),
    ]
}

/// Pads cells into columns: the first left-aligned, the others right-aligned.
fn align(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    rows.iter()
        .map(|row| {
            row.iter()
                .zip(&widths)
                .enumerate()
                .map(
                    |(at, (cell, width))| if at == 0 { format!("{cell:<width$}") } else { format!("  {cell:>width$}") },
                )
                .collect()
        })
        .collect()
}

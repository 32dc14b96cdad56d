//! Version 1 of the body: the dataset as its types say, written in RON.
//!
//! Owns how RON is set up. When the types change in a way that old files do not meet, their old
//! shape comes here.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::domain::dataset::{Dataset, HistoryEntry};

use super::integrity;
use super::place::Place;
use super::problem::{Malformed, Problem};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Read before, on its own.
    #[serde(rename = "envelope")]
    _envelope: IgnoredAny,
    records: Dataset,
}

/// Plain numbers and values: `id: 7`, not `id: (7)`; `floor: 2`, not `floor: Some(2)`.
fn ron() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::UNWRAP_NEWTYPES | Extensions::IMPLICIT_SOME)
}

/// Reads a whole file, and checks that its records hold together.
pub(super) fn read(text: &str) -> Result<Dataset, Malformed> {
    let dataset = match in_two(text) {
        Some(dataset) => dataset,
        None => whole(text)?,
    };
    integrity::check(&dataset, text).map(|()| dataset)
}

fn whole(text: &str) -> Result<Dataset, Malformed> {
    ron().from_str::<File>(text).map(|file| file.records).map_err(|error| {
        let place = Place::of_error(text, error.span.end.line, error.span.end.col);
        Problem::of(error.code).at(place, text)
    })
}

/// Reads the history beside the tables, which takes a third of the time off the opening.
///
/// None where the file is not quite as the app writes it, or where anything is wrong with it:
/// then it is read as a whole, which says what and where.
fn in_two(text: &str) -> Option<Dataset> {
    let (tables, history) = text.split_once("\n history: [\n")?;
    let history = format!("[{}]", history.strip_suffix(" ],\n),\n)\n")?);
    let tables = format!("{tables}\n),\n)\n");
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new();
        let history = reader.spawn_scoped(scope, || ron().from_str::<Vec<HistoryEntry>>(&history).ok()).ok()?;
        let mut dataset = ron().from_str::<File>(&tables).ok()?.records;
        // Two histories are for the whole reading to refuse.
        if !dataset.history.is_empty() {
            return None;
        }
        dataset.history = history.join().ok()??;
        Some(dataset)
    })
}

/// What follows the envelope's line.
pub(super) fn write(dataset: &Dataset) -> Result<String, ron::Error> {
    // Two levels are laid out, tables and records; a record stays on its line, whatever the system.
    let layout = PrettyConfig::new().depth_limit(2).new_line("\n").indentor(" ");
    let mut body = String::from("records: ");
    ron().to_writer_pretty(&mut body, dataset, layout)?;
    body.push_str(",\n)\n");
    Ok(body)
}

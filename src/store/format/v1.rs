//! Version 1 of the body: the current types, serialised as RON.
//!
//! Owns the RON settings. When the types change incompatibly, their old form moves here.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::domain::dataset::Dataset;

use super::integrity;
use super::place::FilePlace;
use super::problem::{Malformed, Problem};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Parsed earlier, separately.
    #[serde(rename = "envelope")]
    _envelope: IgnoredAny,
    records: Dataset,
}

/// Omits wrappers: `id: 7`, not `id: (7)`; `floor: 2`, not `floor: Some(2)`.
pub(super) fn ron() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::UNWRAP_NEWTYPES | Extensions::IMPLICIT_SOME)
}

/// Parses a whole file, and checks its integrity.
pub(super) fn read(mut text: String) -> Result<Dataset, Malformed> {
    let mut dataset = match in_two(&mut text) {
        Some(dataset) => dataset,
        None => whole(&text)?,
    };
    integrity::check(&dataset, &text)?;
    integrity::drop_stray_drafts(&mut dataset);
    Ok(dataset)
}

fn whole(text: &str) -> Result<Dataset, Malformed> {
    ron().from_str::<File>(text).map(|file| file.records).map_err(|error| {
        let place = FilePlace::of_error(text, error.span.end.line, error.span.end.col);
        Problem::of(error.code).at(place, text)
    })
}

/// Separates two tables.
const SEAM: &str = ",\n ";
/// Replaces a seam: closes the first half as a file of its own and opens the second. It has the same
/// length, so that a large text is edited in place.
const CUT: &str = "))(";

/// Parses the two halves of the tables in parallel, which nearly halves the time to open a file.
///
/// `None` if the file is not laid out as the app does it, or has any error: parsing it as a whole then
/// locates the error. The text is restored.
fn in_two(text: &mut String) -> Option<Dataset> {
    let at = middle_seam(text)?;
    text.replace_range(at..at + SEAM.len(), CUT);
    let dataset = halves(text.split_at(at + CUT.len() - 1));
    text.replace_range(at..at + CUT.len(), SEAM);
    dataset
}

fn halves((first, second): (&str, &str)) -> Option<Dataset> {
    let second = second.strip_suffix(",\n)\n")?;
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new();
        let second = reader.spawn_scoped(scope, || ron().from_str::<Dataset>(second).ok()).ok()?;
        let first = ron().from_str::<File>(first).ok()?.records;
        first.joined(second.join().ok()??)
    })
}

/// The end of the table that ends closest to the middle.
fn middle_seam(text: &str) -> Option<usize> {
    const START_OF_TABLE: &str = ": [\n";
    let middle = text.floor_char_boundary(text.len() / 2);
    let (before, after) = text.split_at(middle);
    let starts = [before.rfind(START_OF_TABLE), after.find(START_OF_TABLE).map(|at| middle + at)];
    let seams = starts.into_iter().flatten().filter_map(|start| text[..start].rfind(SEAM));
    seams.min_by_key(|at| at.abs_diff(middle))
}

/// Everything after the envelope's line.
pub(super) fn write(dataset: &Dataset) -> Result<String, ron::Error> {
    // Tables and records go on separate lines; a record stays on one, with the same line ends on every
    // system.
    let layout = PrettyConfig::new().depth_limit(2).new_line("\n").indentor(" ");
    let mut body = String::from("records: ");
    ron().to_writer_pretty(&mut body, dataset, layout)?;
    body.push_str(",\n)\n");
    Ok(body)
}

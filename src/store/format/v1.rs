//! Version 1 of the body: the dataset as its types say, written in RON.
//!
//! Owns how RON is set up. When the types change in a way that old files do not meet, their old
//! shape comes here.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::domain::dataset::Dataset;

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
    match ron().from_str::<File>(text) {
        Ok(file) => integrity::check(&file.records, text).map(|()| file.records),
        Err(error) => {
            let place = Place::of_error(text, error.span.end.line, error.span.end.col);
            Err(Problem::of(error.code).at(place, text))
        }
    }
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

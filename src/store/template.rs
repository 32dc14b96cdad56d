//! The convention of 2021 in Hauts-de-France, as its signatories published it: nothing invented.
//!
//! Owns where it is found, not what it says: it is a file like any other, read by the same code.

use crate::domain::dataset::Dataset;

use super::format;

/// Name of the template on the command line.
pub const HAUTS_DE_FRANCE_2021: &str = "hauts-de-france-2021";

/// The file, embedded.
pub const SOURCE: &str = include_str!("../../assets/templates/hauts-de-france-2021.ron");

/// The landlords, associations, periods and published commitments of the convention signed on
/// 25 March 2021. A test reads it; a build whose template can not be read gives an empty dataset.
pub fn hauts_de_france_2021() -> Dataset {
    format::read(SOURCE.as_bytes()).map(|contents| contents.dataset).unwrap_or_default()
}

//! The 2021 convention of Hauts-de-France, as published by its signatories: nothing is invented.
//!
//! Owns where the template is found, not its content: it is an ordinary file, read by the same code.

use crate::domain::dataset::Dataset;

use super::format;

/// Name on the command line.
pub const HAUTS_DE_FRANCE_2021: &str = "hauts-de-france-2021";

/// The embedded file.
pub const SOURCE: &str = include_str!("../../assets/templates/hauts-de-france-2021.ron");

/// The landlords, associations, periods and published commitments of the convention signed on 25 March
/// 2021. A test reads it; if it were invalid, the dataset would be empty.
pub fn hauts_de_france_2021() -> Dataset {
    format::read(SOURCE.as_bytes()).map(|contents| contents.dataset).unwrap_or_default()
}

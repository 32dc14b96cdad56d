//! How a chart leaves: sizes, SVG, PNG, with its ground or without.

pub mod picture;
pub mod png;
pub mod svg;

mod ground;

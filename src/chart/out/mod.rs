//! Export: sizes, SVG, PNG, with or without a background.

mod outlined;
pub mod picture;
pub mod png;
pub mod svg;

mod background;

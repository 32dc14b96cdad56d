//! How figures are drawn: each chart is one scene, then SVG and PNG.
//!
//! Owns the layout of charts and the words on them. Counts nothing (that is `indicators`), reads
//! no dataset, knows no window: `app` paints the same scene that is exported here.

pub mod bar;
pub mod curve;
pub mod fates;
pub mod finding;
pub mod input;
pub mod kind;
pub mod picture;
pub mod png;
pub mod progress;
pub mod scene;
pub mod svg;
pub mod text;

mod frame;
mod ground;
mod label;

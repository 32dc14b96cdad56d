//! How figures are drawn: each chart is one scene, then SVG and PNG.
//!
//! Owns the layout of charts and the words on them. Counts nothing (that is `indicators`), reads
//! no dataset, knows no window: `app` paints the same scene that is exported here.

pub mod area;
mod axis;
pub mod bar;
pub mod cases;
pub mod curve;
pub mod diverging;
pub mod fates;
pub mod finding;
pub mod frame;
pub mod input;
pub mod kind;
pub mod page;
pub mod picture;
pub mod png;
pub mod progress;
pub mod scene;
pub mod sheet;
pub mod strip;
pub mod supply;
pub mod svg;
pub mod table;
pub mod tables;
pub mod text;
pub mod tiles;
pub mod ways;

mod ground;
mod label;

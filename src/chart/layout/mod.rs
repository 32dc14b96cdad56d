//! Layout: where marks and texts go. One file per kind of chart, and what they share.

pub mod bar;
pub mod bar_groups;
pub mod curve;
pub mod diverging;
pub mod fates;
pub mod frame;
pub mod page;
pub mod progress;
mod progress_row;
mod read;
pub mod sheet;
pub mod steps;
pub mod strip;
pub mod tiles;

mod axis;
mod label;

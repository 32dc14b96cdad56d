//! The tests: one binary, a module a story.

mod build;
mod charts;
mod cli;
mod counting;
mod edits;
mod exchange;
mod findings;
mod house;
mod protection;
mod raster;
mod rules;
mod store;
mod window;
mod words;

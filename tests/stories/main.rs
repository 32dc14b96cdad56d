//! The tests: one binary, a module per story.

mod audiences;
mod build;
mod captures;
mod card;
mod charts;
mod cli;
mod context;
mod counting;
mod edits;
mod exchange;
mod explained;
mod findings;
mod grid;
mod house;
mod matching;
mod on_offer;
mod phrases;
mod protection;
mod raster;
mod rules;
mod sample;
mod store;
mod todo;
mod typed;
mod window;
mod words;

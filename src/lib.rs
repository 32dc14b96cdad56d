//! Clefs follows a convention between social landlords and associations that house women who
//! flee violence: commitments, units, relocations, and each landlord's progress.
//!
//! The code map, from what the world is to what is seen of it:
//!
//! - [`domain`]: records, their columns, what links them, who may see them
//! - [`edit`]: how the dataset changes, and changes back
//! - [`indicators`]: what it means: the counting rules
//! - [`chart`]: figures as display lists, SVG and PNG
//! - [`store`]: where it lives: the file, backups, settings
//! - [`exchange`]: how it comes and goes: typed text, plans of a paste, CSV
//! - [`sample`]: made-up data, to try out and to measure with
//! - [`words`] and [`theme`]: what is said and in which colours, as data
//! - [`session`]: one person at work: what is typed, selected, undone; no window, no disk
//! - [`app`] and [`cli`]: the window, and the same things without one
//!
//! `ARCHITECTURE.md` says which room may import which; `tests/stories/house.rs` holds it to that.

pub mod app;
pub mod chart;
pub mod cli;
pub mod domain;
pub mod edit;
pub mod exchange;
pub mod indicators;
pub mod sample;
pub mod session;
pub mod store;
pub mod theme;
pub mod words;

//! Clefs monitors a convention between social landlords and associations that house women fleeing
//! violence: commitments, units, relocations, and each landlord's progress.
//!
//! The modules, from the data model to the user interface:
//!
//! - [`domain`]: records, their columns, the links between them, who may see them
//! - [`edit`]: changes to the dataset, and undo
//! - [`indicators`]: figures, by the counting rules
//! - [`matching`]: how well a unit fits a case
//! - [`chart`]: figures as display lists, SVG and PNG
//! - [`store`]: the file, backups, exports, settings
//! - [`exchange`]: typed text, paste plans, CSV
//! - [`sample`]: fictitious data, for trying the app and measuring it
//! - [`mod@todo`]: what is to do, made from the records
//! - [`report`]: documents made of figures, charts and records
//! - [`words`] and [`theme`]: texts and colours, as data
//! - [`session`]: the state of one user's work, without window or disk
//! - [`app`] and [`cli`]: the window and the command line
//!
//! `ARCHITECTURE.md` lists which module may import which; `tests/stories/house.rs` enforces it.

pub mod app;
pub mod chart;
pub mod cli;
pub mod domain;
pub mod edit;
pub mod exchange;
pub mod indicators;
pub mod matching;
pub mod report;
pub mod sample;
pub mod session;
pub mod store;
pub mod theme;
pub mod todo;
pub mod words;

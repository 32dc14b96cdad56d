//! How the benchmarks measure.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clefs::domain::dataset::Dataset;
use clefs::edit::Document;
use clefs::session::command::Command;
use clefs::session::page::{Page, Section};
use clefs::session::{Environment, Outside, Session};
use clefs::words::Lang;

pub mod file;
pub mod grid;
pub mod many;
pub mod matching;
pub mod meter;
pub mod process;
pub mod window;

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 7, 9).unwrap_or_default()
}

pub fn noon(day: NaiveDate) -> NaiveDateTime {
    day.and_hms_opt(12, 0, 0).unwrap_or_default()
}

/// A session on the units of a dataset, with the operator's name set.
pub fn session(dataset: &Dataset) -> Session {
    let clock = || day().and_hms_opt(9, 0, 0).unwrap_or_default();
    let mut session = Session::new(Environment { clock, random: fastrand::Rng::with_seed(1) }, Lang::Fr);
    session.restore(Some("Exemple".to_owned()), None);
    session.set_outside(Outside { file: Some(PathBuf::from("/exemple.ron")), ..Outside::default() });
    session.show_document(Document::new(dataset.clone()));
    session.handle(Command::Go(Page::Section(Section::Units)));
    session
}

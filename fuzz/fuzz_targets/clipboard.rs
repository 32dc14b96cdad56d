//! Any text pasted into any table: what comes of it can be undone, and the references hold.

#![no_main]

use std::path::PathBuf;

use chrono::NaiveDate;
use clefs::domain::dataset::Dataset;
use clefs::domain::schema::TableId;
use clefs::edit::Document;
use clefs::sample;
use clefs::session::command::Command;
use clefs::session::key::Input;
use clefs::session::page::{Page, Section};
use clefs::session::{Environment, Outside, Session};
use clefs::words::Lang;
use libfuzzer_sys::fuzz_target;

fn session(dataset: Dataset, table: TableId) -> Session {
    let clock = || NaiveDate::from_ymd_opt(2021, 7, 9).and_then(|day| day.and_hms_opt(9, 0, 0)).unwrap_or_default();
    let mut session = Session::new(Environment { clock, random: fastrand::Rng::with_seed(1) }, Lang::Fr);
    session.restore(Some("Exemple".to_owned()), None);
    session.set_outside(Outside { file: Some(PathBuf::from("/exemple.ron")), ..Outside::default() });
    session.show_document(Document::new(dataset));
    session.handle(Command::Go(Page::Section(Section::of(table))));
    session.handle(Command::Tab(Section::of(table), table));
    session.refresh();
    session
}

fuzz_target!(|input: (u8, String)| {
    let (table, text) = input;
    let table = TableId::ALL[usize::from(table) % TableId::ALL.len()];
    let before = sample::generate(4, 4, 1);
    let mut session = session(before.clone(), table);
    session.take(Input::Paste(text));
    session.refresh();
    let dialog = session.dialog().is_some().then(|| session.answers().into_iter().find_map(|(_, command)| command));
    if let Some(command) = dialog.flatten() {
        session.handle(Command::Dismiss);
        session.handle(command);
        session.refresh();
    }
    assert!(session.dataset().dangling().is_empty());
    while session.undo_labels().next().is_some() {
        session.handle(Command::Undo);
    }
    for table in TableId::ALL.iter().copied() {
        assert_eq!(session.dataset().table(table).ids(), before.table(table).ids());
    }
});

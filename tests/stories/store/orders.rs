//! Orders and results that reach the keeper late: of a file that was left, or once the work was saved elsewhere.

use std::path::Path;
use std::sync::Arc;

use clefs::domain::id::CellRef;
use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use clefs::edit::{Document, Revision, Stamp, Strike};
use clefs::store::{
    self, Existing, Fs, Keeper, Kept, Lineage, Order, Places, Recovered, Report, SaveContext, State, Tools, TypedText,
    Work,
};

use super::memory::Memory;
use super::{at, changed, row, small};

fn keeper_on(disk: &Memory) -> Keeper {
    let mut numbers = 7..;
    Keeper::new(Tools {
        fs: Arc::new(disk.clone()) as Arc<dyn Fs>,
        places: Places::under(Path::new("/home")),
        clock: || at(9, 14, 32),
        random: Box::new(move || numbers.next().unwrap_or(0)),
    })
}

#[test]
fn what_comes_after_the_file_was_left_changes_nothing() {
    let disk = Memory::new();
    let mut keeper = keeper_on(&disk);
    let state = || State { dataset: Arc::new(small()), revision: Revision::default() };
    let cell = CellRef { table: TableId::Units, row: row(1), column: Unit::KEYS.landlord_ref };
    let orders = [
        Order::Leave,
        Order::Changed(Vec::new(), state()),
        Order::Typing(Some(TypedText { cell, text: "moitié".to_owned() })),
        Order::Typing(None),
        Order::MergeAgain,
        Order::Save,
        Order::SaveAs("/ailleurs/convention.ron".into(), Existing::Refuse),
        Order::Apart,
        Order::Struck(Strike::Word("mot".to_owned()), Vec::new(), state()),
        Order::Seal(None),
    ];
    for order in orders {
        keeper.take(order, 1.0);
        keeper.tick(100.0);
        assert!(keeper.reports().is_empty() && keeper.work().is_empty());
        assert_eq!((keeper.due(), keeper.save_due()), (None, None));
    }
    assert_eq!(disk.paths(), Vec::<std::path::PathBuf>::new());
}

const FILE: &str = "/un/convention.ron";

/// A file that is kept since the time 0.
fn kept(disk: &Memory) -> Keeper {
    let path = Path::new(FILE);
    let places = Places::under(Path::new("/home"));
    let context = SaveContext { places: &places, now: at(9, 9, 0), random: 1 };
    store::create(disk, path, &small(), Lineage::New(7), Existing::Refuse, context).unwrap();
    let opened = store::open(disk, path).unwrap();
    let saved = Arc::new(opened.dataset);
    let mut keeper = keeper_on(disk);
    keeper.take(
        Order::Keep(Box::new(Kept {
            file: opened.file,
            saved: Arc::clone(&saved),
            state: State { dataset: saved, revision: Revision::default() },
            recovered: Recovered::default(),
            typed: Box::new(|_, _, value| format!("{value:?}")),
        })),
        0.0,
    );
    keeper
}

#[test]
fn results_of_work_for_a_file_that_was_left_are_of_no_interest() {
    let disk = Memory::new();
    let mut keeper = kept(&disk);
    keeper.take(Order::Apart, 1.0);
    // Saves apart once more when the first ends, which it does not before the file is left.
    keeper.take(Order::Apart, 1.0);
    let results: Vec<_> = keeper.work().into_iter().map(Work::run).collect();
    assert_eq!(results.len(), 2, "the base and a copy apart");
    keeper.take(Order::Leave, 2.0);
    keeper.reports();
    for result in results {
        keeper.take(result, 3.0);
        assert!(keeper.reports().is_empty() && keeper.work().is_empty());
    }
}

fn run(keeper: &mut Keeper, now: f64) {
    for work in keeper.work() {
        keeper.take(work.run(), now);
    }
}

#[test]
fn what_was_taken_over_while_the_work_was_saved_apart_is_a_change_like_others() {
    let disk = Memory::new();
    let mut keeper = kept(&disk);
    run(&mut keeper, 0.0);
    // Others save the file.
    let file = store::open(&disk, Path::new(FILE)).unwrap().file;
    let places = Places::under(Path::new("/ailleurs"));
    let context = SaveContext { places: &places, now: at(9, 9, 0), random: 2 };
    let theirs = changed(&small(), "de Dominique");
    store::save(&disk, &theirs, &file, context).unwrap();
    keeper.tick(3.0);
    let reports = keeper.reports();
    let [Report::Outside { save, merge, .. }] = reports.as_slice() else { panic!("{reports:?}") };
    // The window agrees just when the work was saved in a copy.
    keeper.take(Order::Apart, 4.0);
    run(&mut keeper, 4.0);
    let mut document = Document::new(small());
    let stamp = Stamp { at: at(9, 14, 0), by: "Camille" };
    document.merge(merge, stamp).unwrap();
    let (on_saved, on_mine) = (merge.of_theirs(stamp), document.take_journal());
    let state = State { dataset: document.snapshot(), revision: document.revision() };
    keeper.take(Order::Merged { save: *save, on_saved, on_mine, state }, 5.0);
    keeper.tick(8.0);
    run(&mut keeper, 8.0);
    let reports = keeper.reports();
    let Some(Report::Saved { outcome, .. }) = reports.last() else { panic!("{reports:?}") };
    let copy = outcome.file().path();
    assert_ne!(copy, Path::new(FILE));
    assert_eq!(store::open(&disk, copy).unwrap().dataset, theirs);
}

//! Orders and results that reach the keeper after its file was left: nothing happens.

use std::path::Path;
use std::sync::Arc;

use clefs::domain::id::CellRef;
use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use clefs::edit::{Revision, Strike};
use clefs::store::{
    self, Existing, Fs, Keeper, Kept, Lineage, Order, Places, Recovered, SaveContext, State, Tools, TypedText, Work,
};

use super::memory::Memory;
use super::{at, row, small};

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

#[test]
fn results_of_work_for_a_file_that_was_left_are_of_no_interest() {
    let disk = Memory::new();
    let path = Path::new("/un/convention.ron");
    let places = Places::under(Path::new("/home"));
    let context = SaveContext { places: &places, now: at(9, 9, 0), random: 1 };
    store::create(&disk, path, &small(), Lineage::New(7), Existing::Refuse, context).unwrap();
    let opened = store::open(&disk, path).unwrap();
    let saved = Arc::new(opened.dataset);
    let state = || State { dataset: Arc::clone(&saved), revision: Revision::default() };
    let mut keeper = keeper_on(&disk);
    keeper.take(
        Order::Keep(Box::new(Kept {
            file: opened.file,
            saved: Arc::clone(&saved),
            state: state(),
            recovered: Recovered::default(),
            typed: Box::new(|_, _, value| format!("{value:?}")),
        })),
        0.0,
    );
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

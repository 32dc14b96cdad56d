//! Orders that reach the keeper after its file was left: nothing happens.

use std::path::Path;
use std::sync::Arc;

use clefs::domain::id::CellRef;
use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use clefs::edit::{Revision, Strike};
use clefs::store::{Existing, Fs, Keeper, Order, Places, State, Tools, TypedText};

use super::memory::Memory;
use super::{at, row, small};

#[test]
fn what_comes_after_the_file_was_left_changes_nothing() {
    let disk = Memory::new();
    let tools = Tools {
        fs: Arc::new(disk.clone()) as Arc<dyn Fs>,
        places: Places::under(Path::new("/home")),
        clock: || at(9, 14, 32),
        random: Box::new(|| 7),
    };
    let mut keeper = Keeper::new(tools);
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

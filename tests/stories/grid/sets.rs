//! Sets of columns: each shows what it lists, and a layout is read back as it was kept.

use std::collections::HashSet;

use clefs::domain::layout::{SetLayout, TableLayout};
use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use clefs::session::grid::Columns;

fn shown(columns: &Columns) -> Vec<&'static str> {
    columns.shown().iter().map(|info| info.key.as_str()).collect()
}

#[test]
fn every_column_is_shown_once_and_can_be_brought_into_sight() {
    for table in TableId::ALL {
        let mut columns = Columns::of(*table);
        for set in 0..columns.sets().count() {
            columns.choose(set);
            let keys: HashSet<_> = shown(&columns).into_iter().collect();
            assert_eq!(keys.len(), columns.shown().len(), "{table:?} set {set}");
            assert_eq!(columns.shown().len() + columns.hidden().len(), table.columns().len());
        }
        for info in table.columns() {
            let mut columns = Columns::of(*table);
            columns.reveal(info.key);
            assert!(columns.is_shown(info.key), "{table:?} {:?}", info.key);
            assert!(!columns.is_changed(), "it is looked up in another set, and none is changed");
        }
    }
}

#[test]
fn a_layout_is_read_back_as_it_was_kept() {
    let mut columns = Columns::of(TableId::Units);
    assert_eq!(columns.kept(TableId::Units), None);
    columns.choose(1);
    columns.hide(Unit::KEYS.floor);
    columns.place(Unit::KEYS.rent, Some(Unit::KEYS.code));
    columns.freeze(Unit::KEYS.code);
    columns.resize(Unit::KEYS.rent, 77.0);
    let mut read = Columns::restored(TableId::Units, &columns.kept(TableId::Units).unwrap());
    for set in [1, 0, 2, 3] {
        columns.choose(set);
        read.choose(set);
        assert_eq!((shown(&read), read.still()), (shown(&columns), columns.still()), "set {set}");
    }
    assert_eq!(read.width(Unit::KEYS.rent), Some(77.0));
}

#[test]
fn a_layout_of_another_version_leaves_out_what_is_not_known() {
    let shown_names = ["code", "aura", "code", "landlord"].map(str::to_owned).to_vec();
    let sets = vec![
        SetLayout { set: "follow".into(), shown: shown_names, frozen: 9 },
        SetLayout { set: "home".into(), shown: vec!["aura".into()], frozen: 0 },
        SetLayout { set: "moon".into(), shown: vec!["code".into()], frozen: 1 },
    ];
    let kept = TableLayout { table: "units".into(), shown: "moon".into(), sets, widths: vec![("aura".into(), 5)] };
    let mut columns = Columns::restored(TableId::Units, &kept);
    assert_eq!((shown(&columns), columns.still()), (vec!["code", "landlord"], 2));
    columns.choose(1);
    assert!(!columns.is_changed());
}

#[test]
fn a_named_view_shows_its_columns_and_leaves_the_sets_alone() {
    let mut columns = Columns::of(TableId::Units);
    let hidden: Vec<_> = columns.hidden().iter().map(|info| info.key).collect();
    let first = shown(&columns);
    columns.choose_view(&hidden);
    assert_eq!(columns.chosen(), None);
    assert_eq!(shown(&columns).into_iter().collect::<HashSet<_>>(), first.iter().copied().collect());
    columns.leave_view();
    assert_eq!((columns.chosen(), shown(&columns)), (Some(0), first));
}

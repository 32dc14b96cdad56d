//! Two versions of a dataset become one: what each changed is there, and what both changed is shown.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use clefs::domain::dataset::{Dataset, HistoryEntry};
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::schema::TableId;
use clefs::domain::value::Value;
use clefs::domain::view::NamedView;
use clefs::edit::{Document, Edit, Merge, MergeContext, Stamp, remove_rows};
use fastrand::Rng;
use proptest::prelude::*;

use super::{ALPHA, BETA, CASE, UNIT, cell, generate, insert, row, set, small, stamp, text};

fn typed(_: &Dataset, _: CellRef, value: &Value) -> String {
    format!("{value:?}")
}

fn merged(mine: &Dataset, theirs: &Dataset, base: Option<&Dataset>) -> Merge {
    Merge::of(mine, theirs, MergeContext { base, in_hand: None, typed: &typed })
}

/// An editor at work on a copy.
fn work(base: &Dataset, by: &str, edits: &[Edit]) -> Document {
    let mut document = Document::new(base.clone());
    for edit in edits {
        document.apply(edit, Stamp { by, ..stamp() }, None).expect("the edit fits");
    }
    document
}

/// Both edit a copy, then my version takes over the saved one.
fn after(mine: &[Edit], theirs: &[Edit]) -> (Document, Merge) {
    let base = small().dataset().clone();
    let (mut mine, theirs) = (work(&base, "Aline", mine), work(&base, "Basile", theirs));
    let merge = merged(mine.dataset(), theirs.dataset(), Some(&base));
    mine.merge(&merge, stamp()).expect("the merge fits");
    assert!(mine.dataset().dangling().is_empty());
    (mine, merge)
}

#[test]
fn changes_of_different_fields_are_both_kept_whoever_made_them_first() {
    let surface = set(TableId::Units, UNIT, "surface", Value::Integer(62));
    let notes = set(TableId::Units, UNIT, "notes", text("à revoir"));
    let (mine, merge) = after(&[surface], &[notes]);
    let unit = mine.dataset().units.find(UNIT).unwrap();
    assert_eq!((unit.surface, unit.notes.as_str()), (Some(62), "à revoir"));
    assert_eq!((merge.clashes.len(), merge.kept.len(), merge.is_saved()), (0, 0, false));
    let authors: Vec<_> = mine.dataset().history.iter().rev().take(2).map(|entry| entry.by.as_str()).collect();
    assert_eq!(authors, ["Basile", "Aline"]);
}

#[test]
fn of_one_field_the_saved_value_stays_and_mine_becomes_a_draft() {
    let surface = |square_metres| set(TableId::Units, UNIT, "surface", Value::Integer(square_metres));
    let (mine, merge) = after(&[surface(62)], &[surface(61), surface(63)]);
    let cell = cell(TableId::Units, UNIT, "surface");
    assert_eq!(mine.dataset().stored(cell), Value::Integer(63));
    assert_eq!(mine.dataset().draft(cell), Some("Integer(62)"));
    let [clash] = &merge.clashes[..] else { panic!("one clash") };
    assert_eq!((clash.cell, &clash.base, clash.by.as_str()), (cell, &Value::Empty, "Basile"));
    assert_eq!((&clash.mine, &clash.theirs), (&Value::Integer(62), &Value::Integer(63)));
}

#[test]
fn the_same_value_typed_twice_is_no_clash_and_neither_is_one_that_was_written_back() {
    let surface = |square_metres: Value| set(TableId::Units, UNIT, "surface", square_metres);
    let (_, merge) = after(&[surface(Value::Integer(62))], &[surface(Value::Integer(62))]);
    assert_eq!(merge.clashes, []);
    let (mine, merge) = after(&[surface(Value::Integer(60)), surface(Value::Empty)], &[surface(Value::Integer(62))]);
    assert_eq!((merge.clashes.len(), mine.dataset().units.find(UNIT).unwrap().surface), (0, Some(62)));
}

#[test]
fn a_removal_gives_way_to_a_change_and_says_so() {
    let remove = remove_rows(small().dataset(), TableId::Relocations, &[CASE]);
    let change = set(TableId::Relocations, CASE, "notes", text("rappeler"));
    for (mine, theirs) in [(&remove, &change), (&change, &remove)] {
        let (document, merge) = after(std::slice::from_ref(mine), std::slice::from_ref(theirs));
        assert_eq!(document.dataset().relocations.find(CASE).map(|case| case.notes.as_str()), Some("rappeler"));
        assert!(merge.kept.contains(&(TableId::Relocations, CASE)));
    }
    let (document, merge) = after(&[], &[remove]);
    assert_eq!((document.dataset().relocations.len(), merge.kept.len(), merge.removed), (0, 0, 2));
}

#[test]
fn what_went_with_a_kept_record_comes_back_with_it_and_both_are_told() {
    let base = small().dataset().clone();
    let remove = remove_rows(&base, TableId::Units, &[UNIT]);
    let aline = work(&base, "Aline", &[remove]);
    assert!(aline.dataset().proposals.is_empty());
    let mut basile = work(&base, "Basile", &[set(TableId::Units, UNIT, "notes", text("vu"))]);
    let merge = merged(basile.dataset(), aline.dataset(), None);
    basile.merge(&merge, stamp()).unwrap();
    assert_eq!((basile.dataset().units.len(), basile.dataset().proposals.len()), (1, 1));
    assert_eq!(merge.kept.len(), 2);
    // Who removed it learns that it is back.
    let told = merged(aline.dataset(), basile.dataset(), Some(aline.dataset()));
    assert_eq!(told.kept.len(), 2);
}

#[test]
fn a_removed_record_stays_if_a_new_one_refers_to_it() {
    let removed = Edit::Remove { table: TableId::Landlords, row: BETA };
    let new = insert(TableId::Units, row(9), [("landlord", Value::Reference(BETA))]);
    for (mine, theirs) in [(&removed, &new), (&new, &removed)] {
        let (document, merge) = after(std::slice::from_ref(mine), std::slice::from_ref(theirs));
        assert_eq!((document.dataset().landlords.len(), document.dataset().units.len()), (2, 2));
        assert_eq!(merge.kept, [(TableId::Landlords, BETA)]);
    }
}

#[test]
fn the_record_being_typed_into_stays() {
    let base = small().dataset().clone();
    let theirs = work(&base, "Basile", &[Edit::Remove { table: TableId::Landlords, row: BETA }]);
    let context = MergeContext { base: None, in_hand: Some(BETA), typed: &typed };
    let merge = Merge::of(&base, theirs.dataset(), context);
    assert_eq!((merge.kept.as_slice(), merge.removed), (&[(TableId::Landlords, BETA)][..], 0));
    assert_eq!(merged(&base, theirs.dataset(), None).removed, 1);
}

#[test]
fn what_a_hand_wrote_into_the_file_stands() {
    let base = small().dataset().clone();
    let by_hand = work(
        &base,
        "",
        &[
            set(TableId::Units, UNIT, "surface", Value::Integer(62)),
            insert(TableId::Landlords, row(9), [("name", text("Gamma"))]),
            Edit::Remove { table: TableId::Landlords, row: BETA },
        ],
    );
    let by_hand = Dataset { history: base.history.clone(), ..by_hand.dataset().clone() };
    let mut mine = work(&base, "Aline", &[set(TableId::Units, UNIT, "notes", text("vu"))]);
    mine.merge(&merged(mine.dataset(), &by_hand, Some(&base)), stamp()).unwrap();
    let unit = mine.dataset().units.find(UNIT).unwrap();
    assert_eq!((unit.surface, unit.notes.as_str()), (Some(62), "vu"));
    let landlords: Vec<_> = mine.dataset().landlords.iter().map(|landlord| landlord.name.as_str()).collect();
    assert_eq!(landlords, ["Bailleur Alpha", "Gamma"]);
}

#[test]
fn drafts_and_views_of_both_are_kept_and_a_removed_one_goes_where_the_common_state_is_known() {
    let surface = cell(TableId::Units, UNIT, "surface");
    let draft = |text: &str| Edit::Draft { cell: surface, text: Some(text.to_owned()) };
    let (mine, _) = after(&[draft("environ 60")], &[draft("62 ou 63")]);
    assert_eq!(mine.dataset().draft(surface), Some("environ 60 / 62 ou 63"));

    let view = |search: &str| {
        let (name, search) = ("À suivre".to_owned(), search.to_owned());
        let table = TableId::Units;
        NamedView { name, table, search, filters: Vec::new(), sort: Vec::new(), hidden: Vec::new() }
    };
    let (mine, _) = after(&[Edit::KeepView(view("Lille"))], &[Edit::KeepView(view("Lens"))]);
    let views: Vec<_> = mine.dataset().views.iter().map(|view| (view.name.as_str(), view.search.as_str())).collect();
    assert_eq!(views, [("À suivre", "Lens"), ("À suivre (2)", "Lille")]);

    let base = work(small().dataset(), "", &[draft("environ 60"), Edit::KeepView(view("Lille"))]).dataset().clone();
    let drop = Edit::DropView { table: TableId::Units, name: "À suivre".to_owned() };
    let settled = work(&base, "Basile", &[Edit::Draft { cell: surface, text: None }, drop]);
    for (known, left) in [(Some(&base), 0), (None, 1)] {
        let mut mine = work(&base, "Aline", &[set(TableId::Units, UNIT, "notes", text("vu"))]);
        mine.merge(&merged(mine.dataset(), settled.dataset(), known), stamp()).unwrap();
        assert_eq!([mine.dataset().drafts.len(), mine.dataset().views.len()], [left, left]);
    }
}

#[test]
fn a_view_that_both_changed_gets_a_name_that_neither_has() {
    let keep = |name: &str, search: &str| {
        let (name, search, table) = (name.to_owned(), search.to_owned(), TableId::Units);
        Edit::KeepView(NamedView { name, table, search, filters: Vec::new(), sort: Vec::new(), hidden: Vec::new() })
    };
    let mine = [keep("À suivre", "Lille"), keep("À suivre (2)", "Arras")];
    let theirs = [keep("À suivre", "Lens"), keep("À suivre (3)", "Calais")];
    let (mine, _) = after(&mine, &theirs);
    let views: Vec<_> = mine.dataset().views.iter().map(|view| (view.name.as_str(), view.search.as_str())).collect();
    let expected =
        [("À suivre", "Lens"), ("À suivre (2)", "Arras"), ("À suivre (3)", "Calais"), ("À suivre (4)", "Lille")];
    assert_eq!(views, expected);
}

#[test]
fn undo_does_not_take_back_what_others_changed() {
    let base = small().dataset().clone();
    let notes = |row, value: &str| set(TableId::Landlords, row, "notes", text(value));
    let mut mine = work(&base, "Aline", &[notes(ALPHA, "un"), notes(BETA, "deux")]);
    let theirs = work(&base, "Basile", &[set(TableId::Landlords, BETA, "name", text("Bêta Habitat"))]);
    mine.merge(&merged(mine.dataset(), theirs.dataset(), Some(&base)), stamp()).unwrap();
    assert_eq!(mine.undo_labels().count(), 1, "the step of a record that others changed is gone");
    mine.undo(stamp()).unwrap();
    let notes: Vec<_> = mine.dataset().landlords.iter().map(|landlord| landlord.notes.as_str()).collect();
    assert_eq!(notes, ["", "deux"]);
}

/// The records of each table by identity, without their order.
fn records(dataset: &Dataset) -> BTreeMap<(TableId, RowId), Vec<String>> {
    let of = |table: TableId| {
        let rows = dataset.table(table).ids().into_iter();
        rows.map(move |row| ((table, row), format!("{:?}", dataset.table(table).values(row))))
    };
    TableId::ALL.iter().copied().flat_map(of).map(|(key, values)| (key, vec![values])).collect()
}

fn stored(dataset: &Dataset, cell: CellRef) -> Option<Value> {
    dataset.table(cell.table).get(cell.row, cell.column)
}

/// What each did is in the merged version, told by comparing with the state that both began with.
fn check_fields(base: &Dataset, mine: &Dataset, theirs: &Dataset, after: &Dataset, merge: &Merge) {
    let clashes: BTreeSet<_> = merge.clashes.iter().map(|clash| clash.cell).collect();
    for table in TableId::ALL.iter().copied() {
        for (row, column) in
            base.table(table).ids().into_iter().flat_map(|row| table.columns().iter().map(move |c| (row, c)))
        {
            let cell = CellRef { table, row, column: column.key };
            let [was, my, their, is] = [base, mine, theirs, after].map(|dataset| stored(dataset, cell));
            let (Some(_), Some(_), Some(is)) = (&my, &their, &is) else { continue };
            let (i_changed, they_changed) = (my != was, their != was);
            let expected = if they_changed { &their } else { &my };
            assert_eq!(Some(is), expected.as_ref(), "{cell:?}");
            let is_clash = i_changed && they_changed && my != their;
            assert_eq!(clashes.contains(&cell), is_clash, "{cell:?}: {was:?}, {my:?}, {their:?}");
            if is_clash {
                let kept = after.draft(cell).unwrap_or_default();
                assert!(kept.contains(&typed(mine, cell, &my.unwrap())), "{cell:?}: my value is not lost");
            }
        }
    }
}

fn check_records(base: &Dataset, mine: &Dataset, theirs: &Dataset, after: &Dataset, merge: &Merge) {
    let [was, my, their, is] = [base, mine, theirs, after].map(records);
    let all: BTreeSet<_> = my.keys().chain(their.keys()).copied().collect();
    for key in all {
        let stays = is.contains_key(&key);
        match (was.get(&key), my.get(&key), their.get(&key)) {
            (None, ..) | (_, Some(_), Some(_)) => assert!(stays, "{key:?} is new, or nobody removed it"),
            (Some(was), Some(left), None) | (Some(was), None, Some(left)) if was != left => {
                assert!(stays && merge.kept.contains(&key), "{key:?} was removed and changed");
            }
            _ => assert_eq!(stays, merge.kept.contains(&key), "{key:?} was removed, and stays only if it is needed"),
        }
    }
    assert_eq!(merge.removed, my.keys().filter(|key| !is.contains_key(key)).count());
}

fn edited(base: &Dataset, by: &str, dice: &mut Rng) -> Document {
    let mut document = Document::new(base.clone());
    for second in 0..dice.i64(..12) {
        let stamp = Stamp { at: stamp().at + TimeDelta::seconds(second), by };
        if dice.u8(..8) == 0 {
            let _ = document.undo(stamp);
        } else {
            let edit = generate::edit(document.dataset(), dice, 1);
            let _ = document.apply(&edit, stamp, None);
        }
    }
    document
}

fn history(dataset: &Dataset) -> Vec<String> {
    let key = |entry: &HistoryEntry| format!("{entry:?}");
    let mut entries: Vec<_> = dataset.history.iter().map(key).collect();
    entries.sort_unstable();
    entries
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_two_versions_merge(seed: u64) {
        let dice = &mut Rng::with_seed(seed);
        let base = generate::dataset(dice);
        let (mut mine, theirs) = (edited(&base, "Aline", dice), edited(&base, "Basile", dice));
        let before = mine.snapshot();
        let known = dice.bool().then_some(&base);
        let merge = merged(&before, theirs.dataset(), known);
        mine.merge(&merge, stamp()).unwrap();

        let after = mine.dataset();
        prop_assert!(after.dangling().is_empty());
        prop_assert!(after.drafts.iter().all(|draft| after.has_cell(draft.cell())));
        check_fields(&base, &before, theirs.dataset(), after, &merge);
        check_records(&base, &before, theirs.dataset(), after, &merge);
        let all = before.history.len() + theirs.dataset().history.len() - base.history.len();
        prop_assert_eq!(after.history.len(), all);

        // A journal that follows the saved version leads to the same.
        let mut saved = Document::new(theirs.dataset().clone());
        saved.replay(&[merge.of_theirs(stamp())]).unwrap();
        let rebased = saved.dataset();
        prop_assert_eq!(records(rebased), records(after));
        prop_assert_eq!((&rebased.drafts, &rebased.views), (&after.drafts, &after.views));
        prop_assert_eq!(history(rebased), history(after));
        prop_assert_eq!(merge.is_saved(), records(theirs.dataset()) == records(after) && history(theirs.dataset()) == history(after)
            && theirs.dataset().drafts == after.drafts && theirs.dataset().views == after.views);

        // Once merged and saved, the other takes it over without another clash.
        let again = merged(theirs.dataset(), after, Some(theirs.dataset()));
        prop_assert!(again.is_saved() && again.clashes.is_empty());
        prop_assert!(merged(after, rebased, None).changes_nothing());
    }
}

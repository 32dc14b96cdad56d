//! Striking out: what must not be kept is gone from every place of a dataset, and from other versions of it.

use clefs::domain::dataset::{Change, Dataset};
use clefs::domain::schema::TableId;
use clefs::domain::value::Value;
use clefs::domain::view::NamedView;
use clefs::edit::{Document, Edit, Merge, MergeContext, Strike, Struck, remove_rows};
use fastrand::Rng;
use proptest::prelude::*;

use super::{CASE, UNIT, cell, change, generate, set, small, stamp, text, written};

/// Everything of a dataset, as text.
fn all(dataset: &Dataset) -> String {
    format!("{}{:?}", written(dataset), dataset.history)
}

/// A case with a name in its notes, corrected since; and the name in a draft and a view.
fn with_a_name() -> Document {
    let mut document = small();
    let notes = |notes: &str| set(TableId::Relocations, CASE, "notes", text(notes));
    change(&mut document, &notes("Mme Durand viendra"));
    change(&mut document, &notes("elle viendra"));
    change(&mut document, &set(TableId::Units, UNIT, "notes", text("pour DURAND, 3e étage")));
    let surface = cell(TableId::Units, UNIT, "surface");
    change(&mut document, &Edit::Draft { cell: surface, text: Some("Durand ?".to_owned()) });
    let (name, search) = ("À voir".to_owned(), "durand".to_owned());
    let view =
        NamedView { name, table: TableId::Units, search, filters: Vec::new(), sort: Vec::new(), hidden: Vec::new() };
    change(&mut document, &Edit::KeepView(view));
    document
}

#[test]
fn a_struck_word_is_nowhere_and_the_rest_of_its_texts_stays() {
    let mut document = with_a_name();
    let word = Strike::Word("durand".to_owned());
    assert_eq!(word.places(document.dataset()), 4);
    assert_eq!(document.strike(&word, stamp()), Ok(true));
    let left = all(document.dataset());
    assert!(!left.to_lowercase().contains("durand"), "{left}");
    let unit = document.dataset().units.find(UNIT).unwrap();
    assert_eq!(unit.notes, "pour …, 3e étage");
    assert_eq!(document.dataset().relocations.find(CASE).unwrap().notes, "elle viendra");
    assert_eq!(document.strike(&word, stamp()), Ok(false), "it is not there any more");
}

#[test]
fn undo_never_brings_it_back() {
    let mut document = with_a_name();
    document.strike(&Strike::Word("Durand".to_owned()), stamp()).unwrap();
    assert_eq!([document.undo_labels().count(), document.redo_labels().count()], [0, 0]);
    change(&mut document, &set(TableId::Units, UNIT, "notes", text("libre")));
    document.undo(stamp()).unwrap();
    assert_eq!(document.undo(stamp()), Ok(None));
    assert!(!all(document.dataset()).to_lowercase().contains("durand"));
}

#[test]
fn the_history_keeps_that_a_value_was_struck_out_when_and_by_whom() {
    let mut document = with_a_name();
    document.strike(&Strike::Cell(cell(TableId::Relocations, CASE, "notes")), stamp()).unwrap();
    let entries: Vec<_> = document.dataset().history.iter().filter(|entry| entry.row == CASE).collect();
    let [.., last] = entries[..] else { panic!("an entry") };
    let column = cell(TableId::Relocations, CASE, "notes").column;
    assert_eq!((&last.change, last.by.as_str()), (&Change::Struck { column: Some(column) }, stamp().by));
    assert_eq!(document.dataset().relocations.find(CASE).unwrap().notes, "");
}

#[test]
fn a_value_that_is_written_and_struck_out_in_one_edit_is_in_no_history() {
    let mut document = small();
    let [notes, surface] = ["notes", "surface"].map(|column| cell(TableId::Units, UNIT, column));
    let edit = Edit::batch(vec![
        Edit::Set { cell: notes, value: text("Mme Durand") },
        Edit::Set { cell: surface, value: Value::Integer(62) },
        Edit::Strike(vec![Struck::Cell(notes, Value::Empty)]),
    ]);
    let before = document.dataset().history.len();
    change(&mut document, &edit);
    assert!(!all(document.dataset()).contains("Durand"));
    let changes: Vec<_> = document.dataset().history.iter().skip(before).map(|entry| &entry.change).collect();
    let written = Change::Set { column: surface.column, from: Value::Empty, to: Value::Integer(62) };
    assert_eq!(changes, [&written, &Change::Struck { column: Some(notes.column) }]);
}

#[test]
fn a_struck_record_takes_what_belongs_to_it_and_their_history() {
    let mut document = with_a_name();
    document.strike(&Strike::Record(TableId::Relocations, CASE), stamp()).unwrap();
    let dataset = document.dataset();
    assert_eq!((dataset.relocations.len(), dataset.proposals.len()), (0, 0));
    assert!(dataset.dangling().is_empty());
    assert!(!all(dataset).contains("viendra"));
    let of_case: Vec<_> = dataset.history.iter().filter(|entry| entry.row == CASE).map(|entry| &entry.change).collect();
    // That it was entered has no value, and figures of earlier days need it.
    assert_eq!(of_case, [&Change::Created, &Change::Struck { column: None }]);
}

#[test]
fn a_word_is_found_whatever_its_accents_and_next_to_any_letter() {
    for (notes, word, left) in [
        ("chez Mme Éloïse", "eloise", "chez Mme …"),
        ("Œuvre d’ELOÏSE.", "Éloïse", "Œuvre d’…."),
        ("LoïseLoïse", "loise", "……"),
        ("voir Mme E\u{301}loïse  demain", "eloise", "voir Mme …  demain"),
        ("dit : Mme  Élan-Noir !", "mme élan noir", "dit : … !"),
        ("vu Mme  Éloïse-Marie, 3e étage", "mme eloise marie", "vu …, 3e étage"),
        // A part of a ligature cannot be cut out: nothing of the text stays.
        ("cœur", "o", "…"),
        ("Loı\u{308}se", "x", ""),
    ] {
        let mut document = small();
        change(&mut document, &set(TableId::Units, UNIT, "notes", text(notes)));
        let found = document.strike(&Strike::Word(word.to_owned()), stamp()).unwrap();
        assert_eq!(found, !left.is_empty(), "{notes}");
        if found {
            assert_eq!(document.dataset().units.find(UNIT).unwrap().notes, left);
        }
    }
}

#[test]
fn a_passage_is_struck_out_of_whole_words_only() {
    for (notes, left) in [
        ("Mme Martin, 3e", "…, 3e"),
        ("chez Mme Martineau", "chez Mme Martineau"),
        ("Mme  MARTIN et Mme Martineau", "… et Mme Martineau"),
    ] {
        let mut document = small();
        change(&mut document, &set(TableId::Units, UNIT, "notes", text(notes)));
        let found = document.strike(&Strike::Passage("Mme Martin".to_owned()), stamp()).unwrap();
        assert_eq!(found, notes != left, "{notes}");
        assert_eq!(document.dataset().units.find(UNIT).unwrap().notes, left);
    }
}

fn merged(mine: &Document, theirs: &Document) -> Document {
    let context = MergeContext { base: None, in_hand: None, typed: &|_, _, value| format!("{value:?}") };
    let merge = Merge::of(mine.dataset(), theirs.dataset(), context);
    let mut after = Document::new(mine.dataset().clone());
    after.merge(&merge, stamp()).unwrap();
    let mut rebased = Document::new(theirs.dataset().clone());
    rebased.replay(&[merge.of_theirs(stamp())]).unwrap();
    assert_eq!(written(rebased.dataset()).matches("urand").count(), written(after.dataset()).matches("urand").count());
    after
}

#[test]
fn a_merge_does_not_bring_it_back_whoever_struck_it_out() {
    let with = with_a_name();
    let mut without = Document::new(with.dataset().clone());
    without.strike(&Strike::Word("Durand".to_owned()), stamp()).unwrap();
    let mut at_work = Document::new(with.dataset().clone());
    change(&mut at_work, &set(TableId::Units, UNIT, "floor", Value::Integer(2)));
    for (mine, theirs) in [(&at_work, &without), (&without, &at_work)] {
        let after = merged(mine, theirs);
        let left = all(after.dataset()).to_lowercase();
        // A view has no history: that of the other version comes back, and has to be dropped there.
        assert!(!left.replace("search: \"durand\"", "").contains("durand"), "{left}");
        let unit = after.dataset().units.find(UNIT).unwrap();
        assert_eq!((unit.notes.as_str(), unit.floor), ("pour …, 3e étage", Some(2)));
    }
}

#[test]
fn a_record_that_was_removed_stays_without_the_word_that_was_struck_out_of_it_meanwhile() {
    let with = with_a_name();
    let mut without = Document::new(with.dataset().clone());
    without.strike(&Strike::Word("Durand".to_owned()), stamp()).unwrap();
    let mut removed = Document::new(with.dataset().clone());
    change(&mut removed, &remove_rows(with.dataset(), TableId::Units, &[UNIT]));
    for (mine, theirs) in [(&removed, &without), (&without, &removed)] {
        let after = merged(mine, theirs);
        assert_eq!(after.dataset().units.find(UNIT).map(|unit| unit.notes.as_str()), Some("pour …, 3e étage"));
        let left = all(after.dataset()).to_lowercase();
        assert!(!left.replace("search: \"durand\"", "").contains("durand"), "{left}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_canary_anywhere_is_gone_after_it_was_struck_out(seed: u64) {
        let dice = &mut Rng::with_seed(seed);
        let mut document = Document::new(generate::dataset(dice));
        for _ in 0..dice.usize(1..20) {
            let edit = generate::edit(document.dataset(), dice, 1);
            let _ = document.apply(&edit, stamp(), None);
        }
        let tables = [(TableId::Units, "notes"), (TableId::Landlords, "notes"), (TableId::Landlords, "name")];
        let (table, column) = tables[dice.usize(..tables.len())];
        let rows = document.dataset().table(table).ids();
        prop_assume!(!rows.is_empty());
        let named = rows[dice.usize(..rows.len())];
        let _ = document.apply(&set(table, named, column, text("avec Canari, lui")), stamp(), None);
        if dice.bool() {
            let _ = document.undo(stamp());
        }
        document.strike(&Strike::Word("CANARI".to_owned()), stamp()).unwrap();
        let left = all(document.dataset());
        prop_assert!(!left.to_lowercase().contains("canari"), "{}", left);
        prop_assert!(document.dataset().dangling().is_empty());
    }
}

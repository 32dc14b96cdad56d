//! Rare cases: names that collide, views that hold a word in a filter, steps that can no longer be undone.

use clefs::domain::id::{CellRef, RowId};
use clefs::domain::schema::TableId::{Landlords, Proposals, Relocations, Units};
use clefs::domain::value::Value;
use clefs::domain::view::{Filter, NamedView, Test};
use clefs::edit::{Edit, EditError, Fresh, Strike};
use clefs::words::{Lang, Words};

use crate::build::{Build, key, stamp};

fn alpha() -> Build {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b
}

#[test]
fn what_still_refers_to_a_record_is_named_by_its_table_if_it_is_one() {
    let cell = |table, row, column| CellRef { table, row: RowId::from_random(row), column: key(table, column) };
    let (unit, other, asked) =
        (cell(Units, 1, "landlord"), cell(Units, 3, "landlord"), cell(Relocations, 5, "landlord"));
    let gone = RowId::from_random(7);
    let say = |cells: &[CellRef]| {
        let error = EditError::StillNamed(cells.iter().map(|cell| (*cell, gone)).collect());
        Words::new(Lang::Fr).say(&error.message())
    };
    assert!(say(&[unit]).contains("1 logement en dépend"));
    assert!(say(&[unit, other]).contains("2 logements en dépendent"));
    assert!(say(&[unit, asked]).contains("2 fiches en dépendent"));
}

#[test]
fn a_new_record_takes_the_next_number_if_the_dice_repeat_themselves() {
    let mut b = alpha();
    let first = b.case("R-AAAAA", &[]);
    // A code and an identity; then both once more, and others.
    let mut rolls = [5, 5, 5, 6, 5, 7].into_iter().chain(100..);
    let mut random = || rolls.next().unwrap_or(0);
    let mut fresh = Fresh::new(b.dataset(), &mut random);
    let (one, values) = fresh.record(Relocations, Vec::new());
    let (two, others) = fresh.record(Relocations, Vec::new());
    assert!(one != two && one != first && two != first);
    assert_ne!(values, others, "two codes");
}

#[test]
fn a_view_goes_with_a_word_in_any_of_its_filters() {
    let word = "Dupont";
    let text = |text: &str| Value::Text(text.to_owned());
    let tests = [
        Test::Contains(word.to_owned()),
        Test::OneOf([word.to_owned()].into()),
        Test::Between(text(word), Value::Empty),
        Test::Between(text("Alpha"), text(word)),
        Test::Between(Value::Empty, Value::Texts(vec![word.to_owned()])),
    ];
    for test in tests {
        let mut b = alpha();
        let filter = Filter { column: key(Landlords, "name"), test: test.clone() };
        let view = |name: &str, filters| NamedView {
            name: name.to_owned(),
            table: Landlords,
            search: String::new(),
            filters,
            sort: Vec::new(),
            hidden: Vec::new(),
        };
        b.apply(&Edit::KeepView(view("avec", vec![filter]))).expect("kept");
        let searched = NamedView { search: format!("chez {word}"), ..view("cherche", Vec::new()) };
        b.apply(&Edit::KeepView(searched)).expect("kept");
        b.apply(&Edit::KeepView(view("sans", Vec::new()))).expect("kept");
        b.document.strike(&Strike::Word(word.to_owned()), stamp()).expect("struck out");
        let left: Vec<_> = b.dataset().views.iter().map(|view| view.name.as_str()).collect();
        assert_eq!(left, ["sans"], "{test:?}");
    }
}

#[test]
fn a_date_that_lives_elsewhere_is_written_there_and_settles_the_draft_here() {
    let mut b = alpha();
    b.unit("U", "Alpha", &[("published", "2021-04-01")]);
    b.case("R", &[]);
    let proposal = b.proposal("U", "R", &[("proposed_on", "2021-04-10")]);
    let here = CellRef { table: Units, row: b.row("U"), column: key(Units, "presented") };
    b.apply(&Edit::Draft { cell: here, text: Some("bientôt".to_owned()) }).expect("kept");
    let value = Value::Date(crate::build::day("2021-04-20"));
    let edit = b.look("2021-07-09", |lens| clefs::edit::set_cell(lens, here, value.clone()));
    b.apply(&edit).expect("written");
    assert_eq!(b.dataset().draft(here), None);
    let there = CellRef { table: Proposals, row: proposal, column: key(Proposals, "caleol_on") };
    assert_eq!(b.dataset().stored(there), value);
}

#[test]
fn an_entry_that_is_refused_says_why_by_itself() {
    let mut b = alpha();
    b.unit("U", "Alpha", &[]);
    b.case("R", &[]);
    b.proposal("U", "R", &[("proposed_on", "2021-04-10")]);
    let here = CellRef { table: Units, row: b.row("U"), column: key(Units, "presented") };
    let value = Value::Text("bientôt".to_owned());
    let edit = b.look("2021-07-09", |lens| clefs::edit::set_cell(lens, here, value.clone()));
    // Not that another record has the date.
    assert!(b.look("2021-07-09", |lens| clefs::edit::would_show(lens, &edit, here, &value)));
    assert!(matches!(b.apply(&edit), Err(EditError::Table(_))));
}

#[test]
fn restoring_brings_back_what_was_removed_and_takes_away_what_was_added() {
    let mut b = alpha();
    b.unit("U", "Alpha", &[("rent", "45000")]);
    let then = b.dataset().clone();
    let unit = b.row("U");
    b.apply(&clefs::edit::remove_rows(b.dataset(), Units, &[unit])).expect("removed");
    b.unit("V", "Alpha", &[]);
    b.set(Landlords, "Alpha", "short_name", "A");
    let edit = clefs::edit::restore(b.dataset(), &then, clefs::domain::message::Message::new("edit-nothing"));
    b.apply(&edit).expect("restored");
    assert!(b.dataset().same_records(&then));
}

#[test]
fn a_record_that_was_removed_is_struck_out_of_the_history() {
    let mut b = alpha();
    b.unit("U", "Alpha", &[("landlord_ref", "Dupont")]);
    b.set(Units, "U", "landlord_ref", "Durand");
    let unit = b.row("U");
    b.apply(&clefs::edit::remove_rows(b.dataset(), Units, &[unit])).expect("removed");
    assert!(format!("{:?}", b.dataset().history).contains("Durand"));
    assert_eq!(b.document.strike(&Strike::Record(Units, unit), stamp()), Ok(true));
    let left = format!("{:?}", b.dataset().history);
    assert!(!left.contains("Durand") && !left.contains("Dupont"), "{left}");
    assert!(left.contains("Struck"));
}

#[test]
fn a_record_without_an_id_is_refused_since_the_file_would_refuse_it() {
    let mut b = alpha();
    let before = b.dataset().clone();
    let nameless = Edit::Insert { table: Relocations, row: RowId::default(), values: Vec::new(), before: None };
    assert!(matches!(b.apply(&nameless), Err(EditError::Table(_))));
    assert_eq!(*b.dataset(), before);
}

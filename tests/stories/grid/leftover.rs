//! A text understood in part: the value goes to its cell, the rest to the notes of the record, as one step.

use clefs::domain::id::{CellRef, RowId};
use clefs::domain::schema::{Record, TableId};
use clefs::domain::value::Value;
use clefs::edit::Document;
use clefs::session::command::Command;
use clefs::session::grid::{Direction, EditorPlace, GridCommand};

use super::bench::{Bench, records};
use crate::build::{self, Build};
use crate::exchange::text;

const NOTED: &str = "Ajouté aux notes\u{a0}: «\u{a0}duplex\u{a0}».";

fn units() -> Bench {
    Bench::new(records(), TableId::Units, &["Code", "Type", "m²", "Publié", "Notes"])
}

fn row(bench: &Bench, code: &str) -> RowId {
    let units = &bench.session.dataset().units;
    units.iter().find(|unit| unit.code == code).map(Record::id).expect("a unit of that code")
}

fn value(bench: &Bench, row: RowId, column: &str) -> Value {
    let table = bench.table();
    bench.session.dataset().stored(CellRef { table, row, column: build::key(table, column) })
}

fn typed(bench: &mut Bench, row: RowId, column: &str, typed: &str) {
    let column = build::key(bench.table(), column);
    bench.perform(GridCommand::TypeOver(row, column, EditorPlace::Grid, typed.to_owned()));
    bench.perform(GridCommand::Commit(Direction::Down));
}

/// The notice shown, if any.
fn notice(bench: &Bench) -> Option<String> {
    bench.session.notice().map(|notice| bench.words().say(&notice.message))
}

#[test]
fn the_rest_goes_to_the_notes_is_said_and_undone_in_one_step() {
    let mut bench = units();
    let row = row(&bench, "L-0001");
    typed(&mut bench, row, "dwelling", "T3 duplex");
    assert_eq!(value(&bench, row, "dwelling"), Value::Choice("T3".into()));
    assert_eq!(value(&bench, row, "notes"), text("Type\u{a0}: duplex"));
    assert_eq!(notice(&bench).as_deref(), Some(NOTED));
    bench.handle(Command::Undo);
    assert_eq!(value(&bench, row, "dwelling"), Value::Choice("T2".into()));
    assert_eq!(value(&bench, row, "notes"), Value::Empty);
}

#[test]
fn notes_are_added_to_and_a_line_is_not_repeated() {
    let mut bench = units();
    let row = row(&bench, "L-0002");
    for _ in 0..2 {
        typed(&mut bench, row, "dwelling", "T4 meublé");
        typed(&mut bench, row, "published", "le 12/04 à 14h30");
    }
    let notes = "dit « oui »\nle 9\nType\u{a0}: meublé\nPublié\u{a0}: à 14h30";
    assert_eq!(value(&bench, row, "notes"), text(notes));
    assert_eq!(value(&bench, row, "published"), Value::Date(build::day("2021-04-12")));
}

#[test]
fn a_text_typed_into_several_cells_is_noted_for_each_record() {
    let mut bench = units();
    bench.play("click:L-0003.Type Shift+↓");
    let [third, fourth] = ["L-0003", "L-0004"].map(|code| row(&bench, code));
    bench.perform(GridCommand::Input("T2 duplex".to_owned()));
    bench.perform(GridCommand::CommitAll);
    for row in [third, fourth] {
        assert_eq!(value(&bench, row, "dwelling"), Value::Choice("T2".into()));
        assert_eq!(value(&bench, row, "notes"), text("Type\u{a0}: duplex"));
    }
    assert_eq!(notice(&bench).as_deref(), Some("La suite de 2 textes a été ajoutée aux notes."));
}

#[test]
fn pasted_rests_join_the_notes_pasted_with_them() {
    let mut bench = units();
    bench.play("click:L-0001.Type");
    bench.perform(GridCommand::Paste("T3 duplex\t70\t2/4/21 à 9h\tvue".to_owned()));
    let first = row(&bench, "L-0001");
    assert_eq!(value(&bench, first, "dwelling"), Value::Choice("T3".into()));
    assert_eq!(value(&bench, first, "notes"), text("vue\nType\u{a0}: duplex\nPublié\u{a0}: à 9h"));
    assert_eq!(notice(&bench).as_deref(), Some("La suite de 2 textes a été ajoutée aux notes."));
    bench.handle(Command::Undo);
    assert_eq!(value(&bench, first, "notes"), Value::Empty);
}

#[test]
fn a_new_record_takes_the_rest_along_once_the_paste_is_agreed_to() {
    let mut bench = units();
    bench.play("click:L-0006.Type");
    bench.perform(GridCommand::Paste("T3\nT5 meublé\t85".to_owned()));
    assert_eq!(bench.preview().map(|plan| (plan.made(), plan.noted())), Some((1, 1)));
    bench.play("anyway");
    let made = bench.session.dataset().units.iter().next_back().map(Record::id).expect("a new unit");
    assert_eq!(value(&bench, made, "dwelling"), Value::Choice("T5".into()));
    assert_eq!(value(&bench, made, "notes"), text("Type\u{a0}: meublé"));
}

/// The text of an action is no place for what is left over of its date: committees read it.
#[test]
fn a_record_without_notes_refuses_the_text_whole() {
    let table = TableId::Actions;
    let mut b = Build::new();
    b.add(TableId::Committees, "comité", &[("held_on", "2021-04-09"), ("state", "held")]);
    let row = b.add(table, "action", &[("committee", "comité"), ("text", "relancer")]);
    let mut bench = Bench::new(Document::new(b.dataset().clone()), table, &[]);
    typed(&mut bench, row, "due", "1/5/21 à 9h");
    assert_eq!((value(&bench, row, "due"), value(&bench, row, "text")), (Value::Empty, text("relancer")));
    let cell = CellRef { table, row, column: build::key(table, "due") };
    assert_eq!(bench.session.dataset().draft(cell), Some("1/5/21 à 9h"));
    let problem = bench.problems.last().map(String::as_str).unwrap_or_default();
    assert!(problem.contains("le reste n’a pas de place ici"), "{problem}");
}

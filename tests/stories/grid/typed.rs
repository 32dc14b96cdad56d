//! The list of typed entries again, through the grid: typed into a cell, then Enter.

use clefs::domain::id::CellRef;
use clefs::domain::schema::{Record, TableId};
use clefs::domain::value::{Insee, Money, Territory, Value};
use clefs::edit::{Document, Edit};
use clefs::session::grid::{EditorPlace, GridCommand};
use clefs::session::key::{Input, Key, Modifiers, Stroke};

use super::bench::Bench;
use crate::build::{self, day, stamp};
use crate::exchange::{id, text};
use crate::typed::{given, list, with_landlords, written};

/// A record with a valid value in every column under test.
fn records(table: TableId) -> Document {
    let mut document = Document::new(with_landlords());
    let landlord = document.dataset().landlords.iter().next().map(Record::id).expect("a landlord");
    let mut values = vec![("landlord", Value::Reference(landlord))];
    values.extend(match table {
        TableId::Units => vec![
            ("code", text("L-0001")),
            ("published", Value::Date(day("2021-01-31"))),
            ("surface", Value::Integer(7)),
            ("rent", Value::Money(Money(700))),
            ("dwelling", Value::Choice("T5".into())),
            ("commune", Value::Commune(Insee("62498".to_owned()))),
        ],
        _ => vec![("target", Value::Integer(7)), ("dated", Value::Date(day("2021-01-31")))],
    });
    let values = values.into_iter().map(|(key, value)| (build::key(table, key), value)).collect();
    document
        .apply(&Edit::Insert { table, row: id(9001), values, before: None }, stamp(), None)
        .expect("a valid record");
    Document::new(document.dataset().clone())
}

fn column(table: TableId, kind: &str) -> Option<&'static str> {
    Some(match (table, kind) {
        (_, "landlord") => "landlord",
        (TableId::Commitments, "date") => "dated",
        (TableId::Commitments, "integer") => "target",
        (TableId::Units, "date") => "published",
        (TableId::Units, "integer") => "surface",
        (TableId::Units, "money") => "rent",
        (TableId::Units, "dwelling") => "dwelling",
        (TableId::Units, "commune") => "commune",
        _ => return None,
    })
}

/// Types every text of the list into its column and returns how many there were.
fn check(table: TableId) -> usize {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (kind, typed, gives) in list() {
        // A target has no unit that could be typed after it.
        let Some(key) = column(table, &kind).filter(|key| !(*key == "target" && typed.ends_with("m²"))) else {
            continue;
        };
        count += 1;
        let mut bench = Bench::new(records(table), table, &[]);
        let cell = CellRef { table, row: id(9001), column: build::key(table, key) };
        let before = bench.session.dataset().stored(cell);
        bench.perform(GridCommand::TypeOver(cell.row, cell.column, EditorPlace::Grid, typed.clone()));
        bench.session.take(Input::Press(Stroke::new(Modifiers::NONE, Key::Enter)));
        bench.settle();
        let after = bench.session.dataset().stored(cell);
        let draft = bench.session.dataset().draft(cell).map(str::to_owned);
        bench.perform(GridCommand::Back);
        let is = match (draft, bench.grid().editor()) {
            (Some(draft), Some(editor)) => {
                assert_eq!([&draft, editor.text()], [&typed, &typed], "the typed text stays");
                assert!(editor.problem.is_some(), "a reason is shown: {typed}");
                assert_eq!(after, before, "a valid value is kept: {typed}");
                if gives.starts_with("ask") {
                    given(&gives, &editor.offers, bench.session.dataset())
                } else {
                    "error".to_owned()
                }
            }
            (_, _) => written(&after, bench.session.dataset()),
        };
        if is != gives {
            wrong.push(format!("{kind} « {typed} » gives {is}, not {gives}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    count
}

/// A person in a hurry types the beginning, then Tab: the only thing on the list is taken, but never another name.
#[test]
fn tab_takes_the_only_suggestion_that_a_beginning_clearly_means() {
    let mut b = build::Build::new();
    b.landlord("Alpha", &[]);
    b.unit("U01", "Alpha", &[]);
    b.unit("V02", "Alpha", &[]);
    b.case("R-ABCDE", &[]);
    b.case("R-ABXYZ", &[]);
    b.proposal("U01", "R-ABCDE", &[]);
    let after = |table, row: &str, key: &str, text: &str| {
        let mut bench = Bench::new(Document::new(b.dataset().clone()), table, &[]);
        let row = if table == TableId::Proposals { b.dataset().proposals.iter().next().map(Record::id) } else { None }
            .unwrap_or_else(|| b.row(row));
        let cell = CellRef { table, row, column: build::key(table, key) };
        bench.perform(GridCommand::TypeOver(row, cell.column, EditorPlace::Grid, text.to_owned()));
        bench.session.take(Input::Press(Stroke::new(Modifiers::NONE, Key::Tab)));
        let data = bench.session.dataset();
        data.draft(cell).map_or_else(|| format!("{:?}", data.stored(cell)), ToOwned::to_owned)
    };
    let shown = |value: Value| format!("{value:?}");
    let commune = |code: &str| shown(Value::Commune(Insee(code.to_owned())));
    let units = |key: &'static str, text: &str| after(TableId::Units, "U01", key, text);
    assert_eq!(units("commune", "hazebrou"), commune("59295"));
    assert_eq!(units("commune", "villeneuve d’as"), commune("59009"));
    assert_eq!(units("step_free", "ou"), shown(Value::Flag(true)));
    // Several, another name of which this is a part, a slip, a code: asked.
    for text in ["vill", "Paris", "Metz", "Hazebrouk", "5929"] {
        assert_eq!(units("commune", text), text, "stays to be corrected");
    }
    let case = |text: &str| after(TableId::Proposals, "", "relocation", text);
    assert_eq!(case("r-abx"), shown(Value::Reference(b.row("R-ABXYZ"))));
    assert_eq!(case("r-ab"), "r-ab");
    let wanted = |text: &str| after(TableId::Relocations, "R-ABCDE", "wanted", text);
    assert_eq!(wanted("partou"), shown(Value::Territories(vec![Territory::Anywhere])));
    assert_eq!(wanted("somm; partou"), "somm; partou", "what stands before is not lost");
}

#[test]
fn what_people_type_into_the_units() {
    assert!(check(TableId::Units) > 100);
}

#[test]
fn what_people_type_into_the_commitments() {
    assert!(check(TableId::Commitments) > 50);
}

#[test]
fn the_landlord_of_the_unit_taken_is_the_first_choice_of_a_lease_without_landlord() {
    let mut b = build::Build::new();
    for name in ["Alpha", "Bravo", "Charlie"] {
        b.landlord(name, &[]);
    }
    b.unit("U01", "Bravo", &[]);
    b.case("R01", &[("unit", "U01"), ("lease_signed", "2021-06-20")]);
    b.case("R02", &[]);
    let first = |case: &str| {
        let mut bench = Bench::new(Document::new(b.dataset().clone()), TableId::Relocations, &[]);
        let key = build::key(TableId::Relocations, "landlord");
        bench.perform(GridCommand::Edit(b.row(case), key, EditorPlace::Grid));
        bench.grid().editor().expect("open").offers.first().map(|offer| offer.label.clone())
    };
    assert_eq!(first("R01").as_deref(), Some("Bravo"));
    assert_eq!(first("R02").as_deref(), Some("Alpha"));
}

//! The texts of a card, on hand-made records, without a window.

use chrono::{NaiveDate, NaiveDateTime};
use clefs::domain::dataset::{Change, Dataset, HistoryEntry};
use clefs::domain::id::RowId;
use clefs::domain::landlord::Landlord;
use clefs::domain::lens::{Lens, Links};
use clefs::domain::schema::{Group, Kind, TableId};
use clefs::domain::unit::Unit;
use clefs::domain::value::{Money, Value};
use clefs::edit::{Document, Edit, Stamp};
use clefs::session::card::{RecordCard, StepState};
use clefs::words::{Lang, Words};

use crate::build;

fn day(d: u32, m: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, m, d).unwrap()
}

fn at(d: u32, m: u32) -> NaiveDateTime {
    day(d, m).and_hms_opt(9, 0, 0).unwrap()
}

const ALPHA: RowId = RowId::from_random(101);
const UNIT: RowId = RowId::from_random(201);

/// One unit of Bailleur Alpha: identified, published in August, withdrawn.
fn dataset() -> Dataset {
    let mut document = Document::default();
    let mut insert = |table, row, values: Vec<(&str, Value)>| {
        let values = values.into_iter().map(|(column, value)| (build::key(table, column), value)).collect();
        let edit = Edit::Insert { table, row, values, before: None };
        document.apply(&edit, Stamp { at: at(15, 4), by: "AB" }, None).unwrap();
    };
    insert(TableId::Landlords, ALPHA, vec![("name", Value::Text("Bailleur Alpha".to_owned()))]);
    insert(
        TableId::Units,
        UNIT,
        vec![
            ("code", Value::Text("L-0147".to_owned())),
            ("landlord", Value::Reference(ALPHA)),
            ("rent", Value::Money(Money(47_130))),
            ("identified", Value::Date(day(15, 4))),
            ("published", Value::Date(day(1, 8))),
            ("withdrawn", Value::Date(day(1, 7))),
            ("notes", Value::Text("Une ligne.\nUne autre.".to_owned())),
        ],
    );
    document.dataset().clone()
}

fn card(dataset: &Dataset) -> RecordCard {
    RecordCard::of(TableId::Units, UNIT, &Lens::new(dataset, &Links::of(dataset), day(9, 7)), &Words::new(Lang::Fr))
}

#[test]
fn the_title_has_code_and_landlord_and_the_fields_the_rest() {
    let card = card(&dataset());
    assert_eq!(card.title, "L-0147 · Bailleur Alpha");
    let fields: Vec<_> = card.groups.iter().flat_map(|(_, fields)| fields).collect();
    assert!(fields.iter().all(|field| field.column.as_str() != "code"));
    // Empty fields too, so that none moves when another is filled.
    assert!(fields.iter().any(|field| field.text.is_empty()));
    let rent = fields.iter().find(|field| field.column.as_str() == "rent").unwrap();
    assert_eq!((rent.label.as_str(), rent.text.as_str()), ("Loyer HC", "471,30\u{a0}€"));
    let groups: Vec<_> = card.groups.iter().map(|(group, _)| *group).collect();
    assert_eq!(groups, [Group::Main, Group::Dwelling, Group::More]);
}

#[test]
fn a_landlord_is_not_named_after_its_successor() {
    let mut document = Document::default();
    for (row, name) in [(ALPHA, "Bailleur Alpha"), (UNIT, "Bravo Habitat")] {
        let values = vec![(Landlord::KEYS.name, Value::Text(name.to_owned()))];
        let edit = Edit::Insert { table: TableId::Landlords, row, values, before: None };
        document.apply(&edit, Stamp { at: at(15, 4), by: "AB" }, None).unwrap();
    }
    let edit = clefs::edit::absorb_landlord(ALPHA, UNIT, day(1, 7));
    document.apply(&edit, Stamp { at: at(15, 4), by: "AB" }, None).unwrap();
    let dataset = document.dataset();
    let (links, words) = (Links::of(dataset), Words::new(Lang::Fr));
    let card = RecordCard::of(TableId::Landlords, ALPHA, &Lens::new(dataset, &links, day(9, 7)), &words);
    assert_eq!(card.title, "Bailleur Alpha");
    let fields: Vec<_> = card.groups.iter().flat_map(|(_, fields)| fields).map(|field| &*field.text).collect();
    assert!(fields.contains(&"Bravo Habitat"), "{fields:?}");
}

#[test]
fn steps_and_exits_are_done_planned_or_missing() {
    let card = card(&dataset());
    let state = |column: &str| card.steps.iter().find(|step| step.column.as_str() == column).map(|step| step.state);
    assert_eq!(state("identified"), Some(StepState::Taken(day(15, 4))));
    assert_eq!(state("published"), Some(StepState::Planned(day(1, 8))));
    assert_eq!(state("presented"), Some(StepState::ToCome));
    assert_eq!(state("withdrawn"), Some(StepState::Ended(day(1, 7))));
    assert_eq!(state("works"), Some(StepState::ToCome));
    assert_eq!(card.steps.last().unwrap().column.as_str(), "works", "exits come last");
}

#[test]
fn a_history_is_newest_first_and_counts_the_older_entries() {
    let mut dataset = dataset();
    let column = Unit::KEYS.rent;
    for n in 1..=60 {
        let (from, to) = (Value::Money(Money(n)), Value::Money(Money(n + 1)));
        let change = Change::Set { column, from, to };
        let of_another = HistoryEntry {
            at: at(16, 4),
            by: "MD".to_owned(),
            table: TableId::Units,
            row: RowId::from_random(999),
            change: change.clone(),
        };
        dataset.history.extend([HistoryEntry { row: UNIT, ..of_another.clone() }, of_another]);
    }
    let history = card(&dataset).history.unwrap();
    assert_eq!((history.entries.len(), history.older), (50, 11), "60 changes and the creation");
    assert_eq!(history.entries[0].stamp, "16/04/2021, MD");
    assert_eq!(history.entries[0].change, "Loyer HC\u{a0}: 0,60\u{a0}€ →\u{a0}0,61\u{a0}€");
    dataset.history = dataset.history.iter().take(dataset.history.len() - 100).cloned().collect();
    let history = card(&dataset).history.unwrap();
    assert_eq!((history.entries.len(), history.older), (11, 0));
    assert_eq!(history.entries[10].change, "Création");
    assert_eq!(history.entries[10].stamp, "15/04/2021, AB");
}

#[test]
fn a_long_value_is_truncated_to_one_line_in_the_history() {
    let mut dataset = dataset();
    let column = Unit::KEYS.notes;
    let (from, to) = (Value::Empty, Value::Text(format!("Première ligne.\n{}", "é".repeat(200))));
    let change = Change::Set { column, from, to };
    dataset.history.extend([HistoryEntry {
        at: at(16, 4),
        by: "MD".to_owned(),
        table: TableId::Units,
        row: UNIT,
        change,
    }]);
    let change = &card(&dataset).history.unwrap().entries[0].change;
    assert!(change.starts_with("Notes\u{a0}: vide →\u{a0}Première ligne. éé") && change.ends_with("é…"), "{change}");
    assert!(change.chars().count() < 110);
}

#[test]
fn a_card_shows_every_column_of_its_record() {
    let dataset = clefs::sample::generate(12, 12, 3);
    let (links, words) = (Links::of(&dataset), Words::new(Lang::En));
    let lens = Lens::new(&dataset, &links, day(9, 7));
    for table in TableId::ALL {
        for row in dataset.table(*table).ids() {
            let card = RecordCard::of(*table, row, &lens, &words);
            for info in table.columns() {
                let value = lens.value(clefs::domain::id::CellRef { table: *table, row, column: info.key });
                let is_listed = card.groups.iter().any(|(_, fields)| fields.iter().any(|f| f.column == info.key))
                    || card.steps.iter().any(|step| step.column == info.key && step.state != StepState::ToCome);
                let is_title = table.label().contains(&info.key)
                    || info.kind == Kind::Reference(TableId::Landlords) && card.title.contains(" · ");
                assert!(is_listed || is_title || value.is_empty(), "{table:?} {}", info.key.as_str());
            }
        }
    }
}

#[test]
fn a_lease_that_does_not_count_is_explained() {
    let mut b = crate::build::Build::new();
    b.landlord("Alpha", &[]);
    b.unit("U01", "Alpha", &[("published", "2021-04-09")]);
    b.case("R01", &[("lease_signed", "2021-05-28")]);
    let uncounted = |b: &crate::build::Build| {
        b.look("2021-07-09", |lens| {
            RecordCard::of(TableId::Relocations, b.row("R01"), lens, &Words::new(Lang::Fr)).uncounted
        })
    };
    let reason = uncounted(&b).expect("it does not count");
    assert_eq!(reason, "Relogée le 28/05/2021, sans bailleur signataire\u{a0}: ne compte encore pour personne (C6)");
    b.set(TableId::Relocations, "R01", "landlord", "Alpha");
    assert_eq!(uncounted(&b), None);
}

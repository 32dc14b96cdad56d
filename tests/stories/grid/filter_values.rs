//! The values that a filter lists are in the order of their kind, with what is empty first.

use clefs::domain::schema::{Audience, TableId};
use clefs::session::grid::{Sheet, values};
use clefs::words::{Lang, Words};

use crate::build::{Build, key};

/// The values listed for a column of units, each unit with another value.
fn listed(column: &str, held: &[&str]) -> Vec<String> {
    let mut b = Build::new();
    for (place, held) in held.iter().enumerate() {
        b.landlord(&format!("Bailleur {place}"), &[]);
        b.unit(&format!("U{place}"), &format!("Bailleur {place}"), &[(column, *held)]);
    }
    let words = Words::new(Lang::Fr);
    b.look("2021-12-31", |lens| {
        let info = TableId::Units.column(key(TableId::Units, column)).unwrap();
        values(&Sheet::Records(TableId::Units, Audience::Office), info, lens, &words)
            .into_iter()
            .map(|(text, _)| text.replace('\u{202f}', " "))
            .collect()
    })
}

#[test]
fn numbers_and_amounts_by_size() {
    assert_eq!(listed("surface", &["100", "9", "", "45"]), ["", "9", "45", "100"]);
    assert_eq!(listed("rent", &["123450", "45000", "9900"]), ["99,00", "450,00", "1 234,50"]);
}

#[test]
fn dates_by_day() {
    let days = ["2021-12-01", "2022-01-15", "2021-02-28", ""];
    assert_eq!(listed("published", &days), ["", "28/02/2021", "01/12/2021", "15/01/2022"]);
}

#[test]
fn choices_in_the_order_of_the_choice() {
    assert_eq!(listed("dwelling", &["T6+", "T2", "T1bis", "T1"]), ["T1", "T1 bis", "T2", "T6 et plus"]);
    assert_eq!(listed("quota", &["state", "other", "landlord"]), ["Bailleur", "État", "Autre"]);
}

#[test]
fn several_choices_by_the_first_that_differs() {
    let mut b = Build::new();
    for (place, held) in ["T3", "T2,T3", "T1bis,T2", "T2"].iter().enumerate() {
        b.case(&format!("R{place}"), &[("dwellings", *held)]);
    }
    let words = Words::new(Lang::Fr);
    let listed = b.look("2021-12-31", |lens| {
        let info = TableId::Relocations.column(key(TableId::Relocations, "dwellings")).unwrap();
        values(&Sheet::Records(TableId::Relocations, Audience::Office), info, lens, &words)
    });
    let texts: Vec<&str> = listed.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(texts, ["T1 bis, T2", "T2", "T2, T3", "T3"]);
}

#[test]
fn texts_alphabetically_without_regard_to_accents_and_equal_ones_counted_together() {
    let refs = ["Étang", "avenue", "Zone", "etage", "Étang"];
    assert_eq!(listed("landlord_ref", &refs), ["avenue", "etage", "Étang", "Zone"]);
}

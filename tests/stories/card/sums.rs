//! Count, sum, median, first and last day of a selection, checked by hand.

use chrono::NaiveDate;
use clefs::domain::schema::{Covers, Kind, NumberUnit};
use clefs::domain::value::{Money, Value};
use clefs::session::grid::{ColumnSummary, Summary};
use clefs::words::{Lang, Words};

const PLAIN: Kind = Kind::Integer(NumberUnit::Plain);

fn summary(cells: &[(Kind, Value)], lang: Lang) -> String {
    Summary::of(cells.iter().cloned()).text(&Words::new(lang)).replace(['\u{a0}', '\u{202f}'], " ")
}

fn french(cells: &[(Kind, Value)]) -> String {
    summary(cells, Lang::Fr)
}

fn euros(cents: i64) -> (Kind, Value) {
    (Kind::Money(Covers::Rent), Value::Money(Money(cents)))
}

fn number(n: i64) -> (Kind, Value) {
    (PLAIN, Value::Integer(n))
}

fn day(d: u32, m: u32) -> (Kind, Value) {
    (Kind::DATE, Value::Date(NaiveDate::from_ymd_opt(2021, m, d).unwrap()))
}

#[test]
fn amounts_add_up_and_empty_cells_do_not_count() {
    let cells = [euros(43_210), (Kind::Money(Covers::Rent), Value::Empty), euros(40_000), euros(40_240)];
    assert_eq!(french(&cells), "sélection : 4 cellules · 3 valeurs · somme 1 234,50 € · médiane 402,40 €");
    assert_eq!(summary(&cells, Lang::En), "selection: 4 cells · 3 values · sum 1,234.50 € · median 402.40 €");
}

#[test]
fn the_median_of_an_even_number_lies_between_two() {
    let cells = [number(60), number(3), number(5), number(1)];
    assert_eq!(french(&cells), "sélection : 4 cellules · 4 valeurs · somme 69 · médiane 4");
    assert_eq!(french(&cells[1..3]), "sélection : 2 cellules · 2 valeurs · somme 8 · médiane 4");
    assert_eq!(french(&[number(2), number(3)]), "sélection : 2 cellules · 2 valeurs · somme 5 · médiane 2,5");
    assert_eq!(french(&[euros(1), euros(2)]), "sélection : 2 cellules · 2 valeurs · somme 0,03 € · médiane 0,02 €");
}

#[test]
fn days_show_the_first_and_the_last() {
    let cells = [day(29, 4), day(3, 5), day(2, 4)];
    assert_eq!(french(&cells), "sélection : 3 cellules · 3 valeurs · du 02/04/2021 au 03/05/2021");
    assert_eq!(french(&cells[..1]), "sélection : 1 cellule · 1 valeur · le 29/04/2021");
}

#[test]
fn a_mixed_selection_is_only_counted() {
    let metres = (Kind::Integer(NumberUnit::SquareMetres), Value::Integer(60));
    for other in [euros(100), day(2, 4), metres, (Kind::Text, Value::Text("Alpha".to_owned()))] {
        for cells in [[number(1), other.clone()], [other.clone(), number(1)]] {
            assert_eq!(french(&cells), "sélection : 2 cellules · 2 valeurs");
        }
    }
    assert_eq!(
        french(&[(PLAIN, Value::Empty), (Kind::Money(Covers::Rent), Value::Empty)]),
        "sélection : 2 cellules · 0 valeur"
    );
}

#[test]
fn an_empty_cell_of_another_kind_does_not_matter() {
    let cells = [number(1), (Kind::Text, Value::Empty), number(2), number(6)];
    assert_eq!(french(&cells), "sélection : 4 cellules · 3 valeurs · somme 9 · médiane 2");
}

#[test]
fn a_huge_sum_does_not_overflow() {
    let sum = Summary::of([number(i64::MAX), number(i64::MAX), number(i64::MAX)]).measured;
    assert_eq!(sum, Some(ColumnSummary::Numbers { is_money: false, sum: i64::MAX, twice_median: i64::MAX }));
}

#[test]
fn a_very_large_selection_shows_its_count_only() {
    assert_eq!(Summary::of_many(Summary::MOST), None);
    let many = Summary::of_many(1_500_000).unwrap().text(&Words::new(Lang::Fr));
    assert_eq!(many.replace(['\u{a0}', '\u{202f}'], " "), "sélection : 1 500 000 cellules");
}

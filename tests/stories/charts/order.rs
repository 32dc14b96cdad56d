//! The order of landlords; those without a commitment come last, in a group of their own.

use clefs::chart::input::RowOrder;
use clefs::chart::layout::progress::ProgressRow;
use clefs::chart::scene::{ColourRole, Shape};
use clefs::domain::commitment::Axis;

use super::{draw, input, row};

fn rows() -> Vec<ProgressRow> {
    vec![
        row(1, "Hôtel", Some(4), 1, 0),
        row(2, "écho", None, 9, 0),
        row(3, "Delta", Some(2), 2, 0),
        row(4, "Alpha", Some(10), 6, 0),
        row(5, "Bravo", Some(0), 0, 0),
        row(6, "Golf", Some(2), 3, 0),
    ]
}

fn sorted(order: RowOrder) -> Vec<String> {
    let mut rows = rows();
    order.sort(&mut rows);
    rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn landlords_stand_in_the_order_that_was_asked_for() {
    assert_eq!(sorted(RowOrder::Listed), ["Hôtel", "Delta", "Alpha", "Golf", "écho", "Bravo"]);
    assert_eq!(sorted(RowOrder::Name), ["Alpha", "Delta", "Golf", "Hôtel", "Bravo", "écho"]);
    assert_eq!(sorted(RowOrder::Target), ["Alpha", "Hôtel", "Delta", "Golf", "écho", "Bravo"]);
    // Three of two, two of two, six of ten, one of four.
    assert_eq!(sorted(RowOrder::Rate), ["Golf", "Delta", "Alpha", "Hôtel", "écho", "Bravo"]);
    // Four are missing, three, none, one too many.
    assert_eq!(sorted(RowOrder::Gap)[..4], ["Alpha", "Hôtel", "Delta", "Golf"]);
}

#[test]
fn a_line_separates_those_without_a_commitment() {
    let across = |rows: Vec<ProgressRow>| {
        let scene = draw(&input(Axis::Units, rows), 600.0, 300.0);
        let is_line = |shape: &Shape| matches!(shape, Shape::Line { from, to, .. } if (from.1 - to.1).abs() < 0.1);
        let lines = scene.marks.iter().filter(|mark| mark.role == ColourRole::Hairline && is_line(&mark.shape));
        // One is below the region.
        lines.count() - 1
    };
    let mut listed = rows();
    RowOrder::Listed.sort(&mut listed);
    assert_eq!(across(listed.clone()), 1);
    assert_eq!(across(listed[..4].to_vec()), 0, "all have one");
    assert_eq!(across(listed[4..].to_vec()), 0, "none has one");
}

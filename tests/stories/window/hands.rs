//! Counted in keys: a home of eight values in a new row.

use clefs::domain::schema::TableId::Units;
use clefs::domain::unit::Energy;
use egui::Key;

use super::desk::Desk;
use super::screen::Window;
use super::week::{FILE, week};
use crate::build::day;

/// Types and counts.
struct Hands<'a> {
    window: &'a mut Window,
    keys: usize,
}

impl Hands<'_> {
    fn press(&mut self, key: Key, times: usize) {
        (0..times).for_each(|_| self.window.press(key));
        self.keys += times;
    }

    /// Types a value and goes to the next cell.
    fn enter(&mut self, text: &str, key: Key) {
        self.window.type_text(text);
        self.keys += text.chars().count();
        self.press(key, 1);
    }
}

#[test]
fn a_home_of_eight_values_takes_at_most_45_keys() {
    let desk = Desk::new();
    desk.keep(FILE, week().dataset());
    let mut window = desk.start_on(FILE);
    window.click("Logements");
    // The name in the history is asked for once in a life.
    window.ctrl(Key::N);
    window.type_text("Odile");
    window.press(Key::Enter);
    window.ctrl(Key::Z);

    let mut hands = Hands { window: &mut window, keys: 1 };
    hands.window.ctrl(Key::N);
    hands.enter("alp", Key::Tab);
    for (text, column) in [
        ("T3", "dwelling"),
        ("lille", "commune"),
        ("450", "rent"),
        ("60", "charges"),
        ("c", "energy"),
        ("2", "floor"),
        ("1/8", "available_from"),
    ] {
        go(&mut hands, column);
        hands.enter(text, Key::Tab);
    }
    let keys = hands.keys;
    let unit = window.session().dataset().units.iter().last().expect("a home").clone();
    assert_eq!(unit.landlord, window.session().dataset().landlords.iter().next().map(|it| it.id()));
    assert_eq!(unit.dwelling.map(|it| it.key()), Some("T3"));
    assert_eq!(unit.commune.map(|commune| commune.0), Some("59350".to_owned()));
    assert_eq!([unit.rent, unit.charges].map(|it| it.map(|money| money.0)), [Some(45_000), Some(6_000)]);
    assert_eq!((unit.energy, unit.floor), (Some(Energy::C), Some(2)));
    assert_eq!(unit.available_from, Some(day("2021-08-01")));
    assert!(keys <= 45, "{keys} keys");
}

/// Goes right to a column by Tab, or from the end of the row if that is nearer.
fn go(hands: &mut Hands, column: &str) {
    let shown = hands.window.session().grid(Units).columns().shown();
    let at = |name: &str| shown.iter().position(|info| info.key.as_str() == name).expect("the column is shown");
    let here = hands.window.session().cell_at_hand().expect("a cell").column;
    let (from, to, last) = (at(here.as_str()), at(column), shown.len() - 1);
    let back = last - to;
    if to >= from && to - from <= back {
        while hands.window.session().cell_at_hand().map(|cell| cell.column.as_str()) != Some(column) {
            hands.press(Key::Tab, 1);
        }
    } else {
        hands.press(Key::End, 1);
        hands.press(Key::ArrowLeft, back);
    }
}

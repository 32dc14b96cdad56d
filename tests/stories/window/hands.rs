//! Counted in keys: a home of eight values in a new row.

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
    // The columns that describe a home.
    hands.press(Key::F7, 1);
    hands.enter("alp", Key::Tab);
    // They stand in the order in which one writes them.
    for text in ["T3", "lille", "2", "450", "60", "c", "1/8"] {
        hands.enter(text, Key::Tab);
    }
    let keys = hands.keys;
    let unit = window.session().dataset().units.iter().next_back().expect("a home").clone();
    assert_eq!(
        unit.landlord,
        window.session().dataset().landlords.iter().next().map(clefs::domain::landlord::Landlord::id)
    );
    assert_eq!(unit.dwelling.map(clefs::domain::dwelling::Dwelling::key), Some("T3"));
    assert_eq!(unit.commune.map(|commune| commune.0), Some("59350".to_owned()));
    assert_eq!([unit.rent, unit.charges].map(|it| it.map(|money| money.0)), [Some(45_000), Some(6_000)]);
    assert_eq!((unit.energy, unit.floor), (Some(Energy::C), Some(2)));
    assert_eq!(unit.available_from, Some(day("2021-08-01")));
    assert!(keys <= 45, "{keys} keys");
}

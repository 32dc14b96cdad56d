//! The commitments by landlord and period, in the window: how one gets there, next year's in a few keys, its look.

use clefs::domain::schema::TableId::Commitments;
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;
use crate::build::Build;

const FILE: &str = "engagements.ron";
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Three landlords; only 2021 has a period: of 27 homes Alpha promises 9 and Bravo 17, of 75 women Alpha 40.
fn one_year() -> Build {
    let mut b = Build::empty();
    b.add(
        clefs::domain::schema::TableId::Convention,
        "Convention fictive",
        &[("fictitious", "yes"), ("as_of", "2021-07-09")],
    );
    b.add(clefs::domain::schema::TableId::Periods, "2021", &[("starts", "2021-03-25"), ("ends", "2021-12-31")]);
    for name in ["Alpha", "Bravo", "Charlie"] {
        b.landlord(name, &[]);
    }
    for (axis, landlord, target) in [
        ("units", "*", "27"),
        ("relocations", "*", "75"),
        ("units", "Alpha", "9"),
        ("units", "Bravo", "17"),
        ("relocations", "Alpha", "40"),
    ] {
        b.commitment(axis, "2021", landlord, target);
    }
    b
}

fn start(desk: &Desk) -> Window {
    desk.keep(FILE, one_year().dataset());
    let mut window = desk.start_on(FILE);
    window.click("Engagements");
    window
}

/// The targets of a year, in the order of the table.
fn targets(window: &Window, year: &str) -> Vec<Option<u32>> {
    let dataset = window.session().dataset();
    let is_of = |row| dataset.periods.find(row).is_some_and(|period| period.name == year);
    dataset.commitments.iter().filter(|it| it.period.is_some_and(is_of)).map(|it| it.target).collect()
}

#[test]
fn a_key_or_a_click_shows_the_other_way_and_ticks_it() {
    let desk = Desk::new();
    let mut window = start(&desk);
    window.assert_shows("✓ Liste");
    window.press(Key::F7);
    window.assert_shows("✓ Par bailleur et exercice");
    assert_eq!(window.column("Bailleur"), ["(toute la région)", "Alpha", "Bravo", "Charlie"]);
    assert_eq!(window.column("Logements 2021"), ["27", "9", "17", ""]);
    window.assert_shows("Logements 2021 : 26 sur 27, 1 à répartir");
    window.select(3, "Logements 2021");
    window.type_text("1");
    assert_eq!(window.typed().as_deref(), Some("1"));
    window.assert_shows("Logements 2021");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    window.assert_shows("Logements 2021 : 27 sur 27, tout est réparti");
    // Nobody has said where it comes from.
    assert_eq!(window.column("Logements 2021")[3], "1, à confirmer");
    window.click("Liste F7");
    assert_eq!(window.column("Objectif"), ["27", "75", "9", "17", "40", "1"]);
    window.press(Key::F7);
    // The rest of a commitment is on its card.
    window.select(1, "Logements 2021");
    window.press(Key::Space);
    window.assert_shows("Source fictive");
    window.press(Key::F6);
    window.press(Key::F6);
    window.press(Key::Escape);
    // What concerns one record opens the list.
    window.click("Alertes");
    window.click("Logements · Charlie · 2021 · Source");
    window.assert_shows("✓ Liste");
}

#[test]
fn next_year_takes_a_few_keys_and_its_changes() {
    let desk = Desk::new();
    let mut window = start(&desk);
    // Two keys: renew, yes.
    window.press_with(CTRL_SHIFT, Key::N);
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    assert_eq!(targets(&window, "2022"), [Some(27), Some(75), Some(9), Some(17), Some(40)]);
    // They are shown at once, selected from the first one on, and told apart.
    assert_eq!(window.column("Logements 2022"), ["27, à confirmer", "9, à confirmer", "17, à confirmer", ""]);
    assert_eq!(window.column("Logements 2021"), ["27", "9", "17", ""]);
    window.assert_shows("Logements 2022 : 26 sur 27, 1 à répartir");
    // The change: Bravo promises one more.
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.type_text("18");
    window.press(Key::Enter);
    assert_eq!(window.column("Logements 2022")[2], "18, à confirmer");
    window.assert_shows("Logements 2022 : 27 sur 27, tout est réparti");
    // All of them are confirmed with one source.
    window.ctrl(Key::A);
    window.press_with(CTRL_SHIFT, Key::O);
    window.assert_shows("Les 5 engagements choisis qui sont à confirmer.");
    window.type_text("Comité du 9 juillet 2021");
    window.press(Key::Enter);
    assert_eq!(window.column("Logements 2022"), ["27", "9", "18", ""]);
    let dataset = window.session().dataset();
    assert!(dataset.commitments.iter().skip(5).all(|it| it.source == "Comité du 9 juillet 2021" && it.dated.is_some()));
    assert!(dataset.commitments.iter().take(5).all(|it| it.source == "Source fictive"));
    for _ in 0..3 {
        window.ctrl(Key::Z);
    }
    assert_eq!(targets(&window, "2022"), []);
    assert_eq!(window.session().dataset().periods.len(), 1);
}

#[test]
fn at_rest_nothing_is_worked_out_again() {
    let desk = Desk::new();
    let mut window = start(&desk);
    window.press(Key::F7);
    let laid_out = |window: &Window| {
        let sheet = window.session().grid(Commitments).sheet().crossed().expect("crossed");
        std::ptr::from_ref(sheet)
    };
    let before = laid_out(&window);
    window.press(Key::ArrowDown);
    window.wait(1.0);
    assert_eq!(laid_out(&window), before);
    assert!(window.rests());
}

#[test]
fn pictures() {
    for (theme, end) in [(None, ""), (Some("Thème sombre"), "-dark")] {
        // Each begins before the year is renewed.
        let desk = Desk::with_sample();
        let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
        if let Some(theme) = theme {
            window.choose("Affichage", theme);
        }
        window.click("Engagements");
        window.press_with(CTRL_SHIFT, Key::N);
        window.press(Key::Enter);
        window.snapshot(&format!("crossed{end}"));
    }
}

#[test]
fn the_card_is_that_of_the_commitment_under_the_cursor_or_says_that_there_is_none() {
    let desk = Desk::new();
    let mut window = start(&desk);
    window.press(Key::F7);
    window.select(1, "Logements 2021");
    window.press(Key::Space);
    let (row, _) = window.session().card().expect("a card");
    assert_eq!(window.session().dataset().commitments.find(row).and_then(|it| it.target), Some(9));
    for (row, column) in [(3, "Logements 2021"), (2, "Bailleur")] {
        window.select(row, column);
        window.assert_shows("Aucun engagement n’est noté à cet endroit.");
        window.assert_absent("Choisissez une ligne");
    }
}

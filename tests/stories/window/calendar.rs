//! The calendar under a date follows what is typed, and obeys the keyboard.

use clefs::domain::schema::TableId;
use egui::accesskit::Toggled;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

/// The editor of an empty date.
fn opened(desk: &Desk) -> Window {
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Promis");
    window.press(Key::Delete);
    if window.shows("Votre nom dans l’historique") {
        window.type_text("OD");
        window.press(Key::Enter);
    }
    window
}

/// The marked day.
fn marked(window: &Window) -> Option<String> {
    let is_marked = |node: &egui_kittest::Node| node.accesskit_node().toggled() == Some(Toggled::True);
    let mut found = window.nodes().filter(is_marked).filter_map(|node| node.accesskit_node().label());
    found.find(|label| label.ends_with(|letter: char| letter.is_ascii_digit()))
}

#[test]
fn it_follows_what_is_typed() {
    let desk = Desk::with_sample();
    let mut window = opened(&desk);
    window.press(Key::F2);
    window.assert_shows("juillet 2021");
    assert_eq!(marked(&window), None);
    window.type_text("9/4/21");
    window.assert_shows("avril 2021");
    assert_eq!(marked(&window).as_deref(), Some("9 avril 2021"));
    window.type_over("1 mars 2022");
    assert_eq!(marked(&window).as_deref(), Some("1er mars 2022"));
    window.type_over("30/2/21");
    assert_eq!(marked(&window), None, "there is no such day");
    window.assert_shows("mars 2022");
}

#[test]
fn arrows_choose_a_day_pages_a_month_and_enter_takes_it() {
    let desk = Desk::with_sample();
    let mut window = opened(&desk);
    window.press(Key::F2);
    window.type_text("9/4/21");
    window.press(Key::ArrowDown);
    assert_eq!(window.typed().as_deref(), Some("16/04/2021"));
    assert_eq!(marked(&window).as_deref(), Some("16 avril 2021"));
    window.press(Key::ArrowRight);
    window.press(Key::ArrowUp);
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowLeft);
    assert_eq!(window.typed().as_deref(), Some("08/04/2021"));
    window.press(Key::PageDown);
    assert_eq!(marked(&window).as_deref(), Some("8 mai 2021"));
    window.press(Key::PageUp);
    window.press(Key::PageUp);
    window.press(Key::Enter);
    assert_eq!(window.column("Promis")[0], "08/03/2021");
}

#[test]
fn in_an_empty_cell_it_goes_on_from_today_and_escape_gives_it_up() {
    let desk = Desk::with_sample();
    let mut window = opened(&desk);
    window.press(Key::F2);
    window.press(Key::ArrowRight);
    assert_eq!(window.typed().as_deref(), Some("10/07/2021"));
    window.press(Key::Escape);
    assert_eq!(window.column("Promis")[0], "");
}

#[test]
fn typing_stays_as_fast_as_before() {
    let desk = Desk::with_sample();
    let mut window = opened(&desk);
    // Over the cell, corrected within the text, and over what the calendar wrote.
    window.type_text("9/4/22");
    window.press(Key::ArrowLeft);
    window.press(Key::Backspace);
    assert_eq!(window.typed().as_deref(), Some("9/4/2"));
    window.press(Key::ArrowDown);
    window.type_text("2/5/21");
    assert_eq!(window.typed().as_deref(), Some("2/5/21"));
    window.press_with(Modifiers::NONE, Key::Enter);
    assert_eq!(window.column("Promis")[0], "02/05/2021");
}

#[test]
fn in_a_low_window_it_stands_beside_its_cell() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in([1000.0, 480.0], Some(SAMPLE));
    window.click("Logements");
    window.reach(TableId::Units, 2, "Promis");
    window.press(Key::F2);
    let (_, cell) = window.focused().expect("the editor");
    for label in ["Mois précédent", "Mois suivant", "15 mai 2021"] {
        let at = window.rect(label);
        assert!(!at.intersects(cell), "{label} at {at} covers {cell}");
        assert!(at.bottom() <= 480.0 && at.right() <= 1000.0, "{label} at {at}");
    }
}

//! The list of what is to do, by keys alone.

use clefs::domain::schema::TableId::{Committees, Postponements, Proposals, Relocations};
use egui::{Key, Modifiers};

use super::desk::Desk;
use super::screen::Window;
use super::week::{FILE, week};
use crate::build::Build;

/// Three cases in which nothing happened for longer and longer, the longest first.
fn idle() -> Build {
    let mut b = week();
    for (code, day) in [("R-CCCCC", "2021-04-01"), ("R-DDDDD", "2021-04-02"), ("R-EEEEE", "2021-04-03")] {
        b.case(code, &[("need_spotted", day)]);
    }
    b
}

fn open(b: &Build) -> Window {
    let desk = Desk::new();
    desk.keep(FILE, b.dataset());
    let mut window = desk.start_on(FILE);
    window.click("À faire");
    window
}

fn at_hand(window: &Window) -> String {
    let (_, todo) = window.session().todo_at_hand().expect("an item");
    window.session().label_of(todo.place.table, todo.place.row)
}

#[test]
fn arrows_go_along_it_and_enter_opens_the_place() {
    let b = idle();
    let mut window = open(&b);
    assert_eq!(at_hand(&window), "R-CCCCC");
    assert!(window.focused().expect("the item is read out").0.starts_with("R-CCCCC, Rien depuis le 01/04/2021"));
    for (key, expected) in [
        (Key::ArrowDown, "R-DDDDD"),
        (Key::ArrowDown, "R-EEEEE"),
        (Key::ArrowDown, "R-EEEEE"),
        (Key::Home, "R-CCCCC"),
        (Key::End, "R-EEEEE"),
        (Key::ArrowUp, "R-DDDDD"),
    ] {
        window.press(key);
        assert_eq!(at_hand(&window), expected, "{key:?}");
    }
    window.press(Key::Enter);
    assert_eq!(window.session().shown_table(), Some(Relocations));
    assert_eq!(window.session().cell_at_hand().map(|cell| cell.row), Some(b.row("R-DDDDD")));
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(at_hand(&window), "R-DDDDD", "back where it was left");
}

#[test]
fn a_key_puts_off_and_the_next_item_is_at_hand_and_the_count_follows() {
    let mut window = open(&idle());
    let count = |window: &Window| clefs::todo::due(window.session().todos());
    window.assert_shows("3 choses à faire");
    window.press(Key::ArrowDown);
    window.ctrl(Key::J);
    window.assert_shows("Reporter à un jour");
    // The reason is asked for.
    window.press(Key::Enter);
    window.type_text("en vacances");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    assert_eq!((count(&window), at_hand(&window)), (2, "R-EEEEE".to_owned()));
    window.assert_shows("2 choses à faire, 1 reportée");
    window.assert_shows("R-DDDDD : reporté. Ctrl+Z l’annule.");
    // The same key takes it up again.
    window.press(Key::End);
    assert_eq!(at_hand(&window), "R-DDDDD");
    window.ctrl(Key::J);
    assert_eq!((count(&window), window.session().dataset().table(Postponements).count()), (3, 0));
    // What is put off by the mouse leaves the cursor alone.
    window.press(Key::Home);
    window.click("Reporter… R-EEEEE");
    window.press(Key::Enter);
    window.type_text("en vacances");
    window.press(Key::Enter);
    assert_eq!((count(&window), at_hand(&window)), (2, "R-CCCCC".to_owned()));
}

#[test]
fn with_tab_the_buttons_are_reached_and_the_arrows_come_back_with_escape() {
    let mut window = open(&idle());
    window.press(Key::Tab);
    assert!(!window.session().is_in_list());
    window.press(Key::Escape);
    window.press(Key::ArrowDown);
    assert_eq!(at_hand(&window), "R-DDDDD");
}

#[test]
fn the_item_with_the_cursor_is_in_sight() {
    let mut b = week();
    for n in 0..60 {
        b.case(&format!("R-{n:05}"), &[("need_spotted", "2021-04-01")]);
    }
    let mut window = open(&b);
    window.press(Key::End);
    assert_eq!(at_hand(&window), "R-00059");
    let (_, rect) = window.focused().expect("the item");
    assert!(rect.top() > 100.0 && rect.bottom() < 900.0, "{rect:?}");
    window.assert_shows("R-00059");
    window.press(Key::Home);
    window.assert_shows("R-00000");
    window.assert_absent("R-00059");
}

#[test]
fn an_offer_past_its_last_day_is_to_do_and_no_finding() {
    let mut b = week();
    let offered = [("proposed_on", "2021-06-01"), ("caleol_on", "2021-06-04"), ("decision", "awarded")];
    b.proposal("L-0001", "R-AAAAA", &[&offered[..], &[("offer_received_on", "2021-06-08")]].concat());
    // A committee whose day is past is another item: the two are told apart.
    b.add(Committees, "", &[("held_on", "2021-07-01")]);
    let mut window = open(&b);
    window.assert_shows("Le délai de réponse a pris fin le 18/06/2021");
    let proposal = b.dataset().proposals.iter().next().expect("a proposal").id();
    let findings = window.session().findings().iter().filter_map(clefs::domain::check::Finding::cell);
    assert_eq!(findings.filter(|cell| (cell.table, cell.row) == (Proposals, proposal)).count(), 0);
    window.press(Key::Enter);
    assert_eq!(window.session().cell_at_hand().map(|cell| cell.row), Some(proposal));
}

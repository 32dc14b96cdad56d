//! The record card beside the grid, and the sums of the selection in the footer.

mod hand;
mod sums;
mod texts;

use clefs::domain::id::CellRef;
use clefs::domain::schema::{ColumnKey, TableId};
use clefs::domain::unit::Unit;
use clefs::session::Session;
use egui::{Key, Modifiers};

use crate::window::desk::{Desk, SAMPLE};
use crate::window::screen::Window;

use hand::{double_click, height_of, scroll_card, space};

/// The sample, with the cursor on the first unit's code.
fn units() -> Window {
    let mut window = Desk::with_sample().start_on(SAMPLE);
    window.click("Logements");
    window.click("Code : L-0001");
    window
}

fn cursor(state: &Session) -> Option<ColumnKey> {
    state.grid(TableId::Units).cursor().map(|(_, column)| column)
}

/// Scrolls the card to its last steps.
fn scroll(window: &mut Window) {
    window.press_with(Modifiers::ALT, Key::PageDown);
}

/// Moves the cursor of the first row to a column.
fn reach(window: &mut Window, column: &str) {
    window.press(Key::Home);
    let place = TableId::Units.columns().iter().position(|info| info.key.as_str() == column).unwrap();
    for _ in 0..place {
        window.press(Key::ArrowRight);
    }
    assert_eq!(cursor(window.session()).unwrap().as_str(), column);
}

#[test]
fn space_opens_the_card_and_never_the_editor() {
    let mut window = units();
    assert!(!window.shows("Historique"));
    space(&mut window);
    window.assert_shows("Historique");
    let row = window.session().grid(TableId::Units).cursor().unwrap().0;
    assert_eq!(window.session().card().unwrap().0, row);
    window.assert_shows(&window.session().card().unwrap().1.title);
    window.assert_shows("09/07/2021, Exemple · Création");
    assert!(window.session().grid(TableId::Units).editor().is_none());
    space(&mut window);
    assert!(!window.shows("Historique"));
}

#[test]
fn the_card_follows_the_cursor() {
    let mut window = units();
    space(&mut window);
    window.press(Key::ArrowDown);
    assert!(window.texts().iter().any(|text| text.starts_with("L-0002 · ")), "{:#?}", window.texts());
    assert!(!window.texts().iter().any(|text| text.starts_with("L-0001 · ")));
}

#[test]
fn an_edit_is_in_the_history_and_on_the_timeline() {
    let mut window = units();
    space(&mut window);
    reach(&mut window, "works");
    window.type_text("5/7/21");
    window.press(Key::Enter);
    window.press(Key::ArrowUp);
    window.assert_shows("Travaux : 05/07/2021");
    window.assert_shows("09/07/2021, OD · Travaux : vide → 05/07/2021");
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.assert_shows("09/07/2021, OD · Travaux : 05/07/2021 → vide");
    assert!(!window.texts().iter().any(|text| text == "Travaux : 05/07/2021"), "it is no longer on the timeline");
}

#[test]
fn a_future_date_is_shown_as_planned() {
    let mut window = units();
    space(&mut window);
    reach(&mut window, "published_again");
    window.type_text("10/7/21");
    window.press(Key::Enter);
    window.press(Key::ArrowUp);
    window.assert_shows("Republié : prévu le 10/07/2021");
}

#[test]
fn escape_closes_one_level_only() {
    let mut window = units();
    space(&mut window);
    window.press(Key::F2);
    assert!(window.session().grid(TableId::Units).editor().is_some());
    window.press(Key::Escape);
    assert!(window.session().grid(TableId::Units).editor().is_none());
    window.assert_shows("Historique");
    window.press_with(Modifiers::NONE, Key::F1);
    window.press(Key::Escape);
    window.assert_shows("Historique");
    window.click("Affichage");
    window.press(Key::Escape);
    window.assert_shows("Historique");
    window.press(Key::Escape);
    assert!(!window.shows("Historique"));
}

#[test]
fn space_types_a_space_in_a_text() {
    let mut window = units();
    window.press(Key::F2);
    space(&mut window);
    assert!(!window.shows("Historique"));
    assert!(window.session().grid(TableId::Units).editor().unwrap().text().ends_with(' '));
    window.press(Key::Escape);
    window.click("Rechercher (Ctrl+F)");
    space(&mut window);
    assert!(!window.shows("Historique"));
}

#[test]
fn shift_space_selects_the_row_and_leaves_the_card_alone() {
    let mut window = units();
    window.press_with(Modifiers::SHIFT, Key::Space);
    assert!(!window.shows("Historique"));
    let start = format!("sélection : {} cellules · ", TableId::Units.columns().len());
    assert!(window.texts().iter().any(|text| text.starts_with(&start)), "{:#?}", window.texts());
}

#[test]
fn the_keyboard_scrolls_the_card_without_moving_the_cursor() {
    let mut window = units();
    space(&mut window);
    let before = (height_of(&window, "Historique"), window.session().grid(TableId::Units).cursor());
    window.press_with(Modifiers::ALT, Key::PageDown);
    let after = (height_of(&window, "Historique"), window.session().grid(TableId::Units).cursor());
    assert!(after.0 < before.0 - 100.0, "{before:?} {after:?}");
    assert_eq!(after.1, before.1);
    window.press_with(Modifiers::ALT, Key::PageUp);
    assert!((height_of(&window, "Historique") - before.0).abs() < 1.0);
}

#[test]
fn the_palette_opens_the_card_and_its_close_button_closes_it() {
    let mut window = units();
    window.press_with(egui::Modifiers::COMMAND.plus(egui::Modifiers::SHIFT), Key::P);
    window.type_text("fiche");
    window.press(Key::Enter);
    window.assert_shows("Historique");
    window.click("Fermer la fiche");
    assert!(!window.shows("Historique"));
}

#[test]
fn a_click_focuses_a_field_and_a_second_click_edits_it() {
    let mut window = units();
    space(&mut window);
    scroll(&mut window);
    let at = cursor(window.session());
    window.click("Republié : à venir");
    assert_eq!(window.session().card_field().unwrap().as_str(), "published_again");
    assert!(window.session().grid(TableId::Units).editor().is_none());
    assert_eq!(cursor(window.session()), at, "the grid's cursor does not move");
    double_click(&mut window, "Republié : à venir");
    assert_eq!(window.session().grid(TableId::Units).editor().unwrap().cell.column.as_str(), "published_again");
}

#[test]
fn the_card_shows_a_finding() {
    let mut window = units();
    space(&mut window);
    reach(&mut window, "published");
    window.type_text("1/2/20");
    window.press(Key::Enter);
    window.press(Key::ArrowUp);
    let row = window.session().grid(TableId::Units).cursor().unwrap().0;
    let found: Vec<_> = window.session().findings_of(TableId::Units, row).collect();
    assert!(!found.is_empty());
    let finding = window.session().words().advice(&found[0].message).replace(['\u{a0}', '\u{202f}'], " ");
    assert!(window.texts().iter().filter(|text| **text == finding).count() >= 1, "{:#?}", window.texts());
}

#[test]
fn closing_the_card_commits_its_open_field() {
    let mut window = units();
    space(&mut window);
    scroll(&mut window);
    double_click(&mut window, "Republié : à venir");
    window.type_text("1/12/21");
    window.click("Fermer la fiche");
    assert!(window.session().grid(TableId::Units).editor().is_none());
    let row = window.session().grid(TableId::Units).cursor().unwrap().0;
    let at = CellRef { table: TableId::Units, row, column: Unit::KEYS.published_again };
    assert!(!window.session().dataset().stored(at).is_empty());
}

#[test]
fn an_entry_to_be_corrected_is_shown_in_the_card_and_delete_reveals_the_value() {
    let mut window = units();
    space(&mut window);
    window.press(Key::F6);
    scroll(&mut window);
    double_click(&mut window, "Republié : à venir");
    window.type_text("bientôt");
    window.press(Key::Enter);
    window.assert_shows("Republié : bientôt");
    window.press(Key::ArrowUp);
    window.press(Key::Delete);
    window.assert_shows("Republié : à venir");
}

#[test]
fn undo_in_the_card_goes_back_to_the_field() {
    let mut window = units();
    space(&mut window);
    scroll(&mut window);
    window.click("Retiré : à venir");
    window.type_text("1/12/21");
    window.press(Key::Enter);
    assert_ne!(window.session().card_field(), Some(Unit::KEYS.withdrawn));
    window.ctrl(Key::Z);
    assert_eq!(window.session().card_field(), Some(Unit::KEYS.withdrawn));
}

#[test]
fn the_footer_sums_the_selection() {
    let mut window = units();
    reach(&mut window, "rent");
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    let sums = window.texts().into_iter().find(|text| text.starts_with("sélection : 3 cellules"));
    assert!(sums.as_ref().is_some_and(|sums| sums.contains("somme") && sums.ends_with('€')), "{sums:?}");
    window.press(Key::ArrowDown);
    assert!(!window.texts().iter().any(|text| text.starts_with("sélection")));
}

/// Types into a cell of the current row.
fn enter(window: &mut Window, column: &str, text: &str) {
    reach(window, column);
    window.type_text(text);
    window.press(Key::Enter);
    window.press(Key::ArrowUp);
}

#[test]
fn pictures() {
    for (theme, name) in [(None, "card"), (Some("Thème sombre"), "card-dark")] {
        let mut window = units();
        if let Some(theme) = theme {
            window.choose("Affichage", theme);
        }
        window.click("Code : L-0006");
        space(&mut window);
        enter(&mut window, "rent", "481,30");
        enter(&mut window, "presented", "12/7/21");
        enter(&mut window, "identified", "9/6/21");
        enter(&mut window, "landlord_ref", "EX-7782");
        window.press(Key::ArrowUp);
        window.press(Key::ArrowUp);
        reach(&mut window, "rent");
        window.press_with(Modifiers::SHIFT, Key::ArrowDown);
        window.press_with(Modifiers::SHIFT, Key::ArrowDown);
        window.snapshot(name);
        scroll_card(&mut window);
        window.snapshot(&format!("{name}-end"));
    }
}

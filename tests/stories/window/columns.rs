//! The columns that a kind of work needs, the menu of a row, and what is ticked.

use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use clefs::store::{self, Settings};
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE, places};
use super::screen::Window;

/// A computer with a few records, where nobody has laid out columns yet.
fn desk(page: &str) -> Desk {
    let desk = Desk::new();
    desk.keep(SAMPLE, &clefs::sample::generate(8, 8, 1));
    let (operator, page) = (Some("OD".to_owned()), Some(page.to_owned()));
    store::save_settings(&*desk.drive, &places(), &Settings { operator, page, ..Settings::default() }).unwrap();
    desk
}

fn units() -> (Desk, Window) {
    let desk = desk("page-units");
    let window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
    (desk, window)
}

fn shown(window: &Window) -> Vec<&'static str> {
    window.session().grid(TableId::Units).columns().shown().iter().map(|info| info.key.as_str()).collect()
}

fn cursor(window: &Window) -> &'static str {
    window.session().grid(TableId::Units).cursor().unwrap().1.as_str()
}

#[test]
fn what_is_asked_about_a_unit_is_in_sight_in_a_small_window() {
    let (_desk, window) = units();
    for header in ["Code", "Bailleur", "Type", "Commune", "Publié", "Statut"] {
        let at = window.rect(header);
        assert!(at.right() <= 1366.0 && at.width() > 50.0, "{header}: {at}");
    }
}

#[test]
fn other_columns_are_a_key_away_on_the_same_row() {
    let (_desk, mut window) = units();
    window.select(2, "Type");
    let row = window.session().grid(TableId::Units).cursor().unwrap().0;
    let first = shown(&window);
    let mut seen = vec![first.len()];
    for expected in ["floor", "occupied", "landlord_ref"] {
        window.press(Key::F7);
        let columns = shown(&window);
        assert!(columns.contains(&expected), "{columns:?}");
        assert_eq!(window.session().grid(TableId::Units).cursor(), Some((row, Unit::KEYS.dwelling)));
        seen.push(columns.len());
    }
    assert_eq!(seen.last(), Some(&TableId::Units.columns().len()), "all of them come last");
    window.press(Key::F7);
    assert_eq!(shown(&window), first);
    window.click("Logement");
    assert!(shown(&window).contains(&"floor"));
}

#[test]
fn columns_keep_order_and_width_from_one_start_to_the_next() {
    let (desk, mut window) = units();
    window.select(0, "Type");
    window.choose("Colonne", "Déplacer vers la droite");
    let edge = window.rect("Commune").right_center() - egui::vec2(1.0, 0.0);
    window.double_click_at(edge);
    window.select(0, "Statut");
    window.choose("Colonne", "Masquer la colonne");
    window.press(Key::F7);
    let (moved, home) =
        (vec!["code", "landlord", "commune", "dwelling", "published", "available_from"], shown(&window));
    window.press(Key::F7);
    for _ in 0..2 {
        window.press(Key::F7);
    }
    assert_eq!(shown(&window)[..6], moved);
    let width = window.session().grid(TableId::Units).columns().width(Unit::KEYS.commune);
    window.press(Key::F7);
    window.close();
    let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
    assert_eq!(shown(&window), home, "the set that was shown last");
    for _ in 0..3 {
        window.press(Key::F7);
    }
    assert_eq!(shown(&window)[..6], moved);
    assert_eq!(
        window.session().grid(TableId::Units).columns().width(Unit::KEYS.commune).map(f32::round),
        width.map(f32::round)
    );
    window.select(0, "Code");
    window.choose("Colonne", "Rétablir les colonnes de départ");
    assert_eq!(shown(&window)[..6], ["code", "landlord", "dwelling", "commune", "published", "status"]);
}

#[test]
fn the_set_of_columns_is_kept_even_if_the_app_ends_suddenly() {
    let (desk, mut window) = units();
    window.select(0, "Code");
    window.press(Key::F7);
    let columns = shown(&window);
    drop(window);
    assert_eq!(shown(&desk.start_in([1366.0, 768.0], Some(SAMPLE))), columns);
}

#[test]
fn tab_passes_calculated_cells() {
    let (_desk, mut window) = units();
    window.select(0, "Publié");
    window.press(Key::Tab);
    assert_eq!(cursor(&window), "available_from");
    window.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(cursor(&window), "published");
    window.press(Key::ArrowRight);
    assert_eq!(cursor(&window), "status", "an arrow goes there");
}

#[test]
fn the_menu_of_a_row_inserts_there() {
    let (_desk, mut window) = units();
    let before = window.column("Code");
    window.select(0, "Code");
    window.click_second_at(window.rect(&format!("Code : {}", before[2])).center());
    window.click("Insérer une ligne au-dessus");
    let codes = window.column("Code");
    assert_eq!((&codes[..2], &codes[3..], codes.len()), (&before[..2], &before[2..], before.len() + 1));
    assert_eq!(cursor(&window), "landlord", "the first empty cell");
    window.ctrl(Key::Z);
    assert_eq!(window.column("Code"), before);
}

#[test]
fn the_menu_of_a_row_pastes_what_another_program_copied() {
    let (desk, mut window) = units();
    *desk.clipboard.text.lock().unwrap() = Some("T5\n".to_owned());
    window.select(1, "Type");
    window.press_with(Modifiers::SHIFT, Key::F10);
    window.assert_shows("Copier avec les en-têtes");
    window.click("Coller Ctrl+V");
    assert_eq!(window.column("Type")[1], "T5");
    *desk.clipboard.text.lock().unwrap() = None;
    window.choose("Édition", "Coller Ctrl+V");
    window.assert_shows("Il n’y a pas de texte à coller");
}

#[test]
fn a_clipboard_that_is_slow_to_answer_is_pasted_where_it_was_asked_for_or_not_at_all() {
    let (desk, mut window) = units();
    *desk.clipboard.text.lock().unwrap() = Some("T5".to_owned());
    window.select(1, "Type");
    desk.pause_jobs();
    window.choose("Édition", "Coller Ctrl+V");
    let before = window.column("Type");
    window.press(Key::ArrowDown);
    desk.resume_jobs();
    window.wait(0.5);
    assert_eq!(window.column("Type"), before);
    window.assert_shows("Rien n’a été collé");
}

#[test]
fn a_menu_opened_by_a_key_closes_by_escape_and_gives_the_keyboard_back() {
    let (_desk, mut window) = units();
    window.select(1, "Type");
    window.press_with(Modifiers::SHIFT, Key::F10);
    window.assert_shows("Insérer une ligne au-dessus");
    window.press(Key::Escape);
    window.assert_absent("Insérer une ligne au-dessus");
    window.type_text("t2");
    assert_eq!(window.typed().as_deref(), Some("t2"));
}

#[test]
fn a_click_in_a_selection_keeps_it() {
    let (_desk, mut window) = units();
    window.select(0, "Type");
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    let cell = window.session().grid(TableId::Units).selection();
    let code = &window.column("Code")[1];
    let row = window.rect(&format!("Code : {code}"));
    let header = window.rect("Type");
    window.click_second_at(egui::pos2(header.center().x, row.center().y));
    assert_eq!(window.session().grid(TableId::Units).selection(), cell);
    window.click("Copier Ctrl+C");
    assert_eq!(window.copied.as_ref().map(|text| text.lines().count()), Some(2));
}

#[test]
fn present_choices_are_ticked() {
    let (_desk, mut window) = units();
    window.click("Affichage");
    window.assert_shows("✓ Thème clair");
    window.click("Thème sombre");
    window.click("Affichage");
    window.assert_shows("✓ Thème sombre");
    window.press(Key::Escape);
    window.click("Aller");
    window.assert_shows("✓ Logements");
}

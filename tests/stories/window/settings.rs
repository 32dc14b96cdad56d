//! Settings are remembered across starts.

use egui::Key;

use super::desk::{Desk, SAMPLE};

#[test]
fn theme_text_language_and_page_are_remembered() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.choose("Affichage", "Thème sombre");
    window.ctrl(Key::Plus);
    window.ctrl(Key::Plus);
    window.click("Associations");
    window.choose("Affichage", "Switch to English");
    window.assert_shows("Dashboard");
    window.close();

    let window = desk.start_on(SAMPLE);
    assert!(window.session().outside().appearance.is_dark);
    assert!(window.harness.ctx.global_style().visuals.dark_mode);
    assert_eq!(window.session().outside().appearance.scale, 120);
    assert!((window.harness.ctx.zoom_factor() - 1.2).abs() < 1e-6);
    window.assert_shows("Dashboard");
    assert_eq!(window.column("Name").len(), 4);
}

#[test]
fn the_text_scale_is_reset() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.ctrl(Key::Minus);
    assert_eq!(window.session().outside().appearance.scale, 90);
    window.ctrl(Key::Num0);
    assert_eq!(window.session().outside().appearance.scale, 100);
}

#[test]
fn a_recent_file_is_offered_at_the_next_start() {
    let desk = Desk::with_sample();
    desk.start_on(SAMPLE).close();
    let mut window = desk.start();
    window.click("Ouvrir Entrée");
    window.assert_shows("Femmes relogées, en tout");
}

#[test]
fn about_shows_where_files_are_kept() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.choose("Aide", "À propos de Clefs");
    for words in [
        env!("CARGO_PKG_VERSION"),
        "MIT ou Apache-2.0",
        "/home/odile/Documents/exemple-2021.ron",
        "backups",
        "settings.ron",
    ] {
        window.assert_shows(words);
    }
    window.click("Fermer");
    window.assert_absent("Apache-2.0");
}

//! Backups in the window: listed with what changed, looked at, restored and undone.

use clefs::domain::schema::TableId;
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE, places};
use super::screen::Window;

fn write(window: &mut Window, row: usize, text: &str) {
    window.reach(TableId::Units, row, "Réf. bailleur");
    window.type_text(text);
    window.press(Key::Enter);
}

/// A window whose file has one backup, two units earlier.
fn changed(desk: &Desk) -> Window {
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    write(&mut window, 0, "A-1");
    write(&mut window, 1, "A-2");
    window.ctrl(Key::N);
    window.ctrl(Key::S);
    window
}

#[test]
fn a_backup_is_restored_in_three_clicks_and_that_can_be_undone() {
    let desk = Desk::with_sample();
    let mut window = changed(&desk);
    let before = window.session().dataset().units.len();
    window.choose("Fichier", "Sauvegardes…");
    window.assert_shows("09/07/2021");
    window.assert_shows("Depuis : 2 fiches changées, 1 ajoutée");
    window.click("Restaurer");
    window.assert_shows("Sauvegarde du 09/07/2021 restaurée. Ctrl+Z pour revenir en arrière.");
    assert_eq!(window.session().dataset().units.len(), before - 1);
    assert_ne!(window.column("Réf. bailleur")[0], "A-1");
    window.ctrl(Key::Z);
    assert_eq!(window.column("Réf. bailleur")[..2], ["A-1", "A-2"]);
    assert_eq!(window.session().dataset().units.len(), before);
}

#[test]
fn a_backup_is_looked_at_and_not_changed_nor_remembered() {
    let desk = Desk::with_sample();
    let mut window = changed(&desk);
    let recent = window.session().outside().recent.clone();
    window.choose("Fichier", "Sauvegardes…");
    window.click("Voir");
    window.assert_shows("C’est une sauvegarde, en lecture seule.");
    window.assert_shows("LECTURE SEULE");
    window.select(0, "Code");
    window.press(Key::F2);
    assert_eq!(window.typed(), None);
    assert_eq!(window.session().outside().recent, recent);
}

#[test]
fn what_a_new_file_replaces_is_in_the_list() {
    let desk = Desk::with_sample();
    desk.keep("autre.ron", &clefs::sample::generate(3, 2, 2));
    let mut window = changed(&desk);
    window.press_with(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::S);
    window.type_over("/home/odile/Documents/autre.ron");
    window.press(Key::Enter);
    window.click("Remplacer");
    window.choose("Fichier", "Sauvegardes…");
    window.assert_shows("09/07/2021, remplacé à 14:32");
}

#[test]
fn a_damaged_file_offers_its_last_sound_backup_from_which_work_goes_on() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    write(&mut window, 0, "A-1");
    window.close();
    // Cut by another program, its first line included; and a later backup is damaged too.
    desk.write(SAMPLE, "(envelope: (for");
    let backups = desk.drive.real(&places().backups_of(clefs::store::DatasetId::from_random(7)));
    std::fs::write(backups.join("2021-07-10.ron"), "(env").unwrap();

    let mut window = desk.start_on(SAMPLE);
    window.assert_shows("Ouvrir la dernière sauvegarde ?");
    window.assert_shows("celle du 09/07/2021");
    window.press(Key::Enter);
    window.assert_shows("C’est une sauvegarde, en lecture seule.");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.type_over(&Desk::path("repris.ron").display().to_string());
    window.press(Key::Enter);
    assert!(!window.session().is_read_only());
    assert!(desk.documents().contains(&"repris.ron".to_owned()));
    assert_eq!(desk.read(SAMPLE), "(envelope: (for", "it stays as it is");
}

#[test]
fn from_a_backup_one_click_leads_back_to_the_own_file_and_nothing_is_proposed_beside_it() {
    let desk = Desk::with_sample();
    let mut window = changed(&desk);
    window.choose("Fichier", "Sauvegardes…");
    window.click("Voir");
    window.choose("Fichier", "Nouvelle convention (Hauts-de-France 2021)…");
    let beside = Desk::path("convention-hauts-de-france-2021.ron").display().to_string();
    assert_eq!(window.session().dialog().unwrap().fields()[0].text(), beside);
    window.press(Key::Escape);
    window.click("Revenir à mon fichier");
    assert!(!window.session().is_read_only());
    assert_eq!(window.session().outside().file, Some(Desk::path(SAMPLE)));
    window.assert_absent("Revenir à mon fichier");
}

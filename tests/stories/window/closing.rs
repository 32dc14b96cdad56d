//! Quitting: work is saved first; if that fails, nothing is discarded without confirmation.

use clefs::domain::schema::TableId;
use egui::Key;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

/// The sample with an unsaved change.
fn unsaved(desk: &Desk) -> Window {
    let mut window = desk.start_on(SAMPLE);
    window.click("Bailleurs");
    window.select(0, "Nom");
    window.type_text("Bailleur Neuf");
    window.press(Key::Enter);
    window.assert_shows("Modifié, bientôt enregistré");
    window
}

const ASKED: &str = "Les dernières modifications ne sont pas enregistrées";

#[test]
fn closing_saves_first() {
    let desk = Desk::with_sample();
    let mut window = unsaved(&desk);
    window.close();
    assert!(window.closes);
    assert!(desk.read(SAMPLE).contains("Bailleur Neuf"));
}

#[test]
fn ctrl_q_commits_the_open_editor_and_saves() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Bailleurs");
    window.select(0, "Nom");
    window.type_text("Bailleur Neuf");
    window.ctrl(Key::Q);
    assert!(window.closes);
    assert!(desk.read(SAMPLE).contains("Bailleur Neuf"));
}

#[test]
fn a_failed_save_asks_and_esc_loses_nothing() {
    let desk = Desk::with_sample();
    let mut window = unsaved(&desk);
    desk.drive.refuse(true);
    for _ in 0..2 {
        window.close();
        assert!(!window.closes);
        window.assert_shows(ASKED);
        window.assert_shows("Il n’y a plus de place sur le disque");
        window.press(Key::Escape);
        window.assert_absent(ASKED);
    }
    assert_eq!(window.column("Nom")[0], "Bailleur Neuf");
    window.assert_shows("Pas enregistré !");

    window.close();
    desk.drive.refuse(false);
    window.click("Réessayer");
    assert!(window.closes);
    assert!(desk.read(SAMPLE).contains("Bailleur Neuf"));
}

#[test]
fn quitting_without_saving_needs_an_explicit_answer() {
    let desk = Desk::with_sample();
    let before = desk.read(SAMPLE);
    let mut window = unsaved(&desk);
    desk.drive.refuse(true);
    window.close();
    window.click("Quitter, et les reprendre à la prochaine ouverture");
    assert!(window.closes);
    assert_eq!(desk.read(SAMPLE), before);
    drop(window);
    desk.drive.refuse(false);
    let window = desk.start_on(SAMPLE);
    assert_eq!(window.column("Nom")[0], "Bailleur Neuf");
}

#[test]
fn a_failed_automatic_save_is_reported_and_retried_at_the_next_edit() {
    let desk = Desk::with_sample();
    let mut window = unsaved(&desk);
    desk.drive.refuse(true);
    window.wait(2.5);
    window.assert_shows("Il n’y a plus de place sur le disque");
    window.assert_shows("Pas enregistré !");
    desk.drive.refuse(false);
    window.type_text("Bailleur Suivant");
    window.press(Key::Enter);
    window.wait(2.5);
    window.assert_shows("Enregistré à 14 h 32 ✓");
    assert!(desk.read(SAMPLE).contains("Bailleur Neuf") && desk.read(SAMPLE).contains("Bailleur Suivant"));
}

#[test]
fn another_file_is_opened_once_the_first_is_saved() {
    let desk = Desk::with_sample();
    desk.keep("autre.ron", &clefs::sample::generate(3, 2, 2));
    let mut window = unsaved(&desk);
    window.ctrl(Key::O);
    window.type_over("/home/odile/Documents/autre.ron");
    window.press(Key::Enter);
    window.click("Logements");
    window.assert_shows("3 logements affichés sur 3");
    assert!(desk.read(SAMPLE).contains("Bailleur Neuf"));
}

#[test]
fn edits_made_while_another_file_opens_are_saved_first() {
    let desk = Desk::with_sample();
    desk.keep("autre.ron", &clefs::sample::generate(3, 2, 2));
    let mut window = desk.start_on(SAMPLE);
    window.click("Bailleurs");
    window.ctrl(Key::O);
    window.type_over("/home/odile/Documents/autre.ron");
    desk.pause_jobs();
    window.press(Key::Enter);
    window.assert_shows("Ouverture du fichier");
    window.reach(TableId::Landlords, 0, "Nom");
    window.type_in_one_frame(&["Bailleur Pressé"]);
    desk.resume_jobs();
    window.wait(1.0);
    window.click("Logements");
    window.assert_shows("3 logements affichés sur 3");
    assert!(desk.read(SAMPLE).contains("Bailleur Pressé"));
}

#[test]
fn steady_typing_does_not_postpone_the_save_forever() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Bailleurs");
    for number in 0..12 {
        window.reach(TableId::Landlords, 0, "Nom");
        window.type_in_one_frame(&[&format!("Bailleur Numéro {number}")]);
        window.wait(1.0);
    }
    assert!(desk.read(SAMPLE).contains("Bailleur Numéro"));
}

#[test]
fn an_idle_window_requests_no_frame() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    for page in ["Logements", "Alertes", "Tableau de bord"] {
        window.click(page);
        window.leave();
        assert!(window.rests(), "{page}");
    }
}

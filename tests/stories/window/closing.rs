//! Leaving: the work is saved first; where it can not be, nothing is lost without an answer.

use clefs::domain::schema::TableId;
use egui::Key;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

/// The sample with a landlord renamed, not saved yet.
fn unsaved(desk: &Desk) -> Window {
    let mut window = desk.start_on(SAMPLE);
    window.click("Bailleurs");
    window.select(0, "Nom");
    window.type_text("Bailleur Neuf");
    window.press(Key::Enter);
    window.assert_says("Modifié, bientôt enregistré");
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
fn ctrl_q_takes_what_is_typed_and_saves_it() {
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
fn a_disk_that_refuses_asks_and_esc_loses_nothing() {
    let desk = Desk::with_sample();
    let mut window = unsaved(&desk);
    desk.drive.refuse(true);
    for _ in 0..2 {
        window.close();
        assert!(!window.closes);
        window.assert_says(ASKED);
        window.assert_says("Il n’y a plus de place sur le disque");
        window.press(Key::Escape);
        window.assert_silent(ASKED);
    }
    assert_eq!(window.column("Nom")[0], "Bailleur Neuf");
    window.assert_says("Pas enregistré !");

    window.close();
    desk.drive.refuse(false);
    window.click("Réessayer");
    assert!(window.closes);
    assert!(desk.read(SAMPLE).contains("Bailleur Neuf"));
}

#[test]
fn quitting_without_saving_is_an_answer_of_its_own() {
    let desk = Desk::with_sample();
    let before = desk.read(SAMPLE);
    let mut window = unsaved(&desk);
    desk.drive.refuse(true);
    window.close();
    window.click("Quitter sans enregistrer");
    assert!(window.closes);
    assert_eq!(desk.read(SAMPLE), before);
}

#[test]
fn a_save_that_fails_by_itself_is_told_and_tried_again_at_the_next_edit() {
    let desk = Desk::with_sample();
    let mut window = unsaved(&desk);
    desk.drive.refuse(true);
    window.wait(2.5);
    window.assert_says("Il n’y a plus de place sur le disque");
    window.assert_says("Pas enregistré !");
    desk.drive.refuse(false);
    window.type_text("Bailleur Suivant");
    window.press(Key::Enter);
    window.wait(2.5);
    window.assert_says("Enregistré à 14 h 32 ✓");
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
    window.assert_says("3 logements affichés sur 3");
    assert!(desk.read(SAMPLE).contains("Bailleur Neuf"));
}

#[test]
fn what_is_edited_while_another_file_opens_is_saved_before_it_shows() {
    let desk = Desk::with_sample();
    desk.keep("autre.ron", &clefs::sample::generate(3, 2, 2));
    let mut window = desk.start_on(SAMPLE);
    window.click("Bailleurs");
    window.ctrl(Key::O);
    window.type_over("/home/odile/Documents/autre.ron");
    desk.hold_jobs();
    window.press(Key::Enter);
    window.assert_says("Ouverture du fichier");
    window.reach(TableId::Landlords, 0, "Nom");
    window.type_in_one_frame(&["Bailleur Pressé"]);
    desk.release_jobs();
    window.wait(1.0);
    window.click("Logements");
    window.assert_says("3 logements affichés sur 3");
    assert!(desk.read(SAMPLE).contains("Bailleur Pressé"));
}

#[test]
fn steady_typing_is_saved_all_the_same() {
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
fn at_rest_no_frame_is_asked_for() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    for page in ["Logements", "Alertes", "Tableau de bord"] {
        window.click(page);
        window.leave();
        assert!(window.rests(), "{page}");
    }
}

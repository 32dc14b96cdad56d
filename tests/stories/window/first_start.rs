//! From a first start to a first figure, and back after a restart.

use clefs::domain::schema::TableId;
use egui::Key;

use super::desk::Desk;
use super::screen::Window;

const FILE: &str = "convention-hauts-de-france-2021.ron";

/// A first start with the template chosen.
fn template(desk: &Desk) -> Window {
    let mut window = desk.start();
    window.click("Commencer");
    window.click("Créer");
    window
}

#[test]
fn first_start_offers_three_choices_and_asks_where_to_keep_the_file() {
    let desk = Desk::new();
    let mut window = desk.start();
    for offer in ["Commencer avec la convention de 2021", "Essayer avec un exemple", "Ouvrir un fichier"] {
        window.assert_shows(offer);
    }
    window.click("Commencer");
    window.assert_shows("Où garder la convention ?");
    window.press(Key::Escape);
    window.assert_absent("Où garder la convention ?");
    assert!(desk.documents().is_empty(), "nothing is written before the path is chosen");

    window.click("Commencer");
    window.click("Créer");
    assert_eq!(desk.documents(), [FILE]);
    for figure in ["/ 27", "/ 75", "Hauts-de-France : 0 logement publié", "17 bailleurs sans engagement complet"] {
        window.assert_shows(figure);
    }
    window.click("Bailleurs");
    assert_eq!(window.column("Nom").len(), 17);
    window.assert_shows("17 bailleurs affichés sur 17");
}

#[test]
fn the_sample_is_marked_fictitious_everywhere() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Essayer");
    window.click("Créer");
    for page in ["Logements", "Relogements", "Alertes", "Tableau de bord"] {
        window.click(page);
        window.assert_shows("DONNÉES FICTIVES");
    }
}

#[test]
fn an_existing_file_is_replaced_only_after_confirmation() {
    let desk = Desk::new();
    desk.write(FILE, "quelque chose");
    let mut window = template(&desk);
    window.assert_shows("Un fichier de ce nom existe déjà");
    window.press(Key::Escape);
    assert_eq!(desk.read(FILE), "quelque chose");
    window.click("Commencer");
    window.click("Créer");
    window.click("Remplacer");
    window.assert_shows("/ 27");
    assert!(desk.read(FILE).contains("Maisons et Cités"));
}

#[test]
fn a_published_unit_counts_and_is_undone_redone_saved_and_reopened() {
    let desk = Desk::new();
    let mut window = template(&desk);
    window.click("Logements");
    window.assert_shows("Aucun logement pour l’instant. Ctrl+N en ajoute un.");

    window.ctrl(Key::N);
    window.assert_shows("Votre nom dans l’historique");
    window.press(Key::Escape);
    window.assert_shows("Aucun logement pour l’instant");
    window.ctrl(Key::N);
    window.type_text("Odile D.");
    window.press(Key::Enter);
    assert_eq!(window.column("Code"), ["L-0001"]);

    // The cursor is on the landlord: part of its name is enough.
    window.type_text("maisons");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.column("Bailleur"), ["Maisons et Cités"]);
    window.reach(TableId::Units, 0, "Publié");
    window.type_text("9/4/21");
    window.press(Key::Enter);
    assert_eq!(window.column("Publié"), ["09/04/2021"]);

    let counts = "Maisons et Cités : 1 logement publié";
    window.click("Tableau de bord");
    window.assert_shows("Hauts-de-France : 1 logement publié");
    window.assert_shows(counts);
    window.ctrl(Key::Z);
    window.assert_shows("Annulé : Modifier « Publié » (logement)");
    assert_eq!(window.column("Publié"), [""], "undo shows the page of the change");
    window.click("Tableau de bord");
    window.assert_absent(counts);
    window.ctrl(Key::Y);
    window.click("Tableau de bord");
    window.assert_shows(counts);

    window.click("Logements");
    window.ctrl(Key::Z);
    window.ctrl(Key::Y);
    let before = desk.read(FILE);
    window.wait(0.5);
    window.assert_shows("Modifié, bientôt enregistré");
    assert_eq!(desk.read(FILE), before, "saving is debounced by two seconds");
    window.wait(2.0);
    assert_ne!(desk.read(FILE), before);
    window.assert_shows("Enregistré à 14 h 32 ✓");
    window.close();

    let mut window = desk.start_on(FILE);
    window.click("Tableau de bord");
    window.assert_shows(counts);
    window.click("Logements");
    assert_eq!(window.column("Bailleur"), ["Maisons et Cités"]);
    let history = &window.session().dataset().history;
    assert!(history.len() >= 3, "insert, landlord, date, undo and redo");
    assert!(history.iter().all(|entry| entry.by == "Odile D."));
    // The operator's name is remembered.
    window.ctrl(Key::N);
    assert_eq!(window.column("Code").len(), 2);
}

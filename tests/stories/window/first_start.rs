//! From nothing to a first figure, and finding it again.

use clefs::domain::schema::TableId;
use egui::Key;

use super::desk::Desk;
use super::screen::Window;

const FILE: &str = "convention-hauts-de-france-2021.ron";

/// A first start that chose the template.
fn template(desk: &Desk) -> Window {
    let mut window = desk.start();
    window.click("Commencer");
    window.click("Créer");
    window
}

#[test]
fn first_start_offers_three_ways_and_asks_where_to_keep_the_file() {
    let desk = Desk::new();
    let mut window = desk.start();
    for offer in ["Commencer avec la convention de 2021", "Essayer avec un exemple", "Ouvrir un fichier"] {
        window.assert_says(offer);
    }
    window.click("Commencer");
    window.assert_says("Où garder la convention ?");
    window.press(Key::Escape);
    window.assert_silent("Où garder la convention ?");
    assert!(desk.documents().is_empty(), "nothing is written before the place is chosen");

    window.click("Commencer");
    window.click("Créer");
    assert_eq!(desk.documents(), [FILE]);
    for figure in ["/ 27", "/ 75", "Hauts-de-France : 0 logement publié", "17 bailleurs sans engagement complet"] {
        window.assert_says(figure);
    }
    window.click("Bailleurs");
    assert_eq!(window.column("Nom").len(), 17);
    window.assert_says("17 bailleurs affichés sur 17");
}

#[test]
fn the_sample_says_everywhere_that_it_is_made_up() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Essayer");
    window.click("Créer");
    for page in ["Logements", "Relogements", "Alertes", "Tableau de bord"] {
        window.click(page);
        window.assert_says("DONNÉES FICTIVES");
    }
}

#[test]
fn a_file_of_that_name_is_replaced_only_after_asking() {
    let desk = Desk::new();
    desk.write(FILE, "quelque chose");
    let mut window = template(&desk);
    window.assert_says("Un fichier de ce nom existe déjà");
    window.press(Key::Escape);
    assert_eq!(desk.read(FILE), "quelque chose");
    window.click("Commencer");
    window.click("Créer");
    window.click("Remplacer");
    window.assert_says("/ 27");
    assert!(desk.read(FILE).contains("Maisons et Cités"));
}

#[test]
fn a_unit_published_counts_is_undone_redone_saved_and_found_again() {
    let desk = Desk::new();
    let mut window = template(&desk);
    window.click("Logements");
    window.assert_says("Aucun logement pour l’instant. Ctrl+N en ajoute un.");

    window.ctrl(Key::N);
    window.assert_says("Votre nom dans l’historique");
    window.press(Key::Escape);
    window.assert_says("Aucun logement pour l’instant");
    window.ctrl(Key::N);
    window.type_text("Odile D.");
    window.press(Key::Enter);
    assert_eq!(window.column("Code"), ["L-0001"]);

    // The keyboard is on the landlord: a part of its name is enough.
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
    window.assert_says("Hauts-de-France : 1 logement publié");
    window.assert_says(counts);
    window.ctrl(Key::Z);
    window.assert_says("Annulé : Modifier « Publié » (logement)");
    assert_eq!(window.column("Publié"), [""], "the page of the change is shown");
    window.click("Tableau de bord");
    window.assert_silent(counts);
    window.ctrl(Key::Y);
    window.click("Tableau de bord");
    window.assert_says(counts);

    window.click("Logements");
    window.ctrl(Key::Z);
    window.ctrl(Key::Y);
    let before = desk.read(FILE);
    window.wait(1.0);
    window.assert_says("Modifié, bientôt enregistré");
    assert_eq!(desk.read(FILE), before, "it waits for two seconds of quiet");
    window.wait(1.0);
    assert_ne!(desk.read(FILE), before);
    window.assert_says("Enregistré à 14 h 32 ✓");
    window.close();

    let mut window = desk.start_on(FILE);
    window.click("Tableau de bord");
    window.assert_says(counts);
    window.click("Logements");
    assert_eq!(window.column("Bailleur"), ["Maisons et Cités"]);
    let history = &window.session().dataset().history;
    assert!(history.len() >= 3, "insert, landlord, date, undo and redo");
    assert!(history.iter().all(|entry| entry.by == "Odile D."));
    // She is known from now on.
    window.ctrl(Key::N);
    assert_eq!(window.column("Code").len(), 2);
}

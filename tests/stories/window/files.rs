//! Changed, newer, edited and broken files: nothing is overwritten without confirmation.

use clefs::domain::schema::TableId;
use clefs::session::command::{Command, Request};
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

fn rename_first_landlord(window: &mut Window, name: &str) {
    window.click("Bailleurs");
    window.select(0, "Nom");
    window.type_text(name);
    window.press(Key::Enter);
}

#[test]
fn a_newer_file_is_read_only() {
    let desk = Desk::with_sample();
    desk.write(SAMPLE, desk.read(SAMPLE).replace("(format: 1,", "(format: 2,"));
    let before = desk.read(SAMPLE);
    let mut window = desk.start_on(SAMPLE);
    window.assert_shows("version plus récente de Clefs");
    window.click("Logements");
    window.assert_shows("LECTURE SEULE");
    window.select(0, "Code");
    window.press(Key::F2);
    assert_eq!(window.typed(), None);
    window.ctrl(Key::N);
    window.ctrl(Key::S);
    window.assert_shows("41 logements affichés sur 41");
    assert_eq!(desk.read(SAMPLE), before);
    // Saved under another name it is an ordinary file.
    window.close();
    assert!(window.closes);
}

#[test]
fn a_newer_file_is_worked_on_in_a_copy_of_the_format_of_this_version() {
    let desk = Desk::with_sample();
    desk.write(SAMPLE, desk.read(SAMPLE).replace("(format: 1,", "(format: 2,"));
    let mut window = desk.start_on(SAMPLE);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.press(Key::Enter);
    window.assert_shows("donnez un autre nom à la copie");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.type_over("/home/odile/Documents/copie.ron");
    window.press(Key::Enter);
    assert!(desk.read("copie.ron").starts_with("(envelope: (format: 1,"));
    assert!(!window.session().is_read_only());
    assert!(desk.read(SAMPLE).starts_with("(envelope: (format: 2,"));
}

#[test]
fn a_broken_file_is_reported_with_its_position_and_left_untouched() {
    let desk = Desk::with_sample();
    let text = desk.read(SAMPLE);
    let broken = text.replacen("joined: \"", "joined: \"x", 1);
    assert_ne!(broken, text);
    desk.write(SAMPLE, &broken);
    let mut window = desk.start_on(SAMPLE);
    window.assert_shows("champ joined");
    window.assert_shows("une date qui existe");
    window.assert_shows("Commencer avec la convention de 2021");
    window.close();
    assert_eq!(desk.read(SAMPLE), broken);
}

#[test]
fn a_foreign_file_is_reported_and_left_untouched() {
    let (nothing, zip): (&[u8], &[u8]) = (b"", b"PK\x03\x04\xff\xfe");
    for (bytes, words) in [(nothing, "Le fichier est vide."), (zip, "Ce n’est pas un fichier de Clefs")] {
        let desk = Desk::new();
        desk.write(SAMPLE, bytes);
        let mut window = desk.start_on(SAMPLE);
        window.assert_shows(words);
        window.click("Fermer");
        window.assert_absent(words);
        assert_eq!(desk.read_bytes(SAMPLE), bytes);
    }
}

#[test]
fn a_file_edited_by_hand_asks_first() {
    let desk = Desk::with_sample();
    let edited = desk.read(SAMPLE).replace("Bravo Habitat", "Bravo Habitation");
    desk.write(SAMPLE, &edited);
    let mut window = desk.start_on(SAMPLE);
    window.assert_shows("Ce fichier a été modifié hors de Clefs");
    window.press(Key::Escape);
    window.assert_shows("Commencer avec la convention de 2021");
    assert_eq!(desk.read(SAMPLE), edited);

    let mut window = desk.start_on(SAMPLE);
    window.click("Ouvrir quand même");
    window.click("Bailleurs");
    assert!(window.column("Nom").contains(&"Bravo Habitation".to_owned()));
}

#[test]
fn save_as_continues_in_the_copy() {
    let desk = Desk::with_sample();
    let before = desk.read(SAMPLE);
    let mut window = desk.start_on(SAMPLE);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.type_over("/home/odile/Documents/copie");
    window.press(Key::Enter);
    // Done once, with the right extension.
    window.assert_absent("Un enregistrement est en cours");
    rename_first_landlord(&mut window, "Bailleur Copie");
    window.wait(2.5);
    assert!(desk.read("copie.ron").contains("Bailleur Copie"));
    assert_eq!(desk.read(SAMPLE), before);
    assert_eq!(window.titles.last().map(String::as_str), Some("copie.ron – Clefs"));
}

#[test]
fn a_table_is_exported_and_the_dialog_names_the_audience() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.choose("Fichier", "Exporter ce tableau en CSV…");
    window.click("Le bureau");
    window.assert_shows("réservé au bureau");
    window.click("Exporter");
    window.assert_shows("Tableau exporté : /home/odile/Documents/logements - bureau.csv");
    assert_eq!(desk.read("logements - bureau.csv").lines().filter(|line| line.contains("L-0")).count(), 41);
}

#[test]
fn a_landlord_gets_a_file_with_its_own_rows() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Code");
    window.choose("Fichier", "Exporter ce tableau en CSV…");
    window.assert_shows("Bailleur Alpha, ses propres lignes");
    window.click("Ce bailleur");
    window.assert_shows("Seulement ce que ce lecteur peut voir.");
    window.click("Exporter");
    let text = desk.read("logements - Bailleur Alpha.csv");
    assert!(text.contains("POUR Bailleur Alpha UNIQUEMENT"), "{text}");
    let homes: Vec<_> = text.lines().filter(|line| line.contains("L-0")).collect();
    assert!(!homes.is_empty() && homes.iter().all(|line| line.contains("Bailleur Alpha")), "{homes:?}");
}

#[test]
fn an_open_editor_is_committed_before_saving() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Promis");
    window.type_text("3/4/21");
    window.ctrl(Key::S);
    window.assert_shows("Enregistré à 14 h 32 ✓");
    assert!(desk.read(SAMPLE).contains("2021-04-03"));
}

#[test]
fn another_file_is_shown_from_its_first_row() {
    let desk = Desk::with_sample();
    desk.keep("autre.ron", &clefs::sample::generate(41, 60, 2));
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.press_with(Modifiers::COMMAND, Key::End);
    assert_ne!(window.column("Code")[0], "L-0001");
    let open = Command::Host(Request::Open(Desk::path("autre.ron")));
    window.harness.state_mut().host_mut().handle(open);
    window.settle();
    assert_eq!(window.column("Code")[0], "L-0001");
}

#[test]
fn a_folder_that_does_not_exist_is_said_and_the_path_can_be_corrected() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.choose("Fichier", "Nouvel exemple fictif…");
    window.type_over("/home/odile/Documents/Clés/suivi.ron");
    window.press(Key::Enter);
    window.assert_shows("Le dossier « /home/odile/Documents/Clés » n’existe pas");
    assert_eq!(window.session().dialog().unwrap().fields()[0].text(), "/home/odile/Documents/Clés/suivi.ron");
    window.type_over("/home/odile/Documents/suivi.ron");
    window.press(Key::Enter);
    assert!(window.session().is_open());
    assert!(desk.documents().contains(&"suivi.ron".to_owned()));
}

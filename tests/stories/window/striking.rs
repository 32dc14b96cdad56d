//! Striking out in the window: what must go is in no file that the app keeps.

use clefs::domain::schema::TableId;
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE, places};
use super::screen::Window;

/// The bytes of every file of the app's folders and of the documents, in lower case.
pub fn all(desk: &Desk) -> String {
    let mut text = String::new();
    let mut folders = vec![desk.drive.real(std::path::Path::new("/"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                text += &String::from_utf8_lossy(&std::fs::read(path).unwrap()).to_lowercase();
            }
        }
    }
    text
}

fn write(window: &mut Window, row: usize, column: &str, text: &str) {
    window.reach(TableId::Units, row, column);
    window.type_text(text);
    window.press(Key::Enter);
}

/// A name in the notes of a unit: corrected, in a backup, in a draft, and in a text being typed.
fn with_canaries(desk: &Desk) -> Window {
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    write(&mut window, 0, "Réf. bailleur", "chez Canari");
    window.ctrl(Key::S);
    write(&mut window, 0, "Réf. bailleur", "A-1");
    write(&mut window, 1, "m²", "canari ?");
    window.ctrl(Key::S);
    // Tomorrow's first save makes a backup of today's state.
    let backups = desk.drive.real(&places().backups_of(clefs::store::DatasetId::from_random(7)));
    std::fs::write(backups.join("2021-07-08.ron"), desk.read_bytes(SAMPLE)).unwrap();
    write(&mut window, 2, "Réf. bailleur", "CANARI");
    assert!(all(desk).matches("canari").count() > 6);
    window
}

#[test]
fn a_struck_word_is_in_no_file_after_edits_saves_drafts_undos_and_backups() {
    let desk = Desk::with_sample();
    let mut window = with_canaries(&desk);
    window.ctrl(Key::Z);
    window.choose("Édition", "Rayer définitivement un mot partout…");
    window.type_text("Canari");
    window.press(Key::Enter);
    window.assert_shows("Cela ne s’annule pas.");
    window.assert_shows("à effacer là-bas");
    window.click("Rayer définitivement");
    window.assert_shows("Rayé du fichier, de l’historique et des sauvegardes de ce poste.");
    assert!(!all(&desk).contains("canari"));
    window.ctrl(Key::Z);
    window.wait(3.0);
    window.close();
    assert!(!all(&desk).contains("canari"));
    assert!(clefs::store::open(&*desk.drive, &Desk::path(SAMPLE)).is_ok());
}

#[test]
fn enter_strikes_out_nothing_and_a_value_goes_with_its_history() {
    let desk = Desk::with_sample();
    let mut window = with_canaries(&desk);
    window.reach(TableId::Units, 0, "Réf. bailleur");
    window.choose("Édition", "Rayer définitivement la valeur…");
    window.press(Key::Enter);
    assert_eq!(window.column("Réf. bailleur")[0], "A-1");
    window.choose("Édition", "Rayer définitivement la valeur…");
    window.click("Rayer définitivement");
    assert_eq!(window.column("Réf. bailleur")[0], "");
    assert!(!all(&desk).contains("chez canari"));
}

/// A name and a phone number in the notes of two units, corrected in one of them, with a backup.
fn with_a_finding(desk: &Desk) -> Window {
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    write(&mut window, 0, "Notes", "visite avec Mme Canari, 3e étage");
    write(&mut window, 1, "Notes", "Mme Canari");
    window.ctrl(Key::S);
    write(&mut window, 1, "Notes", "vu");
    window.ctrl(Key::S);
    window.click("Alertes");
    window
}

#[test]
fn a_finding_strikes_out_the_passage_that_it_means_wherever_it_is_written() {
    let desk = Desk::with_sample();
    let mut window = with_a_finding(&desk);
    window.click("Rayer… L-0001 · Notes");
    window.assert_shows("Le passage signalé dans « Notes » est écrit à 2 endroits.");
    window.assert_absent("Mme Canari");
    window.press(Key::Enter);
    assert!(all(&desk).contains("mme canari"), "the first answer strikes out nothing");
    window.click("Rayer… L-0001 · Notes");
    window.click("Rayer le passage");
    assert!(!all(&desk).contains("canari"));
    assert!(all(&desk).contains("visite avec …, 3e étage"));
    window.assert_absent("Rayer…");
}

#[test]
fn a_finding_strikes_out_the_whole_value_too() {
    let desk = Desk::with_sample();
    let mut window = with_a_finding(&desk);
    window.click("Rayer… L-0001 · Notes");
    window.click("Rayer la valeur");
    assert!(!all(&desk).contains("3e étage"));
    window.click("Logements");
    assert_eq!(window.column("Notes")[..2], ["", "vu"]);
}

#[test]
fn the_card_strikes_out_its_field_and_its_record() {
    let desk = Desk::with_sample();
    let mut window = with_canaries(&desk);
    window.reach(TableId::Units, 0, "Code");
    window.press(Key::Space);
    // By the keyboard: the palette is about the field of the card, not the cell of the cursor.
    let field = window.rightmost("Réf. bailleur : A-1");
    window.click_at(field);
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P);
    window.type_text("rayer valeur");
    window.press(Key::Enter);
    window.assert_shows("La valeur de « Réf. bailleur »");
    window.press(Key::Escape);
    // By the field's menu.
    window.click_second_at(field);
    window.click("Rayer définitivement la valeur…");
    window.click("Rayer définitivement");
    assert!(!all(&desk).contains("chez canari"));
    window.assert_shows("« Réf. bailleur » : valeurs rayées");
    for _ in 0..3 {
        window.press_with(Modifiers::ALT, Key::PageDown);
    }
    window.click("Rayer définitivement la fiche…");
    window.assert_shows("La fiche, ce qui s’y rattache");
    window.click("Rayer définitivement");
    assert!(!all(&desk).contains("\"l-0001\""));
}

#[test]
fn a_struck_record_is_in_no_file() {
    let desk = Desk::with_sample();
    let mut window = with_canaries(&desk);
    window.reach(TableId::Units, 0, "Réf. bailleur");
    window.choose("Édition", "Rayer définitivement la fiche…");
    window.click("Rayer définitivement");
    assert!(!all(&desk).contains("chez canari"));
    assert!(!all(&desk).contains("\"l-0001\""));
}

#[test]
fn what_was_undone_or_removed_is_still_told_and_can_be_struck_out_of_the_history() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    write(&mut window, 0, "Notes", "voir Mme Canari");
    window.ctrl(Key::Z);
    window.click("Alertes");
    window.assert_shows("L’historique de « Notes » garde un texte d’avant qui semble contenir une donnée personnelle");
    window.click("Rayer… L-0001 · Notes");
    window.click("Rayer le passage");
    window.assert_absent("L’historique de « Notes »");
    // A record that is gone has a history too.
    window.click("Associations");
    window.ctrl(Key::N);
    window.type_text("Provisoire");
    window.press(Key::Enter);
    let last = window.session().dataset().associations.len() - 1;
    window.reach(TableId::Associations, last, "Notes");
    window.type_text("voir Mme Canari");
    window.press(Key::Enter);
    window.reach(TableId::Associations, last, "Notes");
    window.ctrl(Key::Delete);
    window.click("Alertes");
    window.click("Rayer… Associations · fiche supprimée");
    window.click("Rayer le passage");
    window.ctrl(Key::S);
    assert!(!all(&desk).contains("canari"));
}

#[test]
fn personal_data_is_said_on_the_spot_and_a_key_strikes_it_out() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    write(&mut window, 0, "Notes", "visite avec Mme Canari, 3e étage");
    let said = "« Notes » semble contenir un nom de personne. Maj+F9 ou « Rayer… » pour l’effacer ; si c’est voulu, continuez.";
    window.assert_shows(said);
    assert!(window.announced().iter().all(|text| !text.contains("Canari")), "the notice repeats no text");
    window.press_with(Modifiers::SHIFT, Key::F9);
    window.assert_shows("Le passage signalé dans « Notes » n’est écrit que là.");
    window.click("Rayer le passage");
    assert_eq!(window.column("Notes")[0], "visite avec …, 3e étage");
    assert!(!all(&desk).contains("canari"));
    // Nothing is pointed out any more.
    window.press_with(Modifiers::SHIFT, Key::F9);
    window.assert_shows("Rayer ce qui vient d’être signalé… » : rien ne vient d’être signalé.");
}

#[test]
fn only_what_is_found_anew_is_said_and_the_button_strikes_it_out_too() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    write(&mut window, 0, "Notes", "Madame souhaite un T3 à Saint-Martin, réunion le 12/04 à 14h");
    window.assert_absent("semble contenir");
    write(&mut window, 0, "Notes", "appeler Mme Canari");
    window.assert_shows("semble contenir");
    write(&mut window, 0, "Notes", "appeler Mme Canari demain");
    window.assert_absent("semble contenir");
    // An entry that is rejected stays in its cell: what it holds is said before its reason.
    write(&mut window, 1, "m²", "06 39 98 12 34");
    window.assert_shows("« m² » semble contenir un numéro de téléphone");
    window.click("Rayer… ce qui vient d’être signalé");
    window.click("Rayer le passage");
    assert!(!all(&desk).contains("06 39 98 12 34"));
}

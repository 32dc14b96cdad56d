//! Striking out in the window: what must go is in no file that the app keeps.

use clefs::domain::schema::TableId;
use egui::Key;

use super::desk::{Desk, SAMPLE, places};
use super::screen::Window;

/// The bytes of every file of the app's folders and of the documents, in lower case.
fn all(desk: &Desk) -> String {
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

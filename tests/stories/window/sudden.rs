//! A sudden end of the app: what was committed is there at the next start.

use clefs::domain::schema::TableId;
use clefs::store::{self, DatasetId};
use egui::Key;

use super::desk::{Desk, SAMPLE, places};
use super::screen::Window;

/// Types a surface for the first unit, which is committed.
fn type_surface(window: &mut Window, text: &str) {
    window.click("Logements");
    window.reach(TableId::Units, 0, "m²");
    window.type_text(text);
    window.press(Key::Enter);
}

/// The surfaces of the units.
fn surfaces(window: &mut Window) -> Vec<String> {
    window.click("Logements");
    window.reach(TableId::Units, 0, "m²");
    window.column("m²")
}

fn journals(desk: &Desk) -> usize {
    let folder = places().journals_of(DatasetId::from_random(7));
    std::fs::read_dir(desk.drive.real(&folder)).map_or(0, Iterator::count)
}

#[test]
fn a_value_typed_just_before_a_sudden_end_is_there_at_the_next_start() {
    let desk = Desk::with_sample();
    let before = desk.read(SAMPLE);
    let mut window = desk.start_on(SAMPLE);
    type_surface(&mut window, "77");
    // Without closing, and before the file is saved.
    drop(window);
    assert_eq!(desk.read(SAMPLE), before);
    assert_eq!(journals(&desk), 1);

    let mut window = desk.start_on(SAMPLE);
    assert_eq!(surfaces(&mut window)[0], "77");
    window.wait(3.0);
    assert_ne!(desk.read(SAMPLE), before);
    assert_eq!(journals(&desk), 0, "the file has it all");
    drop(window);
    let mut window = desk.start_on(SAMPLE);
    assert_eq!(surfaces(&mut window)[0], "77");
}

#[test]
fn undone_and_redone_changes_are_there_too() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    type_surface(&mut window, "77");
    window.type_text("78");
    window.press(Key::Enter);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.ctrl(Key::Y);
    let [first, second] = [0, 1].map(|row| window.column("m²")[row].clone());
    drop(window);
    let mut window = desk.start_on(SAMPLE);
    let found = surfaces(&mut window);
    assert_eq!(found[..2], [first, second]);
    assert_eq!(found[0], "77");
}

#[test]
fn a_change_whose_save_failed_is_there_at_the_next_start() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    desk.drive.refuse(true);
    type_surface(&mut window, "77");
    window.wait(3.0);
    window.assert_shows("Pas enregistré !");
    drop(window);
    desk.drive.refuse(false);
    let mut window = desk.start_on(SAMPLE);
    assert_eq!(surfaces(&mut window)[0], "77");
}

#[test]
fn changes_to_a_file_that_changed_meanwhile_are_kept_and_said() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    type_surface(&mut window, "77");
    drop(window);
    let other = clefs::sample::generate(41, 59, 1);
    let path = desk.drive.real(&Desk::path(SAMPLE));
    let (bytes, _) = store::write(&other, DatasetId::from_random(7), store::SaveId::from_random(99), &[]).unwrap();
    std::fs::write(path, bytes).unwrap();

    let window = desk.start_on(SAMPLE);
    window.assert_shows("Une modification faite sur ce poste avant un arrêt ne figure pas dans ce fichier");
    assert_eq!(journals(&desk), 1);
}

#[test]
fn a_journal_that_cannot_be_written_is_said_once_and_the_file_is_saved_all_the_same() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    // A file stands where the folder of the journals should be.
    let data = desk.drive.real(&places().data);
    std::fs::create_dir_all(&data).unwrap();
    std::fs::write(data.join("journals"), "x").unwrap();
    type_surface(&mut window, "77");
    window.assert_shows("Les modifications ne sont plus notées sur ce poste au fur et à mesure.");
    window.wait(3.0);
    window.assert_shows("Enregistré");
    drop(window);
    let mut window = desk.start_on(SAMPLE);
    assert_eq!(surfaces(&mut window)[0], "77");
}

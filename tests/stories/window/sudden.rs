//! A sudden end of the app: what was committed is there at the next start.

use clefs::domain::id::CellRef;
use clefs::domain::landlord::Landlord;
use clefs::domain::schema::{Record, TableId};
use clefs::domain::value::Value;
use clefs::edit::{Document, Edit, Stamp};
use clefs::session::command::Command;
use clefs::session::page::Section;
use clefs::store::{self, DatasetId, SaveContext};
use egui::Key;

use super::desk::{Desk, SAMPLE, now, places};
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
    let names = std::fs::read_dir(desk.drive.real(&folder)).into_iter().flatten();
    names.filter(|name| name.as_ref().unwrap().path().extension().is_some_and(|end| end == "journal")).count()
}

/// All that is in the folder of the journals.
fn journal_bytes(desk: &Desk) -> String {
    let folder = desk.drive.real(&places().journals_of(DatasetId::from_random(7)));
    let read = |entry: std::io::Result<std::fs::DirEntry>| std::fs::read(entry.unwrap().path()).unwrap();
    let bytes: Vec<u8> = std::fs::read_dir(folder).unwrap().flat_map(read).collect();
    String::from_utf8_lossy(&bytes).into_owned()
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
fn a_text_being_typed_is_offered_at_the_next_start_and_one_given_up_is_not() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "m²");
    window.type_text("78");
    window.wait(1.0);
    drop(window);
    let mut window = desk.start_on(SAMPLE);
    window.assert_shows("Une saisie était en cours à l’arrêt de Clefs");
    let units = Command::Tab(Section::Units, TableId::Units);
    window.harness.state_mut().host_mut().handle(units);
    window.settle();
    window.reach(TableId::Units, 0, "m²");
    window.press(Key::F2);
    assert_eq!(window.typed().as_deref(), Some("78"));
    window.press(Key::Enter);
    assert_eq!(window.column("m²")[0], "78");
    window.wait(3.0);

    window.reach(TableId::Units, 1, "m²");
    window.type_text("NOM");
    window.wait(1.0);
    assert!(journal_bytes(&desk).contains("NOM"));
    window.press(Key::Escape);
    assert!(!journal_bytes(&desk).contains("NOM"), "nothing of it stays");
    drop(window);
    let window = desk.start_on(SAMPLE);
    window.assert_absent("Une saisie était en cours à l’arrêt de Clefs");
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
fn changes_to_a_file_that_others_saved_meanwhile_are_merged() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    type_surface(&mut window, "77");
    drop(window);
    let opened = store::open(&*desk.drive, &Desk::path(SAMPLE)).unwrap();
    let mut others = Document::new(opened.dataset);
    let last = others.dataset().landlords.iter().next_back().map(Record::id).unwrap();
    let name = CellRef { table: TableId::Landlords, row: last, column: Landlord::KEYS.notes };
    let stamp = Stamp { at: now(), by: "Basile" };
    others.apply(&Edit::Set { cell: name, value: Value::Text("vu".to_owned()) }, stamp, None).unwrap();
    let context = SaveContext { places: &places(), now: now(), random: 99 };
    store::save(&*desk.drive, others.dataset(), &opened.file, context).unwrap();

    let mut window = desk.start_on(SAMPLE);
    assert_eq!(surfaces(&mut window)[0], "77");
    assert!(window.session().dataset().landlords.iter().any(|landlord| landlord.notes == "vu"));
    window.wait(3.0);
    assert_eq!(journals(&desk), 0);
    assert!(desk.read(SAMPLE).contains("surface: 77"));
}

#[test]
fn changes_of_two_windows_on_one_file_are_both_there() {
    let desk = Desk::with_sample();
    let [mut first, mut second] = [desk.start_on(SAMPLE), desk.start_on(SAMPLE)];
    desk.drive.refuse(true);
    type_surface(&mut first, "77");
    second.click("Logements");
    second.reach(TableId::Units, 1, "m²");
    second.type_text("78");
    second.press(Key::Enter);
    drop((first, second));
    desk.drive.refuse(false);
    let mut window = desk.start_on(SAMPLE);
    assert_eq!(surfaces(&mut window)[..2], ["77", "78"]);
    window.wait(3.0);
    assert_eq!(journals(&desk), 0);
}

#[test]
fn a_text_typed_in_one_file_is_not_offered_in_another_of_the_dataset() {
    let desk = Desk::with_sample();
    desk.write("copie.ron", desk.read_bytes(SAMPLE));
    for name in [SAMPLE, "copie.ron"] {
        let mut window = desk.start_on(name);
        let units = Command::Tab(Section::Units, TableId::Units);
        window.harness.state_mut().host_mut().handle(units);
        window.settle();
        window.reach(TableId::Units, 0, "m²");
        window.type_text(if name == SAMPLE { "71" } else { "72" });
        window.press(Key::Enter);
        window.close();
    }
    let mut window = desk.start_on(SAMPLE);
    window.reach(TableId::Units, 1, "m²");
    window.type_text("78");
    window.wait(1.0);
    drop(window);
    let window = desk.start_on("copie.ron");
    window.assert_absent("Une saisie était en cours à l’arrêt de Clefs");
    drop(window);
    let window = desk.start_on(SAMPLE);
    window.assert_shows("Une saisie était en cours à l’arrêt de Clefs");
}

#[test]
fn a_journal_that_cannot_be_written_is_said_once_and_the_file_is_saved_all_the_same() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    // A file stands where the folder of the journals should be.
    let data = desk.drive.real(&places().data);
    std::fs::rename(data.join("journals"), data.join("anciens")).unwrap();
    std::fs::write(data.join("journals"), "x").unwrap();
    type_surface(&mut window, "77");
    window.assert_shows("Les modifications ne sont plus notées sur ce poste au fur et à mesure.");
    window.wait(3.0);
    window.assert_shows("Enregistré");
    drop(window);
    let mut window = desk.start_on(SAMPLE);
    assert_eq!(surfaces(&mut window)[0], "77");
}

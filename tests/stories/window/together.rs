//! Two people with one file: each sees what the other saved, and nothing is lost.

use clefs::domain::schema::TableId;
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

/// Two windows on the units.
fn two(desk: &Desk) -> (Window, Window) {
    let [mut mine, mut theirs] = [desk.start_on(SAMPLE), desk.start_on(SAMPLE)];
    for window in [&mut mine, &mut theirs] {
        window.click("Logements");
    }
    (mine, theirs)
}

fn write(window: &mut Window, row: usize, column: &str, text: &str) {
    window.reach(TableId::Units, row, column);
    window.type_text(text);
    window.press(Key::Enter);
}

fn value(window: &mut Window, row: usize, column: &str) -> String {
    window.reach(TableId::Units, row, column);
    window.column(column)[row].clone()
}

/// Removes the selected rows with what belongs to them, and saves.
fn remove(window: &mut Window) {
    window.press_with(Modifiers::COMMAND, Key::Delete);
    if window.session().dialog().is_some() {
        window.click("Supprimer le tout");
    }
    window.ctrl(Key::S);
}

fn remove_all_cases(window: &mut Window) {
    window.click("Relogements");
    window.ctrl(Key::A);
    remove(window);
    assert_eq!(window.session().dataset().relocations.len(), 0);
}

#[test]
fn what_the_other_saved_is_seen_within_three_seconds() {
    let desk = Desk::with_sample();
    let (mut mine, mut theirs) = two(&desk);
    write(&mut theirs, 0, "m²", "77");
    theirs.ctrl(Key::S);
    mine.wait(3.0);
    mine.assert_shows("Changements enregistrés par OD repris.");
    assert_eq!(value(&mut mine, 0, "m²"), "77");
    let before = desk.read(SAMPLE);
    mine.wait(12.0);
    assert_eq!(desk.read(SAMPLE), before, "there is nothing to save");
}

#[test]
fn changes_of_different_fields_are_both_there_in_both_windows_and_in_the_file() {
    let desk = Desk::with_sample();
    let (mut mine, mut theirs) = two(&desk);
    write(&mut theirs, 0, "m²", "77");
    write(&mut mine, 0, "Étage", "3");
    write(&mut mine, 1, "m²", "61");
    theirs.ctrl(Key::S);
    mine.ctrl(Key::S);
    for window in [&mut mine, &mut theirs] {
        window.wait(3.0);
        let values = [(0, "m²"), (0, "Étage"), (1, "m²")].map(|(row, column)| value(window, row, column));
        assert_eq!(values, ["77", "3", "61"]);
        window.assert_shows("Enregistré à 14 h 32 ✓");
    }
    assert_eq!(desk.documents(), [SAMPLE]);
}

#[test]
fn of_one_field_the_saved_value_stays_and_mine_is_shown_beside_it_to_decide() {
    let desk = Desk::with_sample();
    let (mut mine, mut theirs) = two(&desk);
    write(&mut theirs, 0, "m²", "77");
    write(&mut mine, 0, "m²", "78");
    theirs.ctrl(Key::S);
    mine.ctrl(Key::S);
    mine.assert_shows("Une valeur a été changée des deux côtés");
    let clash = mine.session().dataset().drafts.iter().next().cloned().unwrap();
    assert_eq!(clash.text, "78");
    // The entry is taken by confirming it.
    mine.reach(TableId::Units, 0, "m²");
    mine.press(Key::F2);
    assert_eq!(mine.typed().as_deref(), Some("78"));
    mine.press(Key::Enter);
    assert_eq!(value(&mut mine, 0, "m²"), "78");
    assert!(mine.session().dataset().drafts.is_empty());
    mine.ctrl(Key::S);
    theirs.wait(3.0);
    assert_eq!(value(&mut theirs, 0, "m²"), "78");
}

#[test]
fn a_clash_shows_what_was_there_both_values_and_who_and_asks() {
    let desk = Desk::with_sample();
    let (mut mine, mut theirs) = two(&desk);
    let before = value(&mut mine, 0, "m²");
    for (row, typed) in [(0, ["77", "78"]), (1, ["67", "68"])] {
        write(&mut theirs, row, "m²", typed[0]);
        write(&mut mine, row, "m²", typed[1]);
    }
    theirs.ctrl(Key::S);
    mine.ctrl(Key::S);
    mine.choose("Édition", "Valeurs changées des deux côtés…");
    mine.assert_shows(&format!("Avant : {before}"));
    mine.click("Garder celle de OD : 77");
    mine.click("Prendre la mienne : 68");
    mine.assert_shows("Tout est décidé.");
    mine.press(Key::Escape);
    assert_eq!([0, 1].map(|row| value(&mut mine, row, "m²")), ["77", "68"]);
    assert!(mine.session().dataset().drafts.is_empty());
}

#[test]
fn a_text_being_typed_is_untouched_even_if_its_record_is_removed() {
    let desk = Desk::with_sample();
    let (mut mine, mut theirs) = two(&desk);
    mine.reach(TableId::Units, 0, "m²");
    mine.type_text("7");
    theirs.reach(TableId::Units, 0, "m²");
    remove(&mut theirs);
    mine.wait(3.0);
    mine.type_text("7");
    assert_eq!(mine.typed().as_deref(), Some("77"));
    mine.press(Key::Enter);
    assert_eq!(value(&mut mine, 0, "m²"), "77");
}

#[test]
fn a_state_without_many_records_is_asked_about_and_nothing_is_saved_meanwhile() {
    let desk = Desk::with_sample();
    let (mut mine, mut theirs) = two(&desk);
    remove_all_cases(&mut theirs);
    let before = desk.read(SAMPLE);
    mine.wait(3.0);
    mine.assert_shows("de vos fiches ont disparu du fichier");
    write(&mut mine, 0, "m²", "77");
    mine.wait(12.0);
    mine.assert_shows("Pas enregistré : une autre version attend votre choix");
    assert_eq!(desk.read(SAMPLE), before);

    mine.ctrl(Key::S);
    mine.click("Continuer dans une copie");
    assert_eq!(desk.read(SAMPLE), before);
    assert_eq!(desk.documents().len(), 2);
    assert!(mine.session().dataset().relocations.len() > 10);
}

#[test]
fn many_removals_can_be_taken() {
    let desk = Desk::with_sample();
    let (mut mine, mut theirs) = two(&desk);
    remove_all_cases(&mut theirs);
    write(&mut mine, 0, "m²", "77");
    mine.ctrl(Key::S);
    mine.click("Prendre cet état du fichier");
    assert_eq!(value(&mut mine, 0, "m²"), "77");
    assert!(mine.session().dataset().relocations.len() < 10);
    mine.wait(3.0);
    mine.assert_shows("Enregistré");
}

#[test]
fn a_file_that_is_gone_is_asked_about_and_not_made_again_by_itself() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    std::fs::rename(desk.drive.real(&Desk::path(SAMPLE)), desk.drive.real(&Desk::path("autre.ron"))).unwrap();
    write(&mut window, 0, "m²", "77");
    window.wait(3.0);
    window.assert_shows("Pas enregistré !");
    window.assert_shows("Ctrl+S pour choisir où");
    assert_eq!(desk.documents(), ["autre.ron"]);
    window.ctrl(Key::S);
    window.assert_shows("Le fichier n’est plus là");
    window.press(Key::Escape);
    assert_eq!(desk.documents(), ["autre.ron"]);
    // Put back, it is saved without a question.
    std::fs::rename(desk.drive.real(&Desk::path("autre.ron")), desk.drive.real(&Desk::path(SAMPLE))).unwrap();
    window.ctrl(Key::S);
    window.assert_shows("Enregistré à 14 h 32 ✓");
    assert!(desk.read(SAMPLE).contains("surface: 77"));
}

#[test]
fn a_file_that_is_gone_while_all_is_saved_is_said_and_comes_back() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    let [here, there] = [SAMPLE, "ailleurs.ron"].map(|name| desk.drive.real(&Desk::path(name)));
    std::fs::rename(&here, &there).unwrap();
    window.wait(6.0);
    window.assert_shows("Pas enregistré !");
    window.assert_shows("n’est plus là");
    window.ctrl(Key::S);
    window.assert_shows("L’enregistrer de nouveau ici");
    window.press(Key::Escape);
    std::fs::rename(&there, &here).unwrap();
    window.wait(3.0);
    window.assert_shows("À jour ✓");
    window.assert_absent("n’est plus là");
}

#[test]
fn a_file_that_is_gone_can_be_made_again() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    std::fs::remove_file(desk.drive.real(&Desk::path(SAMPLE))).unwrap();
    write(&mut window, 0, "m²", "77");
    window.ctrl(Key::S);
    window.click("L’enregistrer de nouveau ici");
    window.assert_shows("Enregistré à 14 h 32 ✓");
    assert_eq!(desk.documents(), [SAMPLE]);
}

#[test]
fn a_conflict_copy_is_found_whatever_its_name_and_merged_after_a_look() {
    let desk = Desk::with_sample();
    let mut theirs = desk.start_on(SAMPLE);
    theirs.click("Logements");
    let before = desk.read_bytes(SAMPLE);
    write(&mut theirs, 0, "m²", "77");
    theirs.close();
    let copy = "exemple-2021.sync-conflict-20210709-143200-ABCDEFG.ron";
    desk.write(copy, desk.read_bytes(SAMPLE));
    desk.write("ancienne.ron", &before);
    desk.write(SAMPLE, &before);

    let mut mine = desk.start_on(SAMPLE);
    mine.assert_shows("Une copie de ce fichier a des changements qu’il n’a pas");
    mine.assert_shows(copy);
    mine.choose("Fichier", "Reprendre les changements d’une copie…");
    mine.press(Key::Enter);
    mine.assert_shows("1 fiche change, 0 s’ajoute, 0 disparaît.");
    mine.press(Key::Enter);
    mine.assert_shows("Changements enregistrés par OD repris.");
    mine.ctrl(Key::S);
    assert!(desk.read(SAMPLE).contains("surface: 77"));
    drop(mine);
    let mine = desk.start_on(SAMPLE);
    mine.assert_absent("Une copie de ce fichier a des changements");
}

#[test]
fn a_copy_that_comes_just_after_the_start_is_offered() {
    let desk = Desk::with_sample();
    let (mut mine, mut theirs) = two(&desk);
    let old = desk.read_bytes(SAMPLE);
    write(&mut theirs, 0, "m²", "77");
    theirs.ctrl(Key::S);
    desk.write("exemple-2021.sync-conflict-20210709-150001-ABCDEF.ron", desk.read_bytes(SAMPLE));
    desk.write(SAMPLE, &old);
    mine.wait(11.0);
    mine.assert_shows("exemple-2021.sync-conflict-20210709-150001-ABCDEF.ron");
}

#[test]
fn a_copy_that_was_looked_at_while_it_was_written_is_looked_at_again() {
    let desk = Desk::with_sample();
    let (mut mine, mut theirs) = two(&desk);
    let old = desk.read_bytes(SAMPLE);
    write(&mut theirs, 0, "m²", "77");
    theirs.ctrl(Key::S);
    let copy = desk.read_bytes(SAMPLE);
    desk.write(SAMPLE, &old);
    desk.write("exemple-2021.sync-conflict-20210709-150001-ABCDEF.ron", &copy[..copy.len() / 2]);
    mine.wait(11.0);
    mine.assert_absent("sync-conflict");
    desk.write("exemple-2021.sync-conflict-20210709-150001-ABCDEF.ron", &copy);
    // The folder is looked at again when a name comes or goes.
    desk.write("autre.ron", "");
    mine.wait(11.0);
    mine.assert_shows("exemple-2021.sync-conflict-20210709-150001-ABCDEF.ron");
}

#[test]
fn a_copy_that_comes_while_the_window_is_open_is_offered_however_many_old_ones_there_are() {
    let desk = Desk::with_sample();
    let (mut mine, mut theirs) = two(&desk);
    let old = desk.read_bytes(SAMPLE);
    for hour in 10..30 {
        desk.write(&format!("exemple-2021.sync-conflict-20210709-{hour}0000-ABCDEF.ron"), &old);
    }
    write(&mut theirs, 0, "m²", "77");
    theirs.ctrl(Key::S);
    let with_more = desk.read_bytes(SAMPLE);
    // The synchroniser takes the other state and leaves theirs as a copy, whose name is in the middle.
    desk.write(SAMPLE, &old);
    mine.wait(11.0);
    mine.assert_absent("sync-conflict");
    desk.write("exemple-2021.sync-conflict-20210709-150001-ABCDEF.ron", &with_more);
    mine.wait(11.0);
    mine.assert_shows("exemple-2021.sync-conflict-20210709-150001-ABCDEF.ron");
}

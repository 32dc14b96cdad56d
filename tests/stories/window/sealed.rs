//! A passphrase in the window: set, asked for, and asked for again when nobody is there.

use clefs::domain::schema::TableId;
use clefs::store::{self, OpenError};
use egui::Key;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

const PASSPHRASE: &str = "cheval correct pile agrafe";

fn write(window: &mut Window, row: usize, column: &str, text: &str) {
    window.reach(TableId::Units, row, column);
    window.type_text(text);
    window.press(Key::Enter);
}

fn surface(window: &mut Window) -> String {
    window.reach(TableId::Units, 0, "m²");
    window.column("m²")[0].clone()
}

fn give_passphrase(window: &mut Window) {
    window.choose("Fichier", "Protéger par une phrase secrète…");
    window.assert_shows("Une phrase perdue l’est pour toujours");
    window.type_text("cheval");
    window.assert_shows("Au moins 12 caractères.");
    window.type_over(PASSPHRASE);
    window.assert_shows("ne sont pas encore les mêmes");
    window.press(Key::Enter);
    assert!(window.session().dialog().is_some(), "not before both are the same");
    window.press(Key::Tab);
    window.type_text(PASSPHRASE);
    window.press(Key::Enter);
}

fn seal(window: &mut Window) {
    give_passphrase(window);
    window.assert_shows("Fichier, journal et sauvegardes de ce poste sont chiffrés.");
}

fn unlock(window: &mut Window) {
    window.type_text(PASSPHRASE);
    window.press(Key::Enter);
}

/// A window on the units of a sealed file.
fn sealed(desk: &Desk) -> Window {
    let mut window = desk.start_on(SAMPLE);
    seal(&mut window);
    window.click("Logements");
    window
}

#[test]
fn a_sealed_file_asks_for_its_passphrase_and_opens_with_no_other() {
    let desk = Desk::with_sample();
    let mut window = sealed(&desk);
    write(&mut window, 0, "m²", "77");
    window.close();
    assert_eq!(store::open(&*desk.drive, &Desk::path(SAMPLE)), Err(OpenError::Sealed));

    let mut window = desk.start_on(SAMPLE);
    window.assert_shows("Le fichier est chiffré.");
    assert!(!window.session().is_open());
    window.type_text("cheval correct pile");
    window.press(Key::Enter);
    window.assert_shows("Ce n’est pas la bonne phrase secrète.");
    window.assert_absent("cheval");
    unlock(&mut window);
    assert_eq!(surface(&mut window), "77");
}

#[test]
fn a_passphrase_is_not_shown_and_not_copied() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.choose("Fichier", "Protéger par une phrase secrète…");
    window.type_text("cheval correct");
    window.ctrl(Key::A);
    window.ctrl(Key::C);
    window.ctrl(Key::X);
    assert_eq!(window.copied, None);
    window.assert_absent("cheval");
}

#[test]
fn locking_hides_all_and_what_was_typed_comes_back() {
    let desk = Desk::with_sample();
    let mut window = sealed(&desk);
    write(&mut window, 0, "m²", "77");
    window.reach(TableId::Units, 1, "Réf. bailleur");
    window.type_text("B-12");
    window.ctrl(Key::L);
    window.assert_shows("Verrouillé. Votre travail est gardé");
    assert!(!window.session().is_open());
    assert_eq!(window.session().dataset().records(), 0);
    window.press(Key::Escape);
    window.assert_absent("Logements");

    window.click("Ouvrir Entrée");
    unlock(&mut window);
    assert_eq!(window.column("Réf. bailleur")[1], "B-12", "as a draft");
    assert_eq!(window.session().dataset().drafts.len(), 1);
    assert_eq!(surface(&mut window), "77");
}

#[test]
fn it_locks_by_itself_when_nobody_is_there() {
    let desk = Desk::with_sample();
    let mut window = sealed(&desk);
    window.sleep(8.0);
    window.press(Key::ArrowDown);
    window.sleep(8.0);
    assert!(window.session().is_open());
    assert!(window.wakes_in().is_some_and(|seconds| seconds <= 120.0));
    window.sleep(2.1);
    window.assert_shows("Verrouillé faute d’activité.");
    assert!(!window.session().is_open());
}

#[test]
fn the_time_is_chosen_and_an_open_file_never_locks() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.sleep(60.0);
    assert!(window.session().is_open());
    seal(&mut window);
    window.choose("Fichier", "Verrouiller après 30 minutes sans activité");
    window.sleep(29.0);
    assert!(window.session().is_open());
    window.sleep(1.1);
    assert!(!window.session().is_open());
}

#[test]
fn others_who_have_it_open_are_asked_for_the_new_passphrase_and_keep_their_work() {
    let desk = Desk::with_sample();
    let mut theirs = desk.start_on(SAMPLE);
    theirs.click("Logements");
    write(&mut theirs, 0, "m²", "77");
    let mut mine = desk.start_on(SAMPLE);
    give_passphrase(&mut mine);
    mine.click("Logements");
    mine.wait(1.0);
    mine.assert_absent("sauvegardes de ce poste sont chiffrés");
    theirs.wait(3.0);
    mine.wait(6.0);
    mine.assert_shows("sauvegardes de ce poste sont chiffrés");
    theirs.assert_shows("Quelqu’un d’autre a protégé le fichier");
    assert!(!theirs.session().is_open());
    unlock(&mut theirs);
    theirs.wait(3.0);
    mine.wait(3.0);
    assert_eq!(surface(&mut mine), "77");
}

#[test]
fn backups_are_listed_and_opened_and_the_passphrase_can_be_taken_away() {
    let desk = Desk::with_sample();
    let mut window = sealed(&desk);
    write(&mut window, 0, "m²", "77");
    window.ctrl(Key::S);
    window.choose("Fichier", "Sauvegardes…");
    window.assert_absent("Illisible");
    window.press(Key::Escape);
    window.choose("Fichier", "Retirer la phrase secrète…");
    window.press(Key::Enter);
    assert!(window.session().outside().is_sealed, "Enter keeps it");
    window.choose("Fichier", "Retirer la phrase secrète…");
    window.click("Retirer la phrase secrète");
    window.assert_shows("ne sont plus chiffrés");
    assert!(store::open(&*desk.drive, &Desk::path(SAMPLE)).is_ok());
}

/// A sealed file in place of which an earlier copy was put while nobody had it open.
fn replaced_by_an_earlier_copy(desk: &Desk) -> Vec<u8> {
    let earlier = desk.read_bytes(SAMPLE);
    let mut window = sealed(desk);
    write(&mut window, 0, "m²", "77");
    window.close();
    desk.write(SAMPLE, &earlier);
    earlier
}

#[test]
fn a_file_that_is_no_longer_sealed_asks_and_is_sealed_again_with_the_passphrase() {
    let desk = Desk::with_sample();
    replaced_by_an_earlier_copy(&desk);
    let mut window = desk.start_on(SAMPLE);
    window.assert_shows("Ce fichier n’est plus chiffré");
    assert!(!window.session().is_open());
    window.press(Key::Enter);
    window.assert_shows("Donnez la phrase secrète qu’il avait.");
    window.type_text("cheval correct pile");
    window.press(Key::Enter);
    window.assert_shows("Ce n’est pas la bonne phrase secrète.");
    unlock(&mut window);
    window.assert_shows("Le fichier n’était plus chiffré : il l’est de nouveau.");
    assert_eq!(store::open(&*desk.drive, &Desk::path(SAMPLE)), Err(OpenError::Sealed));
    window.choose("Fichier", "Sauvegardes…");
    window.assert_absent("Illisible");
}

#[test]
fn a_file_whose_passphrase_was_taken_away_elsewhere_can_be_opened_without() {
    let desk = Desk::with_sample();
    let earlier = replaced_by_an_earlier_copy(&desk);
    let mut window = desk.start_on(SAMPLE);
    window.press(Key::Escape);
    assert!(!window.session().is_open());
    window.click("Ouvrir Entrée");
    window.click("Ouvrir sans protection");
    assert!(window.session().is_open());
    assert_eq!(desk.read_bytes(SAMPLE), earlier);
}

#[test]
fn a_file_whose_passphrase_was_taken_away_while_it_was_locked_says_so() {
    let desk = Desk::with_sample();
    let earlier = desk.read_bytes(SAMPLE);
    let mut window = sealed(&desk);
    window.ctrl(Key::L);
    desk.write(SAMPLE, &earlier);
    unlock(&mut window);
    window.assert_shows("Ce fichier n’est plus chiffré");
}

#[test]
fn a_damaged_sealed_file_offers_its_backup_once_the_passphrase_is_given() {
    for damaged in [&b"clefs-"[..], b"clefs-age-1 0123 age1\nage", b"clefs-age-1 0004\nage-", b""] {
        let desk = Desk::with_sample();
        sealed(&desk).close();
        desk.write(SAMPLE, damaged);
        let mut window = desk.start_on(SAMPLE);
        window.assert_shows("La dernière sauvegarde est chiffrée");
        window.press(Key::Enter);
        unlock(&mut window);
        window.assert_shows("Ouvrir la dernière sauvegarde ?");
        window.press(Key::Enter);
        window.assert_shows("C’est une sauvegarde, en lecture seule.");
        assert_eq!(desk.read_bytes(SAMPLE), damaged, "it stays as it is");
    }
}

#[test]
fn a_copy_with_another_passphrase_is_said() {
    let (desk, other) = (Desk::with_sample(), Desk::with_sample());
    let mut window = sealed(&desk);
    sealed(&other);
    window.press(Key::ArrowDown);
    desk.write("exemple-2021.sync-conflict-20210709-150001-ABCDEF.ron", other.read_bytes(SAMPLE));
    window.wait(11.0);
    window.assert_shows("« exemple-2021.sync-conflict-20210709-150001-ABCDEF.ron » est chiffré avec une autre phrase");
}

//! What is typed into a cell is committed, or stays with the reason: it is never lost.

use clefs::domain::schema::TableId;
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

const REASON: &str = "Ce jour n’existe pas";

/// The sample, with an invalid date typed for the first unit's promise.
fn refused(desk: &Desk) -> Window {
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Promis");
    window.type_text("30/2/21");
    window.press(Key::Enter);
    window
}

#[test]
fn a_text_of_megabytes_is_refused_whole_and_said() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    for (length, is_taken) in [(20_001, false), (20_000, true)] {
        window.reach(TableId::Units, 0, "Réf. bailleur");
        window.press(Key::F2);
        window.press_with(Modifiers::COMMAND, Key::A);
        window.paste(&"é".repeat(length));
        window.press(Key::Enter);
        assert_eq!(window.column("Réf. bailleur")[0].chars().count() == length, is_taken);
        if !is_taken {
            window.assert_shows("Le texte est trop long");
            assert!(window.session().dataset().drafts.is_empty());
        }
    }
}

#[test]
fn an_invalid_entry_stays_in_its_cell_with_its_reason_and_undo_restores_the_value() {
    let desk = Desk::with_sample();
    let mut window = refused(&desk);
    window.assert_shows("« Promis », saisie à corriger : Ce jour n’existe pas");
    assert_eq!(window.column("Promis")[0], "30/2/21");
    assert_eq!(window.typed(), None);
    window.ctrl(Key::Z);
    window.assert_absent("Ce jour n’existe pas");
    assert_eq!(window.column("Promis")[0], "01/04/2021");
}

#[test]
fn what_is_typed_after_an_invalid_entry_goes_to_the_next_cell() {
    let desk = Desk::with_sample();
    let mut window = refused(&desk);
    window.type_text("2/4/21");
    window.press(Key::Enter);
    assert_eq!(window.column("Promis")[..2], ["30/2/21", "02/04/2021"]);
}

#[test]
fn backspace_goes_back_to_an_invalid_entry_to_correct_it() {
    let desk = Desk::with_sample();
    let mut window = refused(&desk);
    window.press(Key::Backspace);
    assert_eq!(window.typed().as_deref(), Some("30/2/21"));
    window.assert_shows(REASON);
    window.type_over("28/2/21");
    window.press(Key::Enter);
    window.assert_absent(REASON);
    assert_eq!(window.column("Promis")[0], "28/02/2021");
}

#[test]
fn an_arrow_commits_a_number_and_goes_on_along_the_column() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "m²");
    for (typed, key) in [("41", Key::ArrowDown), ("42", Key::ArrowDown), ("43", Key::ArrowUp), ("44", Key::Enter)] {
        window.type_text(typed);
        window.press(key);
    }
    assert_eq!(window.column("m²")[..3], ["41", "44", "43"]);
}

#[test]
fn an_invalid_entry_is_a_draft_that_lasts() {
    let desk = Desk::with_sample();
    let mut window = refused(&desk);
    window.click("Bailleurs");
    window.assert_shows("17 bailleurs affichés sur 17");
    window.click("Logements");
    assert_eq!(window.column("Promis")[0], "30/2/21");
    window.click("Alertes");
    window.assert_shows("« Promis » : saisie à corriger");
    window.assert_shows(REASON);
    window.wait(3.0);
    // It is in the file, survives undo, and is corrected in place.
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Promis");
    window.press(Key::F2);
    window.assert_shows(REASON);
    window.type_over("28/2/21");
    window.press(Key::Enter);
    assert_eq!(window.column("Promis")[0], "28/02/2021");
    window.click("Alertes");
    window.assert_absent("saisie à corriger");
}

#[test]
fn a_commune_typed_by_a_former_name_is_said() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Commune");
    window.type_text("lomme");
    window.press(Key::Enter);
    assert_eq!(window.column("Commune")[0], "Lille (59)");
    window.assert_shows("Noté sous la commune d’aujourd’hui : Lomme → Lille (59).");
    window.type_text("lille");
    window.press(Key::Enter);
    window.assert_absent("Noté sous la commune");
    window.paste("Lomme\nHellemmes");
    assert_eq!(window.column("Commune")[..4], ["Lille (59)"; 4]);
    window.assert_shows("Lomme → Lille (59) ; Hellemmes → Lille (59).");
}

#[test]
fn quitting_with_a_draft_asks() {
    let desk = Desk::with_sample();
    let mut window = refused(&desk);
    window.close();
    assert!(!window.closes);
    window.assert_shows("1 saisie reste à corriger");
    window.press(Key::Escape);
    window.assert_absent("1 saisie reste à corriger");
    window.close();
    window.click("Quitter quand même");
    window.wait(1.0);
    assert!(window.closes);
}

#[test]
fn leaving_the_page_commits_a_valid_entry() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Promis");
    window.type_text("2/4/21");
    window.click("Bailleurs");
    window.click("Logements");
    assert_eq!(window.column("Promis")[0], "02/04/2021");
}

#[test]
fn a_date_is_picked_in_the_calendar() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Promis");
    window.press(Key::F2);
    window.assert_shows("avril 2021");
    window.click("Mois suivant");
    window.click("17 mai 2021");
    assert_eq!(window.column("Promis")[0], "17/05/2021");
}

#[test]
fn an_ambiguous_name_lists_which() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Bailleur");
    window.type_text("bailleur");
    window.press(Key::Enter);
    window.assert_shows("« Bailleur », saisie à corriger : Plusieurs réponses possibles");
    window.press(Key::Backspace);
    window.click("Bailleur Écho");
    assert_eq!(window.column("Bailleur")[0], "Bailleur Écho");
}

#[test]
fn delete_clears_a_cell_and_undo_restores_it() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Promis");
    window.press(Key::Delete);
    assert_eq!(window.column("Promis")[0], "");
    window.ctrl(Key::Z);
    assert_eq!(window.column("Promis")[0], "01/04/2021");
}

#[test]
fn a_derived_status_cannot_be_typed() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.select(0, "Statut");
    window.type_text("Occupé");
    window.assert_shows("est calculé par le logiciel");
    assert_eq!(window.typed(), None);
}

#[test]
fn entries_within_one_frame_are_each_committed_whole() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Promis");
    window.type_in_one_frame(&["2/4/21", "3/4/21", "4/4/21"]);
    assert_eq!(window.column("Promis")[..3], ["02/04/2021", "03/04/2021", "04/04/2021"]);
}

#[test]
fn the_end_of_an_entry_and_enter_may_come_within_one_frame() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Promis");
    window.type_text("2/4");
    window.type_in_one_frame(&["/21", "3/4/21"]);
    assert_eq!(window.column("Promis")[..2], ["02/04/2021", "03/04/2021"]);
}

#[test]
fn opening_the_search_commits_the_editor_and_moves_the_focus() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Réf. bailleur");
    window.type_text("ab");
    window.ctrl(Key::F);
    window.type_text("hazebrouck");
    assert_eq!(window.column("Code"), ["L-0001"]);
    assert_eq!(window.column("Réf. bailleur"), ["ab"]);
}

#[test]
fn undo_while_typing_reverts_the_text_and_no_record() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Réf. bailleur");
    window.type_text("x");
    for _ in 0..3 {
        window.ctrl(Key::Z);
    }
    assert_eq!(window.typed().as_deref(), Some(""));
    window.press(Key::Escape);
    assert_eq!(window.column("Réf. bailleur")[0], "Exemple-00012");
}

#[test]
fn typing_after_inserting_today_appends() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Réf. bailleur");
    window.type_text("vu ");
    window.ctrl(Key::Semicolon);
    window.type_text(" A");
    assert_eq!(window.typed().as_deref(), Some("vu 09/07/2021 A"));
}

#[test]
fn undo_removes_a_later_draft_before_reverting_the_earlier_change() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "m²");
    window.type_text("77");
    window.press(Key::Enter);
    window.reach(TableId::Units, 1, "Promis");
    window.type_text("30/2/21");
    window.press(Key::Enter);
    window.press(Key::Enter);
    assert_eq!(window.column("Promis")[1], "30/2/21");
    window.ctrl(Key::Z);
    assert_ne!(window.column("Promis")[1], "30/2/21");
    window.assert_shows("Annulé : Saisie à corriger, « Promis » (logement)");
    assert_eq!(window.column("m²")[0], "77", "the earlier change stays");
    window.ctrl(Key::Z);
    assert_ne!(window.column("m²")[0], "77");
}

#[test]
fn what_waits_for_the_operators_name_goes_on_whether_enter_or_the_button_says_so() {
    for with_button in [false, true] {
        let desk = Desk::new();
        desk.keep(SAMPLE, &clefs::sample::generate(41, 60, 1));
        let mut window = desk.start_on(SAMPLE);
        window.click("Logements");
        let before = window.session().dataset().units.len();
        window.ctrl(Key::N);
        window.assert_shows("Votre nom dans l’historique");
        window.type_text("Odile");
        if with_button {
            window.click("Continuer");
        } else {
            window.press(Key::Enter);
        }
        assert_eq!(window.session().dataset().units.len(), before + 1, "with the button: {with_button}");
    }
}

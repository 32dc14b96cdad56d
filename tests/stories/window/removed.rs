//! Records that were removed are found again, also by who starts the app anew.

use clefs::domain::schema::TableId;
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE};

#[test]
fn a_record_removed_yesterday_comes_back_in_three_clicks_and_that_can_be_undone() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.choose("Édition", "Rétablir une fiche supprimée…");
    window.assert_shows("Aucune fiche n’a été supprimée.");
    window.click("Logements");
    window.select(1, "Code");
    let code = window.column("Code")[1].clone();
    let landlord = window.column("Bailleur")[1].clone();
    let before = window.session().dataset().units.len();
    window.press_with(Modifiers::COMMAND, Key::Delete);
    // With its proposal.
    window.click("Supprimer le tout");
    assert_eq!(window.session().dataset().units.len(), before - 1);
    window.close();

    let mut window = desk.start_on(SAMPLE);
    window.choose("Édition", "Rétablir une fiche supprimée…");
    window.assert_shows(&format!("{code} (logement) et 1 autre"));
    window.assert_shows("09/07/2021 à 14:32, OD");
    window.click("Rétablir");
    window.assert_shows("Fiche rétablie, en fin de tableau.");
    assert_eq!(window.session().dataset().units.len(), before);
    assert_eq!(window.session().shown_table(), Some(TableId::Units));
    assert_eq!(window.column("Code").last(), Some(&code));
    assert_eq!(window.column("Bailleur").last(), Some(&landlord));
    window.ctrl(Key::Z);
    assert_eq!(window.session().dataset().units.len(), before - 1);
}

//! Outside the tables a shared screen reveals nothing about a woman: title, side bar, undo, notices,
//! dashboard, findings. Checked with canaries in confidential cells.

use clefs::domain::commune;
use clefs::domain::dataset::Dataset;
use clefs::domain::schema::TableId;
use egui::Key;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

const CANARY: &str = "Canari";

/// The sample with a canary in every free text of units and cases.
fn canaries() -> Desk {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    for (page, table) in [("Logements", TableId::Units), ("Relogements", TableId::Relocations)] {
        window.click(page);
        for row in 0..3 {
            window.reach(table, row, "Notes");
            window.type_text(&format!("{CANARY} {row}"));
            window.press(Key::Enter);
        }
    }
    window.click("Tableau de bord");
    window.close();
    desk
}

/// Case codes, communes of occupied units, canaries.
fn secrets(dataset: &Dataset) -> Vec<String> {
    let codes = dataset.relocations.iter().map(|case| case.code.clone());
    let taken = dataset.relocations.iter().filter_map(|case| dataset.units.find(case.unit?));
    let homes = taken.filter_map(|unit| Some(commune::find(unit.commune.as_ref()?)?.name.to_owned()));
    codes.chain(homes).chain([CANARY.to_owned()]).collect()
}

#[track_caller]
fn assert_no_secret(window: &Window, texts: &[String]) {
    let secrets = secrets(window.session().dataset());
    assert!(secrets.len() > 65, "60 codes, and a few homes");
    for secret in secrets {
        let leaks: Vec<_> = texts.iter().filter(|text| text.contains(&secret)).collect();
        assert!(leaks.is_empty(), "{secret} is in {leaks:#?}");
    }
}

#[test]
fn title_dashboard_and_side_bar_contain_no_confidential_value() {
    let desk = canaries();
    let mut window = desk.start();
    window.click("Ouvrir Entrée");
    assert_eq!(window.titles, ["exemple-2021.ron – Clefs"]);
    window.assert_shows("Femmes relogées, en tout");
    assert_no_secret(&window, &window.texts());
}

#[test]
fn undo_labels_and_notices_contain_no_value() {
    let desk = canaries();
    let mut window = desk.start_on(SAMPLE);
    window.click("Relogements");
    window.reach(TableId::Relocations, 0, "Notes");
    window.type_text("Canari encore");
    window.press(Key::Enter);
    window.click("Tableau de bord");
    window.click("Édition");
    window.assert_shows("Annuler : Modifier « Notes » (relogement)");
    assert_no_secret(&window, &window.texts());
    window.press(Key::Escape);
    window.ctrl(Key::Z);
    for notice in ["Annulé : Modifier « Notes » (relogement)", "Rétabli : Modifier « Notes » (relogement)"] {
        window.assert_shows(notice);
        window.click("Tableau de bord");
        window.click("Édition");
        assert_no_secret(&window, &window.texts());
        window.press(Key::Escape);
        window.ctrl(Key::Y);
    }
}

#[test]
fn a_finding_names_the_cell_and_never_the_value() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Relogements");
    window.reach(TableId::Relocations, 0, "Notes");
    window.type_text("Mme Canari au 06 12 34 56 78");
    window.press(Key::Enter);
    window.click("Alertes");
    window.assert_shows("semble contenir un numéro de téléphone");
    window.assert_absent(CANARY);
    window.assert_absent("06 12");
}

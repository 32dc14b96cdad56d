//! Purging closed cases in the window: found in the findings, shown in a dialog, and in no file afterwards.

use clefs::domain::id::CellRef;
use clefs::domain::schema::TableId;
use clefs::domain::value::Value;
use clefs::edit::{Document, Edit};
use egui::Key;

use super::desk::{Desk, SAMPLE, places};
use super::screen::Window;
use super::striking::all;
use crate::build::{day, key, stamp};

/// The sample, three years later; a rehoused case has a name in its notes and in those before, and in a backup.
fn desk() -> Desk {
    let desk = Desk::with_sample();
    let mut document = Document::new(clefs::sample::generate(41, 60, 1));
    let dataset = document.dataset();
    let convention = dataset.convention.iter().next().unwrap().id();
    let case = dataset.relocations.iter().find(|case| case.lease_signed.is_some()).unwrap().id();
    let set = |table, row, column, value| Edit::Set { cell: CellRef { table, row, column: key(table, column) }, value };
    let notes = |text: &str| set(TableId::Relocations, case, "notes", Value::Text(text.to_owned()));
    let later = set(TableId::Convention, convention, "as_of", Value::Date(day("2024-07-09")));
    for edit in [later, notes("Canari"), notes("vu avec canari")] {
        document.apply(&edit, stamp(), None).unwrap();
    }
    std::fs::remove_file(desk.drive.real(&Desk::path(SAMPLE))).unwrap();
    desk.keep(SAMPLE, document.dataset());
    desk
}

fn start(desk: &Desk) -> Window {
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.reach(TableId::Units, 0, "Notes");
    window.type_text("libre");
    window.press(Key::Enter);
    window.ctrl(Key::S);
    let backups = desk.drive.real(&places().backups_of(clefs::store::DatasetId::from_random(7)));
    std::fs::write(backups.join("2021-07-08.ron"), desk.read_bytes(SAMPLE)).unwrap();
    assert!(all(desk).matches("canari").count() > 4);
    window.click("Alertes");
    window
}

#[test]
fn the_dialog_says_what_goes_and_what_stays_and_its_first_answer_purges_nothing() {
    let desk = desk();
    let mut window = start(&desk);
    window.assert_shows("relogements clos ou supprimés, au-delà du délai de conservation, gardent leur détail");
    let convention = window.session().dataset().the_convention().name.clone();
    window.click(&format!("Purger… {convention} · Conservation (ans)"));
    window.assert_shows("relogements sont clos ou supprimés, sans contact depuis 2 ans ou plus.");
    window.assert_shows("Relogements : Adultes, Enfants (sauf relogement)");
    window.assert_shows("Cela ne s’annule pas.");
    window.leave();
    window.snapshot("purge");
    window.press(Key::Enter);
    assert!(all(&desk).contains("canari"));
}

#[test]
fn what_is_purged_is_in_no_file_and_is_not_offered_again() {
    let desk = desk();
    let mut window = start(&desk);
    window.choose("Édition", "Purger les relogements clos…");
    window.click("Purger définitivement");
    window.assert_shows("Rayé du fichier, de l’historique et des sauvegardes de ce poste.");
    assert!(!all(&desk).contains("canari"));
    window.assert_absent("gardent leur détail");
    window.ctrl(Key::Z);
    window.choose("Édition", "Purger les relogements clos…");
    window.assert_shows("Rien à purger");
    window.wait(3.0);
    window.close();
    assert!(!all(&desk).contains("canari"));
    assert!(clefs::store::open(&*desk.drive, &Desk::path(SAMPLE)).is_ok());
}

#[test]
fn what_others_opened_again_while_the_dialog_was_open_is_not_purged() {
    let desk = desk();
    let (mut mine, mut theirs) = (desk.start_on(SAMPLE), desk.start_on(SAMPLE));
    mine.choose("Édition", "Purger les relogements clos…");
    theirs.click("Convention");
    theirs.select(0, "Conservation (ans)");
    theirs.type_text("9");
    theirs.press(Key::Enter);
    theirs.ctrl(Key::S);
    mine.wait(3.0);
    mine.click("Purger définitivement");
    mine.assert_shows("Rien à purger");
    assert!(all(&desk).contains("canari"));
}

//! What must not be in the way: notices, many findings, a record that is gone.

use clefs::domain::schema::TableId::{Relocations, Units};
use clefs::store::{self, Settings};
use egui::{Key, Modifiers};

use super::desk::{Desk, places};
use super::screen::Window;
use super::week::{FILE, week};
use crate::build::Build;

fn open(b: &Build, size: [f32; 2]) -> Window {
    let desk = Desk::new();
    desk.keep(FILE, b.dataset());
    let settings = Settings { operator: Some("Odile".to_owned()), ..Settings::default() };
    store::save_settings(&*desk.drive, &places(), &settings).unwrap();
    desk.start_in(size, Some(FILE))
}

#[test]
fn a_notice_says_which_record_and_covers_no_row() {
    let mut b = week();
    for n in 0..30 {
        b.case(&format!("R-{n:05}"), &[("need_spotted", "2021-06-28")]);
    }
    for size in [[1366.0, 768.0], [900.0, 560.0]] {
        let mut window = open(&b, size);
        window.click("Relogements");
        window.reach(Relocations, 0, "Code");
        window.ctrl(Key::I);
        window.type_text("alp");
        window.press(Key::Enter);
        // The record's code, and nobody's name.
        window.assert_shows("R-AAAAA : interpellation notée. Ctrl+Z l’annule.");
        let close = window.rect("Fermer");
        let rows = window.rect("Code : R-AAAAA");
        assert!(close.bottom() < rows.top(), "{close:?} {rows:?}");
        assert!(close.right() < size[0] && close.top() > 0.0, "{close:?}");
        window.click("Fermer");
        window.assert_absent("interpellation notée");
    }
}

#[test]
fn many_findings_are_one_line_and_leave_room_for_the_fields() {
    let mut b = week();
    // A lease without landlord, referral, or association; keys before it; an exit without its kind.
    b.set(Relocations, "R-AAAAA", "lease_signed", "2021-07-05");
    b.set(Relocations, "R-AAAAA", "moved_in", "2021-07-01");
    b.set(Relocations, "R-AAAAA", "exited", "2021-07-07");
    b.set(Relocations, "R-BBBBB", "exited", "2021-07-07");
    let mut window = open(&b, [1366.0, 768.0]);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    window.press(Key::Space);
    let row = b.row("R-AAAAA");
    let count = window.session().findings_of(Relocations, row).count();
    assert!(count > 2, "{count}");
    let finding = "Relogement sans bailleur signataire";
    window.assert_absent(finding);
    window.click(&format!("{count} alertes"));
    window.assert_shows(finding);
    window.snapshot("card-findings");
    window.click(&format!("{count} alertes"));
    window.assert_absent(finding);
    window.snapshot("card-findings-counted");
    // One or two stand there as they are.
    window.reach(Relocations, 1, "Code");
    let few = window.session().findings_of(Relocations, b.row("R-BBBBB")).count();
    assert!((1..=2).contains(&few), "{few}");
    window.assert_absent("alertes");
}

#[test]
fn the_way_back_to_a_record_that_is_gone_leads_to_its_table() {
    let mut b = week();
    b.proposal("L-0001", "R-AAAAA", &[("proposed_on", "2021-07-03")]);
    let mut window = open(&b, [1366.0, 768.0]);
    window.click("Logements");
    window.reach(Units, 1, "Code");
    window.click("Relogements");
    window.reach(Relocations, 1, "Code");
    window.press(Key::Space);
    // From R-AAAAA to its proposal; meanwhile somebody removes the case where it was left.
    window.reach(Relocations, 0, "Code");
    window.click("Proposition L-0001 · En cours · 03/07/2021");
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    window.press_with(Modifiers::COMMAND, Key::Delete);
    // Its proposal refers to it.
    window.press(Key::Enter);
    assert!(!window.session().dataset().table(Relocations).contains(b.row("R-AAAAA")));
    window.click("Logements");
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.session().shown_table(), Some(Relocations));
    window.assert_shows("R-BBBBB");
    // The keyboard is in the table: an arrow finds a row.
    window.press(Key::ArrowDown);
    let at = window.session().cell_at_hand().map(|cell| cell.row);
    assert!(at.is_none_or(|row| window.session().dataset().table(Relocations).contains(row)));
    // Nowhere else to go back to.
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.session().shown_table(), Some(Relocations));
}

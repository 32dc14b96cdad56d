//! Quick entry: ten records in a row, one question answered by arrow keys, one undone; what its dialog shows.

use clefs::domain::schema::TableId;
use clefs::domain::schema::TableId::Units;
use egui::{Key, Modifiers};

use super::desk::Desk;
use super::screen::Window;
use crate::build::day;
use crate::phrases::convention;

const FILE: &str = "saisie.ron";
const SMALL: [f32; 2] = [1366.0, 768.0];

/// The convention of the list, with commitments, on 20 April 2021.
fn window(size: [f32; 2]) -> (Desk, Window) {
    let desk = Desk::with_sample();
    desk.keep(FILE, &convention());
    let window = desk.start_in(size, Some(FILE));
    (desk, window)
}

/// Types a line and Enter; returns how many keys that took.
fn enter(window: &mut Window, line: &str) -> usize {
    window.type_text(line);
    window.press(Key::Enter);
    line.chars().count() + 1
}

fn line(window: &Window) -> String {
    let fields = window.session().dialog().expect("the dialog stays").fields();
    fields[0].text().to_owned()
}

#[test]
fn ten_lines_in_a_row_make_ten_records_and_one_is_undone() {
    let (_desk, mut window) = window(SMALL);
    let count = |window: &Window, table: TableId| window.session().dataset().table(table).count();
    let before = [TableId::Units, TableId::Relocations, TableId::Referrals].map(|table| count(&window, table));
    window.ctrl(Key::K);
    let mut keys = 1;
    for line in [
        "vilogia t3 lille publié 12/4",
        "sia hénin-beaumont t2 identifié",
        "relogement solfa t3 mel 2 enfants",
        "relogement havre partenord bail 3/4",
        "relogement solfa lmh interpellé 6/4",
        "L-0012 publié 15/4",
        "R-AB3CD dossier complet",
        "interpellation R-AB3CD partenord 12/4",
        "L-0012 R-AB3CD caleol 19/4 attribué",
    ] {
        keys += enter(&mut window, line);
        window.assert_shows("✓");
        assert_eq!(self::line(&window), "", "{line}");
    }
    // Two landlords are called so: Enter alone chooses none of them.
    keys += enter(&mut window, "logis t3 lille publié 12/4");
    window.assert_shows("« logis » peut vouloir dire plusieurs choses. Laquelle ?");
    assert_eq!(line(&window), "logis t3 lille publié 12/4");
    for key in [Key::ArrowDown, Key::ArrowDown, Key::Enter] {
        window.press(key);
    }
    assert_eq!(line(&window), "Logis Métropole t3 lille publié 12/4");
    window.press(Key::Enter);
    keys += 4;
    let after = [TableId::Units, TableId::Relocations, TableId::Referrals].map(|table| count(&window, table));
    assert_eq!([0, 1, 2].map(|at: usize| after[at] - before[at]), [3, 3, 2]);
    assert!(keys < 330, "{keys} keys for ten records");

    let unit = window.session().dataset().units.iter().next_back().expect("the last one").clone();
    assert_eq!(unit.published, Some(day("2021-04-12")));
    window.press(Key::Escape);
    window.ctrl(Key::Z);
    assert_eq!(count(&window, Units), before[0] + 2, "one line is one step");
    let proposal = window.session().dataset().proposals.iter().next().expect("the proposal").clone();
    assert_eq!(proposal.caleol_on, Some(day("2021-04-19")), "the line before stays");
}

#[test]
fn the_preview_says_the_record_the_day_that_is_meant_and_the_figures_that_move() {
    let (_desk, mut window) = window(SMALL);
    window.ctrl(Key::K);
    window.type_text("vilogia t3 lille publié");
    window.assert_shows("Nouveau logement");
    window.assert_shows("L-0014");
    window.assert_shows("aujourd’hui, sans date tapée");
    window.assert_shows("Chiffres qui bougent, exercice 2021 :");
    window.assert_shows("1 → 2 sur 27");
    window.type_over("vilogia t3 lille publié 12/12");
    window.assert_shows("à venir : ne compte pas encore");
    window.assert_shows("Aucun chiffre de l’exercice 2021 ne bouge à ce jour.");
    window.type_over("relogement solfa partenord");
    window.assert_shows("Partenord : que fait ce bailleur ?");
    window.press(Key::Enter);
    assert_eq!(line(&window), "relogement solfa partenord");
    assert_eq!(window.session().dataset().relocations.iter().count(), 2);
}

#[test]
fn after_a_click_beside_the_dialog_one_types_on() {
    let (_desk, mut window) = window(SMALL);
    window.ctrl(Key::K);
    window.type_text("vilogia ");
    window.press(Key::Tab);
    window.click_at(egui::pos2(20.0, 700.0));
    window.type_text("t3");
    assert_eq!(line(&window), "vilogia t3");
}

#[test]
fn a_line_that_contradicts_the_records_is_not_taken() {
    let (_desk, mut window) = window(SMALL);
    window.ctrl(Key::K);
    enter(&mut window, "proposition L-0012 R-AB3CD refusée 1/4 motif loyer");
    window.assert_shows("« Répondu le » est avant « Proposé le »");
    assert!(!line(&window).is_empty(), "it stays to be corrected");
}

#[test]
fn the_name_of_the_operator_is_asked_for_and_the_line_is_made_then() {
    let desk = Desk::new();
    desk.keep(FILE, &convention());
    let mut window = desk.start_on(FILE);
    window.ctrl(Key::K);
    enter(&mut window, "vilogia t3 lille publié 12/4");
    enter(&mut window, "Odile");
    assert_eq!(window.session().dataset().units.iter().count(), 3);
    assert_eq!(line(&window), "");
    window.press_with(Modifiers::NONE, Key::Escape);
    assert!(window.session().dialog().is_none());
}

#[test]
fn the_dialog_of_quick_entry() {
    let (_desk, mut window) = window(SMALL);
    window.click("Logements");
    window.ctrl(Key::K);
    window.snapshot("quick-empty");
    window.type_text("relogement solfa t3 mel 2 enfants partenord bail 3/4");
    window.snapshot("quick");
    window.type_over("logis t3 lille 450 € publié 12/4");
    window.press(Key::ArrowDown);
    window.snapshot("quick-asked");
    window.press(Key::Escape);
    window.choose("Affichage", "Thème sombre");
    window.ctrl(Key::K);
    window.type_text("L-0012 identifié 6/4 publié bientôt");
    window.snapshot("quick-dark");
}

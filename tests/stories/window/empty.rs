//! Where there is nothing to see, one sentence says the next step, and a key or a button takes it.

use clefs::session::page::Page;
use egui::Key;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;
use crate::build::Build;

/// A window on a convention with its periods and nothing else.
fn nothing(desk: &Desk) -> Window {
    desk.keep("vide.ron", Build::new().dataset());
    desk.start_in([1366.0, 768.0], Some("vide.ron"))
}

/// The sentences that name the key to press, and the buttons that lead on.
fn next_steps(window: &Window) -> Vec<String> {
    let is_step = |text: &String| {
        text.ends_with('.') && (text.contains("Ctrl+N") || text.contains("« Reporter… »"))
            || text.starts_with("Aller à la page ")
    };
    window.texts().into_iter().filter(is_step).collect()
}

#[test]
fn every_page_of_an_empty_convention_says_the_next_step() {
    let desk = Desk::new();
    let mut window = nothing(&desk);
    for page in Page::all() {
        while window.session().page() != page {
            window.ctrl(Key::PageDown);
        }
        let Page::Section(section) = page else {
            let is_empty = page != Page::Todo || window.session().todos().is_empty();
            assert!(!is_empty || !next_steps(&window).is_empty(), "{page:?}: {:#?}", window.texts());
            continue;
        };
        for table in section.tables() {
            if section.tables().len() > 1 {
                let name = window.session().words().text(&format!("table-{}", table.key())).to_owned();
                let count = window.session().dataset().table(*table).count();
                window.click(&format!("{name}  {count}"));
            }
            if window.session().dataset().table(*table).count() == 0 {
                assert!(!next_steps(&window).is_empty(), "{table:?}: {:#?}", window.texts());
            }
        }
    }
}

#[test]
fn a_table_whose_rows_name_another_leads_to_that_one_first() {
    let desk = Desk::new();
    let mut window = nothing(&desk);
    window.assert_shows("Rien n’est encore saisi");
    window.click("Interpellations");
    window.assert_shows("en désigne une de la page Relogements, qui est encore vide : commencez par là.");
    window.click("Aller à la page Relogements");
    window.assert_shows("Aucun relogement pour l’instant.");
    // A committee's decisions, without a committee.
    window.click("Comités");
    window.click("Décisions  0");
    window.click("Aller à la page Comités");
    window.assert_shows("Aucun comité pour l’instant.");
    window.click("Tableau de bord");
    window.click("Aller à la page Logements");
    window.assert_shows("en désigne une de la page Bailleurs");
    window.click("Rapprochement");
    window.click("Aller à la page Relogements");
    window.assert_shows("Aucun relogement pour l’instant.");
}

#[test]
fn rows_hidden_by_a_search_or_a_filter_say_how_they_come_back() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.ctrl(Key::F);
    window.type_text("zzz");
    window.assert_shows("Aucune des 41 lignes ne correspond à la recherche. « Effacer » les montre de nouveau.");
    window.click("Effacer");
    window.assert_shows("41 logements affichés sur 41");
    window.select(0, "Code");
    window.choose("Colonne", "Filtrer…");
    window.click("Contient");
    window.type_text("zzz");
    window.press(Key::Enter);
    window.assert_shows("Aucune des 41 lignes ne passe les filtres. « Tout afficher » les montre de nouveau.");
    window.click("Tout afficher");
    window.assert_shows("41 logements affichés sur 41");
}

#[test]
fn the_dashboard_says_how_many_dates_no_period_counts() {
    let mut b = super::week::week();
    b.set(clefs::domain::schema::TableId::Relocations, "R-AAAAA", "lease_signed", "2021-01-05");
    let desk = Desk::new();
    desk.keep("semaine.ron", b.dataset());
    let window = desk.start_on("semaine.ron");
    window.assert_shows("1 date hors de tout exercice ne compte que depuis le début (C16).");
}

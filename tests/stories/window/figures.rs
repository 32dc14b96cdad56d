//! Any figure and any bar opens the rows that it counts, says why each does, and is left at once.

use clefs::chart::kind::Chart;
use clefs::domain::schema::TableId;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;
use crate::rules::analysis::fixture;

fn dashboard() -> (Desk, Window) {
    let desk = Desk::with_sample();
    let window = desk.start_on(SAMPLE);
    (desk, window)
}

#[test]
fn a_headline_opens_the_rows_that_it_counts() {
    let (_desk, mut window) = dashboard();
    window.click("21");
    window.assert_says("21 logements mis à disposition · Région");
    window.assert_says("21 logements affichés sur 41");
    window.assert_says("compte dans l’exercice 2021 (C2)");
    window.click("Tout afficher");
    window.assert_says("41 logements affichés sur 41");
    window.assert_silent("mis à disposition · Région");
}

#[test]
fn a_bar_of_a_chart_opens_its_landlord_s_rows() {
    let (_desk, mut window) = dashboard();
    window.click_in("Graphique : Logements", "Bravo Habitat : 3 logements publiés");
    window.assert_says("3 logements mis à disposition · Bravo Habitat");
    assert_eq!(window.column("Bailleur"), ["Bravo Habitat"; 3]);
    window.click("Tableau de bord");
    window.click("Bailleur Alpha : 3 femmes relogées");
    window.assert_says("3 femmes relogées après interpellation · Bailleur Alpha");
    window.assert_says("3 relogements affichés sur 60");
    window.assert_says("après interpellation, compte dans l’exercice 2021 (C4)");
}

#[test]
fn a_commitment_s_tick_opens_the_commitment() {
    let (_desk, mut window) = dashboard();
    window.click("Delta Opale Logement : engagement de 10 relogements");
    window.assert_says("1 engagement de relogements · Delta Opale Logement");
    assert_eq!(window.column("Objectif"), ["10"]);
    window.assert_says("S’ajoute à l’objectif (C9)");
}

#[test]
fn what_became_of_the_units_opens_too() {
    let (_desk, mut window) = dashboard();
    window.click("8 loués");
    window.assert_says("8 logements loués · Région");
    window.assert_says("8 logements affichés sur 41");
}

#[test]
fn another_day_gives_other_figures() {
    let (_desk, mut window) = dashboard();
    window.click("au 09/07/2021");
    for _ in 0..3 {
        window.click("Mois précédent");
    }
    window.click("2 avril 2021");
    window.assert_says("au 02/04/2021");
    window.assert_silent("Hauts-de-France : 21 logements publiés");
}

#[test]
fn the_landlords_of_the_charts_are_ordered_from_the_menu() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    let first = |window: &Window| {
        let chart = window.session().chart(Chart::Relocations, 600.0, 500.0);
        chart.table.rows.iter().map(|row| row.values.last().unwrap().clone()).collect::<Vec<_>>()
    };
    window.choose("Graphiques", "Bailleurs par engagement");
    let targets = first(&window);
    let landlords = &targets[..targets.len() - 1];
    assert!(landlords.windows(2).all(|pair| pair[0] >= pair[1]), "{landlords:?}");
}

#[test]
fn rows_of_a_figure_are_shown_from_their_first_columns_on_with_why_they_count() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
    window.click("Logements");
    window.reach(TableId::Units, 3, "Notes");
    window.click("Tableau de bord");
    window.click("21");
    let reason = window.texts().into_iter().find(|text| text.contains("compte dans l’exercice 2021 (C2)"));
    let place = window.visible(&reason.expect("it is in sight")).expect("it is in sight");
    assert!(place.left() > 200.0 && place.right() < 1366.0, "{place:?}");
}

#[test]
fn a_gap_opens_its_women_and_from_there_its_units() {
    let desk = Desk::new();
    desk.keep("petit.ron", fixture().dataset());
    let mut window = desk.start_in([1600.0, 9000.0], Some("petit.ron"));
    window.choose("Graphiques", "Chiffres exacts, pour le bureau seul");
    window.click("CA de Lens - Liévin : 1 femme en attente, 1 logement libre");
    assert_eq!(window.column("Code"), ["R3"]);
    window.click("CA de Lens - Liévin : 1 logement libre");
    assert_eq!(window.column("Code"), ["U3"]);
}

/// A window so high that every chart is in sight.
fn high() -> (Desk, Window) {
    let desk = Desk::with_sample();
    let window = desk.start_in([1600.0, 9000.0], Some(SAMPLE));
    (desk, window)
}

#[test]
fn a_figure_of_a_table_opens_its_rows_and_says_why_they_count() {
    let (_desk, mut window) = high();
    window.click("Association Un : femmes relogées (11)");
    window.assert_says("Association Un : femmes relogées (11)");
    assert_eq!(window.column("Association"), ["Association Un"; 11]);
    window.assert_says("compte dans l’exercice 2021 (C4)");
}

#[test]
fn each_row_says_why_it_is_in_the_number_that_was_clicked() {
    let (_desk, mut window) = high();
    let mut opens = |figure: &str, why: &str| {
        window.click(figure);
        window.assert_says(why);
        window.assert_silent("(C7)");
        window.click("Tableau de bord");
    };
    opens("Association Un : besoins repérés (9)", "Besoin repéré le ");
    opens("Association Un : interpellations (16)", "Interpellation du ");
    opens("Association Un : 4 femmes en attente", "En attente depuis le ");
    opens("Dossier complet : 7 cas", "À cette étape depuis le ");
    opens("De 1 à 3 mois : 9 cas", "Premier bailleur interpellé le ");
    opens("Autre solution : 2 cas", "Sortie le ");
    opens("Ménage : 2 propositions refusées", "Refusée le ");
    opens("bail → clefs : 40 cas en 4 à 17 jours", " jours : du ");
}

#[test]
fn what_came_since_the_last_committee_opens_alone() {
    let (_desk, mut window) = high();
    window.click("Mike Nord : 1 logement publié depuis le comité du 9 avril");
    window.assert_says("1 logement affiché sur 41");
}

#[test]
fn children_open_under_their_own_title() {
    let (_desk, mut window) = high();
    // In whole groups, as the curve says it: one woman more or less would tell her children.
    window.click("85 enfants de 40 femmes (mesure distincte)");
    window.assert_says("40 femmes relogées et leurs enfants · Région");
    window.assert_says("40 relogements affichés sur 60");
    window.click("Tableau de bord");
    window.choose("Graphiques", "Chiffres exacts, pour le bureau seul");
    window.click("89 enfants de 42 femmes (mesure distincte)");
    window.assert_says("42 femmes relogées et leurs enfants · Région");
    window.click("Tableau de bord");
    window.assert_says("CHIFFRES EXACTS, INTERNES");
}

#[test]
fn small_numbers_are_masked_until_the_office_asks() {
    let (_desk, mut window) = high();
    let masked = |window: &Window| {
        let charts = window.session().charts();
        let tables = charts.iter().map(|chart| window.session().chart(*chart, 900.0, 0.0));
        let entries = |scene: std::rc::Rc<clefs::chart::scene::Scene>| {
            scene.table.rows.iter().flat_map(|row| &row.values).filter(|entry| entry.to_string() == "masqué").count()
        };
        tables.map(entries).sum::<usize>()
    };
    assert!(masked(&window) > 5, "{}", masked(&window));
    window.assert_silent("T3 : 4 femmes en attente");
    window.choose("Graphiques", "Chiffres exacts, pour le bureau seul");
    assert_eq!(masked(&window), 0);
    window.assert_says("Document interne, chiffres exacts : ne pas diffuser.");
    window.choose("Graphiques", "Masquer les petits nombres");
    assert!(masked(&window) > 5, "{}", masked(&window));
}

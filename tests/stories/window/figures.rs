//! Every figure and bar opens the rows it counts, each with its reason, and is left with one key.

use clefs::chart::kind::Chart;
use clefs::domain::schema::{Audience, TableId};
use clefs::session::command::Command;

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
    window.click("Logements mis à disposition : 21 sur 27");
    window.assert_shows("21 logements mis à disposition · Région");
    window.assert_shows("21 logements affichés sur 41");
    window.assert_shows("compte dans l’exercice 2021 (C2)");
    window.click("Tout afficher");
    window.assert_shows("41 logements affichés sur 41");
    window.assert_absent("mis à disposition · Région");
}

#[test]
fn a_bar_of_a_chart_opens_its_landlords_rows() {
    let (_desk, mut window) = dashboard();
    window.click_in("Graphique : Logements", "Bravo Habitat : 3 logements publiés");
    window.assert_shows("3 logements mis à disposition · Bravo Habitat");
    assert_eq!(window.column("Bailleur"), ["Bravo Habitat"; 3]);
    window.click("Tableau de bord");
    window.click("Bailleur Alpha : 3 femmes relogées");
    window.assert_shows("3 femmes relogées après interpellation · Bailleur Alpha");
    window.assert_shows("3 relogements affichés sur 60");
    window.assert_shows("après interpellation, compte dans l’exercice 2021 (C4)");
}

#[test]
fn the_tick_of_a_commitment_opens_the_commitment() {
    let (_desk, mut window) = dashboard();
    window.click("Delta Opale Logement : engagement de 10 relogements");
    window.assert_shows("1 engagement de relogements · Delta Opale Logement");
    assert_eq!(window.column("Objectif"), ["10"]);
    window.assert_shows("S’ajoute à l’objectif (C9)");
}

#[test]
fn the_fates_chart_opens_its_rows() {
    let mut window = Desk::with_sample().start_in([1366.0, 1100.0], Some(SAMPLE));
    window.click("8 loués");
    window.assert_shows("8 logements loués · Région");
    window.assert_shows("8 logements affichés sur 41");
}

#[test]
fn another_as_of_day_gives_other_figures() {
    let (_desk, mut window) = dashboard();
    window.click("au 09/07/2021");
    for _ in 0..3 {
        window.click("Mois précédent");
    }
    window.click("2 avril 2021");
    window.assert_shows("au 02/04/2021");
    window.assert_absent("Hauts-de-France : 21 logements publiés");
}

#[test]
fn the_menu_sorts_the_landlords_of_the_charts() {
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
fn rows_of_a_figure_start_at_the_first_column_with_their_reasons() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
    window.click("Logements");
    window.reach(TableId::Units, 3, "Notes");
    window.click("Tableau de bord");
    window.click("Logements mis à disposition : 21 sur 27");
    let reason = window.texts().into_iter().find(|text| text.contains("compte dans l’exercice 2021 (C2)"));
    let place = window.visible(&reason.expect("it is visible")).expect("it is visible");
    assert!(place.left() > 200.0 && place.right() < 1366.0, "{place:?}");
}

#[test]
fn a_gap_opens_its_women_and_then_its_units() {
    let desk = Desk::new();
    desk.keep("petit.ron", fixture().dataset());
    let mut window = desk.start_in([1600.0, 9000.0], Some("petit.ron"));
    window.choose("Graphiques", "Chiffres exacts, pour le bureau seul et une seule fois");
    window.click("CA de Lens - Liévin : 1 femme en attente, 1 logement libre");
    assert_eq!(window.column("Code"), ["R3"]);
    window.click("CA de Lens - Liévin : 1 logement libre");
    assert_eq!(window.column("Code"), ["U3"]);
}

/// A window high enough for every chart.
fn high() -> (Desk, Window) {
    let desk = Desk::with_sample();
    let window = desk.start_in([1600.0, 9000.0], Some(SAMPLE));
    (desk, window)
}

#[test]
fn a_figure_in_a_table_opens_its_rows_with_reasons() {
    let (_desk, mut window) = high();
    window.click("Association Un : femmes relogées (11)");
    window.assert_shows("Association Un : femmes relogées (11)");
    assert_eq!(window.column("Association"), ["Association Un"; 11]);
    window.assert_shows("compte dans l’exercice 2021 (C4)");
}

#[test]
fn each_row_has_a_reason_for_the_clicked_number() {
    let (_desk, mut window) = high();
    let opens = |window: &mut Window, figure: &str, why: &str| {
        window.click(figure);
        window.assert_shows(why);
        window.assert_absent("(C7)");
        window.click("Tableau de bord");
    };
    opens(&mut window, "Association Un : besoins repérés (9)", "Besoin repéré le ");
    opens(&mut window, "Association Un : interpellations (16)", "Interpellation du ");
    opens(&mut window, "Association Un : 4 femmes en attente", "En attente depuis le ");
    opens(&mut window, "bail → clefs : 40 relogements en 4 à 17 jours", " jours : du ");
    // Where cases are is for the office alone.
    window.choose("Graphiques", "Chiffres exacts, pour le bureau seul et une seule fois");
    opens(&mut window, "Dossier complet : 7 relogements", "À cette étape depuis le ");
    opens(&mut window, "De 1 à 3 mois : 9 relogements", "Premier bailleur interpellé le ");
    opens(&mut window, "Autre solution : 2 relogements", "Sortie le ");
    opens(&mut window, "Ménage : 2 propositions refusées", "Refusée le ");
}

#[test]
fn movements_since_the_last_committee_open_alone() {
    let (_desk, mut window) = high();
    window.click("Mike Nord : 1 logement publié depuis le comité du 9 avril");
    window.assert_shows("1 logement affiché sur 41");
}

#[test]
fn children_open_their_mothers_under_their_own_title() {
    let (_desk, mut window) = high();
    // In whole groups, as on the curve: one woman more or less would reveal her children.
    window.click("85 enfants (de 40 sur 42 femmes)");
    window.assert_shows("40 femmes relogées et leurs enfants · Région");
    window.assert_shows("40 relogements affichés sur 60");
    window.click("Tableau de bord");
    window.choose("Graphiques", "Chiffres exacts, pour le bureau seul et une seule fois");
    window.click("89 enfants (de 42 femmes)");
    window.assert_shows("42 femmes relogées et leurs enfants · Région");
    window.click("Tableau de bord");
    window.assert_shows("CHIFFRES EXACTS, INTERNES");
}

#[test]
fn small_numbers_are_suppressed_until_the_office_asks() {
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
    window.assert_absent("T3 : 4 femmes en attente");
    window.choose("Graphiques", "Chiffres exacts, pour le bureau seul et une seule fois");
    assert_eq!(masked(&window), 0);
    window.assert_shows("Document interne, chiffres exacts : ne pas diffuser.");
    window.choose("Graphiques", "Nombres arrondis, pour le comité");
    assert!(masked(&window) > 5, "{}", masked(&window));
}

#[test]
fn exact_figures_are_for_one_use() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.choose("Graphiques", "Chiffres exacts, pour le bureau seul et une seule fois");
    // What has none to show is no use of them.
    window.handle(Command::CopyFigures(Chart::Units));
    window.assert_shows("CHIFFRES EXACTS, INTERNES");
    window.handle(Command::CopyFigures(Chart::Departements));
    window.assert_shows("Les chiffres sont de nouveau arrondis.");
    assert_eq!(window.session().chart_audience(), Audience::Committee);
    window.assert_absent("CHIFFRES EXACTS, INTERNES");
}

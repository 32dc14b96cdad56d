//! Any figure and any bar opens the rows that it counts, says why each does, and is left at once.

use clefs::chart::kind::Chart;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

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
        let chart = window.state().chart(Chart::Relocations, 600.0, 500.0);
        chart.table.rows.iter().map(|row| row.values[2]).collect::<Vec<_>>()
    };
    window.choose("Graphiques", "Bailleurs par engagement");
    let targets = first(&window);
    let landlords = &targets[..targets.len() - 1];
    assert!(landlords.windows(2).all(|pair| pair[0] >= pair[1]), "{landlords:?}");
}

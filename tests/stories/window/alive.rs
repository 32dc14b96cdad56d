//! Charts in the window: bars animate after an edit, the keyboard reaches every figure, and the
//! figures are also available as a table.

use clefs::chart::kind::Chart;
use clefs::domain::schema::TableId;
use clefs::theme::LIGHT;
use egui::{Color32, Key, Modifiers};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;
use crate::rules::analysis::fixture;

fn delivered() -> Color32 {
    let (r, g, b) = (LIGHT.delivered.0, LIGHT.delivered.1, LIGHT.delivered.2);
    Color32::from_rgb(r, g, b)
}

/// The dashboard after a published unit was withdrawn; undo restores it.
fn after_an_edit() -> (Desk, Window) {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.assert_shows("21 logements publiés");
    window.click("Logements mis à disposition : 21 sur 27");
    window.reach(TableId::Units, 0, "Publié");
    window.press(Key::Delete);
    window.click("Tableau de bord");
    window.assert_absent("Hauts-de-France : 21 logements publiés");
    window.move_things();
    (desk, window)
}

/// How many frames painted intermediate bars.
fn on_the_way(window: &Window) -> usize {
    let seen: Vec<_> = window.seen().iter().skip_while(|widths| widths.is_empty()).collect();
    let (first, last) = (*seen.first().unwrap(), *seen.last().unwrap());
    assert!(first != last, "the chart changed");
    seen.iter().filter(|widths| **widths != first && **widths != last).count()
}

#[test]
fn a_bar_animates_to_its_new_length_after_an_edit_and_stops() {
    let (_desk, mut window) = after_an_edit();
    window.wait(4.0);
    assert!(window.rests());
    window.ctrl(Key::Z);
    window.watch(delivered());
    // Undo leads to the place of the change.
    window.click("Tableau de bord");
    window.assert_shows("21 logements publiés");
    let frames = on_the_way(&window);
    assert!((1..=3).contains(&frames), "{frames} frames of an eighth of a second");
    window.wait(4.0);
    assert!(window.rests());
}

#[test]
fn another_day_or_order_is_shown_without_animation() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.move_things();
    window.click("au 09/07/2021");
    for _ in 0..3 {
        window.click("Mois précédent");
    }
    window.watch(delivered());
    window.click("2 avril 2021");
    assert_eq!(on_the_way(&window), 0);
    let mut window = desk.start_on(SAMPLE);
    window.move_things();
    window.click("Graphiques");
    window.watch(delivered());
    window.click("Bailleurs par taux");
    assert_eq!(on_the_way(&window), 0);
}

#[test]
fn reduced_motion_is_respected_and_remembered() {
    let (desk, mut window) = after_an_edit();
    window.choose("Affichage", "Réduire les animations");
    window.assert_shows("Animations réduites.");
    window.watch(delivered());
    window.ctrl(Key::Z);
    assert_eq!(on_the_way(&window), 0);
    window.close();
    let mut window = desk.start_on(SAMPLE);
    window.choose("Affichage", "✓ Réduire les animations");
    window.assert_shows("Animations rétablies.");
}

#[test]
fn tab_reaches_a_chart_out_of_sight_and_scrolls_to_it() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
    let below = window.rect_in("Graphique : Devenir des logements", "Bravo Habitat : 3 logements publiés");
    assert!(below.top() > 768.0, "{below:?}");
    // Backwards from nowhere: the last stop of the last chart.
    window.press_with(Modifiers::SHIFT, Key::Tab);
    let (label, place) = window.focused().unwrap();
    assert_eq!(window.charts().pop().unwrap().1.last(), Some(&label));
    assert!(place.top() > 60.0 && place.bottom() < 768.0, "{place:?}");
    window.press(Key::Enter);
    window.assert_shows(&label);
}

#[test]
fn tab_goes_through_every_mark_of_every_chart() {
    let desk = Desk::new();
    desk.keep("petit.ron", fixture().dataset());
    let mut window = desk.start_in([1366.0, 768.0], Some("petit.ron"));
    window.choose("Graphiques", "Chiffres exacts, pour le bureau seul et une seule fois");
    let stops: Vec<String> = window.charts().into_iter().flat_map(|(_, stops)| stops).collect();
    // And the counting rule under the title, if it names one.
    let marks = |chart: &Chart| {
        let scene = window.session().chart(*chart, 900.0, 400.0);
        scene.subjects().len() + usize::from(scene.rules.is_some())
    };
    assert_eq!(stops.len(), window.session().charts().iter().map(marks).sum::<usize>());

    window.press(Key::Tab);
    let first = window.focused().unwrap().0;
    let mut reached = vec![first.clone()];
    loop {
        window.press(Key::Tab);
        let (label, place) = window.focused().unwrap();
        if label == first {
            break;
        }
        assert!(place.bottom() > 0.0 && place.top() < 768.0, "“{label}” is in sight: {place:?}");
        reached.push(label);
    }
    assert!(reached.ends_with(&stops[stops.len() - 60..]), "one chart after the other");
    for stop in &stops {
        let times = |texts: &[String]| texts.iter().filter(|text| *text == stop).count();
        assert!(times(&reached) >= times(&stops), "“{stop}” is reached");
    }
}

#[test]
fn the_figures_of_a_chart_are_shown_as_a_table() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    window.assert_shows("Chiffres du graphique");
    window.assert_shows("Bravo Habitat, publiés : 3");
    window.assert_shows("DONNÉES FICTIVES");
    window.click("Devenir des logements");
    window.assert_shows("Bravo Habitat, bail signé : 1");
    window.click("Copier les chiffres");
    window.assert_shows("Chiffres copiés (Devenir des logements)");
    assert!(window.copied.as_ref().unwrap().contains("Bravo Habitat\t"));
    window.press(Key::Escape);
    window.assert_absent("Chiffres du graphique");

    window.ctrl(Key::E);
    window.click("Courbe des relogements");
    window.click("Afficher les chiffres");
    window.assert_shows("Chiffres du graphique");
    window.assert_shows("Hauts-de-France, après interpellation : 34");
}

#[test]
fn figures_are_right_aligned_and_keys_scroll_a_long_table() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in([1366.0, 640.0], Some(SAMPLE));
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    let right = |window: &Window, label: &str| window.rect(label).right();
    let head = right(&window, "publiés");
    assert!((right(&window, "Bravo Habitat, publiés : 3") - head).abs() < 1.0);
    assert!((right(&window, "Bailleur Alpha, publiés : 2") - head).abs() < 1.0);
    let before = window.rect("Bravo Habitat, publiés : 3").top();
    window.press(Key::PageDown);
    assert!(window.rect("Bravo Habitat, publiés : 3").top() < before - 50.0);
}

/// The rows have priority over what the menus have as well.
#[test]
fn with_large_text_in_a_low_window_five_rows_of_a_table_stay_beside_the_card() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
    window.click("Relogements");
    window.press(Key::Space);
    window.assert_shows("Ajouter");
    for _ in 0..10 {
        window.ctrl(Key::Plus);
    }
    for page in ["Logements", "Relogements"] {
        window.click(page);
        assert!(window.rows_in_sight() >= 5, "{page}: {}", window.rows_in_sight());
    }
}

#[test]
fn with_large_text_in_a_low_window_the_figures_dialog_can_be_closed_by_its_button() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
    for _ in 0..10 {
        window.ctrl(Key::Plus);
    }
    assert_eq!(window.session().outside().appearance.scale, 200);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    window.assert_shows("Chiffres du graphique");
    let button = window.rect("Fermer");
    assert!(button.top() > 0.0 && button.bottom() < 768.0 / 2.0, "{button:?}");
    window.click("Fermer");
    window.assert_absent("Chiffres du graphique");
}

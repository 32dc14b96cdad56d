//! What a screen reader hears, in French: the cell with the cursor, dialogs, figures, lists. The window's focus is read as the
//! platform reads it.

mod dialogs;

use clefs::domain::schema::TableId;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;
use super::screen::reading::heard;

const REASON: &str = "Ce jour n’existe pas. Le jour vient d’abord : 9/4/21 est le 9 avril 2021.";

fn page(name: &str) -> (Desk, Window) {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click(name);
    (desk, window)
}

impl Window {
    /// What is heard of the elements with a role.
    fn all(&self, role: Role) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        nodes.filter(|node| node.accesskit_node().role() == role).map(|node| heard(&node)).collect()
    }
}

#[test]
fn the_reader_is_at_the_cell_with_the_cursor_and_goes_with_it() {
    let (_desk, mut window) = page("Logements");
    window.select(1, "Code");
    assert_eq!(window.heard(), "Code : L-0002. L-0002, ligne 2 sur 41");
    window.press(Key::ArrowRight);
    assert_eq!(window.heard(), "Bailleur : Bravo Habitat. L-0002, ligne 2 sur 41");
    window.press(Key::ArrowDown);
    let landlord = window.column("Bailleur")[2].clone();
    assert_eq!(window.heard(), format!("Bailleur : {landlord}. L-0003, ligne 3 sur 41"));
    window.press_with(Modifiers::COMMAND, Key::End);
    assert!(window.heard().ends_with("ligne 41 sur 41"), "out of sight a moment ago: {}", window.heard());
    assert_eq!(window.all(Role::Grid), ["Tableau : Logements"]);
}

#[test]
fn the_reader_hears_that_a_cell_is_empty_calculated_or_cut() {
    let (_desk, mut window) = page("Logements");
    window.reach(TableId::Units, 0, "Statut");
    let status = window.column("Statut")[0].clone();
    assert_eq!(window.heard(), format!("Statut : {status}. calculé, L-0001, ligne 1 sur 41"));
    window.reach(TableId::Units, 0, "Notes");
    assert_eq!(window.heard(), "Notes : . vide, L-0001, ligne 1 sur 41");
    window.select(0, "Code");
    window.harness.event(egui::Event::Cut);
    window.settle();
    assert_eq!(window.heard(), "Code : L-0001. coupé, L-0001, ligne 1 sur 41");
}

#[test]
fn the_reader_hears_why_an_entry_was_rejected_and_what_is_wrong_with_a_value() {
    let (_desk, mut window) = page("Logements");
    window.reach(TableId::Units, 0, "Promis");
    window.type_text("30/2/21");
    window.press(Key::Enter);
    let said = window.announced().concat();
    assert!(said.contains("« Promis », saisie à corriger : Ce jour n’existe pas"), "at once: {said}");
    window.press(Key::ArrowUp);
    assert_eq!(window.heard(), format!("Promis : 30/2/21. saisie refusée : {REASON} L-0001, ligne 1 sur 41"));
    let invalid = |window: &Window| {
        window
            .harness
            .root()
            .children_recursive()
            .any(|node| node.is_focused() && node.accesskit_node().data().invalid().is_some())
    };
    assert!(invalid(&window));
    window.reach(TableId::Units, 5, "Notes");
    window.type_text("rappeler au 06 12 34 56 78");
    window.press(Key::Enter);
    window.press(Key::ArrowUp);
    let said = window.heard();
    assert!(said.starts_with("Notes : rappeler au 06 12 34 56 78. à vérifier : "), "{said}");
    assert!(said.ends_with("L-0006, ligne 6 sur 41"), "{said}");
    assert!(!invalid(&window), "a doubt is no error");
}

#[test]
fn the_editor_is_named_and_the_reader_is_at_the_suggestion_that_enter_takes() {
    let (_desk, mut window) = page("Logements");
    window.reach(TableId::Units, 1, "Bailleur");
    window.press(Key::F2);
    window.type_over("bail");
    window.press(Key::ArrowDown);
    let options = window.all(Role::ListBoxOption);
    assert!(options.len() > 2, "{options:?}");
    assert_eq!(window.all(Role::ListBox), ["Choix possibles"]);
    let first = window.heard();
    assert!(options.contains(&first), "{first}");
    window.press(Key::ArrowDown);
    assert_ne!(window.heard(), first);
    assert!(options.contains(&window.heard()));
    window.press(Key::Escape);
    window.reach(TableId::Units, 1, "Réf. bailleur");
    window.press(Key::F2);
    assert_eq!(window.heard(), "Réf. bailleur. L-0002");
    window.press(Key::Escape);
    window.reach(TableId::Units, 1, "Promis");
    window.press(Key::F2);
    window.type_over("30/2/21");
    window.press(Key::Enter);
    window.press(Key::Backspace);
    assert_eq!(window.heard(), format!("Promis. saisie refusée : {REASON} L-0002"));
}

#[test]
fn the_reader_goes_along_to_the_card_and_back() {
    let (_desk, mut window) = page("Logements");
    window.select(0, "Code");
    window.press(Key::F6);
    let first = window.heard();
    assert!(!first.contains("ligne 1"), "a field of the card: {first}");
    window.press(Key::ArrowDown);
    assert_ne!(window.heard(), first);
    assert!(window.all(Role::Group).contains(&"L-0001 · Bailleur Alpha".to_owned()), "{:?}", window.all(Role::Group));
    window.press(Key::Escape);
    assert_eq!(window.heard(), "Code : L-0001. L-0001, ligne 1 sur 41");
}

#[test]
fn a_selection_is_said_as_it_grows() {
    let (_desk, mut window) = page("Logements");
    window.select(0, "Code");
    assert_eq!(window.announced(), Vec::<String>::new());
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    let two = window.announced();
    assert_eq!(two.len(), 1, "{two:?}");
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_ne!(window.announced(), two);
}

#[test]
fn the_side_bar_says_which_page_is_shown_and_how_much_there_is() {
    let (_desk, window) = page("Logements");
    let tabs: Vec<_> = window.harness.root().children_recursive().collect();
    let tabs = tabs.iter().filter(|node| node.accesskit_node().role() == Role::Tab);
    let shown: Vec<_> = tabs.filter(|node| node.accesskit_node().is_selected() == Some(true)).map(heard).collect();
    assert_eq!(shown, ["Logements. 41"]);
    assert!(window.all(Role::Tab).contains(&"Relogements. 60".to_owned()));
}

#[test]
fn the_window_has_its_title_and_a_table_its_rows() {
    let (_desk, mut window) = page("Logements");
    window.select(1, "Type");
    assert_eq!(window.harness.root().accesskit_node().label().as_deref(), Some("exemple-2021.ron – Clefs"));
    let cell = window.nodes().find(|node| heard(node).starts_with("Code : L-0002")).expect("the cell");
    let row = cell.parent().expect("its row");
    let (cell, row) = (cell.accesskit_node().data(), row.accesskit_node().data());
    assert_eq!((row.role(), row.row_index()), (Role::Row, Some(1)));
    assert_eq!((cell.row_index(), cell.column_index()), (Some(1), Some(0)));
    let grid = window.nodes().find(|node| node.accesskit_node().role() == Role::Grid).expect("the grid");
    let columns = window.session().grid(TableId::Units).columns().shown().len();
    assert_eq!(grid.accesskit_node().data().row_count(), Some(41));
    assert_eq!(grid.accesskit_node().data().column_count(), Some(columns));
    assert_eq!(window.heard(), format!("Type : {}. L-0002, ligne 2 sur 41", window.column("Type")[1]));
}

#[test]
fn the_list_of_findings_has_the_keyboard_and_its_buttons_come_next() {
    let (_desk, mut window) = page("Logements");
    for row in [0, 1] {
        window.reach(TableId::Units, row, "Promis");
        window.type_text("30/2/21");
        window.press(Key::Enter);
    }
    window.click("Alertes");
    assert!(window.heard().starts_with("L-0001 · Promis, "), "{}", window.heard());
    window.press(Key::Tab);
    assert!(window.heard().starts_with("L-0001 · Promis. "), "its button: {}", window.heard());
    window.press(Key::Escape);
    window.press(Key::ArrowDown);
    assert!(window.heard().starts_with("L-0002 · Promis, "), "{}", window.heard());
    window.press(Key::Enter);
    assert!(window.heard().starts_with("Promis : 30/2/21"), "{}", window.heard());
}

#[test]
fn figures_say_what_they_are_and_by_which_rule() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    let figures = window.all(Role::Link);
    for figure in [
        "Logements mis à disposition : 21 sur 27. Compté dès la publication sur Pass’Logement (C2).",
        "9 à publier",
        "depuis le 9 avril : +20",
    ] {
        assert!(figures.iter().any(|said| said == figure), "“{figure}” in {figures:#?}");
    }
    let start = |start: &str| figures.iter().find(|said| said.starts_with(start)).cloned().unwrap_or_default();
    assert!(start("Femmes relogées, en tout : ").contains("(C5), comptées au bail signé (C4)."), "{figures:#?}");
    assert!(start("Femmes relogées après interpellation : ").contains(" sur 75. Compté au bail signé (C4)."));
    let cards = window.all(Role::Group);
    assert!(cards.contains(&"Femmes relogées, en tout".to_owned()), "{cards:#?}");
    let left = cards.iter().find(|said| said.starts_with("Reste à répartir entre les bailleurs : ")).unwrap();
    assert!(left.ends_with("Objectif régional moins les engagements des bailleurs (C9)."), "{left}");
    // The keyboard reaches a figure.
    for _ in 0..60 {
        window.press(Key::Tab);
        if window.heard().starts_with("Logements mis à disposition : 21 sur 27") {
            return;
        }
    }
    panic!("Tab does not reach the figure");
}

#[test]
fn what_is_to_do_and_what_fits_is_said_with_the_button_that_goes_there() {
    let (_desk, mut window) = page("À faire");
    let buttons = window.all(Role::Button);
    let first = "R-NDHYG. Rien depuis le 31/03/2021 : interpellez un bailleur, proposez un logement ou notez une étape. \
                 à faire depuis 70 jours";
    assert!(buttons.contains(&first.to_owned()), "{buttons:#?}");
    window.click("Rapprochement");
    let case = window.all(Role::Button).into_iter().find(|said| said.starts_with("R-")).expect("a case that waits");
    window.click(&case);
    let offers: Vec<_> = window.all(Role::Button).into_iter().filter(|said| said.starts_with("Proposer L-")).collect();
    assert!(!offers.is_empty());
    assert!(offers.iter().all(|said| !said.contains(['✗', '✓', '?'])), "signs are not heard: {offers:#?}");
}

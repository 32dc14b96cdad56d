//! The tables: search, sort, removal, and organisations that leave.

use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

fn page(name: &str) -> (Desk, Window) {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click(name);
    (desk, window)
}

#[test]
fn search_ignores_accents_and_the_footer_counts_hidden_rows() {
    let (_desk, mut window) = page("Bailleurs");
    window.ctrl(Key::F);
    window.type_text("ECHO");
    assert_eq!(window.column("Nom"), ["Bailleur Écho"]);
    window.assert_shows("1 bailleur affiché sur 17");
    window.assert_shows("16 lignes non affichées");
    window.type_over("rien de tel");
    window.assert_shows("Aucune des 17 lignes ne correspond");
    window.click("Effacer");
    assert_eq!(window.column("Nom").len(), 17);
}

#[test]
fn a_header_cycles_ascending_descending_unsorted() {
    let (_desk, mut window) = page("Bailleurs");
    let as_they_are = window.column("Nom");
    window.click("Nom");
    let sorted = window.column("Nom");
    assert_ne!(sorted, as_they_are);
    assert_eq!(sorted[0], "Bailleur Alpha");
    window.click("Nom");
    let mut reversed = window.column("Nom");
    reversed.reverse();
    assert_eq!(reversed, sorted);
    window.click("Nom");
    assert_eq!(window.column("Nom"), as_they_are);
}

#[test]
fn a_row_added_during_a_search_is_shown() {
    let (_desk, mut window) = page("Bailleurs");
    window.ctrl(Key::F);
    window.type_text("echo");
    window.ctrl(Key::N);
    window.assert_shows("2 bailleurs affichés sur 18");
    window.type_text("Bailleur Zoulou");
    window.press(Key::Enter);
    assert_eq!(window.column("Nom"), ["Bailleur Écho", "Bailleur Zoulou"]);
}

#[test]
fn a_duplicate_copies_the_unit_but_not_its_steps() {
    let (_desk, mut window) = page("Logements");
    window.select(1, "Code");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    window.ctrl(Key::F);
    window.type_text("L-0042");
    assert_eq!(window.column("Code"), ["L-0042"]);
    window.reach(TableId::Units, 0, "Bailleur");
    assert_eq!(window.column("Bailleur"), ["Bravo Habitat"]);
    assert_ne!(window.column("Statut"), ["Occupé"]);
}

#[test]
fn filling_cells_counts_only_those_that_change() {
    let (_desk, mut window) = page("Logements");
    window.reach(TableId::Units, 1, "m²");
    window.type_text("44");
    window.press(Key::Enter);
    window.reach(TableId::Units, 0, "m²");
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.type_text("44");
    window.ctrl(Key::Enter);
    assert_eq!(window.column("m²")[..3], ["44", "44", "44"]);
    window.ctrl(Key::Z);
    window.assert_shows("Annulé : Modifier 2 logements");
}

#[test]
fn removing_a_referenced_landlord_asks_and_is_one_undo_step() {
    let (_desk, mut window) = page("Bailleurs");
    let before = window.session().dataset().clone();
    window.select(0, "Nom");
    let gone = window.column("Nom")[0].clone();

    for answer in ["Échap", "Annuler"] {
        window.ctrl(Key::Delete);
        window.assert_shows("Supprimer aussi ce qui s’y rattache ?");
        if answer == "Annuler" {
            window.click(answer);
        } else {
            window.press(Key::Escape);
        }
        assert!(window.session().dataset().same_records(&before), "{answer} loses nothing");
    }
    window.ctrl(Key::Delete);
    window.click("Supprimer le tout");
    assert!(!window.column("Nom").contains(&gone));
    assert_eq!(window.column("Nom").len(), 16);
    window.ctrl(Key::Z);
    assert!(window.session().dataset().same_records(&before));
    assert!(window.session().undo_labels().next().is_none(), "one undo reverted all of it");
}

#[test]
fn the_open_cases_of_an_association_are_handed_over() {
    let (_desk, mut window) = page("Associations");
    window.select(0, "Nom");
    let (from, to) = (window.column("Nom")[0].clone(), window.column("Nom")[1].clone());
    let before = window.session().dataset().clone();
    window.choose("Suivi", "Confier les relogements ouverts à une autre association…");
    window.assert_shows(&from);
    window.type_text(&to);
    window.press(Key::Enter);
    assert!(!window.session().dataset().same_records(&before));
    window.assert_shows(&format!("{from} : relogements confiés. Ctrl+Z l’annule."));
    let is_from = |row: clefs::domain::id::RowId| window.session().label_of(TableId::Associations, row) == from;
    let open = window.session().dataset().relocations.iter().filter(|it| it.lease_signed.or(it.exited).is_none());
    assert_eq!(open.filter(|case| case.association.is_some_and(is_from)).count(), 0);
    window.ctrl(Key::Z);
    assert!(window.session().dataset().same_records(&before));
}

#[test]
fn an_absorption_is_confirmed() {
    let (_desk, mut window) = page("Bailleurs");
    window.select(2, "Nom");
    window.choose("Suivi", "Faire reprendre un bailleur par un autre…");
    window.assert_shows("Bailleur Charlie");
    // Typed as everywhere: itself is no answer, the beginning of a name is, and a day needs no year.
    window.type_text("charlie");
    window.press(Key::Enter);
    window.assert_shows("Noter la reprise");
    window.type_over("brav");
    window.press(Key::Tab);
    window.type_over("8/7");
    window.click("Noter la reprise");
    assert_eq!(window.column("Absorbé par")[2], "Bravo Habitat");
    assert_eq!(window.column("Absorbé le")[2], "08/07/2021");
    assert!(window.session().dataset().landlords.iter().nth(2).is_some_and(|it| it.absorption_confirmed));
    window.ctrl(Key::Z);
    assert_eq!(window.column("Absorbé par")[2], "");
}

#[test]
fn a_finding_opens_its_cell() {
    let (_desk, mut window) = page("Logements");
    window.reach(TableId::Units, 0, "Identifié");
    window.type_text("1/3/21");
    window.press(Key::Enter);
    window.click("Alertes");
    window.assert_shows("« Identifié » est avant « Promis »");
    window.click("L-0001 · Identifié");
    window.assert_shows("41 logements affichés sur 41");
    // The cursor is on the cell, and the footer shows the finding.
    window.assert_shows("« Identifié » est avant « Promis »");
}

#[test]
fn an_arrow_held_down_stays_in_the_table() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Logements");
    window.select(0, "Bailleur");
    window.hold(Key::ArrowRight, 6);
    let column = window.session().grid(TableId::Units).cursor().unwrap().1;
    assert_eq!(column, TableId::Units.columns()[7].key);
    window.hold(Key::ArrowLeft, 6);
    window.type_text("Alpha");
    assert_eq!(window.typed().as_deref(), Some("Alpha"));
}

#[test]
fn unknown_names_are_created_or_linked_before_anything_is_pasted() {
    let (_desk, mut window) = page("Logements");
    let before = window.session().dataset().clone();
    window.select(0, "Bailleur");
    window.paste("Habitat du Nord\nGroupe Bravo\nBailleur Charlie");
    window.assert_shows("2 noms ne figurent pas dans les listes");
    assert!(window.session().dataset().same_records(&before), "nothing changed yet");
    // Several landlords share a word with it: one is chosen from the list.
    window.click_greyed("Habitat du Nord : C’est");
    window.click("Habitat du Nord : Créer le bailleur");
    window.click("Groupe Bravo : C’est");
    window.click("Coller");
    assert_eq!(window.column("Bailleur")[..3], ["Habitat du Nord", "Bravo Habitat", "Bailleur Charlie"]);
    assert_eq!(window.session().dataset().landlords.len(), 18);
    window.ctrl(Key::Z);
    assert!(window.session().dataset().same_records(&before), "undo reverts all of it");
}

#[test]
fn an_unknown_name_is_created_from_the_cell() {
    let (_desk, mut window) = page("Logements");
    window.select(0, "Bailleur");
    window.type_text("Habitat du Nord");
    window.click("Créer le bailleur « Habitat du Nord »");
    assert_eq!(window.column("Bailleur")[0], "Habitat du Nord");
    window.click("Bailleurs");
    assert!(window.column("Nom").contains(&"Habitat du Nord".to_owned()));
}

#[test]
fn the_undo_menu_lists_steps_and_reverts_to_the_chosen_one() {
    let (_desk, mut window) = page("Logements");
    let before = window.session().dataset().clone();
    for text in ["un", "deux", "trois"] {
        window.select(0, "Réf. bailleur");
        window.type_text(text);
        window.press(Key::Enter);
    }
    window.choose("Édition", "Annuler jusqu’à");
    let label = "Modifier « Réf. bailleur » (logement)";
    let listed = (0..3).map(|at| window.rect_of(label, at)).collect::<Vec<_>>();
    window.click_at(listed[1].center());
    assert_eq!(window.column("Réf. bailleur")[0], "un");
    window.ctrl(Key::Z);
    assert!(window.session().dataset().same_records(&before));
}

#[test]
fn dragging_a_header_moves_its_column() {
    let (_desk, mut window) = page("Logements");
    let to = window.rect("Bailleur").center() - egui::vec2(20.0, 0.0);
    window.drag("Type", to);
    let shown = |window: &Window| -> Vec<&str> {
        window.session().grid(TableId::Units).columns().shown().iter().map(|info| info.key.as_str()).take(4).collect()
    };
    assert_eq!(shown(&window), ["code", "dwelling", "landlord", "landlord_ref"]);
    // Without the mouse, the menu moves the cursor's column.
    window.select(0, "Type");
    window.choose("Colonne", "Déplacer vers la droite");
    assert_eq!(shown(&window), ["code", "landlord", "dwelling", "landlord_ref"]);
    assert!(window.session().grid(TableId::Units).sort().is_empty(), "a drag does not sort");
}

#[test]
fn a_column_is_fitted_to_its_contents() {
    let (_desk, mut window) = page("Logements");
    let header = window.rect("Bailleur");
    window.double_click_at(header.right_center() - egui::vec2(1.0, 0.0));
    let fitted = window.session().grid(TableId::Units).columns().width(Unit::KEYS.landlord).unwrap();
    assert!((fitted - header.width()).abs() > 1.0, "{fitted}");
    window.select(0, "Bailleur");
    window.choose("Colonne", "Ajuster toutes les largeurs");
    let columns = window.session().grid(TableId::Units).columns();
    assert!(columns.shown().iter().all(|info| columns.width(info.key).is_some()));
    assert!(columns.fitting().is_empty());
    assert_eq!(columns.width(Unit::KEYS.landlord), Some(fitted), "the same texts, the same width");
}

#[test]
fn several_rows_are_removed_or_duplicated_in_one_step() {
    let (_desk, mut window) = page("Logements");
    let before = window.session().dataset().clone();
    let codes = window.column("Code");
    window.select(12, "Code");
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.ctrl(Key::Delete);
    window.click("Supprimer le tout");
    let left = window.column("Code");
    assert!(codes[12..14].iter().all(|code| !left.contains(code)));
    window.ctrl(Key::Z);
    assert!(window.session().dataset().same_records(&before));
    window.select(12, "Code");
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    assert_eq!(window.session().dataset().units.len(), before.units.len() + 2);
    window.ctrl(Key::Z);
    assert!(window.session().dataset().same_records(&before));
}

#[test]
fn a_filter_keeps_the_values_listed_by_its_search() {
    let (_desk, mut window) = page("Logements");
    window.select(0, "Statut");
    window.choose("Colonne", "Filtrer…");
    window.type_text("Identifié");
    window.click("Filtrer");
    let statuses = window.column("Statut");
    assert!(!statuses.is_empty() && statuses.iter().all(|status| status == "Identifié"), "{statuses:?}");
    window.choose("Colonne", "Filtrer…");
    window.click("Tout cocher");
    window.click("Filtrer");
    assert!(window.session().grid(TableId::Units).filters().is_empty(), "selecting every value removes the filter");
}

#[test]
fn a_row_added_at_the_end_is_wholly_in_sight_and_stays_so() {
    let desk = Desk::with_sample();
    for size in [[1366.0, 768.0], [1366.0, 761.0]] {
        let mut window = desk.start_in(size, Some(SAMPLE));
        window.click("Logements");
        let row = window.rect("Code : L-0002").height();
        window.select(0, "Code");
        window.ctrl(Key::N);
        let code = window.column("Code").pop().expect("the new row");
        window.wait(1.0);
        let cell = window.rect(&format!("Code : {code}"));
        assert!((cell.height() - row).abs() < 0.5, "{cell:?} of {row} points");
    }
}

#[test]
fn home_scrolls_back_to_the_first_columns() {
    let (_desk, mut window) = page("Logements");
    window.select(0, "Bailleur");
    let before = window.rect("Bailleur");
    window.press(Key::End);
    assert_ne!(window.visible("Bailleur"), Some(before));
    window.press(Key::Home);
    assert_eq!(window.visible("Bailleur"), Some(before));
}

#[test]
fn a_date_that_several_referrals_have_is_changed_on_their_page() {
    let (_desk, mut window) = page("Relogements");
    let dataset = window.session().dataset().clone();
    let asked = |case| dataset.referrals.iter().filter(move |asked| asked.relocation == Some(case));
    let twice = |case: &&clefs::domain::relocation::Relocation| asked(case.id()).count() > 1;
    let place = dataset.relocations.iter().position(|case| twice(&case)).expect("a case asked of two landlords");
    window.reach(TableId::Relocations, place, "Interpellé");
    window.type_text("1/12/21");
    window.press(Key::Enter);
    window.assert_shows("Plusieurs lignes d’une autre page portent cette date");
    assert!(window.session().dataset().same_records(&dataset));
    assert_eq!(window.typed(), None);
}

#[test]
fn a_drag_over_the_row_numbers_stays_at_the_left() {
    let (_desk, mut window) = page("Logements");
    let first = window.rect("Code : L-0001");
    window.drag("Code : L-0001", egui::pos2(first.left() - 20.0, first.center().y + 64.0));
    let corner = window.session().grid(TableId::Units).selection().unwrap().corner;
    assert_eq!(corner.1, Unit::KEYS.code);
    window.assert_shows("Code : L-0003");
}

//! The table of actions: names, shortcuts, palette, menus.

use std::collections::{HashMap, HashSet};

use clefs::session::action::ACTIONS;
use clefs::words::{Lang, Words};
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE};

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

#[test]
fn no_two_actions_share_a_shortcut_or_a_key() {
    let (mut shortcuts, mut keys) = (HashMap::new(), HashSet::new());
    for action in ACTIONS {
        assert!(keys.insert(action.key), "`{}` is defined twice", action.key);
        if let Some(shortcut) = action.shortcut {
            let other = shortcuts.insert(shortcut, action.key);
            assert_eq!(other, None, "`{}` has the same shortcut", action.key);
            let is_alt_gr = shortcut.modifiers.alt && shortcut.modifiers.ctrl;
            assert!(!is_alt_gr, "`{}`: AltGr is Ctrl+Alt on French keyboards", action.key);
        }
    }
}

#[test]
fn each_action_has_a_name_in_both_languages() {
    for words in [Words::new(Lang::Fr), Words::new(Lang::En)] {
        for action in ACTIONS {
            assert!(words.has(&format!("action-{}", action.key)), "`{}` has no name", action.key);
        }
    }
}

#[test]
fn the_palette_finds_an_action_by_a_few_letters_and_runs_it() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.press_with(CTRL_SHIFT, Key::P);
    window.type_text("som the");
    window.press(Key::Enter);
    assert!(window.session().outside().appearance.is_dark);
    assert!(window.session().dialog().is_none());

    window.press_with(CTRL_SHIFT, Key::P);
    window.type_text("page");
    window.press(Key::Enter);
    window.assert_shows("14 choses à faire");
    window.click("Logements");
    window.assert_shows("41 logements affichés sur 41");

    window.press_with(CTRL_SHIFT, Key::P);
    window.type_text("zzz");
    window.assert_shows("Aucune action de ce nom n’est possible ici.");
    window.press(Key::Enter);
    window.press(Key::Escape);
    assert!(window.session().dialog().is_none());
    window.assert_shows("41 logements affichés sur 41");
}

#[test]
fn f1_lists_every_shortcut() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.press(Key::F1);
    window.assert_shows("Une page par tableau");
    window.click("Raccourcis clavier");
    let words = Words::new(Lang::Fr);
    for action in ACTIONS.iter().filter(|action| action.shortcut.is_some()) {
        window.assert_shows(&words.text(&format!("action-{}", action.key)).replace(['\u{a0}', '\u{202f}'], " "));
    }
    for keys in ["Ctrl+Maj+P", "Ctrl+Suppr", "Ctrl+Pg préc", "F2, double clic, ou taper"] {
        window.assert_shows(keys);
    }
    window.press(Key::Escape);
    assert!(window.session().dialog().is_none());
}

#[test]
fn pages_are_switched_by_keys() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.ctrl(Key::PageDown);
    window.assert_shows("14 choses à faire");
    window.ctrl(Key::PageDown);
    window.assert_shows("C’est une proposition");
    window.ctrl(Key::PageDown);
    window.assert_shows("41 logements affichés sur 41");
    window.ctrl(Key::PageUp);
    window.ctrl(Key::PageDown);
    window.ctrl(Key::PageDown);
    window.assert_shows("60 relogements affichés sur 60");
    window.ctrl(Key::PageUp);
    (0..4).for_each(|_| window.ctrl(Key::PageUp));
    window.assert_shows("Femmes relogées, en tout");
}

#[test]
fn a_menu_entry_that_cannot_run_is_greyed() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Fichier");
    window.click_greyed("Enregistrer Ctrl+S");
    assert!(desk.documents().is_empty());
}

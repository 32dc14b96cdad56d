//! Snapshots of every page and dialog, on the sample; review them before committing.

use clefs::domain::schema::TableId;
use egui::Key;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

/// The sample as opened from the welcome page.
fn sample(size: [f32; 2]) -> (Desk, Window) {
    let desk = Desk::new();
    desk.keep(SAMPLE, &clefs::sample::generate(41, 60, 1));
    let window = desk.start_in(size, Some(SAMPLE));
    (desk, window)
}

const LAPTOP: [f32; 2] = [1440.0, 900.0];
const SMALL: [f32; 2] = [1366.0, 768.0];
/// Low windows show what is specific to a table or dialog, and keep the files small.
const LOW: [f32; 2] = [1440.0, 560.0];
const DIALOG: [f32; 2] = [1000.0, 640.0];

/// The tables' pages except the first, with their snapshot names.
const SECTIONS: [(&str, &str); 10] = [
    ("Relogements", "relocations"),
    ("Interpellations", "referrals"),
    ("Propositions", "proposals"),
    ("Bailleurs", "landlords"),
    ("Associations", "associations"),
    ("Engagements", "commitments"),
    ("Comités", "committees"),
    ("Formations", "trainings"),
    ("Chiffres de contexte", "context"),
    ("Convention", "convention"),
];

#[test]
fn dashboard() {
    let (_desk, mut window) = sample(LAPTOP);
    window.snapshot("dashboard");
    window.choose("Affichage", "Thème sombre");
    window.snapshot("dashboard-dark");
}

#[test]
fn dashboard_small_and_large_text() {
    let (_desk, mut window) = sample(SMALL);
    window.snapshot("dashboard-1366");
    for _ in 0..5 {
        window.ctrl(Key::Plus);
    }
    window.snapshot("dashboard-150");
    window.click("Logements");
    window.snapshot("units-150");
}

#[test]
fn tables() {
    let (_desk, mut window) = sample(LAPTOP);
    window.click("Logements");
    window.snapshot("units");
    let (_desk, mut window) = sample(LOW);
    for (page, name) in SECTIONS {
        window.click(page);
        window.snapshot(name);
    }
}

#[test]
fn welcome() {
    let mut window = Desk::new().start();
    window.snapshot("welcome");
    window.choose("Affichage", "Thème sombre");
    window.snapshot("welcome-dark");
}

#[test]
fn dark_tables() {
    let (_desk, mut window) = sample(LAPTOP);
    window.choose("Affichage", "Thème sombre");
    window.click("Logements");
    window.snapshot("units-dark");
    let (_desk, mut window) = sample(LOW);
    // The menu is longer than this low window, so the palette is used.
    window.press_with(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::P);
    window.type_text("som the");
    window.press(Key::Enter);
    for (page, name) in SECTIONS {
        window.click(page);
        window.snapshot(&format!("{name}-dark"));
    }
}

#[test]
fn findings() {
    let (_desk, mut window) = sample(LAPTOP);
    window.click("Logements");
    window.click("Toutes");
    for (row, header, text) in [
        (2, "Promis", "12/9/21"),
        (4, "Publié", "1/2/21"),
        (5, "m²", "640"),
        (6, "Notes", "rappeler Mme X au 06 12 34 56 78"),
    ] {
        window.reach(TableId::Units, row, header);
        window.type_text(text);
        window.press(Key::Enter);
        if row == 2 {
            window.type_text("OD");
            window.press(Key::Enter);
        }
    }
    window.click("Alertes");
    window.snapshot("findings");
    window.choose("Affichage", "Thème sombre");
    window.snapshot("findings-dark");
}

#[test]
fn small_units() {
    let (_desk, mut window) = sample(SMALL);
    window.click("Logements");
    window.snapshot("units-1366");
}

#[test]
fn dialogs() {
    let (_desk, mut window) = sample(DIALOG);
    window.click("Associations");
    window.press(Key::F1);
    window.snapshot("help");
    window.press(Key::Escape);
    window.ctrl(Key::E);
    window.snapshot("charts");
    window.press(Key::Escape);
    window.press_with(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::P);
    window.snapshot("palette");
    window.press(Key::Escape);
    window.choose("Aide", "À propos de Clefs");
    window.snapshot("about");
    window.press(Key::Escape);
    window.choose("Fichier", "Exporter ce tableau en CSV…");
    window.snapshot("for-whom");
    window.click("Le bureau");
    window.snapshot("path");
    window.press(Key::Escape);
    window.ctrl(Key::N);
    window.snapshot("operator");
}

#[test]
fn editors() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in(DIALOG, Some(SAMPLE));
    window.click("Logements");
    window.reach(TableId::Units, 4, "Promis");
    window.press(Key::F2);
    window.snapshot("calendar");
    window.type_over("30/2/21");
    window.press(Key::Enter);
    window.snapshot("refused");
    window.press(Key::Backspace);
    window.snapshot("refused-again");
    window.press(Key::Escape);
    window.reach(TableId::Units, 2, "Bailleur");
    window.press(Key::F2);
    window.snapshot("landlord");
}

//! What is confidential leaves the clipboard in time, and nothing of another program is lost.

use clefs::domain::id::CellRef;
use clefs::domain::schema::TableId;
use clefs::domain::value::Value;
use clefs::edit::{Document, Edit};
use clefs::store::template;
use egui::{Color32, ColorImage, Key};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;
use crate::build::{key, stamp};

const REAL: &str = "convention.ron";

/// A window that has copied a chart of real data.
fn copied() -> (Desk, Window) {
    let desk = Desk::with_sample();
    desk.keep(REAL, &template::hauts_de_france_2021());
    let mut window = desk.start_on(REAL);
    copy(&mut window);
    assert!(has_our_picture(&desk));
    (desk, window)
}

fn copy(window: &mut Window) {
    window.ctrl(Key::E);
    window.click("1 ×");
    window.click("Copier l’image");
    window.press(Key::Escape);
}

fn has_our_picture(desk: &Desk) -> bool {
    desk.clipboard.picture.lock().unwrap().is_some()
}

#[test]
fn the_picture_is_cleared_after_two_minutes_without_any_repaint() {
    let (desk, mut window) = copied();
    let wakes = window.wakes_in().unwrap();
    assert!((100.0..=120.0).contains(&wakes), "{wakes}");
    window.sleep(1.5);
    assert!(has_our_picture(&desk));
    window.sleep(0.6);
    assert!(!has_our_picture(&desk));
    assert_eq!(window.copied.as_deref(), Some(""));
    assert_eq!(window.wakes_in(), None, "then no wake-up is pending");
}

#[test]
fn a_picture_copied_since_by_another_program_stays() {
    let (desk, mut window) = copied();
    // Of the same size as ours.
    let [width, height] = window.copied_picture.unwrap();
    *desk.clipboard.picture.lock().unwrap() = Some(ColorImage::filled([width, height], Color32::DARK_GREEN));
    window.sleep(2.1);
    assert!(has_our_picture(&desk));
    assert_eq!(window.copied, None);
    window.close();
    assert!(has_our_picture(&desk));
}

#[test]
fn a_text_copied_since_by_another_program_stays() {
    let (desk, mut window) = copied();
    *desk.clipboard.picture.lock().unwrap() = None;
    window.sleep(2.1);
    window.close();
    assert_eq!(window.copied, None);
}

#[test]
fn the_picture_is_cleared_with_its_file_and_with_the_window() {
    let (desk, mut window) = copied();
    window.ctrl(Key::O);
    window.type_over(&Desk::path(SAMPLE).display().to_string());
    window.press(Key::Enter);
    window.assert_shows("DONNÉES FICTIVES");
    assert!(!has_our_picture(&desk));

    let (desk, mut window) = copied();
    window.close();
    assert!(window.closes);
    assert!(!has_our_picture(&desk));
}

#[test]
fn a_picture_of_made_up_data_stays() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    copy(&mut window);
    assert!(window.rests());
    window.sleep(2.1);
    window.close();
    assert!(has_our_picture(&desk));
}

#[test]
fn each_copy_has_its_own_two_minutes() {
    let (desk, mut window) = copied();
    window.sleep(1.5);
    copy(&mut window);
    window.sleep(1.5);
    assert!(has_our_picture(&desk));
    window.sleep(0.6);
    assert!(!has_our_picture(&desk));
}

/// A window that has copied cells of real data.
fn with_cells(page: &str, header: &str) -> (Desk, Window) {
    let desk = Desk::with_sample();
    let mut document = Document::new(clefs::sample::generate(8, 8, 1));
    let row = document.dataset().convention.iter().next().unwrap().id();
    let cell = CellRef { table: TableId::Convention, row, column: key(TableId::Convention, "fictitious") };
    document.apply(&Edit::Set { cell, value: Value::Flag(false) }, stamp(), None).unwrap();
    desk.keep(REAL, document.dataset());
    let mut window = desk.start_on(REAL);
    window.click(page);
    window.select(0, header);
    window.copy();
    assert!(text_on(&desk).is_some());
    (desk, window)
}

fn text_on(desk: &Desk) -> Option<String> {
    desk.clipboard.text.lock().unwrap().clone().filter(|text| !text.is_empty())
}

#[test]
fn copied_cells_about_persons_and_their_homes_are_forgotten_like_pictures() {
    for (page, header) in [
        ("Relogements", "Association"),
        ("Interpellations", "Bailleur"),
        ("Propositions", "Logement"),
        ("Logements", "Type"),
    ] {
        let (desk, mut window) = with_cells(page, header);
        window.sleep(1.5);
        assert!(text_on(&desk).is_some(), "{header}");
        window.sleep(0.6);
        assert_eq!(text_on(&desk), None, "{header}");

        let (desk, mut window) = with_cells(page, header);
        window.close();
        assert_eq!(text_on(&desk), None, "{header}");
    }
}

#[test]
fn copied_facts_about_organisations_stay() {
    let (desk, mut window) = with_cells("Logements", "Bailleur");
    window.sleep(2.1);
    window.close();
    assert!(text_on(&desk).is_some());
}

#[test]
fn a_text_copied_since_by_another_program_is_not_ours() {
    let (desk, mut window) = with_cells("Relogements", "Association");
    *desk.clipboard.text.lock().unwrap() = Some("autre chose".to_owned());
    window.sleep(2.1);
    window.close();
    assert_eq!(text_on(&desk).as_deref(), Some("autre chose"));
}

#[test]
fn cells_are_cleared_although_the_system_changed_their_line_endings() {
    let (desk, mut window) = with_cells("Relogements", "Association");
    let text = text_on(&desk).unwrap();
    *desk.clipboard.text.lock().unwrap() = Some(format!("{}\r\n", text.replace("\r\n", "\n")));
    window.sleep(2.1);
    assert_eq!(text_on(&desk), None);
}

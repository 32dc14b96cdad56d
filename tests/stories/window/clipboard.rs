//! A confidential picture leaves the clipboard in time, and nothing of another program is lost.

use clefs::store::template;
use egui::{Color32, ColorImage, Key};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

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
    desk.clipboard.lock().unwrap().is_some()
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
    *desk.clipboard.lock().unwrap() = Some(ColorImage::filled([width, height], Color32::DARK_GREEN));
    window.sleep(2.1);
    assert!(has_our_picture(&desk));
    assert_eq!(window.copied, None);
    window.close();
    assert!(has_our_picture(&desk));
}

#[test]
fn a_text_copied_since_by_another_program_stays() {
    let (desk, mut window) = copied();
    *desk.clipboard.lock().unwrap() = None;
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

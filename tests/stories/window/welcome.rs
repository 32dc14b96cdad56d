//! The first screen after a start: the user's own file first, and what became of others.

use egui::Key;

use super::desk::Desk;
use super::week::week;

/// Files that were open one after the other, the last one last.
fn opened(names: &[&str]) -> Desk {
    let desk = Desk::new();
    for name in names {
        desk.keep(name, week().dataset());
        desk.start_on(name).close();
    }
    desk
}

#[test]
fn the_own_file_comes_first_and_enter_opens_it() {
    let desk = opened(&["ancien.ron", "convention.ron"]);
    let mut window = desk.start();
    window.assert_shows("/home/odile/Documents · modifié le 08/07/2021");
    let order = ["convention.ron", "ancien.ron", "Commencer avec la convention de 2021", "Essayer avec un exemple"];
    let tops: Vec<_> = order.iter().map(|label| window.rect(label).top()).collect();
    assert!(tops.is_sorted(), "{tops:?}");
    window.press(Key::Enter);
    assert_eq!(window.session().file_name().as_deref(), Some("convention.ron"));
}

#[test]
fn a_file_that_is_gone_is_said_to_be_gone() {
    let desk = opened(&["ancien.ron", "convention.ron"]);
    std::fs::remove_file(desk.drive.real(&Desk::path("convention.ron"))).unwrap();
    let mut window = desk.start();
    window.assert_shows("/home/odile/Documents · introuvable : déplacé, renommé ou supprimé");
    // Enter asks for the file, and never opens another one instead.
    window.press(Key::Enter);
    assert!(window.session().file_name().is_none() && window.session().dialog().is_some());
    window.press(Key::Escape);
    window.click("ancien.ron");
    assert_eq!(window.session().file_name().as_deref(), Some("ancien.ron"));
}

#[test]
fn without_a_file_the_template_is_first_and_enter_does_nothing() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.press(Key::Enter);
    assert!(window.session().dialog().is_none());
    assert!(window.rect("Commencer").top() < window.rect("Essayer").top());
}

#[test]
fn a_slow_disk_holds_nothing_up() {
    let desk = opened(&["convention.ron"]);
    desk.pause_jobs();
    let mut window = desk.start();
    window.assert_shows("convention.ron");
    window.assert_absent("modifié le");
    desk.resume_jobs();
    window.wait(0.5);
    window.assert_shows("modifié le 08/07/2021");
}

#[test]
fn pictures() {
    let desk = opened(&["exercice-2020.ron", "ancien.ron", "convention.ron"]);
    std::fs::remove_file(desk.drive.real(&Desk::path("ancien.ron"))).unwrap();
    let mut window = desk.start_in([1366.0, 768.0], None);
    window.snapshot("welcome-own");
}

//! Charts for a report: copied, or written as files.

use clefs::chart::kind::Chart;
use clefs::chart::out::picture::{Format, Size};
use clefs::domain::schema::TableId;
use clefs::session::dialog::Dialog;
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

fn dialog() -> (Desk, Window) {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.ctrl(Key::E);
    (desk, window)
}

#[test]
fn the_dialog_previews_what_will_leave_the_app() {
    let (_desk, mut window) = dialog();
    let pictures = |window: &Window| {
        let titles = ["21 logements sur 27", "34 femmes relogées après interpellation sur 75", "33 besoins repérés"];
        // The page behind the dialog shows them too.
        titles.map(|title| window.texts().iter().filter(|text| text.starts_with(title)).count())
    };
    let behind = pictures(&window);
    window.click("Courbe des relogements");
    assert_eq!(pictures(&window), [behind[0] - 1, behind[1] + 1, behind[2]]);
    window.click("Tous, dans un dossier");
    assert_eq!(pictures(&window), [behind[0], behind[1] + 1, behind[2] + 1]);
}

#[test]
fn the_picture_of_a_chart_is_copied_in_the_size_of_the_page() {
    let (_desk, mut window) = dialog();
    window.click("Largeur d’une page A4");
    window.click("3 ×");
    window.click("Copier l’image");
    window.assert_shows("Image copiée (Logements)");
    let [width, height] = window.copied_picture.unwrap();
    assert_eq!(width, 3 * 720);
    assert!(height >= 3 * 440);
}

#[test]
fn the_figures_behind_a_chart_are_copied_as_a_table() {
    let (_desk, mut window) = dialog();
    window.click("Copier les chiffres");
    let text = window.copied.unwrap();
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(
        lines.len(),
        2 + 17 + 3,
        "title, heads, a line per landlord, the region, caption, and the fictitious mark"
    );
    assert!(lines[0][0].starts_with("21 logements sur 27"));
    assert_eq!(lines[1][0], "bailleur");
    assert!(lines[20][0].starts_with("Compté dès la publication"), "{}", lines[20][0]);
    assert!(lines[20][0].ends_with("situation au 9 juillet 2021."), "{}", lines[20][0]);
    assert_eq!(lines[21][0], "DONNÉES FICTIVES");
    let delivered = |line: &[&str]| line[1].parse::<u32>().unwrap();
    assert_eq!(lines[2..19].iter().map(|line| delivered(line)).sum::<u32>(), delivered(&lines[19]));
}

#[test]
fn all_charts_go_into_a_folder_and_none_is_overwritten_without_confirmation() {
    let (desk, mut window) = dialog();
    window.click("Tous, dans un dossier");
    window.click_greyed("Copier l’image");
    window.click("Enregistrer…");
    window.click("Enregistrer");
    window.assert_shows("graphiques enregistrés");
    let written = desk.read_bytes("graphiques/logements.png");
    assert!(written.starts_with(b"\x89PNG"));
    assert!(desk.read_bytes("graphiques/relogements.png").len() > 10_000);

    window.ctrl(Key::E);
    window.click("Tous, dans un dossier");
    window.click("Enregistrer…");
    window.click("Enregistrer");
    window.assert_shows("Remplacer");
    window.press(Key::Escape);
    assert_eq!(desk.read_bytes("graphiques/logements.png"), written);
}

#[test]
fn one_chart_is_written_as_svg_with_real_text() {
    let (desk, mut window) = dialog();
    window.click("SVG (dessin, net à toute taille)");
    window.click("Enregistrer…");
    window.click("Enregistrer");
    let svg = desk.read("logements.svg");
    assert!(svg.contains(">Kilo-de-la-Plaine habitat</text>"));
    assert!(!svg.contains("odile"), "no author and no path");
}

#[test]
fn several_charts_are_copied_in_a_row_and_each_copy_is_confirmed_in_the_dialog() {
    let (_desk, mut window) = dialog();
    window.click("Copier l’image");
    window.assert_shows("Image copiée (Logements)");
    window.click("Devenir des logements");
    window.click("Copier les chiffres");
    window.assert_shows("Chiffres copiés (Devenir des logements)");
    window.click("Courbe des relogements");
    window.click("Copier l’image");
    window.assert_shows("Image copiée (Courbe des relogements)");
    window.click("Fond transparent");
}

#[test]
fn the_dialog_opens_as_it_was_left() {
    let (_desk, mut window) = dialog();
    for choice in ["Délais", "Demi-largeur", "Fond transparent"] {
        window.click(choice);
    }
    window.press(Key::Escape);
    window.ctrl(Key::E);
    window.click("Copier l’image");
    window.assert_shows("Image copiée (Délais)");
    assert_eq!(window.copied_picture.unwrap()[0], 2 * 384);
}

#[test]
fn the_dialog_offers_a_transparent_background() {
    let (desk, mut window) = dialog();
    window.click("SVG (dessin, net à toute taille)");
    window.click("Fond transparent");
    window.click("Enregistrer…");
    window.click("Enregistrer");
    let svg = desk.read("logements.svg");
    assert!(!svg.contains("<rect width="), "no rectangle fills the background");
    assert!(svg.contains(">Kilo-de-la-Plaine habitat</text>"));
}

#[test]
fn progress_is_shown_while_charts_are_written() {
    let (desk, mut window) = dialog();
    window.click("Tous, dans un dossier");
    window.click("Enregistrer…");
    let (reached, go_on) = desk.stop_at("relogements.png");
    window.click("Enregistrer");
    reached.recv().unwrap();
    window.settle();
    window.assert_shows("1 sur 12 graphiques écrit…");
    go_on.send(()).unwrap();
    desk.finish_jobs();
    window.settle();
    window.assert_shows("12 graphiques enregistrés");
}

#[test]
fn an_interrupted_export_lists_the_charts_written() {
    let (desk, mut window) = dialog();
    window.click("Tous, dans un dossier");
    window.click("Enregistrer…");
    desk.drive.refuse_from("devenir-des-logements.png");
    window.click("Enregistrer");
    window.assert_shows("2 sur 12 graphiques écrits (logements.png, relogements.png), pas les autres.");
    assert!(desk.read_bytes("graphiques/relogements.png").starts_with(b"\x89PNG"));
    assert!(!desk.drive.real(&Desk::path("graphiques/courbe.png")).exists());
}

#[test]
fn the_dialog_opens_after_a_restart_as_it_was_left() {
    let (desk, mut window) = dialog();
    window.click("Courbe des relogements");
    window.click("Demi-largeur");
    window.click("SVG (dessin, net à toute taille)");
    window.click("Textes en tracés");
    window.press(Key::Escape);
    window.close();
    let mut window = desk.start_on(SAMPLE);
    window.ctrl(Key::E);
    let Some(Dialog::Charts(export)) = window.session().dialog() else { panic!("the dialog of charts") };
    assert_eq!(export.chart, Some(Chart::Curve));
    let picture = export.picture;
    assert_eq!((picture.size, picture.format, picture.outlined), (Size::HalfPage, Format::Svg, true));
}

#[test]
fn enter_copies_the_picture_and_the_dialog_stays() {
    let (_desk, mut window) = dialog();
    for _ in 0..2 {
        window.press(Key::Enter);
        window.assert_shows("Image copiée (Logements)");
        assert!(window.copied_picture.take().is_some());
    }
    // All of them are written.
    window.click("Tous, dans un dossier");
    window.press(Key::Enter);
    window.assert_shows("Enregistrer les graphiques");
}

#[test]
fn copied_figures_are_a_table_too_with_title_rule_and_day() {
    let (desk, mut window) = dialog();
    desk.clipboard.takes_html.store(true, std::sync::atomic::Ordering::Relaxed);
    window.click("Copier les chiffres");
    let html = desk.clipboard.html.lock().unwrap().clone().expect("a table");
    for said in [
        "<div lang=\"fr\"><table><caption>21 logements sur 27",
        "<tr><td>Bravo Habitat</td><td>3</td>",
        "situation au 9 juillet 2021",
        "(C2)",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    assert!(desk.clipboard.text.lock().unwrap().as_deref().is_some_and(|text| text.contains("Bravo Habitat\t3")));
    assert_eq!(window.copied, None, "it is there once");
}

/// Writes a document under the name that is proposed.
fn write(window: &mut Window, action: &str, hint: &str) {
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.type_text(action);
    window.press(Key::Enter);
    window.assert_shows(hint);
    window.press(Key::Enter);
    window.assert_shows("Document écrit");
}

#[test]
fn the_minutes_are_written_from_the_palette_and_never_over_what_is_there() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    let before = desk.documents();
    for _ in 0..2 {
        write(&mut window, "compte rendu", "S’il en existe un de ce nom, il reste");
    }
    let mut new: Vec<String> = desk.documents();
    new.retain(|name| !before.contains(name));
    assert_eq!(new, ["compte-rendu 2021-07-09 (2).docx", "compte-rendu 2021-07-09.docx"]);
    let [first, second] = [1, 0].map(|at| desk.read_bytes(&new[at]));
    assert!(first == second && first.starts_with(b"PK"));
}

#[test]
fn the_sheet_of_the_landlord_at_hand_is_written() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Bailleurs");
    window.reach(TableId::Landlords, 1, "Nom");
    write(&mut window, "fiche du bailleur", "pour cette organisation seule");
    assert!(desk.documents().contains(&"fiche Bravo Habitat.docx".to_owned()), "{:?}", desk.documents());
}

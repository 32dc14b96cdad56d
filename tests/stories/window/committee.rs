//! The window for the committee: what it shows, how large, and that it follows each change by itself.

use std::time::Duration;

use clefs::app::committee::{self, Canvas, LEAST};
use clefs::domain::committee::CommitteeDecision;
use clefs::domain::id::CellRef;
use clefs::domain::schema::{Record, TableId};
use clefs::domain::unit::Unit;
use clefs::domain::value::Value;
use clefs::edit::Edit;
use clefs::session::command::Command;
use egui::epaint::Shape;
use egui::{Key, ViewportEvent};

use crate::build::day;
use crate::raster::Raster;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

/// Each painted text, with the smallest size in it.
fn painted(shape: &Shape, texts: &mut Vec<(String, f32)>) {
    match shape {
        Shape::Text(text) => {
            let sizes = text.galley.job.sections.iter().map(|section| section.format.font_id.size);
            texts.push((text.galley.text().to_owned(), sizes.fold(f32::MAX, f32::min)));
        }
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| painted(shape, texts)),
        _ => {}
    }
}

/// The picture of the window at 720 lines, and its texts.
pub(super) fn shown(window: &Window, name: Option<&str>) -> Vec<(String, f32)> {
    shown_in(window, [1280.0, 720.0], name)
}

fn shown_in(window: &Window, size: [f32; 2], name: Option<&str>) -> Vec<(String, f32)> {
    let mut canvas = Canvas::new(window.session().committee_view());
    let raster = Raster::default();
    let mut harness = raster.harness(size).with_theme(egui::Theme::Light).build_ui(move |ui| {
        clefs::app::install_style(ui.ctx());
        canvas.show(ui);
    });
    harness.run();
    if let Some(name) = name {
        raster.snapshot(name, &harness);
    }
    let mut texts = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| painted(&clipped.shape, &mut texts));
    texts
}

#[test]
fn the_committee_reads_figures_moves_needs_and_decisions_in_large_letters() {
    let mut window = Desk::with_sample().start_on(SAMPLE);
    let texts = shown(&window, Some("window-committee"));
    let all = texts.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join("\n");
    for said in ["Femmes relogées, en tout", "Logements mis à disposition", "/ 27", "Depuis le comité du", "Décisions"]
    {
        assert!(all.contains(said), "{said}: {all}");
    }
    let small: Vec<_> = texts.iter().filter(|(_, size)| *size < LEAST - 0.01).collect();
    assert!(small.is_empty(), "{small:#?}");

    // It follows what is noted in the other window.
    let decision = window.session().dataset().decisions.iter().next().unwrap().cell(CommitteeDecision::KEYS.text);
    let value = Value::Text("Publier avant juin".to_owned());
    window.handle(Command::Apply(Edit::Set { cell: decision, value }));
    assert!(shown(&window, None).iter().any(|(text, _)| text.contains("Publier avant juin")));
}

fn all_of(window: &Window) -> String {
    shown(window, None).into_iter().map(|(text, _)| text).collect::<Vec<_>>().join("\n")
}

#[test]
fn in_a_small_window_the_columns_stand_below_each_other() {
    let window = Desk::with_sample().start_on(SAMPLE);
    let texts = shown_in(&window, [640.0, 480.0], Some("window-committee-small"));
    assert!(texts.iter().any(|(text, _)| text.contains("November Habitat Est")), "{texts:?}");
    for size in [[300.0, 200.0], [900.0, 600.0], [960.0, 540.0], [1366.0, 768.0], [2560.0, 1440.0]] {
        shown_in(&window, size, None);
    }
}

#[test]
fn a_decision_that_seems_to_name_a_person_is_held_back_until_somebody_has_read_it() {
    let mut window = Desk::with_sample().start_on(SAMPLE);
    let keys = CommitteeDecision::KEYS;
    let at = window.session().dataset().decisions.iter().next().expect("a decision").id();
    let cell = |column| CellRef { table: TableId::Decisions, row: at, column };
    let write = |window: &mut Window, column, value| {
        window.handle(Command::Apply(Edit::Set { cell: cell(column), value }));
    };
    let code =
        window.session().dataset().relocations.iter().next().expect("a case").code.to_lowercase().replace("r-", "");
    let of_case = format!("dossier {code} en premier");
    for text in [&of_case, "Mme Benali aura le T3", "voir R-AB3CD au prochain comité", "appeler le 06 12 34 56 78"] {
        write(&mut window, keys.text, Value::Text(text.to_owned()));
        let all = all_of(&window);
        assert!(!all.contains(text) && all.contains("à relire par l’union."), "{all}");
    }
    // It is no phone, says who read it.
    write(&mut window, keys.cleared, Value::Flag(true));
    assert!(all_of(&window).contains("appeler le 06 12 34 56 78"));
    // Nothing is said of what is still to be typed.
    write(&mut window, keys.text, Value::Empty);
    assert!(!all_of(&window).lines().any(|line| line.trim() == "●"));
}

#[test]
fn what_is_decided_in_one_line_is_warned_of_before_and_held_back_after() {
    let mut window = Desk::with_sample().start_on(SAMPLE);
    window.ctrl(Key::K);
    window.type_text("décision rappeler Mme Benali au 06 12 34 56 78");
    window.assert_shows("semble contenir un numéro de téléphone");
    window.assert_shows("semble contenir un nom de personne");
    window.press(Key::Enter);
    window.press(Key::Escape);
    window.assert_shows("Maj+F9");
    let all = all_of(&window);
    assert!(!all.contains("Benali") && !all.contains("06 12"), "{all}");
    assert!(all.contains("à relire par l’union."), "{all}");
}

#[test]
fn what_is_spoken_of_is_chosen_with_a_key_and_says_nothing_that_is_hidden() {
    let mut window = Desk::with_sample().start_on(SAMPLE);
    window.harness.ctx.set_embed_viewports(false);
    window.choose("Affichage", "Fenêtre « Comité » (à partager)");
    window.click("Bailleurs");
    window.reach(TableId::Landlords, 1, "Nom");
    window.press(Key::F4);
    window.assert_shows("montre en discussion");
    let all = shown(&window, Some("window-committee-discussed"));
    let all = all.into_iter().map(|(text, _)| text).collect::<Vec<_>>().join("\n");
    assert!(all.contains("En discussion\nBravo Habitat\nLogements mis à disposition"), "{all}");
    window.press(Key::F4);
    assert!(!all_of(&window).contains("En discussion"));
    // A home that is let is not shown, and cases are never spoken of.
    let data = window.session().dataset();
    let let_to = |unit: &Unit| data.relocations.iter().any(|case| case.unit == Some(unit.id()));
    let at = data.units.iter().position(let_to).expect("a home that is let");
    window.click("Logements");
    window.reach(TableId::Units, at, "Code");
    window.press(Key::F4);
    window.assert_shows("Le comité ne voit pas cette ligne");
    window.click("Relogements");
    window.press(Key::F4);
    assert!(!all_of(&window).contains("En discussion"));
}

#[test]
fn it_is_of_today_whatever_day_the_first_window_looks_back_to() {
    let mut window = Desk::with_sample().start_on(SAMPLE);
    let before = all_of(&window);
    window.handle(Command::AsOf(day("2021-05-01")));
    assert_eq!(window.session().view().as_of, day("2021-05-01"));
    assert_eq!(all_of(&window), before);
}

/// The repaints asked for, and whether the window is there.
fn of_committee(window: &Window) -> Option<Duration> {
    window.harness.output().viewport_output.get(&committee::id()).map(|output| output.repaint_delay)
}

#[test]
fn it_repaints_in_the_frame_of_an_edit_and_closing_it_closes_nothing_else() {
    let mut window = Desk::with_sample().start_on(SAMPLE);
    window.harness.ctx.set_embed_viewports(false);
    window.choose("Affichage", "Fenêtre « Comité » (à partager)");
    window.assert_shows("FENÊTRE COMITÉ OUVERTE");
    for _ in 0..8 {
        window.run_viewport(committee::id(), Vec::new());
        window.settle();
    }
    assert_eq!(of_committee(&window), Some(Duration::MAX), "at rest it asks for nothing");

    let decision = window.session().dataset().decisions.iter().next().unwrap().cell(CommitteeDecision::KEYS.text);
    let edit = Edit::Set { cell: decision, value: Value::Text("Publier avant juin".to_owned()) };
    window.harness.state_mut().host_mut().handle(Command::Apply(edit));
    window.harness.step();
    assert_eq!(of_committee(&window), Some(Duration::ZERO), "one frame after the edit");
    window.settle();

    // Its own close button: that window runs a frame of its own.
    window.run_viewport(committee::id(), vec![ViewportEvent::Close]);
    window.settle();
    assert!(!window.closes);
    assert!(!window.session().has_committee_window());
    assert_eq!(of_committee(&window), None);
    assert!(window.session().dataset().table(TableId::Units).count() > 0);
}

//! The window for the committee: what it shows, how large, and that it follows each change by itself.

use std::time::Duration;

use clefs::app::committee::{self, Canvas, LEAST};
use clefs::domain::committee::CommitteeDecision;
use clefs::domain::schema::{Record, TableId};
use clefs::domain::value::Value;
use clefs::edit::Edit;
use clefs::session::command::Command;
use egui::ViewportEvent;
use egui::epaint::Shape;

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
    let mut canvas = Canvas::new(window.session().committee_view());
    let raster = Raster::default();
    let mut harness = raster.harness([1280.0, 720.0]).with_theme(egui::Theme::Light).build_ui(move |ui| {
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

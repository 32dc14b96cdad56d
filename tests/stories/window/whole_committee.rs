//! A whole committee, with the private window and the one that is shared: opened, ten quick entries, three decisions, a
//! mistake undone, closed.

use clefs::domain::committee::MeetingState;
use clefs::domain::schema::{Audience, TableId};
use egui::{Key, Modifiers};

use super::committee::shown;
use super::desk::{Desk, SAMPLE};
use super::screen::Window;

const ENTRIES: [&str; 10] = [
    "bailleur alpha t3 lille publié 7/7",
    "bravo habitat t2 roubaix publié 8/7",
    "L-0001 publié 9/7",
    "golf t4 lens identifié 5/7",
    "relogement association un t3 MEL 2 enfants",
    "relogement association deux bravo habitat bail 6/7",
    "relogement association un golf bail 8/7",
    "delta opale logement t3 arras promis 9/7",
    "action Bailleur Alpha publier deux T2 avant le 30/9",
    "foxtrot notre toit t1 amiens publié 9/7",
];

fn enter(window: &mut Window, line: &str) {
    window.type_text(line);
    window.press(Key::Enter);
    let left = window.session().dialog().map(|dialog| dialog.fields()[0].text().to_owned());
    assert_eq!(left.as_deref(), Some(""), "{line} is not taken");
}

#[test]
fn a_committee_from_its_opening_to_its_closing() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.harness.ctx.set_embed_viewports(false);
    let texts = |window: &Window, name: Option<&str>| {
        shown(window, name).into_iter().map(|(text, _)| text).collect::<Vec<_>>().join("\n")
    };

    // The second window is opened to be shared.
    window.choose("Affichage", "Fenêtre « Comité » (à partager)");
    window.assert_shows("FENÊTRE COMITÉ OUVERTE");
    let before = texts(&window, None);
    assert!(before.contains("À l’ordre du jour") && before.contains("November Habitat Est"), "{before}");

    window.ctrl(Key::K);
    for line in ENTRIES {
        enter(&mut window, line);
    }
    for line in [
        "décision les T4 sont publiés sous quinze jours",
        "décision Association Un envoie ses besoins chaque mois",
        "décision golf présente ses loyers au prochain comité",
    ] {
        enter(&mut window, line);
    }
    let [women, units] = ["44", "25"];
    let during = texts(&window, None);
    assert!(!before.contains(women) && during.contains(women) && during.contains(units), "{during}");
    for said in
        ["les T4 sont publiés sous quinze jours", "Comité du 9 juillet 2021", "publier deux T2", "pour le 30/09/2021"]
    {
        assert!(during.contains(said), "{said}: {during}");
    }

    // The last decision was a mistake.
    window.press(Key::Escape);
    window.ctrl(Key::Z);
    assert!(!texts(&window, None).contains("golf présente ses loyers"));
    window.ctrl(Key::K);
    enter(&mut window, "décision GOLF présente ses loyers en octobre");
    window.press(Key::Escape);

    // It is closed, and its figures are published.
    window.click("Comités");
    let last = window.session().dataset().committees.len() - 1;
    window.reach(TableId::Committees, last, "Date");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    window.assert_shows("Clôturer le comité");
    window.press(Key::Enter);
    let dataset = window.session().dataset();
    let committee = dataset.committees.iter().next_back().expect("today's");
    assert_eq!(committee.state, MeetingState::Held);
    let published: Vec<_> =
        dataset.publications.iter().filter(|it| it.committee == Some(committee.id())).map(|it| it.day).collect();
    assert_eq!(published, [committee.held_on]);
    let decided = dataset.decisions.iter().filter(|it| it.committee == Some(committee.id())).count();
    assert_eq!(decided, 3);

    // Nothing of single cases is in the window that was shared.
    let after = texts(&window, Some("window-whole-committee"));
    let codes = dataset.relocations.iter().map(|case| case.code.as_str());
    assert!(codes.into_iter().all(|code| !after.contains(code)), "{after}");
    window.click("Tableau de bord");
    window.snapshot("whole-committee-private");
    assert_eq!(window.session().chart_audience(), Audience::Committee);
}

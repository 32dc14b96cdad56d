//! A committee: closed, published, corrected afterwards, and looked at again.

use clefs::domain::committee::MeetingState;
use clefs::domain::schema::TableId::{Committees, Units};
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;
use super::week::{open, week};
use crate::build::{Build, day};

/// The week's records with a committee today, and one in April.
fn convention() -> Build {
    let mut b = week();
    for held_on in ["2021-04-09", "2021-07-09"] {
        let row = b.add(Committees, "", &[("held_on", held_on), ("state", "planned")]);
        b.name(row, held_on);
    }
    b
}

const SHIFT_CTRL: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn close_the_first(window: &mut Window) {
    window.click("Comités");
    window.reach(Committees, 0, "Date");
    window.press_with(SHIFT_CTRL, Key::K);
    window.assert_shows("Clôturer et publier");
    window.press(Key::Enter);
}

fn run(window: &mut Window, action: &str) {
    window.press_with(SHIFT_CTRL, Key::P);
    window.type_text(action);
    window.press(Key::Enter);
}

#[test]
fn it_is_closed_by_two_keys_and_what_is_corrected_since_is_told() {
    let mut b = convention();
    b.landlord("Xylo", &[]);
    b.unit("L-0099", "Xylo", &[("published", "2021-04-01")]);
    let mut window = open(&b);
    close_the_first(&mut window);
    window.type_text("Odile");
    window.press(Key::Enter);
    window.assert_shows("comité tenu, chiffres publiés");
    let data = window.session().dataset();
    assert_eq!(data.committees.find(b.row("2021-04-09")).map(|it| it.state), Some(MeetingState::Held));
    let publication = data.publications.iter().next().expect("a publication");
    assert_eq!((publication.day, publication.committee), (Some(day("2021-04-09")), Some(b.row("2021-04-09"))));
    // It is not closed again.
    window.press_with(SHIFT_CTRL, Key::K);
    window.assert_absent("Clôturer et publier");

    // As of that day the dashboard says so.
    window.click("Tableau de bord");
    run(&mut window, "comité précédent");
    assert_eq!(window.session().view().as_of, day("2021-04-09"));
    window.assert_absent("Corrigé depuis");
    let count = |window: &Window| window.session().snapshot().progress().region.figures.units.delivered.n();
    let before = count(&window);
    window.click("Logements");
    window.reach(Units, b.dataset().units.len() - 1, "Publié");
    window.type_text("1/5/21");
    window.press(Key::Enter);
    window.click("Tableau de bord");
    let now = before - 1;
    window.assert_shows(&format!(
        "Chiffres publiés au 09/04/2021. Corrigé depuis : région, logements {before} → {now} ; Xylo, logements 1 → 0."
    ));
    run(&mut window, "comité suivant");
    assert_eq!(window.session().view().as_of, day("2021-07-09"));
}

#[test]
fn undone_it_is_open_again_and_what_was_published_stays() {
    let b = convention();
    let mut window = open(&b);
    close_the_first(&mut window);
    window.type_text("Odile");
    window.press(Key::Enter);
    let published = |window: &Window| window.session().dataset().publications.iter().cloned().collect::<Vec<_>>();
    let first = published(&window);
    assert_eq!(first.len(), 1);
    window.ctrl(Key::Z);
    window.assert_shows("Ce qui a été publié a été vu : cela reste");
    assert_eq!(published(&window), first);
    let committee = window.session().dataset().committees.find(b.row("2021-04-09")).cloned();
    assert_eq!(committee.map(|it| it.state), Some(MeetingState::Planned));
    window.ctrl(Key::Y);
    assert_eq!(published(&window), first);
    window.ctrl(Key::Z);

    // It is closed once more.
    window.reach(Committees, 0, "Date");
    window.press_with(SHIFT_CTRL, Key::K);
    window.press(Key::Enter);
    assert_eq!(published(&window).len(), 2);
    window.press_with(SHIFT_CTRL, Key::K);
    window.assert_absent("Clôturer et publier");
}

#[test]
fn in_a_seance_the_same_is_published_once_and_undone() {
    let close = |in_seance: bool| {
        let mut window = open(&convention());
        if in_seance {
            window.press(Key::F9);
        }
        close_the_first(&mut window);
        window.type_text("Odile");
        window.press(Key::Enter);
        window.assert_shows("comité tenu, chiffres publiés");
        window
    };
    let published = |window: &Window| {
        let all = window.session().document().dataset().publications.iter();
        all.map(|it| (it.day, it.committee, it.period, it.figures.clone())).collect::<Vec<_>>()
    };
    let mut seance = close(true);
    assert_eq!(published(&seance).len(), 1);
    assert_eq!(published(&seance), published(&close(false)));
    seance.press_with(SHIFT_CTRL, Key::K);
    seance.assert_absent("Clôturer et publier");
    let before = published(&seance);
    seance.ctrl(Key::Z);
    assert_eq!(published(&seance), before);
}

#[test]
fn what_is_published_is_not_taken_for_personal_data() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Comités");
    window.reach(Committees, 1, "Date");
    window.press_with(SHIFT_CTRL, Key::K);
    window.assert_shows("Les chiffres de ce jour que d’autres peuvent voir sont publiés et gardés tels quels");
    window.press(Key::Enter);
    window.assert_shows("comité tenu, chiffres publiés");
}

#[test]
fn a_day_to_come_is_not_published() {
    let desk = Desk::with_sample();
    let mut window = desk.start_on(SAMPLE);
    window.click("Comités");
    window.reach(Committees, 1, "Date");
    window.press_with(SHIFT_CTRL, Key::K);
    let before = window.session().dataset().publications.len();
    window.type_text("1/12/2022");
    window.press(Key::Enter);
    window.assert_shows("Ce jour n’est pas encore venu : rien n’est à publier.");
    assert_eq!(window.session().dataset().publications.len(), before);
}

#[test]
fn the_first_committee_after_a_period_publishes_the_figures_of_its_end_too() {
    let mut b = week();
    b.set(clefs::domain::schema::TableId::Periods, "2021", "ends", "2021-05-31");
    b.set(clefs::domain::schema::TableId::Periods, "2022", "starts", "2021-06-01");
    for held_on in ["2021-04-09", "2021-07-09"] {
        let row = b.add(Committees, "", &[("held_on", held_on), ("state", "planned")]);
        b.name(row, held_on);
    }
    let mut window = open(&b);
    close_the_first(&mut window);
    window.type_text("Odile");
    window.press(Key::Enter);
    window.reach(Committees, 1, "Date");
    window.press_with(SHIFT_CTRL, Key::K);
    window.press(Key::Enter);
    let published = |window: &Window| {
        let all = window.session().dataset().publications.iter();
        all.map(|it| (it.day.expect("a day"), it.period, it.committee.is_some())).collect::<Vec<_>>()
    };
    let [first, second] = ["2021", "2022"].map(|name| Some(b.row(name)));
    let all = [("2021-04-09", first, true), ("2021-05-31", first, false), ("2021-07-09", second, true)];
    assert_eq!(published(&window), all.map(|(on, period, at)| (day(on), period, at)));
    // It is one step, and leaves what was seen.
    window.ctrl(Key::Z);
    assert_eq!(published(&window).len(), 3);
    let meetings = window.session().dataset().committees.iter().map(|it| it.state);
    assert_eq!(meetings.collect::<Vec<_>>(), [MeetingState::Held, MeetingState::Planned]);
}

#[test]
fn the_card_of_a_committee_closes_it_and_tells_what_it_published_and_decided() {
    let mut window = Desk::with_sample().start_on(SAMPLE);
    let belongs = |window: &Window| {
        let (_, card) = window.session().card().expect("a card");
        card.links.iter().map(|link| format!("{} · {}", link.what, link.state)).collect::<Vec<_>>()
    };
    window.click("Comités");
    window.reach(Committees, 0, "Date");
    window.press(Key::Space);
    let held = belongs(&window);
    assert!(held.iter().any(|line| line.starts_with("Décision «")), "{held:?}");
    assert!(held.iter().any(|line| line.starts_with("Action «")), "{held:?}");

    window.press(Key::ArrowDown);
    window.click("Clôturer le comité…");
    window.press(Key::Enter);
    let women = window.session().snapshot().progress().region.figures.women.in_all.n();
    let published = belongs(&window);
    assert!(published[0].starts_with("Chiffres publiés · "), "{published:?}");
    assert!(published[0].contains(&format!(", {women} femmes relogées")), "{published:?}");
}

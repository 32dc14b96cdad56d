//! Records that know each other, in tables and cards: what the lists under cells offer first, and how the keyboard goes
//! along what belongs to a record.

use clefs::domain::schema::TableId::{Proposals, Referrals, Relocations, Units};
use clefs::session::card::Stop;
use egui::{Key, Modifiers};

use super::desk::Desk;
use super::screen::Window;
use super::week::{FILE, week};
use crate::build::Build;

fn window(b: &Build) -> Window {
    let desk = Desk::new();
    desk.keep(FILE, b.dataset());
    desk.start_on(FILE)
}

/// What the list under the open editor offers.
fn offers(window: &Window) -> Vec<String> {
    let editor = window.session().shown_table().and_then(|table| window.session().grid(table).editor());
    let offers = editor.expect("an open editor").offers.iter();
    offers.map(|offer| format!("{} · {}", offer.label, offer.detail).replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

#[test]
fn the_home_of_a_proposal_is_chosen_from_those_that_fit_her_and_what_is_let_comes_last_with_its_reason() {
    let mut b = week();
    b.set(Units, "L-0001", "rent", "90000");
    b.unit("L-0003", "Alpha", &[("dwelling", "T3"), ("commune", "62041"), ("published", "2021-07-01")]);
    b.unit("L-0004", "Alpha", &[("dwelling", "T3"), ("commune", "59350"), ("lease_signed", "2021-07-05")]);
    b.set(Relocations, "R-AAAAA", "avoid", "d62");
    b.referral("R-BBBBB", "Bravo", &[]);
    b.proposal("", "R-AAAAA", &[("proposed_on", "2021-07-03")]);
    let mut window = window(&b);
    window.click("Propositions");
    window.reach(Proposals, 0, "Logement");
    window.press(Key::F2);
    let found = offers(&window);
    let codes: Vec<_> = found.iter().map(|text| &text[..6]).collect();
    assert_eq!(codes, ["L-0002", "L-0001", "L-0004"], "{found:#?}");
    assert!(found[1].contains("✗ loyer") && found[2].ends_with("✗ Bail signé"), "{found:#?}");
    window.press(Key::Escape);
    // Any of what tells them is searched too, in the same order.
    window.type_text("bravo");
    assert_eq!(offers(&window).len(), 1);
    window.press(Key::Escape);
    // So is the home of her case.
    window.click("Relogements");
    window.reach(Relocations, 0, "Logement");
    window.press(Key::F2);
    assert!(offers(&window)[0].starts_with("L-0002"));
}

#[test]
fn what_was_refused_before_is_said_in_the_list_and_a_closed_case_offers_all() {
    let mut b = week();
    b.referral("R-AAAAA", "Alpha", &[("asked_on", "2021-06-30"), ("answered_on", "2021-07-02"), ("answer", "refused")]);
    b.referral("R-AAAAA", "Bravo", &[("asked_on", "2021-07-03")]);
    b.landlord("Ancien", &[("left", "2021-01-01")]);
    let mut window = window(&b);
    window.click("Interpellations");
    window.reach(Referrals, 1, "Bailleur");
    window.press(Key::F2);
    let found = offers(&window);
    assert!(found[0].starts_with("Bravo · "), "what stands there is not said of itself: {found:#?}");
    assert!(!found[0].contains("déjà"), "{found:#?}");
    let alpha = found.iter().find(|text| text.starts_with("Alpha")).expect("Alpha");
    assert!(alpha.contains("refus") && alpha.contains("02/07/2021"), "{found:#?}");
    assert!(found.iter().any(|text| text == "Ancien · ✗ pas partie à la convention à ce jour"), "{found:#?}");
}

#[test]
fn tab_goes_along_what_belongs_to_a_case_and_enter_follows_it() {
    let mut b = week();
    b.proposal("L-0002", "R-AAAAA", &[("proposed_on", "2021-07-03")]);
    let mut window = window(&b);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    window.press(Key::F6);
    let mut seen = Vec::new();
    while window.session().card_stop() != Some(Stop::Link(0)) {
        assert!(!seen.contains(&window.session().card_stop()), "{seen:?}");
        seen.push(window.session().card_stop());
        window.press(Key::Tab);
    }
    // Then the acts that make sense.
    window.press(Key::Tab);
    assert_eq!(window.session().card_stop(), Some(Stop::Act(0)));
    window.press_with(Modifiers::SHIFT, Key::Tab);
    window.press(Key::Enter);
    assert_eq!(window.session().shown_table(), Some(Proposals));
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.session().shown_table(), Some(Relocations));
}

#[test]
fn a_case_takes_the_answer_it_waits_for_and_then_the_keys() {
    let mut b = week();
    b.referral("R-AAAAA", "Alpha", &[("asked_on", "2021-07-01")]);
    b.proposal("L-0002", "R-AAAAA", &[("proposed_on", "2021-07-03")]);
    let mut window = window(&b);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    // The home first; the referral is of another landlord.
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.assert_shows("L-0002 · R-AAAAA");
    window.type_text("acc");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    window.ctrl(Key::B);
    window.press(Key::Enter);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    window.assert_shows("Noter la remise des clefs");
    window.press(Key::Enter);
    assert_eq!(window.column("Statut")[0], "Clefs remises");
}

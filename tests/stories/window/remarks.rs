//! What a form says before it writes: dates that contradict others, what was asked or refused before.

use clefs::domain::relocation::Origin;
use clefs::domain::schema::TableId::{Landlords, Proposals, Referrals, Relocations};
use egui::{Key, Modifiers};

use super::desk::Desk;
use super::screen::Window;
use super::week::{FILE, week};
use crate::build::{Build, day};

/// The window on some records, with an act begun on the first row of a table.
fn begin(b: &Build, table: clefs::domain::schema::TableId, page: &str, header: &str, act: (Modifiers, Key)) -> Window {
    let desk = Desk::new();
    desk.keep(FILE, b.dataset());
    let mut window = desk.start_on(FILE);
    window.click(page);
    window.reach(table, 0, header);
    window.press_with(act.0, act.1);
    window
}

fn answer() -> (Modifiers, Key) {
    (Modifiers::COMMAND | Modifiers::SHIFT, Key::R)
}

#[test]
fn an_answer_before_the_question_is_not_taken() {
    let mut b = week();
    b.referral("R-AAAAA", "Alpha", &[("asked_on", "2021-07-01")]);
    let mut window = begin(&b, Referrals, "Interpellations", "Relogement", answer());
    window.type_text("acc");
    window.press(Key::Tab);
    window.type_text("30/6");
    window.assert_shows("« Répondu le » est avant « Interpellé le »");
    window.press(Key::Enter);
    assert!(window.session().dialog().is_some(), "it is not taken");
    window.type_over("1/7");
    window.assert_absent("est avant");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    let referral = window.session().dataset().referrals.iter().next().expect("the referral");
    assert_eq!(referral.answered_on, Some(day("2021-07-01")));
}

#[test]
fn a_lease_before_its_acceptance_or_its_landlord_is_doubtful_and_can_be_noted() {
    let mut b = week();
    b.set(Landlords, "Alpha", "joined", "2021-07-06");
    let answered = [("proposed_on", "2021-07-02"), ("answer", "accepted"), ("answered_on", "2021-07-06")];
    b.proposal("L-0001", "R-AAAAA", &answered);
    b.referral("R-AAAAA", "Alpha", &[("asked_on", "2021-06-29")]);
    let mut window = begin(&b, Relocations, "Relogements", "Code", (Modifiers::COMMAND, Key::B));
    window.assert_absent("Ce n’est que douteux");
    window.type_text("5/7");
    window.assert_shows("« Bail signé » est avant « Accepté »");
    window.assert_shows("Relogement avant l’adhésion du bailleur : ne compte pas (C11)");
    window.assert_shows("Ce n’est que douteux : vous pouvez continuer.");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    let case = window.session().dataset().relocations.iter().next().expect("the case");
    assert_eq!(case.lease_signed, Some(day("2021-07-05")));
}

#[test]
fn what_was_wrong_before_is_not_said_again() {
    let mut b = week();
    // The need was spotted after the referral: an old finding of the same case.
    b.referral("R-AAAAA", "Alpha", &[("asked_on", "2021-06-01")]);
    b.proposal("L-0001", "R-AAAAA", &[("proposed_on", "2021-07-02")]);
    let mut window = begin(&b, Proposals, "Propositions", "Logement", answer());
    window.type_text("acc");
    window.assert_absent("est avant");
    window.press(Key::Tab);
    window.type_text("1/7");
    window.assert_shows("« Répondu le » est avant « Proposé le »");
}

#[test]
fn a_landlord_that_refused_or_is_silent_is_offered_last_with_the_day() {
    let mut b = week();
    b.landlord("Charlie", &[]);
    b.referral("R-AAAAA", "Alpha", &[("asked_on", "2021-06-30"), ("answered_on", "2021-07-02"), ("answer", "refused")]);
    b.referral("R-AAAAA", "Bravo", &[("asked_on", "2021-07-01")]);
    let mut window = begin(&b, Relocations, "Relogements", "Code", (Modifiers::COMMAND, Key::I));
    let texts = window.texts();
    let place = |start: &str| texts.iter().position(|text| text.starts_with(start)).expect(start);
    assert!(place("Charlie") < place("Alpha\na refusé ce relogement (02/07/2021)"));
    assert!(place("Charlie") < place("Bravo\ndéjà interpellé, sans réponse (01/07/2021)"));
    // It is said, and not forbidden.
    window.type_text("alp");
    window.press(Key::Tab);
    window.assert_shows("a refusé ce relogement (02/07/2021)");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    assert_eq!(window.session().dataset().referrals.iter().count(), 3);
}

#[test]
fn a_unit_that_was_refused_is_proposed_again_knowingly() {
    let mut b = week();
    let refused = [("proposed_on", "2021-07-02"), ("answer", "refused"), ("answered_on", "2021-07-05")];
    b.proposal("L-0001", "R-AAAAA", &[&refused[..], &[("refused_by", "household"), ("reason", "rent")]].concat());
    let mut window = begin(&b, Relocations, "Relogements", "Code", (Modifiers::COMMAND, Key::P));
    let texts = window.texts();
    let offers: Vec<_> = texts.iter().filter(|text| text.starts_with("L-000")).collect();
    assert!(offers[0].starts_with("L-0002") && !offers[0].contains("refusé"), "{offers:?}");
    assert!(offers[1].starts_with("L-0001") && offers[1].contains("refusé par le ménage (05/07/2021)"), "{offers:?}");
    window.type_text("0001");
    window.press(Key::Tab);
    window.assert_shows("refusé par le ménage (05/07/2021)");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    assert_eq!(window.session().dataset().proposals.iter().count(), 2);
}

#[test]
fn a_lease_to_come_is_said_and_the_home_says_how_she_was_rehoused() {
    let mut b = week();
    let answered = [("proposed_on", "2021-07-02"), ("answer", "accepted"), ("answered_on", "2021-07-06")];
    b.proposal("L-0001", "R-AAAAA", &answered);
    let mut window = begin(&b, Relocations, "Relogements", "Code", (Modifiers::COMMAND, Key::B));
    let text = |window: &Window, place: usize| window.session().dialog().unwrap().fields()[place].text().to_owned();
    // Noted as a referral, and the home is one of the platform.
    assert_eq!(text(&window, 3), "Plateforme");
    window.assert_absent("Ce jour est à venir");
    window.type_text("12/7");
    window.assert_shows("Ce jour est à venir : il sera compté ce jour-là.");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    let case = window.session().dataset().relocations.iter().next().expect("the case");
    assert_eq!((case.lease_signed, case.origin), (Some(day("2021-07-12")), Origin::Platform));
}

//! The forms of acts: what their keys do, what they ask for, what they offer; and the page of matching.

use clefs::domain::proposal::Consequence;
use clefs::domain::schema::TableId::{Proposals, Relocations, Units};
use clefs::domain::value::ColumnValue;
use clefs::session::dialog::Dialog;
use egui::{Key, Modifiers};

use super::desk::Desk;
use super::screen::Window;
use super::week::{FILE, open, week};

#[test]
fn tab_takes_what_is_highlighted_and_goes_on_and_a_home_that_is_let_comes_last() {
    let mut b = week();
    b.set(Units, "L-0001", "lease_signed", "2021-07-05");
    let mut window = open(&b);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    window.ctrl(Key::P);
    let offers: Vec<_> = window.texts().into_iter().filter(|text| text.starts_with("L-000")).collect();
    assert!(offers[0].starts_with("L-0002") && offers[1].ends_with("✗ Bail signé"), "{offers:?}");
    window.type_text("lille");
    window.press(Key::Tab);
    let lines = |window: &Window| -> Vec<String> {
        let fields = window.session().dialog().expect("a form").fields();
        fields.iter().map(|line| line.text().to_owned()).collect()
    };
    assert_eq!(lines(&window), ["L-0002", "09/07/2021"]);
    window.type_text("8/7");
    assert_eq!(lines(&window), ["L-0002", "8/7"]);
    window.press_with(Modifiers::SHIFT, Key::Tab);
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    let proposal = window.session().dataset().proposals.iter().next().expect("a proposal").clone();
    assert_eq!((proposal.unit, proposal.proposed_on), (Some(b.row("L-0002")), Some(crate::build::day("2021-07-08"))));
}

#[test]
fn a_code_that_is_typed_whole_is_meant_and_what_is_not_in_the_list_is_not_taken() {
    let mut b = week();
    b.set(Units, "L-0001", "rent", "90000");
    b.unit("L-00011", "Bravo", &[("dwelling", "T3"), ("commune", "59350"), ("rent", "45000"), ("charges", "5000")]);
    b.set(Units, "L-0002", "withdrawn", "2021-07-02");
    let mut window = open(&b);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    window.ctrl(Key::P);
    window.type_text("L-0002");
    window.press(Key::Enter);
    window.assert_shows("Impossible : Retiré.");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("l-0001");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    let units: Vec<_> = window.session().dataset().proposals.iter().map(|proposal| proposal.unit).collect();
    assert_eq!(units, [Some(b.row("L-0001"))]);
}

#[test]
fn a_refusal_asks_why_and_what_follows_and_a_pause_until_when() {
    let mut b = week();
    b.proposal("L-0001", "R-AAAAA", &[("proposed_on", "2021-07-02")]);
    b.set(Relocations, "R-AAAAA", "unit", "L-0001");
    let mut window = open(&b);
    window.click("Propositions");
    window.reach(Proposals, 0, "Logement");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    for text in ["ref", "8/7", "loyer", "pause"] {
        window.type_text(text);
        window.press(Key::Tab);
    }
    window.type_text("1/9");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    let dataset = window.session().dataset();
    let (proposal, case) = (dataset.proposals.iter().next().unwrap(), dataset.relocations.iter().next().unwrap());
    assert_eq!(case.suspended_to, Some(crate::build::day("2021-09-01")));
    assert_eq!(case.suspended_from, Some(crate::build::day("2021-07-08")));
    assert_eq!(case.unit, None, "the home that she let go");
    assert!(proposal.reason.is_some() && proposal.refused_by.is_some());
}

#[test]
fn a_field_that_is_left_by_a_click_takes_what_is_highlighted_as_with_tab() {
    let mut b = week();
    b.proposal("L-0001", "R-AAAAA", &[("proposed_on", "2021-07-02")]);
    let mut window = open(&b);
    window.click("Propositions");
    window.reach(Proposals, 0, "Logement");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.type_text("ref");
    let below = window.rect_of("Suite", 1).center();
    window.click_at(below);
    let Some(Dialog::Form(form)) = window.session().dialog() else { panic!("a form") };
    assert_eq!(form.fields[0].line.text(), "Refusée");
    assert!(form.is_shown(2), "what follows a refusal is asked");
}

#[test]
fn matching_leaves_alone_who_has_a_home_proposed() {
    let mut b = week();
    b.proposal("L-0002", "R-AAAAA", &[("proposed_on", "2021-07-03")]);
    let mut window = open(&b);
    window.click("Rapprochement");
    window
        .assert_shows("Un logement pour 1 ménage sur 1, parmi 1 logement libre. C’est une proposition : vous décidez.");
    window.assert_shows("R-BBBBB → L-0001");
    window.click("R-AAAAA · L-0002 proposé");
    window.click("Proposer L-0001");
    window.assert_shows("Proposer un logement");
}

#[test]
fn what_follows_is_suggested_by_the_reason_and_a_noted_answer_is_shown_again() {
    let mut b = week();
    b.proposal("L-0001", "R-AAAAA", &[("proposed_on", "2021-07-02")]);
    let mut window = open(&b);
    window.click("Propositions");
    window.reach(Proposals, 0, "Logement");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    for text in ["ref", "8/7", "autre solution"] {
        window.type_text(text);
        window.press(Key::Tab);
    }
    let Some(Dialog::Form(form)) = window.session().dialog() else { panic!("a form") };
    assert_eq!(form.fields[3].taken, Some(Some(Consequence::Leaves).to_value()));
    window.assert_shows("le plus souvent, pour ce motif");
    // A click beside the form loses nothing of it.
    window.click_at(egui::pos2(20.0, 700.0));
    window.assert_shows("Noter la réponse");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    assert!(window.session().dataset().relocations.iter().next().unwrap().exited.is_some());
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    let fields = window.session().dialog().expect("a form").fields();
    assert_eq!([0, 3].map(|place: usize| fields[place].text()), ["Refusée", "Sortie"]);
}

#[test]
fn a_shortcut_that_makes_no_sense_says_what_it_needs() {
    let desk = Desk::new();
    desk.keep(FILE, week().dataset());
    let mut window = desk.start_on(FILE);
    window.click("Logements");
    window.ctrl(Key::B);
    window.assert_shows("« Bail signé… » : choisissez d’abord un relogement en cours, sans bail ni sortie.");
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    window.assert_shows("« Retour » : aucun lien n’a été suivi.");
}

/// The offers under a form's field.
fn offers(window: &Window) -> Vec<String> {
    let Some(Dialog::Form(form)) = window.session().dialog() else { panic!("a form") };
    let field = form.fields.iter().find(|field| !field.offers.is_empty());
    let offers = field.into_iter().flat_map(|field| &field.offers);
    offers.map(|offer| format!("{} · {}", offer.label, offer.detail).replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

#[test]
fn a_home_is_found_by_a_name_that_its_commune_had() {
    let desk = Desk::new();
    desk.keep(FILE, week().dataset());
    let mut window = desk.start_on(FILE);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    window.ctrl(Key::P);
    window.type_text("lom");
    assert_eq!(offers(&window).len(), 2, "{:#?}", offers(&window));
    window.type_text(" bravo");
    assert!(offers(&window)[0].starts_with("L-0002"));
}

#[test]
fn who_waits_longest_is_offered_first_for_a_home_with_the_days() {
    let mut b = week();
    b.set(Relocations, "R-BBBBB", "need_spotted", "2021-06-01");
    b.case("R-CCCCC", &[("dwellings", "T1"), ("need_spotted", "2021-05-01")]);
    let mut window = open(&b);
    window.click("Logements");
    window.reach(Units, 0, "Code");
    window.ctrl(Key::P);
    let found = offers(&window);
    let codes: Vec<_> = found.iter().map(|text| &text[..7]).collect();
    assert_eq!(codes, ["R-BBBBB", "R-AAAAA", "R-CCCCC"], "{found:#?}");
    assert!(found[0].starts_with("R-BBBBB · attend depuis 38 jours · "), "{found:#?}");
}

#[test]
fn landlords_to_ask_are_told_by_their_commitments_and_who_cannot_be_asked_comes_last() {
    let mut b = week();
    for (name, columns) in [("Ancien", [("left", "2021-01-01")]), ("Charlie", [("notes", "")])] {
        b.landlord(name, &columns);
    }
    b.commitment("relocations", "2021", "Bravo", "5");
    b.referral("R-AAAAA", "Alpha", &[("asked_on", "2021-07-01")]);
    let mut window = open(&b);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    window.ctrl(Key::I);
    let found = offers(&window);
    let named = |name: &str| found.iter().position(|text| text.starts_with(name)).expect(name);
    assert!(found[named("Bravo")].contains("0 relogement sur 5"), "{found:#?}");
    assert!(found[named("Ancien")].contains("pas partie à la convention"), "{found:#?}");
    assert!(named("Charlie") < named("Alpha") && named("Charlie") < named("Ancien"), "{found:#?}");
}

#[test]
fn a_part_of_a_code_means_its_case_and_who_waits_for_no_home_comes_last_and_says_so() {
    let mut b = week();
    b.case("R-SQ2ZZ", &[("dwellings", "T1"), ("wanted", "d62"), ("need_spotted", "2021-07-08")]);
    b.case("R-CCCCC", &[("dwellings", "T3"), ("wanted", "d59"), ("need_spotted", "2021-01-02")]);
    b.set(Relocations, "R-CCCCC", "suspended_from", "2021-06-01");
    b.set(Relocations, "R-CCCCC", "suspended_to", "2021-09-01");
    let accepted = [("proposed_on", "2021-07-02"), ("answered_on", "2021-07-05"), ("answer", "accepted")];
    b.proposal("L-0002", "R-AAAAA", &accepted);
    let mut window = open(&b);
    window.click("Logements");
    window.reach(Units, 0, "Code");
    window.ctrl(Key::P);
    let offers: Vec<_> = window.texts().into_iter().filter(|text| text.starts_with("R-")).collect();
    assert!(offers[0].starts_with("R-BBBBB"), "{offers:?}");
    let said = |code: &str| offers.iter().find(|text| text.starts_with(code)).expect("offered").clone();
    assert!(said("R-AAAAA").contains("a déjà accepté L-0002"), "{offers:?}");
    assert!(said("R-CCCCC").contains("suspendu jusqu’au 01/09/2021"), "{offers:?}");
    window.type_text("sq2");
    window.press(Key::Tab);
    let fields = window.session().dialog().expect("a form").fields();
    assert_eq!(fields[0].text(), "R-SQ2ZZ");
    // Who waits for no home may be proposed one: people decide.
    window.press_with(Modifiers::SHIFT, Key::Tab);
    window.type_over("ccccc");
    window.press(Key::Tab);
    window.assert_shows("Ce n’est que douteux : vous pouvez continuer.");
}

//! Records that know each other, in tables and cards: what the lists under cells offer first, and how the keyboard goes
//! along what belongs to a record.

use clefs::domain::proposal::CaleolDecision;
use clefs::domain::schema::TableId::{Associations, Landlords, Proposals, Referrals, Relocations, Units};
use clefs::session::card::Stop;
use egui::{Key, Modifiers};

use super::screen::Window;
use super::week::{open, week};

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
    let mut window = open(&b);
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
    let mut window = open(&b);
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
    let mut window = open(&b);
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
    let mut window = open(&b);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    // Two answers are awaited: it asks which one came, the home first.
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.assert_shows("De quoi s’agit-il");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.assert_shows("R-AAAAA · Alpha");
    window.press(Key::Escape);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.press(Key::Enter);
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

#[test]
fn a_lease_on_another_home_takes_its_landlord_along() {
    let mut b = week();
    b.proposal(
        "L-0001",
        "R-AAAAA",
        &[("proposed_on", "2021-07-02"), ("answered_on", "2021-07-05"), ("answer", "accepted")],
    );
    let mut window = open(&b);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    window.ctrl(Key::B);
    window.press(Key::Tab);
    window.type_text("l2");
    window.press(Key::Tab);
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    let dataset = window.session().dataset();
    let case = dataset.relocations.iter().next().expect("a case");
    let unit = case.unit.and_then(|row| dataset.units.find(row)).expect("her home");
    assert_eq!((unit.code.as_str(), case.landlord), ("L-0002", unit.landlord));
    window.click("Logements");
    assert_eq!(window.column("Statut"), ["Publié", "Bail signé"]);
}

#[test]
fn a_changed_answer_takes_back_what_it_had_done() {
    let mut b = week();
    b.proposal("L-0001", "R-AAAAA", &[("proposed_on", "2021-07-02")]);
    let mut window = open(&b);
    window.click("Propositions");
    let answer = |window: &mut Window, texts: &[&str]| {
        window.reach(Proposals, 0, "Logement");
        window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
        for text in texts {
            window.type_text(text);
            window.press(Key::Tab);
        }
        window.press(Key::Enter);
    };
    answer(&mut window, &["ref", "8/7", "loyer", "pause", "1/9"]);
    window.type_text("Odile");
    window.press(Key::Enter);
    let state = |window: &Window| {
        let data = window.session().dataset();
        let (case, proposal) = (data.relocations.iter().next().unwrap(), data.proposals.iter().next().unwrap());
        (case.suspended_from.is_some(), case.exited.is_some(), case.exit_kind.is_some(), proposal.reason.is_some())
    };
    assert_eq!(state(&window), (true, false, false, true));
    answer(&mut window, &["ref", "8/7", "autre solution", "sortie"]);
    assert_eq!(state(&window), (false, true, true, true), "how she left is known from the reason");
    answer(&mut window, &["acc", "8/7"]);
    assert_eq!(state(&window), (false, false, false, false));
}

#[test]
fn a_second_home_is_not_accepted_while_the_first_one_is_hers() {
    let mut b = week();
    b.proposal(
        "L-0001",
        "R-AAAAA",
        &[("proposed_on", "2021-07-02"), ("answered_on", "2021-07-05"), ("answer", "accepted")],
    );
    b.proposal("L-0002", "R-AAAAA", &[("proposed_on", "2021-07-02")]);
    let mut window = open(&b);
    window.click("Propositions");
    window.reach(Proposals, 1, "Logement");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.type_text("acc");
    window.press(Key::Enter);
    window.assert_shows("Ce ménage a déjà accepté un autre logement");
    assert!(window.session().dialog().is_some());
}

#[test]
fn a_sector_that_goes_leaves_its_places_to_who_avoids_them() {
    let mut b = week();
    b.add(clefs::domain::schema::TableId::Sectors, "Lille et alentours", &[("communes", "e200093201")]);
    b.set(Relocations, "R-AAAAA", "avoid", "Lille et alentours");
    let mut window = open(&b);
    let sectors = clefs::domain::schema::TableId::Sectors;
    window.click("Convention");
    window.click("Secteurs  1");
    window.reach(sectors, 0, "Nom");
    window.ctrl(Key::Delete);
    window.click("Supprimer le tout");
    window.type_text("Odile");
    window.press(Key::Enter);
    let case = window.session().dataset().relocations.iter().next().unwrap().clone();
    assert_eq!(case.avoid, [clefs::domain::value::Territory::Epci("200093201".to_owned())]);
    // The search tells nobody where that is.
    window.click("Relogements");
    window.ctrl(Key::F);
    window.type_text("europeenne");
    assert_eq!(window.column("Code"), ["R-AAAAA", "R-BBBBB"], "both want to live there");
}

/// What was searched and filtered is as it was, with the row that was left.
#[test]
fn back_restores_the_rows_as_they_were() {
    let mut b = week();
    b.case("R-CCCCC", &[]);
    b.proposal("L-0002", "R-BBBBB", &[("proposed_on", "2021-07-03")]);
    let mut window = open(&b);
    window.click("Relogements");
    window.ctrl(Key::F);
    window.type_text("bbbbb");
    window.press(Key::Enter);
    assert_eq!(window.column("Code"), ["R-BBBBB"]);
    window.press(Key::Space);
    window.click("Proposition L-0002 · En cours · 03/07/2021");
    // From there to the same table: its rows are all shown then.
    window.click("Relogement R-BBBBB · Logement proposé");
    assert!(window.column("Code").len() > 1);
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.session().shown_table(), Some(Relocations));
    assert_eq!(window.column("Code"), ["R-BBBBB"]);
    assert_eq!(window.session().cell_at_hand().map(|cell| cell.row), Some(b.row("R-BBBBB")));
}

#[test]
fn a_home_takes_the_ranks_of_the_commission_and_the_answers_of_its_candidates() {
    let mut b = week();
    b.proposal("L-0002", "R-AAAAA", &[("proposed_on", "2021-07-03")]);
    b.proposal("L-0002", "R-BBBBB", &[("proposed_on", "2021-07-04")]);
    let mut window = open(&b);
    window.click("Logements");
    window.reach(Units, 1, "Code");
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    // Of two candidates it asks which one is meant, and then for the rank.
    window.type_text("bbb");
    window.press(Key::Enter);
    window.assert_shows("L-0002 · R-BBBBB");
    window.type_text("class");
    window.press(Key::Enter);
    window.type_text("1");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    let proposals = &window.session().dataset().proposals;
    let ranked: Vec<_> = proposals.iter().map(|it| (it.decision, it.rank, it.caleol_on)).collect();
    let today = Some(crate::build::day("2021-07-09"));
    assert_eq!(ranked, [(None, None, None), (Some(CaleolDecision::Ranked), Some(1), today)]);
    // Only the other one still waits for a decision.
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    window.assert_shows("L-0002 · R-AAAAA");
    window.press(Key::Escape);
    // From her home too an answer is noted, and the other candidate is out at once.
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    window.type_text("bbb");
    window.press(Key::Enter);
    window.type_text("acc");
    window.press(Key::Enter);
    assert_eq!(window.column("Statut"), ["Publié", "Accepté"]);
    window.click("Propositions");
    assert_eq!(window.column("État"), ["Logement pris", "Acceptée"]);
}

#[test]
fn a_search_that_is_a_code_finds_its_record_only() {
    let mut b = week();
    b.set(Units, "L-0002", "landlord_ref", "ex L-0001");
    let mut window = open(&b);
    window.click("Logements");
    window.ctrl(Key::F);
    window.type_text("L-000");
    assert_eq!(window.column("Code"), ["L-0001", "L-0002"]);
    window.type_text("1");
    assert_eq!(window.column("Code"), ["L-0001"]);
    window.type_over("ex l-0001");
    assert_eq!(window.column("Code"), ["L-0002"]);
}

#[test]
fn a_record_that_is_being_filled_lacks_nothing_yet() {
    let mut window = open(&week());
    window.click("Interpellations");
    window.ctrl(Key::N);
    window.type_text("Odile");
    window.press(Key::Enter);
    window.assert_absent("est obligatoire");
    window.type_text("R-AAAAA");
    window.press(Key::Tab);
    window.assert_absent("est obligatoire");
    assert_eq!(window.session().findings().len(), 0);
    window.press(Key::Enter);
    window.click("Alertes");
    window.assert_shows("« Bailleur » est obligatoire et manque");
}

#[test]
fn the_figures_of_a_landlords_and_an_associations_year_open_their_rows() {
    let mut b = week();
    b.commitment("units", "2021", "Alpha", "3");
    b.add(Associations, "Une", &[]);
    b.set(Relocations, "R-BBBBB", "association", "Une");
    let mut window = open(&b);
    window.click("Bailleurs");
    window.reach(Landlords, 0, "Nom");
    window.press(Key::Space);
    window.click("Logements : 1 sur 3, 0 à publier");
    window.assert_shows("Alpha · Logements : 1 sur 3, 0 à publier");
    assert_eq!(window.column("Code"), ["L-0001"]);
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.session().shown_table(), Some(Landlords));
    window.click("Associations");
    window.reach(Associations, 0, "Nom");
    // By the keyboard as by a click.
    window.press(Key::F6);
    while !matches!(window.session().card_stop(), Some(Stop::Figure(0))) {
        window.press(Key::ArrowDown);
    }
    window.press(Key::Enter);
    assert_eq!(window.session().shown_table(), Some(Relocations));
    window.assert_shows("Une · Besoins repérés : 1");
    assert_eq!(window.column("Code"), ["R-BBBBB"]);
}

//! The page of matching, from both sides: the homes for a case, and the cases for a home.

use clefs::domain::schema::TableId::{Proposals, Relocations, Units};
use egui::{Key, Modifiers};

use super::desk::Desk;
use super::screen::Window;
use super::week::{FILE, week};

/// Three cases more: one who waits since May, one who pays less, one who may not be found in the Nord.
fn waiting() -> crate::build::Build {
    let mut b = week();
    let wishes = [("dwellings", "T3"), ("wanted", "e200093201"), ("max_rent", "55000")];
    b.case("R-CCCCC", &[&wishes[..], &[("need_spotted", "2021-05-10")]].concat());
    b.case("R-DDDDD", &[("dwellings", "T3"), ("wanted", "d59"), ("max_rent", "50000"), ("need_spotted", "2021-04-01")]);
    b.case("R-EEEEE", &[&wishes[..], &[("need_spotted", "2021-01-01"), ("avoid", "d59")]].concat());
    b
}

/// What is proposed beside the unit or the case that is looked at, from top to bottom.
fn proposed(window: &Window) -> Vec<String> {
    let buttons = window.texts().into_iter().filter_map(|text| text.strip_prefix("Proposer ").map(str::to_owned));
    buttons.filter(|text| text.starts_with("L-") || text.starts_with("R-")).collect()
}

#[test]
fn a_free_home_shows_whom_it_fits_and_who_may_not_be_found_there_is_not_named() {
    let desk = Desk::new();
    desk.keep(FILE, waiting().dataset());
    let mut window = desk.start_on(FILE);
    window.click("Rapprochement");
    window.click("Par logement");
    // L-0002 costs 540 € charges included.
    let home = window.texts().into_iter().find(|text| text.starts_with("L-0002 ")).expect("the home");
    window.click(&home);
    // Who waits longest of those whom it fits, then whom it does not fit; never R-EEEEE, not even counted.
    assert_eq!(proposed(&window), ["R-CCCCC", "R-AAAAA", "R-BBBBB", "R-DDDDD"]);
    window.assert_shows("✗ loyer (540,00 € CC, 500,00 € au plus)");
    window.assert_shows("attend depuis 60 jours");
    let right: Vec<_> = window.texts().into_iter().filter(|text| text.contains("R-EEEEE")).collect();
    assert!(right.is_empty(), "{right:?}");

    window.snapshot("matching-homes");

    window.click("Proposer R-CCCCC");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    let dataset = window.session().dataset();
    let proposals: Vec<_> = dataset.proposals.iter().map(|proposal| (proposal.relocation, proposal.unit)).collect();
    let row = |of: &[clefs::domain::id::RowId], at: usize| Some(of[at]);
    assert_eq!(proposals, [(row(&dataset.table(Relocations).ids(), 2), row(&dataset.table(Units).ids(), 1))]);
    assert!(window.session().dataset().table(Proposals).count() == 1);
    window.assert_shows("L-0002 · proposé à R-CCCCC");
}

#[test]
fn what_is_missing_is_a_sentence() {
    let mut b = week();
    for (code, wishes) in [
        ("R-FFFFF", &[("dwellings", "T4"), ("wanted", "d60")][..]),
        ("R-GGGGG", &[("dwellings", "T5")]),
        ("R-HHHHH", &[("dwellings", "T5")]),
        ("R-JJJJJ", &[]),
    ] {
        b.case(code, &[wishes, &[("need_spotted", "2021-05-10"), ("step_free", "yes")]].concat());
    }
    let desk = Desk::new();
    desk.keep(FILE, b.dataset());
    let mut window = desk.start_on(FILE);
    window.click("Rapprochement");
    let said = |window: &Window| window.texts().into_iter().find(|text| text.contains("2 logements T5")).expect("said");
    assert_eq!(
        said(&window),
        "Pour loger tous les ménages en attente, il manque 2 logements T5, 1 logement T3 dans « Métropole Européenne de \
         Lille » et 1 logement T4 dans « Oise (60) »."
    );
}

#[test]
fn what_is_not_known_of_a_rent_is_not_said_to_fit() {
    let mut b = waiting();
    b.set(Units, "L-0002", "charges", "");
    b.set(Relocations, "R-BBBBB", "max_rent", "");
    let desk = Desk::new();
    desk.keep(FILE, b.dataset());
    let mut window = desk.start_on(FILE);
    window.click("Rapprochement");
    window.click("Par logement");
    let home = window.texts().into_iter().find(|text| text.starts_with("L-0002 ")).expect("the home");
    window.click(&home);
    window.assert_shows("? loyer (480,00 € HC, 550,00 € au plus)");
    window.assert_shows("? loyer (480,00 € HC)");
    window.assert_absent("✗ loyer");
}

#[test]
fn each_side_keeps_what_was_looked_at() {
    let desk = Desk::new();
    desk.keep(FILE, waiting().dataset());
    let mut window = desk.start_on(FILE);
    window.click("Rapprochement");
    let case = window.texts().into_iter().find(|text| text.starts_with("R-DDDDD ")).expect("the case");
    window.click(&case);
    assert_eq!(proposed(&window), ["L-0001", "L-0002"]);
    window.click("Par logement");
    assert!(proposed(&window).iter().all(|text| text.starts_with("R-")));
    window.click("Par ménage");
    // 510 € and 540 €: both cost too much for her.
    assert_eq!(proposed(&window), ["L-0001", "L-0002"]);
    window.assert_shows("✗ loyer (510,00 € CC, 500,00 € au plus)");
}

#[test]
fn each_sign_says_why_and_who_is_suspended_is_counted() {
    let mut b = waiting();
    b.set(Units, "L-0001", "available_from", "2021-12-01");
    b.set(Units, "L-0001", "dwelling", "T2");
    b.set(Relocations, "R-CCCCC", "suspended_from", "2021-07-01");
    let desk = Desk::new();
    desk.keep(FILE, b.dataset());
    let mut window = desk.start_on(FILE);
    window.click("Rapprochement");
    window.assert_shows("1 relogement suspendu n’est pas rapproché (C12).");
    let case = window.texts().into_iter().find(|text| text.starts_with("R-DDDDD ")).expect("the case");
    window.click(&case);
    // With the keyboard as under the pointer.
    while window.focused().is_none_or(|(name, _)| name != "Proposer L-0001") {
        window.press(Key::Tab);
    }
    window.assert_shows("✗ type (T2 ; souhaité : T3)");
    window.assert_shows("✓ territoire (Lille (59) ; souhaité : Nord (59))");
    window.assert_shows("✗ date (disponible le 01/12/2021)");
}

/// After a click the arrows go on from there, as on every list; Enter opens it, and back comes back.
#[test]
fn the_arrows_move_in_the_list_after_a_click() {
    let desk = Desk::new();
    desk.keep(FILE, waiting().dataset());
    let mut window = desk.start_on(FILE);
    window.click("Rapprochement");
    let listed = |window: &Window| {
        let overview = window.session().matches().expect("worked out");
        overview.listed(window.session().match_side()).iter().map(|(row, _)| *row).collect::<Vec<_>>()
    };
    let at = |window: &Window| window.session().fitting().map(|(row, _)| row);
    let cases = listed(&window);
    let label = window.session().label_of(Relocations, cases[1]);
    let second = window.texts().into_iter().find(|text| text.starts_with(&format!("{label} "))).expect("the case");
    window.click(&second);
    assert_eq!(at(&window), Some(cases[1]));
    window.press(Key::ArrowDown);
    assert_eq!(at(&window), Some(cases[2]));
    let (heard, _) = window.focused().expect("the case");
    assert!(heard.starts_with(&window.session().label_of(Relocations, cases[2])), "{heard}");
    window.press(Key::Home);
    assert_eq!(at(&window), Some(cases[0]));
    window.press(Key::End);
    assert_eq!(at(&window), cases.last().copied());
    window.press(Key::Enter);
    assert_eq!(window.session().cell_at_hand().map(|cell| cell.row), cases.last().copied());
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    window.press(Key::ArrowUp);
    assert_eq!(at(&window), cases.get(cases.len() - 2).copied());
}

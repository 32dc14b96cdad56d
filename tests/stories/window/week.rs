//! The office's week: a woman from need to keys, with one refusal and another household that is not chosen.

use clefs::domain::schema::TableId;
use clefs::domain::schema::TableId::{Proposals, Referrals, Relocations, Units};
use clefs::words::{Lang, Words};
use egui::{Key, Modifiers};

use super::desk::{Desk, SAMPLE};
use super::screen::Window;
use crate::build::Build;

pub const FILE: &str = "semaine.ron";

/// Two landlords, two homes on the platform, two cases that wait; 9 July 2021 is today.
pub fn week() -> Build {
    let mut b = Build::new();
    b.set(TableId::Convention, "Convention fictive", "as_of", "2021-07-09");
    b.landlord("Alpha", &[]);
    b.landlord("Bravo", &[]);
    let home = |rent| {
        [("dwelling", "T3"), ("commune", "59350"), ("rent", rent), ("charges", "6000"), ("published", "2021-07-01")]
    };
    b.unit("L-0001", "Alpha", &home("45000"));
    b.unit("L-0002", "Bravo", &home("48000"));
    for code in ["R-AAAAA", "R-BBBBB"] {
        let wishes = [("dwellings", "T3"), ("wanted", "e200093201"), ("max_rent", "55000"), ("children", "2")];
        b.case(code, &[&wishes[..], &[("need_spotted", "2021-06-28")]].concat());
    }
    b
}

/// The window on the records of a story.
pub fn open(b: &Build) -> Window {
    let desk = Desk::new();
    desk.keep(FILE, b.dataset());
    desk.start_on(FILE)
}

/// Counts what is pressed.
struct Hands {
    window: Window,
    keys: usize,
}

impl Hands {
    fn press(&mut self, key: Key) {
        self.window.press(key);
        self.keys += 1;
    }

    fn ctrl(&mut self, key: Key) {
        self.window.ctrl(key);
        self.keys += 1;
    }

    fn type_text(&mut self, text: &str) {
        self.window.type_text(text);
        self.keys += text.chars().count();
    }

    /// How many keys there were since the last time.
    fn count(&mut self) -> usize {
        std::mem::take(&mut self.keys)
    }

    fn go(&mut self, table: TableId) {
        let page = Words::new(Lang::Fr).text(&format!("table-{}", table.key())).to_owned();
        if self.window.session().shown_table() != Some(table) {
            self.window.click(&page);
        }
    }

    fn statuses(&mut self, table: TableId) -> Vec<String> {
        self.go(table);
        self.window.column("Statut")
    }

    fn at(&mut self, table: TableId, row: usize, header: &str) {
        self.go(table);
        self.window.reach(table, row, header);
    }

    /// Notes the answer to a proposal.
    fn answer(&mut self, row: usize, answer: &str) {
        self.at(Proposals, row, "Logement");
        self.window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
        self.type_text(answer);
        self.press(Key::Enter);
        // A refusal has a reason.
        if answer == "ref" {
            self.type_text("loyer");
            self.press(Key::Enter);
            // What usually follows is filled in, to be confirmed.
            self.press(Key::Enter);
        }
    }
}

#[test]
fn a_woman_from_need_to_keys() {
    let desk = Desk::new();
    desk.keep(FILE, week().dataset());
    let mut hands = Hands { window: desk.start_on(FILE), keys: 0 };
    hands.at(Relocations, 0, "Code");

    // Alpha is asked about her.
    hands.ctrl(Key::I);
    hands.type_text("alp");
    hands.press(Key::Enter);
    assert!(hands.count() <= 10);
    // Once only.
    hands.type_text("Odile");
    hands.press(Key::Enter);
    hands.count();
    let referral = hands.window.session().dataset().referrals.iter().next().expect("a referral").clone();
    assert_eq!(referral.asked_on, Some(crate::build::day("2021-07-09")));
    assert_eq!(hands.statuses(Relocations), ["Bailleur interpellé", "Besoin repéré"]);

    // The home of Bravo is proposed to both.
    for row in [0, 1] {
        hands.at(Relocations, row, "Code");
        hands.ctrl(Key::P);
        hands.type_text("0002");
        hands.press(Key::Enter);
        assert!(hands.count() <= 8);
    }
    assert_eq!(hands.statuses(Relocations), ["Logement proposé", "Logement proposé"]);
    assert_eq!(hands.statuses(Units), ["Publié", "Proposé"]);

    // The second one accepts: the first waits again, at once.
    hands.answer(1, "acc");
    assert_eq!(hands.window.column("État"), ["Logement pris", "Acceptée"]);
    assert_eq!(hands.statuses(Relocations), ["Bailleur interpellé", "Accepté"]);
    assert_eq!(hands.statuses(Units), ["Publié", "Accepté"]);

    // Then she refuses after all: the home is free for the first one, who is still a candidate.
    hands.answer(1, "ref");
    assert_eq!(hands.window.column("État"), ["En cours", "Refusée"]);
    assert_eq!(hands.statuses(Relocations), ["Logement proposé", "Besoin repéré"]);
    assert_eq!(hands.statuses(Units), ["Publié", "Proposé"]);
    hands.window.click("À faire");
    hands.window.assert_shows("Rien à faire pour l’instant");

    // The first one accepts; her lease is noted with all that is known.
    hands.answer(0, "acc");
    hands.at(Relocations, 0, "Code");
    hands.count();
    hands.ctrl(Key::B);
    hands.press(Key::Enter);
    assert!(hands.count() <= 6);
    let dataset = hands.window.session().dataset();
    let case = dataset.relocations.iter().next().expect("a case");
    let unit = case.unit.and_then(|row| dataset.units.find(row)).expect("her home");
    assert_eq!((unit.code.as_str(), case.landlord), ("L-0002", unit.landlord));
    assert_eq!(hands.statuses(Relocations), ["Bail signé", "Besoin repéré"]);
    assert_eq!(hands.statuses(Units), ["Publié", "Bail signé"]);

    // Then the keys, from her card; nothing about her is to do any more, and the figures have her.
    hands.at(Relocations, 0, "Code");
    hands.window.press(Key::Space);
    hands.window.assert_shows("Proposition L-0002 · Acceptée · 09/07/2021");
    hands.window.click("Clefs remises…");
    hands.count();
    hands.press(Key::Enter);
    assert!(hands.count() <= 6);
    hands.window.assert_absent("Clefs remises…");
    assert_eq!(hands.statuses(Relocations), ["Clefs remises", "Besoin repéré"]);
    assert_eq!(hands.statuses(Units), ["Publié", "Occupé"]);
    hands.at(Units, 1, "Code");
    hands.window.assert_shows("Proposition R-AAAAA · Acceptée · 09/07/2021");
    hands.window.assert_shows("Proposition R-BBBBB · Refusée (Loyer) · 09/07/2021");
    hands.window.click("À faire");
    hands.window.assert_absent("R-AAAAA");
    let women = hands.window.session().snapshot().progress().region.figures.women.in_all.n();
    assert_eq!(women, 1);
}

#[test]
fn what_is_proposed_first_fits_best_and_where_she_may_not_be_found_is_not_shown() {
    let mut b = week();
    b.set(Units, "L-0001", "rent", "52000");
    b.unit("L-0003", "Alpha", &[("dwelling", "T3"), ("commune", "62041"), ("published", "2021-07-01")]);
    b.set(Relocations, "R-AAAAA", "avoid", "d62");
    let mut window = open(&b);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    window.ctrl(Key::P);
    let offers: Vec<_> = window.texts().into_iter().filter(|text| text.starts_with("L-000")).collect();
    assert_eq!(offers.len(), 2, "{offers:?}");
    assert!(offers[0].starts_with("L-0002") && offers[0].contains("? date"), "{offers:?}");
    assert!(offers[1].starts_with("L-0001") && offers[1].contains("✗ loyer"), "{offers:?}");
}

#[test]
fn what_is_to_do_opens_its_place_is_put_off_and_comes_back() {
    let mut b = week();
    b.case("R-CCCCC", &[("need_spotted", "2021-04-01")]);
    let mut window = open(&b);
    window.click("À faire");
    window.assert_shows("1 chose à faire");
    window.click("R-CCCCC");
    assert_eq!(window.session().cell_at_hand().map(|cell| cell.row), Some(b.row("R-CCCCC")));
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    window.assert_shows("1 chose à faire");

    window.click("Reporter… R-CCCCC");
    window.press(Key::Tab);
    window.type_text("Vue au comité");
    window.press(Key::Enter);
    window.type_text("Odile");
    window.press(Key::Enter);
    window.assert_shows("Rien à faire, 1 reportée");
    window.assert_shows("Reporté au 16/07/2021 (Vue au comité)");
    window.click("Reprendre R-CCCCC");
    window.assert_shows("1 chose à faire");
    window.ctrl(Key::Z);
    window.click("À faire");
    window.assert_shows("Rien à faire, 1 reportée");
}

#[test]
fn the_card_of_a_case_tells_its_story_and_leads_on() {
    let mut b = week();
    b.referral("R-AAAAA", "Alpha", &[("asked_on", "2021-06-30"), ("answered_on", "2021-07-02"), ("answer", "refused")]);
    b.proposal("L-0002", "R-AAAAA", &[("proposed_on", "2021-07-03")]);
    let mut window = open(&b);
    window.click("Relogements");
    window.reach(Relocations, 0, "Code");
    window.press(Key::Space);
    window.click("Interpellation Alpha · Refusée · 02/07/2021");
    assert_eq!(window.session().shown_table(), Some(Referrals));
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    window.click("Proposition L-0002 · En cours · 03/07/2021");
    assert_eq!(window.session().shown_table(), Some(Proposals));
    // From there on to the unit, whose card lists its candidates.
    window.click("Logement L-0002 · Proposé");
    assert_eq!(window.session().shown_table(), Some(Units));
    window.assert_shows("Proposition R-AAAAA · En cours · 03/07/2021");
    for _ in 0..2 {
        window.press_with(Modifiers::ALT, Key::ArrowLeft);
    }
    assert_eq!(window.session().shown_table(), Some(Relocations));
}

#[test]
fn the_card_of_a_landlord_and_of_an_association_shows_their_year() {
    let mut b = week();
    b.commitment("units", "2021", "Alpha", "3");
    b.add(TableId::Associations, "Solidaire", &[("joined", "2021-03-25")]);
    b.set(Relocations, "R-AAAAA", "association", "Solidaire");
    let mut window = open(&b);
    window.click("Bailleurs");
    window.reach(TableId::Landlords, 0, "Nom");
    window.press(Key::Space);
    window.assert_shows("Exercice 2021");
    window.assert_shows("Logements : 1 sur 3, 0 à publier");
    window.assert_shows("Relogements : 0, 0 en cours");
    window.click("Associations");
    window.reach(TableId::Associations, 0, "Nom");
    window.assert_shows("Besoins repérés : 1");
    window.assert_shows("En attente à ce jour : 1");
}

#[test]
fn pictures() {
    let desk = Desk::with_sample();
    for (theme, end) in [(None, ""), (Some("Thème sombre"), "-dark")] {
        let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
        if let Some(theme) = theme {
            window.choose("Affichage", theme);
        }
        for (page, name) in [("À faire", "todo"), ("Rapprochement", "matching")] {
            window.click(page);
            window.snapshot(&format!("{name}{end}"));
        }
        window.click("Relogements");
        window.reach(Relocations, 15, "Code");
        window.press(Key::Space);
        window.ctrl(Key::P);
        window.snapshot(&format!("propose{end}"));
    }
}

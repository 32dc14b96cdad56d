//! Units, cases and proposals that do not count as they seem to, or lack something.

use clefs::domain::schema::TableId::{
    self, Committees, Convention, Landlords, Proposals, Referrals, Relocations, Units,
};

use super::{error, findings, valid, warning};
use crate::build::{Build, case_file};

#[test]
fn units_that_do_not_count_as_they_seem_to() {
    warning(Units, "published", "finding-published-outside", |b| {
        b.landlord("Bravo", &[("left", "2021-06-30")]);
        b.unit("U02", "Bravo", &[("published", "2021-07-01")]);
    });
    warning(Units, "published", "finding-outside-periods", |b| {
        b.unit("U02", "Alpha", &[("published", "2024-01-01")]);
    });
    warning(Units, "published", "finding-referral-published", |b| b.set(Units, "U01", "channel", "referral"));
    warning(Units, "published", "finding-never-published", |b| {
        b.unit("U02", "Alpha", &[("allocated", "2021-05-01")]);
    });
}

#[test]
fn committees_that_nobody_closed() {
    let meeting = |held_on, state| {
        move |b: &mut Build| {
            b.add(Committees, "", &[("held_on", held_on), ("state", state)]);
        }
    };
    warning(Committees, "state", "finding-committee-past", meeting("2021-05-02", "planned"));
    for sound in [meeting("2021-05-02", "held"), meeting("2022-05-02", "planned")] {
        let mut b = valid();
        sound(&mut b);
        assert_eq!(findings(&b), []);
    }
    let found = findings(&Build::of(case_file("committees-planned-seed3.ron")));
    assert!(found.iter().filter(|found| found.message.key == "finding-committee-past").count() > 2);
}

#[test]
fn rehousings_that_do_not_count_as_they_seem_to() {
    let set = |key, text| move |b: &mut Build| b.set(Relocations, "R01", key, text);
    error(Relocations, "landlord", "finding-leased-without-landlord", set("landlord", ""));
    warning(Relocations, "children", "finding-children-unknown", set("children", ""));
    warning(Relocations, "association", "finding-no-association", set("association", ""));
    warning(Relocations, "lease_signed", "finding-lease-after-leaving", |b| {
        b.set(Landlords, "Alpha", "left", "2021-05-27");
    });
    warning(Relocations, "lease_signed", "finding-lease-before-joining", |b| {
        b.landlord("Delta", &[("joined", "2022-04-29")]);
        b.set(Relocations, "R01", "landlord", "Delta");
    });
    warning(Relocations, "lease_signed", "finding-outside-periods", |b| {
        b.set(Relocations, "R01", "lease_signed", "2024-01-01");
        b.set(Relocations, "R01", "moved_in", "2024-01-02");
    });
    warning(Relocations, "referred", "finding-never-referred", |b| {
        let row = b.dataset().referrals.iter().next().expect("one").id();
        b.set_row(Referrals, row, "asked_on", "");
    });
    // With the handover of keys as the basis, that date is checked.
    warning(Relocations, "moved_in", "finding-outside-periods", |b| {
        b.set(Convention, "Convention fictive", "basis", "keys");
        b.set(Relocations, "R01", "moved_in", "2024-01-02");
    });
}

#[test]
fn origins_and_units_that_do_not_match() {
    let with = |origin: &'static str, channel: &'static str| {
        move |b: &mut Build| {
            b.add(Units, "U02", &[("landlord", "Alpha"), ("channel", channel)]);
            b.set(Relocations, "R01", "origin", origin);
            b.set(Relocations, "R01", "unit", "U02");
        }
    };
    // The lease marks the platform's unit as leased, though it was never published.
    let published = |origin| {
        move |b: &mut Build| {
            with(origin, "platform")(b);
            b.set(Units, "U02", "published", "2021-04-09");
        }
    };
    warning(Relocations, "origin", "finding-outside-platform-unit", published("outside"));
    warning(Relocations, "origin", "finding-referral-platform-unit", published("referral"));
    warning(Relocations, "origin", "finding-platform-referral-unit", with("platform", "referral"));
}

#[test]
fn incomplete_exits() {
    warning(Relocations, "exit_kind", "finding-exit-kind", |b| {
        b.case("R02", &[("exited", "2021-06-30")]);
    });
    warning(Relocations, "exited", "finding-exit-day", |b| {
        b.case("R02", &[("need_spotted", "2021-06-01"), ("exit_kind", "redirected")]);
    });
}

/// A row that was just added is about to be typed: it is not said at once what it lacks.
#[test]
fn a_record_that_says_nothing_yet_lacks_nothing() {
    let mut b = valid();
    b.case("R02", &[]);
    b.add(TableId::Commitments, "", &[]);
    assert_eq!(findings(&b), []);
    b.set(Relocations, "R02", "association", "Association Un");
    assert_eq!(findings(&b).len(), 1);
}

#[test]
fn cases_that_nothing_would_chase() {
    warning(Relocations, "need_spotted", "finding-no-date", |b| {
        b.case("R02", &[("adults", "2")]);
    });
    warning(Relocations, "lease_signed", "finding-keys-no-lease", |b| {
        b.case("R02", &[("origin", "platform"), ("need_spotted", "2021-04-01"), ("moved_in", "2021-06-30")]);
    });
    error(Relocations, "earlier_case", "finding-earlier-itself", |b| b.set(Relocations, "R01", "earlier_case", "R01"));
    error(Proposals, "answer", "finding-accepted-two-homes", |b| {
        b.case("R02", &[("origin", "platform"), ("need_spotted", "2021-04-01")]);
        for unit in ["U02", "U03"] {
            b.unit(unit, "Alpha", &[("published", "2021-04-09")]);
            b.proposal(unit, "R02", &[("answer", "accepted"), ("answered_on", "2021-06-01")]);
        }
    });
}

#[test]
fn incomplete_proposals() {
    let with = |cells: &'static [(&str, &str)]| {
        move |b: &mut Build| {
            b.case("R02", &[("origin", "platform"), ("need_spotted", "2021-04-01")]);
            b.proposal("U01", "R02", cells);
        }
    };
    let refused = |cells: &'static [(&str, &str)]| {
        move |b: &mut Build| {
            b.case("R02", &[("origin", "platform"), ("need_spotted", "2021-04-01")]);
            b.proposal("U01", "R02", &[&[("answer", "refused"), ("answered_on", "2021-06-01")], cells].concat());
        }
    };
    warning(Proposals, "reason", "finding-refusal-reason", refused(&[("refused_by", "household")]));
    warning(Proposals, "refused_by", "finding-refusal-author", refused(&[("reason", "rent")]));
    let other = refused(&[("refused_by", "landlord"), ("reason", "rent")]);
    warning(Proposals, "reason", "finding-refusal-other-list", other);
    warning(Proposals, "answer", "finding-reason-without-refusal", with(&[("reason", "rent")]));
    warning(Proposals, "answered_on", "finding-answer-undated", with(&[("answer", "accepted")]));
    warning(Proposals, "answer", "finding-answer-missing", with(&[("answered_on", "2021-06-01")]));
    warning(Proposals, "rank", "finding-rank-missing", with(&[("decision", "ranked")]));
    warning(Proposals, "answer_days", "finding-answer-days", with(&[("answer_days", "9")]));
    error(Proposals, "answer", "finding-accepted-twice", |b| {
        b.case("R02", &[("origin", "platform"), ("need_spotted", "2021-04-01")]);
        b.case("R03", &[("origin", "platform")]);
        for case in ["R02", "R03"] {
            b.proposal("U01", case, &[("answer", "accepted"), ("answered_on", "2021-06-01")]);
        }
    });
    warning(Referrals, "answered_on", "finding-answer-undated", |b| {
        b.referral("R01", "Alpha", &[("answer", "refused")]);
    });
    // Ten days after 21 December is the last day of the year, which is still in time.
    let mut b = valid();
    with(&[("offer_received_on", "2021-12-21"), ("answer_days", "10")])(&mut b);
    assert_eq!(findings(&b), []);
}

#[test]
fn a_lease_without_a_landlord_proposes_that_of_its_unit() {
    use clefs::domain::message::Arg;
    let leased = |b: &mut Build| {
        b.landlord(
            "Bravo",
            &[("absorbed_by", "Alpha"), ("absorbed_on", "2021-08-01"), ("absorption_confirmed", "yes")],
        );
        b.unit("U02", "Bravo", &[("published", "2021-04-09")]);
        let cells = [("origin", "platform"), ("children", "1"), ("lease_signed", "2021-06-20")];
        b.case("R02", &cells);
    };
    let proposed = |b: &Build| {
        b.look("2021-12-31", |lens| lens.dataset.relocations.find(b.row("R02")).expect("there").proposed_landlord(lens))
    };
    let accepted = |b: &mut Build| {
        leased(b);
        b.proposal("U02", "R02", &[("answer", "accepted"), ("answered_on", "2021-06-15")]);
    };
    error(Relocations, "landlord", "finding-leased-landlord-proposed", accepted);
    let mut b = valid();
    accepted(&mut b);
    let found = findings(&b);
    assert_eq!(found[0].message.args, [("landlord", Arg::Text("Bravo".to_owned()))]);
    assert_eq!(proposed(&b), Some(b.row("Bravo")));
    // Signed after the absorption, so by the successor. The case itself may also name the unit.
    b.set(Relocations, "R02", "lease_signed", "2021-09-01");
    assert_eq!(proposed(&b), Some(b.row("Alpha")));
    b.set(Relocations, "R02", "landlord", "Bravo");
    assert_eq!(proposed(&b), None, "the landlord is known");
    let mut b = valid();
    leased(&mut b);
    assert_eq!(proposed(&b), None, "no unit is known");
    b.set(Relocations, "R02", "unit", "U02");
    assert_eq!(proposed(&b), Some(b.row("Bravo")));
}

//! What is to do: each kind appears on its day, can be put off, and goes by itself.

mod agenda;

use clefs::domain::id::RowId;
use clefs::domain::postponement::Duty;
use clefs::domain::schema::TableId::{
    Actions, Committees, Convention, Postponements, Proposals, Referrals, Relocations, Units,
};
use clefs::sample::generate;
use clefs::store::template;
use clefs::todo::{Todo, due, todos};
use clefs::words::{Lang, Words};

use crate::build::{Build, day, look};

/// Alpha and Bravo, and nothing to do.
fn quiet() -> Build {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b.landlord("Bravo", &[]);
    b
}

fn list(b: &Build, as_of: &str) -> Vec<Todo> {
    b.look(as_of, todos)
}

fn has(b: &Build, as_of: &str, duty: Duty) -> bool {
    list(b, as_of).iter().any(|todo| todo.duty == duty)
}

/// A duty is there from a day on, not the day before, and no longer once it is done.
#[track_caller]
fn from_day(duty: Duty, before: &str, on: &str, set_up: impl Fn(&mut Build), done: impl Fn(&mut Build)) {
    let mut b = quiet();
    set_up(&mut b);
    assert!(!has(&b, before, duty), "{duty:?} is too early: {:?}", list(&b, before));
    assert!(has(&b, on, duty), "{duty:?} is missing: {:?}", list(&b, on));
    done(&mut b);
    assert!(!has(&b, on, duty), "{duty:?} stays: {:?}", list(&b, on));
}

fn case(b: &mut Build) {
    b.case("A", &[("need_spotted", "2021-04-02")]);
}

fn published(b: &mut Build) {
    b.unit("U", "Alpha", &[("published", "2021-04-09")]);
}

/// Unit U offered to case A: the offer was received on Tuesday 20 April.
fn offered(b: &mut Build) -> RowId {
    case(b);
    published(b);
    let cells = [("proposed_on", "2021-04-12"), ("caleol_on", "2021-04-16"), ("decision", "awarded")];
    b.proposal("U", "A", &[&cells[..], &[("offer_received_on", "2021-04-20")]].concat())
}

fn answer(b: &mut Build, answer: &str, on: &str) {
    let row = b.dataset().proposals.iter().next().expect("a proposal").id();
    b.set_row(Proposals, row, "answer", answer);
    b.set_row(Proposals, row, "answered_on", on);
}

#[test]
fn a_referral_without_an_answer() {
    let set_up = |b: &mut Build| {
        case(b);
        b.referral("A", "Alpha", &[("asked_on", "2021-04-10")]);
    };
    from_day(Duty::ReferralUnanswered, "2021-04-24", "2021-04-25", set_up, |b| {
        let row = b.dataset().referrals.iter().next().expect("a referral").id();
        b.set_row(Referrals, row, "answer", "refused");
        b.set_row(Referrals, row, "answered_on", "2021-04-25");
    });
    // Nobody waits for a landlord's answer about a woman who left.
    from_day(Duty::ReferralUnanswered, "2021-04-24", "2021-04-25", set_up, |b| {
        b.set(Relocations, "A", "exited", "2021-04-20");
    });
}

#[test]
fn an_offer_whose_last_day_comes() {
    let set_up = |b: &mut Build| {
        offered(b);
    };
    // Ten days from the 21st: Friday the 30th. Three days before it is to do.
    from_day(Duty::OfferEnds, "2021-04-26", "2021-04-27", set_up, |b| answer(b, "accepted", "2021-04-27"));
    let mut b = quiet();
    offered(&mut b);
    let said = |as_of: &str| {
        let found = list(&b, as_of).into_iter().find(|todo| todo.duty == Duty::OfferEnds).expect("to do");
        (found.since, Words::new(Lang::Fr).say(&found.why))
    };
    assert_eq!(
        said("2021-04-30"),
        (day("2021-04-30"), "Le ménage doit répondre au plus tard le 30/04/2021.".to_owned())
    );
    assert!(said("2021-05-01").1.starts_with("Le délai de réponse a pris fin le 30/04/2021"));
}

#[test]
fn a_refusal_without_what_follows() {
    let refused = |b: &mut Build| {
        offered(b);
        answer(b, "refused", "2021-04-28");
    };
    let follow = |consequence: &'static str| {
        move |b: &mut Build| {
            let row = b.dataset().proposals.iter().next().expect("a proposal").id();
            b.set_row(Proposals, row, "consequence", consequence);
        }
    };
    from_day(Duty::RefusalToFollow, "2021-04-27", "2021-04-28", refused, follow("goes-on"));
    // Another home that she may get, or got on the very same day, says how it goes on.
    for answer in [&[][..], &[("answer", "accepted"), ("answered_on", "2021-04-28")]] {
        from_day(Duty::RefusalToFollow, "2021-04-27", "2021-04-28", refused, |b| {
            b.unit("V", "Alpha", &[("published", "2021-04-01")]);
            b.proposal("V", "A", &[&[("proposed_on", "2021-04-20")], answer].concat());
        });
    }
    let leaving = |b: &mut Build| {
        refused(b);
        follow("leaves")(b);
    };
    from_day(Duty::RefusalToFollow, "2021-04-27", "2021-04-28", leaving, |b| {
        b.set(Relocations, "A", "exited", "2021-04-28");
    });
    let pausing = |b: &mut Build| {
        refused(b);
        follow("pauses")(b);
    };
    from_day(Duty::RefusalToFollow, "2021-04-27", "2021-04-28", pausing, |b| {
        b.set(Relocations, "A", "suspended_from", "2021-04-28");
    });
}

#[test]
fn a_unit_to_publish_again() {
    let refused = |b: &mut Build| {
        offered(b);
        answer(b, "refused", "2021-04-28");
    };
    from_day(Duty::PublishAgain, "2021-04-27", "2021-04-28", refused, |b| {
        b.set(Units, "U", "published_again", "2021-04-28");
    });
    from_day(Duty::PublishAgain, "2021-04-27", "2021-04-28", refused, |b| {
        b.set(Units, "U", "withdrawn", "2021-04-28");
    });
}

#[test]
fn a_unit_without_a_candidate() {
    let propose = |b: &mut Build| {
        case(b);
        b.proposal("U", "A", &[("proposed_on", "2021-04-16")]);
    };
    from_day(Duty::NoCandidate, "2021-04-29", "2021-04-30", published, propose);
    let with_a_last_day = |b: &mut Build| {
        published(b);
        b.set(Units, "U", "apply_by", "2021-04-20");
    };
    // Three days' notice, so that there is time to propose it.
    from_day(Duty::NoCandidate, "2021-04-16", "2021-04-17", with_a_last_day, propose);
    from_day(Duty::NoCandidate, "2021-04-16", "2021-04-17", with_a_last_day, |b| {
        b.set(Units, "U", "deadline_passed", "2021-04-17");
    });
    // A last day far away does not make it wait for a candidate any longer.
    let with_a_late_day = |b: &mut Build| {
        published(b);
        b.set(Units, "U", "apply_by", "2021-12-31");
    };
    from_day(Duty::NoCandidate, "2021-04-29", "2021-04-30", with_a_late_day, propose);
}

#[test]
fn a_case_in_which_nothing_happens() {
    from_day(Duty::NoNextStep, "2021-05-01", "2021-05-02", case, |b| {
        b.referral("A", "Alpha", &[("asked_on", "2021-05-01")]);
    });
    // A later step is planned.
    from_day(Duty::NoNextStep, "2021-05-01", "2021-05-02", case, |b| {
        b.set(Relocations, "A", "file_complete", "2021-06-01");
    });
    from_day(Duty::NoNextStep, "2021-05-01", "2021-05-02", case, |b| {
        b.set(Relocations, "A", "suspended_from", "2021-05-01");
    });
}

#[test]
fn a_pause_that_ends() {
    let paused = |b: &mut Build| {
        case(b);
        b.set(Relocations, "A", "suspended_from", "2021-04-10");
        b.set(Relocations, "A", "suspended_to", "2021-06-01");
    };
    from_day(Duty::PauseEnds, "2021-05-28", "2021-05-29", paused, |b| {
        b.set(Relocations, "A", "suspended_to", "2021-09-01");
    });
    from_day(Duty::PauseEnds, "2021-05-28", "2021-06-02", paused, |b| {
        b.referral("A", "Alpha", &[("asked_on", "2021-06-02")]);
    });
    let without_end = |b: &mut Build| {
        case(b);
        b.set(Relocations, "A", "suspended_from", "2021-04-10");
    };
    from_day(Duty::PauseEnds, "2021-05-09", "2021-05-10", without_end, |b| {
        b.set(Relocations, "A", "suspended_to", "2021-09-01");
    });
}

#[test]
fn a_lease_that_does_not_count() {
    let leased = |b: &mut Build| {
        case(b);
        b.set(Relocations, "A", "lease_signed", "2021-05-10");
    };
    from_day(Duty::LeaseUncounted, "2021-05-09", "2021-05-10", leased, |b| {
        b.set(Relocations, "A", "landlord", "Alpha");
    });
    let by_the_keys = |b: &mut Build| {
        leased(b);
        b.set(Relocations, "A", "landlord", "Alpha");
        b.set(Convention, "Convention fictive", "basis", "keys");
    };
    from_day(Duty::LeaseUncounted, "2021-06-08", "2021-06-09", by_the_keys, |b| {
        b.set(Relocations, "A", "moved_in", "2021-06-09");
    });
}

#[test]
fn a_quota_that_is_not_used() {
    let agreed = |b: &mut Build| {
        published(b);
        b.set(Units, "U", "quota_agreed_on", "2021-04-01");
    };
    from_day(Duty::QuotaUnused, "2021-04-30", "2021-05-01", agreed, |b| {
        case(b);
        b.proposal("U", "A", &[("proposed_on", "2021-04-20")]);
    });
}

#[test]
fn a_committee_past_its_day_and_what_it_asked_for() {
    let planned = |b: &mut Build| {
        let row = b.add(Committees, "", &[("held_on", "2021-04-09")]);
        b.name(row, "first");
    };
    from_day(Duty::CommitteePast, "2021-04-09", "2021-04-10", planned, |b| b.set(Committees, "first", "state", "held"));
    let asked = |b: &mut Build| {
        planned(b);
        let row = b.add(Actions, "", &[("committee", "first"), ("due", "2021-05-01")]);
        b.name(row, "asked");
    };
    from_day(Duty::ActionOpen, "2021-05-01", "2021-05-02", asked, |b| b.set(Actions, "asked", "done", "2021-05-02"));
    // Without a day of its own, by the next committee.
    let without_a_day = |b: &mut Build| {
        asked(b);
        b.set(Actions, "asked", "due", "");
        b.add(Committees, "", &[("held_on", "2021-07-09")]);
    };
    from_day(Duty::ActionOpen, "2021-07-09", "2021-07-10", without_a_day, |b| {
        b.set(Actions, "asked", "done", "2021-07-08");
    });
}

#[test]
fn a_landlord_behind_its_pace() {
    // Ten units in the 282 days of 2021: two are expected from the 43rd day on.
    let committed = |b: &mut Build| {
        b.commitment("units", "2021", "Alpha", "10");
    };
    from_day(Duty::Behind, "2021-05-05", "2021-05-06", committed, |b| {
        b.unit("U", "Alpha", &[("published", "2021-05-06")]);
    });
}

#[test]
fn commitments_that_are_missing() {
    let regional = |b: &mut Build| {
        b.commitment("units", "2021", "*", "27");
        b.commitment("units", "2021", "Alpha", "9");
    };
    from_day(Duty::CommitmentsMissing, "2021-03-24", "2021-03-25", regional, |b| {
        b.commitment("units", "2021", "Bravo", "3");
    });
    // The last period ended.
    from_day(
        Duty::CommitmentsMissing,
        "2023-12-31",
        "2024-01-01",
        |_| (),
        |b| {
            let table = clefs::domain::schema::TableId::Periods;
            b.add(table, "2024", &[("starts", "2024-01-01"), ("ends", "2024-12-31")]);
        },
    );
}

#[test]
fn what_is_put_off_comes_back_on_its_day() {
    let mut b = quiet();
    case(&mut b);
    let cells = [("duty", "no-next-step"), ("relocation", "A"), ("until", "2021-06-01"), ("reason", "Vue au comité")];
    let row = b.add(Postponements, "", &cells);
    let found = list(&b, "2021-05-31");
    assert_eq!((found.len(), due(&found), found[0].put_off), (1, 0, Some(row)));
    assert_eq!(due(&list(&b, "2021-06-01")), 1);
    // Another duty of the same case is not put off with it.
    b.set(Relocations, "A", "lease_signed", "2021-05-10");
    assert_eq!(due(&list(&b, "2021-05-31")), 1);
    // It goes with its case.
    let case = b.row("A");
    b.apply(&clefs::edit::remove_rows(b.dataset(), Relocations, &[case])).expect("removed");
    assert!(b.dataset().postponements.is_empty());
}

#[test]
fn thresholds_are_those_of_the_convention() {
    let mut b = quiet();
    case(&mut b);
    b.set(Convention, "Convention fictive", "step_within", "60");
    assert!(!has(&b, "2021-05-31", Duty::NoNextStep));
    assert!(has(&b, "2021-06-01", Duty::NoNextStep));
}

#[test]
fn of_the_template_only_the_missing_commitments_are_to_do() {
    let dataset = template::hauts_de_france_2021();
    let words = Words::new(Lang::Fr);
    let said = |as_of| look(&dataset, as_of, todos).iter().map(|todo| words.say(&todo.why)).collect::<Vec<_>>();
    let missing = "Logements\u{a0}: 17 bailleurs sans engagement, 27 encore à répartir\u{202f}; \
        relogements\u{a0}: 17 bailleurs. S’il n’y en a pas, saisissez 0.";
    assert_eq!(said("2021-04-09"), [missing]);
    // The first committee was planned for the day before.
    let committee = "Prévu le 09/04/2021\u{a0}: notez qu’il s’est tenu, ou sa nouvelle date.";
    assert_eq!(said("2021-04-10"), [committee, missing]);
}

#[test]
fn of_the_sample_nothing_false_is_to_do() {
    let dataset = generate(41, 60, 1);
    let found = look(&dataset, "2021-07-09", todos);
    let count = |duty: Duty| found.iter().filter(|todo| todo.duty == duty).count();
    // Each was checked by hand against its records.
    assert_eq!([Duty::NoNextStep, Duty::ActionOpen, Duty::Behind, Duty::PauseEnds].map(count), [5, 1, 1, 1]);
    assert_eq!([Duty::NoCandidate, Duty::CommitmentsMissing].map(count), [5, 1]);
    assert_eq!(found.len(), 14);
}

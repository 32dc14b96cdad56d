//! Each kind of finding shows up at its cell, and a sound dataset has none.

use clefs::domain::check::{Finding, Severity, check};
use clefs::domain::dataset::Dataset;
use clefs::domain::id::RowId;
use clefs::domain::lens::{Lens, Links};
use clefs::domain::schema::TableId;
use clefs::words::{Lang, Words};

use crate::build::{Build, day};

const AS_OF: &str = "2021-12-31";

/// A convention with one landlord, one association, one unit and one case, all in order.
fn sound() -> Build {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b.add(TableId::Associations, "Association Un", &[("joined", "2021-03-25")]);
    b.commitment("units", "2021", "Alpha", "4");
    b.unit("U01", "Alpha", &[("promised", "2021-03-25"), ("identified", "2021-04-02"), ("published", "2021-04-09")]);
    let case = [
        ("association", "Association Un"),
        ("landlord", "Alpha"),
        ("children", "2"),
        ("need_spotted", "2021-03-28"),
        ("lease_signed", "2021-05-28"),
        ("moved_in", "2021-06-15"),
    ];
    b.case("R01", &case);
    b.referral("R01", "Alpha", &[("asked_on", "2021-04-01"), ("answered_on", "2021-04-06"), ("answer", "accepted")]);
    b
}

fn findings(b: &Build) -> Vec<Finding> {
    b.look(AS_OF, check)
}

/// The one finding that a change of the sound dataset brings: severity, where, which.
fn only(change: impl FnOnce(&mut Build)) -> (Severity, TableId, &'static str, &'static str) {
    let mut b = sound();
    change(&mut b);
    let found = findings(&b);
    let [finding] = &found[..] else { panic!("one finding was expected: {found:?}") };
    (finding.severity, finding.cell.table, finding.cell.column.as_str(), finding.message.key)
}

fn warning(table: TableId, column: &'static str, key: &'static str, change: impl FnOnce(&mut Build)) {
    assert_eq!(only(change), (Severity::Warning, table, column, key));
}

fn error(table: TableId, column: &'static str, key: &'static str, change: impl FnOnce(&mut Build)) {
    assert_eq!(only(change), (Severity::Error, table, column, key));
}

use TableId::{
    Attendances, Commitments, Convention, Landlords, Periods, Proposals, Referrals, Relocations, Sectors, Trainings,
    Units,
};

#[test]
fn a_sound_dataset_has_none() {
    assert_eq!(findings(&sound()), []);
    assert_eq!(findings(&Build::empty()), []);
}

/// What no edit lets through, but a file made by hand may hold.
#[test]
fn names_of_nothing_and_missing_cells_are_errors() {
    let text = r#"{"units":[{"id":1,"code":"U01","landlord":99},{"id":3,"code":"U02"}],
        "periods":[{"id":5,"name":"2021","starts":"2021-03-25"}]}"#;
    let dataset: Dataset = serde_json::from_str(text).expect("a dataset");
    let links = Links::of(&dataset);
    let found = check(&Lens::new(&dataset, &links, day(AS_OF)));
    let seen: Vec<_> = found.iter().map(|f| (f.cell.row, f.cell.column.as_str(), f.message.key)).collect();
    assert_eq!(
        seen,
        [
            (RowId::from_random(5), "ends", "finding-missing"),
            (RowId::from_random(1), "landlord", "finding-dangling"),
            (RowId::from_random(3), "landlord", "finding-missing"),
        ]
    );
    assert!(found.iter().all(|finding| finding.severity == Severity::Error));
}

#[test]
fn a_name_or_a_code_given_twice() {
    error(Landlords, "name", "finding-duplicate", |b| {
        b.add(Landlords, " alpha", &[]);
    });
    error(Units, "code", "finding-duplicate", |b| {
        b.add(Units, "", &[("code", "U01"), ("landlord", "Alpha")]);
    });
    error(Relocations, "code", "finding-duplicate", |b| {
        b.add(Relocations, "", &[("code", "R01")]);
    });
}

#[test]
fn dates_that_go_backwards() {
    error(Relocations, "moved_in", "finding-order", |b| b.set(Relocations, "R01", "moved_in", "2021-05-27"));
    warning(Units, "published", "finding-order", |b| b.set(Units, "U01", "identified", "2021-04-10"));
    error(Landlords, "left", "finding-order", |b| {
        b.landlord("Bravo", &[("joined", "2022-04-29"), ("left", "2022-04-28")]);
    });
    // The referral's date lives on the referral, and is compared all the same.
    error(Relocations, "lease_signed", "finding-order", |b| {
        b.referral("R01", "Alpha", &[]);
        b.set(Relocations, "R01", "need_spotted", "");
        b.set(Relocations, "R01", "lease_signed", "2021-03-31");
    });
    error(Relocations, "exited", "finding-order", |b| {
        b.case("R02", &[("need_spotted", "2021-05-01"), ("exited", "2021-04-30"), ("exit_kind", "redirected")]);
    });
    // On one day is in order.
    let mut b = sound();
    b.set(Relocations, "R01", "moved_in", "2021-05-28");
    assert_eq!(findings(&b), []);
}

#[test]
fn a_stand_in_that_disagrees_with_the_date_that_holds() {
    warning(Relocations, "referred", "finding-stand-in", |b| b.set(Relocations, "R01", "referred", "2021-04-02"));
    let mut b = sound();
    b.set(Relocations, "R01", "referred", "2021-04-01");
    assert_eq!(findings(&b), []);
}

#[test]
fn periods_that_do_not_hold_together() {
    error(Periods, "ends", "finding-period-reversed", |b| {
        b.add(Periods, "2024", &[("starts", "2024-12-31"), ("ends", "2024-01-01")]);
    });
    error(Periods, "starts", "finding-period-overlap", |b| {
        b.add(Periods, "2024", &[("starts", "2023-12-31"), ("ends", "2024-12-31")]);
    });
    let mut b = Build::empty();
    b.add(Convention, "Convention fictive", &[]);
    let found = findings(&b);
    assert_eq!((found.len(), found[0].message.key), (1, "finding-no-period"));
}

#[test]
fn commitments_that_do_not_add_up() {
    let without = |b: &mut Build, column| {
        let row = b.commitment("training", "2021", "*", "9");
        b.set_row(Commitments, row, column, "");
    };
    warning(Commitments, "period", "finding-commitment-period", |b| without(b, "period"));
    warning(Commitments, "target", "finding-commitment-target", |b| without(b, "target"));
    warning(Commitments, "source", "finding-commitment-source", |b| without(b, "source"));
    // Beside, a statement without a period is as it should be.
    let mut b = sound();
    let row = b.commitment("training", "", "*", "945");
    b.set_row(Commitments, row, "counting", "beside");
    assert_eq!(findings(&b), []);
}

#[test]
fn absorptions_that_are_half_said() {
    let said = |cells: &'static [(&str, &str)]| {
        move |b: &mut Build| {
            b.landlord("Bravo", cells);
        }
    };
    warning(
        Landlords,
        "absorption_confirmed",
        "finding-absorption-unconfirmed",
        said(&[("absorbed_by", "Alpha"), ("absorbed_on", "2021-07-01")]),
    );
    warning(
        Landlords,
        "absorbed_on",
        "finding-absorption-day",
        said(&[("absorbed_by", "Alpha"), ("absorption_confirmed", "yes")]),
    );
    warning(Landlords, "absorbed_by", "finding-absorption-successor", said(&[("absorbed_on", "2021-07-01")]));
    let mut b = sound();
    b.landlord("Bravo", &[("absorbed_by", "Alpha"), ("absorbed_on", "2021-07-01"), ("absorption_confirmed", "yes")]);
    assert_eq!(findings(&b), []);
    for (key, text) in [("absorbed_by", "Bravo"), ("absorbed_on", "2021-07-01"), ("absorption_confirmed", "yes")] {
        b.set(Landlords, "Alpha", key, text);
    }
    let found = findings(&b);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|finding| finding.message.key == "finding-absorption-circle"));
}

#[test]
fn units_that_do_not_count_as_they_look() {
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
fn rehousings_that_do_not_count_as_they_look() {
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
    // With the keys as the basis, the keys are what is looked at.
    warning(Relocations, "moved_in", "finding-outside-periods", |b| {
        b.set(Convention, "Convention fictive", "basis", "keys");
        b.set(Relocations, "R01", "moved_in", "2024-01-02");
    });
}

#[test]
fn origins_and_units_that_do_not_go_together() {
    let with = |origin: &'static str, channel: &'static str| {
        move |b: &mut Build| {
            b.add(Units, "U02", &[("landlord", "Alpha"), ("channel", channel)]);
            b.set(Relocations, "R01", "origin", origin);
            b.set(Relocations, "R01", "unit", "U02");
        }
    };
    // Its lease makes the platform's unit a leased one, never published.
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
fn exits_that_are_half_said() {
    warning(Relocations, "exit_kind", "finding-exit-kind", |b| {
        b.case("R02", &[("exited", "2021-06-30")]);
    });
    warning(Relocations, "exited", "finding-exit-day", |b| {
        b.case("R02", &[("exit_kind", "redirected")]);
    });
}

#[test]
fn proposals_that_lack_something() {
    let with = |cells: &'static [(&str, &str)]| {
        move |b: &mut Build| {
            b.case("R02", &[("origin", "platform")]);
            b.proposal("U01", "R02", cells);
        }
    };
    let refused = |cells: &'static [(&str, &str)]| {
        move |b: &mut Build| {
            b.case("R02", &[("origin", "platform")]);
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
    warning(Proposals, "answer", "finding-offer-unanswered", with(&[("offer_received_on", "2021-12-20")]));
    error(Proposals, "answer", "finding-accepted-twice", |b| {
        b.case("R02", &[("origin", "platform")]);
        b.case("R03", &[("origin", "platform")]);
        for case in ["R02", "R03"] {
            b.proposal("U01", case, &[("answer", "accepted"), ("answered_on", "2021-06-01")]);
        }
    });
    warning(Referrals, "answered_on", "finding-answer-undated", |b| {
        b.referral("R01", "Alpha", &[("answer", "refused")]);
    });
    // Ten days after 21 December end on the last day of the year, which is still in time.
    let mut b = sound();
    with(&[("offer_received_on", "2021-12-21"), ("answer_days", "10")])(&mut b);
    assert_eq!(findings(&b), []);
}

#[test]
fn sessions_out_of_place_or_without_a_number() {
    warning(Trainings, "held_on", "finding-outside-periods", |b| {
        b.add(Trainings, "", &[("held_on", "2021-03-24")]);
    });
    warning(Attendances, "people", "finding-people-unknown", |b| {
        let row = b.add(Trainings, "", &[("held_on", "2021-06-01")]);
        b.name(row, "séance");
        b.add(Attendances, "", &[("training", "séance"), ("landlord", "Alpha")]);
    });
}

#[test]
fn sectors_that_would_point_at_a_door() {
    // Lille alone is large enough; a commune of a few hundred is not, nor named twice.
    let mut b = sound();
    b.add(Sectors, "Secteur métropole", &[("communes", "c59350")]);
    b.add(Sectors, "Secteur entier", &[("communes", "d59")]);
    assert_eq!(findings(&b), []);
    warning(Sectors, "communes", "finding-sector-small", |b| {
        b.add(Sectors, "Secteur petit", &[("communes", "c02001, c02001")]);
    });
}

#[test]
fn free_text_that_looks_personal_is_named_and_never_repeated() {
    let cases = [
        ("finding-personal-email", "écrire à prenom.nom@exemple.fr"),
        ("finding-personal-phone", "joindre au 06 12 34 56 78"),
        ("finding-personal-phone", "tél.0612345678, le soir"),
        ("finding-personal-phone", "+33 6.12.34.56.78"),
        ("finding-personal-phone", "00 33 (0)6 12 34 56 78"),
        ("finding-personal-address", "loge au 12 rue des Fictions"),
        ("finding-personal-address", "12 bis, place de la Fiction"),
        ("finding-personal-address", "près de la rue Imaginaire"),
        ("finding-personal-address", "quitte le 4 cours d’Inventée"),
        ("finding-personal-name", "vu avec Mme Fictive"),
        ("finding-personal-name", "appel de M. IMAGINAIRE"),
    ];
    for (key, text) in cases {
        let mut b = sound();
        b.set(Relocations, "R01", "notes", text);
        let found = findings(&b);
        assert_eq!(found.iter().map(|f| f.message.key).collect::<Vec<_>>(), [key], "{text}");
        let said = format!("{:?}", found[0].message);
        let words = Words::new(Lang::Fr);
        for word in text.split_whitespace().filter(|word| word.len() > 3) {
            assert!(!said.contains(word) && !words.say(&found[0].message).contains(word), "{word} in {said}");
        }
    }
}

#[test]
fn everyday_text_does_not_look_personal() {
    let texts = [
        "relance le 09/04/2021 à 14 h 30",
        "loyer 512,40 € pour 45 m², 2 places de parking",
        "1 place en CHRS, cours de français deux fois par semaine",
        "dossier n° 3 sur 12, route longue",
        "M. le maire prévenu ; madame la directrice aussi",
        "10 000 000 d’habitants, 2021-2022",
        "@ faire : rappeler",
    ];
    for text in texts {
        let mut b = sound();
        b.set(Relocations, "R01", "notes", text);
        assert_eq!(findings(&b), [], "{text}");
    }
}

#[test]
fn personal_text_is_looked_for_in_notes_of_every_table_and_in_texts_about_persons() {
    warning(Units, "notes", "finding-personal-name", |b| b.set(Units, "U01", "notes", "Mme Fictive"));
    warning(Landlords, "notes", "finding-personal-phone", |b| b.set(Landlords, "Alpha", "notes", "01 23 45 67 89"));
    warning(Relocations, "code", "finding-personal-name", |b| b.set(Relocations, "R01", "code", "Mme Fictive"));
    // The landlord's own reference is an address by nature, and for the office only.
    let mut b = sound();
    b.set(Units, "U01", "landlord_ref", "12 rue des Fictions");
    assert_eq!(findings(&b), []);
}

#[test]
fn errors_come_first_and_codes_of_cases_never_come_at_all() {
    let mut b = sound();
    b.set(Landlords, "Alpha", "notes", "01 23 45 67 89");
    b.set(Relocations, "R01", "landlord", "");
    b.set(Relocations, "R01", "children", "");
    let found = findings(&b);
    let severities: Vec<_> = found.iter().map(|finding| finding.severity).collect();
    assert_eq!(severities, [Severity::Error, Severity::Warning, Severity::Warning]);
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for finding in &found {
            let said = words.say(&finding.message);
            assert!(words.has(finding.message.key) && !said.contains("R01"), "{said}");
        }
    }
}

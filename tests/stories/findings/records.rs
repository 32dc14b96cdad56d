//! References, names, dates, periods, commitments, absorptions, sectors and sessions.

use clefs::domain::schema::TableId::{
    Attendances, Commitments, Convention, Landlords, Periods, Relocations, Sectors, Trainings, Units,
};

use clefs::domain::check::{Finding, Severity, check};
use clefs::domain::dataset::Dataset;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::lens::{Lens, Links};

use super::{AS_OF, error, findings, valid, warning};
use crate::build::{Build, case_file, day, look};

fn cell(finding: &Finding) -> CellRef {
    finding.cell().expect("the finding has a cell")
}

/// What no edit accepts, but a file edited by hand may contain.
#[test]
fn dangling_references_and_missing_cells_are_errors() {
    let text = r#"{"units":[{"id":1,"code":"U01","landlord":99},{"id":3,"code":"U02"}],
        "periods":[{"id":5,"name":"2021","starts":"2021-03-25"}]}"#;
    let dataset: Dataset = serde_json::from_str(text).expect("a dataset");
    let links = Links::of(&dataset);
    let found = check(&Lens::new(&dataset, &links, day(AS_OF)));
    let seen: Vec<_> = found.iter().map(|f| (cell(f).row, cell(f).column.as_str(), f.message.key)).collect();
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
fn duplicate_names_and_codes() {
    error(Landlords, "name", "finding-duplicate", |b| {
        b.add(Landlords, " alpha", &[]);
    });
    error(Units, "code", "finding-duplicate", |b| {
        b.add(Units, "", &[("code", "U01"), ("landlord", "Alpha")]);
    });
    error(Relocations, "code", "finding-duplicate", |b| {
        b.add(Relocations, "", &[("code", "R01"), ("need_spotted", "2021-05-01")]);
    });
}

#[test]
fn dates_that_go_backwards() {
    error(Relocations, "moved_in", "finding-order", |b| b.set(Relocations, "R01", "moved_in", "2021-05-27"));
    warning(Units, "published", "finding-order", |b| b.set(Units, "U01", "identified", "2021-04-10"));
    error(Landlords, "left", "finding-order", |b| {
        b.landlord("Bravo", &[("joined", "2022-04-29"), ("left", "2022-04-28")]);
    });
    let unit = |cells: &'static [(&str, &str)]| {
        move |b: &mut Build| {
            b.unit("U02", "Alpha", cells);
        }
    };
    let lease = &[("published", "2021-05-20"), ("lease_signed", "2021-05-01"), ("occupied", "2021-05-20")];
    warning(Units, "lease_signed", "finding-order", unit(lease));
    warning(Units, "occupied", "finding-order", unit(&[("published", "2021-05-20"), ("occupied", "2021-05-10")]));
    warning(Units, "allocated", "finding-order", unit(&[("published", "2021-06-20"), ("allocated", "2021-06-01")]));
    let again = &[("published", "2021-04-01"), ("lease_signed", "2021-05-01"), ("published_again", "2021-06-01")];
    warning(Units, "lease_signed", "finding-order", unit(again));
    let keys = &[("published", "2021-04-01"), ("occupied", "2021-05-01"), ("published_again", "2021-06-01")];
    warning(Units, "occupied", "finding-order", unit(keys));
    // The date is stored on the referral, and is compared all the same.
    error(Relocations, "lease_signed", "finding-order", |b| {
        b.referral("R01", "Alpha", &[]);
        b.set(Relocations, "R01", "need_spotted", "");
        b.set(Relocations, "R01", "lease_signed", "2021-03-31");
    });
    error(Relocations, "exited", "finding-order", |b| {
        b.case("R02", &[("need_spotted", "2021-05-01"), ("exited", "2021-04-30"), ("exit_kind", "redirected")]);
    });
    // The same day is fine.
    let mut b = valid();
    b.set(Relocations, "R01", "moved_in", "2021-05-28");
    assert_eq!(findings(&b), []);
}

#[test]
fn a_fallback_date_that_contradicts_the_record() {
    warning(Relocations, "referred", "finding-stand-in", |b| b.set(Relocations, "R01", "referred", "2021-04-02"));
    let mut b = valid();
    b.set(Relocations, "R01", "referred", "2021-04-01");
    assert_eq!(findings(&b), []);
}

#[test]
fn inconsistent_periods() {
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
fn inconsistent_commitments() {
    let without = |b: &mut Build, column| {
        let row = b.commitment("training", "2021", "*", "9");
        b.set_row(Commitments, row, column, "");
    };
    warning(Commitments, "period", "finding-commitment-period", |b| without(b, "period"));
    warning(Commitments, "target", "finding-commitment-target", |b| without(b, "target"));
    warning(Commitments, "source", "finding-commitment-source", |b| without(b, "source"));
    // A statement outside the count needs no period.
    let mut b = valid();
    let row = b.commitment("training", "", "*", "945");
    b.set_row(Commitments, row, "counting", "beside");
    assert_eq!(findings(&b), []);
}

#[test]
fn incomplete_absorptions() {
    let absorption = |cells: &'static [(&str, &str)]| {
        move |b: &mut Build| {
            b.landlord("Bravo", cells);
        }
    };
    warning(
        Landlords,
        "absorption_confirmed",
        "finding-absorption-unconfirmed",
        absorption(&[("absorbed_by", "Alpha"), ("absorbed_on", "2021-07-01")]),
    );
    warning(
        Landlords,
        "absorbed_on",
        "finding-absorption-day",
        absorption(&[("absorbed_by", "Alpha"), ("absorption_confirmed", "yes")]),
    );
    warning(Landlords, "absorbed_by", "finding-absorption-successor", absorption(&[("absorbed_on", "2021-07-01")]));
    let mut b = valid();
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
fn misplaced_or_unnumbered_sessions() {
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
fn sectors_small_enough_to_identify_a_home() {
    // Lille alone is large enough; a commune of a few hundred is not, even if listed twice.
    let mut b = valid();
    b.add(Sectors, "Secteur métropole", &[("communes", "c59350")]);
    b.add(Sectors, "Secteur entier", &[("communes", "d59")]);
    assert_eq!(findings(&b), []);
    warning(Sectors, "communes", "finding-sector-small", |b| {
        b.add(Sectors, "Secteur petit", &[("communes", "c02001, c02001")]);
    });
}

#[test]
fn missing_codes_negative_amounts_and_implausible_dates_in_files() {
    for (name, expected) in [
        ("unit-without-code.ron", (Severity::Error, Units, "code", "finding-missing")),
        ("negative-rent.ron", (Severity::Error, Units, "rent", "finding-negative")),
        ("date-2099.ron", (Severity::Warning, Units, "promised", "finding-far-day")),
    ] {
        let found = look(&case_file(name), "2021-07-09", check);
        let seen = found.iter().map(|f| (f.severity, f.table(), cell(f).column.as_str(), f.message.key));
        assert_eq!(seen.filter(|seen| *seen == expected).count(), 1, "{name}: {found:?}");
    }
}

#[test]
fn a_date_is_implausible_thirty_years_before_the_convention_or_ten_after() {
    let day = |day: &'static str| move |b: &mut Build| b.set(Landlords, "Alpha", "left", day);
    // The last period begins in 2023.
    warning(Landlords, "left", "finding-far-day", day("2034-01-01"));
    let mut b = valid();
    day("2033-12-31")(&mut b);
    b.set(Landlords, "Alpha", "joined", "1991-01-01");
    assert_eq!(findings(&b), []);
    warning(Landlords, "joined", "finding-far-day", |b| b.set(Landlords, "Alpha", "joined", "1990-12-31"));
    // An implausible period does not make other dates plausible.
    let mut b = valid();
    b.add(Periods, "2099", &[("starts", "2099-01-01"), ("ends", "2099-12-31")]);
    assert_eq!(findings(&b).len(), 2);
}

#[test]
fn a_case_without_a_code() {
    error(Relocations, "code", "finding-missing", |b| b.set(Relocations, "R01", "code", ""));
}

#[test]
fn two_commitments_of_one_landlord_for_one_period_are_pointed_out() {
    warning(Commitments, "target", "finding-commitment-twice", |b| {
        b.commitment("units", "2021", "Alpha", "4");
    });
    let mut b = valid();
    b.commitment("relocations", "2021", "Alpha", "4");
    assert_eq!(findings(&b), []);
}

#[test]
fn a_unit_that_two_women_lease_at_once_is_an_error() {
    let lease = |b: &mut Build, exits: &[(&str, &str)]| {
        for (case, on) in [("R02", "2021-06-01"), ("R03", "2021-07-01")] {
            let exit = exits.iter().filter(|_| case == "R02").copied();
            let cells = [("origin", "platform"), ("landlord", "Alpha"), ("children", "0"), ("lease_signed", on)];
            let cells: Vec<_> = cells.into_iter().chain(exit).collect();
            b.case(case, &cells);
            b.set(Relocations, case, "unit", "U01");
        }
    };
    error(Relocations, "unit", "finding-unit-leased-twice", |b| lease(b, &[]));
    let mut b = valid();
    lease(&mut b, &[("exited", "2021-06-30"), ("exit_kind", "unreachable")]);
    assert_eq!(findings(&b), [], "she left before the other came");
}

#[test]
fn numbers_that_nothing_can_have_are_doubtful() {
    warning(Relocations, "children", "finding-far-number", |b| b.set(Relocations, "R01", "children", "10001"));
    warning(Units, "rent", "finding-far-number", |b| b.set(Units, "U01", "rent", "1000001"));
}

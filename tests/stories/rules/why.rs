//! Why a row counts or not (C12).

use clefs::domain::schema::TableId;
use clefs::indicators::{CaseRuling, UnitRuling, case_verdict, unit_verdict, why};

use super::{reason_of, since_start, two};

#[test]
fn c12_every_number_opens_its_rows_each_with_a_reason() {
    let mut b = two();
    b.landlord("Charlie", &[("left", "2021-04-30")]);
    b.unit("delivered", "Alpha", &[("published", "2021-04-09")]);
    b.unit("elsewhere", "Alpha", &[("published", "2024-02-01")]);
    b.unit("withdrawn", "Alpha", &[("published", "2021-04-09"), ("withdrawn", "2021-05-01")]);
    b.unit("works", "Alpha", &[("published", "2021-04-09"), ("works", "2021-05-02")]);
    b.unit("to publish", "Bravo", &[("promised", "2021-04-09")]);
    b.unit("outside", "Charlie", &[("published", "2021-05-01")]);
    b.unit("gone", "Charlie", &[("promised", "2021-04-09")]);
    b.unit("never", "Alpha", &[("allocated", "2021-05-01")]);
    b.unit("referral", "Alpha", &[("channel", "referral")]);
    b.unit("nothing", "Alpha", &[]);

    // Rows are counted if and only if their verdict counts them.
    let counted = since_start(&b, "2024-12-31");
    let figures = &counted.region.figures.units;
    assert_eq!(b.dataset().units.len(), 10);
    for unit in &b.dataset().units {
        let verdict = b.look("2024-12-31", |lens| unit_verdict(lens, unit));
        let is_delivered = matches!(verdict.ruling, UnitRuling::Delivered { .. });
        assert_eq!(figures.delivered.rows.contains(&verdict.unit), is_delivered);
        assert_eq!(figures.pipeline.rows.contains(&verdict.unit), verdict.ruling == UnitRuling::ToPublish);
    }

    let reason = |name| reason_of(&b, TableId::Units, name, "2024-12-31");
    assert_eq!(
        reason("delivered"),
        "Publié le 09/04/2021, compte dans l’exercice 2021 (C2)\u{202f}; sans candidate pour l’instant"
    );
    for (name, rule) in [
        ("elsewhere", "C16"),
        ("withdrawn", "01/05/2021 avant attribution"),
        ("works", "C3"),
        ("to publish", "C7"),
        ("outside", "01/05/2021"),
        ("gone", "C11"),
        ("never", "C7"),
        ("referral", "C2"),
        ("nothing", "C1"),
    ] {
        assert!(reason(name).contains(rule), "{name}: {}", reason(name));
    }
}

#[test]
fn c12_cases_commitments_and_sessions_have_reasons() {
    let mut b = two();
    b.landlord("Delta", &[("joined", "2022-04-29")]);
    let lease = ("lease_signed", "2021-05-28");
    b.case("referral", &[("landlord", "Alpha"), lease]);
    b.case("platform", &[("origin", "platform"), ("landlord", "Alpha"), lease]);
    b.landlord("Echo", &[("joined", "2021-01-01")]);
    b.case("elsewhere", &[("landlord", "Echo"), ("lease_signed", "2021-03-01")]);
    b.case("outside", &[("origin", "outside"), lease]);
    b.case("nobody", &[lease]);
    b.case("early", &[("landlord", "Delta"), lease]);
    b.case("asked", &[]);
    b.referral("asked", "Alpha", &[("asked_on", "2021-05-01")]);
    b.case("region", &[("referred", "2021-05-01")]);
    b.case("paused", &[("referred", "2021-05-01"), ("suspended_from", "2021-05-02")]);
    b.case("left", &[("referred", "2021-05-01"), ("exited", "2021-05-02")]);
    b.case("spotted", &[("need_spotted", "2021-05-01")]);
    b.case("by platform", &[("origin", "platform"), ("need_spotted", "2021-05-01")]);
    b.case("by others", &[("origin", "outside"), ("need_spotted", "2021-05-01")]);
    b.case("nothing", &[]);
    let counted = since_start(&b, "2021-12-31");
    for case in &b.dataset().relocations {
        let verdict = b.look("2021-12-31", |lens| case_verdict(lens, case));
        let is_rehoused = matches!(verdict.ruling, CaseRuling::Rehoused { .. });
        assert_eq!(counted.region.figures.women.in_all.rows.contains(&verdict.case), is_rehoused);
        let is_under_way = matches!(verdict.ruling, CaseRuling::UnderWay { .. });
        assert_eq!(counted.region.figures.relocations.pipeline.rows.contains(&verdict.case), is_under_way);
    }
    let reason = |name| reason_of(&b, TableId::Relocations, name, "2021-12-31");
    assert_eq!(reason("referral"), "Relogée le 28/05/2021 après interpellation, compte dans l’exercice 2021 (C4)");
    for (name, rule) in [
        ("platform", "C5"),
        ("elsewhere", "C16"),
        ("outside", "C14"),
        ("nobody", "pour personne (C6)"),
        ("early", "C11"),
        ("asked", "C7"),
        ("region", "C11"),
        ("paused", "suspendue"),
        ("left", "C8"),
        ("spotted", "C7"),
        ("by platform", "C5"),
        ("by others", "C14"),
        ("nothing", "C1"),
    ] {
        assert!(reason(name).contains(rule), "{name}: {}", reason(name));
    }

    let counts = b.commitment("units", "2021", "*", "27");
    b.name(counts, "27");
    let beside = b.commitment("units", "2021", "*", "18");
    b.set_row(TableId::Commitments, beside, "counting", "beside");
    b.name(beside, "18");
    assert_eq!(reason_of(&b, TableId::Commitments, "27", "2021-12-31"), "S’ajoute à l’objectif (C9)");
    assert!(reason_of(&b, TableId::Commitments, "18", "2021-12-31").contains("jamais ajouté (C9)"));
    // Tables that no figure counts have no reasons.
    assert_eq!(b.look("2021-12-31", |lens| why(lens, TableId::Landlords, b.row("Alpha"))), None);
    assert_eq!(b.look("2021-12-31", |lens| why(lens, TableId::Units, b.row("Alpha"))), None);
}

#[test]
fn c12_the_reason_of_a_republished_unit_names_works_or_withdrawal() {
    let mut b = two();
    let first = ("published", "2021-04-09");
    b.unit("works", "Alpha", &[first, ("works", "2021-05-02"), ("published_again", "2022-01-10")]);
    b.unit("withdrawn", "Alpha", &[first, ("withdrawn", "2021-05-02"), ("published_again", "2021-06-10")]);
    b.unit("refused", "Alpha", &[first, ("allocated", "2021-05-02"), ("published_again", "2021-06-10")]);
    b.unit(
        "elsewhere",
        "Alpha",
        &[("published", "2021-01-09"), ("works", "2021-05-02"), ("published_again", "2021-06-10")],
    );
    b.set(TableId::Landlords, "Alpha", "joined", "2021-01-01");
    let reason = |name| reason_of(&b, TableId::Units, name, "2022-01-31");
    assert_eq!(
        reason("works"),
        "Publié le 09/04/2021, republié le 10/01/2022 après travaux\u{a0}: compte de nouveau depuis cette date, dans \
         l’exercice 2021 (C3)\u{202f}; sans candidate pour l’instant"
    );
    assert!(reason("withdrawn").contains("republié le 10/06/2021 après retrait"), "{}", reason("withdrawn"));
    assert!(reason("refused").starts_with("Publié le 09/04/2021, compte dans l’exercice 2021 (C2)"));
    assert!(reason("elsewhere").contains("après travaux") && reason("elsewhere").contains("C16"));
    // The day before, it does not count.
    assert!(reason_of(&b, TableId::Units, "works", "2022-01-09").contains("ne compte plus (C3)"));
}

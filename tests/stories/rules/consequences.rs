//! What follows from an answer: the state of each proposal, of the unit and of the cases.

use clefs::domain::id::RowId;
use clefs::domain::relocation::CaseStep;
use clefs::domain::schema::TableId;
use clefs::domain::value::Value;

use super::{since_start, two};
use crate::build::{Build, case_file, look};

const TODAY: &str = "2021-06-01";

/// A unit published on 1 April; cases A and B, referred on the 10th.
fn unit_and_cases() -> Build {
    let mut b = two();
    b.unit("U", "Alpha", &[("published", "2021-04-01")]);
    for case in ["A", "B"] {
        b.case(case, &[("need_spotted", "2021-04-02"), ("referred", "2021-04-10")]);
    }
    b
}

/// Proposes a unit to a case. `decision` is that of the commission (with its rank, as in `ranked 2`), `answer` that of
/// the household; `-` stands for none.
fn propose(b: &mut Build, unit: &str, case: &str, decision: &str, answer: &str) -> RowId {
    let mut cells = vec![("proposed_on", "2021-04-20")];
    if let Some((kind, rank)) = decision.split_once(' ') {
        cells.extend([("caleol_on", "2021-04-27"), ("decision", kind), ("rank", rank)]);
    } else if decision != "-" {
        cells.extend([("caleol_on", "2021-04-27"), ("decision", decision)]);
    }
    if answer != "-" {
        cells.extend([("answered_on", "2021-05-05"), ("answer", answer)]);
    }
    b.proposal(unit, case, &cells)
}

fn choice(b: &Build, table: TableId, row: RowId, column: &str) -> String {
    let value = b.look(TODAY, |lens| lens.dataset.table(table).read(row, crate::build::key(table, column), lens));
    match value {
        Some(Value::Choice(key)) => key.into_owned(),
        _ => String::new(),
    }
}

fn unit_status(b: &Build, unit: &str) -> String {
    choice(b, TableId::Units, b.row(unit), "status")
}

fn case_status(b: &Build, case: &str) -> String {
    choice(b, TableId::Relocations, b.row(case), "status")
}

#[test]
fn one_candidate() {
    // Decision, answer: state of the proposal, of the unit, of the case.
    let table = [
        ("-", "-", "open", "proposed", "proposed"),
        ("-", "accepted", "accepted", "accepted", "accepted"),
        ("-", "refused", "refused", "published", "referred"),
        ("awarded", "-", "open", "allocated", "caleol"),
        ("awarded", "accepted", "accepted", "accepted", "accepted"),
        ("awarded", "refused", "refused", "to_publish_again", "referred"),
        ("conditional", "-", "open", "allocated", "caleol"),
        ("conditional", "accepted", "accepted", "accepted", "accepted"),
        ("conditional", "refused", "refused", "to_publish_again", "referred"),
        ("ranked 1", "-", "open", "allocated", "caleol"),
        ("ranked 1", "accepted", "accepted", "accepted", "accepted"),
        ("ranked 1", "refused", "refused", "to_publish_again", "referred"),
        // Whoever is before her is not known to the convention.
        ("ranked 2", "-", "open", "presented", "caleol"),
        ("ranked 2", "accepted", "accepted", "accepted", "accepted"),
        ("ranked 2", "refused", "refused", "to_publish_again", "referred"),
        ("not-awarded", "-", "turned-down", "to_publish_again", "referred"),
        ("not-awarded", "refused", "refused", "to_publish_again", "referred"),
        ("rejected", "-", "turned-down", "to_publish_again", "referred"),
        ("rejected", "refused", "refused", "to_publish_again", "referred"),
    ];
    for (decision, answer, state, unit, case) in table {
        let mut b = unit_and_cases();
        let proposal = propose(&mut b, "U", "A", decision, answer);
        let found = (choice(&b, TableId::Proposals, proposal, "standing"), unit_status(&b, "U"), case_status(&b, "A"));
        assert_eq!(found, (state.to_owned(), unit.to_owned(), case.to_owned()), "{decision}, {answer}");
        // What every audience reads never says something else.
        let is_published = choice(&b, TableId::Units, b.row("U"), "coarse_status") == "published";
        assert_eq!(is_published, unit == "published", "{decision}, {answer}");
    }
}

#[test]
fn two_candidates_ranked_first_and_second() {
    // Answers of A and B: states of both proposals, of the unit, of both cases.
    let table = [
        ("-", "-", ["open", "open"], "allocated", ["caleol", "caleol"]),
        ("-", "accepted", ["lost", "accepted"], "accepted", ["referred", "accepted"]),
        ("-", "refused", ["open", "refused"], "allocated", ["caleol", "referred"]),
        ("accepted", "-", ["accepted", "lost"], "accepted", ["accepted", "referred"]),
        ("accepted", "refused", ["accepted", "refused"], "accepted", ["accepted", "referred"]),
        // The award passes to the next in rank.
        ("refused", "-", ["refused", "open"], "allocated", ["referred", "caleol"]),
        ("refused", "accepted", ["refused", "accepted"], "accepted", ["referred", "accepted"]),
        ("refused", "refused", ["refused", "refused"], "to_publish_again", ["referred", "referred"]),
    ];
    for (of_a, of_b, states, unit, cases) in table {
        let mut b = unit_and_cases();
        let proposals = [propose(&mut b, "U", "A", "ranked 1", of_a), propose(&mut b, "U", "B", "ranked 2", of_b)];
        let found = proposals.map(|proposal| choice(&b, TableId::Proposals, proposal, "standing"));
        assert_eq!(found, states, "{of_a}, {of_b}");
        assert_eq!((unit_status(&b, "U").as_str()), unit, "{of_a}, {of_b}");
        assert_eq!(["A", "B"].map(|case| case_status(&b, case)), cases, "{of_a}, {of_b}");
    }
}

#[test]
fn a_refusal_after_an_acceptance_reopens_the_unit_for_the_others() {
    let mut b = unit_and_cases();
    let first = propose(&mut b, "U", "A", "ranked 1", "accepted");
    let second = propose(&mut b, "U", "B", "ranked 2", "-");
    b.set(TableId::Relocations, "A", "unit", "U");
    assert_eq!(choice(&b, TableId::Proposals, second, "standing"), "lost");

    b.set_row(TableId::Proposals, first, "answer", "refused");
    assert_eq!(choice(&b, TableId::Proposals, second, "standing"), "open");
    assert_eq!((unit_status(&b, "U").as_str(), case_status(&b, "A").as_str()), ("allocated", "referred"));
    // The case still names the unit, but has let it go.
    let (of_unit, of_case) = b.look(TODAY, |lens| {
        let case = lens.dataset.relocations.find(b.row("A")).expect("the case");
        (lens.case_of_unit(b.row("U")).is_some(), case.taken_unit(lens).is_some())
    });
    assert_eq!((of_unit, of_case), (false, false));
}

#[test]
fn who_is_rehoused_or_leaves_frees_the_other_homes_that_were_proposed_to_her() {
    let other = |change: &dyn Fn(&mut Build)| {
        let mut b = unit_and_cases();
        b.unit("V", "Bravo", &[("published", "2021-04-01")]);
        let first = propose(&mut b, "U", "A", "awarded", "-");
        propose(&mut b, "V", "A", "-", "-");
        change(&mut b);
        (choice(&b, TableId::Proposals, first, "standing"), unit_status(&b, "U"))
    };
    let gone = ("gone".to_owned(), "to_publish_again".to_owned());
    assert_eq!(other(&|_| ()), ("open".to_owned(), "allocated".to_owned()));
    assert_eq!(other(&|b| b.set(TableId::Relocations, "A", "exited", "2021-05-20")), gone);
    assert_eq!(other(&|b| b.set(TableId::Relocations, "A", "exited", "2021-06-20")).0, "open", "still a plan");
    let leased = |b: &mut Build| {
        b.set(TableId::Relocations, "A", "unit", "V");
        b.set(TableId::Relocations, "A", "lease_signed", "2021-05-20");
    };
    assert_eq!(other(&leased), gone);
}

#[test]
fn a_unit_published_again_is_no_longer_to_be() {
    let mut b = unit_and_cases();
    propose(&mut b, "U", "A", "awarded", "refused");
    assert_eq!(unit_status(&b, "U"), "to_publish_again");
    b.set(TableId::Units, "U", "published_again", "2021-05-06");
    assert_eq!(unit_status(&b, "U"), "published_again");
    // Presented once more, and turned down.
    b.proposal("U", "B", &[("proposed_on", "2021-05-08"), ("caleol_on", "2021-05-12"), ("decision", "not-awarded")]);
    assert_eq!(unit_status(&b, "U"), "to_publish_again");
    b.set(TableId::Units, "U", "withdrawn", "2021-05-20");
    assert_eq!(unit_status(&b, "U"), "withdrawn");
}

#[test]
fn no_figure_of_the_committee_tells_that_someone_refused_after_the_commission() {
    use clefs::indicators::Stage;
    let stages = |b: &Build| {
        let units = since_start(b, TODAY).region.figures.units;
        [Stage::UnderWay, Stage::NoCandidate].map(|stage| units.at(stage).n())
    };
    let mut b = unit_and_cases();
    let first = propose(&mut b, "U", "A", "awarded", "-");
    assert_eq!(stages(&b), [1, 0]);
    b.set_row(TableId::Proposals, first, "answer", "refused");
    assert_eq!(stages(&b), [1, 0]);
    b.set(TableId::Units, "U", "published_again", "2021-05-06");
    assert_eq!(stages(&b), [0, 1]);
    // Before the commission the unit never left the platform.
    let second = propose(&mut b, "U", "B", "-", "-");
    assert_eq!(stages(&b), [1, 0]);
    b.set_row(TableId::Proposals, second, "answer", "refused");
    assert_eq!(stages(&b), [0, 1]);
}

#[test]
fn a_refused_home_does_not_stay_under_way() {
    let dataset = case_file("refused-home-stays-under-way.ron");
    let read = |table: TableId, code: &str| {
        look(&dataset, "2026-10-01", |lens| {
            let label = table.label()[0];
            let is_it = |row: &RowId| lens.dataset.table(table).get(*row, label) == Some(Value::Text(code.to_owned()));
            let row = lens.dataset.table(table).ids().into_iter().find(is_it).expect("listed");
            lens.dataset.table(table).read(row, crate::build::key(table, "status"), lens)
        })
    };
    assert_eq!(read(TableId::Units, "L-0002"), Some(Value::Choice("to_publish_again".into())));
    assert_eq!(read(TableId::Relocations, "R-VKVBX"), Some(Value::Choice("need_spotted".into())));
}

#[test]
fn the_candidate_who_was_not_chosen_waits_again() {
    let dataset = case_file("two-candidates.ron");
    let statuses = look(&dataset, "2021-07-09", |lens| {
        let of =
            |code: &str| lens.dataset.relocations.iter().find(|case| case.code == code).expect("listed").status(lens);
        ["R-MRDSD", "R-G88AG"].map(|code| of(code).map(CaseStep::key))
    });
    assert_eq!(statuses, [Some("accepted"), Some("acknowledged")]);
}

#[test]
fn who_leaves_or_moves_in_elsewhere_frees_the_home_that_she_had_accepted() {
    // She leaves before any lease.
    let mut b = unit_and_cases();
    let accepted = propose(&mut b, "U", "A", "-", "accepted");
    b.set(TableId::Relocations, "A", "exited", "2021-05-20");
    assert_eq!(choice(&b, TableId::Proposals, accepted, "standing"), "gone");
    assert!(b.look(TODAY, |lens| lens.case_of_unit(b.row("U")).is_none()));
    // She signs for another one.
    let mut b = unit_and_cases();
    b.unit("V", "Bravo", &[("published", "2021-04-01")]);
    let accepted = propose(&mut b, "U", "A", "-", "accepted");
    b.set(TableId::Relocations, "A", "unit", "V");
    b.set(TableId::Relocations, "A", "lease_signed", "2021-05-20");
    assert_eq!(choice(&b, TableId::Proposals, accepted, "standing"), "gone");
    assert_eq!((unit_status(&b, "U"), unit_status(&b, "V")), ("published".to_owned(), "lease_signed".to_owned()));
    // Who leaves the home after the lease has had it.
    let mut b = unit_and_cases();
    let accepted = propose(&mut b, "U", "A", "-", "accepted");
    b.set(TableId::Relocations, "A", "lease_signed", "2021-05-20");
    b.set(TableId::Relocations, "A", "exited", "2021-05-25");
    assert_eq!(choice(&b, TableId::Proposals, accepted, "standing"), "accepted");
}

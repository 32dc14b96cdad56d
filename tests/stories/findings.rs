//! Each kind of finding appears at its cell, and a valid dataset has none.

mod counting;
mod measured;
mod personal;
mod records;

use clefs::domain::check::{Finding, Severity, check};
use clefs::domain::schema::TableId::{self, Landlords, Relocations};
use clefs::words::{Lang, Words};

use crate::build::Build;

const AS_OF: &str = "2021-12-31";

/// A valid convention with one landlord, one association, one unit and one case.
fn valid() -> Build {
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

/// The only finding that a change of the valid dataset causes: severity, table, column, key.
fn only(change: impl FnOnce(&mut Build)) -> (Severity, TableId, &'static str, &'static str) {
    let mut b = valid();
    change(&mut b);
    let found = findings(&b);
    let [finding] = &found[..] else { panic!("expected one finding: {found:?}") };
    let column = finding.cell().map_or("", |cell| cell.column.as_str());
    (finding.severity, finding.table(), column, finding.message.key)
}

fn warning(table: TableId, column: &'static str, key: &'static str, change: impl FnOnce(&mut Build)) {
    assert_eq!(only(change), (Severity::Warning, table, column, key));
}

fn error(table: TableId, column: &'static str, key: &'static str, change: impl FnOnce(&mut Build)) {
    assert_eq!(only(change), (Severity::Error, table, column, key));
}

#[test]
fn a_valid_dataset_has_none() {
    assert_eq!(findings(&valid()), []);
    assert_eq!(findings(&Build::empty()), []);
}

#[test]
fn errors_come_first_and_case_codes_never_appear() {
    let mut b = valid();
    b.set(Landlords, "Alpha", "notes", "01 23 45 67 89");
    b.set(Relocations, "R01", "landlord", "");
    b.set(Relocations, "R01", "children", "");
    let found = findings(&b);
    let severities: Vec<_> = found.iter().map(|finding| finding.severity).collect();
    assert_eq!(severities, [Severity::Error, Severity::Warning, Severity::Warning]);
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for finding in &found {
            let text = words.say(&finding.message);
            assert!(words.has(finding.message.key) && !text.contains("R01"), "{text}");
        }
    }
}

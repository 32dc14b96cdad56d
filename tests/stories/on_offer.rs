//! On offer: when a committee may see a unit's details, and when the unit is somebody's home.

use chrono::NaiveDate;
use clefs::domain::dataset::Dataset;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::lens::{Lens, Links, Reader};
use clefs::domain::projection::Projection;
use clefs::domain::proposal::{Answer, CaleolDecision, Proposal};
use clefs::domain::relocation::Relocation;
use clefs::domain::schema::{Audience, Record, TableId};
use clefs::domain::table::Table;
use clefs::domain::unit::{Channel, Unit};
use clefs::domain::value::{Insee, Value};

use crate::build::key;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A record with an id.
fn record<R: Record>(id: u64, fill: impl FnOnce(&mut R)) -> R {
    let mut record = R::default();
    record.set_id(RowId::from_random(id));
    fill(&mut record);
    record
}

/// A unit published on 9 April 2021 in Lille, with its case and proposals.
#[derive(Default)]
struct Story {
    unit: Unit,
    proposals: Vec<Proposal>,
    cases: Vec<Relocation>,
}

const UNIT: u64 = 1;
const CASE: u64 = 3;

fn published() -> Story {
    let unit = record(UNIT, |unit: &mut Unit| {
        "L-0001".clone_into(&mut unit.code);
        unit.commune = Some(Insee("59350".to_owned()));
        unit.published = Some(day("2021-04-09"));
    });
    Story { unit, ..Story::default() }
}

impl Story {
    fn unit(mut self, fill: impl FnOnce(&mut Unit)) -> Self {
        fill(&mut self.unit);
        self
    }

    fn proposal(mut self, fill: impl FnOnce(&mut Proposal)) -> Self {
        self.proposals.push(record(11 + 2 * self.proposals.len() as u64, |proposal: &mut Proposal| {
            proposal.unit = Some(RowId::from_random(UNIT));
            proposal.relocation = Some(RowId::from_random(CASE));
            fill(proposal);
        }));
        self
    }

    fn case(mut self, fill: impl FnOnce(&mut Relocation)) -> Self {
        self.cases.push(record(CASE, fill));
        self
    }

    /// Whether a committee sees the unit's location as of a day.
    fn shown_on(self, as_of: &str) -> bool {
        self.seen_on(as_of).0
    }

    /// Whether it sees the location, and which status it reads.
    fn seen_on(self, as_of: &str) -> (bool, String) {
        let dataset = Dataset {
            units: Table::from_rows(vec![self.unit]).unwrap(),
            proposals: Table::from_rows(self.proposals).unwrap(),
            relocations: Table::from_rows(self.cases).unwrap(),
            ..Dataset::default()
        };
        let links = Links::of(&dataset);
        let projection = Projection::of(&Lens::new(&dataset, &links, day(as_of)), Audience::Committee);
        let read = |column| {
            let cell =
                CellRef { table: TableId::Units, row: RowId::from_random(UNIT), column: key(TableId::Units, column) };
            projection.read(cell)
        };
        assert!(read("landlord").is_some() && read("coarse_status").is_some(), "always shown");
        assert_eq!(read("commune").is_some(), read("code").is_some());
        assert_eq!(read("commune").is_some(), read("epci").is_some());
        let status = match read("coarse_status") {
            Some(Value::Choice(key)) => key.into_owned(),
            _ => String::new(),
        };
        let is_shown = read("commune").is_some();
        assert_eq!(is_shown, status == "published", "shown if and only if published");
        (is_shown, status)
    }
}

const TODAY: &str = "2021-07-09";

#[test]
fn a_published_unit_without_candidate_is_shown() {
    assert!(published().shown_on(TODAY));
    assert!(published().shown_on("2021-04-09"));
}

#[test]
fn an_unpublished_unit_is_hidden() {
    assert!(!published().shown_on("2021-04-08"), "published later");
    assert!(!published().unit(|u| u.published = None).shown_on(TODAY));
    assert!(!published().unit(|u| u.channel = Channel::Referral).shown_on(TODAY), "never on the platform");
}

#[test]
fn a_unit_presented_to_the_commission_is_hidden() {
    let presented = |date: &str| published().unit(|unit| unit.presented = Some(day(date)));
    assert!(!presented("2021-05-03").shown_on(TODAY));
    assert!(!presented("2021-04-09").shown_on(TODAY), "on the day of its publication");
    assert!(!presented("2021-09-01").shown_on(TODAY), "a planned presentation");
    assert!(!presented("2021-05-03").shown_on("2021-04-20"), "as of an earlier day");
}

#[test]
fn a_unit_with_an_open_proposal_is_hidden() {
    assert!(!published().proposal(|_| {}).shown_on(TODAY), "without any date");
    assert!(!published().proposal(|p| p.proposed_on = Some(day("2021-08-01"))).shown_on(TODAY), "planned");
    let accepted = published().proposal(|p| {
        p.answer = Some(Answer::Accepted);
        p.decision = Some(CaleolDecision::NotAwarded);
    });
    assert!(!accepted.shown_on(TODAY), "an acceptance, whatever else is recorded");
}

#[test]
fn after_a_refusal_the_unit_is_hidden_until_republished() {
    let refused = || {
        published().proposal(|p| {
            p.proposed_on = Some(day("2021-04-20"));
            p.caleol_on = Some(day("2021-05-03"));
            p.decision = Some(CaleolDecision::Awarded);
            p.answer = Some(Answer::Refused);
            p.answered_on = Some(day("2021-05-15"));
        })
    };
    let again = |date: &str| refused().unit(|unit| unit.published_again = Some(day(date)));
    assert!(!refused().shown_on(TODAY));
    assert!(again("2021-05-20").shown_on(TODAY));
    assert!(again("2021-05-03").shown_on(TODAY), "on the day of the commission");
    assert!(!again("2021-05-02").shown_on(TODAY), "republished before the commission");
    assert!(!again("2021-09-01").shown_on(TODAY), "a planned publication");
    let before_the_commission = published().proposal(|p| {
        p.proposed_on = Some(day("2021-04-20"));
        p.answer = Some(Answer::Refused);
    });
    assert!(before_the_commission.shown_on(TODAY), "nobody was presented");
}

#[test]
fn an_earlier_proposal_presented_to_the_commission_hides_the_unit_too() {
    // The unit shows the later proposal's dates; only the earlier one was presented.
    let story = published()
        .proposal(|p| {
            p.proposed_on = Some(day("2021-04-20"));
            p.caleol_on = Some(day("2021-05-03"));
            p.decision = Some(CaleolDecision::NotAwarded);
        })
        .proposal(|p| {
            p.proposed_on = Some(day("2021-04-25"));
            p.answer = Some(Answer::Refused);
        });
    assert!(!story.shown_on(TODAY));
}

#[test]
fn a_unit_that_is_a_home_today_stays_hidden_as_of_an_earlier_day() {
    let home = || {
        published()
            .proposal(|p| {
                p.proposed_on = Some(day("2021-04-20"));
                p.caleol_on = Some(day("2021-05-03"));
                p.decision = Some(CaleolDecision::Awarded);
                p.answer = Some(Answer::Accepted);
                p.answered_on = Some(day("2021-05-15"));
            })
            .case(|case| {
                case.lease_signed = Some(day("2021-05-28"));
                case.moved_in = Some(day("2021-06-15"));
            })
    };
    assert!(!home().shown_on(TODAY));
    assert!(!home().shown_on("2021-04-10"));
    let own_dates = published().unit(|unit| unit.occupied = Some(day("2021-06-15")));
    assert!(!own_dates.shown_on("2021-04-10"));
}

#[test]
fn a_unit_referenced_by_a_case_is_hidden() {
    assert!(!published().case(|case| case.unit = Some(RowId::from_random(UNIT))).shown_on(TODAY));
}

#[test]
fn a_unit_withdrawn_in_works_or_past_its_deadline_is_hidden() {
    let out = day("2021-06-01");
    assert!(!published().unit(|unit| unit.withdrawn = Some(out)).shown_on(TODAY));
    assert!(!published().unit(|unit| unit.works = Some(out)).shown_on(TODAY));
    assert!(!published().unit(|unit| unit.deadline_passed = Some(out)).shown_on(TODAY));
    let back = published().unit(|unit| {
        unit.works = Some(out);
        unit.published_again = Some(day("2021-06-20"));
    });
    assert!(back.shown_on(TODAY));
}

#[test]
fn a_lease_or_keys_hide_a_unit_for_good_even_if_republished() {
    let leased = |lease: Option<&str>, keys: Option<&str>| {
        published().unit(|unit| {
            unit.lease_signed = lease.map(day);
            unit.occupied = keys.map(day);
        })
    };
    let published_on = |story: Story, date: &str| story.unit(|unit| unit.published = Some(day(date)));
    let again = |story: Story, date: &str| story.unit(|unit| unit.published_again = Some(day(date)));
    assert!(!published_on(leased(Some("2021-05-01"), Some("2021-05-10")), "2021-05-20").shown_on(TODAY));
    assert!(!published_on(leased(None, Some("2021-05-10")), "2021-05-20").shown_on(TODAY));
    assert!(!again(leased(Some("2021-05-01"), None), "2021-06-01").shown_on(TODAY));
    assert!(!again(leased(None, Some("2021-05-10")), "2021-06-01").shown_on(TODAY));
    assert!(!leased(Some("2021-09-01"), None).shown_on(TODAY), "planned");
}

#[test]
fn after_a_commission_or_an_allocation_only_a_republication_shows_the_unit() {
    let first = |date: &str| published().unit(|unit| unit.published = Some(day(date)));
    let allocated = |date: &str| first(date).unit(|unit| unit.allocated = Some(day("2021-06-01")));
    assert!(!allocated("2021-06-20").shown_on(TODAY), "a first publication with a later date");
    assert!(!first("2021-06-20").unit(|unit| unit.presented = Some(day("2021-06-01"))).shown_on(TODAY));
    assert!(!first("2021-06-20").unit(|unit| unit.offer_received = Some(day("2021-06-01"))).shown_on(TODAY));
    assert!(allocated("2021-04-09").unit(|unit| unit.published_again = Some(day("2021-06-20"))).shown_on(TODAY));
    let by_proposal = first("2021-06-20").proposal(|p| {
        p.caleol_on = Some(day("2021-06-01"));
        p.answer = Some(Answer::Refused);
    });
    assert!(!by_proposal.shown_on(TODAY));
}

#[test]
fn a_future_refusal_or_decision_has_no_effect_yet() {
    let refused = |date: &str| {
        published().proposal(|p| {
            p.answer = Some(Answer::Refused);
            p.answered_on = Some(day(date));
        })
    };
    assert!(refused("2021-07-09").shown_on(TODAY));
    assert!(!refused("2021-07-10").shown_on(TODAY));
    let decided = |date: &str| {
        published().proposal(|p| {
            p.caleol_on = Some(day(date));
            p.decision = Some(CaleolDecision::NotAwarded);
        })
    };
    assert!(!decided("2021-07-10").shown_on(TODAY));
}

#[test]
fn a_hidden_unit_never_has_the_status_published() {
    let under_way = (false, "under-way".to_owned());
    assert_eq!(published().seen_on(TODAY), (true, "published".to_owned()));
    let named = published().case(|case| case.unit = Some(RowId::from_random(UNIT)));
    assert_eq!(named.seen_on(TODAY), under_way, "referenced by a case");
    let later = Some(day("2021-09-01"));
    assert_eq!(published().unit(|unit| unit.presented = later).seen_on(TODAY), under_way, "a presentation is planned");
    assert_eq!(published().unit(|unit| unit.withdrawn = later).seen_on(TODAY), under_way, "a withdrawal is planned");
    assert_eq!(published().unit(|unit| unit.channel = Channel::Referral).seen_on(TODAY), under_way);
    let refused = published().proposal(|p| {
        p.proposed_on = Some(day("2021-04-20"));
        p.caleol_on = Some(day("2021-04-01"));
        p.answer = Some(Answer::Refused);
    });
    assert_eq!(refused.seen_on(TODAY), under_way, "a commission before its publication");
}

#[test]
fn the_position_of_a_hidden_unit_does_not_reveal_its_code() {
    let unit = |id: u64, code: &str, hidden: bool| {
        record(id, |unit: &mut Unit| {
            unit.code = code.to_owned();
            unit.published = Some(day("2021-04-09"));
            unit.presented = hidden.then(|| day("2021-05-03"));
        })
    };
    let units =
        vec![unit(9, "L-0001", false), unit(7, "L-0002", true), unit(5, "L-0003", false), unit(3, "L-0004", true)];
    let dataset = Dataset { units: Table::from_rows(units).unwrap(), ..Dataset::default() };
    let links = Links::of(&dataset);
    let projection = Projection::of(&Lens::new(&dataset, &links, day(TODAY)), Audience::Committee);
    assert_eq!(projection.rows(TableId::Units), [9, 5, 3, 7].map(RowId::from_random));
}

//! Protection: what a committee's projection, files, completions and undo labels never hold.

use chrono::{NaiveDate, NaiveDateTime};
use clefs::domain::commune;
use clefs::domain::dataset::Dataset;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::lens::{Lens, Links, Reader};
use clefs::domain::projection::Projection;
use clefs::domain::proposal::{Answer, Decision, Proposal};
use clefs::domain::relocation::Relocation;
use clefs::domain::schema::{Audience, ColumnInfo, ColumnKey, Group, Kind, Record, TableId, Visibility};
use clefs::domain::table::Table;
use clefs::domain::unit::{Channel, Unit};
use clefs::domain::value::{Insee, Money, Territory, Value};
use clefs::edit::{Document, Edit, Stamp};
use clefs::exchange::csv::export;
use clefs::exchange::entry::{EntryContext, suggest};
use clefs::words::{Lang, Words};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stamp() -> Stamp<'static> {
    Stamp { at: NaiveDateTime::default(), by: "Exemple" }
}

/// Makes confidential values that occur nowhere else, and keeps the forms in which each may be found again.
#[derive(Default)]
struct Canaries {
    made: u32,
    needles: Vec<Vec<String>>,
}

impl Canaries {
    fn value(&mut self, column: &ColumnInfo, named: impl Fn(TableId) -> RowId) -> Value {
        self.made += 1;
        let n = self.made;
        let word = format!("Canari{n:03}");
        match column.kind {
            Kind::Text | Kind::Notes => {
                self.needles.push(vec![word.clone()]);
                Value::Text(word)
            }
            Kind::Texts => {
                self.needles.push(vec![word.clone()]);
                Value::Texts(vec![word])
            }
            Kind::Integer(_) => {
                self.needles.push(vec![(77_000_000 + n).to_string()]);
                Value::Integer((77_000_000 + n).into())
            }
            Kind::Money => {
                self.needles.push(vec![(880_000_000 + n).to_string(), format!("8800000,{:02}", n % 100)]);
                Value::Money(Money((880_000_000 + n).into()))
            }
            Kind::Date => {
                let date = day("2077-01-01") + chrono::Days::new(n.into());
                self.needles.push(vec![date.to_string(), date.format("%d/%m/%Y").to_string()]);
                Value::Date(date)
            }
            Kind::Commune => {
                let commune = &commune::all()[n as usize];
                self.needles.push(vec![commune.insee.0.clone(), commune.name.to_owned(), commune.epci_name.to_owned()]);
                Value::Commune(commune.insee.clone())
            }
            Kind::Territories => {
                let code = format!("9{n:08}");
                self.needles.push(vec![code.clone()]);
                Value::Territories(vec![Territory::Epci(code)])
            }
            // These are of few words that stand elsewhere too: that no cell of them is read is tested apart.
            Kind::Flag => Value::Flag(true),
            Kind::Choice(set) => Value::Choice(set.keys[set.keys.len() - 1].into()),
            Kind::Choices(set) => Value::Choices(vec![set.keys[set.keys.len() - 1].into()]),
            Kind::Reference(table) => Value::Reference(named(table)),
        }
    }
}

const ON_OFFER: u64 = 101;
const TAKEN: u64 = 103;

/// The one row of a table.
fn row_of(table: TableId) -> RowId {
    let place = TableId::ALL.iter().position(|known| *known == table).unwrap();
    RowId::from_random(2 * place as u64 + 3)
}

/// A document with a row in every table, all its confidential cells being canaries: two units,
/// one on offer and one taken, which shows less.
fn confidential() -> (Document, Vec<Vec<String>>) {
    let mut document = Document::new(Dataset::default());
    let mut canaries = Canaries::default();
    let insert = |table, row| Edit::Insert { table, row, values: Vec::new(), before: None };
    let on_offer = RowId::from_random(ON_OFFER);
    let taken = RowId::from_random(TAKEN);
    let mut rows: Vec<(TableId, RowId)> =
        TableId::ALL.iter().filter(|t| **t != TableId::Units).map(|table| (*table, row_of(*table))).collect();
    rows.extend([(TableId::Units, on_offer), (TableId::Units, taken)]);
    document.apply(&Edit::batch(rows.iter().map(|(t, row)| insert(*t, *row)).collect()), stamp()).unwrap();
    let published = CellRef { table: TableId::Units, row: on_offer, column: ColumnKey::new("published") };
    document.apply(&Edit::Set { cell: published, value: Value::Date(day("2021-04-09")) }, stamp()).unwrap();
    for (table, row) in rows {
        for column in table.columns().iter().filter(|column| !column.derived) {
            let is_confidential = match column.visibility {
                _ if !is_seen_at_all(table) => true,
                Visibility::Office => row != on_offer || !matches!(column.group, Group::Steps | Group::Exits),
                Visibility::WhileOnOffer => row != on_offer,
                Visibility::Everyone => false,
            };
            if is_confidential {
                let named = |to| if to == TableId::Units { taken } else { row_of(to) };
                let value = canaries.value(column, named);
                let cell = CellRef { table, row, column: column.key };
                document.apply(&Edit::Set { cell, value }, stamp()).unwrap();
            }
        }
    }
    (document, canaries.needles)
}

/// Whether a committee sees rows of the table.
fn is_seen_at_all(table: TableId) -> bool {
    Dataset::default().table(table).visibility() != Visibility::Office
}

/// All that a reader's audience gets in words: its files, and what its editors would offer.
fn all_words(reader: &dyn Reader) -> String {
    let mut all = String::new();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let context = EntryContext { today: day("2021-04-20"), reader, words: &words };
        for table in TableId::ALL {
            all.push_str(&export(*table, reader, &words).unwrap_or_default());
            for offer in suggest(Kind::Reference(*table), "", &context, usize::MAX) {
                all.push_str(&offer.label);
                all.push('\n');
            }
        }
    }
    all
}

#[test]
fn no_canary_reaches_the_committee_while_the_office_sees_each() {
    let (document, needles) = confidential();
    let dataset = document.dataset();
    let links = Links::of(dataset);
    let lens = Lens::new(dataset, &links, day("2021-07-09"));
    let projection = Projection::of(&lens, Audience::Committee);
    assert!(needles.len() > 60, "{} canaries", needles.len());

    let office = format!("{}{dataset:?}", all_words(&lens));
    let unseen: Vec<_> = needles.iter().filter(|forms| !forms.iter().any(|form| office.contains(form))).collect();
    assert_eq!(unseen, Vec::<&Vec<String>>::new(), "canaries that nobody could find would prove nothing");

    let words = Words::new(Lang::Fr);
    let labels: String = document.undo_labels().map(|label| words.say(label) + "\n").collect();
    assert!(labels.lines().count() > 50);
    for (place, text) in [
        ("projection", format!("{projection:?}")),
        ("files and completions", all_words(&projection)),
        ("undo labels", labels),
    ] {
        let found: Vec<_> = needles.iter().flatten().filter(|form| text.contains(form.as_str())).collect();
        assert_eq!(found, Vec::<&String>::new(), "in the {place}");
    }
}

#[test]
fn a_committee_reads_exactly_the_cells_that_the_schema_opens() {
    let (document, _) = confidential();
    let dataset = document.dataset();
    let links = Links::of(dataset);
    let projection = Projection::of(&Lens::new(dataset, &links, day("2021-07-09")), Audience::Committee);
    for table in TableId::ALL {
        let rows = projection.rows(*table);
        assert_eq!(rows.is_empty(), !is_seen_at_all(*table), "{table:?}");
        for row in dataset.table(*table).ids() {
            for column in table.columns() {
                let may = is_seen_at_all(*table)
                    && match column.visibility {
                        Visibility::Office => false,
                        Visibility::WhileOnOffer => row == RowId::from_random(ON_OFFER),
                        Visibility::Everyone => true,
                    };
                let read = projection.read(CellRef { table: *table, row, column: column.key });
                assert_eq!(read.is_some(), may, "{table:?} {}", column.key.as_str());
            }
        }
    }
}

/// A record with an id.
fn record<R: Record>(id: u64, fill: impl FnOnce(&mut R)) -> R {
    let mut record = R::default();
    record.set_id(RowId::from_random(id));
    fill(&mut record);
    record
}

/// A unit published on 9 April 2021 in Lille, what happened to it, and the case and proposals of it.
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
        unit.code = "L-0001".to_owned();
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

    /// Whether a committee that looks from that day sees where the unit is.
    fn is_shown_on(self, as_of: &str) -> bool {
        let dataset = Dataset {
            units: Table::from_rows(vec![self.unit]).unwrap(),
            proposals: Table::from_rows(self.proposals).unwrap(),
            relocations: Table::from_rows(self.cases).unwrap(),
            ..Dataset::default()
        };
        let links = Links::of(&dataset);
        let projection = Projection::of(&Lens::new(&dataset, &links, day(as_of)), Audience::Committee);
        let read = |column| {
            let cell = CellRef { table: TableId::Units, row: RowId::from_random(UNIT), column: ColumnKey::new(column) };
            projection.read(cell)
        };
        assert!(read("landlord").is_some() && read("coarse_status").is_some(), "always shown");
        assert_eq!(read("commune").is_some(), read("code").is_some());
        assert_eq!(read("commune").is_some(), read("epci").is_some());
        read("commune").is_some()
    }
}

const TODAY: &str = "2021-07-09";

#[test]
fn a_published_unit_without_candidate_is_shown() {
    assert!(published().is_shown_on(TODAY));
    assert!(published().is_shown_on("2021-04-09"));
}

#[test]
fn a_unit_not_yet_published_is_hidden() {
    assert!(!published().is_shown_on("2021-04-08"), "published later");
    assert!(!published().unit(|u| u.published = None).is_shown_on(TODAY));
    assert!(!published().unit(|u| u.channel = Channel::Referral).is_shown_on(TODAY), "never on the platform");
}

#[test]
fn a_unit_presented_to_the_commission_is_hidden() {
    let presented = |date: &str| published().unit(|unit| unit.presented = Some(day(date)));
    assert!(!presented("2021-05-03").is_shown_on(TODAY));
    assert!(!presented("2021-04-09").is_shown_on(TODAY), "on the day of its publication");
    assert!(!presented("2021-09-01").is_shown_on(TODAY), "a presentation that is only planned");
    assert!(!presented("2021-05-03").is_shown_on("2021-04-20"), "from an earlier day");
}

#[test]
fn a_unit_with_an_open_proposal_is_hidden() {
    assert!(!published().proposal(|_| {}).is_shown_on(TODAY), "without any date");
    assert!(!published().proposal(|p| p.proposed_on = Some(day("2021-08-01"))).is_shown_on(TODAY), "planned");
    let accepted = published().proposal(|p| {
        p.answer = Some(Answer::Accepted);
        p.decision = Some(Decision::NotAwarded);
    });
    assert!(!accepted.is_shown_on(TODAY), "an acceptance, whatever else is entered");
}

#[test]
fn a_refusal_shows_the_unit_again_only_once_it_is_published_again() {
    let refused = || {
        published().proposal(|p| {
            p.proposed_on = Some(day("2021-04-20"));
            p.caleol_on = Some(day("2021-05-03"));
            p.decision = Some(Decision::Awarded);
            p.answer = Some(Answer::Refused);
            p.answered_on = Some(day("2021-05-15"));
        })
    };
    let again = |date: &str| refused().unit(|unit| unit.published_again = Some(day(date)));
    assert!(!refused().is_shown_on(TODAY));
    assert!(again("2021-05-20").is_shown_on(TODAY));
    assert!(again("2021-05-03").is_shown_on(TODAY), "on the day of the commission");
    assert!(!again("2021-05-02").is_shown_on(TODAY), "published again before the commission");
    assert!(!again("2021-09-01").is_shown_on(TODAY), "a publication that is only planned");
    let before_the_commission = published().proposal(|p| {
        p.proposed_on = Some(day("2021-04-20"));
        p.answer = Some(Answer::Refused);
    });
    assert!(before_the_commission.is_shown_on(TODAY), "nobody was presented");
}

#[test]
fn an_earlier_proposal_that_went_to_the_commission_hides_as_well() {
    // The later proposal tells the unit's dates; the earlier one alone was presented.
    let story = published()
        .proposal(|p| {
            p.proposed_on = Some(day("2021-04-20"));
            p.caleol_on = Some(day("2021-05-03"));
            p.decision = Some(Decision::NotAwarded);
        })
        .proposal(|p| {
            p.proposed_on = Some(day("2021-04-25"));
            p.answer = Some(Answer::Refused);
        });
    assert!(!story.is_shown_on(TODAY));
}

#[test]
fn a_unit_that_is_a_home_today_stays_hidden_from_an_earlier_day() {
    let home = || {
        published()
            .proposal(|p| {
                p.proposed_on = Some(day("2021-04-20"));
                p.caleol_on = Some(day("2021-05-03"));
                p.decision = Some(Decision::Awarded);
                p.answer = Some(Answer::Accepted);
                p.answered_on = Some(day("2021-05-15"));
            })
            .case(|case| {
                case.lease_signed = Some(day("2021-05-28"));
                case.moved_in = Some(day("2021-06-15"));
            })
    };
    assert!(!home().is_shown_on(TODAY));
    assert!(!home().is_shown_on("2021-04-10"));
    let own_dates = published().unit(|unit| unit.occupied = Some(day("2021-06-15")));
    assert!(!own_dates.is_shown_on("2021-04-10"));
}

#[test]
fn a_unit_that_a_case_names_is_hidden() {
    assert!(!published().case(|case| case.unit = Some(RowId::from_random(UNIT))).is_shown_on(TODAY));
}

#[test]
fn a_unit_withdrawn_in_works_or_past_its_deadline_is_hidden() {
    let out = day("2021-06-01");
    assert!(!published().unit(|unit| unit.withdrawn = Some(out)).is_shown_on(TODAY));
    assert!(!published().unit(|unit| unit.works = Some(out)).is_shown_on(TODAY));
    assert!(!published().unit(|unit| unit.deadline_passed = Some(out)).is_shown_on(TODAY));
    let back = published().unit(|unit| {
        unit.works = Some(out);
        unit.published_again = Some(day("2021-06-20"));
    });
    assert!(back.is_shown_on(TODAY));
}

#[test]
fn the_place_of_a_hidden_unit_does_not_tell_its_code() {
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

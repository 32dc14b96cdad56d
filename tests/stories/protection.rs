//! Protection: confidential values never reach a committee's projection, files or completions, nor undo labels.

use chrono::{NaiveDate, NaiveDateTime};
use clefs::domain::commune;
use clefs::domain::dataset::Dataset;
use clefs::domain::hidden::is_hidden;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::landlord::Landlord;
use clefs::domain::lens::{Lens, Links, Reader};
use clefs::domain::projection::Projection;
use clefs::domain::schema::{Audience, ColumnInfo, Group, Kind, Record, Stake, TableId};
use clefs::domain::table::Table;
use clefs::domain::unit::Unit;
use clefs::domain::value::{Money, Territory, Value};
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

/// Makes unique confidential values (canaries) and keeps every form in which each could appear.
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
            Kind::Money(_) => {
                self.needles.push(vec![(880_000_000 + n).to_string(), format!("8800000,{:02}", n % 100)]);
                Value::Money(Money((880_000_000 + n).into()))
            }
            Kind::Date(_) => {
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
            // These have few possible values, which also occur elsewhere: their cells are tested separately.
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

/// A document with a row in every table and canaries in every confidential cell: two units,
/// one on offer and one taken, of which less is visible.
fn confidential() -> (Document, Vec<Vec<String>>) {
    let mut document = Document::new(Dataset::default());
    let mut canaries = Canaries::default();
    let insert = |table, row| Edit::Insert { table, row, values: Vec::new(), before: None };
    let on_offer = RowId::from_random(ON_OFFER);
    let taken = RowId::from_random(TAKEN);
    let mut rows: Vec<(TableId, RowId)> =
        TableId::ALL.iter().filter(|t| **t != TableId::Units).map(|table| (*table, row_of(*table))).collect();
    rows.extend([(TableId::Units, on_offer), (TableId::Units, taken)]);
    document.apply(&Edit::batch(rows.iter().map(|(t, row)| insert(*t, *row)).collect()), stamp(), None).unwrap();
    let published = CellRef { table: TableId::Units, row: on_offer, column: Unit::KEYS.published };
    document.apply(&Edit::Set { cell: published, value: Value::Date(day("2021-04-09")) }, stamp(), None).unwrap();
    for (table, row) in rows {
        for column in table.columns().iter().filter(|column| !column.is_derived()) {
            let may = |on_offer| column.visibility.allows(Audience::Committee, Stake { on_offer, own: false });
            // A date of the one on offer would take it off.
            let is_kept = row != on_offer || !matches!(column.group, Group::Steps | Group::Exits);
            let is_confidential = !is_seen_at_all(table) || if may(true) { !may(row == on_offer) } else { is_kept };
            if is_confidential {
                let named = |to| if to == TableId::Units { taken } else { row_of(to) };
                let value = canaries.value(column, named);
                let cell = CellRef { table, row, column: column.key };
                document.apply(&Edit::Set { cell, value }, stamp(), None).unwrap();
            }
        }
    }
    (document, canaries.needles)
}

/// Whether a committee sees any row of the table.
fn is_seen_at_all(table: TableId) -> bool {
    table.is_for(Audience::Committee)
}

/// Every text that a reader's audience gets: its files, and completions.
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
fn no_canary_reaches_the_committee_but_the_office_sees_each() {
    let (document, needles) = confidential();
    let dataset = document.dataset();
    let links = Links::of(dataset);
    let lens = Lens::new(dataset, &links, day("2021-07-09"));
    let projection = Projection::of(&lens, Audience::Committee);
    assert!(needles.len() > 60, "{} canaries", needles.len());

    let office = format!("{}{dataset:?}", all_words(&lens));
    let unseen: Vec<_> = needles.iter().filter(|forms| !forms.iter().any(|form| office.contains(form))).collect();
    assert_eq!(unseen, Vec::<&Vec<String>>::new(), "canaries that even the office cannot find prove nothing");

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
fn a_committee_reads_exactly_the_cells_that_the_schema_allows() {
    let (document, _) = confidential();
    let dataset = document.dataset();
    let links = Links::of(dataset);
    let projection = Projection::of(&Lens::new(dataset, &links, day("2021-07-09")), Audience::Committee);
    for table in TableId::ALL {
        let rows = projection.rows(*table);
        assert_eq!(rows.is_empty(), !is_seen_at_all(*table), "{table:?}");
        for row in dataset.table(*table).ids() {
            for column in table.columns() {
                let stake = Stake { on_offer: row == RowId::from_random(ON_OFFER), own: false };
                let may = is_seen_at_all(*table) && column.visibility.allows(Audience::Committee, stake);
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

/// A committee's file with hidden units, given by id, landlord and whether a lease has been
/// signed.
fn file_of(units: &[(u64, u64, bool)]) -> String {
    let landlord = |id: u64| record(id, |landlord: &mut Landlord| landlord.name = format!("Bailleur {id}"));
    let units = units.iter().map(|(id, landlord, is_leased)| {
        record(*id, |unit: &mut Unit| {
            unit.landlord = Some(RowId::from_random(*landlord));
            unit.published = Some(day("2021-04-09"));
            unit.presented = Some(day("2021-05-03"));
            unit.lease_signed = is_leased.then(|| day("2021-06-01"));
        })
    });
    let dataset = Dataset {
        units: Table::from_rows(units.collect()).unwrap(),
        landlords: Table::from_rows(vec![landlord(901), landlord(903)]).unwrap(),
        ..Dataset::default()
    };
    let links = Links::of(&dataset);
    let projection = Projection::of(&Lens::new(&dataset, &links, day("2021-07-09")), Audience::Committee);
    export(TableId::Units, &projection, &Words::new(Lang::Fr)).unwrap()
}

#[test]
fn a_hidden_row_cannot_be_recognised_in_the_next_export() {
    // Four units of two landlords; before the second export one of the first landlord's is leased.
    // Whichever unit that is, and whatever the ids and positions, both files must be the same.
    let tables = [
        [(11, 901, true), (13, 901, false), (15, 903, false), (17, 901, false)],
        [(17, 901, true), (15, 901, false), (11, 903, false), (13, 901, false)],
        [(13, 903, false), (11, 901, false), (17, 901, false), (15, 901, true)],
    ];
    let [first, others @ ..] = tables.map(|units| {
        let before = units.map(|(id, landlord, _)| (id, landlord, false));
        [file_of(&before), file_of(&units)]
    });
    assert_ne!(first[0], first[1], "the second export shows one lease");
    for other in others {
        assert_eq!(other, first);
    }
}

#[test]
fn invisible_characters_are_not_exported() {
    let landlord = record(1, |landlord: &mut Landlord| {
        "\u{202e}=1+1\0".clone_into(&mut landlord.name);
        landlord.aliases = vec!["Al\u{200b}pha".to_owned()];
    });
    let dataset = Dataset { landlords: Table::from_rows(vec![landlord]).unwrap(), ..Dataset::default() };
    let links = Links::of(&dataset);
    let file = export(TableId::Landlords, &Lens::new(&dataset, &links, day("2021-07-09")), &Words::new(Lang::Fr));
    let file = file.unwrap();
    assert!(file.contains("\n'=1+1;;Alpha;"), "{file:?}");
    assert!(!file.trim_start_matches('\u{feff}').chars().any(is_hidden), "{file:?}");
}

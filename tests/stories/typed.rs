//! Typed entry: parsing what people type into a cell, and completion.

mod tables;

use std::slice::from_ref;

use clefs::domain::commune;
use clefs::domain::dataset::Dataset;
use clefs::domain::lens::{Lens, Links, Reader};
use clefs::domain::projection::Projection;
use clefs::domain::schema::{Audience, Covers, Kind, NumberUnit, TableId};
use clefs::domain::unit::{Dwelling, Energy};
use clefs::domain::value::{Insee, Money, Territory, Value};
use clefs::exchange::entry::{Entry, EntryContext, EntryError, Suggestion, parse, suggest};
use clefs::words::{Lang, Words};

use crate::exchange::{day, filled, id, in_context, text, with_sector};
use crate::store::template::LANDLORDS;

/// The real landlords by name only, without figures.
pub fn with_landlords() -> Dataset {
    let rows: Vec<_> = LANDLORDS.iter().map(|name| (TableId::Landlords, vec![("name", text(name))])).collect();
    filled(&rows)
}

fn kind_of(name: &str) -> Kind {
    match name {
        "date" => Kind::DATE,
        "integer" => Kind::Integer(NumberUnit::SquareMetres),
        "money" => Kind::Money(Covers::Rent),
        "dwelling" => Kind::Choice(Dwelling::SET),
        "commune" => Kind::Commune,
        "landlord" => Kind::Reference(TableId::Landlords),
        other => panic!("unknown kind {other}"),
    }
}

/// A value or a suggestion in the fixture's notation.
pub fn written(value: &Value, dataset: &Dataset) -> String {
    match value {
        Value::Empty => "empty".to_owned(),
        Value::Date(date) => date.to_string(),
        Value::Integer(n) => n.to_string(),
        Value::Money(Money(cents)) => cents.to_string(),
        Value::Choice(key) => key.to_string(),
        Value::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Value::Commune(insee) => insee.0.clone(),
        Value::Reference(row) => dataset.landlords.find(*row).unwrap().name.clone(),
        Value::Territories(places) => {
            let code = |place: &Territory| match place {
                Territory::Anywhere => "anywhere".to_owned(),
                Territory::Departement(code) | Territory::Epci(code) => code.clone(),
                Territory::Commune(insee) => insee.0.clone(),
                Territory::Sector(row) => dataset.sectors.find(*row).unwrap().name.clone(),
            };
            places.iter().map(code).collect::<Vec<_>>().join(" & ")
        }
        other => panic!("{other:?}"),
    }
}

/// The list of typed entries: kind, text, result.
pub fn list() -> Vec<(String, String, String)> {
    let fixture = include_str!("../fixtures/typed-values.csv");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(fixture.as_bytes());
    let lines = reader.records().map(|line| {
        let line = line.unwrap();
        // The list omits Équihen-Plage, whose INSEE code this is; as its own lines on 59350 and
        // 02100 state, an INSEE code that is also a postcode suggests both.
        let gives = if &line[1] == "62300" { "ask: 62300, 62291, 62498" } else { &line[2] };
        (line[0].to_owned(), line[1].to_owned(), gives.to_owned())
    });
    lines.collect()
}

/// A parse result in the list's notation.
pub fn given(gives: &str, offers: &[Suggestion], dataset: &Dataset) -> String {
    if gives == "ask" && !offers.is_empty() {
        return "ask".to_owned();
    }
    let all: Vec<_> = offers.iter().map(|offer| written(&offer.value, dataset)).collect();
    format!("ask: {}", all.join(", "))
}

#[test]
fn every_entry_of_the_list_parses_as_listed() {
    let dataset = with_landlords();
    let list = list();
    let mut wrong = Vec::new();
    in_context(&dataset, Lang::Fr, |context| {
        for (kind, typed, gives) in &list {
            let given = match parse(kind_of(kind), typed, context) {
                Entry::Value(value) => written(&value, &dataset),
                Entry::Part(value, rest) => format!("{} + {rest}", written(&value, &dataset)),
                Entry::Error(_) => "error".to_owned(),
                Entry::Ask(offers) => given(gives, &offers, &dataset),
            };
            if given != *gives {
                wrong.push(format!("{kind} « {typed} » gives {given}, not {gives}"));
            }
        }
    });
    assert_eq!(wrong, Vec::<String>::new());
    assert!(list.len() > 100, "the list is complete");
}

#[test]
fn refused_dates_numbers_and_choices_have_a_reason() {
    let dataset = Dataset::default();
    in_context(&dataset, Lang::Fr, |context| {
        let check = |kind, typed, error| assert_eq!(parse(kind, typed, context), Entry::Error(error), "{typed}");
        check(Kind::DATE, "30/02/2021", EntryError::NoSuchDay);
        check(Kind::DATE, "4/13/21", EntryError::NoSuchDay);
        check(Kind::DATE, "9/4/1921", EntryError::YearOutOfRange);
        check(Kind::DATE, "44295", EntryError::SerialNumber);
        check(Kind::DATE, "9 jui 21", EntryError::NotADate);
        check(Kind::Integer(NumberUnit::Plain), "62 m²", EntryError::NotANumber);
        check(Kind::Integer(NumberUnit::Plain), "2 enfants", EntryError::NotANumber);
        // A rank may be written as one.
        for (rank, n) in [("1er", 1), ("2e", 2), ("3ème", 3)] {
            assert_eq!(parse(Kind::Integer(NumberUnit::Plain), rank, context), Entry::Value(Value::Integer(n)));
        }
        check(Kind::Integer(NumberUnit::Plain), "62,5", EntryError::NotWhole);
        check(Kind::Integer(NumberUnit::Plain), "-1", EntryError::Negative);
        check(Kind::Integer(NumberUnit::Plain), "5000000000", EntryError::TooLarge);
        check(Kind::Money(Covers::Rent), "1.234", EntryError::Ambiguous);
        check(Kind::Money(Covers::Rent), "4 32,10", EntryError::BadGrouping);
        check(Kind::Money(Covers::Rent), "1 432,105", EntryError::TooPrecise);
        check(Kind::Money(Covers::Rent), "(120,50)", EntryError::Negative);
        check(Kind::Flag, "peut-être", EntryError::NotAFlag);
        check(Kind::Choice(Energy::SET), "H", EntryError::NotAChoice { choices: "A, B, C, D, E, F, G".to_owned() });
        check(Kind::Commune, "Bruxelles", EntryError::NoSuchCommune);
        check(Kind::Territories, "Nord; Bruxelles", EntryError::NoSuchPlace);
    });
}

#[test]
fn a_distant_two_digit_year_needs_confirmation() {
    in_context(&Dataset::default(), Lang::Fr, |context| {
        let typed = |text| match parse(Kind::DATE, text, context) {
            Entry::Value(Value::Date(day)) => vec![day.to_string()],
            Entry::Ask(offers) => offers.iter().map(|offer| offer.label.clone()).collect(),
            other => panic!("{text}: {other:?}"),
        };
        // It is 2021: up to ten years ahead are accepted.
        assert_eq!(typed("9/4/31"), ["2031-04-09"]);
        assert_eq!(typed("9/4/00"), ["2000-04-09"]);
        for text in ["9/4/99", "9 avril 99", "090499"] {
            assert_eq!(typed(text), ["9 avril 1999", "9 avril 2099"], "{text}");
        }
        assert_eq!(typed("9/4/32"), ["9 avril 1932", "9 avril 2032"]);
        // Four digits are unambiguous, and a suggestion may be typed.
        assert_eq!(typed("9/4/1999"), ["1999-04-09"]);
        assert_eq!(typed("9/4/2099"), ["2099-04-09"]);
        assert_eq!(parse(Kind::DATE, "31/4/99", context), Entry::Error(EntryError::NoSuchDay));
    });
}

#[test]
fn a_day_to_come_without_a_year_is_the_nearest_one() {
    let dataset = Dataset::default();
    in_context(&dataset, Lang::Fr, |context| {
        for (today, typed, tense, day) in [
            ("2021-11-30", "15/1", Kind::DATE_NEAR, "2022-01-15"),
            ("2021-11-30", "15/1", Kind::DATE, "2021-01-15"),
            ("2021-11-30", "1/10", Kind::DATE_NEAR, "2021-10-01"),
            ("2021-11-30", "15/1/21", Kind::DATE_NEAR, "2021-01-15"),
            ("2021-07-09", "1/9", Kind::DATE_NEAR, "2021-09-01"),
            ("2021-07-09", "1/6", Kind::DATE_NEAR, "2021-06-01"),
            ("2023-12-01", "29/2", Kind::DATE_NEAR, "2024-02-29"),
            ("2021-12-20", "5 janvier à 14h", Kind::DATE_NEAR, "2022-01-05"),
            ("2021-07-09", "5 mars", Kind::DATE_NEXT, "2022-03-05"),
            ("2021-07-09", "9/7", Kind::DATE_NEXT, "2021-07-09"),
            ("2021-12-20", "immédiatement", Kind::DATE_NEAR, "2021-12-20"),
            ("2021-12-20", "Aujourd’hui", Kind::DATE, "2021-12-20"),
        ] {
            let context = EntryContext { today: crate::build::day(today), ..*context };
            let found = match parse(tense, typed, &context) {
                Entry::Value(Value::Date(found)) | Entry::Part(Value::Date(found), _) => found.to_string(),
                other => panic!("{typed}: {other:?}"),
            };
            assert_eq!(found, day, "{typed} on {today}");
        }
    });
}

#[test]
fn yes_and_no_in_every_common_spelling() {
    in_context(&Dataset::default(), Lang::Fr, |context| {
        for (typed, flag) in [
            ("oui", true),
            ("O", true),
            ("x", true),
            ("Vrai", true),
            ("yes", true),
            ("1", true),
            ("non", false),
            ("N", false),
            ("FAUX", false),
            ("no", false),
            ("0", false),
        ] {
            assert_eq!(parse(Kind::Flag, typed, context), Entry::Value(Value::Flag(flag)), "{typed}");
        }
        assert_eq!(parse(Kind::Flag, " ", context), Entry::Value(Value::Empty));
    });
}

#[test]
fn several_choices_in_one_cell() {
    in_context(&Dataset::default(), Lang::Fr, |context| {
        let check = |typed: &str, keys: &[&'static str]| {
            let value = Value::Choices(keys.iter().map(|key| (*key).into()).collect());
            assert_eq!(parse(Kind::Choices(Dwelling::SET), typed, context), Entry::Value(value), "{typed}");
        };
        check("T2, T3", &["T2", "T3"]);
        check("T2 T3", &["T2", "T3"]);
        check("t2/f3;4", &["T2", "T3", "T4"]);
        check("T2-T4", &["T2", "T3", "T4"]);
        check("T2 à T4", &["T2", "T3", "T4"]);
        check("T1 bis T3", &["T1bis", "T3"]);
        check("T2 ou T3", &["T2", "T3"]);
        check("T3, T3", &["T3"]);
        check("T6 et plus", &["T6+"]);
        assert!(matches!(parse(Kind::Choices(Dwelling::SET), "T2, maison", context), Entry::Error(_)));
    });
}

#[test]
fn territories_by_name_code_or_initials_and_a_commune_suggests_its_surroundings() {
    let dataset = with_sector();
    in_context(&dataset, Lang::Fr, |context| {
        let check = |typed: &str, places: &[Territory]| {
            let value = Value::Territories(places.to_vec());
            assert_eq!(parse(Kind::Territories, typed, context), Entry::Value(value), "{typed}");
        };
        let nord = Territory::Departement("59".to_owned());
        let mel = Territory::Epci(commune::find(&Insee("59350".to_owned())).unwrap().epci.to_owned());
        check("Nord", from_ref(&nord));
        check("59", from_ref(&nord));
        check("nord (59) ; MEL", &[nord.clone(), mel.clone()]);
        check("metropole europeenne de lille", from_ref(&mel));
        check("partout", &[Territory::Anywhere]);
        check("secteur exemple; 59;59", &[Territory::Sector(id(1)), nord.clone()]);
        check("Lille (59)", &[Territory::Commune(Insee("59350".to_owned()))]);

        let Entry::Ask(offers) = parse(Kind::Territories, "Nord; Lens; MEL", context) else { panic!("asks") };
        let labels: Vec<_> = offers.iter().map(|offer| offer.label.as_str()).collect();
        assert!(labels.contains(&"CA de Lens - Liévin") && labels.contains(&"Secteur Exemple"), "{labels:?}");
        for offer in &offers {
            let Value::Territories(places) = &offer.value else { panic!("a list") };
            assert!(places.contains(&nord) && places.contains(&mel) && places.len() == 3, "the other parts are kept");
        }
        let narrow = |offer: &Suggestion| match &offer.value {
            Value::Territories(places) => places.iter().any(|place| matches!(place, Territory::Commune(_))),
            _ => false,
        };
        assert_eq!(offers.iter().position(narrow), Some(offers.len() - 1), "the commune itself comes last");
    });
}

#[test]
fn a_record_is_found_by_alias_and_a_committee_by_its_date() {
    let aliases = Value::Texts(vec!["Alpha de l’Est".to_owned()]);
    let held = Value::Choice("held".into());
    let dataset = filled(&[
        (TableId::Landlords, vec![("name", text("Bailleur Alpha")), ("short_name", text("BA")), ("aliases", aliases)]),
        (TableId::Landlords, vec![("name", text("Bailleur Bravo"))]),
        (TableId::Committees, vec![("held_on", Value::Date(day("2021-04-09"))), ("state", held)]),
        (TableId::Units, vec![("landlord", Value::Reference(id(1))), ("code", text("L-0147"))]),
    ]);
    in_context(&dataset, Lang::Fr, |context| {
        let read = |table, typed: &str| parse(Kind::Reference(table), typed, context);
        let takes = |table, typed: &str, row| {
            assert_eq!(read(table, typed), Entry::Value(Value::Reference(row)), "{typed}");
        };
        takes(TableId::Landlords, "ba", id(1));
        takes(TableId::Landlords, "alpha est", id(1));
        takes(TableId::Landlords, "brav", id(2));
        takes(TableId::Committees, "9/4/21", id(3));
        takes(TableId::Committees, "09/04/2021", id(3));
        takes(TableId::Units, "l 0147", id(4));
        assert!(matches!(read(TableId::Landlords, "bailleur"), Entry::Ask(offers) if offers.len() == 2));
        // Part of a code is suggested, never accepted: it could be another woman's home.
        assert!(matches!(read(TableId::Units, "l 014"), Entry::Ask(offers) if offers.len() == 1));
        assert_eq!(read(TableId::Landlords, "Inconnu"), Entry::Error(EntryError::NoSuchRecord(TableId::Landlords)));
    });
}

#[test]
fn completion_ranks_by_likelihood_and_respects_the_limit() {
    let dataset = with_landlords();
    in_context(&dataset, Lang::Fr, |context| {
        let labels = |kind, typed: &str, limit| -> Vec<String> {
            suggest(kind, typed, context, limit).into_iter().map(|offer| offer.label).collect()
        };
        let landlords = Kind::Reference(TableId::Landlords);
        assert_eq!(labels(Kind::Commune, "lil", 2), ["Lille (59)", "Lillers (62)"]);
        assert_eq!(labels(Kind::Commune, "st amand l", 1), ["Saint-Amand-les-Eaux (59)"]);
        assert_eq!(labels(Kind::Commune, "lilel", 1), ["Lille (59)"]);
        assert_eq!(labels(Kind::Commune, "", 1), ["Lille (59)"]);
        assert_eq!(labels(Kind::Commune, "abancourt (6", 5).len(), 2);
        assert_eq!(labels(Kind::Commune, "abancourt (60", 5), ["Abancourt (60)"]);
        assert_eq!(labels(landlords, "logi", 9), ["3F Notre Logis", "Logifim", "Logis Métropole"]);
        assert_eq!(labels(landlords, "", 99).len(), 17);
        assert_eq!(labels(Kind::Flag, "o", 9), ["oui"]);
        assert_eq!(labels(Kind::Choice(Dwelling::SET), "t1", 9), ["T1", "T1 bis"]);
        assert_eq!(labels(Kind::Territories, "Nord; cambr", 9), ["CA de Cambrai"]);
        assert_eq!(labels(Kind::DATE, "9", 9), Vec::<String>::new());
        let next: Vec<Suggestion> = suggest(Kind::Choices(Dwelling::SET), "T2, t3", context, 9);
        assert_eq!(next, [Suggestion::new(Value::Choices(vec!["T2".into(), "T3".into()]), "T3".to_owned())]);
    });
}

#[test]
fn completion_never_reveals_what_a_committee_may_not_see() {
    let dataset = filled(&[
        (TableId::Landlords, vec![("name", text("Bailleur Alpha"))]),
        (TableId::Units, vec![("landlord", Value::Reference(id(1))), ("code", text("L-0147"))]),
        (TableId::Relocations, vec![("code", text("R-7KQ4M"))]),
    ]);
    let (links, words, today) = (Links::of(&dataset), Words::new(Lang::Fr), day("2021-04-20"));
    let lens = Lens::new(&dataset, &links, today);
    let projection = Projection::of(&lens, Audience::Committee);
    let offered = |reader: &dyn Reader| {
        let context = EntryContext { today, reader, words: &words };
        [TableId::Landlords, TableId::Units, TableId::Relocations]
            .map(|table| suggest(Kind::Reference(table), "", &context, 9).len())
    };
    assert_eq!(offered(&lens), [1, 1, 1]);
    assert_eq!(offered(&projection), [1, 0, 0]);
}

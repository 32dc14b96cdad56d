//! What people write in a cell, kind by kind: the tables of `fixtures/typed`, each line of which must give what
//! it says.
//!
//! `gives` is a value, a value `+` what goes to the notes, `ask` with or without the choices, or `error` with or
//! without the reason.

use std::collections::BTreeSet;

use clefs::domain::commune;
use clefs::domain::dataset::Dataset;
use clefs::domain::proposal::{Answer, Reason};
use clefs::domain::schema::{Covers, Kind, NumberUnit};
use clefs::domain::unit::{Building, Dwelling, Energy, Financing, LeaseType, Quota};
use clefs::domain::value::Value;
use clefs::exchange::entry::{Entry, EntryContext, parse, suggest};
use clefs::exchange::show;
use clefs::words::Lang;

use super::{given, written};
use crate::exchange::in_context;

macro_rules! tables {
    ($($name:literal => $kind:expr),+ $(,)?) => {
        [$(($name, $kind, include_str!(concat!("../../fixtures/typed/", $name, ".csv")))),+]
    };
}

/// Each table with its kind.
const TABLES: [(&str, Kind, &str); 19] = tables! {
    "adults" => Kind::Integer(NumberUnit::Adults),
    "answers" => Kind::Choice(Answer::SET),
    "buildings" => Kind::Choice(Building::SET),
    "ceilings" => Kind::Money(Covers::RentAndCharges),
    "charges" => Kind::Money(Covers::Charges),
    "children" => Kind::Integer(NumberUnit::Children),
    "communes" => Kind::Commune,
    "dates" => Kind::DATE,
    "days" => Kind::Integer(NumberUnit::Days),
    "dwellings" => Kind::Choice(Dwelling::SET),
    "energies" => Kind::Choice(Energy::SET),
    "financings" => Kind::Choice(Financing::SET),
    "flags" => Kind::Flag,
    "floors" => Kind::Integer(NumberUnit::Floor),
    "leases" => Kind::Choice(LeaseType::SET),
    "quotas" => Kind::Choice(Quota::SET),
    "rents" => Kind::Money(Covers::Rent),
    "surfaces" => Kind::Integer(NumberUnit::SquareMetres),
    "territories" => Kind::Territories,
};

/// Text and result of each line of a table.
fn lines(table: &str) -> Vec<(String, String)> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(table.as_bytes());
    let lines = reader.records().map(|line| {
        let line = line.unwrap();
        (line[0].to_owned(), line[1].to_owned())
    });
    lines.collect()
}

/// What parsing gives, in the notation of the tables.
fn outcome(kind: Kind, typed: &str, gives: &str, context: &EntryContext) -> String {
    let dataset = Dataset::default();
    match parse(kind, typed, context) {
        Entry::Value(value) => written(&value, &dataset),
        Entry::Part(value, rest) => format!("{} + {rest}", written(&value, &dataset)),
        Entry::Ask(offers) => given(gives, &offers, &dataset),
        Entry::Error(_) if gives == "error" => gives.to_owned(),
        Entry::Error(error) => format!("error: {}", error.message().key.trim_start_matches("entry-")),
    }
}

fn is_accepted(gives: &str) -> bool {
    !gives.starts_with("ask") && !gives.starts_with("error")
}

#[test]
fn each_line_gives_what_it_says() {
    let mut wrong = Vec::new();
    in_context(&Dataset::default(), Lang::Fr, |context| {
        for (name, kind, table) in TABLES {
            for (typed, gives) in lines(table) {
                let is = outcome(kind, &typed, &gives, context);
                if is != gives {
                    wrong.push(format!("{name}: « {typed} » gives {is}, not {gives}"));
                }
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_tables_are_large_and_repeat_nothing() {
    let (mut accepted, mut refused) = (0, 0);
    for (name, _, table) in TABLES {
        let lines = lines(table);
        let texts: BTreeSet<&String> = lines.iter().map(|(typed, _)| typed).collect();
        assert_eq!(texts.len(), lines.len(), "{name} repeats a text");
        let taken = lines.iter().filter(|(_, gives)| is_accepted(gives)).count();
        assert!(taken > 0 && taken < lines.len(), "{name} has texts of both kinds");
        accepted += taken;
        refused += lines.len() - taken;
    }
    assert!(accepted >= 400 && refused >= 400, "{accepted} accepted, {refused} refused or asked");
}

/// A value is the same however it was written: as it is shown, it is taken again.
#[test]
fn what_a_variant_gives_is_shown_in_a_form_that_is_taken() {
    in_context(&Dataset::default(), Lang::Fr, |context| {
        for (name, kind, table) in TABLES {
            for (typed, _) in lines(table).iter().filter(|(_, gives)| is_accepted(gives)) {
                let (Entry::Value(value) | Entry::Part(value, _)) = parse(kind, typed, context) else { continue };
                let shown = show::value(&value, kind, context.reader, context.words);
                assert_eq!(parse(kind, &shown, context), Entry::Value(value), "{name}: {typed} is shown as {shown}");
            }
        }
    });
}

/// Whoever sees a choice to make sees the commune meant among the first.
#[test]
fn communes_are_offered_by_the_names_they_are_taken_by() {
    let (_, kind, table) = TABLES.into_iter().find(|(name, ..)| *name == "communes").expect("the communes");
    let missing = in_context(&Dataset::default(), Lang::Fr, |context| {
        let all = lines(table).into_iter().filter(|(_, gives)| is_accepted(gives));
        let is_missing = |(typed, gives): &(String, String)| {
            let offers = suggest(kind, typed, context, 8);
            !offers.iter().any(|offer| matches!(&offer.value, Value::Commune(insee) if insee.0 == *gives))
        };
        all.filter(is_missing).map(|(typed, _)| typed).collect::<Vec<_>>()
    });
    assert_eq!(missing, Vec::<String>::new());
}

/// Each name of the region in the short forms that people write: it is understood, or is among the answers to choose from.
#[test]
fn every_name_is_understood_in_its_short_forms() {
    let forms: [(&str, &[&str]); 9] = [
        ("Saint", &["St", "St."]),
        ("Sainte", &["Ste", "STE."]),
        ("sur", &["s/", "s.", "s", "/"]),
        ("sous", &["s/s", "S/S", "ss", "s/"]),
        ("lès", &["lez", "les", "LES"]),
        ("lez", &["lès", "les"]),
        ("Mont", &["Mt"]),
        ("Grand", &["Gd"]),
        ("Notre", &["N."]),
    ];
    let mut wrong = Vec::new();
    let (mut taken, mut all) = (0, 0);
    for commune in commune::all() {
        let words: Vec<&str> = commune.name.split(['-', ' ']).collect();
        for (whole, shorts) in forms {
            let Some(at) = words.iter().position(|word| *word == whole) else { continue };
            for short in shorts {
                if whole == "Notre" && words.get(at + 1) != Some(&"Dame") {
                    continue;
                }
                let mut written = words.clone();
                written[at] = short;
                let text = written.join(" ").replace("N. Dame", "N.D.");
                let meant = commune::meant(&text);
                all += 1;
                taken += usize::from(meant.communes.len() == 1 && meant.is_certain);
                if !meant.communes.iter().any(|found| found.commune.insee == commune.insee) {
                    wrong.push(text);
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(taken * 10 >= all * 9, "{taken} of {all} without a question");
}

#[test]
fn reasons_of_a_refusal_stand_under_whose_they_are() {
    in_context(&Dataset::default(), Lang::Fr, |context| {
        let offers = suggest(Kind::Choice(Reason::SET), "", context, usize::MAX);
        let headings: Vec<_> =
            offers.chunk_by(|a, b| a.heading == b.heading).map(|part| part[0].heading.as_str()).collect();
        assert_eq!(headings, ["Motifs du ménage", "Motifs du bailleur"]);
        assert!(suggest(Kind::Choice(Answer::SET), "", context, 8).iter().all(|offer| offer.heading.is_empty()));
    });
}

#[test]
fn a_former_name_is_said_beside_the_commune_of_today() {
    in_context(&Dataset::default(), Lang::Fr, |context| {
        let offers = suggest(Kind::Commune, "lomm", context, 3);
        assert_eq!((offers[0].label.as_str(), offers[0].detail.as_str()), ("Lille (59)", "Lomme"));
        // A sector that is defined by Lomme is not all of Lille.
        assert!(!matches!(parse(Kind::Territories, "Lomme (59)", context), Entry::Value(_)));
        assert!(matches!(parse(Kind::Territories, "Lomme", context), Entry::Ask(_)));
    });
}

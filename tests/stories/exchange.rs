//! Exchange: what people type, what cells show, what a CSV holds.

use chrono::{NaiveDate, NaiveDateTime};
use clefs::domain::commune;
use clefs::domain::dataset::Dataset;
use clefs::domain::fold::{fold, fold_place};
use clefs::domain::id::RowId;
use clefs::domain::lens::{Lens, Links, Reader};
use clefs::domain::projection::Projection;
use clefs::domain::schema::{Audience, ColumnKey, Kind, Measure, TableId};
use clefs::domain::unit::{Dwelling, Energy};
use clefs::domain::value::{Insee, Money, Territory, Value};
use clefs::edit::{Document, Edit, Stamp};
use clefs::exchange::csv::{ExportError, export};
use clefs::exchange::entry::{Entry, EntryContext, EntryError, Suggestion, parse, suggest};
use clefs::exchange::show;
use clefs::words::{Lang, Words};
use proptest::prelude::*;

/// The landlords of the founding document, by name alone: no figure stands beside them.
const LANDLORDS: [&str; 17] = [
    "Logis Métropole",
    "SIGH",
    "Vilogia",
    "Flandre Opale Habitat",
    "SIA Habitat",
    "3F Notre Logis",
    "LMH",
    "Logifim",
    "Norevie",
    "Maisons et Cités",
    "Pas-de-Calais habitat",
    "Clésence",
    "Partenord",
    "ICF Habitat Nord-Est",
    "Groupe Sambre Avesnois Immobilier",
    "SA HLM de l’Oise",
    "Fourmies Habitat",
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stamp() -> Stamp<'static> {
    Stamp { at: NaiveDateTime::default(), by: "Exemple" }
}

fn id(number: u64) -> RowId {
    RowId::from_random(number * 2)
}

/// Rows of one table, each of these values, with ids 1, 2, 3…
fn filled(rows: &[(TableId, Vec<(&'static str, Value)>)]) -> Dataset {
    let mut document = Document::new(Dataset::default());
    let edits = (1..)
        .zip(rows)
        .map(|(number, (table, values))| Edit::Insert {
            table: *table,
            row: id(number),
            values: values.iter().map(|(key, value)| (ColumnKey::new(key), value.clone())).collect(),
            before: None,
        })
        .collect();
    document.apply(&Edit::batch(edits), stamp()).unwrap();
    document.dataset().clone()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn with_landlords() -> Dataset {
    let rows: Vec<_> = LANDLORDS.iter().map(|name| (TableId::Landlords, vec![("name", text(name))])).collect();
    filled(&rows)
}

/// Runs `check` in the context of a dataset, on 20 April 2021, in French.
fn in_context<T>(dataset: &Dataset, lang: Lang, check: impl FnOnce(&EntryContext) -> T) -> T {
    let (links, words) = (Links::of(dataset), Words::new(lang));
    let today = day("2021-04-20");
    check(&EntryContext { today, reader: &Lens::new(dataset, &links, today), words: &words })
}

fn kind_of(name: &str) -> Kind {
    match name {
        "date" => Kind::Date,
        "integer" => Kind::Integer(Measure::SquareMetres),
        "money" => Kind::Money,
        "dwelling" => Kind::Choice(Dwelling::SET),
        "commune" => Kind::Commune,
        "landlord" => Kind::Reference(TableId::Landlords),
        other => panic!("unknown kind {other}"),
    }
}

/// A value or an offer, as the fixture writes it.
fn written(value: &Value, dataset: &Dataset) -> String {
    match value {
        Value::Empty => "empty".to_owned(),
        Value::Date(date) => date.to_string(),
        Value::Integer(n) => n.to_string(),
        Value::Money(Money(cents)) => cents.to_string(),
        Value::Choice(key) => key.to_string(),
        Value::Commune(insee) => insee.0.clone(),
        Value::Reference(row) => dataset.landlords.find(*row).unwrap().name.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_typed_value_of_the_list_gives_what_it_must() {
    let fixture = include_str!("../fixtures/typed-values.csv");
    let dataset = with_landlords();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(fixture.as_bytes());
    let mut wrong = Vec::new();
    let mut lines = 0;
    in_context(&dataset, Lang::Fr, |context| {
        for line in reader.records() {
            let line = line.unwrap();
            let (kind, typed, mut gives) = (&line[0], &line[1], &line[2]);
            if (kind, typed) == ("commune", "62300") {
                // The list leaves out Équihen-Plage, whose INSEE code this is; by its own lines on
                // 59350 and 02100 an INSEE code that is also a postcode offers both.
                assert_eq!(gives, "ask: 62291, 62498");
                gives = "ask: 62300, 62291, 62498";
            }
            lines += 1;
            let given = match parse(kind_of(kind), typed, context) {
                Entry::Value(value) => written(&value, &dataset),
                Entry::Error(_) => "error".to_owned(),
                Entry::Ask(offers) if gives == "ask" => {
                    assert!(!offers.is_empty());
                    "ask".to_owned()
                }
                Entry::Ask(offers) => {
                    let all: Vec<_> = offers.iter().map(|offer| written(&offer.value, &dataset)).collect();
                    format!("ask: {}", all.join(", "))
                }
            };
            if given != gives {
                wrong.push(format!("{kind} « {typed} » gives {given}, not {gives}"));
            }
        }
    });
    assert_eq!(wrong, Vec::<String>::new());
    assert!(lines > 100, "the list was read");
}

#[test]
fn dates_numbers_and_choices_say_why_they_are_refused() {
    let dataset = Dataset::default();
    in_context(&dataset, Lang::Fr, |context| {
        let check = |kind, typed, error| assert_eq!(parse(kind, typed, context), Entry::Error(error), "{typed}");
        check(Kind::Date, "30/02/2021", EntryError::NoSuchDay);
        check(Kind::Date, "4/13/21", EntryError::NoSuchDay);
        check(Kind::Date, "9/4/1921", EntryError::YearOutOfRange);
        check(Kind::Date, "44295", EntryError::SerialNumber);
        check(Kind::Date, "9 jui 21", EntryError::NotADate);
        check(Kind::Integer(Measure::Plain), "62 m²", EntryError::NotANumber);
        check(Kind::Integer(Measure::Plain), "62,5", EntryError::NotWhole);
        check(Kind::Integer(Measure::Plain), "-1", EntryError::Negative);
        check(Kind::Integer(Measure::Plain), "5000000000", EntryError::TooLarge);
        check(Kind::Money, "1.234", EntryError::Ambiguous);
        check(Kind::Money, "4 32,10", EntryError::BadGrouping);
        check(Kind::Money, "1 432,105", EntryError::TooPrecise);
        check(Kind::Money, "(120,50)", EntryError::Negative);
        check(Kind::Flag, "peut-être", EntryError::NotAFlag);
        check(Kind::Choice(Energy::SET), "H", EntryError::NotAChoice { choices: "A, B, C, D, E, F, G".to_owned() });
        check(Kind::Commune, "Bruxelles", EntryError::NoSuchCommune);
        check(Kind::Territories, "Nord; Bruxelles", EntryError::NoSuchPlace);
    });
}

#[test]
fn every_refused_entry_says_what_to_do_in_both_languages() {
    let errors = [
        EntryError::NotADate,
        EntryError::NoSuchDay,
        EntryError::YearOutOfRange,
        EntryError::SerialNumber,
        EntryError::NotANumber,
        EntryError::NotWhole,
        EntryError::Negative,
        EntryError::TooLarge,
        EntryError::Ambiguous,
        EntryError::BadGrouping,
        EntryError::TooPrecise,
        EntryError::NotAFlag,
        EntryError::NotAChoice { choices: "T1, T2".to_owned() },
        EntryError::NoSuchCommune,
        EntryError::NoSuchRecord(TableId::Landlords),
        EntryError::NoSuchPlace,
    ];
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for error in &errors {
            let message = error.message();
            let said = words.say(&message);
            assert!(said != message.key && said.ends_with('.') && !said.contains('{'), "{lang:?}: {said}");
        }
    }
}

#[test]
fn yes_and_no_in_every_way_people_write_them() {
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

/// A dataset with a sector of Lens and its neighbours.
fn with_sector() -> Dataset {
    let lens = commune::find(&Insee("62498".to_owned())).unwrap();
    let places = Value::Territories(vec![Territory::Epci(lens.epci.to_owned())]);
    filled(&[(TableId::Sectors, vec![("name", text("Secteur Exemple")), ("communes", places)])])
}

#[test]
fn territories_by_name_code_or_initials_and_a_commune_offers_what_is_around_it() {
    let dataset = with_sector();
    in_context(&dataset, Lang::Fr, |context| {
        let check = |typed: &str, places: &[Territory]| {
            let value = Value::Territories(places.to_vec());
            assert_eq!(parse(Kind::Territories, typed, context), Entry::Value(value), "{typed}");
        };
        let nord = Territory::Departement("59".to_owned());
        let mel = Territory::Epci(commune::find(&Insee("59350".to_owned())).unwrap().epci.to_owned());
        check("Nord", &[nord.clone()]);
        check("59", &[nord.clone()]);
        check("nord (59) ; MEL", &[nord.clone(), mel.clone()]);
        check("metropole europeenne de lille", &[mel.clone()]);
        check("partout", &[Territory::Anywhere]);
        check("secteur exemple; 59;59", &[Territory::Sector(id(1)), nord.clone()]);
        check("Lille (59)", &[Territory::Commune(Insee("59350".to_owned()))]);

        let Entry::Ask(offers) = parse(Kind::Territories, "Nord; Lens; MEL", context) else { panic!("asks") };
        let labels: Vec<_> = offers.iter().map(|offer| offer.label.as_str()).collect();
        assert!(labels.contains(&"CA de Lens - Liévin") && labels.contains(&"Secteur Exemple"), "{labels:?}");
        for offer in &offers {
            let Value::Territories(places) = &offer.value else { panic!("a list") };
            assert!(places.contains(&nord) && places.contains(&mel) && places.len() == 3, "the other parts are kept");
            assert!(!places.iter().any(|place| matches!(place, Territory::Commune(_))), "never as narrow as a commune");
        }
    });
}

#[test]
fn a_record_is_found_by_other_names_and_a_committee_by_its_day() {
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
        // A part of a code is offered, never taken: it could be another woman's home.
        assert!(matches!(read(TableId::Units, "l 014"), Entry::Ask(offers) if offers.len() == 1));
        assert_eq!(read(TableId::Landlords, "Inconnu"), Entry::Error(EntryError::NoSuchRecord(TableId::Landlords)));
    });
}

#[test]
fn completion_offers_the_likeliest_first_and_no_more_than_asked() {
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
        assert_eq!(labels(Kind::Date, "9", 9), Vec::<String>::new());
        let next: Vec<Suggestion> = suggest(Kind::Choices(Dwelling::SET), "T2, t3", context, 9);
        assert_eq!(
            next,
            [Suggestion { value: Value::Choices(vec!["T2".into(), "T3".into()]), label: "T3".to_owned() }]
        );
    });
}

#[test]
fn what_a_committee_may_not_see_completes_nothing() {
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

/// Kinds and values of them, as a dataset with one sector may hold them.
fn kinds_and_values() -> impl Strategy<Value = (Kind, Value)> {
    let insee = || (0..commune::all().len()).prop_map(|place| commune::all()[place].insee.clone());
    let line = "[a-zA-ZéœÀ0-9=+@;,.'’\"/()-]{1,8}( [a-zA-Zé0-9-]{1,8}){0,3}";
    let dwelling = || proptest::sample::select(Dwelling::SET.keys);
    let departement = proptest::sample::select(&commune::DEPARTEMENTS[..]);
    let place = prop_oneof![
        Just(Territory::Anywhere),
        Just(Territory::Sector(id(1))),
        departement.prop_map(|(code, _)| Territory::Departement(code.to_owned())),
        insee().prop_map(|insee| Territory::Epci(commune::find(&insee).unwrap().epci.to_owned())),
        insee().prop_map(Territory::Commune),
    ];
    let date = |days| day("2000-01-01").checked_add_days(chrono::Days::new(days)).unwrap();
    prop_oneof![
        line.prop_map(|line| (Kind::Text, Value::Text(line))),
        (line, line).prop_map(|(a, b)| (Kind::Notes, Value::Text(format!("{a}\n{b}")))),
        proptest::collection::vec("[a-zé]{1,5}( [A-Z,.]{1,4})?", 1..4)
            .prop_map(|list| (Kind::Texts, Value::Texts(list))),
        any::<u32>().prop_map(|n| (Kind::Integer(Measure::SquareMetres), Value::Integer(n.into()))),
        (0..i64::MAX).prop_map(|cents| (Kind::Money, Value::Money(Money(cents)))),
        (0..2000_i64).prop_map(|cents| (Kind::Money, Value::Money(Money(cents)))),
        (0..36_525_u64).prop_map(move |days| (Kind::Date, Value::Date(date(days)))),
        any::<bool>().prop_map(|flag| (Kind::Flag, Value::Flag(flag))),
        proptest::collection::hash_set(dwelling(), 1..7).prop_map(|keys| (
            Kind::Choices(Dwelling::SET),
            Value::Choices(keys.into_iter().map(Into::into).collect())
        )),
        Just((Kind::Reference(TableId::Sectors), Value::Reference(id(1)))),
        insee().prop_map(|insee| (Kind::Commune, Value::Commune(insee))),
        proptest::collection::hash_set(place, 1..5)
            .prop_map(|places| (Kind::Territories, Value::Territories(places.into_iter().collect()))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn typing_what_a_cell_shows_gives_its_value((kind, value) in kinds_and_values(), french in any::<bool>()) {
        let dataset = with_sector();
        let lang = if french { Lang::Fr } else { Lang::En };
        in_context(&dataset, lang, |context| {
            let shown = show::value(&value, kind, context.reader, context.words);
            prop_assert_eq!(parse(kind, &shown, context), Entry::Value(value.clone()), "shown as {}", shown);
            Ok(())
        })?;
    }

    #[test]
    fn no_text_stops_the_app(text in "\\PC{0,24}", typed in "[0-9tTfF/., :()€²-]{0,14}") {
        let dataset = with_sector();
        in_context(&dataset, Lang::Fr, |context| {
            for table in [TableId::Units, TableId::Relocations, TableId::Sectors, TableId::Landlords] {
                for column in table.columns() {
                    for text in [&text, &typed] {
                        if let Entry::Value(value) = parse(column.kind, text, context) {
                            assert!(column.kind.accepts(&value), "{value:?} in {}", column.key.as_str());
                        }
                        suggest(column.kind, text, context, 5);
                    }
                }
            }
        });
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
        prop_assert_eq!(fold_place(&fold_place(&text)), fold_place(&text));
    }
}

#[test]
fn every_choice_of_every_list_is_typed_as_it_is_shown() {
    for lang in Lang::ALL {
        in_context(&Dataset::default(), lang, |context| {
            for column in TableId::ALL.iter().flat_map(|table| table.columns()) {
                let Kind::Choice(set) = column.kind else { continue };
                for key in set.keys {
                    let value = Value::Choice((*key).into());
                    let shown = show::value(&value, column.kind, context.reader, context.words);
                    assert_eq!(parse(column.kind, &shown, context), Entry::Value(value), "{lang:?}: {shown}");
                }
            }
        });
    }
}

#[test]
fn folding_leaves_case_accents_ligatures_hyphens_and_apostrophes_aside() {
    assert_eq!(fold("  L’Œuvre\u{a0}d'ÉTÉ – n° 3 "), "l oeuvre d ete n° 3");
    assert_eq!(fold("e\u{301}te\u{301}"), "ete", "combining marks");
    assert_eq!(fold("L-0147"), "l 0147");
    assert_eq!(fold_place("St-Pol, Ste Marie"), "saint pol, sainte marie");
    assert_eq!(fold_place("Steenvoorde"), "steenvoorde", "whole words only");
}

/// A CSV taken apart again.
fn cells(file: &str) -> Vec<Vec<String>> {
    let body = file.strip_prefix('\u{feff}').expect("the mark that Excel looks for");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(body.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn two_units_and_a_convention(fictitious: bool) -> Dataset {
    let first = vec![
        ("landlord", Value::Reference(id(1))),
        ("code", text("=2+3")),
        ("commune", Value::Commune(Insee("59350".to_owned()))),
        ("surface", Value::Integer(1062)),
        ("rent", Value::Money(Money(123_450))),
        ("published", Value::Date(day("2021-04-09"))),
        ("lift", Value::Flag(true)),
        ("notes", text("une ; deux\n\"trois\"")),
    ];
    let second = vec![("landlord", Value::Reference(id(1))), ("surface", Value::Integer(99))];
    filled(&[
        (TableId::Landlords, vec![("name", text("Bailleur Alpha"))]),
        (TableId::Units, first),
        (TableId::Units, second),
        (TableId::Convention, vec![("name", text("Convention fictive")), ("fictitious", Value::Flag(fictitious))]),
    ])
}

/// The cells below a header, which stands in row `headers`.
fn under<'a>(table: &'a [Vec<String>], headers: usize, header: &str) -> Vec<&'a str> {
    let place = table[headers].iter().position(|cell| cell == header).unwrap();
    table[headers + 1..].iter().map(|row| row[place].as_str()).collect()
}

#[test]
fn a_csv_for_the_office_says_so_and_opens_in_french_excel() {
    let dataset = two_units_and_a_convention(true);
    in_context(&dataset, Lang::Fr, |context| {
        let file = export(TableId::Units, context.reader, context.words).unwrap();
        let table = cells(&file);
        assert_eq!(table.len(), 4);
        assert_eq!(table[0].len(), 1);
        assert!(table[0][0].contains("FICTIVES") && table[0][0].contains("BUREAU"), "{:?}", table[0]);
        assert_eq!(under(&table, 1, "Code"), ["'=2+3", ""], "a formula is made harmless");
        assert_eq!(under(&table, 1, "Bailleur"), ["Bailleur Alpha", "Bailleur Alpha"]);
        assert_eq!(under(&table, 1, "Commune"), ["Lille (59)", ""]);
        assert_eq!(under(&table, 1, "m²"), ["1062", "99"], "numbers stay numbers");
        assert_eq!(under(&table, 1, "Loyer HC"), ["1234,50", ""]);
        assert_eq!(under(&table, 1, "Publié"), ["09/04/2021", ""]);
        assert_eq!(under(&table, 1, "Ascenseur"), ["oui", ""]);
        assert_eq!(under(&table, 1, "Notes"), ["une ; deux\n\"trois\"", ""]);
    });
}

#[test]
fn a_csv_for_the_committee_masks_with_a_word_and_keeps_cases_out() {
    let dataset = two_units_and_a_convention(false);
    let (links, words) = (Links::of(&dataset), Words::new(Lang::Fr));
    let projection = Projection::of(&Lens::new(&dataset, &links, day("2021-04-20")), Audience::Committee);
    let table = cells(&export(TableId::Units, &projection, &words).unwrap());
    assert_eq!(under(&table, 0, "m²"), ["1062", "masqué"], "no note: headers come first");
    assert_eq!(under(&table, 0, "Bailleur"), ["Bailleur Alpha", "Bailleur Alpha"]);
    assert!(!table[0].iter().any(|header| header == "Notes" || header == "Réf. bailleur"));
    let refused = export(TableId::Relocations, &projection, &words);
    assert_eq!(refused, Err(ExportError::NotForAudience(TableId::Relocations)));
    assert!(words.say(&ExportError::NotForAudience(TableId::Relocations).message()).starts_with("Relogements"));
}

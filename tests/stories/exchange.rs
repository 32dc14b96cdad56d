//! Exchange: formatting cells, parsing what is typed, CSV.

use std::sync::OnceLock;

use chrono::{NaiveDate, NaiveDateTime};
use clefs::domain::commune;
use clefs::domain::dataset::Dataset;
use clefs::domain::fold::{fold, fold_place};
use clefs::domain::id::RowId;
use clefs::domain::lens::{Lens, Links};
use clefs::domain::projection::Projection;
use clefs::domain::schema::{Audience, Covers, Kind, NumberUnit, TableId};
use clefs::domain::unit::Dwelling;
use clefs::domain::value::{Insee, Money, Territory, Value};
use clefs::edit::{Document, Edit, Stamp};
use clefs::exchange::csv::{ExportError, export};
use clefs::exchange::entry::{Entry, EntryContext, parse, suggest};
use clefs::exchange::harmless::{harmless, harmless_parts, original, original_parts};
use clefs::exchange::{clipboard, show};
use clefs::words::{Lang, Words};
use proptest::prelude::*;

use crate::build;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stamp() -> Stamp<'static> {
    Stamp { at: NaiveDateTime::default(), by: "Exemple" }
}

pub fn id(number: u64) -> RowId {
    RowId::from_random(number * 2)
}

/// Rows with these values and ids 1, 2, 3…
pub fn filled(rows: &[(TableId, Vec<(&'static str, Value)>)]) -> Dataset {
    let mut document = Document::new(Dataset::default());
    let edits = (1..)
        .zip(rows)
        .map(|(number, (table, values))| Edit::Insert {
            table: *table,
            row: id(number),
            values: values.iter().map(|(key, value)| (build::key(*table, key), value.clone())).collect(),
            before: None,
        })
        .collect();
    document.apply(&Edit::batch(edits), stamp(), None).unwrap();
    document.dataset().clone()
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// The words of a language, loaded once for all tests.
fn words(lang: Lang) -> &'static Words {
    static WORDS: OnceLock<[Words; 2]> = OnceLock::new();
    let both = WORDS.get_or_init(|| Lang::ALL.map(Words::new));
    both.iter().find(|words| words.lang() == lang).unwrap()
}

/// Runs `check` in the context of a dataset, on 20 April 2021.
pub fn in_context<T>(dataset: &Dataset, lang: Lang, check: impl FnOnce(&EntryContext) -> T) -> T {
    let (links, today) = (Links::of(dataset), day("2021-04-20"));
    check(&EntryContext { today, reader: &Lens::new(dataset, &links, today), words: words(lang) })
}

/// A dataset with a sector of Lens and its neighbours.
pub fn with_sector() -> Dataset {
    let lens = commune::find(&Insee("62498".to_owned())).unwrap();
    let places = Value::Territories(vec![Territory::Epci(lens.epci.to_owned())]);
    filled(&[(TableId::Sectors, vec![("name", text("Secteur Exemple")), ("communes", places)])])
}

/// Kinds and matching values, for a dataset with one sector.
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
        any::<u32>().prop_map(|n| (Kind::Integer(NumberUnit::SquareMetres), Value::Integer(n.into()))),
        (0..i64::MAX).prop_map(|cents| (Kind::Money(Covers::Rent), Value::Money(Money(cents)))),
        (0..2000_i64).prop_map(|cents| (Kind::Money(Covers::Rent), Value::Money(Money(cents)))),
        (0..36_525_u64).prop_map(move |days| (Kind::DATE, Value::Date(date(days)))),
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
    fn parsing_what_a_cell_shows_gives_its_value((kind, value) in kinds_and_values(), french in any::<bool>()) {
        let dataset = with_sector();
        let lang = if french { Lang::Fr } else { Lang::En };
        in_context(&dataset, lang, |context| {
            let shown = show::value(&value, kind, context.reader, context.words);
            prop_assert_eq!(parse(kind, &shown, context), Entry::Value(value.clone()), "shown as {}", shown);
            Ok(())
        })?;
    }

    #[test]
    fn no_text_makes_parsing_panic(text in "\\PC{0,24}", typed in "[0-9tTfF/., :()€²-]{0,14}") {
        let dataset = with_sector();
        in_context(&dataset, Lang::Fr, |context| {
            for table in [TableId::Units, TableId::Relocations, TableId::Sectors, TableId::Landlords] {
                for column in table.columns() {
                    for text in [&text, &typed] {
                        if let Entry::Value(value) | Entry::Part(value, _) = parse(column.kind, text, context) {
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
fn every_choice_parses_as_it_is_shown() {
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
fn folding_ignores_case_accents_ligatures_hyphens_and_apostrophes() {
    assert_eq!(fold("  L’Œuvre\u{a0}d'ÉTÉ – n° 3 "), "l oeuvre d ete n° 3");
    assert_eq!(fold("e\u{301}te\u{301}"), "ete", "combining marks");
    assert_eq!(fold("L-0147"), "l 0147");
    assert_eq!(fold_place("St-Pol, Ste Marie"), "saint pol, sainte marie");
    assert_eq!(fold_place("Steenvoorde"), "steenvoorde", "whole words only");
}

/// Parses a CSV.
fn cells(file: &str) -> Vec<Vec<String>> {
    let body = file.strip_prefix('\u{feff}').expect("the byte order mark that Excel needs");
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

/// The cells below a header; headers are in row `headers`.
fn under<'a>(table: &'a [Vec<String>], headers: usize, header: &str) -> Vec<&'a str> {
    let place = table[headers].iter().position(|cell| cell == header).unwrap();
    table[headers + 1..].iter().map(|row| row[place].as_str()).collect()
}

#[test]
fn an_office_csv_is_marked_and_opens_in_french_excel() {
    let dataset = two_units_and_a_convention(true);
    in_context(&dataset, Lang::Fr, |context| {
        let file = export(TableId::Units, context.reader, context.words).unwrap();
        let table = cells(&file);
        assert_eq!(table.len(), 4);
        assert_eq!(table[0].len(), 1);
        assert!(table[0][0].contains("FICTIVES") && table[0][0].contains("BUREAU"), "{:?}", table[0]);
        assert_eq!(under(&table, 1, "Code"), ["'=2+3", ""], "a formula is escaped");
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
fn a_committee_csv_masks_with_a_word_and_leaves_cases_out() {
    let dataset = two_units_and_a_convention(false);
    let (links, words) = (Links::of(&dataset), words(Lang::Fr));
    let projection = Projection::of(&Lens::new(&dataset, &links, day("2021-04-20")), Audience::Committee);
    let table = cells(&export(TableId::Units, &projection, words).unwrap());
    assert_eq!(under(&table, 0, "m²"), ["1062", "masqué"], "headers come first");
    assert_eq!(under(&table, 0, "Bailleur"), ["Bailleur Alpha", "Bailleur Alpha"]);
    assert!(!table[0].iter().any(|header| header == "Notes" || header == "Réf. bailleur"));
    let refused = export(TableId::Relocations, &projection, words);
    assert_eq!(refused, Err(ExportError::NotForAudience(TableId::Relocations)));
    assert!(words.say(&ExportError::NotForAudience(TableId::Relocations).message()).starts_with("Relogements"));
}

#[test]
fn a_text_that_a_spreadsheet_would_run_is_harmless_and_comes_back_as_it_was() {
    for text in [
        "=1+1",
        "+cmd",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "- à rappeler",
        "\u{200b}=1",
        "＝1",
        "'=1",
        "''+x",
        "-",
        "+33(0)6",
    ] {
        let left = harmless(text);
        assert_eq!(left, format!("'{text}"));
        assert_eq!(original(&left), text);
    }
    for text in ["", "-3", "-3,50", "+33 6 12 34 56 78", "+33612345678", "1+1", "'bonjour", "L-0001", "d’accord", "''"]
    {
        assert_eq!((harmless(text).as_ref(), original(text)), (text, text));
    }
}

proptest! {
    #[test]
    fn cells_come_back_from_the_clipboard_as_they_were(
        rows in prop::collection::vec(prop::collection::vec("['=+@\\-0-9a \t\r\n\"é]{0,6}", 2..=2), 1..4)
    ) {
        let text = clipboard::write(&rows);
        let in_cells: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| cell.replace("\r\n", "\n")).collect()).collect();
        prop_assert_eq!(clipboard::parse(&text), in_cells);
        // Nor does any line of a text field run.
        let lines = rows.concat().join("\n");
        prop_assert_eq!(original_parts(&harmless_parts(&lines)), lines);
    }
}

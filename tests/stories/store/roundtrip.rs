//! What is saved is read back, whatever it contains; and the file is readable by people.

use chrono::NaiveDate;
use clefs::domain::dataset::Dataset;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::schema::{Kind, TableId};
use clefs::domain::value::{ChoiceKey, Insee, Money, Territory, Value};
use clefs::edit::{Document, Edit, Stamp};
use clefs::store::{self, HEAD_BYTES, Standing};
use proptest::prelude::*;

use super::{at, bytes_of, case, changed, small};

const NASTY: [&str; 16] = [
    "",
    " ",
    "\"",
    "\\",
    "\\\"))]",
    "))],\n(id: 1, name: \"x\"),",
    "ligne 1\nligne 2\r\nligne 3\r",
    "\0\u{1}\u{7f}\u{1b}[2J",
    "👩‍👧‍👦 é e\u{301} ﷺ",
    "\u{202e}abc\u{202c} \u{200f}שלום",
    "// pas un commentaire /* ni */",
    "r#\"brut\"#",
    "'c' ’ « ; »",
    "\u{feff}\u{fffd}\u{10ffff}",
    "None",
    "2021-02-30",
];

/// Seeded random numbers.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 20
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.next() as usize % from.len()]
    }
}

/// A date from year 1 to beyond year 9999.
fn day(n: u64) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(1 + i32::try_from(n).unwrap()).unwrap()
}

/// A value of that kind.
fn value(kind: Kind, dataset: &Dataset, numbers: &mut Numbers, texts: &[String]) -> Value {
    let n = numbers.next();
    let rows = |table: TableId| dataset.table(table).ids();
    let key = |key: &'static str| ChoiceKey::from(key);
    match kind {
        Kind::Text | Kind::Notes => Value::Text(numbers.pick(texts).clone()),
        Kind::Texts => Value::Texts((0..n % 3).map(|_| numbers.pick(texts).clone()).collect()),
        Kind::Integer(_) => Value::Integer(i64::from(n as u32)),
        Kind::Money(_) => Value::Money(Money(n.cast_signed() - 4_000_000)),
        Kind::Date(_) => {
            Value::Date(*numbers.pick(&[NaiveDate::MIN, NaiveDate::MAX, day(n % 5_000_000), day(n % 700_000)]))
        }
        Kind::Flag => Value::Flag(n.is_multiple_of(2)),
        Kind::Choice(set) => Value::Choice(key(set.keys[n as usize % set.keys.len()])),
        Kind::Choices(set) => Value::Choices(set.keys.iter().take(n as usize % 4).map(|k| key(k)).collect()),
        Kind::Reference(table) => match rows(table).as_slice() {
            [] => Value::Empty,
            rows => Value::Reference(*numbers.pick(rows)),
        },
        Kind::Commune => Value::Commune(Insee(numbers.pick(texts).clone())),
        Kind::Territories => Value::Territories(vec![
            Territory::Anywhere,
            Territory::Epci(numbers.pick(texts).clone()),
            Territory::Commune(Insee("59350".into())),
            rows(TableId::Sectors).first().map_or(Territory::Anywhere, |sector| Territory::Sector(*sector)),
        ]),
    }
}

/// A dataset with records in every table, made by edits, so that it has a history.
fn generated(seed: u64, mut texts: Vec<String>) -> Dataset {
    texts.extend(NASTY.map(str::to_owned));
    let mut numbers = Numbers(seed);
    let mut document = Document::default();
    let by = numbers.pick(&texts).clone();
    let stamp = Stamp { at: at(1 + (seed % 28) as u32, 8, 5), by: &by };
    for table in TableId::ALL.iter().chain(TableId::ALL) {
        let row = document.dataset().fresh_id(&mut || numbers.next());
        let edit = Edit::Insert { table: *table, row, values: Vec::new(), before: None };
        document.apply(&edit, stamp, None).unwrap();
        for column in table.columns().iter().filter(|column| !column.is_derived()) {
            let value = value(column.kind, document.dataset(), &mut numbers, &texts);
            let cell = CellRef { table: *table, row, column: column.key };
            // Refused values do not matter here.
            let _ = document.apply(&Edit::Set { cell, value }, stamp, None);
        }
    }
    document.dataset().clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_written_is_read_back(seed: u64, texts in prop::collection::vec(any::<String>(), 0..6)) {
        let dataset = generated(seed, texts);
        prop_assert!(dataset.history.len() > 100);
        let contents = store::read(bytes_of(&dataset)).unwrap();
        prop_assert_eq!(contents.standing, Standing::Sound);
        prop_assert_eq!(contents.dataset, dataset);
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(store::read(&bytes).is_err());
    }
}

#[test]
fn a_very_long_text_is_read_back() {
    let notes = NASTY.concat().repeat(80);
    assert!(notes.chars().count() > 10_000);
    let dataset = changed(&small(), &notes);
    assert_eq!(store::read(bytes_of(&dataset)).unwrap().dataset, dataset);
}

#[test]
fn the_file_is_one_ron_value_with_a_record_per_line() {
    let dataset = changed(&small(), "deux\nlignes");
    let bytes = bytes_of(&dataset);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(ron::from_str::<ron::Value>(&text).is_ok());
    assert_eq!(text.lines().filter(|line| line.contains("(id: ")).count(), 4);
    assert_eq!(text.lines().filter(|line| line.contains("(at: ")).count(), 1);
    assert!(text.contains("(id: 3, name: \"Bailleur Alpha\"),\n"), "empty fields are not written: {text}");
    assert!(bytes.iter().position(|byte| *byte == b'\n').unwrap() < HEAD_BYTES);
    assert_eq!(bytes_of(&dataset), bytes, "the same dataset gives the same bytes");
}

#[test]
fn an_unknown_row_in_the_history_is_accepted() {
    let mut document = Document::new(small());
    let case = Edit::Remove { table: TableId::Relocations, row: RowId::from_random(7) };
    document.apply(&case, Stamp { at: at(9, 8, 0), by: "Camille" }, None).unwrap();
    let dataset = document.dataset();
    assert_eq!(&store::read(bytes_of(dataset)).unwrap().dataset, dataset);
}

#[test]
fn a_draft_of_a_missing_record_is_dropped() {
    let bytes = case("orphan-draft.ron");
    assert!(String::from_utf8_lossy(&bytes).contains(" drafts: [\n  (table: Units, row: 74761987309729,"));
    let contents = store::read(bytes).unwrap();
    assert_eq!(contents.standing, Standing::Sound);
    assert_eq!(contents.dataset.units.find(RowId::from_random(74_761_987_309_729)), None);
    assert_eq!(contents.dataset.drafts.len(), 0);
}

#[test]
fn drafts_and_views_are_sorted_and_the_first_duplicate_is_kept() {
    let draft =
        |column: &str, text: &str| format!("  (table: Units, row: 5, column: \"{column}\", text: \"{text}\"),\n");
    let view = |name: &str| format!("  (name: \"{name}\", table: Units),\n");
    let drafts = [draft("surface", "a"), draft("code", "b"), draft("surface", "c")].concat();
    let views = [view("Zone"), view("Été"), view("Alpha")].concat();
    let file = String::from_utf8(bytes_of(&small())).unwrap();
    let end = file.rfind("\n),\n)").unwrap();
    let file = format!("{}\n drafts: [\n{drafts} ],\n views: [\n{views} ],{}", &file[..end], &file[end..]);
    let dataset = store::read(file.into_bytes()).unwrap().dataset;
    let drafts: Vec<_> = dataset.drafts.iter().map(|draft| (draft.column.as_str(), draft.text.as_str())).collect();
    assert_eq!(drafts, [("code", "b"), ("surface", "a")], "the first duplicate is kept");
    let views: Vec<_> = dataset.views.iter().map(|view| view.name.as_str()).collect();
    assert_eq!(views, ["Alpha", "Été", "Zone"]);
}

#[test]
fn a_save_names_all_the_saves_that_it_follows() {
    let [own, one, other] = [1, 2, 3].map(store::SaveId::from_random);
    for parents in [vec![], vec![one], vec![one, other]] {
        let (bytes, _) = store::write(&small(), store::DatasetId::from_random(7), own, &parents).unwrap();
        assert_eq!(store::read(bytes).unwrap().envelope.parents, parents);
    }
}

//! The word files: both languages have the same messages, and the whole schema has texts.

mod grammar;

use std::collections::{BTreeMap, BTreeSet};

use clefs::domain::id::{CellRef, RowId};
use clefs::domain::message::Message;
use clefs::domain::schema::{Group, Kind, TableId};
use clefs::domain::table::TableError;
use clefs::domain::unit::Unit;
use clefs::domain::value::Refusal;
use clefs::edit::EditError;
use clefs::exchange::entry::EntryError;
use clefs::words::{Lang, MONTHS, WEEKDAYS, Words, choice_key};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Every message of a language, with the arguments of it and the messages it references.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut own: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in lang.sources() {
        let resource = fluent_syntax::parser::parse(*source)
            .unwrap_or_else(|(_, errors)| panic!("{lang:?}: a word file does not parse: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut names = BTreeSet::new();
                let pattern = message.value.unwrap_or_else(|| panic!("{lang:?}: {} is empty", message.id.name));
                of_pattern(&pattern, &mut names);
                for attribute in &message.attributes {
                    names.insert(format!(".{}", attribute.id.name));
                    of_pattern(&attribute.value, &mut names);
                }
                let earlier = own.insert(message.id.name.to_owned(), names);
                assert!(earlier.is_none(), "{lang:?}: {} is defined twice", message.id.name);
            }
        }
    }
    own
}

fn of_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, names);
        }
    }
}

fn of_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, names),
        Expression::Select { selector, variants } => {
            of_inline(selector, names);
            for variant in variants {
                of_pattern(&variant.value, names);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(format!("${}", id.name));
        }
        InlineExpression::MessageReference { id, .. } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, names),
        _ => {}
    }
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    let (fr, en) = (messages(Lang::Fr), messages(Lang::En));
    let missing = |from: &BTreeMap<String, _>, of: &BTreeMap<String, _>| -> Vec<String> {
        of.keys().filter(|key| !from.contains_key(*key)).cloned().collect()
    };
    assert_eq!(missing(&fr, &en), Vec::<String>::new(), "missing in French");
    assert_eq!(missing(&en, &fr), Vec::<String>::new(), "missing in English");
    for (key, names) in &fr {
        assert_eq!(Some(names), en.get(key), "arguments of {key}");
    }
}

#[test]
fn every_referenced_message_exists() {
    for lang in Lang::ALL {
        let all = messages(lang);
        for (key, names) in &all {
            for named in names.iter().filter(|name| !name.starts_with(['$', '.'])) {
                assert!(all.contains_key(named), "{lang:?}: {key} names {named}");
            }
        }
    }
}

/// Every key that the schema needs.
fn schema_keys() -> Vec<String> {
    let mut keys: Vec<String> = MONTHS.iter().map(|key| (*key).to_owned()).collect();
    keys.extend((1..=12).map(|month| format!("month-short-{month}")));
    keys.extend(WEEKDAYS.iter().map(|key| (*key).to_owned()));
    keys.extend((1..=7).map(|day| format!("weekday-short-{day}")));
    keys.extend(["yes", "no"].map(str::to_owned));
    keys.extend(Group::ALL.iter().map(|group| format!("group-{}", group.key())));
    for table in TableId::ALL {
        keys.push(format!("table-{}", table.key()));
        keys.push(format!("table-{}-one", table.key()));
        for column in table.columns() {
            keys.push(table.column_word(column.key));
            if let Kind::Choice(set) | Kind::Choices(set) = column.kind {
                keys.extend(set.keys.iter().map(|key| choice_key(set.name, key)));
            }
        }
    }
    keys
}

#[test]
fn every_table_column_choice_and_group_has_a_text() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let missing: Vec<String> = schema_keys().into_iter().filter(|key| !words.has(key)).collect();
        assert_eq!(missing, Vec::<String>::new(), "{lang:?}");
    }
}

#[test]
fn no_schema_text_is_unused() {
    let known: BTreeSet<String> = schema_keys().into_iter().collect();
    let prefixes = ["table-", "col-", "choice-", "group-", "month-", "weekday-"];
    let domain = Lang::Fr.sources()[0];
    let left: Vec<&str> = domain
        .lines()
        .filter_map(|line| line.split_once(" = ").map(|(key, _)| key))
        .filter(|key| prefixes.iter().any(|prefix| key.starts_with(prefix)) && !known.contains(*key))
        .collect();
    assert_eq!(left, Vec::<&str>::new());
}

#[test]
fn french_plurals_of_0_1_2() {
    let words = Words::new(Lang::Fr);
    let say = |key, count| words.say(&Message::new(key).count("count", count).text("kind", "units"));
    assert_eq!(say("edit-insert", 0), "Ajouter 0 logement");
    assert_eq!(say("edit-insert", 1), "Ajouter 1 logement");
    assert_eq!(say("edit-insert", 2), "Ajouter 2 logements");
    assert_eq!(say("edit-remove", 1200), "Supprimer 1\u{202f}200 logements");
    let handed = |count| words.say(&Message::new("edit-hand-over").count("count", count));
    assert_eq!(handed(0), "Confier 0 relogement ouvert à une autre association");
    assert_eq!(handed(2), "Confier 2 relogements ouverts à une autre association");
    let english = Words::new(Lang::En);
    let zero = english.say(&Message::new("edit-insert").count("count", 0).text("kind", "units"));
    assert_eq!(zero, "Add 0 units");
}

#[test]
fn every_table_has_a_count_text() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let say = |kind: &str| words.say(&Message::new("edit-counted").count("count", 1).text("kind", kind));
        for table in TableId::ALL {
            assert_eq!(say(table.key()), format!("1 {}", words.text(&format!("table-{}-one", table.key()))));
        }
    }
}

#[test]
fn a_refused_edit_has_a_plain_reason() {
    let cell = CellRef { table: TableId::Units, row: RowId::from_random(2), column: Unit::KEYS.landlord };
    let other = RowId::from_random(4);
    let errors = [
        EditError::Table(TableError::NoRow(other)),
        EditError::Table(TableError::DuplicateId(other)),
        EditError::Table(TableError::NoColumn(cell.column)),
        EditError::Table(TableError::Refused(cell, Refusal::WrongKind)),
        EditError::Table(TableError::Refused(cell, Refusal::Required)),
        EditError::Table(TableError::Refused(cell, Refusal::OutOfRange)),
        EditError::Table(TableError::Refused(cell, Refusal::ReadOnly)),
        EditError::StillNamed(vec![(cell, other)]),
        EditError::Dangling(cell, other),
        EditError::ReadOnly,
    ];
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for error in &errors {
            let text = words.say(&error.message());
            assert!(text.ends_with('.') && !text.contains('{'), "{lang:?}: {error:?}: {text}");
        }
    }
    let text = Words::new(Lang::Fr).say(&errors[7].message());
    assert_eq!(
        text,
        "Suppression refusée\u{a0}: 1 logement en dépend. Supprimez aussi ce qui en dépend, ou modifiez-le d’abord."
    );
}

#[test]
fn every_refused_entry_has_advice_in_both_languages() {
    let errors = [
        EntryError::TooLong(20_000),
        EntryError::NotADate,
        EntryError::NoSuchDay,
        EntryError::WrongWeekday,
        EntryError::YearOutOfRange,
        EntryError::SerialNumber,
        EntryError::NotANumber,
        EntryError::NotWhole,
        EntryError::Negative,
        EntryError::TooLarge,
        EntryError::Ambiguous,
        EntryError::BadGrouping,
        EntryError::TooPrecise,
        EntryError::WithCharges,
        EntryError::WithoutCharges,
        EntryError::NotMonthly,
        EntryError::NotAFloor,
        EntryError::BelowGround,
        EntryError::Leftover,
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
            let text = words.say(&message);
            assert!(text != message.key && text.ends_with('.') && !text.contains('{'), "{lang:?}: {text}");
        }
    }
}

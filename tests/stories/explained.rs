//! Every counting rule is explained wherever it is named, and every finding says what to do.

use std::collections::BTreeSet;

use clefs::domain::check::{FindingPlace, check};
use clefs::domain::message::Message;
use clefs::indicators::Rule;
use clefs::words::{Lang, Words};
use fluent_syntax::ast::Entry;

use crate::build::Build;

/// The keys of every message of a language.
fn keys(lang: Lang) -> Vec<String> {
    let resources = lang.sources().iter().map(|source| fluent_syntax::parser::parse(*source).expect("it parses"));
    let key =
        |entry: Entry<&str>| if let Entry::Message(message) = entry { Some(message.id.name.to_owned()) } else { None };
    resources.flat_map(|resource| resource.body).filter_map(key).collect()
}

#[test]
fn each_of_the_sixteen_rules_says_what_it_counts_in_one_to_three_sentences() {
    assert_eq!(Rule::all().count(), 16);
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let texts: BTreeSet<&str> = Rule::all().map(|rule| words.text(&rule.key()).to_owned().leak() as &str).collect();
        assert_eq!(texts.len(), 16, "no two say the same");
        for text in texts {
            let sentences = text.matches(". ").count() + 1;
            assert!(text.ends_with('.') && (1..=3).contains(&sentences) && text.len() < 330, "{lang:?}: {text}");
        }
    }
}

#[test]
fn a_text_names_its_rules_in_brackets() {
    let named = |text| Rule::named_in(text).into_iter().map(Rule::name).collect::<Vec<_>>();
    assert_eq!(named("Publié, hors de tout exercice (C2, C16) ; loué"), ["C2", "C16"]);
    assert_eq!(named("compte (C4), encore (C4)"), ["C4"]);
    assert_eq!(named("logement C4 (bâtiment C), (C17), (C0) C5"), Vec::<String>::new());
}

/// Where a text of the words names a rule, it does so in the form that is explained.
#[test]
fn no_text_names_a_rule_in_another_way() {
    for lang in Lang::ALL {
        for source in lang.sources() {
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                let is_name = |word: &&str| word.strip_prefix('C').is_some_and(|n| n.parse::<u8>().is_ok());
                let said = line.split(|c: char| !c.is_alphanumeric()).filter(is_name).count();
                assert_eq!(Rule::named_in(line).len(), said, "{lang:?}: {line}");
            }
        }
    }
}

#[test]
fn every_kind_of_finding_says_what_is_wrong_and_what_to_do() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let no_findings = ["finding-view", "finding-view-number", "finding-personal-remedy"];
        let kinds: Vec<_> = keys(lang)
            .into_iter()
            .filter(|key| key.starts_with("finding-") && !no_findings.contains(&key.as_str()))
            .collect();
        assert!(kinds.len() > 50, "{kinds:?}");
        for kind in kinds {
            let message = Message::new(kind.leak()).text("column", "Notes").text("landlord", "Alpha").count("n", 2);
            let message = message.text("problem", "Ce jour n’existe pas.");
            let remedy = words.remedy(&message).unwrap_or_else(|| panic!("{lang:?}: {message:?} says no remedy"));
            assert!(remedy.ends_with('.') && !remedy.contains('{') && remedy.len() < 130, "{lang:?}: {remedy}");
            let said = words.say(&message);
            assert!(!said.ends_with('.'), "{lang:?}: a sentence follows: {said}");
            assert_eq!(words.advice(&message), format!("{said}. {remedy}"));
        }
    }
}

#[test]
fn the_remedy_of_a_lease_without_a_landlord_proposes_that_of_the_unit() {
    let mut b = Build::new();
    b.landlord("Alpha", &[]);
    b.unit("U01", "Alpha", &[("published", "2021-04-09")]);
    b.case("R01", &[("origin", "platform"), ("children", "1"), ("lease_signed", "2021-06-20")]);
    b.proposal("U01", "R01", &[("answer", "accepted"), ("answered_on", "2021-06-15")]);
    let found = b.look("2021-12-31", check);
    let [finding] = &found[..] else { panic!("one finding: {found:?}") };
    assert!(matches!(finding.place, FindingPlace::Cell(cell) if cell.column.as_str() == "landlord"));
    let words = Words::new(Lang::Fr);
    let said = words.advice(&finding.message).replace('\u{a0}', " ");
    let expected = "Relogement sans bailleur signataire : ne compte encore pour personne (C6). \
                    Le logement retenu est de Alpha : confirmez ce bailleur, ou choisissez-en un autre.";
    assert_eq!(said, expected);
}

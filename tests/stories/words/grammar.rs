//! One word for each thing, and number right everywhere, as far as a test can read.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use clefs::words::Lang;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Counts that are never below two, so that the plural is right: thresholds, delays, and what was counted before.
const NEVER_ONE: [(&str, &str); 13] = [
    ("chart-held-note", "n"),
    ("chart-png-too-large", "height"),
    ("charts-partly", "of"),
    ("charts-so-far", "of"),
    ("curve-children-groups", "n"),
    ("curve-children-hidden", "n"),
    ("entry-too-long", "most"),
    ("finding-answer-days", "days"),
    ("finding-sector-small", "fewest"),
    ("removals-notice", "n"),
    ("removals-title", "n"),
    ("save-at-risk", "seconds"),
    ("save-kept", "seconds"),
];

/// French words in -s that are no plural.
const NO_PLURAL: [&str; 8] = ["sans", "dans", "plus", "pas", "depuis", "sous", "moins", "après"];

/// Every text of a language: key, text with `{name}` for arguments, and the arguments that selected it.
fn texts(lang: Lang) -> Vec<(String, String, Vec<String>)> {
    let mut found = Vec::new();
    for source in lang.sources() {
        let resource = fluent_syntax::parser::parse(*source).expect("the word files parse");
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            for pattern in message.value.iter().chain(attributes) {
                of_pattern(message.id.name, pattern, &mut Vec::new(), &mut found);
            }
        }
    }
    found
}

/// The texts of a pattern: the selected parts each on their own, in the order of the file.
fn of_pattern(
    key: &str,
    pattern: &Pattern<&str>,
    selected: &mut Vec<String>,
    found: &mut Vec<(String, String, Vec<String>)>,
) {
    let mut whole = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => whole.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                if let InlineExpression::VariableReference { id } = inline {
                    let _ = write!(whole, "{{{}}}", id.name);
                }
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                whole.push('…');
                let name = if let InlineExpression::VariableReference { id } = selector { id.name } else { "" };
                selected.push(name.to_owned());
                for variant in variants {
                    of_pattern(key, &variant.value, selected, found);
                }
                selected.pop();
            }
        }
    }
    found.push((key.to_owned(), whole, selected.clone()));
}

/// The arguments that are counts, as the sources name them.
fn counts() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (_, source) in crate::house::files("src", "rs") {
        for call in [".count(\"", ".halves(\""] {
            let after = source.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            names.extend(after.map(str::to_owned));
        }
    }
    names
}

/// A count that stands before a plural and did not select it.
fn unselected(key: &str, text: &str, selected: &[String], counts: &BTreeSet<String>) -> Option<String> {
    let is_free = |name: &str| counts.contains(name) && !selected.iter().any(|selector| selector == name);
    text.split('{').skip(1).filter_map(|rest| rest.split_once("} ")).find_map(|(name, after)| {
        let noun: String = after.chars().take_while(|letter| letter.is_alphabetic()).collect();
        let is_plural = noun.len() > 3 && noun.ends_with('s') && !NO_PLURAL.contains(&noun.as_str());
        let is_known = NEVER_ONE.contains(&(key, name));
        (is_free(name) && is_plural && !is_known).then(|| format!("{key}: {{{name}}} {noun}"))
    })
}

#[test]
fn a_count_selects_the_number_of_its_noun() {
    let counts = counts();
    assert!(counts.contains("n") && counts.contains("days"), "{counts:?}");
    for lang in Lang::ALL {
        let texts = texts(lang);
        let wrong: Vec<_> =
            texts.iter().filter_map(|(key, text, selected)| unselected(key, text, selected, &counts)).collect();
        assert_eq!(wrong, Vec::<String>::new(), "{lang:?}");
        let both: Vec<_> = texts.iter().filter(|(_, text, _)| text.contains("(s)")).collect();
        assert!(both.is_empty(), "{lang:?}: singular and plural at once: {both:?}");
    }
    let select = |selected: &[&str]| {
        let selected: Vec<String> = selected.iter().map(|name| (*name).to_owned()).collect();
        unselected("x", "il reste {n} fiches", &selected, &counts)
    };
    assert_eq!(select(&[]), Some("x: {n} fiches".to_owned()));
    assert_eq!(select(&["n"]), None);
}

#[test]
fn french_has_one_word_for_each_thing() {
    // What stands in a text, in place of which word, and the texts that mean something else.
    let words: [(&str, &str, &[&str]); 6] = [
        ("clé", "clef", &[]),
        ("clés", "clefs", &[]),
        ("cas", "relogement", &["finding-personal-remedy", "store-save-not-flushed"]),
        ("session", "séance", &[]),
        ("sessions", "séances", &[]),
        ("case", "cellule", &[]),
    ];
    let folders = [
        "store-disk-folder",
        "store-save-no-folder",
        "folder-trouble",
        "about-open-folder",
        "charts-all",
        "path-charts-hint",
    ];
    let files = ["choice-case-step-file_complete", "col-relocations-file_complete", "tally-files", "tally-women-files"];
    let mut wrong = Vec::new();
    for (key, text, _) in texts(Lang::Fr) {
        // Without the names of arguments.
        let text: String = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
        let said: Vec<String> = text.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase).collect();
        for (word, instead, elsewhere) in words {
            if said.iter().any(|said| said == word) && !elsewhere.contains(&key.as_str()) {
                wrong.push(format!("{key}: “{instead}”, not “{word}”"));
            }
        }
        let is_file = said.iter().any(|said| said.starts_with("dossier"));
        if is_file && !folders.contains(&key.as_str()) && !files.contains(&key.as_str()) && key != "why-file" {
            wrong.push(format!("{key}: “relogement”, unless a folder or the complete file is meant"));
        }
        if text.contains('\'') {
            wrong.push(format!("{key}: the apostrophe is ’"));
        }
        let letters: Vec<char> = text.chars().collect();
        let is_split =
            |part: &[char]| part[0].is_ascii_digit() && part[1] == ' ' && part[2..].iter().all(char::is_ascii_digit);
        if letters.windows(5).any(is_split) {
            wrong.push(format!("{key}: thousands are parted by a narrow no-break space"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

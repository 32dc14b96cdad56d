//! The lints on words: what the code says exists in each language, what exists is said.

use std::collections::BTreeSet;

use super::files;
use super::source::{Source, places};

/// Families of keys that code composes from the schema, the calendar and the table of actions.
const COMPOSED: [&str; 7] = ["table-", "col-", "choice-", "group-", "month-", "weekday-", "action-"];

/// One word file: its language, its path, its text.
pub struct WordFile {
    lang: String,
    path: String,
    text: String,
}

/// Every word file.
pub fn spoken() -> Vec<WordFile> {
    let lang = |path: &str| path.split('/').nth(2).unwrap_or_default().to_owned();
    let files = files("assets/words", "ftl").into_iter();
    files.map(|(path, text)| WordFile { lang: lang(&path), path, text }).collect()
}

/// Keys that the code says and a language lacks.
pub fn missing(sources: &[Source], words: &[WordFile]) -> Vec<String> {
    let languages: BTreeSet<_> = words.iter().map(|file| file.lang.as_str()).collect();
    let mut complaints = Vec::new();
    for lang in languages {
        let known: BTreeSet<_> =
            words.iter().filter(|file| file.lang == lang).flat_map(|file| keys(&file.text)).collect();
        for source in sources {
            for key in said(source).into_iter().filter(|key| !known.contains(key.as_str())) {
                complaints.push(format!("{}: `{key}` has no words: add it to assets/words/{lang}.", source.path));
            }
        }
    }
    complaints
}

/// Keys that nothing says.
pub fn unused(sources: &[Source], words: &[WordFile]) -> Vec<String> {
    let literals: Vec<&str> =
        sources.iter().flat_map(|source| &source.literals).map(|(_, literal)| literal.as_str()).collect();
    let exact: BTreeSet<&str> = literals.iter().copied().collect();
    let templates: Vec<_> = literals.iter().filter_map(|literal| template(literal)).collect();
    let mut complaints = Vec::new();
    for file in words {
        for key in keys(&file.text) {
            let is_composed = COMPOSED.iter().any(|family| key.starts_with(family))
                || templates.iter().any(|(start, end)| key.starts_with(start) && key.ends_with(end));
            let is_named = words.iter().any(|other| other.lang == file.lang && refers(&other.text, key));
            if !exact.contains(key) && !is_composed && !is_named {
                complaints.push(format!("{}: nothing says `{key}`: remove it from each language.", file.path));
            }
        }
    }
    complaints
}

/// Keys that a word file defines: `key = …` at the start of a line.
fn keys(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim_end()))
        .collect()
}

/// Whether a word file uses a key within another text: `{ key }`.
fn refers(text: &str, key: &str) -> bool {
    places(text, key).into_iter().any(|place| {
        text[..place].trim_end().ends_with('{') && text[place + key.len()..].trim_start().starts_with(['}', '-'])
    })
}

/// Keys that a source says outright: `text("key")`, `Message::new("key")`.
fn said(source: &Source) -> Vec<String> {
    let mut keys = Vec::new();
    for call in ["text(", "Message::new("] {
        for place in places(&source.spoken, call) {
            let Some(rest) = source.spoken[place + call.len()..].trim_start().strip_prefix('"') else { continue };
            let Some((key, after)) = rest.split_once('"') else { continue };
            // `message.text("name", …)` names an argument.
            let after = after.trim_start();
            if after.starts_with(')') || after.strip_prefix(',').is_some_and(|rest| rest.trim_start().starts_with(')'))
            {
                keys.push(key.to_owned());
            }
        }
    }
    keys
}

/// What a key composed by `format!` starts and ends with.
fn template(literal: &str) -> Option<(&str, &str)> {
    let (start, rest) = literal.split_once('{')?;
    let (_, end) = rest.rsplit_once('}')?;
    let is_key = |part: &str| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    (start.len() > 1 && start.ends_with('-') && is_key(start) && is_key(end)).then_some((start, end))
}

#[cfg(test)]
fn file(lang: &str, text: &str) -> WordFile {
    WordFile { lang: lang.to_owned(), path: format!("assets/words/{lang}/app.ftl"), text: text.to_owned() }
}

#[test]
fn a_key_without_words_is_told_for_the_language_that_lacks_it() {
    let code =
        "//! x\nlet a = words.text(\"save\");\nlet m = Message::new(\n    \"edit-set\",\n).text(\"kind\", \"units\");";
    let words = [
        file("fr", "save = Enregistrer\nedit-set = { $count ->\n    [one] Un\n   *[other] Des\n }\n"),
        file("en", "save = Save\n"),
    ];
    let told = missing(&[Source::new("src/app/menu.rs", code)], &words);
    assert_eq!(told, ["src/app/menu.rs: `edit-set` has no words: add it to assets/words/en."]);
}

#[test]
fn a_key_that_nothing_says_is_told() {
    let code = "//! x \"old\"\nconst KEYS: [&str; 1] = [\"save\"];\nlet k = format!(\"rule-{n}\");";
    let words = "save = A\nold = B\ncol-units-code = C\nrule-c1 = D { unit-word }\nunit-word = E\n# note = F\n";
    let told = unused(&[Source::new("src/app/menu.rs", code)], &[file("fr", words)]);
    assert_eq!(told, ["assets/words/fr/app.ftl: nothing says `old`: remove it from each language."]);
}

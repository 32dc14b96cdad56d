//! Lints on word files: every key in use exists in each language, every key is in use.

use std::collections::BTreeSet;

use super::files;
use super::source::{Source, places};

/// Prefixes of keys composed from the schema, the calendar and the table of actions.
const COMPOSED: [&str; 7] = ["table-", "col-", "choice-", "group-", "month-", "weekday-", "action-"];

pub struct WordFile {
    lang: String,
    path: String,
    text: String,
}

pub fn word_files() -> Vec<WordFile> {
    let lang = |path: &str| path.split('/').nth(2).unwrap_or_default().to_owned();
    let files = files("assets/words", "ftl").into_iter();
    files.map(|(path, text)| WordFile { lang: lang(&path), path, text }).collect()
}

/// Keys in use that a language lacks.
pub fn missing(sources: &[Source], words: &[WordFile]) -> Vec<String> {
    let languages: BTreeSet<_> = words.iter().map(|file| file.lang.as_str()).collect();
    let mut complaints = Vec::new();
    for lang in languages {
        let known: BTreeSet<_> =
            words.iter().filter(|file| file.lang == lang).flat_map(|file| keys(&file.text)).collect();
        for source in sources {
            for key in used(source).into_iter().filter(|key| !known.contains(key.as_str())) {
                complaints.push(format!("{}: `{key}` has no text: add it to assets/words/{lang}.", source.path));
            }
        }
    }
    complaints
}

/// Keys that nothing uses.
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
                complaints.push(format!("{}: `{key}` is unused: remove it from each language.", file.path));
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

/// Keys that a source uses literally: `text("key")`, `Message::new("key")`.
fn used(source: &Source) -> Vec<String> {
    let mut keys = Vec::new();
    for call in ["text(", "Message::new("] {
        for place in places(&source.with_strings, call) {
            let Some(rest) = source.with_strings[place + call.len()..].trim_start().strip_prefix('"') else { continue };
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

/// The start and end of a key composed by `format!`.
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
fn a_key_without_text_is_reported_for_its_language() {
    let code =
        "//! x\nlet a = words.text(\"save\");\nlet m = Message::new(\n    \"edit-set\",\n).text(\"kind\", \"units\");";
    let words = [
        file("fr", "save = Enregistrer\nedit-set = { $count ->\n    [one] Un\n   *[other] Des\n }\n"),
        file("en", "save = Save\n"),
    ];
    let complaints = missing(&[Source::new("src/app/menu.rs", code)], &words);
    assert_eq!(complaints, ["src/app/menu.rs: `edit-set` has no text: add it to assets/words/en."]);
}

#[test]
fn an_unused_key_is_reported() {
    let code = "//! x \"old\"\nconst KEYS: [&str; 1] = [\"save\"];\nlet k = format!(\"rule-{n}\");";
    let words = "save = A\nold = B\ncol-units-code = C\nrule-c1 = D { unit-word }\nunit-word = E\n# note = F\n";
    let complaints = unused(&[Source::new("src/app/menu.rs", code)], &[file("fr", words)]);
    assert_eq!(complaints, ["assets/words/fr/app.ftl: `old` is unused: remove it from each language."]);
}

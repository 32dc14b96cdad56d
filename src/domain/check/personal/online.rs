//! Email addresses, also as people disguise or misspell them.

use std::ops::Range;

/// "nom@exemple.fr", "nom(at)exemple.fr", "nom arobase exemple point fr", "nom @exemple,fr", "nom at exemple.fr".
pub(super) fn emails(text: &str) -> Vec<Range<usize>> {
    let parts = parts(text);
    (0..parts.len()).filter_map(|place| email(text, &parts, place)).collect()
}

/// What stands between blanks.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let split = text.split_inclusive(char::is_whitespace).map(|part| {
        let start = at;
        at += part.len();
        start..start + part.trim_end().len()
    });
    split.filter(|part| !part.is_empty()).collect()
}

/// Signs that stand for the @.
const SIGNS: &[&str] = &["(at)", "[at]", "{at}", "<at>", "(a)", "[a]", "(@)", "(arobase)", "[arobase]"];

fn email(text: &str, parts: &[Range<usize>], place: usize) -> Option<Range<usize>> {
    let part = text[parts[place].clone()].to_lowercase();
    let of = |at: Option<usize>| at.and_then(|at| parts.get(at)).map_or("", |part| &text[part.clone()]);
    let (before, after) = (of(place.checked_sub(1)), of(Some(place + 1)));
    // Without a sign nothing is one, and most words have none.
    if !part.contains(['@', '(', '[', '{', '<'])
        && !matches!(part.as_str(), "at" | "arobase" | "arobas" | "arrobase" | "chez")
    {
        return None;
    }
    let whole = |from: usize, to: usize| {
        let end = text[..parts[to].end].trim_end_matches(|letter: char| !letter.is_alphanumeric()).len();
        Some(parts[from].start..end)
    };
    let sign = SIGNS.iter().find(|sign| part.contains(**sign)).copied().or(part.contains('@').then_some("@"));
    let (name, host) = sign.and_then(|sign| part.split_once(sign)).unwrap_or(("", ""));
    let is_split = sign.is_some() && name.is_empty() && host.is_empty();
    if matches!(part.as_str(), "arobase" | "arobas" | "arrobase") || is_split && sign != Some("@") {
        return (is_name(before) && is_name(after)).then(|| whole(place - 1, place + 1))?;
    }
    if is_split || matches!(part.as_str(), "at" | "chez") {
        // "exemple.fr", "exemple point fr".
        let is_spelled = of(Some(place + 2)) == "point";
        return (is_name(before) && (is_host(after) || is_spelled)).then(|| whole(place - 1, place + 1))?;
    }
    match (is_name(name), is_name(host)) {
        (true, true) => whole(place, place),
        (false, true) if is_host(host) && is_name(before) => whole(place - 1, place),
        (true, false) if host.is_empty() && is_host(after) => whole(place, place + 1),
        _ => None,
    }
}

fn is_name(part: &str) -> bool {
    part.contains(char::is_alphanumeric)
}

/// "exemple.fr", "exemple,fr": letters around a dot.
fn is_host(part: &str) -> bool {
    let part = part.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    part.split_once(['.', ','])
        .is_some_and(|(host, end)| host.ends_with(char::is_alphanumeric) && end.starts_with(char::is_alphabetic))
}

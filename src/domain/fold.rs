//! Folding: normalises a text for comparison (case, accents, hyphens, apostrophes) and ranks how well a
//! folded name matches a folded query.
//!
//! Shared by every search: grids, completion lists and typed cells. Never used for what is stored or
//! shown.

use std::ops::Range;

/// The text in small letters without accents, ligatures spelled out, hyphens and apostrophes as
/// spaces, each run of blanks as one space, none at the ends.
///
/// ```
/// assert_eq!(clefs::domain::fold::fold(" Villeneuve-d’Ascq "), "villeneuve d ascq");
/// assert_eq!(clefs::domain::fold::fold("ŒUVRE Été"), "oeuvre ete");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_one(&mut folded, c));
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// Where a folded text stands in another: byte ranges of that, in order, none within another.
///
/// ```
/// assert_eq!(clefs::domain::fold::places("dit : Mme  Élan-Noir !", "mme elan"), [6..16]);
/// ```
pub fn places(text: &str, folded_part: &str) -> Vec<Range<usize>> {
    let (mut folded, mut starts) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (place, c) in text.char_indices() {
        fold_one(&mut folded, c);
        starts.resize(folded.len(), place);
    }
    starts.push(text.len());
    let found = folded.match_indices(folded_part).map(|(at, part)| starts[at]..starts[at + part.len()]);
    found.filter(|range| !range.is_empty()).collect()
}

fn fold_one(folded: &mut String, c: char) {
    match c {
        'a'..='z' | '0'..='9' => folded.push(c),
        'A'..='Z' => folded.push(c.to_ascii_lowercase()),
        _ if is_blank(c) => blank(folded),
        _ if c.is_ascii() => folded.push(c),
        _ => c.to_lowercase().for_each(|small| push(folded, small)),
    }
}

/// Words of place names that people shorten, or spell in two ways, folded. None is a word of its own in a name.
const SHORT: [(&str, &str); 10] = [
    ("st", "saint"),
    ("ste", "sainte"),
    ("s", "sur"),
    ("ss", "sous"),
    ("lez", "les"),
    ("nd", "notre dame"),
    ("mt", "mont"),
    ("gd", "grand"),
    ("gde", "grande"),
    ("vx", "vieux"),
];

/// Folds a place name as people shorten it: "St." and the like spelled out, "s/" and a slash as "sur", "s/s" as "sous",
/// "lez" and "lès" as "les", no points.
///
/// ```
/// assert_eq!(clefs::domain::fold::fold_place("Fresnoy s/s Bois"), "fresnoy sous bois");
/// ```
pub fn fold_place(text: &str) -> String {
    let folded = fold(text);
    let spelled_out = |word: &str| SHORT.iter().find(|(short, _)| *short == word).map(|(_, whole)| *whole);
    if !folded.split(' ').any(|word| word.contains(['.', '/']) || spelled_out(word).is_some()) {
        return folded;
    }
    let spaced = format!(" {} ", folded.replace('.', " "));
    let linked =
        spaced.replace(" s/s ", " sous ").replace(" s /", " sur ").replace(" s/", " sur ").replace('/', " sur ");
    let linked = linked.replace(" n d ", " notre dame ");
    let words = linked.split_whitespace().map(|word| spelled_out(word).unwrap_or(word));
    words.collect::<Vec<_>>().join(" ")
}

/// How well a name matches a query; the best match is the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchRank {
    /// The whole name.
    Exact,
    /// The start of the name.
    Start,
    /// The start of a word in the name.
    Word,
    /// Each word of the query starts a word of the name, in order, ignoring small words.
    Words,
}

/// Ranks a folded name against a folded query; `None` if they do not match. An empty query matches
/// every name.
pub fn rank(name: &str, query: &str) -> Option<MatchRank> {
    if name == query {
        return Some(MatchRank::Exact);
    }
    if name.starts_with(query) {
        return Some(MatchRank::Start);
    }
    let first = query.split(' ').find(|word| !is_small(word))?;
    if !name.contains(first) {
        return None;
    }
    if name.match_indices(query).any(|(at, _)| name[..at].ends_with(' ')) {
        return Some(MatchRank::Word);
    }
    let mut left = name.split(' ');
    let all = query.split(' ').filter(|word| !is_small(word)).all(|word| left.any(|part| part.starts_with(word)));
    all.then_some(MatchRank::Words)
}

/// Whether two folded texts differ by one typing error (a letter added, missing, or swapped with its
/// neighbour), or two from ten letters on. A changed letter counts as two: it makes another name
/// (Bruxelles is not Brutelles).
pub fn is_near(typed: &str, name: &str) -> bool {
    let allowed = if typed.len() < 10 { 1 } else { 2 };
    typed.len() >= 3 && typed.len().abs_diff(name.len()) <= allowed && is_within(typed, name, allowed)
}

/// Whether the optimal string alignment distance, with substitutions costing 2, is at most `allowed`.
/// Stops as soon as it cannot be: each keystroke compares thousands of names.
fn is_within(typed: &str, name: &str, allowed: usize) -> bool {
    const LONGEST: usize = 64;
    let (typed, name) = (typed.as_bytes(), name.as_bytes());
    if name.len() >= LONGEST {
        return false;
    }
    let (mut before, mut last, mut row) = ([0; LONGEST], [0; LONGEST], [0; LONGEST]);
    for (place, slips) in last.iter_mut().enumerate() {
        *slips = place;
    }
    for (i, x) in typed.iter().enumerate() {
        row[0] = i + 1;
        for (j, y) in name.iter().enumerate() {
            let changed = last[j] + if x == y { 0 } else { 2 };
            row[j + 1] = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == name[j - 1] && typed[i - 1] == *y {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        if row[..=name.len()].iter().chain(&last[..=name.len()]).all(|slips| *slips > allowed) {
            return false;
        }
        (before, last, row) = (last, row, before);
    }
    last[name.len()] <= allowed
}

/// Words that users leave out of a name.
fn is_small(word: &str) -> bool {
    matches!(word, "" | "a" | "au" | "aux" | "d" | "de" | "des" | "du" | "en" | "et" | "l" | "la" | "le" | "les")
}

/// What folds to a space: blanks, hyphens and apostrophes.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\'' | '’' | '‘' | 'ʼ' | '‐'..='―' | '−')
}

fn blank(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Appends a lower-case letter without its accent. Characters not in the table are kept.
fn push(folded: &mut String, c: char) {
    folded.push_str(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ſ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        // Combining marks and zero-width characters.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => "",
        other => return folded.push(other),
    });
}

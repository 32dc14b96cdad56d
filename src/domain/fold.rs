//! Folding: text made comparable, whatever its case, accents, hyphens and apostrophes; and how
//! well a folded name answers a folded query.
//!
//! Every search of the app folds here, in grids, completion lists and typed cells alike. Never
//! used for what is stored or shown.

/// The text in small letters without accents, ligatures spelled out, hyphens and apostrophes as
/// spaces, each run of blanks as one space, none at the ends.
///
/// ```
/// assert_eq!(clefs::domain::fold::fold(" Villeneuve-d’Ascq "), "villeneuve d ascq");
/// assert_eq!(clefs::domain::fold::fold("ŒUVRE Été"), "oeuvre ete");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            _ if is_blank(c) => blank(&mut folded),
            _ if c.is_ascii() => folded.push(c),
            _ => c.to_lowercase().for_each(|small| push(&mut folded, small)),
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// A place's name, folded, with "St" and "Ste" spelled out.
pub fn fold_place(text: &str) -> String {
    let folded = fold(text);
    if !folded.split(' ').any(|word| word == "st" || word == "ste") {
        return folded;
    }
    let words = folded.split(' ').map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        other => other,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// How well a name answers a query; the best is the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchRank {
    /// It is the name.
    Exact,
    /// The name begins so.
    Start,
    /// A word of the name, and what follows, begins so.
    Word,
    /// Each word of the query begins a word of the name, in order, small words left out.
    Words,
}

/// How well a folded name answers a folded query; none where it does not. An empty query is
/// answered by every name.
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

/// Whether two folded texts are apart by a slip of the keyboard: a letter too many, too few, or
/// swapped with its neighbour; by two slips from ten letters on. A changed letter is two slips:
/// it makes another name (Bruxelles is not Brutelles).
pub fn is_near(typed: &str, name: &str) -> bool {
    let allowed = if typed.len() < 10 { 1 } else { 2 };
    typed.len() >= 3 && typed.len().abs_diff(name.len()) <= allowed && is_within(typed, name, allowed)
}

/// Whether the optimal string alignment distance, a changed letter counted twice, is at most
/// `allowed`. Given up as soon as it cannot be: thousands of names are tried at a keystroke.
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

/// Words that people leave out of a name.
fn is_small(word: &str) -> bool {
    matches!(word, "" | "a" | "au" | "aux" | "d" | "de" | "des" | "du" | "en" | "et" | "l" | "la" | "le" | "les")
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\'' | '’' | '‘' | 'ʼ' | '‐'..='―' | '−')
}

fn blank(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Appends a small letter without its accent. What is not in the table stays as it is.
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
        // Marks that combine with the letter before, and marks without width.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => "",
        other => return folded.push(other),
    });
}

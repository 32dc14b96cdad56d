//! Phone numbers, and the numbers of applications, social security, benefits, papers and accounts.
//!
//! Digits are read as people write them, in groups with separators between. One pass: each group is looked at once, and
//! what a number takes is not looked at again.

use std::ops::Range;

use super::text::Word;

/// Of a phone number without its first zero.
const FEWEST_DIGITS: usize = 8;

/// Maximum number of separators between two digits: users type double spaces.
const GAP: usize = 3;

/// No number searched for has more groups.
const MOST_GROUPS: usize = 10;

/// Digits that stand together.
struct Group {
    digits: String,
    at: Range<usize>,
    /// What joins it to the next group; none if something else stands between.
    link: Option<String>,
    has_plus: bool,
}

#[derive(Default)]
pub(super) struct Numbers {
    pub phones: Vec<Range<usize>>,
    pub registered: Vec<Range<usize>>,
}

/// All numbers of persons in a text.
pub(super) fn numbers(text: &str, words: &[Word]) -> Numbers {
    let mut found =
        Numbers { phones: spoken(words).collect(), registered: announced(words).chain(accounts(text)).collect() };
    // Few texts have as many digits as the shortest number.
    if text.bytes().filter(u8::is_ascii_digit).nth(FEWEST_DIGITS - 1).is_none() {
        return found;
    }
    let groups = groups(text);
    let mut place = 0;
    while place < groups.len() {
        let run = run(&groups[place..]);
        let taken = if let Some(taken) = date(run) {
            taken
        } else if let Some(taken) = registered(run).filter(|_| !is_in_pairs(run)) {
            found.registered.push(run[0].at.start..run[taken - 1].at.end);
            taken
        } else if let Some(taken) = phone(run).or_else(|| called_at(text, words, run)) {
            let start = run[0].at.start - usize::from(run[0].has_plus);
            found.phones.push(start..run[taken - 1].at.end);
            taken
        } else {
            1
        };
        place += taken;
    }
    found
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut between = String::new();
    let mut is_linked = false;
    let mut last = ' ';
    for (at, letter) in text.char_indices() {
        let after = text[at + letter.len_utf8()..].chars().next().unwrap_or(' ');
        let is_digit = letter.is_ascii_digit() || is_meant(last, letter, after, &groups);
        if is_digit {
            if is_linked && between.is_empty() {
                if let Some(group) = groups.last_mut() {
                    group.digits.push(if letter.is_ascii_digit() { letter } else { '0' });
                    group.at.end = at + letter.len_utf8();
                }
            } else {
                if let Some(group) = groups.last_mut().filter(|_| is_linked) {
                    group.link = Some(std::mem::take(&mut between));
                }
                let digits = if letter.is_ascii_digit() { letter } else { '0' }.to_string();
                groups.push(Group { digits, at: at..at + letter.len_utf8(), link: None, has_plus: last == '+' });
            }
            (is_linked, between) = (true, String::new());
        } else if is_separator(letter) && between.chars().count() < GAP {
            between.push(letter);
        } else {
            is_linked = false;
        }
        last = letter;
    }
    groups
}

fn is_separator(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '.' | ',' | ':' | '-' | '/' | '_' | '·' | '•' | '‑' | '–' | '\u{a0}' | '\u{202f}' | '(' | ')'
    )
}

/// A letter that stands for a digit: the O of "O6 12…", the l of "06l2…", the A of Corsica's 2A.
fn is_meant(before: char, letter: char, after: char, groups: &[Group]) -> bool {
    match letter {
        'O' | 'o' => matches!(after, '1'..='9') && !before.is_alphanumeric(),
        'l' | 'I' => before.is_ascii_digit() && after.is_ascii_digit(),
        'A' | 'B' => before == '2' && !after.is_alphabetic() && groups.len() > 2,
        _ => false,
    }
}

/// The groups that may be one number with the first, up to a date.
fn run(groups: &[Group]) -> &[Group] {
    let linked = groups.iter().take(MOST_GROUPS - 1).take_while(|group| group.link.is_some()).count();
    // In "03.53.01.12.34" there is none.
    let begins = |place: usize| groups[place - 1].link != groups[place].link && date(&groups[place..]).is_some();
    let dated = (1..=linked).find(|place| begins(*place));
    groups.get(..dated.unwrap_or(linked + 1)).unwrap_or(groups)
}

fn parsed(group: &Group) -> u32 {
    group.digits.parse().unwrap_or(u32::MAX)
}

/// A date, "12/03/2021" or "2021-03-12", with what follows as hours: how many groups it takes.
fn date(run: &[Group]) -> Option<usize> {
    let [day, month, year, ..] = run else { return None };
    let is_dated = day.link.as_deref().is_some_and(|link| matches!(link, "/" | "." | "-"));
    if !is_dated || day.link != month.link {
        return None;
    }
    // What goes on in the same way is no date: "06.12.34.56.78".
    let is_over = year.link.is_none() || year.link != day.link;
    let lengths = [day, month, year].map(|group| group.digits.len());
    let is_date = match lengths {
        [1 | 2, 1 | 2, 2 | 4] => (1..=31).contains(&parsed(day)) && (1..=12).contains(&parsed(month)),
        [4, 2, 2] => (1900..2100).contains(&parsed(day)) && (1..=12).contains(&parsed(month)),
        _ => false,
    };
    (is_over && is_date).then_some(3)
}

/// Five pairs from a zero on: a phone number, with another after it.
fn is_in_pairs(run: &[Group]) -> bool {
    run.len() >= 5 && run[0].digits.starts_with('0') && run[..5].iter().all(|group| group.digits.len() == 2)
}

/// The groups from the first whose digits are a number of some length, and those digits.
fn prefixes(run: &[Group]) -> impl Iterator<Item = (usize, String)> {
    let mut digits = String::new();
    run.iter().enumerate().map(move |(place, group)| {
        digits.push_str(&group.digits);
        (place + 1, digits.clone())
    })
}

/// A housing application number (18 digits, or 13 and an office's letters) or a social security number (13, or 15
/// with its key).
fn registered(run: &[Group]) -> Option<usize> {
    let is_such = |digits: &str| {
        let month = |at: Range<usize>| digits.get(at).and_then(|month| month.parse::<u32>().ok()).unwrap_or_default();
        let is_month = |month: u32| (1..=12).contains(&month);
        let is_social = digits.starts_with(['1', '2']) && matches!(month(3..5), 1..=12 | 20..=42 | 50..=99);
        match digits.len() {
            18 => true,
            17 => is_month(month(2..4)) || is_month(month(4..6)),
            15 => is_social,
            13 => is_social || digits.starts_with(['0', '9']) && (is_month(month(3..5)) || is_month(month(5..7))),
            _ => false,
        }
    };
    if run.iter().map(|group| group.digits.len()).sum::<usize>() < 13 {
        return None;
    }
    prefixes(run).filter(|(_, digits)| is_such(digits)).map(|(taken, _)| taken).last()
}

/// Ten digits starting with 01 to 09, nine after +33 or 0033, other countries' numbers after + or 00, and nine from 6 or
/// 7 on in pairs.
fn phone(run: &[Group]) -> Option<usize> {
    let first = run.first().filter(|first| first.has_plus || first.digits.starts_with(['0', '6', '7']))?;
    let is_pairs = |taken: usize| taken == 5 && run[1..5].iter().all(|group| group.digits.len() == 2);
    let is_such = |taken: usize, digits: &str| {
        let home = if first.has_plus { digits.strip_prefix("33") } else { digits.strip_prefix("0033") };
        if let Some(rest) = home {
            let rest = rest.strip_prefix('0').unwrap_or(rest);
            return rest.len() == 9 && !rest.starts_with('0');
        }
        let abroad = if first.has_plus { Some(digits) } else { digits.strip_prefix("00") };
        match (abroad, digits.len()) {
            (Some(abroad), _) if (9..=14).contains(&abroad.len()) => {
                !abroad.starts_with('0') && (first.has_plus || abroad.len() >= 10)
            }
            (None, 10) => digits.starts_with('0') && is_dialled(&run[..taken]),
            (None, 9) => digits.starts_with(['6', '7']) && first.digits.len() == 1 && is_pairs(taken),
            _ => false,
        }
    };
    let found = prefixes(run).filter(|(taken, digits)| is_such(*taken, digits));
    found.map(|(taken, _)| taken).filter(|taken| !is_amount(&run[..*taken])).last()
}

/// Words before a number to be called.
const CALLED_AT: &[&str] = &["gsm", "joignable", "mobile", "portable", "sms", "telephone", "tel", "viber", "whatsapp"];

/// "tel 612345678", "gsm : 0612-345-678", "whatsapp 32 470 12 34 56": after such a word any number as long as one.
fn called_at(text: &str, words: &[Word], run: &[Group]) -> Option<usize> {
    let start = run.first()?.at.start;
    let before = words.iter().rev().find(|word| word.at.end <= start).filter(|word| word.is_one_of(CALLED_AT))?;
    let is_next = text.get(before.at.end..start)?.chars().all(|sign| !sign.is_alphanumeric());
    let is_long = |digits: &str| (9..=14).contains(&digits.len());
    let found = prefixes(run).filter(|(_, digits)| is_next && is_long(digits));
    found.map(|(taken, _)| taken).last()
}

/// In groups as phone numbers are said: with blanks as anybody likes, with other signs in pairs. Codes are otherwise
/// ("0123.02.0045").
fn is_dialled(groups: &[Group]) -> bool {
    let [first, rest @ ..] = groups else { return false };
    let links = || groups[..groups.len() - 1].iter().filter_map(|group| group.link.as_deref()).map(str::trim);
    let is_blank = links().all(str::is_empty);
    // "08:30-09:15 10:00" are hours.
    if links().any(|link| link == ":") && !links().all(|link| link == ":") {
        return false;
    }
    let is_mobile = first.digits.starts_with("06") || first.digits.starts_with("07");
    let is_last = |place: usize| place == rest.len() - 1 && first.digits.len() == 2;
    let lengths = rest.iter().map(|group| group.digits.len());
    let is_paired = lengths.enumerate().all(|(place, length)| length == 2 || length == 4 && is_last(place));
    match first.digits.len() {
        10 => true,
        1 => rest.iter().all(|group| group.digits.len() == 1),
        2 if is_mobile => true,
        2 | 4 => is_blank || is_paired,
        3 => is_blank,
        _ => false,
    }
}

/// A list of numbers, or an amount: "01, 02, 03, 04, 05".
fn is_amount(groups: &[Group]) -> bool {
    groups.len() > 1 && groups[..groups.len() - 1].iter().all(|group| group.link.as_deref() == Some(", "))
}

/// Words before the number of a person's file: with as many digits after them it is one.
const ANNOUNCED: &[&str] = &[
    "agdref",
    "alloc",
    "allocataire",
    "caf",
    "cni",
    "dls",
    "etranger",
    "msa",
    "nir",
    "nss",
    "nud",
    "passeport",
    "recepisse",
    "secu",
    "sejour",
    "unique",
];

const ANNOUNCED_DIGITS: usize = 6;

/// "n° allocataire CAF 1234567", "titre de séjour n° 9903123456".
fn announced<'a>(words: &'a [Word<'a>]) -> impl Iterator<Item = Range<usize>> {
    let is_file_number = |word: &Word| {
        word.bare.len() >= ANNOUNCED_DIGITS
            && word.bare.bytes().take(ANNOUNCED_DIGITS).all(|digit| digit.is_ascii_digit())
    };
    words.iter().enumerate().filter(|(_, word)| word.is_one_of(ANNOUNCED)).filter_map(move |(place, word)| {
        let number = words.iter().skip(place + 1).take(3).find(|word| is_file_number(word))?;
        Some(word.at.start..number.at.end)
    })
}

/// "FR76 3000 4000…": an account.
fn accounts(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices("FR").filter_map(|(start, _)| {
        let mut count = 0;
        let mut end = start;
        for (at, letter) in text[start + 2..].char_indices() {
            match letter {
                '0'..='9' | 'A'..='Z' if count < 25 => count += 1,
                ' ' | '\u{a0}' => continue,
                _ => break,
            }
            end = start + 2 + at + 1;
        }
        let is_checked = text[start + 2..].trim_start().bytes().take(2).all(|digit| digit.is_ascii_digit());
        (count == 25 && is_checked).then_some(start..end)
    })
}

/// "zéro sept quatre vingt dix sept quatre vingt dix huit …" is no longer.
const MOST_SPOKEN: usize = 20;

/// What a phone number is said with.
const SPOKEN: &[&str] = &[
    "zero",
    "un",
    "une",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "vingt",
    "vingts",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "et",
];

/// "zéro six, trente-neuf …".
fn spoken<'a>(words: &'a [Word<'a>]) -> impl Iterator<Item = Range<usize>> {
    let is_spoken = |word: &Word| word.folded.split(' ').all(|part| SPOKEN.contains(&part));
    let starts = words.windows(2).enumerate();
    let starts = starts.filter(move |(_, pair)| pair[0].folded == "zero" && is_spoken(&pair[1]));
    starts.filter_map(move |(place, _)| {
        let said = words[place..].iter().take(MOST_SPOKEN).take_while(|word| is_spoken(word)).count();
        (said >= 4).then(|| words[place].at.start..words[place + said - 1].at.end)
    })
}

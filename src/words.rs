//! The words: every text on screen, from the Fluent files, in French or English.
//!
//! Owns the formatting of numbers, dates and amounts in each language. Decides nothing: texts are
//! requested by key or as a [`Message`].

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use unic_langid::LanguageIdentifier;

use crate::domain::message::{Arg, Message};
use crate::domain::value::{Halves, Money};

/// A language of the user interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Lang {
    /// French, the default; always complete.
    #[default]
    Fr,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// Its word files, one per module.
    pub const fn sources(self) -> &'static [&'static str] {
        macro_rules! files {
            ($lang:literal) => {
                &[
                    include_str!(concat!("../assets/words/", $lang, "/domain.ftl")),
                    include_str!(concat!("../assets/words/", $lang, "/indicators.ftl")),
                    include_str!(concat!("../assets/words/", $lang, "/chart.ftl")),
                    include_str!(concat!("../assets/words/", $lang, "/analysis.ftl")),
                    include_str!(concat!("../assets/words/", $lang, "/store.ftl")),
                    include_str!(concat!("../assets/words/", $lang, "/exchange.ftl")),
                    include_str!(concat!("../assets/words/", $lang, "/week.ftl")),
                    include_str!(concat!("../assets/words/", $lang, "/app.ftl")),
                    include_str!(concat!("../assets/words/", $lang, "/heard.ftl")),
                ]
            };
        }
        match self {
            Self::Fr => files!("fr"),
            Self::En => files!("en"),
        }
    }

    /// Thousands and decimal separators.
    const fn separators(self) -> (char, char) {
        match self {
            Self::Fr => ('\u{202f}', ','),
            Self::En => (',', '.'),
        }
    }

    /// Its code in ISO 639-1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The identifier Fluent uses to select plural rules.
    fn id(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }
}

/// The words of one language, ready for immediate-mode drawing.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, formatted once.
    plain: HashMap<String, String>,
}

impl Words {
    /// Parses the embedded word files of a language. A test checks them all; here a line that cannot be
    /// parsed is skipped, so that the app still runs.
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.id()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Fr => |value, _| match value {
                FluentValue::Number(n) => Some(decimal(n.value, Lang::Fr.separators())),
                _ => None,
            },
            Lang::En => |value, _| match value {
                FluentValue::Number(n) => Some(decimal(n.value, Lang::En.separators())),
                _ => None,
            },
        }));
        let mut keys = Vec::new();
        for source in lang.sources() {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            keys.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            bundle.add_resource_overriding(resource);
        }
        let mut words = Self { lang, bundle, plain: HashMap::new() };
        for key in keys {
            if let Some(text) = words.format(&key, None) {
                words.plain.insert(key, text);
            }
        }
        words
    }

    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A text without arguments. A missing key is returned itself; a test ensures there is none.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Formats a message.
    pub fn say(&self, message: &Message) -> String {
        self.format(message.key, Some(&self.args(message))).unwrap_or_else(|| message.key.to_owned())
    }

    /// What to do about it, if the words of a message say so: its attribute `remedy`.
    pub fn remedy(&self, message: &Message) -> Option<String> {
        let remedy = self.bundle.get_message(message.key)?.get_attribute("remedy")?;
        Some(self.write(remedy.value(), Some(&self.args(message)), &mut Vec::new()))
    }

    /// What an action needs, if its words say so: their attribute `needs`.
    pub fn needs(&self, key: &str) -> Option<String> {
        let needs = self.bundle.get_message(key)?.get_attribute("needs")?;
        Some(self.write(needs.value(), None, &mut Vec::new()))
    }

    /// A message and what to do about it.
    pub fn advice(&self, message: &Message) -> String {
        let said = self.say(message);
        self.remedy(message).map_or_else(|| said.clone(), |remedy| format!("{said}. {remedy}"))
    }

    fn args(&self, message: &Message) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            let value: FluentValue = match arg {
                Arg::Text(text) => text.clone().into(),
                Arg::Count(n) => FluentValue::from(*n),
                Arg::Halves(number) => FluentValue::from(f64::from(*number)),
                Arg::Date(date) => self.date(*date).into(),
                Arg::Money(money) => self.money(*money).into(),
                Arg::Term(key) => self.text(key).to_owned().into(),
            };
            args.set(*name, value);
        }
        args
    }

    /// A date as typed: 09/04/2021.
    pub fn date(&self, date: NaiveDate) -> String {
        format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
    }

    /// A date in a sentence: 9 avril 2021.
    pub fn long_date(&self, date: NaiveDate) -> String {
        let month = self.text(MONTHS[date.month0() as usize]);
        match (self.lang, date.day()) {
            (Lang::Fr, 1) => format!("1er {month} {}", date.year()),
            (_, day) => format!("{day} {month} {}", date.year()),
        }
    }

    /// A short date next to another one: 9 avril, with the year if it differs.
    pub fn short_day(&self, date: NaiveDate, near: NaiveDate) -> String {
        if date.year() != near.year() {
            return self.long_date(date);
        }
        let month = self.text(MONTHS[date.month0() as usize]);
        match (self.lang, date.day()) {
            (Lang::Fr, 1) => format!("1er {month}"),
            (_, day) => format!("{day} {month}"),
        }
    }

    /// A whole number with thousands separators.
    pub fn number(&self, n: i64) -> String {
        group(n, self.lang.separators().0)
    }

    /// A count with thousands separators.
    pub fn count(&self, n: usize) -> String {
        self.number(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// A multiple of one half: 66 or 66,5.
    pub fn halves(&self, number: Halves) -> String {
        decimal(number.into(), self.lang.separators())
    }

    /// An amount without its unit: 1 234,50.
    pub fn money(&self, money: Money) -> String {
        let (thousands, decimal) = self.lang.separators();
        let sign = if money.0 < 0 { "−" } else { "" };
        let cents = money.0.unsigned_abs();
        let euros = group(i64::try_from(cents / 100).unwrap_or(i64::MAX), thousands);
        format!("{sign}{euros}{decimal}{:02}", cents % 100)
    }

    fn format(&self, key: &str, args: Option<&FluentArgs>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.write(pattern, args, &mut errors);
        // Without its arguments it is not a plain text.
        (args.is_some() || errors.is_empty()).then_some(text)
    }

    fn write(&self, pattern: &Pattern<&str>, args: Option<&FluentArgs>, errors: &mut Vec<FluentError>) -> String {
        let text = self.bundle.format_pattern(pattern, args, errors);
        match self.lang {
            Lang::Fr => french_spaces(&text),
            Lang::En => text.into_owned(),
        }
    }
}

/// Keys of the month names.
pub const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];

/// Keys of the days of the week, from Monday.
pub const WEEKDAYS: [&str; 7] =
    ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

/// Key of the label of a choice. Fluent identifiers cannot contain `+`, which is written `plus`.
pub fn choice_key(set: &str, key: &str) -> String {
    format!("choice-{set}-{}", key.replace('+', "plus"))
}

/// French uses non-breaking spaces before double punctuation and inside quotation marks.
fn french_spaces(text: &str) -> String {
    let mut out = text.to_owned();
    for (plain, bound) in [
        (" ;", "\u{202f};"),
        (" :", "\u{a0}:"),
        (" !", "\u{202f}!"),
        (" ?", "\u{202f}?"),
        (" %", "\u{a0}%"),
        (" €", "\u{a0}€"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
    ] {
        if out.contains(plain) {
            out = out.replace(plain, bound);
        }
    }
    out
}

/// A number, with its half if it has one.
fn decimal(value: f64, (thousands, mark): (char, char)) -> String {
    let whole = group(value as i64, thousands);
    if value.fract() == 0.0 { whole } else { format!("{whole}{mark}5") }
}

fn group(n: i64, separator: char) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::from(if n < 0 { "−" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

//! The counting rules C1 to C16, and which of them a text names.
//!
//! What a rule says is in the words (`rule-1` …). Texts name rules in brackets, as in "(C2, C16)", so that
//! every place that shows such a text can explain them.

/// A counting rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule(u8);

impl Rule {
    /// Every rule, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=16).map(Self)
    }

    /// Its name on screen: C1.
    pub fn name(self) -> String {
        format!("C{}", self.0)
    }

    /// The key of what it counts, in the word files.
    pub fn key(self) -> String {
        format!("rule-{}", self.0)
    }

    /// The rules that a text names, in its order, each once.
    pub fn named_in(text: &str) -> Vec<Self> {
        let mut named = Vec::new();
        let brackets = text.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
        for name in brackets.flat_map(|(inside, _)| inside.split(',')) {
            let number = name.trim().strip_prefix('C').and_then(|number| number.parse().ok());
            named.extend(Self::all().find(|rule| Some(rule.0) == number).filter(|rule| !named.contains(rule)));
        }
        named
    }
}

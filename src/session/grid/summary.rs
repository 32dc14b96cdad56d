//! The footer's summary of a selection: number of cells and values, sum and median, first and last
//! day.
//!
//! Pure functions of values; the session memoises the result.

use chrono::NaiveDate;

use crate::domain::message::Message;
use crate::domain::schema::Kind;
use crate::domain::value::{Money, Value};
use crate::words::{Lang, Words};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    pub cells: usize,
    /// How many of them are filled.
    pub values: usize,
    /// If all values are of one measurable kind.
    pub measured: Option<ColumnSummary>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnSummary {
    /// Whole numbers, or amounts in cents.
    Numbers {
        is_money: bool,
        /// Saturates.
        sum: i64,
        /// Doubled, since the median of an even number of values may lie halfway between two.
        twice_median: i64,
    },
    Days {
        first: NaiveDate,
        last: NaiveDate,
    },
}

impl Summary {
    /// Summarises values with the kind of their column. Numbers of different units (square metres
    /// and days) do not add up.
    pub fn of(cells: impl IntoIterator<Item = (Kind, Value)>) -> Self {
        let (mut count, mut values) = (0, 0);
        let (mut kind_of_all, mut is_one_kind) = (None, true);
        let (mut numbers, mut days) = (Vec::new(), None);
        for (kind, value) in cells {
            count += 1;
            if value.is_empty() {
                continue;
            }
            values += 1;
            is_one_kind &= kind_of_all.get_or_insert(kind).is_measured_as(kind);
            match value {
                Value::Integer(n) if is_one_kind => numbers.push(n),
                Value::Money(Money(cents)) if is_one_kind => numbers.push(cents),
                Value::Date(day) => {
                    let (first, last) = days.unwrap_or((day, day));
                    days = Some((day.min(first), day.max(last)));
                }
                _ => {}
            }
        }
        let measured = match kind_of_all.filter(|_| is_one_kind) {
            Some(kind @ (Kind::Integer(_) | Kind::Money(_))) => numbers_of(numbers, matches!(kind, Kind::Money(_))),
            Some(Kind::Date(_)) => days.map(|(first, last)| ColumnSummary::Days { first, last }),
            _ => None,
        };
        Self { cells: count, values, measured }
    }

    /// For a selection so large that only its cells are counted.
    pub const fn of_many(cells: usize) -> Option<Self> {
        if cells > Self::MOST { Some(Self { cells, values: 0, measured: None }) } else { None }
    }

    /// The most cells whose values are read: more would slow down selecting.
    pub const MOST: usize = 200_000;

    pub fn text(&self, words: &Words) -> String {
        let mut parts = vec![words.say(&Message::new("summary-cells").count("n", self.cells))];
        if self.cells <= Self::MOST {
            parts.push(words.say(&Message::new("summary-values").count("n", self.values)));
        }
        parts.extend(self.measured.map(|measured| words.say(&measured.message(words))));
        parts.join(" · ")
    }
}

impl ColumnSummary {
    fn message(self, words: &Words) -> Message {
        match self {
            Self::Days { first, last } if first == last => Message::new("summary-day").date("day", first),
            Self::Days { first, last } => Message::new("summary-days").date("first", first).date("last", last),
            Self::Numbers { is_money: true, sum, twice_median } => {
                // Half a cent rounds up, as in a spreadsheet.
                let median = twice_median.saturating_add(1).div_euclid(2);
                let euros = |cents| format!("{} €", words.money(Money(cents)));
                Message::new("summary-sum").text("sum", euros(sum)).text("median", euros(median))
            }
            Self::Numbers { is_money: false, sum, twice_median } => {
                let half = match (twice_median % 2 == 0, words.lang()) {
                    (true, _) => "",
                    (false, Lang::Fr) => ",5",
                    (false, Lang::En) => ".5",
                };
                let median = format!("{}{half}", words.number(twice_median / 2));
                Message::new("summary-sum").text("sum", words.number(sum)).text("median", median)
            }
        }
    }
}

fn numbers_of(mut numbers: Vec<i64>, is_money: bool) -> Option<ColumnSummary> {
    numbers.sort_unstable();
    let (low, high) = (numbers.len().checked_sub(1)? / 2, numbers.len() / 2);
    let twice_median = numbers.get(low)?.saturating_add(*numbers.get(high)?);
    let sum = numbers.iter().fold(0_i64, |sum, n| sum.saturating_add(*n));
    Some(ColumnSummary::Numbers { is_money, sum, twice_median })
}

//! Sorts records by a column: numbers and dates by size, choices in the order of their list,
//! anything else as folded text. Stable; empty cells last in both directions.

use std::collections::HashMap;

use crate::domain::fold::fold;
use crate::domain::lens::Lens;
use crate::domain::schema::{ColumnInfo, Kind};
use crate::domain::value::Value;
use crate::exchange::show;
use crate::words::Words;

use crate::domain::view::SortOrder;

use super::sheet::Sheet;

/// What a value is compared by: within a column, always by the same of these.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SortKey {
    Number(i64),
    /// Several choices, by their positions in the list.
    Places(Vec<usize>),
    Text(String),
}

/// The rank of an empty cell.
const LAST: u32 = u32::MAX;

/// Sorts records, by their positions in the table. Each distinct value is ranked once; then only
/// ranks are compared.
pub fn sort(places: &mut [u32], sheet: &Sheet, info: &ColumnInfo, order: SortOrder, lens: &Lens, words: &Words) {
    let mut known: HashMap<Value, usize> = HashMap::new();
    let mut keys: Vec<(SortKey, usize)> = Vec::new();
    let mut held: Vec<Option<usize>> = Vec::new();
    sheet.look(&[info.key], lens, &mut |_, _, value| {
        held.push((!value.is_empty()).then(|| {
            *known.entry(value).or_insert_with_key(|value| {
                keys.push((key(value, info.kind, lens, words), keys.len()));
                keys.len() - 1
            })
        }));
    });
    keys.sort();
    let mut ranks = vec![LAST; keys.len()];
    let mut rank = 0;
    for (before, (key, at)) in std::iter::once(None).chain(keys.iter().map(Some)).zip(&keys) {
        // Texts that differ only in case or accents are equal.
        if before.is_some_and(|(before, _)| before != key) {
            rank += 1;
        }
        if let Some(of_value) = ranks.get_mut(*at) {
            *of_value = rank;
        }
    }
    let rank_of = |place: &u32| {
        let at = held.get(*place as usize).copied().flatten();
        match (at.and_then(|at| ranks.get(at)), order) {
            (None, _) => LAST,
            (Some(of_value), SortOrder::Ascending) => *of_value,
            (Some(of_value), SortOrder::Descending) => rank - *of_value,
        }
    };
    places.sort_by_key(rank_of);
}

/// The key of a value: one order for sorted rows and for the values of a filter.
pub(super) fn key(value: &Value, kind: Kind, lens: &Lens, words: &Words) -> SortKey {
    if let (Kind::Choices(set), Value::Choices(choices)) = (kind, value) {
        let place = |choice| set.keys.iter().position(|key| key == choice).unwrap_or(usize::MAX);
        return SortKey::Places(choices.iter().map(place).collect());
    }
    let text = || SortKey::Text(fold(&show::value(value, kind, lens, words)));
    number(value, kind).map_or_else(text, SortKey::Number)
}

/// The number that a value is compared by, if any: amounts in cents, dates in days, choices by
/// their position in the list.
pub(super) fn number(value: &Value, kind: Kind) -> Option<i64> {
    Some(match (kind, value) {
        (_, Value::Integer(n)) => *n,
        (_, Value::Money(money)) => money.0,
        (_, Value::Date(date)) => date.signed_duration_since(chrono::NaiveDate::default()).num_days(),
        (_, Value::Flag(flag)) => i64::from(*flag),
        (Kind::Choice(set), Value::Choice(choice)) => {
            let place = set.keys.iter().position(|key| key == choice);
            place.and_then(|place| i64::try_from(place).ok()).unwrap_or(i64::MAX)
        }
        _ => return None,
    })
}

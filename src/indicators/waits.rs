//! Median waits: the days since the need was spotted, of those who wait, in all and of each group.
//!
//! The office reads them as of its day. A median is the wait of one woman, and by whom it moves is easily seen; so others
//! read what the last publication kept of it: of groups of as many women as the small-number threshold, in multiples of
//! ten days.
//!
//! Owns which medians a publication keeps, and their names.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::id::RowMap;
use crate::domain::lens::Lens;
use crate::domain::value::Halves;

use super::breakdown::{By, groups};
use super::group_key::GroupKey;
use super::median::median_of;
use super::needs::Waiting;
use super::release::{PlaceKey, places_published};
use super::rounding::Rounding;

/// What published medians are multiples of, in days.
const STEP: u32 = 10;
/// A median by département is published where so many times the threshold wait: their number is rounded.
const ENOUGH: u32 = 2;

/// How many wait, and their median wait; that of everyone has no group.
pub(super) fn medians(
    day: NaiveDate,
    waiting: &[Waiting],
    of: &RowMap<GroupKey>,
) -> HashMap<Option<GroupKey>, (usize, Halves)> {
    let mut waits: HashMap<Option<GroupKey>, Vec<u32>> = HashMap::new();
    for open in waiting.iter().filter(|waiting| waiting.is_on(day)) {
        let days = u32::try_from((day - open.from).num_days()).unwrap_or(0);
        let group = of.get(&open.case).map(|group| Some(*group));
        for of in std::iter::once(None).chain(group) {
            waits.entry(of).or_default().push(days);
        }
    }
    let settled = waits.into_iter().filter_map(|(group, mut days)| {
        days.sort_unstable();
        Some((group, (days.len(), median_of(&days, |days| *days)?)))
    });
    settled.collect()
}

/// The name of a median among the figures of a publication.
pub(super) fn name(of: Option<GroupKey>) -> String {
    match of {
        None => "wait/all".to_owned(),
        Some(GroupKey::Departement(code)) => format!("wait/{}", PlaceKey::Departement(code).name()),
        Some(GroupKey::Association(row)) => {
            let row = row.map_or_else(|| "-".to_owned(), |row| row.value().to_string());
            format!("wait/association/{row}")
        }
    }
}

/// The medians that are published as of the lens's day, by name. Those by département move with the table that says how
/// many wait there.
pub(super) fn published(lens: &Lens, rounding: &Rounding, waiting: &[Waiting]) -> Vec<(String, u32)> {
    let least = rounding.base() as usize;
    let places = places_published(rounding, waiting).1.filter(|published| published.day == lens.as_of);
    let figures: HashMap<_, _> =
        places.iter().flat_map(|places| PlaceKey::departements().zip(places.figures.iter().copied())).collect();
    let mut all = Vec::new();
    for by in [By::Association, By::Departement] {
        for (group, (n, wait)) in medians(lens.as_of, waiting, &groups(lens, waiting, by)) {
            let is_enough = match group {
                Some(GroupKey::Departement(code)) => {
                    let figure = figures.get(&PlaceKey::Departement(code));
                    figure.is_some_and(|figure| *figure >= ENOUGH * rounding.base())
                }
                _ => n >= least,
            };
            if is_enough {
                all.push((name(group), wait.to_multiple_of(STEP)));
            }
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

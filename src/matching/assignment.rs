//! The best assignment of free units to waiting cases: most women housed, then the longest waits.

use chrono::NaiveDate;
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::relocation::Relocation;

use super::{Home, Off, matched};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// Who would be housed where, the longest waits first.
    pub pairs: Vec<(RowId, RowId)>,
    /// Who would not be housed, the longest waits first.
    pub left: Vec<RowId>,
    /// To whom a home is proposed already, and which: neither is assigned anew.
    pub under_way: Vec<(RowId, RowId)>,
    /// The units that are free and proposed to nobody.
    pub homes: Vec<RowId>,
}

/// The best assignment on the lens's day. A unit may go to a case if nothing speaks against it, apart from criteria
/// that are switched off.
pub fn assign(lens: &Lens, off: Off) -> Assignment {
    let mut cases: Vec<_> =
        lens.dataset.relocations.iter().filter_map(|case| Some((waits_since(lens, case)?, case))).collect();
    cases.sort_by_key(|(since, _)| *since);
    let proposed =
        |case: &Relocation| lens.proposals_of_case(case.id()).find(|proposal| proposal.standing(lens).is_live())?.unit;
    let under_way: Vec<_> = cases.iter().filter_map(|(_, case)| Some((case.id(), proposed(case)?))).collect();
    cases.retain(|(_, case)| proposed(case).is_none());
    let homes = lens.dataset.units.iter().map(|unit| Home::of(lens, unit));
    let homes: Vec<_> = homes.filter(|home| home.is_free() && home.is_without_candidate()).collect();
    let days = |since: NaiveDate| (lens.as_of - since).num_days();
    // One more woman outweighs all waits.
    let most: i64 = 1 + cases.iter().map(|(since, _)| days(*since)).sum::<i64>();
    let weight = |(since, case): &(NaiveDate, &Relocation), home: &Home| {
        let is_possible = matched(lens, case, home).is_some_and(|found| found.is_possible(off));
        if is_possible { most + days(*since) } else { 0 }
    };
    let mut pairs = Vec::new();
    let mut left = Vec::new();
    let places = best(&cases, &homes, weight);
    for ((_, case), place) in cases.iter().zip(places) {
        match place.and_then(|place| homes.get(place)) {
            Some(home) => pairs.push((case.id(), home.unit.id())),
            None => left.push(case.id()),
        }
    }
    Assignment { pairs, left, under_way, homes: homes.iter().map(|home| home.unit.id()).collect() }
}

/// For each of `a` the one of `b` that it gets, so that the weights add up to the most; none where the weight is 0.
fn best<A, B>(a: &[A], b: &[B], weight: impl Fn(&A, &B) -> i64) -> Vec<Option<usize>> {
    let mut found = vec![None; a.len()];
    if a.is_empty() || b.is_empty() {
        return found;
    }
    // The algorithm wants at most as many rows as columns.
    let is_turned = a.len() > b.len();
    let (rows, columns) = if is_turned { (b.len(), a.len()) } else { (a.len(), b.len()) };
    let at = |row: usize, column: usize| if is_turned { (column, row) } else { (row, column) };
    let weights = Matrix::from_fn(rows, columns, |(row, column)| {
        let (in_a, in_b) = at(row, column);
        weight(&a[in_a], &b[in_b])
    });
    let (_, places) = kuhn_munkres(&weights);
    for (row, column) in places.into_iter().enumerate() {
        let (in_a, in_b) = at(row, column);
        if weights[(row, column)] > 0 {
            found[in_a] = Some(in_b);
        }
    }
    found
}

/// Since when a case waits for a home, on the lens's day: none if it does not, or is paused.
pub fn waits_since(lens: &Lens, case: &Relocation) -> Option<NaiveDate> {
    let has_home = case.taken_unit(lens).is_some();
    if has_home || !case.is_open_on(lens.as_of) || case.is_suspended_on(lens.as_of) {
        return None;
    }
    case.dates(lens).all().iter().map(|(_, date)| *date).filter(|date| *date <= lens.as_of).min()
}

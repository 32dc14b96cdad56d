//! Statistical disclosure control by cell suppression: which figures of a table to leave out, so that no
//! small cell can be recomputed from the others.
//!
//! A *small cell* counts at least one person and fewer than the threshold. It is never published: that is *primary
//! suppression*. In a table with totals this is not enough. With a threshold of 5, take 2 + 8 + 6 = 16: whoever reads
//! 8, 6 and 16 gets the 2 by subtraction. So a second cell, say the 8, is left out too: *secondary* (or complementary)
//! *suppression*. All that can be deduced then is that the two add up to 10, and the first may be any number up to 10.
//!
//! A table with totals is a network: each figure is an edge from the cells that it is part of to the cells that add up
//! to it, and what flows into a node flows out of it. A suppressed figure can take another value only along a cycle of
//! suppressed figures, each of which grows or shrinks by the same amount. Secondary suppression looks for
//! such a cycle with as few new suppressions as it can.
//!
//! Owns the solver. Never knows what the figures count, nor why they need protection (`release`, `suppression`).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// One figure of the table: an edge of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    pub from: usize,
    pub to: usize,
    pub value: u32,
    pub status: CellStatus,
}

/// Whether a figure is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellStatus {
    /// Published whatever happens: it already was, or it appears elsewhere.
    Fixed,
    /// Published, unless it is needed for secondary suppression.
    Published,
    Suppressed,
}

/// The protection levels of a figure: by how much more (`upper`) or less (`lower`) than its value it must appear
/// possible. One of the two is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protection {
    /// Index of the figure.
    pub figure: usize,
    pub upper: Option<u32>,
    pub lower: Option<u32>,
}

/// A figure on a path, and whether it grows.
type PathStep = (usize, bool);

/// The seed for the choice among possible secondary suppressions. The choice must be repeatable, but a reader who
/// knows this code must not be able to reason back from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secret(pub u64);

impl Secret {
    /// The cost of suppressing a figure. It does not depend on the value: otherwise the partner of a small cell would be
    /// known to be the smallest one that was large enough.
    const fn cost(self, place: usize) -> u64 {
        // The finaliser of SplitMix64.
        let mut mixed = self.0 ^ (place as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        1_000 + (mixed ^ (mixed >> 31)) % 1_000
    }
}

/// Suppresses figures until every protection holds. Returns false where no suppression is enough.
///
/// Once anything is suppressed, zeros are as well: otherwise a suppressed figure would be known not to be zero.
pub fn suppress(figures: &mut [Figure], protections: &[Protection], secret: Secret) -> bool {
    if !protections.is_empty() {
        let zeros = figures.iter_mut().filter(|figure| figure.value == 0 && figure.status == CellStatus::Published);
        zeros.for_each(|figure| figure.status = CellStatus::Suppressed);
    }
    for protection in protections {
        if let Some(figure) = figures.get_mut(protection.figure).filter(|figure| figure.status == CellStatus::Published)
        {
            figure.status = CellStatus::Suppressed;
        }
    }
    let nodes = figures.iter().map(|figure| figure.from.max(figure.to) + 1).max().unwrap_or(0);
    protections.iter().all(|protection| {
        if figures.get(protection.figure).is_none_or(|figure| figure.status != CellStatus::Suppressed) {
            return false;
        }
        let levels = [(true, protection.upper), (false, protection.lower)];
        let levels = || levels.iter().filter_map(|(grows, by)| by.map(|by| (*grows, by)));
        if levels().any(|(grows, by)| cycle(figures, nodes, (protection.figure, grows), by, None).is_some()) {
            return true;
        }
        let Some(secondary) =
            levels().find_map(|(grows, by)| cycle(figures, nodes, (protection.figure, grows), by, Some(secret)))
        else {
            return false;
        };
        for place in secondary {
            figures[place].status = CellStatus::Suppressed;
        }
        true
    })
}

/// Whether a suppressed figure may be this much more or less, given every published one.
pub fn is_feasible(figures: &[Figure], figure: usize, grows: bool, by: u32) -> bool {
    let nodes = figures.iter().map(|figure| figure.from.max(figure.to) + 1).max().unwrap_or(0);
    figures.get(figure).is_some_and(|figure| figure.status == CellStatus::Suppressed)
        && cycle(figures, nodes, (figure, grows), by, None).is_some()
}

/// Finds cycles along which a figure changes by this much, and returns the published figures on them. Without
/// `may_suppress` the cycles go through suppressed figures only.
fn cycle(
    figures: &[Figure],
    nodes: usize,
    (figure, grows): PathStep,
    by: u32,
    may_suppress: Option<Secret>,
) -> Option<Vec<usize>> {
    let own = figures.get(figure)?;
    if !grows && own.value < by {
        return None;
    }
    let (start, goal) = if grows { (own.to, own.from) } else { (own.from, own.to) };
    let mut deltas = vec![0_i64; figures.len()];
    let incidence = Incidence::new(figures, nodes, figure);
    let (mut left, mut secondary) = (by, Vec::new());
    while left > 0 {
        let path = incidence.cheapest_path(figures, &deltas, &secondary, (start, goal), may_suppress)?;
        let room = path.iter().map(|step| room(figures, &deltas, *step)).min().unwrap_or(u32::MAX).min(left);
        for (place, grows) in path {
            deltas[place] += if grows { i64::from(room) } else { -i64::from(room) };
            if figures[place].status == CellStatus::Published && !secondary.contains(&place) {
                secondary.push(place);
            }
        }
        left -= room;
    }
    Some(secondary)
}

/// How far a figure can still change: down to zero, up without limit.
fn room(figures: &[Figure], deltas: &[i64], (place, grows): PathStep) -> u32 {
    let now = i64::from(figures[place].value) + deltas[place];
    if grows { u32::MAX } else { u32::try_from(now).unwrap_or(0) }
}

/// The figures at each node, and the one figure that no path may use.
struct Incidence {
    excluded: usize,
    of: Vec<Vec<usize>>,
}

impl Incidence {
    fn new(figures: &[Figure], nodes: usize, excluded: usize) -> Self {
        let mut of = vec![Vec::new(); nodes];
        for (place, figure) in figures.iter().enumerate() {
            of[figure.from].push(place);
            of[figure.to].push(place);
        }
        Self { excluded, of }
    }

    /// The path with the cheapest new suppressions (Dijkstra).
    fn cheapest_path(
        &self,
        figures: &[Figure],
        deltas: &[i64],
        secondary: &[usize],
        (start, goal): (usize, usize),
        may_suppress: Option<Secret>,
    ) -> Option<Vec<PathStep>> {
        let mut best: Vec<Option<(u64, Option<PathStep>)>> = vec![None; self.of.len()];
        let mut open = BinaryHeap::from([Reverse((0_u64, start))]);
        best[start] = Some((0, None));
        while let Some(Reverse((cost, node))) = open.pop() {
            if node == goal {
                break;
            }
            if best[node].is_some_and(|(least, _)| least < cost) {
                continue;
            }
            for place in self.of[node].iter().copied().filter(|place| *place != self.excluded) {
                let figure = &figures[place];
                let is_free = figure.status == CellStatus::Suppressed || secondary.contains(&place);
                let new_cost =
                    may_suppress.filter(|_| figure.status == CellStatus::Published).map(|secret| secret.cost(place));
                let grows = figure.from == node;
                let Some(more) = is_free.then_some(1).or(new_cost) else { continue };
                if room(figures, deltas, (place, grows)) == 0 {
                    continue;
                }
                let next = cost + more;
                let to = if grows { figure.to } else { figure.from };
                if best[to].is_none_or(|(least, _)| next < least) {
                    best[to] = Some((next, Some((place, grows))));
                    open.push(Reverse((next, to)));
                }
            }
        }
        let mut path = Vec::new();
        let mut node = goal;
        while node != start {
            let (place, grows) = best[node]?.1?;
            path.push((place, grows));
            node = if grows { figures[place].from } else { figures[place].to };
        }
        Some(path)
    }
}

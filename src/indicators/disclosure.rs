//! Small numbers: which figures of a published table are held back, so that no cell of persons
//! below the threshold can be found by whoever adds and subtracts the others.
//!
//! Owns the solver. A table with totals is a network: each figure flows from what it is a part of
//! to what it adds up to, and what flows into a node flows out of it. A figure that is held back
//! can be found as far as the other ones leave it no way round, so a way round is what protects
//! it. Knows nothing of what is counted (statistical disclosure control: cell suppression).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// One figure of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The node that it comes from.
    pub from: usize,
    /// The node that it goes to.
    pub to: usize,
    /// The figure.
    pub value: u32,
    /// Whether it is said.
    pub shown: Shown,
}

/// Whether a figure is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Always: it was said before, or is said elsewhere.
    Always,
    /// Unless it gives another one away.
    Said,
    /// It is held back.
    Held,
}

/// What must stay possible for a figure: it may be this much more, or this much less. One is
/// enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Want {
    /// Which figure, by its place.
    pub figure: usize,
    /// How much more it may be.
    pub more: Option<u32>,
    /// How much less it may be.
    pub less: Option<u32>,
}

/// A figure taken on the way, and whether it gets larger.
type Step = (usize, bool);

/// Which figures are held back for the sake of others, out of several that would do: at random, so
/// that who knows how it is done can not reason back, and the same each time it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secret(pub u64);

impl Secret {
    /// What holding a figure back costs. Never its value: the partner of a small figure would be
    /// known to be the smallest that was large enough.
    const fn cost(self, place: usize) -> u64 {
        // The finaliser of SplitMix64.
        let mut mixed = self.0 ^ (place as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        1_000 + (mixed ^ (mixed >> 31)) % 1_000
    }
}

/// Holds back figures until every want is met, as few as it finds. Where something is held back,
/// that there is nothing is held back as well: what is left would be something. False where that
/// can not be, whatever is held back.
pub fn protect(figures: &mut [Figure], wants: &[Want], secret: Secret) -> bool {
    if !wants.is_empty() {
        let nothings = figures.iter_mut().filter(|figure| figure.value == 0 && figure.shown == Shown::Said);
        nothings.for_each(|figure| figure.shown = Shown::Held);
    }
    for want in wants {
        if let Some(figure) = figures.get_mut(want.figure).filter(|figure| figure.shown == Shown::Said) {
            figure.shown = Shown::Held;
        }
    }
    let nodes = figures.iter().map(|figure| figure.from.max(figure.to) + 1).max().unwrap_or(0);
    wants.iter().all(|want| {
        if figures.get(want.figure).is_none_or(|figure| figure.shown != Shown::Held) {
            return false;
        }
        let ways = [(true, want.more), (false, want.less)];
        let ways = || ways.iter().filter_map(|(grows, by)| by.map(|by| (*grows, by)));
        if ways().any(|(grows, by)| round(figures, nodes, (want.figure, grows), by, None).is_some()) {
            return true;
        }
        let Some(held) = ways().find_map(|(grows, by)| round(figures, nodes, (want.figure, grows), by, Some(secret)))
        else {
            return false;
        };
        for place in held {
            figures[place].shown = Shown::Held;
        }
        true
    })
}

/// Whether a figure can be this much more or less with all that is shown as it is.
pub fn can_be(figures: &[Figure], figure: usize, grows: bool, by: u32) -> bool {
    let nodes = figures.iter().map(|figure| figure.from.max(figure.to) + 1).max().unwrap_or(0);
    figures.get(figure).is_some_and(|figure| figure.shown == Shown::Held)
        && round(figures, nodes, (figure, grows), by, None).is_some()
}

/// The ways round by which a figure can change so much: the figures on them. Over those that are
/// shown as well where it may hide them, with a secret.
fn round(
    figures: &[Figure],
    nodes: usize,
    (figure, grows): Step,
    by: u32,
    may_hide: Option<Secret>,
) -> Option<Vec<usize>> {
    let own = figures.get(figure)?;
    if !grows && own.value < by {
        return None;
    }
    let (start, goal) = if grows { (own.to, own.from) } else { (own.from, own.to) };
    let mut moved = vec![0_i64; figures.len()];
    let ways = Ways::new(figures, nodes, figure);
    let (mut left, mut taken) = (by, Vec::new());
    while left > 0 {
        let path = ways.cheapest(figures, &moved, &taken, (start, goal), may_hide)?;
        let room = path.iter().map(|step| room(figures, &moved, *step)).min().unwrap_or(u32::MAX).min(left);
        for (place, grows) in path {
            moved[place] += if grows { i64::from(room) } else { -i64::from(room) };
            if figures[place].shown == Shown::Said && !taken.contains(&place) {
                taken.push(place);
            }
        }
        left -= room;
    }
    Some(taken)
}

/// How far a figure can go on changing: down to nothing, up without end.
fn room(figures: &[Figure], moved: &[i64], (place, grows): Step) -> u32 {
    let now = i64::from(figures[place].value) + moved[place];
    if grows { u32::MAX } else { u32::try_from(now).unwrap_or(0) }
}

/// Which figures touch each node.
struct Ways {
    own: usize,
    of: Vec<Vec<usize>>,
}

impl Ways {
    fn new(figures: &[Figure], nodes: usize, own: usize) -> Self {
        let mut of = vec![Vec::new(); nodes];
        for (place, figure) in figures.iter().enumerate() {
            of[figure.from].push(place);
            of[figure.to].push(place);
        }
        Self { own, of }
    }

    /// The way on which the least is held back anew.
    fn cheapest(
        &self,
        figures: &[Figure],
        moved: &[i64],
        taken: &[usize],
        (start, goal): (usize, usize),
        may_hide: Option<Secret>,
    ) -> Option<Vec<Step>> {
        let mut best: Vec<Option<(u64, Option<Step>)>> = vec![None; self.of.len()];
        let mut open = BinaryHeap::from([Reverse((0_u64, start))]);
        best[start] = Some((0, None));
        while let Some(Reverse((cost, node))) = open.pop() {
            if node == goal {
                break;
            }
            if best[node].is_some_and(|(least, _)| least < cost) {
                continue;
            }
            for place in self.of[node].iter().copied().filter(|place| *place != self.own) {
                let figure = &figures[place];
                let is_free = figure.shown == Shown::Held || taken.contains(&place);
                let cost_anew = may_hide.filter(|_| figure.shown == Shown::Said).map(|secret| secret.cost(place));
                let grows = figure.from == node;
                let Some(more) = is_free.then_some(1).or(cost_anew) else { continue };
                if room(figures, moved, (place, grows)) == 0 {
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

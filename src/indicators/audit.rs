//! The audit: what somebody can infer who knows all that was published of a table, the exact total of each day, and how
//! counts are rounded; but not the offsets of the cells.
//!
//! With offsets in mind, each figure leaves an interval for its count; the intervals of a day must be able to add up to its
//! total, and where counts only grow, each bounds those of the days before and after. What no possible choice of offsets
//! excludes is left open. The choices are tried until enough is left open.
//!
//! Works on what is published alone. Never knows what is counted.

use std::collections::HashMap;

/// How far apart the values are that a count may have at least.
const LEAST_RANGE: i64 = 2;
/// How many choices of offsets are tried: what is not shown to be safe by then is not published.
const MOST: u32 = 50_000;

/// The figures of a table on a day, what they are multiples of, and its exact total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub base: u32,
    pub figures: Vec<u32>,
    pub total: u32,
}

/// The least and the most that a number may be.
type Interval = (i64, i64);

/// One list per day, one interval per cell.
type Intervals = Vec<Vec<Interval>>;

/// Whether every count, and every change from one day to the next, stays open. `is_growing` if counts only grow. `None`
/// if nobody can make sense of it: the past was corrected.
pub fn is_safe(seen: &[Seen], is_growing: bool) -> Option<bool> {
    let cells = seen.first().map_or(0, |day| day.figures.len());
    // A cell has an offset for each base.
    let mut bases: Vec<u32> = seen.iter().map(|day| day.base).collect();
    bases.sort_unstable();
    bases.dedup();
    let every = || bases.iter().flat_map(|base| (0..cells).map(move |cell| (*base, cell)));
    // Who was always published as 0 leaves most with the offset 0.
    let is_moving = |(base, cell)| seen.iter().any(|day| day.base == base && figure(day, cell) > 0);
    let moving: Vec<_> = every().filter(|of| is_moving(*of)).collect();
    let mut offsets: HashMap<(u32, usize), i64> = every().map(|of| (of, 0)).collect();
    let mut open: Option<Inferred> = None;
    for _ in 0..MOST {
        if let Some(here) = Inferred::with(seen, &offsets, is_growing) {
            let all = match open {
                None => here,
                Some(before) => before.or(&here),
            };
            if all.is_open(seen) {
                return Some(true);
            }
            open = Some(all);
        }
        // The next choice.
        let Some(place) = moving.iter().position(|of| offsets[of] + 1 < i64::from(of.0)) else {
            return open.map(|_| false);
        };
        for of in moving.iter().take(place) {
            offsets.insert(*of, 0);
        }
        *offsets.entry(moving[place]).or_default() += 1;
    }
    Some(false)
}

fn figure(day: &Seen, cell: usize) -> i64 {
    day.figures.get(cell).copied().map_or(0, i64::from)
}

/// What is left open of each day, and of each change to the next.
struct Inferred {
    counts: Intervals,
    changes: Intervals,
}

impl Inferred {
    /// What these offsets leave open; none if they are impossible.
    fn with(seen: &[Seen], offsets: &HashMap<(u32, usize), i64>, is_growing: bool) -> Option<Self> {
        let of_figure = |cell: usize, day: &Seen| {
            let figure = figure(day, cell) - offsets[&(day.base, cell)];
            (figure.max(0), figure + i64::from(day.base) - 1)
        };
        let of_day = |day: &Seen| (0..day.figures.len()).map(|cell| of_figure(cell, day)).collect();
        let mut counts: Intervals = seen.iter().map(of_day).collect();
        loop {
            let before = counts.clone();
            if is_growing {
                grow(&mut counts);
            }
            for (day, seen) in counts.iter_mut().zip(seen) {
                add_up(day, i64::from(seen.total))?;
            }
            if counts == before {
                break;
            }
        }
        let mut changes = Vec::new();
        for (days, seen) in counts.windows(2).zip(seen.windows(2)) {
            let ([was, is], [then, now]) = (days, seen) else { continue };
            let change = |((least, most), (next_least, next_most)): (&Interval, &Interval)| {
                let lowest = next_least - most;
                (if is_growing { lowest.max(0) } else { lowest }, next_most - least)
            };
            let mut change: Vec<Interval> = was.iter().zip(is).map(change).collect();
            add_up(&mut change, i64::from(now.total) - i64::from(then.total))?;
            changes.push(change);
        }
        Some(Self { counts, changes })
    }

    fn or(self, other: &Self) -> Self {
        let either = |a: Intervals, b: &Intervals| {
            let both = |(a, b): (Interval, &Interval)| (a.0.min(b.0), a.1.max(b.1));
            let day = |(a, b): (Vec<Interval>, &Vec<Interval>)| a.into_iter().zip(b).map(both).collect();
            a.into_iter().zip(b).map(day).collect()
        };
        Self { counts: either(self.counts, &other.counts), changes: either(self.changes, &other.changes) }
    }

    /// Whether no count is nearly known, and no small change is known. Where nobody is, there is nothing to keep.
    fn is_open(&self, seen: &[Seen]) -> bool {
        let base = seen.iter().map(|day| i64::from(day.base)).max().unwrap_or(1);
        let is_wide = |(least, most): &Interval| most - least >= LEAST_RANGE;
        let counts = self.counts.iter().zip(seen).filter(|(_, seen)| seen.total > 0);
        let is_small = |(least, most): &Interval| least == most && (1..base).contains(&least.abs());
        counts.flat_map(|(day, _)| day).all(is_wide) && !self.changes.iter().flatten().any(is_small)
    }
}

/// Counts that only grow: none is less than before, nor more than after.
fn grow(counts: &mut Intervals) {
    for day in 1..counts.len() {
        let (before, after) = counts.split_at_mut(day);
        if let (Some(before), Some(after)) = (before.last_mut(), after.first_mut()) {
            for (was, is) in before.iter_mut().zip(after) {
                is.0 = is.0.max(was.0);
            }
        }
    }
    for day in (1..counts.len()).rev() {
        let (before, after) = counts.split_at_mut(day);
        if let (Some(before), Some(after)) = (before.last_mut(), after.first_mut()) {
            for (was, is) in before.iter_mut().zip(after) {
                was.1 = was.1.min(is.1);
            }
        }
    }
}

/// Leaves of some intervals what can add up to a total; none if they cannot.
fn add_up(intervals: &mut [Interval], total: i64) -> Option<()> {
    let least: i64 = intervals.iter().map(|(least, _)| least).sum();
    let most: i64 = intervals.iter().map(|(_, most)| most).sum();
    for interval in intervals {
        let (low, high) = *interval;
        *interval = (low.max(total - (most - high)), high.min(total - (least - low)));
        if interval.0 > interval.1 {
            return None;
        }
    }
    Some(())
}

//! An attacker who knows how counts are rounded, but not the file: all that was published of one table, on several days,
//! and the exact total of each day.
//!
//! Every cell has an offset of its own, the same on all days, which is added to its count before that is rounded down. So
//! with an offset in mind, each figure leaves an interval; a combination of offsets is possible if on each day the
//! intervals can add up to the total. Tries all combinations, and shares no code with what rounds.

use std::ops::RangeInclusive;

/// What was published of a table on a day.
#[derive(Clone, Debug)]
pub struct Seen {
    pub figures: Vec<i64>,
    pub total: i64,
}

/// What the attacker finds out about the counts of each cell: on each day, and from each day to the next.
pub struct Found {
    pub counts: Vec<Vec<RangeInclusive<i64>>>,
    pub changes: Vec<Vec<RangeInclusive<i64>>>,
}

/// `is_growing` if the counts can only grow from day to day.
pub fn attack(base: i64, days: &[Seen], is_growing: bool) -> Found {
    let cells = days.first().map_or(0, |day| day.figures.len());
    let mut found: Option<Found> = None;
    let mut offsets = vec![0; cells];
    // A cell that was always 0 may be the most with no offset.
    let moving: Vec<usize> = (0..cells).filter(|cell| days.iter().any(|day| day.figures[*cell] > 0)).collect();
    loop {
        if let Some(here) = with_offsets(base, days, &offsets, is_growing) {
            found = Some(match found {
                None => here,
                Some(before) => {
                    Found { counts: hull(&before.counts, &here.counts), changes: hull(&before.changes, &here.changes) }
                }
            });
        }
        // The next combination.
        let Some(place) = moving.iter().position(|cell| offsets[*cell] + 1 < base) else { break };
        moving[..place].iter().for_each(|cell| offsets[*cell] = 0);
        offsets[moving[place]] += 1;
    }
    found.unwrap_or_else(|| panic!("what was published is possible: {days:?}"))
}

type Ranges = Vec<Vec<RangeInclusive<i64>>>;

fn hull(a: &Ranges, b: &Ranges) -> Ranges {
    let both = |(a, b): (&RangeInclusive<i64>, &RangeInclusive<i64>)| *a.start().min(b.start())..=*a.end().max(b.end());
    a.iter().zip(b).map(|(a, b)| a.iter().zip(b).map(both).collect()).collect()
}

/// What is left with these offsets; none if they are impossible.
fn with_offsets(base: i64, days: &[Seen], offsets: &[i64], is_growing: bool) -> Option<Found> {
    let mut counts: Ranges = Vec::new();
    for day in days {
        let own = |(figure, offset): (&i64, &i64)| (figure - offset).max(0)..=figure - offset + base - 1;
        let mut ranges: Vec<_> = day.figures.iter().zip(offsets).map(own).collect();
        if let Some(before) = counts.last().filter(|_| is_growing) {
            for (range, before) in ranges.iter_mut().zip(before) {
                *range = *range.start().max(before.start())..=*range.end();
            }
        }
        counts.push(within(&ranges, day.total)?);
    }
    // No count is more than a later one.
    for place in (1..days.len()).rev().filter(|_| is_growing) {
        let after = counts[place].clone();
        let ranges: Vec<_> =
            counts[place - 1].iter().zip(&after).map(|(was, is)| *was.start()..=*was.end().min(is.end())).collect();
        counts[place - 1] = within(&ranges, days[place - 1].total)?;
    }
    let mut changes = Vec::new();
    for (place, pair) in counts.windows(2).enumerate() {
        let own = |(was, is): (&RangeInclusive<i64>, &RangeInclusive<i64>)| {
            let least = is.start() - was.end();
            (if is_growing { least.max(0) } else { least })..=is.end() - was.start()
        };
        let ranges: Vec<_> = pair[0].iter().zip(&pair[1]).map(own).collect();
        changes.push(within(&ranges, days[place + 1].total - days[place].total)?);
    }
    Some(Found { counts, changes })
}

/// The numbers of some ranges that can add up to a total.
fn within(ranges: &[RangeInclusive<i64>], total: i64) -> Option<Vec<RangeInclusive<i64>>> {
    let least: i64 = ranges.iter().map(|range| *range.start()).sum();
    let most: i64 = ranges.iter().map(|range| *range.end()).sum();
    let narrowed = ranges.iter().map(|range| {
        let low = (*range.start()).max(total - (most - range.end()));
        let high = (*range.end()).min(total - (least - range.start()));
        (low <= high).then_some(low..=high)
    });
    narrowed.collect()
}

#[test]
fn a_total_at_the_edge_gives_a_count_away() {
    // Two figures of 5, together two women: one each.
    let found = attack(5, &[Seen { figures: vec![5, 5, 0], total: 2 }], false);
    assert_eq!(found.counts[0], [1..=1, 1..=1, 0..=0]);
    // Together ten: nobody knows.
    let found = attack(5, &[Seen { figures: vec![5, 5, 0], total: 10 }], false);
    assert_eq!(found.counts[0], [1..=9, 1..=9, 0..=4]);
}

#[test]
fn one_woman_more_and_one_figure_that_jumps_give_her_away() {
    let days = [Seen { figures: vec![5, 10, 5], total: 17 }, Seen { figures: vec![5, 15, 5], total: 18 }];
    assert_eq!(attack(5, &days, true).changes[0], [0..=0, 1..=1, 0..=0]);
}

//! Suppression in the table of départements: which figures of the breakdown are left out.
//!
//! Within a span women are only ever added, so there is more to subtract than cells from totals. Three kinds of
//! difference are protected as well. Examples with a threshold of 5:
//!
//! * *Then and now.* A committee read 6, and today there are 8: the 2 added since are a small cell, so the 8 is
//!   suppressed.
//! * *Whole and parts.* What is suppressed in one period is suppressed since the start, or the other periods
//!   would disclose it by subtraction.
//! * *Nested columns.* Of 9 women with a need 7 have a complete file: the 2 without one are a small cell, so
//!   one of the two columns is suppressed.
//!
//! Owns these tables. Each is solved by `disclosure`, which explains primary and secondary suppression.

use chrono::NaiveDate;

use crate::domain::convention::Period;
use crate::domain::lens::Lens;

use super::changes::published_days;
use super::disclosure::{CellStatus, Figure, Protection, Secret, suppress};
use super::events::{Event, Tally, firsts};
use super::group_key::GroupKey;
use super::span::Span;

/// Which cells are suppressed on the lens's day: for each tally, one flag per département of `of`. `waiting` is
/// the number of women waiting in each.
pub(super) fn suppressed(
    lens: &Lens,
    span: Span,
    of: &[GroupKey],
    (events, waiting): (&[Vec<Event>], &[u32]),
    rule: Rule,
) -> Vec<Vec<bool>> {
    let each = days(events, of, |_| true);
    let periods = lens.dataset.periods.iter().filter(|_| span == Span::SinceStart);
    let parts = periods.map(Some).chain((span == Span::SinceStart).then_some(None));
    let is_in = |part: Option<&Period>, on| match part {
        Some(period) => period.contains(on),
        None => !lens.dataset.periods.iter().any(|period| period.contains(on)),
    };
    let parts: Vec<PeriodPart> =
        parts.map(|period| PeriodPart { period, each: days(events, of, |on| is_in(period, on)) }).collect();
    let mut suppressed = suppressed_in(lens, (&each, &parts), rule);
    protect_exits(lens, &each, waiting, rule, &mut suppressed);
    suppressed
}

/// The threshold, and the seed for the choice of secondary suppressions.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    pub threshold: u32,
    pub secret: Secret,
}

/// Women whose need was spotted, who neither wait nor were rehoused, have left. Where the number waiting is
/// published, the number who left follows from the needs, so needs less waiting is nested over the rehoused.
fn protect_exits(lens: &Lens, each: &[Days], waiting: &[u32], rule: Rule, suppressed: &mut [Vec<bool>]) {
    let (needs, rehoused) = (Tally::Needs as usize, Tally::Rehoused as usize);
    let counts = |tally: usize| each[tally].iter().map(|days| by(days, lens.as_of));
    let without = counts(needs).zip(waiting).map(|(needs, waiting)| needs.saturating_sub(*waiting));
    let mut now = [
        Published { counts: without.collect(), suppressed: suppressed[needs].clone() },
        Published { counts: counts(rehoused).collect(), suppressed: suppressed[rehoused].clone() },
    ];
    protect_difference(&mut now, (0, 1), rule);
    let [without, some] = now;
    (suppressed[needs], suppressed[rehoused]) = (without.suppressed, some.suppressed);
    for (suppressed, days) in suppressed.iter_mut().zip(each) {
        suppress_zeros(suppressed, days.iter().map(|days| by(days, lens.as_of)));
    }
}

/// Once a column has a suppressed cell, its zeros are suppressed too: otherwise a suppressed cell would be
/// known not to be zero.
fn suppress_zeros(suppressed: &mut [bool], counts: impl Iterator<Item = u32>) {
    if suppressed.contains(&true) {
        suppressed.iter_mut().zip(counts).for_each(|(suppressed, count)| *suppressed |= count == 0);
    }
}

/// For each département, the days on which its women first counted, sorted.
type Days = Vec<Vec<NaiveDate>>;

/// A period, or the days outside every period (`None`).
struct PeriodPart<'a> {
    period: Option<&'a Period>,
    each: Vec<Days>,
}

/// For each tally, the days of the events in a part of the span.
fn days(events: &[Vec<Event>], of: &[GroupKey], is_in: impl Fn(NaiveDate) -> bool) -> Vec<Days> {
    let of_tally = |events: &Vec<Event>| {
        let mut days: Days = of.iter().map(|_| Vec::new()).collect();
        for event in firsts(events.iter().filter(|event| is_in(event.on))) {
            if let Some(place) = of.iter().position(|of| *of == event.of) {
                days[place].push(event.on);
            }
        }
        days
    };
    events.iter().map(of_tally).collect()
}

/// The count at the end of a day.
fn by(days: &[NaiveDate], day: NaiveDate) -> u32 {
    u32::try_from(days.partition_point(|on| *on <= day)).unwrap_or(u32::MAX)
}

fn suppressed_in(lens: &Lens, (each, parts): (&[Days], &[PeriodPart]), rule: Rule) -> Vec<Vec<bool>> {
    let mut published: Vec<Vec<Published>> = each.iter().map(|_| Vec::new()).collect();
    for day in published_days(lens).into_iter().chain([lens.as_of]) {
        let mut forced: Vec<Vec<bool>> = each.iter().map(|days| vec![false; days.len()]).collect();
        suppress_from_parts(&lens.at(day), (each, parts), rule, &mut forced);
        let mut now: Vec<Published> = Vec::new();
        for ((days, before), forced) in each.iter().zip(&published).zip(forced) {
            let counts = days.iter().map(|days| by(days, day)).collect();
            now.push(Published { counts, suppressed: forced }.after(before, rule));
        }
        for (whole, part) in NESTED {
            protect_difference(&mut now, (whole as usize, part as usize), rule);
        }
        for (published, mut now) in published.iter_mut().zip(now) {
            suppress_zeros(&mut now.suppressed, now.counts.iter().copied());
            published.push(now);
        }
    }
    published.into_iter().map(|mut published| published.pop().map(|last| last.suppressed).unwrap_or_default()).collect()
}

/// Pairs of tallies: the women of the second are among those of the first.
const NESTED: [(Tally, Tally); 8] = [
    (Tally::Needs, Tally::Referrals),
    (Tally::Needs, Tally::Files),
    (Tally::Needs, Tally::Proposals),
    (Tally::Needs, Tally::Rehoused),
    (Tally::Referrals, Tally::Proposals),
    (Tally::Files, Tally::Rehoused),
    (Tally::Proposals, Tally::Refusals),
    (Tally::Proposals, Tally::Rehoused),
];

/// Suppresses in the whole what any of its parts suppresses. A woman who counts in two parts makes their sum
/// exceed the whole: where that excess is a small cell, the whole tally is suppressed.
fn suppress_from_parts(lens: &Lens, (each, parts): (&[Days], &[PeriodPart]), rule: Rule, forced: &mut [Vec<bool>]) {
    let is_begun =
        |part: &&PeriodPart| part.period.is_none_or(|period| period.starts.is_some_and(|starts| starts <= lens.as_of));
    for part in parts.iter().filter(is_begun) {
        let ends = part.period.and_then(|period| period.ends).unwrap_or(lens.as_of);
        let suppressed = suppressed_in(&lens.at(ends.min(lens.as_of)), (&part.each, &[]), rule);
        for (forced, suppressed) in forced.iter_mut().zip(suppressed) {
            for (forced, suppressed) in forced.iter_mut().zip(suppressed) {
                *forced |= suppressed;
            }
        }
    }
    for (tally, (whole, forced)) in each.iter().zip(forced).enumerate() {
        let is_few = |(place, days): (usize, &Vec<NaiveDate>)| {
            let sum: u32 = parts.iter().map(|part| by(&part.each[tally][place], lens.as_of)).sum();
            (1..rule.threshold).contains(&sum.saturating_sub(by(days, lens.as_of)))
        };
        if whole.iter().enumerate().any(is_few) {
            forced.fill(true);
        }
    }
}

/// Protects the difference of two nested tallies. Where the second is not a part of the first (within a period
/// they may be other women) there is no difference to protect.
fn protect_difference(now: &mut [Published], (whole, part): (usize, usize), rule: Rule) {
    let pairs = || now[whole].counts.iter().zip(&now[part].counts);
    if pairs().any(|(whole, part)| part > whole) {
        return;
    }
    let rows: Vec<DepartementRow> = (0..now[whole].counts.len())
        .map(|place| {
            let status =
                |of: &Published| if of.suppressed[place] { CellStatus::Suppressed } else { CellStatus::Published };
            let (all, some) = (&now[whole], &now[part]);
            let left = all.counts[place] - some.counts[place];
            [(some.counts[place], status(some)), (left, CellStatus::Suppressed), (all.counts[place], status(all))]
        })
        .collect();
    let Some(suppressed) = suppress_rows(&rows, rule, Earlier::Protected) else {
        // With the whole part suppressed there is no difference left; small cells of the whole still need
        // suppression.
        now[part].suppressed.fill(true);
        let is_small_published = |(n, suppressed): (&u32, &bool)| (1..rule.threshold).contains(n) && !suppressed;
        if now[whole].counts.iter().zip(&now[whole].suppressed).any(is_small_published) {
            now[whole].suppressed.fill(true);
        }
        return;
    };
    for (place, [is_part_suppressed, _, is_whole_suppressed]) in suppressed.into_iter().enumerate() {
        now[part].suppressed[place] |= is_part_suppressed;
        now[whole].suppressed[place] |= is_whole_suppressed;
    }
}

/// The figures of one tally on one day, by département.
#[derive(Default)]
struct Published {
    counts: Vec<u32>,
    suppressed: Vec<bool>,
}

/// Two figures and their sum, of one département.
type DepartementRow = [(u32, CellStatus); 3];

impl Published {
    /// Suppresses what would disclose a small change since an earlier publication: with each earlier day, the
    /// counts then, the change and the counts now form one table.
    fn after(mut self, before: &[Self], rule: Rule) -> Self {
        let nothing = Self { counts: vec![0; self.counts.len()], suppressed: vec![false; self.counts.len()] };
        let days = if before.is_empty() { std::slice::from_ref(&nothing) } else { before };
        for day in days {
            let rows: Vec<DepartementRow> = (0..self.counts.len())
                .map(|place| {
                    let (now, was) = (self.counts[place], day.counts[place]);
                    let published =
                        |is_suppressed, otherwise| if is_suppressed { CellStatus::Suppressed } else { otherwise };
                    [
                        (was, published(day.suppressed[place], CellStatus::Fixed)),
                        (now - was, CellStatus::Suppressed),
                        (now, published(self.suppressed[place], CellStatus::Published)),
                    ]
                })
                .collect();
            match suppress_rows(&rows, rule, Earlier::Free) {
                Some(suppressed) => self.suppressed = suppressed.iter().map(|row| row[2]).collect(),
                None => self.suppressed.fill(true),
            }
        }
        self
    }
}

/// Cells above the threshold that an earlier step suppressed for the sake of others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Earlier {
    /// They must not be recomputed either.
    Protected,
    Free,
}

/// Suppresses cells of rows whose columns add up to published totals; `None` where no suppression is enough.
fn suppress_rows(rows: &[DepartementRow], rule: Rule, earlier: Earlier) -> Option<Vec<[bool; 3]>> {
    let (mut figures, mut protections) = (Vec::new(), Vec::new());
    for (place, row) in rows.iter().enumerate() {
        let node = 3 + place;
        for (part, (value, status)) in row.iter().enumerate() {
            let (from, to) = if part == 2 { (node, 2) } else { (part, node) };
            if (1..rule.threshold).contains(value) && *status != CellStatus::Fixed {
                // The middle column (a difference) is also safe if it may be zero. Any other small cell must be
                // able to exceed the threshold by one: if two cells added up to the threshold exactly, the only
                // way not to be small would be 5 + 0, and neither of these would have been suppressed.
                let lower = (part == 1).then_some(*value);
                protections.push(Protection { figure: figures.len(), upper: Some(rule.threshold - value + 1), lower });
            }
            if earlier == Earlier::Protected
                && part != 1
                && *status == CellStatus::Suppressed
                && *value >= rule.threshold
            {
                protections.push(Protection {
                    figure: figures.len(),
                    upper: Some(rule.threshold),
                    lower: Some(rule.threshold),
                });
            }
            figures.push(Figure { from, to, value: *value, status: *status });
        }
    }
    let is_protected = suppress(&mut figures, &protections, rule.secret);
    let suppressed = figures.chunks(3).map(|row| [0, 1, 2].map(|part| row[part].status == CellStatus::Suppressed));
    is_protected.then(|| suppressed.collect())
}

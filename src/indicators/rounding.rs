//! Statistical disclosure control by random rounding: how a count of persons is published.
//!
//! A count that crosses an attribute of persons (their territory, their dwelling type) is published as a multiple of a
//! base, the convention's small-number threshold: with base 5, three women are published as 0 or as 5. Which of the two
//! depends on an *offset* from 0 to 4 that is added before rounding down. Each cell has its own, drawn at random once and
//! for all, and only the file knows it. So the expected value of what is published is the count itself, zero stays zero,
//! and:
//!
//! * the same count of a cell is the same in every table, chart, span and copy;
//! * over time a figure follows its count: it jumps by 5 when five more women came, not to and fro, and nobody knows
//!   whether the jump came with the first or the last of them;
//! * who reads 5 knows that there are 1 to 9, who reads 0 that there are 0 to 4.
//!
//! The exact total of a table is known, since it is a fact about the convention. It could give counts away where it lies
//! at the edge of what the published figures allow, and so could its change with what moved since the last publications;
//! so that is checked (the *audit*, see [`audit`]), on what is published alone.
//!
//! A figure moves only with a publication: closing committees makes the release calendar, as official
//! statistics have one. Its figures are read from it, whatever the records say since, so a correction of the past moves no
//! figure of the past; and whoever watches the screen of a committee does not see which figure an entry moves.
//!
//! Owns the rounding, and when a figure may move. Never knows what is counted.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::domain::dataset::{Change, HistoryEntry};
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::schema::{Record, TableId};

use super::audit::{self, Seen};

/// A table has at least so many women times the base: less is only published as a whole.
const FEWEST: u32 = 3;
/// A table moves once so many women times the base came or left: otherwise the one who did could be told by the figure
/// that jumps.
const MOVED: u32 = 2;
/// The name of the base among the figures of a publication.
pub(super) const BASE: &str = "base";

/// The rounding of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rounding {
    base: u32,
    secret: u64,
    /// Also released, without having been published.
    releasing: Option<NaiveDate>,
    /// What was published, by day.
    published: BTreeMap<NaiveDate, PublishedDay>,
}

/// What was published as of a day, and seen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PublishedDay {
    /// What its figures are multiples of: the threshold may be another one since.
    base: u32,
    figures: HashMap<String, u32>,
}

/// The counts of a table's cells on a day, and how many women came or left since the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCounts {
    pub day: NaiveDate,
    pub counts: Vec<u32>,
    pub moved: u32,
}

/// What is published of a table, and as of which day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub day: NaiveDate,
    /// What the figures are multiples of.
    pub base: u32,
    pub figures: Vec<u32>,
    /// Exact.
    pub total: u32,
}

impl Rounding {
    pub fn new(base: u32, secret: u64) -> Self {
        Self { base: base.max(1), secret, releasing: None, published: BTreeMap::new() }
    }

    /// The rounding of a convention. Its secret is the id of the first case ever entered, even if it was deleted since: it
    /// stays the same, and only the file has it. Marks of what was struck out since do not count.
    pub(super) fn of(lens: &Lens) -> Self {
        let is_entered =
            |entry: &&HistoryEntry| (entry.table, &entry.change) == (TableId::Relocations, &Change::Created);
        let entered = lens.dataset.history.iter().find(is_entered).map(|entry| entry.row);
        let first = || lens.dataset.relocations.iter().next().map(Record::id);
        let secret = entered.or_else(first).map_or(0, RowId::value);
        let mut rounding = Self::new(lens.dataset.the_convention().small_number_threshold(), secret);
        for publication in &lens.dataset.publications {
            let Some(day) = publication.day.filter(|day| *day <= lens.as_of) else { continue };
            let (base, figures) = (rounding.base, publication.figures());
            let kept = rounding.published.entry(day).or_insert_with(|| PublishedDay {
                base: figures.get(BASE).and_then(|base| u32::try_from(*base).ok()).unwrap_or(base).max(1),
                figures: HashMap::new(),
            });
            for (name, figure) in figures {
                // Of two publications as of the same day the first one holds: it was seen.
                kept.figures.entry(name.to_owned()).or_insert(u32::try_from(figure).unwrap_or(u32::MAX));
            }
        }
        rounding
    }

    /// Also releases a day, which is about to be published.
    #[must_use]
    pub(super) fn releasing(mut self, day: NaiveDate) -> Self {
        self.releasing = Some(day);
        self
    }

    /// The release calendar, by date.
    pub(super) fn days(&self) -> BTreeSet<NaiveDate> {
        self.published.keys().copied().chain(self.releasing).collect()
    }

    pub const fn base(&self) -> u32 {
        self.base
    }

    /// A figure as it was published as of a day.
    pub(super) fn kept(&self, day: NaiveDate, name: &str) -> Option<u32> {
        self.published.get(&day)?.figures.get(name).copied()
    }

    /// The published figure of a cell, which has the same name for ever.
    pub fn round(&self, cell: &str, count: u32) -> u32 {
        count.saturating_add(self.offset(cell)) / self.base * self.base
    }

    /// FNV-1a over the name, then the finaliser of `SplitMix64` with the secret.
    fn offset(&self, cell: &str) -> u32 {
        let named = cell
            .bytes()
            .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
        let mut mixed = named ^ self.secret;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(self.base)).unwrap_or(0)
    }

    /// What is published of a table: its last day on which enough women had come or left and the audit holds. `cells` are
    /// the names of its cells, `days` its counts by date.
    pub fn published(&self, cells: &[String], days: &[DayCounts]) -> Option<Published> {
        let mut published: Option<Published> = None;
        let (mut moved, mut seen) = (None, Vec::new());
        for DayCounts { day, counts, moved: by } in days {
            moved = moved.map(|moved: u32| moved.saturating_add(*by));
            let stored = self.published.get(day);
            let known = |name: &str| stored.and_then(|stored| stored.figures.get(name).copied());
            let base = stored.map_or(self.base, |stored| stored.base);
            let total = known(total_name(cells)).unwrap_or_else(|| counts.iter().sum());
            let figures: Option<Vec<u32>> = cells.iter().map(|cell| known(cell)).collect();
            let figures = match figures {
                Some(figures) => figures,
                None if total < FEWEST * base => {
                    published = None;
                    continue;
                }
                None if stored.is_some() || moved.is_some_and(|moved| moved < MOVED * self.base) => continue,
                None => {
                    let figures = cells.iter().zip(counts).map(|(cell, count)| self.round(cell, *count)).collect();
                    if !is_safe(&seen, &Seen { base, figures: Vec::clone(&figures), total }) {
                        continue;
                    }
                    figures
                }
            };
            seen.push(Seen { base, figures: figures.clone(), total });
            published = Some(Published { day: *day, base, figures, total });
            moved = Some(0);
        }
        published
    }
}

/// Whether the figures of a day give nothing away, with those that were published before. Who reads them may know
/// that the counts only grow, or that the past was corrected.
fn is_safe(before: &[Seen], day: &Seen) -> bool {
    let alone = std::slice::from_ref(day);
    let all: Vec<Seen> = before.iter().chain(alone).cloned().collect();
    [false, true].into_iter().all(|is_growing| {
        let safe = audit::is_safe(&all, is_growing);
        safe.or_else(|| audit::is_safe(alone, is_growing)).unwrap_or(false)
    })
}

/// The name of a table's total: that of its cells without their own.
pub(super) fn total_name(cells: &[String]) -> &str {
    cells.first().and_then(|cell| cell.rsplit_once('/')).map_or("", |(table, _)| table)
}

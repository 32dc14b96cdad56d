//! The release: women who wait and units on offer, as an audience reads them.
//!
//! The office reads exact numbers by dwelling type and EPCI. All others read rounded ones (`rounding`), as of the last
//! publication, recoded into few classes: by type (up to two rooms, three, four and more) and by
//! département, but never one within the other. Each woman counts once, at the first type and place noted for her.
//!
//! Owns the cells of the table. Never decides how a count is rounded, nor when it may move.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::domain::commune;
use crate::domain::lens::Lens;

use super::basis::Basis;
use super::needs::{Location, NeedsCell, Waiting, Wish, offers};
use super::progress::{Progress, progress};
use super::rounding::{DayCounts, Published, Rounding};

/// How finely needs and offers are broken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// By type and by EPCI, and by both at once: for the office.
    Epci,
    /// By type and by département, but not by both at once.
    Apart,
    /// The total only.
    Total,
}

/// A place by which figures are broken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceKey {
    /// A département and everything in it; `None` where no département is noted.
    Departement(Option<&'static str>),
    /// Exactly the location noted.
    Location(Location),
}

impl PlaceKey {
    /// `None` where no département is noted.
    pub const fn departement(self) -> Option<&'static str> {
        match self {
            Self::Departement(departement) | Self::Location(Location { departement, .. }) => departement,
        }
    }

    /// Its name among the cells of the rounding, which never changes.
    pub(super) const fn name(self) -> &'static str {
        match self.departement() {
            Some(code) => code,
            None => "-",
        }
    }

    /// Every département, then where none is noted.
    pub(super) fn departements() -> impl Iterator<Item = Self> {
        commune::DEPARTEMENTS.iter().map(|(code, _)| Some(*code)).chain([None]).map(Self::Departement)
    }
}

/// A cell of the table; `None` stands for all types, or all places.
pub type CellKey = (Option<Wish>, Option<PlaceKey>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    pub level: Level,
    /// The day of the figures.
    pub day: NaiveDate,
    /// What the figures of parts are multiples of; none if they are exact.
    pub base: Option<u32>,
    /// Whether anything was published; true where nothing needs to be.
    pub is_published: bool,
    /// Whether it was asked for the day that it shows.
    pub is_of_day: bool,
    pub wishes: Vec<Wish>,
    pub places: Vec<PlaceKey>,
    cells: HashMap<CellKey, NeedsCell>,
}

impl Release {
    pub fn cell(&self, key: CellKey) -> Option<&NeedsCell> {
        self.cells.get(&key)
    }

    /// For the office: nothing is rounded.
    pub const fn is_exact(&self) -> bool {
        self.base.is_none()
    }

    /// By how much a figure may differ from its count, at most.
    pub fn within(&self) -> u32 {
        self.base.map_or(0, |base| base - 1)
    }
}

pub(super) fn release(basis: &Basis, now: &Progress, waiting: &[Waiting]) -> Release {
    let lens = basis.lens();
    if basis.is_exact() {
        return exact(&lens, now, waiting);
    }
    let types = Wish::CLASSES.to_vec();
    let places: Vec<_> = PlaceKey::departements().collect();
    let rounding = Rounding::of(&lens);
    let tables = [types_published(&rounding, waiting).1, places_published(&rounding, waiting).1];
    let day = tables.iter().flatten().map(|published| published.day).max().unwrap_or(lens.as_of);
    // One day for all: a table that stayed behind would stand beside the total of another day.
    let [of_types, of_places] = tables.map(|table| table.filter(|published| published.day == day));
    let shown = of_types.as_ref().or(of_places.as_ref());
    let base = Some(shown.map_or(rounding.base(), |published| published.base));
    let mut release = Release {
        level: if of_types.is_some() || of_places.is_some() { Level::Apart } else { Level::Total },
        day,
        base,
        is_published: !rounding.days().is_empty(),
        is_of_day: day == lens.as_of,
        wishes: if of_types.is_some() { types } else { Vec::new() },
        places: if of_places.is_some() { places } else { Vec::new() },
        cells: HashMap::new(),
    };
    let keys: Vec<CellKey> = release.wishes.iter().map(|wish| (Some(*wish), None)).collect();
    let keys = keys.into_iter().chain(release.places.iter().map(|place| (None, Some(*place))));
    let figures = [of_types, of_places].into_iter().flatten().flat_map(|published| published.figures);
    release.cells =
        keys.zip(figures).map(|(key, figure)| (key, NeedsCell { waiting: figure, ..NeedsCell::default() })).collect();
    let then = lens.at(day);
    release.count((None, None), waiting, day);
    for offer in offers(&then, &progress(&then, basis.view.span)) {
        let keys = [
            (None, None),
            (Some(offer.wish.class()), None),
            (None, Some(PlaceKey::Departement(offer.location.departement))),
        ];
        for key in keys {
            if let Some(cell) = release.cells.get_mut(&key) {
                cell.offers.add(offer.unit);
            }
        }
    }
    release
}

/// A table that others than the office read: the names of its cells, and what is published of them.
pub(super) type PublishedTable = (Vec<String>, Option<Published>);

/// How many wait for each type.
pub(super) fn types_published(rounding: &Rounding, waiting: &[Waiting]) -> PublishedTable {
    let types: Vec<_> = Wish::CLASSES.iter().map(|wish| (wish.name().to_owned(), *wish)).collect();
    published(rounding, waiting, ("type", &types), |waiting| waiting.wish.class())
}

/// How many wait in each département.
pub(super) fn places_published(rounding: &Rounding, waiting: &[Waiting]) -> PublishedTable {
    let places: Vec<_> = PlaceKey::departements().map(|place| (place.name().to_owned(), place)).collect();
    let place = |waiting: &Waiting| PlaceKey::Departement(waiting.location.departement);
    published(rounding, waiting, ("place", &places), place)
}

/// What is published of how many wait in each cell of a table, which are named.
fn published<K: Copy + PartialEq>(
    rounding: &Rounding,
    waiting: &[Waiting],
    (table, cells): (&str, &[(String, K)]),
    of: impl Fn(&Waiting) -> K,
) -> PublishedTable {
    let names: Vec<String> = cells.iter().map(|(name, _)| format!("waiting/{table}/{name}")).collect();
    let mut before: Option<NaiveDate> = None;
    let days = rounding.days().into_iter().map(|day| {
        let here = |cell: &K| waiting.iter().filter(|w| w.is_on(day) && of(w) == *cell).count();
        let counts = cells.iter().map(|(_, cell)| u32::try_from(here(cell)).unwrap_or(u32::MAX)).collect();
        let is_since = |on: NaiveDate| on <= day && before.is_none_or(|before| on > before);
        let moves = |w: &Waiting| usize::from(is_since(w.from)) + usize::from(w.until.is_some_and(is_since));
        let moved = u32::try_from(waiting.iter().map(moves).sum::<usize>()).unwrap_or(u32::MAX);
        before = Some(day);
        DayCounts { day, counts, moved }
    });
    let published = rounding.published(&names, &days.collect::<Vec<_>>());
    (names, published)
}

/// Every type and EPCI, with the rows of each number.
fn exact(lens: &Lens, now: &Progress, waiting: &[Waiting]) -> Release {
    let day = lens.as_of;
    let mut release = Release {
        level: Level::Epci,
        day,
        base: None,
        is_published: true,
        is_of_day: true,
        wishes: Vec::new(),
        places: Vec::new(),
        cells: HashMap::new(),
    };
    for waiting in waiting.iter().filter(|waiting| waiting.is_on(day)) {
        for key in keys(waiting.wish, waiting.location) {
            release.cells.entry(key).or_default().add(waiting.case);
        }
    }
    for offer in offers(lens, now) {
        for key in keys(offer.wish, offer.location) {
            release.cells.entry(key).or_default().offers.add(offer.unit);
        }
    }
    let wishes: BTreeSet<Wish> = release.cells.keys().filter_map(|(wish, _)| *wish).collect();
    // Places that are not noted come last.
    let places: BTreeSet<(bool, PlaceKey)> =
        release.cells.keys().filter_map(|(_, place)| place.map(|p| (p.departement().is_none(), p))).collect();
    (release.wishes, release.places) =
        (wishes.into_iter().collect(), places.into_iter().map(|(_, place)| place).collect());
    release
}

/// The cells that one woman or unit counts in.
fn keys(wish: Wish, location: Location) -> [CellKey; 4] {
    let place = Some(PlaceKey::Location(location));
    [(None, None), (Some(wish), None), (None, place), (Some(wish), place)]
}

impl Release {
    /// Adds everyone who waits on a day to a cell.
    fn count(&mut self, key: CellKey, waiting: &[Waiting], day: NaiveDate) {
        let cell = self.cells.entry(key).or_default();
        waiting.iter().filter(|waiting| waiting.is_on(day)).for_each(|waiting| cell.add(waiting.case));
    }
}

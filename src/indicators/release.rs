//! The release: the needs and offers that a committee may read, and at which level of detail.
//!
//! Global recoding comes first: where too many cells would be suppressed, places are merged into larger ones,
//! then types and places are published separately, then types alone, then the total. At the level chosen, small
//! cells and the secondary suppressions that they need are left out (`disclosure` explains both and solves the
//! network).
//!
//! Releases of several committees can be compared. Where T3 was 9 in June and is 7 in September, the difference
//! of 2 is a small cell although neither figure is: September's 7 is suppressed. So a release depends on every
//! release before it.
//!
//! Owns what is published given the earlier releases. Never decides how a network is solved.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::domain::commune;
use crate::domain::dataset::{Change, HistoryEntry};
use crate::domain::dwelling::Dwelling;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::schema::{Record, TableId};

use super::basis::Basis;
use super::changes::published_days;
use super::disclosure::{CellStatus, Figure, Protection, Secret, is_feasible, suppress};
use super::levels::{CellKey, Level, PlaceKey};
use super::needs::{Location, NeedsCell, Waiting, Wish, offers};
use super::progress::Progress;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    pub level: Level,
    pub threshold: u32,
    /// For the office: nothing is suppressed.
    pub is_exact: bool,
    pub wishes: Vec<Wish>,
    pub places: Vec<PlaceKey>,
    cells: HashMap<CellKey, NeedsCell>,
}

impl Release {
    pub fn cell(&self, key: CellKey) -> Option<&NeedsCell> {
        self.cells.get(&key)
    }

    /// Whether the number waiting in a département is published, or follows from published figures.
    pub fn publishes(&self, departement: Option<&'static str>) -> bool {
        let is_published = |place: &PlaceKey| self.cell((None, Some(*place))).is_none_or(|cell| !cell.is_suppressed);
        match self.level {
            Level::Departement | Level::Apart => is_published(&PlaceKey::Departement(departement)),
            Level::Epci => self.places.iter().filter(|place| place.departement() == departement).all(is_published),
            Level::Types | Level::Total => false,
        }
    }

    pub fn suppressed_count(&self) -> usize {
        self.cells.values().filter(|cell| cell.is_suppressed).count()
    }
}

/// What a reader of the earlier releases knows of each cell, newest last.
type KnownFigures = HashMap<CellKey, Vec<u32>>;

pub(super) fn release(basis: &Basis, progress: &Progress, waiting: &[Waiting]) -> Release {
    let (lens, is_exact) = (&basis.lens(), basis.is_exact());
    let threshold = lens.dataset.the_convention().small_number_threshold();
    let (level, suppressed) = if is_exact {
        (Level::Epci, BTreeSet::new())
    } else {
        let (mut known, secret) = (KnownFigures::new(), secret(lens));
        for day in published_days(lens) {
            let network = CellNetwork::choose(&Counts::on(waiting, day), &known, threshold, secret);
            network.remember(&mut known);
        }
        let network = CellNetwork::choose(&Counts::on(waiting, lens.as_of), &known, threshold, secret);
        (network.level, network.suppressed())
    };
    let mut cells: HashMap<CellKey, NeedsCell> = HashMap::new();
    for waiting in waiting.iter().filter(|waiting| waiting.is_on(lens.as_of)) {
        for key in level.keys(waiting.wish, waiting.location) {
            cells.entry(key).or_default().needs.add(waiting.case);
        }
    }
    for offer in offers(lens, progress) {
        for key in level.keys(offer.wish, offer.location) {
            cells.entry(key).or_default().offers.add(offer.unit);
        }
    }
    // Types and places that are not noted come last.
    let mut wishes: BTreeSet<(bool, Wish)> =
        cells.keys().filter_map(|(wish, _)| wish.map(|w| (w.is_none(), w))).collect();
    let mut places: BTreeSet<(bool, PlaceKey)> =
        cells.keys().filter_map(|(_, place)| place.map(|place| (place.departement().is_none(), place))).collect();
    if !suppressed.is_empty() {
        // All types and départements are listed: otherwise a listed one would be known not to be zero.
        if suppressed.iter().any(|(wish, place)| wish.is_some() && place.is_none()) {
            wishes.extend(Dwelling::ALL.iter().map(|dwelling| (false, Some(*dwelling))).chain([(true, None)]));
        }
        if matches!(level, Level::Departement | Level::Apart) {
            let all = commune::DEPARTEMENTS.iter().map(|(code, _)| Some(*code)).chain([None]);
            places.extend(all.map(|code| (code.is_none(), PlaceKey::Departement(code))));
        }
        // Zeros are suppressed too: otherwise a suppressed cell would be known not to be zero.
        let wishes = wishes.iter().map(|(_, wish)| Some(*wish)).chain([None]);
        let places: Vec<Option<PlaceKey>> = places.iter().map(|(_, place)| Some(*place)).chain([None]).collect();
        for key in wishes.flat_map(|wish| places.iter().map(move |place| (wish, *place))).filter(|key| level.has(*key))
        {
            let cell = cells.entry(key).or_default();
            cell.is_suppressed = cell.needs.n() == 0;
        }
    }
    for key in suppressed {
        cells.entry(key).or_default().is_suppressed = true;
    }
    Release {
        level,
        threshold,
        is_exact,
        wishes: wishes.into_iter().map(|(_, wish)| wish).collect(),
        places: places.into_iter().map(|(_, place)| place).collect(),
        cells,
    }
}

/// The id of the first case ever entered, even if it was deleted since: it stays the same, and only the file
/// has it. Marks of what was struck out since do not count.
pub(super) fn secret(lens: &Lens) -> Secret {
    let is_entered = |entry: &&HistoryEntry| (entry.table, &entry.change) == (TableId::Relocations, &Change::Created);
    let entered = lens.dataset.history.iter().find(is_entered);
    let first = || lens.dataset.relocations.iter().next().map(Record::id);
    Secret(entered.map(|entry| entry.row).or_else(first).map_or(0, RowId::value))
}

/// How many wait, by type and location.
struct Counts(HashMap<(Wish, Location), u32>);

impl Counts {
    fn on(waiting: &[Waiting], day: NaiveDate) -> Self {
        let mut counts = HashMap::new();
        for waiting in waiting.iter().filter(|waiting| waiting.is_on(day)) {
            *counts.entry((waiting.wish, waiting.location)).or_default() += 1;
        }
        Self(counts)
    }

    fn sum(&self, holds: impl Fn(Wish, Location) -> bool) -> u32 {
        self.0.iter().filter(|((wish, location), _)| holds(*wish, *location)).map(|(_, n)| n).sum()
    }
}

/// The figures of a level as a network, each with its key.
struct CellNetwork {
    level: Level,
    keys: Vec<CellKey>,
    figures: Vec<Figure>,
}

impl CellNetwork {
    /// The most detailed level at which at most half of the figures are suppressed.
    fn choose(counts: &Counts, known: &KnownFigures, threshold: u32, secret: Secret) -> Self {
        let fitting = Level::ALL.into_iter().find_map(|level| {
            let mut network = Self::new(level, counts);
            let protections = network.protections(known, threshold);
            if !network.is_useful(&protections) || !suppress(&mut network.figures, &protections, secret) {
                return None;
            }
            network.is_useful(&[]).then_some(network)
        });
        fitting.unwrap_or(Self { level: Level::Total, keys: Vec::new(), figures: Vec::new() })
    }

    fn new(level: Level, counts: &Counts) -> Self {
        const IN: usize = 0;
        const OUT: usize = 1;
        let mut network = Self { level, keys: Vec::new(), figures: Vec::new() };
        if level == Level::Total {
            return network;
        }
        let wishes: BTreeSet<Wish> = counts.0.keys().map(|(wish, _)| *wish).collect();
        let locations: BTreeSet<Location> = counts.0.keys().map(|(_, location)| *location).collect();
        let departements: BTreeSet<_> = locations.iter().map(|location| location.departement).collect();
        let mut nodes = Nodes::default();
        for wish in &wishes {
            let value = counts.sum(|of, _| of == *wish);
            let to = if level == Level::Types { OUT } else { nodes.of((Some(*wish), None)) };
            network.add((Some(*wish), None), (IN, to), value, CellStatus::Published);
        }
        if level == Level::Types {
            return network;
        }
        let is_by_epci = level == Level::Epci;
        for departement in &departements {
            let whole = PlaceKey::Departement(*departement);
            let value = counts.sum(|_, location| location.departement == *departement);
            let status = if is_by_epci { CellStatus::Suppressed } else { CellStatus::Published };
            network.add((None, Some(whole)), (nodes.of((None, Some(whole))), OUT), value, status);
            for wish in &wishes {
                let from = nodes.of((Some(*wish), None));
                let to = nodes.of((if is_by_epci { Some(*wish) } else { None }, Some(whole)));
                let value = counts.sum(|of, location| of == *wish && location.departement == *departement);
                let status = if level == Level::Departement { CellStatus::Published } else { CellStatus::Suppressed };
                network.add((Some(*wish), Some(whole)), (from, to), value, status);
            }
        }
        for location in locations.iter().filter(|_| is_by_epci) {
            let (place, whole) = (PlaceKey::Location(*location), PlaceKey::Departement(location.departement));
            let node = nodes.of((None, Some(place)));
            let value = counts.sum(|_, of| of == *location);
            network.add((None, Some(place)), (node, nodes.of((None, Some(whole)))), value, CellStatus::Published);
            for wish in &wishes {
                let value = counts.0.get(&(*wish, *location)).copied().unwrap_or(0);
                network.add(
                    (Some(*wish), Some(place)),
                    (nodes.of((Some(*wish), Some(whole))), node),
                    value,
                    CellStatus::Published,
                );
            }
        }
        network
    }

    fn add(&mut self, key: CellKey, (from, to): (usize, usize), value: u32, status: CellStatus) {
        self.keys.push(key);
        self.figures.push(Figure { from, to, value, status });
    }

    /// The protections needed: a small cell must not be known to be small, and a figure that changed by a small
    /// number must not be known to have done so.
    fn protections(&self, known: &KnownFigures, threshold: u32) -> Vec<Protection> {
        let mut protections = Vec::new();
        for (figure, (key, Figure { value, .. })) in self.keys.iter().zip(&self.figures).enumerate() {
            if (1..threshold).contains(value) {
                // One more than the threshold: if two cells added up to it exactly, the only way not to be
                // small would be 5 + 0, and neither of these would have been suppressed.
                protections.push(Protection { figure, upper: Some(threshold - value + 1), lower: None });
            }
            for before in known.get(key).into_iter().flatten() {
                let change = value.abs_diff(*before);
                if (1..threshold).contains(&change) {
                    let undo = Some(change);
                    let reach_threshold = Some(threshold - change);
                    let (upper, lower) = if value > before { (reach_threshold, undo) } else { (undo, reach_threshold) };
                    protections.push(Protection { figure, upper, lower });
                }
            }
        }
        protections
    }

    /// Whether at least half of the figures that distinguish this level would be published.
    fn is_useful(&self, protections: &[Protection]) -> bool {
        let is_suppressed = |place: usize| {
            self.figures[place].status == CellStatus::Suppressed
                || protections.iter().any(|protection| protection.figure == place)
        };
        let is_distinctive = |(wish, place): CellKey| match self.level {
            Level::Epci => wish.is_some() && matches!(place, Some(PlaceKey::Location(_))),
            Level::Departement => wish.is_some() && place.is_some(),
            Level::Apart => wish.is_none() || place.is_none(),
            Level::Types | Level::Total => true,
        };
        let distinctive: Vec<usize> = (0..self.keys.len()).filter(|at| is_distinctive(self.keys[*at])).collect();
        let suppressed = distinctive.iter().filter(|place| is_suppressed(**place)).count();
        // Once anything is suppressed, zeros are as well.
        let is_zero = |place: &&usize| self.figures[**place].value == 0 && !is_suppressed(**place);
        let suppressed = if suppressed > 0 { suppressed + distinctive.iter().filter(is_zero).count() } else { 0 };
        // An EPCI is listed only where someone waits, so its total must be published.
        let is_listed = |place: usize| matches!(self.keys[place], (None, Some(PlaceKey::Location(_))));
        let is_hidden = (0..self.keys.len()).any(|place| is_listed(place) && is_suppressed(place));
        2 * suppressed <= distinctive.len() && !is_hidden
    }

    fn suppressed(&self) -> BTreeSet<CellKey> {
        let keys = self.keys.iter().zip(&self.figures).filter(|(key, figure)| {
            let is_of_level = self.level != Level::Apart || key.0.is_none() || key.1.is_none();
            let is_whole = self.level != Level::Epci || !matches!(key.1, Some(PlaceKey::Departement(_)));
            figure.status == CellStatus::Suppressed && is_of_level && is_whole
        });
        keys.map(|(key, _)| *key).collect()
    }

    /// Adds what a reader knows from now on: the published figures, and those that can be recomputed from them.
    fn remember(&self, known: &mut KnownFigures) {
        for (place, (key, figure)) in self.keys.iter().zip(&self.figures).enumerate() {
            let may_change = |grows| is_feasible(&self.figures, place, grows, 1);
            if figure.status != CellStatus::Suppressed || !(may_change(true) || may_change(false)) {
                known.entry(*key).or_default().push(figure.value);
            }
        }
    }
}

/// The nodes of the network, by what they stand for.
#[derive(Default)]
struct Nodes(HashMap<CellKey, usize>);

impl Nodes {
    fn of(&mut self, key: CellKey) -> usize {
        let next = self.0.len() + 2;
        *self.0.entry(key).or_insert(next)
    }
}

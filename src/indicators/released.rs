//! Needs and offers as they may be said: how close the places are, and which figures are held back.
//!
//! Owns what is published at one committee given what was at those before it: a figure that moved
//! by less than the threshold would say who came or left. Solves nothing itself (`disclosure`).

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::domain::commune;
use crate::domain::dwelling::Dwelling;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::schema::{Record, TableId};

use super::disclosure::{Figure, Secret, Shown, Want, can_be, protect};
use super::levels::{Key, Level, Place};
use super::movement::published_days;
use super::needs::{Cell, Spot, Waiting, Wish, offers};
use super::snapshot::Snapshot;

/// Needs and offers of a day, as they may be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// How closely.
    pub level: Level,
    /// The small-number threshold.
    pub threshold: u32,
    /// For the office: nothing is held back.
    pub is_exact: bool,
    /// The types, in their order.
    pub wishes: Vec<Wish>,
    /// The places, in their order.
    pub places: Vec<Place>,
    cells: HashMap<Key, Cell>,
}

impl Release {
    /// A figure, where this level has it.
    pub fn cell(&self, key: Key) -> Option<&Cell> {
        self.cells.get(&key)
    }

    /// Whether it says how many wait in a département, or lets one add them up.
    pub fn says(&self, departement: Option<&'static str>) -> bool {
        let is_said = |place: &Place| self.cell((None, Some(*place))).is_none_or(|cell| !cell.is_held);
        match self.level {
            Level::Departement | Level::Apart => is_said(&Place::Departement(departement)),
            Level::Epci => self.places.iter().filter(|place| place.departement() == departement).all(is_said),
            Level::Types | Level::Total => false,
        }
    }

    /// How many figures are held back.
    pub fn held(&self) -> usize {
        self.cells.values().filter(|cell| cell.is_held).count()
    }
}

/// What was said of each figure at the committees before, newest last.
type Known = HashMap<Key, Vec<u32>>;

/// The needs and offers of a snapshot's day.
pub(super) fn release(of: &Snapshot) -> Release {
    let (lens, waiting, is_exact) = (&of.lens(), of.waiting(), of.is_exact());
    let threshold = lens.dataset.the_convention().small_number_threshold();
    let (level, held) = if is_exact {
        (Level::Epci, BTreeSet::new())
    } else {
        let (mut known, secret) = (Known::new(), secret(lens));
        for day in published_days(lens) {
            let system = System::choose(&Counts::on(waiting, day), &known, threshold, secret);
            system.remember(&mut known);
        }
        let system = System::choose(&Counts::on(waiting, lens.as_of), &known, threshold, secret);
        (system.level, system.held())
    };
    let mut cells: HashMap<Key, Cell> = HashMap::new();
    let in_sight: Vec<&Waiting> = waiting.iter().filter(|waiting| waiting.is_on(lens.as_of)).collect();
    for waiting in &in_sight {
        for key in level.keys(waiting.wish, waiting.spot) {
            cells.entry(key).or_default().needs.add(waiting.case);
        }
    }
    for offer in offers(lens, of.progress()) {
        for key in level.keys(offer.wish, offer.spot) {
            cells.entry(key).or_default().offers.add(offer.unit);
        }
    }
    let wishes: BTreeSet<(bool, Wish)> = cells.keys().filter_map(|(wish, _)| wish.map(|w| (w.is_none(), w))).collect();
    // What is noted of none comes last, of types and of places.
    let mut places: BTreeSet<(bool, Place)> =
        cells.keys().filter_map(|(_, place)| place.map(|place| (place.departement().is_none(), place))).collect();
    let mut wishes = wishes;
    if !held.is_empty() {
        // Each type and each département is listed: that one is would say that there is someone.
        if held.iter().any(|(wish, place)| wish.is_some() && place.is_none()) {
            wishes.extend(Dwelling::ALL.iter().map(|dwelling| (false, Some(*dwelling))).chain([(true, None)]));
        }
        if matches!(level, Level::Departement | Level::Apart) {
            let all = commune::DEPARTEMENTS.iter().map(|(code, _)| Some(*code)).chain([None]);
            places.extend(all.map(|code| (code.is_none(), Place::Departement(code))));
        }
        // Nobody is said of nothing either: what is held back would be somebody.
        let wishes = wishes.iter().map(|(_, wish)| Some(*wish)).chain([None]);
        let places: Vec<Option<Place>> = places.iter().map(|(_, place)| Some(*place)).chain([None]).collect();
        for key in wishes.flat_map(|wish| places.iter().map(move |place| (wish, *place))).filter(|key| level.has(*key))
        {
            let cell = cells.entry(key).or_default();
            cell.is_held = cell.needs.n() == 0;
        }
    }
    for key in held {
        cells.entry(key).or_default().is_held = true;
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

/// The id of the first case ever entered, which may be gone: it stands in the file alone, and stays.
pub(super) fn secret(lens: &Lens) -> Secret {
    let entered = lens.dataset.history.iter().find(|entry| entry.table == TableId::Relocations);
    let first = || lens.dataset.relocations.iter().next().map(Record::id);
    Secret(entered.map(|entry| entry.row).or_else(first).map_or(0, RowId::value))
}

/// How many wait, by type and spot.
struct Counts(HashMap<(Wish, Spot), u32>);

impl Counts {
    fn on(waiting: &[Waiting], day: NaiveDate) -> Self {
        let mut counts = HashMap::new();
        for waiting in waiting.iter().filter(|waiting| waiting.is_on(day)) {
            *counts.entry((waiting.wish, waiting.spot)).or_default() += 1;
        }
        Self(counts)
    }

    fn sum(&self, holds: impl Fn(Wish, Spot) -> bool) -> u32 {
        self.0.iter().filter(|((wish, spot), _)| holds(*wish, *spot)).map(|(_, n)| n).sum()
    }
}

/// The figures of a level as a network, each with what it is of.
struct System {
    level: Level,
    keys: Vec<Key>,
    figures: Vec<Figure>,
}

impl System {
    /// The closest level at which at most half of the figures are held back.
    fn choose(counts: &Counts, known: &Known, threshold: u32, secret: Secret) -> Self {
        let fitting = Level::ALL.into_iter().find_map(|level| {
            let mut system = Self::new(level, counts);
            let wants = system.wants(known, threshold);
            if !system.is_worth(&wants) || !protect(&mut system.figures, &wants, secret) {
                return None;
            }
            system.is_worth(&[]).then_some(system)
        });
        fitting.unwrap_or(Self { level: Level::Total, keys: Vec::new(), figures: Vec::new() })
    }

    fn new(level: Level, counts: &Counts) -> Self {
        const IN: usize = 0;
        const OUT: usize = 1;
        let mut system = Self { level, keys: Vec::new(), figures: Vec::new() };
        if level == Level::Total {
            return system;
        }
        let wishes: BTreeSet<Wish> = counts.0.keys().map(|(wish, _)| *wish).collect();
        let spots: BTreeSet<Spot> = counts.0.keys().map(|(_, spot)| *spot).collect();
        let departements: BTreeSet<_> = spots.iter().map(|spot| spot.departement).collect();
        let mut nodes = Nodes::default();
        for wish in &wishes {
            let value = counts.sum(|of, _| of == *wish);
            let to = if level == Level::Types { OUT } else { nodes.of((Some(*wish), None)) };
            system.add((Some(*wish), None), (IN, to), value, Shown::Said);
        }
        if level == Level::Types {
            return system;
        }
        let is_close = level == Level::Epci;
        for departement in &departements {
            let whole = Place::Departement(*departement);
            let value = counts.sum(|_, spot| spot.departement == *departement);
            let said = if is_close { Shown::Held } else { Shown::Said };
            system.add((None, Some(whole)), (nodes.of((None, Some(whole))), OUT), value, said);
            for wish in &wishes {
                let from = nodes.of((Some(*wish), None));
                let to = nodes.of((if is_close { Some(*wish) } else { None }, Some(whole)));
                let value = counts.sum(|of, spot| of == *wish && spot.departement == *departement);
                let said = if level == Level::Departement { Shown::Said } else { Shown::Held };
                system.add((Some(*wish), Some(whole)), (from, to), value, said);
            }
        }
        for spot in spots.iter().filter(|_| is_close) {
            let (place, whole) = (Place::Spot(*spot), Place::Departement(spot.departement));
            let node = nodes.of((None, Some(place)));
            let value = counts.sum(|_, of| of == *spot);
            system.add((None, Some(place)), (node, nodes.of((None, Some(whole)))), value, Shown::Said);
            for wish in &wishes {
                let value = counts.0.get(&(*wish, *spot)).copied().unwrap_or(0);
                system.add(
                    (Some(*wish), Some(place)),
                    (nodes.of((Some(*wish), Some(whole))), node),
                    value,
                    Shown::Said,
                );
            }
        }
        system
    }

    fn add(&mut self, key: Key, (from, to): (usize, usize), value: u32, shown: Shown) {
        self.keys.push(key);
        self.figures.push(Figure { from, to, value, shown });
    }

    /// What must stay possible: that a small figure is not small, and that one that moved a little
    /// did not move, or moved by more.
    fn wants(&self, known: &Known, threshold: u32) -> Vec<Want> {
        let mut wants = Vec::new();
        for (figure, (key, Figure { value, .. })) in self.keys.iter().zip(&self.figures).enumerate() {
            if (1..threshold).contains(value) {
                // One more: a figure beside it has to be one that would be masked.
                wants.push(Want { figure, more: Some(threshold - value + 1), less: None });
            }
            for before in known.get(key).into_iter().flatten() {
                let moved = value.abs_diff(*before);
                if (1..threshold).contains(&moved) {
                    let back = Some(moved);
                    let on = Some(threshold - moved);
                    let (more, less) = if value > before { (on, back) } else { (back, on) };
                    wants.push(Want { figure, more, less });
                }
            }
        }
        wants
    }

    /// Whether at least half of what the level is for would be said.
    fn is_worth(&self, wants: &[Want]) -> bool {
        let is_held =
            |place: usize| self.figures[place].shown == Shown::Held || wants.iter().any(|want| want.figure == place);
        let is_meant = |(wish, place): Key| match self.level {
            Level::Epci => wish.is_some() && matches!(place, Some(Place::Spot(_))),
            Level::Departement => wish.is_some() && place.is_some(),
            Level::Apart => wish.is_none() || place.is_none(),
            Level::Types | Level::Total => true,
        };
        let meant: Vec<usize> = (0..self.keys.len()).filter(|at| is_meant(self.keys[*at])).collect();
        let held = meant.iter().filter(|place| is_held(**place)).count();
        // Where something is, nothing is as well.
        let is_none = |place: &&usize| self.figures[**place].value == 0 && !is_held(**place);
        let held = if held > 0 { held + meant.iter().filter(is_none).count() } else { 0 };
        // An EPCI is listed where someone is waiting: how many has to be said.
        let is_listed = |place: usize| matches!(self.keys[place], (None, Some(Place::Spot(_))));
        let is_hidden = (0..self.keys.len()).any(|place| is_listed(place) && is_held(place));
        2 * held <= meant.len() && !is_hidden
    }

    /// The figures of the level that are held back.
    fn held(&self) -> BTreeSet<Key> {
        let keys = self.keys.iter().zip(&self.figures).filter(|(key, figure)| {
            let is_of_level = self.level != Level::Apart || key.0.is_none() || key.1.is_none();
            let is_whole = self.level != Level::Epci || !matches!(key.1, Some(Place::Departement(_)));
            figure.shown == Shown::Held && is_of_level && is_whole
        });
        keys.map(|(key, _)| *key).collect()
    }

    /// Adds what whoever reads this knows from now on: what is said, and what follows from it.
    fn remember(&self, known: &mut Known) {
        for (place, (key, figure)) in self.keys.iter().zip(&self.figures).enumerate() {
            let moves = |grows| can_be(&self.figures, place, grows, 1);
            if figure.shown != Shown::Held || !(moves(true) || moves(false)) {
                known.entry(*key).or_default().push(figure.value);
            }
        }
    }
}

/// The nodes of the network, by what they stand for.
#[derive(Default)]
struct Nodes(HashMap<Key, usize>);

impl Nodes {
    fn of(&mut self, key: Key) -> usize {
        let next = self.0.len() + 2;
        *self.0.entry(key).or_insert(next)
    }
}

//! Several editors, each with a copy of the file in a synchronised folder: copies arrive late, in any order
//! and outdated, clocks are off by a year, and yet nothing is lost and all end with the same.
//!
//! `CLEFS_SCHEDULES=1000000 cargo test --release schedules` plays more; the seed of a failure is printed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use clefs::domain::dataset::{Change, Dataset};
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::landlord::Landlord;
use clefs::domain::relocation::Relocation;
use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use clefs::domain::value::Value;
use clefs::edit::{Edit, remove_rows};
use clefs::store::{self, Existing, Lineage, Places, SaveContext};
use fastrand::Rng;

use super::editor::{Editor, file_in};
use super::memory::Memory;
use super::{at, row, small};

const FOLDERS: [&str; 3] = ["/un", "/deux", "/trois"];
const NAMES: [&str; 3] = ["Aline", "Basile", "Chloé"];

struct Schedule {
    disk: Memory,
    editors: Vec<Editor>,
    /// Every state that a folder's file had.
    states: Vec<Vec<Vec<u8>>>,
    /// Cells that were written, and the drafts that someone saw there and wrote over.
    written: BTreeMap<CellRef, Vec<String>>,
    /// Records that someone removed.
    removed: BTreeSet<RowId>,
}

impl Schedule {
    fn new(editors: usize, dice: &mut Rng) -> Self {
        let disk = Memory::new();
        let places = Places::under(std::path::Path::new("/home"));
        let context = SaveContext { places: &places, now: at(9, 9, 0), random: 1 };
        let first = file_in(FOLDERS[0]);
        store::create(&disk, &first, &small(), Lineage::New(7), Existing::Refuse, context).unwrap();
        let bytes = disk.contents(&first).unwrap();
        let open = |number: usize| {
            disk.put(&file_in(FOLDERS[number]), bytes.clone());
            let year = TimeDelta::days([0, 365, -365][number]);
            Editor::open(&disk, FOLDERS[number], NAMES[number], dice.u64(..)).unwrap().with_clock(year)
        };
        let editors: Vec<_> = (0..editors).map(open).collect();
        let states = vec![vec![bytes.clone()]; editors.len()];
        Self { disk, editors, states, written: BTreeMap::new(), removed: BTreeSet::new() }
    }

    fn step(&mut self, dice: &mut Rng) {
        let who = dice.usize(..self.editors.len());
        match dice.u8(..16) {
            0..=5 => self.write(who, dice),
            6 => self.change_records(who, dice),
            7 => self.editors[who].undo(),
            8..=10 => self.editors[who].wait(f64::from(dice.u8(..5))),
            11 => self.editors[who].set_slow(true),
            12 => {
                self.editors[who].finish();
                self.editors[who].set_slow(false);
            }
            _ => self.synchronise(who, dice),
        }
        self.note_states();
    }

    fn note_states(&mut self) {
        for (number, states) in self.states.iter_mut().enumerate() {
            let now = self.disk.contents(&file_in(FOLDERS[number])).unwrap();
            if states.last() != Some(&now) {
                states.push(now);
            }
        }
    }

    /// Any earlier state of one folder's file arrives in another folder.
    fn synchronise(&self, to: usize, dice: &mut Rng) {
        let from = dice.usize(..self.editors.len());
        let states = &self.states[from];
        let age = if dice.bool() { 0 } else { dice.usize(..states.len()) };
        self.disk.put(&file_in(FOLDERS[to]), states[states.len() - 1 - age].clone());
    }

    fn write(&mut self, who: usize, dice: &mut Rng) {
        let (unit, case, landlord) = (Unit::KEYS, Relocation::KEYS, Landlord::KEYS);
        let cells = [
            (TableId::Units, row(5), unit.notes),
            (TableId::Units, row(5), unit.landlord_ref),
            (TableId::Relocations, row(7), case.notes),
            (TableId::Landlords, row(3), landlord.notes),
        ];
        let (table, row, column) = cells[dice.usize(..cells.len())];
        let cell = CellRef { table, row, column };
        let value = Value::Text(format!("{} {}", NAMES[who], dice.u32(..)));
        let seen = self.editors[who].document.dataset().draft(cell).map(str::to_owned);
        if self.editors[who].edit(&Edit::Set { cell, value }) {
            self.written.entry(cell).or_default().extend(seen);
        }
    }

    fn change_records(&mut self, who: usize, dice: &mut Rng) {
        let dataset = self.editors[who].document.dataset();
        let edit = match dice.u8(..4) {
            0 => {
                let rows = dataset.landlords.iter().map(clefs::domain::schema::Record::id).collect::<Vec<_>>();
                let removal = dice.choice(rows).map(|row| remove_rows(dataset, TableId::Landlords, &[row]));
                self.removed.extend([row(3), row(5), row(7)]);
                removal.unwrap_or_else(|| Edit::batch(Vec::new()))
            }
            1 => {
                let cell = CellRef { table: TableId::Units, row: row(5), column: Unit::KEYS.surface };
                Edit::Draft { cell, text: dice.bool().then(|| format!("environ {}", dice.u8(..))) }
            }
            _ => {
                let row = dataset.fresh_id(&mut || dice.u64(..));
                let name = Value::Text(format!("Bailleur {}", dice.u16(..)));
                let values = vec![(Landlord::KEYS.name, name)];
                Edit::Insert { table: TableId::Landlords, row, values, before: None }
            }
        };
        self.editors[who].edit(&edit);
    }

    /// Synchronises until all have the same.
    fn settle(&mut self) {
        for editor in &mut self.editors {
            editor.set_slow(false);
            editor.finish();
        }
        for round in 0.. {
            let folders = FOLDERS.iter().take(self.editors.len()).map(|folder| file_in(folder));
            let paths: Vec<_> = folders.collect();
            for (number, path) in paths.iter().enumerate() {
                self.editors[number].wait(12.0);
                self.editors[number].wait(3.0);
                let state = self.disk.contents(path).unwrap();
                for (editor, other) in self.editors.iter_mut().zip(&paths) {
                    self.disk.put(other, state.clone());
                    editor.wait(3.0);
                    editor.wait(12.0);
                }
            }
            let states: BTreeSet<_> = paths.iter().map(|path| self.disk.contents(path)).collect();
            if states.len() == 1 {
                return;
            }
            assert!(round < 10, "they do not come to the same");
        }
    }

    fn check(&self) {
        let saved = store::open(&self.disk, &file_in(FOLDERS[0])).unwrap().dataset;
        for editor in &self.editors {
            let dataset = editor.document.dataset();
            assert!(!editor.document.is_unsaved());
            assert_eq!(content(dataset), content(&saved), "what was saved reads back");
            assert!(dataset.dangling().is_empty());
        }
        for (cell, overwritten) in self.written.iter().filter(|(cell, _)| !self.removed.contains(&cell.row)) {
            let draft = saved.draft(*cell).unwrap_or_default();
            let changes = || changes_of(&saved, *cell);
            for (_, to) in changes() {
                let Value::Text(text) = to else { continue };
                let was_seen =
                    changes().any(|(from, _)| from == to) || overwritten.iter().any(|seen| seen.contains(text));
                let is_there = saved.stored(*cell) == *to || draft.contains(text);
                assert!(was_seen || is_there, "{text:?} of {cell:?} is lost");
            }
            // A draft is there only if they were told.
            let told: usize = self.editors.iter().map(|editor| editor.clashes).sum();
            assert!(told > 0 || draft.is_empty(), "{cell:?} has the draft {draft:?}");
        }
    }
}

/// The changes of a cell in the history.
fn changes_of(dataset: &Dataset, cell: CellRef) -> impl Iterator<Item = (&Value, &Value)> {
    dataset.history.iter().filter_map(move |entry| match &entry.change {
        Change::Set { column, from, to } if (entry.row, *column) == (cell.row, cell.column) => Some((from, to)),
        _ => None,
    })
}

type Content = (BTreeMap<(TableId, RowId), String>, Vec<String>, Vec<String>);

/// Records, history and drafts, without the order of records.
fn content(dataset: &Dataset) -> Content {
    let of = |table: TableId| {
        let rows = dataset.table(table).ids().into_iter();
        rows.map(move |row| ((table, row), format!("{:?}", dataset.table(table).values(row))))
    };
    let mut history: Vec<_> = dataset.history.iter().map(|entry| format!("{entry:?}")).collect();
    history.sort_unstable();
    let drafts = dataset.drafts.iter().map(|draft| format!("{draft:?}")).collect();
    (TableId::ALL.iter().copied().flat_map(of).collect(), history, drafts)
}

/// Every change that anyone made is in the history of the file.
fn history_is_complete(schedule: &Schedule, made: &BTreeSet<String>) {
    let saved = store::open(&schedule.disk, &file_in(FOLDERS[0])).unwrap().dataset;
    let there: BTreeSet<_> = saved.history.iter().map(|entry| format!("{entry:?}")).collect();
    let lost: Vec<_> = made.difference(&there).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
}

fn play(seed: u64) {
    let dice = &mut Rng::with_seed(seed);
    let editors = dice.usize(2..=3);
    let mut schedule = Schedule::new(editors, dice);
    let mut made = BTreeSet::new();
    for _ in 0..dice.usize(5..40) {
        schedule.step(dice);
        for editor in &schedule.editors {
            made.extend(editor.document.dataset().history.iter().rev().take(8).map(|entry| format!("{entry:?}")));
        }
    }
    schedule.settle();
    history_is_complete(&schedule, &made);
    schedule.check();
}

#[test]
fn schedules_of_several_editors_lose_nothing_and_end_with_the_same() {
    let most = std::env::var("CLEFS_SCHEDULES").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000_u64);
    let first = std::env::var("PROPTEST_RNG_SEED").ok().and_then(|text| text.parse::<u64>().ok()).unwrap_or(1) << 32;
    for seed in first..first + most {
        assert!(std::panic::catch_unwind(|| play(seed)).is_ok(), "the schedule of seed {seed}");
    }
}

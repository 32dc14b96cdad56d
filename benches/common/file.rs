//! The file: opening, saving, journaling, merging; sealed with a passphrase or not.

use std::error::Error;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use chrono::Days;
use clefs::domain::dataset::Dataset;
use clefs::domain::schema::Record;
use clefs::domain::unit::Unit;
use clefs::domain::value::Value;
use clefs::edit::{Document, Edit, Merge, MergeContext, Stamp};
use clefs::store::{self, Cost, Disk, Existing, FileIdentity, Journal, Key, Keys, Lineage, Places, SaveContext};

use super::meter::{Meter, timed};
use super::{day, noon};

/// A number that was not used before: names files.
static NEXT: AtomicU64 = AtomicU64::new(100);

/// All figures about the file, as it is and sealed.
pub fn figures(
    meter: &mut Meter,
    dataset: &Dataset,
    file: &FileIdentity,
    places: &Places,
) -> Result<(), Box<dyn Error>> {
    opening(meter, "opened", file.path(), file.keys())?;
    journaling(meter, "change journaled durably", dataset, file, places)?;
    journaling_while_saving(meter, dataset, file, places)?;
    merging(meter, dataset)?;
    saving(meter, ["saved durably", "  first of the day"], dataset, file.clone(), places)?;
    long_note(meter, dataset, places)?;
    let sealed = sealed(dataset, file.path(), places)?;
    opening(meter, "opened, encrypted", sealed.path(), sealed.keys())?;
    journaling(meter, "change journaled durably, encrypted", dataset, &sealed, places)?;
    saving(meter, ["saved durably, encrypted", "  first of the day"], dataset, sealed, places)
}

fn sealed(dataset: &Dataset, beside: &Path, places: &Places) -> Result<FileIdentity, Box<dyn Error>> {
    let path = beside.with_file_name("chiffre.ron");
    let context = |random| SaveContext { places, now: noon(day()), random };
    let made = store::create(&Disk, &path, dataset, Lineage::New(8), Existing::Refuse, context(1));
    let made = made.map_err(|error| format!("{error:?}"))?;
    let keys = Keys::default().sealing(Some(Key::new("cheval correct pile agrafe", Cost::LOW)?));
    let file = made.file().clone().sealed(keys);
    let saved = store::save(&Disk, dataset, &file, context(2)).map_err(|error| format!("{error:?}"))?;
    Ok(saved.file().clone())
}

fn opening(meter: &mut Meter, name: &str, path: &Path, keys: &Keys) -> Result<(), Box<dyn Error>> {
    meter.figure(name, Some(120.0), 11, || {
        let (opened, time) = timed(|| store::open_sealed(&Disk, path, keys));
        opened.map_err(|error| format!("{error:?}"))?;
        Ok(time)
    })
}

/// Every save follows the one before; the first of a day also makes a backup.
fn saving(
    meter: &mut Meter,
    names: [&str; 2],
    dataset: &Dataset,
    mut file: FileIdentity,
    places: &Places,
) -> Result<(), Box<dyn Error>> {
    let mut number = 1;
    let mut now = day();
    for (name, days) in names.into_iter().zip([0, 1]) {
        meter.figure(name, Some(200.0), 11, || {
            number += 1;
            now = now.checked_add_days(Days::new(days)).unwrap_or(now);
            let context = SaveContext { places, now: noon(now), random: number };
            let (outcome, time) = timed(|| store::save(&Disk, dataset, &file, context));
            file = outcome.map_err(|error| format!("{error:?}"))?.file().clone();
            Ok(time)
        })?;
    }
    Ok(())
}

type Noting<'a> = Box<dyn FnMut() -> Result<Duration, Box<dyn Error>> + Send + 'a>;

/// Changes of a note, one after the other, each journaled: how long that takes.
fn noting<'a>(
    dataset: &Dataset,
    file: &FileIdentity,
    places: &Places,
    note: &'a str,
) -> Result<Noting<'a>, Box<dyn Error>> {
    let cell = dataset.units.iter().next().ok_or("no unit")?.cell(Unit::KEYS.notes);
    let (mut document, mut journal) = (Document::new(dataset.clone()), Journal::new(places, file.clone()));
    Ok(Box::new(move || {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let edit = Edit::Set { cell, value: Value::Text(format!("{note} {number}")) };
        document.apply(&edit, Stamp { at: noon(day()), by: "OD" }, None).map_err(|error| format!("{error:?}"))?;
        let entries = document.take_journal();
        let (outcome, time) = timed(|| journal.append(&Disk, entries, number));
        outcome.map_err(|error| format!("{error:?}"))?;
        Ok(time)
    }))
}

/// A change is safe once this returns.
fn journaling(
    meter: &mut Meter,
    name: &str,
    dataset: &Dataset,
    file: &FileIdentity,
    places: &Places,
) -> Result<(), Box<dyn Error>> {
    meter.figure(name, Some(10.0), 201, noting(dataset, file, places, "note")?)
}

/// The same while the file is saved again and again.
fn journaling_while_saving(
    meter: &mut Meter,
    dataset: &Dataset,
    file: &FileIdentity,
    places: &Places,
) -> Result<(), Box<dyn Error>> {
    let is_over = AtomicBool::new(false);
    let run = noting(dataset, file, places, "note")?;
    let copy = file.path().with_file_name("pendant.ron");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                let context = SaveContext { places, now: noon(day()), random: 3 };
                let _ = store::create(&Disk, &copy, dataset, Lineage::New(9), Existing::Replace, context);
            }
        });
        let outcome = meter.percentile("change journaled while a save goes on", 10.0, 99, 401, run);
        is_over.store(true, Ordering::Relaxed);
        outcome
    })
}

/// A change beside the longest note that can be entered, in a file that has one of 5 MB.
fn long_note(meter: &mut Meter, dataset: &Dataset, places: &Places) -> Result<(), Box<dyn Error>> {
    let mut document = Document::new(dataset.clone());
    let cell = dataset.units.iter().nth(1).or(dataset.units.iter().next()).ok_or("no unit")?.cell(Unit::KEYS.notes);
    let long = Edit::Set { cell, value: Value::Text("x".repeat(5_000_000)) };
    document.apply(&long, Stamp { at: noon(day()), by: "OD" }, None).map_err(|error| format!("{error:?}"))?;
    let folder = tempfile::tempdir()?;
    let context = SaveContext { places, now: noon(day()), random: 4 };
    let path = folder.path().join("longue.ron");
    let made = store::create(&Disk, &path, document.dataset(), Lineage::New(10), Existing::Refuse, context);
    let file = made.map_err(|error| format!("{error:?}"))?.file().clone();
    let mut note = noting(document.dataset(), &file, places, "note")?;
    meter.figure("change beside a note of 5 MB, journaled", Some(300.0), 11, || {
        let (outcome, time) = timed(&mut note);
        outcome.map(|_| time)
    })
}

/// Two people each changed a field since they had the same.
fn merging(meter: &mut Meter, dataset: &Dataset) -> Result<(), Box<dyn Error>> {
    let unit = dataset.units.iter().next().ok_or("no unit")?;
    let change = |column, by: &str| {
        let mut document = Document::new(dataset.clone());
        let edit = Edit::Set { cell: unit.cell(column), value: Value::Text(by.to_owned()) };
        let applied = document.apply(&edit, Stamp { at: noon(day()), by }, None);
        applied.map(|_| document).map_err(|error| format!("{error:?}"))
    };
    let (mine, theirs) = (change(Unit::KEYS.notes, "Aline")?, change(Unit::KEYS.landlord_ref, "Basile")?);
    meter.figure("merged with what others saved (beside the window)", Some(200.0), 11, || {
        let context = MergeContext { base: None, in_hand: None, typed: &|_, _, _| String::new() };
        let (merge, time) = timed(|| Merge::of(mine.dataset(), theirs.dataset(), context));
        if merge.is_saved() || !merge.clashes.is_empty() { Err("not merged".into()) } else { Ok(time) }
    })
}

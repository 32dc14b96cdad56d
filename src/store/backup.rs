//! Backups: the first state of a dataset on each day, in the platform's data folder, never next to the
//! file.
//!
//! Owns their names and the number kept. Never restores one: a backup opens like any file.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};

use crate::edit::{Document, Stamp, Strike};

use super::format::{self, DatasetId, Envelope};
use super::fs::{DiskError, Fs};
use super::places::Places;
use super::save;

/// Number of days kept: the latest ones on which the dataset was saved.
pub const KEPT_DAYS: usize = 30;

/// Stores `bytes` as the first state of `day` unless that day has one, then deletes the oldest backups.
pub(super) fn keep(
    fs: &dyn Fs,
    places: &Places,
    dataset: DatasetId,
    day: NaiveDate,
    bytes: &[u8],
) -> Result<(), DiskError> {
    let folder = places.backups_of(dataset);
    let target = folder.join(format!("{day}.ron"));
    if fs.permissions(&target).is_ok() {
        return Ok(());
    }
    fs.create_folders(&folder).map_err(DiskError::at(&folder))?;
    save::replace(fs, &target, bytes)?;
    for old in kept(fs, places, dataset)?.into_iter().skip(KEPT_DAYS) {
        fs.remove(&old).map_err(DiskError::at(&old))?;
    }
    Ok(())
}

/// The backups of a dataset, latest first. Files with other names are ignored.
fn kept(fs: &dyn Fs, places: &Places, dataset: DatasetId) -> Result<Vec<PathBuf>, DiskError> {
    let folder = places.backups_of(dataset);
    let names = fs.list(&folder).map_err(DiskError::at(&folder))?;
    let mut days: Vec<NaiveDate> =
        names.iter().filter_map(|name| name.to_str()?.strip_suffix(".ron")?.parse().ok()).collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    Ok(days.into_iter().map(|day| folder.join(format!("{day}.ron"))).collect())
}

/// Strikes something out of every backup of a dataset. Returns those where it may still be.
pub(super) fn strike(fs: &dyn Fs, places: &Places, dataset: DatasetId, strike: &Strike) -> Vec<PathBuf> {
    let Ok(paths) = kept(fs, places, dataset) else { return Vec::new() };
    paths.into_iter().filter(|path| strike_one(fs, path, strike).is_none()).collect()
}

fn strike_one(fs: &dyn Fs, path: &Path, strike: &Strike) -> Option<()> {
    let contents = format::read(fs.read(path).ok()?).ok()?;
    let mut document = Document::new(contents.dataset);
    // The time of the backup stays as it is: this is no change of its day.
    let stamp = Stamp { at: NaiveDateTime::default(), by: "" };
    if !document.strike(strike, stamp).ok()? {
        return Some(());
    }
    let Envelope { dataset, save, parents, .. } = contents.envelope;
    let (bytes, _) = format::write(document.dataset(), dataset, save, &parents).ok()?;
    save::replace(fs, path, &bytes).ok()
}

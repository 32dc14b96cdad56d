//! Backups, in the platform's data folder, never next to the file: the first state of a dataset on each day,
//! and what was replaced by another file.
//!
//! Owns their names and the number kept. One that is opened is read only (see `app`), so that no work is done
//! in a file that goes one day.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::edit::{Document, Strikes};

use super::file::FileIdentity;
use super::format::{self, DatasetId, Envelope, Standing};
use super::fs::{DiskError, Fs, Sink};
use super::opened;
use super::places::Places;
use super::save;
use super::seal::{self, Key, Keys};

/// Number of days kept: the latest ones on which the dataset was saved.
pub const KEPT_DAYS: usize = 30;
/// Number of months of which the first state is kept.
pub const KEPT_MONTHS: usize = 12;

/// Stores `bytes` as the first state of a day unless that day has one, then deletes the oldest backups.
pub(super) fn keep(
    fs: &dyn Fs,
    places: &Places,
    dataset: DatasetId,
    day: NaiveDate,
    bytes: &[u8],
) -> Result<(), DiskError> {
    store(fs, &places.backups_of(dataset), &format!("{day}.ron"), bytes)
}

/// Whether a day has its first state.
pub(super) fn is_kept(fs: &dyn Fs, places: &Places, dataset: DatasetId, day: NaiveDate) -> bool {
    fs.permissions(&places.backups_of(dataset).join(format!("{day}.ron"))).is_ok()
}

/// Stores what a file held that is replaced by another, whatever else the day has.
pub(super) fn keep_replaced(
    fs: &dyn Fs,
    places: &Places,
    dataset: DatasetId,
    at: NaiveDateTime,
    bytes: &[u8],
) -> Result<(), DiskError> {
    store(fs, &places.backups_of(dataset), &format!("{}.ron", at.format("%Y-%m-%d %Hh%Mm%S")), bytes)
}

fn store(fs: &dyn Fs, folder: &Path, name: &str, bytes: &[u8]) -> Result<(), DiskError> {
    let target = folder.join(name);
    if fs.permissions(&target).is_ok() {
        return Ok(());
    }
    fs.create_folders(folder).map_err(DiskError::at(folder))?;
    save::replace(fs, &target, bytes)?;
    for old in superfluous(&kept(fs, folder)?) {
        fs.remove(old).map_err(DiskError::at(old))?;
    }
    Ok(())
}

/// A backup: its file, and its day and time, or the first state of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    pub day: NaiveDate,
    pub time: Option<NaiveTime>,
}

/// The backups of a dataset, latest first.
///
/// # Errors
/// If the disk reports an error.
pub fn backups(fs: &dyn Fs, places: &Places, dataset: DatasetId) -> Result<Vec<Backup>, DiskError> {
    kept(fs, &places.backups_of(dataset))
}

/// The last backup of a dataset that can be opened and is as it was written.
pub fn sound_backup(fs: &dyn Fs, places: &Places, dataset: DatasetId, keys: &Keys) -> Option<Backup> {
    let is_sound = |backup: &Backup| {
        opened::open_sealed(fs, &backup.path, keys).is_ok_and(|opened| opened.standing == Standing::Sound)
    };
    backups(fs, places, dataset).ok()?.into_iter().find(is_sound)
}

/// A backup that is sealed.
#[derive(Debug)]
pub struct SealedBackup {
    pub path: PathBuf,
    /// None if its passphrase is needed.
    pub key: Option<Key>,
}

/// The last backup of a dataset, if it is sealed.
pub fn sealed_backup(fs: &dyn Fs, places: &Places, dataset: DatasetId, keys: &Keys) -> Option<SealedBackup> {
    let Backup { path, .. } = backups(fs, places, dataset).ok()?.into_iter().next()?;
    let key = keys.key_of(&opened::seal_of(fs, &path)?).cloned();
    Some(SealedBackup { path, key })
}

/// Files with other names are ignored.
fn kept(fs: &dyn Fs, folder: &Path) -> Result<Vec<Backup>, DiskError> {
    let names = match fs.list(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        names => names.map_err(DiskError::at(folder))?,
    };
    let mut backups: Vec<_> = names.iter().filter_map(|name| of_name(folder, name.to_str()?)).collect();
    backups.sort_by_key(|backup| Reverse((backup.day, backup.time)));
    Ok(backups)
}

fn of_name(folder: &Path, name: &str) -> Option<Backup> {
    let stem = name.strip_suffix(".ron")?;
    let (day, time) = match stem.split_once(' ') {
        Some((day, time)) => (day, Some(NaiveTime::parse_from_str(time, "%Hh%Mm%S").ok()?)),
        None => (stem, None),
    };
    Some(Backup { path: folder.join(name), day: day.parse().ok()?, time })
}

/// Those of the latest backups that are neither of the latest days nor the first of one of the latest months.
fn superfluous(backups: &[Backup]) -> impl Iterator<Item = &PathBuf> {
    let days: BTreeSet<_> = backups.iter().map(|backup| backup.day).collect();
    let first_kept = days.iter().rev().nth(KEPT_DAYS - 1).copied();
    let month = |day: &NaiveDate| (day.year(), day.month());
    let mut months: Vec<(i32, u32)> = days.iter().map(month).collect();
    months.dedup();
    let months: BTreeSet<_> = months.into_iter().rev().take(KEPT_MONTHS).collect();
    let is_first = move |day: NaiveDate| {
        months.contains(&month(&day)) && days.range(..day).next_back().is_none_or(|before| month(before) != month(&day))
    };
    let is_kept = move |backup: &Backup| {
        first_kept.is_none_or(|first| backup.day >= first) || backup.time.is_none() && is_first(backup.day)
    };
    backups.iter().filter(move |backup| !is_kept(backup)).map(|backup| &backup.path)
}

const TURN: &str = "turn.lock";

/// The turn of one window to work through the backups: another one would write back what this one takes away.
pub(super) struct Turn<'a> {
    fs: &'a dyn Fs,
    path: PathBuf,
    lock: Option<Box<dyn Sink>>,
}

impl<'a> Turn<'a> {
    /// None if another window has it. Where nothing can be locked, nothing can be written either.
    pub(super) fn take(fs: &'a dyn Fs, places: &Places, dataset: DatasetId) -> Option<Self> {
        let folder = places.backups_of(dataset);
        let path = folder.join(TURN);
        let _ = fs.create_folders(&folder);
        if fs.is_locked(&path).is_ok_and(|is_locked| !is_locked) {
            // A window that ended in its turn.
            let _ = fs.remove(&path);
        }
        match fs.create_locked(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => None,
            lock => Some(Self { fs, path, lock: lock.ok() }),
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if self.lock.take().is_some() {
            let _ = self.fs.remove(&self.path);
        }
    }
}

/// Brings every backup of a file's dataset to the protection of the file: strikes something out of it, and seals
/// it as the file is sealed. Returns those that are not.
pub(super) fn protect(fs: &dyn Fs, places: &Places, file: &FileIdentity, strikes: &[Strikes]) -> Vec<PathBuf> {
    let dataset = file.dataset_id();
    // What a crash left of an earlier backup.
    save::remove_all_leftovers(fs, &places.backups_of(dataset));
    let Ok(backups) = backups(fs, places, dataset) else { return Vec::new() };
    let paths = backups.into_iter().map(|backup| backup.path);
    paths.filter(|path| protect_one(fs, path, file.keys(), strikes).is_none()).collect()
}

/// The same for one file of the app's own.
pub(super) fn protect_one(fs: &dyn Fs, path: &Path, keys: &Keys, strikes: &[Strikes]) -> Option<()> {
    let is_sealed_so = keys.seals_as(opened::seal_of(fs, path).as_ref());
    if strikes.is_empty() && is_sealed_so {
        return Some(());
    }
    let (content, _) = seal::open(fs.read(path).ok()?.into(), keys).ok()?;
    let struck = if strikes.is_empty() { content.clone() } else { without(&content, strikes)? };
    if struck == content && is_sealed_so {
        return Some(());
    }
    let content = struck.into_owned();
    save::replace(fs, path, &seal::close(content, keys).ok()?).ok()
}

/// The content of a file without what is struck out; as it is if nothing of it is there.
fn without<'a>(content: &'a [u8], strikes: &[Strikes]) -> Option<Cow<'a, [u8]>> {
    let contents = format::read(content).ok()?;
    let mut document = Document::new(contents.dataset);
    let mut is_there = false;
    for strikes in strikes {
        is_there |= document.strike_too(strikes).ok()?;
    }
    if !is_there {
        return Some(content.into());
    }
    let Envelope { dataset, save, parents, .. } = contents.envelope;
    let (bytes, _) = format::write(document.dataset(), dataset, save, &parents).ok()?;
    Some(bytes.into())
}

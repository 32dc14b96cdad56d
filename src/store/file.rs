//! Opening, creating and saving a dataset's file: the door of this room.
//!
//! Owns the promise that nothing is overwritten that was not read: before each save the state on
//! the disk is compared with the one that is known, and where it differs the work is written
//! beside. Works on a snapshot of the dataset, so that it can run beside the window.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use crate::domain::dataset::Dataset;

use super::backup;
use super::format::{self, Contents, DatasetId, Envelope, HEAD_BYTES, OpenError, SaveId, Standing};
use super::fs::{DiskError, Fs};
use super::outcome::{SaveError, SaveOutcome, SaveWarning};
use super::places::Places;
use super::save::{self, Staged, folder_of};

/// A file that is open: where it lies, and which state of it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileIdentity {
    path: PathBuf,
    dataset: DatasetId,
    save: SaveId,
    digest: String,
}

impl FileIdentity {
    /// Where it lies, as it was named.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub const fn dataset_id(&self) -> DatasetId {
        self.dataset
    }

    /// Which save of it is known.
    pub const fn save_id(&self) -> SaveId {
        self.save
    }
}

/// A file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub dataset: Dataset,
    /// What saving it needs.
    pub file: FileIdentity,
    /// How far it is to be trusted: the window asks before it goes on with an edited one, and
    /// opens a newer one read only.
    pub standing: Standing,
}

/// Opens a file. What does not begin as our files do is not read further.
pub fn open(fs: &dyn Fs, path: &Path) -> Result<Opened, OpenError> {
    let disk = |error| OpenError::Disk(DiskError::at(path)(error));
    format::check_head(&fs.read_head(path, HEAD_BYTES).map_err(disk)?)?;
    let Contents { envelope, dataset, standing, digest } = format::read(fs.read(path).map_err(disk)?)?;
    let file = FileIdentity { path: path.to_owned(), dataset: envelope.dataset, save: envelope.save, digest };
    Ok(Opened { dataset, file, standing })
}

/// Reads the head of a file alone.
pub fn peek(fs: &dyn Fs, path: &Path) -> Result<Envelope, OpenError> {
    let head = fs.read_head(path, HEAD_BYTES).map_err(|error| OpenError::Disk(DiskError::at(path)(error)))?;
    Envelope::read(&head)
}

/// What a save needs to know besides the dataset.
#[derive(Clone, Copy, Debug)]
pub struct SaveContext<'a> {
    /// Where backups are kept.
    pub places: &'a Places,
    /// Local time: the day of the backup, the name of a copy.
    pub now: NaiveDateTime,
    /// A random number, new for each save.
    pub random: u64,
}

/// Whose file a new one is.
#[derive(Clone, Copy, Debug)]
pub enum Lineage<'a> {
    /// A dataset that had none, from a random number.
    New(u64),
    /// Another file of a dataset that has one ("save as").
    CopyOf(&'a FileIdentity),
}

/// What to do with a file that has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it.
    Refuse,
    /// Replace it: someone was asked. The day's backup keeps what it held, if it is one of ours.
    Replace,
}

/// Writes a dataset to a new file.
pub fn create(
    fs: &dyn Fs,
    path: &Path,
    dataset: &Dataset,
    lineage: Lineage,
    existing: Existing,
    context: SaveContext,
) -> Result<SaveOutcome, SaveError> {
    let target = fs.resolve(path).map_err(DiskError::at(path))?;
    let known = match lineage {
        Lineage::CopyOf(file) if fs.resolve(&file.path).is_ok_and(|own| own == target) => {
            return save(fs, dataset, file, context);
        }
        Lineage::CopyOf(file) => Some(file),
        Lineage::New(_) => None,
    };
    let replaced = match fs.read(&target) {
        Ok(_) if existing == Existing::Refuse => return Err(SaveError::Exists(path.to_owned())),
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(DiskError::at(path)(error).into()),
    };
    let id = match lineage {
        Lineage::New(random) => DatasetId::from_random(random),
        Lineage::CopyOf(file) => file.dataset,
    };
    let parents: Vec<SaveId> = known.iter().map(|file| file.save).collect();
    let (file, staged) = stage(fs, dataset, (path, &target), id, &parents, context)?;
    let owner = replaced.as_deref().and_then(|bytes| Some((Envelope::read(bytes).ok()?.dataset, bytes)));
    finish(staged, &target, file, owner, fs, context)
}

/// Saves a dataset to the file that it came from, or beside it where that is no longer as it was.
///
/// A file that is gone is written anew; one that can not be read, or holds anything but the
/// state that `known` speaks of, is left alone.
pub fn save(
    fs: &dyn Fs,
    dataset: &Dataset,
    known: &FileIdentity,
    context: SaveContext,
) -> Result<SaveOutcome, SaveError> {
    let target = fs.resolve(&known.path).map_err(DiskError::at(&known.path))?;
    let (file, staged) = stage(fs, dataset, (&known.path, &target), known.dataset, &[known.save], context)?;
    // As late as can be: what lies between here and the new name is one backup a day.
    match fs.read(&target) {
        Ok(bytes) if format::state_of(&bytes).is_some_and(|state| state == (known.save, known.digest.clone())) => {
            finish(staged, &target, file, Some((known.dataset, &bytes)), fs, context)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => finish(staged, &target, file, None, fs, context),
        Ok(_) | Err(_) => {
            let copy = free_name_beside(fs, &target, context.now)?;
            let warnings = flushed(staged.land(&copy)?);
            Ok(SaveOutcome::Conflict { file: FileIdentity { path: copy, ..file }, warnings })
        }
    }
}

/// Puts the dataset on the disk, under no name yet.
fn stage<'a>(
    fs: &'a dyn Fs,
    dataset: &Dataset,
    (path, target): (&Path, &Path),
    id: DatasetId,
    parents: &[SaveId],
    context: SaveContext,
) -> Result<(FileIdentity, Staged<'a>), SaveError> {
    let save = SaveId::from_random(context.random);
    let (bytes, digest) =
        format::write(dataset, id, save, parents).map_err(|error| SaveError::Unwritable(error.to_string()))?;
    let staged = save::stage(fs, target, &bytes, save.value())?;
    Ok((FileIdentity { path: path.to_owned(), dataset: id, save, digest }, staged))
}

/// Keeps the day's backup of what will be replaced, then gives the new state its name.
fn finish(
    staged: Staged,
    target: &Path,
    file: FileIdentity,
    replaced: Option<(DatasetId, &[u8])>,
    fs: &dyn Fs,
    context: SaveContext,
) -> Result<SaveOutcome, SaveError> {
    let backup = replaced.map(|(id, bytes)| backup::keep(fs, context.places, id, context.now.date(), bytes));
    let mut warnings: Vec<_> = backup.and_then(Result::err).map(SaveWarning::Backup).into_iter().collect();
    warnings.extend(flushed(staged.land(target)?));
    Ok(SaveOutcome::Saved { file, warnings })
}

fn flushed(flushed: Result<(), DiskError>) -> Vec<SaveWarning> {
    flushed.err().map(SaveWarning::NotFlushed).into_iter().collect()
}

/// A name beside the file that says what it is, and that no file has.
fn free_name_beside(fs: &dyn Fs, target: &Path, now: NaiveDateTime) -> Result<PathBuf, DiskError> {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy();
    let end = target.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    let stamp = now.format("%Y-%m-%d %Hh%M");
    for number in 1..1000 {
        let number = if number == 1 { String::new() } else { format!(" {number}") };
        let copy = folder_of(target).join(format!("{stem} (copie de travail, conflit {stamp}){number}{end}"));
        match fs.permissions(&copy) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(copy),
            Ok(_) => {}
            Err(error) => return Err(DiskError::at(&copy)(error)),
        }
    }
    Err(DiskError::at(target)(io::ErrorKind::AlreadyExists.into()))
}

/// Writes a file that is for others to read: an export, a chart. Whole or not at all.
pub fn write_export(fs: &dyn Fs, path: &Path, bytes: &[u8], existing: Existing) -> Result<(), SaveError> {
    let target = fs.resolve(path).map_err(DiskError::at(path))?;
    if existing == Existing::Refuse {
        match fs.permissions(&target) {
            Ok(_) => return Err(SaveError::Exists(path.to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(DiskError::at(path)(error).into()),
        }
    }
    Ok(save::replace(fs, &target, bytes)?)
}

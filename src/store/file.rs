//! Creates and saves a dataset's file.
//!
//! Owns the guarantee that unseen changes are never overwritten: before each save, the state on disk is
//! compared with the known one, and if they differ the work is saved to a copy next to the file. Works
//! on a snapshot of the dataset, so that it can run in the background.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use crate::domain::dataset::Dataset;

use super::backup;
use super::format::{self, DatasetId, Envelope, OpenError, SaveId, Standing};
use super::fs::{DiskError, Fs};
use super::opened;
use super::outcome::{SaveError, SaveOutcome, SaveWarning};
use super::places::Places;
use super::save::{self, Staged, folder_of};
use super::seal::{self, Keys};

/// An open file: its path and the known state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileIdentity {
    path: PathBuf,
    dataset: DatasetId,
    save: SaveId,
    digest: String,
    keys: Keys,
}

impl FileIdentity {
    pub(super) fn new(path: &Path, envelope: &Envelope, digest: String, keys: Keys) -> Self {
        Self { path: path.to_owned(), dataset: envelope.dataset, save: envelope.save, digest, keys }
    }

    /// The path as given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub const fn dataset_id(&self) -> DatasetId {
        self.dataset
    }

    /// The keys that open what belongs to it, and the one that seals it.
    pub const fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Sealed as the keys say, from the next save on.
    #[must_use]
    pub fn sealed(self, keys: Keys) -> Self {
        Self { keys, ..self }
    }

    /// Checksum of the known state.
    pub(super) fn digest(&self) -> &str {
        &self.digest
    }

    /// The bytes of a state with this save's id, sealed if the file is, and its checksum.
    pub(super) fn content(&self, dataset: &Dataset, parents: &[SaveId]) -> io::Result<(Vec<u8>, String)> {
        let (bytes, digest) = format::write(dataset, self.dataset, self.save, parents).map_err(io::Error::other)?;
        Ok((seal::close(bytes, &self.keys)?, digest))
    }

    /// The save last read or written.
    pub const fn save_id(&self) -> SaveId {
        self.save
    }
}

/// The context of a save.
#[derive(Clone, Copy, Debug)]
pub struct SaveContext<'a> {
    pub places: &'a Places,
    /// Local time, for the day of the backup and the name of a copy.
    pub now: NaiveDateTime,
    pub random: u64,
}

impl SaveContext<'_> {
    /// The identity that the save will have.
    pub const fn save_id(&self) -> SaveId {
        SaveId::from_random(self.random)
    }
}

/// The dataset that a new file belongs to.
#[derive(Clone, Copy, Debug)]
pub enum Lineage<'a> {
    /// A new dataset, with its id from a random number.
    New(u64),
    /// Another file of an existing dataset ("save as").
    CopyOf(&'a FileIdentity),
}

/// What to do if the file already exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it unchanged.
    Refuse,
    /// Replace it, after the user confirmed. A backup keeps what it held.
    Replace,
}

/// Writes a dataset to a new file.
///
/// # Errors
/// If the file exists and may not be replaced, or the disk reports an error.
pub fn create(
    fs: &dyn Fs,
    path: &Path,
    dataset: &Dataset,
    lineage: Lineage,
    existing: Existing,
    context: SaveContext,
) -> Result<SaveOutcome, SaveError> {
    let target = fs.resolve(path).map_err(DiskError::at(path))?;
    let is_there = fs.permissions(&target).is_ok();
    let known = match lineage {
        Lineage::CopyOf(file) if is_there && fs.resolve(&file.path).is_ok_and(|own| own == target) => {
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
    let keys = known.map(|file| file.keys.clone()).unwrap_or_default();
    let new = FileIdentity { path: path.to_owned(), dataset: id, save: context.save_id(), digest: String::new(), keys };
    let (file, staged) = stage(fs, dataset, new, &target, &parents).map_err(in_folder_of(path))?;
    // What is replaced is kept, whatever it is.
    let kept = replaced.as_deref().map(|bytes| {
        let owner = Envelope::read(bytes).map_or(file.dataset, |envelope| envelope.dataset);
        backup::keep_replaced(fs, context.places, owner, context.now, bytes)
    });
    finish(staged, &target, file, kept.unwrap_or(Ok(())))
}

/// Saves a dataset to its file.
///
/// If others saved the same dataset there, their state is returned as an error, to be merged first. If the
/// file holds anything else that is not `known`, it is left alone, and the work is saved to a copy next to
/// it.
///
/// # Errors
/// If the file is missing or others saved it, or the disk reports an error; the file is then unchanged.
pub fn save(
    fs: &dyn Fs,
    dataset: &Dataset,
    known: &FileIdentity,
    context: SaveContext,
) -> Result<SaveOutcome, SaveError> {
    if matches!(opened::peek(fs, &known.path, &known.keys), Err(OpenError::Sealed)) {
        // Not even for a moment beside it.
        return Err(SaveError::Sealed(known.path.clone()));
    }
    let (target, file, staged) = stage_next(fs, dataset, known, context)?;
    let is_known = |bytes: &[u8]| {
        let state = (known.save, known.digest.clone());
        seal::open(bytes.into(), &known.keys).is_ok_and(|(content, _)| format::state_of(&content) == Some(state))
    };
    let mut kept = Ok(());
    if !backup::is_kept(fs, context.places, known.dataset, context.now.date())
        && let Some(bytes) = fs.read(&target).ok().filter(|bytes| is_known(bytes))
    {
        kept = backup::keep(fs, context.places, known.dataset, context.now.date(), &bytes);
    }
    // Read as late as possible: nothing happens between here and the rename.
    let bytes = match fs.read(&target) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(SaveError::Missing(known.path.clone())),
        Err(_) => return land_beside(fs, staged, &target, file, context),
    };
    if is_known(&bytes) {
        return finish(staged, &target, file, kept);
    }
    match opened::opened(&known.path, bytes, &known.keys) {
        // A copy beside could be read by those who cannot read the file.
        Err(OpenError::Sealed) => Err(SaveError::Sealed(known.path.clone())),
        Ok(opened) if opened.standing == Standing::Sound && opened.file.dataset == known.dataset => {
            Err(SaveError::Changed(Box::new(opened)))
        }
        _ => land_beside(fs, staged, &target, file, context),
    }
}

/// Saves a dataset to a copy next to its file, which stays as it is.
///
/// # Errors
/// If the disk reports an error.
pub fn save_beside(
    fs: &dyn Fs,
    dataset: &Dataset,
    known: &FileIdentity,
    context: SaveContext,
) -> Result<SaveOutcome, SaveError> {
    let (target, file, staged) = stage_next(fs, dataset, known, context)?;
    land_beside(fs, staged, &target, file, context)
}

fn land_beside(
    fs: &dyn Fs,
    staged: Staged,
    target: &Path,
    file: FileIdentity,
    context: SaveContext,
) -> Result<SaveOutcome, SaveError> {
    let copy = free_name_beside(fs, target, context.now)?;
    let warnings = flushed(staged.land(&copy)?);
    Ok(SaveOutcome::Conflict { file: FileIdentity { path: copy, ..file }, warnings })
}

/// Writes the state that follows a known one to disk, not yet under its name.
fn stage_next<'a>(
    fs: &'a dyn Fs,
    dataset: &Dataset,
    known: &FileIdentity,
    context: SaveContext,
) -> Result<(PathBuf, FileIdentity, Staged<'a>), SaveError> {
    let target = fs.resolve(&known.path).map_err(DiskError::at(&known.path))?;
    let next = FileIdentity { save: context.save_id(), ..known.clone() };
    let (file, staged) = stage(fs, dataset, next, &target, &[known.save])?;
    Ok((target, file, staged))
}

/// Writes the dataset to disk, not yet under its name.
fn stage<'a>(
    fs: &'a dyn Fs,
    dataset: &Dataset,
    file: FileIdentity,
    target: &Path,
    parents: &[SaveId],
) -> Result<(FileIdentity, Staged<'a>), SaveError> {
    let (bytes, digest) = file.content(dataset, parents).map_err(|error| SaveError::Unwritable(error.to_string()))?;
    let staged = save::stage(fs, target, &bytes, file.save.value())?;
    Ok((FileIdentity { digest, ..file }, staged))
}

/// Renames the new state into place. `kept` says whether what it replaces was kept.
fn finish(
    mut staged: Staged,
    target: &Path,
    file: FileIdentity,
    kept: Result<(), DiskError>,
) -> Result<SaveOutcome, SaveError> {
    let mut warnings: Vec<_> = kept.err().map(SaveWarning::Backup).into_iter().collect();
    warnings.extend(staged.take_unchanged().map(SaveWarning::Permissions));
    warnings.extend(flushed(staged.land(target)?));
    Ok(SaveOutcome::Saved { file, warnings })
}

fn flushed(flushed: Result<(), DiskError>) -> Vec<SaveWarning> {
    flushed.err().map(SaveWarning::NotFlushed).into_iter().collect()
}

/// An unused name next to the file that marks it as a copy.
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

/// Writes an exported file atomically.
///
/// # Errors
/// If the file exists and may not be replaced, or the disk reports an error.
pub fn write_export(fs: &dyn Fs, path: &Path, bytes: &[u8], existing: Existing) -> Result<(), SaveError> {
    let target = fs.resolve(path).map_err(DiskError::at(path))?;
    if existing == Existing::Refuse {
        match fs.permissions(&target) {
            Ok(_) => return Err(SaveError::Exists(path.to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(DiskError::at(path)(error).into()),
        }
    }
    save::replace(fs, &target, bytes).map_err(SaveError::from).map_err(in_folder_of(path))
}

/// What cannot be found of a new file is its folder.
fn in_folder_of(path: &Path) -> impl Fn(SaveError) -> SaveError {
    |error| match error {
        SaveError::Disk(error) if error.kind == io::ErrorKind::NotFound => {
            SaveError::NoFolder(folder_of(path).to_owned())
        }
        other => other,
    }
}

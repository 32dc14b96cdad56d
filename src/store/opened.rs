//! Opens a dataset's file, sealed or not, or reads its envelope only.

use std::io;
use std::path::Path;

use crate::domain::dataset::Dataset;

use super::file::FileIdentity;
use super::format::{self, Contents, Envelope, HEAD_BYTES, OpenError, SaveId, Standing};
use super::fs::{DiskError, Fs};
use super::seal::{self, Key, Keys, SEALED_HEAD_BYTES, Seal};

#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub dataset: Dataset,
    /// Needed to save it.
    pub file: FileIdentity,
    /// The saves it derives from.
    pub parents: Vec<SaveId>,
    /// How far the file can be trusted: the window asks before it opens an edited one, and opens a
    /// newer one read only.
    pub standing: Standing,
}

/// Opens a file. A file with an unknown header is not read further.
///
/// # Errors
/// If the file cannot be read, is not one of ours, or its records are invalid.
pub fn open(fs: &dyn Fs, path: &Path) -> Result<Opened, OpenError> {
    open_sealed(fs, path, &Keys::default())
}

/// Opens a file that may be sealed, with one of the keys.
///
/// # Errors
/// As [`open`], or if no key fits.
pub fn open_sealed(fs: &dyn Fs, path: &Path, keys: &Keys) -> Result<Opened, OpenError> {
    format::check_head(&head(fs, path, keys)?)?;
    opened(path, fs.read(path).map_err(disk_error(path))?, keys)
}

/// The key of a sealed file. Takes about a second.
///
/// # Errors
/// If the file cannot be read, is not sealed, or has another passphrase.
pub fn unlock(fs: &dyn Fs, path: &Path, passphrase: &str) -> Result<Key, OpenError> {
    Key::unlock(&fs.read_head(path, SEALED_HEAD_BYTES).map_err(disk_error(path))?, passphrase)
}

/// The seal of a file; none if it is not sealed, or damaged, or cannot be read.
pub(super) fn seal_of(fs: &dyn Fs, path: &Path) -> Option<Seal> {
    fs.read_head(path, SEALED_HEAD_BYTES).ok().and_then(|head| seal::seal_of(&head))
}

fn disk_error(path: &Path) -> impl Fn(io::Error) -> OpenError {
    move |error| OpenError::Disk(DiskError::at(path)(error))
}

/// The first bytes of a file.
fn head(fs: &dyn Fs, path: &Path, keys: &Keys) -> Result<Vec<u8>, OpenError> {
    let head = fs.read_head(path, HEAD_BYTES).map_err(disk_error(path))?;
    if !seal::is_sealed(&head) {
        return Ok(head);
    }
    seal::open_head(&fs.read_head(path, SEALED_HEAD_BYTES).map_err(disk_error(path))?, keys)
}

/// What the bytes of a file hold.
pub(super) fn opened(path: &Path, bytes: Vec<u8>, keys: &Keys) -> Result<Opened, OpenError> {
    let (bytes, key) = seal::open(bytes.into(), keys)?;
    let Contents { envelope, dataset, standing, digest } = format::read(bytes)?;
    let keys = keys.clone().sealing(key);
    let file = FileIdentity::new(path, &envelope, digest, keys);
    Ok(Opened { dataset, file, parents: envelope.parents, standing })
}

/// Reads only the envelope of a file, which may be sealed.
///
/// # Errors
/// If the file cannot be read, no key fits, or its envelope is invalid.
pub fn peek(fs: &dyn Fs, path: &Path, keys: &Keys) -> Result<Envelope, OpenError> {
    Envelope::read(&head(fs, path, keys)?)
}

//! Several files for others to read, written in one go: charts into a folder.
//!
//! Owns the order: none is written where one would take the place of another, then one after the
//! other, each told as soon as it is on the disk, so that whoever waits sees what there is.

use std::path::{Path, PathBuf};

use super::file::{Existing, write_export};
use super::fs::{DiskError, Fs};
use super::outcome::SaveError;

/// Writes files into a folder, which is made where it is not there. `bytes` gives the content of
/// the file at a place in `names`, `written` is told each path.
///
/// # Errors
/// The first thing that went wrong; the files that were told by then are there.
pub fn write_exports<E: From<SaveError>>(
    fs: &dyn Fs,
    folder: &Path,
    names: &[String],
    existing: Existing,
    mut bytes: impl FnMut(usize) -> Result<Vec<u8>, E>,
    mut written: impl FnMut(&Path),
) -> Result<(), E> {
    fs.create_folders(folder).map_err(|error| SaveError::from(DiskError::at(folder)(error)))?;
    let paths: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
    if existing == Existing::Refuse
        && let Some(taken) = paths.iter().find(|path| fs.permissions(path).is_ok())
    {
        return Err(SaveError::Exists(taken.clone()).into());
    }
    for (place, path) in paths.iter().enumerate() {
        write_export(fs, path, &bytes(place)?, existing)?;
        written(path);
    }
    Ok(())
}

//! Exports several files to a folder in one go, such as all charts; or one that replaces none.
//!
//! Owns the order: nothing is written if any file would be overwritten; then each file is reported as
//! soon as it is written, so that the user sees progress.

use std::path::{Path, PathBuf};

use super::file::{Existing, write_export};
use super::fs::{DiskError, Fs};
use super::outcome::SaveError;

/// Writes files to a folder, created if missing. `bytes` supplies the content for an index into
/// `names`; `written` receives each path.
///
/// # Errors
/// The first failure; the files reported until then exist.
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

/// How many files of a name may stand beside each other.
const MOST_BESIDE: u32 = 999;

/// Writes a file under a name that is free: that one, or with a number behind it. Returns the name.
pub fn write_beside<E: From<SaveError>>(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> (PathBuf, Result<(), E>) {
    let numbered = |n: u32| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let extension = path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
        if n == 1 { path.to_owned() } else { path.with_file_name(format!("{stem} ({n}){extension}")) }
    };
    for n in 1..=MOST_BESIDE {
        let path = numbered(n);
        match write_export(fs, &path, bytes, Existing::Refuse) {
            Err(SaveError::Exists(_)) if n < MOST_BESIDE => {}
            result => return (path, result.map_err(E::from)),
        }
    }
    (path.to_owned(), Err(SaveError::Exists(path.to_owned()).into()))
}

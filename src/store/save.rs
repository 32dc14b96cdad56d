//! The atomic save: at any moment, the file holds either the old or the new content, complete.
//!
//! The new content is written to a temporary file in the same folder, flushed and read back; only then
//! is it renamed. Owns that order and the cleanup of leftovers. Never decides whether something may be
//! overwritten: see `file`.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use super::fs::{DiskError, Fs};

/// Suffix of temporary files.
const TEMP_END: &str = ".clefs-tmp";

/// Content that is safely on disk under a temporary name. Deleted when dropped.
pub(super) struct Staged<'a> {
    fs: &'a dyn Fs,
    temp: PathBuf,
    landed: bool,
    /// The permissions of the file could not be given to it.
    unchanged: Option<DiskError>,
}

/// Writes `bytes` next to `target`, with its permissions, and reads them back.
///
/// Links in `target` are already followed. `tag` separates concurrent saves of one file.
pub(super) fn stage<'a>(fs: &'a dyn Fs, target: &Path, bytes: &[u8], tag: u64) -> Result<Staged<'a>, DiskError> {
    let permissions = match fs.permissions(target) {
        Ok(permissions) if permissions.readonly() => {
            return Err(DiskError::at(target)(io::ErrorKind::PermissionDenied.into()));
        }
        Ok(permissions) => Some(permissions),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(DiskError::at(target)(error)),
    };
    let start = temp_start(target);
    let folder = folder_of(target);
    remove_left_behind(fs, folder, &start);

    let temp = folder.join(format!("{start}{tag:016x}{TEMP_END}"));
    // Errors name the target: users do not know the temporary name.
    let failed = || DiskError::at(target);
    let mut sink = fs.create_new(&temp).map_err(failed())?;
    let mut staged = Staged { fs, temp, landed: false, unchanged: None };
    sink.write_all(bytes).map_err(failed())?;
    sink.sync().map_err(failed())?;
    drop(sink);
    // Some shares let nobody change permissions: the content matters more.
    let unchanged = permissions.and_then(|permissions| fs.set_permissions(&staged.temp, permissions).err());
    staged.unchanged = unchanged.map(failed());
    if fs.read(&staged.temp).map_err(failed())? != bytes {
        return Err(failed()(io::ErrorKind::InvalidData.into()));
    }
    Ok(staged)
}

impl Staged<'_> {
    /// Why it has not the permissions of the file that it replaces, if so.
    pub(super) const fn take_unchanged(&mut self) -> Option<DiskError> {
        self.unchanged.take()
    }

    /// Renames the content over the target. The inner error means that a power cut right now could
    /// still bring back the old content, complete.
    pub(super) fn land(mut self, target: &Path) -> Result<Result<(), DiskError>, DiskError> {
        self.fs.rename(&self.temp, target).map_err(DiskError::at(target))?;
        self.landed = true;
        let folder = folder_of(target);
        Ok(self.fs.sync_folder(folder).map_err(DiskError::at(folder)))
    }
}

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        if !self.landed {
            // A leftover that cannot be removed now is removed before the next save.
            let _ = self.fs.remove(&self.temp);
        }
    }
}

/// Replaces a file of the app's own.
pub(super) fn replace(fs: &dyn Fs, target: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let target = fs.resolve(target).map_err(DiskError::at(target))?;
    stage(fs, &target, bytes, 0)?.land(&target)?
}

/// The folder of a resolved path.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Prefix of a target's temporary files: hidden, and short however long its name is.
fn temp_start(target: &Path) -> String {
    let name = target.file_name().unwrap_or(OsStr::new("clefs")).to_string_lossy();
    format!(".{}.", name.chars().take(40).collect::<String>())
}

/// Removes what crashes left in a folder of the app's own.
pub(super) fn remove_all_leftovers(fs: &dyn Fs, folder: &Path) {
    for name in fs.list(folder).unwrap_or_default() {
        if name.to_string_lossy().ends_with(TEMP_END) {
            let _ = fs.remove(&folder.join(name));
        }
    }
}

/// Removes what a crash left next to a file.
pub(super) fn remove_leftovers(fs: &dyn Fs, target: &Path) {
    if let Ok(target) = fs.resolve(target) {
        remove_left_behind(fs, folder_of(&target), &temp_start(&target));
    }
}

/// Removes leftovers of a crash during an earlier save: they hold the same confidential data as the
/// file. A failure here must not prevent the save.
fn remove_left_behind(fs: &dyn Fs, folder: &Path, start: &str) {
    for name in fs.list(folder).unwrap_or_default() {
        let is_ours = name
            .to_str()
            .and_then(|name| name.strip_prefix(start)?.strip_suffix(TEMP_END))
            .is_some_and(|tag| tag.len() == 16 && tag.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if is_ours {
            let _ = fs.remove(&folder.join(name));
        }
    }
}

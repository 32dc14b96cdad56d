//! The atomic save: at every moment the name holds the old content or the new, complete.
//!
//! The new content goes into a temporary file of the same folder, is flushed and read back;
//! only then does it take the name. Owns that order and the removal of what was left behind.
//! Never decides whether something may be overwritten: see `file`.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use super::fs::{DiskError, Fs};

/// End of the names of temporary files.
const TEMP_END: &str = ".clefs-tmp";

/// Content that is safely on the disk, under no name that counts yet. Dropped, it goes away.
pub(super) struct Staged<'a> {
    fs: &'a dyn Fs,
    temp: PathBuf,
    landed: bool,
}

/// Writes `bytes` beside `target`, whose permissions they get, and reads them back.
///
/// `target` has its links followed already. `tag` keeps two saves of one file apart.
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
    // Told of the target: people do not know the other name.
    let failed = || DiskError::at(target);
    let mut sink = fs.create_new(&temp).map_err(failed())?;
    let staged = Staged { fs, temp, landed: false };
    sink.write_all(bytes).map_err(failed())?;
    sink.sync().map_err(failed())?;
    drop(sink);
    if let Some(permissions) = permissions {
        fs.set_permissions(&staged.temp, permissions).map_err(failed())?;
    }
    if fs.read(&staged.temp).map_err(failed())? != bytes {
        return Err(failed()(io::ErrorKind::InvalidData.into()));
    }
    Ok(staged)
}

impl Staged<'_> {
    /// Gives the content its name, over what had it. The inner error says that a power cut right
    /// now could still bring back what was there before, complete.
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
            // What can not be removed now is removed before the next save.
            let _ = self.fs.remove(&self.temp);
        }
    }
}

/// Writes a file of the app's own, whatever it held.
pub(super) fn replace(fs: &dyn Fs, target: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let target = fs.resolve(target).map_err(DiskError::at(target))?;
    stage(fs, &target, bytes, 0)?.land(&target)?
}

/// The folder of a resolved path.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// How the temporary files of a target start: hidden, and short however long its name is.
fn temp_start(target: &Path) -> String {
    let name = target.file_name().unwrap_or(OsStr::new("clefs")).to_string_lossy();
    format!(".{}.", name.chars().take(40).collect::<String>())
}

/// Removes what a crash in the middle of an earlier save left: it holds the same confidential
/// data as the file. That it can not be done is no reason not to save.
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

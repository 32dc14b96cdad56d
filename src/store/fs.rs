//! The disk, behind a trait: a test can make every single operation fail.
//!
//! Owns the few lines that differ between systems. Decides nothing: what is written, where and in which
//! order, is in `save`.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::domain::message::Message;

pub trait Sink: Send {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Flushes the content to disk.
    fn sync(&mut self) -> io::Result<()>;
}

/// The file system operations that the store needs.
pub trait Fs: Send + Sync {
    /// The absolute path, with a link as its last component followed; it may not exist.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    fn read_head(&self, path: &Path, bytes: usize) -> io::Result<Vec<u8>>;
    /// When the content was last changed. Not every disk tells.
    fn modified(&self, _path: &Path) -> io::Result<SystemTime> {
        Err(io::ErrorKind::Unsupported.into())
    }
    fn permissions(&self, path: &Path) -> io::Result<Permissions>;
    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()>;
    /// Creates a file that must not exist, readable by its owner only.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>>;
    /// As [`create_new`](Self::create_new), locked until the sink is dropped or the process ends.
    fn create_locked(&self, path: &Path) -> io::Result<Box<dyn Sink>>;
    /// Whether someone holds the lock of a file.
    fn is_locked(&self, path: &Path) -> io::Result<bool>;
    /// Renames a file over an existing one, atomically.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Flushes the entries of a folder to disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Creates a folder and its parents, accessible to their owner only.
    fn create_folders(&self, folder: &Path) -> io::Result<()>;
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;
}

/// Maximum length of a chain of links, as on Linux.
const MOST_LINKS: usize = 40;

#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Sink for File {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        Write::write_all(self, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

impl Fs for Disk {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        // Not `canonicalize`: a new file has to be resolved too, and on Windows the result would be
        // unfamiliar to users.
        let mut path = std::path::absolute(path)?;
        for _ in 0..MOST_LINKS {
            let Ok(target) = fs::read_link(&path) else { return Ok(path) };
            path.pop();
            path.push(target);
        }
        Err(io::Error::other("too many links"))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn read_head(&self, path: &Path, bytes: usize) -> io::Result<Vec<u8>> {
        let mut head = Vec::with_capacity(bytes);
        File::open(path)?.take(bytes as u64).read_to_end(&mut head)?;
        Ok(head)
    }

    fn modified(&self, path: &Path) -> io::Result<SystemTime> {
        fs::metadata(path)?.modified()
    }

    fn permissions(&self, path: &Path) -> io::Result<Permissions> {
        Ok(fs::metadata(path)?.permissions())
    }

    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        fs::set_permissions(path, permissions)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        Ok(Box::new(create_own(path)?))
    }

    fn create_locked(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        let file = create_own(path)?;
        file.try_lock()?;
        Ok(Box::new(file))
    }

    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        match File::open(path)?.try_lock() {
            Ok(()) => Ok(false),
            Err(TryLockError::WouldBlock) => Ok(true),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        rename_over(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        sync_names(folder)
    }

    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
    }
}

/// Creates a file that only its owner can read.
fn create_own(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(not(windows))]
fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// Indexers, virus scanners and synchronisers briefly hold a file open: access denied (5), sharing (32)
/// and lock (33) violations are retried, for about three seconds in all.
#[cfg(windows)]
fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    let mut pause = std::time::Duration::from_millis(10);
    loop {
        match fs::rename(from, to) {
            Err(error) if matches!(error.raw_os_error(), Some(5 | 32 | 33)) && pause.as_millis() < 2_000 => {
                std::thread::sleep(pause);
                pause *= 2;
            }
            outcome => return outcome,
        }
    }
}

#[cfg(unix)]
fn sync_names(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Other systems cannot open a folder to flush it.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)]
fn sync_names(_: &Path) -> io::Result<()> {
    Ok(())
}

/// A failed disk operation, with the file concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskError {
    pub path: PathBuf,
    pub kind: io::ErrorKind,
    /// The number of the operating system's error, if it is one.
    pub code: Option<i32>,
    /// Its message, in whatever language it has.
    pub detail: String,
}

impl DiskError {
    /// Adds the path to an I/O error.
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |error| Self { path, kind: error.kind(), code: error.raw_os_error(), detail: error.to_string() }
    }

    pub fn message(&self) -> Message {
        let message = Message::new(match self.kind {
            io::ErrorKind::NotFound => "store-disk-not-found",
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "store-disk-denied",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "store-disk-full",
            io::ErrorKind::InvalidData => "store-disk-read-back",
            io::ErrorKind::IsADirectory => "store-disk-folder",
            io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy | io::ErrorKind::WouldBlock => {
                "store-disk-busy"
            }
            io::ErrorKind::NotConnected
            | io::ErrorKind::TimedOut
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::StaleNetworkFileHandle => "store-disk-away",
            io::ErrorKind::InvalidFilename => "store-disk-name",
            // What has no kind: another program holds the file (a sharing or lock violation), or the device failed (an
            // input/output error, on Windows a CRC error or a failing device).
            _ => match (cfg!(windows), self.code) {
                (true, Some(32 | 33)) => "store-disk-busy",
                (true, Some(23 | 1117)) | (false, Some(5)) => "store-disk-broken",
                _ => "store-disk-other",
            },
        });
        // A number rather than a sentence in another language.
        let detail = self.code.map_or_else(|| self.detail.clone(), |code| code.to_string());
        message.text("path", self.path.display().to_string()).text("detail", detail)
    }
}

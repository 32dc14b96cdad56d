//! The disk of Odile, a fictitious user: her `/home/odile` is in a temporary folder, so that paths
//! on screen are the same on every machine.
//!
//! Her documents folder can refuse every new file or one of a name, and make a job wait before it
//! writes a file of a name. Nothing else fails.

use std::ffi::OsString;
use std::fs::Permissions;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::SystemTime;

use chrono::{Local, TimeZone as _};

use clefs::store::{Disk, Fs, Sink};

pub const DOCUMENTS: &str = "/home/odile/Documents";

pub struct Drive {
    folder: tempfile::TempDir,
    refuses: AtomicBool,
    /// A file name that is refused.
    refused: Mutex<Option<&'static str>>,
    /// The file before which a job waits.
    gate: Mutex<Option<Gate>>,
}

/// A file name, the signal that its writer has arrived, and the signal to continue.
type Gate = (&'static str, Sender<()>, Receiver<()>);

impl Drive {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let drive = Self { folder, refuses: AtomicBool::new(false), refused: Mutex::default(), gate: Mutex::default() };
        std::fs::create_dir_all(drive.real(Path::new(DOCUMENTS))).unwrap();
        drive
    }

    /// Whether her documents folder refuses new files from now on.
    pub fn refuse(&self, refuses: bool) {
        self.refuses.store(refuses, Ordering::Relaxed);
    }

    /// Refuses a file of that name from now on.
    pub fn refuse_from(&self, name: &'static str) {
        *self.refused.lock().unwrap() = Some(name);
    }

    /// Makes the writer of a file of that name signal its arrival and wait for the signal to continue.
    pub fn gate(&self, name: &'static str) -> (Receiver<()>, Sender<()>) {
        let ((tell, reached), (go_on, wait)) = (channel(), channel());
        *self.gate.lock().unwrap() = Some((name, tell, wait));
        (reached, go_on)
    }

    /// The real location of one of her paths.
    pub fn real(&self, path: &Path) -> PathBuf {
        self.folder.path().join(path.strip_prefix("/").unwrap_or(path))
    }
}

impl Fs for Drive {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        if let Some((_, reached, wait)) = self.gate.lock().unwrap().take_if(|(name, ..)| path.ends_with(name)) {
            reached.send(()).unwrap();
            wait.recv().unwrap();
        }
        if self.refused.lock().unwrap().is_some_and(|name| path.ends_with(name)) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(path.to_owned())
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        Disk.read(&self.real(path))
    }
    fn read_head(&self, path: &Path, bytes: usize) -> io::Result<Vec<u8>> {
        Disk.read_head(&self.real(path), bytes)
    }
    /// 8 July 2021, in the morning.
    fn modified(&self, path: &Path) -> io::Result<SystemTime> {
        Disk.modified(&self.real(path))?;
        let morning = Local.with_ymd_and_hms(2021, 7, 8, 9, 0, 0).unwrap();
        Ok(morning.into())
    }
    fn permissions(&self, path: &Path) -> io::Result<Permissions> {
        Disk.permissions(&self.real(path))
    }
    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        Disk.set_permissions(&self.real(path), permissions)
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        if self.refuses.load(Ordering::Relaxed) && path.starts_with(DOCUMENTS) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Disk.create_new(&self.real(path))
    }
    fn create_locked(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        Disk.create_locked(&self.real(path))
    }
    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        Disk.is_locked(&self.real(path))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        Disk.rename(&self.real(from), &self.real(to))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        Disk.remove(&self.real(path))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        Disk.sync_folder(&self.real(folder))
    }
    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        Disk.create_folders(&self.real(folder))
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        Disk.list(&self.real(folder))
    }
}

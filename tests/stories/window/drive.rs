//! The disk of a person who does not exist, Odile: what she calls `/home/odile` lies in a
//! temporary folder, so that paths on screen are the same on every machine.
//!
//! Her documents can be made to refuse every new file, or one of a name; a job can be made to wait
//! before it writes a file of a name. Nothing else fails.

use std::ffi::OsString;
use std::fs::Permissions;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use clefs::store::{Disk, Fs, Sink};

/// Where Odile keeps her files.
pub const DOCUMENTS: &str = "/home/odile/Documents";

/// See the module.
pub struct Drive {
    folder: tempfile::TempDir,
    refuses: AtomicBool,
    /// The name of a file that is refused.
    refused: Mutex<Option<&'static str>>,
    /// Before which file a job waits.
    gate: Mutex<Option<Gate>>,
}

/// The name of a file, how its writer tells that it is there, and until when it waits.
type Gate = (&'static str, Sender<()>, Receiver<()>);

impl Drive {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let drive = Self { folder, refuses: AtomicBool::new(false), refused: Mutex::default(), gate: Mutex::default() };
        std::fs::create_dir_all(drive.real(Path::new(DOCUMENTS))).unwrap();
        drive
    }

    /// From now on, whether a file may be made in her documents.
    pub fn refuse(&self, refuses: bool) {
        self.refuses.store(refuses, Ordering::Relaxed);
    }

    /// From now on, a file of that name may not be made.
    pub fn refuse_from(&self, name: &'static str) {
        *self.refused.lock().unwrap() = Some(name);
    }

    /// Whoever writes a file of that name says so first, and waits to be told to go on.
    pub fn gate(&self, name: &'static str) -> (Receiver<()>, Sender<()>) {
        let ((tell, reached), (go_on, wait)) = (channel(), channel());
        *self.gate.lock().unwrap() = Some((name, tell, wait));
        (reached, go_on)
    }

    /// Where a path of hers really is.
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

//! The journal: every change since the last save, flushed to the local disk as soon as it is made.
//!
//! It lies in the app's own folder, never next to the dataset's file, which may be synchronised, and is
//! bound to the save it follows. Each frame has its length and a checksum over its content and the
//! checksum before it: what comes after a torn or altered frame is not read. A journal is locked by the
//! window that writes it. Changes are repeated through `edit::Document` only.

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::domain::dataset::Dataset;
use crate::domain::message::Message;
use crate::edit::{Document, JournalEntry};

use super::file::FileIdentity;
use super::format::{self, DatasetId, SaveId};
use super::fs::{DiskError, Fs, Sink};
use super::places::Places;

const END: &str = ".journal";

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Frame {
    /// The saved state that the changes follow; always the first frame.
    Follows {
        dataset: DatasetId,
        save: SaveId,
        digest: String,
    },
    Changed(Vec<JournalEntry>),
    /// A save was begun; if it succeeded, it contains that many of the changes.
    Saving {
        save: SaveId,
        contains: usize,
    },
}

impl Frame {
    fn follows(file: &FileIdentity) -> Self {
        Self::Follows { dataset: file.dataset_id(), save: file.save_id(), digest: file.digest().to_owned() }
    }
}

/// The journal of an open file. It has no file of its own before the first change.
pub struct Journal {
    folder: PathBuf,
    follows: FileIdentity,
    /// The changes since the save.
    entries: Vec<JournalEntry>,
    /// None before the first change, and after a failure: the next append writes all of them again.
    file: Option<JournalFile>,
    /// Earlier files, kept until another one has all that they have.
    replaced: Vec<JournalFile>,
}

struct JournalFile {
    path: PathBuf,
    sink: Box<dyn Sink>,
    checksum: String,
}

impl JournalFile {
    /// Writes frames and flushes them.
    fn push(&mut self, frames: &[Frame]) -> Result<(), DiskError> {
        let failed = || DiskError::at(&self.path);
        for frame in frames {
            let (bytes, checksum) = encode(frame, &self.checksum).map_err(io::Error::other).map_err(failed())?;
            self.sink.write_all(&bytes).map_err(failed())?;
            self.checksum = checksum;
        }
        self.sink.sync().map_err(failed())
    }
}

impl Journal {
    pub fn new(places: &Places, follows: FileIdentity) -> Self {
        let folder = places.journals_of(follows.dataset_id());
        Self { folder, follows, entries: Vec::new(), file: None, replaced: Vec::new() }
    }

    /// Follows another state of the file from now on, with other changes. The earlier ones go once
    /// these are written.
    ///
    /// # Errors
    /// If the disk reports an error.
    pub fn follow(
        &mut self,
        fs: &dyn Fs,
        file: FileIdentity,
        entries: Vec<JournalEntry>,
        random: u64,
    ) -> Result<(), DiskError> {
        (self.follows, self.entries) = (file, entries);
        self.replaced.extend(self.file.take());
        if self.entries.is_empty() { self.remove_replaced(fs) } else { self.write_all(fs, random) }
    }

    /// Adds changes and flushes them to disk. After a failure they are written again with the next ones.
    ///
    /// # Errors
    /// If the disk reports an error.
    pub fn append(&mut self, fs: &dyn Fs, new: Vec<JournalEntry>, random: u64) -> Result<(), DiskError> {
        self.entries.extend_from_slice(&new);
        if self.file.is_some() { self.push(Frame::Changed(new)) } else { self.write_all(fs, random) }
    }

    /// Notes that a save begins which contains the first of the changes. Should the app end before
    /// [`saved`](Self::saved), the saved file itself shows whether the save took place.
    ///
    /// # Errors
    /// If the disk reports an error.
    pub fn saving(&mut self, save: SaveId, contains: usize) -> Result<(), DiskError> {
        self.push(Frame::Saving { save, contains })
    }

    /// The save took place and was verified: what it contains is no longer needed here.
    ///
    /// # Errors
    /// If the disk reports an error.
    pub fn saved(&mut self, fs: &dyn Fs, file: FileIdentity, contains: usize, random: u64) -> Result<(), DiskError> {
        let later = self.entries.split_off(contains.min(self.entries.len()));
        self.follow(fs, file, later, random)
    }

    fn push(&mut self, frame: Frame) -> Result<(), DiskError> {
        let Some(file) = &mut self.file else { return Ok(()) };
        // Nothing after a torn frame would be read.
        file.push(&[frame]).inspect_err(|_| self.replaced.extend(self.file.take()))
    }

    /// Writes all changes to a new file.
    fn write_all(&mut self, fs: &dyn Fs, random: u64) -> Result<(), DiskError> {
        fs.create_folders(&self.folder).map_err(DiskError::at(&self.folder))?;
        let path = self.folder.join(format!("{random:016x}{END}"));
        let sink = fs.create_locked(&path).map_err(DiskError::at(&path))?;
        let mut file = JournalFile { path, sink, checksum: String::new() };
        let frames = [Frame::follows(&self.follows), Frame::Changed(self.entries.clone())];
        let outcome = file.push(&frames);
        match outcome.and_then(|()| fs.sync_folder(&self.folder).map_err(DiskError::at(&self.folder))) {
            Ok(()) => {
                self.file = Some(file);
                self.remove_replaced(fs)
            }
            Err(error) => {
                self.replaced.push(file);
                Err(error)
            }
        }
    }

    fn remove_replaced(&mut self, fs: &dyn Fs) -> Result<(), DiskError> {
        let removed = self.replaced.drain(..).map(|file| {
            drop(file.sink);
            fs.remove(&file.path).map_err(DiskError::at(&file.path))
        });
        removed.fold(Ok(()), Result::and)
    }
}

/// Changes that were made but not saved when the app ended.
#[derive(Debug, Default)]
pub struct Recovered {
    /// In order, to be applied to the file.
    pub entries: Vec<JournalEntry>,
    /// Their journals, to be removed once they are saved or journaled again.
    pub journals: Vec<PathBuf>,
    /// Journals whose changes do not fit the file, since it changed meanwhile. They stay.
    pub unfitting: Vec<Unfitting>,
}

impl Recovered {
    /// The document with these changes repeated; without any of them if one does not fit.
    pub fn replayed(&mut self, dataset: Dataset) -> Document {
        let mut document = Document::new(dataset.clone());
        if document.replay(&self.entries).is_ok() {
            return document;
        }
        let changes = self.entries.len();
        self.unfitting.extend(self.journals.drain(..).map(|path| Unfitting { path, changes }));
        Document::new(dataset)
    }
}

/// A journal whose changes do not fit the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfitting {
    pub path: PathBuf,
    pub changes: usize,
}

impl Unfitting {
    pub fn message(&self) -> Message {
        Message::new("journal-unfitting").count("count", self.changes).text("path", self.path.display().to_string())
    }
}

/// Finds the changes that are not in the file. Journals of windows that are still open are left alone.
///
/// # Errors
/// If the disk reports an error.
pub fn recover(fs: &dyn Fs, places: &Places, file: &FileIdentity) -> Result<Recovered, DiskError> {
    let folder = places.journals_of(file.dataset_id());
    let names = match fs.list(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Recovered::default()),
        names => names.map_err(DiskError::at(&folder))?,
    };
    let mut fitting: Vec<(Vec<JournalEntry>, PathBuf)> = Vec::new();
    let mut recovered = Recovered::default();
    for path in names.iter().filter(|name| name.to_string_lossy().ends_with(END)).map(|name| folder.join(name)) {
        if fs.is_locked(&path).map_err(DiskError::at(&path))? {
            continue;
        }
        let frames = decode(&fs.read(&path).map_err(DiskError::at(&path))?);
        match after(frames, file) {
            Ok(entries) => fitting.push((entries, path)),
            Err(0) => {
                // Torn before its first change: nothing to keep.
                fs.remove(&path).map_err(DiskError::at(&path))?;
            }
            Err(changes) => recovered.unfitting.push(Unfitting { path, changes }),
        }
    }
    // The app may have ended while it wrote a journal again: the same changes, or the first of them.
    fitting.sort_by_key(|(entries, _)| std::cmp::Reverse(entries.len()));
    for (entries, path) in fitting {
        if recovered.journals.is_empty() {
            recovered.entries = entries;
        } else if !recovered.entries.starts_with(&entries) {
            recovered.unfitting.push(Unfitting { path, changes: entries.len() });
            continue;
        }
        recovered.journals.push(path);
    }
    Ok(recovered)
}

/// Removes journals whose changes are safe elsewhere.
///
/// # Errors
/// If the disk reports an error.
pub fn remove_journals(fs: &dyn Fs, journals: &[PathBuf]) -> Result<(), DiskError> {
    journals.iter().try_for_each(|path| fs.remove(path).map_err(DiskError::at(path)))
}

/// The changes that come after the state of the file; their number if the file is in no state that the
/// journal knows.
fn after(frames: Vec<Frame>, file: &FileIdentity) -> Result<Vec<JournalEntry>, usize> {
    let (mut entries, mut contains) = (Vec::new(), None);
    for frame in frames {
        match frame {
            Frame::Follows { save, digest, .. } if (save, digest.as_str()) == (file.save_id(), file.digest()) => {
                contains = contains.or(Some(0));
            }
            Frame::Changed(new) => entries.extend(new),
            Frame::Saving { save, contains: some } if save == file.save_id() => contains = Some(some),
            Frame::Follows { .. } | Frame::Saving { .. } => {}
        }
    }
    match contains {
        Some(some) => Ok(entries.split_off(some.min(entries.len()))),
        None => Err(entries.len()),
    }
}

/// Length and checksum in front of the content, in hexadecimal.
fn encode(frame: &Frame, before: &str) -> Result<(Vec<u8>, String), ron::Error> {
    let content = format::to_line(frame)?;
    let checksum = format::digest([before.as_bytes(), content.as_bytes()]);
    Ok((format!("{:08x} {checksum} {content}\n", content.len()).into_bytes(), checksum))
}

/// The frames up to the first that is torn or altered.
fn decode(bytes: &[u8]) -> Vec<Frame> {
    let (mut frames, mut rest, mut checksum) = (Vec::new(), bytes, String::new());
    while let Some((frame, next, found)) = first(rest, &checksum) {
        frames.push(frame);
        (rest, checksum) = (next, found);
    }
    frames
}

fn first<'a>(bytes: &'a [u8], before: &str) -> Option<(Frame, &'a [u8], String)> {
    let (length, rest) = bytes.split_at_checked(8)?;
    let length = usize::from_str_radix(str::from_utf8(length).ok()?, 16).ok()?;
    let (checksum, rest) = rest.strip_prefix(b" ")?.split_at_checked(64)?;
    let (content, rest) = rest.strip_prefix(b" ")?.split_at_checked(length)?;
    let found = format::digest([before.as_bytes(), content]);
    let frame = (found.as_bytes() == checksum).then(|| format::from_line(str::from_utf8(content).ok()?))??;
    Some((frame, rest.strip_prefix(b"\n")?, found))
}

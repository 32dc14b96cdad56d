//! The journal: every change since the last save, flushed to the local disk as soon as it is made.
//!
//! It lies in the app's own folder, never next to the dataset's file, which may be synchronised, and is
//! bound to the save it follows. Each frame has its length and a checksum over its content and the
//! checksum before it: what comes after a torn or altered frame is not read. It is sealed if the file is. A
//! journal is locked by the window that writes it. See `recovery` for how its changes come back.

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::domain::id::CellRef;
use crate::edit::{JournalEntry, Strikes};

use super::file::FileIdentity;
use super::format::{self, DatasetId, SaveId};
use super::fs::{DiskError, Fs, Sink};
use super::places::Places;
use super::seal::{self, Keys, Seal};

pub(super) const END: &str = ".journal";

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Frame {
    /// The saved state that the changes follow; always the first frame.
    Follows {
        dataset: DatasetId,
        save: SaveId,
        digest: String,
        /// The file, which may have been moved since.
        path: String,
    },
    Changed(Vec<JournalEntry>),
    /// A text that is being typed, until the next change.
    Typing(TypedText),
    /// What was struck out of the file, but perhaps not yet of its backups.
    Struck(Vec<Strikes>),
    /// A save was begun; if it succeeded, it contains that many of the changes.
    Saving {
        save: SaveId,
        contains: usize,
    },
}

impl Frame {
    fn follows(file: &FileIdentity) -> Self {
        let path = file.path().to_string_lossy().into_owned();
        Self::Follows { dataset: file.dataset_id(), save: file.save_id(), digest: file.digest().to_owned(), path }
    }
}

/// A text that is being typed into a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedText {
    pub cell: CellRef,
    pub text: String,
}

/// The journal of an open file. It has no file of its own before the first change.
pub struct Journal {
    folder: PathBuf,
    follows: FileIdentity,
    /// The changes since the save.
    entries: Vec<JournalEntry>,
    typing: Option<TypedText>,
    /// What is still to be struck out of the backups.
    strikes: Vec<Strikes>,
    /// None before the first change, and after a failure: the next append writes all of them again.
    file: Option<JournalFile>,
    /// Earlier files, kept until another one has all that they have.
    replaced: Vec<JournalFile>,
}

struct JournalFile {
    path: PathBuf,
    sink: Box<dyn Sink>,
    checksum: String,
    keys: Keys,
}

impl JournalFile {
    /// Writes frames and flushes them.
    fn push(&mut self, frames: &[Frame]) -> Result<(), DiskError> {
        let failed = || DiskError::at(&self.path);
        for frame in frames {
            let (bytes, checksum) = encode(frame, &self.checksum, &self.keys).map_err(failed())?;
            self.sink.write_all(&bytes).map_err(failed())?;
            self.checksum = checksum;
        }
        self.sink.sync().map_err(failed())
    }
}

impl Journal {
    pub fn new(places: &Places, follows: FileIdentity) -> Self {
        let folder = places.journals_of(follows.dataset_id());
        let (entries, strikes, replaced) = (Vec::new(), Vec::new(), Vec::new());
        Self { folder, follows, entries, typing: None, strikes, file: None, replaced }
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
        if self.is_empty() { self.remove_replaced(fs) } else { self.write_all(fs, random) }
    }

    /// Writes it again, sealed as the file is from now on; of what it no longer has, no byte stays.
    ///
    /// # Errors
    /// If the disk reports an error.
    pub(super) fn write_again(&mut self, fs: &dyn Fs, file: FileIdentity, random: u64) -> Result<(), DiskError> {
        let entries = std::mem::take(&mut self.entries);
        self.follow(fs, file, entries, random)
    }

    /// Keeps a text that is being typed, or forgets it: then no byte of it stays.
    ///
    /// # Errors
    /// If the disk reports an error.
    pub fn typing(&mut self, fs: &dyn Fs, typing: Option<TypedText>, random: u64) -> Result<(), DiskError> {
        let had = std::mem::replace(&mut self.typing, typing);
        match &self.typing {
            None if had.is_none() => Ok(()),
            None => self.write_again(fs, self.follows.clone(), random),
            Some(typed) if self.file.is_some() => self.push(Frame::Typing(typed.clone())),
            Some(_) => self.write_all(fs, random),
        }
    }

    /// What is still to be struck out of the backups, kept with what is written next.
    pub(super) fn set_strikes(&mut self, strikes: Vec<Strikes>) {
        self.strikes = strikes;
    }

    const fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.typing.is_none() && self.strikes.is_empty()
    }

    /// Whether everything that is to be kept is in one file.
    pub const fn is_whole(&self) -> bool {
        self.replaced.is_empty() && (self.file.is_some() || self.is_empty())
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
        let mut file = JournalFile { path, sink, checksum: String::new(), keys: self.follows.keys().clone() };
        let mut frames = vec![Frame::follows(&self.follows), Frame::Changed(self.entries.clone())];
        frames.extend((!self.strikes.is_empty()).then(|| Frame::Struck(self.strikes.clone())));
        frames.extend(self.typing.clone().map(Frame::Typing));
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

/// Length and checksum in front of the content, in hexadecimal.
fn encode(frame: &Frame, before: &str, keys: &Keys) -> io::Result<(Vec<u8>, String)> {
    let content = seal::close(format::to_line(frame).map_err(io::Error::other)?.into_bytes(), keys)?;
    let checksum = format::digest([before.as_bytes(), &content]);
    let head = format!("{:08x} {checksum} ", content.len());
    Ok(([head.as_bytes(), &content, b"\n"].concat(), checksum))
}

/// The frames up to the first that is torn or altered; none if a whole one cannot be read: it is sealed with a key that
/// is not known, or another version wrote it.
pub(super) fn decode(bytes: &[u8], keys: &Keys) -> Option<Vec<Frame>> {
    let (mut frames, mut rest, mut checksum) = (Vec::new(), bytes, String::new());
    while let Some((content, next, found)) = first(rest, &checksum) {
        let (content, _) = seal::open(content.into(), keys).ok()?;
        frames.push(str::from_utf8(&content).ok().and_then(format::from_line)?);
        (rest, checksum) = (next, found);
    }
    Some(frames)
}

/// How its first frame is sealed.
pub(super) fn seal_of(bytes: &[u8]) -> Option<Seal> {
    first(bytes, "").and_then(|(content, ..)| seal::seal_of(content))
}

fn first<'a>(bytes: &'a [u8], before: &str) -> Option<(&'a [u8], &'a [u8], String)> {
    let (length, rest) = bytes.split_at_checked(8)?;
    let digits = str::from_utf8(length).ok()?;
    // In lower case, as it was written.
    let length = usize::from_str_radix(digits, 16).ok().filter(|length| format!("{length:08x}") == digits)?;
    let (checksum, rest) = rest.strip_prefix(b" ")?.split_at_checked(64)?;
    let (content, rest) = rest.strip_prefix(b" ")?.split_at_checked(length)?;
    let found = format::digest([before.as_bytes(), content]);
    let rest = rest.strip_prefix(b"\n").filter(|_| found.as_bytes() == checksum)?;
    Some((content, rest, found))
}

//! What the next start finds of changes that were journaled and not saved.
//!
//! Where the file is in a state that the journal knows, the later changes are made again. Where others
//! saved it meanwhile, they are merged, with the help of the *base*: a copy of the saved state, beside the
//! journal. Changes are repeated through `edit::Document` only.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use crate::domain::dataset::Dataset;
use crate::domain::message::Message;
use crate::edit::{Document, JournalEntry, Merge, MergeContext, Stamp, Strikes};

use super::backup;
use super::file::FileIdentity;
use super::format::{self, OpenError, SaveId, Standing};
use super::fs::{DiskError, Fs, Sink};
use super::journal::{self, END, Frame, TypedText, decode};
use super::keeper::Typed;
use super::opened;
use super::places::Places;
use super::seal::Keys;

const BASE_END: &str = ".base";

/// A copy of the saved state that a journal follows, locked by its window.
pub(super) struct Base {
    path: PathBuf,
    _lock: Box<dyn Sink>,
}

impl Base {
    /// Writes a copy.
    pub(super) fn write(
        fs: &dyn Fs,
        places: &Places,
        saved: &Dataset,
        file: &FileIdentity,
        random: u64,
    ) -> Result<Self, DiskError> {
        let folder = places.journals_of(file.dataset_id());
        let path = folder.join(format!("{}-{random:016x}{BASE_END}", key_of(file)));
        let failed = || DiskError::at(&path);
        fs.create_folders(&folder).map_err(failed())?;
        let (bytes, _) = file.content(saved, &[]).map_err(failed())?;
        let mut sink = fs.create_locked(&path).map_err(failed())?;
        sink.write_all(&bytes).and_then(|()| sink.sync()).map_err(failed())?;
        fs.sync_folder(&folder).map_err(failed())?;
        Ok(Self { path, _lock: sink })
    }

    /// Removes it. One that stays is removed by a later start.
    pub(super) fn remove(self, fs: &dyn Fs) {
        let path = self.path.clone();
        drop(self);
        let _ = fs.remove(&path);
    }
}

/// Changes that were made but not saved when the app ended.
#[derive(Debug, Default)]
pub struct Recovered {
    /// In order, to be applied to the file.
    pub entries: Vec<JournalEntry>,
    /// A text that was being typed.
    pub typing: Option<TypedText>,
    /// Changes to an earlier state of the file, to be merged.
    parted: Vec<Parted>,
    /// What was struck out of the file, but perhaps not of its backups.
    pub strikes: Vec<Strikes>,
    /// Their journals, to be removed once they are saved or journaled again.
    pub journals: Vec<PathBuf>,
    /// Journals whose changes do not fit the file, since it changed meanwhile. They stay.
    pub unfitting: Vec<Unfitting>,
}

#[derive(Debug)]
struct Parted {
    path: PathBuf,
    /// None for the state of the file.
    base: Option<Dataset>,
    entries: Vec<JournalEntry>,
}

impl Recovered {
    /// The document with these changes repeated or merged; without those of a journal that does not fit.
    pub fn replayed(&mut self, dataset: &Dataset, typed: &Typed) -> Document {
        let mut document = Document::new(dataset.clone());
        if document.replay(&self.entries).is_err() {
            let changes = self.entries.len();
            self.unfitting.extend(self.journals.drain(..).map(|path| Unfitting { path, changes: Some(changes) }));
            document = Document::new(dataset.clone());
        }
        for Parted { path, base, entries } in std::mem::take(&mut self.parted) {
            if merge(&mut document, base.as_ref().unwrap_or(dataset), &entries, typed).is_some() {
                self.journals.push(path);
            } else {
                self.unfitting.push(Unfitting { path, changes: Some(entries.len()) });
            }
        }
        document
    }
}

/// Merges changes to an earlier state into the document.
fn merge(document: &mut Document, base: &Dataset, entries: &[JournalEntry], typed: &Typed) -> Option<()> {
    let mut mine = Document::new(base.clone());
    mine.replay(entries).ok()?;
    // Whether the file follows the base is not known: what one of them removed beside the records stays.
    let context = MergeContext { base: None, in_hand: None, typed };
    let merge = Merge::of(mine.dataset(), document.dataset(), context);
    // The changes have their own authors and times.
    let stamp = Stamp { at: NaiveDateTime::default(), by: "" };
    document.replay(&[merge.of_theirs(stamp)]).ok()
}

/// A journal whose changes do not fit the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfitting {
    pub path: PathBuf,
    /// None if it cannot be read: it is sealed with a key that is not known, or another version wrote it.
    pub changes: Option<usize>,
}

impl Unfitting {
    pub fn message(&self) -> Message {
        let message = match self.changes {
            Some(changes) => Message::new("journal-unfitting").count("count", changes),
            None => Message::new("journal-unreadable"),
        };
        message.text("path", self.path.display().to_string())
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
    let ending = |end: &'static str| {
        let paths = names.iter().filter(move |name| name.to_string_lossy().ends_with(end));
        paths.map(|name| folder.join(name))
    };
    let mut fitting: Vec<(Vec<JournalEntry>, PathBuf)> = Vec::new();
    let mut recovered = Recovered::default();
    let mut bases = Bases::default();
    let is_of_file =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&key_of(file)));
    for path in ending(BASE_END).filter(is_of_file) {
        if !fs.is_locked(&path).map_err(DiskError::at(&path))? {
            bases.0.push(path);
        }
    }
    for path in ending(END) {
        if fs.is_locked(&path).map_err(DiskError::at(&path))? {
            continue;
        }
        let Some(frames) = decode(&fs.read(&path).map_err(DiskError::at(&path))?, file.keys()) else {
            recovered.unfitting.push(Unfitting { path, changes: None });
            continue;
        };
        let (typing, (found, strikes)) = (typing_in(&frames), after(frames, file));
        let Some(found) = found else { continue };
        let has_more = typing.is_some() || !strikes.is_empty();
        recovered.strikes.extend(strikes);
        recovered.typing = recovered.typing.or(typing);
        match found {
            Found::Fitting(entries) => fitting.push((entries, path)),
            // Torn before its first change: nothing to keep.
            Found::Parted(_, entries) if entries.is_empty() && !has_more => {
                fs.remove(&path).map_err(DiskError::at(&path))?;
            }
            Found::Parted(_, entries) if entries.is_empty() => recovered.journals.push(path),
            Found::Parted(follows, entries) => match follows.and_then(|follows| bases.take(fs, file.keys(), follows)) {
                Some((at, base)) => {
                    recovered.parted.push(Parted { path, base: Some(base), entries });
                    recovered.journals.push(at);
                }
                None => recovered.unfitting.push(Unfitting { path, changes: Some(entries.len()) }),
            },
        }
    }
    // The app may have ended while it wrote a journal again: the same changes, or the first of them.
    fitting.sort_by_key(|(entries, _)| std::cmp::Reverse(entries.len()));
    for (place, (entries, path)) in fitting.into_iter().enumerate() {
        if place == 0 {
            recovered.entries = entries;
        } else if !recovered.entries.starts_with(&entries) {
            // Of another window on the same file: its changes began at the same state.
            recovered.parted.push(Parted { path, base: None, entries });
            continue;
        }
        recovered.journals.push(path);
    }
    // What this machine saved last may have been replaced by a state without it.
    for (path, base) in bases.others(fs, file) {
        match base {
            Some(base) => recovered.parted.push(Parted { path, base: Some(base), entries: Vec::new() }),
            None => recovered.journals.push(path),
        }
    }
    let Recovered { entries, typing, parted, strikes, .. } = &recovered;
    if entries.is_empty() && typing.is_none() && parted.is_empty() && strikes.is_empty() {
        // All of it is in the file. What cannot be removed now is removed later.
        let _ = remove_journals(fs, &std::mem::take(&mut recovered.journals));
    }
    Ok(recovered)
}

/// Tells the files of a dataset apart, in the names of their bases.
fn key_of(file: &FileIdentity) -> String {
    format::digest([file.path().to_string_lossy().as_bytes()]).chars().take(16).collect()
}

/// Files that are not as protected as their dataset's file.
#[derive(Debug, Default)]
pub(super) struct Unprotected {
    pub(super) left: Vec<PathBuf>,
    /// Those that another window holds, which sees to them as soon as it sees how the file is sealed.
    pub(super) held: Vec<PathBuf>,
}

/// Protects every base that no window holds, of whatever file of the dataset, as [`backup::protect`] does. Journals of
/// other files are left.
pub(super) fn protect_bases(fs: &dyn Fs, places: &Places, file: &FileIdentity, strikes: &[Strikes]) -> Unprotected {
    let folder = places.journals_of(file.dataset_id());
    let mut unprotected = Unprotected::default();
    for path in fs.list(&folder).unwrap_or_default().into_iter().map(|name| folder.join(name)) {
        let is_base = path.to_string_lossy().ends_with(BASE_END);
        let is_sealed_so = || {
            let seal = if is_base { opened::seal_of(fs, &path) } else { journal::seal_of(&fs.read(&path).ok()?) };
            Some(file.keys().seals_as(seal.as_ref()))
        };
        if fs.is_locked(&path).unwrap_or(true) {
            // Windows lets nobody read it.
            if strikes.is_empty() && is_sealed_so() == Some(false) {
                unprotected.held.push(path);
            }
        } else if is_base && backup::protect_one(fs, &path, file.keys(), strikes).is_none()
            || path.to_string_lossy().ends_with(END) && !(strikes.is_empty() && is_sealed_so() == Some(true))
        {
            unprotected.left.push(path);
        }
    }
    unprotected
}

/// Copies of saved states whose windows are no longer open.
#[derive(Default)]
struct Bases(Vec<PathBuf>);

impl Bases {
    /// The state of a save, if there is a sound copy.
    fn take(&mut self, fs: &dyn Fs, keys: &Keys, save: SaveId) -> Option<(PathBuf, Dataset)> {
        let is_it = |path: &PathBuf| opened::peek(fs, path, keys).is_ok_and(|envelope| envelope.save == save);
        let place = self.0.iter().position(is_it)?;
        let path = self.0.swap_remove(place);
        read(fs, keys, &path).map(|base| (path, base))
    }

    /// The rest, each with its state if it is a sound copy of another state than that of the file.
    fn others(self, fs: &dyn Fs, file: &FileIdentity) -> impl Iterator<Item = (PathBuf, Option<Dataset>)> {
        self.0.into_iter().filter_map(move |path| match opened::peek(fs, &path, file.keys()) {
            // It may be opened one day.
            Err(OpenError::Sealed) => None,
            Ok(envelope) if envelope.save != file.save_id() => {
                let state = read(fs, file.keys(), &path);
                Some((path, state))
            }
            _ => Some((path, None)),
        })
    }
}

fn read(fs: &dyn Fs, keys: &Keys, path: &Path) -> Option<Dataset> {
    let opened = opened::open_sealed(fs, path, keys).ok()?;
    (opened.standing == Standing::Sound).then_some(opened.dataset)
}

/// Removes journals whose changes are safe elsewhere.
///
/// # Errors
/// If the disk reports an error.
pub fn remove_journals(fs: &dyn Fs, journals: &[PathBuf]) -> Result<(), DiskError> {
    journals.iter().try_for_each(|path| fs.remove(path).map_err(DiskError::at(path)))
}

/// The text being typed when a journal ended.
fn typing_in(frames: &[Frame]) -> Option<TypedText> {
    match frames.iter().rev().find(|frame| !matches!(frame, Frame::Saving { .. }))? {
        Frame::Typing(typed) => Some(typed.clone()),
        Frame::Follows { .. } | Frame::Changed(_) | Frame::Struck(_) | Frame::Saving { .. } => None,
    }
}

enum Found {
    /// The changes that come after the state of the file.
    Fitting(Vec<JournalEntry>),
    /// The file is in no state that the journal knows: the save it follows, and its changes.
    Parted(Option<SaveId>, Vec<JournalEntry>),
}

/// The changes that are not in the file, none if it is the journal of another file of the dataset; and what was struck
/// out of it.
fn after(frames: Vec<Frame>, file: &FileIdentity) -> (Option<Found>, Vec<Strikes>) {
    let (mut entries, mut contains, mut follows, mut is_elsewhere) = (Vec::new(), None, None, false);
    let mut strikes = Vec::new();
    for frame in frames {
        match frame {
            Frame::Follows { save, digest, path, .. } => {
                follows = Some(save);
                is_elsewhere = Path::new(&path) != file.path();
                if (save, digest.as_str()) == (file.save_id(), file.digest()) {
                    contains = contains.or(Some(0));
                }
            }
            Frame::Changed(new) => entries.extend(new),
            Frame::Struck(some) => strikes.extend(some),
            Frame::Saving { save, contains: some } if save == file.save_id() => contains = Some(some),
            Frame::Saving { .. } | Frame::Typing(_) => {}
        }
    }
    let found = match contains {
        Some(some) => {
            let later = entries.split_off(some.min(entries.len()));
            strikes.extend(entries.iter().filter_map(JournalEntry::strikes));
            Some(Found::Fitting(later))
        }
        None => (!is_elsewhere).then_some(Found::Parted(follows, entries)),
    };
    (found, strikes)
}

//! A disk in memory: fast, shared between editors, and as treacherous as a real one. It can fail any single
//! operation, and a power cut leaves what was flushed and any part of the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::Permissions;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, Weak};

use clefs::store::{Fs, Sink};
use fastrand::Rng;

/// An operation that fails, and how.
#[derive(Clone, Copy, Debug)]
pub struct Failure {
    /// The number of the operation.
    pub at: usize,
    /// All later ones fail too.
    pub for_good: bool,
    pub kind: ErrorKind,
}

#[derive(Clone)]
pub struct Memory(Arc<Mutex<Inner>>);

struct Inner {
    names: BTreeMap<PathBuf, usize>,
    /// The names that are on the disk for certain.
    durable: BTreeMap<PathBuf, usize>,
    /// Changes of names that are not.
    pending: Vec<NameChange>,
    nodes: Vec<Node>,
    folders: BTreeSet<PathBuf>,
    locks: BTreeMap<PathBuf, Weak<()>>,
    permissions: Permissions,
    failure: Option<Failure>,
    /// Before which operation another program writes a file.
    meanwhile: Option<(usize, PathBuf, Vec<u8>)>,
    done: usize,
}

#[derive(Clone, Default)]
struct Node {
    content: Vec<u8>,
    flushed: Vec<u8>,
}

enum NameChange {
    Add(PathBuf, usize),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf),
}

impl NameChange {
    fn is_in(&self, folder: &Path) -> bool {
        let (Self::Add(path, _) | Self::Remove(path) | Self::Rename(path, _)) = self;
        path.parent() == Some(folder)
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Self::Add(path, node) => drop(names.insert(path.clone(), *node)),
            Self::Remove(path) => drop(names.remove(path)),
            Self::Rename(from, to) => {
                if let Some(node) = names.remove(from) {
                    names.insert(to.clone(), node);
                }
            }
        }
    }
}

impl Memory {
    pub fn new() -> Self {
        let permissions = tempfile::tempfile().unwrap().metadata().unwrap().permissions();
        Self(Arc::new(Mutex::new(Inner {
            names: BTreeMap::new(),
            durable: BTreeMap::new(),
            pending: Vec::new(),
            nodes: Vec::new(),
            folders: BTreeSet::new(),
            locks: BTreeMap::new(),
            permissions,
            failure: None,
            meanwhile: None,
            done: 0,
        })))
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap()
    }

    /// Counts operations from now on, and fails as told.
    pub fn fail(&self, failure: Option<Failure>) {
        let mut inner = self.inner();
        (inner.failure, inner.done) = (failure, 0);
    }

    /// Counts operations from now on; just before one of them another program writes a file.
    pub fn meanwhile(&self, at: usize, path: &Path, bytes: Vec<u8>) {
        let mut inner = self.inner();
        (inner.meanwhile, inner.done) = (Some((at, path.to_owned(), bytes)), 0);
    }

    /// How many operations there were since.
    pub fn operations(&self) -> usize {
        self.inner().done
    }

    fn step(&self) -> io::Result<MutexGuard<'_, Inner>> {
        let mut inner = self.inner();
        let now = inner.done;
        if let Some((_, path, bytes)) = inner.meanwhile.take_if(|(at, ..)| *at == now) {
            drop(inner);
            self.put(&path, bytes);
            inner = self.inner();
        }
        inner.done += 1;
        match inner.failure {
            Some(failure) if now == failure.at || failure.for_good && now > failure.at => Err(failure.kind.into()),
            _ => Ok(inner),
        }
    }

    /// The power fails: unflushed names are there or not, unflushed content is there, old or torn.
    pub fn cut_power(&self, dice: &mut Rng) {
        let mut inner = self.inner();
        let mut names = inner.durable.clone();
        for change in std::mem::take(&mut inner.pending) {
            if dice.bool() {
                change.apply(&mut names);
            }
        }
        for node in &mut inner.nodes {
            if node.content != node.flushed {
                match dice.u8(..3) {
                    0 => node.content = node.flushed.clone(),
                    1 => {
                        let kept = if node.content.starts_with(&node.flushed) { node.flushed.len() } else { 0 };
                        node.content.truncate(dice.usize(kept..=node.content.len()));
                    }
                    _ => {}
                }
                node.flushed = node.content.clone();
            }
        }
        inner.durable = names.clone();
        inner.names = names;
    }

    /// What another program reads and writes, at once and for good.
    pub fn contents(&self, path: &Path) -> Option<Vec<u8>> {
        let inner = self.inner();
        inner.names.get(path).map(|node| inner.nodes[*node].content.clone())
    }

    pub fn put(&self, path: &Path, bytes: Vec<u8>) {
        let mut inner = self.inner();
        let node = inner.nodes.len();
        inner.nodes.push(Node { content: bytes.clone(), flushed: bytes });
        inner.names.insert(path.to_owned(), node);
        inner.durable.insert(path.to_owned(), node);
    }

    /// Every file.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.inner().names.keys().cloned().collect()
    }
}

struct MemorySink {
    disk: Memory,
    node: usize,
    _lock: Option<Arc<()>>,
}

impl Sink for MemorySink {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.disk.step() {
            Ok(mut inner) => inner.nodes[self.node].content.extend_from_slice(bytes),
            Err(error) => {
                // As a full disk does: part of it is written.
                self.disk.inner().nodes[self.node].content.extend_from_slice(&bytes[..bytes.len() / 2]);
                return Err(error);
            }
        }
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut inner = self.disk.step()?;
        let node = &mut inner.nodes[self.node];
        node.flushed = node.content.clone();
        Ok(())
    }
}

impl Memory {
    fn create(&self, path: &Path, lock: Option<Arc<()>>) -> io::Result<Box<dyn Sink>> {
        let mut inner = self.step()?;
        if inner.names.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let node = inner.nodes.len();
        inner.nodes.push(Node::default());
        let change = NameChange::Add(path.to_owned(), node);
        change.apply(&mut inner.names);
        inner.pending.push(change);
        if let Some(lock) = &lock {
            inner.locks.insert(path.to_owned(), Arc::downgrade(lock));
        }
        drop(inner);
        Ok(Box::new(MemorySink { disk: self.clone(), node, _lock: lock }))
    }

    fn node(inner: &Inner, path: &Path) -> io::Result<usize> {
        inner.names.get(path).copied().ok_or_else(|| ErrorKind::NotFound.into())
    }
}

impl Fs for Memory {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.step().map(|_| path.to_owned())
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let inner = self.step()?;
        Ok(inner.nodes[Self::node(&inner, path)?].content.clone())
    }
    fn read_head(&self, path: &Path, bytes: usize) -> io::Result<Vec<u8>> {
        let inner = self.step()?;
        let content = &inner.nodes[Self::node(&inner, path)?].content;
        Ok(content[..bytes.min(content.len())].to_vec())
    }
    fn permissions(&self, path: &Path) -> io::Result<Permissions> {
        let inner = self.step()?;
        Self::node(&inner, path).map(|_| inner.permissions.clone())
    }
    fn set_permissions(&self, _: &Path, _: Permissions) -> io::Result<()> {
        self.step().map(|_| ())
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        self.create(path, None)
    }
    fn create_locked(&self, path: &Path) -> io::Result<Box<dyn Sink>> {
        self.create(path, Some(Arc::default()))
    }
    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        let inner = self.step()?;
        Ok(inner.locks.get(path).is_some_and(|lock| lock.upgrade().is_some()))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut inner = self.step()?;
        Self::node(&inner, from)?;
        let change = NameChange::Rename(from.to_owned(), to.to_owned());
        change.apply(&mut inner.names);
        inner.pending.push(change);
        Ok(())
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut inner = self.step()?;
        Self::node(&inner, path)?;
        let change = NameChange::Remove(path.to_owned());
        change.apply(&mut inner.names);
        inner.pending.push(change);
        Ok(())
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut inner = self.step()?;
        let pending = std::mem::take(&mut inner.pending).into_iter();
        let (flushed, rest): (Vec<_>, Vec<_>) = pending.partition(|change| change.is_in(folder));
        inner.pending = rest;
        for change in flushed {
            change.apply(&mut inner.durable);
        }
        Ok(())
    }
    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        let mut inner = self.step()?;
        inner.folders.insert(folder.to_owned());
        Ok(())
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let inner = self.step()?;
        let names: Vec<_> = inner.names.keys().filter(|path| path.parent() == Some(folder)).collect();
        if names.is_empty() && !inner.folders.contains(folder) {
            return Err(ErrorKind::NotFound.into());
        }
        Ok(names.into_iter().filter_map(|path| Some(path.file_name()?.to_owned())).collect())
    }
}

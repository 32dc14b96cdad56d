//! An append-only list whose clones share their common part.
//!
//! Stored in chunks: a clone copies the list of pointers, and a later append copies one chunk at most.
//! In the file it is a plain list.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Items per chunk.
const CHUNK: usize = 512;

/// Items in the order they were added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log<T> {
    /// All full except the last.
    chunks: Vec<Arc<Vec<T>>>,
}

impl<T> Default for Log<T> {
    fn default() -> Self {
        Self { chunks: Vec::new() }
    }
}

impl<T> Log<T> {
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    pub fn len(&self) -> usize {
        let full = self.chunks.len().saturating_sub(1) * CHUNK;
        full + self.chunks.last().map_or(0, |chunk| chunk.len())
    }

    pub const fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }
}

impl<T: Clone> Extend<T> for Log<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            match self.chunks.last_mut().filter(|chunk| chunk.len() < CHUNK) {
                Some(chunk) => Arc::make_mut(chunk).push(item),
                None => self.chunks.push(Arc::new(vec![item])),
            }
        }
    }
}

impl<T: Clone> Log<T> {
    /// Takes out what must not be kept; chunks that keep all of theirs stay shared.
    pub(crate) fn retain(&mut self, keeps: impl Fn(&T) -> bool) {
        if !self.iter().all(&keeps) {
            *self = self.iter().filter(|item| keeps(item)).cloned().collect();
        }
    }
}

impl<T: Clone> FromIterator<T> for Log<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut log = Self::default();
        log.extend(items);
        log
    }
}

impl<T: Serialize> Serialize for Log<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for item in self.iter() {
            list.serialize_element(item)?;
        }
        list.end()
    }
}

impl<'de, T: Clone + Deserialize<'de>> Deserialize<'de> for Log<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ItemsVisitor(PhantomData))
    }
}

/// Reads items, each at once where it stays.
struct ItemsVisitor<T>(PhantomData<T>);

impl<'de, T: Clone + Deserialize<'de>> Visitor<'de> for ItemsVisitor<T> {
    type Value = Log<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Log<T>, A::Error> {
        let mut log = Log::default();
        while let Some(item) = items.next_element()? {
            log.extend([item]);
        }
        Ok(log)
    }
}

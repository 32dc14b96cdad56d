//! A list sorted by key, with one item per key.
//!
//! The order depends only on the items, so an item that is removed and put back returns to its place.
//! In the file it is a plain list.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An item with a key derived from its content.
pub trait Keyed {
    type Key: Ord;

    fn key(&self) -> Self::Key;
}

/// Items sorted by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyedList<T>(Vec<T>);

impl<T> Default for KeyedList<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> KeyedList<T> {
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    pub const fn len(&self) -> usize {
        self.0.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps the items for which `holds` is true.
    pub(crate) fn retain(&mut self, holds: impl FnMut(&T) -> bool) {
        self.0.retain(holds);
    }
}

impl<T: Keyed> KeyedList<T> {
    pub fn get(&self, key: &T::Key) -> Option<&T> {
        self.place(key).ok().map(|place| &self.0[place])
    }

    /// Inserts an item and returns the one with the same key that it replaces.
    pub(crate) fn put(&mut self, item: T) -> Option<T> {
        match self.place(&item.key()) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place], item)),
            Err(place) => {
                self.0.insert(place, item);
                None
            }
        }
    }

    /// Removes the item of a key.
    pub(crate) fn take(&mut self, key: &T::Key) -> Option<T> {
        self.place(key).ok().map(|place| self.0.remove(place))
    }

    fn place(&self, key: &T::Key) -> Result<usize, usize> {
        self.0.binary_search_by(|item| item.key().cmp(key))
    }
}

/// Of several items with the same key, the first is kept.
impl<T: Keyed> FromIterator<T> for KeyedList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut items: Vec<T> = items.into_iter().collect();
        items.sort_by_cached_key(Keyed::key);
        items.dedup_by(|next, first| next.key() == first.key());
        Self(items)
    }
}

impl<'a, T> IntoIterator for &'a KeyedList<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Serialize> Serialize for KeyedList<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Keyed + Deserialize<'de>> Deserialize<'de> for KeyedList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from_iter)
    }
}

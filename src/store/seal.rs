//! Encryption at rest, in the age format: content is sealed with a key, the key with a passphrase.
//!
//! Sealed content is a line with a length, then an age file of that length, which opens with the passphrase and
//! holds the key, then an age file that opens with that key: any age program can open both. Files, journals, bases
//! and backups pass through here. Never keeps a passphrase.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read, Write};
use std::sync::Arc;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};

use super::format::{HEAD_BYTES, OpenError};

const START: &[u8] = b"clefs-age-1 ";
/// Digits of the length, then a line feed.
const LENGTH: usize = 4 + 1;
/// A sealed key has about 300 bytes.
const MOST_KEY_BYTES: usize = 1024;
/// Holds the sealed key and the first part of the content, which age seals in parts of 64 KiB.
pub(super) const SEALED_HEAD_BYTES: usize = 72 * 1024;

/// What guessing a passphrase costs, as a power of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost(u8);

impl Cost {
    /// About a second and 256 MiB on an office computer, as age's own programs have it.
    pub const STANDARD: Self = Self(18);
    /// For tests only.
    pub const LOW: Self = Self(8);
}

/// A key of sealed content.
#[derive(Clone)]
pub struct Key(Arc<KeyParts>);

struct KeyParts {
    identity: x25519::Identity,
    /// As it stands in front of the content.
    sealed: Vec<u8>,
}

impl Key {
    /// A new key, from the system's random numbers, sealed with a passphrase. Takes as long as its cost.
    ///
    /// # Errors
    /// If it cannot be sealed.
    pub fn new(passphrase: &str, cost: Cost) -> io::Result<Self> {
        let identity = x25519::Identity::generate();
        let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase));
        recipient.set_work_factor(cost.0);
        let sealed = sealed_for(&recipient, identity.to_string().expose_secret().as_bytes())?;
        Ok(Self(Arc::new(KeyParts { identity, sealed })))
    }

    /// The key of sealed content. Takes as long as its cost.
    pub(super) fn unlock(sealed: &[u8], passphrase: &str) -> Result<Self, OpenError> {
        let (sealed, _) = parts(sealed).ok_or(OpenError::DamagedSeal)?;
        let mut identity = scrypt::Identity::new(SecretString::from(passphrase));
        identity.set_max_work_factor(Cost::STANDARD.0);
        let opened = opened_by(&identity, sealed, usize::MAX).map_err(|error| match error {
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => OpenError::WrongPassphrase,
            _ => OpenError::DamagedSeal,
        })?;
        let identity = str::from_utf8(&opened).ok().and_then(|text| text.parse().ok()).ok_or(OpenError::DamagedSeal)?;
        Ok(Self(Arc::new(KeyParts { identity, sealed: sealed.to_owned() })))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.sealed == other.0.sealed
    }
}

impl Eq for Key {}

/// The keys that are known of a file, and the one that seals it from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    seals: Option<Key>,
    known: Vec<Key>,
}

impl Keys {
    /// Knows one key more.
    pub fn know(&mut self, key: Key) {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
    }

    /// With the key that seals from now on; none for no encryption.
    #[must_use]
    pub fn sealing(mut self, key: Option<Key>) -> Self {
        if let Some(key) = &key {
            self.know(key.clone());
        }
        self.seals = key;
        self
    }

    /// Whether new content is sealed.
    pub const fn is_sealing(&self) -> bool {
        self.seals.is_some()
    }

    /// Whether content that opened with a key is sealed as new content is.
    pub(super) fn seals_with(&self, key: Option<&Key>) -> bool {
        self.seals.as_ref() == key
    }

    fn of(&self, sealed: &[u8]) -> Result<&Key, OpenError> {
        self.known.iter().find(|key| key.0.sealed == sealed).ok_or(OpenError::Sealed)
    }
}

/// Whether content is sealed.
pub(super) fn is_sealed(content: &[u8]) -> bool {
    content.starts_with(START)
}

/// Seals content, if the keys say so.
pub(super) fn close(content: Vec<u8>, keys: &Keys) -> io::Result<Vec<u8>> {
    let Some(Key(key)) = &keys.seals else { return Ok(content) };
    let mut sealed = [START, format!("{:04x}\n", key.sealed.len()).as_bytes(), &key.sealed].concat();
    sealed.extend(sealed_for(&key.identity.to_public(), &content)?);
    Ok(sealed)
}

/// Opens content, with the key that it was sealed with, if it was.
pub(super) fn open<'a>(content: Cow<'a, [u8]>, keys: &Keys) -> Result<(Cow<'a, [u8]>, Option<Key>), OpenError> {
    if !is_sealed(&content) {
        return Ok((content, None));
    }
    let (key, opened) = opened(&content, keys, usize::MAX)?;
    Ok((opened.into(), Some(key)))
}

/// Opens the first [`SEALED_HEAD_BYTES`] of sealed content as far as [`HEAD_BYTES`].
pub(super) fn open_head(head: &[u8], keys: &Keys) -> Result<Vec<u8>, OpenError> {
    opened(head, keys, HEAD_BYTES).map(|(_, head)| head)
}

fn opened(content: &[u8], keys: &Keys, at_most: usize) -> Result<(Key, Vec<u8>), OpenError> {
    let (sealed, rest) = parts(content).ok_or(OpenError::DamagedSeal)?;
    let key = keys.of(sealed)?;
    let opened = opened_by(&key.0.identity, rest, at_most).map_err(|_| OpenError::DamagedSeal)?;
    Ok((key.clone(), opened))
}

/// The sealed key and what follows.
fn parts(content: &[u8]) -> Option<(&[u8], &[u8])> {
    let (line, rest) = content.strip_prefix(START)?.split_at_checked(LENGTH)?;
    let digits = str::from_utf8(line.strip_suffix(b"\n")?).ok()?;
    let length = usize::from_str_radix(digits, 16).ok().filter(|length| format!("{length:04x}") == digits)?;
    rest.split_at_checked(length).filter(|_| length <= MOST_KEY_BYTES)
}

fn sealed_for(recipient: &dyn age::Recipient, content: &[u8]) -> io::Result<Vec<u8>> {
    let encryptor = Encryptor::with_recipients(std::iter::once(recipient)).map_err(io::Error::other)?;
    // Room for the header and a tag for each part.
    let mut writer = encryptor.wrap_output(Vec::with_capacity(content.len() + content.len() / 1024 + 512))?;
    writer.write_all(content)?;
    writer.finish()
}

fn opened_by(identity: &dyn age::Identity, sealed: &[u8], at_most: usize) -> Result<Vec<u8>, DecryptError> {
    let reader = Decryptor::new_buffered(sealed)?.decrypt(std::iter::once(identity))?;
    let mut opened = Vec::with_capacity(sealed.len().min(at_most));
    reader.take(at_most as u64).read_to_end(&mut opened)?;
    Ok(opened)
}

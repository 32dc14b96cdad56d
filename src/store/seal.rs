//! Encryption at rest, in the age format: content is sealed with a key, the key with a passphrase.
//!
//! Sealed content is a line with a length and the public half of a key, then an age file of that length, which opens
//! with the passphrase and holds the secret half, then an age file that opens with that: any age program can open
//! both. So who reads a sealed file can seal, too, but not open. Files, journals, bases and backups pass through here.
//! Never keeps a passphrase.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read, Write};
use std::sync::Arc;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};

use super::format::{HEAD_BYTES, OpenError};

const START: &[u8] = b"clefs-age-1 ";
/// What the first line may have after its start; the public half of a key has 62.
const MOST_LINE_BYTES: usize = 80;
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

/// The part of a key that seals, but opens nothing: it stands in front of sealed content.
#[derive(Clone)]
pub(super) struct Seal {
    /// None in what a version wrote that had it not there.
    recipient: Option<x25519::Recipient>,
    /// The secret half, which opens with the passphrase.
    sealed: Arc<[u8]>,
}

impl PartialEq for Seal {
    fn eq(&self, other: &Self) -> bool {
        self.sealed == other.sealed
    }
}

impl Eq for Seal {}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal")
    }
}

/// A key of sealed content.
#[derive(Clone)]
pub struct Key {
    identity: x25519::Identity,
    seal: Seal,
}

impl Key {
    fn of(identity: x25519::Identity, sealed: &[u8]) -> Self {
        let seal = Seal { recipient: Some(identity.to_public()), sealed: sealed.into() };
        Self { identity, seal }
    }

    /// A new key, from the system's random numbers, sealed with a passphrase. Takes as long as its cost.
    ///
    /// # Errors
    /// If it cannot be sealed.
    pub fn new(passphrase: &str, cost: Cost) -> io::Result<Self> {
        let identity = x25519::Identity::generate();
        let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase));
        recipient.set_work_factor(cost.0);
        let sealed = sealed_for(&recipient, identity.to_string().expose_secret().as_bytes())?;
        Ok(Self::of(identity, &sealed))
    }

    /// The key of sealed content. Takes as long as its cost.
    pub(super) fn unlock(sealed: &[u8], passphrase: &str) -> Result<Self, OpenError> {
        let (Seal { sealed, .. }, _) = parts(sealed).ok_or(OpenError::DamagedSeal)?;
        let mut identity = scrypt::Identity::new(SecretString::from(passphrase));
        identity.set_max_work_factor(Cost::STANDARD.0);
        let opened = opened_by(&identity, &sealed, usize::MAX).map_err(|error| match error {
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => OpenError::WrongPassphrase,
            _ => OpenError::DamagedSeal,
        })?;
        let identity = str::from_utf8(&opened).ok().and_then(|text| text.parse().ok()).ok_or(OpenError::DamagedSeal)?;
        Ok(Self::of(identity, &sealed))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.seal == other.seal
    }
}

impl Eq for Key {}

/// The keys that are known of a file, and the one that seals it from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    seals: Option<Seal>,
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
        self.seals = key.as_ref().map(|key| key.seal.clone());
        if let Some(key) = key {
            self.know(key);
        }
        self
    }

    /// With the seal of others, whose passphrase is not known.
    #[must_use]
    pub(super) fn sealing_for_others(mut self, seal: Seal) -> Self {
        self.seals = Some(seal);
        self
    }

    /// Whether new content is sealed.
    pub const fn is_sealing(&self) -> bool {
        self.seals.is_some()
    }

    /// Whether content with a seal, or with none, is sealed as new content is.
    pub(super) fn seals_as(&self, seal: Option<&Seal>) -> bool {
        self.seals.as_ref() == seal
    }

    /// The key of a seal, if it is known.
    pub(super) fn key_of(&self, seal: &Seal) -> Option<&Key> {
        self.known.iter().find(|key| key.seal == *seal)
    }
}

/// Whether content is sealed.
pub(super) fn is_sealed(content: &[u8]) -> bool {
    content.starts_with(START)
}

/// The seal of content, by its first [`SEALED_HEAD_BYTES`]; none if it is not sealed, or damaged.
pub(super) fn seal_of(head: &[u8]) -> Option<Seal> {
    parts(head).map(|(seal, _)| seal)
}

/// Seals content, if the keys say so.
pub(super) fn close(content: Vec<u8>, keys: &Keys) -> io::Result<Vec<u8>> {
    let Some(Seal { recipient, sealed }) = &keys.seals else { return Ok(content) };
    let recipient = recipient.as_ref().ok_or(io::ErrorKind::InvalidInput)?;
    let line = format!("{:04x} {recipient}\n", sealed.len());
    let mut closed = [START, line.as_bytes(), sealed].concat();
    closed.extend(sealed_for(recipient, &content)?);
    Ok(closed)
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
    let (seal, rest) = parts(content).ok_or(OpenError::DamagedSeal)?;
    let Some(key) = keys.key_of(&seal) else {
        // No passphrase opens a damaged one.
        let is_whole = Decryptor::new_buffered(&*seal.sealed).is_ok_and(|sealed| sealed.is_scrypt());
        return Err(if is_whole { OpenError::Sealed } else { OpenError::DamagedSeal });
    };
    if seal.recipient.is_some_and(|recipient| recipient != key.identity.to_public()) {
        return Err(OpenError::DamagedSeal);
    }
    let opened = opened_by(&key.identity, rest, at_most).map_err(|_| OpenError::DamagedSeal)?;
    Ok((key.clone(), opened))
}

/// The seal and what follows.
fn parts(content: &[u8]) -> Option<(Seal, &[u8])> {
    let rest = content.strip_prefix(START)?;
    let end = rest.iter().take(MOST_LINE_BYTES).position(|byte| *byte == b'\n')?;
    let line = str::from_utf8(&rest[..end]).ok()?;
    let (digits, recipient) = line.split_once(' ').map_or((line, None), |(digits, key)| (digits, Some(key)));
    let recipient = recipient.map(str::parse).transpose().ok()?;
    let length = usize::from_str_radix(digits, 16).ok().filter(|length| format!("{length:04x}") == digits)?;
    let (sealed, rest) = rest[end + 1..].split_at_checked(length).filter(|_| length <= MOST_KEY_BYTES)?;
    Some((Seal { recipient, sealed: sealed.into() }, rest))
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

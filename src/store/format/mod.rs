//! The format of the file: one RON value, an envelope on its first line, then a record a line.
//!
//! Owns which version reads which file: chosen by the number at its head, never by trying.
//! Works on bytes and never touches the disk.

mod envelope;
mod integrity;
mod place;
mod problem;
mod v1;

use std::borrow::Cow;

use crate::domain::dataset::Dataset;
use crate::domain::message::Message;
use envelope::{EnvelopeRest, Head};

pub use envelope::{DatasetId, Envelope, HEAD_BYTES, SaveId};
pub use place::FilePlace;
pub use problem::{Malformed, OpenError, Problem};

/// The version that is written, and the newest that is known.
pub const FORMAT: u32 = 1;

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Contents {
    pub envelope: Envelope,
    pub dataset: Dataset,
    /// How far it is to be trusted.
    pub standing: Standing,
    /// The checksum that it should have: tells one state from another, whoever wrote it.
    pub digest: String,
}

/// How far a file that could be read is to be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As the app wrote it.
    Sound,
    /// Its checksum differs: edited by hand, or damaged. Opened only after asking.
    Edited,
    /// Of a newer format, read as if it were of ours: read only. What its checksum covers is for
    /// its own version to say.
    Newer {
        found: u32,
        /// The newest that is known.
        known: u32,
    },
}

impl Standing {
    /// What to say of it; nothing where the file is sound.
    pub fn message(self) -> Option<Message> {
        match self {
            Self::Sound => None,
            Self::Edited => Some(Message::new("store-standing-edited")),
            Self::Newer { found, known } => {
                Some(Message::new("store-standing-newer").count("found", found as usize).count("known", known as usize))
            }
        }
    }
}

/// Reads a file's bytes. The version is read first, then the checksum verified, then the body read.
///
/// Bytes that are given away are read where they are; borrowed ones are copied.
pub fn read<'a>(bytes: impl Into<Cow<'a, [u8]>>) -> Result<Contents, OpenError> {
    let bytes = bytes.into();
    let head = Head::read(&bytes)?;
    if head.format == 0 {
        return Err(OpenError::UnknownFormat(head.format));
    }
    let is_newer = head.format > FORMAT;
    let newer = |error| {
        if is_newer { OpenError::Newer { found: head.format, known: FORMAT, cause: Box::new(error) } } else { error }
    };
    let digest = head.digest_of(&bytes);
    let standing = match head.format {
        FORMAT if head.is_untouched(&digest) => Standing::Sound,
        FORMAT => Standing::Edited,
        found => Standing::Newer { found, known: FORMAT },
    };
    let envelope = Envelope::read(&bytes).map_err(newer)?;
    // Each version that is older than ours will have its module here.
    let dataset =
        text_of(bytes.into_owned()).and_then(|text| v1::read(text).map_err(OpenError::Malformed)).map_err(newer)?;
    Ok(Contents { envelope, dataset, standing, digest })
}

/// Whether the first bytes of a file are those of one that may be read.
pub(super) fn check_head(head: &[u8]) -> Result<(), OpenError> {
    Head::read(head).map(|_| ())
}

/// Save and digest of a file of our version, where its bytes have them: what tells whether it
/// is still the state that was read.
pub(super) fn state_of(bytes: &[u8]) -> Option<(SaveId, String)> {
    let head = Head::read(bytes).ok().filter(|head| head.format == FORMAT)?;
    Some((Envelope::read(bytes).ok()?.save, head.digest_of(bytes)))
}

/// A file's bytes, and the checksum at their head.
pub fn write(
    dataset: &Dataset,
    id: DatasetId,
    save: SaveId,
    parents: &[SaveId],
) -> Result<(Vec<u8>, String), ron::Error> {
    let rest = EnvelopeRest { dataset: id, save, parents: parents.to_vec(), fictitious: dataset.is_fictitious() };
    let (before, after) = Envelope::around_checksum(FORMAT, &rest);
    let body = v1::write(dataset)?;
    let checksum = envelope::digest([after.as_bytes(), body.as_bytes()]);
    Ok(([before.as_bytes(), checksum.as_bytes(), after.as_bytes(), body.as_bytes()].concat(), checksum))
}

/// The bytes as text, a byte order mark left out.
fn text_of(bytes: Vec<u8>) -> Result<String, OpenError> {
    let mut text = String::from_utf8(bytes).map_err(|_| OpenError::Encoding)?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

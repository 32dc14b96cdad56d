//! The file format: one RON value, with an envelope on the first line, then one record per line.
//!
//! Owns the choice of version: by the number in the envelope, never by trial. Works on bytes and never
//! touches the disk.

mod envelope;
mod integrity;
mod place;
mod problem;
mod v1;

use std::borrow::Cow;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::dataset::Dataset;
use crate::domain::message::Message;
use envelope::{EnvelopeRest, Head};

pub(super) use envelope::digest;
pub use envelope::{DatasetId, Envelope, HEAD_BYTES, SaveId};
pub use place::FilePlace;
pub use problem::{Malformed, OpenError, Problem};

/// The version written, and the newest one known.
pub const FORMAT: u32 = 1;

/// The content of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Contents {
    pub envelope: Envelope,
    pub dataset: Dataset,
    /// How far it can be trusted.
    pub standing: Standing,
    /// The checksum it should have, which identifies a state whoever wrote it.
    pub digest: String,
}

/// How far a readable file can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Unmodified.
    Sound,
    /// The checksum differs: edited by hand, or damaged. Opened only after asking.
    Edited,
    /// A newer format, unmodified, parsed as ours and opened read only.
    Newer {
        found: u32,
        /// The newest one known.
        known: u32,
    },
}

impl Standing {
    /// The message; none for a sound file.
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

/// Parses a file. The version is read first, then the checksum verified, then the body parsed.
///
/// Owned bytes are parsed in place; borrowed ones are copied.
///
/// # Errors
/// If the envelope or the records are invalid, or the format is unknown.
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
    let standing = match (head.format, head.is_untouched(&digest)) {
        (FORMAT, true) => Standing::Sound,
        (FORMAT, false) => Standing::Edited,
        (found, true) => Standing::Newer { found, known: FORMAT },
        // The checksum has its place and meaning in every version.
        (found, false) => return Err(OpenError::NewerEdited { found, known: FORMAT }),
    };
    let envelope = Envelope::read(&bytes).map_err(newer)?;
    // Each older version will have its own module here.
    let dataset =
        text_of(bytes.into_owned()).and_then(|text| v1::read(text).map_err(OpenError::Malformed)).map_err(newer)?;
    Ok(Contents { envelope, dataset, standing, digest })
}

/// Checks that the first bytes belong to a readable file.
pub(super) fn check_head(head: &[u8]) -> Result<(), OpenError> {
    Head::read(head).map(|_| ())
}

/// Save id and digest of a file of our version, if it has them: they show whether the file is still in
/// the state that was read.
pub(super) fn state_of(bytes: &[u8]) -> Option<(SaveId, String)> {
    let head = Head::read(bytes).ok().filter(|head| head.format == FORMAT)?;
    Some((Envelope::read(bytes).ok()?.save, head.digest_of(bytes)))
}

/// The bytes of a file, and the checksum in its envelope.
///
/// # Errors
/// If the records cannot be serialised.
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

/// A value of our types in one line, as in the file.
pub(super) fn to_line(value: &impl Serialize) -> Result<String, ron::Error> {
    v1::ron().to_string(value)
}

/// Parses what [`to_line`] wrote; `None` if it is anything else.
pub(super) fn from_line<T: DeserializeOwned>(line: &str) -> Option<T> {
    v1::ron().from_str(line).ok()
}

/// The bytes as text, without a BOM.
fn text_of(bytes: Vec<u8>) -> Result<String, OpenError> {
    let mut text = String::from_utf8(bytes).map_err(|_| OpenError::Encoding)?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

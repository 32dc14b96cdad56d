//! The envelope: the metadata in the first KiB of a file, read without its body.
//!
//! Format version and checksum have a fixed position in all versions, so that the version is read
//! first. The checksum covers every byte after it: the rest of the envelope and the records.

use std::fmt::{self, Display, Write};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::problem::OpenError;

/// Maximum size of the envelope.
pub const HEAD_BYTES: usize = 1024;

const START: &str = "(envelope: (format: ";
const BEFORE_CHECKSUM: &str = ", checksum: \"";
const CHECKSUM_DIGITS: usize = 64;
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Declares a random identity, 16 hexadecimal digits in the file.
macro_rules! random_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u64);

        impl $name {
            pub const fn from_random(random: u64) -> Self {
                Self(random)
            }

            pub const fn value(self) -> u64 {
                self.0
            }
        }

        impl Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let digits = String::deserialize(deserializer)?;
                (digits.len() == 16)
                    .then(|| u64::from_str_radix(&digits, 16).ok())
                    .flatten()
                    .map(Self)
                    .ok_or_else(|| serde::de::Error::custom("not 16 hexadecimal digits"))
            }
        }
    };
}
random_id! {
    /// Identity of a dataset, the same in every copy of its file.
    DatasetId
}
random_id! {
    /// Identity of a save: every state has its own.
    SaveId
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    pub format: u32,
    /// SHA-256 of everything after it.
    pub checksum: String,
    pub dataset: DatasetId,
    pub save: SaveId,
    /// The saves it derives from: one, or two if versions were merged.
    pub parents: Vec<SaveId>,
    /// The data is fictitious.
    pub fictitious: bool,
}

impl Envelope {
    /// Parses the envelope from the first bytes of a file: [`HEAD_BYTES`], or all if it is shorter. A
    /// newer format is read as if it were ours.
    ///
    /// # Errors
    /// If the file is not one of ours, its envelope is damaged, or its format is unknown.
    pub fn read(bytes: &[u8]) -> Result<Self, OpenError> {
        let line = Head::read(bytes)?.line;
        line.strip_prefix("(envelope: ")
            .and_then(|envelope| envelope.trim_end().strip_suffix(','))
            .and_then(|envelope| ron::from_str(envelope).ok())
            .ok_or(OpenError::DamagedEnvelope)
    }

    /// The first line of a file: the part before the checksum, and the part after it.
    pub(super) fn around_checksum(format: u32, rest: &EnvelopeRest) -> (String, String) {
        let mut parents = String::new();
        for parent in &rest.parents {
            // Writing to a string cannot fail.
            let _ = write!(parents, "{}\"{parent}\"", if parents.is_empty() { "" } else { ", " });
        }
        let EnvelopeRest { dataset, save, fictitious, .. } = rest;
        (
            format!("{START}{format}{BEFORE_CHECKSUM}"),
            format!("\", dataset: \"{dataset}\", save: \"{save}\", parents: [{parents}], fictitious: {fictitious}),\n"),
        )
    }
}

/// The envelope without format and checksum.
pub(super) struct EnvelopeRest {
    pub dataset: DatasetId,
    pub save: SaveId,
    pub parents: Vec<SaveId>,
    pub fictitious: bool,
}

/// The part that all versions have in the same position.
pub(super) struct Head<'a> {
    pub format: u32,
    pub checksum: &'a str,
    /// The envelope's line, without a BOM.
    line: &'a str,
    /// Start of the bytes that the checksum covers.
    covered_from: usize,
    has_bom: bool,
}

impl<'a> Head<'a> {
    /// Parses version and checksum; the line must end within [`HEAD_BYTES`].
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, OpenError> {
        if bytes.is_empty() {
            return Err(OpenError::Empty);
        }
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") || head.contains(&0) {
            return Err(OpenError::Encoding);
        }
        let (bom, head) = head.strip_prefix(BOM).map_or((0, head), |rest| (BOM.len(), rest));
        if !head.starts_with(b"(envelope:") {
            return Err(OpenError::NotClefs);
        }
        let line = head.split_inclusive(|byte| *byte == b'\n').next().filter(|line| line.ends_with(b"\n"));
        let line = line.and_then(|line| str::from_utf8(line).ok()).ok_or(OpenError::DamagedEnvelope)?;
        let parts = line.strip_prefix(START).and_then(|rest| {
            let (format, rest) = rest.split_once(BEFORE_CHECKSUM)?;
            let checksum =
                rest.get(..CHECKSUM_DIGITS).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
            Some((format.parse().ok()?, checksum, START.len() + format.len() + BEFORE_CHECKSUM.len()))
        });
        let (format, checksum, at) = parts.ok_or(OpenError::DamagedEnvelope)?;
        Ok(Self { format, checksum, line, covered_from: bom + at + CHECKSUM_DIGITS, has_bom: bom > 0 })
    }

    /// The checksum the file should have.
    pub(super) fn digest_of(&self, bytes: &[u8]) -> String {
        digest([bytes.get(self.covered_from..).unwrap_or_default()])
    }

    /// Whether the file is as the app wrote it, given its [`digest_of`](Self::digest_of).
    pub(super) fn is_untouched(&self, digest: &str) -> bool {
        !self.has_bom && self.checksum == digest
    }
}

/// SHA-256 in hexadecimal.
pub(in crate::store) fn digest<const N: usize>(parts: [&[u8]; N]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().iter().fold(String::with_capacity(CHECKSUM_DIGITS), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

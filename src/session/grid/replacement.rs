//! What a replacement looks for, and what takes its place.

/// What is looked for, and what takes its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replace {
    /// Looked for, accents and case aside.
    pub find: String,
    /// Put in its place.
    pub with: String,
}

//! The texts of find and replace.

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replace {
    /// Accents and case are ignored.
    pub find: String,
    pub with: String,
}

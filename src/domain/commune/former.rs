//! Names that communes had, or that their parts had as communes: people still write them.
//!
//! Owns the list only (`assets/former-communes.csv`): communes merged into another, delegated and associated
//! ones, and the longer or shorter names in daily use.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::domain::value::Insee;

use super::Commune;

/// Each former name, with the commune it stands for today.
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static Commune)> {
    let lines = include_str!("../../../assets/former-communes.csv").lines().skip(1);
    lines.filter_map(|line| {
        let (name, insee) = line.split_once(';')?;
        Some((name, super::find(&Insee(insee.to_owned()))?))
    })
}

/// The former names of the commune of a code.
pub(super) fn of(insee: &Insee) -> &'static [&'static str] {
    static NAMES: OnceLock<HashMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names: HashMap<_, Vec<_>> = HashMap::new();
        for (name, commune) in all() {
            names.entry(commune.insee.0.as_str()).or_default().push(name);
        }
        names
    });
    names.get(insee.0.as_str()).map_or(&[], Vec::as_slice)
}

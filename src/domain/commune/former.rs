//! Names that communes had, or that their parts had as communes: people still write them.
//!
//! Owns the list only (`assets/former-communes.csv`): communes merged into another, delegated and associated
//! ones, and the longer or shorter names in daily use.

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

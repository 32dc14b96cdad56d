//! The cast: invented landlords and what each does in the invented half-year.
//!
//! Balanced so that 41 units and 60 cases give an interesting dashboard: landlords above their target,
//! on it, below it, at zero, and one without a target. Other sizes repeat the cast.

pub(super) struct LandlordRole {
    pub name: &'static str,
    pub short: &'static str,
    /// Targets for units and relocations in 2021; a units target of 0 means none.
    pub targets: [u32; 2],
    pub units: &'static [Fate],
    /// Cases referred to it: those leased, and those in progress.
    pub cases: [usize; 2],
}

/// The course of a unit.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Fate {
    /// Published, then leased to a household from the platform.
    Leased,
    /// Published, and proposed to a household that has not answered.
    UnderWay,
    /// Published, no candidate yet.
    Open,
    /// Published, refused, published again.
    Republished,
    /// Published, the deadline passed.
    Expired,
    Promised,
    /// Identified, not yet published.
    Identified,
    /// Found for a case after a referral, and leased.
    Found,
    /// Found for a case after a referral, and proposed.
    Proposed,
    /// Published, then withdrawn before any candidate.
    Withdrawn,
    /// Promised, then put in works.
    Works,
}

use Fate::{Expired, Found, Identified, Leased, Open, Promised, Proposed, Republished, UnderWay, Withdrawn, Works};

pub(super) const ROLES: [LandlordRole; 17] = [
    role("Bailleur Alpha", "Alpha", [2, 5], &[Leased, Open, Identified, Found], [3, 1]),
    role("Bravo Habitat", "Bravo", [2, 4], &[Leased, UnderWay, Republished, Found, Found], [5, 1]),
    role("Bailleur Charlie", "Charlie", [3, 5], &[Leased, Leased, Open, UnderWay, Promised, Found], [4, 2]),
    role("Delta Opale Logement", "Delta", [2, 10], &[Leased, Proposed, Found], [3, 1]),
    role("Bailleur Écho", "Écho", [2, 3], &[Promised], [1, 1]),
    role("Foxtrot Notre Toit", "Foxtrot", [1, 3], &[Open, Identified], [2, 0]),
    role("GOLF", "GOLF", [3, 6], &[Leased, Expired, Identified, Found, Proposed], [4, 2]),
    role("Bailleur Hôtel", "Hôtel", [1, 3], &[UnderWay], [1, 0]),
    role("India", "India", [1, 2], &[Withdrawn], [0, 1]),
    role("Juliette et Cités", "Juliette", [2, 5], &[Leased, Open, Promised, Found], [3, 1]),
    role("Kilo-de-la-Plaine habitat", "Kilo", [2, 6], &[Open, Identified, Promised], [2, 2]),
    role("Bailleur Lima", "Lima", [1, 3], &[Identified], [1, 0]),
    role("Mike Nord", "Mike", [2, 5], &[Republished, UnderWay], [3, 0]),
    role("November Habitat Est", "November", [0, 9], &[], [1, 1]),
    role("Oscar Avesnes Immobilier", "Oscar", [1, 2], &[Leased], [0, 1]),
    role("SA HLM de Papa", "Papa", [1, 2], &[Works], [0, 0]),
    role("Québec Habitat", "Québec", [1, 2], &[Open], [1, 0]),
];

const fn role(
    name: &'static str,
    short: &'static str,
    targets: [u32; 2],
    units: &'static [Fate],
    cases: [usize; 2],
) -> LandlordRole {
    LandlordRole { name, short, targets, units, cases }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum CaseFate {
    /// Referred to a landlord, and leased there.
    Referred,
    /// Referred, in progress.
    Waiting,
    /// From the platform, and leased.
    Platform,
    /// Referred, then exited.
    Left,
    /// Housed outside the convention.
    Outside,
}

/// The landlord's index and the course of each unit: 41 of them.
pub(super) fn units() -> Vec<(usize, Fate)> {
    let all = ROLES.iter().enumerate();
    all.flat_map(|(place, role)| role.units.iter().map(move |fate| (place, *fate))).collect()
}

/// The index of the landlord asked and the course of each case: 60 of them.
pub(super) fn cases() -> Vec<(usize, CaseFate)> {
    let mut cases = Vec::new();
    for (place, role) in ROLES.iter().enumerate() {
        cases.extend([(place, CaseFate::Referred)].repeat(role.cases[0]));
        cases.extend([(place, CaseFate::Waiting)].repeat(role.cases[1]));
        let through_platform = role.units.iter().filter(|fate| **fate == Leased).count();
        cases.extend([(place, CaseFate::Platform)].repeat(through_platform));
    }
    cases.extend([(4, CaseFate::Left), (7, CaseFate::Left), (13, CaseFate::Left), (16, CaseFate::Outside)]);
    cases
}

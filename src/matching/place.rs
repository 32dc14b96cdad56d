//! Whether a unit lies in one of some places.

use crate::domain::commune::Commune;
use crate::domain::lens::Lens;
use crate::domain::unit::Unit;
use crate::domain::value::Territory;

use super::Fit;

/// Unknown if no place is named, or the unit's commune is not known.
pub(super) fn is_in(lens: &Lens, places: &[Territory], unit: &Unit) -> Fit {
    if places.contains(&Territory::Anywhere) {
        return Fit::Yes;
    }
    match unit.place() {
        Some(commune) if !places.is_empty() => Fit::of(places.iter().any(|place| contains(lens, place, commune))),
        _ => Fit::Unknown,
    }
}

fn contains(lens: &Lens, place: &Territory, commune: &Commune) -> bool {
    match place {
        Territory::Anywhere => true,
        Territory::Departement(code) => commune.departement == code,
        Territory::Epci(code) => commune.epci == code,
        Territory::Commune(insee) => commune.insee == *insee,
        // A sector consists of communes, EPCI and départements, never of sectors.
        Territory::Sector(row) => lens.dataset.sectors.find(*row).is_some_and(|sector| {
            let parts = sector.communes.iter().filter(|part| !matches!(part, Territory::Sector(_)));
            parts.into_iter().any(|part| contains(lens, part, commune))
        }),
    }
}

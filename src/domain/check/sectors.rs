//! Sectors too small to keep a household from being identified.

use std::collections::HashSet;

use super::{Findings, Severity};
use crate::domain::commune::{self, Commune};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::Record;
use crate::domain::sector::Sector;
use crate::domain::value::{Insee, Territory};

/// Minimum population of a sector.
const FEWEST_INHABITANTS: u64 = 50_000;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    for sector in &lens.dataset.sectors {
        if inhabitants(sector) < FEWEST_INHABITANTS {
            let message = Message::new("finding-sector-small").count("fewest", FEWEST_INHABITANTS as usize);
            found.add(Severity::Warning, sector.cell(Sector::KEYS.communes), message);
        }
    }
}

/// Population of a sector's communes, each counted once.
fn inhabitants(sector: &Sector) -> u64 {
    let is_in = |commune: &Commune| {
        sector.communes.iter().any(|place| match place {
            Territory::Anywhere => true,
            Territory::Departement(code) => *code == commune.departement,
            Territory::Epci(code) => *code == commune.epci,
            Territory::Sector(_) | Territory::Commune(_) => false,
        })
    };
    let named: HashSet<&Insee> = sector
        .communes
        .iter()
        .filter_map(|place| if let Territory::Commune(insee) = place { Some(insee) } else { None })
        .collect();
    commune::all()
        .iter()
        .filter(|commune| named.contains(&commune.insee) || is_in(commune))
        .map(|commune| u64::from(commune.population))
        .sum()
}

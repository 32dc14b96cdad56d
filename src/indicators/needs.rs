//! Needs against opportunities: women who wait, and units on offer, by dwelling type and place.
//!
//! Owns who waits and where she is counted: each woman once, at the first type and the first place
//! that are noted for her, so that figures add up. What may be said of them is in `released`.

use chrono::NaiveDate;

use crate::domain::commune;
use crate::domain::dwelling::Dwelling;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::relocation::{CaseStep, Origin, Relocation};
use crate::domain::value::Territory;

use super::count::Count;
use super::progress::Progress;
use super::relocations::counted_step;
use super::units::{Stage, UnitRuling};

/// A dwelling type; none where no wish is noted.
pub type Wish = Option<Dwelling>;

/// Where someone wishes to live, or a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// Code of the département; none for the whole region, or nothing noted.
    pub departement: Option<&'static str>,
    /// SIREN code of the EPCI; none for the whole département, or nothing closer noted.
    pub epci: Option<&'static str>,
}

/// A woman who waits, from a day to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Waiting {
    /// Her case.
    pub case: RowId,
    /// First day on which her need is known.
    pub from: NaiveDate,
    /// Day of her rehousing or exit.
    pub until: Option<NaiveDate>,
    /// The first type noted.
    pub wish: Wish,
    /// The first place noted.
    pub spot: Spot,
}

impl Waiting {
    /// Whether she waits at the end of a day.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// A unit on offer: published, nobody presented yet, its deadline to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    /// The unit.
    pub unit: RowId,
    /// Its type.
    pub wish: Wish,
    /// Where it is.
    pub spot: Spot,
}

impl Spot {
    /// Nowhere in particular.
    pub const ANYWHERE: Self = Self { departement: None, epci: None };

    /// Its département alone.
    #[must_use]
    pub const fn wider(self) -> Self {
        Self { epci: None, ..self }
    }

    fn of_epci(code: &str) -> Self {
        commune::epci(code)
            .map_or(Self::ANYWHERE, |epci| Self { departement: Some(epci.departement), epci: Some(epci.code) })
    }

    fn of_departement(code: &str) -> Self {
        let known = commune::DEPARTEMENTS.iter().find(|(known, _)| *known == code);
        Self { departement: known.map(|(code, _)| *code), epci: None }
    }

    /// The closest place that holds all of these.
    fn around(spots: impl IntoIterator<Item = Self>) -> Self {
        let join = |a: Self, b: Self| match () {
            () if a == b => a,
            () if a.departement == b.departement => a.wider(),
            () => Self::ANYWHERE,
        };
        spots.into_iter().reduce(join).unwrap_or(Self::ANYWHERE)
    }

    fn of(territory: &Territory, lens: &Lens) -> Self {
        match territory {
            Territory::Anywhere => Self::ANYWHERE,
            Territory::Departement(code) => Self::of_departement(code),
            Territory::Epci(code) => Self::of_epci(code),
            Territory::Commune(insee) => commune::find(insee).map_or(Self::ANYWHERE, |found| Self::of_epci(found.epci)),
            // A sector is defined by communes, EPCI and départements, never by sectors.
            Territory::Sector(row) => lens.dataset.sectors.find(*row).map_or(Self::ANYWHERE, |sector| {
                let parts = sector.communes.iter().filter(|part| !matches!(part, Territory::Sector(_)));
                Self::around(parts.map(|part| Self::of(part, lens)))
            }),
        }
    }
}

/// Every woman of the convention who waits or waited, whatever the day.
pub(super) fn waiting(lens: &Lens) -> Vec<Waiting> {
    lens.dataset.relocations.iter().filter_map(|case| wait(lens, case)).collect()
}

pub(super) fn wait(lens: &Lens, case: &Relocation) -> Option<Waiting> {
    if case.origin == Origin::Outside {
        return None;
    }
    let dates = case.dates(lens);
    let from = dates.all().iter().map(|(_, date)| *date).min()?;
    let until = [counted_step(lens), CaseStep::Exited].into_iter().filter_map(|step| dates.date(step)).min();
    let wish = case.dwellings.first().copied();
    let spot = case.wanted.first().map_or(Spot::ANYWHERE, |territory| Spot::of(territory, lens));
    Some(Waiting { case: case.id(), from, until, wish, spot })
}

/// The units on offer on the day of the figures, whenever they were published.
pub(super) fn offers(lens: &Lens, progress: &Progress) -> Vec<Offer> {
    let on_offer = progress
        .units
        .iter()
        .filter(|verdict| matches!(verdict.ruling, UnitRuling::Delivered { stage: Stage::NoCandidate, .. }));
    on_offer
        .filter_map(|verdict| {
            let unit = lens.dataset.units.find(verdict.unit)?;
            let spot = unit.place().map_or(Spot::ANYWHERE, |place| Spot::of_epci(place.epci));
            Some(Offer { unit: unit.id(), wish: unit.dwelling, spot })
        })
        .collect()
}

/// Women and units of one cell of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Women who wait.
    pub needs: Count,
    /// Units on offer.
    pub offers: Count,
    /// Their number of women is held back: it is a small one, or would give one away.
    pub is_held: bool,
}

impl Cell {
    /// How many women, where it may be said.
    pub fn said(&self) -> Option<u32> {
        (!self.is_held).then(|| u32::try_from(self.needs.n()).unwrap_or(u32::MAX))
    }

    /// How many units more than women, below zero how many are missing; where it may be said.
    pub fn gap(&self) -> Option<i64> {
        Some(i64::try_from(self.offers.n()).unwrap_or(i64::MAX) - i64::from(self.said()?))
    }
}

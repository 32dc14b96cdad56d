//! Needs against opportunities: women who wait and units on offer, by dwelling type and place.
//!
//! Owns who waits and where she counts: each woman once, at the first type and the first place noted for her,
//! so that figures add up. Never decides what is published (`release`).

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

/// A dwelling type, or a class of types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Wish {
    /// Up to two rooms.
    Small,
    One(Dwelling),
    /// Four rooms and more.
    Large,
    /// None is noted.
    Unknown,
}

impl Wish {
    /// The classes by which others than the office read.
    pub(super) const CLASSES: [Self; 4] = [Self::Small, Self::One(Dwelling::T3), Self::Large, Self::Unknown];

    /// Its name among the cells of the rounding, which never changes.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::One(dwelling) => dwelling.key(),
            Self::Large => "large",
            Self::Unknown => "-",
        }
    }

    pub(super) fn of(dwelling: Option<Dwelling>) -> Self {
        dwelling.map_or(Self::Unknown, Self::One)
    }

    pub(super) fn class(self) -> Self {
        match self {
            Self::One(Dwelling::T3) => self,
            Self::One(dwelling) if dwelling < Dwelling::T3 => Self::Small,
            Self::One(_) => Self::Large,
            class => class,
        }
    }
}

/// Where someone wishes to live, or where a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// Code of the département; `None` for the whole region, or where nothing is noted.
    pub departement: Option<&'static str>,
    /// SIREN code of the EPCI; `None` for the whole département, or where nothing more precise is noted.
    pub epci: Option<&'static str>,
}

/// A woman and the days from which and until which she waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Waiting {
    pub case: RowId,
    /// The first day on which her need is known.
    pub from: NaiveDate,
    /// Day of her rehousing or exit.
    pub until: Option<NaiveDate>,
    /// The first type noted.
    pub wish: Wish,
    /// The first place noted.
    pub location: Location,
}

impl Waiting {
    /// Whether she waits at the end of a day.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// A unit on offer: published, no candidate yet, its deadline to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitOnOffer {
    pub unit: RowId,
    pub wish: Wish,
    pub location: Location,
}

impl Location {
    pub const ANYWHERE: Self = Self { departement: None, epci: None };

    /// Without the EPCI.
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

    /// The smallest location that contains all of these.
    fn around(locations: impl IntoIterator<Item = Self>) -> Self {
        let join = |a: Self, b: Self| match () {
            () if a == b => a,
            () if a.departement == b.departement => a.wider(),
            () => Self::ANYWHERE,
        };
        locations.into_iter().reduce(join).unwrap_or(Self::ANYWHERE)
    }

    fn of(territory: &Territory, lens: &Lens) -> Self {
        match territory {
            Territory::Anywhere => Self::ANYWHERE,
            Territory::Departement(code) => Self::of_departement(code),
            Territory::Epci(code) => Self::of_epci(code),
            Territory::Commune(insee) => commune::find(insee).map_or(Self::ANYWHERE, |found| Self::of_epci(found.epci)),
            // A sector consists of communes, EPCI and départements, never of sectors.
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
    let wish = Wish::of(case.dwellings.first().copied());
    let location = case.wanted.first().map_or(Location::ANYWHERE, |territory| Location::of(territory, lens));
    Some(Waiting { case: case.id(), from, until, wish, location })
}

/// Units on offer on the day of the figures, whenever they were published.
pub(super) fn offers(lens: &Lens, progress: &Progress) -> Vec<UnitOnOffer> {
    let on_offer = progress
        .units
        .iter()
        .filter(|verdict| matches!(verdict.ruling, UnitRuling::Delivered { stage: Stage::NoCandidate, .. }));
    on_offer
        .filter_map(|verdict| {
            let unit = lens.dataset.units.find(verdict.unit)?;
            let location = unit.place().map_or(Location::ANYWHERE, |place| Location::of_epci(place.epci));
            Some(UnitOnOffer { unit: unit.id(), wish: Wish::of(unit.dwelling), location })
        })
        .collect()
}

/// One cell of the table of needs and offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NeedsCell {
    /// How many women wait, as published.
    pub waiting: u32,
    /// Who they are, where the number is exact.
    pub needs: Count,
    /// Units on offer.
    pub offers: Count,
}

impl NeedsCell {
    pub(super) fn add(&mut self, case: RowId) {
        self.needs.add(case);
        self.waiting = u32::try_from(self.needs.n()).unwrap_or(u32::MAX);
    }

    /// Units on offer less women waiting.
    pub fn gap(&self) -> i64 {
        i64::try_from(self.offers.n()).unwrap_or(i64::MAX) - i64::from(self.waiting)
    }
}

//! The invented units, and those available to cases.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::code::unit_code;
use crate::domain::commune::{self, Commune};
use crate::domain::id::RowId;
use crate::domain::unit::{Building, Channel, Dwelling, Energy, Financing, LeaseType, Quota, Unit};
use crate::domain::value::Money;

use super::cast::{self, Fate};
use super::{Making, day, later};

/// The dates from a proposal to the keys.
#[derive(Clone, Copy)]
pub(super) struct LettingPlan {
    pub proposed: NaiveDate,
    pub visited: NaiveDate,
    pub caleol: NaiveDate,
    pub offer: NaiveDate,
    pub answered: NaiveDate,
    pub lease: NaiveDate,
    /// May be in the future.
    pub keys: NaiveDate,
}

impl LettingPlan {
    /// A course that starts after `from` and reaches the lease before the sample's day.
    pub fn from(from: NaiveDate, making: &mut Making) -> Self {
        let mut at = from;
        let mut step = |least, most, making: &mut Making| {
            at = later(at, making.number(least..most)).min(day(2021, 7, 8));
            at
        };
        let proposed = step(2, 8, making);
        let visited = step(1, 4, making);
        let caleol = step(3, 10, making);
        let offer = step(1, 4, making);
        let answered = step(2, 8, making);
        let lease = step(3, 9, making);
        Self { proposed, visited, caleol, offer, answered, lease, keys: later(lease, making.number(4..18)) }
    }
}

/// A unit that a case may take.
pub(super) struct FreeUnit {
    /// Index among the generated units.
    place: usize,
    pub unit: RowId,
    pub fate: Fate,
    /// First day it can be proposed.
    pub from: NaiveDate,
}

/// Available units, by landlord and course.
#[derive(Default)]
pub(super) struct FreeUnits(HashMap<(usize, Fate), Vec<FreeUnit>>);

impl FreeUnits {
    /// Takes a unit of a landlord, by its index in the cast.
    pub fn take(&mut self, landlord: usize, fate: Fate) -> Option<FreeUnit> {
        self.0.get_mut(&(landlord, fate))?.pop()
    }

    /// Takes a unit of any landlord.
    pub fn take_any(&mut self, fate: Fate) -> Option<FreeUnit> {
        (0..cast::ROLES.len()).find_map(|landlord| self.take(landlord, fate))
    }
}

/// Creates `count` units, and lists those available to cases.
pub(super) fn make(count: usize, landlords: &[RowId], making: &mut Making) -> (Vec<Unit>, FreeUnits) {
    let towns: Vec<&Commune> = commune::all().iter().filter(|commune| commune.population >= 8_000).collect();
    let mut plan = cast::units();
    making.random.shuffle(&mut plan);
    let mut units = Vec::with_capacity(count);
    let mut offers = FreeUnits::default();
    for (place, (landlord, fate)) in plan.iter().copied().cycle().take(count).enumerate() {
        let mut unit: Unit = making.record(|unit: &mut Unit| {
            unit.code = unit_code(place as u32 + 1);
            unit.landlord = landlords.get(landlord).copied();
            unit.landlord_ref = format!("Exemple-{:05}", place * 7 + 12);
        });
        describe(&mut unit, &towns, making);
        if let Some(from) = take_steps(&mut unit, fate, making) {
            offers.0.entry((landlord, fate)).or_default().push(FreeUnit { place, unit: unit.id(), fate, from });
        }
        units.push(unit);
    }
    (units, offers)
}

/// Gives the remaining units dates of their own: the landlord reports them, and the union does not know
/// the case.
pub(super) fn stand_in(units: &mut [Unit], offers: FreeUnits, making: &mut Making) {
    let mut left: Vec<FreeUnit> = offers.0.into_values().flatten().collect();
    left.sort_by_key(|offer| offer.place);
    for offer in left {
        let Some(unit) = units.get_mut(offer.place) else { continue };
        let course = LettingPlan::from(offer.from, making);
        unit.presented = Some(course.caleol);
        if matches!(offer.fate, Fate::Leased | Fate::Found) {
            unit.allocated = Some(course.caleol);
            unit.offer_received = Some(course.offer);
            unit.lease_signed = Some(course.lease);
            unit.occupied = Some(course.keys);
        }
    }
}

fn describe(unit: &mut Unit, towns: &[&'static Commune], making: &mut Making) {
    let sizes = [Dwelling::T2, Dwelling::T3, Dwelling::T3, Dwelling::T3, Dwelling::T4, Dwelling::T4, Dwelling::T5];
    let dwelling = making.random.choice(sizes).unwrap_or(Dwelling::T3);
    let rooms = dwelling as u64 + 1;
    let is_house = making.happens(3);
    unit.dwelling = Some(dwelling);
    unit.building = Some(if is_house { Building::House } else { Building::Flat });
    unit.commune = making.random.choice(towns).map(|commune| commune.insee.clone());
    unit.surface = u32::try_from(14 * rooms + making.number(8..26)).ok();
    unit.rent = i64::try_from(18_000 + 7_500 * rooms + 10 * making.number(0..900)).ok().map(Money);
    unit.charges = i64::try_from(3_500 + 10 * making.number(0..600)).ok().map(Money);
    unit.energy = making.random.choice([Energy::B, Energy::C, Energy::C, Energy::D, Energy::D, Energy::E]);
    if !is_house {
        let floor = making.random.u32(0..6);
        unit.floor = Some(floor);
        unit.lift = Some(floor > 3 || making.happens(3));
    }
    unit.step_free = Some(making.happens(2));
    unit.qpv = Some(making.happens(3));
    unit.financing =
        making.random.choice([Financing::Plai, Financing::Plus, Financing::Plus, Financing::Older, Financing::Unknown]);
    unit.quota = making.random.choice([Quota::Landlord, Quota::Landlord, Quota::State, Quota::ActionLogement]);
    unit.lease_type = Some(if making.happens(1) { LeaseType::Glissant } else { LeaseType::Direct });
}

/// Gives a unit its steps; returns the first day a case may take it.
fn take_steps(unit: &mut Unit, fate: Fate, making: &mut Making) -> Option<NaiveDate> {
    let signed = day(2021, 3, 25);
    let mut on = |least, most| later(signed, making.number(least..most));
    // Days from the signature to the promise or the publication.
    let first = match fate {
        Fate::Promised => on(0, 100),
        Fate::Identified => on(0, 70),
        Fate::Works => on(0, 40),
        Fate::Found => on(6, 20),
        Fate::Proposed => on(60, 80),
        Fate::Leased => on(9, 42),
        Fate::UnderWay => on(56, 78),
        Fate::Open => on(75, 102),
        Fate::Republished => on(12, 26),
        Fate::Expired => on(18, 30),
        Fate::Withdrawn => on(26, 40),
    };
    let before = |days: u64| first.checked_sub_days(chrono::Days::new(days)).map(|day| later(day.max(signed), 0));
    match fate {
        Fate::Promised => unit.promised = Some(first),
        Fate::Identified => {
            unit.promised = Some(first);
            unit.identified = Some(later(first, making.number(7..28)));
        }
        Fate::Works => {
            unit.promised = Some(first);
            unit.works = Some(later(first, making.number(15..40)));
        }
        Fate::Found | Fate::Proposed => {
            unit.channel = Channel::Referral;
            unit.identified = Some(first);
        }
        _ => {
            unit.promised = before(9);
            unit.identified = before(4);
            unit.published = Some(first);
            unit.available_from = Some(later(first, making.number(5..30)));
            unit.apply_by = Some(later(first, 37));
        }
    }
    match fate {
        Fate::Expired => unit.deadline_passed = unit.apply_by,
        Fate::Withdrawn => unit.withdrawn = Some(later(first, making.number(14..30))),
        Fate::Republished => {
            unit.published_again = Some(later(first, 62));
            unit.apply_by = Some(later(first, 100));
        }
        _ => {}
    }
    let waits = matches!(fate, Fate::Leased | Fate::UnderWay | Fate::Republished | Fate::Found | Fate::Proposed);
    waits.then_some(first)
}

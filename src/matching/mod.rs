//! Matching needs with units: how well a unit fits a case, criterion by criterion.
//!
//! Owns the criteria and their verdicts. It proposes; people decide. For the office only: what a household needs or
//! avoids is told to nobody else.

mod assignment;
mod place;

pub use assignment::{Assignment, assign, waits_since};

use chrono::NaiveDate;

use crate::domain::dwelling::Dwelling;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::proposal::{Proposal, Standing};
use crate::domain::relocation::Relocation;
use crate::domain::schema::Record;
use crate::domain::unit::{Unit, UnitStatus, UnitStep};
use crate::domain::value::{Money, Territory, choices};

/// After how many days a home comes too late.
const LATE: i64 = 90;

choices! {
    /// What is compared.
    pub enum Criterion as "criterion" {
        /// Nobody else is about to move in.
        Free = "free",
        /// One of the types wanted.
        Dwelling = "dwelling",
        /// In one of the places wanted.
        Territory = "territory",
        StepFree = "step-free",
        /// Charges included, at most what she can pay.
        Rent = "rent",
        /// Free by the day.
        Day = "day",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    No,
    /// Something is not known.
    Unknown,
    Yes,
}

impl Fit {
    /// Its sign, the same in every language.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::No => "✗",
            Self::Unknown => "?",
            Self::Yes => "✓",
        }
    }

    const fn of(fits: bool) -> Self {
        if fits { Self::Yes } else { Self::No }
    }
}

/// How well a unit fits a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    fits: [Fit; Criterion::ALL.len()],
}

impl Match {
    pub const fn of(&self, criterion: Criterion) -> Fit {
        self.fits[criterion as usize]
    }

    /// The criteria that speak against it, then those that are not known.
    pub fn doubts(&self) -> impl Iterator<Item = (Criterion, Fit)> {
        let with = |fit: Fit| move |criterion: &&Criterion| self.of(**criterion) == fit;
        let [no, unknown] = [Fit::No, Fit::Unknown].map(|fit| Criterion::ALL.iter().filter(with(fit)));
        no.chain(unknown).map(|criterion| (*criterion, self.of(*criterion)))
    }

    /// The criteria that speak for it.
    pub fn merits(&self) -> impl Iterator<Item = Criterion> {
        Criterion::ALL.iter().copied().filter(|criterion| self.of(*criterion) == Fit::Yes)
    }

    /// Whether nothing speaks against it, apart from criteria that are switched off.
    pub fn is_possible(&self, off: Off) -> bool {
        Criterion::ALL.iter().all(|criterion| off[*criterion as usize] || self.of(*criterion) != Fit::No)
    }

    /// The more it fits, the greater: nothing speaks against it, then the least is unknown.
    pub fn rank(&self) -> (usize, usize) {
        let how_many = |fit| self.fits.iter().filter(|found| **found == fit).count();
        (Criterion::ALL.len() - how_many(Fit::No), how_many(Fit::Yes))
    }
}

/// A criterion that is switched off does not speak against a unit.
pub type Off = [bool; Criterion::ALL.len()];

/// A unit, and what its links say about whether it is free: looked up once for all cases.
pub struct Home<'a> {
    pub unit: &'a Unit,
    /// It may be proposed: nobody took it, and it was not withdrawn.
    is_open: bool,
    /// To whom it is proposed.
    candidates: Vec<RowId>,
    /// It was presented to the commission, even if nobody noted for whom.
    is_presented: bool,
    /// To whom it was proposed in vain: refused, or not awarded.
    refused: Vec<RowId>,
    taker: Option<RowId>,
}

impl<'a> Home<'a> {
    pub fn of(lens: &Lens<'a>, unit: &'a Unit) -> Self {
        use UnitStep as Step;
        let status = unit.status(lens);
        let is_presented =
            matches!(status, Some(UnitStatus::At(Step::Presented | Step::Allocated | Step::OfferReceived)));
        let is_over = matches!(
            status,
            Some(UnitStatus::At(
                Step::LeaseSigned | Step::Occupied | Step::Withdrawn | Step::DeadlinePassed | Step::Works
            ))
        );
        let live = lens.proposals_of_unit(unit.id()).filter(|proposal| proposal.standing(lens).is_live());
        let candidates: Vec<_> = live.filter_map(|proposal| proposal.relocation).collect();
        let in_vain =
            |proposal: &&Proposal| matches!(proposal.standing(lens), Standing::Refused | Standing::TurnedDown);
        let refused = lens.proposals_of_unit(unit.id()).filter(in_vain).filter_map(|proposal| proposal.relocation);
        let refused = refused.filter(|case| !candidates.contains(case)).collect();
        let taker = lens.case_of_unit(unit.id()).map(Record::id);
        Self { unit, is_open: !is_over, candidates, is_presented, refused, taker }
    }

    /// Whether anybody may still get it.
    pub const fn is_free(&self) -> bool {
        self.is_open && self.taker.is_none()
    }

    /// Whether it waits for nobody yet.
    pub const fn is_without_candidate(&self) -> bool {
        self.candidates.is_empty() && !self.is_presented
    }

    /// To whom it is proposed who may still get it, the first noted first.
    pub fn candidates(&self) -> &[RowId] {
        &self.candidates
    }

    /// Whether nobody else took it, so that it can be shown for her.
    pub fn is_left_for(&self, case: RowId) -> bool {
        self.is_open && self.taker.is_none_or(|taker| taker == case)
    }

    fn is_free_for(&self, case: RowId) -> Fit {
        if self.refused.contains(&case) {
            return Fit::No;
        }
        let is_of_another = self.candidates.iter().any(|candidate| *candidate != case)
            || self.is_presented && !self.candidates.contains(&case);
        match self.is_left_for(case) {
            true if is_of_another => Fit::Unknown,
            is_free => Fit::of(is_free),
        }
    }
}

/// How well a unit fits a case as of the lens's day. `None` if it lies where she may not be found: such a unit is not
/// shown, and no reason is given.
pub fn matched(lens: &Lens, case: &Relocation, home: &Home) -> Option<Match> {
    let unit = home.unit;
    if place::is_in(lens, &case.avoid, unit) == Fit::Yes {
        return None;
    }
    let mut fits = [Fit::Unknown; Criterion::ALL.len()];
    for criterion in Criterion::ALL.iter().copied() {
        fits[criterion as usize] = match criterion {
            Criterion::Free => home.is_free_for(case.id()),
            Criterion::Dwelling => dwelling(&case.dwellings, unit.dwelling),
            Criterion::Territory => match place::is_in(lens, &case.wanted, unit) {
                // The place to avoid may be just this one.
                Fit::Yes if is_unread(lens, case) => Fit::Unknown,
                fit => fit,
            },
            Criterion::StepFree => match (case.step_free, unit.step_free) {
                (Some(true), Some(free)) => Fit::of(free),
                (Some(true), None) => Fit::Unknown,
                (Some(false) | None, _) => Fit::Yes,
            },
            Criterion::Rent => rent(case.max_rent, unit.rent, unit.charges),
            Criterion::Day => day(lens.as_of, unit.available_from),
        };
    }
    Some(Match { fits })
}

/// Whether a place to avoid was entered that is not understood, or is a sector of which no place is known: then no place is
/// known to be safe.
pub fn is_unread(lens: &Lens, case: &Relocation) -> bool {
    let is_empty = |place: &Territory| match place {
        Territory::Sector(row) => lens.dataset.sectors.find(*row).is_none_or(|sector| sector.communes.is_empty()),
        _ => false,
    };
    lens.dataset.draft(case.cell(Relocation::KEYS.avoid)).is_some() || case.avoid.iter().any(is_empty)
}

/// A home that is free within weeks may do; one that is free in months does not.
fn day(today: NaiveDate, from: Option<NaiveDate>) -> Fit {
    match from {
        Some(from) if from <= today => Fit::Yes,
        Some(from) if (from - today).num_days() > LATE => Fit::No,
        Some(_) | None => Fit::Unknown,
    }
}

fn dwelling(wanted: &[Dwelling], is: Option<Dwelling>) -> Fit {
    match is {
        Some(is) if !wanted.is_empty() => Fit::of(wanted.contains(&is)),
        _ => Fit::Unknown,
    }
}

/// Rents are compared charges included. Without the charges only a rent that is too high by itself is certain.
fn rent(most: Option<Money>, rent: Option<Money>, charges: Option<Money>) -> Fit {
    let (Some(Money(most)), Some(Money(rent))) = (most, rent) else { return Fit::Unknown };
    match charges {
        Some(Money(charges)) => Fit::of(rent.saturating_add(charges) <= most),
        None if rent > most => Fit::No,
        None => Fit::Unknown,
    }
}

//! The steps of a unit, and what is said of it: to the office, and to every audience.
//!
//! Owns the lists only. Which of them holds is worked out in `unit`.

use crate::domain::value::{ChoiceSet, choices};

choices! {
    /// The dated steps of a unit, exits included; the second publication is last.
    pub enum UnitStep as "unit-step" {
        Promised = "promised",
        /// The dwelling is known.
        Identified = "identified",
        /// First publication on the platform, never overwritten.
        Published = "published",
        /// Presented to the allocation commission (CALEOL).
        Presented = "presented",
        Allocated = "allocated",
        /// The household received the written offer.
        OfferReceived = "offer_received",
        LeaseSigned = "lease_signed",
        /// Keys handed over.
        Occupied = "occupied",
        Withdrawn = "withdrawn",
        /// The platform's deadline passed without a candidate.
        DeadlinePassed = "deadline_passed",
        Works = "works",
        /// Published again, after a refusal or works.
        PublishedAgain = "published_again",
    }
}

/// Where a unit is: at a step, or where the answers to its proposals put it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitStatus {
    At(UnitStep),
    /// A household may still get it, and no later step is noted.
    Proposed,
    /// A household accepted it and has no lease yet.
    Accepted,
    /// It was taken off the platform for a household that will not move in.
    ToPublishAgain,
}

impl UnitStatus {
    /// In the order in which a unit goes through them, ways off the platform last.
    pub const ALL: [Self; 15] = [
        Self::At(UnitStep::Promised),
        Self::At(UnitStep::Identified),
        Self::At(UnitStep::Published),
        Self::Proposed,
        Self::At(UnitStep::Presented),
        Self::At(UnitStep::Allocated),
        Self::At(UnitStep::OfferReceived),
        Self::Accepted,
        Self::At(UnitStep::LeaseSigned),
        Self::At(UnitStep::Occupied),
        Self::ToPublishAgain,
        Self::At(UnitStep::PublishedAgain),
        Self::At(UnitStep::DeadlinePassed),
        Self::At(UnitStep::Withdrawn),
        Self::At(UnitStep::Works),
    ];

    pub const SET: ChoiceSet = ChoiceSet {
        name: UnitStep::SET.name,
        keys: &{
            let mut keys = [""; Self::ALL.len()];
            let mut place = 0;
            while place < Self::ALL.len() {
                keys[place] = Self::ALL[place].key();
                place += 1;
            }
            keys
        },
    };

    pub const fn key(self) -> &'static str {
        match self {
            Self::At(step) => step.key(),
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::ToPublishAgain => "to_publish_again",
        }
    }
}

choices! {
    /// The status that every audience may see: it reveals nothing about who moves in where.
    pub enum CoarseStatus as "coarse-status" {
        /// Promised or identified.
        ToPublish = "to-publish",
        /// Openly on offer on the platform, no candidate yet.
        Published = "published",
        /// A candidate is known, or the unit is no longer openly on offer.
        UnderWay = "under-way",
        Leased = "leased",
        /// Withdrawn, in works, or its deadline passed.
        Gone = "gone",
    }
}

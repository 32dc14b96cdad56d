//! Verdicts on units: by which rule each counts as made available, as in the pipeline, or not at all.
//!
//! Owns rules C2, C3 and the units' part of C7 and C11. A verdict is of a day, never of a span: the date in it
//! decides in which period it counts.

use chrono::NaiveDate;

use crate::domain::id::RowId;
use crate::domain::landlord::answering;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::unit::{Channel, Unit, UnitStep};
use crate::domain::value::choices;

use super::candidates;
use super::counted::counted_in;

choices! {
    /// What became of a unit that was made available: the breakdown of rule C2.
    pub enum Stage as "stage" {
        /// A lease is signed.
        Leased = "leased",
        /// A candidate is known.
        UnderWay = "under-way",
        /// On the platform, no candidate yet.
        NoCandidate = "no-candidate",
        /// The platform's deadline passed without a candidate.
        DeadlinePassed = "deadline-passed",
        /// Withdrawn or in works on the day of its allocation or later.
        WithdrawnAfterAllocation = "withdrawn-after-allocation",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitVerdict {
    pub unit: RowId,
    /// The landlord for which it counts, or would; the successor where one took over (rule C11).
    pub landlord: Option<RowId>,
    pub ruling: UnitRuling,
}

/// Why a unit counts or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitRuling {
    /// Made available: counts in the period of its first publication (rule C2).
    Delivered {
        /// First publication.
        on: NaiveDate,
        stage: Stage,
        /// Set where it was withdrawn in between and published again (rule C3).
        back: Option<Back>,
    },
    /// In the pipeline: promised or identified, not published yet (rule C7).
    ToPublish,
    /// Withdrawn, or closed for works, before being allocated: no longer counts (rule C3).
    TakenBack {
        /// The day from which it no longer counts.
        on: NaiveDate,
        /// Withdrawn, or works.
        step: UnitStep,
    },
    /// Published while its landlord was not a party (rule C11).
    PublishedOutside {
        /// First publication.
        on: NaiveDate,
    },
    /// To be published, but its landlord is not a party on the day (rule C11).
    LandlordGone,
    /// Allocated, leased or published again without a first publication (rule C7).
    NeverPublished,
    /// Found for a case after a referral: never counts towards the units' target (rule C2).
    OtherChannel,
    /// No step on or before the day (rule C1).
    NotBegun,
    /// No landlord: does not count.
    NoLandlord,
}

/// A unit that was withdrawn before being allocated and then published again. It counts again from that day, in
/// the period of its first publication (rule C3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Back {
    /// Withdrawn, or works.
    pub after: UnitStep,
    /// Published again.
    pub on: NaiveDate,
}

pub fn unit_verdict(lens: &Lens, unit: &Unit) -> UnitVerdict {
    let verdict = |landlord, ruling| UnitVerdict { unit: unit.id(), landlord, ruling };
    if unit.channel == Channel::Referral {
        return verdict(unit.landlord, UnitRuling::OtherChannel);
    }
    let history = UnitHistory::of(lens, unit);
    // A delivered unit stays with the landlord of its day; one still to come passes to a successor.
    let day = history.gone.map(|(_, on)| on).or(history.published).unwrap_or(lens.as_of);
    let Some(landlord) = unit.landlord.and_then(|row| answering(lens.dataset, row, day)) else {
        return verdict(None, UnitRuling::NoLandlord);
    };
    let is_party = landlord.is_party_on(day);
    let ruling = match (history.gone, history.published) {
        (Some((step, on)), _) => UnitRuling::TakenBack { on, step },
        (None, Some(on)) if is_party => UnitRuling::Delivered { on, stage: history.stage, back: history.back },
        (None, Some(on)) => UnitRuling::PublishedOutside { on },
        (None, None) if history.reach == UnitProgress::Further => UnitRuling::NeverPublished,
        (None, None) if history.reach == UnitProgress::Nothing => UnitRuling::NotBegun,
        (None, None) if is_party => UnitRuling::ToPublish,
        (None, None) => UnitRuling::LandlordGone,
    };
    verdict(Some(landlord.id()), ruling)
}

/// A unit's steps replayed in the order of the status rule: by date, and within a day in the order of the list.
/// What "before", "later" and "undone" mean in C2 and C3 follows from this order.
struct UnitHistory {
    reach: UnitProgress,
    hold: Hold,
    published: Option<NaiveDate>,
    gone: Option<(UnitStep, NaiveDate)>,
    back: Option<Back>,
    stage: Stage,
}

/// How far a unit got, apart from its first publication.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum UnitProgress {
    Nothing,
    ToPublish,
    Further,
}

/// How firmly a unit is allocated: unless it is `Free`, a withdrawal does not undo it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hold {
    Free,
    /// A later publication undoes it.
    Allocated,
    /// A publication does not undo it.
    Leased,
}

impl UnitHistory {
    fn of(lens: &Lens, unit: &Unit) -> Self {
        let mut history = Self {
            reach: UnitProgress::Nothing,
            hold: Hold::Free,
            published: None,
            gone: None,
            back: None,
            stage: Stage::NoCandidate,
        };
        let dates = unit.dates(lens);
        let mut steps: Vec<_> = dates.all().iter().copied().filter(|(_, date)| *date <= lens.as_of).collect();
        steps.sort_by_key(|(_, date)| *date);
        for (step, date) in steps {
            history.take(step, date);
        }
        // Once it was presented it stays under way until it is published again, although nobody may be left: every
        // audience sees this figure, and must not learn from it that someone refused.
        if history.stage == Stage::NoCandidate && candidates::is_sought(lens, unit.id()) {
            history.stage = Stage::UnderWay;
        }
        history
    }

    fn take(&mut self, step: UnitStep, date: NaiveDate) {
        match step {
            UnitStep::Promised | UnitStep::Identified => self.reach = self.reach.max(UnitProgress::ToPublish),
            UnitStep::Published => {
                self.published = Some(date);
                self.offer();
            }
            UnitStep::PublishedAgain => {
                self.reach = UnitProgress::Further;
                self.back = self.gone.map(|(after, _)| Back { after, on: date });
                self.offer();
            }
            UnitStep::Presented | UnitStep::OfferReceived => self.become_unless_leased(Stage::UnderWay),
            UnitStep::Allocated => {
                self.reach = UnitProgress::Further;
                self.hold = self.hold.max(Hold::Allocated);
                self.become_unless_leased(Stage::UnderWay);
            }
            UnitStep::LeaseSigned | UnitStep::Occupied => {
                (self.reach, self.hold, self.stage) = (UnitProgress::Further, Hold::Leased, Stage::Leased);
            }
            // A deadline that passes without an allocation undoes nothing.
            UnitStep::DeadlinePassed if self.hold == Hold::Free => self.stage = Stage::DeadlinePassed,
            UnitStep::DeadlinePassed => {}
            UnitStep::Withdrawn | UnitStep::Works if self.hold == Hold::Free => {
                self.gone.get_or_insert((step, date));
            }
            UnitStep::Withdrawn | UnitStep::Works => self.become_unless_leased(Stage::WithdrawnAfterAllocation),
        }
    }

    /// Published, for the first time or again: a withdrawal is undone, and an earlier allocation no longer
    /// protects the unit.
    fn offer(&mut self) {
        self.gone = None;
        if self.hold != Hold::Leased {
            (self.hold, self.stage) = (Hold::Free, Stage::NoCandidate);
        }
    }

    fn become_unless_leased(&mut self, stage: Stage) {
        if self.hold != Hold::Leased {
            self.stage = stage;
        }
    }
}

impl UnitVerdict {
    /// The reason, with the rule.
    pub fn message(&self, lens: &Lens) -> Message {
        match self.ruling {
            UnitRuling::Delivered { on, stage, back } => {
                let stage = format!("unit-stage-{}", stage.key());
                match back {
                    None => counted_in(lens.dataset, on, "why-unit-delivered", "why-unit-delivered-outside"),
                    Some(Back { after, on: again }) => {
                        counted_in(lens.dataset, on, "why-unit-back", "why-unit-back-outside")
                            .text("after", after.key())
                            .date("again", again)
                    }
                }
                .term("stage", stage)
            }
            UnitRuling::ToPublish => Message::new("why-unit-to-publish"),
            UnitRuling::TakenBack { on, step: UnitStep::Works } => Message::new("why-unit-works").date("date", on),
            UnitRuling::TakenBack { on, .. } => Message::new("why-unit-withdrawn").date("date", on),
            UnitRuling::PublishedOutside { on } => Message::new("why-unit-published-outside").date("date", on),
            UnitRuling::LandlordGone => Message::new("why-unit-landlord-gone"),
            UnitRuling::NeverPublished => Message::new("why-unit-never-published"),
            UnitRuling::OtherChannel => Message::new("why-unit-other-channel"),
            UnitRuling::NotBegun => Message::new("why-not-begun"),
            UnitRuling::NoLandlord => Message::new("why-no-landlord"),
        }
    }
}

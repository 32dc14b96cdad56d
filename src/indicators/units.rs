//! Verdicts on units: by which rule each counts as made available, is to come, or neither.
//!
//! Owns rules C2, C3 and the units' part of C7 and C11. A verdict is of a day and of no span:
//! the date that it holds says in which period it counts.

use chrono::NaiveDate;

use crate::domain::id::RowId;
use crate::domain::landlord::answering;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::unit::{Channel, Unit, UnitStep};
use crate::domain::value::choices;

use super::candidates;
use super::why::counted_in;

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

/// What the rules say of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitVerdict {
    /// The unit.
    pub unit: RowId,
    /// The landlord that it counts for, or would; the successor where one took over (rule C11).
    pub landlord: Option<RowId>,
    /// The ruling.
    pub ruling: UnitRuling,
}

/// Why a unit counts, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitRuling {
    /// Made available: counts in the period of its first publication (rule C2).
    Delivered {
        /// First publication.
        on: NaiveDate,
        /// What became of it.
        stage: Stage,
        /// It was taken back in between and published again (rule C3).
        back: Option<Back>,
    },
    /// In the pipeline: promised or identified, not published yet (rule C7).
    ToPublish,
    /// Withdrawn or put in works before being allocated: counts no more (rule C3).
    TakenBack {
        /// From this day on.
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
    /// Found for a case after a referral: never in the units' target (rule C2).
    OtherChannel,
    /// No step on or before the day (rule C1).
    NotBegun,
    /// No landlord: counts for nobody.
    NoLandlord,
}

/// A unit that was taken back before being allocated and published again: it counts again from that
/// day, in the period of its first publication (rule C3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Back {
    /// Withdrawn, or works.
    pub after: UnitStep,
    /// Published again.
    pub on: NaiveDate,
}

/// The verdict on a unit as of the lens's day.
pub fn unit_verdict(lens: &Lens, unit: &Unit) -> UnitVerdict {
    let verdict = |landlord, ruling| UnitVerdict { unit: unit.id(), landlord, ruling };
    if unit.channel == Channel::Referral {
        return verdict(unit.landlord, UnitRuling::OtherChannel);
    }
    let course = Course::of(lens, unit);
    // What was delivered stays with the landlord of its day; what is to come follows a successor.
    let day = course.gone.map(|(_, on)| on).or(course.published).unwrap_or(lens.as_of);
    let Some(landlord) = unit.landlord.and_then(|row| answering(lens.dataset, row, day)) else {
        return verdict(None, UnitRuling::NoLandlord);
    };
    let is_party = landlord.is_party_on(day);
    let ruling = match (course.gone, course.published) {
        (Some((step, on)), _) => UnitRuling::TakenBack { on, step },
        (None, Some(on)) if is_party => UnitRuling::Delivered { on, stage: course.stage, back: course.back },
        (None, Some(on)) => UnitRuling::PublishedOutside { on },
        (None, None) if course.reach == Reach::Further => UnitRuling::NeverPublished,
        (None, None) if course.reach == Reach::Nothing => UnitRuling::NotBegun,
        (None, None) if is_party => UnitRuling::ToPublish,
        (None, None) => UnitRuling::LandlordGone,
    };
    verdict(Some(landlord.id()), ruling)
}

/// A unit's steps gone through in the order of the status rule: by date, and on one day in the
/// order of the list. All that "before", "later" and "undone" mean in C2 and C3 follows from it.
struct Course {
    reach: Reach,
    hold: Hold,
    published: Option<NaiveDate>,
    gone: Option<(UnitStep, NaiveDate)>,
    back: Option<Back>,
    stage: Stage,
}

/// How far a unit got, its first publication aside.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Nothing,
    ToPublish,
    Further,
}

/// What protects a unit from being taken back.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hold {
    Free,
    /// A later publication undoes it.
    Allocated,
    /// A publication does not undo it.
    Leased,
}

impl Course {
    fn of(lens: &Lens, unit: &Unit) -> Self {
        let mut course = Self {
            reach: Reach::Nothing,
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
            course.take(step, date);
        }
        if course.stage == Stage::NoCandidate && candidates::is_sought(lens, unit.id()) {
            course.stage = Stage::UnderWay;
        }
        course
    }

    fn take(&mut self, step: UnitStep, date: NaiveDate) {
        match step {
            UnitStep::Promised | UnitStep::Identified => self.reach = self.reach.max(Reach::ToPublish),
            UnitStep::Published => {
                self.published = Some(date);
                self.offer();
            }
            UnitStep::PublishedAgain => {
                self.reach = Reach::Further;
                self.back = self.gone.map(|(after, _)| Back { after, on: date });
                self.offer();
            }
            UnitStep::Presented | UnitStep::OfferReceived => self.become_unless_leased(Stage::UnderWay),
            UnitStep::Allocated => {
                self.reach = Reach::Further;
                self.hold = self.hold.max(Hold::Allocated);
                self.become_unless_leased(Stage::UnderWay);
            }
            UnitStep::LeaseSigned | UnitStep::Occupied => {
                (self.reach, self.hold, self.stage) = (Reach::Further, Hold::Leased, Stage::Leased);
            }
            // It passed with nobody allocated, and takes nothing back.
            UnitStep::DeadlinePassed if self.hold == Hold::Free => self.stage = Stage::DeadlinePassed,
            UnitStep::DeadlinePassed => {}
            UnitStep::Withdrawn | UnitStep::Works if self.hold == Hold::Free => {
                self.gone.get_or_insert((step, date));
            }
            UnitStep::Withdrawn | UnitStep::Works => self.become_unless_leased(Stage::WithdrawnAfterAllocation),
        }
    }

    /// On the platform, for the first time or again: what was taken back is offered again, and an
    /// allocation before it protects no more.
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
    /// Why it counts or not, naming the rule.
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

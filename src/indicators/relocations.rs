//! Verdicts on relocations: by which rule each woman counts as rehoused, as under way, or not at all.
//!
//! Owns rules C4 to C8, C13, C14 and the cases' part of C11. A verdict is of a day, never of a span: the date
//! in it decides in which period it counts.

use chrono::NaiveDate;

use crate::domain::convention::CountBasis;
use crate::domain::id::RowId;
use crate::domain::landlord::{Landlord, answering};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::relocation::{CaseStep, Origin, Relocation};
use crate::domain::steps::StepDates;

use super::counted::counted_in;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseVerdict {
    pub case: RowId,
    /// Decides which target, if any, it counts towards (rules C5, C14).
    pub origin: Origin,
    /// The second measure (rule C4).
    pub children: u32,
    pub ruling: CaseRuling,
}

/// Why a case counts or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseRuling {
    /// Rehoused: counts as one woman, in the period of that day (rules C4, C6, C13).
    Rehoused {
        /// Day of the lease, or of the keys.
        on: NaiveDate,
        /// The landlord that signed.
        landlord: RowId,
    },
    /// Rehoused outside the convention: shown beside, never added (rule C14).
    Beside {
        /// Day of the lease, or of the keys.
        on: NaiveDate,
        /// `None` where it is not known.
        landlord: Option<RowId>,
    },
    /// In the pipeline of the referrals (rules C6, C7).
    UnderWay {
        /// Landlords asked that have not refused and are parties on the day. May be empty: the case still
        /// counts for the region (rule C11).
        landlords: Vec<RowId>,
        /// Paused on the day: counted apart as well.
        suspended: bool,
    },
    /// Left before a rehousing, or on its day (rules C7, C8).
    Exited {
        /// Day of the exit.
        on: NaiveDate,
        /// As for a case under way.
        landlords: Vec<RowId>,
    },
    /// Rehoused, but no landlord is named: does not count (rule C6).
    NoLandlord {
        /// Day of the lease, or of the keys.
        on: NaiveDate,
    },
    /// Rehoused by a landlord that had not joined yet (rule C11).
    BeforeJoining {
        /// Day of the lease, or of the keys.
        on: NaiveDate,
    },
    /// Came through the platform: not in the pipeline of the referrals (rule C5).
    PlatformUnderWay,
    /// Under way outside the convention (rule C14).
    OutsideUnderWay,
    /// Her need is known, but no landlord was asked (rule C7).
    NotReferred,
    /// No step on or before the day (rule C1).
    NotBegun,
}

pub fn case_verdict(lens: &Lens, case: &Relocation) -> CaseVerdict {
    let dates = case.dates(lens);
    let ruling = rule(lens, case, &dates);
    CaseVerdict { case: case.id(), origin: case.origin, children: case.children.unwrap_or(0), ruling }
}

fn rule(lens: &Lens, case: &Relocation, dates: &StepDates<CaseStep>) -> CaseRuling {
    let taken = |step| dates.taken(step, lens.as_of);
    let rehoused = taken(counted_step(lens));
    if let Some(on) = taken(CaseStep::Exited).filter(|exit| rehoused.is_none_or(|day| *exit <= day)) {
        return CaseRuling::Exited { on, landlords: open_landlords(&lens.at(on), case, dates) };
    }
    match (rehoused, case.origin) {
        (Some(on), Origin::Outside) => CaseRuling::Beside {
            on,
            landlord: case.landlord.and_then(|row| answering(lens.dataset, row, on)).map(Landlord::id),
        },
        (Some(on), Origin::Referral | Origin::Platform) => {
            match case.landlord.and_then(|row| answering(lens.dataset, row, on)) {
                None => CaseRuling::NoLandlord { on },
                Some(landlord) if landlord.joined.is_some_and(|joined| on < joined) => CaseRuling::BeforeJoining { on },
                // A lease signed after the landlord left counts, and is a finding.
                Some(landlord) => CaseRuling::Rehoused { on, landlord: landlord.id() },
            }
        }
        (None, _) if dates.status(lens.as_of).is_none() => CaseRuling::NotBegun,
        (None, Origin::Platform) => CaseRuling::PlatformUnderWay,
        (None, Origin::Outside) => CaseRuling::OutsideUnderWay,
        (None, Origin::Referral) if taken(CaseStep::Referred).is_none() => CaseRuling::NotReferred,
        (None, Origin::Referral) => CaseRuling::UnderWay {
            landlords: open_landlords(lens, case, dates),
            suspended: case.is_suspended_on(lens.as_of),
        },
    }
}

pub(super) fn rehoused_on(lens: &Lens, case: &Relocation) -> Option<NaiveDate> {
    case.dates(lens).taken(counted_step(lens), lens.as_of)
}

/// The step whose day counts: the lease, or the keys if the convention counts those (rule C4).
pub(super) fn counted_step(lens: &Lens) -> CaseStep {
    match lens.dataset.the_convention().count_basis() {
        CountBasis::Lease => CaseStep::LeaseSigned,
        CountBasis::Keys => CaseStep::MovedIn,
    }
}

/// In whose pipeline a case is (rule C6): the landlords asked that have not refused or, once a lease is signed
/// and only the keys are missing, the one that signed. Each is listed once, and only while it is a party; a
/// successor takes its place (rule C11).
fn open_landlords(lens: &Lens, case: &Relocation, dates: &StepDates<CaseStep>) -> Vec<RowId> {
    let day = lens.as_of;
    let signed = case.landlord.filter(|_| dates.taken(CaseStep::LeaseSigned, day).is_some());
    let asked = lens
        .referrals_of_case(case.id())
        .filter(|referral| referral.asked_on.is_none_or(|asked| asked <= day) && !referral.is_refused_on(day))
        .filter_map(|referral| referral.landlord)
        .filter(|_| signed.is_none());
    let mut landlords = Vec::new();
    for row in signed.into_iter().chain(asked) {
        let answers = answering(lens.dataset, row, day).filter(|landlord| landlord.is_party_on(day));
        if let Some(landlord) = answers.map(Landlord::id)
            && !landlords.contains(&landlord)
        {
            landlords.push(landlord);
        }
    }
    landlords
}

impl CaseVerdict {
    /// The reason, with the rule. For the office: it describes a single case.
    pub fn message(&self, lens: &Lens) -> Message {
        match &self.ruling {
            CaseRuling::Rehoused { on, .. } if self.origin == Origin::Platform => {
                counted_in(lens.dataset, *on, "why-case-platform", "why-case-platform-outside")
            }
            CaseRuling::Rehoused { on, .. } => {
                counted_in(lens.dataset, *on, "why-case-referral", "why-case-referral-outside")
            }
            CaseRuling::Beside { on, .. } => Message::new("why-case-beside").date("date", *on),
            CaseRuling::UnderWay { suspended: true, .. } => Message::new("why-case-suspended"),
            CaseRuling::UnderWay { landlords, .. } if landlords.is_empty() => Message::new("why-case-region-only"),
            CaseRuling::UnderWay { .. } => Message::new("why-case-under-way"),
            CaseRuling::Exited { on, .. } => Message::new("why-case-exited").date("date", *on),
            CaseRuling::NoLandlord { on } => Message::new("why-case-no-landlord").date("date", *on),
            CaseRuling::BeforeJoining { on } => Message::new("why-case-before-joining").date("date", *on),
            CaseRuling::PlatformUnderWay => Message::new("why-case-platform-under-way"),
            CaseRuling::OutsideUnderWay => Message::new("why-case-outside-under-way"),
            CaseRuling::NotReferred => Message::new("why-case-not-referred"),
            CaseRuling::NotBegun => Message::new("why-not-begun"),
        }
    }
}

//! The flow of cases: at which step they are, how they left, who refused, how long they have been open.
//!
//! Steps and ages are as of the day; exits and refusals are those of the span.

use chrono::{Months, NaiveDate};

use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::proposal::{Answer, Author};
use crate::domain::relocation::{CaseStep, ExitKind, Origin};
use crate::domain::value::choices;

use super::count::Count;
use super::progress::Progress;
use super::relocations::CaseRuling;
use super::span::Span;

choices! {
    /// How long a referral has been open.
    pub enum Age as "age" {
        /// Less than a month.
        UnderOne = "under-1",
        /// One month to less than three.
        OneToThree = "1-to-3",
        /// Three months to less than six.
        ThreeToSix = "3-to-6",
        /// Six months and more.
        OverSix = "over-6",
    }
}

impl Age {
    /// The age on `day` of a referral made on `asked`.
    pub fn of(asked: NaiveDate, day: NaiveDate) -> Self {
        let is_past = |months| asked.checked_add_months(Months::new(months)).is_some_and(|end| end <= day);
        match () {
            () if is_past(6) => Self::OverSix,
            () if is_past(3) => Self::ThreeToSix,
            () if is_past(1) => Self::OneToThree,
            () => Self::UnderOne,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseFlow {
    /// Open cases of both origins, by the last step taken.
    pub steps: Vec<(CaseStep, Count)>,
    /// Cases that left without a rehousing in the span; `None` where no kind is noted.
    pub exits: Vec<(Option<ExitKind>, Count)>,
    /// Proposals refused in the span, by who refused; `None` where that is not noted.
    pub refusals: Vec<(Option<Author>, Count)>,
    /// Cases under way after a referral, by the time since the first landlord was asked.
    pub ages: Vec<(Age, Count)>,
}

/// Steps at which a case is open.
const OPEN: [CaseStep; 9] = [
    CaseStep::NeedSpotted,
    CaseStep::Referred,
    CaseStep::Acknowledged,
    CaseStep::Proposed,
    CaseStep::FileComplete,
    CaseStep::Caleol,
    CaseStep::OfferReceived,
    CaseStep::Accepted,
    CaseStep::LeaseSigned,
];

pub(super) fn case_flow(lens: &Lens, span: Span, progress: &Progress) -> CaseFlow {
    let mut case_flow = CaseFlow {
        steps: OPEN.map(|step| (step, Count::default())).to_vec(),
        exits: ExitKind::ALL
            .iter()
            .map(|kind| (Some(*kind), Count::default()))
            .chain([(None, Count::default())])
            .collect(),
        refusals: Author::ALL
            .iter()
            .map(|by| (Some(*by), Count::default()))
            .chain([(None, Count::default())])
            .collect(),
        ages: Age::ALL.iter().map(|age| (*age, Count::default())).collect(),
    };
    for verdict in &progress.relocations {
        let Some(case) = lens.dataset.relocations.find(verdict.case) else { continue };
        match &verdict.ruling {
            CaseRuling::UnderWay { .. } | CaseRuling::PlatformUnderWay | CaseRuling::NotReferred => {
                let dates = case.dates(lens);
                add(&mut case_flow.steps, case.status(lens).unwrap_or(CaseStep::NeedSpotted), verdict.case);
                if let (CaseRuling::UnderWay { .. }, Some(asked)) =
                    (&verdict.ruling, dates.taken(CaseStep::Referred, lens.as_of))
                {
                    add(&mut case_flow.ages, Age::of(asked, lens.as_of), verdict.case);
                }
            }
            CaseRuling::Exited { on, .. } if case.origin != Origin::Outside && span.holds(lens.dataset, *on) => {
                add(&mut case_flow.exits, case.exit_kind, verdict.case);
            }
            _ => {}
        }
    }
    for proposal in lens.dataset.proposals.iter().filter(|proposal| proposal.answer == Some(Answer::Refused)) {
        let on = proposal.answered_on.filter(|on| *on <= lens.as_of && span.holds(lens.dataset, *on));
        if on.is_some() {
            add(&mut case_flow.refusals, proposal.refused_by, proposal.id());
        }
    }
    case_flow
}

fn add<K: PartialEq + Copy>(counts: &mut [(K, Count)], key: K, row: RowId) {
    if let Some((_, count)) = counts.iter_mut().find(|(of, _)| *of == key) {
        count.add(row);
    }
}

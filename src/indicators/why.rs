//! Why a record counts or not, for the list of rows that a figure opens (rule C12).

use chrono::NaiveDate;

use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::referral::Referral;
use crate::domain::relocation::CaseStep;
use crate::domain::schema::TableId;

use super::candidates::proposed_on;
use super::commitments::commitment_ruling;
use super::counted::counted_in;
use super::delays::Leg;
use super::events::Tally;
use super::needs::wait;
use super::relocations::case_verdict;
use super::trainings::attendance_verdict;
use super::units::unit_verdict;

/// The reason as of the lens's day, with the rule. `None` for tables that no figure counts and for records that
/// do not exist. For the office, where the table is.
pub fn why(lens: &Lens, table: TableId, row: RowId) -> Option<Message> {
    let dataset = lens.dataset;
    match table {
        TableId::Units => dataset.units.find(row).map(|unit| unit_verdict(lens, unit).message(lens)),
        TableId::Relocations => dataset.relocations.find(row).map(|case| case_verdict(lens, case).message(lens)),
        TableId::Commitments => dataset.commitments.find(row).map(|found| commitment_ruling(found).message()),
        TableId::Attendances => {
            dataset.attendances.find(row).map(|found| attendance_verdict(lens, found).message(lens))
        }
        TableId::Trainings => dataset.trainings.find(row).map(|session| match session.held_on {
            Some(on) if on <= lens.as_of => counted_in(dataset, on, "why-session-held", "why-session-held-outside"),
            Some(on) => Message::new("why-training-planned").date("date", on),
            None => Message::new("why-training-undated"),
        }),
        _ => None,
    }
}

/// Why a row is in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// A figure of progress: the rules count it.
    Rules,
    /// Its day is in the span.
    Tally(Tally),
    /// She waits on the day of the figures.
    Waiting,
    /// A delay, closed or still open.
    Delay(Leg),
    /// It is at this step.
    At,
    /// The age of its referral.
    Asked,
    /// She left without a rehousing.
    Exited,
}

impl Because {
    /// The table of the rows counted, except for [`Because::Rules`].
    pub const fn table(self) -> TableId {
        match self {
            Self::Tally(tally) => tally.table(),
            _ => TableId::Relocations,
        }
    }

    /// The reason. Falls back to the rules where the dates no longer give one.
    pub fn why(self, lens: &Lens, table: TableId, row: RowId) -> Option<Message> {
        let case = || lens.dataset.relocations.find(row);
        let taken = |step| case().and_then(|case| case.dates(lens).taken(step, lens.as_of));
        let stand_in = |step| case().and_then(|case| case.stand_in(step, lens)).map(|(on, _)| on);
        let proposal = || lens.dataset.proposals.find(row);
        let referral = || lens.dataset.referrals.find(row);
        let first = || case().and_then(|case| wait(lens, case)).map(|waiting| waiting.from);
        let dated = |key, on: Option<NaiveDate>| on.map(|on| Message::new(key).date("date", on));
        let found = match self {
            Self::Rules | Self::Tally(Tally::Rehoused) => None,
            Self::Tally(Tally::Needs) => dated("why-need", first()),
            Self::Tally(Tally::Referrals) if table == TableId::Relocations => {
                dated("why-referral-on-case", stand_in(CaseStep::Referred))
            }
            Self::Tally(Tally::Proposals) if table == TableId::Relocations => {
                dated("why-proposal-on-case", stand_in(CaseStep::Proposed))
            }
            Self::Tally(Tally::Referrals) => dated("why-referral", referral().and_then(|found| asked_on(lens, found))),
            Self::Tally(Tally::Files) => dated("why-file", taken(CaseStep::FileComplete)),
            Self::Tally(Tally::Proposals) => {
                dated("why-proposal", proposal().and_then(|found| proposed_on(lens, found)))
            }
            Self::Tally(Tally::Refusals) => dated("why-refusal", proposal().and_then(|found| found.answered_on)),
            Self::Waiting => dated("why-waiting", first()).map(|message| {
                let is_suspended = case().is_some_and(|case| case.is_suspended_on(lens.as_of));
                message.text("suspended", if is_suspended { "yes" } else { "no" })
            }),
            Self::Delay(leg) => delay(lens, taken(leg.steps().0), taken(leg.steps().1)),
            Self::At => dated("why-at", case().and_then(|case| taken(case.status(lens)?))),
            Self::Asked => dated("why-asked", taken(CaseStep::Referred)),
            Self::Exited => dated("why-exited", taken(CaseStep::Exited)),
        };
        found.or_else(|| why(lens, table, row))
    }
}

/// The day of a referral: its own, or the one noted on its case.
fn asked_on(lens: &Lens, referral: &Referral) -> Option<NaiveDate> {
    referral.asked_on.or_else(|| {
        let case = lens.dataset.relocations.find(referral.relocation?)?;
        let (on, record) = case.stand_in(CaseStep::Referred, lens)?;
        (record == Some(referral.id())).then_some(on)
    })
}

fn delay(lens: &Lens, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<Message> {
    let (from, until) = (from?, to.unwrap_or(lens.as_of));
    let key = if to.is_some() { "why-delay" } else { "why-delay-open" };
    let days = usize::try_from((until - from).num_days()).unwrap_or(0);
    Some(Message::new(key).date("from", from).date("to", until).count("days", days))
}

//! What is to be noted next about a case or a unit: an answer, what the commission decided; and which one is meant, if
//! there are several.

use std::cmp::Reverse;

use crate::domain::fold::fold;
use crate::domain::id::RowId;
use crate::domain::proposal::{Proposal, Standing};
use crate::domain::relocation::Relocation;
use crate::domain::schema::TableId;
use crate::domain::value::Value;
use crate::exchange::entry::Suggestion;

use super::Session;
use super::act::{Act, Next};
use super::command::Command;
use super::{links, targets};

impl Session {
    /// The command that notes it of the record under the cursor. With several that wait it asks which one is meant.
    pub(super) fn next_act(&self, next: Next) -> Option<Command> {
        let (table, row) = targets::row(self)?;
        let (waiting, others) = self.notable(next, table, row);
        let choose = Act::Choose(next, table, row);
        let act = match (waiting.as_slice(), others.as_slice()) {
            ([only], _) | ([], [only]) => *only,
            ([], []) => return None,
            _ => choose,
        };
        Some(Command::Act(act))
    }

    /// The acts that note it of a record: those that wait for it, and those of which it may still be noted.
    fn notable(&self, next: Next, table: TableId, row: RowId) -> (Vec<Act>, Vec<Act>) {
        let lens = self.lens();
        let of_proposal = match next {
            Next::Answer => Act::AnswerProposal,
            Next::Decision => Act::Decide,
        };
        let of = |proposals: &mut dyn Iterator<Item = &Proposal>| {
            let (mut waiting, mut others) = (Vec::new(), Vec::new());
            // The one whose last day comes first; then the last one proposed.
            let mut proposals: Vec<_> = proposals.collect();
            proposals.sort_by_key(|it| (it.answer_by().is_none(), it.answer_by(), Reverse(it.proposed_on)));
            for proposal in proposals {
                match proposal.standing(&lens) {
                    Standing::Open if next == Next::Answer || proposal.decision.is_none() => {
                        waiting.push(of_proposal(proposal.id()));
                    }
                    Standing::Open => others.push(of_proposal(proposal.id())),
                    // A refusal may still follow an acceptance.
                    Standing::Accepted if next == Next::Answer => others.push(of_proposal(proposal.id())),
                    Standing::Accepted | Standing::Refused | Standing::TurnedDown | Standing::Lost | Standing::Gone => {
                    }
                }
            }
            (waiting, others)
        };
        let is_open = |case: RowId| {
            lens.dataset.relocations.find(case).is_some_and(|case: &Relocation| case.is_open_on(lens.as_of))
        };
        match table {
            TableId::Proposals => (vec![of_proposal(row)], Vec::new()),
            TableId::Referrals if next == Next::Answer => (vec![Act::AnswerReferral(row)], Vec::new()),
            TableId::Units => {
                of(&mut lens.proposals_of_unit(row).filter(|proposal| proposal.relocation.is_some_and(is_open)))
            }
            TableId::Relocations if is_open(row) => {
                let (mut waiting, others) = of(&mut lens.proposals_of_case(row));
                let referrals = lens.referrals_of_case(row).filter(|referral| referral.answer.is_none());
                waiting.extend(referrals.filter(|_| next == Next::Answer).map(|it| Act::AnswerReferral(it.id())));
                (waiting, others)
            }
            _ => (Vec::new(), Vec::new()),
        }
    }

    /// Those that may be meant, as the card names them.
    pub(super) fn notable_offers(&self, next: Next, table: TableId, row: RowId, text: &str) -> Vec<Suggestion> {
        let (waiting, others) = self.notable(next, table, row);
        let mut links = links::links(table, row, &self.lens(), &self.words);
        let at = |row: RowId| waiting.iter().chain(&others).position(|act| act.about().1 == row);
        links.retain(|link| at(link.cell.row).is_some());
        links.sort_by_key(|link| at(link.cell.row));
        let offers = links.into_iter().map(|link| {
            let mut offer = Suggestion::new(Value::Reference(link.cell.row), link.what);
            offer.tell(&link.state);
            link.day.iter().for_each(|day| offer.tell(&self.words.date(*day)));
            offer
        });
        offers.filter(|offer| fold(&offer.label).contains(&fold(text))).collect()
    }

    /// Goes on to what was chosen.
    pub(super) fn note_chosen(&mut self, next: Next, (table, row): (TableId, RowId), chosen: Option<RowId>) {
        let (waiting, others) = self.notable(next, table, row);
        let act = waiting.into_iter().chain(others).find(|act| Some(act.about().1) == chosen);
        if let Some(act) = act {
            self.handle(Command::Act(act));
        }
    }
}

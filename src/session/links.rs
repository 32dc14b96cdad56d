//! What belongs to a record: the story of a case, the candidates of a unit, what a committee decided and published, each
//! with where it stands.

use chrono::NaiveDate;

use crate::domain::committee::{CommitteeAction, CommitteeDecision};
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::proposal::{Proposal, Standing};
use crate::domain::publication::{Publication, TotalKey};
use crate::domain::referral::Referral;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnKey, Kind, Record, TableId};
use crate::domain::unit::Unit;
use crate::exchange::show;
use crate::words::Words;

/// A record that belongs to another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardLink {
    /// What it is, and whom it is with.
    pub what: String,
    /// Where it stands.
    pub state: String,
    /// When it began: the order of the story.
    pub since: Option<NaiveDate>,
    /// Since when it stands there.
    pub day: Option<NaiveDate>,
    /// Where it leads.
    pub cell: CellRef,
}

/// The records that belong to a case, a unit, a referral, a proposal or a committee, in the order of time; undated ones last.
pub(super) fn links(table: TableId, row: RowId, lens: &Lens, words: &Words) -> Vec<CardLink> {
    let maker = Maker { lens, words };
    let mut links = match table {
        TableId::Relocations => lens.dataset.relocations.find(row).map(|case| maker.of_case(case)).unwrap_or_default(),
        TableId::Units => {
            let named = lens.cases_naming(row).filter(|case| lens.proposals_of_case(case.id()).count() == 0);
            let candidates = lens.proposals_of_unit(row).map(|proposal| maker.candidate(proposal));
            candidates.chain(named.map(|case| maker.case(case.id()))).collect()
        }
        TableId::Referrals => lens
            .dataset
            .referrals
            .find(row)
            .and_then(|found| found.relocation)
            .map(|row| maker.case(row))
            .into_iter()
            .collect(),
        TableId::Proposals => {
            let found = lens.dataset.proposals.find(row);
            let case = found.and_then(|found| found.relocation).map(|row| maker.case(row));
            let unit = found.and_then(|found| found.unit).map(|row| maker.unit(row));
            case.into_iter().chain(unit).collect()
        }
        TableId::Committees => maker.of_committee(row),
        _ => Vec::new(),
    };
    links.sort_by_key(|link| (link.since.is_none(), link.since));
    links
}

struct Maker<'a> {
    lens: &'a Lens<'a>,
    words: &'a Words,
}

impl Maker<'_> {
    fn of_case(&self, case: &Relocation) -> Vec<CardLink> {
        let referrals = self.lens.referrals_of_case(case.id()).map(|referral| self.referral(referral));
        let proposals = self.lens.proposals_of_case(case.id()).map(|proposal| self.home(proposal));
        let was_proposed = |unit| self.lens.proposals_of_case(case.id()).any(|proposal| proposal.unit == Some(unit));
        let unit = case.unit.filter(|unit| !was_proposed(*unit)).map(|row| self.unit(row));
        let earlier = case.earlier_case.map(|row| self.case(row));
        referrals.chain(proposals).chain(unit).chain(earlier).collect()
    }

    /// What it published, decided and asked for.
    fn of_committee(&self, row: RowId) -> Vec<CardLink> {
        let dataset = self.lens.dataset;
        let is_of = |committee: Option<RowId>| committee == Some(row);
        let publications = dataset.publications.iter().filter(|it| is_of(it.committee)).map(|it| self.published(it));
        let decisions = dataset.decisions.iter().filter(|it| is_of(it.committee)).map(|it| {
            let (about, keys) = (it.landlord, CommitteeDecision::KEYS);
            self.noted(TableId::Decisions, &it.text, (about, it.association), None, it.cell(keys.text))
        });
        let actions = dataset.actions.iter().filter(|it| is_of(it.committee)).map(|it| {
            let (about, keys) = (it.landlord, CommitteeAction::KEYS);
            self.noted(TableId::Actions, &it.text, (about, it.association), it.done.or(it.due), it.cell(keys.text))
        });
        publications.chain(decisions).chain(actions).collect()
    }

    /// The totals that were published.
    fn published(&self, publication: &Publication) -> CardLink {
        let figures = publication.figures();
        let total = |key: TotalKey| figures.get(key.name(None).as_str()).and_then(|n| usize::try_from(*n).ok());
        let state = Message::new("card-published")
            .count("units", total(TotalKey::Units).unwrap_or(0))
            .count("women", total(TotalKey::Women).unwrap_or(0));
        CardLink {
            what: self.words.text("card-publication").to_owned(),
            state: self.words.say(&state),
            since: None,
            day: publication.day,
            cell: publication.cell(Publication::KEYS.day),
        }
    }

    /// A decision, or an action with its day.
    fn noted(
        &self,
        table: TableId,
        text: &str,
        (landlord, association): (Option<RowId>, Option<RowId>),
        day: Option<NaiveDate>,
        cell: CellRef,
    ) -> CardLink {
        let whose = [(TableId::Landlords, landlord), (TableId::Associations, association)];
        let whose = whose.map(|(table, row)| self.label(table, row));
        let state = whose.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ");
        CardLink {
            what: self.named(table, &self.words.say(&Message::new("card-noted").text("text", text))),
            state,
            since: None,
            day,
            cell,
        }
    }

    fn label(&self, table: TableId, row: Option<RowId>) -> String {
        row.map(|row| show::label(table, row, self.lens, self.words)).unwrap_or_default()
    }

    /// A value of a record, as it is shown.
    fn shown(&self, cell: CellRef) -> String {
        let kind = cell.table.column(cell.column).map_or(Kind::Text, |info| info.kind);
        show::value(&self.lens.value(cell), kind, self.lens, self.words)
    }

    /// The kind of record and whom it is with, as the start of a line.
    fn named(&self, table: TableId, with: &str) -> String {
        let kind = self.words.text(&format!("table-{}-one", table.key())).to_owned();
        let mut letters = kind.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        format!("{first}{} {with}", letters.as_str())
    }

    fn referral(&self, referral: &Referral) -> CardLink {
        let what = self.named(TableId::Referrals, &self.label(TableId::Landlords, referral.landlord));
        let answer = self.shown(referral.cell(Referral::KEYS.answer));
        let state = if answer.is_empty() { self.words.text("card-unanswered").to_owned() } else { answer };
        let day = referral.answered_on.or(referral.asked_on);
        CardLink { what, state, since: referral.asked_on, day, cell: referral.cell(Referral::KEYS.answer) }
    }

    /// A home that was proposed to a case.
    fn home(&self, proposal: &Proposal) -> CardLink {
        self.proposed(proposal, &self.label(TableId::Units, proposal.unit))
    }

    /// A case to which a unit was proposed.
    fn candidate(&self, proposal: &Proposal) -> CardLink {
        self.proposed(proposal, &self.label(TableId::Relocations, proposal.relocation))
    }

    fn proposed(&self, proposal: &Proposal, with: &str) -> CardLink {
        let standing = self.shown(proposal.cell(Proposal::KEYS.standing));
        let state = if proposal.standing(self.lens) == Standing::Refused && proposal.reason.is_some() {
            format!("{standing} ({})", self.shown(proposal.cell(Proposal::KEYS.reason)))
        } else if let (true, Some(decision)) = (proposal.standing(self.lens).is_live(), proposal.decision) {
            let decision = self.words.text(&format!("choice-caleol-decision-{}", decision.key())).to_lowercase();
            let rank = proposal.rank.map(|rank| format!("\u{a0}{rank}")).unwrap_or_default();
            format!("{standing} ({decision}{rank})")
        } else {
            standing
        };
        let what = self.named(TableId::Proposals, with);
        let day = proposal.answered_on.or(proposal.proposed_on);
        CardLink { what, state, since: proposal.proposed_on, day, cell: proposal.cell(Proposal::KEYS.answer) }
    }

    fn case(&self, row: RowId) -> CardLink {
        self.record(TableId::Relocations, row, Relocation::KEYS.code, Relocation::KEYS.status)
    }

    fn unit(&self, row: RowId) -> CardLink {
        self.record(TableId::Units, row, Unit::KEYS.code, Unit::KEYS.status)
    }

    fn record(&self, table: TableId, row: RowId, code: ColumnKey, status: ColumnKey) -> CardLink {
        let what = self.named(table, &self.label(table, Some(row)));
        let state = self.shown(CellRef { table, row, column: status });
        CardLink { what, state, since: None, day: None, cell: CellRef { table, row, column: code } }
    }
}

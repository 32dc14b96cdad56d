//! The sheet of one landlord or one association: what it did, and its own records as it may read them.

use crate::domain::committee::CommitteeAction;
use crate::domain::id::RowId;
use crate::domain::landlord::Landlord;
use crate::domain::message::Message;
use crate::domain::projection::Projection;
use crate::domain::referral::Referral;
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnKey, Record, TableId};
use crate::domain::unit::Unit;
use crate::indicators::Snapshot;
use crate::words::Words;

use super::document::{Block, Document};
use super::parts;

pub fn of_landlord(snapshot: &Snapshot, row: RowId, words: &Words) -> Document {
    let name =
        snapshot.dataset().landlords.find(row).map(|landlord: &Landlord| landlord.name.clone()).unwrap_or_default();
    let shared = parts::are_shared(snapshot);
    let figures = snapshot.progress().of(row).map(|figures| Block::Table(parts::key_figures(figures, shared, words)));
    let unit = Unit::KEYS;
    let units = [unit.code, unit.dwelling, unit.commune, unit.rent, unit.published, unit.status, unit.lease_signed];
    let referral = Referral::KEYS;
    let referrals = [referral.asked_on, referral.answer, referral.answered_on];
    let is_its_unit = |it: &Unit| it.landlord == Some(row);
    let is_its_referral = |it: &Referral| it.landlord == Some(row);
    let lists = |copy: &Projection| {
        let data = copy.lens().dataset;
        let its_units = data.units.iter().filter(|it| is_its_unit(it)).map(Record::id).collect();
        let its_referrals = data.referrals.iter().filter(|it| is_its_referral(it)).map(Record::id).collect();
        vec![(TableId::Units, units.to_vec(), its_units), (TableId::Referrals, referrals.to_vec(), its_referrals)]
    };
    sheet(snapshot, (name, figures), lists, |action| action.landlord == Some(row), words)
}

pub fn of_association(snapshot: &Snapshot, row: RowId, words: &Words) -> Document {
    let name = snapshot.dataset().associations.find(row).map(|it| it.name.clone()).unwrap_or_default();
    let case = Relocation::KEYS;
    let cases =
        [case.code, case.status, case.need_spotted, case.dwellings, case.wanted, case.landlord, case.lease_signed];
    let lists = |copy: &Projection| {
        let its = copy.lens().dataset.relocations.iter().filter(|it| it.association == Some(row)).map(Record::id);
        vec![(TableId::Relocations, cases.to_vec(), its.collect())]
    };
    sheet(snapshot, (name, None), lists, |action| action.association == Some(row), words)
}

/// Records by table: which columns of which rows.
type Lists = Vec<(TableId, Vec<ColumnKey>, Vec<RowId>)>;

fn sheet(
    snapshot: &Snapshot,
    (name, figures): (String, Option<Block>),
    lists: impl Fn(&Projection) -> Lists,
    is_its: impl Fn(&CommitteeAction) -> bool,
    words: &Words,
) -> Document {
    let copy = Projection::of(&snapshot.lens(), snapshot.audience());
    let lens = copy.lens();
    let mut blocks: Vec<Block> = Vec::new();
    if let Some(figures) = figures {
        blocks.extend([Block::Heading(words.text("report-essential").to_owned()), figures]);
    }
    let action = CommitteeAction::KEYS;
    let actions = lens.dataset.actions.iter().filter(|it| it.done.is_none() && is_its(it)).map(Record::id).collect();
    let mut lists = lists(&copy);
    lists.push((TableId::Actions, vec![action.text, action.due], actions));
    for (table, columns, rows) in lists {
        blocks.push(Block::Heading(words.text(&format!("table-{}", table.key())).to_owned()));
        blocks.push(if rows.is_empty() {
            Block::Text(words.text("report-no-record").to_owned())
        } else {
            Block::Table(parts::records(&lens, table, &columns, &rows, words))
        });
    }
    let for_whom = words.say(&Message::new("report-for-one").text("name", name.clone()));
    let about = parts::about(snapshot, for_whom, words);
    Document { title: name, foot: about.join(" · "), about, lang: words.lang(), day: snapshot.view().as_of, blocks }
}

//! Dates in an order that can not be, and dates that stand in for another and disagree with it.

use super::{Found, Severity, cell, column_word};
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::domain::table::AnyTable;

use Severity::{Error, Warning};

/// A date, one that is never earlier, and how serious it is if it is.
type Pair = (&'static str, &'static str, Severity);

/// Pairs of dates of one record of which the first is never the later. Errors are impossible;
/// warnings are steps that people may have taken the other way round.
const ORDER: &[(TableId, &[Pair])] = &[
    (TableId::Landlords, &[("joined", "left", Error)]),
    (TableId::Associations, &[("joined", "left", Error)]),
    (
        TableId::Units,
        &[
            ("promised", "identified", Warning),
            ("promised", "published", Warning),
            ("identified", "published", Warning),
            ("published", "presented", Warning),
            ("published", "lease_signed", Warning),
            ("published", "published_again", Error),
            ("published", "deadline_passed", Error),
            ("presented", "allocated", Warning),
            ("allocated", "offer_received", Warning),
            ("allocated", "lease_signed", Error),
            ("offer_received", "lease_signed", Warning),
            ("lease_signed", "occupied", Error),
            ("promised", "withdrawn", Error),
        ],
    ),
    (
        TableId::Relocations,
        &[
            ("need_spotted", "referred", Warning),
            ("need_spotted", "lease_signed", Error),
            ("need_spotted", "exited", Error),
            ("referred", "acknowledged", Error),
            ("referred", "lease_signed", Error),
            ("proposed", "caleol", Warning),
            ("file_complete", "caleol", Warning),
            ("caleol", "offer_received", Warning),
            ("offer_received", "accepted", Warning),
            ("accepted", "lease_signed", Warning),
            ("lease_signed", "moved_in", Error),
            ("suspended_from", "suspended_to", Error),
        ],
    ),
    (TableId::Referrals, &[("asked_on", "answered_on", Error)]),
    (
        TableId::Proposals,
        &[
            ("proposed_on", "visited_on", Warning),
            ("proposed_on", "caleol_on", Warning),
            ("proposed_on", "answered_on", Error),
            ("caleol_on", "offer_received_on", Warning),
            ("offer_received_on", "answered_on", Warning),
            ("answered_on", "paused_until", Warning),
        ],
    ),
];

pub(super) fn check(lens: &Lens, found: &mut Found) {
    for (id, pairs) in ORDER {
        for row in lens.dataset.table(*id).ids() {
            for (before, after, severity) in *pairs {
                in_order(lens, *id, row, (before, after), *severity, found);
            }
        }
    }
    for id in TableId::ALL {
        stand_ins(lens, lens.dataset.table(*id), found);
    }
}

fn in_order(
    lens: &Lens,
    id: TableId,
    row: RowId,
    (before, after): (&'static str, &'static str),
    severity: Severity,
    found: &mut Found,
) {
    let date = |column| lens.value(cell(id, row, column)).as_date();
    if let (Some(later), Some(earlier)) = (date(after), date(before))
        && later < earlier
    {
        let message =
            Message::new("finding-order").term("after", column_word(id, after)).term("before", column_word(id, before));
        found.add(severity, cell(id, row, after), message);
    }
}

/// One date lives in one place: a stand-in that says something else than its home.
fn stand_ins(lens: &Lens, table: &dyn AnyTable, found: &mut Found) {
    let dates: Vec<_> =
        table.infos().into_iter().filter(|column| column.kind == Kind::Date && !column.derived).collect();
    for row in table.ids() {
        for column in &dates {
            let Some(own) = table.get(row, column.key).and_then(|value| value.as_date()) else { continue };
            let home = table.home(row, column.key, lens).and_then(|home| lens.stored(home).as_date());
            if home.is_some_and(|home| home != own) {
                let message =
                    Message::new("finding-stand-in").term("column", column_word(table.id(), column.key.as_str()));
                found.add(Warning, CellRef { table: table.id(), row, column: column.key }, message);
            }
        }
    }
}

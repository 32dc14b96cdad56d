//! The commitments crossed: a row per landlord, a column per period and axis, each cell the target of one record.
//!
//! Pure. The rows are those of the convention, the whole region first; the sums below are those of the counting rules
//! (C9, C11). What does not count, or belongs to no period, is in the list only.

use chrono::NaiveDate;

use crate::domain::commitment::{Axis, Commitment, Counting};
use crate::domain::convention::Period;
use crate::domain::crossed;
use crate::domain::id::{CellRef, RowId};
use crate::domain::landlord::{Landlord, answering};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, TableId};
use crate::domain::table::Values;
use crate::domain::value::{ColumnValue, Value};
use crate::indicators::{Span, Targets};
use crate::words::Words;

use super::grid::{CellPos, Crossed, CrossedCell, CrossedColumn, Foot};

/// The row of the region: no record has this identity.
pub(super) const REGION: RowId = RowId::NONE;

/// Whether a commitment waits to be confirmed: nobody has said where it comes from.
pub(super) fn is_proposed(commitment: &Commitment) -> bool {
    commitment.source.trim().is_empty()
}

/// The commitments crossed. A cell without a record keeps the identity that its record will have.
pub(super) fn crossed(lens: &Lens, words: &Words, kept: Option<&Crossed>, fresh: &mut dyn FnMut() -> RowId) -> Crossed {
    let mut maker = Maker { lens, words, kept, fresh };
    let mut periods: Vec<&Period> = lens.dataset.periods.iter().collect();
    periods.sort_by_key(|period| (period.starts.is_none(), period.starts));
    let landlords: Vec<&Landlord> = lens.dataset.landlords.iter().filter(|it| maker.has_row(it, &periods)).collect();
    let mut crossed =
        Crossed { table: TableId::Commitments, rows: Vec::new(), columns: Vec::new(), cells: [].into(), left_out: 0 };
    crossed.rows = std::iter::once(REGION).chain(landlords.iter().map(|landlord| landlord.id())).collect();
    crossed.columns.push(maker.names());
    for row in std::iter::once(None).chain(landlords.iter().copied().map(Some)) {
        crossed.cells.extend([maker.name(row)]);
    }
    for period in periods {
        let targets = Targets::of(lens, Span::Period(period.id()));
        for axis in maker.axes() {
            let info = column(axis, period);
            crossed.columns.push(maker.column(info, axis, period, &targets));
            for row in std::iter::once(None).chain(landlords.iter().copied().map(Some)) {
                crossed.cells.extend([maker.cell(info, axis, period, row)]);
            }
        }
    }
    let all = lens.dataset.commitments.len();
    let known = crossed.cells.values().filter(|at| at.cell.table == TableId::Commitments && at.makes.is_none());
    crossed.left_out = all - known.map(|at| 1 + at.others.len()).sum::<usize>().min(all);
    crossed
}

/// The column of an axis and a period: like the target's.
fn column(axis: Axis, period: &Period) -> &'static ColumnInfo {
    let name = format!("{}-{:x}", axis.key(), period.id().value());
    crossed::column(&name, (TableId::Commitments, Commitment::KEYS.target), false)
}

/// The column of the landlords' names, which are not changed here.
fn names() -> &'static ColumnInfo {
    crossed::column("landlord-name", (TableId::Landlords, Landlord::KEYS.name), true)
}

struct Maker<'a> {
    lens: &'a Lens<'a>,
    words: &'a Words,
    kept: Option<&'a Crossed>,
    fresh: &'a mut dyn FnMut() -> RowId,
}

impl Maker<'_> {
    /// Homes and women, and training where anyone committed to it.
    fn axes(&self) -> Vec<Axis> {
        let has_training = self.lens.dataset.commitments.iter().any(|it| it.axis == Axis::Training);
        [Axis::Units, Axis::Relocations].into_iter().chain(has_training.then_some(Axis::Training)).collect()
    }

    /// Whether a landlord was a party in one of the periods, or has committed itself.
    fn has_row(&self, landlord: &Landlord, periods: &[&Period]) -> bool {
        periods.iter().any(|period| self.absence(landlord, period).is_none())
            || self.lens.dataset.commitments.iter().any(|it| it.landlord == Some(landlord.id()))
    }

    fn names(&self) -> CrossedColumn {
        let text = |key| self.words.text(key).to_owned();
        let foot = Foot { sum: text("crossed-sum"), gap: text("crossed-gap"), is_open: false };
        CrossedColumn { info: names(), header: text("col-commitments-landlord"), foot, sum: None }
    }

    fn name(&self, landlord: Option<&Landlord>) -> (CellPos, CrossedCell) {
        let row = landlord.map_or(REGION, Landlord::id);
        let cell = CellRef { table: TableId::Landlords, row, column: Landlord::KEYS.name };
        let note = landlord.is_none().then(|| self.words.text("empty-whole-region").to_owned());
        ((row, names().key), CrossedCell { note, ..plain(cell) })
    }

    fn column(&self, info: &'static ColumnInfo, axis: Axis, period: &Period, targets: &Targets) -> CrossedColumn {
        let header = Message::new("crossed-header").term("axis", format!("choice-axis-{}", axis.key()));
        let header = self.words.say(&header.text("period", period.name.clone()));
        let (sum, target) = (targets.allocated(axis), targets.get(None, axis).total.map(i64::from));
        CrossedColumn { info, header, foot: foot(sum, target, self.words), sum: Some((sum, target)) }
    }

    fn cell(
        &mut self,
        info: &'static ColumnInfo,
        axis: Axis,
        period: &Period,
        landlord: Option<&Landlord>,
    ) -> (CellPos, CrossedCell) {
        let owner = landlord.map(Landlord::id);
        let is_here = |it: &&Commitment| {
            it.counting == Counting::Counts && (it.landlord, it.axis, it.period) == (owner, axis, Some(period.id()))
        };
        let found: Vec<&Commitment> = self.lens.dataset.commitments.iter().filter(is_here).collect();
        let pos = (owner.unwrap_or(REGION), info.key);
        let absence = landlord.and_then(|landlord| self.absence(landlord, period));
        let (note, remark) = absence.map_or((None, None), |(note, remark)| {
            (Some(self.words.text(note).to_owned()), Some(self.words.say(&remark)))
        });
        let mut at = match found.first() {
            Some(first) => {
                CrossedCell { is_proposed: found.iter().any(|it| is_proposed(it)), ..plain(target_of(first.id())) }
            }
            None => CrossedCell { makes: Some(made(owner, axis, period)), ..plain(target_of(self.identity(pos))) },
        };
        (at.note, at.remark) = (note, remark);
        if found.len() > 1 {
            let sum = found.iter().filter_map(|it| it.target).fold(0_u32, u32::saturating_add);
            at.shown = Some(Value::Integer(i64::from(sum)));
            at.others = found.iter().skip(1).map(|it| it.id()).collect();
            let several = Message::new("crossed-several").count("n", found.len());
            at.remark = Some(self.words.say(&several));
            at.closed = Some(several);
        }
        (pos, at)
    }

    /// The identity of the record to be made for a place: the one it was given before.
    fn identity(&mut self, pos: CellPos) -> RowId {
        let kept = self.kept.and_then(|kept| kept.cells.get(&pos)).filter(|kept| kept.makes.is_some());
        let kept = kept.map(|kept| kept.cell.row).filter(|row| !self.lens.dataset.contains(*row));
        kept.unwrap_or_else(|| (self.fresh)())
    }

    /// Why nothing is expected of a landlord in a period: the word for it and the sentence (rule C11).
    fn absence(&self, landlord: &Landlord, period: &Period) -> Option<(&'static str, Message)> {
        let (starts, ends) = (period.starts?, period.ends?);
        let told = |key, day: NaiveDate| Message::new(key).text("name", landlord.name.clone()).date("day", day);
        if let Some(on) = landlord.absorbed_on.filter(|on| landlord.absorption_confirmed && *on <= ends) {
            let successor = answering(self.lens.dataset, landlord.id(), ends).map(|it| it.name.clone());
            let remark = told("crossed-absorbed-why", on).text("successor", successor.unwrap_or_default());
            return Some(("crossed-absorbed", remark));
        }
        if let Some(left) = landlord.left.filter(|left| *left < starts) {
            return Some(("crossed-gone", told("crossed-gone-why", left)));
        }
        let joined = landlord.joined.filter(|joined| *joined > ends)?;
        Some(("crossed-not-yet", told("crossed-not-yet-why", joined)))
    }
}

/// The sum of the landlords' targets against the region's, and what it lacks (rule C9).
pub(super) fn foot(sum: i64, target: Option<i64>, words: &Words) -> Foot {
    let count = |key, name, n: i64| Message::new(key).count(name, usize::try_from(n).unwrap_or(0));
    let Some(target) = target else {
        let sum = words.say(&count("crossed-sum-only", "sum", sum));
        return Foot { sum, gap: words.text("crossed-no-target").to_owned(), is_open: false };
    };
    let left = target - sum;
    let gap = match left {
        1.. => count("crossed-left", "n", left),
        0 => Message::new("crossed-shared"),
        ..0 => count("crossed-more", "n", -left),
    };
    let sum = count("crossed-sum-of", "sum", sum).count("target", usize::try_from(target).unwrap_or(0));
    Foot { sum: words.say(&sum), gap: words.say(&gap), is_open: left > 0 }
}

const fn plain(cell: CellRef) -> CrossedCell {
    CrossedCell {
        cell,
        others: Vec::new(),
        shown: None,
        makes: None,
        closed: None,
        note: None,
        remark: None,
        is_proposed: false,
    }
}

pub(super) const fn target_of(row: RowId) -> CellRef {
    CellRef { table: TableId::Commitments, row, column: Commitment::KEYS.target }
}

/// The values of a new commitment, without its number.
fn made(owner: Option<RowId>, axis: Axis, period: &Period) -> Values {
    let keys = Commitment::KEYS;
    let owner = owner.map(|row| (keys.landlord, Value::Reference(row)));
    let rest = [(keys.axis, axis.to_value()), (keys.period, Value::Reference(period.id()))];
    owner.into_iter().chain(rest).collect()
}

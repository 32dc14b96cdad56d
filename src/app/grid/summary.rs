//! What the selected cells come to: how many, their sum and median where they are numbers.
//!
//! Only numbers that mean the same are added: whole numbers of one measure, or amounts.

use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::schema::Kind;
use crate::domain::value::{Money, Value};

use super::arrange::Arrangement;
use super::state::Grid;

/// What the selected cells come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Cells that hold something.
    pub filled: usize,
    /// Sum and median, where all that is held are numbers of one kind.
    pub numbers: Option<Numbers>,
}

/// Numbers of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Of which kind: amounts are in cents.
    pub kind: Kind,
    /// Their sum.
    pub sum: i64,
    /// Twice their median, which may lie half-way between two of them.
    pub median_twice: i64,
}

impl Grid {
    /// What the selected cells come to; none where only one is selected.
    pub fn summary(&self, arrangement: &Arrangement, lens: &Lens) -> Option<Summary> {
        let shown = self.columns.shown();
        let block = self.block(arrangement, &shown).filter(|block| !block.is_one())?;
        let (mut filled, mut kind, mut is_mixed) = (0, None, false);
        let mut numbers = Vec::new();
        for (row, info) in block.cells() {
            let number = match lens.value(CellRef { table: self.table(), row, column: info.key }) {
                Value::Empty => continue,
                Value::Integer(n) => Some(n),
                Value::Money(Money(cents)) => Some(cents),
                _ => None,
            };
            filled += 1;
            is_mixed |= number.is_none() || *kind.get_or_insert(info.kind) != info.kind;
            numbers.extend(number);
        }
        let numbers = kind.filter(|_| !is_mixed).map(|kind| of(kind, numbers));
        Some(Summary { filled, numbers })
    }
}

fn of(kind: Kind, mut numbers: Vec<i64>) -> Numbers {
    numbers.sort_unstable();
    let at = |place: usize| numbers.get(place).copied().unwrap_or(0);
    let (low, high) = (numbers.len().saturating_sub(1) / 2, numbers.len() / 2);
    let sum = numbers.iter().fold(0_i64, |sum, n| sum.saturating_add(*n));
    Numbers { kind, sum, median_twice: at(low).saturating_add(at(high)) }
}

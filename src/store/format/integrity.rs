//! Integrity of a file's records: unique ids, no dangling references, and drafts and views with columns
//! of their tables.
//!
//! Runs on the schema after parsing. Anything doubtful that can still be opened is a finding, not a
//! file error. A draft without its cell is neither: nobody could see or correct it, so it is dropped.

use std::collections::HashSet;

use crate::domain::dataset::Dataset;
use crate::domain::schema::TableId;

use super::place::FilePlace;
use super::problem::{Malformed, Problem};

/// Returns the first violation.
pub(super) fn check(dataset: &Dataset, text: &str) -> Result<(), Malformed> {
    let mut seen = HashSet::new();
    for table in TableId::ALL {
        for row in dataset.table(*table).ids() {
            if row.value() == 0 {
                let place = FilePlace { table: Some(table.key().to_owned()), ..FilePlace::default() };
                return Err(Malformed { place, problem: Problem::NoId });
            }
            if !seen.insert(row) {
                let place = FilePlace::of_row(text, table.key(), row.value());
                return Err(Malformed { place, problem: Problem::DuplicateId(row.value()) });
            }
        }
    }
    if let Some((cell, named)) = dataset.dangling().into_iter().next() {
        let mut place = FilePlace::of_row(text, cell.table.key(), cell.row.value());
        place.field = Some(cell.column.as_str().to_owned());
        return Err(Malformed { place, problem: Problem::Dangling(named.value()) });
    }
    let drafts = dataset.drafts.iter().map(|draft| ("drafts", draft.table, draft.column));
    let views = dataset.views.iter().flat_map(|view| view.columns().map(|column| ("views", view.table, column)));
    match drafts.chain(views).find(|(_, table, column)| table.column(*column).is_none()) {
        Some((list, _, column)) => {
            let place = FilePlace { table: Some(list.to_owned()), ..FilePlace::default() };
            Err(Malformed { place, problem: Problem::UnknownField(column.as_str().to_owned()) })
        }
        None => Ok(()),
    }
}

/// Removes drafts whose cells do not exist.
pub(super) fn drop_stray_drafts(dataset: &mut Dataset) {
    let mut drafts = std::mem::take(&mut dataset.drafts);
    drafts.retain(|draft| dataset.has_cell(draft.cell()));
    dataset.drafts = drafts;
}

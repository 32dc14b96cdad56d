//! Whether the records of a file hold together: each has an id of its own, and what it names is
//! there; drafts and views name columns of their tables.
//!
//! Runs on the schema, after the types have had their say. What is doubtful but can be opened is
//! a finding, not a matter of the file. A draft without its cell is neither: no one could see or
//! correct it, so it is not read.

use std::collections::HashSet;

use crate::domain::dataset::Dataset;
use crate::domain::schema::TableId;

use super::place::FilePlace;
use super::problem::{Malformed, Problem};

/// The first thing that does not hold.
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
    for (cell, named) in dataset.naming(&|_| true) {
        if dataset.is_dangling(cell, named) {
            let mut place = FilePlace::of_row(text, cell.table.key(), cell.row.value());
            place.field = Some(cell.column.as_str().to_owned());
            return Err(Malformed { place, problem: Problem::Dangling(named.value()) });
        }
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

/// Removes drafts of cells that are not there.
pub(super) fn drop_stray_drafts(dataset: &mut Dataset) {
    let mut drafts = std::mem::take(&mut dataset.drafts);
    drafts.retain(|draft| dataset.has_cell(draft.cell()));
    dataset.drafts = drafts;
}

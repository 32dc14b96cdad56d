//! What leads from one state of a dataset to another, as one edit: to restore a backup, and to say how far it
//! is from the present.

use std::collections::HashSet;

use crate::domain::dataset::Dataset;
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::TableId;

use super::edit::Edit;

/// How many records another state has more, less and otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    pub added: usize,
    pub removed: usize,
    pub changed: usize,
}

impl Difference {
    pub fn between(now: &Dataset, then: &Dataset) -> Self {
        let mut difference = Self::default();
        for table in TableId::ALL.iter().copied() {
            let (now, then) = (now.table(table), then.table(table));
            difference.removed += now.ids().into_iter().filter(|row| !then.contains(*row)).count();
            for row in then.ids() {
                match now.values(row) {
                    None => difference.added += 1,
                    Some(values) if Some(&values) != then.values(row).as_ref() => difference.changed += 1,
                    Some(_) => {}
                }
            }
        }
        difference
    }
}

/// The edit that makes the records those of another state. Drafts and views stay as they are, and what was published
/// since: it was seen.
pub fn restore(now: &Dataset, then: &Dataset, label: Message) -> Edit {
    let (mut inserts, mut writes, mut removes) = (Vec::new(), Vec::new(), Vec::new());
    for table in TableId::ALL.iter().copied() {
        let (now_table, then_table) = (now.table(table), then.table(table));
        let present: HashSet<_> = now_table.ids().into_iter().collect();
        let is_seen = table == TableId::Publications;
        let mut next = None;
        // From the last: the record that follows is then already there.
        for row in then_table.ids().into_iter().rev() {
            if present.contains(&row) {
                if is_seen {
                    continue;
                }
                for column in table.columns().iter().filter(|column| !column.is_derived()) {
                    let cell = CellRef { table, row, column: column.key };
                    let value = then.stored(cell);
                    if value != now.stored(cell) {
                        writes.push(Edit::Set { cell, value });
                    }
                }
            } else {
                let values = then_table.values(row).unwrap_or_default();
                inserts.push(Edit::Insert { table, row, values, before: next });
            }
            next = Some(row);
        }
        let gone = now_table.ids().into_iter().filter(|row| !is_seen && !then_table.contains(*row));
        removes.extend(gone.map(|row| Edit::Remove { table, row }));
    }
    Edit::named(label, inserts.into_iter().chain(writes).chain(removes).collect())
}

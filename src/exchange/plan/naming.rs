//! Names that no record answers to: each is linked to a record, makes one, or is refused.
//!
//! Nothing is made without being asked for: a typing error must not become a landlord.

use std::collections::BTreeSet;

use crate::domain::fold::fold;
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{ColumnKey, Kind, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;
use crate::edit::Edit;
use crate::exchange::entry::{self, EntryContext, Suggestion};

/// Gives a new record its identity, and what it knows by itself besides what is given.
pub type MakeRecord<'a> = dyn FnMut(TableId, Values) -> (RowId, Values) + 'a;

/// A name in a paste, however many cells hold it.
#[derive(Clone, Debug)]
pub struct UnknownName {
    /// Of what it should be the name.
    pub table: TableId,
    /// As it was pasted first.
    pub text: String,
    /// Records that it may be linked to, the likeliest first.
    pub offers: Vec<Suggestion>,
    /// The one that it likely means, where there is just one.
    pub likely: Option<RowId>,
    /// What is done about it.
    pub answer: NameChoice,
    /// The cells that hold it.
    pub(super) goals: Vec<Goal>,
}

/// What is done about a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameChoice {
    /// Its cells stay as they are.
    #[default]
    Refuse,
    /// It means this record.
    Link(RowId),
    /// A record of that name is made.
    Create,
}

/// Where a pasted value goes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Goal {
    Cell(CellRef),
    /// A column of one of the records that the paste makes.
    Made(usize, ColumnKey),
}

impl UnknownName {
    /// How many cells hold it.
    pub const fn count(&self) -> usize {
        self.goals.len()
    }

    /// Whether this is the same name.
    pub(super) fn is(&self, table: TableId, text: &str) -> bool {
        self.table == table && fold(&self.text) == fold(text)
    }
}

/// The records that a name may be linked to: those that it could mean, then those that share a
/// word with it, then the others.
///
/// With the one that is likely meant: of several that are, none is more likely than another.
pub(super) fn offers(
    table: TableId,
    text: &str,
    meant: Vec<Suggestion>,
    context: &EntryContext,
) -> (Vec<Suggestion>, Option<RowId>) {
    let words = |text: &str| fold(text).split(' ').filter(|word| word.len() > 2).map(str::to_owned).collect();
    let wanted: BTreeSet<String> = words(text);
    let mut all = entry::suggest(Kind::Reference(table), "", context, usize::MAX);
    all.retain(|offer| !meant.contains(offer));
    all.sort_by_key(|offer| wanted.is_disjoint(&words(&offer.label)));
    let shares = |offer: &Suggestion| !wanted.is_disjoint(&words(&offer.label));
    let likely = meant.len() + all.iter().filter(|offer| shares(offer)).count();
    let offers: Vec<Suggestion> = meant.into_iter().chain(all).collect();
    let likely = offers.first().filter(|_| likely == 1).and_then(|offer| match offer.value {
        Value::Reference(row) => Some(row),
        _ => None,
    });
    (offers, likely)
}

/// A new record of that name, and the edit that makes it.
pub fn create(table: TableId, text: &str, fresh: &mut MakeRecord) -> Option<(RowId, Edit)> {
    let name = Value::Text(text.split_whitespace().collect::<Vec<_>>().join(" "));
    let (row, values): (RowId, Values) = fresh(table, vec![(table.made_by_name()?, name)]);
    Some((row, Edit::Insert { table, row, values, before: None }))
}

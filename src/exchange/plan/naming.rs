//! Unknown names: each is linked to a record, creates one, or stays to be corrected.
//!
//! Nothing is created without the user's consent: a typing error must not become a landlord.

use std::collections::BTreeSet;

use crate::domain::fold::fold;
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{ColumnKey, Kind, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;
use crate::edit::Edit;
use crate::exchange::entry::{self, EntryContext, Suggestion};

/// Completes a new record: adds its identity and generated values.
pub type MakeRecord<'a> = dyn FnMut(TableId, Values) -> (RowId, Values) + 'a;

/// An unknown name in a paste, in any number of cells.
#[derive(Clone, Debug)]
pub struct UnknownName {
    /// The table it should be found in.
    pub table: TableId,
    /// As first pasted.
    pub text: String,
    /// Records it may be linked to, likeliest first.
    pub offers: Vec<Suggestion>,
    /// The likeliest one, if there is only one.
    pub likely: Option<RowId>,
    pub answer: NameChoice,
    pub(super) goals: Vec<Goal>,
}

/// What to do with an unknown name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameChoice {
    /// It stays in its cells, to be corrected there.
    #[default]
    Keep,
    /// Link to this record.
    Link(RowId),
    /// Create a record with that name.
    Create,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Goal {
    Cell(CellRef),
    /// A column of a record to be created.
    Made(usize, ColumnKey),
}

impl UnknownName {
    /// Number of cells.
    pub const fn count(&self) -> usize {
        self.goals.len()
    }

    pub(super) fn is(&self, table: TableId, text: &str) -> bool {
        self.table == table && fold(&self.text) == fold(text)
    }
}

/// Records a name may be linked to: its possible matches, then those that share a word with it, then
/// the rest; and the likeliest one, unless several are equally likely.
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

/// A new record with that name, and the edit that creates it.
pub fn create(table: TableId, text: &str, fresh: &mut MakeRecord) -> Option<(RowId, Edit)> {
    let name = Value::Text(text.split_whitespace().collect::<Vec<_>>().join(" "));
    let (row, values): (RowId, Values) = fresh(table, vec![(table.made_by_name()?, name)]);
    Some((row, Edit::Insert { table, row, values, before: None }))
}

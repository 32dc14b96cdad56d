//! The merge of what is kept beside the records: drafts and named views. The history does not know them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::dataset::{Dataset, Draft};
use crate::domain::id::{CellRef, RowId};
use crate::domain::keyed::Keyed;
use crate::domain::schema::TableId;
use crate::domain::view::{NamedView, ViewKey};

use super::edit::Edit;
use super::merge::{Edits, Versions};

/// What both versions had.
enum Base<'a, T> {
    Known(Option<&'a T>),
    Unknown,
}

impl<'a, T> Base<'a, T> {
    fn of(base: Option<&'a Dataset>, get: impl FnOnce(&'a Dataset) -> Option<&'a T>) -> Self {
        base.map_or(Self::Unknown, |base| Self::Known(get(base)))
    }
}

/// What the merged version has of an item that the two versions have differently.
fn merged<T: PartialEq + Clone>(
    (mine, theirs): (Option<&T>, Option<&T>),
    base: &Base<T>,
    both: impl FnOnce(&T, &T) -> T,
) -> Option<T> {
    match base {
        Base::Known(base) if *base == mine => theirs.cloned(),
        Base::Known(base) if *base == theirs => mine.cloned(),
        _ => match (mine, theirs) {
            (Some(mine), Some(theirs)) => Some(both(mine, theirs)),
            (one, other) => one.or(other).cloned(),
        },
    }
}

/// Merges the drafts, with the clashing entries among them. None is lost: two texts of one cell become
/// one.
pub(super) fn drafts(
    versions: &Versions,
    base: Option<&Dataset>,
    clashing: &[(CellRef, String)],
    gone: &BTreeSet<(TableId, RowId)>,
    (my_edits, their_edits): (&mut Edits, &mut Edits),
) {
    let Versions { mine, theirs } = versions;
    let mut my_texts: BTreeMap<CellRef, String> = BTreeMap::new();
    for draft in &mine.dataset.drafts {
        my_texts.insert(draft.cell(), draft.text.clone());
    }
    for (cell, text) in clashing {
        let texts = my_texts.entry(*cell).or_default();
        *texts = joined(text, texts);
    }
    let cells: BTreeSet<_> = my_texts.keys().copied().chain(theirs.dataset.drafts.iter().map(Draft::cell)).collect();
    for cell in cells.into_iter().filter(|cell| !gone.contains(&(cell.table, cell.row))) {
        let (my_text, their_text) = (my_texts.get(&cell), theirs.dataset.draft(cell).map(str::to_owned));
        let was = base.and_then(|base| base.draft(cell)).map(str::to_owned);
        let text = merged((my_text, their_text.as_ref()), &Base::of(base, |_| was.as_ref()), |mine, theirs| {
            joined(mine, theirs)
        });
        if mine.dataset.draft(cell) != text.as_deref() {
            my_edits.writes.push(Edit::Draft { cell, text: text.clone() });
        }
        if their_text != text {
            their_edits.writes.push(Edit::Draft { cell, text });
        }
    }
}

/// Two texts in one, unless one has the other.
fn joined(one: &str, other: &str) -> String {
    if one.contains(other) {
        one.to_owned()
    } else if other.contains(one) {
        other.to_owned()
    } else {
        format!("{one} / {other}")
    }
}

/// Merges the views. Where both versions changed a view, mine gets another name.
pub(super) fn views(
    Versions { mine, theirs }: &Versions,
    base: Option<&Dataset>,
    (my_edits, their_edits): (&mut Edits, &mut Edits),
) {
    let (mine, theirs) = (&mine.dataset.views, &theirs.dataset.views);
    let is_taken = |key: &ViewKey| mine.get(key).is_some() || theirs.get(key).is_some();
    for view in mine.iter().chain(theirs.iter().filter(|view| mine.get(&view.key()).is_none())) {
        let key = view.key();
        let (my_view, their_view) = (mine.get(&key), theirs.get(&key));
        if my_view == their_view {
            continue;
        }
        let merged = merged((my_view, their_view), &Base::of(base, |base| base.views.get(&key)), |mine, theirs| {
            let renamed = NamedView { name: free_name(mine, &is_taken), ..mine.clone() };
            for edits in [&mut *my_edits, &mut *their_edits] {
                edits.writes.push(Edit::KeepView(renamed.clone()));
            }
            theirs.clone()
        });
        let edit = match merged {
            Some(view) => Edit::KeepView(view),
            None => Edit::DropView { table: view.table, name: view.name.clone() },
        };
        for (has, edits) in [(my_view, &mut *my_edits), (their_view, &mut *their_edits)] {
            let has_it =
                has.map_or_else(|| matches!(edit, Edit::DropView { .. }), |has| edit == Edit::KeepView(has.clone()));
            if !has_it {
                edits.writes.push(edit.clone());
            }
        }
    }
}

fn free_name(view: &NamedView, is_taken: &dyn Fn(&ViewKey) -> bool) -> String {
    let names = (2..).map(|number: u32| format!("{} ({number})", view.name));
    let mut free = names.filter(|name| !is_taken(&ViewKey::new(view.table, name)));
    free.next().unwrap_or_default()
}

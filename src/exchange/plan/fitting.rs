//! Whether a text, or a value that is moved, goes into a column, and as what.

use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, Kind, TableId};
use crate::domain::value::Value;
use crate::exchange::entry::{Entry, EntryError, Suggestion};
use crate::exchange::{leftover, show};

use super::{Ground, MovedCell};

/// The result of a text in a column.
pub(super) enum Fitted {
    /// A value, and what is left over of the text.
    Value(Value, Option<String>),
    /// The name of no record, or of several; with the candidates.
    Name(TableId, Vec<Suggestion>),
    /// A text to be corrected.
    Draft(Message),
    /// Nothing that could be kept there.
    Misfit(Message),
}

/// Whether a computed cell already shows the text, so that a whole copied row can be pasted back.
pub(super) fn is_so(text: &str, cell: CellRef, info: &ColumnInfo, ground: Ground) -> bool {
    info.is_derived() && text == show::plain_value(&ground.lens.value(cell), info.kind, ground.lens, ground.words)
}

fn fitted(text: &str, (table, info): (TableId, &ColumnInfo), ground: Ground) -> Fitted {
    if info.is_derived() {
        return Fitted::Misfit(Message::new("paste-derived"));
    }
    let named = match info.kind {
        Kind::Reference(table) => table.made_by_name().map(|_| table),
        _ => None,
    };
    match (leftover::parse(table, info, text, &ground.entry), named) {
        (Entry::Value(Value::Empty), _) if info.required => Fitted::Misfit(Message::new("paste-required")),
        (Entry::Value(value), _) => Fitted::Value(value, None),
        (Entry::Part(value, rest), _) => Fitted::Value(value, Some(rest)),
        (Entry::Ask(meant), Some(table)) => Fitted::Name(table, meant),
        (Entry::Error(EntryError::NoSuchRecord(_)), Some(table)) => Fitted::Name(table, Vec::new()),
        (Entry::Ask(_), None) => Fitted::Draft(Message::new("paste-several")),
        // Too long to be kept beside the cell either.
        (Entry::Error(error @ EntryError::TooLong(_)), _) => Fitted::Misfit(error.message()),
        (Entry::Error(error), _) => Fitted::Draft(error.message()),
    }
}

/// The result of moving a cut cell to another column: its value as is, if the column accepts it. Names
/// prompt no question: what cannot be moved stays where it is.
pub(super) fn moved(
    from: Option<MovedCell>,
    text: &str,
    (table, into): (TableId, &ColumnInfo),
    ground: Ground,
) -> Fitted {
    let Some((cell, of)) = from else { return fitted(text, (table, into), ground) };
    let value = ground.lens.value(cell);
    // A draft is moved as text, or not at all.
    if ground.lens.dataset.draft(cell).is_none() && !into.is_derived() && fits(&value, of, into) {
        return Fitted::Value(value, None);
    }
    match fitted(text, (table, into), ground) {
        Fitted::Name(..) => Fitted::Misfit(Message::new("paste-not-moved")),
        Fitted::Draft(problem) => Fitted::Misfit(problem),
        other => other,
    }
}

/// Whether a value can move to another column; a required column is never emptied.
pub fn fits(value: &Value, from: &ColumnInfo, into: &ColumnInfo) -> bool {
    match value {
        Value::Empty => !into.required,
        Value::Reference(_) => into.kind == from.kind,
        _ => into.kind.accepts(value),
    }
}

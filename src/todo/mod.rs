//! What is to do (À faire): made from the records as of a day, never stored, and gone by itself once it is done.
//!
//! Owns when each [`Duty`] arises and since when. What is wrong in the records is a finding (`domain::check`). Only
//! what people put off is a record (`domain::postponement`). For the office only: an item describes one case.

mod cases;
mod committee;
mod landlords;
mod units;

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use crate::domain::convention::Thresholds;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::postponement::{Duty, Postponement};

/// Something to do about one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    pub duty: Duty,
    /// Where it is done.
    pub place: CellRef,
    /// The day from which it is to do. A day to come is one that nears.
    pub since: NaiveDate,
    /// What happened or did not.
    pub why: Message,
    /// The postponement of it, until its day.
    pub put_off: Option<RowId>,
}

/// Everything to do as of the lens's day, the most pressing kind first, the longest due first within a kind; then what
/// was put off, in the same order.
pub fn todos(lens: &Lens) -> Vec<Todo> {
    let mut list = List::new(lens);
    cases::list(lens, &mut list);
    units::list(lens, &mut list);
    committee::list(lens, &mut list);
    landlords::list(lens, &mut list);
    list.items.sort_by_key(|item| (item.put_off.is_some(), item.duty, item.since));
    list.items
}

/// What of it is for a committee to speak of: it is about organisations and homes on offer, never about a case.
pub fn agenda(lens: &Lens) -> Vec<Todo> {
    let mut list = List::new(lens);
    units::on_offer(lens, &mut list);
    committee::list(lens, &mut list);
    landlords::list(lens, &mut list);
    let is_for_committee = |duty: Duty| match duty {
        Duty::ActionOpen => Some(0),
        Duty::Behind => Some(1),
        Duty::CommitmentsMissing => Some(2),
        Duty::NoCandidate => Some(3),
        _ => None,
    };
    list.items.retain(|item| item.put_off.is_none() && is_for_committee(item.duty).is_some());
    // What was promised comes first.
    list.items.sort_by_key(|item| (is_for_committee(item.duty), item.since));
    list.items
}

/// How many items are not put off.
pub fn due(todos: &[Todo]) -> usize {
    todos.iter().filter(|todo| todo.put_off.is_none()).count()
}

struct List {
    as_of: NaiveDate,
    thresholds: Thresholds,
    items: Vec<Todo>,
    put_off: HashMap<(Duty, RowId), RowId>,
}

impl List {
    fn new(lens: &Lens) -> Self {
        let waits = |it: &&Postponement| it.until.is_some_and(|until| lens.as_of < until);
        let put_off = lens.dataset.postponements.iter().filter(waits);
        Self {
            as_of: lens.as_of,
            thresholds: lens.dataset.the_convention().thresholds(),
            items: Vec::new(),
            put_off: put_off.filter_map(|it| Some(((it.duty?, it.about()?), it.id()))).collect(),
        }
    }

    /// Adds an item that is to do from `since` on, if that day has come.
    fn add(&mut self, duty: Duty, place: CellRef, since: Option<NaiveDate>, why: Message) {
        let Some(since) = since.filter(|since| *since <= self.as_of) else { return };
        self.note(duty, place, since, why);
    }

    /// Adds an item that is to do, whatever its day.
    fn note(&mut self, duty: Duty, place: CellRef, since: NaiveDate, why: Message) {
        let put_off = self.put_off.get(&(duty, place.row)).copied();
        self.items.push(Todo { duty, place, since, why, put_off });
    }
}

/// The day so many days later.
fn after(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(days.into()))
}

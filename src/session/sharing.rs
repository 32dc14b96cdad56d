//! What others see in a call: whether the window for the committee is open, and what it shows.
//!
//! That window is for sharing; this one stays with the operator, and the system is asked to leave it out of captures,
//! where it can.

use chrono::{NaiveDateTime, TimeDelta};

use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::projection::Projection;
use crate::domain::schema::{Audience, TableId};
use crate::indicators::SpanAsOf;
use crate::report::committee_view::{self, CommitteeView, Focus};
use crate::todo;
use crate::words::Lang;

use super::Session;
use super::command::Command;
use super::derived::SnapshotKey;
use super::page::Page;
use super::targets::row;

/// What a committee may speak of: organisations, homes on offer, what was decided.
const DISCUSSED: &[TableId] =
    &[TableId::Landlords, TableId::Associations, TableId::Units, TableId::Decisions, TableId::Actions];

/// How long the first window may be captured, in minutes: nobody remembers to switch that off.
const SHOWN_FOR: i64 = 10;

#[derive(Default)]
pub(super) struct Sharing {
    /// The window for the committee is open.
    pub(super) has_window: bool,
    /// What the committee speaks of.
    discussed: Option<(TableId, RowId)>,
    /// Until when the first window is not to be left out of captures.
    pub(super) stays_in_until: Option<NaiveDateTime>,
}

/// What the window for the committee is made of: another key is another view.
#[derive(Clone, Copy, PartialEq)]
pub struct ViewKey {
    document: u64,
    discussed: Option<(TableId, RowId)>,
    snapshot: SnapshotKey,
    lang: Lang,
}

impl Session {
    pub const fn has_committee_window(&self) -> bool {
        self.sharing.has_window && self.is_open()
    }

    /// Shows the record at hand as what the committee speaks of, or nothing more if it was that.
    pub(super) fn discussion(&self) -> Option<Command> {
        if !self.has_committee_window() {
            return None;
        }
        let of_todo = || Some(self.todo_at_hand().filter(|_| self.page == Page::Todo)?.1.place);
        let at_hand = row(self).or_else(|| of_todo().map(|place| (place.table, place.row)));
        let at_hand = at_hand.filter(|(table, _)| DISCUSSED.contains(table));
        let is_off = at_hand.is_none() || at_hand == self.sharing.discussed;
        let is_said = self.sharing.discussed.is_some() || at_hand.is_some();
        is_said.then_some(Command::Discuss(at_hand.filter(|_| !is_off)))
    }

    pub(super) fn discuss(&mut self, record: Option<(TableId, RowId)>) {
        let Some((table, row)) = record else {
            self.sharing.discussed = None;
            return self.notify(Message::new("discuss-over"));
        };
        let lens = Lens::new(self.document.dataset(), &self.derived.links, self.today());
        let copy = Projection::of(&lens, Audience::Committee);
        // A home that somebody may live in has no name there.
        let Some(label) = committee_view::named(table, row, &copy.lens(), &self.words) else {
            return self.refuse(Message::new("discuss-withheld"));
        };
        self.sharing.discussed = record;
        self.notify(Message::new("discuss-now").text("record", label));
    }

    /// Whether the committee is said to speak of something.
    pub const fn has_discussion(&self) -> bool {
        self.sharing.discussed.is_some()
    }

    /// Whether the system is asked to leave the first window out of captures.
    pub fn is_left_out(&self) -> bool {
        self.has_committee_window() && self.outside().can_leave_out && self.seconds_shown().is_none()
    }

    /// Leaves the first window out of captures, or in for some minutes.
    pub(super) fn leave_out(&mut self, is_wanted: bool) {
        self.sharing.stays_in_until = (!is_wanted).then(|| self.now() + TimeDelta::minutes(SHOWN_FOR));
    }

    /// For how many seconds the first window may still be captured.
    pub fn seconds_shown(&self) -> Option<f64> {
        let left = (self.sharing.stays_in_until? - self.now()).num_seconds();
        (left > 0).then_some(left as f64)
    }

    pub fn committee_key(&self) -> ViewKey {
        ViewKey {
            document: self.document_number(),
            discussed: self.sharing.discussed,
            snapshot: SnapshotKey { audience: Audience::Committee, view: self.view_today(), ..self.snapshot_key() },
            lang: self.words().lang(),
        }
    }

    /// The window for the committee is of today, whatever earlier day the first window looks back to: what is decided and
    /// what is to do stand beside the figures.
    fn view_today(&self) -> SpanAsOf {
        SpanAsOf { as_of: self.today(), ..self.view() }
    }

    /// What the window for the committee shows. Worked out anew: whoever shows it keeps it by its key.
    pub fn committee_view(&self) -> CommitteeView {
        let audience = Audience::Committee;
        let view = self.view_today();
        let is_at_hand = self.chart_audience() == audience && self.view() == view;
        let snapshot = if is_at_hand { self.snapshot() } else { self.figures(view, audience) };
        let (copy, agenda) = (Projection::of(&snapshot.lens(), audience), todo::agenda(&snapshot.lens()));
        let focus = Focus { meeting: None, discussed: self.sharing.discussed };
        CommitteeView::of(snapshot, &copy.lens(), (&agenda, focus), self.words())
    }
}

//! What the window for the committee shows: the figures so far, what moved since the last meeting, needs against
//! opportunities, and what is decided and to be done.
//!
//! Made of the committee's snapshot and the committee's copy, and of nothing else. Plain data: texts and the source of
//! the charts, which are drawn at the size of the window.

use chrono::NaiveDate;

use crate::chart::input::{ChartSource, RowOrder, region_row};
use crate::chart::kind::Chart;
use crate::chart::layout::bar;
use crate::chart::scene::Scene;
use crate::domain::commitment::Axis;
use crate::domain::committee::{Committee, CommitteeAction, CommitteeDecision};
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::{Lens, Reader};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, Kind, Record, TableId};
use crate::domain::value::Value;
use crate::exchange::show;
use crate::indicators::Snapshot;
use crate::todo::Todo;
use crate::words::{Lang, Words};

/// Everything that the window shows.
#[derive(Clone, Debug)]
pub struct CommitteeView {
    /// The convention, and the day of the figures.
    pub title: String,
    pub is_fictitious: bool,
    /// Women rehoused in all, units, women rehoused after a referral.
    pub figures: Vec<Headline>,
    /// What is spoken of: whom or what, and what is known of it.
    pub discussed: Option<Line>,
    pub since: Option<Since>,
    pub meeting: Option<Meeting>,
    /// What is to be spoken of.
    pub agenda: Vec<Line>,
    snapshot: Snapshot,
    lang: Lang,
}

/// A figure, against its commitment if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    pub caption: String,
    pub number: String,
    pub target: Option<String>,
    /// The figure whose bar stands below.
    pub axis: Option<Axis>,
}

/// What moved since the last meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    pub title: String,
    /// What the two numbers of a landlord count.
    pub caption: String,
    /// Each landlord of which something did, and the numbers.
    pub landlords: Vec<(String, String)>,
}

/// A meeting with what it decided and asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub title: String,
    /// The next one has not begun.
    pub is_over: bool,
    pub decisions: Vec<Line>,
    pub actions: Vec<Line>,
}

/// A decision or an action: its text; whom it is about, by when, and whether it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    pub more: String,
    pub is_done: bool,
}

/// What the view is about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Focus {
    /// The meeting whose decisions are shown; none for the one at hand.
    pub meeting: Option<RowId>,
    /// What is spoken of.
    pub discussed: Option<(TableId, RowId)>,
}

impl CommitteeView {
    /// `copy` and `snapshot` are those of the committee; of the agenda, and of what is spoken of, it shows what is about
    /// records of the copy.
    pub fn of(snapshot: Snapshot, copy: &Lens, (agenda, focus): (&[Todo], Focus), words: &Words) -> Self {
        let maker = Maker { snapshot: &snapshot, copy, words, meeting: focus.meeting };
        let day = words.say(&Message::new("as-of").date("date", snapshot.view().as_of));
        Self {
            title: format!("{} · {day}", copy.dataset.the_convention().name),
            is_fictitious: copy.dataset.is_fictitious(),
            figures: maker.figures(),
            discussed: focus.discussed.and_then(|record| maker.discussed(record)),
            since: maker.since(),
            meeting: maker.meeting(),
            agenda: maker.agenda(agenda),
            lang: words.lang(),
            snapshot,
        }
    }

    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Needs against opportunities.
    pub fn needs(&self, words: &Words, width: f32) -> Scene {
        let source = ChartSource { snapshot: &self.snapshot, order: RowOrder::default(), words };
        Chart::Needs.scene(&source, width, 0.0)
    }

    /// The bar below a figure.
    pub fn bar(&self, axis: Axis, words: &Words, width: f32, height: f32) -> Scene {
        bar::scene(&region_row(&self.snapshot, axis, words), axis, words, width, height)
    }
}

struct Maker<'a> {
    snapshot: &'a Snapshot,
    copy: &'a Lens<'a>,
    words: &'a Words,
    /// None for the one at hand.
    meeting: Option<RowId>,
}

impl Maker<'_> {
    fn figures(&self) -> Vec<Headline> {
        let figures = &self.snapshot.progress().region.figures;
        let figure = |caption: &str, n: usize, target: Option<u32>, axis| Headline {
            caption: self.words.text(caption).to_owned(),
            number: self.words.count(n),
            target: target.map(|target| format!("/ {}", self.words.number(target.into()))),
            axis,
        };
        let (units, referral) = (&figures.units, &figures.relocations);
        vec![
            figure("card-women", figures.women.in_all.n(), None, None),
            figure("card-units", units.delivered.n(), units.target.total, Some(Axis::Units)),
            figure("card-relocations", referral.delivered.n(), referral.target.total, Some(Axis::Relocations)),
        ]
    }

    fn discussed(&self, (table, row): (TableId, RowId)) -> Option<Line> {
        let text = named(table, row, self.copy, self.words)?;
        let words = self.words;
        let progress = self.snapshot.progress().of(row).map(|figures| {
            let (units, referral) = (&figures.units, &figures.relocations);
            let parts = [
                ("card-units", &units.delivered, &units.target),
                ("card-relocations", &referral.delivered, &referral.target),
            ];
            let said = parts.map(|(caption, count, target)| {
                let target = target.total.map(|target| format!(" / {}", words.number(target.into())));
                format!("{} : {}{}", words.text(caption), words.count(count.n()), target.unwrap_or_default())
            });
            said.to_vec()
        });
        // What tells a record from others, and whom an action asks by when.
        let facts = || {
            let columns = self.copy.columns(table).into_iter().filter(|column| {
                !table.label().contains(&column.key)
                    && (table.described().contains(&column.key) || table == TableId::Actions)
            });
            let shown = columns.map(|column| show::cell(table, row, column, self.copy, words));
            shown.filter(|said| !said.is_empty()).collect::<Vec<_>>()
        };
        Some(Line { text, more: progress.unwrap_or_else(facts).join(" · "), is_done: false })
    }

    fn since(&self) -> Option<Since> {
        let since = self.snapshot.since()?;
        let moved = since.changes.landlords.iter().filter_map(|(row, changes)| {
            let name = self.copy.dataset.landlords.find(*row)?.name.clone();
            let (units, women) = (changes.units.n(), changes.women.n());
            (units + women > 0).then(|| (name, format!("+{units} · +{women}")))
        });
        let day = self.words.long_date(since.day);
        Some(Since {
            title: self.words.say(&Message::new("committee-since").text("day", day)),
            caption: self.words.text("committee-moved").to_owned(),
            landlords: moved.collect(),
        })
    }

    /// The meeting under way or the next one, once anything is written down for it; otherwise the last one.
    fn meeting_at_hand(&self) -> Option<(NaiveDate, &Committee)> {
        let (today, dataset) = (self.copy.as_of, self.copy.dataset);
        let mut meetings: Vec<(NaiveDate, &Committee)> =
            dataset.committees.iter().filter_map(|meeting| Some((meeting.held_on?, meeting))).collect();
        meetings.sort_by_key(|(day, _)| *day);
        let next = meetings.iter().find(|(day, _)| *day >= today);
        let last = meetings.iter().rfind(|(day, _)| *day < today);
        if let Some(row) = self.meeting {
            return meetings.into_iter().find(|(_, meeting)| meeting.id() == row);
        }
        let is_begun = |meeting: &Committee| {
            let of = |committee: Option<RowId>| committee == Some(meeting.id());
            dataset.decisions.iter().any(|it| of(it.committee)) || dataset.actions.iter().any(|it| of(it.committee))
        };
        next.filter(|(_, meeting)| is_begun(meeting)).or(last).or(next).copied()
    }

    fn meeting(&self) -> Option<Meeting> {
        let dataset = self.copy.dataset;
        let (day, meeting) = self.meeting_at_hand()?;
        let of = meeting.id();
        let decisions = dataset.decisions.iter().filter(|it| it.committee == Some(of));
        let actions = dataset.actions.iter().filter(|it| it.committee == Some(of));
        let is_over = day < self.copy.as_of;
        let day = self.words.long_date(day);
        Some(Meeting {
            is_over,
            title: self.words.say(&Message::new("committee-of").text("day", day)),
            decisions: decisions.filter_map(|it| self.decision(it)).collect(),
            actions: actions.filter_map(|it| self.action(it)).collect(),
        })
    }

    /// What stands with the meeting is not said twice.
    fn agenda(&self, agenda: &[Todo]) -> Vec<Line> {
        let meeting = self.meeting_at_hand().map(|(_, meeting)| meeting.id());
        let is_said = |todo: &&Todo| {
            let action = self.copy.dataset.actions.find(todo.place.row);
            action.is_some_and(|action| action.committee == meeting)
        };
        let line = |todo: &Todo| {
            let text = named(todo.place.table, todo.place.row, self.copy, self.words)?;
            self.copy.read(todo.place)?;
            Some(Line { text, more: self.words.say(&todo.why), is_done: false })
        };
        agenda.iter().filter(|todo| !is_said(todo)).filter_map(line).collect()
    }

    /// A text that is held back is said to be; one that is still to be typed is not shown.
    fn said(&self, cell: CellRef) -> Option<String> {
        match self.copy.read(cell) {
            None => Some(self.words.text("committee-held").to_owned()),
            Some(Value::Text(text)) if !text.trim().is_empty() => Some(text),
            Some(_) => None,
        }
    }

    fn decision(&self, decision: &CommitteeDecision) -> Option<Line> {
        let keys = CommitteeDecision::KEYS;
        let more = [keys.landlord, keys.association].map(|column| self.shown(decision.cell(column)));
        Some(Line { text: self.said(decision.cell(keys.text))?, more: joined(more), is_done: false })
    }

    fn action(&self, action: &CommitteeAction) -> Option<Line> {
        let keys = CommitteeAction::KEYS;
        let [landlord, association] = [keys.landlord, keys.association].map(|column| self.shown(action.cell(column)));
        let until = action.due.filter(|_| action.done.is_none());
        let until = until.map(|day| self.words.say(&Message::new("committee-due").date("day", day)));
        let done = action.done.map(|day| self.words.say(&Message::new("committee-done").date("day", day)));
        let more = [landlord, association, until.or(done).unwrap_or_default()];
        Some(Line { text: self.said(action.cell(keys.text))?, more: joined(more), is_done: action.done.is_some() })
    }

    /// A cell of the copy, as it is shown.
    fn shown(&self, cell: CellRef) -> String {
        let kind = cell.table.column(cell.column).map_or(Kind::Text, |info| info.kind);
        show::value(&self.copy.value(cell), kind, self.copy, self.words)
    }
}

/// The name of a record, if the committee may read it.
pub fn named(table: TableId, row: RowId, copy: &Lens, words: &Words) -> Option<String> {
    let is_read = |column: &ColumnKey| copy.read(CellRef { table, row, column: *column }).is_some();
    table.label().iter().all(is_read).then(|| show::label(table, row, copy, words))
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

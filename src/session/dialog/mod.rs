//! Dialogs as data: what is asked, what was typed so far, which fields take text.
//!
//! One at a time, over the page. What an answer does is in `answers`; how a dialog looks is the
//! window's.

pub mod filter;
pub mod replace;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::chart::kind::Chart;
use crate::chart::scene::ChartTable;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::exchange::plan::Plan;

use super::command::{ChartExport, Command, Purpose};
use super::line::Line;

/// What is asked.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// Where a file is, or is to be.
    Path {
        /// What for.
        purpose: Purpose,
        /// The path as it is typed.
        path: Line,
    },
    /// A question with buttons.
    Question(Question),
    /// The operator's name, before the first edit.
    Operator {
        /// The name as it is typed.
        name: Line,
    },
    /// To whom an association's open cases go.
    HandOver {
        /// The association that leaves.
        from: RowId,
        /// The one chosen.
        to: Option<RowId>,
    },
    /// Which landlord absorbed another one.
    Absorb {
        /// The landlord that is gone.
        landlord: RowId,
        /// The one chosen.
        successor: Option<RowId>,
        /// From which day.
        on: NaiveDate,
    },
    /// What does not fit of a paste, or what it would do unasked.
    Paste {
        /// Into which table.
        table: TableId,
        /// The paste, worked out.
        paste: Arc<Plan>,
    },
    /// What a column is filtered by.
    Filter(filter::Draft),
    /// A text to replace by another.
    Replace(replace::Draft),
    /// The name of a view.
    View {
        /// Of which table.
        table: TableId,
        /// The name as it is typed.
        name: Line,
    },
    /// The actions, searched by name.
    Palette {
        /// The search as it is typed.
        search: Line,
        /// Which of those found the keyboard is on.
        at: usize,
    },
    /// Charts for a report.
    Charts(ChartExport),
    /// The figures behind a chart.
    Figures {
        /// Which chart.
        chart: Chart,
        /// Its figures, as they were when it was asked for.
        table: Arc<ChartTable>,
    },
    /// The shortcuts.
    Help,
    /// Version, licences, sources, places.
    About,
}

/// A question, and what each answer does. Closing it does nothing.
#[derive(Clone, Debug)]
pub struct Question {
    /// What it is about.
    pub title: Message,
    /// What is asked.
    pub text: Message,
    /// Key of each answer's word, and its command; the first is the default.
    pub answers: Vec<(&'static str, Command)>,
}

impl Dialog {
    /// The palette, empty.
    pub fn palette() -> Self {
        Self::Palette { search: Line::default(), at: 0 }
    }

    /// Its text fields, from the top.
    pub fn fields(&self) -> Vec<&Line> {
        match self {
            Self::Path { path: line, .. }
            | Self::Operator { name: line }
            | Self::View { name: line, .. }
            | Self::Palette { search: line, .. } => vec![line],
            Self::Filter(draft) => draft.fields(),
            Self::Replace(draft) => vec![&draft.find, &draft.with],
            _ => Vec::new(),
        }
    }

    /// The same, to type into.
    pub(super) fn field_mut(&mut self, place: usize) -> Option<&mut Line> {
        match (self, place) {
            (
                Self::Path { path: line, .. }
                | Self::Operator { name: line }
                | Self::View { name: line, .. }
                | Self::Palette { search: line, .. },
                0,
            ) => Some(line),
            (Self::Filter(draft), place) => draft.field_mut(place),
            (Self::Replace(draft), 0) => Some(&mut draft.find),
            (Self::Replace(draft), 1) => Some(&mut draft.with),
            _ => None,
        }
    }
}

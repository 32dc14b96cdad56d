//! Dialogs as data: the question, the text typed so far, the text fields.
//!
//! One at a time, over the page. `answers` defines what each answer does; the window draws.

pub mod filter;
pub mod form;
pub mod quick;
pub mod replace;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use crate::chart::kind::Chart;
use crate::chart::scene::ChartTable;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::edit::{Difference, Removal};
use crate::exchange::plan::Plan;

use super::command::{ChartExport, Command, Purpose};
use super::line::Line;

#[derive(Clone, Debug)]
pub enum Dialog {
    /// The path of a file.
    Path {
        purpose: Purpose,
        /// As typed.
        path: Line,
    },
    Question(Question),
    /// The operator's name, before the first edit.
    Operator {
        /// As typed.
        name: Line,
    },
    /// The preview of a paste with misfits or side effects.
    Paste {
        table: TableId,
        paste: Arc<Plan>,
    },
    Filter(Box<filter::FilterForm>),
    Replace(Box<replace::ReplaceForm>),
    View {
        table: TableId,
        /// As typed.
        name: Line,
    },
    /// What is done next about a record.
    Form(Box<form::Form>),
    /// A record in one line.
    Quick(Box<quick::Quick>),
    /// Values that two people changed.
    Clashes,
    /// The backups of the open file, the latest first; none while they are looked for.
    Backups(Option<Arc<Vec<Backed>>>),
    /// Records that were removed, the latest first.
    Removed(Arc<Vec<Gone>>),
    /// The passphrase of a sealed file.
    Unlock {
        path: PathBuf,
        /// Whose passphrase it is, if not that of the file.
        backup: Option<PathBuf>,
        /// As typed.
        passphrase: Line,
        /// Why it is asked for, or what was wrong with the last one.
        why: Option<Message>,
    },
    /// A new passphrase for the open file, typed twice.
    Seal {
        passphrase: Line,
        again: Line,
    },
    /// A word to strike out.
    Strike {
        /// As typed.
        word: Line,
    },
    /// The closed cases whose detail is about to go.
    Purge {
        cases: Vec<RowId>,
    },
    Palette {
        /// As typed.
        search: Line,
        /// The highlighted entry.
        at: usize,
    },
    Charts(ChartExport),
    /// The figures behind a chart.
    Figures {
        chart: Chart,
        /// Its figures when the dialog was opened.
        table: Arc<ChartTable>,
    },
    Help(HelpPage),
    About,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HelpPage {
    /// How a week goes, for who sees the app for the first time.
    #[default]
    Start,
    Keys,
    /// The counting rules C1 to C16.
    Rules,
}

impl HelpPage {
    pub const ALL: [Self; 3] = [Self::Start, Self::Keys, Self::Rules];

    /// Key of its title in the word files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Start => "help-start",
            Self::Keys => "help-title",
            Self::Rules => "help-rules",
        }
    }
}

/// A backup in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backed {
    pub path: PathBuf,
    pub day: NaiveDate,
    /// None for the first state of the day.
    pub time: Option<NaiveTime>,
    /// How far it is from the present; none if it cannot be read, or is not as it was written.
    pub difference: Option<Difference>,
}

/// Records that were removed together, in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    pub what: String,
    pub removal: Removal,
}

/// A question with buttons. Closing it does nothing.
#[derive(Clone, Debug)]
pub struct Question {
    pub title: Message,
    pub text: Message,
    /// The key of each label, and its command; the first is the default.
    pub answers: Vec<(&'static str, Command)>,
}

impl Dialog {
    pub fn palette() -> Self {
        Self::Palette { search: Line::default(), at: 0 }
    }

    /// Whether its fields hold what nobody may read or copy.
    pub const fn is_secret(&self) -> bool {
        matches!(self, Self::Unlock { .. } | Self::Seal { .. })
    }

    /// Its text fields, from top to bottom.
    pub fn fields(&self) -> Vec<&Line> {
        match self {
            Self::Path { path: line, .. }
            | Self::Operator { name: line }
            | Self::View { name: line, .. }
            | Self::Strike { word: line }
            | Self::Unlock { passphrase: line, .. }
            | Self::Palette { search: line, .. } => vec![line],
            Self::Filter(draft) => draft.fields(),
            Self::Form(form) => form.fields.iter().map(|field| &field.line).collect(),
            Self::Quick(quick) => vec![&quick.line],
            Self::Seal { passphrase, again } => vec![passphrase, again],
            Self::Replace(draft) => vec![&draft.find, &draft.with],
            _ => Vec::new(),
        }
    }

    pub(super) fn field_mut(&mut self, place: usize) -> Option<&mut Line> {
        let lines = match self {
            Self::Filter(draft) => return draft.field_mut(place),
            Self::Form(form) => return form.fields.get_mut(place).map(|field| &mut field.line),
            Self::Path { path: line, .. }
            | Self::Unlock { passphrase: line, .. }
            | Self::Operator { name: line }
            | Self::View { name: line, .. }
            | Self::Strike { word: line }
            | Self::Palette { search: line, .. } => vec![line],
            Self::Quick(quick) => vec![&mut quick.line],
            Self::Seal { passphrase, again } => vec![passphrase, again],
            Self::Replace(draft) => vec![&mut draft.find, &mut draft.with],
            _ => Vec::new(),
        };
        lines.into_iter().nth(place)
    }
}

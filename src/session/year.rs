//! The year of a landlord or an association: what the running period counts for it, in a few lines, each of which opens its
//! rows (rule C12).

use crate::domain::convention::Period;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::relocation::{CaseStep, Relocation};
use crate::domain::schema::{Record, TableId};
use crate::indicators::{Because, CaseRuling, Figures, Span, Tally, case_verdict, period_of, progress};
use crate::words::Words;

use super::Session;
use super::command::Command;
use super::grid::Subset;

/// The running period of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    pub title: String,
    pub lines: Vec<YearLine>,
}

/// A figure, and the rows that it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearLine {
    pub text: String,
    table: TableId,
    rows: Vec<RowId>,
    because: Because,
}

/// A figure in words, and the rows that it counts.
type Counting = (Message, TableId, Vec<RowId>, Because);

/// None for other records, or if no period is running.
pub(super) fn year(table: TableId, row: RowId, lens: &Lens, words: &Words) -> Option<Year> {
    let period = period_of(lens.dataset, lens.as_of)?;
    let lines = match table {
        TableId::Landlords => of_landlord(progress(lens, Span::Period(period.id())).of(row)?),
        TableId::Associations => of_association(row, period, lens),
        _ => return None,
    };
    let title = words.say(&Message::new("card-year").text("period", period.name.clone()));
    let line = |(message, table, rows, because): Counting| YearLine { text: words.say(&message), table, rows, because };
    Some(Year { title, lines: lines.into_iter().map(line).collect() })
}

fn of_landlord(figures: &Figures) -> Vec<Counting> {
    let line = |[key, of]: [&'static str; 2], done: usize, target: Option<u32>, coming: usize| {
        let line = Message::new(if target.is_some() { of } else { key }).count("done", done).count("coming", coming);
        line.count("target", target.unwrap_or(0) as usize)
    };
    let (units, women, training) = (&figures.units, &figures.relocations, &figures.training);
    let trained = usize::try_from(training.trained.total).unwrap_or(usize::MAX);
    let expected = usize::try_from(training.expected.total).unwrap_or(usize::MAX);
    let all = |done: &[RowId], coming: &[RowId]| [done, coming].concat();
    vec![
        (
            line(
                ["card-year-units", "card-year-units-of"],
                units.delivered.n(),
                units.target.total,
                units.pipeline.n(),
            ),
            TableId::Units,
            all(&units.delivered.rows, &units.pipeline.rows),
            Because::Rules,
        ),
        (
            line(
                ["card-year-women", "card-year-women-of"],
                women.delivered.n(),
                women.target.total,
                women.pipeline.n(),
            ),
            TableId::Relocations,
            all(&women.delivered.rows, &women.pipeline.rows),
            Because::Rules,
        ),
        (
            line(["card-year-trained", "card-year-trained-of"], trained, training.target.total, expected),
            TableId::Attendances,
            all(&training.trained.rows, &training.expected.rows),
            Because::Rules,
        ),
    ]
}

fn of_association(row: RowId, period: &Period, lens: &Lens) -> Vec<Counting> {
    let cases = || lens.dataset.relocations.iter().filter(|case| case.association == Some(row));
    let spotted = |case: &Relocation| {
        case.dates(lens).taken(CaseStep::NeedSpotted, lens.as_of).is_some_and(|day| period.contains(day))
    };
    let rehoused = |case: &Relocation| matches!(case_verdict(lens, case).ruling, CaseRuling::Rehoused { on, .. } if period.contains(on));
    let waits = |case: &Relocation| {
        let ruling = case_verdict(lens, case).ruling;
        matches!(ruling, CaseRuling::UnderWay { .. } | CaseRuling::PlatformUnderWay | CaseRuling::NotReferred)
    };
    let line = |key, is_counted: &dyn Fn(&Relocation) -> bool, because| {
        let rows: Vec<_> = cases().filter(|case| is_counted(case)).map(Record::id).collect();
        (Message::new(key).count("n", rows.len()), TableId::Relocations, rows, because)
    };
    vec![
        line("card-year-needs", &spotted, Because::Tally(Tally::Needs)),
        line("card-year-rehoused", &rehoused, Because::Rules),
        line("card-year-waiting", &waits, Because::Rules),
    ]
}

impl Session {
    /// Opens the rows that a line of the card's year counts; none if it counts none.
    pub fn open_year_line(&self, place: usize) -> Option<Command> {
        let (row, card) = self.card()?;
        let YearLine { text, table, rows, because } = card.year.as_ref()?.lines.get(place)?;
        if rows.is_empty() {
            return None;
        }
        let lens = self.lens();
        let why = |row| because.why(&lens, *table, row).unwrap_or_else(|| Message::new("why-unknown"));
        let title = format!("{} · {text}", self.label_of(self.shown_table()?, row));
        let title = Message::new("subset-counted").text("title", title);
        let rows = rows.iter().map(|row| (*row, why(*row))).collect();
        Some(Command::ShowRows(*table, Subset { title, rows, beside: None }))
    }
}

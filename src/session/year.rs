//! The year of a landlord or an association: what the running period counts for it, in a few lines.

use crate::domain::convention::Period;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::relocation::{CaseStep, Relocation};
use crate::domain::schema::TableId;
use crate::indicators::{CaseRuling, Figures, Span, case_verdict, period_of, progress};
use crate::words::Words;

/// The period's name and its lines; none for other records, or if no period is running.
pub(super) fn year(table: TableId, row: RowId, lens: &Lens, words: &Words) -> Option<(String, Vec<String>)> {
    let period = period_of(lens.dataset, lens.as_of)?;
    let lines = match table {
        TableId::Landlords => of_landlord(progress(lens, Span::Period(period.id())).of(row)?),
        TableId::Associations => of_association(row, period, lens),
        _ => return None,
    };
    let title = words.say(&Message::new("card-year").text("period", period.name.clone()));
    Some((title, lines.iter().map(|line| words.say(line)).collect()))
}

fn of_landlord(figures: &Figures) -> Vec<Message> {
    let line = |[key, of]: [&'static str; 2], done: usize, target: Option<u32>, coming: usize| {
        let line = Message::new(if target.is_some() { of } else { key }).count("done", done).count("coming", coming);
        line.count("target", target.unwrap_or(0) as usize)
    };
    let (units, women, training) = (&figures.units, &figures.relocations, &figures.training);
    let trained = usize::try_from(training.trained.total).unwrap_or(usize::MAX);
    let expected = usize::try_from(training.expected.total).unwrap_or(usize::MAX);
    vec![
        line(["card-year-units", "card-year-units-of"], units.delivered.n(), units.target.total, units.pipeline.n()),
        line(["card-year-women", "card-year-women-of"], women.delivered.n(), women.target.total, women.pipeline.n()),
        line(["card-year-trained", "card-year-trained-of"], trained, training.target.total, expected),
    ]
}

fn of_association(row: RowId, period: &Period, lens: &Lens) -> Vec<Message> {
    let cases = || lens.dataset.relocations.iter().filter(|case| case.association == Some(row));
    let spotted = |case: &&Relocation| {
        case.dates(lens).taken(CaseStep::NeedSpotted, lens.as_of).is_some_and(|day| period.contains(day))
    };
    let rulings: Vec<_> = cases().map(|case| case_verdict(lens, case).ruling).collect();
    let rehoused = |ruling: &&CaseRuling| matches!(ruling, CaseRuling::Rehoused { on, .. } if period.contains(*on));
    let waits = |ruling: &&CaseRuling| {
        matches!(ruling, CaseRuling::UnderWay { .. } | CaseRuling::PlatformUnderWay | CaseRuling::NotReferred)
    };
    let count = |key, n| Message::new(key).count("n", n);
    vec![
        count("card-year-needs", cases().filter(spotted).count()),
        count("card-year-rehoused", rulings.iter().filter(rehoused).count()),
        count("card-year-waiting", rulings.iter().filter(waits).count()),
    ]
}

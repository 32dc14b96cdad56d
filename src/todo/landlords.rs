//! Landlords behind their pace or without a commitment, in the running period.

use crate::domain::commitment::Axis;
use crate::domain::convention::Period;
use crate::domain::landlord::Landlord;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::postponement::Duty;
use crate::domain::schema::Record;
use crate::indicators::{Figures, Progress, Span, Targets, pace, period_of, progress};

use super::{List, after};

pub(super) fn list(lens: &Lens, list: &mut List) {
    let Some(period) = period_of(lens.dataset, lens.as_of) else { return no_period(lens, list) };
    let span = Span::Period(period.id());
    let progress = progress(lens, span);
    for landlord in lens.dataset.landlords.iter().filter(|landlord| landlord.is_answering_on(lens.as_of)) {
        behind(lens, period, landlord, &progress, list);
    }
    missing(lens, period, &Targets::of(lens, span), list);
}

/// The last period ended and no other has begun.
fn no_period(lens: &Lens, list: &mut List) {
    let ended =
        lens.dataset.periods.iter().filter_map(|period| Some((period.ends?, period))).max_by_key(|(end, _)| *end);
    if let (Some((ended, period)), Some(_)) = (ended, lens.dataset.convention.iter().next()) {
        let why = Message::new("todo-no-period").date("day", ended);
        list.add(Duty::CommitmentsMissing, period.cell(Period::KEYS.ends), after(ended, 1), why);
    }
}

fn behind(lens: &Lens, period: &Period, landlord: &Landlord, progress: &Progress, list: &mut List) {
    let Some(figures) = progress.of(landlord.id()) else { return };
    let threshold = list.thresholds.behind.max(1);
    for (axis, done, target) in done(figures) {
        let Some(target) = target else { continue };
        let expected = pace(period, target, lens.as_of).unwrap_or(0);
        let is_behind = expected.saturating_sub(u32::try_from(done).unwrap_or(u32::MAX)) >= threshold;
        // The day on which it should have been there.
        let should = |day: &chrono::NaiveDate| {
            pace(period, target, *day).is_some_and(|n| n as usize >= done + threshold as usize)
        };
        let since =
            period.starts.and_then(|starts| starts.iter_days().take_while(|day| *day <= lens.as_of).find(should));
        if is_behind {
            let why = Message::new("todo-behind")
                .term("axis", format!("choice-axis-{}", axis.key()))
                .count("done", done)
                .count("expected", expected as usize)
                .count("target", target as usize);
            list.add(Duty::Behind, landlord.cell(Landlord::KEYS.name), since, why);
        }
    }
}

/// What is done on each axis, and its target.
fn done(figures: &Figures) -> [(Axis, usize, Option<u32>); 3] {
    [
        (Axis::Units, figures.units.delivered.n(), figures.units.target.total),
        (Axis::Relocations, figures.relocations.delivered.n(), figures.relocations.target.total),
        (Axis::Training, figures.training.trained.total as usize, figures.training.target.total),
    ]
}

/// Landlords without a commitment where the region has a target, shared out or not: none is not the same as 0.
fn missing(lens: &Lens, period: &Period, targets: &Targets, list: &mut List) {
    // One thing to do for the period: what is put off is put off for both.
    let mut why: Option<Message> = None;
    for axis in [Axis::Units, Axis::Relocations] {
        let Some(left) = targets.still_to_allocate(axis) else { continue };
        let parties = lens.dataset.landlords.iter().filter(|landlord| landlord.is_answering_on(lens.as_of));
        let without: Vec<_> =
            parties.filter(|landlord| targets.get(Some(landlord.id()), axis).total.is_none()).collect();
        let Some(first) = without.first() else { continue };
        why = Some(match why {
            None => Message::new("todo-commitments")
                .term("axis", format!("choice-axis-{}", axis.key()))
                .count("landlords", without.len())
                .text("landlord", first.name.clone())
                .count("left", usize::try_from(left).unwrap_or(0))
                .count("others", 0),
            Some(of_units) => of_units.count("others", without.len()),
        });
    }
    if let Some(why) = why {
        list.add(Duty::CommitmentsMissing, period.cell(Period::KEYS.name), period.starts, why);
    }
}

//! The invented context: unpublished regional figures, with sources that say they are fictitious.

use crate::domain::context::ContextFigure;

use super::{Making, day};

/// Applications and allocations in a year, then applications in a quarter.
pub(super) fn make(making: &mut Making) -> Vec<ContextFigure> {
    let (demands, awards) = ("Demandes de logement, violences familiales", "Attributions, violences familiales");
    [
        (demands, "2020", 4_321, "demandes", day(2021, 2, 15)),
        (awards, "2020", 1_234, "attributions", day(2021, 2, 15)),
        (demands, "T1 2021", 1_111, "demandes", day(2021, 5, 31)),
    ]
    .into_iter()
    .map(|(label, period, value, unit, dated)| {
        making.record(|figure: &mut ContextFigure| {
            label.clone_into(&mut figure.label);
            period.clone_into(&mut figure.period);
            figure.value = Some(value);
            unit.clone_into(&mut figure.unit);
            "Observatoire fictif".clone_into(&mut figure.source);
            figure.dated = Some(dated);
        })
    })
    .collect()
}

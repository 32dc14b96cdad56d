//! The figures that an edit would move: of the running period, as of today, before and after.
//!
//! Counts nothing: the figures are those of `indicators`, on the records as they are and as they would be.

use crate::domain::commitment::Axis;
use crate::domain::id::RowId;
use crate::domain::lens::{Lens, Links};
use crate::domain::schema::TableId;
use crate::edit::{self, Edit};
use crate::indicators::{self, Figures, Measure, Span};

use crate::session::Session;

/// A figure that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// None for the region.
    pub landlord: Option<RowId>,
    pub measure: Measure,
    pub from: u64,
    pub to: u64,
    /// The commitment that it is measured by.
    pub target: Option<u64>,
}

/// The figures that are held against each other, with the axis of their commitment.
const MEASURES: [(Measure, Option<Axis>); 6] = [
    (Measure::Units, Some(Axis::Units)),
    (Measure::UnitsToPublish, None),
    (Measure::Relocations, Some(Axis::Relocations)),
    (Measure::UnderWay, None),
    (Measure::Women, None),
    (Measure::Children, None),
];

impl Session {
    /// The figures that an edit moves, the region's first, and how its record then counts, or why not.
    pub(super) fn moves(&self, edit: &Edit, record: Option<(TableId, RowId)>) -> (Vec<Move>, Option<String>) {
        let view = indicators::view(self.dataset(), None, None, self.today());
        let Some(after) = edit::outcome(self.dataset(), edit) else { return (Vec::new(), None) };
        let links = Links::of(&after);
        let (then, now) = (Lens::new(&after, &links, view.as_of), self.lens().at(view.as_of));
        let (before, progress) = (indicators::progress(&now, view.span), indicators::progress(&then, view.span));
        let mut moves = of(None, &before.region.figures, &progress.region.figures);
        for landlord in &progress.landlords {
            let none = Figures::default();
            let held = before.of(landlord.landlord).unwrap_or(&none);
            moves.extend(of(Some(landlord.landlord), held, &landlord.figures));
        }
        let counted = record.filter(|(table, _)| matches!(table, TableId::Units | TableId::Relocations));
        let why = counted.and_then(|(table, row)| indicators::why(&then, table, row));
        (moves, why.map(|why| self.words.say(&why)))
    }

    /// The name of the running period, whose figures are shown.
    pub fn running_period(&self) -> Option<String> {
        match indicators::view(self.dataset(), None, None, self.today()).span {
            Span::Period(row) => Some(self.label_of(TableId::Periods, row)),
            Span::SinceStart => None,
        }
    }
}

fn of(landlord: Option<RowId>, before: &Figures, after: &Figures) -> Vec<Move> {
    let number = |measure: Measure, figures: &Figures| {
        measure.of(figures, None, Some(&figures.women.children)).number.unwrap_or(0)
    };
    let moves = MEASURES.iter().map(|(measure, axis)| Move {
        landlord,
        measure: *measure,
        from: number(*measure, before),
        to: number(*measure, after),
        target: axis.and_then(|axis| Measure::Targets(axis).of(after, None, None).number),
    });
    moves.filter(|found| found.from != found.to).collect()
}

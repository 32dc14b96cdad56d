//! Why a case and a unit match or do not, criterion by criterion, in words.

use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Reader;
use crate::domain::message::{Arg, Message};
use crate::domain::relocation::Relocation;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::unit::Unit;
use crate::exchange::show;
use crate::matching::{Criterion, Fit, Home, Match, is_unread};

use super::Session;
use super::act::Act;

impl Session {
    /// What speaks against a match of a case and a unit, or is not known, on a line: with the reason where it is no more
    /// than amounts, a day or an answer, and where she might be found.
    pub fn doubts(&self, pair: (RowId, RowId), fit: &Match) -> String {
        let doubt = |(criterion, fit): (Criterion, Fit)| {
            let why = match criterion {
                Criterion::Rent => self.amounts(pair),
                Criterion::Territory => self.unread(pair),
                Criterion::Day | Criterion::Free => self.why(pair, criterion, fit),
                _ => None,
            };
            self.sign(criterion, fit, why)
        };
        let doubts: Vec<_> = fit.doubts().map(doubt).collect();
        if doubts.is_empty() { self.words.text("fits-all").to_owned() } else { doubts.join(", ") }
    }

    /// What speaks for a match, on a line.
    pub fn merits(&self, fit: &Match) -> String {
        let merits: Vec<_> = fit.merits().map(|criterion| self.criterion(criterion)).collect();
        if merits.is_empty() { String::new() } else { format!("{}\u{a0}{}", Fit::Yes.sign(), merits.join(", ")) }
    }

    /// The sign of a criterion, its name, and the reason, if there is more to say.
    pub fn doubt(&self, pair: (RowId, RowId), criterion: Criterion, fit: Fit) -> String {
        self.sign(criterion, fit, self.why(pair, criterion, fit))
    }

    fn sign(&self, criterion: Criterion, fit: Fit, why: Option<String>) -> String {
        let word = self.criterion(criterion);
        let why = why.map(|why| format!(" ({why})")).unwrap_or_default();
        format!("{}\u{a0}{word}{why}", fit.sign())
    }

    fn criterion(&self, criterion: Criterion) -> String {
        self.words.text(&format!("choice-criterion-{}", criterion.key())).to_owned()
    }

    /// The reason of a sign; none if the sign says it all.
    pub fn why(&self, pair: (RowId, RowId), criterion: Criterion, fit: Fit) -> Option<String> {
        let (case, unit) = pair;
        let (of_case, of_unit) = (Relocation::KEYS, Unit::KEYS);
        let case = |column| self.said_of_cell(TableId::Relocations, case, column);
        let unit = |column| self.said_of_cell(TableId::Units, unit, column);
        let missing = |column| self.words.say(&Message::new("matching-no-value").term("column", column));
        match criterion {
            Criterion::Free if fit == Fit::Yes => None,
            Criterion::Free => self.other_candidates(pair).or_else(|| self.proposed_again(pair)),
            Criterion::Rent => self.amounts(pair),
            Criterion::Dwelling => Some(self.beside_wishes(
                (unit(of_unit.dwelling), case(of_case.dwellings)),
                (TableId::Units.column_word(of_unit.dwelling), TableId::Relocations.column_word(of_case.dwellings)),
            )),
            Criterion::Territory => self.unread(pair).or_else(|| {
                Some(self.beside_wishes(
                    (unit(of_unit.commune), case(of_case.wanted)),
                    (TableId::Units.column_word(of_unit.commune), TableId::Relocations.column_word(of_case.wanted)),
                ))
            }),
            Criterion::StepFree if fit == Fit::Unknown => Some(missing(TableId::Units.column_word(of_unit.step_free))),
            Criterion::StepFree => case(of_case.step_free).map(|wished| {
                let is =
                    unit(of_unit.step_free).unwrap_or_else(|| missing(TableId::Units.column_word(of_unit.step_free)));
                self.words.say(&Message::new("matching-wished").text("is", is).text("wished", wished))
            }),
            Criterion::Day => Some(match unit(of_unit.available_from) {
                Some(day) => self.words.say(&Message::new("matching-free-from").text("day", day)),
                None => missing(TableId::Units.column_word(of_unit.available_from)),
            }),
        }
    }

    /// What a cell shows; none if it is empty.
    fn said_of_cell(&self, table: TableId, row: RowId, column: ColumnKey) -> Option<String> {
        Some(self.shown_text(CellRef { table, row, column })).filter(|text| !text.is_empty())
    }

    /// What a unit is and what is wished for, or which of them is not noted.
    fn beside_wishes(&self, shown: (Option<String>, Option<String>), columns: (String, String)) -> String {
        match shown {
            (Some(is), Some(wished)) => {
                self.words.say(&Message::new("matching-wished").text("is", is).text("wished", wished))
            }
            (None, _) => self.words.say(&Message::new("matching-no-value").term("column", columns.0)),
            (_, None) => self.words.say(&Message::new("matching-no-value").term("column", columns.1)),
        }
    }

    /// To how many others a unit is proposed.
    fn other_candidates(&self, (case, unit): (RowId, RowId)) -> Option<String> {
        let lens = self.lens();
        let home = Home::of(&lens, lens.dataset.units.find(unit)?);
        let others = home.candidates().iter().filter(|candidate| **candidate != case).count();
        (others > 0).then(|| self.words.say(&Message::new("matching-candidates").count("n", others)))
    }

    /// A place to avoid that is not understood must not be overlooked.
    fn unread(&self, (case, _): (RowId, RowId)) -> Option<String> {
        let lens = self.lens();
        let is_unread = is_unread(&lens, lens.dataset.relocations.find(case)?);
        is_unread.then(|| self.words.text("matching-unread").to_owned())
    }

    /// What became of it, if the unit was proposed to the case before.
    pub fn proposed_again(&self, (case, unit): (RowId, RowId)) -> Option<String> {
        self.again(Act::ProposePair(case, unit), unit).map(|again| self.words.say(&again))
    }

    /// What the unit costs a month, and what she can pay at most, as far as it is known and may be seen.
    fn amounts(&self, (case, unit): (RowId, RowId)) -> Option<String> {
        let lens = self.lens();
        let amount = |table, row, column: ColumnKey| lens.read(CellRef { table, row, column })?.as_money();
        let of_unit = |column| amount(TableId::Units, unit, column);
        let rent = of_unit(Unit::KEYS.rent).map(|rent| self.words.say(&show::rent(rent, of_unit(Unit::KEYS.charges))));
        let most = amount(TableId::Relocations, case, Relocation::KEYS.max_rent);
        let most =
            most.map(|most| self.words.say(&Message::new("matching-rent-most").with("amount", Arg::Money(most))));
        let amounts: Vec<_> = rent.into_iter().chain(most).collect();
        (!amounts.is_empty()).then(|| amounts.join(", "))
    }
}

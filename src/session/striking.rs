//! Striking out, for good: which question is asked, and what is done with its answer.
//!
//! Strikes are asked about once, by a question whose default strikes out nothing and which never shows a
//! value, since the screen may be shared.

use crate::domain::check::{self, Finding, FindingPlace};
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::retention;
use crate::edit::{Stamp, Strike};

use super::Session;
use super::command::{Command, Request};
use super::dialog::{Dialog, Question};
use super::grid::Grid;

impl Session {
    /// Asks, once and plainly; the question shows no value.
    pub(super) fn ask_strike(&mut self, strike: Strike) {
        let text = match &strike {
            Strike::Cell(cell) => Message::new("strike-cell").term("column", cell.table.column_word(cell.column)),
            Strike::Record(..) | Strike::Cells(_) => Message::new("strike-record"),
            Strike::Word(_) | Strike::Passage(_) => {
                let places = strike.places(self.dataset());
                if places == 0 {
                    return self.refuse(Message::new("strike-nothing"));
                }
                Message::new("strike-word").count("n", places)
            }
            Strike::Details(cases) => return self.ask(Dialog::Purge { cases: cases.clone() }),
        };
        self.ask_to_strike(text, vec![("strike-go", strike)]);
    }

    /// Asks whether to strike out what a finding about personal data means: the passage wherever it is written,
    /// or the whole value.
    pub(super) fn ask_strike_found(&mut self, finding: &Finding) {
        let Some(strike) = check::passage(self.dataset(), finding).map(Strike::Passage) else {
            return self.refuse(Message::new("strike-gone"));
        };
        let places = strike.places(self.dataset());
        let (text, whole) = match finding.place {
            FindingPlace::Cell(cell) => {
                let text = Message::new("strike-found").term("column", cell.table.column_word(cell.column));
                (text, Some(("strike-go-value", Strike::Cell(cell))))
            }
            FindingPlace::View { .. } => (Message::new("strike-found-view"), None),
            FindingPlace::Past(cell) => {
                (Message::new("strike-found-past").term("column", cell.table.column_word(cell.column)), None)
            }
        };
        let text = text.count("n", places);
        self.ask_to_strike(text, std::iter::once(("strike-go-passage", strike)).chain(whole).collect());
    }

    /// Asks whether to purge the closed cases past the retention period, and shows what goes.
    pub(super) fn ask_purge(&mut self) {
        let cases = retention::due(&self.lens());
        if cases.is_empty() {
            return self.notify(Message::new("purge-none"));
        }
        self.ask_strike(Strike::Details(cases));
    }

    fn ask_to_strike(&mut self, text: Message, strikes: Vec<(&'static str, Strike)>) {
        let strikes = strikes.into_iter().map(|(word, strike)| (word, Command::Strike(strike)));
        let answers = std::iter::once(("strike-keep", Command::Dismiss)).chain(strikes).collect();
        self.ask(Dialog::Question(Question { title: Message::new("strike-ask"), text, answers }));
    }

    /// Purges what was asked about, but a case that was opened again meanwhile, here or by others.
    pub(super) fn purge(&mut self, mut cases: Vec<RowId>) {
        let due = retention::due(&self.lens());
        cases.retain(|case| due.contains(case));
        if cases.is_empty() {
            return self.notify(Message::new("purge-none"));
        }
        self.strike(Strike::Details(cases));
    }

    /// Strikes something out, for good.
    pub(super) fn strike(&mut self, strike: Strike) {
        let Some(by) = self.operator.clone() else {
            self.operator_missing = true;
            return;
        };
        let stamp = Stamp { at: self.now(), by: &by };
        match self.document.strike(&strike, stamp) {
            Ok(true) => {
                self.clashes.clear();
                let searched = self.all_grids().filter(|grid| strike.is_in_view(&grid.view(String::new())));
                searched.for_each(Grid::clear_filters);
                self.follow();
                self.requests.push(Request::Struck(strike));
            }
            Ok(false) => self.refuse(Message::new("strike-nothing")),
            Err(error) => self.report_problem(error.message()),
        }
    }
}

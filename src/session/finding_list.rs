//! The page of findings: which one has the cursor, what its keys do, and where each leads.

use crate::domain::check::{Finding, FindingPlace};

use super::Session;
use super::command::Command;
use super::key::{Key, Modifiers, Stroke};
use super::page::{Page, Section};

impl Session {
    /// The finding with the cursor, and its place in the list.
    pub fn finding_at_hand(&self) -> Option<(usize, &Finding)> {
        let is_same = |a: &Finding, b: &Finding| (&a.place, a.message.key) == (&b.place, b.message.key);
        self.lists.findings.at_hand(self.findings(), is_same)
    }

    /// Changes when the cursor was moved; the view then scrolls to it.
    pub const fn finding_moves(&self) -> u64 {
        self.lists.findings.moves
    }

    /// Goes to the place of a finding, or to the page of what is gone.
    pub fn go_to_finding(&self, place: &FindingPlace) -> Command {
        match *place {
            FindingPlace::Cell(cell) => Command::Reveal(cell),
            FindingPlace::Past(cell) if self.dataset().table(cell.table).contains(cell.row) => Command::Reveal(cell),
            FindingPlace::Past(cell) => Command::Go(Page::Section(Section::of(cell.table))),
            FindingPlace::View { table, .. } => Command::Go(Page::Section(Section::of(table))),
        }
    }

    pub(super) fn press_in_findings(&mut self, stroke: Stroke) {
        let Some((at, finding)) = self.finding_at_hand() else { return };
        if let Some(by) = stroke.step_in_list(self.findings().len()) {
            self.lists.findings.step(&self.derived.findings, at, by);
        } else if stroke == Stroke::new(Modifiers::NONE, Key::Enter) {
            let go = self.go_to_finding(&finding.place);
            self.handle(go);
        }
    }
}

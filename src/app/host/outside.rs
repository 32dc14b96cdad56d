//! What others saved: taken over, or asked about where it removes many records.

use std::path::PathBuf;

use crate::domain::message::Message;
use crate::edit::{Merge, Revision, Strike};
use crate::session::NoticeKind;
use crate::session::command::{Command, Request};
use crate::session::dialog::{Dialog, Question};
use crate::store::{Order, SaveId};

use super::Host;
use super::save_state::Removals;

/// How many records others may remove without being asked about, if they are not more than one in twenty.
const MOST_REMOVED: usize = 10;

impl Host {
    /// Takes over what others saved.
    pub(super) fn outside(&mut self, save: SaveId, merge: &Merge, of: Revision) {
        self.saving.under_way = false;
        let few = MOST_REMOVED.max(self.session.dataset().records() / 20);
        if merge.removed > few && self.saving.removals != Removals::Agreed {
            return self.outside_removes(merge.removed);
        }
        // Otherwise the keeper merges again, with what changed meanwhile.
        if self.session.document().revision() == of
            && let Some(on_saved) = self.session.merge(merge)
        {
            let on_mine = self.session.take_journal();
            if merge.is_saved() {
                self.session.mark_saved(self.session.document().revision());
            }
            self.saving.removals = Removals::Few;
            let state = self.state();
            self.order(Order::Merged { save, on_saved, on_mine, state });
            self.look_for_copies();
            self.after_save();
        }
    }

    /// Said, and asked when the user wants to save: a question must not come under a hand that types.
    fn outside_removes(&mut self, removed: usize) {
        let before = std::mem::replace(&mut self.saving.removals, Removals::Many(removed));
        if std::mem::take(&mut self.saving.is_wanted) {
            self.ask_about_removals(removed);
        } else if before == Removals::Few {
            self.session.report_problem(Message::new("removals-notice").count("n", removed));
        }
    }

    pub(super) fn ask_about_removals(&mut self, removed: usize) {
        self.stay();
        self.session.ask(Dialog::Question(Question {
            title: Message::new("removals-title").count("n", removed),
            text: Message::new("removals-text"),
            answers: vec![
                ("removals-apart", Command::Host(Request::SaveApart)),
                ("removals-take", Command::Host(Request::TakeRemovals)),
            ],
        }));
    }

    /// Takes over what others saved, although it removes many records.
    pub(super) fn take_removals(&mut self) {
        self.saving.removals = Removals::Agreed;
        self.order(Order::MergeAgain);
    }

    /// Something was struck out of the document: the keeper strikes it out of all that is kept.
    pub(super) fn struck(&mut self, strike: Strike) {
        // It may have been copied.
        self.expire_clipboard();
        let entries = self.session.take_journal();
        self.order(Order::Struck(strike, entries, self.state()));
    }

    pub(super) fn struck_out(&mut self, left: &[PathBuf]) {
        match left.first() {
            // A failure that was said is more.
            None if self.session.notice().is_some_and(|notice| notice.kind == NoticeKind::Failed) => {}
            None => self.session.notify(Message::new("struck-out")),
            Some(path) => {
                let path = path.display().to_string();
                self.session.report_problem(Message::new("struck-left").text("path", path).count("n", left.len()));
            }
        }
    }

    /// Leaves to others what they saved, and goes on in a copy.
    pub(super) fn save_apart(&mut self) {
        self.report_changes();
        self.order(Order::Apart);
    }
}

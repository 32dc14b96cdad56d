//! Copies of the open file that synchronisers made: found, looked at, and merged.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::message::Message;
use crate::edit::{Difference, Merge, MergeContext};
use crate::session::command::{Command, Request};
use crate::session::dialog::{Dialog, Question};
use crate::store::{self, OpenError, Opened, Standing};

use super::Host;
use super::job::Job;

impl Host {
    /// Looks for copies with changes that the file does not have.
    pub(super) fn look_for_copies(&self) {
        let Some(file) = self.file.clone().filter(|_| !self.session.is_read_only()) else { return };
        let (fs, now) = (Arc::clone(&self.fs), self.session.document().snapshot());
        self.worker.start(move || {
            let has_more = |path: &PathBuf| {
                let context = MergeContext { base: None, in_hand: None, typed: &|_, _, _| String::new() };
                let opened = store::open(&*fs, path).ok().filter(|opened| opened.standing == Standing::Sound);
                opened.is_some_and(|opened| !Merge::of(&now, &opened.dataset, context).changes_nothing())
            };
            Job::Copies(store::copies_beside(&*fs, &file).into_iter().filter(has_more).collect())
        });
    }

    pub(super) fn copies_found(&mut self, copies: &[PathBuf]) {
        let Some(first) = copies.first() else { return };
        self.copy = Some(first.clone());
        self.update_session();
        if self.session.notice().is_none() {
            let name = first.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.session.report_problem(Message::new("copies-found").text("name", name).count("n", copies.len()));
        }
    }

    pub(super) fn look_at_copy(&mut self, path: PathBuf) {
        let fs = Arc::clone(&self.fs);
        self.worker.start(move || Job::Copy(Box::new(store::open(&*fs, &path))));
    }

    /// Shows what would change, and asks.
    pub(super) fn copy_opened(&mut self, opened: Result<Opened, OpenError>) {
        let opened = match opened {
            Ok(opened) => opened,
            Err(error) => return self.session.report_problem(error.message()),
        };
        let is_ours = self.file.as_ref().is_some_and(|file| file.dataset_id() == opened.file.dataset_id());
        if !is_ours || opened.standing != Standing::Sound {
            return self.session.refuse(Message::new("copy-other"));
        }
        let merge = self.merge_with(&opened);
        if merge.changes_nothing() {
            return self.session.notify(Message::new("copy-same"));
        }
        let mut after = crate::edit::Document::new(self.session.dataset().clone());
        let stamp = crate::edit::Stamp { at: self.session.now(), by: "" };
        let Difference { added, removed, changed } = match after.merge(&merge, stamp) {
            Ok(()) => Difference::between(self.session.dataset(), after.dataset()),
            Err(error) => return self.session.report_problem(error.message()),
        };
        let text =
            Message::new("copy-differs").count("changed", changed).count("added", added).count("removed", removed);
        self.opened_copy = Some(Box::new(opened));
        self.session.ask(Dialog::Question(Question {
            title: Message::new("copy-title"),
            text: text.count("clashes", merge.clashes.len()),
            answers: vec![("copy-go", Command::Host(Request::TakeCopy))],
        }));
    }

    pub(super) fn take_copy(&mut self) {
        if let Some(opened) = self.opened_copy.take() {
            let merge = self.merge_with(&opened);
            self.session.merge(&merge);
            self.copy = None;
        }
    }

    fn merge_with(&self, opened: &Opened) -> Merge {
        let context = MergeContext { base: None, in_hand: None, typed: &self.typed() };
        Merge::of(self.session.dataset(), &opened.dataset, context)
    }
}

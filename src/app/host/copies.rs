//! Copies of the open file that synchronisers made: found, looked at, and merged.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::dataset::Dataset;
use crate::domain::message::Message;
use crate::edit::{Difference, Document, Merge, MergeContext, Stamp};
use crate::session::command::{Command, Request};
use crate::session::dialog::{Dialog, Question};
use crate::store::{self, CopyBeside, OpenError, Standing};

use super::Host;
use super::job::{Job, LookedAt};

impl Host {
    /// Looks for copies with changes that the file does not have.
    pub(super) fn look_for_copies(&self) {
        let Some(file) = self.file.clone().filter(|_| !self.session.is_read_only()) else { return };
        let (fs, now) = (Arc::clone(&self.fs), self.session.document().snapshot());
        let known = self.known_copies.clone();
        self.worker.start(move || {
            let context = MergeContext { base: None, in_hand: None, typed: &|_, _, _| String::new() };
            let (mut with_more, mut without) = (Vec::new(), Vec::new());
            let copies = store::copies_beside(&*fs, &file).into_iter();
            for copy in copies.filter(|copy| !known.contains(copy)) {
                match store::open_sealed(&*fs, &copy.path, file.keys()) {
                    Ok(opened) if opened.standing == Standing::Sound => {
                        let has_nothing = Merge::of(&now, &opened.dataset, context).changes_nothing();
                        if has_nothing { without.push(copy) } else { with_more.push(copy.path) }
                    }
                    Err(OpenError::Sealed) => without.push(copy),
                    // It may still be written.
                    _ => {}
                }
            }
            Job::Copies { with_more, without }
        });
    }

    /// Copies that have nothing more, or another passphrase, will not be looked at again.
    pub(super) fn copies_looked_for(&mut self, with_more: &[PathBuf], without: Vec<CopyBeside>) {
        if self.file.is_none() {
            // It was locked meanwhile.
            return;
        }
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(sealed) = without.iter().find(|copy| copy.save.is_none())
            && self.session.notice().is_none()
            && !self.session.is_in_seance()
        {
            self.session.report_problem(Message::new("copies-sealed").text("name", name(&sealed.path)));
        }
        self.known_copies.extend(without);
        self.copies_found(with_more);
    }

    /// In a séance others read along, and what is to do about a copy is not there: it is said at the next look.
    fn copies_found(&mut self, copies: &[PathBuf]) {
        if self.session.is_in_seance() {
            return;
        }
        let is_known = self.copy.as_ref() == copies.first();
        self.copy = copies.first().cloned();
        self.update_session();
        if let Some(first) = copies.first().filter(|_| !is_known && self.session.notice().is_none()) {
            let name = first.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.session.report_problem(Message::new("copies-found").text("name", name).count("n", copies.len()));
        }
    }

    /// Finds out, beside the window, what a copy would change.
    pub(super) fn look_at_copy(&mut self, path: PathBuf) {
        let Some(file) = &self.file else { return };
        let (fs, id, typed, at) = (Arc::clone(&self.fs), file.dataset_id(), self.typed(), self.session.now());
        let keys = self.keys.clone();
        let (now, of) = (self.session.document().snapshot(), self.session.document().revision());
        self.worker.start(move || {
            let look = || {
                let opened = store::open_sealed(&*fs, &path, &keys).map_err(|error| error.message())?;
                if opened.file.dataset_id() != id || opened.standing != Standing::Sound {
                    return Err(Message::new("copy-other"));
                }
                let context = MergeContext { base: None, in_hand: None, typed: &typed };
                let merge = Merge::of(&now, &opened.dataset, context);
                let mut after = Document::new(Dataset::clone(&now));
                after.merge(&merge, Stamp { at, by: "" }).map_err(|error| error.message())?;
                let difference = Difference::between(&now, after.dataset());
                Ok(LookedAt { path, merge, of, difference })
            };
            Job::Copy(Box::new(look()))
        });
    }

    /// Shows what would change, and asks.
    pub(super) fn copy_looked_at(&mut self, looked: Result<LookedAt, Message>) {
        if self.file.is_none() {
            // It was locked meanwhile.
            return;
        }
        let looked = match looked {
            Ok(looked) => looked,
            Err(message) => return self.session.report_problem(message),
        };
        if looked.merge.changes_nothing() {
            return self.session.notify(Message::new("copy-same"));
        }
        let Difference { added, removed, changed } = looked.difference;
        let text =
            Message::new("copy-differs").count("changed", changed).count("added", added).count("removed", removed);
        self.session.ask(Dialog::Question(Question {
            title: Message::new("copy-title"),
            text: text.count("clashes", looked.merge.clashes.len()),
            answers: vec![("copy-go", Command::Host(Request::TakeCopy))],
        }));
        self.looked_at = Some(looked);
    }

    /// Merges the copy; if the document changed since, the user looks again.
    pub(super) fn take_copy(&mut self) {
        let Some(LookedAt { path, merge, of, .. }) = self.looked_at.take() else { return };
        if self.session.document().revision() != of {
            return self.look_at_copy(path);
        }
        self.session.merge(&merge);
        self.copy = None;
        // There may be others.
        self.look_for_copies();
    }
}

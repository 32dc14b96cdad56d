//! The first screen, while no file is open: the user's own file, and the keys of pages without a grid.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::Session;
use super::command::{Command, Request};
use super::focus::{Focus, Owner};
use super::page::Page;

/// A file that was open not long ago.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentFile {
    pub path: PathBuf,
    pub state: FileState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// The disk was not asked yet, or does not tell.
    Unknown,
    /// The day on which it was last changed.
    Changed(NaiveDate),
    Gone,
}

impl Session {
    /// Opens the file that was open last; asks for it, if it is gone.
    pub fn open_own_file(&self) -> Option<Command> {
        let RecentFile { path, state } = self.outside.recent.first()?;
        Some(match state {
            FileState::Gone => Command::Ask(self.open_dialog()),
            FileState::Unknown | FileState::Changed(_) => Command::Host(Request::Open(path.clone())),
        })
    }

    /// Enter opens the user's own file.
    pub(super) fn press_in_welcome(&mut self) {
        if let Some(command) = self.open_own_file() {
            self.handle(command);
        }
    }

    /// What has the keyboard on a page that shows no grid.
    pub(super) fn owner_without_grid(&self) -> Owner {
        match self.focus {
            Focus::Page if !self.is_open() && !self.outside.is_loading => Owner::Welcome,
            Focus::Page if self.is_open() && matches!(self.page, Page::Todo | Page::Matching | Page::Findings) => {
                Owner::List
            }
            _ => Owner::Control,
        }
    }
}

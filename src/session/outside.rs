//! What the host reports to the session (file, save state, appearance, folders), and the notice
//! that the session shows to the user.

use std::path::{Path, PathBuf};

use crate::domain::check::Finding;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::words::{Lang, Words};

use super::Session;
use super::copied::Copied;
use super::dialog::Dialog;
use super::page::Page;
use super::welcome::RecentFile;

/// A message to the user, until closed or replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub message: Message,
    pub kind: NoticeKind,
    /// What it says was found, and offers to strike out.
    pub personal: Option<Finding>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done. Goes with the next action.
    Done,
    /// Something was not done, or not all of it. Goes with the next action.
    Refused,
    /// Something failed that the user must know. Stays until closed.
    Failed,
}

impl Notice {
    /// Whether it concerns copying a chart.
    pub fn is_of_copying(&self) -> bool {
        self.kind != NoticeKind::Done || matches!(self.message.key, "chart-copied" | "figures-copied")
    }
}

/// What decides how the window is divided, and so the sizes of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    page: Page,
    table: Option<TableId>,
    shows_card: bool,
    /// Where the card is scrolled to depends on each move in it.
    card: (i32, u64),
    notice: Option<Notice>,
}

/// The appearance of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appearance {
    pub is_dark: bool,
    /// Text scale in per cent.
    pub scale: u32,
    /// No animations.
    pub has_reduced_motion: bool,
}

impl Default for Appearance {
    fn default() -> Self {
        Self { is_dark: false, scale: 100, has_reduced_motion: false }
    }
}

/// The state outside the session, as the host reports it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outside {
    pub file: Option<PathBuf>,
    /// The user's own file, while a backup is open; empty if it is not known.
    pub backup_of: Option<PathBuf>,
    pub is_loading: bool,
    /// Shown to the user.
    pub save_state: Option<Message>,
    /// Recent files, the latest first.
    pub recent: Vec<RecentFile>,
    /// The folder suggested for new files.
    pub documents: PathBuf,
    /// A copy of the file with changes that it does not have.
    pub copy: Option<PathBuf>,
    /// The file is sealed with a passphrase, and locked after so many minutes without a touch.
    pub is_sealed: bool,
    pub lock_after: u32,
    /// The system can be asked to leave a window out of captures.
    pub can_leave_out: bool,
    /// The backup folder of the open file.
    pub backups: PathBuf,
    /// The settings file.
    pub settings: PathBuf,
    pub appearance: Appearance,
}

impl Session {
    pub const fn outside(&self) -> &Outside {
        &self.outside
    }

    pub fn set_outside(&mut self, outside: Outside) {
        self.outside = outside;
    }

    pub const fn is_open(&self) -> bool {
        self.outside.file.is_some()
    }

    /// Whether the open dialog asks for what nobody may read or copy.
    pub(super) fn is_secret(&self) -> bool {
        self.dialog.as_ref().is_some_and(Dialog::is_secret)
    }

    /// The open file's name, without its folder.
    pub fn file_name(&self) -> Option<String> {
        let path = self.outside.file.as_deref()?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Some(name.unwrap_or_else(|| path.display().to_string()))
    }

    pub fn division(&self) -> Division {
        let (page, table) = (self.page, self.shown_table());
        Division { page, table, shows_card: self.shows_card(), card: self.card_scroll(), notice: self.notice.clone() }
    }

    /// The suggested path of a new file.
    pub fn suggested_path(&self, name: &str) -> PathBuf {
        // Nothing is kept beside a backup.
        let beside = self.outside.backup_of.as_deref().or(self.outside.file.as_deref()).and_then(Path::parent);
        beside.unwrap_or(&self.outside.documents).join(name)
    }

    /// Restores the operator's name and the page from the settings.
    pub fn restore(&mut self, operator: Option<String>, page: Option<Page>) {
        self.operator = operator;
        self.page = page.unwrap_or(self.page);
    }

    /// Begins a séance before anything is shown, since there was one when the app was closed.
    pub fn restore_seance(&mut self) {
        self.begin_seance();
        self.page = Page::Dashboard;
    }

    pub fn set_language(&mut self, lang: Lang) {
        self.words = Words::new(lang);
        self.derived.forget_words();
    }

    pub fn notify(&mut self, message: Message) {
        self.notice = Some(Notice { message, kind: NoticeKind::Done, personal: None });
    }

    /// Says why something was not done.
    pub fn refuse(&mut self, message: Message) {
        self.notice = Some(Notice { message, kind: NoticeKind::Refused, personal: None });
    }

    /// Shows a message about a failure.
    pub fn report_problem(&mut self, message: Message) {
        self.notice = Some(Notice { message, kind: NoticeKind::Failed, personal: None });
    }

    pub fn clear_notice(&mut self) {
        self.notice = None;
    }

    /// Takes the text for the clipboard.
    pub const fn take_copied(&mut self) -> Option<Copied> {
        self.copied.take()
    }

    /// Empties the clipboard.
    pub fn clear_clipboard(&mut self) {
        self.copied = Some(Copied::default());
    }

    /// Whether a text is waiting for the clipboard.
    pub const fn has_copied(&self) -> bool {
        self.copied.is_some()
    }
}

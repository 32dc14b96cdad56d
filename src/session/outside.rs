//! What the session is told of the world around it: the file, how far the work is safe, the appearance
//! of the window; and what it tells back, until someone closes it.

use std::path::{Path, PathBuf};

use crate::domain::message::Message;
use crate::words::{Lang, Words};

use super::Session;
use super::page::Page;

/// Something that the app has to say, until it is closed or replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub message: Message,
    /// Whether something did not go as asked.
    pub is_problem: bool,
}

impl Notice {
    /// Whether it is about a chart that was copied.
    pub fn is_of_copying(&self) -> bool {
        self.is_problem || matches!(self.message.key, "chart-copied" | "figures-copied")
    }
}

/// How the window appearance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appearance {
    pub is_dark: bool,
    /// Text scale in per cent.
    pub scale: u32,
    /// Nothing moves on screen.
    pub has_reduced_motion: bool,
}

impl Default for Appearance {
    fn default() -> Self {
        Self { is_dark: false, scale: 100, has_reduced_motion: false }
    }
}

/// What the host tells of the world around the session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outside {
    /// The open file.
    pub file: Option<PathBuf>,
    /// A file is being read.
    pub is_loading: bool,
    /// How far the work is safe.
    pub save_state: Option<Message>,
    /// Files that were open lately, the last one first.
    pub recent: Vec<PathBuf>,
    /// Where new files are suggested.
    pub documents: PathBuf,
    /// Where backups of the open file lie.
    pub backups: PathBuf,
    /// Where the settings lie.
    pub settings: PathBuf,
    pub appearance: Appearance,
}

impl Session {
    /// What is known of the world outside.
    pub const fn outside(&self) -> &Outside {
        &self.outside
    }

    /// Takes in what changed outside.
    pub fn set_outside(&mut self, outside: Outside) {
        self.outside = outside;
    }

    /// Whether a document is open.
    pub const fn is_open(&self) -> bool {
        self.outside.file.is_some()
    }

    /// The open file's name, without its folder.
    pub fn file_name(&self) -> Option<String> {
        let path = self.outside.file.as_deref()?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Some(name.unwrap_or_else(|| path.display().to_string()))
    }

    /// Where a new file of that name is suggested.
    pub fn suggested_path(&self, name: &str) -> PathBuf {
        let beside = self.outside.file.as_deref().and_then(Path::parent);
        beside.unwrap_or(&self.outside.documents).join(name)
    }

    /// Restores what was remembered: the operator's name, the page.
    pub fn restore(&mut self, operator: Option<String>, page: Option<Page>) {
        self.operator = operator;
        self.page = page.unwrap_or(self.page);
    }

    /// Changes the language of the screen.
    pub fn set_language(&mut self, lang: Lang) {
        self.words = Words::new(lang);
        self.derived.forget_words();
    }

    /// Shows a message.
    pub fn notify(&mut self, message: Message) {
        self.notice = Some(Notice { message, is_problem: false });
    }

    /// Shows that something did not go as asked.
    pub fn report_problem(&mut self, message: Message) {
        self.notice = Some(Notice { message, is_problem: true });
    }

    /// Closes the notice.
    pub fn clear_notice(&mut self) {
        self.notice = None;
    }
}

//! Appearance settings: theme, text scale, language, window position.

use crate::domain::message::Message;
use crate::session::Session;
use crate::store::{self, Language, Settings, Theme, WindowPlace};
use crate::words::Lang;

use super::Host;

/// Gives a session what was kept of how things looked.
pub(super) fn restore(session: &mut Session, settings: &Settings) {
    session.restore_columns(&settings.columns);
    session.restore_export(&settings.charts);
}

impl Host {
    /// The last position of the window.
    pub const fn window_place(&self) -> Option<WindowPlace> {
        self.settings.window
    }

    /// Records the position of the window for the next start.
    pub fn note_window(&mut self, place: WindowPlace) {
        self.settings.window = Some(place);
    }

    pub(super) fn set_dark(&mut self, dark: bool) {
        self.settings.theme = if dark { Theme::Dark } else { Theme::Light };
        self.keep_settings();
    }

    pub(super) fn set_scale(&mut self, scale: u32) {
        self.settings.text_scale = scale.clamp(80, 200);
        self.keep_settings();
    }

    pub(super) fn set_reduced_motion(&mut self, reduced: bool) {
        self.settings.reduced_motion = reduced;
        self.session.notify(Message::new(if reduced { "motion-reduced" } else { "motion-allowed" }));
        self.keep_settings();
    }

    pub(super) fn set_seance(&mut self, is_on: bool) {
        self.settings.seance = is_on;
        // What the office copied would be pasted before the eyes of the committee.
        self.expire_clipboard();
        self.keep_settings();
    }

    pub(super) fn set_language(&mut self, lang: Lang) {
        self.settings.language = match lang {
            Lang::Fr => Language::French,
            Lang::En => Language::English,
        };
        self.session.set_language(lang);
        self.keep_settings();
    }

    /// Saves the settings, and reports a failure.
    pub(super) fn keep_settings(&mut self) {
        self.settings.page = Some(self.session.page().key().to_owned());
        self.settings.columns = self.session.kept_columns();
        self.settings.charts = self.session.kept_export();
        self.settings.operator = self.session.operator().map(str::to_owned);
        match store::save_settings(&*self.fs, &self.places, &self.settings) {
            Ok(None) => {}
            Ok(Some(aside)) => {
                self.session.notify(Message::new("settings-kept-aside").text("path", aside.display().to_string()));
            }
            Err(error) => self.session.report_problem(error.message()),
        }
    }
}

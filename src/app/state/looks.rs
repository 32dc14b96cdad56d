//! How the window looks, and is remembered: theme, text scale, language, place.

use crate::app::grid::{Filter, Test};
use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::domain::value::Value;
use crate::exchange::show;
use crate::store::{self, Language, Theme, WindowPlace};
use crate::words::{Lang, Words};

use super::State;

impl State {
    /// Whether the dark theme is on.
    pub fn is_dark(&self) -> bool {
        self.settings.theme == Theme::Dark
    }

    /// Text scale in per cent.
    pub const fn scale(&self) -> u32 {
        self.settings.text_scale
    }

    /// Whether nothing is to move on screen.
    pub const fn has_reduced_motion(&self) -> bool {
        self.settings.reduced_motion
    }

    /// The language to change to.
    pub const fn other_language(&self) -> Lang {
        match self.words.lang() {
            Lang::Fr => Lang::En,
            Lang::En => Lang::Fr,
        }
    }

    /// A filter in words: its column and what it is tested for.
    pub fn filter_text(&self, table: TableId, filter: &Filter) -> String {
        let words = &self.words;
        let column = words.text(&format!("col-{}-{}", table.key(), filter.column.as_str())).to_owned();
        let shown = |value: &Value| {
            let kind = table.column(filter.column).map_or(Kind::Text, |info| info.kind);
            show::value(value, kind, &self.lens(), words)
        };
        let test = match &filter.test {
            Test::OneOf(texts) if texts.len() <= 3 => {
                let name =
                    |text: &String| if text.is_empty() { words.text("filter-empty").to_owned() } else { text.clone() };
                texts.iter().map(name).collect::<Vec<_>>().join(", ")
            }
            Test::OneOf(texts) => words.say(&Message::new("filter-many").count("n", texts.len())),
            Test::Contains(text) => format!("… {text} …"),
            Test::Between(from, to) => format!("{} – {}", shown(from), shown(to)),
            Test::Empty => words.text("filter-empty").to_owned(),
            Test::Filled => words.text("filter-filled").to_owned(),
        };
        words.say(&Message::new("filter-chip").text("column", column).text("test", test))
    }

    /// Where the window was, the last time.
    pub const fn window_place(&self) -> Option<WindowPlace> {
        self.settings.window
    }

    /// Notes where the window is, to find it there the next time.
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
        self.tell(Message::new(if reduced { "motion-reduced" } else { "motion-allowed" }));
        self.keep_settings();
    }

    pub(super) fn set_language(&mut self, lang: Lang) {
        self.settings.language = match lang {
            Lang::Fr => Language::French,
            Lang::En => Language::English,
        };
        self.words = Words::new(lang);
        self.derived.forget_words();
        self.keep_settings();
    }

    /// Writes the settings; what could not be written is said, and lost with the window.
    pub(super) fn keep_settings(&mut self) {
        self.settings.page = Some(self.page.key().to_owned());
        match store::save_settings(&*self.surroundings.fs, &self.surroundings.places, &self.settings) {
            Ok(None) => {}
            Ok(Some(aside)) => {
                self.tell(Message::new("settings-kept-aside").text("path", aside.display().to_string()));
            }
            Err(error) => self.complain(error.message()),
        }
    }
}

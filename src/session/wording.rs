//! Filters in words.

use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::domain::value::Value;
use crate::domain::view::{Filter, Test};
use crate::exchange::show;

use super::Session;

impl Session {
    /// A filter in words: its column and its test.
    pub fn filter_text(&self, table: TableId, filter: &Filter) -> String {
        let words = self.words();
        let sheet = self.grid(table).sheet();
        let column = sheet.header(filter.column, words);
        let shown = |value: &Value| {
            let kind = sheet.column(filter.column).map_or(Kind::Text, |info| info.kind);
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
}

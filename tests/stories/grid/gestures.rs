//! Keys and gestures, written as people write them: `Shift+↓`, `F2`, `T`, `type:9/4`, `click:L-0002.m²`.
//!
//! `at:2,3` is a click by place. In arguments `␣` is a space, `⇥` a tab, `⏎` a line break, `␍` the mark before it; `_` is the space of a header.

use std::collections::HashMap;

use clefs::app::grid::{Answer, GridCommand, Reach, Replace, Subset, Test, keys};
use clefs::domain::id::RowId;
use clefs::domain::message::Message;
use clefs::domain::schema::{ColumnKey, TableId};
use clefs::domain::value::Value;
use clefs::edit::{self, Edit};
use egui::{Key, Modifiers};

use super::bench::Bench;

/// How many rows a page has.
const PAGE: isize = 3;

impl Bench {
    /// Does all of it, one after the other.
    pub fn play(&mut self, gestures: &str) {
        for gesture in gestures.split_whitespace() {
            self.gesture(gesture);
            self.refresh();
        }
    }

    fn gesture(&mut self, gesture: &str) {
        if let Some((name, argument)) = gesture.split_once(':').filter(|(name, _)| name.len() > 1) {
            let argument = argument.replace('␣', " ").replace('⇥', "\t").replace('␍', "\r").replace('⏎', "\n");
            return self.with_argument(name, &argument);
        }
        let mut letters = gesture.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && !"←→↑↓".contains(letter)
        {
            return self.letters(&letter.to_string());
        }
        match gesture {
            "Ctrl+Z" => self.undo(false),
            "Ctrl+Y" => self.undo(true),
            "Ctrl+C" => self.perform(GridCommand::Copy(false)),
            "copy-with-headers" => self.perform(GridCommand::Copy(true)),
            "Ctrl+X" => self.perform(GridCommand::Cut),
            "Ctrl+V" => self.perform(GridCommand::Paste(self.clipboard.clone().expect("something was copied"))),
            "anyway" => {
                let paste = self.preview.take().expect("a preview is open");
                self.perform(GridCommand::PasteAnyway(std::sync::Arc::new(paste)));
            }
            "fit-all" => self.perform(GridCommand::Fit(None)),
            "show-all" => self.perform(GridCommand::ShowAll),
            "clear-filters" => self.perform(GridCommand::ClearFilters),
            "reapply" => self.perform(GridCommand::Reapply),
            "unlimit" => self.perform(GridCommand::Limit(None)),
            "read-only" => self.is_read_only = true,
            "forget" => self.said.clear(),
            "add" => self.add(),
            "remove" => self.remove(),
            _ => self.key(gesture),
        }
    }

    fn with_argument(&mut self, name: &str, argument: &str) {
        let command = match name {
            "type" => return self.letters(argument),
            "paste" => GridCommand::Paste(argument.to_owned()),
            "search" => GridCommand::Search(argument.to_owned()),
            "click" | "shift-click" | "double" => {
                let (row, column) = argument.split_once('.').expect("a row and a column");
                let (row, column) = (self.row(row), self.column(column));
                match name {
                    "click" => GridCommand::Select(row, column),
                    "double" => GridCommand::Edit(row, column, None),
                    _ => GridCommand::Stretch(row, column),
                }
            }
            "at" | "shift-at" => {
                let (row, column) = argument.split_once(',').expect("two numbers");
                let (rows, shown) = (self.arrangement.rows(), self.grid.columns().shown());
                let place = |text: &str| text.parse::<usize>().expect("a number");
                let Some(row) = rows.get(place(row) % rows.len().max(1)).copied() else { return };
                let column = shown[place(column) % shown.len()].key;
                if name == "at" { GridCommand::Select(row, column) } else { GridCommand::Stretch(row, column) }
            }
            "move-to" => {
                self.gesture("Ctrl+X");
                self.with_argument("at", argument);
                return self.perform(GridCommand::Paste(self.clipboard.clone().unwrap_or_default()));
            }
            "gutter" | "shift-gutter" => {
                let row = self.row(argument);
                let column = self.grid.columns().shown().last().expect("a column").key;
                let is_stretched = name == "shift-gutter";
                self.perform(if is_stretched {
                    GridCommand::Stretch(row, column)
                } else {
                    GridCommand::Select(row, column)
                });
                GridCommand::Reach(Reach::Rows)
            }
            "sort" => GridCommand::Sort(self.column(argument), false),
            "sort-also" => GridCommand::Sort(self.column(argument), true),
            "hide" => GridCommand::Hide(self.column(argument)),
            "show" => GridCommand::Show(self.column(argument)),
            "freeze" => GridCommand::Freeze(self.column(argument)),
            "place" => match argument.split_once('<') {
                Some((column, before)) => GridCommand::Place(self.column(column), Some(self.column(before))),
                None => GridCommand::Place(self.column(argument), None),
            },
            "filter" => {
                let (column, wanted) = argument.split_once('=').expect("a column and its text");
                let test = Test::OneOf(wanted.split('|').map(str::to_owned).collect());
                GridCommand::Filter(self.column(column), Some(test))
            }
            "replace" => {
                let (find, with) = argument.split_once('=').expect("a text and another");
                GridCommand::Replace(Replace { find: find.to_owned(), with: with.to_owned() })
            }
            // A name of the preview is refused, makes a record, or is linked to one.
            "refuse" | "create" | "link" => {
                let (asked, to) = argument.split_once('=').unwrap_or((argument, ""));
                let (asked, to) = (asked.replace('_', " "), to.replace('_', " "));
                let paste = self.preview.as_mut().expect("a preview is open");
                let of = paste.names.iter_mut().find(|of| of.text == asked).expect("a name");
                let linked = of.offers.iter().find(|offer| offer.label == to).map(|offer| offer.value.clone());
                of.answer = match (name, linked) {
                    ("create", _) => Answer::Create,
                    ("link", Some(Value::Reference(row))) => Answer::Link(row),
                    ("refuse", _) => Answer::Refuse,
                    _ => panic!("no record {to}"),
                };
                return;
            }
            "limit" => {
                let rows: HashMap<_, _> =
                    argument.split(',').map(|code| (self.row(code), Message::new("why"))).collect();
                GridCommand::Limit(Some(Subset { title: Message::new("title"), rows, beside: None }))
            }
            other => panic!("no gesture {other}"),
        };
        self.perform(command);
    }

    /// Letters go to the editor, or open it.
    fn letters(&mut self, letters: &str) {
        match (self.grid.editor().map(|editor| editor.text.clone()), self.grid.cursor()) {
            (Some(text), _) => self.perform(GridCommand::Type(text + letters)),
            (None, Some((row, column))) => self.perform(GridCommand::Edit(row, column, Some(letters.to_owned()))),
            (None, None) => {}
        }
    }

    fn key(&mut self, gesture: &str) {
        let mut modifiers = Modifiers::NONE;
        let mut name = gesture;
        while let Some((modifier, rest)) = name.split_once('+').filter(|(_, rest)| !rest.is_empty()) {
            modifiers |= match modifier {
                "Ctrl" => Modifiers::COMMAND,
                "Shift" => Modifiers::SHIFT,
                "Alt" => Modifiers::ALT,
                other => panic!("no modifier {other}"),
            };
            name = rest;
        }
        let key = match name {
            "←" => Key::ArrowLeft,
            "→" => Key::ArrowRight,
            "↑" => Key::ArrowUp,
            "↓" => Key::ArrowDown,
            "Esc" => Key::Escape,
            ";" => Key::Semicolon,
            other => Key::from_name(other).unwrap_or_else(|| panic!("no key {other}")),
        };
        let command = match (self.grid.editor(), self.grid.cursor()) {
            (Some(editor), _) => {
                let mut text = editor.text.clone();
                match keys::editing(key, modifiers, editor.entries(), editor.offer) {
                    Some(GridCommand::Commit(then)) => Some(editor.taken(then)),
                    None if key == Key::Backspace => {
                        text.pop();
                        Some(GridCommand::Type(text))
                    }
                    command => command,
                }
            }
            (None, Some((row, column))) if key == Key::F2 || (key == Key::ArrowDown && modifiers.alt) => {
                Some(GridCommand::Edit(row, column, None))
            }
            (None, _) => keys::moving(key, modifiers, PAGE),
        };
        if let Some(command) = command {
            self.perform(command);
        }
    }

    /// Takes what is being typed, as every command of the page does first. Gives whether it could be.
    pub fn commit(&mut self) -> bool {
        if self.grid.editor().is_some() {
            self.perform(GridCommand::Leave);
        }
        self.grid.editor().is_none()
    }

    /// Adds a record and goes to it, as the page does.
    fn add(&mut self) {
        if !self.commit() {
            return;
        }
        let table = self.grid.table();
        let (row, values) = self.fresh(|fresh| fresh.record(table, Vec::new()));
        if self.apply(&Edit::Insert { table, row, values, before: None }) {
            self.refresh();
            self.grid.select(row, self.grid.columns().shown().get(1).expect("two columns").key);
        }
    }

    /// Removes the selected records and what makes no sense without them.
    fn remove(&mut self) {
        if !self.commit() {
            return;
        }
        let shown = self.grid.columns().shown();
        let rows = self.grid.block(&self.arrangement, &shown).map(|block| block.rows().to_vec()).unwrap_or_default();
        let edit = edit::remove_rows(self.document.dataset(), self.grid.table(), &rows);
        self.apply(&edit);
    }

    /// The row whose first label column shows that.
    fn row(&self, code: &str) -> RowId {
        let columns = self.grid.table().columns();
        let label = columns.iter().find(|info| info.code().is_some()).unwrap_or(&columns[0]);
        let rows = self.document.dataset().table(self.grid.table()).ids();
        rows.into_iter().find(|row| self.text(*row, label) == code).unwrap_or_else(|| panic!("no row {code}"))
    }

    /// The column of a header.
    pub fn column(&self, header: &str) -> ColumnKey {
        let header = header.replace('_', " ");
        let table: TableId = self.grid.table();
        let found = table.columns().iter().find(|info| self.name(info) == header);
        found.unwrap_or_else(|| panic!("no column {header}")).key
    }
}

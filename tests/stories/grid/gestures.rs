//! Keys and gestures in a readable notation: `Shift+↓`, `F2`, `T`, `type:9/4`, `click:L-0002.m²`.
//!
//! `at:2,3` clicks by position. In arguments `␣` is a space, `⇥` a tab, `⏎` a line feed, `␍` a carriage return; `_` is a space in a header.

use std::collections::HashMap;
use std::sync::Arc;

use clefs::domain::id::RowId;
use clefs::domain::message::Message;
use clefs::domain::schema::ColumnKey;
use clefs::domain::value::Value;
use clefs::domain::view::Test;
use clefs::edit::Document;
use clefs::exchange::plan::NameChoice;
use clefs::session::command::Command;
use clefs::session::dialog::Dialog;
use clefs::session::grid::{EditorPlace, Extent, GridCommand, Replace, SortBy, Subset};
use clefs::session::key::{Input, Key, Modifiers, Stroke};

use super::bench::Bench;

/// Gestures within an open preview.
const ON_PREVIEW: [&str; 5] = ["anyway", "as-one", "keep", "create", "link"];

impl Bench {
    /// Plays gestures in order.
    pub fn play(&mut self, gestures: &str) {
        for gesture in gestures.split_whitespace() {
            let name = gesture.split(':').next().unwrap_or(gesture);
            if self.session.dialog().is_some() && !ON_PREVIEW.contains(&name) {
                self.handle(Command::Dismiss);
            }
            self.gesture(gesture);
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
            "Ctrl+C" => self.input(Input::Copy),
            "copy-with-headers" => self.perform(GridCommand::CopyWithHeaders),
            "Ctrl+X" => self.input(Input::Cut),
            "Ctrl+V" => self.input(Input::Paste(self.clipboard.clone().expect("the clipboard is not empty"))),
            "anyway" | "as-one" => {
                let Some(Dialog::Paste { paste, .. }) = self.session.dialog().cloned() else { panic!("no preview") };
                self.handle(Command::Dismiss);
                let command = if gesture == "anyway" { GridCommand::PasteAnyway } else { GridCommand::PasteAsOne };
                self.perform(command(paste));
            }
            "fit-all" => self.perform(GridCommand::Fit(None)),
            "show-all" => self.perform(GridCommand::ShowAll),
            "clear-filters" => self.perform(GridCommand::ClearFilters),
            "reapply" => self.perform(GridCommand::Reapply),
            "unlimit" => self.perform(GridCommand::Limit(None)),
            "read-only" => {
                let hidden = self.grid().columns().hidden();
                self.session.show_document(Document::read_only(self.session.dataset().clone()));
                for info in &hidden {
                    self.perform(GridCommand::Hide(info.key));
                }
            }
            "forget" => self.problems.clear(),
            "undo" => self.handle(Command::Undo),
            "redo" => self.handle(Command::Redo),
            "duplicate" => self.handle(Command::DuplicateRows(self.table())),
            "add" => self.handle(Command::AddRow(self.table(), None)),
            "remove" => {
                self.handle(Command::RemoveRows(self.table()));
                if matches!(self.session.dialog(), Some(Dialog::Question(_))) {
                    self.key("Enter");
                }
            }
            _ => self.key(gesture),
        }
    }

    fn with_argument(&mut self, name: &str, argument: &str) {
        let command = match name {
            "type" => return self.letters(argument),
            "paste" => return self.input(Input::Paste(argument.to_owned())),
            "search" => GridCommand::Search(argument.to_owned()),
            "click" | "shift-click" | "double" => {
                let (row, column) = argument.split_once('.').expect("a row and a column");
                let (row, column) = (self.row(row), self.column(column));
                match name {
                    "click" => GridCommand::Select(row, column),
                    "double" => GridCommand::Edit(row, column, EditorPlace::Grid),
                    _ => GridCommand::Extend(row, column),
                }
            }
            "at" | "shift-at" => {
                let (row, column) = argument.split_once(',').expect("two numbers");
                let (rows, shown) = (self.arrangement().rows(), self.grid().columns().shown());
                let place = |text: &str| text.parse::<usize>().expect("a number");
                let Some(row) = rows.get(place(row) % rows.len().max(1)).copied() else { return };
                let column = shown[place(column) % shown.len()].key;
                if name == "at" { GridCommand::Select(row, column) } else { GridCommand::Extend(row, column) }
            }
            "move-to" => {
                self.gesture("Ctrl+X");
                self.with_argument("at", argument);
                return self.input(Input::Paste(self.clipboard.clone().unwrap_or_default()));
            }
            "gutter" | "shift-gutter" => {
                let row = self.row(argument);
                let column = self.grid().columns().shown().last().expect("a column").key;
                let is_stretched = name == "shift-gutter";
                self.perform(if is_stretched {
                    GridCommand::Extend(row, column)
                } else {
                    GridCommand::Select(row, column)
                });
                GridCommand::Reach(Extent::Rows)
            }
            "sort" => GridCommand::Sort(self.column(argument), SortBy::Alone),
            "sort-also" => GridCommand::Sort(self.column(argument), SortBy::Also),
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
            // Answers for a name of the preview: keep it to be corrected, create a record, or link to one.
            "keep" | "create" | "link" => {
                let (asked, to) = argument.split_once('=').unwrap_or((argument, ""));
                let (asked, to) = (asked.replace('_', " "), to.replace('_', " "));
                let Some(Dialog::Paste { table, mut paste }) = self.session.dialog().cloned() else {
                    panic!("no preview")
                };
                let of = Arc::make_mut(&mut paste).names.iter_mut().find(|of| of.text == asked).expect("a name");
                let linked = of.offers.iter().find(|offer| offer.label == to).map(|offer| offer.value.clone());
                of.answer = match (name, linked) {
                    ("create", _) => NameChoice::Create,
                    ("link", Some(Value::Reference(row))) => NameChoice::Link(row),
                    ("keep", _) => NameChoice::Keep,
                    _ => panic!("no record named {to}"),
                };
                return self.handle(Command::Ask(Dialog::Paste { table, paste }));
            }
            "limit" => {
                let rows: HashMap<_, _> =
                    argument.split(',').map(|code| (self.row(code), Message::new("why"))).collect();
                GridCommand::Limit(Some(Subset { title: Message::new("title"), rows, beside: None }))
            }
            other => panic!("unknown gesture {other}"),
        };
        self.perform(command);
    }

    fn input(&mut self, input: Input) {
        self.session.take(input);
        self.settle();
    }

    /// Types letters into whatever has the focus.
    fn letters(&mut self, letters: &str) {
        self.input(Input::Text(letters.to_owned()));
    }

    fn key(&mut self, gesture: &str) {
        let mut modifiers = Modifiers::NONE;
        let mut name = gesture;
        while let Some((modifier, rest)) = name.split_once('+').filter(|(_, rest)| !rest.is_empty()) {
            match modifier {
                "Ctrl" => modifiers.ctrl = true,
                "Shift" => modifiers.shift = true,
                "Alt" => modifiers.alt = true,
                other => panic!("unknown modifier {other}"),
            }
            name = rest;
        }
        let key = match name {
            "←" => Key::Left,
            "→" => Key::Right,
            "↑" => Key::Up,
            "↓" => Key::Down,
            "Esc" => Key::Escape,
            "Home" => Key::Home,
            "End" => Key::End,
            "PageUp" => Key::PageUp,
            "PageDown" => Key::PageDown,
            "Enter" => Key::Enter,
            "Tab" => Key::Tab,
            "Space" => Key::Space,
            "Delete" => Key::Delete,
            "Backspace" => Key::Backspace,
            "F2" => Key::Function(2),
            one => match one.chars().collect::<Vec<_>>()[..] {
                [letter @ 'A'..='Z'] => Key::Letter(letter),
                [sign] => Key::Sign(sign),
                _ => panic!("unknown key {one}"),
            },
        };
        self.input(Input::Press(Stroke::new(modifiers, key)));
        self.input(Input::Release);
    }

    /// The row whose first label column shows this code.
    fn row(&self, code: &str) -> RowId {
        let columns = self.grid().sheet().columns();
        let label = columns.iter().find(|info| info.code().is_some()).unwrap_or(&columns[0]);
        let rows = match self.grid().sheet().crossed() {
            Some(crossed) => crossed.rows.clone(),
            None => self.session.dataset().table(self.table()).ids(),
        };
        rows.into_iter().find(|row| self.text(*row, label) == code).unwrap_or_else(|| panic!("no row {code}"))
    }

    /// The column of a header.
    pub fn column(&self, header: &str) -> ColumnKey {
        let header = header.replace('_', " ");
        let columns = self.grid().sheet().columns();
        let found = columns.iter().find(|info| self.name(info) == header);
        found.unwrap_or_else(|| panic!("no column {header}")).key
    }
}

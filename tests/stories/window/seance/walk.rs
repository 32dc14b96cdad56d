//! A walk through everything that the window can open, which notes each canary that it sees: painted, in the tree of a
//! screen reader, in the title, on the clipboard, in files. It finds pages, tables, menus and actions by itself.

use std::collections::BTreeMap;

use clefs::domain::id::CellRef;
use clefs::domain::message::Message;
use clefs::domain::schema::{Audience, TableId};
use clefs::session::action::{ACTIONS, Action, Menu};
use clefs::session::command::{Command, Request};
use clefs::session::grid::{EditorPlace, GridCommand, Subset};
use clefs::session::key::{self, Stroke};
use clefs::session::page::{Page, Section};
use egui::epaint::Shape;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use crate::window::desk::Desk;
use crate::window::screen::Window;

/// What every canary begins with; no other text has it.
pub const CANARY: &str = "zqz";

/// Actions that leave the file or the séance, or begin another one.
const LEAVING: [&str; 5] = ["quit", "lock", "seance", "new-template", "new-sample"];

pub struct Walk {
    pub window: Window,
    /// Each canary, and a text that it was seen in.
    found: BTreeMap<String, String>,
    /// How many times it looked at the window.
    pub looked: usize,
}

impl Walk {
    pub fn new(window: Window) -> Self {
        window.harness.ctx.all_styles_mut(|style| {
            style.interaction.tooltip_delay = 0.0;
            style.interaction.show_tooltips_only_when_still = false;
        });
        Self { window, found: BTreeMap::new(), looked: 0 }
    }

    /// The canaries that were seen since the last call, each with a text that had it.
    pub fn take_found(&mut self) -> BTreeMap<String, String> {
        std::mem::take(&mut self.found)
    }

    pub(super) fn note(&mut self, text: &str) {
        let text = text.to_lowercase();
        for (at, _) in text.match_indices(CANARY) {
            let canary = text[at..].split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            self.found.entry(canary.to_owned()).or_insert_with(|| text.clone());
        }
    }

    /// Notes what is painted and what a screen reader is told, the title and the clipboard.
    fn look(&mut self) {
        self.looked += 1;
        let mut texts = Vec::new();
        for clipped in &self.window.harness.output().shapes {
            painted(&clipped.shape, &mut texts);
        }
        for node in self.window.nodes() {
            let node = node.accesskit_node();
            texts.extend(
                [node.label(), node.value(), node.description(), node.placeholder().map(ToOwned::to_owned)]
                    .into_iter()
                    .flatten(),
            );
        }
        texts.extend(self.window.titles.iter().cloned());
        texts.extend(self.window.copied.take());
        for text in &texts {
            self.note(text);
        }
    }

    fn handle(&mut self, command: Command) {
        self.window.go_on(command);
        self.look();
    }

    /// Every page of the side bar, every table of it, every record with its card, every list under a cell.
    pub fn pages(&mut self) {
        let pages: Vec<_> = self.window.session().pages().collect();
        for page in pages {
            self.handle(Command::Go(page));
            let Page::Section(section) = page else { continue };
            let tables: Vec<_> = self.window.session().tables(section).collect();
            for table in tables {
                self.handle(Command::Tab(section, table));
                self.handle(Command::Card(true));
                self.records(table);
                self.handle(Command::Card(false));
            }
        }
    }

    fn records(&mut self, table: TableId) {
        let columns = self.window.session().grid(table).columns().shown();
        let rows = self.window.session().arrangement(table).rows().to_vec();
        for row in rows.iter().take(10).copied() {
            self.handle(Command::Grid(table, GridCommand::Select(row, columns[0].key)));
        }
        let Some(row) = rows.first().copied() else { return };
        for column in columns.iter().map(|info| info.key) {
            self.handle(Command::Grid(table, GridCommand::Edit(row, column, EditorPlace::Grid)));
            self.handle(Command::Grid(table, GridCommand::Cancel));
            self.handle(Command::Grid(table, GridCommand::AskFilter(column)));
            self.window.go_on(Command::Dismiss);
        }
        self.handle(Command::Grid(table, GridCommand::Search("qz".to_owned())));
        if self.window.session().is_in_seance() {
            let found = self.window.session().arrangement(table).len();
            self.note(&if found > 0 { format!("{CANARY}: {found} found in {table:?}") } else { String::new() });
        }
        self.window.go_on(Command::Grid(table, GridCommand::ClearFilters));
    }

    /// Every menu, with the steps to undo.
    pub fn menus(&mut self) {
        for menu in Menu::ALL {
            let name = self.window.session().words().text(menu.key()).to_owned();
            if self.window.visible(&name).is_some() {
                self.window.click(&name);
                self.look();
                self.window.press(Key::Escape);
            }
        }
    }

    /// Every action on every page, by its shortcut if it has one.
    pub fn actions(&mut self) {
        let pages: Vec<_> = self.window.session().pages().collect();
        for page in pages {
            for action in ACTIONS.iter().filter(|action| !LEAVING.contains(&action.key)) {
                self.handle(Command::Go(page));
                self.carry_out(action);
                self.window.go_on(Command::Dismiss);
                self.window.go_on(Command::DismissNotice);
            }
        }
    }

    fn carry_out(&mut self, action: &Action) {
        match (action.shortcut, action.command(self.window.session())) {
            (Some(stroke), _) => {
                let (modifiers, key) = pressed(stroke);
                self.window.tap(modifiers, key);
            }
            (None, Some(command)) => self.window.go_on(command),
            (None, None) => return,
        }
        self.look();
        if self.window.session().dialog().is_some() {
            self.window.type_text("qz");
            self.look();
        }
        self.window.tap(Modifiers::NONE, Key::Escape);
        assert!(self.window.session().is_in_seance(), "`{}` ends the séance", action.key);
    }

    /// Commands that no view gives in a séance: they lead to what is not shown.
    pub fn commands(&mut self) {
        let office: Vec<_> = Page::all().filter(|page| !self.window.session().shows(*page)).collect();
        assert!(office.len() > 5, "{office:?}");
        for page in office {
            self.handle(Command::Go(page));
        }
        for table in TableId::ALL.iter().copied() {
            let rows = self.window.session().document().dataset().table(table).ids();
            let section = Section::of(table);
            self.handle(Command::Tab(section, table));
            self.handle(Command::Grid(table, GridCommand::CopyWithHeaders));
            let reasons = rows.iter().map(|row| (*row, Message::new("why-unknown"))).collect();
            let title = Message::new("subset-women").count("n", 1).text("whose", "");
            self.handle(Command::ShowRows(table, Subset { title, rows: reasons, beside: None }));
            self.window.go_on(Command::Grid(table, GridCommand::ClearFilters));
            self.window.press_with(Modifiers::COMMAND, Key::A);
            self.handle(Command::Grid(table, GridCommand::CopyWithHeaders));
            for row in rows.into_iter().take(4) {
                for column in table.columns().iter().map(|info| info.key) {
                    self.handle(Command::Reveal(CellRef { table, row, column }));
                }
            }
            self.handle(Command::Card(true));
            self.window.go_on(Command::Card(false));
        }
    }

    /// What is told of each thing under the pointer, on the dashboard and on a page of records.
    pub fn hover(&mut self) {
        for page in [Page::Dashboard, Page::Section(Section::Units)] {
            self.handle(Command::Go(page));
            let places: Vec<_> = {
                let with_place = |node: &Node| node.accesskit_node().bounding_box().is_some();
                self.window.nodes().filter(with_place).map(|node| node.rect().center()).collect()
            };
            for place in places {
                self.window.hover_at(place);
                self.look();
            }
        }
    }

    /// The file of each table, which is the committee's.
    pub fn exports(&mut self, desk: &Desk) {
        for table in TableId::ALL.iter().copied() {
            let name = format!("{}.csv", table.key());
            self.handle(Command::Host(Request::Export(table, Audience::Office, Desk::path(&name))));
            let is_written = desk.documents().contains(&name);
            assert_eq!(is_written, table.is_for(Audience::Committee), "{name}");
            if is_written {
                self.note(&desk.read(&name));
            }
        }
    }
}

fn painted(shape: &Shape, texts: &mut Vec<String>) {
    match shape {
        Shape::Text(text) => texts.push(text.galley.text().to_owned()),
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| painted(shape, texts)),
        _ => {}
    }
}

/// A shortcut as it is pressed.
fn pressed(Stroke { modifiers, key }: Stroke) -> (Modifiers, Key) {
    let pressed = match key {
        key::Key::Letter(letter) => Key::from_name(&letter.to_string()),
        key::Key::Function(n) => Key::from_name(&format!("F{n}")),
        key::Key::Sign('+') => Some(Key::Plus),
        key::Key::Sign('-') => Some(Key::Minus),
        key::Key::Sign('0') => Some(Key::Num0),
        key::Key::Left => Some(Key::ArrowLeft),
        other => Key::from_name(&format!("{other:?}")),
    };
    let mut held = if modifiers.ctrl { Modifiers::COMMAND } else { Modifiers::NONE };
    (held.shift, held.alt) = (modifiers.shift, modifiers.alt);
    (held, pressed.unwrap_or_else(|| panic!("no key for {key:?}")))
}

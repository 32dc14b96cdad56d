//! The page À faire: which item has the cursor, and what its keys do.

use crate::domain::schema::TableId;
use crate::edit;
use crate::todo::Todo;

use super::Session;
use super::act::Act;
use super::command::Command;
use super::focus::Owner;
use super::key::{Key, Modifiers, Stroke};
use super::page::Page;

impl Session {
    /// What is to do, put off or not.
    pub fn todos(&self) -> &[Todo] {
        &self.derived.todos
    }

    /// The item with the cursor, and its place in the list.
    pub fn todo_at_hand(&self) -> Option<(usize, &Todo)> {
        let is_same = |a: &Todo, b: &Todo| (a.duty, a.place, &a.why) == (b.duty, b.place, &b.why);
        self.lists.todos.at_hand(self.todos(), is_same)
    }

    /// Whether the list of the page has the keyboard.
    pub fn is_in_list(&self) -> bool {
        self.owner() == Owner::List
    }

    pub(super) fn press_in_list(&mut self, stroke: Stroke) {
        match self.page {
            Page::Matching => self.press_in_matches(stroke),
            Page::Findings => self.press_in_findings(stroke),
            _ => self.press_in_todos(stroke),
        }
    }

    /// Changes when the cursor was moved; the view then scrolls to it.
    pub const fn todo_moves(&self) -> u64 {
        self.lists.todos.moves
    }

    /// Puts off the item with the cursor, or takes up again what was put off.
    pub(super) fn put_off(&self) -> Option<Command> {
        let (_, todo) = self.todo_at_hand().filter(|_| self.page == Page::Todo && self.is_open())?;
        (!self.is_read_only()).then(|| self.put_off_command(todo))
    }

    /// The same for any item.
    pub fn put_off_command(&self, todo: &Todo) -> Command {
        match todo.put_off {
            None => Command::Act(Act::PutOff(todo.duty, todo.place.table, todo.place.row)),
            Some(row) => Command::Apply(edit::remove_rows(self.dataset(), TableId::Postponements, &[row])),
        }
    }

    fn press_in_todos(&mut self, stroke: Stroke) {
        if let Some(by) = stroke.step_in_list(self.todos().len()) {
            self.step_todo(by);
        } else if stroke == Stroke::new(Modifiers::NONE, Key::Enter)
            && let Some((_, todo)) = self.todo_at_hand()
        {
            self.handle(Command::Reveal(todo.place));
        }
    }

    fn step_todo(&mut self, by: isize) {
        if let Some((at, _)) = self.todo_at_hand() {
            self.lists.todos.step(&self.derived.todos, at, by);
        }
    }

    /// Goes on to the next item, if the one with the cursor is about to be put off: it moves to the end.
    pub(super) fn pass_todo(&mut self, act: Act) {
        let of = |(_, todo): (usize, &Todo)| Act::PutOff(todo.duty, todo.place.table, todo.place.row);
        if self.page == Page::Todo && self.todo_at_hand().map(of) == Some(act) {
            self.step_todo(1);
        }
    }
}

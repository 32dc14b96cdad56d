//! What tests do to the window beside what a user does: commands that no view gives, a pointer that only hovers.

use clefs::session::command::Command;
use egui::{Event, Pos2};

use super::Window;

impl Window {
    /// Carries out a command as if a view had given it.
    pub fn handle(&mut self, command: Command) {
        self.harness.state_mut().host_mut().handle(command);
        self.settle();
    }

    pub fn copy(&mut self) {
        self.event(Event::Copy);
        self.settle();
    }

    /// Moves the pointer to a point, and leaves it there.
    pub fn hover_at(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
        self.frame();
        self.frame();
    }
}

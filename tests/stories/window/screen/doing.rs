//! What tests do to the window beside what a user does: commands that no view gives, a pointer that only hovers.

use clefs::session::command::Command;
use egui::{Event, Key, Modifiers, Pos2, RawInput, ViewportEvent, ViewportId, ViewportInfo};
use egui_kittest::TestRenderer as _;

use super::{MOST_FRAMES, Window};

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

    /// Carries out a command, and goes on though something may still move.
    pub fn go_on(&mut self, command: Command) {
        self.harness.state_mut().host_mut().handle(command);
        self.run();
    }

    fn run(&mut self) {
        for _ in 0..MOST_FRAMES {
            if self.frame() {
                break;
            }
        }
    }

    /// Presses a key, and goes on though something may still move.
    pub fn tap(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            self.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.run();
    }

    /// Runs a frame of another window of the app, as its own events make it do.
    pub fn run_viewport(&mut self, id: ViewportId, events: Vec<ViewportEvent>) {
        let paint = self.harness.output().viewport_output[&id].viewport_ui_cb.clone().unwrap();
        let info = ViewportInfo { events, ..ViewportInfo::default() };
        let viewports = [(ViewportId::ROOT, ViewportInfo::default()), (id, info)].into_iter().collect();
        let input = RawInput { viewport_id: id, viewports, ..RawInput::default() };
        let mut output = self.harness.ctx.clone().run_ui(input, |ui| paint(ui));
        self.raster.handle_delta(&mut output.textures_delta);
        output.textures_delta.clear();
    }

    /// Moves the pointer to a point, and leaves it there.
    pub fn hover_at(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
        self.frame();
        self.frame();
    }
}

//! The window: the order of a frame, and nothing else.
//!
//! 1. jobs that ended, and a save that is due
//! 2. the window's own wish to close
//! 3. shortcuts
//! 4. what is derived is brought up to date
//! 5. views read the state and push commands
//! 6. commands are carried out, in order
//! 7. the window's looks follow the settings

use std::io::Write;
use std::time::Duration;

use egui::{CentralPanel, Frame, Margin, Panel, ViewportCommand};

use crate::store::WindowPlace;

use super::command::Outbox;
use super::state::State;
use super::style::{self, colour, palette};
use super::{action, dialogs, pages, shell};

/// The app as eframe runs it.
pub struct App {
    state: State,
    title: String,
    looks: Option<(bool, u32, bool)>,
    /// Leave once the file that was asked for is on screen.
    until_first_frame: bool,
    /// It is.
    is_shown: bool,
}

impl App {
    /// A window on a state.
    pub fn new(ctx: &egui::Context, state: State, until_first_frame: bool) -> Self {
        style::install(ctx);
        let mut app = Self { state, title: String::new(), looks: None, until_first_frame, is_shown: false };
        app.follow_settings(ctx);
        app
    }

    /// The state, for tests to look at.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut egui::Ui) {
        let mut out = Outbox::new();
        action::take_shortcuts(ui.ctx(), &self.state, &mut out); // 3
        self.state.refresh(); // 4
        self.views(ui, &mut out); // 5
        // What was asked for in the frame before has been shown.
        self.state.end_frame();
        let changed = !out.is_empty();
        for command in out {
            self.state.handle(command); // 6
        }
        if let Some(text) = self.state.take_copied() {
            ui.copy_text(text);
        }
        if let Some(picture) = self.state.take_copied_picture() {
            ui.copy_image(picture);
        }
        self.follow_settings(ui.ctx()); // 7
        if changed {
            ui.ctx().request_repaint();
        }
        if self.until_first_frame && !self.state.is_loading() {
            self.is_shown = true;
            ui.ctx().request_repaint();
        }
    }

    fn views(&self, ui: &mut egui::Ui, out: &mut Outbox) {
        let p = palette(ui);
        let state = &self.state;
        Panel::left("side")
            .exact_size(shell::SIDE_BAR_WIDTH)
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::NONE)
            .show(ui, |ui| shell::side_bar(ui, state, out));
        Panel::top("menus")
            .frame(Frame::new().fill(colour(p.page)).inner_margin(Margin { left: 16, right: 16, top: 4, bottom: 0 }))
            .show_separator_line(false)
            .show(ui, |ui| shell::menus(ui, state, out));
        CentralPanel::default()
            .frame(Frame::new().fill(colour(p.page)).inner_margin(Margin { left: 24, right: 24, top: 8, bottom: 12 }))
            .show(ui, |ui| {
                shell::notice(ui, state, out);
                pages::show(ui, state, out);
            });
        dialogs::show(ui, state, out);
    }

    /// Title, theme and text scale, where they changed.
    fn follow_settings(&mut self, ctx: &egui::Context) {
        let looks = (self.state.is_dark(), self.state.scale(), self.state.has_reduced_motion());
        if self.looks != Some(looks) {
            self.looks = Some(looks);
            ctx.set_theme(if looks.0 { egui::Theme::Dark } else { egui::Theme::Light });
            ctx.set_zoom_factor(looks.1 as f32 / 100.0);
            style::reduce_motion(ctx, looks.2);
        }
        // The file's name and nothing of what it holds: the title is seen on every shared screen.
        let title = match self.state.file() {
            Some(file) => format!("{} – Clefs", file.name()),
            None => "Clefs".to_owned(),
        };
        if self.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        if self.is_shown && std::mem::take(&mut self.until_first_frame) {
            // For whoever measures the start: what comes after is the end. Nobody may be reading.
            let _ = writeln!(std::io::stdout(), "first frame");
            close(ctx);
        }
        if let Some(seconds) = self.state.tick(ctx) {
            ctx.request_repaint_after(Duration::from_secs_f64(seconds)); // 1
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.state.is_closing() {
            self.state.note_window_of(ctx); // 2
            self.state.quit();
            if !self.state.is_closing() {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
        }
        if self.state.is_closing() {
            if self.state.lets_go_at_close() {
                ctx.copy_text(String::new());
            }
            close(ctx);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}

/// Asks the window to close. It does so in the next frame, which has to be asked for.
fn close(ctx: &egui::Context) {
    ctx.send_viewport_cmd(ViewportCommand::Close);
    ctx.request_repaint();
}

impl State {
    /// Notes where the window is, in points of the screen.
    fn note_window_of(&mut self, ctx: &egui::Context) {
        let place = ctx.input(|input| {
            let viewport = input.viewport();
            let (outer, inner) = (viewport.outer_rect?, viewport.inner_rect?);
            Some(WindowPlace {
                x: outer.left() as i32,
                y: outer.top() as i32,
                width: inner.width() as u32,
                height: inner.height() as u32,
                maximised: viewport.maximized.unwrap_or(false),
            })
        });
        if let Some(place) = place {
            self.note_window(place);
        }
    }
}

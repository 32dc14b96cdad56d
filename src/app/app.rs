//! The window: the order of a frame, and nothing else.
//!
//! 1. jobs that ended, and what the keeper of the file reports
//! 2. the window's own wish to close
//! 3. events, each to whoever has the keyboard
//! 4. what is derived is brought up to date
//! 5. views read the session and push commands
//! 6. commands are carried out, in order
//! 7. the window's looks follow the settings
//! 8. the window for the committee follows the session

use std::io::Write;
use std::time::Duration;

use egui::{CentralPanel, Frame, Margin, Panel, ViewportCommand};

use crate::store::WindowPlace;

use crate::session::command::{Command, Outbox, Request};
use crate::session::key::{Input, Taken};
use crate::session::{Appearance, Division};

use super::committee::CommitteeWindow;
use super::host::Host;
use super::queue::Queue;
use super::style::{self, colour, palette};
use super::{dialogs, focus, grid, heard, pages, shell};

/// The app as eframe runs it.
pub struct App {
    host: Host,
    title: String,
    looks: Option<Appearance>,
    committee: CommitteeWindow,
    /// Where dialogs, menus and lists were in the last frame.
    floating: Floating,
    /// What the window was divided for.
    division: Option<Division>,
    /// What had egui's focus in the last frame.
    focused: Option<egui::Id>,
    /// Leave once the file that was asked for is on screen.
    until_first_frame: bool,
    /// It is.
    is_shown: bool,
}

impl App {
    /// A window on a host.
    pub fn new(ctx: &egui::Context, host: Host, until_first_frame: bool) -> Self {
        style::install(ctx);
        ctx.add_plugin(Queue::default());
        let mut app = Self {
            host,
            title: String::new(),
            looks: None,
            committee: CommitteeWindow::default(),
            floating: Floating::default(),
            division: None,
            focused: None,
            until_first_frame,
            is_shown: false,
        };
        app.follow_settings(ctx);
        app
    }

    /// The host and its session, for tests to look at.
    pub const fn host(&self) -> &Host {
        &self.host
    }

    /// The same, to begin a test where it should.
    pub const fn host_mut(&mut self) -> &mut Host {
        &mut self.host
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.take_events(&ctx); // 3
        self.host.refresh(); // 4
        let mut out = Outbox::new();
        self.views(ui, &mut out); // 5
        self.host.session_mut().set_page_rows(grid::rows_in_sight(&ctx));
        let changed = !out.is_empty();
        for command in out {
            self.host.handle(command); // 6
        }
        self.note_division(&ctx);
        if let Some((text, is_there)) = self.host.take_copied() {
            ctx.with_plugin(|queue: &mut Queue| queue.note_copied(&text));
            if !is_there {
                ui.copy_text(text);
            }
        }
        if let Some(picture) = self.host.take_copied_picture() {
            ui.copy_image(picture);
        }
        self.follow_settings(&ctx); // 7
        heard::window(&ctx, &self.title);
        if let Some(command) = self.committee.follow(&ctx, self.host.session()) {
            self.host.handle(command); // 8
        }
        let floating = floating(&ctx);
        if changed || self.floating != floating {
            self.floating = floating;
            ctx.with_plugin(Queue::note_change);
        }
        if changed || ctx.with_plugin(|queue: &mut Queue| queue.is_waiting()) == Some(true) {
            ctx.request_repaint();
        }
        if self.until_first_frame && !self.host.session().outside().is_loading {
            self.is_shown = true;
            ctx.request_repaint();
        }
    }

    /// Gives each event to whoever has the keyboard, until one is egui's.
    fn take_events(&mut self, ctx: &egui::Context) {
        focus::follow(ctx, self.host.session_mut(), &mut self.focused);
        while !self.host.is_making_file()
            && let Some((event, input)) = ctx.with_plugin(Queue::next).flatten()
        {
            let is_release = input == Input::Release;
            let taken = self.host.take(input);
            ctx.with_plugin(|queue: &mut Queue| match taken {
                Taken::BySession if is_release => queue.give(event),
                Taken::BySession => queue.note_change(),
                Taken::ByWindow => queue.hold_for_egui(event),
            });
            self.note_division(ctx);
        }
        focus::align(ctx, self.host.session());
    }

    fn note_division(&mut self, ctx: &egui::Context) {
        let division = Some(self.host.session().division());
        if self.division != division {
            self.division = division;
            ctx.with_plugin(Queue::note_division);
        }
    }

    fn views(&self, ui: &mut egui::Ui, out: &mut Outbox) {
        let p = palette(ui);
        let session = self.host.session();
        Panel::left("side")
            .exact_size(shell::SIDE_BAR_WIDTH)
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::NONE)
            .show(ui, |ui| shell::side_bar(ui, session, out));
        Panel::top("menus")
            .frame(Frame::new().fill(colour(p.page)).inner_margin(Margin { left: 16, right: 16, top: 4, bottom: 0 }))
            .show_separator_line(false)
            .show(ui, |ui| shell::menus(ui, session, out));
        CentralPanel::default()
            .frame(Frame::new().fill(colour(p.page)).inner_margin(Margin { left: 24, right: 24, top: 8, bottom: 12 }))
            .show(ui, |ui| pages::show(ui, session, out));
        dialogs::show(ui, session, out);
    }

    /// Title, theme and text scale, where they changed.
    fn follow_settings(&mut self, ctx: &egui::Context) {
        let looks = self.host.session().outside().appearance;
        if self.looks != Some(looks) {
            self.looks = Some(looks);
            ctx.set_theme(if looks.is_dark { egui::Theme::Dark } else { egui::Theme::Light });
            ctx.set_zoom_factor(looks.scale as f32 / 100.0);
            style::reduce_motion(ctx, looks.has_reduced_motion);
        }
        // The file's name and nothing of what it holds: the title is seen on every shared screen.
        let title = match self.host.session().file_name() {
            Some(name) => format!("{name} – Clefs"),
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
        if let Some(seconds) = self.host.tick(ctx) {
            ctx.request_repaint_after(Duration::from_secs_f64(seconds)); // 1
        }
        if ctx.input(|input| input.pointer.is_moving() || input.pointer.any_down() || input.is_scrolling()) {
            self.host.touch();
        }
        if self.host.take_news() {
            ctx.with_plugin(Queue::note_change);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.host.is_closing() {
            self.host.note_window_of(ctx); // 2
            self.host.handle(Command::Host(Request::Quit));
            if !self.host.is_closing() {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
        }
        if self.host.is_closing() {
            if self.host.clears_clipboard_at_close() {
                ctx.copy_text(String::new());
            }
            close(ctx);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}

/// Whether a menu or a list is open, and where all that floats is.
type Floating = (bool, Vec<(egui::Id, egui::Rect)>);

/// Where dialogs, menus and lists are: while one of them still looks for its place, nothing is clicked.
fn floating(ctx: &egui::Context) -> Floating {
    let is_open = egui::Popup::is_any_open(ctx);
    ctx.memory(|memory| {
        let layers = memory.areas().visible_layer_ids();
        let mut areas: Vec<_> =
            layers.iter().filter_map(|layer| Some((layer.id, memory.area_rect(layer.id)?))).collect();
        areas.sort_by_key(|(id, _)| id.value());
        (is_open, areas)
    })
}

/// Asks the window to close. It does so in the next frame, which has to be asked for.
fn close(ctx: &egui::Context) {
    ctx.send_viewport_cmd(ViewportCommand::Close);
    ctx.request_repaint();
}

impl Host {
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

//! The window for the committee: a second one, to be shared in a call while the first stays with the operator.
//!
//! Owns that window and the picture of it: large enough to be read at 720 lines. It is painted from a
//! [`CommitteeView`], which holds what the committee may see and nothing else; it reads neither the session nor the
//! file. It repaints by itself when the view changes, whatever the first window does. Closing it closes nothing else.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use egui::{
    Align, CentralPanel, Context, Frame, Label, Layout, Margin, RichText, ScrollArea, Ui, ViewportBuilder,
    ViewportCommand, ViewportId, vec2,
};

use crate::chart::scene::Scene;
use crate::domain::message::Message;
use crate::report::committee_view::{CommitteeView, Headline, Line};
use crate::session::command::Command;
use crate::session::{Session, ViewKey};
use crate::words::Words;

use super::style::{self, colour, palette, semibold, strong};
use super::{chart_view, heard};

/// The least text size, in points: to be read on a shared screen of 720 lines.
pub const LEAST: f32 = 18.0;
const HEADLINE: f32 = 52.0;
const TITLE: f32 = 24.0;
const SECTION: f32 = 20.0;
/// Points of the agenda above what was decided before.
const FIRST: usize = 2;
const GAP: f32 = 16.0;
const BAR: f32 = 26.0;
/// Height of a figure's card.
const FIGURE: f32 = 148.0;
/// The width of a figure's card whose caption needs one line, and the height of another line.
const CAPTION: f32 = 360.0;
const LINE: f32 = 24.0;
/// Width of what moved of a landlord.
const NUMBERS: f32 = 76.0;
/// Shares of the width: what moved, and needs; the meeting has the rest.
const COLUMNS: [f32; 2] = [0.28, 0.47];
/// The least width of the last column.
const COLUMN: f32 = 260.0;
/// By how much charts are enlarged: their smallest text is a caption.
const CHART: f32 = LEAST / crate::theme::size::CAPTION;

/// Identity of the window.
pub fn id() -> ViewportId {
    ViewportId::from_hash_of("committee")
}

/// The window, while it is open.
#[derive(Default)]
pub struct CommitteeWindow {
    shown: Arc<Mutex<Option<Canvas>>>,
    /// What it was made of.
    of: Option<ViewKey>,
    /// The window was closed by its own button.
    is_closed: Arc<AtomicBool>,
    /// Whether the first window was last asked to be left out of captures.
    excluded: Option<(bool, bool)>,
}

impl CommitteeWindow {
    /// Opens, updates or closes the window as the session says. Returns that it was closed by its own button.
    pub fn follow(&mut self, ctx: &Context, session: &Session) -> Option<Command> {
        self.exclude(ctx, session);
        if self.is_closed.swap(false, Ordering::Relaxed) {
            self.of = None;
            return Some(Command::CommitteeWindow(false));
        }
        if !session.has_committee_window() {
            self.of = None;
            return None;
        }
        let of = session.committee_key();
        if self.of != Some(of) {
            self.of = Some(of);
            let canvas = Canvas::new(session.committee_view());
            *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(canvas);
            // It is not repainted along with this one.
            ctx.request_repaint_of(id());
        }
        let title = session.words().text("committee-window").to_owned();
        let builder = ViewportBuilder::default()
            .with_app_id("clefs")
            .with_title(title.as_str())
            .with_inner_size([1280.0, 720.0])
            .with_min_inner_size([480.0, 360.0]);
        let (shown, is_closed) = (Arc::clone(&self.shown), Arc::clone(&self.is_closed));
        ctx.show_viewport_deferred(id(), builder, move |ui, _| {
            heard::window(ui.ctx(), &title);
            if ui.input(|input| input.viewport().close_requested()) {
                is_closed.store(true, Ordering::Relaxed);
                ui.ctx().request_repaint_of(ViewportId::ROOT);
            }
            if let Some(canvas) = &mut *shown.lock().unwrap_or_else(PoisonError::into_inner) {
                canvas.show(ui);
            }
        });
        None
    }

    /// Asks the system to leave the first window out of captures while this one is open. The system does not say
    /// whether it does; it is asked again after the window was out of sight.
    fn exclude(&mut self, ctx: &Context, session: &Session) {
        let is_hidden = ctx.input(|input| input.viewport().visible() == Some(false));
        let wanted = (session.is_left_out(), is_hidden);
        let was_asked = self.excluded.is_some() || wanted.0;
        if self.excluded != Some(wanted) && was_asked {
            self.excluded = Some(wanted);
            ctx.send_viewport_cmd(ViewportCommand::ContentProtected(wanted.0));
        }
    }
}

/// The view, with the charts that were drawn of it.
pub struct Canvas {
    view: CommitteeView,
    words: Words,
    /// Needs against opportunities, at a width.
    needs: Option<(u32, Scene)>,
}

impl Canvas {
    pub fn new(view: CommitteeView) -> Self {
        let words = Words::new(view.lang());
        Self { view, words, needs: None }
    }

    /// Paints the whole window.
    pub fn show(&mut self, ui: &mut Ui) {
        let p = palette(ui);
        let margin = Margin::symmetric(24, 14);
        CentralPanel::default().frame(Frame::new().fill(colour(p.page)).inner_margin(margin)).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(GAP, 8.0);
            self.head(ui);
            self.figures(ui);
            ui.add_space(2.0);
            self.discussed(ui);
            self.columns(ui);
        });
    }

    fn head(&self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if self.view.is_fictitious {
                    style::badge_of(ui, self.words.text("badge-fictitious"), LEAST);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(strong(self.view.title.as_str(), TITLE)).truncate());
                });
            });
        });
    }

    fn figures(&self, ui: &mut Ui) {
        let width = (ui.available_width() - 2.0 * GAP) / 3.0;
        let height = if width < CAPTION { FIGURE + 2.0 * LINE } else { FIGURE };
        ui.horizontal_top(|ui| {
            for figure in &self.view.figures {
                panel(ui, width, height, |ui| self.figure(ui, figure));
            }
        });
    }

    /// What is spoken of, in a band above the rest.
    fn discussed(&self, ui: &mut Ui) {
        let Some(of) = &self.view.discussed else { return };
        let width = ui.available_width();
        below(ui, width, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(text(self.words.text("committee-discussed")).color(colour(palette(ui).muted)));
                ui.label(strong(of.text.as_str(), TITLE));
                ui.label(text(&of.more));
            });
        });
    }

    fn figure(&self, ui: &mut Ui, figure: &Headline) {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(Label::new(text(figure.caption.as_str())).wrap());
        ui.horizontal(|ui| {
            ui.label(RichText::new(figure.number.as_str()).font(semibold(HEADLINE)));
            if let Some(target) = &figure.target {
                ui.label(RichText::new(target.as_str()).size(TITLE).color(colour(palette(ui).muted)));
            }
        });
        if let Some(axis) = figure.axis {
            let scene = self.view.bar(axis, &self.words, ui.available_width(), BAR);
            picture(ui, &scene, 1.0);
        }
    }

    fn columns(&mut self, ui: &mut Ui) {
        let (width, height) = (ui.available_width() - 2.0 * GAP, ui.available_height());
        let [since, needs] = COLUMNS.map(|share| share * width);
        if width - since - needs < COLUMN {
            // Too narrow to stand beside each other.
            return scrolled(ui, "columns", |ui| {
                let width = ui.available_width() - GAP;
                below(ui, width, |ui| self.meeting(ui));
                below(ui, width, |ui| self.since(ui));
                below(ui, width, |ui| self.needs(ui));
            });
        }
        ui.horizontal_top(|ui| {
            panel(ui, since, height, |ui| scrolled(ui, "since", |ui| self.since(ui)));
            panel(ui, needs, height, |ui| scrolled(ui, "needs", |ui| self.needs(ui)));
            panel(ui, ui.available_width(), height, |ui| scrolled(ui, "meeting", |ui| self.meeting(ui)));
        });
    }

    fn since(&self, ui: &mut Ui) {
        let Some(since) = &self.view.since else {
            ui.add(Label::new(text(self.words.text("committee-first"))).wrap());
            return;
        };
        ui.add(Label::new(strong(since.title.as_str(), SECTION)).wrap());
        if since.landlords.is_empty() {
            ui.add(Label::new(text(self.words.text("committee-nothing-moved"))).wrap());
        }
        if !since.landlords.is_empty() {
            ui.label(text(&since.caption).color(colour(palette(ui).muted)));
        }
        ui.spacing_mut().item_spacing.y = 4.0;
        for (name, moved) in &since.landlords {
            ui.horizontal_top(|ui| {
                let room = vec2((ui.available_width() - NUMBERS - GAP).max(1.0), 0.0);
                ui.allocate_ui(room, |ui| {
                    ui.set_min_width(room.x);
                    ui.add(Label::new(text(name)).wrap());
                });
                ui.label(strong(moved.as_str(), LEAST));
            });
        }
    }

    fn needs(&mut self, ui: &mut Ui) {
        let width = (ui.available_width() / CHART).round().max(1.0);
        let of = width as u32;
        if self.needs.as_ref().is_none_or(|(kept, _)| *kept != of) {
            self.needs = Some((of, self.view.needs(&self.words, width)));
        }
        let Some((_, scene)) = &self.needs else { return };
        picture(ui, scene, CHART);
    }

    fn meeting(&self, ui: &mut Ui) {
        let Some(meeting) = &self.view.meeting else {
            ui.add(Label::new(text(self.words.text("committee-none"))).wrap());
            return;
        };
        let (decisions, actions) =
            (("table-decisions", meeting.decisions.as_slice()), ("table-actions", meeting.actions.as_slice()));
        // Before anything is decided there is what to speak of.
        if meeting.is_over {
            self.agenda(ui, FIRST);
        }
        ui.add(Label::new(strong(meeting.title.as_str(), SECTION)).wrap());
        self.lines(ui, decisions);
        self.lines(ui, actions);
        if !meeting.is_over {
            self.agenda(ui, usize::MAX);
        }
    }

    /// The first so many points, and how many others there are.
    fn agenda(&self, ui: &mut Ui, most: usize) {
        let agenda = self.view.agenda.as_slice();
        let (first, others) = agenda.split_at(most.min(agenda.len()));
        if !first.is_empty() {
            self.lines(ui, ("committee-agenda", first));
        }
        if !others.is_empty() {
            let others = Message::new("committee-others").count("n", others.len());
            ui.label(text(&self.words.say(&others)).color(colour(palette(ui).muted)));
        }
    }

    fn lines(&self, ui: &mut Ui, (title, lines): (&str, &[Line])) {
        ui.add_space(4.0);
        ui.label(strong(self.words.text(title), LEAST).color(colour(palette(ui).muted)));
        if lines.is_empty() {
            ui.label(text(self.words.text("committee-no-line")));
        }
        for of in lines {
            line(ui, of);
        }
    }
}

fn line(ui: &mut Ui, line: &Line) {
    let sign = if line.is_done { "✓" } else { "●" };
    ui.add(Label::new(text(&format!("{sign} {}", line.text))).wrap());
    if !line.more.is_empty() {
        ui.add(Label::new(text(&line.more).color(colour(palette(ui).muted))).wrap());
    }
}

fn text(text: &str) -> RichText {
    RichText::new(text).size(LEAST)
}

/// A card of a fixed size.
fn panel(ui: &mut Ui, width: f32, height: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(width, height), |ui| {
        style::card(ui).inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
            let size = vec2((width - 34.0).max(1.0), (height - 22.0).max(1.0));
            ui.set_min_size(size);
            ui.set_max_size(size);
            ui.vertical(content);
        });
    });
}

/// A card as high as its content.
fn below(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    style::card(ui).inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
        ui.set_width((width - 34.0).max(1.0));
        content(ui);
    });
}

fn scrolled(ui: &mut Ui, salt: &str, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, content);
}

/// A chart, enlarged; what it says is said to a screen reader as well.
fn picture(ui: &mut Ui, scene: &Scene, by: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(scene.width, scene.height) * by, egui::Sense::hover());
    chart_view::paint(ui.painter(), palette(ui), scene, rect.min, by);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Image, true, format!("{}\n{}", scene.title, scene.description))
    });
}

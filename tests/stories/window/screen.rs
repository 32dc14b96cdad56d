//! The window and its user: clicks by visible label, keys, typing, waiting, reading. Tests do not
//! look at the session for what they can read on screen.

mod doing;
pub mod reading;

use std::sync::Arc;
use std::time::Duration;

use clefs::app::App;
use clefs::session::Session;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::NodeT as _;
use egui_kittest::{Harness, Node};

use crate::raster::Raster;

use super::desk::Clipboard;
use reading::{is_control, text};

/// Seconds between two frames.
pub const FRAME: f32 = 0.125;

/// More consecutive frames than any change needs.
pub const MOST_FRAMES: usize = 32;

pub struct Window {
    pub harness: Harness<'static, App>,
    raster: Raster,
    /// Every title so far.
    pub titles: Vec<String>,
    /// It has closed.
    pub closes: bool,
    /// The text last copied.
    pub copied: Option<String>,
    /// The size of the picture last copied.
    pub copied_picture: Option<[usize; 2]>,
    clipboard: Arc<Clipboard>,
    /// A colour, and the widths of its rectangles in each frame.
    watched: Option<(egui::Color32, Vec<Vec<f32>>)>,
}

impl Window {
    /// The window once it is idle.
    pub fn new(harness: Harness<'static, App>, raster: Raster, clipboard: Arc<Clipboard>) -> Self {
        let (titles, copied, copied_picture) = (Vec::new(), None, None);
        let mut window =
            Self { harness, raster, titles, closes: false, copied, copied_picture, clipboard, watched: None };
        window.settle();
        window
    }

    /// The session, for what cannot be read on screen.
    pub fn session(&self) -> &Session {
        self.harness.state().host().session()
    }

    /// Enables animation, which the harness disables.
    pub fn move_things(&mut self) {
        self.harness.ctx.all_styles_mut(|style| style.animation_time = egui::Style::default().animation_time);
    }

    /// Records the widths of rectangles of that colour in each frame from now on.
    pub fn watch(&mut self, colour: egui::Color32) {
        self.watched = Some((colour, Vec::new()));
        self.frame();
    }

    /// The recorded widths, frame by frame.
    pub fn seen(&self) -> &[Vec<f32>] {
        self.watched.as_ref().map_or(&[], |(_, seen)| seen)
    }

    fn note(&mut self) {
        let Some((colour, seen)) = &mut self.watched else { return };
        let widths = self.harness.output().shapes.iter().filter_map(|shape| match &shape.shape {
            egui::Shape::Rect(rect) if rect.fill == *colour => Some(rect.rect.width()),
            _ => None,
        });
        seen.push(widths.collect());
    }

    /// Runs frames until the window is idle.
    pub fn settle(&mut self) {
        for _ in 0..MOST_FRAMES {
            let rests = self.frame();
            if self.closes {
                return;
            }
            if rests {
                self.harness.check_accessibility();
                return;
            }
        }
        panic!("the window never becomes idle: {:#?}", self.harness.ctx.repaint_causes());
    }

    /// Runs one frame; returns whether the window is idle after it.
    fn frame(&mut self) -> bool {
        self.harness.step();
        self.note();
        let output = &self.harness.output().viewport_output[&ViewportId::ROOT];
        let mut cancelled = false;
        for command in &self.harness.output().platform_output.commands {
            match command {
                OutputCommand::CopyText(text) => {
                    self.copied = Some(text.clone());
                    *self.clipboard.picture.lock().unwrap() = None;
                    *self.clipboard.text.lock().unwrap() = Some(text.clone());
                }
                OutputCommand::CopyImage(image) => {
                    self.copied_picture = Some(image.size);
                    *self.clipboard.picture.lock().unwrap() = Some(image.clone());
                    *self.clipboard.text.lock().unwrap() = None;
                }
                _ => {}
            }
        }
        for command in &output.commands {
            match command {
                ViewportCommand::Title(title) => self.titles.push(title.clone()),
                ViewportCommand::Close => self.closes = true,
                ViewportCommand::CancelClose => cancelled = true,
                _ => {}
            }
        }
        assert!(!(self.closes && cancelled), "it closes and cancels closing");
        output.repaint_delay != Duration::ZERO
    }

    fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.frame();
    }

    /// Lets seconds pass.
    pub fn wait(&mut self, seconds: f32) {
        for _ in 0..(seconds / FRAME).ceil() as usize {
            self.frame();
        }
        self.settle();
    }

    /// Lets minutes pass without input: the window sleeps until its next requested wake-up.
    pub fn sleep(&mut self, minutes: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + 60.0 * minutes);
        self.frame();
        self.harness.input_mut().time = None;
        self.settle();
    }

    /// Seconds until the requested wake-up, if any.
    pub fn wakes_in(&mut self) -> Option<f64> {
        self.frame();
        let delay = self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay;
        (delay != Duration::MAX).then_some(delay.as_secs_f64())
    }

    /// Clicks the window's close button.
    pub fn close(&mut self) {
        let info = self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap();
        info.events.push(ViewportEvent::Close);
        self.settle();
    }

    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.event(Event::ModifiersChanged(modifiers));
        for pressed in [true, false] {
            self.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.event(Event::ModifiersChanged(Modifiers::NONE));
        self.settle();
    }

    /// Holds a key down: it repeats in every frame.
    pub fn hold(&mut self, key: Key, times: usize) {
        for _ in 0..times {
            let (physical_key, modifiers) = (None, Modifiers::NONE);
            self.event(Event::Key { key, physical_key, pressed: true, repeat: true, modifiers });
        }
        self.settle();
    }

    pub fn ctrl(&mut self, key: Key) {
        self.press_with(Modifiers::COMMAND, key);
    }

    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.event(Event::Text(letter.to_string()));
        }
        self.settle();
    }

    /// Types whole lines, with Enter after each, in one slow frame.
    pub fn type_in_one_frame(&mut self, lines: &[&str]) {
        for line in lines {
            for letter in line.chars() {
                self.event(Event::Text(letter.to_string()));
            }
            for pressed in [true, false] {
                let modifiers = Modifiers::NONE;
                self.event(Event::Key { key: Key::Enter, physical_key: None, pressed, repeat: false, modifiers });
            }
        }
        self.settle();
    }

    /// Replaces the text of the focused line.
    pub fn type_over(&mut self, text: &str) {
        self.ctrl(Key::A);
        self.type_text(text);
    }

    /// Clicks the element with that label: a button, a menu entry, a choice.
    #[track_caller]
    pub fn click(&mut self, label: &str) {
        let (at, is_greyed) = self.place(label);
        assert!(!is_greyed, "“{label}” is greyed");
        self.click_at(at);
    }

    /// Clicks the element with that label in one chart: labels repeat across charts.
    #[track_caller]
    pub fn click_in(&mut self, chart: &str, label: &str) {
        let at = self.rect_in(chart, label).center();
        self.click_at(at);
    }

    /// The position of an element in a chart, by label.
    #[track_caller]
    pub fn rect_in(&self, chart: &str, label: &str) -> egui::Rect {
        let group = self.nodes().find(|node| node.accesskit_node().role() == Role::Group && text(node) == chart);
        let group = group.unwrap_or_else(|| panic!("no chart is called “{chart}”"));
        let found: Vec<_> = group.children_recursive().filter(|node| is_control(node) && text(node) == label).collect();
        assert_eq!(found.len(), 1, "“{label}” in “{chart}”");
        found[0].rect()
    }

    /// The charts as a screen reader sees them: name, and labels of its stops.
    pub fn charts(&self) -> Vec<(String, Vec<String>)> {
        let groups = self.nodes().filter(|node| node.accesskit_node().role() == Role::Group);
        let stops = |group: &Node| group.children_recursive().filter(is_control).map(|stop| text(&stop)).collect();
        groups
            .filter(|group| text(group).starts_with("Graphique : "))
            .map(|group| (text(&group), stops(&group)))
            .collect()
    }

    /// The focused element: label and position.
    pub fn focused(&self) -> Option<(String, egui::Rect)> {
        self.nodes().find(Node::is_focused).map(|node| (text(&node), node.rect()))
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.click_with(PointerButton::Primary, at, &[true, false]);
    }

    pub fn click_second_at(&mut self, at: Pos2) {
        self.click_with(PointerButton::Secondary, at, &[true, false]);
    }

    pub fn double_click_at(&mut self, at: Pos2) {
        self.click_with(PointerButton::Primary, at, &[true, false, true, false]);
    }

    fn click_with(&mut self, button: PointerButton, at: Pos2, presses: &[bool]) {
        self.event(Event::PointerMoved(at));
        for pressed in presses.iter().copied() {
            self.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        }
        self.settle();
    }

    /// Drags an element to a point.
    #[track_caller]
    pub fn drag(&mut self, label: &str, to: Pos2) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        let (from, _) = self.place(label);
        self.event(Event::PointerMoved(from));
        self.event(Event::PointerButton { pos: from, button, pressed: true, modifiers });
        for step in 1..=4_u8 {
            self.event(Event::PointerMoved(from + (to - from) * (f32::from(step) / 4.0)));
        }
        self.event(Event::PointerButton { pos: to, button, pressed: false, modifiers });
        self.settle();
    }

    /// The position of an element, by label.
    #[track_caller]
    pub fn rect(&self, label: &str) -> egui::Rect {
        self.rect_of(label, 0)
    }

    /// The position of one of several elements with a label, counted from the top.
    #[track_caller]
    pub fn rect_of(&self, label: &str, place: usize) -> egui::Rect {
        let mut found: Vec<_> =
            self.nodes().filter(|node| is_control(node) && text(node) == label).map(|node| node.rect()).collect();
        found.sort_by(|a, b| a.top().total_cmp(&b.top()));
        *found.get(place).unwrap_or_else(|| {
            panic!("{} elements have the label “{label}”; labels: {:#?}", found.len(), self.controls())
        })
    }

    /// The position of a control, if visible.
    pub fn visible(&self, label: &str) -> Option<egui::Rect> {
        self.nodes().find(|node| is_control(node) && text(node) == label).map(|node| node.rect())
    }

    pub fn paste(&mut self, text: &str) {
        self.event(Event::Paste(text.to_owned()));
        self.settle();
    }

    /// Moves the mouse out of the window, so that nothing is hovered in a snapshot.
    pub fn leave(&mut self) {
        self.event(Event::PointerGone);
        self.settle();
    }

    #[track_caller]
    pub fn choose(&mut self, menu: &str, entry: &str) {
        self.click(menu);
        self.click(entry);
    }

    /// Clicks a disabled element.
    #[track_caller]
    pub fn click_greyed(&mut self, label: &str) {
        let (at, is_greyed) = self.place(label);
        assert!(is_greyed, "“{label}” is not greyed");
        self.click_at(at);
    }

    /// Whether no further frame is requested.
    pub fn rests(&mut self) -> bool {
        self.frame() && self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay == Duration::MAX
    }
}

//! The window, and the person before it: clicks by visible label, keys, typing, waiting, and
//! what she reads there. No story looks behind the screen for what it can read on it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use clefs::app::App;
use clefs::domain::schema::TableId;
use clefs::session::Session;
use egui::accesskit::Role;
use egui::{
    ColorImage, Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, ViewportCommand, ViewportEvent, ViewportId,
};
use egui_kittest::kittest::NodeT as _;
use egui_kittest::{Harness, Node};

use crate::raster::Raster;

/// Seconds between two frames.
pub const FRAME: f32 = 0.125;

/// More frames in a row than any change needs.
pub const MOST_FRAMES: usize = 32;

/// The window, and the person before it.
pub struct Window {
    pub harness: Harness<'static, App>,
    raster: Raster,
    /// Every title that it has had.
    pub titles: Vec<String>,
    /// It went away.
    pub closes: bool,
    /// What the clipboard was given last.
    pub copied: Option<String>,
    /// How large the picture is that the clipboard was given last.
    pub copied_picture: Option<[usize; 2]>,
    /// The picture on the clipboard.
    clipboard: Arc<Mutex<Option<ColorImage>>>,
    /// A colour, and how wide the rectangles of it were in each frame.
    watched: Option<(egui::Color32, Vec<Vec<f32>>)>,
}

impl Window {
    /// The window as it stands once it has come to rest.
    pub fn new(harness: Harness<'static, App>, raster: Raster, clipboard: Arc<Mutex<Option<ColorImage>>>) -> Self {
        let (titles, copied, copied_picture) = (Vec::new(), None, None);
        let mut window =
            Self { harness, raster, titles, closes: false, copied, copied_picture, clipboard, watched: None };
        window.settle();
        window
    }

    /// What the app knows; for what can not be read on screen.
    pub fn session(&self) -> &Session {
        self.harness.state().host().session()
    }

    /// Things move, as they do for a person: the harness stops all motion.
    pub fn move_things(&mut self) {
        self.harness.ctx.all_styles_mut(|style| style.animation_time = egui::Style::default().animation_time);
    }

    /// From now on notes, frame by frame, how wide the rectangles of that colour are painted.
    pub fn watch(&mut self, colour: egui::Color32) {
        self.watched = Some((colour, Vec::new()));
        self.frame();
    }

    /// The widths that were noted, those of one frame after the other.
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

    /// Frames, until nothing changes by itself any more.
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
        panic!("the window never comes to rest: {:#?}", self.harness.ctx.repaint_causes());
    }

    /// One frame; gives whether the window is at rest after it.
    fn frame(&mut self) -> bool {
        self.harness.step();
        self.note();
        let output = &self.harness.output().viewport_output[&ViewportId::ROOT];
        let mut cancelled = false;
        for command in &self.harness.output().platform_output.commands {
            match command {
                OutputCommand::CopyText(text) => {
                    self.copied = Some(text.clone());
                    *self.clipboard.lock().unwrap() = None;
                }
                OutputCommand::CopyImage(image) => {
                    self.copied_picture = Some(image.size);
                    *self.clipboard.lock().unwrap() = Some(image.clone());
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
        assert!(!(self.closes && cancelled), "it closes and does not");
        output.repaint_delay != Duration::ZERO
    }

    fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.frame();
    }

    /// Lets seconds go by.
    pub fn wait(&mut self, seconds: f32) {
        for _ in 0..(seconds / FRAME).ceil() as usize {
            self.frame();
        }
        self.settle();
    }

    /// Lets minutes go by in which nothing happens: the window sleeps until it asked to be woken.
    pub fn sleep(&mut self, minutes: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + 60.0 * minutes);
        self.frame();
        self.harness.input_mut().time = None;
        self.settle();
    }

    /// In how many seconds the window asked to be woken, if at all.
    pub fn wakes_in(&mut self) -> Option<f64> {
        self.frame();
        let delay = self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay;
        (delay != Duration::MAX).then_some(delay.as_secs_f64())
    }

    /// The window's own button to close it.
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

    /// A key held down: it is there again in every frame.
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

    /// Types, letter by letter.
    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.event(Event::Text(letter.to_string()));
        }
        self.settle();
    }

    /// Types whole lines, Enter after each, all of it in one slow frame.
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

    /// Puts other words in the place of those of the line that has the keyboard.
    pub fn type_over(&mut self, text: &str) {
        self.ctrl(Key::A);
        self.type_text(text);
    }

    /// Clicks what has that label: a button, an entry of a menu, a choice.
    #[track_caller]
    pub fn click(&mut self, label: &str) {
        let (at, is_greyed) = self.place(label);
        assert!(!is_greyed, "“{label}” is greyed");
        self.click_at(at);
    }

    /// Clicks what has that label in a chart: several charts may say the same sentence.
    #[track_caller]
    pub fn click_in(&mut self, chart: &str, label: &str) {
        let at = self.rect_in(chart, label).center();
        self.click_at(at);
    }

    /// Where what has that label is in a chart.
    #[track_caller]
    pub fn rect_in(&self, chart: &str, label: &str) -> egui::Rect {
        let group = self.nodes().find(|node| node.accesskit_node().role() == Role::Group && text(node) == chart);
        let group = group.unwrap_or_else(|| panic!("no chart is called “{chart}”"));
        let found: Vec<_> = group.children_recursive().filter(|node| is_control(node) && text(node) == label).collect();
        assert_eq!(found.len(), 1, "“{label}” in “{chart}”");
        found[0].rect()
    }

    /// The charts for who does not see them: what each is called, and what its stops say.
    pub fn charts(&self) -> Vec<(String, Vec<String>)> {
        let groups = self.nodes().filter(|node| node.accesskit_node().role() == Role::Group);
        let stops = |group: &Node| group.children_recursive().filter(is_control).map(|stop| text(&stop)).collect();
        groups
            .filter(|group| text(group).starts_with("Graphique : "))
            .map(|group| (text(&group), stops(&group)))
            .collect()
    }

    /// What has the keyboard: what it says, and where it is.
    pub fn focused(&self) -> Option<(String, egui::Rect)> {
        self.nodes().find(Node::is_focused).map(|node| (text(&node), node.rect()))
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            self.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        self.settle();
    }

    /// Double-clicks a point.
    pub fn double_click_at(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
        for pressed in [true, false, true, false] {
            self.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        self.settle();
    }

    /// Drags what has a label to a point.
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

    /// Where what has that label is.
    #[track_caller]
    pub fn rect(&self, label: &str) -> egui::Rect {
        self.rect_of(label, 0)
    }

    /// Where one of several things with that label is, from the top.
    #[track_caller]
    pub fn rect_of(&self, label: &str, place: usize) -> egui::Rect {
        let mut found: Vec<_> =
            self.nodes().filter(|node| is_control(node) && text(node) == label).map(|node| node.rect()).collect();
        found.sort_by(|a, b| a.top().total_cmp(&b.top()));
        *found.get(place).unwrap_or_else(|| panic!("{} say “{label}”; there is {:#?}", found.len(), self.controls()))
    }

    /// Where the control with that label is, if one is in sight.
    pub fn visible(&self, label: &str) -> Option<egui::Rect> {
        self.nodes().find(|node| is_control(node) && text(node) == label).map(|node| node.rect())
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        self.event(Event::Paste(text.to_owned()));
        self.settle();
    }

    /// The mouse leaves the window: nothing is hovered in a picture.
    pub fn leave(&mut self) {
        self.event(Event::PointerGone);
        self.settle();
    }

    /// Chooses an entry of a menu.
    #[track_caller]
    pub fn choose(&mut self, menu: &str, entry: &str) {
        self.click(menu);
        self.click(entry);
    }

    /// Clicks what can not be used now.
    #[track_caller]
    pub fn click_greyed(&mut self, label: &str) {
        let (at, is_greyed) = self.place(label);
        assert!(is_greyed, "“{label}” is not greyed");
        self.click_at(at);
    }

    /// Whether nothing asks for another frame.
    pub fn rests(&mut self) -> bool {
        self.frame() && self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay == Duration::MAX
    }

    /// The middle of the one thing with that label, and whether it is greyed.
    #[track_caller]
    fn place(&self, label: &str) -> (Pos2, bool) {
        let found: Vec<Node> = self.nodes().filter(|node| is_control(node) && text(node) == label).collect();
        match &*found {
            [one] => (one.rect().center(), one.accesskit_node().is_disabled()),
            [] => panic!("nothing to click says “{label}”; there is {:#?}", self.controls()),
            _ => panic!("{} things say “{label}”", found.len()),
        }
    }

    fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        self.harness.root().children_recursive()
    }

    fn controls(&self) -> Vec<String> {
        self.nodes().filter(is_control).map(|node| text(&node)).filter(|text| !text.is_empty()).collect()
    }

    /// Every text that is in the window, the labels of its controls and charts included.
    pub fn texts(&self) -> Vec<String> {
        self.nodes().map(|node| text(&node)).filter(|text| !text.is_empty()).collect()
    }

    /// Whether a text of the window holds these words.
    pub fn says(&self, words: &str) -> bool {
        self.texts().iter().any(|text| text.contains(words))
    }

    #[track_caller]
    pub fn assert_says(&self, words: &str) {
        assert!(self.says(words), "“{words}” is nowhere in {:#?}", self.texts());
    }

    #[track_caller]
    pub fn assert_silent(&self, words: &str) {
        let found: Vec<_> = self.texts().into_iter().filter(|text| text.contains(words)).collect();
        assert!(found.is_empty(), "“{words}” is in {found:#?}");
    }

    /// The cells of a column, as they are shown from top to bottom.
    pub fn column(&self, header: &str) -> Vec<String> {
        let start = format!("{header} : ");
        let cells = self.nodes().filter(|node| node.accesskit_node().role() == Role::Cell);
        cells.filter_map(|node| text(&node).strip_prefix(&start).map(str::to_owned)).collect()
    }

    /// Puts the cursor on a cell: so many rows down, in that column.
    #[track_caller]
    pub fn select(&mut self, row: usize, header: &str) {
        let start = format!("{header} :");
        let cell = self.nodes().filter(|node| text(node).starts_with(&start)).nth(row);
        let cell = cell.unwrap_or_else(|| panic!("no cell {row} in “{header}”: {:#?}", self.texts()));
        let at = cell.rect().center();
        self.click_at(at);
    }

    /// Puts the cursor on a cell that may be out of sight: by its row, then with the arrow keys.
    #[track_caller]
    pub fn reach(&mut self, table: TableId, row: usize, header: &str) {
        let columns = table.columns();
        let name = |place: usize| format!("col-{}-{}", table.key(), columns[place].key.as_str());
        let first = self.session().words().text(&name(0)).to_owned();
        let steps = (0..columns.len()).find(|place| self.session().words().text(&name(*place)) == header);
        self.select(row, &first);
        for _ in 0..steps.unwrap_or_else(|| panic!("no column “{header}”")) {
            self.press(Key::ArrowRight);
        }
    }

    /// What stands in the line that is typed in.
    pub fn typed(&self) -> Option<String> {
        let line = self.nodes().find(|node| {
            matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput) && node.is_focused()
        })?;
        line.value()
    }

    /// Holds what is shown against a picture.
    #[track_caller]
    pub fn snapshot(&mut self, name: &str) {
        self.leave();
        self.raster.snapshot(&format!("window-{name}"), &self.harness);
    }
}

fn is_control(node: &Node) -> bool {
    !matches!(
        node.accesskit_node().role(),
        Role::Window | Role::Image | Role::Group | Role::Pane | Role::GenericContainer
    )
}

/// What a node says, with ordinary spaces.
fn text(node: &Node) -> String {
    let node = node.accesskit_node();
    let text = node.label().or_else(|| node.value()).unwrap_or_default();
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

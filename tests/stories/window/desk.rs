//! What a person does at the window, and what she reads there: clicks by visible label, keys,
//! typing, waiting. No story looks behind the screen for what it can read on it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime};
use clefs::app::{App, State, Surroundings, at_once};
use clefs::domain::dataset::Dataset;
use clefs::domain::schema::TableId;
use clefs::store::{self, Existing, Lineage, Places, SaveContext, Settings};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Theme, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::NodeT as _;
use egui_kittest::{Harness, Node};

use crate::raster::Raster;

use super::drive::{DOCUMENTS, Drive};

/// Name of the sample's document.
pub const SAMPLE: &str = "exemple-2021.ron";

/// Seconds between two frames.
const FRAME: f32 = 0.125;

/// More frames in a row than any change needs.
const MOST_FRAMES: usize = 12;

/// A computer: its disk, on which settings and files outlive a window.
pub struct Desk {
    pub drive: Arc<Drive>,
}

impl Desk {
    pub fn new() -> Self {
        Self { drive: Arc::new(Drive::new()) }
    }

    /// Where a document of that name lies.
    pub fn path(name: &str) -> PathBuf {
        Path::new(DOCUMENTS).join(name)
    }

    /// What a document holds now.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.drive.real(&Self::path(name))).unwrap()
    }

    /// The same, byte by byte.
    pub fn read_bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.drive.real(&Self::path(name))).unwrap()
    }

    /// Writes a document as something else than the app would.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.drive.real(&Self::path(name)), bytes).unwrap();
    }

    /// Names of her documents.
    pub fn documents(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.drive.real(Path::new(DOCUMENTS))).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Puts a dataset into a document.
    pub fn keep(&self, name: &str, dataset: &Dataset) {
        let context = SaveContext { places: &places(), now: now(), random: 5 };
        let path = Self::path(name);
        store::create(&*self.drive, &path, dataset, Lineage::New(7), Existing::Refuse, context).unwrap();
    }

    /// A computer on which someone gave her name before, and a document of the made-up sample.
    pub fn with_sample() -> Self {
        let desk = Self::new();
        desk.keep(SAMPLE, &clefs::sample::generate(41, 60, 1));
        let settings = Settings { operator: Some("OD".to_owned()), ..Settings::default() };
        store::save_settings(&*desk.drive, &places(), &settings).unwrap();
        desk
    }

    /// Starts the app with nothing to open.
    pub fn start(&self) -> Window {
        self.start_in([1440.0, 900.0], None)
    }

    /// Starts the app on a document.
    pub fn start_on(&self, name: &str) -> Window {
        self.start_in([1440.0, 900.0], Some(name))
    }

    /// Starts the app in a window of some size.
    pub fn start_in(&self, size: [f32; 2], name: Option<&str>) -> Window {
        let surroundings = Surroundings {
            fs: Arc::clone(&self.drive) as _,
            places: places(),
            documents: PathBuf::from(DOCUMENTS),
            clock: now,
            random: fastrand::Rng::with_seed(11),
            spawn: at_once(),
            open_folder: |_| Ok(()),
        };
        let mut state = State::new(surroundings);
        if let Some(name) = name {
            state.open_at_start(Self::path(name));
        }
        // The harness sets a theme of its own after the app did.
        let theme = if state.is_dark() { Theme::Dark } else { Theme::Light };
        let raster = Raster::default();
        let harness = raster
            .harness(size)
            .with_theme(theme)
            .with_step_dt(FRAME)
            .with_max_steps(MOST_FRAMES as u64)
            .build_eframe(|creation| App::new(&creation.egui_ctx, state, false));
        let mut window = Window { harness, raster, titles: Vec::new(), closes: false };
        window.settle();
        window
    }
}

fn places() -> Places {
    Places::under(Path::new("/home/odile/.local/clefs"))
}

/// Friday 9 July 2021, 14 h 32.
fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2021, 7, 9).unwrap().and_hms_opt(14, 32, 0).unwrap()
}

/// The window, and the person before it.
pub struct Window {
    pub harness: Harness<'static, App>,
    pub raster: Raster,
    /// Every title that it has had.
    pub titles: Vec<String>,
    /// It went away.
    pub closes: bool,
}

impl Window {
    /// What the app knows; for what can not be read on screen.
    pub fn state(&self) -> &State {
        self.harness.state().state()
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
        let output = &self.harness.output().viewport_output[&ViewportId::ROOT];
        let mut cancelled = false;
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

    pub fn click_at(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            self.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        }
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
        let first = self.state().words().text(&name(0)).to_owned();
        let steps = (0..columns.len()).find(|place| self.state().words().text(&name(*place)) == header);
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
    !matches!(node.accesskit_node().role(), Role::Window | Role::Image | Role::Pane | Role::GenericContainer)
}

/// What a node says, with ordinary spaces.
fn text(node: &Node) -> String {
    let node = node.accesskit_node();
    let text = node.label().or_else(|| node.value()).unwrap_or_default();
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

//! A window on a file in a folder of its own, with a keyboard and a mouse.

use std::path::Path;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use clefs::app::{App, State, Surroundings, at_once};
use clefs::domain::dataset::Dataset;
use clefs::store::{self, Disk, Existing, Lineage, Places, SaveContext, Settings, Theme};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

use crate::raster::Raster;

/// The window, and the person before it.
pub struct Window {
    pub harness: Harness<'static, App>,
    raster: Raster,
    _folder: tempfile::TempDir,
}

/// Friday 9 July 2021, 14 h 32.
fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2021, 7, 9).unwrap().and_hms_opt(14, 32, 0).unwrap()
}

impl Window {
    /// Opens a dataset on its page of units.
    pub fn open(dataset: &Dataset, is_dark: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::under(&folder.path().join("app"));
        let path = folder.path().join("exemple-2021.ron");
        let context = SaveContext { places: &places, now: now(), random: 5 };
        store::create(&Disk, &path, dataset, Lineage::New(7), Existing::Refuse, context).unwrap();
        let theme = if is_dark { Theme::Dark } else { Theme::Light };
        let page = Some("page-units".to_owned());
        let settings = Settings { operator: Some("OD".to_owned()), theme, page, ..Settings::default() };
        store::save_settings(&Disk, &places, &settings).unwrap();
        let state = start(places, folder.path(), &path);
        let raster = Raster::default();
        let harness = raster
            .harness([1440.0, 900.0])
            .with_theme(if is_dark { egui::Theme::Dark } else { egui::Theme::Light })
            .with_step_dt(0.125)
            .build_eframe(|creation| App::new(&creation.egui_ctx, state, false));
        let mut window = Self { harness, raster, _folder: folder };
        window.settle();
        window
    }

    pub fn state(&self) -> &State {
        self.harness.state().state()
    }

    /// Frames, more than any change needs.
    pub fn settle(&mut self) {
        for _ in 0..6 {
            self.harness.step();
        }
    }

    fn event(&mut self, event: Event) {
        self.harness.event(event);
        self.harness.step();
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

    /// The space bar, as platforms send it: a key and its text at once.
    pub fn space(&mut self) {
        let modifiers = Modifiers::NONE;
        self.harness.event(Event::Key { key: Key::Space, physical_key: None, pressed: true, repeat: false, modifiers });
        self.event(Event::Text(" ".to_owned()));
        self.settle();
    }

    pub fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.event(Event::Text(letter.to_string()));
        }
        self.settle();
    }

    /// Clicks the middle of the one control or cell that says this.
    #[track_caller]
    pub fn click(&mut self, said: &str, times: usize) {
        let at = self.place(said);
        self.event(Event::PointerMoved(at));
        for pressed in [true, false].repeat(times) {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            self.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        self.settle();
    }

    #[track_caller]
    fn place(&self, said: &str) -> Pos2 {
        let nodes = self.harness.root().children_recursive();
        let places: Vec<_> = nodes
            .filter(|node| matches!(node.accesskit_node().role(), Role::Button | Role::Cell | Role::TextInput))
            .filter(|node| text(node) == said)
            .map(|node| node.rect().center())
            .collect();
        let [at] = places[..] else { panic!("{} things say “{said}” in {:#?}", places.len(), self.texts()) };
        at
    }

    /// How far down something stands, in sight or not.
    #[track_caller]
    pub fn height_of(&self, said: &str) -> f32 {
        let found = self.harness.root().children_recursive().find(|node| text(node) == said);
        found.unwrap_or_else(|| panic!("“{said}” is nowhere")).rect().top()
    }

    /// Every text of the window, with ordinary spaces.
    pub fn texts(&self) -> Vec<String> {
        self.harness.root().children_recursive().map(|node| text(&node)).filter(|text| !text.is_empty()).collect()
    }

    pub fn says(&self, words: &str) -> bool {
        self.texts().iter().any(|text| text == words)
    }

    #[track_caller]
    pub fn assert_says(&self, words: &str) {
        assert!(self.says(words), "“{words}” is nowhere in {:#?}", self.texts());
    }

    /// The wheel, over the card.
    pub fn scroll_card(&mut self) {
        self.event(Event::PointerMoved(egui::pos2(1300.0, 600.0)));
        self.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            source: egui::MouseWheelSource::Unknown,
            delta: egui::vec2(0.0, -2000.0),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        self.settle();
    }

    #[track_caller]
    pub fn snapshot(&mut self, name: &str) {
        self.event(Event::PointerGone);
        self.settle();
        self.raster.snapshot(name, &self.harness);
    }
}

fn start(places: Places, documents: &Path, path: &Path) -> State {
    let mut state = State::new(Surroundings {
        fs: Arc::new(Disk),
        places,
        documents: documents.to_owned(),
        clock: now,
        random: fastrand::Rng::with_seed(11),
        spawn: at_once(),
        open_folder: |_| Ok(()),
    });
    state.open_at_start(path.to_owned());
    state
}

fn text(node: &egui_kittest::Node) -> String {
    let node = node.accesskit_node();
    let text = node.label().or_else(|| node.value()).unwrap_or_default();
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

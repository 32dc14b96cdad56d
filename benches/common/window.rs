//! The window without a renderer: frames of the app on a file, driven by events.
//!
//! Owns the clock and the input of those frames. Measures egui's work and ours, not the GPU's.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use chrono::NaiveDateTime;
use eframe::App as _;
use egui::{Event, FullOutput, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, Vec2, vec2};

use clefs::app::{App, Host, KeeperRuns, Surroundings};
use clefs::domain::dataset::Dataset;
use clefs::domain::layout::TableLayout;
use clefs::domain::schema::TableId;
use clefs::store::{self, Cost, Disk, Existing, Lineage, Places, SaveContext, Settings};

use super::meter::Meter;

/// Window size, in points.
pub const SIZE: Vec2 = vec2(1600.0, 900.0);

/// A frame at rest, while scrolling, and of the dashboard; and that an idle window requests none.
pub fn frames(meter: &mut Meter, file: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut window = Window::open(file, folder, "page-units")?;
    let mut tessellation = Vec::new();
    meter.figure("frame of the units, at rest", Some(1.5), 301, || {
        let frame = window.frame(Vec::new());
        tessellation.push(frame.tessellation);
        Ok(frame.ui)
    })?;
    let mut times = tessellation.into_iter().cycle();
    meter.figure("  its tessellation", None, 300, || Ok(times.next().unwrap_or_default()))?;
    window.frame(vec![Event::PointerMoved(Window::middle())]);
    let mut tessellation = Vec::new();
    meter.figure("frame of the units, scrolling", Some(1.5), 301, || {
        let frame = window.frame(vec![wheel(-150.0)]);
        tessellation.push(frame.tessellation);
        Ok(frame.ui)
    })?;
    let mut times = tessellation.into_iter().cycle();
    meter.figure("  its tessellation", None, 300, || Ok(times.next().unwrap_or_default()))?;
    window.settle()?;
    Meter::none("frames asked for at rest, units", window.asked_at_rest());

    let mut window = Window::open(file, folder, "page-dashboard")?;
    meter.figure("frame of the dashboard, at rest", None, 301, || Ok(window.frame(Vec::new()).ui))?;
    Meter::none("frames asked for at rest, dashboard", window.asked_at_rest());
    Ok(())
}

/// Frames while the file is saved again and again.
pub fn frames_while_saving(
    meter: &mut Meter,
    file: &Path,
    folder: &Path,
    dataset: &Dataset,
) -> Result<(), Box<dyn Error>> {
    let mut window = Window::open(file, folder, "page-units")?;
    let (is_over, places) = (AtomicBool::new(false), Places::under(&folder.join("pendant")));
    let copy = folder.join("pendant.ron");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                let context = SaveContext { places: &places, now: now(), random: 3 };
                let _ = store::create(&Disk, &copy, dataset, Lineage::New(9), Existing::Replace, context);
            }
        });
        window.frame(vec![Event::PointerMoved(Window::middle())]);
        let outcome = meter.percentile("frame while a save goes on, scrolling", 8.0, 100, 301, || {
            Ok(window.frame(vec![wheel(-150.0)]).all())
        });
        is_over.store(true, Ordering::Relaxed);
        outcome
    })
}

/// From a key or click to the end of the frame that shows its effect.
pub fn edits(meter: &mut Meter, file: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut window = Window::open(file, folder, "page-units")?;
    let header = window.find("col-units-landlord_ref")?;
    let mut number = 0;
    for (name, waits) in [("cell edited, nothing under way", true), ("cell edited, checks under way", false)] {
        window.click(header + vec2(0.0, 32.0));
        meter.figure(name, None, 21, || {
            if waits {
                window.settle()?;
            }
            number += 1;
            window.frame(vec![Event::Text(format!("ref {number}"))]);
            let before = window.app.host().session().outside().save_state.clone();
            let time = window.frame(press(Key::Enter, Modifiers::NONE)).all() + window.frame(Vec::new()).all();
            if number == 1 && window.app.host().session().outside().save_state.clone() == before {
                return Err("the cell was not edited".into());
            }
            Ok(time)
        })?;
    }
    window.settle()?;
    meter.figure("key of the search", None, 21, || {
        window.frame(press(Key::F, Modifiers::COMMAND));
        window.frame(Vec::new());
        let time = window.frame(vec![Event::Text("a".to_owned())]).all() + window.frame(Vec::new()).all();
        if window.app.host().session().grid(TableId::Units).search() != "a" {
            return Err("nothing was searched".into());
        }
        window.frame(press(Key::Backspace, Modifiers::NONE));
        window.frame(Vec::new());
        Ok(time)
    })?;
    let header = window.find("col-units-landlord")?;
    meter.figure("sorted by a column", None, 21, || {
        window.frame(vec![Event::PointerMoved(header), button(header, true)]);
        Ok(window.frame(vec![button(header, false)]).all() + window.frame(Vec::new()).all())
    })
}

/// The app on a file, in an invisible window of 1600 × 900 points.
pub(super) struct Window {
    ctx: egui::Context,
    pub(super) app: App,
    frame: eframe::Frame,
    time: f64,
    /// Running background jobs.
    under_way: Arc<AtomicUsize>,
    repaint: Duration,
}

/// The time of a frame.
pub(super) struct Took {
    ui: Duration,
    tessellation: Duration,
}

impl Took {
    pub(super) fn all(&self) -> Duration {
        self.ui + self.tessellation
    }
}

impl Window {
    pub(super) fn middle() -> Pos2 {
        (SIZE / 2.0).to_pos2()
    }

    /// Opens a window on a page and waits until it is idle.
    pub(super) fn open(file: &Path, folder: &Path, page: &str) -> Result<Self, Box<dyn Error>> {
        let places = Places::under(&folder.join(page));
        // The widest table there is.
        let all = TableLayout { table: "units".to_owned(), shown: "all".to_owned(), ..TableLayout::default() };
        let (page, operator) = (Some(page.to_owned()), Some("Exemple".to_owned()));
        let settings = Settings { page, operator, columns: vec![all], ..Settings::default() };
        store::save_settings(&Disk, &places, &settings).map_err(|error| format!("{error:?}"))?;
        let under_way = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&under_way);
        let mut host = Host::new(Surroundings {
            fs: Arc::new(Disk),
            places,
            user: None,
            documents: folder.to_owned(),
            clock: now,
            seconds: |ctx| ctx.input(|input| input.time),
            random: fastrand::Rng::with_seed(1),
            spawn: Box::new(move |job| {
                count.fetch_add(1, Ordering::SeqCst);
                let count = Arc::clone(&count);
                std::thread::spawn(move || {
                    job();
                    count.fetch_sub(1, Ordering::SeqCst);
                });
            }),
            keeper: KeeperRuns::WithWindow,
            choose_file: |_, _, _| None,
            open_folder: |_| Ok(()),
            read_clipboard: Arc::new(clefs::app::Clipboard),
            cost: Cost::LOW,
        });
        host.open_at_start(file.to_owned());
        let ctx = egui::Context::default();
        let app = App::new(&ctx, host, false);
        let frame = eframe::Frame::_new_kittest();
        let mut window = Self { ctx, app, frame, time: 0.0, under_way, repaint: Duration::ZERO };
        window.settle()?;
        if window.app.host().session().outside().file.is_none() {
            return Err("the file was not opened".into());
        }
        Ok(window)
    }

    /// One frame, as in eframe: logic, views, tessellation.
    pub(super) fn frame(&mut self, events: Vec<Event>) -> Took {
        let (output, ui) = self.run(events);
        self.repaint = output
            .viewport_output
            .get(&egui::ViewportId::ROOT)
            .map_or(Duration::MAX, |viewport| viewport.repaint_delay);
        let start = Instant::now();
        std::hint::black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        Took { ui, tessellation: start.elapsed() }
    }

    fn run(&mut self, events: Vec<Event>) -> (FullOutput, Duration) {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            events,
            focused: true,
            ..RawInput::default()
        };
        let start = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| {
            self.app.logic(&ui.ctx().clone(), &mut self.frame);
            self.app.ui(ui, &mut self.frame);
        });
        let took = start.elapsed();
        // There is no renderer to take the textures.
        output.textures_delta.clear();
        (output, took)
    }

    /// Runs frames until no job is running and no frame is requested.
    pub(super) fn settle(&mut self) -> Result<(), Box<dyn Error>> {
        let start = Instant::now();
        let mut calm = 0;
        while calm < 3 {
            let is_busy = self.under_way.load(Ordering::SeqCst) > 0;
            self.frame(Vec::new());
            // Waits for the debounced save, in the window's own time.
            if self.repaint < Duration::MAX {
                self.time += self.repaint.as_secs_f64();
            }
            calm = if is_busy || self.repaint < Duration::MAX { 0 } else { calm + 1 };
            if is_busy {
                std::thread::sleep(Duration::from_millis(1));
            }
            if start.elapsed() > Duration::from_secs(20) {
                return Err("the window does not come to rest".into());
            }
        }
        Ok(())
    }

    /// How many idle frames request another one.
    fn asked_at_rest(&mut self) -> usize {
        (0..100)
            .filter(|_| {
                self.frame(Vec::new());
                self.repaint < Duration::MAX
            })
            .count()
    }

    /// The centre of the element with that text (by key), from the accessibility tree.
    pub(super) fn find(&mut self, key: &str) -> Result<Pos2, Box<dyn Error>> {
        let label = self.app.host().session().words().text(key).to_owned();
        self.ctx.enable_accesskit();
        self.run(Vec::new());
        let (output, _) = self.run(Vec::new());
        self.ctx.disable_accesskit();
        let tree = output.platform_output.accesskit_update.ok_or("no accessible tree")?;
        let bounds =
            tree.nodes.iter().find(|(_, node)| node.label() == Some(&label)).and_then(|(_, node)| node.bounds());
        let bounds = bounds.ok_or_else(|| format!("nothing is called {label}"))?;
        Ok(Pos2::new((f64::midpoint(bounds.x0, bounds.x1)) as f32, (f64::midpoint(bounds.y0, bounds.y1)) as f32))
    }

    pub(super) fn click(&mut self, pos: Pos2) {
        self.frame(vec![Event::PointerMoved(pos), button(pos, true)]);
        self.frame(vec![button(pos, false)]);
        self.frame(Vec::new());
    }
}

fn now() -> NaiveDateTime {
    super::day().and_hms_opt(12, 0, 0).unwrap_or_default()
}

pub(super) fn press(key: Key, modifiers: Modifiers) -> Vec<Event> {
    [true, false].map(|pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }).to_vec()
}

pub(super) const fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

pub fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}

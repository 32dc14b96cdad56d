//! Frames do not matter: however a user's events are split into frames, with empty frames between,
//! the result is the same.
//!
//! Scripts mix everything: cells, the editor, the search, the card, dialogs, the palette, menus,
//! pages, shortcuts, the mouse. More of them: `CLEFS_SCRIPTS=10000 cargo test --release frames`.

mod once;

use std::fmt::Write as _;

use clefs::app::{App, Host};
use clefs::domain::schema::TableId;
use clefs::session::command::Command;
use clefs::session::grid::GridCommand;
use clefs::session::page::Page;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, ViewportId, pos2};
use egui_kittest::Harness;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRng, TestRunner};

use super::desk::{Desk, SAMPLE};
use crate::raster::Raster;

/// Window size: small, so that frames are cheap, but with all parts visible.
const SIZE: [f32; 2] = [960.0, 600.0];
/// More frames than any event needs to take effect.
const MOST: usize = 600;
/// The first columns are shown, and those of dates: more than the window is wide.
const COLUMNS: usize = 4;
const WIDTH: f32 = 84.0;

/// A text copied by another program.
const OTHERS: &str = "12\tT3\n45";

/// One action of the user.
#[derive(Clone, Debug)]
enum Act {
    Text(String),
    Press(Modifiers, Key),
    Click(Pos2, Modifiers),
    DoubleClick(Pos2),
    Copy,
    Cut,
    Paste,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const NONE: Modifiers = Modifiers::NONE;

/// Keys with modifiers, the frequent ones several times.
const KEYS: &[(Modifiers, Key)] = &[
    (NONE, Key::Enter),
    (NONE, Key::Enter),
    (NONE, Key::Enter),
    (NONE, Key::Tab),
    (NONE, Key::Tab),
    (SHIFT, Key::Tab),
    (NONE, Key::Escape),
    (NONE, Key::Escape),
    (NONE, Key::ArrowDown),
    (NONE, Key::ArrowDown),
    (NONE, Key::ArrowUp),
    (NONE, Key::ArrowLeft),
    (NONE, Key::ArrowRight),
    (NONE, Key::ArrowRight),
    (SHIFT, Key::ArrowDown),
    (SHIFT, Key::ArrowRight),
    (CTRL, Key::ArrowDown),
    (CTRL, Key::ArrowRight),
    (CTRL, Key::Home),
    (NONE, Key::Home),
    (NONE, Key::End),
    (NONE, Key::PageDown),
    (NONE, Key::Backspace),
    (NONE, Key::Delete),
    (NONE, Key::F2),
    (NONE, Key::F8),
    (NONE, Key::F1),
    (ALT, Key::ArrowDown),
    (ALT, Key::A),
    (ALT, Key::PageDown),
    (CTRL, Key::Z),
    (CTRL, Key::Z),
    (CTRL, Key::Y),
    (CTRL, Key::N),
    (CTRL, Key::D),
    (CTRL, Key::F),
    (CTRL, Key::H),
    (CTRL, Key::E),
    (CTRL, Key::A),
    (CTRL, Key::Enter),
    (CTRL, Key::Semicolon),
    (CTRL, Key::Delete),
    (CTRL, Key::PageDown),
    (CTRL, Key::PageUp),
    (Modifiers::COMMAND.plus(SHIFT), Key::P),
    (CTRL, Key::K),
    (Modifiers::COMMAND.plus(SHIFT), Key::D),
    (Modifiers::COMMAND.plus(SHIFT), Key::E),
    (Modifiers::COMMAND.plus(ALT), Key::E),
];

/// Dates, numbers, choices, names, and invalid texts.
const WORDS: &[&str] = &["9/4", "13/4/21", "45", "T3", "alpha", "x y", "1 234,50", "fiche", "oui", "N", "z"];

fn act() -> impl Strategy<Value = Act> {
    let place = || (0..16_u8, 0..12_u8).prop_map(|(x, y)| pos2(30.0 + 60.0 * f32::from(x), 25.0 + 50.0 * f32::from(y)));
    prop_oneof![
        5 => prop::sample::select(WORDS).prop_map(|text| Act::Text(text.to_owned())),
        9 => prop::sample::select(KEYS).prop_map(|(modifiers, key)| Act::Press(modifiers, key)),
        1 => Just(Act::Press(NONE, Key::Space)),
        4 => place().prop_map(|at| Act::Click(at, NONE)),
        1 => place().prop_map(|at| Act::Click(at, SHIFT)),
        1 => place().prop_map(Act::DoubleClick),
        1 => Just(Act::Copy),
        1 => Just(Act::Cut),
        2 => Just(Act::Paste),
    ]
}

/// The events of an action, as the platform sends them.
fn events(act: &Act) -> Vec<Event> {
    let key = |key, modifiers, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    match act {
        Act::Text(text) => text
            .chars()
            .flat_map(|letter| {
                let name =
                    if letter == ' ' { Some(Key::Space) } else { Key::from_name(&letter.to_uppercase().to_string()) };
                let text = Event::Text(letter.to_string());
                let (down, up) = (name.map(|name| key(name, NONE, true)), name.map(|name| key(name, NONE, false)));
                down.into_iter().chain([text]).chain(up)
            })
            .collect(),
        Act::Press(modifiers, pressed) => {
            let text = match pressed {
                Key::Space => Some(Event::Text(" ".to_owned())),
                // Alt and a letter also produces a text event.
                Key::A if *modifiers == ALT => Some(Event::Text("a".to_owned())),
                _ => None,
            };
            let mut events = vec![Event::ModifiersChanged(*modifiers), key(*pressed, *modifiers, true)];
            events.extend(text);
            events.extend([key(*pressed, *modifiers, false), Event::ModifiersChanged(NONE)]);
            events
        }
        Act::Click(at, modifiers) => clicks(*at, *modifiers, 1),
        Act::DoubleClick(at) => clicks(*at, NONE, 2),
        Act::Copy => vec![Event::Copy],
        Act::Cut => vec![Event::Cut],
        Act::Paste => vec![Event::Paste(String::new())],
    }
}

fn clicks(pos: Pos2, modifiers: Modifiers, times: usize) -> Vec<Event> {
    let mut events = vec![Event::ModifiersChanged(modifiers), Event::PointerMoved(pos)];
    for pressed in [true, false].repeat(times) {
        events.push(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers });
    }
    events.push(Event::ModifiersChanged(NONE));
    events
}

fn window(page: &str) -> Harness<'static, App> {
    // Each window has its own disk, so that it does not find the other's files.
    let desk = Desk::with_small_sample(page);
    let mut host = desk.host();
    host.open_at_start(Desk::path(SAMPLE));
    let raster = Raster::default();
    // Time stands still, so that double clicks do not depend on the number of frames.
    let harness = raster.harness(SIZE).with_step_dt(1e-6).with_max_steps(MOST as u64);
    let mut harness = harness.build_eframe(|creation| App::new(&creation.egui_ctx, host, false));
    settle(&mut harness, &mut String::new());
    for table in TableId::ALL {
        for (place, info) in table.columns().iter().enumerate() {
            let is_shown = place < COLUMNS || info.kind.is_date();
            let command = if is_shown { GridCommand::Resize(info.key, WIDTH) } else { GridCommand::Hide(info.key) };
            harness.state_mut().host_mut().handle(Command::Grid(*table, command));
        }
    }
    settle(&mut harness, &mut String::new());
    harness
}

/// Runs frames until the window is idle.
fn settle(harness: &mut Harness<'static, App>, clipboard: &mut String) {
    for _ in 0..MOST {
        harness.step();
        note_copied(harness, clipboard);
        if !harness.output().viewport_output[&ViewportId::ROOT].repaint_delay.is_zero() {
            return;
        }
    }
}

/// Runs one frame. As on every platform, a paste carries the clipboard's text at the time of its key
/// press.
fn frame(harness: &mut Harness<'static, App>, clipboard: &mut String, events: &[Event]) {
    harness.input_mut().events.extend(events.iter().map(|event| match event {
        Event::Paste(_) => Event::Paste(clipboard.clone()),
        other => other.clone(),
    }));
    harness.step();
    note_copied(harness, clipboard);
}

fn note_copied(harness: &Harness<'static, App>, clipboard: &mut String) {
    for command in &harness.output().platform_output.commands {
        if let egui::OutputCommand::CopyText(text) = command {
            clipboard.clone_from(text);
        }
    }
}

/// The outcome of a script: everything it can change.
fn outcome(host: &Host) -> String {
    let session = host.session();
    // Without notices: some come from jobs, whose end is not deterministic.
    let mut text = format!("{:?} {:?}\n", session.page(), session.focus());
    if let Page::Section(section) = session.page() {
        let _ = writeln!(text, "{:?} {:?}", session.table_of(section), session.card_field());
    }
    let _ = writeln!(text, "{:?}\n{:?}", session.dialog(), session.search_line());
    for table in TableId::ALL {
        let grid = session.grid(*table);
        let _ = writeln!(text, "{table:?} {:?} {:?} {:?}", grid.selection(), grid.search(), grid.filters());
        let _ = writeln!(text, "{:?} {:?}", grid.sort(), grid.editor());
        let _ = writeln!(text, "{:?}", session.dataset().table(*table).ids());
    }
    let undo: Vec<_> = session.undo_labels().collect();
    let _ = write!(text, "{undo:?} {:?} {:?}", session.redo_label(), session.outside().appearance);
    text
}

fn play(page: &str, frames: &[Vec<Event>]) -> (String, Harness<'static, App>) {
    let (mut harness, mut clipboard) = (window(page), OTHERS.to_owned());
    for events in frames {
        frame(&mut harness, &mut clipboard, events);
    }
    settle(&mut harness, &mut clipboard);
    (outcome(harness.state().host()), harness)
}

/// Plays a script one event per idle frame, and split differently; checks that both end alike.
fn check(page: &str, acts: &[Act], cuts: &[u8]) {
    let all: Vec<Event> = acts.iter().flat_map(events).collect();
    let (mut slowly, mut clipboard) = (window(page), OTHERS.to_owned());
    for event in &all {
        frame(&mut slowly, &mut clipboard, std::slice::from_ref(event));
        settle(&mut slowly, &mut clipboard);
    }
    let wanted = outcome(slowly.state().host());
    let (mut frames, mut rest, mut cuts) = (Vec::new(), &all[..], cuts.iter().cycle());
    while !rest.is_empty() {
        let size = usize::from(*cuts.next().expect("a cut")).min(rest.len());
        frames.push(rest[..size].to_vec());
        rest = &rest[size..];
    }
    let (given, quickly) = play(page, &frames);
    if wanted != given {
        let pairs = wanted.lines().zip(given.lines());
        let other: Vec<_> = pairs.filter(|(a, b)| a != b).map(|(a, b)| format!("- {a:.600}\n+ {b:.600}")).collect();
        panic!("{acts:?}\ncut {:?}\n{}", frames.iter().map(Vec::len).collect::<Vec<_>>(), other.join("\n"));
    }
    let (a, b) = (slowly.state().host().session().dataset(), quickly.state().host().session().dataset());
    assert!(a.same_records(b), "{acts:?}: records differ");
    assert_eq!(a.drafts, b.drafts, "{acts:?}");
}

/// The number of scripts.
fn scripts() -> u32 {
    std::env::var("CLEFS_SCRIPTS").ok().and_then(|text| text.parse().ok()).unwrap_or(1000)
}

/// Plays random scripts on a page.
fn play_scripts(page: &str, stream: u64) {
    let seed = std::env::var("PROPTEST_RNG_SEED").ok().and_then(|text| text.parse::<u64>().ok()).unwrap_or(1);
    let seed = seed.wrapping_mul(2).wrapping_add(stream);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(prop::test_runner::RngAlgorithm::ChaCha, &bytes);
    let config = Config { cases: scripts(), failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    let strategy = (prop::collection::vec(act(), 1..18), prop::collection::vec(0..40_u8, 1..6));
    let strategy = strategy.prop_filter("a cut that goes on", |(_, cuts)| cuts.iter().any(|cut| *cut > 0));
    let run = |(acts, cuts): (Vec<Act>, Vec<u8>)| {
        check(page, &acts, &cuts);
        Ok(())
    };
    TestRunner::new_with_rng(config, rng).run(&strategy, run).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn frames_do_not_matter_on_the_page_of_units() {
    play_scripts("page-units", 0);
}

#[test]
fn frames_do_not_matter_on_the_page_of_relocations() {
    play_scripts("page-relocations", 1);
}

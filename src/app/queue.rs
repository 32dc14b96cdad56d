//! The queue of input: all that comes from the platform, in its order, until someone has taken it.
//!
//! A plugin takes the events out before egui sees them. The session is given each in turn; one that
//! belongs to egui's own controls is given to egui in the next frame, on a window that was laid out
//! after all that came before it. So it does not matter how events were cut into frames.

use std::collections::VecDeque;

use egui::{Context, Event, ImeEvent, Plugin, RawInput, ViewportId};

use crate::session::key::{Input, Key, Modifiers, Stroke};

/// Frames that egui needs to lay out a change: a part is measured by what it holds, what it holds by the width
/// that is left, and it is reached in the frame after.
const SETTLING: u8 = 4;

/// Focus that a key or a click moves, or that goes with its control, is in its place two frames later.
const FOCUS_MOVES: u8 = 3;

/// Events that nobody has taken yet.
#[derive(Default)]
pub struct Queue {
    waiting: VecDeque<Event>,
    /// What egui gets in the next frame.
    given: Vec<Event>,
    /// A key that is egui's, once the window has settled.
    held: Option<Event>,
    /// Frames until the window is laid out after the last change.
    settling: u8,
    /// The window is divided anew: what is in sight then, and so where it scrolls, decides what comes next.
    is_divided_anew: bool,
    /// Frames in which egui works on what it was given: what comes after it waits.
    hold: u8,
    /// Frames in which egui may move its focus, for a key that it was given.
    focus_moves: u8,
    /// The same for a click: a key for egui waits, or it would be thought to have moved the focus.
    click_moves: u8,
}

impl Plugin for Queue {
    fn debug_name(&self) -> &'static str {
        "clefs input queue"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        // What is typed into the window for the committee is nobody's.
        if input.viewport_id != ViewportId::ROOT {
            return;
        }
        self.waiting.extend(input.events.drain(..));
        for frames in [&mut self.settling, &mut self.hold, &mut self.focus_moves, &mut self.click_moves] {
            *frames = frames.saturating_sub(1);
        }
        let mut given = std::mem::take(&mut self.given);
        let is_settled = self.settling == 0 && self.hold == 0;
        self.is_divided_anew &= self.settling > 0;
        if let Some(key) = self.held.take_if(|_| is_settled && self.click_moves == 0) {
            given.push(key);
            (self.hold, self.focus_moves) = (FOCUS_MOVES, FOCUS_MOVES);
        } else if self.held.is_none() {
            while let Some(event) = self.waiting.pop_front_if(|event| !is_typed(event) && (is_settled || !acts(event)))
            {
                given.push(event);
                if given.last().is_some_and(acts) {
                    (self.hold, self.click_moves) = (1, FOCUS_MOVES);
                    break;
                }
            }
        }
        input.events = given;
    }
}

impl Queue {
    /// The next event that may be the session's; none while egui works on the one before.
    pub fn next(&mut self) -> Option<(Event, Input)> {
        if self.hold > 0 || self.held.is_some() || self.is_divided_anew {
            return None;
        }
        let is_settled = self.settling == 0;
        loop {
            let event = self.waiting.pop_front_if(|event| !acts(event) && (is_settled || !asks_layout(event)))?;
            match input_of(&event) {
                Some(input) => return Some((event, input)),
                None => self.given.push(event),
            }
        }
    }

    /// Gives egui a key, once the window has settled.
    pub fn hold_for_egui(&mut self, key: Event) {
        self.held = Some(key);
    }

    /// Gives egui an event that changes nothing, in the next frame.
    pub fn give(&mut self, event: Event) {
        self.given.push(event);
    }

    /// Something changed: what depends on the layout waits until it is done.
    pub const fn note_change(&mut self) {
        self.settling = SETTLING;
    }

    /// The parts of the window have other sizes: every event waits until they are laid out.
    pub const fn note_division(&mut self) {
        self.settling = SETTLING;
        self.is_divided_anew = true;
    }

    /// The clipboard was given another text: a paste that waits was meant for that one.
    pub fn note_copied(&mut self, text: &str) {
        for event in &mut self.waiting {
            if let Event::Paste(pasted) = event {
                text.clone_into(pasted);
            }
        }
    }

    /// Whether something waits for the next frame.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty() || !self.given.is_empty() || self.held.is_some()
    }

    /// Whether egui may just have moved its focus, for a key that it was given.
    pub const fn focus_may_move(&self) -> bool {
        self.focus_moves > 0
    }
}

/// Whether an event acts on what is at its place in the window.
const fn acts(event: &Event) -> bool {
    matches!(event, Event::PointerButton { .. } | Event::AccessKitActionRequest(_) | Event::Touch { .. })
}

/// Whether what a key does depends on the layout: how many rows are a page.
const fn asks_layout(event: &Event) -> bool {
    matches!(event, Event::Key { key: egui::Key::PageUp | egui::Key::PageDown, pressed: true, .. })
}

/// Whether an event comes from a keyboard or the clipboard.
const fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Paste(_) | Event::Copy | Event::Cut | Event::Ime(_))
}

/// An event as the session knows it.
fn input_of(event: &Event) -> Option<Input> {
    Some(match event {
        Event::Key { key, pressed: true, modifiers, .. } => Input::Press(stroke_of(*key, *modifiers)?),
        Event::Key { pressed: false, .. } => Input::Release,
        Event::Text(text) | Event::Ime(ImeEvent::Commit(text)) => Input::Text(text.clone()),
        Event::Ime(ImeEvent::Preedit { text, .. }) => Input::Preedit(text.clone()),
        Event::Copy => Input::Copy,
        Event::Cut => Input::Cut,
        Event::Paste(text) => Input::Paste(text.clone()),
        _ => return None,
    })
}

/// A key as the session knows it. On a Mac, Option types letters: there it is no Alt.
fn stroke_of(key: egui::Key, modifiers: egui::Modifiers) -> Option<Stroke> {
    if key == egui::Key::Menu {
        return Some(Stroke::new(Modifiers::SHIFT, Key::Function(10)));
    }
    let key = key_of(key)?;
    let types = matches!(key, Key::Letter(_) | Key::Sign(_) | Key::Space);
    let alt = modifiers.alt && !(cfg!(target_os = "macos") && types);
    Some(Stroke::new(Modifiers { ctrl: modifiers.command || modifiers.ctrl, shift: modifiers.shift, alt }, key))
}

/// A key by its own name; none where the session has no use for it.
pub fn key_of(key: egui::Key) -> Option<Key> {
    use egui::Key as K;
    Some(match key {
        K::ArrowUp => Key::Up,
        K::ArrowDown => Key::Down,
        K::ArrowLeft => Key::Left,
        K::ArrowRight => Key::Right,
        K::Home => Key::Home,
        K::End => Key::End,
        K::PageUp => Key::PageUp,
        K::PageDown => Key::PageDown,
        K::Enter => Key::Enter,
        K::Tab => Key::Tab,
        K::Escape => Key::Escape,
        K::Space => Key::Space,
        K::Delete => Key::Delete,
        K::Backspace => Key::Backspace,
        K::Plus | K::Equals => Key::Sign('+'),
        K::Minus => Key::Sign('-'),
        K::Semicolon => Key::Sign(';'),
        other => match other.name().as_bytes() {
            [letter @ b'A'..=b'Z'] => Key::Letter(char::from(*letter)),
            [digit @ b'0'..=b'9'] => Key::Sign(char::from(*digit)),
            [b'F', digits @ ..] => Key::Function(std::str::from_utf8(digits).ok()?.parse().ok()?),
            _ => return None,
        },
    })
}

//! Input that the card's tests need besides clicks by label: space bar, double click, wheel.

use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, TouchPhase, pos2, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use crate::window::screen::Window;

/// The space bar, as platforms send it: a key press together with its text.
pub fn space(window: &mut Window) {
    let modifiers = Modifiers::NONE;
    let key = Event::Key { key: Key::Space, physical_key: None, pressed: true, repeat: false, modifiers };
    window.harness.event(key);
    window.harness.event(Event::Text(" ".to_owned()));
    window.settle();
}

/// Double-clicks the only element with that label.
#[track_caller]
pub fn double_click(window: &mut Window, label: &str) {
    let pos = node(window, label).rect().center();
    window.harness.event(Event::PointerMoved(pos));
    window.harness.step();
    for pressed in [true, false, true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
    }
    window.settle();
}

/// Scrolls the card to its end with the wheel.
pub fn scroll_card(window: &mut Window) {
    window.harness.event(Event::PointerMoved(pos2(1300.0, 600.0)));
    window.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        source: MouseWheelSource::Unknown,
        delta: vec2(0.0, -2000.0),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    window.settle();
}

/// The vertical position of an element, visible or not.
#[track_caller]
pub fn height_of(window: &Window, label: &str) -> f32 {
    node(window, label).rect().top()
}

#[track_caller]
fn node<'a>(window: &'a Window, label: &str) -> Node<'a> {
    let text_of = |node: &Node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ")
    };
    let mut found = window.harness.root().children_recursive().filter(|node| text_of(node) == label);
    found.next().unwrap_or_else(|| panic!("“{label}” not found in {:#?}", window.texts()))
}

//! Nothing is cut or covered, from 100 to 200 %: every page and dialog, in a small window and in a large one.

use std::sync::Arc;

use clefs::session::NoticeKind;
use clefs::session::action::{ACTIONS, word};
use clefs::session::command::{Command, Request};
use clefs::session::page::Page;
use egui::accesskit::Role;
use egui::{Galley, Key, Modifiers, Rect, Shape};
use egui_kittest::kittest::NodeT as _;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;

const SMALL: [f32; 2] = [1366.0, 768.0];
const LARGE: [f32; 2] = [2560.0, 1440.0];

/// What people wrote, or what tells a record from others, may be longer than any room: it is shortened, and whole
/// under the pointer.
const DATA: [&str; 4] =
    ["Dire combien de logements suivront.", "Association Deux · ", "Association Trois · ", "Association Quatre · "];

/// Rounding, and what letters reach over their line.
const SLACK: f32 = 2.0;

/// A text as it is painted.
struct Painted {
    text: String,
    rect: Rect,
    /// What of the window it may be painted on.
    clip: Rect,
    galley: Arc<Galley>,
}

impl Painted {
    fn visible(&self) -> Rect {
        self.rect.intersect(self.clip)
    }
}

/// The texts painted in the last frame; with a dialog open, those of the dialog.
fn painted(window: &Window) -> Vec<Painted> {
    let screen = window.harness.ctx.content_rect();
    let shapes = &window.harness.output().shapes;
    let is_backdrop =
        |shape: &Shape| matches!(shape, Shape::Rect(rect) if rect.rect.contains_rect(screen) && !rect.fill.is_opaque());
    let first = shapes.iter().rposition(|clipped| is_backdrop(&clipped.shape)).unwrap_or(0);
    let mut found = Vec::new();
    for clipped in &shapes[first..] {
        of_shape(&clipped.shape, clipped.clip_rect.intersect(screen), &mut found);
    }
    found.retain(|painted: &Painted| !painted.text.trim().is_empty() && painted.visible().is_positive());
    found
}

fn of_shape(shape: &Shape, clip: Rect, found: &mut Vec<Painted>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| of_shape(shape, clip, found)),
        // A text that begins in the middle of a line is several lines that are not below each other.
        Shape::Text(text) => found.extend(text.galley.rows.iter().map(|row| Painted {
            text: text.galley.text().to_owned(),
            rect: row.rect_without_leading_space().translate(text.pos.to_vec2()),
            clip,
            galley: Arc::clone(&text.galley),
        })),
        _ => {}
    }
}

/// The cells and headers of a grid: they are as wide as the user likes, and scroll to both sides.
fn grid(window: &Window) -> Rect {
    let cells = window.nodes().filter(|node| node.accesskit_node().role() == Role::Cell);
    let cells = cells.fold(Rect::NOTHING, |all, cell| all.union(cell.rect()));
    // The numbers of its rows are at the left of them, two lines of headers above.
    Rect::from_min_max(cells.min - egui::vec2(60.0, 70.0), egui::pos2(f32::INFINITY, cells.max.y + 30.0))
}

/// What cannot be read in the window as it is.
fn complaints(window: &Window) -> Vec<String> {
    let grid = grid(window);
    let texts: Vec<_> = painted(window).into_iter().filter(|text| !grid.contains(text.rect.center())).collect();
    let mut complaints = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        let Painted { rect, clip, .. } = text;
        if rect.left() < clip.left() - SLACK || rect.right() > clip.right() + SLACK {
            complaints.push(format!("“{}” is cut: {rect:?} in {clip:?}", text.text));
        }
        let is_data = DATA.iter().any(|start| text.text.starts_with(start));
        if text.galley.elided && !is_data {
            complaints.push(format!("“{}” is shortened to {:.0} points", text.text, rect.width()));
        }
        for other in &texts[place + 1..] {
            let common = text.visible().intersect(other.visible());
            if common.width() > SLACK && common.height() > 2.0 * SLACK {
                complaints.push(format!("“{}” and “{}” cover each other at {common:?}", text.text, other.text));
            }
        }
    }
    let buttons: Vec<_> = window.nodes().filter(|node| node.accesskit_node().role() == Role::Button).collect();
    for text in &texts {
        let of_text = buttons.iter().find(|node| {
            node.accesskit_node().label().is_some_and(|label| label == text.text) && node.rect().intersects(text.rect)
        });
        if let Some(button) = of_text.filter(|button| !button.rect().expand(SLACK).contains_rect(text.visible())) {
            complaints.push(format!("“{}” is larger than its button: {:?}, {:?}", text.text, text.rect, button.rect()));
        }
    }
    complaints
}

/// The window at a text size.
fn at(desk: &Desk, size: [f32; 2], scale: u32) -> Window {
    let mut window = desk.start_in(size, Some(SAMPLE));
    for _ in 0..(scale - 100) / 10 {
        window.ctrl(Key::Plus);
    }
    assert_eq!(window.session().outside().appearance.scale, scale);
    window
}

/// Goes to a page further down in the side bar.
fn go(window: &mut Window, page: Page) {
    while window.session().page() != page {
        window.ctrl(Key::PageDown);
    }
    assert_eq!(window.session().page(), page);
}

/// Runs an action by its name, as in the palette.
fn run(window: &mut Window, name: &str) {
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.paste(name);
    window.press(Key::Enter);
}

/// Complaints about every page, with its card.
fn of_pages(size: [f32; 2], scale: u32) -> Vec<String> {
    let desk = Desk::with_sample();
    let mut window = at(&desk, size, scale);
    let mut found = Vec::new();
    for page in Page::all() {
        go(&mut window, page);
        window.leave();
        let of = format!("{} at {scale} % of {size:?}", page.key());
        found.extend(complaints(&window).into_iter().map(|complaint| format!("{of}: {complaint}")));
    }
    found
}

/// Complaints about every dialog that an action opens.
fn of_dialogs(size: [f32; 2], scale: u32) -> Vec<String> {
    let desk = Desk::with_sample();
    let mut window = at(&desk, size, scale);
    let (mut found, mut seen) = (Vec::new(), Vec::new());
    for page in Page::all() {
        go(&mut window, page);
        if let Page::Section(_) = page {
            window.press(Key::ArrowDown);
        }
        for action in ACTIONS {
            let opens = matches!(
                action.command(window.session()),
                Some(
                    Command::Ask(_)
                        | Command::Act(_)
                        | Command::AskRenew
                        | Command::AskQuick
                        | Command::AskStrike(_)
                        | Command::Host(Request::ListBackups)
                )
            );
            if !opens || seen.contains(&action.key) || action.key == "palette" {
                continue;
            }
            let name = window.session().words().text(&word(action)).to_owned();
            run(&mut window, &name);
            if window.session().dialog().is_some() {
                seen.push(action.key);
                window.leave();
                let of = format!("{} at {scale} % of {size:?}", action.key);
                found.extend(complaints(&window).into_iter().map(|complaint| format!("{of}: {complaint}")));
                let words = window.session().words();
                let screen = window.harness.ctx.content_rect();
                let closes = ["close", "cancel", "strike-keep"].map(|key| words.text(key).to_owned());
                let is_shown =
                    closes.iter().any(|name| window.visible(name).is_some_and(|rect| screen.contains_rect(rect)));
                if !is_shown {
                    found.push(format!("{of}: no button closes it"));
                }
                window.press(Key::Escape);
                assert!(window.session().dialog().is_none(), "{} stays", action.key);
            }
        }
    }
    assert!(seen.len() > 20, "{seen:?}");
    found
}

#[track_caller]
fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_page_of_a_small_window_can_be_read() {
    assert_none(&[100, 110, 130, 150, 170, 200].map(|scale| of_pages(SMALL, scale)).concat());
}

#[test]
fn with_large_text_the_buttons_of_a_table_are_in_a_menu_and_enlarging_further_is_no_error() {
    let desk = Desk::with_sample();
    let mut window = at(&desk, SMALL, 200);
    for (page, actions) in [("page-units", ["Ajouter", "Supprimer"]), ("page-commitments", ["Confirmer", "Reconduire"])]
    {
        go(&mut window, Page::from_key(page).unwrap());
        window.click("Autres actions");
        let listed = window.texts();
        for action in actions {
            assert!(listed.iter().any(|text| text.starts_with(action)), "{action}: {listed:#?}");
        }
        window.press(Key::Escape);
    }
    window.ctrl(Key::Plus);
    let notice = window.session().notice().expect("it is said why nothing happens");
    assert_eq!((notice.message.key, notice.kind), ("action-not-now", NoticeKind::Done));
}

#[test]
fn every_page_of_a_large_window_can_be_read() {
    assert_none(&[100, 200].map(|scale| of_pages(LARGE, scale)).concat());
}

#[test]
fn every_dialog_can_be_read_and_closed() {
    assert_none(&[100, 150, 200].map(|scale| of_dialogs(SMALL, scale)).concat());
}

//! The window with a hundred thousand rows: searching, sorting, pasting.

use std::error::Error;
use std::path::Path;

use egui::{Event, Key, Modifiers, vec2};

use super::meter::Meter;
use super::window::{Window, button, press, wheel};

/// Searching, sorting and pasting with a hundred thousand rows, until the frame that shows the
/// effect.
pub fn rows(meter: &mut Meter, file: &Path, folder: &Path, lines: usize) -> Result<(), Box<dyn Error>> {
    let mut window = Window::open(file, folder, "page-units")?;
    meter.figure("frame of the units, at rest", Some(0.8), 301, || Ok(window.frame(Vec::new()).all()))?;
    window.frame(vec![Event::PointerMoved(Window::middle())]);
    meter.figure("frame of the units, scrolling", Some(1.5), 301, || Ok(window.frame(vec![wheel(-150.0)]).all()))?;
    window.settle()?;
    window.frame(press(Key::F, Modifiers::COMMAND));
    window.frame(Vec::new());
    for (name, text) in [("first letter of the search", "t"), ("second letter", "3"), ("third letter", " ")] {
        meter.figure(name, Some(5.0), 21, || {
            let time = window.frame(vec![Event::Text(text.to_owned())]).all() + window.frame(Vec::new()).all();
            window.frame(press(Key::Backspace, Modifiers::NONE));
            window.frame(Vec::new());
            Ok(time)
        })?;
        window.frame(vec![Event::Text(text.to_owned())]);
    }
    for _ in 0..3 {
        window.frame(press(Key::Backspace, Modifiers::NONE));
    }
    let header = window.find("col-units-commune")?;
    meter.figure("sorted by a text", Some(80.0), 21, || {
        window.frame(vec![Event::PointerMoved(header), button(header, true)]);
        Ok(window.frame(vec![button(header, false)]).all() + window.frame(Vec::new()).all())
    })?;
    paste(meter, &mut window, lines)
}

/// Pastes ten columns of ten thousand rows, and undoes that.
fn paste(meter: &mut Meter, window: &mut Window, lines: usize) -> Result<(), Box<dyn Error>> {
    // From the surface on: numbers, amounts, choices, dates; none is computed.
    let header = window.find("col-units-dwelling")?;
    window.click(header + vec2(0.0, 32.0));
    for _ in 0..4 {
        window.frame(press(Key::ArrowRight, Modifiers::NONE));
    }
    let block = |n: usize| {
        let line = |row: usize| {
            let (surface, cents) = (30 + (row + n) % 60, row % 100);
            format!("{surface}\t432,{cents:02}\t50\tC\t3\toui\tnon\t01/02/2021\t10/02/2021\t01/04/2021")
        };
        (0..lines).map(line).collect::<Vec<_>>().join("\r\n")
    };
    let mut number = 0;
    let mut undone = Vec::new();
    meter.figure("pasted", Some(300.0), 11, || {
        window.settle()?;
        number += 1;
        let event = Event::Paste(block(number));
        let pasted = window.frame(vec![event]).all() + window.frame(Vec::new()).all();
        if window.app.host().session().undo_labels().next().is_none() {
            return Err(
                format!("nothing was pasted: {:.2000}", format!("{:?}", window.app.host().session().dialog())).into()
            );
        }
        window.settle()?;
        undone.push(window.frame(press(Key::Z, Modifiers::COMMAND)).all() + window.frame(Vec::new()).all());
        Ok(pasted)
    })?;
    let mut times = undone.into_iter().cycle();
    meter.figure("  undone", Some(300.0), 10, || Ok(times.next().unwrap_or_default()))
}

//! Scripts whose outcome once depended on frames.

use egui::{Key, Modifiers, pos2};

use super::{ALT, Act, CTRL, check};

#[test]
fn scripts_that_once_depended_on_frames() {
    let (ctrl_shift, shift) = (Modifiers::COMMAND | Modifiers::SHIFT, Modifiers::SHIFT);
    let palette = Act::Press(ctrl_shift, Key::P);
    let card_and_a_field = [
        Act::Text("9/4".to_owned()),
        palette,
        Act::Text("fiche".to_owned()),
        Act::Click(pos2(210.0, 325.0), Modifiers::NONE),
        Act::Click(pos2(690.0, 575.0), shift),
    ];
    check("page-relocations", &card_and_a_field, &[2]);
    let card_and_a_new_row = [
        Act::Press(Modifiers::NONE, Key::Space),
        Act::Press(ctrl_shift, Key::D),
        Act::Press(Modifiers::NONE, Key::Space),
        Act::DoubleClick(pos2(390.0, 225.0)),
    ];
    check("page-units", &card_and_a_new_row, &[4]);
    let typed_in_the_card = [
        Act::Press(Modifiers::NONE, Key::Space),
        Act::Press(Modifiers::NONE, Key::F2),
        Act::Paste,
        Act::Paste,
        Act::DoubleClick(pos2(690.0, 575.0)),
    ];
    check("page-units", &typed_in_the_card, &[1]);
    let clicked_in_the_card = [
        Act::Press(Modifiers::NONE, Key::Space),
        Act::Click(pos2(30.0, 275.0), Modifiers::NONE),
        Act::Click(pos2(690.0, 325.0), shift),
        Act::Click(pos2(690.0, 325.0), Modifiers::NONE),
        Act::DoubleClick(pos2(810.0, 525.0)),
    ];
    check("page-relocations", &clicked_in_the_card, &[1]);
    let menu_from_the_search = [
        Act::Press(CTRL, Key::F),
        Act::Click(pos2(270.0, 25.0), Modifiers::NONE),
        Act::Press(Modifiers::NONE, Key::ArrowDown),
    ];
    check("page-units", &menu_from_the_search, &[2]);
    // A field in sight, and one that is not.
    for (one, other) in [(425.0, 475.0), (525.0, 225.0)] {
        let back_in_the_card = [
            Act::Press(Modifiers::NONE, Key::ArrowRight),
            Act::Press(Modifiers::NONE, Key::Space),
            Act::Text("9/4".to_owned()),
            Act::Press(CTRL, Key::F),
            Act::Press(ALT, Key::ArrowDown),
            Act::DoubleClick(pos2(690.0, 325.0)),
            Act::Click(pos2(690.0, one), Modifiers::NONE),
            Act::Press(Modifiers::NONE, Key::Backspace),
            Act::DoubleClick(pos2(690.0, other)),
        ];
        check("page-relocations", &back_in_the_card, &[1]);
    }
}

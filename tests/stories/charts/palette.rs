//! Contrast in both palettes, as WCAG 2.2 asks: 4.5 for texts, 3 for what one must see to use the window or to read a
//! chart.
//!
//! Exempt, since nothing is lost without them: hairlines (between rows, around cards, grid lines of charts); the track
//! of a bar, which only leads to the tick of its commitment; the shades of tables and tiles, whose sign and numbers are
//! written in them; the grounds of the hovered and the current row, of which the latter has the cursor's frame; the band of
//! the current page, which has a mark; the edge of a tick, which only separates it from a dark bar; and what is disabled.

use clefs::theme::{DARK, LIGHT, Palette, Rgb, tint};

/// Where texts and controls are.
fn grounds(p: &Palette) -> [(&'static str, Rgb); 4] {
    [("page", p.page), ("surface", p.surface), ("raised", p.raised), ("the current row", p.selected)]
}

/// Grounds of cells: rows, and the marks of findings; each also selected.
fn cells(p: &Palette) -> Vec<(&'static str, Rgb)> {
    let plain = [("surface", p.surface), ("raised", p.raised), ("the current row", p.selected)];
    let selected = |(_, ground): (_, Rgb)| ("a selected cell", p.accent.over(ground, tint::CELLS));
    plain.into_iter().chain(plain.map(selected)).collect()
}

/// A colour by name, and the grounds on which it is used.
type Use = (&'static str, Rgb, Vec<(&'static str, Rgb)>);

/// Every text colour with the grounds on which it is used.
fn texts(p: &Palette) -> Vec<Use> {
    let chosen = |ground: Rgb| p.accent.over(ground, tint::CHOICE);
    let choices = [("a choice on a page", chosen(p.page)), ("a choice in a list", chosen(p.surface))];
    let found = [("a warning", p.warning_back), ("an error", p.error_back)];
    let found_selected = found.map(|(name, ground)| (name, p.accent.over(ground, tint::CELLS)));
    let both = |more: &[(&'static str, Rgb)]| [&grounds(p)[..], &cells(p), more].concat();
    let shades = [("pipeline", p.pipeline), ("opposite, pale", p.opposite_pale), ("track", p.track)];
    vec![
        (
            "ink",
            p.ink,
            both(&[&choices[..], &found, &found_selected, &shades, &[("hovered header", p.hairline)]].concat()),
        ),
        ("muted", p.muted, both(&[&choices[..], &found, &[("hovered header", p.hairline)]].concat())),
        ("accent", p.accent, both(&choices)[..4].to_vec()),
        ("accent of a choice", p.accent, choices.to_vec()),
        ("on accent", p.on_accent, vec![("accent", p.accent)]),
        ("on the side bar", p.on_side, vec![("side bar", p.side), ("current page", p.side_current)]),
        ("on the side bar, muted", p.on_side_muted, vec![("side bar", p.side)]),
        ("warning", p.warning, [&found[..1], &found_selected[..1], &grounds(p)].concat()),
        ("error", p.error, [&found[1..], &found_selected[1..], &grounds(p)].concat()),
        ("an exit in the card", p.opposite, grounds(p).to_vec()),
        ("a number in a bar", p.surface, vec![("delivered", p.delivered)]),
        ("a number beside a pattern", p.ink, vec![("surface", p.surface)]),
    ]
}

/// What must be seen, with what is beside it.
fn marks(p: &Palette) -> Vec<Use> {
    let ground = vec![("surface", p.surface)];
    vec![
        ("border of a control", p.border, grounds(p).to_vec()),
        ("handle of a scroll bar", p.border, vec![("surface", p.surface), ("side bar", p.side)]),
        ("focus and cursor", p.accent, grounds(p).to_vec()),
        ("focus on the side bar", p.on_side, vec![("side bar", p.side), ("current page", p.side_current)]),
        ("border of a warning", p.warning, [&grounds(p)[..], &[("its ground", p.warning_back)]].concat()),
        ("border of an error", p.error, [&grounds(p)[..], &[("its ground", p.error_back)]].concat()),
        ("check", p.ink, ground.clone()),
        ("delivered", p.delivered, vec![("surface", p.surface), ("pipeline", p.pipeline), ("track", p.track)]),
        ("edge of the pipeline", p.pipeline_edge, vec![("surface", p.surface), ("track", p.track)]),
        ("tick", p.tick, vec![("surface", p.surface), ("pipeline", p.pipeline), ("its edge", p.tick_edge)]),
        ("opposite", p.opposite, ground.clone()),
        ("pattern, outline, curve", p.muted, ground.clone()),
        ("pattern on the opposite side", p.surface, vec![("opposite", p.opposite)]),
        ("axis", p.border, ground),
    ]
}

#[test]
fn texts_and_marks_stand_out_in_both_palettes() {
    let mut faint = Vec::new();
    for (theme, p) in [("light", LIGHT), ("dark", DARK)] {
        for (least, pairs) in [(4.5, texts(&p)), (3.0, marks(&p))] {
            for (name, colour, grounds) in pairs {
                for (on, ground) in grounds {
                    let contrast = colour.contrast(ground);
                    if contrast < least {
                        faint.push(format!("{theme}: {name} on {on} ({}) has {contrast:.2} of {least}", ground.css()));
                    }
                }
            }
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}

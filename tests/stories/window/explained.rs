//! Wherever the window names a counting rule, pointing at it or reaching it by Tab says what the rule counts.

use clefs::indicators::Rule;
use egui::accesskit::Role;
use egui::{Event, Key, Pos2};
use egui_kittest::kittest::NodeT as _;

use super::desk::{Desk, SAMPLE};
use super::screen::Window;
use crate::build::Build;

/// How often the window explains a rule now.
fn times(window: &Window, rule: Rule) -> usize {
    let said = window.session().words().text(&rule.key()).replace(['\u{a0}', '\u{202f}'], " ");
    window.texts().iter().filter(|text| text.contains(&said)).count()
}

/// The texts that name rules, with their middle: no pictures, which name them in what they paint.
fn naming(window: &Window) -> Vec<(Pos2, Vec<Rule>)> {
    let is_text = |role| !matches!(role, Role::Image | Role::Window | Role::GenericContainer);
    let nodes = window.nodes().filter(|node| is_text(node.accesskit_node().role()));
    let named = nodes.filter_map(|node| {
        let rules = Rule::named_in(&node.accesskit_node().label().or_else(|| node.accesskit_node().value())?);
        (!rules.is_empty()).then(|| (node.rect().center(), rules))
    });
    named.collect()
}

fn point(window: &mut Window, at: Pos2) {
    window.harness.event(Event::PointerMoved(at));
    window.wait(1.0);
}

/// Points at each text that names rules; returns how many there were.
#[track_caller]
fn point_at_all(window: &mut Window) -> usize {
    let named = naming(window);
    for (at, rules) in &named {
        window.leave();
        let before: Vec<usize> = rules.iter().map(|rule| times(window, *rule)).collect();
        point(window, *at);
        for (rule, before) in rules.iter().zip(before) {
            assert!(times(window, *rule) > before, "{} is not explained at {at:?}", rule.name());
        }
    }
    window.leave();
    named.len()
}

#[test]
fn why_a_row_counts_in_the_findings_and_in_the_card() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
    window.click("Logements mis à disposition : 21 sur 27");
    assert!(point_at_all(&mut window) > 5, "a reason for each unit");
    // A keyboard has no pointer: the footer explains the reason of the row with the cursor.
    window.press(Key::ArrowDown);
    assert!(times(&window, Rule::all().nth(1).unwrap()) > 0, "{:#?}", window.texts());

    let mut b = Build::new();
    b.landlord("Bailleur Alpha", &[]);
    b.unit("U01", "Bailleur Alpha", &[("allocated", "2021-05-03")]);
    desk.keep("petit.ron", b.dataset());
    let mut window = desk.start_in([1366.0, 768.0], Some("petit.ron"));
    window.click("Logements");
    window.select(0, "Code");
    window.press(Key::Space);
    assert!(point_at_all(&mut window) > 0, "{:#?}", window.texts());
    window.click("Alertes");
    assert!(point_at_all(&mut window) > 0, "{:#?}", window.texts());
}

#[test]
fn the_caption_of_a_chart_under_the_pointer_and_by_tab() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
    let (c2, c4) = (Rule::all().nth(1).unwrap(), Rule::all().nth(3).unwrap());
    let caption = |window: &Window, name: &str| {
        let found = window.nodes().find(|node| {
            let node = node.accesskit_node();
            node.role() == Role::Label && node.value().is_some_and(|value| value.starts_with(name))
        });
        found.map(|node| node.rect()).expect("the caption is a stop")
    };
    for (rule, name) in [(c2, "C2 · "), (c4, "C4 · ")] {
        let before = times(&window, rule);
        let place = caption(&window, name);
        point(&mut window, place.center());
        assert!(times(&window, rule) > before, "{name}");
        window.leave();
        assert_eq!(times(&window, rule), before);
    }
    let before = times(&window, c2);
    let mut tabs = 0;
    while !window.focused().is_some_and(|(label, _)| label.starts_with("C2 · ")) {
        window.press(Key::Tab);
        tabs += 1;
        assert!(tabs < 80, "Tab reaches the caption");
    }
    assert!(times(&window, c2) > before, "{:#?}", window.texts());
}

#[test]
fn the_help_has_all_sixteen() {
    let desk = Desk::with_sample();
    let mut window = desk.start_in([1366.0, 768.0], Some(SAMPLE));
    window.press(Key::F1);
    window.assert_shows("Ctrl+N");
    window.click("Règles de comptage");
    for rule in Rule::all() {
        let said = window.session().words().text(&rule.key()).replace(['\u{a0}', '\u{202f}'], " ");
        assert!(window.texts().contains(&said), "{}", rule.name());
    }
    window.press(Key::Escape);
    window.choose("Aide", "Règles de comptage");
    window.assert_shows("C16");
}

//! What a counting rule counts, wherever a text names one: under the pointer, or beside what has the keyboard.

use egui::{Response, Tooltip, Ui};

use crate::indicators::Rule;
use crate::words::Words;

use super::style::muted;

/// Explains the rules that a text names while the control that shows it is pointed at or has the keyboard.
pub fn named(response: &Response, text: &str, words: &Words) {
    if is_asked(response) {
        rules(response, &Rule::named_in(text), words);
    }
}

/// A text that has no room of its own, and the rules that it names.
pub fn whole(response: &Response, text: &str, words: &Words) {
    if is_asked(response) {
        show(response, |ui| {
            ui.label(text);
            paragraphs(ui, &Rule::named_in(text), words);
        });
    }
}

/// Explains rules in the same way.
pub fn rules(response: &Response, rules: &[Rule], words: &Words) {
    if is_asked(response) && !rules.is_empty() {
        show(response, |ui| paragraphs(ui, rules, words));
    }
}

/// Rules and what they count, as one text.
pub fn all(rules: &[Rule], words: &Words) -> String {
    rules.iter().map(|named| rule(*named, words)).collect::<Vec<_>>().join(" ")
}

fn rule(rule: Rule, words: &Words) -> String {
    format!("{} · {}", rule.name(), words.text(&rule.key()))
}

/// Shows more while the control is pointed at or has the keyboard.
pub fn more(response: &Response, content: impl FnOnce(&mut Ui)) {
    if is_asked(response) {
        show(response, content);
    }
}

fn is_asked(response: &Response) -> bool {
    response.hovered() || response.has_focus()
}

fn paragraphs(ui: &mut Ui, rules: &[Rule], words: &Words) {
    for named in rules {
        ui.label(muted(ui, rule(*named, words)));
    }
}

fn show(response: &Response, content: impl FnOnce(&mut Ui)) {
    if response.hovered() {
        Tooltip::for_enabled(response).at_pointer().show(content);
    } else {
        Tooltip::always_open(response.ctx.clone(), response.layer_id, response.id, response).show(content);
    }
}

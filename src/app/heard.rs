//! What a screen reader hears besides the names of controls: what is more to say of one, a text that appears, and the
//! entry of a list that Enter would take while a text field keeps the keyboard.
//!
//! Owns the roles and relations of the accessibility tree that egui's controls do not set. Paints nothing, and costs
//! nothing unless a screen reader is active.

use egui::accesskit::{Live, Node, Role};
use egui::{Id, Response, Ui, UiBuilder};

/// Names the window.
pub fn window(ctx: &egui::Context, title: &str) {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title));
}

/// Says more about a control, after its name.
pub fn describe(response: &Response, more: impl Into<String>) {
    tell(response, |node| node.set_description(more));
}

/// Says a text at once when it appears or changes, wherever the keyboard is.
pub fn announce(response: &Response, live: Live) {
    tell(response, |node| node.set_live(live));
}

/// One of several places, of which one is shown.
pub fn tab(response: &Response, is_shown: bool) {
    tell(response, |node| select(node, Role::Tab, is_shown));
}

/// An entry of a list under a text field, by its place among so many; `is_current` is the one that Enter takes.
pub fn entry(response: &Response, is_current: bool, (place, count): (usize, usize)) {
    tell(response, |node| {
        select(node, Role::ListBoxOption, is_current);
        node.set_position_in_set(place);
        node.set_size_of_set(count);
    });
}

/// The list under a text field. `content` returns its current entry, which is heard while there is one: the arrow keys
/// move through the list, and the field keeps the keyboard.
pub fn list(ui: &mut Ui, name: &str, field: Id, content: impl FnOnce(&mut Ui) -> Option<Id>) {
    let builder = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        let current = content(ui);
        // In the frame in which it is measured a list has no nodes yet.
        if let Some(current) = current.filter(|id| ui.ctx().has_accesskit_node(*id)) {
            active(ui, field, current);
        }
    });
}

/// While `owner` has the keyboard, the reader is at one of its parts.
pub fn active(ui: &Ui, owner: Id, part: Id) {
    ui.ctx().accesskit_node_builder(owner, |node| node.set_active_descendant(part.accesskit_id()));
}

/// What is in this part of the window belongs together, under a name and with what more there is to say of it.
pub fn group(ui: &Ui, name: &str, more: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Group);
        node.set_label(name);
        node.set_description(more);
    });
}

/// Several things said one after the other.
pub fn joined(said: &[impl AsRef<str>]) -> String {
    let mut all = String::new();
    for part in said {
        let part: &str = part.as_ref();
        if part.is_empty() {
            continue;
        }
        match all.chars().last() {
            None => {}
            Some('.') => all.push(' '),
            Some(_) => all.push_str(", "),
        }
        all.push_str(part);
    }
    all
}

fn select(node: &mut Node, role: Role, is_selected: bool) {
    node.set_role(role);
    node.set_selected(is_selected);
    node.clear_toggled();
}

fn tell(response: &Response, set: impl FnOnce(&mut Node)) {
    response.ctx.accesskit_node_builder(response.id, set);
}

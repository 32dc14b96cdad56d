//! What the user reads in the window: texts, controls, columns, pictures.

use clefs::domain::schema::TableId;
use egui::accesskit::{Live, Role};
use egui::{Key, Pos2};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use super::Window;

impl Window {
    /// The centre of the only element with that label, and whether it is greyed.
    #[track_caller]
    pub(super) fn place(&self, label: &str) -> (Pos2, bool) {
        let found: Vec<Node> = self.nodes().filter(|node| is_control(node) && text(node) == label).collect();
        match &*found {
            [one] => (one.rect().center(), one.accesskit_node().is_disabled()),
            [] => panic!("no control has the label “{label}”; labels: {:#?}", self.controls()),
            _ => panic!("{} controls have the label “{label}”", found.len()),
        }
    }

    /// The centre of the rightmost element with a label: of a cell and a field of the card, the field.
    #[track_caller]
    pub fn rightmost(&self, label: &str) -> Pos2 {
        let found =
            self.nodes().filter(|node| is_control(node) && text(node) == label).map(|node| node.rect().center());
        found.max_by(|a, b| a.x.total_cmp(&b.x)).unwrap_or_else(|| panic!("no control has the label “{label}”"))
    }

    pub(in crate::window) fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        self.harness.root().children_recursive()
    }

    pub(super) fn controls(&self) -> Vec<String> {
        self.nodes().filter(is_control).map(|node| text(&node)).filter(|text| !text.is_empty()).collect()
    }

    /// Every text in the window, including labels of controls and charts.
    pub fn texts(&self) -> Vec<String> {
        self.nodes().map(|node| text(&node)).filter(|text| !text.is_empty()).collect()
    }

    /// Whether a text of the window contains these words.
    pub fn shows(&self, words: &str) -> bool {
        self.texts().iter().any(|text| text.contains(words))
    }

    #[track_caller]
    pub fn assert_shows(&self, words: &str) {
        assert!(self.shows(words), "“{words}” not found in {:#?}", self.texts());
    }

    #[track_caller]
    pub fn assert_absent(&self, words: &str) {
        let found: Vec<_> = self.texts().into_iter().filter(|text| text.contains(words)).collect();
        assert!(found.is_empty(), "“{words}” found in {found:#?}");
    }

    /// The visible cells of a column, from top to bottom.
    pub fn column(&self, header: &str) -> Vec<String> {
        let start = format!("{header} : ");
        let cells = self.nodes().filter(|node| node.accesskit_node().role() == Role::Cell);
        cells.filter_map(|node| text(&node).strip_prefix(&start).map(str::to_owned)).collect()
    }

    /// How many rows of the grid are wholly in sight.
    pub fn rows_in_sight(&self) -> usize {
        clefs::app::grid::rows_in_sight(&self.harness.ctx)
    }

    /// Moves the cursor to a cell, by visible row and header.
    #[track_caller]
    pub fn select(&mut self, row: usize, header: &str) {
        let start = format!("{header} :");
        let cell = self.nodes().filter(|node| text(node).starts_with(&start)).nth(row);
        let cell = cell.unwrap_or_else(|| panic!("no cell {row} in “{header}”: {:#?}", self.texts()));
        let at = cell.rect().center();
        self.click_at(at);
    }

    /// Moves the cursor to a cell that may be out of sight: to its row, then by arrow keys.
    #[track_caller]
    pub fn reach(&mut self, table: TableId, row: usize, header: &str) {
        let columns = self.session().grid(table).columns().shown();
        let name = |place: usize| format!("col-{}-{}", table.key(), columns[place].key.as_str());
        let first = self.session().words().text(&name(0)).to_owned();
        let steps = (0..columns.len()).find(|place| self.session().words().text(&name(*place)) == header);
        self.select(row, &first);
        for _ in 0..steps.unwrap_or_else(|| panic!("no column “{header}”")) {
            self.press(Key::ArrowRight);
        }
    }

    /// The text of the focused line.
    pub fn typed(&self) -> Option<String> {
        let line = self.nodes().find(|node| {
            let node = node.accesskit_node();
            // The reader may be at an entry of the list under it.
            matches!(node.role(), Role::TextInput | Role::MultilineTextInput) && node.is_focused_in_tree()
        })?;
        line.value()
    }

    /// What a screen reader hears: the name of what has the focus, and what more there is to say of it.
    #[track_caller]
    pub fn heard(&self) -> String {
        let node = self.nodes().find(Node::is_focused).expect("something has the focus");
        heard(&node)
    }

    /// The texts that a screen reader says by itself.
    pub fn announced(&self) -> Vec<String> {
        self.nodes().filter(|node| node.accesskit_node().live() != Live::Off).map(|node| text(&node)).collect()
    }

    /// Compares the window with a snapshot.
    #[track_caller]
    pub fn snapshot(&mut self, name: &str) {
        self.leave();
        self.raster.snapshot(&format!("window-{name}"), &self.harness);
    }
}

pub(super) fn is_control(node: &Node) -> bool {
    !matches!(
        node.accesskit_node().role(),
        Role::Window | Role::Image | Role::Group | Role::Pane | Role::GenericContainer
    )
}

/// A node's name and description, with ordinary spaces.
pub fn heard(node: &Node) -> String {
    let more = node.accesskit_node().description().unwrap_or_default();
    let more = if more.is_empty() { more } else { format!(". {more}") };
    (text(node) + &more).replace(['\u{a0}', '\u{202f}'], " ")
}

/// A node's text, with ordinary spaces.
pub(super) fn text(node: &Node) -> String {
    let node = node.accesskit_node();
    let text = node.label().or_else(|| node.value()).unwrap_or_default();
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

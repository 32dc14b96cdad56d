//! Who has the keyboard. The window's own focus follows this; it decides only among its own
//! controls.

/// What the keyboard was given to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The page: its grid, where it has one; in a dialog, no field of it.
    #[default]
    Page,
    /// The search of the page.
    Search,
    /// The record card.
    Card,
    /// A text field of the open dialog, counted from the top.
    Field(usize),
    /// One of the window's own controls: a button, a menu, a mark of a chart.
    Control,
}

/// Who gets the next event, as everything stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The open editor of a cell, in the grid or in the card.
    Editor,
    /// The grid of the page.
    Grid,
    /// The fields of the card.
    Card,
    /// The search of the page.
    Search,
    /// A text field of the dialog.
    Field(usize),
    /// The dialog as a whole: Enter answers it, Esc closes it.
    Dialog,
    /// The window's own controls.
    Control,
}

impl Owner {
    /// Whether what is typed goes into a text.
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Editor | Self::Search | Self::Field(_))
    }
}

//! What has the keyboard. The window's focus follows this; the window decides only among its own
//! controls.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The grid of the page, or its list; with a dialog open, none of its fields.
    #[default]
    Page,
    Search,
    Card,
    /// The nth text field of the open dialog.
    Field(usize),
    /// A control of the window: a button, a menu, a mark of a chart.
    Control,
}

/// What receives the next event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The open cell editor, in the grid or in the card.
    Editor,
    Grid,
    Card,
    Search,
    /// The list of a page without a grid: of what is to do, of what to match, or of findings.
    List,
    /// The first screen, while no file is open.
    Welcome,
    Field(usize),
    /// The dialog as a whole: Enter gives the default answer, Esc closes it.
    Dialog,
    Control,
}

impl Owner {
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Editor | Self::Search | Self::Field(_))
    }
}

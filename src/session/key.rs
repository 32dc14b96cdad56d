//! Input events of the session: keys, text and the clipboard.
//!
//! Independent of the window's toolkit, so that tests type exactly what a keyboard does. The window
//! translates its events into these, in order.

/// A key, by what it produces in the user's keyboard layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, upper case.
    Letter(char),
    /// A digit or a punctuation sign.
    Sign(char),
    /// A function key.
    Function(u8),
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Enter,
    Tab,
    Escape,
    Space,
    Delete,
    Backspace,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Modifiers {
    /// Ctrl, or Cmd on a Mac.
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
}

impl Modifiers {
    pub const NONE: Self = Self { ctrl: false, shift: false, alt: false };
    pub const CTRL: Self = Self { ctrl: true, ..Self::NONE };
    pub const SHIFT: Self = Self { shift: true, ..Self::NONE };
    pub const ALT: Self = Self { alt: true, ..Self::NONE };
    pub const CTRL_SHIFT: Self = Self { ctrl: true, shift: true, alt: false };
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stroke {
    pub modifiers: Modifiers,
    pub key: Key,
}

impl Stroke {
    pub const fn new(modifiers: Modifiers, key: Key) -> Self {
        Self { modifiers, key }
    }

    /// How many items of a list of so many it goes further, if it moves in lists.
    pub fn step_in_list(self, items: usize) -> Option<isize> {
        const PAGE: isize = 10;
        let all = isize::try_from(items).unwrap_or(isize::MAX);
        match self.key {
            _ if self.modifiers != Modifiers::NONE => None,
            Key::Up => Some(-1),
            Key::Down => Some(1),
            Key::PageUp => Some(-PAGE),
            Key::PageDown => Some(PAGE),
            Key::Home => Some(-all),
            Key::End => Some(all),
            _ => None,
        }
    }

    /// Whether this stroke matches a shortcut. Modifiers must be equal: Ctrl+Alt is `AltGr` on
    /// European keyboards, never Ctrl. Only signs may need Shift to be typed at all.
    pub fn is(self, shortcut: Self) -> bool {
        let (a, b) = (self.modifiers, shortcut.modifiers);
        let same_shift = a.shift == b.shift || matches!(self.key, Key::Sign(_));
        self.key == shortcut.key && same_shift && (a.ctrl, a.alt) == (b.ctrl, b.alt)
    }
}

/// An event of the keyboard or the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key went down, or repeats.
    Press(Stroke),
    /// A key went up.
    Release,
    Text(String),
    /// Text that an input method is composing; the next event replaces it.
    Preedit(String),
    Copy,
    Cut,
    Paste(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The session handled it.
    BySession,
    /// It belongs to a control of the window.
    ByWindow,
}

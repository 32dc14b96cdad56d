//! An editable line of text: caret, selection, its own undo.
//!
//! One model for every text field, so that keys apply in order whatever the window shows. Positions
//! count characters, as in the window's text fields.

use super::key::{Key, Modifiers, Stroke};

/// Depth of the undo stack.
const STEPS: usize = 200;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    now: State,
    undo: Vec<State>,
    redo: Vec<State>,
    /// The last change was a typed letter: the next one joins the same undo step.
    is_typing: bool,
    /// Characters before the caret that an input method is still composing.
    composing: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct State {
    text: String,
    anchor: usize,
    caret: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    Changed,
    /// At most the caret or selection moved; the key is consumed.
    Moved,
    /// Not a key of a text field.
    Unused,
}

#[derive(Clone, Copy)]
enum Motion {
    Letter,
    Word,
    Line,
    Text,
}

impl Line {
    /// With the caret at the end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let end = text.chars().count();
        Self { now: State { text, anchor: end, caret: end }, ..Self::default() }
    }

    /// With all text selected, so that typing replaces it.
    pub fn selected(text: impl Into<String>) -> Self {
        let mut line = Self::new(text);
        line.now.anchor = 0;
        line
    }

    /// As if typed into an empty field: undo empties it.
    pub fn typed(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    pub fn text(&self) -> &str {
        &self.now.text
    }

    /// The anchor of the selection and the caret, in characters.
    pub const fn selection(&self) -> (usize, usize) {
        (self.now.anchor, self.now.caret)
    }

    pub fn select(&mut self, anchor: usize, caret: usize) {
        let end = self.len();
        (self.now.anchor, self.now.caret) = (anchor.min(end), caret.min(end));
        (self.is_typing, self.composing) = (false, 0);
    }

    pub fn chosen(&self) -> &str {
        let (from, to) = self.range();
        self.now.text.get(self.byte(from)..self.byte(to)).unwrap_or_default()
    }

    /// Replaces the selection, or the text being composed.
    pub fn insert(&mut self, text: &str) {
        if self.composing > 0 {
            self.compose(text);
            self.composing = 0;
            return;
        }
        let is_letter = text.chars().count() == 1 && !text.starts_with(char::is_whitespace);
        let goes_on = self.is_typing && is_letter && self.now.anchor == self.now.caret;
        self.replace(self.range(), text, goes_on);
        self.is_typing = is_letter;
    }

    /// Replaces the text that an input method is composing.
    pub fn compose(&mut self, text: &str) {
        let caret = self.now.caret;
        let from = caret.saturating_sub(self.composing);
        let range = if self.composing > 0 { (from, caret) } else { self.range() };
        self.replace(range, text, self.composing > 0);
        self.composing = text.chars().count();
    }

    /// Replaces the whole text, as one undo step.
    pub fn set(&mut self, text: &str) {
        self.replace((0, self.len()), text, false);
    }

    /// Applies a key. Multi-line text also takes Up, Down and Shift+Enter.
    pub fn press(&mut self, stroke: Stroke, has_lines: bool) -> Effect {
        let Modifiers { ctrl, shift, alt } = stroke.modifiers;
        if alt {
            return Effect::Unused;
        }
        let by = if ctrl { Motion::Word } else { Motion::Letter };
        let edge = if ctrl { Motion::Text } else { Motion::Line };
        match stroke.key {
            Key::Left => self.go(self.left(by), shift),
            Key::Right => self.go(self.right(by), shift),
            Key::Home => self.go(self.left(edge), shift),
            Key::End => self.go(self.right(edge), shift),
            Key::Up if has_lines => self.go(self.row(-1), shift),
            Key::Down if has_lines => self.go(self.row(1), shift),
            Key::Backspace => return self.delete(self.left(by)),
            Key::Delete => return self.delete(self.right(by)),
            Key::Enter if has_lines && shift && !ctrl => {
                self.insert("\n");
                return Effect::Changed;
            }
            Key::Letter('A') if ctrl && !shift => self.select(0, usize::MAX),
            Key::Letter('Z') if ctrl => return self.take_back(!shift),
            Key::Letter('Y') if ctrl && !shift => return self.take_back(false),
            _ => return Effect::Unused,
        }
        Effect::Moved
    }

    /// Removes the selected text and returns it.
    pub fn cut(&mut self) -> Option<String> {
        let chosen = self.chosen().to_owned();
        if chosen.is_empty() {
            return None;
        }
        self.replace(self.range(), "", false);
        Some(chosen)
    }

    fn len(&self) -> usize {
        self.now.text.chars().count()
    }

    const fn range(&self) -> (usize, usize) {
        let State { anchor, caret, .. } = self.now;
        if anchor < caret { (anchor, caret) } else { (caret, anchor) }
    }

    fn byte(&self, place: usize) -> usize {
        self.now.text.char_indices().nth(place).map_or(self.now.text.len(), |(byte, _)| byte)
    }

    fn replace(&mut self, (from, to): (usize, usize), text: &str, goes_on: bool) {
        if !goes_on {
            self.undo.push(self.now.clone());
            if self.undo.len() > STEPS {
                self.undo.remove(0);
            }
        }
        self.redo.clear();
        let bytes = self.byte(from)..self.byte(to);
        self.now.text.replace_range(bytes, text);
        let caret = from + text.chars().count();
        (self.now.anchor, self.now.caret) = (caret, caret);
        (self.is_typing, self.composing) = (false, 0);
    }

    fn delete(&mut self, to: usize) -> Effect {
        let (from, end) = self.range();
        let range = if from < end { (from, end) } else { (from.min(to), from.max(to)) };
        if range.0 == range.1 {
            return Effect::Moved;
        }
        self.replace(range, "", false);
        Effect::Changed
    }

    fn go(&mut self, to: usize, keeps_anchor: bool) {
        let (from, end) = self.range();
        let caret = match (keeps_anchor, from < end) {
            // Moving without Shift collapses the selection towards the target.
            (false, true) if to < self.now.caret => from.min(to.max(from)),
            (false, true) if to > self.now.caret => end.max(to.min(end)),
            _ => to,
        };
        let anchor = if keeps_anchor { self.now.anchor } else { caret };
        self.select(anchor, caret);
    }

    fn take_back(&mut self, is_undo: bool) -> Effect {
        let (from, to) = if is_undo { (&mut self.undo, &mut self.redo) } else { (&mut self.redo, &mut self.undo) };
        let Some(state) = from.pop() else { return Effect::Moved };
        to.push(std::mem::replace(&mut self.now, state));
        (self.is_typing, self.composing) = (false, 0);
        Effect::Changed
    }

    fn left(&self, motion: Motion) -> usize {
        let caret = self.now.caret;
        let letters: Vec<char> = self.now.text.chars().take(caret).collect();
        match motion {
            Motion::Letter => caret.saturating_sub(1),
            Motion::Word => {
                let end = letters.iter().rposition(|letter| letter.is_alphanumeric()).map_or(0, |at| at + 1);
                letters[..end].iter().rposition(|letter| !letter.is_alphanumeric()).map_or(0, |at| at + 1)
            }
            Motion::Line => letters.iter().rposition(|letter| *letter == '\n').map_or(0, |at| at + 1),
            Motion::Text => 0,
        }
    }

    fn right(&self, motion: Motion) -> usize {
        let caret = self.now.caret;
        let mut letters = self.now.text.chars().skip(caret);
        match motion {
            Motion::Letter => (caret + 1).min(self.len()),
            Motion::Word => {
                let rest: Vec<char> = letters.collect();
                let start = rest.iter().position(|letter| letter.is_alphanumeric()).unwrap_or(rest.len());
                let word = rest[start..].iter().position(|letter| !letter.is_alphanumeric());
                caret + word.map_or(rest.len(), |end| start + end)
            }
            Motion::Line => letters.position(|letter| letter == '\n').map_or(self.len(), |end| caret + end),
            Motion::Text => self.len(),
        }
    }

    /// The same column in the line above or below.
    fn row(&self, by: isize) -> usize {
        let start = self.left(Motion::Line);
        let column = self.now.caret - start;
        let target = if by < 0 {
            let Some(end) = start.checked_sub(1) else { return 0 };
            Self { now: State { caret: end, ..self.now.clone() }, ..Self::default() }.left(Motion::Line)
        } else {
            let end = self.right(Motion::Line);
            if end == self.len() {
                return end;
            }
            end + 1
        };
        let length = self.now.text.chars().skip(target).take_while(|letter| *letter != '\n').count();
        target + column.min(length)
    }
}

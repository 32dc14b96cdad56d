//! Removes from the clipboard what is confidential: charts, and cells that not every audience may see.
//!
//! It is removed two minutes after it was copied, when another file is opened, and when the window closes.
//! Fictitious data may stay. Other content is never touched: the clipboard is read first, in the background, and
//! is cleared only if it still holds what we put there. If it cannot be read it is left alone.

use std::sync::Arc;

use egui::ColorImage;

use super::Host;
use super::job::Job;

/// Seconds until removal: enough to paste into a report.
const KEPT_FOR: f64 = 120.0;

/// Tolerance for colours changed by the platform's image formats.
const COLOUR_SHIFT: u8 = 8;

/// Reads the clipboard; none if it holds something else, or cannot be read.
pub trait ReadClipboard: Send + Sync {
    fn picture(&self) -> Option<ColorImage>;
    fn text(&self) -> Option<String>;

    /// Puts a table there, as HTML and as text. Returns whether it is there.
    fn put_html(&self, html: &str, text: &str) -> bool;
}

/// Confidential content on the clipboard, and when to remove it, in seconds of the window's time.
pub(super) struct OnClipboard {
    content: Content,
    until: Option<f64>,
}

#[derive(Clone)]
enum Content {
    Picture(Arc<ColorImage>),
    Text(Arc<str>),
}

impl Host {
    /// Takes the image for the clipboard.
    pub fn take_copied_picture(&mut self) -> Option<ColorImage> {
        let picture = self.copied_picture.take()?;
        self.note_on_clipboard(Some(Content::Picture(Arc::new(picture.clone()))));
        Some(picture)
    }

    /// Takes the text for the clipboard, and whether it is there already, as HTML.
    pub fn take_copied(&mut self) -> Option<(String, bool)> {
        let copied = self.session.take_copied()?;
        self.note_on_clipboard(copied.is_confidential.then(|| Content::Text(Arc::from(copied.text.as_str()))));
        let is_there = copied.html.is_some_and(|html| self.read_clipboard.put_html(&html, &copied.text));
        Some((copied.text, is_there))
    }

    /// Remembers what is confidential on the clipboard; whatever was there before no longer is.
    fn note_on_clipboard(&mut self, content: Option<Content>) {
        let content = content.filter(|_| !self.session.dataset().is_fictitious());
        self.on_clipboard = content.map(|content| OnClipboard { content, until: None });
    }

    /// Reads the clipboard for an entry of a menu. Asking its owner may take a while.
    pub(super) fn read_for_paste(&self) {
        let clipboard = Arc::clone(&self.read_clipboard);
        self.worker.start(move || Job::Pasted(clipboard.text()));
    }

    /// Removes the content when due. Returns in how many seconds to call again.
    pub(super) fn clear_clipboard_when_due(&mut self, now: f64) -> Option<f64> {
        let on_clipboard = self.on_clipboard.as_mut()?;
        let until = *on_clipboard.until.get_or_insert(now + KEPT_FOR);
        if now < until {
            return Some(until - now);
        }
        let (content, clipboard) = (on_clipboard.content.clone(), Arc::clone(&self.read_clipboard));
        self.on_clipboard = None;
        self.worker.start(move || Job::ClipboardSeen { is_ours: content.is_on(&*clipboard) });
        None
    }

    /// Makes the removal due now, since another file is opened or something was struck out.
    pub(super) const fn expire_clipboard(&mut self) {
        if let Some(on_clipboard) = &mut self.on_clipboard {
            on_clipboard.until = Some(0.0);
        }
    }

    /// Whether to clear the clipboard as the window closes; too late for a background job.
    pub fn clears_clipboard_at_close(&mut self) -> bool {
        self.on_clipboard.take().is_some_and(|on_clipboard| on_clipboard.content.is_on(&*self.read_clipboard))
    }

    /// The clipboard was read.
    pub(super) fn clipboard_seen(&mut self, is_ours: bool) {
        // Anything copied meanwhile stays.
        if is_ours && self.on_clipboard.is_none() && !self.session.has_copied() && self.copied_picture.is_none() {
            self.session.clear_clipboard();
        }
    }
}

impl Content {
    /// Whether the clipboard still holds it.
    fn is_on(&self, clipboard: &dyn ReadClipboard) -> bool {
        match self {
            Self::Picture(picture) => clipboard.picture().is_some_and(|seen| is_same(&seen, picture)),
            // The system may have changed its line endings.
            Self::Text(text) => clipboard.text().is_some_and(|seen| seen.lines().eq(text.lines())),
        }
    }
}

/// Whether two images are the same. Transparent pixels have no colour to compare.
fn is_same(seen: &ColorImage, picture: &ColorImage) -> bool {
    let is_near = |(a, b): (&egui::Color32, &egui::Color32)| {
        let near = |(a, b): (&u8, &u8)| a.abs_diff(*b) <= COLOUR_SHIFT;
        !a.is_opaque() || a.to_array().iter().zip(&b.to_array()).all(near)
    };
    seen.size == picture.size && picture.pixels.iter().zip(&seen.pixels).all(is_near)
}

//! Removes copied charts from the clipboard.
//!
//! A chart is removed two minutes after it was copied, when another file is opened, and when the
//! window closes. Fictitious data may stay. Other content is never touched: the clipboard is read
//! first, in the background, and is cleared only if it still holds our image. If it cannot be read
//! it is left alone.

use std::sync::Arc;

use egui::ColorImage;

use super::Host;
use super::job::Job;

/// Seconds until removal: enough to paste into a report.
const KEPT_FOR: f64 = 120.0;

/// Tolerance for colours changed by the platform's image formats.
const COLOUR_SHIFT: u8 = 8;

/// Reads the image on the clipboard, if there is one.
pub type ReadPicture = Arc<dyn Fn() -> Option<ColorImage> + Send + Sync>;

/// A confidential image on the clipboard, and when to remove it, in seconds of the window's time.
pub(super) struct ClipboardPicture {
    picture: Arc<ColorImage>,
    until: Option<f64>,
}

impl Host {
    /// Takes the image for the clipboard.
    pub fn take_copied_picture(&mut self) -> Option<ColorImage> {
        let picture = self.copied_picture.take()?;
        self.clipboard_picture = (!self.session.dataset().is_fictitious())
            .then(|| ClipboardPicture { picture: Arc::new(picture.clone()), until: None });
        Some(picture)
    }

    /// Takes the text for the clipboard.
    pub fn take_copied(&mut self) -> Option<String> {
        let text = self.session.take_copied()?;
        self.clipboard_picture = None;
        Some(text)
    }

    /// Removes the image when due. Returns in how many seconds to call again.
    pub(super) fn clear_clipboard_when_due(&mut self, now: f64) -> Option<f64> {
        let clipboard_picture = self.clipboard_picture.as_mut()?;
        let until = *clipboard_picture.until.get_or_insert(now + KEPT_FOR);
        if now < until {
            return Some(until - now);
        }
        let (picture, see) = (Arc::clone(&clipboard_picture.picture), Arc::clone(&self.read_picture));
        self.clipboard_picture = None;
        self.worker.start(move || Job::ClipboardSeen { is_ours: holds(&see, &picture) });
        None
    }

    /// Makes the removal due now, since another file is opened.
    pub(super) fn expire_clipboard_picture(&mut self) {
        if let Some(clipboard_picture) = &mut self.clipboard_picture {
            clipboard_picture.until = Some(0.0);
        }
    }

    /// Whether to clear the clipboard as the window closes; too late for a background job.
    pub fn clears_clipboard_at_close(&mut self) -> bool {
        self.clipboard_picture
            .take()
            .is_some_and(|clipboard_picture| holds(&self.read_picture, &clipboard_picture.picture))
    }

    /// The clipboard was read.
    pub(super) fn clipboard_seen(&mut self, is_ours: bool) {
        // Anything copied meanwhile stays.
        if is_ours && self.clipboard_picture.is_none() && !self.session.has_copied() && self.copied_picture.is_none() {
            self.session.copy(String::new());
        }
    }
}

/// Whether the clipboard holds an image. Transparent pixels have no colour to compare.
fn holds(see: &ReadPicture, picture: &ColorImage) -> bool {
    let is_near = |(a, b): (&egui::Color32, &egui::Color32)| {
        let near = |(a, b): (&u8, &u8)| a.abs_diff(*b) <= COLOUR_SHIFT;
        !a.is_opaque() || a.to_array().iter().zip(&b.to_array()).all(near)
    };
    see().is_some_and(|seen| seen.size == picture.size && picture.pixels.iter().zip(&seen.pixels).all(is_near))
}

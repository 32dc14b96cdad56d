//! The clipboard keeps the picture of a chart no longer than needed.
//!
//! Owns when it is taken away: two minutes after it was copied, when another file takes the place
//! of its own, and when the window closes. Made-up data may stay. What someone else copied since is
//! never touched: the clipboard is looked at first, beside the window, and only where it still holds
//! our very picture an empty text takes its place. Where it can not be looked at it is left alone.

use std::sync::Arc;

use egui::ColorImage;

use super::Host;
use super::job::Job;

/// Seconds that the clipboard keeps a picture: enough to paste it into a report.
const KEPT_FOR: f64 = 120.0;

/// How far a colour may have moved on its way through the platform's formats.
const COLOUR_SHIFT: u8 = 8;

/// Looks at the picture on the clipboard, if there is one.
pub type SeePicture = Arc<dyn Fn() -> Option<ColorImage> + Send + Sync>;

/// A picture that was given to the clipboard, and when it is to go, in seconds of the window's time.
pub(super) struct Held {
    picture: Arc<ColorImage>,
    until: Option<f64>,
}

impl Host {
    /// The picture that the clipboard is to hold, once.
    pub fn take_copied_picture(&mut self) -> Option<ColorImage> {
        let picture = self.copied_picture.take()?;
        // Another one takes the place of the one before.
        self.held =
            (!self.session.dataset().is_fictitious()).then(|| Held { picture: Arc::new(picture.clone()), until: None });
        Some(picture)
    }

    /// What the clipboard is to hold, once.
    pub fn take_copied(&mut self) -> Option<String> {
        let text = self.session.take_copied()?;
        self.held = None;
        Some(text)
    }

    /// Lets go of the picture when it is time. Gives in how many seconds to look again.
    pub(super) fn let_go_when_due(&mut self, now: f64) -> Option<f64> {
        let held = self.held.as_mut()?;
        let until = *held.until.get_or_insert(now + KEPT_FOR);
        if now < until {
            return Some(until - now);
        }
        let (picture, see) = (Arc::clone(&held.picture), Arc::clone(&self.see_picture));
        self.held = None;
        self.worker.start(move || Job::ClipboardSeen { is_ours: holds(&see, &picture) });
        None
    }

    /// The file of the picture is left: it goes at the next occasion.
    pub(super) fn let_go_now(&mut self) {
        if let Some(held) = &mut self.held {
            held.until = Some(0.0);
        }
    }

    /// Whether the clipboard is to be emptied, for the window closes now: nobody looks at it beside.
    pub fn lets_go_at_close(&mut self) -> bool {
        self.held.take().is_some_and(|held| holds(&self.see_picture, &held.picture))
    }

    /// The clipboard was looked at.
    pub(super) fn clipboard_seen(&mut self, is_ours: bool) {
        // Something that was copied meanwhile stays.
        if is_ours && self.held.is_none() && !self.session.has_copied() && self.copied_picture.is_none() {
            self.session.copy(String::new());
        }
    }
}

/// Whether the clipboard holds that picture. What is seen through has no colour to compare.
fn holds(see: &SeePicture, picture: &ColorImage) -> bool {
    let is_near = |(a, b): (&egui::Color32, &egui::Color32)| {
        let near = |(a, b): (&u8, &u8)| a.abs_diff(*b) <= COLOUR_SHIFT;
        !a.is_opaque() || a.to_array().iter().zip(&b.to_array()).all(near)
    };
    see().is_some_and(|seen| seen.size == picture.size && picture.pixels.iter().zip(&seen.pixels).all(is_near))
}

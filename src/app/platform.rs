//! Platform services: file dialogs, file manager, clipboard, clock, folders.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Instant;

use chrono::NaiveDateTime;

use crate::session::command::Purpose;

use super::host::ReadClipboard;

/// Opens the platform's file dialog; none if it was cancelled or is not available.
pub fn choose_file(purpose: Purpose, suggested: &Path, filter: &str) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new();
    if let Some(folder) = suggested.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = suggested.file_name() {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    match purpose {
        Purpose::Open | Purpose::Copy => dialog.add_filter(filter, &["ron"]).pick_file(),
        Purpose::Create(_) | Purpose::SaveAs => dialog.add_filter(filter, &["ron"]).save_file(),
        Purpose::Charts(export) if export.chart.is_none() => dialog.pick_folder(),
        Purpose::Charts(export) => {
            let extension = export.picture.format.extension();
            dialog.add_filter(extension.to_uppercase(), &[extension]).save_file()
        }
        Purpose::Report(_) => dialog.add_filter("DOCX", &["docx"]).save_file(),
        Purpose::Export(..) => dialog.add_filter("CSV", &["csv"]).save_file(),
    }
}

/// Opens a folder in the file manager.
///
/// # Errors
///
/// The platform's message, if the folder cannot be opened.
pub fn open_folder(folder: &Path) -> Result<(), String> {
    opener::open(folder).map_err(|error| error.to_string())
}

/// The platform's clipboard.
pub struct Clipboard;

impl ReadClipboard for Clipboard {
    fn picture(&self) -> Option<egui::ColorImage> {
        let image = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_image()).ok()?;
        Some(egui::ColorImage::from_rgba_unmultiplied([image.width, image.height], &image.bytes))
    }

    fn text(&self) -> Option<String> {
        arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_text()).ok()
    }

    fn put_html(&self, html: &str, text: &str) -> bool {
        arboard::Clipboard::new().and_then(|mut clipboard| clipboard.set_html(html, Some(text))).is_ok()
    }
}

/// Local time.
pub fn now() -> NaiveDateTime {
    let now = chrono::Local::now().naive_local();
    // The history keeps seconds; finer times would only take space.
    chrono::Timelike::with_nanosecond(&now, 0).unwrap_or(now)
}

/// The user's name on this machine.
pub fn user() -> Option<String> {
    let names = ["USER", "USERNAME"].map(|name| std::env::var(name).ok());
    names.into_iter().flatten().find(|name| !name.trim().is_empty())
}

/// Seconds since the first call, by a clock that never goes back and needs no frame.
pub fn seconds(_: &egui::Context) -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_secs_f64()
}

/// The user's documents folder.
pub fn documents() -> PathBuf {
    directories::UserDirs::new()
        .and_then(|dirs| dirs.document_dir().map(Path::to_path_buf).or_else(|| Some(dirs.home_dir().to_path_buf())))
        .unwrap_or_default()
}

//! Starts the window: loads the file in the background, restores the window's position, picks the
//! renderer.

use std::path::Path;

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;

use super::app::App;
use super::host::{Host, Surroundings};

#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The platform has no display to open it on.
    #[error("no display: neither DISPLAY nor WAYLAND_DISPLAY is set")]
    NoDisplay,
    #[error("the window could not be opened: {0}")]
    Window(String),
}

pub fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// Opens the window, with a file if one is named, and returns when it is closed.
///
/// With `until_first_frame` it closes once the file's data is painted, to measure the start-up
/// time.
///
/// # Errors
///
/// If there is no display, or no renderer works on it.
pub fn run(
    surroundings: &impl Fn() -> Surroundings,
    file: Option<&Path>,
    until_first_frame: bool,
) -> Result<(), RunError> {
    if !has_display() {
        return Err(RunError::NoDisplay);
    }
    let start = |renderer| {
        // Loading starts before the window exists and continues in the background.
        let mut host = Host::new(surroundings());
        if let Some(path) = file {
            host.open_at_start(path.to_owned());
        }
        let options = options(&host, renderer);
        let mut host = Some(host);
        eframe::run_native(
            "clefs",
            options,
            Box::new(move |creation| {
                let host = host.take().ok_or("the window was made twice")?;
                Ok(Box::new(App::new(&creation.egui_ctx, host, until_first_frame)))
            }),
        )
    };
    let outcome = start(Renderer::Glow);
    // Over remote desktop Windows has no OpenGL 2: the second try is on DirectX.
    #[cfg(windows)]
    let outcome = outcome.or_else(|_| start(Renderer::Wgpu));
    outcome.map_err(|error| RunError::Window(error.to_string()))
}

fn options(host: &Host, renderer: Renderer) -> NativeOptions {
    let mut viewport = ViewportBuilder::default()
        .with_app_id("clefs")
        .with_title("Clefs")
        .with_min_inner_size([900.0, 560.0])
        .with_clamp_size_to_monitor_size(true)
        .with_inner_size([1440.0, 900.0]);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")) {
        viewport = viewport.with_icon(icon);
    }
    if let Some(place) = host.window_place() {
        viewport = viewport
            .with_inner_size([place.width.clamp(900, 8000) as f32, place.height.clamp(560, 8000) as f32])
            .with_maximized(place.maximised);
        // A position left of or above the main screen may be on a disconnected one (egui #3176).
        if place.x >= 0 && place.y >= 0 {
            viewport = viewport.with_position([place.x as f32, place.y as f32]);
        }
    }
    NativeOptions { viewport, renderer, system_font_fallback: false, persist_window: false, ..NativeOptions::default() }
}

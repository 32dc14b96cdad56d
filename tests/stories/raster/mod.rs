//! Pictures of the window without a display or GPU: what `egui_kittest` laid out, drawn on the CPU,
//! so that every machine gives the same pixels.
//!
//! Owns the renderer of a harness and the snapshots in `tests/snapshots`. Never lays anything out,
//! draws no paint callbacks.
//!
//! ```ignore
//! let raster = Raster::default();
//! let mut harness = raster.harness([1440.0, 900.0]).with_theme(Theme::Light).build_ui(|ui| page(ui));
//! harness.run();
//! raster.snapshot("dashboard-light", &harness);
//! ```
//!
//! `CLEFS_UPDATE_SNAPSHOTS=1 cargo test` updates the snapshots: review them before committing.

mod paint;
mod picture;
mod texture;

use std::cell::RefCell;
use std::rc::Rc;

use egui::epaint::Primitive;
use egui::{Pos2, Rect, TexturesDelta, Vec2};
use egui_kittest::{Harness, HarnessBuilder, TestRenderer};

pub use picture::Picture;
use texture::Textures;

/// Draws what a harness laid out. Clones share textures: one goes into the harness, one stays
/// with the test.
#[derive(Clone, Default)]
pub struct Raster {
    textures: Rc<RefCell<Textures>>,
}

impl Raster {
    /// A harness of that size in points that sends its textures to this renderer.
    pub fn harness<State>(&self, size: impl Into<Vec2>) -> HarnessBuilder<State> {
        Harness::builder().with_size(size).renderer(self.clone())
    }

    /// What the harness shows after its last step, in physical pixels.
    pub fn picture<State>(&self, harness: &Harness<State>) -> Picture {
        let ctx = &harness.ctx;
        let output = harness.output();
        let scale = output.pixels_per_point;
        let size = ctx.viewport_rect().size() * scale;
        let mut picture = Picture::filled(size.x.round() as usize, size.y.round() as usize, background(ctx));
        let textures = self.textures.borrow();
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            if let Primitive::Mesh(mesh) = &clipped.primitive {
                let clip = in_pixels(clipped.clip_rect, scale);
                paint::mesh(&mut picture, mesh, textures.get(mesh.texture_id), clip, scale);
            }
        }
        picture
    }

    /// Compares what the harness shows with `tests/snapshots/<name>.png`.
    ///
    /// # Panics
    /// If they differ (see [`Picture::compare`]) or there is no such snapshot yet.
    #[track_caller]
    pub fn snapshot<State>(&self, name: &str, harness: &Harness<State>) {
        self.picture(harness).assert_snapshot(name);
    }
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.textures.borrow_mut().update(delta);
    }
}

fn background(ctx: &egui::Context) -> [u8; 4] {
    ctx.global_style().visuals.panel_fill.to_opaque().to_array()
}

/// A clip rectangle in whole pixels, rounded as the window's renderer rounds it.
fn in_pixels(clip: Rect, scale: f32) -> Rect {
    let round = |at: Pos2| Pos2::new((at.x * scale).round(), (at.y * scale).round());
    Rect::from_min_max(round(clip.min), round(clip.max))
}

#[cfg(test)]
mod tests;

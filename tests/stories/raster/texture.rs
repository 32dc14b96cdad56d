//! Textures, and sampling between texels.
//!
//! Owns their lifetime: a texture freed by a frame is kept until the next one, since the frame that
//! frees it still shows it.

use std::collections::HashMap;

use egui::epaint::ImageData;
use egui::{Color32, Pos2, TextureFilter, TextureId, TextureOptions, TextureWrapMode, TexturesDelta};

/// All textures in use.
#[derive(Default)]
pub struct Textures {
    known: HashMap<TextureId, Texture>,
    freed: Vec<TextureId>,
}

impl Textures {
    /// Applies the textures set, patched and freed by a frame.
    pub fn update(&mut self, delta: &mut TexturesDelta) {
        for id in self.freed.drain(..) {
            self.known.remove(&id);
        }
        for (id, changes) in delta.set.drain() {
            for change in changes {
                let ImageData::Color(image) = &change.image;
                match change.pos {
                    None => {
                        let texture =
                            Texture { size: image.size, texels: image.pixels.clone(), options: change.options };
                        self.known.insert(id, texture);
                    }
                    Some(at) => {
                        let texture = self.known.get_mut(&id).expect("a patched texture exists");
                        texture.patch(at, image.size, &image.pixels);
                    }
                }
            }
        }
        self.freed.extend(delta.free.drain());
    }

    pub fn get(&self, id: TextureId) -> &Texture {
        self.known.get(&id).expect("a mesh's texture exists")
    }
}

pub struct Texture {
    size: [usize; 2],
    texels: Vec<Color32>,
    options: TextureOptions,
}

impl Texture {
    /// Width and height in texels.
    pub fn size(&self) -> [f32; 2] {
        self.size.map(|n| n as f32)
    }

    /// The minification and magnification filters.
    pub const fn filter(&self, minified: bool) -> TextureFilter {
        if minified { self.options.minification } else { self.options.magnification }
    }

    /// The colour at a point (0 to 1 each way), premultiplied, 0 to 255.
    pub fn read(&self, uv: Pos2, filter: TextureFilter) -> [f32; 4] {
        // Samples are at texel centres.
        let [x, y] = [uv.x * self.size[0] as f32 - 0.5, uv.y * self.size[1] as f32 - 0.5];
        let (left, top) = ((x + 1.0 / 512.0).floor(), (y + 1.0 / 512.0).floor());
        let (right, down) = (x - left, y - top);
        // Text is aligned to pixels: most points are texel centres.
        if filter == TextureFilter::Linear && right < 1.0 / 256.0 && down < 1.0 / 256.0 {
            return self.texel(left as isize, top as isize);
        }
        if filter == TextureFilter::Nearest {
            return self.texel((x + 0.5).floor() as isize, (y + 0.5).floor() as isize);
        }
        let (left, top) = (left as isize, top as isize);
        let mix = |a: [f32; 4], b: [f32; 4], part: f32| [0, 1, 2, 3].map(|i| a[i] + (b[i] - a[i]) * part);
        let upper = mix(self.texel(left, top), self.texel(left + 1, top), right);
        let lower = mix(self.texel(left, top + 1), self.texel(left + 1, top + 1), right);
        mix(upper, lower, down)
    }

    fn texel(&self, x: isize, y: isize) -> [f32; 4] {
        let [x, y] = [self.wrap(x, self.size[0]), self.wrap(y, self.size[1])];
        self.texels[y * self.size[0] + x].to_array().map(f32::from)
    }

    fn wrap(&self, at: isize, size: usize) -> usize {
        let size = size.cast_signed();
        let inside = match self.options.wrap_mode {
            TextureWrapMode::ClampToEdge => at.clamp(0, size - 1),
            TextureWrapMode::Repeat => at.rem_euclid(size),
            TextureWrapMode::MirroredRepeat => {
                let there_and_back = at.rem_euclid(2 * size);
                there_and_back.min(2 * size - 1 - there_and_back)
            }
        };
        inside.cast_unsigned()
    }

    fn patch(&mut self, [x, y]: [usize; 2], [width, height]: [usize; 2], texels: &[Color32]) {
        for row in 0..height {
            let start = (y + row) * self.size[0] + x;
            self.texels[start..start + width].copy_from_slice(&texels[row * width..(row + 1) * width]);
        }
    }
}

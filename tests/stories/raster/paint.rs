//! Rasterises triangles, blending as the window's renderer does: premultiplied colours,
//! multiplied and added in gamma space, clipped.
//!
//! Owns coverage: a pixel belongs to the triangle that contains its centre, and to exactly one of
//! two triangles that share an edge, so that no seam shows.
#![expect(clippy::float_cmp, reason = "equal inputs are bit-identical; this is only a fast path")]
#![expect(clippy::many_single_char_names, reason = "the usual names of corners and texture coordinates")]

use std::ops::Range;

use egui::epaint::{Mesh, Vertex};
use egui::{Pos2, Rect};

use super::picture::Picture;
use super::texture::Texture;

/// Paints a mesh within a clip rectangle in whole pixels.
pub fn mesh(picture: &mut Picture, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
    for corners in mesh.indices.as_chunks::<3>().0 {
        let corners = corners.map(|index| Corner::new(&mesh.vertices[index as usize], scale));
        if corners.iter().any(|corner| corner.color != [0.0; 4]) {
            triangle(picture, corners, texture, clip);
        }
    }
}

/// A vertex in pixels.
#[derive(Clone, Copy)]
struct Corner {
    at: [f32; 2],
    uv: Pos2,
    color: [f32; 4],
}

impl Corner {
    /// Snapped to 1/256 of a pixel, as hardware does, so that edges are the same on every machine.
    fn new(vertex: &Vertex, scale: f32) -> Self {
        let snap = |at: f32| (at * scale * 256.0).round() / 256.0;
        Self {
            at: [snap(vertex.pos.x), snap(vertex.pos.y)],
            uv: vertex.uv,
            color: vertex.color.to_array().map(f32::from),
        }
    }
}

fn triangle(picture: &mut Picture, corners: [Corner; 3], texture: &Texture, clip: Rect) {
    let [a, b, c] = corners;
    let ([abx, aby], [acx, acy]) = (minus(b.at, a.at), minus(c.at, a.at));
    let area = abx * acy - acx * aby;
    if area == 0.0 {
        return;
    }
    // Attributes are linear: constant steps per pixel to the right and down.
    let slopes = |of_a: f32, of_b: f32, of_c: f32| {
        let (ab, ac) = (of_b - of_a, of_c - of_a);
        [(ab * acy - ac * aby) / area, (ac * abx - ab * acx) / area]
    };
    let color = [0, 1, 2, 3].map(|i| slopes(a.color[i], b.color[i], c.color[i]));
    let (u, v) = (slopes(a.uv.x, b.uv.x, c.uv.x), slopes(a.uv.y, b.uv.y, c.uv.y));
    let is_flat = a.color == b.color && a.color == c.color;
    let is_textured = u != [0.0; 2] || v != [0.0; 2];
    let [width, height] = texture.size();
    let minified = (u[0] * width).hypot(v[0] * height).max((u[1] * width).hypot(v[1] * height)) > 1.01;
    let filter = texture.filter(minified);
    let plain = times(a.color, texture.read(a.uv, filter));

    for (row, span) in rows(&corners, clip) {
        let pixels = picture.row(row, span.clone());
        if is_flat && !is_textured {
            fill(pixels, plain);
            continue;
        }
        let (right, down) = (span.start as f32 + 0.5 - a.at[0], row as f32 + 0.5 - a.at[1]);
        for (step, pixel) in pixels.iter_mut().enumerate() {
            let right = right + step as f32;
            let along = |from: f32, slope: [f32; 2]| from + slope[0] * right + slope[1] * down;
            let texel = if is_textured {
                texture.read(Pos2::new(along(a.uv.x, u), along(a.uv.y, v)), filter)
            } else {
                [255.0; 4]
            };
            if texel == [0.0; 4] {
                continue;
            }
            let shade = if is_flat { a.color } else { [0, 1, 2, 3].map(|i| along(a.color[i], color[i])) };
            blend(pixel, times(shade, texel));
        }
    }
}

/// The pixels whose centre is in the triangle, row by row.
fn rows(corners: &[Corner; 3], clip: Rect) -> impl Iterator<Item = (usize, Range<usize>)> + use<> {
    // Edges always run downwards, so both triangles of a shared edge agree.
    let [a, b, c] = corners.map(|corner| corner.at);
    let edges = [(a, b), (b, c), (c, a)].map(|(p, q)| if (p[1], p[0]) <= (q[1], q[0]) { (p, q) } else { (q, p) });
    let top = a[1].min(b[1]).min(c[1]).max(clip.min.y);
    let bottom = a[1].max(b[1]).max(c[1]).min(clip.max.y);
    (first_middle(top)..first_middle(bottom)).filter_map(move |row| {
        let y = row as f32 + 0.5;
        let mut crossings = edges
            .iter()
            .filter(|(p, q)| p[1] <= y && y < q[1])
            .map(|(p, q)| p[0] + (y - p[1]) * ((q[0] - p[0]) / (q[1] - p[1])));
        let (one, other) = (crossings.next()?, crossings.next()?);
        let span = first_middle(one.min(other).max(clip.min.x))..first_middle(one.max(other).min(clip.max.x));
        (!span.is_empty()).then_some((row, span))
    })
}

/// The first pixel whose centre is at or after a position.
fn first_middle(at: f32) -> usize {
    (at - 0.5).ceil().max(0.0) as usize
}

fn fill(pixels: &mut [[u8; 4]], color: [f32; 4]) {
    if color[3] >= 254.5 {
        pixels.fill(color.map(|part| part.round() as u8));
    } else {
        for pixel in pixels {
            blend(pixel, color);
        }
    }
}

fn blend(pixel: &mut [u8; 4], color: [f32; 4]) {
    let rest = 1.0 - color[3] / 255.0;
    for (under, over) in pixel.iter_mut().zip(color) {
        // The conversion saturates: additive colours stop at white.
        *under = (over + f32::from(*under) * rest + 0.5) as u8;
    }
}

fn minus(a: [f32; 2], b: [f32; 2]) -> [f32; 2] {
    [a[0] - b[0], a[1] - b[1]]
}

fn times(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [0, 1, 2, 3].map(|i| a[i] * b[i] / 255.0)
}

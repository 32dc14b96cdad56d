//! The spacing of the figures on an axis.

/// The smallest step of the series 1, 2, 5, 10, 20 … that is at least `room`.
pub(in crate::chart) fn step(room: f32) -> u64 {
    let mut power = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            if (power * factor) as f32 >= room || power >= 10_000_000_000 {
                return power * factor;
            }
        }
        power *= 10;
    }
}

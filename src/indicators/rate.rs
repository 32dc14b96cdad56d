//! The share of a target that is reached (rule C10).

/// `delivered` in per cent of `target`: halves up, never capped, and never 100 while the target is missed.
/// `None` without a target, or with one of 0.
///
/// ```
/// use clefs::indicators::rate;
/// assert_eq!(rate(199, Some(200)), Some(99));
/// assert_eq!(rate(3, Some(2)), Some(150));
/// assert_eq!(rate(1, Some(0)), None);
/// ```
pub fn rate(delivered: u64, target: Option<u32>) -> Option<u64> {
    let target = u64::from(target.filter(|target| *target > 0)?);
    let rounded = (delivered.saturating_mul(200).saturating_add(target)) / (2 * target);
    Some(if delivered < target { rounded.min(99) } else { rounded })
}

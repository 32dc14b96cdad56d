//! Who comes first: what a title may claim of figures that are compared.
//!
//! A rounded figure is that of a range, so whoever leads by less than two ranges may in truth be second: then nobody is
//! named.

/// Who comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead<T> {
    /// More than any other.
    One(i64, T),
    /// Exactly as much as one other, and more than the rest.
    Two(i64, T, T),
    /// Nobody for sure.
    Nobody,
}

/// Who has the greatest figure. `within` is by how much a figure may differ from its count, if they are rounded.
pub fn lead<T>(figures: impl IntoIterator<Item = (i64, T)>, within: u32) -> Lead<T> {
    // Either way.
    let doubt = 2 * i64::from(within);
    let mut figures: Vec<(i64, T)> = figures.into_iter().collect();
    figures.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    let rivals = figures.iter().skip(1).take_while(|(n, _)| figures[0].0 - n <= doubt).count();
    let mut figures = figures.into_iter();
    match (figures.next(), figures.next()) {
        (Some((n, first)), _) if rivals == 0 => Lead::One(n, first),
        (Some((n, first)), Some((_, second))) if rivals == 1 && doubt == 0 => Lead::Two(n, first, second),
        _ => Lead::Nobody,
    }
}

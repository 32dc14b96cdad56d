//! Levels of detail: how finely needs and offers are broken down by type and place.
//!
//! Coarser levels merge cells (global recoding) so that fewer are small. With 3 + 4 women in two EPCI and a
//! threshold of 5, both cells would be suppressed; their département is published as 7.
//!
//! Owns which cells a level has and which cells a woman or unit counts in. Never decides what is published
//! (`release`).

use super::needs::{Location, Wish};

/// From the most detailed level to the coarsest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Epci,
    Departement,
    /// By type and by département, but not by both at once.
    Apart,
    Types,
    /// The total only.
    Total,
}

/// A place by which figures are broken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceKey {
    /// A département and everything in it; `None` where no département is noted.
    Departement(Option<&'static str>),
    /// Exactly the location noted.
    Location(Location),
}

impl PlaceKey {
    /// `None` where no département is noted.
    pub const fn departement(self) -> Option<&'static str> {
        match self {
            Self::Departement(departement) | Self::Location(Location { departement, .. }) => departement,
        }
    }
}

/// A cell of the table; `None` stands for all types, or all places.
pub type CellKey = (Option<Wish>, Option<PlaceKey>);

impl Level {
    pub(super) const ALL: [Self; 5] = [Self::Epci, Self::Departement, Self::Apart, Self::Types, Self::Total];

    /// Whether the level has this cell.
    pub(super) const fn has(self, (wish, place): CellKey) -> bool {
        match self {
            Self::Epci | Self::Departement => true,
            Self::Apart => wish.is_none() || place.is_none(),
            Self::Types => place.is_none(),
            Self::Total => wish.is_none() && place.is_none(),
        }
    }

    pub(super) fn place(self, location: Location) -> PlaceKey {
        if self == Self::Epci { PlaceKey::Location(location) } else { PlaceKey::Departement(location.departement) }
    }

    /// The cells that one woman or unit counts in.
    pub(super) fn keys(self, wish: Wish, location: Location) -> Vec<CellKey> {
        let place = Some(self.place(location));
        let mut keys = vec![(None, None)];
        match self {
            Self::Epci | Self::Departement => keys.extend([(Some(wish), None), (None, place), (Some(wish), place)]),
            Self::Apart => keys.extend([(Some(wish), None), (None, place)]),
            Self::Types => keys.push((Some(wish), None)),
            Self::Total => {}
        }
        keys
    }
}

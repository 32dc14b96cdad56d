//! How closely needs and offers are told apart: by type and place, each for itself, or not at all.
//!
//! Owns which figures a level has, and which of them one woman or unit is in. Decides nothing of
//! what may be said (`released`).

use super::needs::{Spot, Wish};

/// How closely needs may be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// By type and EPCI.
    Epci,
    /// By type and département.
    Departement,
    /// By type, and by département, each for itself.
    Apart,
    /// By type.
    Types,
    /// In all alone.
    Total,
}

/// A column of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// A département and all in it; none for wherever no département is noted.
    Departement(Option<&'static str>),
    /// Exactly what is noted.
    Spot(Spot),
}

impl Place {
    /// Its département; none for wherever none is noted.
    pub const fn departement(self) -> Option<&'static str> {
        match self {
            Self::Departement(departement) | Self::Spot(Spot { departement, .. }) => departement,
        }
    }
}

/// A figure of the table; none is all types, all places.
pub type Key = (Option<Wish>, Option<Place>);

impl Level {
    pub(super) const ALL: [Self; 5] = [Self::Epci, Self::Departement, Self::Apart, Self::Types, Self::Total];

    /// Whether it has such figures.
    pub(super) const fn has(self, (wish, place): Key) -> bool {
        match self {
            Self::Epci | Self::Departement => true,
            Self::Apart => wish.is_none() || place.is_none(),
            Self::Types => place.is_none(),
            Self::Total => wish.is_none() && place.is_none(),
        }
    }

    /// The place of a spot at this level.
    pub(super) fn place(self, spot: Spot) -> Place {
        if self == Self::Epci { Place::Spot(spot) } else { Place::Departement(spot.departement) }
    }

    /// The figures that one woman or unit is in.
    pub(super) fn keys(self, wish: Wish, spot: Spot) -> Vec<Key> {
        let place = Some(self.place(spot));
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

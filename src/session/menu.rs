//! The menus, in their order.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    /// What is done about cases, homes and organisations.
    Follow,
    Column,
    Charts,
    /// The pages.
    Go,
    View,
    Help,
}

impl Menu {
    pub const ALL: [Self; 8] =
        [Self::File, Self::Edit, Self::Follow, Self::Column, Self::Charts, Self::Go, Self::View, Self::Help];

    pub const fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::Follow => "menu-follow",
            Self::Column => "menu-column",
            Self::Charts => "menu-charts",
            Self::Go => "menu-go",
            Self::View => "menu-view",
            Self::Help => "menu-help",
        }
    }
}

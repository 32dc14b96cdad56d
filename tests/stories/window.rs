//! The window: what a user does, by visible label, and reads there.

mod actions;
mod acts;
mod alive;
mod backups;
mod clipboard;
mod closing;
mod confidential;
mod crossed;
pub mod desk;
mod drive;
mod entries;
mod figures;
mod files;
mod first_start;
mod frames;
mod pictures;
mod purging;
mod reports;
pub mod screen;
mod sealed;
mod settings;
mod striking;
mod sudden;
mod tables;
mod together;
mod week;

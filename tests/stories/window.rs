//! Stories of the window: what a person does there, by visible label, and what she reads.

mod actions;
mod alive;
mod closing;
mod confidential;
pub mod desk;
mod drive;
mod entries;
mod figures;
mod files;
mod first_start;
mod frames;
mod held;
mod pictures;
mod reports;
pub mod screen;
mod settings;
mod tables;

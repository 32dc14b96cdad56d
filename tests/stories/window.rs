//! Stories of the window: what a person does there, by visible label, and what she reads.

mod desk;
mod drive;
mod first_start;
mod pictures;

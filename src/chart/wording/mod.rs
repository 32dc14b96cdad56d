//! What charts say: their findings, rules and rows, in words.

pub mod cases;
pub mod finding;
pub mod supply;
pub mod tables;

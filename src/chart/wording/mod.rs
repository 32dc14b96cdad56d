//! The words on charts: findings, counting rules, notes, and the names of rows.

pub mod cases;
pub mod claim;
pub mod finding;
pub mod supply;
pub mod tables;
pub mod years;

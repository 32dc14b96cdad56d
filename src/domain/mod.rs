//! The model: records, their columns, the links between them, and who may see them.
//!
//! Pure: standard library, serde and chrono. No clock, no randomness, no disk, no wording.

pub mod association;
pub mod calendar;
pub mod check;
pub mod code;
mod column;
pub mod commitment;
pub mod committee;
pub mod commune;
pub mod context;
pub mod convention;
pub mod crossed;
pub mod dataset;
pub mod dwelling;
pub mod fold;
pub mod hidden;
pub mod id;
pub mod keyed;
pub mod kind;
pub mod landlord;
pub mod layout;
pub mod lens;
pub mod log;
pub mod message;
pub mod postponement;
pub mod projection;
pub mod proposal;
pub mod publication;
mod record;
pub mod referral;
pub mod relocation;
pub mod retention;
pub mod schema;
pub mod sector;
pub mod steps;
pub mod table;
pub mod training;
pub mod unit;
pub mod value;
pub mod view;

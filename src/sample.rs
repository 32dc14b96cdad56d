//! Made-up data. Stub.
use crate::domain::dataset::Dataset;
/// x
pub fn generate(_units: usize, _relocations: usize, _seed: u64) -> Dataset {
    Dataset::default()
}

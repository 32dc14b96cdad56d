//! Incomplete absorptions: without a day, not confirmed, or circular (rule C11).

use super::Findings;
use crate::domain::landlord::Landlord;
use crate::domain::lens::Lens;
use crate::domain::schema::Record;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    for landlord in &lens.dataset.landlords {
        if landlord.absorbed_by.is_none() {
            if landlord.absorbed_on.is_some() || landlord.absorption_confirmed {
                found.warn(landlord.cell(Landlord::KEYS.absorbed_by), "finding-absorption-successor");
            }
            continue;
        }
        if landlord.absorbed_on.is_none() {
            found.warn(landlord.cell(Landlord::KEYS.absorbed_on), "finding-absorption-day");
        }
        if !landlord.absorption_confirmed {
            found.warn(landlord.cell(Landlord::KEYS.absorption_confirmed), "finding-absorption-unconfirmed");
        }
        if is_in_circle(lens, landlord) {
            found.error(landlord.cell(Landlord::KEYS.absorbed_by), "finding-absorption-circle");
        }
    }
}

/// Whether the chain of successors leads back to the landlord itself.
fn is_in_circle(lens: &Lens, landlord: &Landlord) -> bool {
    std::iter::successors(landlord.absorbed_by, |row| lens.dataset.landlords.find(*row)?.absorbed_by)
        .take(lens.dataset.landlords.len())
        .any(|row| row == landlord.id())
}

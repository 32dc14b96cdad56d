//! Matching: a thousand needs and a thousand units, all of them waiting and free.

use std::error::Error;

use clefs::domain::dataset::Dataset;
use clefs::domain::lens::{Lens, Links};
use clefs::domain::table::Table;
use clefs::matching::{Criterion, Home, Match, assign, matched};
use clefs::sample;

use super::day;
use super::meter::{Meter, timed};

pub fn figures(meter: &mut Meter) -> Result<(), Box<dyn Error>> {
    let size = meter.size(1_000);
    let dataset = waiting(size)?;
    let links = Links::of(&dataset);
    let lens = Lens::new(&dataset, &links, day());
    let off = [false; Criterion::ALL.len()];
    println!("{} of {size} women are housed", assign(&lens, off).pairs.len());
    meter.figure("best assignment over all (beside the window)", Some(1000.0), 5, || {
        Ok(timed(|| assign(&lens, off)).1)
    })?;
    let case = dataset.relocations.iter().next().ok_or("no case")?;
    meter.figure("every unit for one case", Some(50.0), 11, || {
        let all = || -> Vec<Match> {
            dataset.units.iter().filter_map(|unit| matched(&lens, case, &Home::of(&lens, unit))).collect()
        };
        Ok(timed(all).1)
    })
}

/// The sample's units and cases before their first step but one.
fn waiting(size: usize) -> Result<Dataset, Box<dyn Error>> {
    let made = sample::generate(size, size, 1);
    let units = made.units.iter().map(|unit| {
        let mut unit = unit.clone();
        unit.published = unit.published.or(unit.promised).or(Some(day()));
        (unit.presented, unit.allocated, unit.offer_received, unit.lease_signed, unit.occupied) = Default::default();
        (unit.withdrawn, unit.deadline_passed, unit.works, unit.published_again) = Default::default();
        unit
    });
    let cases = made.relocations.iter().map(|case| {
        let mut case = case.clone();
        (case.unit, case.landlord, case.lease_signed, case.moved_in, case.exited) = Default::default();
        (case.accepted, case.suspended_from) = Default::default();
        case
    });
    Ok(Dataset {
        units: Table::from_rows(units.collect()).map_err(|_| "two units of one id")?,
        relocations: Table::from_rows(cases.collect()).map_err(|_| "two cases of one id")?,
        proposals: Table::default(),
        ..made
    })
}

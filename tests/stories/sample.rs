//! The sample: plausible, visibly fictitious, reproducible data.

use std::collections::HashSet;

use chrono::NaiveDate;
use clefs::domain::dataset::Dataset;
use clefs::domain::lens::{Lens, Links};
use clefs::domain::relocation::{CaseStep, Origin};
use clefs::domain::schema::{Record, TableId};
use clefs::domain::unit::{Channel, UnitStep};
use clefs::sample::generate;

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 7, 9).unwrap()
}

fn with_lens<T>(dataset: &Dataset, check: impl FnOnce(&Lens) -> T) -> T {
    check(&Lens::new(dataset, &Links::of(dataset), as_of()))
}

#[test]
fn the_same_seed_gives_the_same_dataset() {
    assert_eq!(generate(41, 60, 7), generate(41, 60, 7));
    assert_ne!(generate(41, 60, 7), generate(41, 60, 8));
}

#[test]
fn it_has_the_requested_size_and_is_marked_fictitious() {
    for (units, cases) in [(0, 0), (1, 1), (41, 60), (300, 20), (20, 300)] {
        let dataset = generate(units, cases, 1);
        assert_eq!((dataset.units.len(), dataset.relocations.len()), (units, cases));
        assert!(dataset.the_convention().fictitious);
        assert_eq!(dataset.the_convention().as_of, Some(as_of()));
        assert_eq!((dataset.landlords.len(), dataset.associations.len(), dataset.periods.len()), (17, 4, 3));
        let records: usize = TableId::ALL.iter().map(|table| dataset.table(*table).count()).sum();
        assert_eq!(dataset.history.len(), records, "one history entry per record");
        assert_eq!(dataset.naming(&|row| !dataset.contains(row)), [], "no reference dangles");
    }
}

#[test]
fn codes_are_unique() {
    let dataset = generate(500, 500, 3);
    assert_eq!(dataset.units.iter().map(|unit| &unit.code).collect::<HashSet<_>>().len(), 500);
    assert_eq!(dataset.relocations.iter().map(|case| &case.code).collect::<HashSet<_>>().len(), 500);
}

#[test]
fn the_default_sample_fills_the_dashboard() {
    for seed in 0..20 {
        let dataset = generate(41, 60, seed);
        with_lens(&dataset, |lens| {
            let dates = dataset.units.iter().filter(|u| u.channel == Channel::Platform).map(|unit| unit.dates(lens));
            let mut delivered = 0;
            let mut to_publish = 0;
            for dates in dates {
                match dates.taken(UnitStep::Published, as_of()) {
                    Some(_) if dates.date(UnitStep::Withdrawn).is_none() => delivered += 1,
                    None if dates.date(UnitStep::Works).is_none() => to_publish += 1,
                    _ => {}
                }
            }
            assert_eq!((delivered, to_publish), (21, 9));
            let leased = |origin| {
                let cases = dataset.relocations.iter().filter(|case| case.origin == origin);
                cases.filter(|case| case.dates(lens).taken(CaseStep::LeaseSigned, as_of()).is_some()).count()
            };
            assert_eq!([Origin::Referral, Origin::Platform, Origin::Outside].map(leased), [34, 8, 1]);
            let shown = dataset.units.iter().filter(|unit| unit.on_offer(lens)).count();
            assert_eq!(shown, 8, "six without a candidate, two republished");
        });
    }
}

#[test]
fn steps_are_in_order_and_no_completed_step_is_in_the_future() {
    let dataset = generate(800, 900, 5);
    let order = |dates: &[NaiveDate]| dates.windows(2).all(|pair| pair[0] <= pair[1]);
    with_lens(&dataset, |lens| {
        for unit in &dataset.units {
            let dates = unit.dates(lens);
            let steps: Vec<_> =
                dates.all().iter().filter(|(s, _)| *s != UnitStep::PublishedAgain).map(|s| s.1).collect();
            assert!(order(&steps), "{}: {:?}", unit.code, dates.all());
            let again = dates.date(UnitStep::PublishedAgain);
            assert!(
                again.is_none_or(|again| steps.iter().all(|step| *step <= again)),
                "{}: {:?}",
                unit.code,
                dates.all()
            );
            let to_come: Vec<_> = dates.all().iter().filter(|(_, date)| *date > as_of()).map(|step| step.0).collect();
            assert!(to_come.iter().all(|step| *step == UnitStep::Occupied), "{}: {to_come:?} to come", unit.code);
        }
        for case in &dataset.relocations {
            let dates = case.dates(lens);
            let course = [
                CaseStep::NeedSpotted,
                CaseStep::Referred,
                CaseStep::Acknowledged,
                CaseStep::Proposed,
                CaseStep::Caleol,
                CaseStep::OfferReceived,
                CaseStep::Accepted,
                CaseStep::LeaseSigned,
                CaseStep::MovedIn,
            ];
            let steps: Vec<_> = course.into_iter().filter_map(|step| dates.date(step)).collect();
            assert!(order(&steps), "{}: {:?}", case.code, dates.all());
            let to_come: Vec<_> = dates.all().iter().filter(|(_, date)| *date > as_of()).map(|step| step.0).collect();
            assert!(to_come.iter().all(|step| *step == CaseStep::MovedIn), "{}: {to_come:?} to come", case.code);
        }
    });
}

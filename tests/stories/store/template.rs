//! The template of 2021 contains what its signatories published, and nothing else.

use chrono::NaiveDate;
use clefs::domain::commitment::{Axis, Counting};
use clefs::domain::committee::MeetingState;
use clefs::domain::schema::TableId;
use clefs::store::{self, Standing, template};

/// The signatories, in the order of the founding document.
pub const LANDLORDS: [&str; 17] = [
    "Logis Métropole",
    "SIGH",
    "Vilogia",
    "Flandre Opale Habitat",
    "SIA Habitat",
    "3F Notre Logis",
    "LMH",
    "Logifim",
    "Norevie",
    "Maisons et Cités",
    "Pas-de-Calais habitat",
    "Clésence",
    "Partenord",
    "ICF Habitat Nord-Est",
    "Groupe Sambre Avesnois Immobilier",
    "SA HLM de l’Oise",
    "Fourmies Habitat",
];

fn day(y: i32, m: u32, d: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(y, m, d)
}

#[test]
fn it_is_a_valid_file_in_the_apps_own_format() {
    let contents = store::read(template::SOURCE.as_bytes()).unwrap();
    let written = store::write(&contents.dataset, contents.envelope.dataset, contents.envelope.save, &[]).unwrap().0;
    assert_eq!(String::from_utf8(written).unwrap(), template::SOURCE, "differs from the app's own format");
    assert_eq!(contents.standing, Standing::Sound);
    assert!(!contents.envelope.fictitious);
    assert_eq!(template::hauts_de_france_2021(), contents.dataset);
}

#[test]
fn it_lists_the_signatories() {
    let dataset = template::hauts_de_france_2021();
    let convention = dataset.the_convention();
    assert!(!convention.fictitious);
    assert_eq!(convention.signed_on, day(2021, 3, 25));
    assert_eq!(convention.union, "Union Régionale pour l’Habitat Hauts-de-France");
    assert!(convention.notes.contains("18 logements"));
    assert_eq!(dataset.landlords.iter().map(|l| l.name.as_str()).collect::<Vec<_>>(), LANDLORDS);
    assert!(dataset.landlords.iter().all(|landlord| landlord.joined == day(2021, 3, 25)));
    let associations: Vec<_> = dataset.associations.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(associations, ["Voix de nanas", "Solfa", "Louise Michel", "Havre"]);
}

#[test]
fn its_commitments_are_27_and_75_a_year_each_with_its_source() {
    let dataset = template::hauts_de_france_2021();
    let bounds: Vec<_> = dataset.periods.iter().map(|period| (period.starts, period.ends)).collect();
    assert_eq!(
        bounds,
        [
            (day(2021, 3, 25), day(2021, 12, 31)),
            (day(2022, 1, 1), day(2022, 12, 31)),
            (day(2023, 1, 1), day(2023, 12, 31)),
        ]
    );
    for period in &dataset.periods {
        let targets: Vec<_> = dataset
            .commitments
            .iter()
            .filter(|commitment| commitment.period == Some(period.id()))
            .map(|commitment| (commitment.axis, commitment.target, commitment.counting))
            .collect();
        let counts = |axis, target| (axis, Some(target), Counting::Counts);
        assert_eq!(targets, [counts(Axis::Units, 27), counts(Axis::Relocations, 75)]);
    }
    let training: Vec<_> = dataset.commitments.iter().filter(|c| c.axis == Axis::Training).collect();
    assert_eq!(training.len(), 1);
    assert_eq!((training[0].target, training[0].counting), (Some(945), Counting::Beside));
    assert_eq!(training[0].period, None);
    assert!(dataset.commitments.iter().all(|c| !c.source.is_empty() && c.landlord.is_none()));
}

#[test]
fn statements_without_a_published_breakdown_are_notes() {
    let dataset = template::hauts_de_france_2021();
    let notes: Vec<_> = dataset.landlords.iter().filter(|l| !l.notes.is_empty()).collect();
    assert_eq!(notes.len(), 2);
    assert!(notes.iter().any(|l| l.name == "ICF Habitat Nord-Est" && l.notes.contains("« 9 logements »")));
    assert!(notes.iter().any(|l| l.name == "Flandre Opale Habitat" && l.notes.contains("« 10 logements »")));
}

#[test]
fn the_first_committee_is_planned_and_nothing_else_is_recorded() {
    let dataset = template::hauts_de_france_2021();
    let committees: Vec<_> = dataset.committees.iter().map(|c| (c.held_on, c.state)).collect();
    assert_eq!(committees, [(day(2021, 4, 9), MeetingState::Planned)]);
    for table in [TableId::Units, TableId::Relocations, TableId::Referrals, TableId::Proposals, TableId::Trainings] {
        assert_eq!(dataset.table(table).count(), 0, "{}", table.key());
    }
    assert!(dataset.history.is_empty());
}

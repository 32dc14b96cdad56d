//! The invented organisations: the signatories, their commitments, committees and trainings.

use crate::domain::association::Association;
use crate::domain::commitment::{Axis, Commitment, Counting};
use crate::domain::committee::{Committee, CommitteeAction, CommitteeDecision, MeetingPlace, MeetingState};
use crate::domain::commune;
use crate::domain::convention::{Convention, Period};
use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;
use crate::domain::landlord::Landlord;
use crate::domain::schema::Record;
use crate::domain::sector::Sector;
use crate::domain::training::{Attendance, Training, TrainingPart};
use crate::domain::value::{Insee, Territory};

use super::cast::ROLES;
use super::{Making, as_of, day, table};

/// Everything except units, cases and their links.
pub(super) fn dataset(making: &mut Making) -> Dataset {
    let signed = day(2021, 3, 25);
    let convention = making.record(|convention: &mut Convention| {
        "Convention fictive d’exemple".clone_into(&mut convention.name);
        "Hauts-de-France".clone_into(&mut convention.region);
        "Union Exemple".clone_into(&mut convention.union);
        "Fédération Exemple".clone_into(&mut convention.federation);
        convention.signed_on = Some(signed);
        convention.fictitious = true;
        convention.as_of = Some(as_of());
        "Tout est inventé : organismes, ménages, logements et chiffres.".clone_into(&mut convention.notes);
    });
    let periods: Vec<Period> = [("2021", signed), ("2022", day(2022, 1, 1)), ("2023", day(2023, 1, 1))]
        .into_iter()
        .map(|(name, starts)| {
            making.record(|period: &mut Period| {
                name.clone_into(&mut period.name);
                period.starts = Some(starts);
                period.ends = name.parse().ok().map(|year| day(year, 12, 31));
            })
        })
        .collect();
    let landlords: Vec<Landlord> = ROLES
        .iter()
        .map(|role| {
            making.record(|landlord: &mut Landlord| {
                role.name.clone_into(&mut landlord.name);
                role.short.clone_into(&mut landlord.short_name);
                landlord.joined = Some(signed);
            })
        })
        .collect();
    let associations: Vec<Association> = ["Un", "Deux", "Trois", "Quatre"]
        .into_iter()
        .map(|name| {
            making.record(|association: &mut Association| {
                association.name = format!("Association {name}");
                name.clone_into(&mut association.short_name);
                association.joined = Some(signed);
            })
        })
        .collect();
    let (trainings, attendances) = trainings(&landlords, &associations, making);
    let (committees, decisions, actions) = committees(&landlords, &associations, making);
    Dataset {
        convention: table(vec![convention]),
        commitments: table(commitments(&periods, &landlords, making)),
        sectors: table(sectors(making)),
        periods: table(periods),
        landlords: table(landlords),
        associations: table(associations),
        trainings: table(trainings),
        attendances: table(attendances),
        committees: table(committees),
        decisions: table(decisions),
        actions: table(actions),
        ..Dataset::default()
    }
}

/// Regional targets for each year, shared out for 2021, and one announcement that does not count.
fn commitments(periods: &[Period], landlords: &[Landlord], making: &mut Making) -> Vec<Commitment> {
    let mut commitments = Vec::new();
    let mut add = |landlord: Option<RowId>, axis, period: &Period, target, source: &str, counting| {
        commitments.push(making.record(|commitment: &mut Commitment| {
            commitment.landlord = landlord;
            commitment.axis = axis;
            commitment.period = Some(period.id());
            commitment.target = Some(target);
            commitment.counting = counting;
            source.clone_into(&mut commitment.source);
            commitment.dated = Some(day(2021, 3, 25));
        }));
    };
    for period in periods {
        for (axis, target) in [(Axis::Units, 27), (Axis::Relocations, 75), (Axis::Training, 120)] {
            add(None, axis, period, target, "Convention fictive, article 2", Counting::Counts);
        }
    }
    if let [first, ..] = periods {
        for (role, landlord) in ROLES.iter().zip(landlords) {
            for (axis, target) in [Axis::Units, Axis::Relocations].into_iter().zip(role.targets) {
                if target > 0 {
                    add(Some(landlord.id()), axis, first, target, "Lettre fictive du bailleur", Counting::Counts);
                }
            }
        }
        if let Some(landlord) = landlords.get(3) {
            let source = "Annonce fictive, gardée à titre d’information";
            add(Some(landlord.id()), Axis::Relocations, first, 12, source, Counting::Beside);
        }
    }
    commitments
}

type Meetings = (Vec<Committee>, Vec<CommitteeDecision>, Vec<CommitteeAction>);

fn committees(landlords: &[Landlord], associations: &[Association], making: &mut Making) -> Meetings {
    let mut committee = |held_on, state, place| {
        making.record(|committee: &mut Committee| {
            committee.held_on = Some(held_on);
            committee.state = state;
            committee.place = Some(place);
        })
    };
    let first = committee(day(2021, 4, 9), MeetingState::Held, MeetingPlace::Video);
    let next = committee(as_of(), MeetingState::Planned, MeetingPlace::Both);
    let decisions =
        ["Les interpellations passent par une adresse unique.", "Point sur les logements chaque trimestre."]
            .into_iter()
            .map(|text| {
                making.record(|decision: &mut CommitteeDecision| {
                    decision.committee = Some(first.id());
                    text.clone_into(&mut decision.text);
                })
            })
            .collect();
    let mut action = |text: &str, landlord: Option<&Landlord>, association: Option<&Association>, due, done| {
        making.record(|action: &mut CommitteeAction| {
            action.committee = Some(first.id());
            text.clone_into(&mut action.text);
            action.landlord = landlord.map(Record::id);
            action.association = association.map(Record::id);
            action.due = Some(due);
            action.done = done;
        })
    };
    let actions = vec![
        action("Nommer un référent.", landlords.first(), None, day(2021, 5, 7), Some(day(2021, 4, 30))),
        action("Dire combien de logements suivront.", landlords.get(13), None, day(2021, 6, 30), None),
        action("Préparer la session de septembre.", None, associations.first(), day(2021, 9, 3), None),
    ];
    (vec![first, next], decisions, actions)
}

fn trainings(
    landlords: &[Landlord],
    associations: &[Association],
    making: &mut Making,
) -> (Vec<Training>, Vec<Attendance>) {
    let sessions = [
        (day(2021, 5, 18), TrainingPart::First),
        (day(2021, 6, 15), TrainingPart::First),
        (day(2021, 9, 14), TrainingPart::First),
        (day(2021, 11, 16), TrainingPart::Second),
    ];
    let mut trainings: Vec<Training> = Vec::new();
    let mut attendances = Vec::new();
    for ((held_on, part), association) in sessions.into_iter().zip(associations) {
        let training = making.record(|training: &mut Training| {
            training.held_on = Some(held_on);
            training.part = part;
            training.association = Some(association.id());
        });
        for landlord in landlords {
            for trade in ["Attribution", "Gérance"] {
                if making.happens(3) {
                    let people = making.random.u32(1..5);
                    attendances.push(making.record(|attendance: &mut Attendance| {
                        attendance.training = Some(training.id());
                        attendance.landlord = Some(landlord.id());
                        trade.clone_into(&mut attendance.trade);
                        attendance.people = Some(people);
                    }));
                }
            }
        }
        trainings.push(training);
    }
    (trainings, attendances)
}

/// Sectors of well over 50 000 inhabitants, made of whole EPCI.
fn sectors(making: &mut Making) -> Vec<Sector> {
    /// Names, and one commune of each EPCI.
    const SECTORS: [(&str, &[&str]); 4] = [
        ("Secteur Exemple Métropole", &["59350"]),
        ("Secteur Exemple Littoral", &["59183", "62193"]),
        ("Secteur Exemple Bassin", &["62498", "62119"]),
        ("Secteur Exemple Sud", &["80021", "60057"]),
    ];
    SECTORS
        .into_iter()
        .map(|(name, communes)| {
            let epci =
                |insee: &&str| commune::find(&Insee((*insee).to_owned())).map(|c| Territory::Epci(c.epci.to_owned()));
            making.record(|sector: &mut Sector| {
                name.clone_into(&mut sector.name);
                sector.communes = communes.iter().filter_map(epci).collect();
            })
        })
        .collect()
}

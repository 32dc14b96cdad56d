//! Free text that looks like it names a person or an address.

use clefs::domain::schema::TableId::{
    Associations, Committees, Convention, Decisions, Landlords, Relocations, Sectors, Units,
};
use clefs::words::{Lang, Words};

use super::{findings, valid, warning};

#[test]
fn personal_looking_text_is_reported_and_never_repeated() {
    let cases = [
        ("finding-personal-email", "écrire à prenom.nom@exemple.fr"),
        ("finding-personal-phone", "joindre au 06 12 34 56 78"),
        ("finding-personal-phone", "tél.0612345678, le soir"),
        ("finding-personal-phone", "+33 6.12.34.56.78"),
        ("finding-personal-phone", "00 33 (0)6 12 34 56 78"),
        ("finding-personal-address", "loge au 12 rue des Fictions"),
        ("finding-personal-address", "12 bis, place de la Fiction"),
        ("finding-personal-address", "près de la rue Imaginaire"),
        ("finding-personal-address", "quitte le 4 cours d’Inventée"),
        ("finding-personal-name", "vu avec Mme Fictive"),
        ("finding-personal-name", "appel de M. IMAGINAIRE"),
        ("finding-personal-name", "Nadia Dupont"),
        ("finding-personal-name", "Mme Nadia B."),
        ("finding-personal-name", "MME DUPONT"),
        ("finding-personal-name", "mme dupont"),
        ("finding-personal-name", "M.Dupont"),
        ("finding-personal-name", "Madame dupont a appelé"),
        ("finding-personal-name", "fils Léo 6 ans"),
        ("finding-personal-name", "Ex-conjoint : Karim"),
        ("finding-personal-name", "sa sœur Karima l’héberge"),
        ("finding-personal-name", "Dr Martin hôpital de Lens"),
        ("finding-personal-phone", "06-12-34-56-78"),
        ("finding-personal-phone", "0612345678"),
        ("finding-personal-phone", "+33 6 12 34 56 78"),
        ("finding-personal-phone", "06  12  34  56  78"),
        ("finding-personal-phone", "06 / 12 / 34 / 56 / 78"),
        ("finding-personal-email", "nadia.b@exemple.fr"),
        ("finding-personal-email", "nadia.b arobase exemple.fr"),
        ("finding-personal-address", "12 rue Victor Hugo"),
        ("finding-personal-address", "12, r. Victor Hugo"),
        ("finding-personal-address", "Résidence des Lilas, apt 12"),
        ("finding-personal-address", "bât. C porte 14"),
        ("finding-personal-address", "12 place de la mairie"),
        ("finding-personal-address", "lot. Les Acacias n° 7"),
        ("finding-personal-address", "chez sa sœur à Wattrelos"),
        ("finding-personal-school", "école Jean Moulin"),
        ("finding-personal-school", "au collège privé Saint-Luc, puis au lycée de Lens"),
        ("finding-personal-number", "059123456789012345"),
        ("finding-personal-number", "n° 059 1234 5678 9012 345"),
        ("finding-personal-number", "1 90 03 59 350 123 45"),
        ("finding-personal-birth", "née le 12/03/1990"),
        ("finding-personal-birth", "DDN : 12/03/1990"),
    ];
    for (key, text) in cases {
        let mut b = valid();
        b.set(Relocations, "R01", "notes", text);
        let found = findings(&b);
        assert_eq!(found.iter().map(|f| f.message.key).collect::<Vec<_>>(), [key], "{text}");
        let message = format!("{:?}", found[0].message);
        let words = Words::new(Lang::Fr);
        for word in text.split_whitespace().filter(|word| word.len() > 3) {
            assert!(!message.contains(word) && !words.say(&found[0].message).contains(word), "{word} in {message}");
        }
    }
}

/// What would be struck out of a note that has a finding.
fn passage(text: &str) -> Option<String> {
    let mut b = valid();
    b.set(Relocations, "R01", "notes", text);
    clefs::domain::check::passage(b.dataset(), findings(&b).first()?)
}

#[test]
fn only_the_passage_that_was_found_would_be_struck_out() {
    for (text, found) in [
        ("vu avec Mme Fictive, à rappeler", "Mme Fictive"),
        ("T3 souhaité. Joindre au 06 12 34 56 78 le soir", "06 12 34 56 78"),
        ("depuis le 3 mai, +33 6.12.34.56.78.", "+33 6.12.34.56.78"),
        ("loge au 12 rue des Fictions, part en juin", "12 rue des Fictions"),
        ("visite du centre Pierre Curie ; Nadia Dupont l’accompagne", "Nadia Dupont"),
        ("elle a trois enfants, fils Léo 6 ans", "fils Léo"),
        ("hébergée chez sa sœur à Wattrelos", "chez sa sœur à Wattrelos"),
        ("écrire à prenom.nom@exemple.fr\nT2", "prenom.nom@exemple.fr"),
        ("vu Mme Nadia Dupont, sa fille Léa", "Mme Nadia Dupont"),
        ("n° 1 90 03 59 350 123 45 transmis", "1 90 03 59 350 123 45"),
        ("née le 12 mars 1990", "née le 12 mars 1990"),
        ("majeure, née le 12/03/1990 à Lens, DALO", "née le 12/03/1990 à Lens"),
    ] {
        assert_eq!(passage(text).as_deref(), Some(found), "{text}");
    }
    assert_eq!(passage("T3 souhaité"), None);
    // A code is no passage to strike out: it would go from its own record too.
    let mut b = valid();
    b.set(Landlords, "Alpha", "short_name", "R-7KQ4M");
    let [finding] = &findings(&b)[..] else { panic!("one finding") };
    assert_eq!(clefs::domain::check::passage(b.dataset(), finding), None);
}

#[test]
fn everyday_text_does_not_look_personal() {
    let texts = [
        "relance le 09/04/2021 à 14 h 30",
        "loyer 512,40 € pour 45 m², 2 places de parking",
        "1 place en CHRS, cours de français deux fois par semaine",
        "dossier n° 3 sur 12, route longue",
        "M. le maire prévenu ; madame la directrice aussi",
        "Madame refuse le T2 ; Mme n’a pas de véhicule. Madame, jointe hier, rappellera",
        "hébergée chez sa sœur, avec ses trois enfants",
        "appartement 3 pièces, bâtiment neuf, porte d’entrée à refaire",
        "résidence sociale ou foyer Louise Michel, école à proximité. Elle préfère le collège",
        "12 places de stationnement, 3 cours du soir, 1 place de parking",
        "elle ne le 12 au matin ni en 2021, naît un besoin",
        "mère RSA, fille et fils. Demande complète",
        "DALO n° 123456, dossier 2021-000123, SIREN 200 093 201",
        "10 000 000 d’habitants, 2021-2022",
        "@ faire : rappeler",
    ];
    for text in texts {
        let mut b = valid();
        b.set(Relocations, "R01", "notes", text);
        assert_eq!(findings(&b), [], "{text}");
    }
}

#[test]
fn every_text_of_every_table_is_checked() {
    warning(Units, "notes", "finding-personal-name", |b| b.set(Units, "U01", "notes", "Mme Fictive"));
    warning(Landlords, "notes", "finding-personal-phone", |b| b.set(Landlords, "Alpha", "notes", "01 23 45 67 89"));
    warning(Relocations, "code", "finding-personal-name", |b| b.set(Relocations, "R01", "code", "Mme Fictive"));
    // Visible to everyone: a person's name would leave with the committee's file.
    warning(Landlords, "short_name", "finding-personal-name", |b| {
        b.set(Landlords, "Alpha", "short_name", "Mme Fictive");
    });
    warning(Landlords, "aliases", "finding-personal-name", |b| b.set(Landlords, "Alpha", "aliases", "Alfa, M. Fictif"));
    warning(Convention, "union", "finding-personal-email", |b| {
        b.set(Convention, "Convention fictive", "union", "nom@exemple.fr");
    });
    warning(Sectors, "name", "finding-personal-address", |b| {
        b.add(Sectors, "12 rue des Fictions", &[("communes", "c59350")]);
    });
    // The landlord's own reference is for the office only, but an address does not belong there either.
    warning(Units, "landlord_ref", "finding-personal-address", |b| {
        b.set(Units, "U01", "landlord_ref", "12 rue des Fictions");
    });
}

#[test]
fn ordinary_organisation_names_are_not_reported() {
    for name in ["Louise Michel", "3F Notre Logis", "Maison Rose", "L’Escale", "Habitat 62-59", "Logis 2021"] {
        let mut b = valid();
        b.set(Landlords, "Alpha", "short_name", name);
        b.set(Associations, "Association Un", "name", name);
        assert_eq!(findings(&b), [], "{name}");
    }
}

/// The findings for a committee decision.
fn of_decision(text: &str) -> Vec<(&'static str, String)> {
    let mut b = valid();
    let committee = b.add(Committees, "", &[("held_on", "2021-07-09"), ("state", "held")]);
    b.name(committee, "comité");
    b.add(Decisions, "", &[("committee", "comité"), ("text", text)]);
    let words = Words::new(Lang::Fr);
    findings(&b).iter().map(|finding| (finding.message.key, words.say(&finding.message))).collect()
}

#[test]
fn codes_are_reported_in_public_texts() {
    let cases = [
        ("finding-case-code", "relancer pour R-7KQ4M", "7KQ4M"),
        ("finding-case-code", "(r-7kq4m/suite)", "7kq4m"),
        ("finding-case-code", "dossier-R‑7KQ4M-bis", "7KQ4M"),
        ("finding-unit-code", "L-0147 : attribué", "0147"),
        ("finding-unit-code", "voir l–10147, l’autre aussi", "10147"),
    ];
    for (key, text, code) in cases {
        let found = of_decision(text);
        assert_eq!(found.iter().map(|(key, _)| *key).collect::<Vec<_>>(), [key], "{text}");
        assert!(!found[0].1.contains(code), "{}", found[0].1);
    }
    for text in ["CCH R.441-10 et L. 441-3", "R-441-10 ou L-1110-5", "XR-7KQ4M, R-7KQ4, R-7KQ4MM, L-147, HAL-0147"] {
        assert_eq!(of_decision(text), [], "{text}");
    }
    // The office's own notes may contain them.
    let mut b = valid();
    b.set(Units, "U01", "notes", "R-7KQ4M");
    b.set(Relocations, "R01", "notes", "L-0147");
    b.set(Units, "U01", "code", "L-0147");
    b.set(Relocations, "R01", "code", "R-7KQ4M");
    assert_eq!(findings(&b), []);
}

#[test]
fn invisible_characters_are_reported_in_any_text() {
    for hidden in ["a\0b", "\u{1b}[31m", "a\u{202e}b", "a\u{2066}b\u{2069}", "a\u{200b}b", "\u{feff}a"] {
        let look = |table, name: &'static str, column| {
            warning(table, column, "finding-hidden-characters", |b| b.set(table, name, column, hidden));
        };
        look(Landlords, "Alpha", "short_name");
        look(Landlords, "Alpha", "aliases");
        look(Units, "U01", "code");
        look(Relocations, "R01", "notes");
    }
    let mut b = valid();
    b.set(Relocations, "R01", "notes", "deux\r\nlignes,\tune tabulation\u{a0}; 👩\u{200d}👧");
    assert_eq!(findings(&b), []);
}

#[test]
fn drafts_and_views_are_checked() {
    use std::collections::BTreeSet;

    use clefs::domain::check::{FindingPlace, Severity};
    use clefs::domain::dataset::Draft;
    use clefs::domain::view::{Filter, NamedView, Test};

    use super::AS_OF;
    use crate::build::look;

    let column = |key| crate::build::key(Relocations, key);
    let b = valid();
    let row = b.row("R01");
    let mut dataset = b.dataset().clone();
    let draft = Draft { table: Relocations, row, column: column("landlord"), text: "Mme Fictive".to_owned() };
    dataset.drafts = [draft].into_iter().collect();
    let view = |name: &str| NamedView {
        name: name.to_owned(),
        table: Relocations,
        search: String::new(),
        filters: Vec::new(),
        sort: Vec::new(),
        hidden: Vec::new(),
    };
    let filter = |test| vec![Filter { column: column("notes"), test }];
    let one_of = Test::OneOf(BTreeSet::from(["née le 12/03/1990".to_owned()]));
    let views = [
        view("À rappeler"),
        NamedView { table: Units, ..view("À publier") },
        view("Nadia Dupont"),
        NamedView { search: "06 12 34 56 78".to_owned(), ..view("tél.") },
        NamedView { filters: filter(Test::Contains("rue Imaginaire".to_owned())), ..view("rue") },
        NamedView { filters: filter(one_of), ..view("âge") },
    ];
    dataset.views = views.into_iter().collect();
    let found = look(&dataset, AS_OF, clefs::domain::check::check);
    let seen: Vec<_> = found
        .iter()
        .filter(|finding| finding.severity == Severity::Warning)
        .map(|finding| (finding.place.clone(), finding.message.key))
        .collect();
    let at = |number| FindingPlace::View { table: Relocations, number };
    let cell = clefs::domain::id::CellRef { table: Relocations, row, column: column("landlord") };
    assert_eq!(
        seen,
        [
            (FindingPlace::Cell(cell), "finding-personal-name"),
            (at(2), "finding-personal-birth"),
            (at(3), "finding-personal-name"),
            (at(4), "finding-personal-address"),
            (at(5), "finding-personal-phone"),
        ]
    );
}

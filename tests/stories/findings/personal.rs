//! Free text that looks like it names a person or an address.

use clefs::domain::schema::TableId::{Landlords, Relocations, Units};

use clefs::words::{Lang, Words};

use super::{findings, sound, warning};

#[test]
fn free_text_that_looks_personal_is_named_and_never_repeated() {
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
    ];
    for (key, text) in cases {
        let mut b = sound();
        b.set(Relocations, "R01", "notes", text);
        let found = findings(&b);
        assert_eq!(found.iter().map(|f| f.message.key).collect::<Vec<_>>(), [key], "{text}");
        let said = format!("{:?}", found[0].message);
        let words = Words::new(Lang::Fr);
        for word in text.split_whitespace().filter(|word| word.len() > 3) {
            assert!(!said.contains(word) && !words.say(&found[0].message).contains(word), "{word} in {said}");
        }
    }
}

#[test]
fn everyday_text_does_not_look_personal() {
    let texts = [
        "relance le 09/04/2021 à 14 h 30",
        "loyer 512,40 € pour 45 m², 2 places de parking",
        "1 place en CHRS, cours de français deux fois par semaine",
        "dossier n° 3 sur 12, route longue",
        "M. le maire prévenu ; madame la directrice aussi",
        "10 000 000 d’habitants, 2021-2022",
        "@ faire : rappeler",
    ];
    for text in texts {
        let mut b = sound();
        b.set(Relocations, "R01", "notes", text);
        assert_eq!(findings(&b), [], "{text}");
    }
}

#[test]
fn personal_text_is_looked_for_in_notes_of_every_table_and_in_texts_about_persons() {
    warning(Units, "notes", "finding-personal-name", |b| b.set(Units, "U01", "notes", "Mme Fictive"));
    warning(Landlords, "notes", "finding-personal-phone", |b| b.set(Landlords, "Alpha", "notes", "01 23 45 67 89"));
    warning(Relocations, "code", "finding-personal-name", |b| b.set(Relocations, "R01", "code", "Mme Fictive"));
    // The landlord's own reference is an address by nature, and for the office only.
    let mut b = sound();
    b.set(Units, "U01", "landlord_ref", "12 rue des Fictions");
    assert_eq!(findings(&b), []);
}

//! Errors in a file are reported with their position, in words, and never panic.

use std::fmt::Write as _;
use std::io::Write as _;

use clefs::domain::dataset::{Dataset, Draft};
use clefs::domain::id::RowId;
use clefs::domain::schema::TableId;
use clefs::domain::unit::Unit;
use clefs::domain::view::NamedView;
use clefs::store::{self, Disk, OpenError, Standing};
use clefs::words::{Lang, Words};
use sha2::{Digest, Sha256};

use super::{Home, bytes_of, case, changed, in_french, small};

/// The small file with a replacement.
fn with(from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(bytes_of(&changed(&small(), "x"))).unwrap();
    assert!(text.contains(from), "{from} is not in {text}");
    text.replacen(from, to, 1).into_bytes()
}

/// The error of opening those bytes, in French.
fn error_of(bytes: &[u8]) -> String {
    let error = store::read(bytes).expect_err("the file is refused");
    let message = in_french(&error.message());
    let english = Words::new(Lang::En).say(&error.message());
    assert!(!message.contains("store-") && !english.contains("store-"), "a text is missing: {message} / {english}");
    assert!(!message.contains("{$") && !english.contains("{$"), "an argument is missing: {message} / {english}");
    message
}

#[test]
fn an_invalid_record_is_reported_by_line_table_record_and_field() {
    for (from, to, expected) in [
        (
            "41250",
            "NaN",
            "Ligne 10, table units, fiche 5, champ rent : valeur impossible ; attendu : un montant entier, en centimes.",
        ),
        ("41250", "412.50", "Ligne 10, table units, fiche 5, champ rent :"),
        ("41250", "\"x\"", "Ligne 10, table units, fiche 5, champ rent : valeur impossible"),
        ("41250", "99999999999999999999", "Ligne 10, table units, fiche 5, champ rent : valeur impossible"),
        (
            "2021-04-09",
            "2021-02-30",
            "Ligne 10, table units, fiche 5, champ published : valeur impossible ; attendu : une date qui existe, écrite AAAA-MM-JJ.",
        ),
        ("2021-04-09", "9/4/21", "Ligne 10, table units, fiche 5, champ published : valeur impossible"),
        (
            "fictive\", fictitious: true",
            "fictive\", fictitious: yes",
            "Ligne 4, table convention, fiche 1, champ fictitious : valeur impossible ; attendu : true ou false.",
        ),
        ("rent: 41250", "loyer: 41250", "Ligne 10, table units, fiche 5 : « loyer » n’existe pas."),
        (
            "rent: 41250",
            "rent: 41250, rent: 1",
            "Ligne 10, table units, fiche 5, champ rent : « rent » figure deux fois.",
        ),
        (
            "rent: 41250",
            "energy: H",
            "Ligne 10, table units, fiche 5, champ energy : valeur impossible ; attendu : l’un des choix prévus.",
        ),
        ("units: [", "logements: [", "Ligne 9 : « logements » n’existe pas."),
        (
            "landlord: 3",
            "landlord: 9",
            "Ligne 10, table units, fiche 5, champ landlord : désigne la fiche 9, qui n’existe pas.",
        ),
        ("landlord: 3", "landlord: 7", "désigne la fiche 7, qui n’existe pas."),
        (
            "(id: 7",
            "(id: 5",
            "Ligne 13, table relocations, fiche 5 : cet identifiant est déjà celui d’une autre fiche.",
        ),
        ("(id: 5,", "(id: 5), (id: 5,", "table units, fiche 5 : cet identifiant est déjà celui d’une autre fiche."),
        ("(id: 3, ", "(", "Fichier, table landlords : une fiche n’a pas d’identifiant."),
        ("(id: 3, ", "(id: -3, ", "Ligne 7, table landlords"),
        ("column: \"notes\"", "column: \"nom\"", "Ligne 16, table history, fiche 5, champ change : valeur impossible"),
        ("by: \"Camille\", ", "", "table history"),
        ("name: \"Bailleur Alpha\"", "name: \"Bailleur Alpha", "Ligne"),
        (
            "\"Bailleur Alpha\"",
            "[\"a\", (\"b\"), {1: 2}]",
            "Ligne 7, table landlords, fiche 3, champ name : valeur impossible ; attendu : un texte entre guillemets.",
        ),
    ] {
        let error = error_of(&with(from, to));
        assert!(error.contains(expected), "{from} -> {to}: {error}\nexpected: {expected}");
        assert!(!error.contains("Alpha") && !error.contains("Camille"), "a value is disclosed: {error}");
    }
}

#[test]
fn a_draft_or_view_of_an_unknown_column_is_refused() {
    let refusal = |change: fn(&mut Dataset)| {
        let mut dataset = small();
        change(&mut dataset);
        error_of(&bytes_of(&dataset))
    };
    let draft = refusal(|dataset| {
        let (table, row, column) = (TableId::Landlords, RowId::from_random(3), Unit::KEYS.rent);
        dataset.drafts = [Draft { table, row, column, text: "douze".to_owned() }].into_iter().collect();
    });
    assert!(draft.contains("table drafts : « rent » n’existe pas"), "{draft}");
    let view = refusal(|dataset| {
        let (name, table, hidden) = ("Vue".to_owned(), TableId::Landlords, vec![Unit::KEYS.surface]);
        let view = NamedView { name, table, search: String::new(), filters: vec![], sort: vec![], hidden };
        dataset.views = [view].into_iter().collect();
    });
    assert!(view.contains("table views : « surface » n’existe pas"), "{view}");
}

#[test]
fn a_file_of_another_kind_is_recognised_by_its_first_bytes() {
    let text = String::from_utf8(bytes_of(&small())).unwrap();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin1: Vec<u8> = with("Bailleur Alpha", "Bailleur \u{e9}").into_iter().filter(|byte| *byte != 0xC3).collect();
    for (bytes, expected) in [
        (Vec::new(), "Le fichier est vide."),
        (utf16.clone(), "n’est pas du texte UTF-8"),
        ([b"\xFF\xFE".to_vec(), utf16].concat(), "n’est pas du texte UTF-8"),
        (b"\xFE\xFF\0(\0e".to_vec(), "n’est pas du texte UTF-8"),
        (b"(envelope:\0".to_vec(), "n’est pas du texte UTF-8"),
        (latin1, "n’est pas du texte UTF-8"),
        (b"\xFF\xD8\xFF\xE0 JFIF".to_vec(), "n’est pas un fichier de Clefs"),
        (b"PK\x03\x04".to_vec(), "n’est pas un fichier de Clefs"),
        (b"bailleur;logements\n".to_vec(), "n’est pas un fichier de Clefs"),
        (vec![b' '; 4096], "n’est pas un fichier de Clefs"),
        (b"()".to_vec(), "n’est pas un fichier de Clefs"),
        (text.as_bytes()[..80].to_vec(), "l’enveloppe"),
        (with("dataset: \"", "dataset: \"zz"), "l’enveloppe"),
        (with("format: 1", "format: un"), "l’enveloppe"),
        (with("format: 1", "format: 0"), "au format 0, qui n’existe pas"),
        ([b"(envelope: ".to_vec(), vec![b' '; 4096], text.clone().into_bytes()].concat(), "l’enveloppe"),
    ] {
        let error = error_of(&bytes);
        assert!(error.contains(expected), "{error}\nexpected: {expected}");
    }
}

#[test]
fn a_truncated_file_is_never_opened() {
    let bytes = bytes_of(&changed(&small(), "x"));
    // Only a line end follows the last bracket.
    let whole = bytes.len() - 1;
    for end in 0..whole {
        let error = store::read(&bytes[..end]).expect_err("the file is refused");
        assert!(!in_french(&error.message()).is_empty());
    }
    let cut = |end: usize| error_of(&bytes[..end]);
    assert!(cut(whole - 2).contains("coupé avant sa fin"), "{}", cut(whole - 2));
    assert!(cut(whole / 2).contains("coupé avant sa fin"), "{}", cut(whole / 2));
    assert_eq!(store::read(&bytes[..whole]).unwrap().standing, Standing::Edited);
}

#[test]
fn a_flipped_bit_is_always_detected() {
    let bytes = bytes_of(&changed(&small(), "x"));
    let sound = store::read(&bytes).unwrap();
    assert_eq!(sound.standing, Standing::Sound);
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[place] ^= 1 << bit;
            match store::read(&flipped) {
                Ok(contents) => match contents.standing {
                    Standing::Sound => panic!("bit {bit} of byte {place} is undetected"),
                    Standing::Edited => {}
                    Standing::Newer { .. } => assert_eq!(contents.dataset, sound.dataset),
                },
                Err(error) => assert!(!in_french(&error.message()).contains("store-")),
            }
        }
    }
}

#[test]
fn a_duplicate_table_is_refused_even_if_the_halves_are_read_in_parallel() {
    for notes in ["x".to_owned(), "x".repeat(2_000)] {
        let text = String::from_utf8(bytes_of(&changed(&small(), &notes))).unwrap();
        let first = "\n landlords: [\n  (id: 901, name: \"Bailleur Oméga\"),\n ],";
        for twice in [
            text.replacen("\n landlords: [", &format!("{first}\n landlords: ["), 1),
            text.replacen("\n),\n)\n", &format!("{first}\n),\n)\n"), 1),
        ] {
            assert_eq!(twice.matches("\n landlords: [").count(), 2);
            let error = store::read(twice.as_bytes()).expect_err("the file is refused");
            assert!(in_french(&error.message()).contains("landlords"), "{}", in_french(&error.message()));
        }
    }
}

#[test]
fn a_file_edited_by_hand_opens_with_a_warning() {
    let bytes = with("Bailleur Alpha", "Bailleur Bêta");
    let contents = store::read(&bytes).unwrap();
    assert_eq!(contents.standing, Standing::Edited);
    assert!(in_french(&contents.standing.message().unwrap()).contains("modifié hors de Clefs"));
    assert_eq!(contents.dataset.landlords.iter().next().unwrap().name, "Bailleur Bêta");
    assert_eq!(Standing::Sound.message(), None);
}

#[test]
fn comments_and_raw_texts_of_a_file_written_by_hand_do_not_hide_the_line_of_an_error() {
    let text = String::from_utf8(with("41250", "NaN")).unwrap();
    let line = |error: &str| error.split(',').next().unwrap_or_default().to_owned();
    assert_eq!(line(&error_of(text.as_bytes())), "Ligne 10");
    let commented = text.replacen("\n units: [", "\n // units: [ (id: 1)\n /* landlords: [ */\n units: [", 1);
    assert_eq!(line(&error_of(commented.as_bytes())), "Ligne 12");
    let raw = text.replacen("notes: \"x\"", "notes: r#\"(id: 5, rent: \"x\"\"#", 1);
    assert_ne!(raw, text);
    assert!(error_of(raw.as_bytes()).contains("table units, fiche 5, champ rent"));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_edits_by_hand() {
    let bytes = bytes_of(&small());
    let marked = [b"\xEF\xBB\xBF".to_vec(), bytes.clone()].concat();
    let windows = String::from_utf8(bytes).unwrap().replace('\n', "\r\n").into_bytes();
    for edited in [marked, windows] {
        let contents = store::read(&edited).unwrap();
        assert_eq!((contents.dataset, contents.standing), (small(), Standing::Edited));
    }
}

#[test]
fn a_newer_format_opens_read_only_or_is_reported() {
    let contents = store::read(with("format: 1", "format: 2")).unwrap();
    assert_eq!(contents.standing, Standing::Newer { found: 2, known: store::FORMAT });
    assert!(in_french(&contents.standing.message().unwrap()).contains("lecture seule"));
    for newer in [
        resealed(&String::from_utf8(with("format: 1", "format: 2")).unwrap().replace("rent: 41250", "loyer: 41250")),
        resealed(
            &String::from_utf8(with("format: 1", "format: 2")).unwrap().replace("parents: []", "parents: [], of: 3"),
        ),
    ] {
        let error = store::read(newer.as_bytes()).unwrap_err();
        assert!(matches!(error, OpenError::Newer { found: 2, known: 1, .. }), "{error:?}");
        assert!(in_french(&error.message()).contains("version plus récente"));
    }
}

/// The text with the checksum that its version would have written.
fn resealed(text: &str) -> String {
    let start = text.find("checksum: \"").unwrap() + "checksum: \"".len();
    let (before, after) = (&text[..start], &text[start + 64..]);
    let digits = Sha256::digest(after.as_bytes()).iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    format!("{before}{digits}{after}")
}

#[test]
fn a_newer_file_that_was_edited_is_refused_and_a_sound_one_is_read() {
    let sound = store::read(case("newer.ron")).unwrap();
    assert_eq!(sound.standing, Standing::Newer { found: 2, known: store::FORMAT });
    // Five dates were taken out: its figures are wrong.
    let error = store::read(case("newer-format-wrong-figure.ron")).unwrap_err();
    assert_eq!(error, OpenError::NewerEdited { found: 2, known: store::FORMAT });
    assert!(in_french(&error.message()).contains("ses chiffres pourraient être faux"));
}

#[test]
fn deep_nesting_is_refused_without_recursion() {
    for open in ["(", "[", "{", "Some(", "/*"] {
        let deep = with("41250", &open.repeat(200_000));
        let error = store::read(&deep).unwrap_err();
        assert!(matches!(error, OpenError::Malformed(_)), "{error:?}");
    }
}

#[test]
fn a_hundred_megabytes_of_spaces_are_not_read() {
    let home = Home::new();
    let mut file = std::fs::File::create(home.file()).unwrap();
    file.write_all(&[b' '; 4096]).unwrap();
    file.set_len(100_000_000).unwrap();
    assert_eq!(store::open(&Disk, &home.file()), Err(OpenError::NotClefs));
    assert_eq!(store::peek(&Disk, &home.file(), &store::Keys::default()), Err(OpenError::NotClefs));
}

#[test]
fn a_path_that_is_not_a_file_is_reported() {
    let home = Home::new();
    let folder = store::open(&Disk, &home.files()).unwrap_err();
    let absent = store::open(&Disk, &home.file()).unwrap_err();
    assert!(matches!(folder, OpenError::Disk(_)));
    assert!(in_french(&absent.message()).contains("introuvable"));
}

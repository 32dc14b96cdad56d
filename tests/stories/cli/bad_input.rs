//! Bad input: a clear message on standard error with the file and the position, never a panic.

use super::{Home, PASSPHRASE, counted, small, small_with};

/// The error that every command gives for these bytes; the file's name comes first.
fn error_of(bytes: &[u8]) -> String {
    let home = Home::with("x.ron", bytes);
    let error = home.fail(&["figures", "x.ron"]);
    for args in [
        &["check", "x.ron"][..],
        &["chart", "x.ron", "units", "--out", "x.svg"],
        &["export", "x.ron", "units", "--out", "x.csv"],
        &["export", "x.ron", "units", "--audience", "committee", "--out", "x.csv"],
    ] {
        assert_eq!(home.fail(args), error, "{args:?}");
    }
    assert!(error.starts_with("clefs: x.ron: "), "{error}");
    assert_eq!(home.read("x.ron"), bytes, "the file was touched");
    error
}

#[test]
fn an_unreadable_file_is_reported_with_its_position() {
    let text = String::from_utf8(small()).unwrap();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, expected) in [
        (b"bailleur;logements\n".to_vec(), "This is not a file of Clefs"),
        (Vec::new(), "The file is empty."),
        (small()[..small().len() / 2].to_vec(), "the file is cut off before its end."),
        ([b"\xFF\xFE".to_vec(), utf16.clone()].concat(), "not UTF-8 text"),
        (utf16, "not UTF-8 text"),
        (small_with("41250", &"(".repeat(200_000)), "table units, record 13, field rent"),
        (small_with("41250", &"[".repeat(200_000)), "table units, record 13, field rent"),
        (small_with("(id: 13,", "(id: 11,"), "table units, record 11: another record has this id already."),
        (
            small_with("landlord: 11", "landlord: 99"),
            "table units, record 13, field landlord: names record 99, which does not exist.",
        ),
        (
            small_with("41250", "NaN"),
            "table units, record 13, field rent: impossible value; expected: a whole amount, in cents.",
        ),
        (
            small_with("2021-04-09", "2021-02-30"),
            "table units, record 13, field published: impossible value; expected: a day that exists, written YYYY-MM-DD.",
        ),
        (small_with("rent: ", "loyer: "), "table units, record 13: there is no “loyer”."),
    ] {
        let error = error_of(&bytes);
        assert!(error.contains(expected), "{error}\nexpected: {expected}");
        if expected.contains("table") {
            assert!(error.contains("Line "), "{error}");
        }
        assert!(!error.contains("Bailleur") && !error.contains("CANARI"), "a value is disclosed: {error}");
    }
}

#[test]
fn a_hundred_megabytes_of_spaces_are_not_a_file_of_ours() {
    let error = error_of(&vec![b' '; 100_000_000]);
    assert!(error.contains("This is not a file of Clefs"), "{error}");
}

#[test]
fn an_edit_by_hand_a_byte_order_mark_and_a_flipped_bit_are_refused_and_reported_by_check() {
    let mut flipped = counted();
    let place = flipped.windows(5).position(|bytes| bytes == b"Alpha").unwrap();
    flipped[place] ^= 1;
    let spaces = [small(), vec![b' '; 100_000_000]].concat();
    for bytes in [flipped, small_with("Alpha", "Zoulou"), [b"\xEF\xBB\xBF".to_vec(), small()].concat(), spaces] {
        let home = Home::with("x.ron", &bytes);
        for args in [
            &["figures", "x.ron"][..],
            &["chart", "x.ron", "units", "--out", "x.svg"],
            &["export", "x.ron", "units", "--out", "x.csv"],
        ] {
            let error = home.fail(args);
            assert!(error.starts_with("clefs: x.ron: The file was edited outside Clefs, or damaged"), "{error}");
        }
        let run = home.run(&["check", "x.ron"]);
        assert_eq!((run.code, run.err.as_str()), (Some(1), ""), "{run:?}");
        assert!(run.out.contains("error: x.ron: The file was edited outside Clefs, or damaged"), "{run:?}");
    }
}

#[test]
fn a_folder_and_a_missing_file_are_reported() {
    let home = Home::new();
    std::fs::create_dir(home.path("dossier.ron")).unwrap();
    for command in [&["check"][..], &["figures"]] {
        let error = home.fail(&[command, &["dossier.ron"]].concat());
        assert!(error.starts_with("clefs: dossier.ron: "), "{error}");
        let error = home.fail(&[command, &["absent.ron"]].concat());
        assert_eq!(error, "clefs: absent.ron: “absent.ron” is not there.\n");
    }
}

#[test]
fn an_encrypted_file_is_read_with_the_passphrase_in_a_file_and_not_otherwise() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/1/encrypted.ron")).unwrap();
    let home = Home::with("x.ron", &bytes);
    let figures = ["figures", "x.ron"];
    assert_eq!(home.fail(&figures), "clefs: x.ron: The file is encrypted: its passphrase is needed.\n");
    std::fs::write(home.path(PASSPHRASE), "cheval\n").unwrap();
    assert!(home.fail(&figures).contains("This is not the passphrase."));
    std::fs::write(home.path(PASSPHRASE), "cheval correct pile agrafe\n").unwrap();
    assert!(home.succeed(&figures).contains("Alpha"));
}

//! Charts as files: the same bytes each time, and nothing written where something is wrong.

use super::{Home, counted};

fn chart<'a>(kind: &'a str, out: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["chart", "x.ron", kind, "--out", out, "--period", "2021"], more].concat()
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let home = Home::with("x.ron", &counted());
    for kind in ["units", "relocations", "training"] {
        for end in ["svg", "png"] {
            let names = ["un", "deux"].map(|name| format!("{kind}-{name}.{end}"));
            for name in &names {
                assert_eq!(home.well(&chart(kind, name, &[])), format!("wrote {name}\n"));
            }
            assert_eq!(home.read(&names[0]), home.read(&names[1]), "{kind} {end}");
        }
    }
    let svg = home.text("units-un.svg");
    for text in ["Alpha", "Bravo", "Charlie", "FICTIVES"] {
        assert!(svg.contains(text), "{text} is not in {svg}");
    }
    assert_ne!(home.read("units-un.svg"), home.read("relocations-un.svg"));
    home.well(&chart("units", "english.SVG", &["--lang", "en"]));
    assert!(!home.text("english.SVG").contains("FICTIVES"));
}

/// Pixels across and down, from the head of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(png.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    let at = |place: usize| u32::from_be_bytes(png[place..place + 4].try_into().unwrap());
    (at(16), at(20))
}

#[test]
fn a_scale_is_kept_to_or_refused() {
    let home = Home::with("x.ron", &counted());
    for (scale, expected) in [("0.5", (480, 270)), ("1", (960, 540)), ("4", (3840, 2160))] {
        let name = format!("{scale}.png");
        home.well(&chart("units", &name, &["--scale", scale]));
        assert_eq!(size(&home.read(&name)), expected);
    }
    for scale in ["0", "0.49", "4.01", "9", "1e9", "NaN", "inf", "-inf", "-1", "grand", ""] {
        let scale = format!("--scale={scale}");
        for out in ["x.png", "x.svg"] {
            let said = home.refused(&chart("units", out, &[&scale]));
            assert!(said.contains("a scale is a number from 0.5 to 4") || scale == "--scale=", "{scale}: {said}");
        }
    }
}

#[test]
fn what_can_not_be_written_is_told_and_nothing_is() {
    let home = Home::with("x.ron", &counted());
    for out in ["x.jpg", "x", "x.pdf", ".png"] {
        let said = home.refused(&chart("units", out, &[]));
        assert_eq!(said, format!("clefs: {out}: charts are written as .svg or .png\n"));
    }
    assert_eq!(
        home.refused(&chart("units", "absent/x.png", &[])),
        "clefs: absent/x.png: the folder “absent” is not there\n"
    );
    assert!(home.refused(&chart("women", "x.png", &[])).contains("units, relocations, fates, curve, needs, matrix"));
    assert!(home.refused(&["chart", "x.ron", "units", "--out", "x.png", "--period", "2031"]).contains("`2031`"));

    std::fs::write(home.path("pris.png"), b"autre chose").unwrap();
    let said = home.refused(&chart("units", "pris.png", &[]));
    assert_eq!(said, "clefs: “pris.png” exists already: nothing was written.\n");
    assert_eq!(home.read("pris.png"), b"autre chose");
}

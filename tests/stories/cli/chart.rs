//! Charts as files: reproducible bytes, and nothing written on an error.

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
                assert_eq!(home.succeed(&chart(kind, name, &[])), format!("wrote {name}\n"));
            }
            assert_eq!(home.read(&names[0]), home.read(&names[1]), "{kind} {end}");
        }
    }
    let svg = home.text("units-un.svg");
    for text in ["Alpha", "Bravo", "Charlie", "FICTIVES"] {
        assert!(svg.contains(text), "{text} is not in {svg}");
    }
    assert_ne!(home.read("units-un.svg"), home.read("relocations-un.svg"));
    home.succeed(&chart("units", "english.SVG", &["--lang", "en"]));
    assert!(!home.text("english.SVG").contains("FICTIVES"));
}

/// Width and height from the header of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(png.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    let at = |place: usize| u32::from_be_bytes(png[place..place + 4].try_into().unwrap());
    (at(16), at(20))
}

#[test]
fn a_scale_is_applied_or_refused() {
    let home = Home::with("x.ron", &counted());
    for (scale, expected) in [("0.5", (480, 270)), ("1", (960, 540)), ("4", (3840, 2160))] {
        let name = format!("{scale}.png");
        home.succeed(&chart("units", &name, &["--scale", scale]));
        assert_eq!(size(&home.read(&name)), expected);
    }
    for scale in ["0", "0.49", "4.01", "9", "1e9", "NaN", "inf", "-inf", "-1", "grand", ""] {
        let scale = format!("--scale={scale}");
        for out in ["x.png", "x.svg"] {
            let error = home.fail(&chart("units", out, &[&scale]));
            assert!(error.contains("a scale is a number from 0.5 to 4") || scale == "--scale=", "{scale}: {error}");
        }
    }
}

#[test]
fn an_impossible_output_is_reported_and_nothing_is_written() {
    let home = Home::with("x.ron", &counted());
    for out in ["x.jpg", "x", "x.pdf", ".png"] {
        let error = home.fail(&chart("units", out, &[]));
        assert_eq!(error, format!("clefs: {out}: charts are written as .svg or .png\n"));
    }
    assert_eq!(
        home.fail(&chart("units", "absent/x.png", &[])),
        "clefs: There is no folder “absent”: nothing was written. Choose a folder that exists.\n"
    );
    assert!(home.fail(&chart("women", "x.png", &[])).contains("units, relocations, years, fates, curve, needs"));
    assert!(home.fail(&["chart", "x.ron", "units", "--out", "x.png", "--period", "2031"]).contains("`2031`"));

    std::fs::write(home.path("pris.png"), b"autre chose").unwrap();
    let error = home.fail(&chart("units", "pris.png", &[]));
    assert_eq!(error, "clefs: “pris.png” exists already: nothing was written.\n");
    assert_eq!(home.read("pris.png"), b"autre chose");
}

#[test]
fn all_charts_are_written_at_once_and_none_is_overwritten() {
    let home = Home::with("x.ron", &counted());
    let all = |more: &[&'static str]| [&["charts", "x.ron", "--out", "g", "--period", "2021"], more].concat();
    let out = home.succeed(&all(&["--scale", "1", "--size", "page"]));
    let expected = [
        "associations.png",
        "besoins-et-offres.png",
        "comites.png",
        "courbe.png",
        "delais.png",
        "departements.png",
        "devenir-des-logements.png",
        "logements.png",
        "relogements.png",
    ];
    assert_eq!(super::names_in(&home.path("g")), expected);
    for name in expected {
        assert!(out.lines().any(|line| line.starts_with("wrote ") && line.ends_with(name)), "{out}");
    }
    assert_eq!(size(&home.read("g/logements.png")).0, 720);
    let one = home.read("g/courbe.png");
    home.succeed(&chart("curve", "one.png", &["--scale", "1", "--size", "page"]));
    assert!(home.read("one.png") == one, "a single chart is the same as one of all");

    std::fs::remove_file(home.path("g/courbe.png")).unwrap();
    let error = home.fail(&all(&["--size", "square"]));
    assert!(error.contains("logements.png” exists already"), "{error}");
    assert!(!home.path("g/courbe.png").exists(), "nothing is written if one name is taken");
    assert_eq!(size(&home.read("g/logements.png")).0, 720);
    home.succeed(&all(&["--format", "svg"]));
    assert!(home.text("g/courbe.svg").starts_with("<svg "));
    for wrong in [["--scale", "4"], ["--size", "a3"], ["--order", "age"], ["--format", "jpg"]] {
        assert!(home.fail(&all(&wrong)).contains(wrong[1]), "{wrong:?}");
    }
}

#[test]
fn the_training_chart_is_left_out_without_training_data() {
    let home = Home::with("x.ron", &super::small());
    home.succeed(&["charts", "x.ron", "--out", "g", "--format", "svg"]);
    assert!(!super::names_in(&home.path("g")).contains(&"formations.svg".to_owned()));
    assert!(home.path("g/logements.svg").exists());
}

#[test]
fn size_order_and_background_are_options() {
    let home = Home::with("x.ron", &counted());
    home.succeed(&chart("units", "half.png", &["--size", "half", "--scale", "1"]));
    assert_eq!(size(&home.read("half.png")).0, 384);
    home.succeed(&chart("relocations", "listed.svg", &[]));
    home.succeed(&chart("relocations", "rate.svg", &["--order", "rate"]));
    assert_ne!(home.text("listed.svg"), home.text("rate.svg"));
    home.succeed(&chart("units", "clear.svg", &["--transparent"]));
    assert!(!home.text("clear.svg").contains("<rect width="));
    home.succeed(&chart("units", "white.svg", &[]));
    assert!(home.text("white.svg").contains("<rect width="));
}

#[test]
fn what_stays_inside_is_drawn_for_the_office_alone() {
    let home = Home::with("x.ron", &counted());
    let said = home.fail(&chart("ways", "x.svg", &[]));
    assert!(said.contains("`ways` is for the office alone"), "{said}");
    home.succeed(&chart("ways", "x.svg", &["--audience", "office"]));
}

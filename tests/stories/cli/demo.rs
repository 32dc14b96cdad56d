//! The main job on its own, and a start without a display.

use super::Home;

#[cfg(not(any(windows, target_os = "macos")))]
#[test]
fn demo_does_the_main_job_says_that_there_is_no_display_and_ends_well() {
    let home = Home::new();
    let first = home.well(&["demo"]);
    assert_eq!(home.names(), ["clefs-demo"]);
    let files = super::names_in(&home.path("clefs-demo"));
    let expected = [
        "courbe.png",
        "courbe.svg",
        "exemple-fictif.ron",
        "hauts-de-france-2021.ron",
        "logements.png",
        "logements.svg",
        "relogements.png",
        "relogements.svg",
    ];
    assert_eq!(files, expected);
    for file in expected {
        assert!(first.lines().any(|line| line.starts_with("wrote ") && line.ends_with(file)), "{first}");
    }
    assert!(first.contains("Exercice 2021 · au 09/07/2021 · DONNÉES FICTIVES"), "{first}");
    assert!(first.contains("\nBailleur Alpha ") && first.contains("\nRégion "), "{first}");
    assert!(first.ends_with("\nNo display here: the window was not opened. With one, `clefs FILE` opens it.\n"));
    assert_eq!(home.well(&["check", "clefs-demo/exemple-fictif.ron"]), "0 findings, no error\n");
    home.well(&["check", "clefs-demo/hauts-de-france-2021.ron"]);

    let names: Vec<_> = expected.iter().filter(|name| !name.contains(".ron")).collect();
    let pictures: Vec<_> = names.iter().map(|name| home.read(&format!("clefs-demo/{name}"))).collect();
    assert_eq!(home.well(&["demo"]), first, "run again it says the same");
    assert_eq!(super::names_in(&home.path("clefs-demo")), expected);
    for (name, picture) in names.iter().zip(pictures) {
        assert_eq!(home.read(&format!("clefs-demo/{name}")), picture, "{name}");
    }
}

#[test]
fn demo_in_a_place_that_is_a_file_is_refused() {
    let home = Home::with("pris", b"x");
    assert!(home.refused(&["demo", "pris"]).starts_with("clefs: pris: "));
    assert_eq!(home.read("pris"), b"x");
}

#[cfg(not(any(windows, target_os = "macos")))]
#[test]
fn a_start_without_a_display_says_how_to_do_without() {
    let home = Home::with("x.ron", &super::small());
    for args in [&[][..], &["x.ron"]] {
        let said = home.refused(args);
        assert!(said.starts_with("clefs: no display: neither DISPLAY nor WAYLAND_DISPLAY is set\n"), "{said}");
        assert!(said.contains("use the command line"), "{said}");
        for command in ["demo", "new", "sample", "check", "figures", "chart", "charts", "export"] {
            assert!(said.contains(&format!("\n  {command} ")), "{command}: {said}");
        }
    }
}

#[test]
fn what_can_not_be_understood_is_told_with_a_status() {
    let home = Home::new();
    assert!(home.refused(&["figures"]).contains("<FILE>"));
    assert!(home.refused(&["figures", "x.ron", "--as-of", "2021-02-30"]).contains("'2021-02-30'"));
    assert!(home.refused(&["export", "x.ron", "units", "--out", "x.csv", "--audience", "press"]).contains("committee"));
    assert!(home.well(&["--version"]).starts_with("clefs "));
    assert!(home.well(&["figures", "--help"]).contains("for the office"));
}

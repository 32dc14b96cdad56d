//! `demo`, and a start without a display.

use super::Home;

#[cfg(not(any(windows, target_os = "macos")))]
#[test]
fn demo_runs_reports_the_missing_display_and_succeeds() {
    let home = Home::new();
    let first = home.succeed(&["demo"]);
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
    assert_eq!(home.succeed(&["check", "clefs-demo/exemple-fictif.ron"]), "0 findings, no error\n");
    home.succeed(&["check", "clefs-demo/hauts-de-france-2021.ron"]);

    let names: Vec<_> = expected.iter().filter(|name| !name.contains(".ron")).collect();
    let pictures: Vec<_> = names.iter().map(|name| home.read(&format!("clefs-demo/{name}"))).collect();
    assert_eq!(home.succeed(&["demo"]), first, "a second run prints the same");
    assert_eq!(super::names_in(&home.path("clefs-demo")), expected);
    for (name, picture) in names.iter().zip(pictures) {
        assert_eq!(home.read(&format!("clefs-demo/{name}")), picture, "{name}");
    }
}

#[test]
fn demo_is_refused_where_its_folder_is_a_file() {
    let home = Home::with("pris", b"x");
    assert!(home.fail(&["demo", "pris"]).starts_with("clefs: pris: "));
    assert_eq!(home.read("pris"), b"x");
}

#[cfg(not(any(windows, target_os = "macos")))]
#[test]
fn a_start_without_a_display_points_to_the_command_line() {
    let home = Home::with("x.ron", &super::small());
    for args in [&[][..], &["x.ron"]] {
        let error = home.fail(args);
        assert!(error.starts_with("clefs: no display: neither DISPLAY nor WAYLAND_DISPLAY is set\n"), "{error}");
        assert!(error.contains("use the command line"), "{error}");
        for command in ["demo", "new", "sample", "check", "figures", "chart", "charts", "export"] {
            assert!(error.contains(&format!("\n  {command} ")), "{command}: {error}");
        }
    }
}

#[test]
fn invalid_arguments_are_reported_with_a_status() {
    let home = Home::new();
    assert!(home.fail(&["figures"]).contains("<FILE>"));
    assert!(home.fail(&["figures", "x.ron", "--as-of", "2021-02-30"]).contains("'2021-02-30'"));
    assert!(home.fail(&["export", "x.ron", "units", "--out", "x.csv", "--audience", "press"]).contains("committee"));
    assert!(home.succeed(&["--version"]).starts_with("clefs "));
    assert!(home.succeed(&["figures", "--help"]).contains("for the office"));
}

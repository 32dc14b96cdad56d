//! Files made from a template, and from a seed alone.

use clefs::store::template::hauts_de_france_2021;

use super::Home;

/// A file's records, without the envelope and its random ids.
fn records(home: &Home, name: &str) -> String {
    home.text(name).split_once('\n').unwrap().1.to_owned()
}

#[test]
fn new_makes_the_convention_of_2021() {
    let home = Home::new();
    assert_eq!(home.succeed(&["new", "convention.ron"]), "wrote convention.ron\n");
    assert_eq!(home.names(), ["convention.ron"]);
    assert!(home.text("convention.ron").contains("Flandre Opale Habitat"));
    let run = home.run(&["check", "convention.ron"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    home.succeed(&["new", "nommée.ron", "--template", "hauts-de-france-2021"]);
    assert_eq!(records(&home, "convention.ron"), records(&home, "nommée.ron"));
}

#[test]
fn a_file_that_exists_an_absent_folder_and_an_unknown_template_are_refused() {
    let home = Home::with("pris.ron", b"autre chose");
    for command in [&["new"][..], &["sample"]] {
        assert_eq!(
            home.fail(&[command, &["pris.ron"]].concat()),
            "clefs: “pris.ron” exists already: nothing was written.\n"
        );
        let absent = home.fail(&[command, &["absent/x.ron"]].concat());
        assert_eq!(absent, "clefs: There is no folder “absent”: nothing was written. Choose a folder that exists.\n");
    }
    assert_eq!(home.read("pris.ron"), b"autre chose");
    let error = home.fail(&["new", "x.ron", "--template", "bretagne"]);
    assert_eq!(error, "clefs: no template is called `bretagne`; there is `hauts-de-france-2021`\n");
}

#[test]
fn the_same_seed_makes_the_same_records_with_made_up_names() {
    let home = Home::new();
    let sample =
        |name, seed| home.succeed(&["sample", name, "--units", "5", "--relocations", "7", "--seed", seed]).len();
    let _ = (sample("a.ron", "3"), sample("b.ron", "3"), sample("c.ron", "4"));
    assert_eq!(records(&home, "a.ron"), records(&home, "b.ron"));
    assert_ne!(records(&home, "a.ron"), records(&home, "c.ron"));

    let text = home.text("a.ron");
    assert!(text.lines().next().unwrap().contains("fictitious: true"), "the envelope is marked");
    assert!(text.contains("Bailleur Alpha") && text.contains("Association Un"));
    let real = hauts_de_france_2021();
    let landlords = real.landlords.iter().map(|landlord| &landlord.name);
    for name in landlords.chain(real.associations.iter().map(|association| &association.name)) {
        assert!(!text.contains(name.as_str()), "{name} appears beside made-up figures");
    }
    assert_eq!(home.succeed(&["check", "a.ron"]), "0 findings, no error\n");
}

#[test]
fn a_sample_larger_than_any_convention_is_refused() {
    let home = Home::new();
    for (size, number) in [
        ("--units", "1000001"),
        ("--relocations", "1000001"),
        ("--units", "18446744073709551615"),
        ("--units", "-1"),
        ("--relocations", "beaucoup"),
    ] {
        let error = home.fail(&["sample", "x.ron", &format!("{size}={number}")]);
        assert!(error.contains(number) && error.contains(size), "{error}");
    }
    let error = home.fail(&["sample", "x.ron", "--units", "1000001"]);
    assert!(error.contains("1000001 is not in 0..=1000000"), "{error}");
    home.succeed(&["sample", "vide.ron", "--units", "0", "--relocations", "0"]);
}

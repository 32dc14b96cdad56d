//! Settings: read back as written, and not lost if the file does not parse.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clefs::domain::layout::{SetLayout, TableLayout};
use clefs::store::{
    DatasetId, Disk, Language, Places, RECENT_FILES, Settings, Theme, WindowPlace, load_settings, save_settings,
};

use super::memory::{Failure, Memory};
use super::{Home, in_french, names_in};

#[test]
fn settings_are_read_back() {
    let home = Home::new();
    assert_eq!(load_settings(&Disk, &home.places).settings, Settings::default());
    let mut settings = Settings {
        theme: Theme::Dark,
        text_scale: 125,
        language: Language::English,
        reduced_motion: true,
        seance: true,
        window: Some(WindowPlace { x: -8, y: 20, width: 1600, height: 900, maximised: true }),
        page: Some("units".into()),
        charts: vec!["units".into(), "slide".into(), "png".into(), "2".into()],
        operator: Some("Camille « la \"référente\" »".into()),
        lock_after: 5,
        columns: vec![TableLayout {
            table: "units".into(),
            shown: "path".into(),
            sets: vec![SetLayout { set: "path".into(), shown: vec!["code".into(), "notes".into()], frozen: 1 }],
            widths: vec![("code".into(), 120)],
        }],
        recent: Vec::new(),
        datasets: Vec::new(),
    };
    settings.remember(&home.file(), DatasetId::from_random(7));
    assert_eq!(save_settings(&Disk, &home.places, &settings), Ok(None));
    let loaded = load_settings(&Disk, &home.places);
    assert_eq!((loaded.settings, loaded.trouble), (settings, None));
    assert_eq!(names_in(&home.places.config), ["settings.ron"]);
}

#[test]
fn recent_files_are_at_most_eight_distinct_and_latest_first() {
    let mut settings = Settings::default();
    for n in 0..12 {
        settings.remember(Path::new(&format!("/exemple/{n}.ron")), DatasetId::from_random(n));
    }
    settings.remember(Path::new("/exemple/9.ron"), DatasetId::from_random(9));
    assert_eq!(settings.recent.len(), RECENT_FILES);
    assert_eq!(&settings.recent[..3], [9, 11, 10].map(|n| PathBuf::from(format!("/exemple/{n}.ron"))));
    settings.forget(Path::new("/exemple/9.ron"));
    assert!(!settings.recent.contains(&PathBuf::from("/exemple/9.ron")));
}

#[test]
fn settings_that_do_not_parse_are_set_aside_and_reported() {
    let home = Home::new();
    std::fs::create_dir_all(&home.places.config).unwrap();
    for (round, content) in ["(theme: Dark", "\u{0}\u{0}", "\u{0}\u{0}"].iter().enumerate() {
        std::fs::write(home.places.settings_file(), content).unwrap();
        let loaded = load_settings(&Disk, &home.places);
        assert_eq!(loaded.settings, Settings::default());
        assert!(in_french(&loaded.trouble.unwrap()).contains("illisibles"));
        let aside = save_settings(&Disk, &home.places, &Settings::default()).unwrap().unwrap();
        assert_eq!(std::fs::read_to_string(&aside).unwrap(), *content, "round {round}");
    }
    // The same content is set aside once.
    assert_eq!(
        names_in(&home.places.config),
        ["settings-unreadable-1.ron", "settings-unreadable-2.ron", "settings.ron"]
    );
}

#[test]
fn the_text_scale_is_clamped() {
    let home = Home::new();
    std::fs::create_dir_all(&home.places.config).unwrap();
    for (written, read) in [(0, 80), (79, 80), (150, 150), (4_000_000, 200)] {
        std::fs::write(home.places.settings_file(), format!("(text_scale: {written}, of_a_newer_version: 3)")).unwrap();
        let loaded = load_settings(&Disk, &home.places);
        assert_eq!((loaded.settings.text_scale, loaded.trouble), (read, None));
    }
}

#[test]
fn settings_that_the_disk_does_not_give_are_said_and_not_written_over() {
    let disk = Memory::new();
    let places = Places::under(Path::new("/home"));
    let failing = |at: usize| disk.fail(Some(Failure { at, for_good: true, kind: ErrorKind::PermissionDenied }));
    disk.put(&places.settings_file(), b"(theme: Dark)".to_vec());
    failing(0);
    let loaded = load_settings(&disk, &places);
    assert_eq!(loaded.settings, Settings::default());
    assert!(in_french(&loaded.trouble.unwrap()).contains("droit"));
    for at in 0..4 {
        failing(at);
        assert!(save_settings(&disk, &places, &Settings::default()).is_err(), "operation {at}");
    }
    disk.fail(None);
    assert_eq!(load_settings(&disk, &places).settings.theme, Theme::Dark);
    // Neither may an unreadable one be lost when the disk fails while it is set aside.
    disk.put(&places.settings_file(), b"(theme".to_vec());
    for at in 1..5 {
        failing(at);
        assert!(save_settings(&disk, &places, &Settings::default()).is_err(), "operation {at}");
        disk.fail(None);
        assert_eq!(disk.contents(&places.settings_file()).as_deref(), Some(&b"(theme"[..]), "operation {at}");
    }
}

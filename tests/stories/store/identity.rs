//! A file that was not read is never overwritten; each day's first state is backed up.

use std::path::Path;

use chrono::Days;
use clefs::domain::dataset::Dataset;
use clefs::store::{
    self, Disk, Existing, Fs, KEPT_DAYS, Lineage, Places, SaveContext, SaveError, SaveOutcome, Standing,
};

use super::memory::Memory;
use super::{Home, at, changed, in_french, names_in, saved, small};

const COPY: &str = "exemple-2021 (copie de travail, conflit 2021-07-09 14h32).ron";

fn dataset_in(home: &Home, name: &str) -> Dataset {
    store::open(&Disk, &home.files().join(name)).unwrap().dataset
}

#[test]
fn each_save_records_its_parent() {
    let home = Home::new();
    let first = home.create(&small());
    let new = changed(&small(), "un");
    let second = saved(&store::save(&Disk, &new, &first, home.context(2)).unwrap()).clone();
    let newer = changed(&new, "deux");
    let third = saved(&store::save(&Disk, &newer, &second, home.context(3)).unwrap()).clone();
    let opened = store::open(&Disk, &home.file()).unwrap();
    assert_eq!((opened.dataset, opened.standing), (newer, Standing::Sound));
    assert_eq!(opened.file, third);
    let envelope = store::peek(&Disk, &home.file(), &store::Keys::default()).unwrap();
    assert_eq!(envelope.parents, [second.save_id()]);
    assert_eq!((envelope.dataset, envelope.save), (first.dataset_id(), third.save_id()));
    assert!(envelope.fictitious);
    assert_eq!(home.names(), ["exemple-2021.ron"]);
}

#[test]
fn a_file_that_others_saved_is_not_overwritten_and_what_they_saved_is_returned() {
    let home = Home::new();
    let mine = home.create(&small());
    let theirs = changed(&small(), "à eux");
    let saved_theirs = saved(&store::save(&Disk, &theirs, &mine, home.context(2)).unwrap()).clone();
    let work = changed(&small(), "à moi");
    let Err(SaveError::Changed(opened)) = store::save(&Disk, &work, &mine, home.context(3)) else { panic!("a save") };
    assert_eq!((&opened.dataset, &opened.file, opened.parents), (&theirs, &saved_theirs, vec![mine.save_id()]));
    assert_eq!(home.names(), ["exemple-2021.ron"]);
    assert_eq!(dataset_in(&home, "exemple-2021.ron"), theirs);
}

#[test]
fn work_that_is_kept_apart_goes_on_in_a_copy_with_a_name_of_its_own() {
    let home = Home::new();
    let mine = home.create(&small());
    let work = changed(&small(), "à moi");
    let outcome = store::save_beside(&Disk, &work, &mine, home.context(3)).unwrap();
    assert!(matches!(outcome, SaveOutcome::Conflict { .. }));
    assert_eq!(home.names(), [COPY, "exemple-2021.ron"]);
    assert_eq!((dataset_in(&home, "exemple-2021.ron"), dataset_in(&home, COPY)), (small(), work.clone()));
    assert!(in_french(&outcome.message().unwrap()).contains(COPY));

    saved(&store::save(&Disk, &small(), outcome.file(), home.context(4)).unwrap());
    store::save_beside(&Disk, &work, &mine, home.context(5)).unwrap();
    let second = COPY.replace(").ron", ") 2.ron");
    assert_eq!(home.names(), [second.as_str(), COPY, "exemple-2021.ron"]);
}

#[test]
fn an_external_edit_is_a_conflict_too() {
    let home = Home::new();
    let mine = home.create(&small());
    let text = std::fs::read_to_string(home.file()).unwrap().replace("Bailleur Alpha", "Bailleur Bêta");
    std::fs::write(home.file(), &text).unwrap();
    let outcome = store::save(&Disk, &small(), &mine, home.context(2)).unwrap();
    assert!(matches!(outcome, SaveOutcome::Conflict { .. }));
    assert_eq!(std::fs::read_to_string(home.file()).unwrap(), text);

    // Once opened after confirmation it is saved like any other.
    let opened = store::open(&Disk, &home.file()).unwrap();
    assert_eq!(opened.standing, Standing::Edited);
    saved(&store::save(&Disk, &opened.dataset, &opened.file, home.context(3)).unwrap());
    assert_eq!(store::open(&Disk, &home.file()).unwrap().standing, Standing::Sound);
}

#[test]
fn a_missing_file_is_written_again_only_on_request_and_a_foreign_one_is_left_alone() {
    let home = Home::new();
    let file = home.create(&small());
    std::fs::remove_file(home.file()).unwrap();
    let missing = store::save(&Disk, &small(), &file, home.context(2)).unwrap_err();
    assert_eq!(missing, SaveError::Missing(home.file()));
    assert!(in_french(&missing.message()).contains("renommé, déplacé ou supprimé"));
    assert_eq!(home.names(), [""; 0]);
    let (lineage, existing) = (Lineage::CopyOf(&file), Existing::Refuse);
    let again = store::create(&Disk, &home.file(), &small(), lineage, existing, home.context(3)).unwrap();
    let file = saved(&again).clone();
    assert_eq!(home.names(), ["exemple-2021.ron"]);
    for other in ["", "pas un fichier de Clefs"] {
        std::fs::write(home.file(), other).unwrap();
        let outcome = store::save(&Disk, &small(), &file, home.context(3)).unwrap();
        assert!(matches!(outcome, SaveOutcome::Conflict { .. }));
        assert_eq!(std::fs::read_to_string(home.file()).unwrap(), other);
    }
}

#[test]
fn a_new_file_replaces_another_only_after_confirmation() {
    let home = Home::new();
    home.create(&small());
    let other = changed(&small(), "autre");
    let create = |existing, day| {
        let context = SaveContext { now: at(day, 9, 0), ..home.context(2) };
        store::create(&Disk, &home.file(), &other, Lineage::New(8), existing, context)
    };
    let error = create(Existing::Refuse, 9).unwrap_err();
    assert_eq!(error, SaveError::Exists(home.file()));
    assert_eq!(dataset_in(&home, "exemple-2021.ron"), small());
    let outcome = create(Existing::Replace, 9).unwrap();
    assert_eq!(dataset_in(&home, "exemple-2021.ron"), other);
    // The replaced file is backed up under its own dataset.
    assert_ne!(saved(&outcome).dataset_id().value(), 7);
    let kept = home.places.backups_of(clefs::store::DatasetId::from_random(7)).join("2021-07-09 09h00m00.ron");
    assert_eq!(store::open(&Disk, &kept).unwrap().dataset, small());
}

#[test]
fn a_copy_under_another_name_is_the_same_dataset() {
    let home = Home::new();
    let file = home.create(&small());
    let elsewhere = home.files().join("copie.ron");
    let copy = |path, random| {
        store::create(&Disk, path, &small(), Lineage::CopyOf(&file), Existing::Replace, home.context(random)).unwrap()
    };
    let outcome = copy(&elsewhere, 2);
    assert_eq!(saved(&outcome).dataset_id(), file.dataset_id());
    assert_eq!(store::peek(&Disk, &elsewhere, &store::Keys::default()).unwrap().parents, [file.save_id()]);
    // Under its own name it is an ordinary save.
    std::fs::write(home.file(), "autre chose").unwrap();
    assert!(matches!(copy(&home.file(), 3), SaveOutcome::Conflict { .. }));
}

#[test]
fn the_first_state_of_each_day_is_backed_up_in_the_apps_folder() {
    let home = Home::new();
    let mut file = home.create(&small());
    let backups = home.places.backups_of(file.dataset_id());
    assert_eq!(names_in(&backups), [""; 0], "a new file needs no backup");
    let mut states = vec![small()];
    for (n, day) in [9, 9, 10, 10, 12].into_iter().enumerate() {
        let context = SaveContext { now: at(day, 9, 0), ..home.context(10 + n as u64) };
        let state = changed(&small(), &format!("état {n}"));
        file = saved(&store::save(&Disk, &state, &file, context).unwrap()).clone();
        states.push(state);
    }
    assert_eq!(names_in(&backups), ["2021-07-09.ron", "2021-07-10.ron", "2021-07-12.ron"]);
    for (day, state) in [("09", &states[0]), ("10", &states[2]), ("12", &states[4])] {
        let kept = store::open(&Disk, &backups.join(format!("2021-07-{day}.ron"))).unwrap();
        assert_eq!((&kept.dataset, kept.standing), (state, Standing::Sound));
    }
    assert_eq!(home.names(), ["exemple-2021.ron"], "never beside the file");
}

#[test]
fn backups_of_the_last_thirty_days_are_kept() {
    let home = Home::new();
    let mut file = home.create(&small());
    let backups = home.places.backups_of(file.dataset_id());
    std::fs::create_dir_all(&backups).unwrap();
    std::fs::write(backups.join("à garder.ron"), "posé là par quelqu’un").unwrap();
    for n in 0..KEPT_DAYS as u64 + 3 {
        // Every other day: only days of work count.
        let context = SaveContext { now: at(1, 9, 0) + Days::new(2 * n), ..home.context(100 + n) };
        file = saved(&store::save(&Disk, &small(), &file, context).unwrap()).clone();
    }
    let names = names_in(&backups);
    // The first of each month stays as well.
    assert_eq!(names.len(), KEPT_DAYS + 2);
    assert_eq!(names[..2], ["2021-07-01.ron", "2021-07-07.ron"]);
    assert_eq!(names[KEPT_DAYS + 1], "à garder.ron");
}

#[test]
fn of_earlier_months_the_first_backup_is_kept_and_of_those_a_year_ago_none() {
    let home = Home::new();
    let file = home.create(&small());
    let backups = home.places.backups_of(file.dataset_id());
    std::fs::create_dir_all(&backups).unwrap();
    // Three days of each month, from May 2020 to June 2021; of two days what was replaced, too.
    for month in 0..14 {
        let (year, month) = (2020 + (month + 4) / 12, (month + 4) % 12 + 1);
        for day in [5, 15, 25] {
            std::fs::write(backups.join(format!("{year}-{month:02}-{day:02}.ron")), "vieux").unwrap();
        }
    }
    for name in ["2020-08-05 09h30m00.ron", "2020-12-05 09h30m00.ron"] {
        std::fs::write(backups.join(name), "remplacé").unwrap();
    }
    saved(&store::save(&Disk, &small(), &file, home.context(2)).unwrap());
    let names = names_in(&backups);
    // Thirty days: 9 July, 27 from June to October, 25 and 15 September. Then the first of September and of August.
    let earliest = ["2020-08-05.ron", "2020-09-05.ron", "2020-09-15.ron", "2020-09-25.ron", "2020-10-05.ron"];
    assert_eq!(names[..5], earliest);
    assert_eq!(names.len(), KEPT_DAYS + 2 + 1, "with what was replaced in December: {names:?}");
}

#[test]
fn a_snapshot_is_saved_on_another_thread() {
    let home = Home::new();
    let file = home.create(&small());
    let document = clefs::edit::Document::new(changed(&small(), "x"));
    let (snapshot, context) = (document.snapshot(), home.context(2));
    let outcome = std::thread::scope(|scope| {
        scope.spawn(move || store::save(&Disk, &snapshot, &file, context)).join().unwrap().unwrap()
    });
    assert_eq!(saved(&outcome), &store::open(&Disk, &home.file()).unwrap().file);
}

#[test]
fn a_very_long_name_can_be_saved() {
    let home = Home::new();
    let path = home.files().join(format!("{}.ron", "é".repeat(120)));
    let outcome = store::create(&Disk, &path, &small(), Lineage::New(7), Existing::Refuse, home.context(1)).unwrap();
    saved(&store::save(&Disk, &small(), outcome.file(), home.context(2)).unwrap());
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;

    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn the_apps_files_are_private_to_their_owner() {
        let home = Home::new();
        let file = home.create(&small());
        store::save(&Disk, &small(), &file, home.context(2)).unwrap();
        store::save_settings(&Disk, &home.places, &store::Settings::default()).unwrap();
        let backups = home.places.backups_of(file.dataset_id());
        for (path, expected) in [
            (home.file(), 0o600),
            (backups.join("2021-07-09.ron"), 0o600),
            (home.places.settings_file(), 0o600),
            (backups, 0o700),
            (home.places.config.clone(), 0o700),
        ] {
            assert_eq!(mode(&path), expected, "{}", path.display());
        }
    }

    #[test]
    fn custom_permissions_are_kept() {
        let home = Home::new();
        let file = home.create(&small());
        Disk.set_permissions(&home.file(), PermissionsExt::from_mode(0o664)).unwrap();
        store::save(&Disk, &small(), &file, home.context(2)).unwrap();
        assert_eq!(mode(&home.file()), 0o664);
    }

    #[test]
    fn a_write_protected_file_is_not_written() {
        let home = Home::new();
        let file = home.create(&small());
        Disk.set_permissions(&home.file(), PermissionsExt::from_mode(0o444)).unwrap();
        let error = store::save(&Disk, &changed(&small(), "x"), &file, home.context(2)).unwrap_err();
        assert!(in_french(&error.message()).contains("refusé"));
        assert_eq!(dataset_in(&home, "exemple-2021.ron"), small());
    }

    #[test]
    fn a_symbolic_link_stays_a_link_and_its_target_is_saved() {
        let home = Home::new();
        let target = home.folder.path().join("ailleurs.ron");
        symlink(&target, home.file()).unwrap();
        // Even if its target does not exist yet.
        let file = home.create(&small());
        let new = changed(&small(), "par le lien");
        saved(&store::save(&Disk, &new, &file, home.context(2)).unwrap());
        assert!(home.file().is_symlink());
        assert!(!target.is_symlink());
        assert_eq!(store::open(&Disk, &target).unwrap().dataset, new);
        assert_eq!(home.names(), ["exemple-2021.ron"]);
    }
}

#[test]
fn what_others_save_during_a_save_is_not_overwritten_but_at_the_rename_itself() {
    let path = Path::new("/convention/exemple.ron");
    let places = Places::under(Path::new("/home"));
    let context = |random| SaveContext { places: &places, now: at(9, 14, 32), random };
    let theirs = changed(&small(), "à eux");
    let mut overwritten = 0;
    for number in 0.. {
        let disk = Memory::new();
        let made = store::create(&disk, path, &small(), Lineage::New(7), Existing::Refuse, context(1)).unwrap();
        let (mine, before) = (made.file(), disk.contents(path).unwrap());
        store::save(&disk, &theirs, mine, context(2)).unwrap();
        let their_bytes = disk.contents(path).unwrap();
        disk.put(path, before);
        // The save makes the first backup of its day.
        let later = SaveContext { now: at(10, 9, 0), ..context(3) };
        disk.meanwhile(number, path, their_bytes.clone());
        let outcome = store::save(&disk, &changed(&small(), "à moi"), mine, later);
        if disk.operations() <= number {
            break;
        }
        match outcome {
            Err(SaveError::Changed(opened)) => assert_eq!(opened.dataset, theirs, "{number}"),
            // Others wrote before the rename, or after it.
            Ok(_) => overwritten += usize::from(disk.contents(path).unwrap() != their_bytes),
            Err(error) => panic!("{number}: {error:?}"),
        }
    }
    assert_eq!(overwritten, 1);
}

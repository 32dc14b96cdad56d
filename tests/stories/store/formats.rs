//! Golden files: what an earlier version wrote opens for ever, with what it held.
//!
//! Each folder of `tests/fixtures/formats` is a version of the format. Its files are never written again.

use std::path::{Path, PathBuf};

use clefs::store::{self, Disk, Keys, OpenError, Opened, Standing};

use super::Home;

const PASSPHRASE: &str = "cheval correct pile agrafe";

fn fixture(version: &str, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats").join(version).join(name)
}

/// What every version's file holds.
fn assert_golden(opened: &Opened) {
    let data = &opened.dataset;
    assert_eq!(opened.standing, Standing::Sound);
    assert_eq!((data.landlords.len(), data.units.len(), data.relocations.len()), (1, 1, 1));
    let unit = data.units.iter().next().unwrap();
    assert_eq!(unit.notes, "au bord de l’Œuvre : « 2ᵉ étage »");
    assert_eq!(data.history.iter().count(), 1);
    assert_eq!((data.drafts.iter().count(), data.views.iter().count()), (1, 1));
}

#[test]
fn a_file_of_version_1_opens() {
    assert_golden(&store::open(&Disk, &fixture("1", "file.ron")).unwrap());
}

#[test]
fn an_encrypted_file_of_version_1_opens_with_its_passphrase() {
    let path = fixture("1", "encrypted.ron");
    assert_eq!(store::open(&Disk, &path), Err(OpenError::Sealed));
    let key = store::unlock(&Disk, &path, PASSPHRASE).unwrap();
    assert_golden(&store::open_sealed(&Disk, &path, &Keys::default().sealing(Some(key))).unwrap());
}

#[test]
fn a_journal_of_version_1_comes_back() {
    let home = Home::new();
    std::fs::copy(fixture("1", "file.ron"), home.file()).unwrap();
    let opened = store::open(&Disk, &home.file()).unwrap();
    let folder = home.places.journals_of(opened.file.dataset_id());
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(fixture("1", "changes.journal"), folder.join("0000000000000001.journal")).unwrap();
    let mut recovered = store::recover(&Disk, &home.places, &opened.file).unwrap();
    let document = recovered.replayed(&opened.dataset, &(Box::new(|_: &_, _, value: &_| format!("{value:?}")) as _));
    assert_eq!(document.dataset().units.iter().next().unwrap().notes, "promis en séance");
    assert_eq!(recovered.typing.unwrap().text, "encore à");
}

//! What a disk fails to do is said in the user's words, and leaves no half of a file.

use std::io::{self, ErrorKind};

use clefs::store::{self, DiskError, Existing};

use super::disk::each_fault;
use super::{Home, in_french};

#[test]
fn a_failure_is_said_with_what_it_means_for_the_file() {
    // An input/output error, on Windows a CRC error.
    let broken = io::Error::from_raw_os_error(if cfg!(windows) { 23 } else { 5 });
    for (error, said) in [
        (broken, "Le disque a signalé une erreur"),
        (ErrorKind::StorageFull.into(), "plus de place sur le disque"),
        (ErrorKind::ReadOnlyFilesystem.into(), "est refusé"),
        (ErrorKind::ResourceBusy.into(), "tenu par un autre programme"),
        (ErrorKind::StaleNetworkFileHandle.into(), "injoignable"),
        (ErrorKind::InvalidFilename.into(), "trop long, ou n’est pas permis"),
        (io::Error::other("inconnue"), "erreur du système : inconnue"),
    ] {
        let (kind, code, detail) = (error.kind(), error.raw_os_error(), error.to_string());
        let message = in_french(&DiskError { path: "/bureau/convention.ron".into(), kind, code, detail }.message());
        assert!(message.contains(said) && message.contains("convention.ron"), "{message}");
        assert!(code.is_none() || !message.contains("error"), "no sentence of the system: {message}");
    }
}

#[test]
fn an_export_on_a_failing_disk_is_whole_or_absent_and_the_error_names_it() {
    let operations = each_fault(|fs, _| {
        let home = Home::new();
        let path = home.files().join("figures.csv");
        let outcome = store::write_export(fs, &path, b"code;date\n", Existing::Refuse);
        let there = std::fs::read(&path).ok();
        assert!(there.is_none_or(|bytes| bytes == b"code;date\n"));
        if let Err(error) = outcome {
            let message = in_french(&error.message());
            assert!(message.contains("figures.csv") || message.contains("files"), "{message}");
        }
    });
    assert!(operations >= 8, "only {operations} operations failed");
}

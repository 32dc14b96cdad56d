//! Any bytes as a journal beside a sound file, and any lines as the frames of one: its changes fit, or the file stays as
//! it is. Without the checksums, which are made here, nothing would get as far as the frames.

#![no_main]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;

use clefs::store::{self, Disk, Opened, Places};
use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};

fn golden() -> &'static Opened {
    static OPENED: OnceLock<Opened> = OnceLock::new();
    OPENED.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/formats/1/file.ron");
        store::open(&Disk, &path).expect("the golden file opens")
    })
}

fuzz_target!(|bytes: &[u8]| {
    recover(bytes);
    recover(&sealed(bytes));
});

fn recover(journal: &[u8]) {
    let opened = golden();
    // A folder in memory, one for each of the fuzzer's processes.
    let home = std::env::temp_dir().join(format!("clefs-fuzz-{}", std::process::id()));
    let places = Places::under(&home);
    let folder = places.journals_of(opened.file.dataset_id());
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("0000000000000001.journal"), journal).expect("a journal");
    let mut recovered = store::recover(&Disk, &places, &opened.file).expect("the journals are looked at");
    let document = recovered.replayed(&opened.dataset, &(Box::new(|_: &_, _, value: &_| format!("{value:?}")) as _));
    assert!(document.dataset().dangling().is_empty());
}

/// A journal of the golden file whose frames are these lines.
fn sealed(lines: &[u8]) -> Vec<u8> {
    let path = golden().file.path().display().to_string();
    // Golden files never change.
    let digest = "5410d9b8e053e4361f840e8751e1010f959250e4911acba22453916aea90917e";
    let follows =
        format!("Follows(dataset:\"0000000000000007\",save:\"0000000000000001\",digest:\"{digest}\",path:{path:?})");
    let (mut journal, mut before) = (Vec::new(), String::new());
    for content in std::iter::once(follows.as_bytes()).chain(lines.split(|byte| *byte == b'\n')) {
        let digest = Sha256::new().chain_update(&before).chain_update(content).finalize();
        before = digest.iter().fold(String::new(), |mut digits, byte| {
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        journal.extend(format!("{:08x} {before} ", content.len()).bytes());
        journal.extend(content);
        journal.push(b'\n');
    }
    journal
}

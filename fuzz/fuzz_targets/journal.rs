//! Any bytes as a journal beside a sound file: its changes fit, or it stays as it is.

#![no_main]

use std::path::Path;
use std::sync::OnceLock;

use clefs::store::{self, Disk, Opened, Places};
use libfuzzer_sys::fuzz_target;

fn golden() -> &'static Opened {
    static OPENED: OnceLock<Opened> = OnceLock::new();
    OPENED.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/formats/1/file.ron");
        store::open(&Disk, &path).expect("the golden file opens")
    })
}

fuzz_target!(|bytes: &[u8]| {
    let opened = golden();
    // A folder in memory, one for each of the fuzzer's processes.
    let home = std::env::temp_dir().join(format!("clefs-fuzz-{}", std::process::id()));
    let places = Places::under(&home);
    let folder = places.journals_of(opened.file.dataset_id());
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("0000000000000001.journal"), bytes).expect("a journal");
    let mut recovered = store::recover(&Disk, &places, &opened.file).expect("the journals are looked at");
    let document = recovered.replayed(&opened.dataset, &(Box::new(|_: &_, _, value: &_| format!("{value:?}")) as _));
    assert!(document.dataset().dangling().is_empty());
});

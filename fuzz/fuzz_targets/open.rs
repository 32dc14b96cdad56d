//! Any bytes as a file: refused, or opened as something that is written and read back the same.

#![no_main]

use clefs::store;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(contents) = store::read(bytes) else { return };
    let (id, save) = (contents.envelope.dataset, contents.envelope.save);
    let (written, _) = store::write(&contents.dataset, id, save, &[]).expect("what was read can be written");
    let again = store::read(written).expect("what was written can be read");
    assert!(again.dataset == contents.dataset);
});

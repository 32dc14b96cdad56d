//! Any text typed into a cell of any column: a value that is typed again the same, choices, or a reason.

#![no_main]

use chrono::NaiveDate;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::lens::{Lens, Links};
use clefs::domain::schema::TableId;
use clefs::exchange::entry::{Entry, EntryContext, parse, suggest};
use clefs::exchange::show;
use clefs::sample;
use clefs::words::{Lang, Words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let data = sample::generate(4, 4, 1);
    let (links, today) = (Links::of(&data), NaiveDate::from_ymd_opt(2021, 7, 9).unwrap_or_default());
    let lens = Lens::new(&data, &links, today);
    let words = Words::new(Lang::Fr);
    let context = EntryContext { today, reader: &lens, words: &words };
    for table in TableId::ALL.iter().copied() {
        for info in table.columns() {
            let _ = suggest(info.kind, text, &context, 20);
            let (Entry::Value(value) | Entry::Part(value, _)) = parse(info.kind, text, &context) else { continue };
            let cell = CellRef { table, row: RowId::from_random(1), column: info.key };
            let typed = show::typed(&data, cell, &value, &words);
            assert_eq!(parse(info.kind, &typed, &context), Entry::Value(value), "{typed:?}");
        }
    }
});

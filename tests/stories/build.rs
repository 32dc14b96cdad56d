//! Builds small datasets through edits, from text, so that a fixture reads like a table.
//!
//! Names are unique within a builder, across tables; references are written by name:
//!
//! ```ignore
//! let mut b = Build::new(); // periods 2021 (from 25 March), 2022 and 2023
//! b.landlord("Alpha", &[]);
//! b.unit("U01", "Alpha", &[("published", "2021-04-09")]);
//! let n = b.look("2021-12-31", |lens| progress(lens, b.period("2021")).region.figures.units.delivered.n());
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;
use clefs::domain::dataset::Dataset;
use clefs::domain::id::{CellRef, RowId};
use clefs::domain::lens::{Lens, Links};
use clefs::domain::schema::{Audience, ColumnKey, Kind, TableId};
use clefs::domain::value::{Insee, Money, Territory, Value};
use clefs::edit::{Applied, Document, Edit, EditError, Stamp};
use clefs::indicators::{Snapshot, Span, SpanAsOf};
use clefs::store;

/// A day from its ISO form.
pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap_or_else(|_| panic!("not a date: {iso}"))
}

/// The author and time of every edit in tests.
pub fn stamp() -> Stamp<'static> {
    Stamp { at: day("2021-04-09").and_hms_opt(9, 0, 0).expect("a time"), by: "Testeuse" }
}

/// The dataset of a file in `fixtures/cases`.
pub fn case_file(name: &str) -> Dataset {
    let path = format!("{}/tests/fixtures/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    store::read(bytes).unwrap_or_else(|error| panic!("{path}: {error:?}")).dataset
}

pub fn look<T>(dataset: &Dataset, as_of: &str, look: impl FnOnce(&Lens) -> T) -> T {
    let links = Links::of(dataset);
    look(&Lens::new(dataset, &links, day(as_of)))
}

/// A column's key, by its name in the schema.
pub fn key(table: TableId, column: &str) -> ColumnKey {
    table.column_named(column).unwrap_or_else(|| panic!("no column {column} in {table:?}")).key
}

/// Builds a dataset.
#[derive(Default)]
pub struct Build {
    pub document: Document,
    names: HashMap<String, RowId>,
    next: u64,
}

impl Build {
    /// No records at all.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Goes on from a dataset; its periods have their names.
    pub fn of(dataset: Dataset) -> Self {
        let names = dataset.periods.iter().map(|period| (period.name.clone(), period.id())).collect();
        Self { names, document: Document::new(dataset), next: 1 << 40 }
    }

    /// A convention with the periods of 2021 (from 25 March), 2022 and 2023.
    pub fn new() -> Self {
        let mut build = Self::empty();
        build.add(TableId::Convention, "Convention fictive", &[("fictitious", "yes")]);
        build.add(TableId::Periods, "2021", &[("starts", "2021-03-25"), ("ends", "2021-12-31")]);
        build.add(TableId::Periods, "2022", &[("starts", "2022-01-01"), ("ends", "2022-12-31")]);
        build.add(TableId::Periods, "2023", &[("starts", "2023-01-01"), ("ends", "2023-12-31")]);
        build
    }

    /// Adds a record under a name (none if empty), which is also written into its label column if
    /// that holds text. Empty cells are skipped.
    pub fn add(&mut self, table: TableId, name: &str, cells: &[(&str, &str)]) -> RowId {
        self.next += 1;
        let row = RowId::from_random(self.next * 2 + 1);
        let label = self.dataset().table(table).label()[0];
        let mut values = Vec::new();
        if !name.is_empty() && table.column(label).is_some_and(|column| column.kind == Kind::Text) {
            values.push((label, Value::Text(name.to_owned())));
        }
        for (key, text) in cells.iter().filter(|(_, text)| !text.is_empty()) {
            values.push((self::key(table, key), self.value(table, key, text)));
        }
        self.apply(&Edit::Insert { table, row, values, before: None }).expect("the record is valid");
        if !name.is_empty() {
            self.name(row, name);
        }
        row
    }

    /// A landlord, party to the convention since the signature by default.
    pub fn landlord(&mut self, name: &str, cells: &[(&str, &str)]) -> RowId {
        let mut all = vec![("joined", "2021-03-25")];
        all.retain(|(key, _)| !cells.iter().any(|(given, _)| given == key));
        all.extend(cells);
        self.add(TableId::Landlords, name, &all)
    }

    /// A unit, on the platform by default.
    pub fn unit(&mut self, name: &str, landlord: &str, cells: &[(&str, &str)]) -> RowId {
        let mut all = vec![("landlord", landlord)];
        all.extend(cells);
        self.add(TableId::Units, name, &all)
    }

    /// A case, by referral by default.
    pub fn case(&mut self, name: &str, cells: &[(&str, &str)]) -> RowId {
        self.add(TableId::Relocations, name, cells)
    }

    /// Publishes what others read as of a day, as closing a committee does.
    pub fn publish(&mut self, span: Span, on: &str) {
        let figures = Value::Texts(self.figures(span, on, Audience::Committee).pack());
        let row = self.add(TableId::Publications, "", &[("day", on)]);
        let period = if let Span::Period(period) = span { Value::Reference(period) } else { Value::Empty };
        for (column, value) in [("figures", figures), ("period", period)] {
            let cell = CellRef { table: TableId::Publications, row, column: key(TableId::Publications, column) };
            if !value.is_empty() {
                self.apply(&Edit::Set { cell, value }).expect("the value fits");
            }
        }
    }

    /// A referral of a case to a landlord.
    pub fn referral(&mut self, case: &str, landlord: &str, cells: &[(&str, &str)]) -> RowId {
        let mut all = vec![("relocation", case), ("landlord", landlord)];
        all.extend(cells);
        self.add(TableId::Referrals, "", &all)
    }

    pub fn proposal(&mut self, unit: &str, case: &str, cells: &[(&str, &str)]) -> RowId {
        let mut all = vec![("unit", unit), ("relocation", case)];
        all.extend(cells);
        self.add(TableId::Proposals, "", &all)
    }

    /// A commitment; landlord `*` means the whole region.
    pub fn commitment(&mut self, axis: &str, period: &str, landlord: &str, target: &str) -> RowId {
        let landlord = if landlord == "*" { "" } else { landlord };
        let cells = [("axis", axis), ("period", period), ("landlord", landlord), ("target", target)];
        self.add(TableId::Commitments, "", &[&cells[..], &[("source", "Source fictive")]].concat())
    }

    /// Writes one cell of a record, found by its name.
    pub fn set(&mut self, table: TableId, name: &str, key: &str, text: &str) {
        self.set_row(table, self.row(name), key, text);
    }

    /// Writes one cell of a record; an empty text clears it.
    pub fn set_row(&mut self, table: TableId, row: RowId, key: &str, text: &str) {
        let column = self::key(table, key);
        let value = if text.is_empty() { Value::Empty } else { self.value(table, key, text) };
        self.apply(&Edit::Set { cell: CellRef { table, row, column }, value }).expect("the value fits");
    }

    /// Names a record whose label is not text, so that others can refer to it.
    pub fn name(&mut self, row: RowId, name: &str) {
        assert!(self.names.insert(name.to_owned(), row).is_none(), "{name} is already taken");
    }

    /// Applies any edit.
    pub fn apply(&mut self, edit: &Edit) -> Result<Applied, EditError> {
        self.document.apply(edit, stamp(), None)
    }

    pub fn row(&self, name: &str) -> RowId {
        *self.names.get(name).unwrap_or_else(|| panic!("no record named {name}"))
    }

    /// The rows' names in order; a row without a name is given by its number.
    pub fn names(&self, rows: &[RowId]) -> Vec<String> {
        let name = |row: &RowId| self.names.iter().find(|(_, found)| *found == row).map(|(name, _)| name.clone());
        rows.iter().map(|row| name(row).unwrap_or_else(|| row.value().to_string())).collect()
    }

    /// A period as a span.
    pub fn period(&self, name: &str) -> Span {
        Span::Period(self.row(name))
    }

    pub fn dataset(&self) -> &Dataset {
        self.document.dataset()
    }

    pub fn look<T>(&self, as_of: &str, see: impl FnOnce(&Lens) -> T) -> T {
        look(self.dataset(), as_of, see)
    }

    pub fn figures(&self, span: Span, as_of: &str, audience: Audience) -> Snapshot {
        Snapshot::of(self.document.snapshot(), SpanAsOf { span, as_of: day(as_of) }, audience)
    }

    fn value(&self, table: TableId, key: &str, text: &str) -> Value {
        let column = table.column_named(key).unwrap_or_else(|| panic!("no column {key}"));
        let words = || text.split(',').map(str::trim);
        match column.kind {
            Kind::Text | Kind::Notes => Value::Text(text.to_owned()),
            Kind::Texts => Value::Texts(words().map(str::to_owned).collect()),
            Kind::Integer(_) => Value::Integer(text.parse().expect("a whole number")),
            Kind::Money(_) => Value::Money(Money(text.parse().expect("cents"))),
            Kind::Date(_) => Value::Date(day(text)),
            Kind::Flag => Value::Flag(text == "yes"),
            Kind::Choice(_) => Value::Choice(text.to_owned().into()),
            Kind::Choices(_) => Value::Choices(words().map(|key| key.to_owned().into()).collect()),
            Kind::Reference(_) => Value::Reference(self.row(text)),
            Kind::Commune => Value::Commune(Insee(text.to_owned())),
            Kind::Territories => Value::Territories(words().map(|place| self.place(place)).collect()),
        }
    }

    /// `anywhere`, a département `d59`, an EPCI `e200093201`, a commune `c59350`, or a sector's name.
    fn place(&self, text: &str) -> Territory {
        match text.split_at_checked(1) {
            _ if text == "anywhere" => Territory::Anywhere,
            _ if self.names.contains_key(text) => Territory::Sector(self.row(text)),
            Some(("d", code)) => Territory::Departement(code.to_owned()),
            Some(("e", code)) => Territory::Epci(code.to_owned()),
            Some(("c", code)) => Territory::Commune(Insee(code.to_owned())),
            _ => panic!("not a place: {text}"),
        }
    }
}

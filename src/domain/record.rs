//! How a record type is written down: its fields once, its columns once, and nothing by hand.
//!
//! Owns the macros that make of a list of fields a struct that leaves its empty fields out of
//! the file, and of a list of columns the record's schema. What a column is, is in `schema`.

/// A stored column whose key is the name of its field; only within `schema!`, which names `Row`.
macro_rules! stored {
    ($field:ident: $kind:expr, $visibility:ident) => {
        $crate::domain::schema::Column::stored(
            stringify!($field),
            $kind,
            $crate::domain::schema::Visibility::$visibility,
            |record: &Row| $crate::domain::value::Field::to_value(&record.$field),
            |record: &mut Row, value| {
                record.$field = $crate::domain::value::Field::from_value(value)?;
                Ok(())
            },
        )
    };
}
pub(crate) use stored;

/// Whether a field is empty, and so not written to the file.
pub(crate) fn is_default<T: Default + PartialEq>(field: &T) -> bool {
    *field == T::default()
}

/// A record's struct: an id and fields that are written only when they are not empty.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$fmeta:meta])* pub $field:ident: $type:ty,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            id: $crate::domain::id::RowId,
            $(
                $(#[$fmeta])*
                #[serde(skip_serializing_if = "crate::domain::record::is_default")]
                pub $field: $type,
            )+
        }

        impl $name {
            /// Its identity.
            pub const fn id(&self) -> $crate::domain::id::RowId {
                self.id
            }
        }
    };
}
pub(crate) use record;

/// What every record type says of itself in the same words.
macro_rules! schema {
    ($name:ident in $table:ident, rows $rows:ident, label [$($label:literal),+], $columns:expr $(, on_offer $on_offer:expr)?) => {
        impl $crate::domain::schema::Record for $name {
            const TABLE: $crate::domain::schema::TableId = $crate::domain::schema::TableId::$table;
            const ROWS: $crate::domain::schema::Visibility = $crate::domain::schema::Visibility::$rows;
            const LABEL: &'static [$crate::domain::schema::ColumnKey] =
                &[$($crate::domain::schema::ColumnKey::new($label)),+];

            fn columns() -> &'static [$crate::domain::schema::Column<Self>] {
                // The name that `stored` knows the record type by.
                type Row = $name;
                static COLUMNS: &[$crate::domain::schema::Column<Row>] = $columns;
                COLUMNS
            }

            fn id(&self) -> $crate::domain::id::RowId {
                self.id
            }

            fn set_id(&mut self, id: $crate::domain::id::RowId) {
                self.id = id;
            }

            $(
                fn on_offer(&self, lens: &$crate::domain::lens::Lens) -> bool {
                    let on_offer: fn(&$name, &$crate::domain::lens::Lens) -> bool = $on_offer;
                    on_offer(self, lens)
                }
            )?
        }
    };
}
pub(crate) use schema;

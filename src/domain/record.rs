//! How a record type is written down: its fields once, its columns once, and nothing by hand.
//!
//! Owns the macros that make of a list of fields a struct that leaves its empty fields out of
//! the file, and of a list of columns the record's schema. What a column is, is in `schema`.

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
            pub const fn id(&self) -> $crate::domain::id::RowId {
                self.id
            }
        }
    };
}
pub(crate) use record;

/// A record's schema, and a typed key for each of its columns (`Unit::KEYS.code`).
///
/// An entry is `key(kind, visibility)` for a field of the struct of that name, or
/// `key(kind, visibility, |record, lens| value)` for what is computed; its attributes follow.
macro_rules! schema {
    (
        $name:ident in $table:ident, rows $rows:ident, label [$($label:ident),+] $(, on_offer $on_offer:expr)?;
        $($key:ident($kind:expr, $visibility:ident $(, $derive:expr)?) $(.$attribute:ident($($value:expr),*))*,)+
    ) => {
        const _: () = {
            /// One key a column.
            pub struct Keys {
                $(
                    #[doc = concat!("Key of `", stringify!($key), "`.")]
                    pub $key: $crate::domain::schema::ColumnKey,
                )+
            }

            impl $name {
                /// Keys of its columns: a column that it does not have does not compile.
                pub const KEYS: Keys = Keys { $($key: $crate::domain::schema::ColumnKey::new(stringify!($key)),)+ };
            }
        };

        impl $crate::domain::schema::Record for $name {
            const TABLE: $crate::domain::schema::TableId = $crate::domain::schema::TableId::$table;
            const ROWS: $crate::domain::schema::Visibility = $crate::domain::schema::Visibility::$rows;
            const LABEL: &'static [$crate::domain::schema::ColumnKey] = &[$(Self::KEYS.$label),+];

            fn columns() -> &'static [$crate::domain::schema::Column<Self>] {
                static COLUMNS: &[$crate::domain::schema::Column<$name>] = &[$(
                    $crate::domain::record::column!($name, $key, $kind, $visibility $(, $derive)?)
                        $(.$attribute($($value),*))*,
                )+];
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

/// One entry of `schema!`, its attributes aside.
macro_rules! column {
    ($name:ident, $key:ident, $kind:expr, $visibility:ident) => {
        $crate::domain::schema::Column::<$name>::stored(
            <$name>::KEYS.$key,
            $kind,
            $crate::domain::schema::Visibility::$visibility,
            |record| $crate::domain::value::ColumnValue::to_value(&record.$key),
            |record, value| {
                record.$key = $crate::domain::value::ColumnValue::from_value(value)?;
                Ok(())
            },
        )
    };
    ($name:ident, $key:ident, $kind:expr, $visibility:ident, $derive:expr) => {
        $crate::domain::schema::Column::<$name>::derived(
            <$name>::KEYS.$key,
            $kind,
            $crate::domain::schema::Visibility::$visibility,
            $derive,
        )
    };
}
pub(crate) use column;

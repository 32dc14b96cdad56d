//! Macros that declare a record type: each field and each column once.
//!
//! Owns the struct generated from a list of fields, which leaves empty fields out of the file, and the
//! schema generated from a list of columns. Columns are defined in `schema`.

/// Whether a field is empty and therefore not written to the file.
pub(crate) fn is_default<T: Default + PartialEq>(field: &T) -> bool {
    *field == T::default()
}

/// Declares a record's struct: an id, and fields written only if they are not empty.
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

/// Declares a record's schema, and a typed key for each column (`Unit::KEYS.code`).
///
/// An entry is `key(kind, visibility)` for a field of that name, or `key(kind, visibility, |record,
/// lens| value)` for a computed column; its attributes follow.
macro_rules! schema {
    (
        $name:ident in $table:ident, rows $rows:ident, label [$($label:ident),+]
        $(, described [$($described:ident),+])?
        $(, sets { $($set:ident [$($in_set:ident),+ $(,)?]),+ $(,)? })?
        $(, on_offer $on_offer:expr)?
        $(, owned $owned:expr)?;
        $($key:ident($kind:expr, $visibility:ident $(, $derive:expr)?) $(.$attribute:ident($($value:expr),*))*,)+
    ) => {
        const _: () = {
            /// One key per column.
            pub struct Keys {
                $(
                    #[doc = concat!("Key of `", stringify!($key), "`.")]
                    pub $key: $crate::domain::schema::ColumnKey,
                )+
            }

            impl $name {
                /// Keys of the columns: an unknown column does not compile.
                pub const KEYS: Keys = Keys { $($key: $crate::domain::schema::ColumnKey::new(stringify!($key)),)+ };
            }
        };

        impl $crate::domain::schema::Record for $name {
            const TABLE: $crate::domain::schema::TableId = $crate::domain::schema::TableId::$table;
            const ROWS: $crate::domain::schema::Visibility = $crate::domain::schema::Visibility::$rows;
            const LABEL: &'static [$crate::domain::schema::ColumnKey] = &[$(Self::KEYS.$label),+];
            $(const DESCRIBED: &'static [$crate::domain::schema::ColumnKey] = &[$(Self::KEYS.$described),+];)?
            $(const SETS: &'static [$crate::domain::schema::ColumnSet] = &[$(
                $crate::domain::schema::ColumnSet { key: stringify!($set), columns: &[$(Self::KEYS.$in_set),+] },
            )+];)?

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

            $(
                fn is_own(&self, audience: $crate::domain::schema::Audience, lens: &$crate::domain::lens::Lens) -> bool {
                    let is_own: fn(&$name, $crate::domain::schema::Audience, &$crate::domain::lens::Lens) -> bool = $owned;
                    is_own(self, audience, lens)
                }
            )?
        }
    };
}
pub(crate) use schema;

/// One entry of `schema!`, without its attributes.
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

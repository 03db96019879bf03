/// Creates a row of the schema table from some of its fields: `row!(Role { name, ..Role::default() })`.
///
/// Outside this crate, Rust does not allow a struct expression for a struct that may get more fields.
#[macro_export]
macro_rules! row {
    ($($ty:ident)::+ { $($field:ident $(: $value:expr)?,)* .. $base:expr $(,)? }) => {{
        let mut row: $($ty)::+ = $base;
        $(row.$field = $crate::row!(@ $field $($value)?);)*
        row
    }};
    (@ $field:ident) => {
        $field
    };
    (@ $field:ident $value:expr) => {
        $value
    };
}

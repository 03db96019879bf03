//! What an answer must have. Typed selections know it from their types, and untyped requests from the schema.

use serde::de::Error as _;
use serde_json::Value;

use crate::json::{Duplicates, read};
use crate::schema::{Scalar, Schema, TypeKind, TypeRef};
use crate::select::Path;

/// A field that an answer must have, if its object is there.
#[derive(Clone, Debug)]
pub struct Expected {
    key: String,
    /// Its type in GraphQL syntax; empty if it is not known, and then every value fits.
    ty: String,
    leaf: Leaf,
    /// Whether it can be left out: a fragment may be for another type, and a directive may exclude the field.
    optional: bool,
    /// Whether a request to a server that lacks it may leave it out.
    adapts: bool,
    below: Vec<Expected>,
}

/// The JSON of a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaf {
    Text,
    Number,
    Boolean,
    Any,
}

impl Expected {
    /// Creates a field with this response key, and a type of this schema. The fields `below` it are those that are
    /// selected on its result.
    pub fn new(
        schema: &Schema,
        key: impl Into<String>,
        ty: TypeRef<'_>,
        below: Vec<Expected>,
    ) -> Self {
        let leaf = match schema.type_named(ty.name()) {
            Some(ty) if ty.kind == TypeKind::Enum => Leaf::Text,
            Some(ty) => match ty.scalar {
                Scalar::Int | Scalar::Float => Leaf::Number,
                Scalar::String => Leaf::Text,
                Scalar::Opaque if ty.name == "ID" => Leaf::Text,
                Scalar::Boolean => Leaf::Boolean,
                // The server decides which JSON stands for a scalar of its own.
                Scalar::Opaque | Scalar::DateTime | Scalar::Json => Leaf::Any,
            },
            None => Leaf::Any,
        };
        Expected {
            key: key.into(),
            ty: ty.0.to_owned(),
            leaf,
            optional: false,
            adapts: false,
            below,
        }
    }

    /// Says whether an answer may leave the field out, because of a fragment or a directive.
    pub fn optional(self, optional: bool) -> Self {
        Expected { optional, ..self }
    }

    /// Says whether a request to a server that lacks the field may leave it out.
    pub(crate) fn adapts(self, adapts: bool) -> Self {
        Expected { adapts, ..self }
    }

    /// Checks the JSON text of a value of this field.
    ///
    /// # Errors
    ///
    /// Fails at the first place that does not have what was selected; `at` then holds the path below the field.
    pub(crate) fn check(&self, text: &str, at: &Path) -> Result<(), serde_json::Error> {
        // A number that no type here can hold is shown as it came.
        let Ok(value) = read(text, Duplicates::LastWins) else { return Ok(()) };
        self.fits(TypeRef(&self.ty), &value, at)
    }

    /// The same for an object with fields of this kind.
    pub(crate) fn check_all(
        fields: &[Expected],
        text: &str,
        at: &Path,
    ) -> Result<(), serde_json::Error> {
        let Ok(value) = read(text, Duplicates::LastWins) else { return Ok(()) };
        has_all(fields, &value, at)
    }

    /// Checks the value of a field of an object. A server of another version may have a list there in place of one
    /// object: Houston 0.16 has it for the invites of a workspace.
    fn fits_inside(&self, value: &Value, at: &Path) -> Result<(), serde_json::Error> {
        let ty = TypeRef(&self.ty);
        match value {
            Value::Array(values) if ty.item().is_none() && !self.below.is_empty() => {
                self.all_fit(ty, values, at)
            }
            _ => self.fits(ty, value, at),
        }
    }

    fn all_fit(
        &self,
        item: TypeRef<'_>,
        values: &[Value],
        at: &Path,
    ) -> Result<(), serde_json::Error> {
        let mut values = values.iter().enumerate();
        values
            .try_for_each(|(index, value)| at.at(self.fits(item, value, at), || index.to_string()))
    }

    fn fits(&self, ty: TypeRef<'_>, value: &Value, at: &Path) -> Result<(), serde_json::Error> {
        match (ty.item(), value) {
            (_, Value::Null) if ty.is_non_null() => misfit("null"),
            (_, Value::Null) => Ok(()),
            (Some(item), Value::Array(values)) => self.all_fit(item, values, at),
            (Some(_), _) => misfit("it is not a list"),
            (None, _) if !self.below.is_empty() => has_all(&self.below, value, at),
            (None, value) => match self.leaf {
                Leaf::Text if !value.is_string() => misfit("it is not text"),
                Leaf::Number if !value.is_number() => misfit("it is not a number"),
                Leaf::Boolean if !value.is_boolean() => misfit("it is neither true nor false"),
                _ => Ok(()),
            },
        }
    }
}

fn has_all(fields: &[Expected], value: &Value, at: &Path) -> Result<(), serde_json::Error> {
    let Value::Object(values) = value else { return misfit("it is not an object") };
    fields.iter().try_for_each(|field| {
        let found = match values.get(&field.key) {
            Some(value) => field.fits_inside(value, at),
            None if field.optional || field.adapts && at.is_lenient() => Ok(()),
            None => misfit("it is missing"),
        };
        at.at(found, || field.key.clone())
    })
}

fn misfit(why: &str) -> Result<(), serde_json::Error> {
    Err(serde_json::Error::custom(why))
}

#[cfg(test)]
#[cfg(feature = "houston")]
mod tests {
    use super::Expected;
    use crate::SCHEMA;
    use crate::schema::TypeRef;
    use crate::select::Path;

    #[test]
    fn the_first_place_that_does_not_fit_is_found() {
        let field = |key: &str, ty, below| Expected::new(&SCHEMA, key, TypeRef(ty), below);
        let leaf = |key, ty| field(key, ty, Vec::new());
        let rows = field(
            "rows",
            "[Workspace]",
            vec![
                leaf("id", "ID!"),
                leaf("n", "Int"),
                leaf("ok", "Boolean"),
                leaf("json", "JSON").adapts(true),
                leaf("other", "").optional(true),
                leaf("when", "DateTime").optional(true),
            ],
        );
        let row =
            |fields: &str| format!(r#"[null, {{"id":"a","n":1,"ok":true,"json":1{fields}}}]"#);
        for (text, place) in [
            ("null".to_owned(), ""),
            ("[]".to_owned(), ""),
            (row(""), ""),
            (row(r#","other":[{}],"when":1600000000000"#), ""),
            (row(r#","n":null,"ok":null,"json":{"a":1}"#), ""),
            (row(r#","n":1e400,"id":5"#), ""),
            (row(r#","id":null"#), "/1/id null"),
            (row(r#","id":5"#), "/1/id it is not text"),
            (row(r#","n":"1""#), "/1/n it is not a number"),
            (row(r#","ok":"true""#), "/1/ok it is neither true nor false"),
            (r#"[{"id":"a","n":1,"ok":true}]"#.to_owned(), "/0/json it is missing"),
            ("[7]".to_owned(), "/0 it is not an object"),
            ("[[]]".to_owned(), "/0 it is not an object"),
            (r#"{"id":"a"}"#.to_owned(), " it is not a list"),
        ] {
            let at = Path::new(false);
            let found = rows.check(&text, &at).err();
            let found = found.map(|why| format!("{} {why}", at.json_pointer()));
            assert_eq!(found.unwrap_or_default(), place, "{text}");
        }
        // 0.16 has a list of invites, and 0.23 one invite.
        let invites = field("invites", "Invite", vec![leaf("id", "ID!")]);
        let workspace = field("workspace", "Workspace", vec![invites]);
        let fits = |text| workspace.check(text, &Path::new(false)).is_ok();
        for text in
            [r#"{"invites":[]}"#, r#"{"invites":[{"id":"a"}]}"#, r#"{"invites":{"id":"a"}}"#]
        {
            assert!(fits(text), "{text}");
        }
        for text in [r#"{"invites":[{}]}"#, r#"{"invites":[[]]}"#, r#"[{"invites":[]}]"#] {
            assert!(!fits(text), "{text}");
        }
        // A server that lacks fields was asked without them.
        let lenient = Path::new(true);
        assert!(rows.check(r#"[{"id":"a","n":1,"ok":true}]"#, &lenient).is_ok());
        assert!(rows.check(r#"[{"id":"a","ok":true,"json":1}]"#, &lenient).is_err());
    }
}

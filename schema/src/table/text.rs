//! The table as a text of which a reader takes the rows that it needs.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Schema;
use super::later::Later;
use super::rows::Rows;

/// The first line: how long each part behind it is, in bytes.
#[derive(Serialize, Deserialize)]
struct Head<'t> {
    version: Option<Cow<'t, str>>,
    operations: Vec<(String, usize)>,
    types: Vec<(String, usize)>,
    shapes: usize,
    roles: usize,
    refusals: usize,
}

impl Schema {
    /// The table as a text for [`of_text`](Self::of_text): one line of JSON, and the rows behind it.
    ///
    /// # Errors
    ///
    /// Fails if a value is not JSON.
    pub fn to_text(&self) -> serde_json::Result<String> {
        let mut rows = String::new();
        let mut add = |name: &str, row: serde_json::Result<String>| {
            let row = row?;
            rows += &row;
            Ok((name.to_owned(), row.len()))
        };
        let operations = self.operations.iter();
        let operations = operations.map(|row| add(&row.name, serde_json::to_string(row)));
        let operations = operations.collect::<serde_json::Result<_>>()?;
        let types = self.types.iter().map(|row| add(&row.name, serde_json::to_string(row)));
        let types = types.collect::<serde_json::Result<_>>()?;
        let shapes = serde_json::to_string(&self.shapes)?;
        let roles = serde_json::to_string(&self.roles)?;
        let refusals = serde_json::to_string(&*self.refusals)?;
        let head = Head {
            version: self.version.as_deref().map(Cow::Borrowed),
            operations,
            types,
            shapes: shapes.len(),
            roles: roles.len(),
            refusals: refusals.len(),
        };
        Ok(format!("{}\n{rows}{shapes}{roles}{refusals}", serde_json::to_string(&head)?))
    }

    /// Reads the first line of a text that [`to_text`](Self::to_text) returned. The rest is read when it is asked for
    /// first, which panics if it is damaged. None if it is another text, or is cut.
    pub fn of_text(text: Vec<u8>) -> Option<Self> {
        let text = &Arc::new(text);
        let end = text.iter().position(|byte| *byte == b'\n')?;
        let (start, head) = (end + 1, text.get(..end)?);
        let head: Head<'_> = serde_json::from_slice(head).ok()?;
        let (operations, start) = Rows::of_text(text, start, head.operations)?;
        let (types, start) = Rows::of_text(text, start, head.types)?;
        let shapes = Later::of_text(text, start, head.shapes)?;
        let start = start + head.shapes;
        let roles = Later::of_text(text, start, head.roles)?;
        let start = start + head.roles;
        let refusals = Later::of_text(text, start, head.refusals)?;
        (start + head.refusals == text.len()).then(|| Schema {
            version: head.version.map(Cow::into_owned),
            operations,
            types,
            shapes,
            roles,
            refusals: Arc::new(refusals),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Operation, OperationKind, Refusal, Role, Schema, Type};

    fn schema() -> Schema {
        let operation = |kind, name: &str| {
            let (name, ty) = (name.to_owned(), "Int".to_owned());
            Operation { kind, name, ty, ..Operation::default() }
        };
        let operations = [
            operation(OperationKind::Query, "both"),
            operation(OperationKind::Query, "first"),
            operation(OperationKind::Mutation, "both"),
        ];
        let ty = |name: &str| Type { name: name.to_owned(), ..Type::default() };
        Schema {
            version: Some("0.1".to_owned()),
            operations: operations.into_iter().collect(),
            types: ["A", "B"].map(ty).into_iter().collect(),
            shapes: vec![ty("shape")].into(),
            roles: vec![Role { name: "ADMIN".to_owned(), ..Role::default() }].into(),
            refusals: Arc::new(vec![Refusal { text: "no".into(), ..Refusal::default() }].into()),
        }
    }

    fn read(text: &str) -> Option<Schema> {
        Schema::of_text(text.as_bytes().to_vec())
    }

    #[test]
    fn a_text_is_read_row_by_row() {
        let text = schema().to_text().unwrap();
        let whole = read(&text).unwrap();
        assert_eq!(whole.operations.names().collect::<Vec<_>>(), ["both", "first", "both"]);
        let kind = |kind| whole.operation_of(kind, "both").map(|row| row.kind);
        assert_eq!(kind(OperationKind::Mutation), Some(OperationKind::Mutation));
        assert_eq!(kind(OperationKind::Subscription), None);
        assert_eq!(whole.type_named("B").map(|ty| &*ty.name), Some("B"));
        assert!(whole.type_named("C").is_none());
        assert_eq!(whole, schema());
        // What is not asked for is not read.
        let damaged = text.replacen("\"first\",\"ty\"", "\"first\";\"ty\"", 1);
        assert_ne!(damaged, text);
        let damaged = read(&damaged.replacen("\"ADMIN\"", "\"ADMIN;", 1)).unwrap();
        assert_eq!(damaged.type_named("A"), schema().type_named("A"));
        assert_eq!(damaged.refusals, schema().refusals);
    }

    #[test]
    fn another_text_is_not_read() {
        let text = schema().to_text().unwrap();
        for end in 0..text.len() {
            assert!(read(&text[..end]).is_none(), "{end}");
        }
        for other in
            ["{}\n".to_owned(), format!("{text} "), text.replacen("[\"A\",", "[\"A\",9", 1)]
        {
            assert!(read(&other).is_none(), "{other}");
        }
    }
}

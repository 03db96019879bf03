//! The files of pages: one for each operation and type.

use std::collections::HashSet;

use houston_client::schema::{OperationKind, Schema, TypeRef};

/// The longest part of a name in the name of a file.
const LONGEST: usize = 100;

/// The paths of pages, from the folder of the reference.
pub(super) struct Names {
    /// Of the operations, in the order of the table.
    pub(super) operations: Vec<String>,
    /// Of the types, and of the shapes behind them.
    pub(super) types: Vec<String>,
}

impl Names {
    /// Gives each page a path that differs from all others by more than the case of letters.
    pub(super) fn new(schema: &Schema) -> Self {
        let mut taken = HashSet::new();
        let operations = schema.operations.iter();
        let operations =
            operations.map(|row| path(&mut taken, folder(row.kind), &row.name)).collect();
        let types = schema.types.iter().chain(&*schema.shapes);
        let types = types.map(|ty| path(&mut taken, "types", &ty.name)).collect();
        Names { operations, types }
    }

    /// The path of the page of a type or shape.
    pub(super) fn of_type(&self, schema: &Schema, name: &str) -> Option<&str> {
        let name = TypeRef(name).name();
        let of_types = schema.types.names().position(|own| own == name);
        let of_shapes = || schema.shapes.iter().position(|shape| shape.name == name);
        let at = of_types.or_else(|| Some(schema.types.len() + of_shapes()?))?;
        self.types.get(at).map(String::as_str)
    }
}

const fn folder(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::Query => "queries",
        OperationKind::Mutation => "mutations",
        OperationKind::Subscription => "subscriptions",
    }
}

/// A free path for a name. Names that differ by case alone are one file on many disks, and some names are devices of
/// Windows: they get a number, which names of GraphQL do not end in behind a hyphen.
fn path(taken: &mut HashSet<String>, folder: &str, name: &str) -> String {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    let plain: String = name.chars().filter(|letter| fits(*letter)).take(LONGEST).collect();
    let first = (!plain.is_empty() && !is_device(&plain)).then(|| plain.clone());
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let mut candidates = first.into_iter().chain(numbered);
    let file = candidates.find(|file| taken.insert(format!("{folder}/{}", file.to_lowercase())));
    format!("{folder}/{}.html", file.unwrap_or_default())
}

/// Whether Windows takes a file of this name for a device, whatever its ending.
fn is_device(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_port = |begin: &str| {
        name.strip_prefix(begin)
            .is_some_and(|rest| rest.len() == 1 && rest != "0" && rest.parse::<u8>().is_ok())
    };
    matches!(&*name, "con" | "prn" | "aux" | "nul") || is_port("com") || is_port("lpt")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::path;

    #[test]
    fn every_page_has_its_own_file_on_every_disk() {
        let mut taken = HashSet::new();
        let names = ["deployment", "Deployment", "DEPLOYMENT", "con", "COM1", "com0", "../a b", ""];
        let paths = names.map(|name| path(&mut taken, "types", name));
        assert_eq!(
            paths
                .each_ref()
                .map(|path| path.trim_start_matches("types/").trim_end_matches(".html")),
            ["deployment", "Deployment-2", "DEPLOYMENT-3", "con-2", "COM1-2", "com0", "ab", "-2"]
        );
        let long = "x".repeat(5000);
        let two = [path(&mut taken, "queries", &long), path(&mut taken, "queries", &long)];
        assert!(two[0] != two[1] && two[1].len() < 130, "{two:?}");
        assert_eq!(path(&mut taken, "queries", "deployment"), "queries/deployment.html");
    }
}

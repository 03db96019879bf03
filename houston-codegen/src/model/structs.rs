//! Which types have a struct of their default selection.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::Model;
use super::module::Module;

/// Which types have a struct of their default selection. A type without one is the name of its fields' scope.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Structs {
    /// All types with fields.
    All,
    /// Types that an operation returns.
    Answered,
}

/// A schema with more types than this has structs for types that an operation returns: those of all types took a
/// third of the time that the compiler needed for GitHub's module.
const MOST: usize = 300;

/// Decides it for all types. Root types always have a struct.
pub(super) fn decide(model: &mut Model) {
    let answered: BTreeSet<&str> =
        model.operations.iter().map(|operation| operation.row.type_ref().name()).collect();
    let with_fields = model.types.iter().filter(|ty| Module::of(ty.row.kind) == Module::Object);
    let by_default = if with_fields.count() > MOST { Structs::Answered } else { Structs::All };
    let is_all = model.structs.unwrap_or(by_default) == Structs::All;
    for ty in &mut model.types {
        let is_needed = is_all || ty.root.is_some() || answered.contains(&*ty.row.name);
        ty.has_struct = is_needed && Module::of(ty.row.kind) == Module::Object;
    }
}

#[cfg(test)]
mod tests {
    use super::MOST;
    use crate::Source;
    use crate::model::{Model, Sources};

    const SCHEMA: &str =
        "type Query { things: [Thing] } type Thing { token: Token } type Token { at: Int }\n";

    #[test]
    fn types_that_no_operation_returns_have_a_struct_unless_the_schema_is_large() {
        let has = |overlay: &str, more: usize| -> Result<[bool; 3], String> {
            let more: String = (0..more).map(|n| format!("type More{n} {{ a: Int }}\n")).collect();
            let text = SCHEMA.to_owned() + &more;
            let sources = Sources {
                overlay: Some(Source::new("overlay.toml", overlay)),
                ..Sources::schema(Source::new("schema.graphql", &text))
            };
            let model = Model::new(&sources).map_err(|errors| errors.to_string())?;
            Ok(["Query", "Thing", "Token"].map(|name| model.type_named(name).unwrap().has_struct))
        };
        let (all, answered) = (Ok([true, true, true]), Ok([true, true, false]));
        // The schema has 3 types with fields.
        assert_eq!([has("", 0), has("", MOST - 3)], [all.clone(), all.clone()]);
        assert_eq!(has("", MOST - 2), answered);
        assert_eq!(has("structs = \"all\"", MOST), all);
        assert_eq!(has("structs = \"answered\"", 0), answered);
        let refused = has("structs = \"some\"", 0).unwrap_err();
        assert!(refused.contains("expected `all` or `answered`"), "{refused}");
    }
}

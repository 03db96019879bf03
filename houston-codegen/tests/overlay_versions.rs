//! The overlay and the versions of a server: what belongs to others, and what does not fit a schema.

use houston_codegen::model::{Model, Sources};
use houston_codegen::{Preset, Source};

const SCHEMA: &str = r#"
type Query { things(group: ID!): [Thing] }
type Mutation { create(name: String, group: ID!): Thing }
type Thing { id: ID! name: String old: String token: Token }
type Token { value: String }
"#;

fn model(overlay: &str) -> Result<Model, String> {
    let sources = Sources {
        overlay: Some(Source::new("overlay.toml", overlay)),
        ..Sources::schema(Source::new("schema.graphql", SCHEMA))
    };
    Model::new(&sources).map_err(|errors| errors.to_string())
}

/// An entry is about some versions: in others, nothing is wrong if its names are missing.
#[test]
fn entries_of_other_versions_may_be_missing() {
    let overlay = |version: &str| {
        format!(
            r#"
version = "{version}"
[operations.renew]
since = "1.3"
evidence = "seen"
effect = "update"
[operations.create]
until = "1.2"
description = "Makes a thing."
secret = ["lease"]
effect = "create"
[types.Lease]
secret = ["key"]
[types.Thing]
secret = ["pin"]
[arguments]
leaseId = ["leases"]
[operations.leases]
since = "1.3"
effect = "read"
[names]
"(lease:)" = {{ since = "1.3", says = "Its lease." }}
"(group:)" = {{ since = "1.3", says = "Its group." }}
"Thing.pin" = {{ since = "1.3", says = "Its pin." }}
"Thing.old" = {{ until = "1.2.4", says = "Its old name." }}
Lease = {{ since = "1.3", says = "A lease." }}
"#
        )
    };
    let model_of = |version: &str| model(&overlay(version));
    let create = |model: &Model| {
        let found = model.operations.iter().find(|one| one.row.name == "create");
        found.unwrap().row.description.clone()
    };
    for version in ["1.2", "1.2.4", "0.9"] {
        let model = model_of(version).unwrap();
        assert_eq!(create(&model), "Makes a thing.");
        let group = model.operations.iter().flat_map(|one| &one.field.arguments);
        let mut group = group.filter(|one| one.row.name == "group");
        assert!(group.all(|one| one.row.description == "Its group."));
    }
    let refused = model_of("1.3").unwrap_err();
    for name in ["operation `renew`", "type `Lease`", "argument `lease`", "field `pin`", "`Lease`"]
    {
        assert!(refused.contains(name), "{name}: {refused}");
    }
    for version in ["1", "1.2.3.4", "one", "-1.2"] {
        let overlay = format!("[operations.create]\neffect = \"create\"\nsince = \"{version}\"\n");
        let refused = model(&overlay).unwrap_err();
        assert!(refused.contains("such as `0.25.8`") && refused.contains(":3:9"), "{refused}");
    }
}

/// Only what the schema's version should have is told as missing. The version is that of its first line.
#[test]
fn entries_of_a_preset_about_other_versions_are_counted() {
    let schema = "type Query { deployments: [Deployment] } type Deployment { id: ID }";
    let left_out = |head: &str| {
        let text = format!("{head}\n{schema}");
        let sources = Sources {
            preset: Some(Preset::Houston),
            ..Sources::schema(Source::new("schema.graphql", &text))
        };
        let model = Model::new(&sources).unwrap_or_else(|errors| panic!("{errors}"));
        let told: Vec<String> = model.left_out.into_iter().map(|one| one.message).collect();
        (told.join("\n"), model.of_other_versions)
    };
    let heading = |version: &str| left_out(&format!("# Introspection 2018; platform {version}"));
    let ((old, of_old), (new, of_new)) = (heading("0.16.6"), heading("2.1.0-rc.1"));
    for (name, is_in_old, is_in_new) in [
        ("operation `createWorkspace`", true, true),
        ("operation `createTeam`", false, true),
        ("operation `createDeployment`", true, false),
        ("no `Team`", false, true),
        ("`Team.name`", false, false),
    ] {
        assert_eq!(old.contains(name), is_in_old, "{name}: {old}");
        assert_eq!(new.contains(name), is_in_new, "{name}: {new}");
    }
    // Of an unknown version, only what all versions have is missed.
    let (unknown, of_unknown) = left_out("");
    assert!(unknown.contains("operation `createWorkspace`"), "{unknown}");
    for name in ["`createTeam`", "`createDeployment`", "`Team.name`"] {
        assert!(!unknown.contains(name), "{name}: {unknown}");
    }
    assert!(of_unknown > of_old && of_unknown > of_new && of_old > 0 && of_new > 0);
}

/// The first finder that fits the schema counts. Facts that need another type do not fit.
#[test]
fn facts_fit_the_types_of_the_schema() {
    let finder = |first: &str| {
        format!(
            "[operations.create]\neffect = \"create\"\nfinder = {{ query = \"things\", arguments = {{ {first} = \"group\" }}, \
             otherwise = {{ query = \"things\", arguments = {{ group = \"group\" }}, match = {{ id = \"group.id\" }} }} }}\n"
        )
    };
    for first in ["group", "place"] {
        let model = model(&finder(first)).unwrap();
        let create = model.operations.iter().find(|one| one.row.name == "create").unwrap();
        let matches = &create.row.finder.as_ref().unwrap().matches;
        assert_eq!(matches.is_empty(), first == "group", "{first}");
    }
    for (overlay, part) in [
        (
            "[operations.create]\neffect = \"create\"\nfinder = { query = \"things\", match = { token = \"name\" } }\n",
            "the result of `things` has no field `token`",
        ),
        (
            "[operations.create]\neffect = \"create\"\nshapes = { name = \"text\" }\n[shapes]\ntext = { a = \"Int\" }\n",
            "`name` of `create` is not JSON",
        ),
        (
            "[operations.create]\neffect = \"create\"\nwatch = { what = \"thing\" }\n[watched.thing]\nquery = \"things\"\nargument = \"group\"\nstate = \"token\"\nreached = [\"a\"]\n",
            "`token` of `things` has fields",
        ),
    ] {
        let refused = model(overlay).unwrap_err();
        assert!(refused.contains(part), "{refused}");
    }
}

//! The overlay on a small schema: its effects, and the entries that it refuses.

use houston_codegen::model::{Model, Nulls, Sources};
use houston_codegen::{Preset, Source};
use houston_schema::table::{Access, Effect, Proof};

const SCHEMA: &str = r#"
type Query { things(group: ID!): [Thing] }
type Mutation { create(name: String, group: ID!, password: String): Thing  wipe(id: ID!): Boolean }
type Thing { id: ID! name: String old: String key: String token: Token }
type Token { value: String at: Moment }
type Subscription { thing(group: ID!): Thing }
input Login { password: String! }
scalar Moment
"#;

fn model(overlay: &str, permissions: &str, refusals: &str) -> Result<Model, String> {
    let sources = Sources {
        overlay: Some(Source::new("overlay.toml", overlay)),
        permissions: Some(Source::new("permissions.toml", permissions)),
        refusals: Some(Source::new("refusals.toml", refusals)),
        ..Sources::schema(Source::new("schema.graphql", SCHEMA))
    };
    Model::new(&sources).map_err(|errors| errors.to_string())
}

#[test]
fn the_overlay_decides_what_the_schema_does_not_say() {
    let overlay = r#"
version = "1.2"
[lists]
items = "non-null"
[results]
mutations = "non-null"
[scalars]
Moment = "date-time"
[[domains]]
name = "things"
match = ["*thing*", "create"]
[[domains]]
name = "rest"
match = ["*"]
[types.Thing]
secret = ["key"]
lower-case = ["name"]
columns = ["name", "id"]
time = "old"
identity = "id"
samples = "token"
volatile = ["old"]
needs = { name = ["id", "token"] }
doubt = { token = { only = ["create"], with = "value", says = "it is null" } }
[types.Login]
secret = ["password"]
[operations.create]
effect = "create"
natural-key = ["group", "name"]
finder = { query = "things", arguments = { group = "group" }, match = { name = "name" }, shows = { "token.value" = "password.x" } }
ignored = ["password.*"]
stored-in = { name = "group.name" }
required = ["name"]
secret = ["password"]
select = ["key"]
omit = ["name"]
trap = "Takes a while."
watch = { what = "thing", id = "group" }
[watched.thing]
query = "things"
argument = "group"
state = "token.value"
reached = ["done"]
[operations.things]
effect = "read"
follow = { subscription = "thing", since = "group" }
"#;
    let permissions = "[operations]\ncreate = [\"thing.create\"]\nthings = \"public\"\n[unknown]\nwipe = \"not checked yet\"\n[roles]\nADMIN = [\"thing.create\"]\n";
    let refusals = "[codes]\nalready-exists = \"Something has this name.\"\n\
         [[unproven]]\ntext = \"* is taken\"\ncode = \"already-exists\"\nsource = \"all versions\"\n\
         [[refusal]]\ntext = \"Taken *\"\noperations = [\"create\"]\ncode = \"already-exists\"\nnext = \"Wait.\"\nsource = \"all versions\"\n";
    let model = model(overlay, permissions, refusals).unwrap();

    let operation = |name: &str| model.operations.iter().find(|one| one.row.name == name).unwrap();
    let create = operation("create");
    let arguments: Vec<(&str, bool, bool)> = create
        .field
        .arguments
        .iter()
        .map(|argument| (argument.row.name.as_str(), argument.row.required, argument.row.secret))
        .collect();
    assert_eq!(
        arguments,
        [("group", true, false), ("name", true, false), ("password", false, true)]
    );
    assert_eq!(model.version.as_deref(), Some("1.2"));
    assert_eq!(create.row.secrets, ["password"]);
    assert_eq!((create.row.effect, create.row.idempotent), (Effect::Create, false));
    assert_eq!(create.row.access, Access::AnyOf(vec!["thing.create".to_owned()]));
    assert_eq!((create.result, create.field.items), (Nulls::NonNull, Nulls::NonNull));
    assert_eq!(
        create.row.finder.as_ref().unwrap().matches,
        [("name".to_owned(), "name".to_owned())]
    );
    let shows = &create.row.finder.as_ref().unwrap().shows;
    assert_eq!(shows, &[("token.value".to_owned(), "password.x".to_owned())]);
    assert_eq!(create.row.stored_in, [("name".to_owned(), "group.name".to_owned())]);
    let watch = create.row.watch.as_ref().unwrap();
    assert_eq!((&*watch.query, watch.id.as_deref()), ("things", Some("group")));
    assert!(create.row.ignores(&["password", "y"]) && !create.row.ignores(&["password"]));
    let fields: Vec<&str> =
        model.default_fields(create).iter().map(|field| field.row.name.as_str()).collect();
    assert_eq!(fields, ["id", "key"]);
    let own = model.own_default_fields(model.type_named("Thing").unwrap());
    assert_eq!(own.iter().map(|field| field.row.name.as_str()).collect::<Vec<_>>(), ["id", "name"]);
    assert_eq!(
        (operation("things").row.access.clone(), operation("things").row.idempotent),
        (Access::Public, true)
    );
    // An operation without an entry is never treated as idempotent.
    assert_eq!(
        (operation("wipe").row.effect, operation("wipe").row.idempotent),
        (Effect::Unknown, false)
    );
    assert!(model.type_named("Login").unwrap().input_fields[0].row.secret);
    assert_eq!(model.domains, ["things", "rest"]);
    let thing = &model.table();
    let field = |name: &str| thing.type_named("Thing").unwrap().field(name).unwrap();
    // A field that needs a selection of its own cannot be added.
    assert_eq!(field("name").needs, ["id"]);
    assert!(field("name").lower_case && !field("id").lower_case);
    let ty = thing.type_named("Thing").unwrap();
    assert_eq!(
        (&ty.columns[..], ty.time.as_deref()),
        (&["name".into(), "id".into()][..], Some("old"))
    );
    assert_eq!((ty.identity.as_deref(), ty.samples.as_deref()), (Some("id"), Some("token")));
    let follow = operation("things").row.follow.as_ref().unwrap();
    assert_eq!((&*follow.subscription, &*follow.since), ("thing", "group"));
    let doubt = field("token").doubt.clone().unwrap();
    assert_eq!((doubt.only, doubt.with), (vec!["create".to_owned()], vec!["value".to_owned()]));
    assert_eq!((create.field.domain, operation("wipe").field.domain), (0, 1));
    assert_eq!(operation("wipe").row.access, Access::Unknown);
    let rows = model.refusals.iter().map(|row| (&*row.text, row.operations.len(), row.proves));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [("Taken *", 1, Proof::Field), ("* is taken", 0, Proof::Nothing)]
    );
    assert_eq!(model.required, ["group", "id", "name", "password"]);
}

/// A query and a mutation may have the same name: entries choose one of them.
#[test]
fn entries_name_one_operation() {
    const SCHEMA: &str = "type Query { ping(login: Login): Int  other: Int }
        type Mutation { ping(login: Login): Int }
        input Login { password: String! again: Login more: [Key!] }
        input Key { token: String }";
    let read = |overlay: &str, permissions: &str| {
        let sources = Sources {
            overlay: Some(Source::new("overlay.toml", overlay)),
            permissions: Some(Source::new("permissions.toml", permissions)),
            ..Sources::schema(Source::new("schema.graphql", SCHEMA))
        };
        Model::new(&sources).map_err(|errors| errors.to_string())
    };
    let types = "[types.Login]\nsecret = [\"password\"]\n[types.Key]\nsecret = [\"token\"]\n";
    let both = "[operations.\"query.ping\"]\neffect = \"read\"\n[operations.\"mutation.ping\"]\neffect = \"update\"\ntrap = \"t\"\n[operations.other]\neffect = \"read\"\n";
    let access = "[operations]\n\"mutation.ping\" = [\"p\"]\n[unknown]\n\"query.ping\" = \"why\"\n";
    let model = read(&format!("{both}{types}"), access).unwrap();
    let known: Vec<_> = model
        .operations
        .iter()
        .map(|one| {
            (one.row.kind.keyword(), one.row.name.as_str(), one.row.trap.as_str(), &one.row.access)
        })
        .collect();
    let granted = Access::AnyOf(vec!["p".to_owned()]);
    assert_eq!(
        known,
        [
            ("query", "other", "", &Access::Unknown),
            ("query", "ping", "", &Access::Unknown),
            ("mutation", "ping", "t", &granted),
        ]
    );
    for ping in &model.operations[1..] {
        assert_eq!(ping.row.secrets, ["password", "token"]);
    }
    for (overlay, permissions, part) in [
        (
            "[operations.ping]\neffect = \"read\"\n",
            "",
            "the schema has more than one operation `ping`: use `query.ping` or `mutation.ping`\n --> overlay.toml:1:13",
        ),
        ("", "[operations]\nping = \"public\"\n", "permissions.toml:2:1"),
        (
            "[operations.\"mutation.other\"]\neffect = \"update\"\n",
            "",
            "no operation `mutation.other`",
        ),
        ("[operations.\"subscription.ping\"]\neffect = \"read\"\n", "", "no operation"),
    ] {
        let refused = read(overlay, permissions).unwrap_err();
        assert!(refused.contains(part), "{refused}");
    }
}

#[test]
fn stale_and_misspelt_entries_are_refused_with_their_line() {
    let all = [
        ("[scalars]\nMoment = \"date\"\n", "", ""),
        ("[scalars]\nThing = \"opaque\"\n", "", ""),
        ("[rust]\nMoment = \"Timestamp\"\nThing = \"a::B\"\nNone = \"a::B\"\n", "", ""),
        ("[rust]\n\"Thing.none\" = \"a::B\"\n\"Thing.token\" = \"a::B\"\n", "", ""),
        ("[rust]\n\"Mutation.wipe(none:)\" = \"a::B\"\n\"Query.wipe(id:)\" = \"a::B\"\n", "", ""),
        ("[types.Thin]\nsecret = [\"key\"]\n", "", ""),
        ("[types.Thing]\nsecret = [\"id\", \"kex\"]\nvolatile = [\"new\"]\n", "", ""),
        ("[types.Thing]\nneeds = { nam = [\"id\"], name = [\"idd\"] }\n", "", ""),
        (
            "[types.Thing]\ndoubt = { nam = { says = \"\" }, token = { with = \"at.x\", only = [\"creat\"], says = \"\" } }\n",
            "",
            "",
        ),
        ("[operations.creat]\neffect = \"create\"\n", "", ""),
        ("[operations.create]\neffect = \"make\"\n", "", ""),
        ("[operations.create]\neffect = \"create\"\nidempotnt = true\n", "", ""),
        (
            "[operations.create]\neffect = \"create\"\nnatural-key = [\"grup\"]\nrequired = [\"nam\"]\nselect = [\"kex\"]\n",
            "",
            "",
        ),
        ("[operations.create]\neffect = \"create\"\nfinder = { query = \"wipe\" }\n", "", ""),
        (
            "[operations.create]\neffect = \"create\"\nfinder = { query = \"things\", arguments = { grup = \"group\" }, match = { nam = \"nme\" } }\n",
            "",
            "",
        ),
        (
            "[operations.create]\neffect = \"create\"\nfinder = { query = \"things\", match = { \"token.valu\" = \"name\" }, shows = { \"token.value\" = \"nam.x\" } }\n",
            "",
            "",
        ),
        (
            "[operations.create]\neffect = \"create\"\nfinder = { query = \"things\" }\nunfound = \"why\"\nignored = [\"nam.x\"]\nstored-in = { nam = \"name.x\", name = \"grup.x\" }\n",
            "",
            "",
        ),
        ("[types.Thing]\nlower-case = [\"nam\"]\n", "", ""),
        (
            "[operations.create]\neffect = \"create\"\nwatch = { what = \"thin\" }\nunwatched = \"why\"\n",
            "",
            "",
        ),
        (
            "[operations.wipe]\neffect = \"delete\"\nwatch = { what = \"thing\" }\n[operations.create]\neffect = \"create\"\nwatch = { what = \"thing\" }\n[watched.thing]\nquery = \"things\"\nargument = \"group\"\nstate = \"token.at.x\"\nreached = [\"a\"]\n",
            "",
            "",
        ),
        (
            "[types.Thing]\ncolumns = [\"nam\"]\ntime = \"tim\"\nidentity = \"i\"\nsamples = \"s\"\n",
            "",
            "",
        ),
        (
            "[operations.things]\neffect = \"read\"\nfollow = { subscription = \"wipe\", since = \"group\" }\n",
            "",
            "",
        ),
        (
            "[operations.things]\neffect = \"read\"\nfollow = { subscription = \"thing\", since = \"grup\" }\n",
            "",
            "",
        ),
        ("[lists\n", "", ""),
        ("[[domains]]\nname = \"../../evil\"\nmatch = []\n", "", ""),
        ("[[domains]]\nname = \"self\"\nmatch = []\n", "", ""),
        ("[[domains]]\nname = \"a\"\nmatch = []\n[[domains]]\nname = \"a\"\nmatch = []\n", "", ""),
        ("", "[operations]\ncreat = \"public\"\n", ""),
        ("", "[operations]\ncreate = \"everybody\"\n", ""),
        ("", "[unknown]\nwip = \"why\"\n", ""),
        ("", "[operations]\ncreate = \"public\"\n[unknown]\ncreate = \"why\"\n", ""),
        ("", "", "[[refusal]]\ncode = \"x\"\nsource = \"s\"\n"),
        ("", "", "[[refusal]]\nprefix = \"a\"\ncode = \"x\"\nsource = \"s\"\n"),
        (
            "",
            "",
            "[codes]\nx = \"X.\"\n[[refusal]]\ntext = \"a\"\noperations = [\"wip\"]\ncode = \"x\"\nsource = \"s\"\n",
        ),
        ("", "", "[[refusal]]\ntext = \"a\"\ncode = \"x\"\n"),
        ("", "", "[codes]\nx = \"X.\"\n[[refusal]]\ntext = \"a\"\ncode = \"y\"\nsource = \"s\"\n"),
        (
            "",
            "",
            "[codes]\nnotNow = \"X.\"\nself = \"X.\"\na--b = \"X.\"\na-1 = \"X.\"\n\"\" = \"X.\"\nx = \"\"\n",
        ),
    ];
    let refused: Vec<String> = all
        .into_iter()
        .map(|(overlay, permissions, refusals)| model(overlay, permissions, refusals).unwrap_err())
        .collect();
    insta::assert_snapshot!(refused.join("\n\n----\n\n"));
}

#[test]
fn an_overlay_above_a_preset_adds_to_it() {
    let schema = r#"
        type Query { workspaces: [Workspace] }
        type Mutation {
          createWorkspace(label: String!): Workspace
          deleteWorkspace(workspaceUuid: Uuid!): Workspace
          createUser(email: String!, password: String!): AuthUser
        }
        type Workspace { id: Uuid }
        type AuthUser { token: AuthToken }
        type AuthToken { value: String }
        scalar Uuid
    "#;
    let with = |overlay: Option<&str>| {
        let sources = Sources {
            preset: Some(Preset::Houston),
            overlay: overlay.map(|text| Source::new("own.toml", text)),
            ..Sources::schema(Source::new("schema.graphql", schema))
        };
        Model::new(&sources).map_err(|errors| errors.to_string())
    };
    let operation = |model: &Model, name: &str| {
        let found = model.operations.iter().find(|one| one.row.name == name);
        found.unwrap_or_else(|| panic!("{name}")).clone()
    };
    let secret = |model: &Model| operation(model, "createUser").row.secrets;

    let preset = with(None).unwrap();
    assert_eq!(operation(&preset, "deleteWorkspace").row.effect, Effect::Delete);
    assert_eq!(secret(&preset), ["password"]);
    assert_eq!(preset.version, None, "0.23 is the version of Houston's own schema");
    assert!(!preset.refusals.is_empty() && !preset.roles.is_empty());
    let files: Vec<&str> = preset.left_out.iter().map(|one| one.file.as_str()).collect();
    for file in ["houston/overlay.toml", "houston/permissions.toml", "houston/refusals.toml"] {
        assert!(files.contains(&file), "{file}");
    }

    let own = "version = \"9\"\n[operations.createWorkspace]\neffect = \"replace\"\n\
               [operations.createUser]\neffect = \"create\"\n";
    let above = with(Some(own)).unwrap();
    assert_eq!(above.version.as_deref(), Some("9"));
    assert_eq!(operation(&above, "createWorkspace").row.effect, Effect::Replace);
    assert_eq!(operation(&above, "deleteWorkspace").row.effect, Effect::Delete);
    // No entry makes a secret plain.
    assert_eq!(secret(&above), ["password"]);
    // What the preset says about all lists and mutations holds further.
    assert_eq!(operation(&above, "createWorkspace").result, Nulls::NonNull);
    assert_eq!(above.refusals.len(), preset.refusals.len());
    assert_eq!(above.left_out.len(), preset.left_out.len());

    let stale = with(Some("[operations.nothing]\neffect = \"create\"\n")).unwrap_err();
    assert!(stale.contains("own.toml:1:13") && stale.matches("error:").count() == 1, "{stale}");
}

#[test]
fn a_shape_has_the_values_of_an_enum_of_the_schema() {
    let overlay = "[shapes]\nmode = [\"fast\", \"...Mode\"]";
    for (schema, values) in [
        ("type Query { a: Int } enum Mode { slow fast }", &["fast", "slow"][..]),
        ("type Query { a: Int }", &["fast"]),
    ] {
        let sources = Sources {
            overlay: Some(Source::new("overlay.toml", overlay)),
            ..Sources::schema(Source::new("schema.graphql", schema))
        };
        let model = Model::new(&sources).unwrap();
        let found = model.shapes[0].values.iter().map(|value| &*value.name);
        assert!(found.eq(values.iter().copied()), "{schema}");
    }
}

#[test]
fn facts_may_depend_on_the_arguments() {
    let cases = "[[operations.create.cases]]\ngiven = [\"name\"]\neffect = \"replace\"\n";
    let overlay = |more: &str| format!("[operations.create]\neffect = \"create\"\n{more}");
    let model = model(&overlay(cases), "", "").unwrap();
    let create = model.operations.iter().find(|one| one.row.name == "create").unwrap();
    assert_eq!(create.row.with(|name| name == "name").effect, Effect::Replace);
    assert_eq!(create.row.with(|_| false).effect, Effect::Create);
    let refused = self::model(&overlay(&cases.replace("name", "nope")), "", "").unwrap_err();
    assert!(refused.contains("`create` has no argument `nope`"), "{refused}");
    // An operation of later versions may be missing.
    let later = "[operations.later]\neffect = \"create\"\nsince = \"2.0\"\n";
    assert!(self::model(later, "", "").is_ok());
    assert!(self::model(&later.replace("since", "trap"), "", "").is_err());
}

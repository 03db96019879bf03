//! What is known of other versions, on schemas of these versions.

use std::fs;

use houston_codegen::model::{Model, Sources};
use houston_codegen::{Preset, Source};

use crate::peer::workspace;

/// The model of a platform of this version, whose schema describes nothing.
fn platform(version: &str) -> Model {
    let path = format!("tests/schemas/lines/{version}.graphql");
    model(&fs::read_to_string(workspace().join(path)).unwrap())
}

fn model(sdl: &str) -> Model {
    let sources =
        Sources { preset: Some(Preset::Houston), ..Sources::schema(Source::new("platform", sdl)) };
    Model::new(&sources).unwrap_or_else(|errors| panic!("{errors}"))
}

/// 0.16 lists the variables of a deployment by its workspace.
#[test]
fn variables_are_found_by_the_workspace_in_0_16() {
    let model = platform("0.16");
    let update = model.operations.iter().find(|one| one.row.name == "updateDeploymentVariables");
    let update = &update.unwrap().row;
    let finder = update.finder.as_ref().unwrap();
    let expected = [
        ("releaseName".to_owned(), "releaseName".to_owned()),
        ("workspaceUuid".to_owned(), "deploymentUuid.workspace.id".to_owned()),
    ];
    assert_eq!(finder.arguments, expected);
    assert!(update.merge.is_some() && update.variables.is_some());
}

/// Every operation of a platform has an effect and a description, as with the schema that is built in.
#[test]
fn operations_of_other_versions_have_facts_and_descriptions() {
    for version in ["0.16", "0.30", "0.37", "1.1", "2.1"] {
        let model = platform(version);
        for operation in &model.operations {
            let name = &operation.row.name;
            assert_ne!(operation.row.effect.name(), "unknown", "{version}: {name}");
            assert!(!operation.row.description.is_empty(), "{version}: {name}");
            let arguments = operation.field.arguments.iter();
            let missing = arguments.filter(|one| one.row.description.is_empty());
            let missing: Vec<&str> = missing.map(|one| &*one.row.name).collect();
            assert!(missing.is_empty(), "{version}: {name}: {missing:?}");
        }
        for ty in model.types.iter().filter(|ty| ty.root.is_none()) {
            let name = &ty.row.name;
            let fields = ty.fields.iter().map(|one| (&one.row.name, &one.row.description));
            let inputs = ty.input_fields.iter().map(|one| (&one.row.name, &one.row.description));
            let values = ty.values.iter().map(|one| (&one.row.name, &one.row.description));
            let all = fields.chain(inputs).chain(values).chain([(name, &ty.row.description)]);
            let missing: Vec<&String> =
                all.filter(|(_, says)| says.is_empty()).map(|(name, _)| name).collect();
            assert!(missing.is_empty(), "{version}: {name}: {missing:?}");
        }
    }
}

/// What one operation does with a value is not told of the argument of another one that has the same name.
#[test]
fn a_fact_of_an_earlier_operation_is_not_told_of_a_later_one() {
    let model = platform("2.1");
    let upsert = model.operations.iter().find(|one| one.row.name == "upsertDeployment").unwrap();
    let says = |name: &str| {
        let mut arguments = upsert.field.arguments.iter();
        arguments.find(|one| one.row.name == name).unwrap().row.description.clone()
    };
    assert_eq!(says("type"), "Kind of deployment.");
    // What holds for both is told of both.
    assert_eq!(says("executor"), "How Airflow runs tasks. The default is CeleryExecutor.");
    for version in ["0.16", "0.30", "0.37", "1.1", "2.1"] {
        let model = platform(version);
        let arguments = model.operations.iter().flat_map(|one| &one.field.arguments);
        for argument in arguments.filter(|one| one.row.description.starts_with("Required")) {
            assert!(argument.row.required, "{version}: {}", argument.row.name);
        }
    }
}

/// A platform whose types are others keeps what fits: nothing fails, and what does not fit is named.
#[test]
fn facts_that_do_not_fit_are_left_out() {
    let model = model(
        "type Query { deployments: [Deployment] clusters: Int teams: Int }
         type Mutation {
           createDeployment(config: Config, label: Label, workspaceUuid: [Int]): Int
           updateDeploymentVariables(environmentVariables: String): Int
           upsertDeployment(label: Int, deploymentUuid: Int, environmentVariables: [String!]): Deployment
           registerCluster(name: Config): Boolean
           updateTeam(id: ID!): Team
         }
         input Config { executor: String } input Label { text: String }
         type Deployment { id: Id2! releaseName: Id2 environmentVariables: Int token: String }
         type Id2 { of: String }
         type Team { id: Int secret: Boolean }
         enum DagDeployment { image }",
    );
    let operation =
        |name: &str| &model.operations.iter().find(|one| one.row.name == name).unwrap().row;
    assert_eq!(operation("createDeployment").effect.name(), "create");
    for name in ["createDeployment", "upsertDeployment", "registerCluster", "updateTeam"] {
        assert!(operation(name).finder.is_none(), "{name}");
    }
    let variables = operation("updateDeploymentVariables");
    assert!(variables.merge.is_none() && variables.finder.is_none());
    assert!(
        model
            .table()
            .operation("createDeployment")
            .unwrap()
            .arguments
            .iter()
            .all(|one| one.shape.is_none())
    );
    let told: Vec<&str> = model.left_out.iter().map(|one| one.message.as_str()).collect();
    for message in [
        "`config` of `createDeployment` is not JSON",
        "the result of `deployments` has no field `id`",
    ] {
        assert!(told.contains(&message), "{message}: {told:#?}");
    }
}

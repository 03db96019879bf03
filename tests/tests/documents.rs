//! The default documents of all operations: built by the typed builders, held against the schema table, and
//! validated by a GraphQL implementation that is not ours.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Schema};
use houston_client::Selection;
use houston_client::arguments::{Arguments, Null};
use houston_client::enums::{EntityType, MetricType, Role};
use houston_client::request::{Operation, Request};
use houston_client::{SCHEMA, input, mutation, query, subscription};
use houston_tests::{sample, strict};
use serde_json::{Map, Value, json};

/// Document and variables.
type Sent = (String, Map<String, Value>);

fn request(operation: impl Operation) -> Sent {
    sent(&operation.request())
}

fn sent<T>(request: &Request<T>) -> Sent {
    (request.document().to_owned(), request.variables().clone())
}

/// Every operation with its required arguments, and nothing else.
fn typed() -> Vec<Sent> {
    vec![
        request(query::airflow_release().r#where(input::airflow_release_where_unique_input())),
        request(query::airflow_releases()),
        request(query::app_config()),
        request(query::auth_config()),
        request(query::card().stripe_customer_id("text").workspace_uuid("ck0")),
        request(query::deployment().r#where(input::deployment_where_unique_input())),
        request(query::deployment_config()),
        request(
            query::deployment_service_account().deployment_uuid("ck0").service_account_uuid("ck0"),
        ),
        request(query::deployment_service_accounts().deployment_uuid("ck0")),
        request(query::deployment_users().deployment_id("ck0")),
        request(query::deployment_variables().deployment_uuid("ck0")),
        request(query::deployments()),
        request(query::email().r#where(input::email_where_unique_input())),
        request(query::invites()),
        request(query::logs().deployment_uuid("ck0")),
        request(query::self_()),
        request(query::service_accounts().entity_type(EntityType::System)),
        request(query::update_available()),
        request(query::users()),
        request(query::workspace().workspace_uuid("ck0")),
        request(query::workspace_deployment().release_name("text").workspace_uuid("ck0")),
        request(query::workspace_deployments().workspace_uuid("ck0")),
        request(query::workspace_invites().workspace_uuid("ck0")),
        request(
            query::workspace_service_account().service_account_uuid("ck0").workspace_uuid("ck0"),
        ),
        request(query::workspace_service_accounts().workspace_uuid("ck0")),
        request(query::workspace_user().user(input::user_search()).workspace_uuid("ck0")),
        request(query::workspace_users().workspace_uuid("ck0")),
        request(query::workspaces()),
        request(mutation::add_card().billing_email("text").token("text").workspace_uuid("ck0")),
        request(mutation::add_customer_id().stripe_customer_id("text").workspace_uuid("ck0")),
        request(mutation::confirm_email().token("text")),
        request(mutation::create_deployment().label("text").r#type("text").workspace_uuid("ck0")),
        request(
            mutation::create_deployment_service_account()
                .deployment_uuid("ck0")
                .label("text")
                .role(Role::SystemAdmin),
        ),
        request(
            mutation::create_service_account()
                .entity_type(EntityType::System)
                .entity_uuid("ck0")
                .label("text")
                .role(Role::SystemAdmin),
        ),
        request(mutation::create_system_role_binding().role(Role::SystemAdmin).user_id("ck0")),
        request(mutation::create_system_service_account().label("text").role(Role::SystemAdmin)),
        request(mutation::create_token().password("text")),
        request(mutation::create_user().email("text").password("text")),
        request(mutation::create_workspace().label("text")),
        request(
            mutation::create_workspace_service_account()
                .label("text")
                .role(Role::SystemAdmin)
                .workspace_uuid("ck0"),
        ),
        request(mutation::delete_deployment().deployment_uuid("ck0")),
        request(
            mutation::delete_deployment_service_account()
                .deployment_uuid("ck0")
                .service_account_uuid("ck0"),
        ),
        request(mutation::delete_invite_token().invite_uuid("ck0")),
        request(mutation::delete_service_account().service_account_uuid("ck0")),
        request(mutation::delete_system_role_binding().role(Role::SystemAdmin).user_id("ck0")),
        request(mutation::delete_system_service_account().service_account_uuid("ck0")),
        request(mutation::delete_workspace().workspace_uuid("ck0")),
        request(
            mutation::delete_workspace_service_account()
                .service_account_uuid("ck0")
                .workspace_uuid("ck0"),
        ),
        request(
            mutation::deployment_add_user_role()
                .deployment_id("ck0")
                .email("text")
                .role(Role::SystemAdmin),
        ),
        request(mutation::deployment_alerts_update().deployment_uuid("ck0")),
        request(mutation::deployment_remove_user_role().deployment_id("ck0").email("text")),
        request(
            mutation::deployment_update_user_role()
                .deployment_id("ck0")
                .email("text")
                .role(Role::SystemAdmin),
        ),
        request(mutation::extend_workspace_trial().extra_days(7).workspace_uuid("ck0")),
        request(mutation::forgot_password().email("text")),
        request(mutation::invite_user().email("text")),
        request(mutation::remove_user().user_uuid("ck0")),
        request(mutation::resend_confirmation().email("text")),
        request(mutation::reset_password().password("text").token("text")),
        request(mutation::suspend_workspace().is_suspended(true).workspace_uuid("ck0")),
        request(mutation::update_card().billing_email("text").token("text").workspace_uuid("ck0")),
        request(mutation::update_deployment().deployment_uuid("ck0")),
        request(
            mutation::update_deployment_airflow()
                .deployment_uuid("ck0")
                .desired_airflow_version("text"),
        ),
        request(mutation::update_deployment_keda_config().deployment_uuid("ck0").state(true)),
        request(
            mutation::update_deployment_service_account()
                .deployment_uuid("ck0")
                .service_account_uuid("ck0"),
        ),
        request(
            mutation::update_deployment_variables()
                .deployment_uuid("ck0")
                .environment_variables([input::input_environment_variable()])
                .release_name("text"),
        ),
        request(mutation::update_self().payload(json!({"a": 1}))),
        request(mutation::update_service_account().service_account_uuid("ck0")),
        request(mutation::update_workspace().payload(json!({"a": 1})).workspace_uuid("ck0")),
        request(
            mutation::update_workspace_service_account()
                .payload(json!({"a": 1}))
                .service_account_uuid("ck0")
                .workspace_uuid("ck0"),
        ),
        request(mutation::upgrade_deployment().deployment_uuid("ck0")),
        request(mutation::verify_email().email("text")),
        request(mutation::workspace_add_user().email("text")),
        request(mutation::workspace_remove_user().user_uuid("ck0").workspace_uuid("ck0")),
        request(
            mutation::workspace_update_user_role()
                .email("text")
                .role(Role::SystemAdmin)
                .workspace_uuid("ck0"),
        ),
        sent(&Request::subscription(subscription::deployment_status().release_name("text"))),
        sent(&Request::subscription(subscription::log().deployment_uuid("ck0"))),
        sent(&Request::subscription(
            subscription::metrics()
                .deployment_uuid("ck0")
                .metric_type([MetricType::DeploymentTasks]),
        )),
    ]
}

fn schema() -> Valid<Schema> {
    Schema::parse_and_validate(houston_schema::SDL, "houston.graphql").unwrap()
}

#[test]
fn typed_default_documents_are_those_of_the_table() {
    let typed: Vec<String> = typed().into_iter().map(|(document, _)| document).collect();
    let of_table: Vec<String> = SCHEMA
        .operations
        .iter()
        .map(|operation| {
            let mut arguments = Arguments::new();
            let required = operation.arguments.iter().filter(|argument| argument.required);
            for argument in required {
                let value = sample::value(&SCHEMA, &argument.ty);
                arguments.set(argument.name.clone(), argument.ty.clone(), value);
            }
            let selection = Selection::by_default(&SCHEMA, operation, 1);
            Request::untyped(&SCHEMA, operation, &arguments, &selection).document().to_owned()
        })
        .collect();
    assert_eq!(typed.len(), SCHEMA.operations.len());
    for (typed, of_table) in typed.iter().zip(&of_table) {
        assert_eq!(typed, of_table);
    }
    assert_eq!(typed.len(), of_table.len());
}

#[test]
fn every_default_document_is_valid() {
    let schema = schema();
    for (document, _) in typed() {
        let valid = ExecutableDocument::parse_and_validate(&schema, &document, "document.graphql");
        valid.unwrap_or_else(|broken| panic!("{document}\n{broken}"));
    }
    // Deeper selections than the library's own, and every argument: what the command line can send.
    for operation in SCHEMA.operations.iter() {
        let mut arguments = Arguments::new();
        for argument in operation.arguments.iter() {
            arguments.set(argument.name.clone(), argument.ty.clone(), Value::Null);
        }
        for depth in 1..=4 {
            let selection = Selection::by_default(&SCHEMA, operation, depth);
            let request = Request::untyped(&SCHEMA, operation, &arguments, &selection);
            let document = request.document();
            let valid =
                ExecutableDocument::parse_and_validate(&schema, document, "document.graphql");
            valid.unwrap_or_else(|broken| panic!("{document}\n{broken}"));
        }
    }
}

/// A server of another version may be stricter than our schema: with values that allow it, every document is valid there.
#[test]
fn every_document_is_valid_to_a_stricter_server() {
    let strict = strict::schema(houston_schema::SDL);
    assert!(strict.contains("alertEmails: [String!]!"), "{strict}");
    let schema = Schema::parse_and_validate(&strict, "strict.graphql").unwrap();
    for operation in SCHEMA.operations.iter() {
        let mut arguments = Arguments::new();
        for argument in operation.arguments.iter() {
            let value = sample::value(&SCHEMA, &argument.ty);
            arguments.set(argument.name.clone(), argument.ty.clone(), value);
        }
        let selection = Selection::by_default(&SCHEMA, operation, 2);
        let request = Request::untyped(&SCHEMA, operation, &arguments, &selection);
        for schema in [&schema, &self::schema()] {
            let valid =
                ExecutableDocument::parse_and_validate(schema, request.document(), "document");
            valid.unwrap_or_else(|broken| panic!("{}\n{broken}", request.document()));
        }
    }
}

#[test]
fn variables_are_exactly_what_was_set() {
    for (operation, (document, variables)) in SCHEMA.operations.iter().zip(typed()) {
        let set: BTreeSet<&str> = variables.keys().map(String::as_str).collect();
        let required = operation.arguments.iter().filter(|argument| argument.required);
        let required: BTreeSet<&str> = required.map(|argument| argument.name.as_ref()).collect();
        assert_eq!(set, required, "{document}");
    }
    let (_, variables) = request(
        mutation::create_deployment()
            .label("one")
            .r#type("airflow")
            .workspace_uuid("ck0")
            .description("first")
            .description("second")
            .cloud_role(Null)
            .version("0.1")
            .version(None::<&str>)
            .release_name(Some("etl-1"))
            .scheduler(input::scheduler().replicas(2).resources(Null))
            .config(json!({"executor": "LocalExecutor"})),
    );
    let expected = json!({
        "label": "one",
        "type": "airflow",
        "workspaceUuid": "ck0",
        "description": "second",
        "cloudRole": null,
        "releaseName": "etl-1",
        "scheduler": {"replicas": 2, "resources": null},
        "config": {"executor": "LocalExecutor"},
    });
    assert_eq!(Value::Object(variables), expected);
}

#[test]
fn documents_and_variables_of_every_operation() {
    let mut all = String::new();
    for (document, variables) in typed() {
        let variables = serde_json::to_string(&variables).unwrap();
        all.push_str(&format!("{document}\n{variables}\n\n"));
    }
    insta::assert_snapshot!(all);
}

/// Secrets are in no default selection, however deep; but a mutation that makes a key answers it.
#[test]
fn default_selections_hold_no_secret_but_a_new_key() {
    for operation in SCHEMA.operations.iter() {
        let mut secrets = Vec::new();
        let selection = Selection::by_default(&SCHEMA, operation, 4);
        collect_secrets(operation.type_ref().name(), &selection, &mut secrets);
        let makes_key =
            operation.name.starts_with("create") && operation.name.ends_with("ServiceAccount");
        let expected: &[&str] = if makes_key { &["ServiceAccount.apiKey"] } else { &[] };
        assert_eq!(secrets, expected, "{}", operation.name);
    }
}

fn collect_secrets(ty: &str, selection: &Selection, secrets: &mut Vec<String>) {
    let ty = SCHEMA.type_named(ty).unwrap();
    for (name, nested) in selection.iter() {
        let field = ty.fields.iter().find(|field| field.name == name).unwrap();
        // `AuthUser.token` itself is not secret, but selecting it makes the server issue a token.
        if field.secret || (ty.name == "AuthUser" && name == "token") {
            secrets.push(format!("{}.{name}", ty.name));
        }
        collect_secrets(field.type_ref().name(), nested, secrets);
    }
}

#[test]
fn a_builder_that_lacks_arguments_can_be_cloned_and_shown() {
    let builder = mutation::create_deployment().label("a");
    let shown = "CreateDeployment(Arguments([label: String!]))";
    assert_eq!(
        (format!("{builder:?}"), format!("{:?}", builder.clone())),
        (shown.into(), shown.into())
    );
}

//! The next step for an error code, in words about the operation that failed.

use houston_client::schema::{Operation, OperationKind};

use crate::failure::Code;
use crate::terminal::text::plain;

/// The next step for a code, if the operation makes it more exact than [`Code::next`].
pub(super) fn of(operation: &Operation, code: Code) -> Option<String> {
    let queries = queries(operation);
    let next = match code {
        Code::NotFound if !queries.is_empty() => {
            format!("Check the ids in the arguments: {} the existing objects.", listed(&queries))
        }
        Code::AlreadyExists if operation.finder.is_some() => format!(
            "Choose another name, or use the existing object: {} its id.",
            listed(&queries[..1]).replace(" lists", " shows")
        ),
        Code::Partial if operation.kind != OperationKind::Mutation => {
            "A query changes nothing: you can run it again, or select less.".to_owned()
        }
        _ => {
            let next = about(operation, code.next());
            return (next != code.next()).then_some(next);
        }
    };
    Some(next)
}

/// A next step with the name of the operation. A document of the user has no row in the schema, and `describe` does not
/// know its name.
pub(super) fn about(operation: &Operation, next: &str) -> String {
    if operation.ty.is_empty() {
        return next.to_owned();
    }
    next.replace("OPERATION", &plain(&operation.name))
}

/// The queries that show the objects of an operation: its own finder, and those of its arguments.
fn queries(operation: &Operation) -> Vec<&str> {
    let mut queries: Vec<&str> = operation.finder.iter().map(|finder| &*finder.query).collect();
    let finders = operation.arguments.iter().flat_map(|argument| &argument.finders);
    // `query.field` lists them inside other objects.
    for query in finders.filter(|query| !query.contains('.')) {
        if !queries.contains(&query.as_str()) && *query != operation.name {
            queries.push(query);
        }
    }
    queries
}

fn listed(queries: &[&str]) -> String {
    let commands: Vec<String> =
        queries.iter().map(|query| format!("`houston {}`", plain(query))).collect();
    match &commands[..] {
        [one] => format!("{one} lists"),
        [first @ .., last] => format!("{} and {last} list", first.join(", ")),
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;
    use houston_client::schema::{Operation, OperationKind};
    use houston_schema::row;

    use super::of;
    use crate::commands::builtin::Builtin;
    use crate::failure::{Code, Step};

    /// The words behind `houston` in a text.
    fn commands(text: &str) -> Vec<String> {
        let parts = text.split("`houston ").skip(1);
        let word = |part: &str| {
            let end = part.find([' ', '`']).unwrap_or(part.len());
            part[..end].to_owned()
        };
        parts.map(word).collect()
    }

    /// Every advice, by operation and code.
    fn all() -> Vec<(String, Code, String)> {
        let mut all = Vec::new();
        for operation in SCHEMA.operations.iter() {
            for code in Code::ALL {
                let next = of(operation, *code).unwrap_or_else(|| code.next().to_owned());
                all.push((operation.name.to_string(), *code, next));
            }
        }
        for row in SCHEMA.refusals.iter().filter(|row| !row.next.is_empty()) {
            let code = Code::of_word(&row.code).unwrap();
            let any = [String::new().into()];
            let operations = if row.operations.is_empty() { &any[..] } else { &row.operations };
            for name in operations {
                all.push((name.to_string(), code, row.next.to_string()));
            }
        }
        all.extend(
            Step::ALL.iter().map(|step| (String::new(), step.code(), step.next().to_owned())),
        );
        all
    }

    #[test]
    fn every_advice_names_commands_that_exist() {
        for (operation, code, next) in all() {
            for word in commands(&next) {
                let exists = Builtin::of(&word).is_some()
                    || SCHEMA.operation(&word).is_some()
                    || matches!(word.as_str(), "OPERATION");
                assert!(exists, "{operation} {code:?}: `houston {word}` in: {next}");
            }
        }
    }

    #[test]
    fn a_document_of_the_user_is_not_described() {
        let (kind, name) = (OperationKind::Mutation, "mutation".to_owned());
        let document = row!(Operation { kind, name, ..Operation::default() });
        let next =
            of(&document, Code::NotAllowed).unwrap_or_else(|| Code::NotAllowed.next().to_owned());
        assert_eq!(commands(&next), ["self", "describe"]);
        assert!(next.contains("`houston describe OPERATION`"), "{next}");
    }

    #[test]
    fn no_advice_sends_the_caller_in_a_circle() {
        // Not every code belongs to every operation: only texts that are made for one are judged.
        let made = |(_, code, next): &(String, Code, String)| next != code.next();
        for (operation, code, next) in all().into_iter().filter(made) {
            assert!(
                !next.contains(&format!("`houston {operation}`")),
                "{operation} {code:?}: {next}"
            );
        }
    }

    #[test]
    fn an_advice_fits_its_operation() {
        let next = |operation: &str, code| of(SCHEMA.operation(operation).unwrap(), code);
        insta::assert_snapshot!(
            [
                next("deleteDeployment", Code::NotFound),
                next("workspaceServiceAccount", Code::NotFound),
                next("createWorkspace", Code::AlreadyExists),
                next("createToken", Code::NotFound),
                next("updateDeployment", Code::Refused),
                next("createToken", Code::LoginFailed),
            ]
            .map(|next| next.unwrap_or_else(|| "-".to_owned()))
            .join("\n"),
            @"
        Check the ids in the arguments: `houston deployments` and `houston workspaceDeployments` list the existing objects.
        Check the ids in the arguments: `houston workspaceServiceAccounts`, `houston deploymentServiceAccounts` and `houston workspaces` list the existing objects.
        Choose another name, or use the existing object: `houston workspaces` shows its id.
        -
        The message gives the reason; `houston describe updateDeployment` shows the known rules of the operation.
        -
        "
        );
    }
}

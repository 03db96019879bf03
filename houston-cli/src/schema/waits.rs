//! Which operations have `--wait`, and why the others do not.

use houston_client::SCHEMA;
use houston_client::schema::{Operation, OperationKind, Schema, Watch};

use crate::terminal::text::plain;

/// Why an operation has no `--wait`, and what to do.
#[derive(Debug)]
pub(crate) struct Unwatched {
    pub(crate) what: String,
    pub(crate) next: String,
}

/// How to wait for what an operation of this schema begins.
///
/// # Errors
///
/// Returns why that is not possible.
pub(crate) fn wait<'o>(schema: &Schema, operation: &'o Operation) -> Result<&'o Watch, Unwatched> {
    let name = plain(&operation.name);
    let known = SCHEMA.operation(&operation.name).and_then(|known| known.watch.as_ref());
    let without = || "Run it without --wait.".to_owned();
    operation.watch.as_ref().ok_or_else(|| match (operation.kind, known) {
        (OperationKind::Mutation, Some(Watch { query, state, .. })) => {
            let version = schema.version.as_ref();
            let version = version.map_or("this schema".to_owned(), |version| {
                format!("the schema of Houston {}", plain(version))
            });
            Unwatched {
                what: format!("{version} has no `{state}` in a query `{query}`"),
                next: format!(
                    "Run it without --wait, and wait with a query that shows the state: `{}`. If your platform has that \
                     query, use its schema: `houston schema pull`.",
                    match schema.operation(LIST).is_some() {
                        true => format!("houston wait {LIST} … --until FILTER"),
                        false => "houston wait QUERY … --until FILTER".to_owned(),
                    }
                ),
            }
        }
        (OperationKind::Mutation, None) if operation.unwatched.is_empty() => Unwatched {
            what: "nothing is known that goes on after its answer".to_owned(),
            next: without(),
        },
        (OperationKind::Mutation, None) => {
            Unwatched { what: plain(&operation.unwatched), next: without() }
        }
        (OperationKind::Query, _) => Unwatched {
            what: format!("it only reads: `houston wait {name}` asks it again and again"),
            next: without(),
        },
        (OperationKind::Subscription, _) => {
            Unwatched { what: "it only reads".to_owned(), next: without() }
        }
    })
}

/// The query that shows the states of many objects.
const LIST: &str = "workspaceDeployments";

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;
    use houston_client::schema::{Effect, OperationKind};
    use houston_tests::page;

    use super::wait;

    /// The page has a row for each mutation, and is written by this test with `HOUSTON_WRITE_DOCS=1`.
    #[test]
    fn the_page_says_what_each_operation_begins() {
        let head = include_str!("waits.md");
        let mutations = SCHEMA.operations.iter().filter(|row| row.kind == OperationKind::Mutation);
        let rows = mutations.map(|operation| {
            let cells = match wait(&SCHEMA, operation) {
                Err(why) => format!("no: {} | | ", why.what),
                Ok(watch) => {
                    let id = watch
                        .id
                        .as_ref()
                        .map_or("the `id` of its answer".to_owned(), |id| format!("`{id}`"));
                    let counts = match operation.effect {
                        Effect::Create => "the first",
                        _ => "after another one, or after `--settle`",
                    };
                    let states = |states: &[String]| states.join(", ");
                    format!(
                        "`{}` of `{}`, by {id} | done: {}; failed: {} | {counts}",
                        watch.state,
                        watch.query,
                        states(&watch.reached),
                        states(&watch.failed)
                    )
                }
            };
            format!("| `{}` | {cells} |\n", operation.name)
        });
        let page = format!("{head}{}", rows.collect::<String>());
        page::check("waiting.md", &page);
    }
}

//! Which operations have `--wait`, and why the others do not.

use houston_client::schema::{Operation, OperationKind, Watch};

use crate::terminal::text::plain;

/// How to wait for what an operation begins.
///
/// # Errors
///
/// Returns why that is not possible.
pub(crate) fn wait(operation: &Operation) -> Result<&Watch, String> {
    operation.watch.as_ref().ok_or_else(|| match operation.kind {
        OperationKind::Mutation if operation.unwatched.is_empty() => {
            "nothing is known that goes on after its answer".to_owned()
        }
        OperationKind::Mutation => plain(&operation.unwatched),
        OperationKind::Query => {
            format!(
                "it only reads: `houston wait {}` asks it again and again",
                plain(&operation.name)
            )
        }
        OperationKind::Subscription => "it only reads".to_owned(),
    })
}

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
            let cells = match wait(operation) {
                Err(why) => format!("no: {why} | | "),
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

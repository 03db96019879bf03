use houston_tests::fixture::object::{deployment, workspace};
use houston_tests::fixture::query;

fn main() {
    let _ = query::workspaces().select((
        workspace::id,
        workspace::deployments().first(1).select((deployment::id, deployment::workspace)),
    ));
}

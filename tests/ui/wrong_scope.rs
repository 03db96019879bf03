use houston_tests::fixture::object::{deployment, workspace};
use houston_tests::fixture::query;

fn main() {
    let _ = query::workspaces().select((workspace::id, deployment::executor));
    let _ = query::workspaces().select(workspace::deployments().first(1).select(workspace::id));
}

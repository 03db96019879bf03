use houston_tests::fixture::object::workspace;
use houston_tests::fixture::{mutation, query};

fn main() {
    let _ = query::workspaces().select(workspace::labl);
    let _ = mutation::create_deployment().lable("etl");
}

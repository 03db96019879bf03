use houston_tests::fixture::object::{deployment, workspace};

fn main() {
    let _ = workspace::deployments().select(deployment::id);
}

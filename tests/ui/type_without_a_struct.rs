use houston_client::select::default_selection;
use houston_tests::fixture::object::workspace;
use houston_tests::fixture::query;

/// A type of a large schema that no operation returns, as the generator writes it.
pub enum Deployment {}

fn main() {
    let _ = query::workspaces().select(
        workspace::deployments().first(1).select(default_selection::<Deployment>()),
    );
}

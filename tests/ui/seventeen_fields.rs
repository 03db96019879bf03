use houston_tests::fixture::object::workspace::id;
use houston_tests::fixture::query;

fn main() {
    let _ = query::workspaces()
        .select((id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id));
}

use houston_tests::fixture::mutation;

fn main() {
    let _ = mutation::create_deployment().description(None);
}

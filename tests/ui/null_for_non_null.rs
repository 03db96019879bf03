use houston_client::Null;
use houston_tests::fixture::mutation;

fn main() {
    let _ = mutation::create_deployment().description(Null).description(Some("x")).label(Null);
    let _ = mutation::create_deployment().label(Some("x"));
}

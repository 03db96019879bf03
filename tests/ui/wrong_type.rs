use houston_tests::fixture::{enums::Executor, mutation};

fn main() {
    let _ = mutation::create_deployment().label(7);
    let _ = mutation::create_deployment().description(Executor::Local);
}

use houston_tests::fixture::{input, mutation};

fn main() {
    let _ = mutation::create_deployment().by(input::by().age(7));
}

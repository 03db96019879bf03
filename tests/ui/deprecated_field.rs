#![deny(deprecated)]

use houston_tests::fixture::object::deployment;

fn main() {
    let _ = deployment::name;
}

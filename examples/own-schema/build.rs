//! Generates the module `houston`.

use houston_codegen::Preset;
use houston_codegen::build::{Failure, Module};

fn main() -> Result<(), Failure> {
    Module::new("houston", "schema.graphql")
        .preset(Preset::Houston)
        .overlay("overlay.toml")
        .write()
}

//! Properties of names: whatever operations a schema has, a word that is a command of ours is that command.

use clap::{Command, ValueEnum as _};
use houston_client::schema::Schema;
use houston_schema::row;
use houston_tests::property::cases;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::tree::tree;
use super::{HELP, Stop, run};
use crate::argv::properties::hostile;
use crate::commands::builtin::Builtin;
use crate::schema::BuiltIn;
use crate::schema::fixture::schema;
use crate::settings::options::{self, SchemaChoice};

fn commands() -> Vec<String> {
    let own = Builtin::value_variants().iter().map(|own| own.name());
    own.chain([HELP.to_owned()]).collect()
}

/// Names of operations: our commands, those below them, and our options.
fn names() -> impl Strategy<Value = String> {
    let below = ["login", "pull", "serve", "version", "yes", "dryRun", "an-option", "x"];
    let names: Vec<String> = commands().into_iter().chain(below.map(str::to_owned)).collect();
    (select(names), 0..4).prop_map(|(name, style)| match style {
        0 => name.to_uppercase(),
        1 => name.replace('-', "_"),
        2 => name.replace("-t", "T"),
        _ => name,
    })
}

/// A schema with operations of such names.
fn hostile_schema() -> impl Strategy<Value = Schema> {
    vec(hostile(names()), 1..8).prop_map(|mut operations| {
        let (mut named, all) = (Vec::new(), std::mem::take(&mut operations));
        for operation in all {
            let key = (operation.kind, operation.name.clone());
            if !named.contains(&key) {
                named.push(key);
                operations.push(operation);
            }
        }
        row!(Schema { operations: operations.into(), ..schema() })
    })
}

fn leaked(schema: Schema) -> BuiltIn {
    Box::leak(Box::new(Box::new(schema)))
}

/// What a call says that asks for help, or does not.
fn said(schema: BuiltIn, words: &[&str]) -> String {
    match run(schema, words.iter().map(Into::into).collect()) {
        Ok(()) => "it ran".to_owned(),
        Err(Stop::Clap(said)) => said.to_string(),
        Err(Stop::Failed(failure)) => failure.to_string(),
    }
}

/// The program with the operations of a schema, as the manual shows it.
fn shown(schema: BuiltIn) -> Command {
    let words = ["--schema", "built-in"];
    let choice = options::read::<SchemaChoice>("man", words.map(Into::into).to_vec()).unwrap();
    let mut tree = tree(schema, &choice).unwrap();
    // clap checks that names are unique.
    tree.build();
    tree
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn an_operation_cannot_take_the_place_of_a_command(
        other in hostile_schema(),
        command in select(commands()),
    ) {
        let [empty, other]: [BuiltIn; 2] = [Schema::default(), other].map(leaked);
        for words in [&[command.as_str(), "--help"][..], &["help", &command], &["-h", &command]] {
            prop_assert_eq!(said(other, words), said(empty, words), "{:?}", words);
        }
        let (ours, theirs) = (shown(empty), shown(other));
        for command in ours.get_subcommands() {
            let word = command.get_name();
            let found = theirs.find_subcommand(word);
            let about = |command: &Command| command.get_about().map(ToString::to_string);
            prop_assert_eq!(found.and_then(about), about(command), "{}", word);
            let operations = theirs.get_subcommands().filter(|other| other.get_name() != word);
            let takes = |other: &Command| other.get_all_aliases().any(|alias| alias == word);
            prop_assert!(!operations.into_iter().any(takes), "{}", word);
        }
    }
}

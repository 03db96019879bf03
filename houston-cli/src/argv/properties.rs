//! Properties of the command line, whatever names the arguments of a schema have: an option that decides whether or where
//! something is sent is ours, or the call is refused; and what stands in front of the operation's name is ours.

use std::ffi::OsString;
use std::sync::LazyLock;

use clap::Arg;
use houston_client::schema::{Operation, OperationKind, Schema};
use houston_schema::row;
use houston_tests::property::cases;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::Argv;
use crate::commands::operation;
use crate::failure::Failure;
use crate::failure::stop::Stop;
use crate::schema::fixture::{argument, schema};
use crate::schema::names::kebab;
use crate::settings::options::{self, ARGUMENT, decides};

/// A word that stands for an option of ours, as clap knows it.
#[derive(Clone, Debug)]
struct Spelling {
    word: String,
    /// The name of the option.
    long: String,
    takes_value: bool,
}

impl Spelling {
    fn is_short(&self) -> bool {
        !self.word.starts_with("--")
    }
}

/// Every option with its aliases and short names.
static OPTIONS: LazyLock<Vec<Spelling>> = LazyLock::new(|| {
    let spellings = |option: &Arg| {
        let long = option.get_long().unwrap().to_owned();
        let longs = option.get_all_aliases().unwrap_or_default();
        let longs = longs.into_iter().chain([long.as_str()]).map(|name| format!("--{name}"));
        let shorts = option.get_all_short_aliases().unwrap_or_default();
        let shorts = shorts.into_iter().chain(option.get_short()).map(|name| format!("-{name}"));
        let takes_value = option.get_action().takes_values();
        let words: Vec<String> = longs.chain(shorts).collect();
        let spelling = |word| Spelling { word, long: long.clone(), takes_value };
        words.into_iter().map(spelling).collect::<Vec<_>>()
    };
    // An option with two values has a form of its own.
    let is_usual =
        |option: &&Arg| option.get_num_args().is_none_or(|number| number.max_values() < 2);
    options::every().get_arguments().filter(is_usual).flat_map(spellings).collect()
});

/// `dryRun` for `dry-run`.
fn camel(name: &str) -> String {
    let mut camel = String::new();
    for part in name.split('-') {
        let (first, rest) = part.split_at(1);
        camel += &if camel.is_empty() { first.to_owned() } else { first.to_uppercase() };
        camel += rest;
    }
    camel
}

/// Names that take the place of an option, or nearly, some of them in several spellings.
fn hostile_names() -> impl Strategy<Value = Vec<String>> {
    let flags = ["since", "follow", "count", "ws-url", "if-exists", "if-absent", "merge", "set"];
    let longs = OPTIONS.iter().map(|option| option.long.clone());
    let names: Vec<String> = longs.chain(flags.map(str::to_owned)).collect();
    let shorts = OPTIONS.iter().filter(|option| option.is_short());
    let shorts: Vec<String> = shorts.map(|option| option.word[1..].to_owned()).collect();
    let spelled = |name: &str, style| match style {
        0 | 1 => camel(name),
        2 => name.replace('-', "_"),
        3 => format!("{}{}", name[..1].to_uppercase(), &camel(name)[1..]),
        4 => name.replace('-', "_").to_uppercase(),
        // No name of GraphQL, but nothing here relies on that.
        _ => name.to_owned(),
    };
    let spelled = (select(names), vec(0..6, 1..4)).prop_map(move |(name, styles)| {
        styles.into_iter().map(|style| spelled(&name, style)).collect::<Vec<_>>()
    });
    let one = |name| vec![name];
    prop_oneof![6 => spelled, 1 => select(shorts).prop_map(one), 1 => "[a-z]{1,4}".prop_map(one)]
}

/// An operation whose arguments have such names.
pub(crate) fn hostile(name: impl Strategy<Value = String>) -> impl Strategy<Value = Operation> {
    let kinds = vec![OperationKind::Query, OperationKind::Mutation, OperationKind::Subscription];
    let ty = select(&["String", "String!", "Boolean", "JSON", "[String]", "Size"][..]);
    (name, select(kinds), vec((hostile_names(), ty), 0..16)).prop_map(|(name, kind, named)| {
        let mut arguments = vec![argument("label", "String")];
        for (name, ty) in
            named.into_iter().flat_map(|(names, ty)| names.into_iter().map(move |name| (name, ty)))
        {
            if arguments.iter().all(|known| known.name != name) {
                arguments.push(argument(&name, ty));
            }
        }
        row!(Operation { kind, name, arguments, ty: "String".into(), ..Operation::default() })
    })
}

/// How an option stands on the command line.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// `--name=value` or `-n=value`
    Equals,
    /// `-nvalue`
    Joined,
    /// `--name value`
    Next,
    /// `--name`
    Alone,
}

/// An option on the command line.
#[derive(Clone, Debug)]
struct Given {
    option: Spelling,
    form: Form,
    value: String,
    is_front: bool,
}

impl Given {
    /// The word of the option, and its value if that is a word of its own.
    fn words(&self) -> Vec<OsString> {
        let word = &self.option.word;
        let words = match self.form {
            _ if !self.option.takes_value && self.is_front => vec![word.clone()],
            Form::Equals => vec![format!("{word}={}", self.value)],
            Form::Joined if self.option.is_short() && self.option.takes_value => {
                vec![format!("{word}{}", self.value)]
            }
            Form::Next | Form::Joined => vec![word.clone(), self.value.clone()],
            // The next word would be its value.
            Form::Alone if self.option.takes_value => vec![format!("{word}=")],
            Form::Alone => vec![word.clone()],
        };
        words.into_iter().map(OsString::from).collect()
    }

    /// Those of the words that are the option's.
    fn own(&self) -> Vec<OsString> {
        let mut words = self.words();
        words.truncate(if self.option.takes_value { 2 } else { 1 });
        words
    }

    /// Whether an argument has the name of the option, and the word can be that argument's.
    fn is_named(&self, operation: &Operation) -> bool {
        let name = self.option.word.trim_start_matches('-');
        let names = operation.arguments.iter().map(|argument| &*argument.name);
        let exact = names.clone().any(|known| known == name);
        // In kebab-case, several arguments can have one name: then it is none of theirs, but may have been meant so.
        let spelled = names.filter(|known| kebab(known) == name).count();
        !self.is_front
            && !self.option.is_short()
            && self.option.long != ARGUMENT
            && (exact || spelled == 1 || spelled > 1 && decides(&self.option.long))
    }
}

fn given() -> impl Strategy<Value = Vec<Given>> {
    let form = select(&[Form::Equals, Form::Joined, Form::Next, Form::Alone][..]);
    let one = (any::<Index>(), form, any::<bool>());
    vec(one, 1..8).prop_map(|all| {
        let given = all.into_iter().enumerate().map(|(at, (option, form, is_front))| Given {
            option: option.get(&OPTIONS).clone(),
            form,
            value: format!("value{at}"),
            is_front,
        });
        // Help in front of a name is all that a call asks for.
        given.filter(|given| given.option.long != "help" || !given.is_front).collect()
    })
}

/// The values that the operation gets, each with its argument; or what is told of words that are refused.
fn read(argv: Argv, schema: &Schema, operation: &Operation) -> Result<Vec<String>, String> {
    let command = operation::command(schema, operation);
    let ids: Vec<String> =
        command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    let refused = |problems| Failure::usage("").details(problems);
    match argv.read(command, &operation.name, (schema, operation), refused) {
        Ok(words) if words.problems.is_empty() => {
            let mut read = Vec::new();
            for id in ids.iter().filter(|id| id.starts_with("argument:")) {
                let values = words.matches.try_get_many::<String>(id).ok().flatten();
                read.extend(values.into_iter().flatten().map(|value| format!("{id}={value}")));
            }
            read.extend(words.dotted.iter().map(|(path, value)| format!("{path}={value}")));
            Ok(read)
        }
        Ok(words) => Err(words.problems.iter().map(|problem| format!("{problem}\n")).collect()),
        Err(Stop::Failed(failure)) => Err(failure.to_string()),
        Err(Stop::Clap(said)) => Err(said.to_string()),
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn an_option_that_decides_is_ours_or_is_refused(
        operation in hostile(Just("anOperation".to_owned())),
        given in given(),
    ) {
        let (front, behind): (Vec<&Given>, Vec<&Given>) =
            given.iter().partition(|given| given.is_front);
        let words = |of: &[&Given]| of.iter().flat_map(|given| given.words()).collect::<Vec<_>>();
        let line = [words(&front), vec!["anOperation".into()], words(&behind)].concat();
        let shown = format!("{line:?} of {:?}", operation.arguments);

        let mut argv = Argv::scan(line, options::every());
        let name = argv.name();
        prop_assert_eq!(name.as_deref(), Some("anOperation"), "{}", shown);
        argv.shadow(&operation);
        let (named, ours): (Vec<&Given>, Vec<&Given>) =
            given.iter().partition(|given| given.is_named(&operation));
        let (front, behind): (Vec<&Given>, Vec<&Given>) =
            ours.iter().partition(|given| given.is_front);
        let behind = behind.into_iter().filter(|given| given.option.long != "help");
        let expected: Vec<OsString> =
            front.into_iter().chain(behind).flat_map(Given::own).collect();
        prop_assert_eq!(argv.options(), expected, "{}", shown);

        let read = read(argv, &schema(), &operation);
        for given in named {
            let flag = &given.option.word;
            match (&read, decides(&given.option.long)) {
                (Ok(values), true) => prop_assert!(false, "{flag} was taken: {values:?} {shown}"),
                (Err(told), true) => {
                    let ambiguous = format!("{flag}: it is an option and an argument of");
                    prop_assert!(told.contains(&ambiguous), "{told} {shown}");
                }
                (Ok(values), false) if given.words().len() > 1 || matches!(given.form, Form::Equals) => {
                    let is_its = |value: &String| value.ends_with(&format!("={}", given.value));
                    prop_assert!(values.iter().any(is_its), "{flag}: {values:?} {shown}");
                }
                _ => {}
            }
        }
        for given in ours {
            let is_its = |value: &String| value.ends_with(&format!("={}", given.value));
            let taken = read.iter().flatten().any(is_its);
            prop_assert!(!taken, "{}: {read:?} {shown}", given.option.word);
        }
    }
}

/// They change what is shown and how long a call takes, but not whether or where it is sent. `--profile` does, but is an
/// argument of `createUser`: a note says so.
#[test]
fn the_options_that_give_way() {
    let mut names: Vec<&str> = OPTIONS.iter().map(|option| &*option.long).collect();
    names.retain(|name| !decides(name));
    names.sort_unstable();
    names.dedup();
    insta::assert_snapshot!(names.join(" "), @"as-rows connect-timeout depth empty errors every excel fail-when fields for help idle-timeout ignore-columns input jobs jq no-pager null or-empty output profile rate retries rows-format secrets settle since template timeout until verbose wait");
}

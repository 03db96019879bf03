//! `houston query-text FILE`: runs the user's own GraphQL document.

use clap::Command;
use houston_client::document::Key;
use houston_client::request::Request;
use houston_client::schema::{Argument, Operation, OperationKind, Schema, TypeRef};
use houston_codegen::document::{self, Executable};
use houston_codegen::{Diagnostics, Source};
use houston_schema::row;

use crate::answer::doubts;
use crate::answer::view::View;
use crate::arguments::{self, Problem, Sources};
use crate::argv::Argv;
use crate::call::attempt::Attempt;
use crate::call::{Call, confirm, contradictions, curl, dry_run, look_up, runtime};
use crate::failure::Failure;
use crate::failure::stop::Stop;
use crate::input;
use crate::live::{self, Live, socket};
use crate::schema::{self, BuiltIn, Loaded, chosen};
use crate::settings::options::{self, DocumentOptions, Options};
use crate::terminal::output;
use crate::terminal::text::{plain, short};

pub(crate) fn command() -> Command {
    let command = Command::new("query-text")
        .about("Run your own GraphQL document")
        .override_usage("houston query-text <FILE|-> [--VARIABLE VALUE]… [OPTIONS]")
        .after_help(
            "The document holds one query, mutation or subscription, and selects the fields; - reads it from stdin. Pass its variables \
             as flags, like the arguments of an operation, or with --input as JSON or YAML. The output is the whole \
             `data`.",
        );
    options::add::<DocumentOptions>(command)
}

/// The failure if no document is given.
pub(crate) fn missing() -> Failure {
    Failure::usage("the document is missing").help("Run `houston query-text FILE`; `-` is stdin.")
}

pub(crate) fn run(built_in: BuiltIn, mut argv: Argv, path: &str) -> Result<(), Stop> {
    let text = input::document(path).map_err(|why| {
        let failure = Failure::usage(why);
        match path.contains('{') {
            true => failure.help("Write the document to a file, or pass it on stdin with `-`."),
            false => failure,
        }
    })?;
    let source = Source::new(path, &text);
    let document =
        document::parse(&source).map_err(|errors| refused("cannot parse the document", &errors))?;
    // A variable wins over an option of its name.
    argv.shadow(&pseudo(&document, &[]));
    let own: DocumentOptions = options::read("query-text", argv.options())?;
    let unchecked = own.checks.unchecked;
    let options = Options::from(own).checked()?;
    let check = |loaded: &Loaded| {
        let sdl = schema::text_of(&loaded.origin)?;
        Ok(document::check(&Source::new("schema", &sdl), &source))
    };
    let helps = argv.asks_for_help();
    let (loaded, checked) = chosen::for_document(built_in, &options, helps, check)?;
    let called = called(&loaded.schema, &document);
    let mut operation = pseudo(&document, &called);
    if unchecked {
        operation.arguments.iter_mut().for_each(|argument| argument.shape = None);
    }
    let command = Command::new("query-text").args(arguments::flags(&loaded.schema, &operation));
    let command = options::add::<DocumentOptions>(live::add_flags(command, &operation));
    let unfit = |problems: Vec<Problem>| {
        let failure = Failure::usage("the variables do not match the document");
        failure.details(problems)
    };
    let command = argv.with_help(command, "query-text");
    let words = argv.read(command, "query-text", (&loaded.schema, &operation), unfit)?;
    let live = Live::of(&operation, &words.matches, &options)?;
    if live.is_none() && options.waiting.patience.most.is_some() {
        return Err(Failure::usage("--for works only with a subscription").into());
    }
    let options = socket::options(&words.matches, &options);
    let misfits = match checked {
        Ok(()) => Vec::new(),
        Err(errors) if unchecked => lines(&errors),
        Err(errors) => {
            return Err(refused("the document does not match the schema", &errors)
                .help(format!("It was checked against {}.", loaded.origin.words()))
                .help("Add `--unchecked` to send it anyway.")
                .into());
        }
    };
    let view = View::new(&operation, &options)?.whole(&loaded.schema, document.selected.clone());
    view.check()?;
    let mut call = Call::new(&loaded.schema, &operation, &options)?;
    call.target.tell(&operation);
    call.misfits = misfits;
    socket::check(&call)?;
    let sources = Sources::of(&options, None);
    let collected = arguments::collect(&operation, words, sources)?;
    let (mut arguments, lookups) = collected.read(&loaded.schema).map_err(unfit)?;
    if !unchecked {
        let mut problems = arguments::problems_of_document(&loaded.schema, &document, &arguments);
        for (key, row, given) in arguments::calls_of_document(&loaded.schema, &document, &arguments)
        {
            let place = |name: &str| format!("{}.{}", plain(&key), plain(name));
            problems.extend(contradictions::of(row, &given, &place));
        }
        if !problems.is_empty() {
            return Err(Failure::usage("the document has values that the server does not take")
                .details(problems)
                .help("Add `--unchecked` to send it anyway.")
                .into());
        }
    }
    let not_sent = |failure| call.not_sent(failure);
    let resolved = runtime::read(look_up::resolve(&call, &mut arguments, lookups));
    resolved?.map_err(|unresolved| not_sent(unresolved.into()))?;
    let variables = arguments.into_object().as_object().cloned().unwrap_or_default();
    let fields = document.fields.iter();
    let fields = fields.map(|(key, name)| (Key::Owned(key.clone()), name.clone().into()));
    let mut secrets: Vec<String> =
        called.iter().flat_map(|row| row.secrets.iter().cloned()).collect();
    if let Some(shown) =
        document.literals.iter().find(|name| secrets.iter().any(|secret| secret == *name))
        && (options.running.dry_run || options.running.curl)
    {
        let what =
            format!("the document contains a secret, which would be shown: {}", plain(shown));
        return Err(Failure::usage(what).help("Pass it as a variable.").into());
    }
    let hidden = operation.arguments.iter().filter(|argument| argument.secret);
    secrets.extend(hidden.map(|argument| argument.name.clone()));
    let request = Request::verbatim(
        &loaded.schema,
        operation.kind,
        text.as_str(),
        fields,
        variables,
        secrets,
    )
    .expecting(view.expected());
    view.say_what_is_missing();
    for (schema, operation, root) in view.called() {
        doubts::lacking(schema, operation, &root.below).iter().for_each(output::note);
    }
    if options.running.dry_run {
        return Ok(dry_run::show(&call, &request)?);
    }
    if options.running.curl {
        return Ok(curl::show(&call, &request)?);
    }
    if let Some(live) = live {
        return Ok(live.document(&call, request)?);
    }
    for (_, name) in document.fields.iter().filter(|_| operation.kind == OperationKind::Mutation) {
        // The ids are in the document, not in arguments. Of an unknown operation, only the name tells its effect.
        let known = called.iter().find(|row| row.name == *name).copied().cloned();
        let known = known.unwrap_or_else(|| {
            row!(Operation { kind: operation.kind, name: name.clone(), ..Operation::default() })
        });
        let unknown = row!(Operation { merge: None, ..known });
        confirm::ask_blindly(&unknown, &options).map_err(not_sent)?;
    }
    let sent = call.send(&request, &Attempt::default())?;
    Ok(call.show(sent, &request, &view)?)
}

/// The operations of the schema that a document calls.
fn called<'s>(schema: &'s Schema, document: &Executable) -> Vec<&'s Operation> {
    let row = |(_, name): &(String, String)| schema.operation_of(document.kind, name);
    document.fields.iter().filter_map(row).collect()
}

/// The document as an operation: its variables are the arguments.
fn pseudo(document: &Executable, called: &[&Operation]) -> Operation {
    let is_secret = |variable: &document::Variable| {
        let is_one = |name: &String| {
            called.iter().any(|row| row.secrets.iter().any(|secret| secret == name))
        };
        variable.uses.iter().any(is_one)
    };
    // A variable that fills an id of one operation is that id.
    let finders = |variable: &document::Variable| {
        let arguments = called.iter().flat_map(|row| row.arguments.iter());
        let mut used = arguments.filter(|argument| variable.uses.contains(&argument.name));
        used.next().map_or_else(Vec::new, |argument| argument.finders.clone())
    };
    // Names of arguments tell which one a variable is for if the document calls a single operation.
    let shape = |variable: &document::Variable| {
        let ([only], [used]) = (called, &variable.uses[..]) else { return None };
        let argument = only.arguments.iter().find(|argument| argument.name == *used)?;
        let is_same = argument.ty.trim_end_matches('!') == variable.ty.trim_end_matches('!');
        argument.shape.clone().filter(|_| is_same)
    };
    let variables = document.variables.iter().map(|variable| {
        row!(Argument {
            name: variable.name.clone(),
            ty: variable.ty.clone(),
            default: variable.default.clone(),
            required: TypeRef(&variable.ty).is_non_null() && variable.default.is_none(),
            secret: is_secret(variable),
            shape: shape(variable),
            finders: finders(variable),
            ..Argument::default()
        })
    });
    let kind = document.kind;
    let name = document.name.clone().unwrap_or_else(|| kind.keyword().to_owned());
    row!(Operation { kind, name, arguments: variables.collect(), ..Operation::default() })
}

fn refused(what: &str, errors: &Diagnostics) -> Failure {
    let failure = Failure::usage(what).details(lines(errors));
    let next_step = errors.0.iter().find_map(|error| error.next_step);
    next_step.into_iter().fold(failure, Failure::help)
}

/// Each error in one line, up to 20.
fn lines(errors: &Diagnostics) -> Vec<String> {
    let line = |error: &houston_codegen::Diagnostic| {
        format!("{}:{}:{}: {}", short(&error.file), error.line, error.column, plain(&error.message))
    };
    let mut lines: Vec<String> = Vec::new();
    for line in errors.0.iter().map(line) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.truncate(20);
    lines
}

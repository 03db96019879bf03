//! Examples of calls, made from the operation's own arguments.

use houston_client::schema::{
    Argument, Effect, Operation, OperationKind, Scalar, Schema, TypeKind, TypeRef,
};

use crate::answer::fields;
use crate::arguments;
use crate::call::look_up::telling;
use crate::commands::builtin;
use crate::schema::names::kebab;
use crate::schema::repeats;
use crate::terminal::text::{plain, quoted};

/// The most levels of input objects in an example.
const LEVELS: usize = 4;

/// The most fields of an input object in an example.
const MOST: usize = 5;

/// Two calls of an operation.
pub(crate) fn of(schema: &Schema, operation: &Operation) -> Vec<String> {
    let relaxed = &*arguments::relaxed(operation);
    let flags = |argument: &Argument| {
        let flag = arguments::shown(operation, &argument.name);
        given(schema, &flag, argument, LEVELS).join(" ")
    };
    let required: Vec<String> = needed(relaxed).into_iter().map(flags).collect();
    let mut plain_call: Vec<String> =
        [builtin::call(operation)].into_iter().chain(required).collect();
    let optional = relaxed
        .arguments
        .iter()
        .filter(|argument| !argument.required && argument.deprecated.is_none() && !argument.secret);
    // An update that gives ids alone changes nothing.
    let is_id = |argument: &Argument| !argument.finders.is_empty();
    let gives_nothing = relaxed.arguments.iter().filter(|argument| argument.required).all(is_id);
    if operation.effect == Effect::Update && gives_nothing {
        let changes = optional.filter(|argument| !is_id(argument)).map(flags);
        let changes: Vec<String> = changes.collect();
        // One with a value that people understand.
        let is_clear =
            |change: &&String| SAMPLES.iter().any(|(_, sample)| change.ends_with(sample));
        plain_call.extend(changes.iter().find(is_clear).or(changes.first()).cloned());
    }
    // Who signs in is optional for the schema alone.
    if operation.effect == Effect::Session {
        let known = relaxed.arguments.iter().filter(|argument| !argument.required);
        plain_call.extend(known.filter(|argument| sample(&argument.name).is_some()).map(flags));
    }
    let call = plain_call.join(" ");
    let second = match operation.kind {
        OperationKind::Subscription => format!("{call} --count 10 -o ndjson"),
        OperationKind::Query => format!("{call} {}", output(schema, operation)),
        OperationKind::Mutation => {
            let again = match () {
                () if repeats::if_exists(operation).is_ok() => " --if-exists use",
                () if repeats::if_absent(operation).is_ok() => " --if-absent ok",
                () => "",
            };
            format!("{} --rows rows.csv{again}", builtin::call(operation))
        }
    };
    let first = match operation.watch.is_some() && operation.kind == OperationKind::Mutation {
        true => call + " --wait",
        false => call,
    };
    vec![first, second]
}

/// The arguments that a call gives: the required ones, or those that name the object of a mutation.
fn needed(operation: &Operation) -> Vec<&Argument> {
    let all = || operation.arguments.iter();
    let required: Vec<&Argument> = all().filter(|argument| argument.required).collect();
    if !required.is_empty() || operation.kind != OperationKind::Mutation {
        return required;
    }
    let key: Vec<&Argument> =
        all().filter(|argument| operation.natural_key.contains(&argument.name)).collect();
    let id = || all().find(|argument| !argument.finders.is_empty()).or(all().next());
    if key.is_empty() { id().into_iter().collect() } else { key }
}

/// Options that choose what is printed.
fn output(schema: &Schema, operation: &Operation) -> String {
    let all = fields::of(schema, operation);
    let telling = telling::telling(all);
    let others = all.iter().filter(|field| {
        field.selected && field.arguments.is_empty() && fields::is_leaf(schema, field)
    });
    let others = others.map(|field| field.name.as_str());
    let mut names: Vec<&str> = telling
        .into_iter()
        .filter(|name| {
            all.iter().any(|field| field.name == *name && fields::is_leaf(schema, field))
        })
        .chain(others)
        .collect();
    names.dedup();
    names.truncate(2);
    let is_list = operation.type_ref().item().is_some();
    match names.as_slice() {
        [] => "-o yaml".to_owned(),
        names if is_list => format!("--fields {} -o csv", plain(&names.join(","))),
        names => format!("--fields {} -o json", plain(&names.join(","))),
    }
}

/// The flags that give an argument.
fn given(schema: &Schema, flag: &str, argument: &Argument, levels: usize) -> Vec<String> {
    // A flag of its own has no space.
    let between = if flag.contains(' ') { '=' } else { ' ' };
    let one = |value: &str| vec![format!("{flag}{between}{}", spelled(value))];
    let name = plain(&argument.name);
    if argument.secret {
        return one(&format!("@env:{}", kebab(&name).replace('-', "_").to_uppercase()));
    }
    if let Some(look_up) = telling::look_up(schema, argument) {
        let (_, field) = look_up.rsplit_once(':').unwrap_or_default();
        return one(&format!("{look_up}={}", sample(field).unwrap_or("NAME")));
    }
    let ty = argument.value_type();
    let ty = TypeRef(&ty);
    let is_list = ty.item().is_some();
    let Some(of) = schema.shape_named(ty.name()) else { return one("VALUE") };
    match (of.kind, levels.checked_sub(1)) {
        (TypeKind::Enum, _) => {
            let value = of.values.iter().find(|value| value.deprecated.is_none());
            one(&value.or(of.values.first()).map_or(String::new(), |value| plain(&value.name)))
        }
        (TypeKind::Input, Some(levels)) => {
            let fields = of.input_fields.iter().filter(|field| field.name != "*");
            let required: Vec<&Argument> =
                fields.clone().filter(|field| field.required && !of.one_of).take(MOST).collect();
            let id = || fields.clone().find(|field| !field.finders.is_empty());
            let clear = fields.clone().filter(|field| sample(&field.name).is_some());
            let clear: Vec<&Argument> = clear.take(if of.one_of { 1 } else { 2 }).collect();
            let used: Vec<&Argument> = match (required.is_empty(), id()) {
                (false, _) => required,
                (true, Some(id)) => vec![id],
                (true, None) if !clear.is_empty() => clear,
                (true, None) => fields.clone().next().into_iter().collect(),
            };
            if is_list {
                let pairs = used.iter().map(|field| {
                    let value = value_of(schema, field);
                    format!("{}={value}", plain(&field.name))
                });
                return one(&pairs.collect::<Vec<_>>().join(","));
            }
            let parts = used.iter().flat_map(|field| {
                let flag = format!("{flag}.{}", kebab(&plain(&field.name)));
                given(schema, &flag, field, levels)
            });
            parts.collect()
        }
        _ => one(&value_of(schema, argument)),
    }
}

/// A value of a leaf.
fn value_of(schema: &Schema, argument: &Argument) -> String {
    let ty = argument.value_type();
    let of = schema.shape_named(TypeRef(&ty).name());
    let first = of.and_then(|of| of.values.first());
    if let Some(value) = first {
        return plain(&value.name);
    }
    let name = plain(&argument.name);
    let text = || match sample(&name) {
        Some(sample) => sample.to_owned(),
        None => kebab(&name).replace('-', "_").to_uppercase(),
    };
    match of.map(|of| of.scalar) {
        Some(Scalar::Int) => "2".to_owned(),
        Some(Scalar::Float) => "0.5".to_owned(),
        Some(Scalar::Boolean) => "true".to_owned(),
        Some(Scalar::DateTime) => "2026-11-28T10:00:00Z".to_owned(),
        Some(Scalar::Json) => "{}".to_owned(),
        _ => text(),
    }
}

/// Values that fit names.
const SAMPLES: [(&str, &str); 10] = [
    ("alertEmails", "ann@example.com"),
    ("description", "nightly"),
    ("email", "ann@example.com"),
    ("identity", "ann@example.com"),
    ("key", "LOG_LEVEL"),
    ("label", "etl"),
    ("releaseName", "lunar-probe-1234"),
    // Houston wants this one, and ignores it.
    ("type", "airflow"),
    ("username", "ann"),
    ("value", "debug"),
];

/// A value that fits a name.
fn sample(name: &str) -> Option<&'static str> {
    SAMPLES.iter().find(|(known, _)| *known == name).map(|(_, sample)| *sample)
}

/// A value as one word of a shell, in quotes only where it needs them.
fn spelled(value: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:@=,+".contains(letter);
    if !value.is_empty() && value.chars().all(is_plain) { value.to_owned() } else { quoted(value) }
}

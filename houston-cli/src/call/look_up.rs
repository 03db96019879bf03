//! `@find:label=Data`: the id of an object that is known by another field.

mod path;
pub(crate) mod telling;

use std::collections::HashSet;

use houston_client::arguments::Arguments;
use houston_client::schema::{Access, Argument, Field, Operation, Schema};
use serde_json::Value;

use crate::answer::fields;
use crate::arguments::{FIND, LookUp, Problem};
use crate::call::Call;
use crate::call::attempt::Found;
use crate::failure::{Code, Exit, Failure};
use crate::schema::names::{self, kebab};
use crate::terminal::output;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{plain, short};
use path::{fields_of, flat, holds, is_leaf, leaf};
use telling::{candidates, telling};

/// The names that people use for what lies deeper in an object.
const KNOWN_AS: [(&str, &str); 1] = [("email", "emails.address")];

/// Why a look-up has no result.
#[derive(Debug)]
pub(crate) struct Unresolved {
    pub(crate) failure: Failure,
    /// Whether the queries were answered, and list no such object.
    pub(crate) is_missed: bool,
}

impl From<Failure> for Unresolved {
    fn from(failure: Failure) -> Self {
        Unresolved { failure, is_missed: false }
    }
}

impl From<Unresolved> for Failure {
    fn from(unresolved: Unresolved) -> Self {
        unresolved.failure
    }
}

/// Looks up every id that is given as `@find:`, sets it, and returns what was found. A dry run only checks that the
/// look-ups are possible.
///
/// # Errors
///
/// Fails if no object or several are found, with a list of them, or if the query fails. The operation was not sent then.
pub(crate) async fn resolve(
    call: &Call<'_>,
    arguments: &mut Arguments,
    lookups: Vec<LookUp>,
) -> Result<Vec<Found>, Unresolved> {
    let mut left = lookups;
    let mut found = Vec::new();
    // One look-up may need the result of another.
    loop {
        let mut problems = Vec::new();
        let mut waiting = Vec::new();
        let count = left.len();
        for lookup in left {
            match Search::plan(call, &lookup, arguments) {
                Err(why) => {
                    problems.push(Problem::at(lookup.flag.as_str(), why));
                    waiting.push(lookup);
                }
                Ok(_) if call.options.running.dry_run => {
                    output::note(format_args!(
                        "note: {} would be looked up: @find:{}",
                        lookup.flag,
                        short(&lookup.words)
                    ));
                }
                Ok(searches) => {
                    let asked: String =
                        searches.iter().map(|search| search.key(&lookup.field)).collect();
                    let id = match call.found.get(&asked) {
                        Some(id) => id,
                        None => run(call, &lookup, &searches).await?,
                    };
                    call.found.keep(asked, id.clone());
                    found.push(Found::set(arguments, lookup, id));
                }
            }
        }
        if waiting.is_empty() {
            return Ok(found);
        }
        if waiting.len() == count {
            let what = format!("{} cannot be run", call.name());
            return Err(Failure::usage(what).details(problems).into());
        }
        left = waiting;
    }
}

/// Whether the queries that list an argument's objects show one with this id; none if none of them may be asked.
pub(crate) async fn exists(
    call: &Call<'_>,
    argument: &Argument,
    id: &str,
    arguments: &Arguments,
) -> Option<bool> {
    let lookup = LookUp {
        flag: plain(&argument.name),
        pointer: String::new(),
        finders: argument.finders.clone(),
        words: format!("id={id}"),
        field: "id".to_owned(),
        pairs: Ok(vec![("id".to_owned(), id.to_owned())]),
    };
    let searches = Search::plan(call, &lookup, arguments).ok()?;
    match run(call, &lookup, &searches).await {
        Ok(_) => Some(true),
        Err(unresolved) => unresolved.is_missed.then_some(false),
    }
}

/// Asks the queries in turn until one finds something: which of them the caller may ask, only the server knows.
async fn run(
    call: &Call<'_>,
    lookup: &LookUp,
    searches: &[Search<'_>],
) -> Result<String, Unresolved> {
    let mut refused = None;
    let mut missed: Option<Failure> = None;
    for search in searches {
        match search.rows(call, &lookup.field).await {
            Err(failure) if missed.is_none() && failure.exit != Exit::NotAllowed => {
                return Err(search.failed(call, lookup, failure).into());
            }
            Err(failure) => {
                refused = refused.or_else(|| Some(search.failed(call, lookup, failure)));
            }
            Ok(rows) => match search.only(call, lookup, &rows)? {
                Some(id) => return Ok(id),
                None => missed = missed.or_else(|| Some(search.missed(lookup, &rows))),
            },
        }
    }
    let none = || Failure::usage(format!("{}: no query can look it up", lookup.flag));
    let is_missed = missed.is_some();
    Err(Unresolved { failure: missed.or(refused).unwrap_or_else(none), is_missed })
}

/// A query, and the values that the wanted row must have.
struct Search<'s> {
    query: &'s Operation,
    /// The field of the result that holds the rows, if they are not the result itself.
    field: Option<&'s Field>,
    fields: &'s [Field],
    arguments: Arguments,
    /// Paths below a row, and their values.
    wanted: Vec<(String, String)>,
}

impl<'s> Search<'s> {
    /// The searches that are possible: those by queries that have the given fields and whose required arguments are
    /// known. Arguments of the call go before defaults of the profile, and those before queries over all objects.
    fn plan(
        call: &Call<'s>,
        lookup: &LookUp,
        arguments: &Arguments,
    ) -> Result<Vec<Search<'s>>, String> {
        let pairs = lookup.pairs.clone()?;
        let needs = |query: &Operation| query.arguments.iter().any(|own| own.required);
        let is_found = |text: &&str| !text.starts_with(FIND);
        let own = |name: &str| Some(arguments.value(name)?.as_str().filter(is_found)?.to_owned());
        let defaults = call.defaults();
        let default = |name: &str| Some(defaults?.get(name)?.as_str().filter(is_found)?.to_owned());
        let or_default = |name: &str| own(name).or_else(|| default(name));
        let queries: Vec<(&Operation, Option<&str>)> = lookup
            .finders
            .iter()
            .filter_map(|finder| {
                let (query, field) = finder
                    .split_once('.')
                    .map_or((&**finder, None), |(query, field)| (query, Some(field)));
                Some((call.query(query)?, field))
            })
            .collect();
        let mut problems: Vec<String> = Vec::new();
        let mut possible = Vec::new();
        let mut add = |known: &dyn Fn(&str) -> Option<String>, is_narrow: bool| {
            for (query, field) in queries.iter().filter(|(query, _)| needs(query) == is_narrow) {
                match Search::of(call.schema, query, *field, &pairs, known) {
                    Ok(search) => possible.push(search),
                    Err(problem) => problems.push(problem),
                }
            }
            !possible.is_empty()
        };
        if add(&own, true) {
            return Ok(possible);
        }
        // A query that needs the result of another look-up is narrower than those over all objects.
        let is_left = |own: &Argument| {
            let value = arguments.value(&own.name).and_then(Value::as_str);
            own.required && value.is_some_and(|text| text.starts_with(FIND))
        };
        let waits = queries.iter().any(|(query, _)| query.arguments.iter().any(is_left));
        let is_alone = call.options.running.dry_run || !waits;
        if is_alone && (add(&or_default, true) || add(&or_default, false)) {
            return Ok(possible);
        }
        // The problem of the first query, which is the usual one.
        Err(problems.into_iter().next().unwrap_or_else(|| "no query can look it up".to_owned()))
    }

    fn of(
        schema: &'s Schema,
        query: &'s Operation,
        field: Option<&str>,
        pairs: &[(String, String)],
        known: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Search<'s>, String> {
        let name = plain(&query.name);
        let mut fields = fields::of(schema, query);
        let field = match field {
            Some(inner) => {
                let field = fields.iter().find(|field| field.name == inner);
                let field = field.ok_or_else(|| format!("{name} has no field `{inner}`"))?;
                fields = fields_of(schema, field);
                Some(field)
            }
            None => None,
        };
        let mut search =
            Search { query, field, fields, arguments: Arguments::new(), wanted: Vec::new() };
        for (key, value) in pairs {
            let deeper = KNOWN_AS.iter().find(|(known, _)| known == key).map(|(_, path)| *path);
            let paths = [Some(key.as_str()), deeper];
            let path = paths.into_iter().flatten().find_map(|path| leaf(schema, fields, path));
            let own = names::find(query.arguments.iter(), |argument| &argument.name, key);
            match (path, own) {
                (Some(path), _) => search.wanted.push((path, value.clone())),
                (None, Some(own)) => {
                    search.arguments.set(own.name.clone(), own.ty.clone(), value.clone().into());
                }
                (None, None) => {
                    let known = fields.iter().filter(|field| is_leaf(schema, field));
                    let meant = did_you_mean(key, known.map(|field| field.name.as_ref()));
                    return Err(format!(
                        "the result of {name} has no field `{}`{meant}",
                        short(key)
                    ));
                }
            }
        }
        if search.wanted.is_empty() {
            return Err(format!(
                "`@find:` needs a field of the result of {name}, such as label=NAME"
            ));
        }
        for own in query.arguments.iter().filter(|argument| argument.required) {
            if search.arguments.value(&own.name).is_some() {
                continue;
            }
            let Some(value) = known(&own.name) else {
                return Err(format!(
                    "{name} needs {own}: give --{}, or add it: @find:…,{own}=ID",
                    kebab(&own.name),
                    own = plain(&own.name),
                ));
            };
            search.arguments.set(own.name.clone(), own.ty.clone(), value.into());
        }
        Ok(search)
    }

    /// All that decides which id it finds.
    fn key(&self, id: &str) -> String {
        let arguments: Vec<_> =
            self.arguments.iter().map(|set| (&set.name, set.value.to_string())).collect();
        format!("{} {id} {arguments:?} {:?}\n", self.name(), self.wanted)
    }

    /// The name of the query, with the field below it.
    fn name(&self) -> String {
        let field = self.field.map(|field| format!(".{}", plain(&field.name)));
        format!("{}{}", plain(&self.query.name), field.unwrap_or_default())
    }

    /// The rows that the query lists, each id once.
    async fn rows(&self, call: &Call<'_>, field: &str) -> Result<Vec<Value>, Failure> {
        let mut names: Vec<&str> = telling(self.fields);
        for (path, _) in &self.wanted {
            if !names.contains(&path.as_str()) {
                names.push(path);
            }
        }
        let above = self.field.map(|field| format!("{}.", field.name)).unwrap_or_default();
        if !names.contains(&field) {
            names.push(field);
        }
        let names: Vec<String> = names.iter().map(|name| format!("{above}{name}")).collect();
        let selection = fields::selection(call.schema, self.query, &names.join(","))?;
        let mut rows = flat(call.ask(self.query, &self.arguments, &selection).await?);
        if let Some(field) = self.field {
            rows = rows.iter().map(|row| row[&*field.name].clone()).flat_map(flat).collect();
        }
        let mut ids = HashSet::new();
        rows.retain(|row| ids.insert(row["id"].to_string()));
        Ok(rows)
    }

    fn wants(&self) -> String {
        let pair = |(path, wanted): &(String, String)| format!("{}={}", plain(path), short(wanted));
        self.wanted.iter().map(pair).collect::<Vec<_>>().join(",")
    }

    /// The id of the only match, if there is one.
    fn only(
        &self,
        call: &Call<'_>,
        lookup: &LookUp,
        rows: &[Value],
    ) -> Result<Option<String>, Failure> {
        let fits = |row: &&Value| self.wanted.iter().all(|(path, wanted)| holds(row, path, wanted));
        let found: Vec<&Value> = rows.iter().filter(fits).collect();
        let (flag, query) = (&lookup.flag, self.name());
        match found[..] {
            [] => Ok(None),
            [one] => match lookup.field.split('.').fold(one, |one, name| &one[name]).as_str() {
                Some(id) => {
                    if call.options.verbosity.is_verbose() {
                        output::note(format_args!(
                            "note: {flag} is {}, found by {query}",
                            short(id)
                        ));
                    }
                    Ok(Some(id.to_owned()))
                }
                None => {
                    let what = format!("{flag}: {query} lists no {}", plain(&lookup.field));
                    Err(Failure::new(Exit::Refused, what).code(Code::NotFound))
                }
            },
            ref several => {
                let count = several.len();
                let what = format!("{flag}: {query} shows {count} objects with {}", self.wants());
                let failure = Failure::new(Exit::Refused, what).code(Code::Ambiguous);
                Err(listed(failure, several))
            }
        }
    }

    fn missed(&self, lookup: &LookUp, rows: &[Value]) -> Failure {
        let (flag, query) = (&lookup.flag, self.name());
        let what = format!("{flag}: {query} shows no object with {}", self.wants());
        let failure = Failure::new(Exit::Refused, what).code(Code::NotFound);
        // What everyone may ask shows each caller a part, which its description tells.
        let is_part = self.query.access == Access::SignedIn && !self.query.description.is_empty();
        let failure = match is_part {
            true => failure.detail(format!(
                "{}: {}",
                plain(&self.query.name),
                plain(&self.query.description)
            )),
            false => failure,
        };
        listed(failure, &rows.iter().collect::<Vec<_>>())
    }

    fn failed(&self, call: &Call<'_>, lookup: &LookUp, failure: Failure) -> Failure {
        let flag = &lookup.flag;
        failure.detail(format!("It was the look-up for {flag}; {} was not sent.", call.name()))
    }
}

/// Adds the objects that exist, and the next step.
fn listed(failure: Failure, rows: &[&Value]) -> Failure {
    candidates(failure, rows).help(match rows.is_empty() {
        true => "Only the query was sent. It shows no objects at all.",
        false => "Only the query was sent. Look for one of these objects, or give its id.",
    })
}
